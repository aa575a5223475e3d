"""Arguments of the command line, made from the contract's table of options, and texts read into values."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any

from ..contract.card import band_numbers
from ..contract.options import CHOICE, NUMBER, NUMBERS, OPTIONS, SWITCH, WHOLE, Option, read_numbers
from ..contract.tasks import TASKS

_NEGATIVE = re.compile(r"-[\d.]")


def add_options(parser: argparse.ArgumentParser, *groups: str) -> None:
    """Add the options of some groups of the contract's table, in its order."""
    for option in OPTIONS.values():
        if option.group in groups:
            add_option(parser, option)


def add_option(parser: argparse.ArgumentParser, option: Option, default: Any = None) -> None:
    """Add an option of the contract's table; its default is the table's where none is given."""
    if option.kind == SWITCH:
        parser.add_argument(option.flag, action="store_true", help=option.line)
        return
    types: dict[str, Any] = {NUMBER: float, WHOLE: int, NUMBERS: numbers}
    parser.add_argument(
        option.flag,
        type=types.get(option.kind, str),
        choices=option.choices if option.kind == CHOICE else None,
        default=option.default if default is None else default,
        metavar=option.metavar or None,
        help=option.line,
    )


def add_task(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Add ``--task``, which has to be given where there is no default."""
    parser.add_argument("--task", choices=tuple(TASKS), default=default, required=default is None, help="what to map")


def option_values(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the fields of a `Job` that were given as options (the scale is the source's)."""
    return {name: getattr(arguments, name) for name in OPTIONS if name != "scale" and hasattr(arguments, name)}


def joined_negatives(arguments: Sequence[str]) -> list[str]:
    """Join an option with a value that begins with a minus: ``--extent -51,-30,-50,-29`` would else be read as two options."""
    joined: list[str] = []
    for argument in arguments:
        if joined and joined[-1].startswith("--") and "=" not in joined[-1] and _NEGATIVE.match(argument):
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined


def numbers(text: str) -> tuple[float, ...]:
    """Read numbers separated by commas."""
    try:
        return read_numbers(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def extent(text: str) -> tuple[float, float, float, float]:
    """Read XMIN,YMIN,XMAX,YMAX."""
    sides = numbers(text)
    if len(sides) != 4:
        raise argparse.ArgumentTypeError(f"'{text}' is not XMIN,YMIN,XMAX,YMAX")
    return sides[0], sides[1], sides[2], sides[3]


def polarisations(text: str) -> dict[str, int]:
    """Read which band is which, e.g. "VV=1,VH=2"."""
    return {name.upper(): number for name, number in _bands(text, "VV=1,VH=2").items()}


def optical_bands(text: str) -> dict[str, int]:
    """Read which optical band is which, e.g. "swir=1,nir=2,visible=3"."""
    return {name.lower(): number for name, number in _bands(text, "swir=1,nir=2,visible=3").items()}


def _bands(text: str, sample: str) -> dict[str, int]:
    try:
        return band_numbers(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not like {sample}, each name and each band once") from error
