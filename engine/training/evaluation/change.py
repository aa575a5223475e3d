"""The classical two-date scenes ``change_pairs`` through the users' pipeline: student and baselines side by side. No torch here.

They are for measuring only; nothing is ever chosen or trained on them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...contract.classes import COLOURS, PROBABILITY_NODATA, ClassCode
from ...contract.errors import InputError
from ...contract.job import Job, Source
from ...pipeline.detect import detect
from ...raster.arrays import BoolArray, ByteArray
from ..datasets.chips import UNKNOWN
from ..datasets.images import read_bands, write_picture
from ..tables import markdown
from .metrics import Figures, count, figures

METHODS = ("student", "log-ratio", "otsu", "kittler")
CHANGES = (ClassCode.DETECTED, ClassCode.DECREASE, ClassCode.INCREASE)
GAP = 4
"""Pixels between the panels of a picture."""
ONE_BAND = "log-ratio, VV"
CITY_STEP = 2
"""Of the pixels of `porto_alegre` its picture shows every second one, down and across."""
QUARTERS = {
    "flooded, north": (slice(715, 825), slice(150, 780)),
    "dry, north": (slice(715, 825), slice(840, 1160)),
    "flooded, south": (slice(1160, 1480), slice(560, 800)),
    "dry, south": (slice(1160, 1480), slice(860, 1060)),
}
"""Rows and columns of `porto_alegre`: two quarters of Canoas whose streets are brown with water in the optical image after the flood, and
beside each one whose streets are not. Houses in water may send more back than before: double bounce."""


ChangeRow = dict[str, object]


def evaluate_change(data: Path, model: str, pictures: Path | None, report: Callable[[str], None]) -> list[ChangeRow]:
    """Measure the methods on every scene with one radar band on both dates; scenes with an optical date are outside the task.

    Args:
        data: a folder with a folder for each scene: ``before.png``, ``after.png``, ``mask.png`` (anything but 0 has changed).
        model: name or card of the student; empty: the default one.
        pictures: folder for a picture of each scene: older and newer date, mask, and each method's map; None: none.
        report: told which scene is running.

    Returns:
        for each scene and method a dict with ``scene``, ``method``, ``iou``, ``f1``, ``precision`` and ``recall`` of what has changed.

    Raises:
        InputError: there is no such scene, or a file is missing.
    """
    folders = sorted(path.parent for path in data.glob("*/mask.png"))
    scenes = {folder: _dates(folder) for folder in folders}
    radar = {folder: dates for folder, dates in scenes.items() if all(len(date) == 1 for date in dates)}
    if not radar:
        raise InputError(
            f"{data} holds no pair of radar images.", "Each scene is a folder with before.png, after.png and mask.png.", "Check --data."
        )
    rows: list[ChangeRow] = []
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    for folder, (newer, older) in radar.items():
        report(folder.name)
        mask = read_bands(folder / "mask.png")[0] > 0
        panels = [older[0], newer[0], mask.astype(np.uint8) * 255]
        for method in METHODS:
            found, observed = map_pair(folder, method, model)
            rows.append({"scene": folder.name, "method": method, **_row(found, mask, observed)})
            panels.append(found.astype(np.uint8) * 255)
        if pictures:
            _draw(pictures / f"{folder.name}.png", [panel[None] for panel in panels])
    return rows


def table(rows: list[ChangeRow]) -> str:
    """Return the rows as a Markdown table: IoU and F1 of each method, scene by scene, and their means."""
    methods = list(dict.fromkeys(str(row["method"]) for row in rows))
    scenes = list(dict.fromkeys(str(row["scene"]) for row in rows))
    found = {(row["scene"], row["method"]): np.array([row["iou"], row["f1"]], np.float64) for row in rows}
    values = {scene: [found[scene, method] for method in methods] for scene in scenes}
    values["mean"] = [np.mean([found[scene, method] for scene in scenes], axis=0) for method in methods]
    head = ["scene", *(f"{method}: IoU, F1" for method in methods)]
    return markdown(head, ([scene, *(f"{iou:.3f}, {f1:.3f}" for iou, f1 in pairs)] for scene, pairs in values.items()))


def evaluate_city(data: Path, model: str, pictures: Path | None, report: Callable[[str], None]) -> list[ChangeRow]:
    """Measure the methods on calibrated data: the flood of ``porto_alegre``, which must come out as a decrease of backscatter.

    Args:
        data: the folder of the set: ``s1_before.tif``, ``s1_after.tif``, ``weak_before.tif``, ``weak_after.tif``; for a picture also
            ``s2_before.tif``, ``s2_after.tif``. The masks were drawn by a published network and are not truth.
        model: name or card of the student; empty: the default one.
        pictures: folder for one picture: both optical images, and each method's map in the colours of the quick look; None: none.
        report: told which method is running.

    Returns:
        for each method, and for the log-ratio of VV alone, a dict with ``method``; ``iou``, ``precision`` and ``recall`` of the class
        decrease against water of the weak masks after but not before; ``land`` and ``water``: share called changed, either way, of what is
        dry, or water, in both masks; and for each of `QUARTERS` the share called increase.

    Raises:
        InputError: a file is missing.
    """
    before, after = (read_bands(data / f"weak_{date}.tif")[0] == 1 for date in ("before", "after"))
    panels = [read_bands(data / f"s2_{date}.tif") for date in ("before", "after")] if pictures else []
    rows: list[ChangeRow] = []
    for method in (*METHODS, ONE_BAND):
        report(method)
        bands = {"VV": 1} if method == ONE_BAND else {}
        sources = tuple(Source((str(data / f"s1_{role}.tif"),), role, bands) for role in ("after", "before"))
        classes = _classes(sources, method.split(",")[0], model)
        changed = np.isin(classes, CHANGES)
        observed = classes != ClassCode.NOT_OBSERVED
        one = _row(classes == ClassCode.DECREASE, after & ~before, observed)
        same = {"land": observed & ~before & ~after, "water": observed & before & after}
        shares = {name: _share(changed, where) for name, where in same.items()}
        brighter = {name: _share(classes[place] == ClassCode.INCREASE, observed[place]) for name, place in QUARTERS.items()}
        rows.append({"method": method, **one, **shares, **brighter})
        panels.append(_coloured(classes))
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
        _draw(pictures / "porto_alegre.png", [panel[:, ::CITY_STEP, ::CITY_STEP] for panel in panels])
    return rows


def city_table(rows: list[ChangeRow]) -> str:
    """Return the rows of `evaluate_city` as a Markdown table."""
    columns = ("iou", "precision", "recall", "land", "water", *QUARTERS)
    return markdown(["method", *columns], ([str(row["method"]), *(f"{row[name]:.3f}" for name in columns)] for row in rows))


def _dates(folder: Path) -> tuple[npt.NDArray[np.generic], npt.NDArray[np.generic]]:
    return read_bands(folder / "after.png"), read_bands(folder / "before.png")


def map_pair(folder: Path, method: str, model: str) -> tuple[BoolArray, BoolArray]:
    """Return what has changed between ``before.png`` and ``after.png`` and what was observed, bool (H, W) each.

    Args:
        folder: holds both images.
        method: one of `METHODS`.
        model: name or card of the student; empty: the default one.
    """
    classes = _classes((Source((str(folder / "after.png"),)), Source((str(folder / "before.png"),), "before")), method, model, zeros="dark")
    return np.isin(classes, CHANGES), classes != ClassCode.NOT_OBSERVED


def _classes(sources: tuple[Source, ...], method: str, model: str, zeros: str = "auto") -> ByteArray:
    with tempfile.TemporaryDirectory() as place:
        job = Job("change", sources, f"{place}/map", method=method, model=model if method == "student" else "", zeros=zeros)
        return read_bands(Path(detect(job).files["class"]))[0].astype(np.uint8)


def _row(found: BoolArray, mask: BoolArray, observed: BoolArray) -> ChangeRow:
    label = np.where(observed, mask, UNKNOWN).astype(np.uint8)
    one: Figures = figures(count(found.astype(np.float32), found, label))
    return {"iou": one.iou, "f1": one.f1, "precision": one.precision, "recall": one.recall}


def _share(found: BoolArray, where: BoolArray) -> float:
    return float((found & where).sum() / max(1, where.sum()))


def _coloured(classes: ByteArray) -> ByteArray:
    """Return a map in colours, uint8 (3, H, W); unchanged ground is white."""
    palette = np.full((256, 3), 255, np.uint8)
    for code, colour in COLOURS.items():
        palette[code] = colour
    return np.moveaxis(palette[classes], -1, 0)


def _draw(path: Path, panels: list[ByteArray]) -> None:
    """Draw panels, uint8 (bands, H, W) each, beside each other."""
    bands, height, _ = panels[0].shape
    gap = np.full((bands, height, GAP), PROBABILITY_NODATA, np.uint8)
    write_picture(path, np.concatenate([part for panel in panels for part in (gap, panel)][1:], axis=2))
