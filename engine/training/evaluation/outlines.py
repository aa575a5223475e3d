"""The outlines of simulated changes: how near those of the maps lie to the true ones, and how much inside is found. No torch here."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from scipy import ndimage

from ...methods.log_ratio import log_ratio
from ...raster.arrays import BoolArray
from ..datasets.change_data import comparable
from ..datasets.images import write_picture
from ..sampling.simulated_pairs import SimulatedPair, simulate_pairs
from ..tables import markdown
from .change import METHODS, map_pair

SEED = 4711
"""Of pairs that no network has learned from."""
REACH = 3
"""Pixels up to which an outline is right."""
INSIDE = 8
"""Pixels from the outline inwards where the inside begins."""
PLAIN = 3.0
"""Standard deviations by which the log-ratio inside a change differs from that outside, from which on the change is plain to see."""
ALL, PLAINLY, FAINTLY = "all", "plain", "faint"


@dataclass(frozen=True)
class Outlines:
    """Pixels of the pairs in which something has changed, summed up, and of those in which nothing has.

    Attributes:
        hit, either: changed in map and truth, in one of the two.
        drawn, drawn_near: on the map's outline, and of these within `REACH` of the true one.
        true, true_near: the same the other way round.
        inside, inside_found: changed, `INSIDE` or more from its outline, and of these found.
        same, same_found: of pairs in which nothing has changed, and of these called changed.
    """

    hit: int = 0
    either: int = 0
    drawn: int = 0
    drawn_near: int = 0
    true: int = 0
    true_near: int = 0
    inside: int = 0
    inside_found: int = 0
    same: int = 0
    same_found: int = 0

    def __add__(self, other: Outlines) -> Outlines:
        return Outlines(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def outlines_of(found: BoolArray, truth: BoolArray) -> Outlines:
    """Return the counts of one map beside its truth, bool (H, W) each. The image's border is no outline."""
    if not truth.any():
        return Outlines(same=truth.size, same_found=int(found.sum()))
    drawn, true = (mask & ~ndimage.binary_erosion(mask, border_value=1) for mask in (found, truth))
    inside = ndimage.binary_erosion(truth, iterations=INSIDE, border_value=1)
    counts = (found & truth, found | truth, drawn, drawn & _near(true), true, true & _near(drawn), inside, inside & found)
    return Outlines(*(int(one.sum()) for one in counts))


def evaluate_outlines(pairs: int, model: str, report: Callable[[str], None]) -> dict[tuple[str, str], Outlines]:
    """Map simulated pairs, a fifth of which have not changed, through the users' pipeline.

    Args:
        pairs: how many.
        model: name or card of the student; empty: the default one.
        report: told which pair is mapped.

    Returns:
        the sums by method, of all pairs, of those whose change is plain to see, and of those where it is faint (`PLAIN`).
    """
    found = {(method, pairs_of): Outlines() for method in METHODS for pairs_of in (ALL, PLAINLY, FAINTLY)}
    for number, one in enumerate(simulate_pairs(pairs, SEED)):
        report(f"pair {number + 1} of {pairs}")
        groups = [ALL, PLAINLY if contrast(one) >= PLAIN else FAINTLY] if one.mask.any() else [ALL]
        with tempfile.TemporaryDirectory() as folder:
            write_picture(Path(folder) / "after.png", one.pair.newer)
            write_picture(Path(folder) / "before.png", one.pair.older)
            for method in METHODS:
                outlines = outlines_of(map_pair(Path(folder), method, model)[0], one.mask)
                for group in groups:
                    found[method, group] += outlines
    return found


def contrast(one: SimulatedPair) -> float:
    """Return by how many standard deviations the medians of the log-ratio differ inside and outside of the change of a pair."""
    dates = comparable(one.pair)
    change = log_ratio(np.concatenate([dates.newer, dates.older]).astype(np.float32), display=True)
    inside, outside = change[one.mask], change[~one.mask]
    if not outside.size:
        return 0.0
    spread = np.sqrt((inside.var() + outside.var()) / 2)
    return float(abs(np.median(inside) - np.median(outside)) / max(float(spread), 1e-6))


def table(found: Mapping[tuple[str, str], Outlines]) -> str:
    """Return the figures as a Markdown table."""
    head = (
        "method",
        "changes",
        "IoU",
        f"of the map's outline, within {REACH} pixels of the true one",
        f"of the true outline, within {REACH} pixels of the map's",
        "of the inside, found",
        "of unchanged pairs, called changed",
    )
    rows = []
    for (method, group), one in found.items():
        shares = ((one.hit, one.either), (one.drawn_near, one.drawn), (one.true_near, one.true), (one.inside_found, one.inside))
        same = f"{one.same_found / max(1, one.same):.3f}" if group == ALL else ""
        rows.append([method, group, *(f"{part / max(1, whole):.3f}" for part, whole in shares), same])
    return markdown(head, rows)


def _near(outline: BoolArray) -> BoolArray:
    if not outline.any():
        return np.zeros_like(outline)
    return np.asarray(ndimage.distance_transform_edt(~outline) <= REACH)
