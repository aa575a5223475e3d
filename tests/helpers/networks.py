"""Tiny networks with cards, made on the fly: water is what is dark in VH after a 5 x 5 mean."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper


def write_dark_is_water(folder: Path, name: str = "tiny", **own: object) -> Path:
    """Write NAME.onnx and its card NAME.json; returns the card's path. Probability = sigmoid(-(mean VH + 20 dB)), border repeated."""
    folder.mkdir(parents=True, exist_ok=True)
    kernel = np.zeros((1, 2, 5, 5), np.float32)
    kernel[0, 1] = -1 / 25
    nodes = [
        helper.make_node("Pad", ["image", "pads"], ["padded"], mode="edge"),
        helper.make_node("Conv", ["padded", "kernel", "bias"], ["score"], kernel_shape=[5, 5]),
        helper.make_node("Sigmoid", ["score"], ["probability"]),
    ]
    constants = [
        numpy_helper.from_array(np.array([0, 0, 2, 2, 0, 0, 2, 2], np.int64), "pads"),
        numpy_helper.from_array(kernel, "kernel"),
        numpy_helper.from_array(np.array([-20], np.float32), "bias"),
    ]
    graph = helper.make_graph(
        nodes,
        "dark is water",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 2, "h", "w"])],
        [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["n", 1, "h", "w"])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (folder / f"{name}.onnx").write_bytes(model.SerializeToString())
    return write_card(folder, name, **own)


def write_two_waters(folder: Path, name: str = "two", **own: object) -> Path:
    """Write a network with a card that tells open and any water, pixel by pixel; returns the card's path.

    Open water is sigmoid(-(VH + 20 dB)), any water sigmoid(-(VH + 14 dB)), both after the mean of 5 x 5.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kernel = np.zeros((2, 2, 5, 5), np.float32)
    kernel[:, 1] = -1 / 25
    nodes = [
        helper.make_node("Pad", ["image", "pads"], ["padded"], mode="edge"),
        helper.make_node("Conv", ["padded", "kernel", "bias"], ["score"], kernel_shape=[5, 5]),
        helper.make_node("Sigmoid", ["score"], ["probability"]),
    ]
    constants = [
        numpy_helper.from_array(np.array([0, 0, 2, 2, 0, 0, 2, 2], np.int64), "pads"),
        numpy_helper.from_array(kernel, "kernel"),
        numpy_helper.from_array(np.array([-20, -14], np.float32), "bias"),
    ]
    graph = helper.make_graph(
        nodes,
        "open and any water",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 2, "h", "w"])],
        [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["n", 2, "h", "w"])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (folder / f"{name}.onnx").write_bytes(model.SerializeToString())
    return write_card(folder, name, **{"possible_threshold": 0.5, **own})


def write_card(folder: Path, name: str, **own: object) -> Path:
    """Write a card for the network NAME.onnx that is in the folder; `own` replaces fields of Tidemark's block."""
    digest = hashlib.sha256((folder / f"{name}.onnx").read_bytes()).hexdigest()
    block = {
        "task": "water",
        "default": True,
        "bands": ["VV", "VH"],
        "normalisation": "fixed_db",
        "pixel_m": 10,
        "pixel_range_m": [7, 13],
        "window_multiple": 16,
        "overlap": 64,
        "scales": [1],
        "threshold": 0.5,
        "input_median_db": {"VV": [-25, 0], "VH": [-32, -5]},
        "figures": [],
        "sha256": digest,
        **own,
    }
    properties = {"title": "A tiny network", "description": "For tests.", **{f"tidemark:{key}": value for key, value in block.items()}}
    path = folder / f"{name}.json"
    path.write_text(
        json.dumps({"type": "Feature", "properties": properties, "assets": {"network": {"href": f"./{name}.onnx"}}}), encoding="utf-8"
    )
    return path


def write_darker_is_flood(folder: Path, name: str = "both", optical_bias: float = -0.3, **own: object) -> Path:
    """Write a card with a radar-only network and one that sees optical images as well; returns the card's path.

    Flood is what became darker on the radar, by half of the stretch after a 5 x 5 mean. With optical images, the fall of the short-wave
    infrared counts as much, and everything is likelier by `optical_bias` + 0.5 of a stretch: so the two networks differ everywhere.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write_flood_network(folder / f"{name}.onnx", {"image": ("low", "high", (-1, 1))}, -0.5)
    optical = ("optical_low", "optical_high", (-1, 0, 0, 1, 0, 0))
    _write_flood_network(folder / f"{name}-both.onnx", {"image": ("low", "high", (-1, 1)), "optical": optical}, optical_bias)
    digest = hashlib.sha256((folder / f"{name}-both.onnx").read_bytes()).hexdigest()
    block = {
        "task": "flood",
        "default": False,
        "bands": ["after", "before"],
        "normalisation": "scene_stretch",
        "stretch_percentiles": [1, 99],
        "input_median_db": {},
        "optical_bands": ["swir", "nir", "visible"],
        "optical_sha256": " ".join(digest[i : i + 8] for i in range(0, 64, 8)),
        **own,
    }
    path = write_card(folder, name, **block)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["assets"]["network_with_optical"] = {"href": f"./{name}-both.onnx"}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def _write_flood_network(path: Path, images: dict[str, tuple[str, str, tuple[int, ...]]], bias: float) -> None:
    """Write a network: sigmoid of 8 × (weighted sum of each image's stretched channels + bias), after a 5 x 5 mean."""
    nodes, inputs, constants = [], [], []
    weights: list[int] = []
    for image, (low, high, channels) in images.items():
        count = len(channels)
        weights += channels
        inputs.append(helper.make_tensor_value_info(image, TensorProto.FLOAT, ["n", count, "h", "w"]))
        inputs += [helper.make_tensor_value_info(limit, TensorProto.FLOAT, [count]) for limit in (low, high)]
        constants.append(numpy_helper.from_array(np.array([1, count, 1, 1], np.int64), f"{image}_column"))
        nodes += [
            helper.make_node("Reshape", [low, f"{image}_column"], [f"{image}_floor"]),
            helper.make_node("Reshape", [high, f"{image}_column"], [f"{image}_ceiling"]),
            helper.make_node("Sub", [image, f"{image}_floor"], [f"{image}_above"]),
            helper.make_node("Sub", [f"{image}_ceiling", f"{image}_floor"], [f"{image}_span"]),
            helper.make_node("Div", [f"{image}_above", f"{image}_span"], [f"{image}_open"]),
            helper.make_node("Clip", [f"{image}_open", "zero", "one"], [f"{image}_stretched"]),
        ]
    kernel = np.array(weights, np.float32)[None, :, None, None] * np.full((1, 1, 5, 5), 8 / 25, np.float32)
    nodes += [
        helper.make_node("Concat", [f"{image}_stretched" for image in images], ["stacked"], axis=1),
        helper.make_node("Pad", ["stacked", "pads"], ["padded"], mode="edge"),
        helper.make_node("Conv", ["padded", "kernel", "bias"], ["score"], kernel_shape=[5, 5]),
        helper.make_node("Sigmoid", ["score"], ["probability"]),
    ]
    constants += [
        numpy_helper.from_array(np.array([0, 0, 2, 2, 0, 0, 2, 2], np.int64), "pads"),
        numpy_helper.from_array(kernel, "kernel"),
        numpy_helper.from_array(np.array([8 * bias], np.float32), "bias"),
        numpy_helper.from_array(np.array(0, np.float32), "zero"),
        numpy_helper.from_array(np.array(1, np.float32), "one"),
    ]
    outputs = [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["n", 1, "h", "w"])]
    graph = helper.make_graph(nodes, "darker is flood", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    path.write_bytes(model.SerializeToString())


def write_changed_is_far(folder: Path, name: str = "far", **own: object) -> Path:
    """Write a two-date network and its card: changed is what differs by a quarter of the stretch after a 5 x 5 mean."""
    folder.mkdir(parents=True, exist_ok=True)
    kernel = np.full((1, 2, 5, 5), 1 / 25, np.float32)
    kernel[0, 1] *= -1
    nodes = [
        helper.make_node("Reshape", ["low", "column"], ["floor"]),
        helper.make_node("Reshape", ["high", "column"], ["ceiling"]),
        helper.make_node("Sub", ["image", "floor"], ["above"]),
        helper.make_node("Sub", ["ceiling", "floor"], ["span"]),
        helper.make_node("Div", ["above", "span"], ["stretched"]),
        helper.make_node("Pad", ["stretched", "pads"], ["padded"], mode="edge"),
        helper.make_node("Conv", ["padded", "kernel"], ["difference"], kernel_shape=[5, 5]),
        helper.make_node("Abs", ["difference"], ["size"]),
        helper.make_node("Sub", ["size", "quarter"], ["beyond"]),
        helper.make_node("Mul", ["beyond", "steep"], ["score"]),
        helper.make_node("Sigmoid", ["score"], ["probability"]),
    ]
    constants = [
        numpy_helper.from_array(np.array([1, 2, 1, 1], np.int64), "column"),
        numpy_helper.from_array(np.array([0, 0, 2, 2, 0, 0, 2, 2], np.int64), "pads"),
        numpy_helper.from_array(kernel, "kernel"),
        numpy_helper.from_array(np.array(0.25, np.float32), "quarter"),
        numpy_helper.from_array(np.array(40, np.float32), "steep"),
    ]
    inputs = [
        helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 2, "h", "w"]),
        helper.make_tensor_value_info("low", TensorProto.FLOAT, [2]),
        helper.make_tensor_value_info("high", TensorProto.FLOAT, [2]),
    ]
    outputs = [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["n", 1, "h", "w"])]
    graph = helper.make_graph(nodes, "changed is far", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (folder / f"{name}.onnx").write_bytes(model.SerializeToString())
    block = {"task": "change", "bands": ["newer", "older"], "normalisation": "scene_stretch", "input_median_db": {}}
    return write_card(folder, name, **{**block, **own})


def write_dark_is_oil(folder: Path, normalisation: str, name: str = "slick", **own: object) -> Path:
    """Write a one-band network and its card: oil is what is darker than -17 dB, or than a third of the stretch, after a 5 x 5 mean."""
    folder.mkdir(parents=True, exist_ok=True)
    stretched = normalisation in ("scene_stretch", "sea_contrast")
    stretch = [
        helper.make_node("Reshape", ["low", "column"], ["floor"]),
        helper.make_node("Reshape", ["high", "column"], ["ceiling"]),
        helper.make_node("Sub", ["image", "floor"], ["above"]),
        helper.make_node("Sub", ["ceiling", "floor"], ["span"]),
        helper.make_node("Div", ["above", "span"], ["seen"]),
    ]
    nodes = [
        *(stretch if stretched else [helper.make_node("Identity", ["image"], ["seen"])]),
        helper.make_node("Pad", ["seen", "pads"], ["padded"], mode="edge"),
        helper.make_node("Conv", ["padded", "kernel"], ["mean"], kernel_shape=[5, 5]),
        helper.make_node("Sub", ["limit", "mean"], ["below"]),
        helper.make_node("Mul", ["below", "steep"], ["score"]),
        helper.make_node("Sigmoid", ["score"], ["probability"]),
    ]
    constants = [
        numpy_helper.from_array(np.array([0, 0, 2, 2, 0, 0, 2, 2], np.int64), "pads"),
        numpy_helper.from_array(np.full((1, 1, 5, 5), 1 / 25, np.float32), "kernel"),
        numpy_helper.from_array(np.array(1 / 3 if stretched else -17, np.float32), "limit"),
        numpy_helper.from_array(np.array(40 if stretched else 3, np.float32), "steep"),
    ]
    inputs = [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 1, "h", "w"])]
    if stretched:
        constants.append(numpy_helper.from_array(np.array([1, 1, 1, 1], np.int64), "column"))
        inputs += [helper.make_tensor_value_info(limit, TensorProto.FLOAT, [1]) for limit in ("low", "high")]
    outputs = [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["n", 1, "h", "w"])]
    graph = helper.make_graph(nodes, "dark is oil", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (folder / f"{name}.onnx").write_bytes(model.SerializeToString())
    return write_card(folder, name, task="oil", bands=["VV"], normalisation=normalisation, input_median_db={}, **own)
