"""Which band is which polarisation: given, or found by band descriptions and file names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ..contract.errors import InputError

POLARISATIONS = ("VV", "VH", "HH", "HV")
_TOKEN = re.compile(r"(?<![A-Za-z])(VV|VH|HH|HV)(?![A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True)
class FileBands:
    """One file's name and the descriptions of its bands (empty strings where there are none)."""

    path: str
    descriptions: tuple[str, ...]


@dataclass(frozen=True)
class BandMap:
    """Polarisation to band number, counted from 1 over all the files in order, and where that is known from."""

    numbers: Mapping[str, int]
    origin: str


LONE = "band"
"""Name of an only band whose polarisation nobody tells."""


def find_bands(files: Sequence[FileBands], given: Mapping[str, int], any_polarisation: bool = False) -> BandMap | None:
    """Find the polarisations of some files' bands.

    Args:
        given: polarisation to band number; empty: they are looked for.
        any_polarisation: take an only band without a name as it is, called `LONE`.

    Returns:
        None where two bands have no name at all: then only their statistics can tell which is which.

    Raises:
        InputError: the bands cannot be told, or do not fit what is given.
    """
    count = sum(len(f.descriptions) for f in files)
    if given:
        return _given(given, count)
    named: list[str] = []
    origin = "metadata"
    for f in files:
        found = [_only_token(text) for text in f.descriptions]
        if not any(found):
            in_name = _tokens(PurePath(f.path).stem)
            if len(in_name) == len(f.descriptions):
                found, origin = in_name, "name"
        named += found
    if not any(named) and count == 2:
        return None
    numbers: dict[str, int] = {}
    for number, name in enumerate(named, start=1):
        if name in numbers:
            raise InputError(
                f"Two bands are both named {name}.",
                "Each polarisation is needed once.",
                "Say which band is which with --bands, e.g. --bands VV=1,VH=2.",
            )
        if name:
            numbers[name] = number
    if not numbers:
        return _nameless(count, any_polarisation)
    return BandMap(numbers, origin)


def split_polarisation(stem: str) -> tuple[str, str] | None:
    """Split a file's name into its polarisation and the rest; None where it names none, or several.

    ``S1A_0042_VV`` gives ``("VV", "S1A_0042")``; so the files of one scene share the rest.
    """
    found = list(_TOKEN.finditer(stem))
    if len(found) != 1:
        return None
    before, after = stem[: found[0].start()], stem[found[0].end() :]
    rest = before.rstrip("_-. ") + after if before else after.lstrip("_-. ")
    return found[0].group().upper(), rest


def _given(given: Mapping[str, int], count: int) -> BandMap:
    for name, number in given.items():
        if name not in POLARISATIONS or not 1 <= number <= count:
            raise InputError(
                f"The bands were given as {name}={number}.",
                f"A band's name is one of {', '.join(POLARISATIONS)} and its number between 1 and {count}.",
                "Correct --bands, e.g. --bands VV=1,VH=2.",
            )
    if len(set(given.values())) < len(given):
        raise InputError("The same band was given twice.", "Each polarisation has a band of its own.", "Correct --bands.")
    return BandMap(dict(given), "given")


def _tokens(text: str) -> list[str]:
    return [token.upper() for token in _TOKEN.findall(text)]


def _only_token(text: str) -> str:
    tokens = set(_tokens(text))
    return tokens.pop() if len(tokens) == 1 else ""


def _nameless(count: int, any_polarisation: bool) -> BandMap:
    if count == 1 and any_polarisation:
        return BandMap({LONE: 1}, "the only band")
    bands = "one band without a name" if count == 1 else f"{count} bands, none of them named VV, VH, HH or HV"
    raise InputError(
        f"The image has {bands}; this may be an optical image or a picture.",
        "Tidemark maps radar backscatter by polarisation.",
        "If it is radar, name its bands with --bands, e.g. --bands VV=1,VH=2 (in QGIS: the box 'Bands'); else choose a radar image.",
    )
