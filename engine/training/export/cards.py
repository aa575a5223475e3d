"""Writing model cards: a STAC Item with the Machine Learning Model (MLM) extension. Standard library only."""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from ...contract.card import grouped_digest

MLM = "https://stac-extensions.github.io/mlm/v1.5.2/schema.json"
CLASSIFICATION = "https://stac-extensions.github.io/classification/v2.0.0/schema.json"


@dataclass(frozen=True)
class Band:
    """A band of an input, for people: its name and what it holds."""

    name: str
    description: str


@dataclass(frozen=True)
class Stretch:
    """A scaling of bands of any unit inside the network: the values that become 0 and 1 are inputs of their own.

    Attributes:
        percentiles: from which the values are taken.
        of: what the percentiles are of, in words.
        contrast_db: of the norm ``sea_contrast``: off the surrounding sea, what becomes 0 and 1 of an image in dB; None: the percentiles
            (``scene_stretch``).
    """

    percentiles: tuple[float, float]
    of: str
    contrast_db: tuple[float, float] | None = None

    def describe(self, end: int) -> str:
        """Return what becomes 0 (`end` 0) or 1, in words."""
        words = f"What becomes {end}: percentile {self.percentiles[end]:g} of {self.of}"
        if self.contrast_db is None:
            return f"{words}."
        limit = ", lowered so that speckle alone is not stretched" if end == 0 else ""
        return f"{words}{limit}; of an image in dB, {self.contrast_db[end]:+g} dB, the image being given against its surroundings."


@dataclass(frozen=True)
class Image:
    """An image that a network takes: the name of the input, what it is, its bands."""

    name: str
    description: str
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class MapClass:
    """A class of the map that a network gives: its name in files, and what it means."""

    name: str
    description: str


@dataclass(frozen=True)
class Model:
    """The facts that hold for every network of one purpose.

    Attributes:
        title, description: for people; the description says where the model fails.
        task: the task it serves.
        images: the inputs of bands; the first one is always needed, a second one is optical and only for a second network.
        scaling: the range in dB that becomes 0 to 1 inside the network (the norm ``fixed_db``), or a stretch by the scene's own percentiles
            (``scene_stretch``).
        classes: of the map, 0 first.
        pixel_m, pixel_range_m: ground pixel of the training data, and the range that is taken as it is, in metres.
        overlap: of two windows, in pixels.
        data: what it is trained on under which terms.
        optical_roles: what the bands of one optical date are.
    """

    title: str
    description: str
    task: str
    images: tuple[Image, ...]
    scaling: tuple[float, float] | Stretch
    classes: tuple[MapClass, ...]
    pixel_m: float
    pixel_range_m: tuple[float, float]
    overlap: int
    data: tuple[Mapping[str, str], ...]
    optical_roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Training:
    """The training of one network, and its use.

    Attributes:
        recipe, settings, seed: how it was trained.
        stride: multiple of the window's sides, in pixels.
        parameters: trained values of the network.
        threshold: probability from which a pixel is detected.
        possible_threshold: probability of the second output from which what is not detected is possible; None: there is one output.
        scales: of multiscale inference.
        temperature, shift: of calibration of each output: probability = sigmoid((logit + shift) / temperature).
        input_median_db: by band, the range of the chips' medians seen in training, in dB.
        weights: how they are stored.
        log_ratio_weight: of the task ``change``: share of the log-ratio in the probability.
        optical_dates: of a model with optical bands: how many optical images it needs, 2, or 1 where it can do without the older one.
    """

    recipe: str
    settings: Mapping[str, Any]
    seed: int
    stride: int
    parameters: int
    threshold: float
    possible_threshold: float | None = None
    scales: Sequence[float] = (1.0,)
    temperature: Sequence[float] = (1.0,)
    shift: Sequence[float] = (0.0,)
    input_median_db: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    weights: str = "32 bits"
    log_ratio_weight: float = 0.0
    optical_dates: int = 2


def write_card(network: Path, model: Model, training: Training, figures: Sequence[Mapping[str, Any]] = ()) -> Path:
    """Write ``NAME.json`` beside a network ``NAME.onnx``; return its path.

    Args:
        network: the ONNX file; of a model with optical bands the second network lies at `both_path`.
        model, training: see there.
        figures: measured figures, each ``{"data", "measure", "value", "command"}``.
    """
    path = network.with_suffix(".json")
    _write(path, _document(network, model, training, figures))
    return path


def record_figures(card: Path, figures: Sequence[Mapping[str, Any]]) -> None:
    """Write figures into a card; those that were there of the same data and measure are replaced."""
    document = json.loads(card.read_text(encoding="utf-8"))
    new = {(figure["data"], figure["measure"]) for figure in figures}
    properties = document["properties"]
    kept = [figure for figure in properties["tidemark:figures"] if (figure["data"], figure["measure"]) not in new]
    properties["tidemark:figures"] = [*kept, *(dict(figure) for figure in figures)]
    _write(card, document)


def both_path(network: Path) -> Path:
    """Return where the network that takes optical images as well lies, beside the one that does without."""
    return network.with_name(f"{network.stem}-both.onnx")


def install(card: Path, folder: Path, name: str, default: bool) -> Path:
    """Copy a card and its networks into a folder under another name; return the new card's path.

    Args:
        card: of the model.
        folder: where installed models lie.
        name: its new name.
        default: its task takes it when no model is named, and no other one any more.
    """
    document = json.loads(card.read_text(encoding="utf-8"))
    networks = {"network": folder / f"{name}.onnx", "network_with_optical": both_path(folder / f"{name}.onnx")}
    for role, asset in document["assets"].items():
        shutil.copyfile(card.parent / asset["href"], networks[role])
        asset["href"] = f"./{networks[role].name}"
    document["id"] = document["properties"]["mlm:name"] = name
    document["properties"]["tidemark:default"] = default
    path = folder / f"{name}.json"
    if default:
        _take_back_default(folder, document["properties"]["tidemark:task"])
    _write(path, document)
    return path


def _take_back_default(folder: Path, task: str) -> None:
    for path in folder.glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        properties = document["properties"]
        if properties["tidemark:task"] == task and properties["tidemark:default"]:
            properties["tidemark:default"] = False
            _write(path, document)


def _write(path: Path, document: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _document(network: Path, model: Model, training: Training, figures: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    created = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": [MLM, CLASSIFICATION],
        "id": network.stem,
        "geometry": None,
        "properties": {
            "title": model.title,
            "description": model.description,
            "datetime": created,
            "created": created,
            "license": "GPL-2.0-or-later",
            "bands": [asdict(band) for image in model.images for band in image.bands],
            **_mlm(network, model, training),
            **_own(network, model, training, figures),
        },
        "links": [],
        "assets": _assets(network, model.images),
    }


def _assets(network: Path, images: Sequence[Image]) -> dict[str, Any]:
    """Return the network that needs the first image alone, and the one that takes all of them where there are more."""
    alone = {
        "href": f"./{network.name}",
        "type": "application/octet-stream; framework=onnx",
        "title": "The network, with normalisation and sigmoid inside",
        "roles": ["mlm:model", "mlm:weights"],
        "mlm:artifact_type": "onnx",
        "bands": [asdict(band) for band in images[0].bands],
    }
    if len(images) == 1:
        return {"network": alone}
    both = {
        "href": f"./{both_path(network).name}",
        "title": "The network for radar and optical images, with normalisation and sigmoid inside",
        "bands": [asdict(band) for image in images for band in image.bands],
    }
    alone["title"] = "The network for radar alone, with normalisation and sigmoid inside"
    return {"network": alone, "network_with_optical": alone | both}


def _mlm(network: Path, model: Model, training: Training) -> dict[str, Any]:
    return {
        "mlm:name": network.stem,
        "mlm:architecture": "residual U-Net, pixel-unshuffle stem",
        "mlm:framework": "ONNX",
        "mlm:framework_version": metadata.version("onnxruntime"),
        "mlm:memory_size": network.stat().st_size,
        "mlm:total_parameters": training.parameters,
        "mlm:pretrained": True,
        "mlm:batch_size_suggestion": 1,
        "mlm:accelerator": "amd64",
        "mlm:accelerator_constrained": False,
        "mlm:tasks": ["semantic-segmentation"],
        "mlm:input": [entry for image in model.images for entry in _inputs(image, model.scaling)],
        "mlm:output": [
            {
                "name": "probability",
                "tasks": ["semantic-segmentation"],
                "result": _tensor(len(training.temperature)),
                "classification:classes": [{"value": value, **asdict(one)} for value, one in enumerate(model.classes)],
            }
        ],
        "mlm:hyperparameters": dict(training.settings),
    }


def _inputs(image: Image, scaling: tuple[float, float] | Stretch) -> list[dict[str, Any]]:
    """Return the input of an image, and those of the values that become 0 and 1 where the scene tells them."""
    common = {"bands": [band.name for band in image.bands], "value_scaling": None, "resize_type": None}
    found = [{"name": image.name, "description": image.description, "input": _tensor(len(image.bands)), **common}]
    if isinstance(scaling, Stretch):
        limits = {"shape": [len(image.bands)], "dim_order": ["channel"], "data_type": "float32"}
        prefix = "" if image.name == "image" else f"{image.name}_"
        for end, name in enumerate(("low", "high")):
            found.append({"name": f"{prefix}{name}", "description": scaling.describe(end), "input": limits, **common})
    return found


def _tensor(channels: int) -> dict[str, Any]:
    return {"shape": [-1, channels, -1, -1], "dim_order": ["batch", "channel", "height", "width"], "data_type": "float32"}


def _own(network: Path, model: Model, training: Training, figures: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    own = {
        "task": model.task,
        "default": False,
        "bands": [band.name for band in model.images[0].bands],
        **_scaling(model.scaling),
        "pixel_m": model.pixel_m,
        "pixel_range_m": list(model.pixel_range_m),
        "window_multiple": training.stride,
        "overlap": model.overlap,
        "scales": list(training.scales),
        "threshold": training.threshold,
        "calibration": {"temperature": _told(training.temperature), "shift": _told(training.shift), "applied": "inside the network"},
        "weights": training.weights,
        "input_median_db": {band: list(limits) for band, limits in training.input_median_db.items()},
        "figures": [dict(figure) for figure in figures],
        "training_data": [dict(entry) for entry in model.data],
        "recipe": training.recipe,
        "seed": training.seed,
        "sha256": _digest(network),
    }
    if training.log_ratio_weight:
        own["log_ratio_weight"] = training.log_ratio_weight
    if training.possible_threshold is not None:
        own["possible_threshold"] = training.possible_threshold
    if model.optical_roles:
        own |= {"optical_bands": list(model.optical_roles), "optical_sha256": _digest(both_path(network))}
        own["optical_dates"] = training.optical_dates
    return {f"tidemark:{name}": value for name, value in own.items()}


def _told(values: Sequence[float]) -> float | list[float]:
    """Return the value of the one output, or those of all."""
    return values[0] if len(values) == 1 else list(values)


def _scaling(scaling: tuple[float, float] | Stretch) -> dict[str, Any]:
    if isinstance(scaling, Stretch):
        contrast = scaling.contrast_db
        return {
            "unit": "dB or display bytes",
            "normalisation": "sea_contrast" if contrast else "scene_stretch",
            "stretch_percentiles": list(scaling.percentiles),
            **({"contrast_db": list(contrast)} if contrast else {}),
        }
    return {"unit": "dB", "normalisation": "fixed_db", "clip_db": list(scaling)}


def _digest(path: Path) -> str:
    return grouped_digest(hashlib.sha256(path.read_bytes()).hexdigest())
