"""From trained students to what is shipped: the ONNX file and its card."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnxruntime

from .candidates import Choice
from .cards import CardFacts, write_card
from .data import UNKNOWN, Chip
from .export import export
from .networks.student import HIGHEST_DB, LOWEST_DB, Student, count_parameters
from .water import WaterData

OVERLAP = 128
"""Pixels that two windows share: a quarter of it is dropped at a window's edge, over the rest they blend."""

TITLE = "Open water from Sentinel-1 VV and VH, one date"
DESCRIPTION = (
    "Maps open, calm water in calibrated Sentinel-1 VV and VH backscatter at about 10 m. It does not see flooded vegetation, "
    "flooded streets and buildings, and it misses water roughened by wind or current; very smooth dry ground (airfields, dry sand, salt, "
    "wet snow) and radar shadow can pass for water. Trained with plain supervision on few chips of few places: a map is preliminary until "
    "somebody who knows the place has looked at it. It is careful rather than complete: on hand-labelled chips of seven unseen places it "
    "is level with Otsu's threshold and finds less than fixed thresholds of VH < -19 to -21 dB, which take up to 19 % of a dry chip "
    "for water."
)
DATA = (
    {
        "name": "flood_db/dfc2024",
        "source": "IEEE Data Fusion Contest 2024, sample; labels: Copernicus EMS flood and water",
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


def ship(student: Student, choice: Choice, data: WaterData, seed: int, path: Path) -> Path:
    """Write ``NAME.onnx`` at `path` and its card beside it; return the card's path.

    Raises:
        RuntimeError: the exported network differs from the trained one.
    """
    export(student, path, choice.temperature)
    shape, settings, mixture = student.shape, choice.candidate.settings, choice.candidate.mixture
    chips = [*data.dfc2024.values(), *data.porto_alegre]
    facts = CardFacts(
        title=TITLE,
        description=DESCRIPTION,
        task="water",
        bands=("VV", "VH"),
        normalisation="fixed_db",
        clip_db=(LOWEST_DB, HIGHEST_DB),
        pixel_m=10.0,
        pixel_range_m=(8.0, 13.0),
        stride=shape.stride,
        overlap=OVERLAP,
        scales=choice.scales,
        threshold=choice.threshold,
        temperature=choice.temperature,
        input_median_db=median_range(chips, ("VV", "VH")),
        parameters=count_parameters(student),
        recipe="plain supervision (engine/training/supervised.py)",
        settings={
            "candidate": choice.candidate.name,
            "stem": shape.stem,
            "width": shape.width,
            "levels": shape.levels,
            **{name: getattr(settings, name) for name in ("steps", "batch", "crop", "rate", "decay", "dice", "average")},
            "augmentation": asdict(settings.augmentation),
            "mixture": asdict(mixture),
        },
        seed=seed,
        data=DATA,
        created=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        framework_version=onnxruntime.__version__,
    )
    return write_card(path, facts)


def median_range(chips: Sequence[Chip], bands: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return, for each band, the lowest and highest median of the chips' observed pixels, in dB with one decimal."""
    medians = np.array([np.median(chip.image[:, chip.label != UNKNOWN], axis=1) for chip in chips])
    return {
        band: (round(float(low), 1), round(float(high), 1))
        for band, low, high in zip(bands, medians.min(axis=0), medians.max(axis=0), strict=True)
    }
