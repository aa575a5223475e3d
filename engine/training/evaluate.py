"""Student and rivals measured side by side on labelled chips, each through the same pipeline that users run. No torch here."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio

from ..baselines import DarkerThan, Threshold
from ..detect import detect
from ..job import ClassCode, Job, Source
from .data import Chip, FloatArray
from .metrics import Counts, Figures, count, figures, mean_iou, pool

Map = tuple[FloatArray, npt.NDArray[np.bool_]]
Method = Callable[[Chip, Path], Map]

BANDS = ("VV", "VH")
PIPELINE = {"student": "student", "Otsu": "otsu", "Kittler-Illingworth": "kittler", "VV < -15.5 or VH < -23 dB": "fixed"}
"""Methods that `detect` offers, by the name that the table gives them."""
SINGLE_DB = (("VV", -15.5), ("VH", -23.0), ("VV", -13.0), ("VH", -19.0), ("VH", -20.0), ("VH", -21.0))
"""Fixed thresholds on one band: HydroSAR's two caps, SNAP's tutorial value, and three that were measured as good on these chips."""
POOLED, MEAN = "pooled", "mean of places"


@dataclass(frozen=True)
class Row:
    """One line of the table: a method on one place, or on all of them."""

    place: str
    method: str
    figures: Figures


def evaluate(chips: Sequence[Chip], model: str = "", report: Callable[[str], None] = lambda _: None) -> list[Row]:
    """Measure all methods on all chips.

    Args:
        chips: with the paths of their images; labels 255 are left out.
        model: name or card of the student; empty: the default one.
        report: told which method is running.

    Returns:
        rows by place, `POOLED` and `MEAN` first; of `MEAN` only the IoU is meant, the rest is NaN.

    Raises:
        TidemarkError: an image or a model that cannot be used.
    """
    counts: dict[str, dict[str, Counts]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, method in _methods(model).items():
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
    """Return the rows as text."""
    head = ("place", "method", "IoU", "P", "R", "F1", "bias", "ECE", "mapped")
    lines: list[tuple[str, ...]] = [head]
    for row in rows:
        f = row.figures
        numbers = (f.iou, f.precision, f.recall, f.f1, f.area_bias, f.ece, f.mapped)
        bias = 4
        lines.append((row.place, row.method, *(_number(n, signed=i == bias) for i, n in enumerate(numbers))))
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    text = []
    for number, line in enumerate(lines):
        if number and line[0] != lines[number - 1][0]:
            text.append("")
        text.append(
            "  ".join(cell.ljust(width) if i < 2 else cell.rjust(width) for i, (cell, width) in enumerate(zip(line, widths, strict=True)))
        )
    return "\n".join(text)


def as_records(rows: Sequence[Row]) -> list[dict[str, object]]:
    """Return the rows as plain dicts; what has no meaning is None."""
    return [
        {"place": row.place, "method": row.method}
        | {name: None if math.isnan(value) else round(value, 5) for name, value in asdict(row.figures).items()}
        for row in rows
    ]


def _methods(model: str) -> dict[str, Method]:
    methods: dict[str, Method] = {name: _through_pipeline(method, model) for name, method in PIPELINE.items()}
    for band, value in SINGLE_DB:
        methods[f"{band} < {value:g} dB"] = _one_threshold(band, value)
    return methods


def _through_pipeline(method: str, model: str) -> Method:
    def run(chip: Chip, folder: Path) -> Map:
        prefix = folder / f"{chip.name.split('/')[-1]}_{method}"
        source = Source(chip.paths, bands={band: number for number, band in enumerate(BANDS, start=1)})
        result = detect(Job("water", (source,), str(prefix), method=method, model=model if method == "student" else "", overwrite=True))
        with rasterio.open(result.files["class"]) as classes, rasterio.open(result.files["probability"]) as percent:
            return (percent.read(1) / 100.0).astype(np.float32), classes.read(1) == ClassCode.DETECTED

    return run


def _one_threshold(band: str, value_db: float) -> Method:
    """The pipeline's fixed method takes both bands' thresholds; one band alone is asked for here, with the same filter."""
    rule = DarkerThan("fixed", BANDS, (Threshold(BANDS.index(band), value_db),))

    def run(chip: Chip, _folder: Path) -> Map:
        water = rule.predict(chip.image)
        return water, water > 0.5

    return run


def _only_iou(value: float) -> Figures:
    return Figures(value, *(math.nan,) * 6)


def _number(value: float, signed: bool) -> str:
    if math.isnan(value):
        return "-"
    return f"{value:+.3f}" if signed else f"{value:.3f}"


def student_figures(rows: Sequence[Row], data: Path) -> list[dict[str, object]]:
    """Return the student's figures as a card holds them, each with the command that gives it."""
    name = "/".join(data.resolve().parts[-2:])
    command = f"tidemark evaluate water --data {name}"
    found = []
    for row in rows:
        if row.method == "student":
            for measure, value in (("IoU", row.figures.iou), ("precision", row.figures.precision), ("recall", row.figures.recall),
                                   ("area bias", row.figures.area_bias), ("ECE", row.figures.ece)):  # fmt: skip
                if not math.isnan(value):
                    found.append({"data": name, "measure": f"{measure}, {row.place}", "value": round(value, 3), "command": command})
    return found
