"""The flood of Porto Alegre, after minus before, beside weak masks; through the same pipeline that users run. No torch here.

The masks were drawn by a published network and are not truth: they are good in the open and miss the city's flooded streets.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import rasterio

from ...contract.classes import ClassCode
from ...contract.errors import InputError
from ...contract.job import Job, Source
from ...pipeline.detect import detect
from ...raster.arrays import ByteArray

METHODS = ("student", "otsu", "kittler", "fixed")


def evaluate_flood(data: Path, model: str, report: Callable[[str], None]) -> list[dict[str, object]]:
    """Measure flood = water after minus water before.

    Args:
        data: the folder of the set: ``s1_before.tif``, ``s1_after.tif``, ``weak_before.tif``, ``weak_after.tif``.
        model: name or card of the student; empty: the default one.
        report: told which method is running.

    Returns:
        for each method a dict with ``method`` and shares, 0 to 1: ``iou``, ``precision`` and ``recall`` against water of the weak masks
        after but not before; ``flood``, ``same`` (the before image compared with itself) and ``null`` (the before image compared with the
        weak mask of its own date), of the observed land mapped as flood; ``water`` and ``swapped`` (the same with the dates swapped), of
        what the weak masks call water on both dates mapped as flood.

    Raises:
        InputError: a file that is missing.
    """
    names = ("s1_before", "s1_after", "weak_before", "weak_after")
    paths = {name: data / f"{name}.tif" for name in names}
    missing = [path.name for path in paths.values() if not path.is_file()]
    if missing:
        raise InputError(
            f"{data} lacks {', '.join(missing)}.", f"Needed are {', '.join(names)} (.tif).", "Check the folder given with --data."
        )
    weak_before, weak_after = (_read(paths[name]) == 1 for name in ("weak_before", "weak_after"))
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        for method in METHODS:
            report(method)
            job = Job("flood", (), f"{folder}/map", method=method, model=model if method == "student" else "", overwrite=True)
            classes = _map(job, paths["s1_after"], before=paths["s1_before"])
            same = _map(job, paths["s1_before"], before=paths["s1_before"])
            null = _map(job, paths["s1_before"], reference=paths["weak_before"])
            swapped = _map(job, paths["s1_before"], before=paths["s1_after"])
            observed = classes != ClassCode.NOT_OBSERVED
            standing = observed & weak_before & weak_after
            land = observed & ~weak_before
            truth, flood = weak_after & land, classes == ClassCode.DETECTED
            hit = int((flood & truth).sum())
            rows.append(
                {
                    "method": method,
                    "iou": hit / int(((flood | truth) & observed).sum()),
                    "precision": hit / max(1, int(flood.sum())),
                    "recall": hit / int(truth.sum()),
                    "flood": float((flood & land).sum() / land.sum()),
                    "same": float(((same == ClassCode.DETECTED) & land).sum() / land.sum()),
                    "null": float(((null == ClassCode.DETECTED) & land).sum() / land.sum()),
                    "water": float(flood[standing].mean()),
                    "swapped": float((swapped == ClassCode.DETECTED)[standing].mean()),
                }
            )
    return rows


def table(rows: list[dict[str, object]]) -> str:
    """Return the rows as text."""
    columns = ("method", "iou", "precision", "recall", "flood", "same", "null", "water", "swapped")
    lines = ["  ".join(f"{name:>9}" for name in columns)]
    lines += ["  ".join(f"{row[name]:>9}" if name == "method" else f"{row[name]:9.4f}" for name in columns) for row in rows]
    return "\n".join(lines)


def _map(job: Job, after: Path, before: Path | None = None, reference: Path | None = None) -> ByteArray:
    sources = [Source((str(after),)), *([Source((str(before),), "before")] if before else [])]
    job = replace(job, sources=tuple(sources), reference_water=str(reference) if reference else "")
    return _read(Path(detect(job).files["class"]))


def _read(path: Path) -> ByteArray:
    with rasterio.open(path) as raster:
        return np.asarray(raster.read(1))
