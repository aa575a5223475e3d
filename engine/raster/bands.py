"""Tell which band is which polarisation: as given, or by band descriptions and file names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ..contract.errors import InputError
from ..contract.record import RunRecord

POLARISATIONS = ("VV", "VH", "HH", "HV")
MASK_NAMES = ("datamask", "data_mask", "validmask", "valid_mask", "alpha")
"""Names of bands, in small letters, that are 0 where the others hold nothing; Sentinel Hub writes ``dataMask``."""
BANDS_OPTION = "--bands, e.g. VV=1,VH=2 (in QGIS: 'VV is' and 'VH is', or 'Bands' in the toolbox)"
SAY_POLARISATIONS = f"Say which band is which with {BANDS_OPTION}."
_TOKEN = re.compile(r"(?<![A-Za-z])(VV|VH|HH|HV)(?![A-Za-z])(?!dB)|(?<![A-Za-z])(VV|VH|HH|HV)(?=dB)", re.IGNORECASE)
_DERIVED = re.compile(
    r"(?<![a-z])(coh|coherence|phase|ratio|std|stdev|stddev|var|variance|count|weights?|entropy|alpha|angle|texture|glcm|correlation"
    r"|interferogram|mask|diff|difference|probability|layover|shadow|incidence)(?![a-z])"
)
"""What is made from a polarisation, but is no backscatter."""
_NEUTRAL = re.compile(
    r"(gr[ae]y|undefined|data|raster|image|intensity|amplitude|power|linear|backscatter|db|decibels?|(sigma|gamma|beta)_?0?|nought|rtc|[^a-z])*"
)
"""Words that say nothing about the polarisation."""
_NUMBERED = re.compile(r"(?:b|ch|bands?|layers?|channels?)[ _-]?0*(\d+)")


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


UNNAMED = "band"
"""Stands for the polarisation of a single band whose name says nothing."""


def find_bands(files: Sequence[FileBands], given: Mapping[str, int], any_polarisation: bool = False) -> BandMap | None:
    """Find the polarisations of some files' bands.

    Args:
        given: polarisation to band number; empty: they are looked for.
        any_polarisation: take an only band without a name as it is, called `UNNAMED`.

    Returns:
        None where two bands have no name at all, or none that says anything (``b1``, ``Band 2``, ``sigma0``): then only their statistics
        can tell which is which. What has another name is no VV or VH.

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
        images = [text for text in f.descriptions if text.lower() not in MASK_NAMES]
        if not any(found) and (len(images) == 1 or all_neutral(f.descriptions)) and not any(map(_is_derived, images)):
            in_name = [] if _is_derived(PurePath(f.path).stem) else _tokens(PurePath(f.path).stem)
            if len(in_name) == len(images):
                found, origin = _before_masks(in_name, f.descriptions), "name"
        named += found
    images = [text for f in files for text in f.descriptions if text.lower() not in MASK_NAMES]
    if not any(named) and len(images) == 2 and all(all_neutral(f.descriptions) for f in files):
        return None
    numbers: dict[str, int] = {}
    for number, name in enumerate(named, start=1):
        if name in numbers:
            raise InputError(
                f"Two bands are both named {name}.",
                "Each polarisation is needed once.",
                SAY_POLARISATIONS,
            )
        if name:
            numbers[name] = number
    if not numbers:
        return _nameless(images, any_polarisation)
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
                SAY_POLARISATIONS,
            )
    if len(set(given.values())) < len(given):
        raise InputError("The same band was given twice.", "Each polarisation has a band of its own.", SAY_POLARISATIONS)
    return BandMap(dict(given), "given")


def _tokens(text: str) -> list[str]:
    return [match.group().upper() for match in _TOKEN.finditer(text)]


def _only_token(text: str) -> str:
    tokens = set(_tokens(text))
    return tokens.pop() if len(tokens) == 1 and not _is_derived(text) else ""


def refuse_image_or_map(names: Sequence[str], tags: Mapping[str, str], file: str, needed: str) -> None:
    """Refuse a radar image, or a map of Tidemark, where another kind of raster is needed.

    Args:
        names: descriptions of the file's bands.
        tags: of the file.
        file: its name.
        needed: what is needed instead, as a sentence.

    Raises:
        InputError: the first band is named for a polarisation, or the tags are those of a map.
    """
    polarisation = _only_token(names[0])
    if polarisation:
        raise InputError(f"{file} is a radar image: its first band is {polarisation}.", needed, "Choose another file.")
    title = RunRecord.from_tags(tags).title
    if title:
        raise InputError(f"{file} is a map that Tidemark made: {title}.", needed, "Choose another file.")


def _is_derived(text: str) -> bool:
    return _DERIVED.search(text.lower()) is not None


def _is_neutral(text: str, number: int = 1) -> bool:
    """Return whether a band's name says nothing: empty, a word such as intensity, or its own number (B4 and B8 are optical bands)."""
    numbered = _NUMBERED.fullmatch(text.strip().lower())
    return int(numbered[1]) == number if numbered else _NEUTRAL.fullmatch(text.lower()) is not None


def all_neutral(descriptions: Sequence[str]) -> bool:
    """Return whether no band's name says anything, masks aside."""
    return all(text.lower() in MASK_NAMES or _is_neutral(text, number) for number, text in enumerate(descriptions, start=1))


def _before_masks(names: list[str], descriptions: Sequence[str]) -> list[str]:
    """Return one name for each band, empty for masks."""
    rest = iter(names)
    return ["" if text.lower() in MASK_NAMES else next(rest) for text in descriptions]


def _nameless(names: Sequence[str], any_polarisation: bool) -> BandMap:
    if len(names) == 1 and any_polarisation and _is_neutral(names[0]):
        return BandMap({UNNAMED: 1}, "the only band")
    called = [name for name in names if not _is_neutral(name)]
    if len(names) == 1:
        bands = f"one band, named {names[0]}" if called else "one band without a name"
    else:
        bands = f"{len(names)} bands, none of them named VV, VH, HH or HV" + (f" (they are {', '.join(called)})" if called else "")
    raise InputError(
        f"The image has {bands}; this may be an optical image or a picture.",
        "Tidemark maps radar backscatter by polarisation.",
        f"If it is radar, name its bands with {BANDS_OPTION}; else choose a radar image.",
    )
