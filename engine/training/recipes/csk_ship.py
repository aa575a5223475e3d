"""The student of two sensors as it is shipped: a network for the radar alone, one for both, and one card."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from ...contract.card import grouped_digest
from ..datasets.chips import FloatArray
from ..datasets.two_sensors import PERCENTILES, Sensors
from ..export.cards import CardFacts, both_path, write_card
from ..export.onnx_file import StretchedDetector, export, folded, stretched
from ..networks.student import Student, count_multiplications, count_parameters
from ..networks.two_sensors import Pair, TwoSensors, in_step, swapped
from .cross_modal import RadarStudent
from .cross_modal_run import HALF
from .csk import Recipe
from .csk_run import BOTH_GROUP, RADAR_ONLY, Run, load

OVERLAP = 128
THRESHOLD = 0.5
ROLES = ("swir", "nir", "visible")
BANDS = (
    {"name": "after", "description": "Backscatter of the image to map in one polarisation, dB or display bytes"},
    {"name": "before", "description": "The same polarisation of the image before, on the same grid"},
)
OPTICAL_BANDS = tuple(
    {"name": f"{role} {date}", "description": f"Optical band of the image {date}: {role}; only for the network that takes it"}
    for date in ("after", "before")
    for role in ROLES
)
CLASSES = (
    {"value": 0, "name": "not_detected", "description": "No flood was detected; flooded vegetation and streets may be."},
    {"value": 1, "name": "flood", "description": "Open water that was not there before."},
)
TITLE = "Flood between two radar dates, with or without optical images of both"
DESCRIPTION = (
    "Maps water that was not there before, from two radar dates in one polarisation at a time; of two, the mean of their probabilities is "
    "taken. Where optical images of both dates show the ground, a second network uses them too; clouded ground is left to the "
    "radar. It learned from pictures of 8 bits whose optical bands are unnamed; that they are short-wave infrared, near infrared and "
    "visible is an inference. Flooded vegetation and streets are hardly seen, wet or ploughed fields can pass for flood. A map is "
    "preliminary until somebody who knows the place has looked at it."
)
DATA = (
    {
        "name": "ombria/train",
        "source": "OMBRIA (Drakonakis et al. 2022): Sentinel-1 and Sentinel-2 before and after floods, 8-bit, with masks",
        "terms": "no licence stated by the place it came from; Copernicus Sentinel and Copernicus EMS terms",
    },
)


class PairDetector(StretchedDetector):
    """Both students, their exchange and the gate as they are shipped: norms are folded, what is exchanged stands fast."""

    def __init__(self, network: TwoSensors) -> None:
        super().__init__(network.radar)
        self.optical = folded(network.optical)
        self.fusion, self.head, self.columns = network.fusion, network.head, network.joints.columns
        self.swaps = network.swaps()

    def forward(  # type: ignore[override]
        self, image: Tensor, low: Tensor, high: Tensor, optical: Tensor, optical_low: Tensor, optical_high: Tensor
    ) -> Tensor:
        """Both images (N, C, H, W) in units of their limits (C,), to probability (N, 1, H, W)."""
        images = stretched(image, low, high), stretched(optical, optical_low, optical_high)
        _, features = in_step((self.student, self.optical), images, self._swap)
        return torch.sigmoid(cast(Tensor, self.head(self.fusion(*features))))

    def feed(self, shape: tuple[int, ...], rng: np.random.Generator) -> dict[str, FloatArray]:
        """Return inputs by name, of display bytes."""
        optical = super().feed((shape[0], self.optical.shape.bands, *shape[2:]), rng)
        return {
            **super().feed(shape, rng),
            **{f"optical{'' if name == 'image' else f'_{name}'}": value for name, value in optical.items()},
        }

    def _swap(self, stage: int, features: Pair) -> Pair:
        return swapped(features, stage, self.swaps[stage], self.columns)


def radar_student(network: TwoSensors) -> RadarStudent:
    """Return the radar's side as a plain student.

    Raises:
        RuntimeError: it is larger or slower than a student that was trained alone.
    """
    alone = RadarStudent(network.shape)
    alone.load_state_dict(network.radar.state_dict())
    image = torch.zeros(1, network.shape.bands, 4 * network.shape.stride, 4 * network.shape.stride)
    plain = Student(network.shape)
    same_size = count_parameters(alone) == count_parameters(network.radar) == count_parameters(plain)
    if not same_size or count_multiplications(alone, image) != count_multiplications(plain, image):
        raise RuntimeError("the radar's side is no plain student")
    return alone.eval()


def ship(sensors: Sensors, recipe: Recipe, seed: int, arm: str, output: Path) -> Path:
    """Write ``flood-optical-SEED.onnx``, ``flood-optical-SEED-both.onnx`` and their card; return the card's path.

    Args:
        sensors: the set of floods.
        recipe: the arm was trained with.
        seed: it was trained with.
        arm: a student of two sensors.
        output: holds its weights and results.

    Raises:
        RuntimeError: an exported network differs from the trained one.
    """
    run = Run(sensors, recipe, sensors.splits()[0], seed, output / f"seed-{seed}")
    network = cast(TwoSensors, load(run, arm).network).cpu()
    path = output / f"flood-optical-{seed}.onnx"
    return write_networks(network, path, facts(network, recipe, seed, arm), figures(run, arm))


def write_networks(network: TwoSensors, path: Path, said: CardFacts, measured: Sequence[dict[str, Any]]) -> Path:
    """Write both networks and their card; return the card's path."""
    export(StretchedDetector(radar_student(network)), path)
    export(PairDetector(network), both_path(path))
    card = write_card(path, said, measured)
    _as_flood(card, both_path(path))
    return card


def figures(run: Run, arm: str) -> list[dict[str, Any]]:
    """Return what was measured of an arm, as a card holds it, each figure with the command that gives it."""
    result = json.loads(run.path(arm, ".json").read_text(encoding="utf-8"))
    base = run.recipe.base
    command = f"tidemark train csk {run.sensors.name} --data ../shared/data/ombria --output FOLDER --seed {run.seed} --steps {base.steps}"
    found = []
    for test, groups in result["tests"][HALF].items():
        for group, words in ((RADAR_ONLY, "radar only"), (BOTH_GROUP, "radar and optical, radar only under clouds")):
            hit, false, miss, _ = (int(total) for total in np.sum(list(groups[group].values()), axis=0))
            for name, part, whole in (("IoU", hit, hit + false + miss), ("precision", hit, hit + false), ("recall", hit, hit + miss)):
                if whole:
                    value = round(part / whole, 4)
                    data = f"{run.sensors.name}/{test}, {words}, at {THRESHOLD:g}"
                    found.append({"data": data, "measure": f"{name}, pooled", "value": value, "command": command})
    return found


def facts(network: TwoSensors, recipe: Recipe, seed: int, arm: str) -> CardFacts:
    """Return what the card says besides the figures."""
    return CardFacts(
        title=TITLE,
        description=DESCRIPTION,
        task="flood",
        bands=[band["name"] for band in BANDS],
        normalisation="scene_stretch",
        clip_db=(0.0, 0.0),
        pixel_m=10.0,
        pixel_range_m=(5.0, 20.0),
        stride=network.shape.stride,
        overlap=OVERLAP,
        scales=(1.0,),
        threshold=THRESHOLD,
        temperature=1.0,
        shift=0.0,
        input_median_db={},
        parameters=count_parameters(network.radar),
        recipe="CSK-Net (docs/recipes/csk.md)",
        settings={"arm": arm, **asdict(recipe)},
        seed=seed,
        data=DATA,
        created=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        framework_version=onnxruntime.__version__,
    )


def _as_flood(card: Path, both: Path) -> None:
    """Put the inputs, classes and second network into a card, which `write_card` fills for water in dB."""
    document = json.loads(card.read_text(encoding="utf-8"))
    properties: dict[str, Any] = document["properties"]
    image = properties["mlm:input"][0]
    unit = "dB or display bytes, without NaN; scaled to 0–1 between low and high inside the network."
    image["description"] = f"Two radar dates of one polarisation, {unit}"
    names = [band["name"] for band in OPTICAL_BANDS]
    optical = {**image, "name": "optical", "bands": names, "input": {**image["input"], "shape": [-1, len(names), -1, -1]}}
    optical["description"] = "Optical bands of both dates, any unit, without NaN; only for the network that takes them."
    properties["mlm:input"] += [
        *_limits(image, "", len(BANDS)),
        optical,
        *_limits(optical, "optical_", len(names)),
    ]
    properties["mlm:output"][0]["classification:classes"] = list(CLASSES)
    asset = document["assets"]["network"]
    asset["bands"] = list(BANDS)
    properties["bands"] = [*BANDS, *OPTICAL_BANDS]
    asset["title"] = "The network for radar alone, with normalisation and sigmoid inside"
    document["assets"]["network_with_optical"] = {
        **asset,
        "href": f"./{both.name}",
        "title": "The network for radar and optical images, with normalisation and sigmoid inside",
        "bands": [*BANDS, *OPTICAL_BANDS],
    }
    properties["tidemark:unit"] = "dB or display bytes"
    properties["tidemark:stretch_percentiles"] = list(PERCENTILES)
    properties["tidemark:optical_bands"] = list(ROLES)
    properties["tidemark:optical_sha256"] = grouped_digest(hashlib.sha256(both.read_bytes()).hexdigest())
    del properties["tidemark:clip_db"]
    card.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _limits(image: dict[str, Any], prefix: str, count: int) -> list[dict[str, Any]]:
    """Return the two inputs that say what becomes 0 and 1 in an image."""
    tensor = {"shape": [count], "dim_order": ["channel"], "data_type": "float32"}
    return [
        {
            **image,
            "name": f"{prefix}{name}",
            "description": f"What becomes {value}: percentile {at:g} of each band and date.",
            "input": tensor,
        }
        for name, value, at in (("low", 0, PERCENTILES[0]), ("high", 1, PERCENTILES[1]))
    ]
