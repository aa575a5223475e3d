"""The change student as it is shipped: the ONNX file and its card."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from ..datasets.change_data import STRETCH
from ..datasets.change_masks import AMBIGUOUS
from ..evaluation.change_scores import THRESHOLDS
from ..export.cards import CardFacts, write_card
from ..export.onnx_file import StretchedDetector, export
from ..networks.student import count_parameters
from .cross_modal import RadarStudent
from .kd_msi_run import Settings
from .kd_msi_table import FIXED, SHIPPED, Scores, pooled

OVERLAP = 128
SCALES = (1.0,)
BANDS = (
    {"name": "newer", "description": "Backscatter of the newer date in one polarisation, dB or display bytes"},
    {"name": "older", "description": "The same of the older date, on the same grid; of display bytes with the newer date's histogram"},
)
CLASSES = (
    {"value": 0, "name": "not_detected", "description": "No change was detected."},
    {"value": 1, "name": "change", "description": "Backscatter has changed, either way."},
)
DESCRIPTION = (
    "Maps where radar backscatter has changed between two dates, either way, in one polarisation at a time; of two, the mean of their "
    "probabilities is taken. It learned from floods alone, with the dates swapped at random, and from image-level labels (any pixel of a "
    f"tile changed or none; tiles with up to {100 * AMBIGUOUS:g} % were left out), so outlines are coarse. Wind on water, rain, snow and "
    "crops change backscatter too. It never shows damage. A map is preliminary until somebody who knows the place has looked at it."
)
DATA = (
    {
        "name": "ombria/train",
        "source": "OMBRIA (Drakonakis et al. 2022): Sentinel-1 before and after floods, 8-bit; image-level labels from its masks",
        "terms": "no licence stated by the place it came from; Copernicus Sentinel and Copernicus EMS terms",
    },
    {
        "name": "emsr763",
        "source": "Copernicus EMS activation EMSR763: Sentinel-1 VV and VH before and after a flood, 8-bit; labels from its mask",
        "terms": "Copernicus Sentinel and Copernicus EMS terms",
    },
)


def ship(student: RadarStudent, settings: Settings, seed: int, scores: Scores, path: Path) -> Path:
    """Write a student as ``NAME.onnx`` and its card beside it; return the card's path.

    Args:
        student: the small one of stage 3.
        settings: it was trained with.
        seed: it was trained with.
        scores: measured ones, of which the student's own go into the card.
        path: ``NAME.onnx``.

    Raises:
        RuntimeError: the exported network differs from the trained one.
    """
    export(StretchedDetector(student), path)
    shape = student.shape
    facts = CardFacts(
        title="Backscatter change between two dates, one polarisation",
        description=DESCRIPTION,
        task="change",
        bands=[band["name"] for band in BANDS],
        normalisation="scene_stretch",
        clip_db=(0.0, 0.0),
        pixel_m=10.0,
        pixel_range_m=(5.0, 20.0),
        stride=shape.stride,
        overlap=OVERLAP,
        scales=SCALES,
        threshold=FIXED,
        temperature=1.0,
        shift=0.0,
        input_median_db={},
        parameters=count_parameters(student),
        recipe="KD-MSI, stage 3 (docs/recipes/kd-msi.md)",
        settings=asdict(settings),
        seed=seed,
        data=DATA,
        created=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        framework_version=onnxruntime.__version__,
    )
    card = write_card(path, facts, _figures(scores, seed))
    _as_change(card)
    return card


def _figures(scores: Scores, seed: int) -> list[dict[str, object]]:
    one = scores[SHIPPED][seed]
    row = THRESHOLDS.index(FIXED)
    shares = [false / max(1, total) for false, total in (one.unchanged[row], one.copies[row])]
    names = ("IoU", "precision", "recall", "F1", "false change in unchanged tiles", "false change in copies with new speckle")
    values = [*pooled(one)[row], *shares]
    command = "tidemark train kd-msi --data ../shared/data --output FOLDER --seed 1 2 3"
    return [
        {"data": f"ombria/val, one scale, at {FIXED:g}", "measure": f"{name}, pooled", "value": round(float(value), 4), "command": command}
        for name, value in zip(names, values, strict=True)
        if np.isfinite(value)
    ]


def _as_change(card: Path) -> None:
    """Put the inputs, classes and unit of the change student into a card, which `write_card` fills for water in dB."""
    document = json.loads(card.read_text(encoding="utf-8"))
    properties: dict[str, Any] = document["properties"]
    image = properties["mlm:input"][0]
    image["description"] = "Two dates, in dB or display bytes, without NaN; scaled to 0–1 between low and high inside the network."
    limits = {"shape": [len(BANDS)], "dim_order": ["channel"], "data_type": "float32"}
    properties["mlm:input"] += [
        {**image, "name": name, "description": f"What becomes {value}: percentile {percentile:g} of both dates together.", "input": limits}
        for name, value, percentile in (("low", 0, STRETCH[0]), ("high", 1, STRETCH[1]))
    ]
    properties["mlm:output"][0]["classification:classes"] = list(CLASSES)
    properties["bands"] = document["assets"]["network"]["bands"] = list(BANDS)
    properties["tidemark:unit"] = "dB or display bytes"
    properties["tidemark:stretch_percentiles"] = list(STRETCH)
    del properties["tidemark:clip_db"]
    card.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
