"""Networks and cards of unknown origin: none reads another file, runs without end, or makes tensors that no machine holds."""

from __future__ import annotations

import hashlib
import itertools
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import NodeProto, TensorProto, helper, numpy_helper

from helpers.networks import write_card, write_dark_is_water
from helpers.scenes import lake, write
from tidemark.engine.contract.card import MODELS_FOLDER, read_card
from tidemark.engine.contract.errors import ModelError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.methods.network_file import check_network_file
from tidemark.engine.pipeline.detect import detect

LONG, FLOAT = np.int64, np.float32


def model(nodes: Sequence[NodeProto], **constants: Any) -> bytes:
    """Return a network of nodes from ``image`` to ``probability``."""
    tensors = [value if isinstance(value, TensorProto) else numpy_helper.from_array(value, name) for name, value in constants.items()]
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 2, "h", "w"])
    answer = helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["n", 1, "h", "w"])
    graph = helper.make_graph(nodes, "g", [image], [answer], tensors)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return bytes(made.SerializeToString())


def node(kind: str, inputs: str, output: str = "x", **attributes: Any) -> NodeProto:
    return helper.make_node(kind, ["" if name == "-" else name for name in inputs.split()], [output], **attributes)


def external(path: str) -> TensorProto:
    tensor = TensorProto(name="weights", data_type=TensorProto.FLOAT, dims=[4], data_location=TensorProto.EXTERNAL)
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", path
    return tensor


def in_a_branch(inner: bytes) -> bytes:
    """Put the graph of a network inside an If of another one."""
    from onnx import load_model_from_string

    branch = load_model_from_string(inner).graph
    return model([node("If", "condition", "probability", then_branch=branch, else_branch=branch)], condition=np.array(True))


BAD: dict[str, tuple[bytes, str]] = {
    "external data": (model([node("Identity", "weights", "probability")], weights=external("../../../etc/passwd")), "another file"),
    "external data in a branch": (
        in_a_branch(model([node("Identity", "weights", "probability")], weights=external("/etc/passwd"))),
        "another file",
    ),
    "external data in an attribute": (model([node("Constant", "", "probability", value=external("secrets.bin"))]), "another file"),
    "constant of a huge shape": (
        model([node("ConstantOfShape", "shape", "probability")], shape=np.array([1, 1, 10**6, 10**6], LONG)),
        "ConstantOfShape",
    ),
    "constant of a huge shape told by a node": (
        model(
            [
                node("Constant", "", "shape", value=numpy_helper.from_array(np.array([2**40], LONG))),
                node("ConstantOfShape", "shape", "probability"),
            ]
        ),
        "ConstantOfShape",
    ),
    "expanded": (model([node("Expand", "image shape", "probability")], shape=np.array([10**5, 2, 10**4, 1], LONG)), "Expand"),
    "tiled": (model([node("Tile", "image repeats", "probability")], repeats=np.array([1, 1, 10**5, 10**5], LONG)), "Tile"),
    "padded": (model([node("Pad", "image pads", "probability")], pads=np.array([0, 0, 10**6, 10**6, 0, 0, 0, 0], LONG)), "Pad"),
    "resized by a factor": (
        model([node("Resize", "image - scales", "probability")], scales=np.array([1, 1, 1e5, 1e5], FLOAT)),
        "Resize",
    ),
    "resized to a size": (model([node("Resize", "image - - sizes", "probability")], sizes=np.array([1, 1, 10**6, 10**6], LONG)), "Resize"),
    "strides": (
        model([node("ConvTranspose", "image kernel", "probability", strides=[10**5, 10**5])], kernel=np.ones((2, 1, 1, 1), FLOAT)),
        "steps",
    ),
    "loop": (model([node("Loop", "n c", "probability", body=helper.make_graph([], "b", [], []))]), "without end"),
    "foreign operator": (model([node("Evil", "image", "probability", domain="com.example")]), "does not bring"),
    "huge tensor with nothing in it": (
        model([node("Identity", "weights", "probability")], weights=TensorProto(name="weights", data_type=1, dims=[10**6, 10**6])),
        "1000000 × 1000000",
    ),
    "negative size": (
        model([node("Identity", "weights", "probability")], weights=TensorProto(name="weights", data_type=1, dims=[-4])),
        "-4",
    ),
    "no graph": (b"\x08\x08", "no graph"),
    "nothing": (b"", "no graph"),
    "text": (b"this is no network at all", "ONNX file"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_network_that_reaches_out_is_not_loaded(name: str) -> None:
    data, word = BAD[name]
    with pytest.raises(ModelError) as raised:
        check_network_file("strange.onnx", data)
    assert word in str(raised.value)
    assert "strange.onnx" in str(raised.value)


@pytest.mark.parametrize("path", sorted(MODELS_FOLDER.glob("*.onnx")), ids=lambda path: path.name)
def test_shipped_networks_pass(path: Path) -> None:
    check_network_file(path.name, path.read_bytes())


@pytest.mark.parametrize("field", [1, 4])
def test_a_number_where_an_operator_has_a_name_is_damage(field: int) -> None:
    node = bytes([field << 3, 5])
    graph = b"\x0a" + bytes([len(node)]) + node
    with pytest.raises(ModelError, match="cannot be read"):
        check_network_file("x.onnx", b"\x3a" + bytes([len(graph)]) + graph)


def test_damage_anywhere_is_told_as_such_or_does_no_harm() -> None:
    data = (MODELS_FOLDER / "water-fine-int8.onnx").read_bytes()
    random = np.random.default_rng(0)
    for _ in range(1000):
        damaged = bytearray(data[: random.integers(1, len(data))] if random.random() < 0.5 else data)
        for place in random.integers(0, len(damaged), 4):
            damaged[place] = random.integers(0, 256)
        with suppress(ModelError):
            check_network_file("x.onnx", bytes(damaged))


def job(folder: Path, card: Path) -> Job:
    db, _ = lake(96, 96)
    return Job("water", (Source((write(folder / "s.tif", db),), scale="db"),), str(folder / "out"), model=str(card), device="cpu")


@pytest.mark.parametrize(
    ("nodes", "word"),
    [
        ([node("ReduceMean", "image", "probability", axes=[1, 2], keepdims=1)], "no probabilities"),
        ([node("ReduceMean", "image", "probability", axes=[1], keepdims=1)], "values from -"),
        ([node("ReduceMean", "image", "mean", axes=[1], keepdims=1), node("Sqrt", "mean", "probability")], "values from nan"),
        ([node("ReduceMean", "image", "probability", axes=[0, 1], keepdims=0)], "no probabilities"),
    ],
    ids=["another size", "no shares", "no numbers", "another rank"],
)  # fmt: skip
def test_a_network_that_returns_anything_but_probabilities_leaves_no_map(tmp_path: Path, nodes: list[NodeProto], word: str) -> None:
    (tmp_path / "odd.onnx").write_bytes(model(nodes))
    with pytest.raises(ModelError, match=word):
        detect(job(tmp_path, write_card(tmp_path, "odd")))
    assert not list(tmp_path.glob("*out*"))


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 * 2**30, 3 * 2**30))
from tidemark.engine.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_network_that_asks_for_more_memory_than_there_is_ends_in_a_message(tmp_path: Path) -> None:
    names = ["image", *(f"x{step}" for step in range(30))]
    doubled = [node("Concat", f"{one} {one}", other, axis=0) for one, other in itertools.pairwise(names)]
    (tmp_path / "odd.onnx").write_bytes(model([*doubled, node("ReduceMean", f"{names[-1]}", "probability", axes=[0, 1], keepdims=1)]))
    wanted = job(tmp_path, write_card(tmp_path, "odd"))
    options = ["--task", "water", "--scale", "db", "--device", "cpu", "--model", wanted.model, "--output", wanted.output]
    command = [sys.executable, "-c", LIMITED, "detect", wanted.sources[0].paths[0], *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "The network odd.onnx failed" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("*out*"))


def change_card(card: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    document = json.loads(card.read_text(encoding="utf-8"))
    change(document)
    card.write_text(json.dumps(document), encoding="utf-8")
    return card


def set_own(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda document: document["properties"].update({f"tidemark:{name}": value})


@pytest.mark.parametrize("href", ["../../secret/tiny.onnx", "/etc/tiny.onnx", "..\\..\\tiny.onnx", "https://example.com/tiny.onnx"])
def test_a_card_reaches_no_other_folder(tmp_path: Path, href: str) -> None:
    card = change_card(write_dark_is_water(tmp_path / "m"), lambda document: document["assets"]["network"].update(href=href))
    assert read_card(card).network == tmp_path / "m" / "tiny.onnx"


@pytest.mark.parametrize("href", ["..", "", "/etc/passwd", ".", "tiny.onnx/..", "tiny.json"])
def test_what_is_no_network_is_none(tmp_path: Path, href: str) -> None:
    card = change_card(write_dark_is_water(tmp_path), lambda document: document["assets"]["network"].update(href=href))
    with pytest.raises(ModelError, match="no ONNX file"):
        read_card(card)


def test_a_network_that_is_a_link_to_another_folder_is_not_read(tmp_path: Path) -> None:
    card = write_dark_is_water(tmp_path / "m")
    (tmp_path / "elsewhere").mkdir()
    moved = (tmp_path / "m" / "tiny.onnx").rename(tmp_path / "elsewhere" / "tiny.onnx")
    (tmp_path / "m" / "tiny.onnx").symlink_to(moved)
    with pytest.raises(ModelError, match="link to another folder"):
        read_card(card).verify()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("window_multiple", 0), ("window_multiple", 10**9), ("overlap", -1), ("overlap", 10**9), ("pixel_m", 0), ("pixel_m", float("nan")),
        ("pixel_range_m", [5, 1]), ("pixel_range_m", [0]), ("scales", []), ("scales", [1e9]), ("scales", [0.5] * 1000), ("threshold", 7),
        ("threshold", float("nan")), ("bands", []), ("bands", ["VV"] * 10**5), ("bands", ["V" * 10**5]), ("bands", 3), ("sha256", "00"),
        ("stretch_percentiles", [99, 1]), ("overlap", 1e400), ("figures", [1]), ("figures", [{"data": "x"}]), ("normalisation", "magic"),
    ],
)  # fmt: skip
def test_a_card_with_values_that_no_model_has_is_refused(tmp_path: Path, name: str, value: object) -> None:
    card = change_card(write_dark_is_water(tmp_path), set_own(name, value))
    with pytest.raises(ModelError, match="is incomplete"):
        read_card(card)


@pytest.mark.parametrize("data", [b"", b"[1]", b"[" * 10**5, b"\xff\xfe\x00", b'{"a": ' * 10**4, b" " * (5 * 2**20)])
def test_a_file_that_is_no_card_is_one_message(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "card.json").write_bytes(data)
    with pytest.raises(ModelError, match=r"card\.json"):
        read_card(tmp_path / "card.json")


def test_a_checksum_in_capitals_is_the_same(tmp_path: Path) -> None:
    card = write_dark_is_water(tmp_path)
    digest = hashlib.sha256((tmp_path / "tiny.onnx").read_bytes()).hexdigest().upper()
    read_card(change_card(card, set_own("sha256", digest))).verify()
