"""Contenders measured on labelled chips, and the table of it. No torch here."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..datasets.chips import Chip
from .contenders import Method
from .metrics import Counts, Figures, count, figures, mean_iou, pool

POOLED, MEAN = "pooled", "mean of places"


@dataclass(frozen=True)
class Row:
    """A method on one place, or on all of them."""

    place: str
    method: str
    figures: Figures


def evaluate(chips: Sequence[Chip], methods: Mapping[str, Method], report: Callable[[str], None] = lambda _: None) -> list[Row]:
    """Measure methods on chips.

    Args:
        chips: with the paths of their images; labels 255 are left out.
        methods: by name.
        report: told which method is running.

    Returns:
        rows by place, `POOLED` and `MEAN` first; of `MEAN` only the IoU is meant, the rest is NaN.

    Raises:
        TidemarkError: an image or a model that cannot be used.
    """
    counts: dict[str, dict[str, Counts]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, method in methods.items():
            report(name)
            counts[name] = {}
            for chip in chips:
                probability, detected = method(chip, Path(folder))
                counts[name][chip.name.split("/")[-1]] = count(probability, detected, chip.label)
    rows = [Row(POOLED, name, figures(pool(list(found.values())))) for name, found in counts.items()]
    rows += [Row(MEAN, name, _only_iou(mean_iou(list(found.values())))) for name, found in counts.items()]
    places = [chip.name.split("/")[-1] for chip in chips]
    return rows + [Row(place, name, figures(found[place])) for place in places for name, found in counts.items()]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table: one line for each method, its figures pooled over the chips, then the IoU of each chip.

    Of a chip without water the share mapped as water stands instead, in brackets.
    """
    places = list(dict.fromkeys(row.place for row in rows if row.place not in (POOLED, MEAN)))
    found = {(row.method, row.place): row.figures for row in rows}
    lines = [["method", "IoU, pooled", "IoU, mean", "P", "R", "F1", "area bias", "ECE", *places]]
    lines.append(["---"] * len(lines[0]))
    for method in dict.fromkeys(row.method for row in rows):
        f = found[method, POOLED]
        numbers = [f"{value:.3f}" for value in (f.iou, found[method, MEAN].iou, f.precision, f.recall, f.f1)]
        by_place = [_of_chip(found[method, place]) for place in places]
        lines.append([method, *numbers, f"{f.area_bias:+.3f}", f"{f.ece:.3f}", *by_place])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines).replace("nan", "–")


def as_records(rows: Sequence[Row]) -> list[dict[str, object]]:
    """Return the rows as plain dicts; what has no meaning is None."""
    return [
        {"place": row.place, "method": row.method}
        | {name: None if math.isnan(value) else round(value, 5) for name, value in asdict(row.figures).items()}
        for row in rows
    ]


def card_figures(rows: Sequence[Row], method: str, data: str, command: str) -> list[dict[str, object]]:
    """Return a method's figures as a card holds them.

    Args:
        rows: of `evaluate`.
        method: its name there.
        data: what they were measured on, and how.
        command: that gives them.
    """
    found: list[dict[str, object]] = []
    for row in rows:
        if row.method == method:
            f = row.figures
            named = {"IoU": f.iou, "precision": f.precision, "recall": f.recall, "area bias": f.area_bias, "ECE": f.ece}
            found += [
                {"data": data, "measure": f"{measure}, {row.place}", "value": round(value, 3), "command": command}
                for measure, value in named.items()
                if not math.isnan(value)
            ]
    return found


def _only_iou(value: float) -> Figures:
    return Figures(value, *(math.nan,) * 6)


def _of_chip(one: Figures) -> str:
    return f"({one.mapped:.3f})" if math.isnan(one.recall) else f"{one.iou:.3f}"
