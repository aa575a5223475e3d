"""Where things stand on the page for hand-over: its paper, the frame of the map and the columns of what explains it, in millimetres."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional, Tuple

PAPER_SIZES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
"""Width and height of a page that stands upright."""

MARGIN, GAP = 12.0, 4.0
GRID_ROOM = 5.0
"""Around the frame of the map, for the numbers of its grid."""

FOOTER = 6.0
LEGEND_WIDTH, LOCATOR_SIZE = 70.0, 38.0
TWO_COLUMNS = 140.0
"""From this width on, sources and limits stand side by side."""

FOOT_NARROW, FOOT_WIDE = 92.0, 62.0
"""Height below a map for all that explains it, where the texts stand below each other, and side by side."""

SMALLEST_SIDE = 40.0
"""Of the frame, however narrow the image is."""

MUCH = 1.05
"""How much larger a map has to become for a page that is not the usual one: upright, all else below the map."""

NICE_SCALES = (1, 1.2, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10)


@dataclass(frozen=True)
class Box:
    """A rectangle on the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.top + self.height


@dataclass(frozen=True)
class Columns:
    """Places of all that explains the map.

    Attributes:
        legend: north arrow, scale and legend.
        sources, limits: of the texts; where they are the same, the limits follow the sources.
        locator: a square; None: there is no room for it.
    """

    legend: Box
    sources: Box
    limits: Box
    locator: Optional[Box]


@dataclass(frozen=True)
class Arrangement:
    """One way to fill the page.

    Attributes:
        page: its width and height.
        room: the largest frame of the map.
        is_beside: whether the columns stand beside the map, else below it.
    """

    page: Tuple[float, float]
    room: Box
    is_beside: bool

    def columns(self, frame: Box, legend_height: float) -> Columns:
        """Return the places for what explains the map.

        Args:
            frame: of the map.
            legend_height: of all that stands in the legend's column.
        """
        right, bottom = self.page[0] - MARGIN, self.page[1] - MARGIN - FOOTER
        if not self.is_beside:
            top = frame.bottom + GRID_ROOM + GAP
            locator = Box(right - LOCATOR_SIZE, top, LOCATOR_SIZE, LOCATOR_SIZE)
            left = MARGIN + LEGEND_WIDTH + GAP
            texts = Box(left, top, locator.left - GAP - left, bottom - top)
            return Columns(Box(MARGIN, top, LEGEND_WIDTH, bottom - top), *_split(texts), locator)
        left, top = frame.right + GRID_ROOM + GAP, frame.top
        width = right - left
        below = top + legend_height + GAP
        if width >= LEGEND_WIDTH + LOCATOR_SIZE:
            locator = Box(right - LOCATOR_SIZE, top, LOCATOR_SIZE, LOCATOR_SIZE)
            below = max(below, locator.bottom + GAP + FOOTER)
            texts = Box(left, below, width, bottom - below)
            return Columns(Box(left, top, LEGEND_WIDTH, legend_height), *_split(texts), locator)
        has_locator = bottom - below > 2.5 * LOCATOR_SIZE
        under = Box(left, bottom - LOCATOR_SIZE - FOOTER, LOCATOR_SIZE, LOCATOR_SIZE)
        texts = Box(left, below, width, (under.top - GAP if has_locator else bottom) - below)
        return Columns(Box(left, top, width, legend_height), texts, texts, under if has_locator else None)


def _split(texts: Box) -> Tuple[Box, Box]:
    if texts.width < TWO_COLUMNS:
        return texts, texts
    half = (texts.width - GAP) / 2
    return Box(texts.left, texts.top, half, texts.height), Box(texts.left + half + GAP, texts.top, half, texts.height)


def arrange(width: float, height: float, paper: str, head: Callable[[float], float]) -> Arrangement:
    """Return the arrangement in which an image is drawn largest; the usual one unless others gain much.

    Args:
        width, height: of the image, in any unit.
        paper: one of `PAPER_SIZES`.
        head: takes the width of the page's text, and returns where the map may begin.
    """
    short, long = PAPER_SIZES[paper]
    usual = _arrangement((short, long), head, is_beside=False)
    others = [_arrangement((short, long), head, is_beside=True)]
    others += [_arrangement((long, short), head, is_beside) for is_beside in (False, True)]

    def worth(one: Arrangement) -> float:
        return min(one.room.width / width, one.room.height / height) * (MUCH if one is usual else 1)

    return max([usual, *others], key=worth)


def _arrangement(page: Tuple[float, float], head: Callable[[float], float], is_beside: bool) -> Arrangement:
    inner = page[0] - 2 * MARGIN
    top = head(inner) + GRID_ROOM
    foot = FOOT_WIDE if inner - LEGEND_WIDTH - LOCATOR_SIZE - 2 * GAP >= TWO_COLUMNS else FOOT_NARROW
    # A low page has no room for the locator under the texts.
    column = LEGEND_WIDTH if page[1] > page[0] else LEGEND_WIDTH + LOCATOR_SIZE
    aside = column + GAP if is_beside else 0.0
    below = GRID_ROOM if is_beside else GRID_ROOM + GAP + foot
    room = Box(MARGIN + GRID_ROOM, top, inner - 2 * GRID_ROOM - aside, page[1] - MARGIN - FOOTER - below - top)
    return Arrangement(page, room, is_beside)


def frame_of(room: Box, width: float, height: float, is_metric: bool) -> Box:
    """Cut the frame to the image, for white paper around it would look like dry land.

    Args:
        room: what there is.
        width, height: of the image, in metres or any other unit.
        is_metric: whether they are metres, so that the scale becomes a round number.
    """
    units = max(width / room.width, height / room.height)
    if is_metric:
        units = round_scale(1000 * units) / 1000
    return Box(room.left, room.top, max(SMALLEST_SIDE, width / units), max(SMALLEST_SIDE, height / units))


def round_scale(denominator: float) -> float:
    """Return the next round number from a denominator of a scale on."""
    power = 10.0 ** math.floor(math.log10(denominator))
    return next(nice * power for nice in NICE_SCALES if nice * power >= denominator * (1 - 1e-9))
