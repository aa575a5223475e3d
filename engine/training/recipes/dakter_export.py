"""The oil student as it is shipped: the ONNX file with the norm ``scene_stretch`` inside, and its card."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import onnxruntime

from ...contract.errors import InputError
from ..datasets.oil import PERCENTILES, SCALE
from ..export.cards import CardFacts, write_card
from ..export.onnx_file import StretchedDetector, export
from ..networks.student import count_parameters
from .cross_modal import RadarStudent
from .dakter import Variant
from .dakter_run import THRESHOLD, Work, label_of, load_student
from .dakter_students import Arm, Segmenter, StudentSettings

OVERLAP = 256
"""Pixels that two windows share: the network looks at half the size."""
PIXEL_M = 10.0
PIXEL_RANGE_M = (5.0, 40.0)
TITLE = "Possible oil on the sea from one radar band"
DESCRIPTION = (
    "Marks dark features on the sea that may be oil, in one co-polarised band (VV preferred), as dB or as display bytes. It was trained on "
    "patches all of which hold oil, with simulated clean and calm seas and the patches' own oil-free places as the only counter-examples: "
    "real look-alikes (calm water, biogenic film, rain cells, current shear, ice) were not tested, and it must be expected to mark them. "
    "The images that it was measured on come from the same scenes as those that it learned from, so the figures are optimistic. The ground "
    "pixel of the training images is not known; 10 m is assumed."
)
OIL_SOS = {
    "name": "oil_sos/train",
    "source": "Deep-SAR Oil Spill patches (SOS, Zhu et al. 2021): ALOS PALSAR and Sentinel-1, 8-bit, masks drawn by hand",
    "terms": "no licence stated by the place it came from",
}
OWN = {"name": "own images", "source": "images and masks of the one who trained it", "terms": "known to the one who trained it"}
SIMULATED = {"name": "simulated seas", "source": "Tidemark's own simulated scenes, without oil", "terms": "GPL-2.0-or-later"}
GENERATED = {
    "name": "generated pairs",
    "source": "a diffusion trained on the same share of the training images",
    "terms": "GPL-2.0-or-later",
}


def ship(work: Work, arm: Arm, variant: Variant, settings: StudentSettings, seed: int) -> Path:
    """Write ``oil-ARM-SEED.onnx`` and its card into the share's folder; return the card's path.

    Raises:
        InputError: the student has not been trained and measured.
        RuntimeError: the exported network differs from the trained one.
    """
    student = load_student(work, Segmenter.STUDENT, arm, variant, settings, seed)
    if not isinstance(student, RadarStudent):
        raise InputError("Only the student can be exported.", "", "Leave out --segmenter.")
    path = work.folder / f"oil-{label_of(arm, variant)}-{seed}.onnx"
    export(StretchedDetector(student), path)
    result = json.loads(work.student_path(Segmenter.STUDENT, arm, variant, seed, ".json").read_text(encoding="utf-8"))
    data = [OIL_SOS if work.data.resolve().name == "oil_sos" else OWN, SIMULATED, *([GENERATED] if arm.times else [])]
    card = write_card(
        path, _facts(student, settings, seed, label_of(arm, variant), work.share, data), card_figures(result, work, settings, arm, seed)
    )
    _as_oil(card)
    return card


def card_figures(result: dict[str, Any], work: Work, settings: StudentSettings, arm: Arm, seed: int) -> list[dict[str, Any]]:
    """Return what was measured as a card holds it, each figure with the command that gives it."""
    which = f"--arm {arm.name} --student-steps {settings.steps} --seed {seed}"
    command = f"tidemark train dakter --data {work.data.name} --output FOLDER --share {work.share:g} --stage students table {which}"
    on_val = f"{work.data.name}/val, patches of scenes that it learned from too, at {THRESHOLD:g}"
    found = [
        {"data": on_val, "measure": name, "value": round(result["figures"][key], 4), "command": command}
        for name, key in (("IoU", "iou"), ("precision", "precision"), ("recall", "recall"), ("F1", "f1"), ("ECE", "ece"))
    ]
    return found + [
        {"data": f"simulated clean sea, {wind} m/s", "measure": "false km² of 10 000 km²", "value": round(area, 1), "command": command}
        for wind, area in result["false_km2"].items()
    ]


def _facts(student: RadarStudent, settings: StudentSettings, seed: int, arm: str, share: float, data: list[dict[str, str]]) -> CardFacts:
    return CardFacts(
        title=TITLE,
        description=DESCRIPTION,
        task="oil",
        bands=("VV",),
        normalisation="scene_stretch",
        clip_db=(0.0, 0.0),
        pixel_m=PIXEL_M,
        pixel_range_m=PIXEL_RANGE_M,
        stride=student.shape.stride,
        overlap=OVERLAP,
        scales=(SCALE,),
        threshold=THRESHOLD,
        temperature=1.0,
        shift=0.0,
        input_median_db={},
        parameters=count_parameters(student),
        recipe="DAKTer (docs/recipes/dakter.md)",
        settings={"arm": arm, "share": share, **{name: value for name, value in asdict(settings).items() if name != "width"}},
        seed=seed,
        data=data,
        created=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        framework_version=onnxruntime.__version__,
    )


def _as_oil(card: Path) -> None:
    """Put the classes, inputs and unit of the oil student into a card, which `write_card` fills for water in dB."""
    document = json.loads(card.read_text(encoding="utf-8"))
    properties = document["properties"]
    stretch = {"shape": [1], "dim_order": ["channel"], "data_type": "float32"}
    image = properties["mlm:input"][0]
    image["description"] = "Backscatter in dB or display bytes, without NaN; scaled to 0–1 between low and high inside the network."
    properties["mlm:input"] += [
        {**image, "name": name, "description": f"What becomes {value}: percentile {percentile:g} of the scene.", "input": stretch}
        for name, value, percentile in (("low", 0, PERCENTILES[0]), ("high", 1, PERCENTILES[1]))
    ]
    properties["mlm:output"][0]["classification:classes"] = [
        {"value": 0, "name": "not_detected", "description": "No dark feature was detected."},
        {"value": 1, "name": "possible_oil", "description": "Possible oil, or another dark feature of the sea."},
    ]
    bands = [{"name": "VV", "description": "Radar backscatter of one band, co-polarised, VV preferred, dB or display bytes"}]
    properties["bands"] = document["assets"]["network"]["bands"] = bands
    properties["tidemark:unit"] = "dB or display bytes"
    properties["tidemark:stretch_percentiles"] = list(PERCENTILES)
    del properties["tidemark:clip_db"]
    card.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
