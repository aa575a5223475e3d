"""Dry plains and open sea of OPERA through the same pipeline that users run: what is called flood, and how much of the sea is seen.

No place holds a flood on any date, though its backscatter falls by decibels as the soil dries, and all of the sea is water in any wind.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import rasterio

from ...contract.card import Card
from ...contract.classes import ClassCode
from ...contract.job import Job, Source
from ...pipeline.detect import detect
from ...raster.arrays import ByteArray
from ..datasets.chips import Chip
from ..tables import markdown
from .water import BANDS


@dataclass(frozen=True)
class Row:
    """Shares of a place's pixels, 0 to 1, mean over its dates or pairs of dates.

    Attributes:
        place: of land or of sea.
        open_water, possible: mapped as these on a single date.
        flood: mapped as flood between two dates that follow each other, either way; of land alone.
    """

    place: str
    open_water: float
    possible: float
    flood: float


def evaluate_plains(chips: Sequence[Chip], card_of: Callable[[str], Card], report: Callable[[str], None]) -> list[Row]:
    """Map every date, and every pair of dates that follow each other.

    Args:
        chips: of `read_opera`, dates of a place in order.
        card_of: from ``opera_land/PLACE`` to the model that maps it.
        report: told which place is mapped.
    """
    dates: dict[str, list[Chip]] = {}
    for chip in chips:
        dates.setdefault(chip.name.split("@")[0], []).append(chip)
    rows = []
    for place, series in dates.items():
        report(place)
        sources = [_bands(chip, number) for number, chip in enumerate(series)]
        model = str(card_of(place).path)
        singles = [_map(Job("water", (source,), "", model=model)) for source in sources]
        pairs = [(newer, older) for one, other in itertools.pairwise(sources) for newer, older in ((one, other), (other, one))]
        floods = [_map(Job("flood", _dated(*pair), "", model=model)) for pair in pairs] if "land" in place else []
        open_water, possible = (
            np.mean([classes == code for classes in singles]) for code in (ClassCode.DETECTED, ClassCode.POSSIBLE_WATER)
        )
        flood = np.mean([classes == ClassCode.DETECTED for classes in floods]) if floods else np.nan
        rows.append(Row(place, float(open_water), float(possible), float(flood)))
    return rows


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [[row.place, f"{row.open_water:.4f}", f"{row.possible:.4f}", f"{row.flood:.4f}"] for row in rows]
    return markdown(("place", "open water", "possible water", "flood between dates"), lines).replace("nan", "–")


def _bands(chip: Chip, number: int) -> Source:
    """Return a date of a series, counted from 0, as an image."""
    return Source(chip.paths, bands={band: 2 * number + place for place, band in enumerate(BANDS, start=1)})


def _dated(newer: Source, older: Source) -> tuple[Source, Source]:
    return newer, Source(older.paths, "before", bands=older.bands)


def _map(job: Job) -> ByteArray:
    with tempfile.TemporaryDirectory() as folder:
        files = detect(replace(job, output=f"{folder}/map")).files
        with rasterio.open(files["class"]) as raster:
            return np.asarray(raster.read(1))
