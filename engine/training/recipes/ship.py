"""From trained students to what is shipped: the ONNX file, its 8-bit copy, and their cards."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import onnxruntime

from ..datasets.chips import UNKNOWN, Chip
from ..datasets.water import WaterData
from ..evaluation.contenders import SMALLER
from ..export.cards import CardFacts, write_card
from ..export.onnx_file import Detector, export
from ..export.quantise import quantise
from ..networks.student import HIGHEST_DB, LOWEST_DB, Student, count_parameters
from .candidates import Choice

OVERLAP = 128
"""Pixels that two windows share: a quarter of it is dropped at a window's edge, over the rest they blend."""

TITLES = {4: "Open water from Sentinel-1 VV and VH, one date", 2: "Open water from Sentinel-1 VV and VH, one date, finer"}
"""By the stem of the network."""
DESCRIPTION = (
    "Maps open water in calibrated Sentinel-1 VV and VH backscatter at about 10 m. It sees part of the water among plants (flooded "
    "vegetation), hardly any in flooded streets and between buildings, and it misses water roughened by wind or current; very smooth dry "
    "ground (airfields, dry sand, salt, wet snow) and radar shadow can pass for water. Trained with plain supervision on few chips of few "
    "places: a map is preliminary until somebody who knows the place has looked at it. On hand-labelled chips of seven places, each mapped "
    "by networks of the same recipe that never saw it, open floods are found well (usa, nigeria), floods among plants in part (paraguay, "
    "pakistan, bolivia), small water among fields hardly (mekong), and in spain plain thresholds do better; its figures say by how much."
)
DATA: tuple[dict[str, str], ...] = (
    {
        "name": "flood_db/hand",
        "source": "Sen1Floods11 (Bonafilia et al. 2020), STAC Overflow (paraguay): 7 chips of 7 places, labels drawn by hand on optical "
        "images; Copernicus Sentinel data",
        "terms": "no licence stated by the place it came from",
    },
    {
        "name": "flood_db/dfc2024",
        "source": "IEEE Data Fusion Contest 2024, sample; labels: Copernicus EMS flood and water, unknown wherever radar "
        "clearly contradicts them",
        "terms": "no licence stated by the place it came from",
    },
    {
        "name": "porto_alegre",
        "source": "open-flood (Pertusi et al. 2024); Copernicus Sentinel data 2024; weak masks from a published network, "
        "unknown wherever radar clearly contradicts them",
        "terms": "MIT (masks); Copernicus Sentinel data terms",
    },
    {"name": "simulated", "source": "Tidemark's own simulated scenes", "terms": "GPL-2.0-or-later"},
)


def ship(student: Student, choice: Choice, data: WaterData, seed: int, path: Path, without: str = "") -> list[Path]:
    """Write a student as ONNX, its 8-bit copy and a card beside each.

    Args:
        student: trained.
        choice: how it was trained, and how it is used.
        data: what it was trained on.
        seed: of the training.
        path: ``NAME.onnx``; the copy is ``NAME-int8.onnx``.
        without: the place of hand that it has not seen, if any; the cards say so.

    Returns:
        both cards.

    Raises:
        RuntimeError: the exported network differs from the trained one.
    """
    use = choice.use
    export(Detector(student, use.calibration.temperature, use.calibration.bias), path)
    chips = [chip for place, chip in data.hand.items() if place != without] + list(data.dfc2024.values())
    smaller = path.with_name(f"{path.stem}{SMALLER}.onnx")
    quantise(path, smaller, chips)
    facts = _facts(student, choice, [*chips, *data.porto_alegre], seed, without)
    quick = replace(facts, title=f"{facts.title}, 8 bits", weights="8 bits, static, calibrated on training chips")
    return [write_card(path, facts), write_card(smaller, quick)]


def _facts(student: Student, choice: Choice, chips: Sequence[Chip], seed: int, without: str) -> CardFacts:
    shape, settings, use = student.shape, choice.candidate.settings, choice.use
    return CardFacts(
        title=TITLES[shape.stem],
        description=DESCRIPTION,
        task="water",
        bands=("VV", "VH"),
        normalisation="fixed_db",
        clip_db=(LOWEST_DB, HIGHEST_DB),
        pixel_m=10.0,
        pixel_range_m=(8.0, 13.0),
        stride=shape.stride,
        overlap=OVERLAP,
        scales=use.scales,
        threshold=use.threshold,
        temperature=use.calibration.temperature,
        shift=use.calibration.bias,
        input_median_db=median_range(chips, ("VV", "VH")),
        parameters=count_parameters(student),
        recipe="plain supervision (engine/training/recipes/supervised.py)",
        settings={
            "candidate": choice.candidate.name,
            "stem": shape.stem,
            "width": shape.width,
            "levels": shape.levels,
            **{name: getattr(settings, name) for name in ("steps", "batch", "crop", "rate", "decay", "dice", "average")},
            "augmentation": asdict(settings.augmentation),
            "mixture": asdict(choice.candidate.mixture),
        },
        seed=seed,
        data=[{**DATA[0], "without": without}, *DATA[1:]] if without else DATA,
        created=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        framework_version=onnxruntime.__version__,
    )


def median_range(chips: Sequence[Chip], bands: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return, for each band, the lowest and highest median of the chips' observed pixels, in dB with one decimal."""
    medians = np.array([np.median(chip.image[:, chip.label != UNKNOWN], axis=1) for chip in chips])
    return {
        band: (round(float(low), 1), round(float(high), 1))
        for band, low, high in zip(bands, medians.min(axis=0), medians.max(axis=0), strict=True)
    }
