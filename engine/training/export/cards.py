"""Writing model cards: a STAC Item with the Machine Learning Model (MLM) extension. Standard library only."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...contract.card import grouped_digest

MLM = "https://stac-extensions.github.io/mlm/v1.5.2/schema.json"
CLASSIFICATION = "https://stac-extensions.github.io/classification/v2.0.0/schema.json"


@dataclass(frozen=True)
class CardFacts:
    """What a card says that the network itself does not tell.

    Attributes:
        title, description: for people; the description says where the model fails.
        task: the task it serves.
        bands: polarisations in the order of the input.
        normalisation, clip_db: ``fixed_db`` and the range (from, to) that becomes 0 to 1 inside the network.
        pixel_m, pixel_range_m: ground pixel of the training data, and the range that is taken as it is, in metres.
        stride, overlap: in pixels.
        scales, threshold: of multiscale inference, of detection.
        temperature, shift: of calibration: probability = sigmoid((logit + shift) / temperature).
        input_median_db: by band, the range of the chips' medians seen in training, in dB.
        parameters: trained values of the network.
        recipe, settings, seed, data: how it was trained, and on what under which terms.
        created: UTC, ``2026-01-31T12:00:00Z``.
        framework_version: of ONNX Runtime, against which the file was checked.
        weights: how they are stored.
    """

    title: str
    description: str
    task: str
    bands: Sequence[str]
    normalisation: str
    clip_db: tuple[float, float]
    pixel_m: float
    pixel_range_m: tuple[float, float]
    stride: int
    overlap: int
    scales: Sequence[float]
    threshold: float
    temperature: float
    shift: float
    input_median_db: Mapping[str, tuple[float, float]]
    parameters: int
    recipe: str
    settings: Mapping[str, Any]
    seed: int
    data: Sequence[Mapping[str, str]]
    created: str
    framework_version: str
    weights: str = "32 bits"


def write_card(network: Path, facts: CardFacts, figures: Sequence[Mapping[str, Any]] = ()) -> Path:
    """Write ``NAME.json`` beside a network ``NAME.onnx``; return its path.

    Args:
        network: the ONNX file.
        facts: see there.
        figures: measured figures, each ``{"data", "measure", "value", "command"}``.
    """
    path = network.with_suffix(".json")
    _write(path, _document(network, facts, figures))
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


def _document(network: Path, facts: CardFacts, figures: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    bands = [{"name": band, "description": f"Sentinel-1 {band} backscatter, sigma nought, dB"} for band in facts.bands]
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": [MLM, CLASSIFICATION],
        "id": network.stem,
        "geometry": None,
        "properties": {
            "title": facts.title,
            "description": facts.description,
            "datetime": facts.created,
            "created": facts.created,
            "license": "GPL-2.0-or-later",
            "bands": bands,
            **_mlm(network, facts),
            **_own(network, facts, figures),
        },
        "links": [],
        "assets": {
            "network": {
                "href": f"./{network.name}",
                "type": "application/octet-stream; framework=onnx",
                "title": "The network, with normalisation and sigmoid inside",
                "roles": ["mlm:model", "mlm:weights"],
                "mlm:artifact_type": "onnx",
                "bands": bands,
            }
        },
    }


def _mlm(network: Path, facts: CardFacts) -> dict[str, Any]:
    low, high = facts.clip_db
    return {
        "mlm:name": network.stem,
        "mlm:architecture": "residual U-Net, pixel-unshuffle stem",
        "mlm:framework": "ONNX",
        "mlm:framework_version": facts.framework_version,
        "mlm:memory_size": network.stat().st_size,
        "mlm:total_parameters": facts.parameters,
        "mlm:pretrained": True,
        "mlm:batch_size_suggestion": 1,
        "mlm:accelerator": "amd64",
        "mlm:accelerator_constrained": False,
        "mlm:tasks": ["semantic-segmentation"],
        "mlm:input": [
            {
                "name": "image",
                "description": f"Backscatter in dB without NaN; clipped to [{low:g}, {high:g}] dB and scaled to 0–1 inside the network.",
                "bands": list(facts.bands),
                "input": _tensor(len(facts.bands)),
                "value_scaling": None,
                "resize_type": None,
            }
        ],
        "mlm:output": [
            {
                "name": "probability",
                "tasks": ["semantic-segmentation"],
                "result": _tensor(1),
                "classification:classes": [
                    {
                        "value": 0,
                        "name": "not_detected",
                        "description": "No open water was detected; flooded vegetation and streets may be.",
                    },
                    {"value": 1, "name": "water", "description": "Open, calm water."},
                ],
            }
        ],
        "mlm:hyperparameters": dict(facts.settings),
    }


def _tensor(channels: int) -> dict[str, Any]:
    return {"shape": [-1, channels, -1, -1], "dim_order": ["batch", "channel", "height", "width"], "data_type": "float32"}


def _own(network: Path, facts: CardFacts, figures: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    own = {
        "task": facts.task,
        "default": False,
        "bands": list(facts.bands),
        "unit": "dB",
        "normalisation": facts.normalisation,
        "clip_db": list(facts.clip_db),
        "pixel_m": facts.pixel_m,
        "pixel_range_m": list(facts.pixel_range_m),
        "window_multiple": facts.stride,
        "overlap": facts.overlap,
        "scales": list(facts.scales),
        "threshold": facts.threshold,
        "calibration": {"temperature": facts.temperature, "shift": facts.shift, "applied": "inside the network"},
        "weights": facts.weights,
        "input_median_db": {band: list(limits) for band, limits in facts.input_median_db.items()},
        "figures": [dict(figure) for figure in figures],
        "training_data": [dict(entry) for entry in facts.data],
        "recipe": facts.recipe,
        "seed": facts.seed,
        "sha256": grouped_digest(hashlib.sha256(network.read_bytes()).hexdigest()),
    }
    return {f"tidemark:{name}": value for name, value in own.items()}
