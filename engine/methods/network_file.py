"""Look into an ONNX file before it is loaded: a network of unknown origin reads no other file and makes no tensors of its own size.

The file is read as protocol buffers, without the package `onnx`; field numbers are those of its `onnx.proto
<https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>`_ (fields never change their numbers).
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..contract.errors import ModelError

MOST_ELEMENTS = 2**28
"""Of a tensor whose size the network decides itself: 1 GiB of float32."""
LONGEST_STEP = 1024
"""Of strides, pads and blocks."""

_MODEL_GRAPH, _MODEL_FUNCTIONS = 7, 25
_GRAPH_NODE, _GRAPH_INITIALIZER, _GRAPH_SPARSE = 1, 5, 15
_FUNCTION_NODE = 7
_NODE_INPUT, _NODE_OUTPUT, _NODE_TYPE, _NODE_ATTRIBUTE, _NODE_DOMAIN = 1, 2, 4, 5, 7
_ATTRIBUTE_NAME, _ATTRIBUTE_INT, _ATTRIBUTE_TENSOR, _ATTRIBUTE_GRAPH, _ATTRIBUTE_INTS = 1, 3, 5, 6, 8
_ATTRIBUTE_TENSORS, _ATTRIBUTE_GRAPHS, _ATTRIBUTE_SPARSE = 10, 11, (22, 23)
_TENSOR_DIMS, _TENSOR_TYPE, _TENSOR_FLOATS, _TENSOR_LONGS, _TENSOR_NAME, _TENSOR_RAW = 1, 2, 4, 7, 8, 9
_TENSOR_EXTERNAL, _TENSOR_LOCATION = 13, 14
_FLOAT, _INT64 = 1, 7

_SIZES_FROM = {"ConstantOfShape": (0,), "Expand": (1,), "Tile": (1,), "Resize": (2, 3), "Upsample": (1,), "Pad": (1,), "Range": (1,)}
"""Operators that make a tensor larger than what they are given, and which of their inputs says how large."""
_STEPS = ("strides", "pads", "dilations", "kernel_shape", "output_padding", "output_shape", "blocksize", "scales")
_ENDLESS = ("Loop", "Scan")
_DOMAINS = ("", "ai.onnx", "com.microsoft", "ai.onnx.ml")

Message = dict[int, list[Any]]


@dataclass
class _Found:
    """Small constants by their names, and the nodes that may ask for their values."""

    values: dict[str, list[float]] = field(default_factory=dict)
    nodes: list[Message] = field(default_factory=list)


def check_network_file(name: str, data: bytes) -> None:
    """Refuse a network that reads other files, runs without end or operators of others, or makes tensors that no machine holds.

    Args:
        name: of the file, for the message.
        data: its bytes.

    Raises:
        ModelError: it does, or it is no ONNX file.
    """
    try:
        model, found = _fields(data), _Found()
        for graph in model.get(_MODEL_GRAPH, []):
            _look_into_graph(graph, found)
        for function in model.get(_MODEL_FUNCTIONS, []):
            for node in _fields(function).get(_FUNCTION_NODE, []):
                _look_into_node(node, found)
        if not found.nodes:
            raise _Unfit("it has no graph")
        for node in found.nodes:
            _check_node(node, found.values)
    except _Unfit as error:
        raise ModelError(
            f"The network {name} is not used: {error}.",
            "A network is one ONNX file with standard operators, and the image decides the size of what it computes.",
            "Use a network from somebody you trust, exported with its weights inside.",
        ) from error
    except (ValueError, IndexError, struct.error, UnicodeDecodeError, RecursionError) as error:
        raise ModelError(
            f"The network {name} cannot be read as an ONNX file.",
            "It is damaged, or something else.",
            "Copy it again from where it came from.",
        ) from error


class _Unfit(Exception):
    """Why a network is not used, as half a sentence."""


def limit_memory() -> None:
    """Let this process ask for no more memory than the machine has free, where the system (Linux) can tell and hold it.

    What a network asks for beyond it is an error of ours then, and not the end of this process or of others.
    """
    try:
        import resource

        free = re.search(r"^MemAvailable:\s+(\d+) kB", Path("/proc/meminfo").read_text(encoding="ascii"), re.MULTILINE)
        held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except (ImportError, OSError, ValueError):
        return
    if free is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = held + int(free[1]) * 1024 * 9 // 10
    if soft == resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _look_into_graph(data: bytes, found: _Found) -> None:
    graph = _fields(data)
    for tensor in graph.get(_GRAPH_INITIALIZER, []):
        name, values = _look_into_tensor(tensor)
        found.values[name] = values
    for sparse in graph.get(_GRAPH_SPARSE, []):
        _look_into_sparse(sparse)
    for node in graph.get(_GRAPH_NODE, []):
        _look_into_node(node, found)


def _look_into_node(data: bytes, found: _Found) -> None:
    node = _fields(data)
    found.nodes.append(node)
    for attribute in map(_fields, node.get(_NODE_ATTRIBUTE, [])):
        for tensor in (*attribute.get(_ATTRIBUTE_TENSOR, []), *attribute.get(_ATTRIBUTE_TENSORS, [])):
            _, values = _look_into_tensor(tensor)
            if _text(node, _NODE_TYPE) == "Constant":
                found.values[_text(node, _NODE_OUTPUT)] = values
        for number in _ATTRIBUTE_SPARSE:
            for sparse in attribute.get(number, []):
                _look_into_sparse(sparse)
        for graph in (*attribute.get(_ATTRIBUTE_GRAPH, []), *attribute.get(_ATTRIBUTE_GRAPHS, [])):
            _look_into_graph(graph, found)


def _look_into_sparse(data: bytes) -> None:
    sparse = _fields(data)
    _check_size(_numbers(sparse.get(3, [])), "a sparse tensor")
    for tensor in (*sparse.get(1, []), *sparse.get(2, [])):
        _look_into_tensor(tensor)


def _look_into_tensor(data: bytes) -> tuple[str, list[float]]:
    """Return a tensor's name, and its values where there are few of them."""
    tensor = _fields(data)
    name = _text(tensor, _TENSOR_NAME)
    if tensor.get(_TENSOR_EXTERNAL) or any(tensor.get(_TENSOR_LOCATION, [])):
        raise _Unfit(f"its tensor '{name[:80]}' lies in another file")
    dims = _numbers(tensor.get(_TENSOR_DIMS, []))
    _check_size(dims, f"its tensor '{name[:80]}'")
    if math.prod(dims) > 16:
        return name, []
    kind, raw = int((tensor.get(_TENSOR_TYPE) or [0])[0]), b"".join(_all_bytes(tensor, _TENSOR_RAW))
    if kind == _INT64:
        return name, [*_numbers(tensor.get(_TENSOR_LONGS, [])), *struct.unpack(f"<{len(raw) // 8}q", raw[: len(raw) // 8 * 8])]
    if kind == _FLOAT:
        packed = b"".join([*_all_bytes(tensor, _TENSOR_FLOATS), raw])
        return name, list(struct.unpack(f"<{len(packed) // 4}f", packed[: len(packed) // 4 * 4]))
    return name, []


def _check_node(node: Message, values: dict[str, list[float]]) -> None:
    kind, domain = _text(node, _NODE_TYPE), _text(node, _NODE_DOMAIN)
    if domain not in _DOMAINS:
        raise _Unfit(f"its operator {kind[:40]} is of '{domain[:40]}', which ONNX Runtime does not bring")
    if kind in _ENDLESS:
        raise _Unfit(f"its operator {kind} may run without end")
    inputs = [name.decode("utf-8") for name in _all_bytes(node, _NODE_INPUT)]
    for position in _SIZES_FROM.get(kind, ()):
        for size in [values.get(inputs[position], [])] if position < len(inputs) else []:
            _check_size([abs(value) for value in size if value == value and abs(value) >= 1], f"what its operator {kind} makes")
    for attribute in map(_fields, node.get(_NODE_ATTRIBUTE, [])):
        if _text(attribute, _ATTRIBUTE_NAME) in _STEPS:
            steps = [*_numbers(attribute.get(_ATTRIBUTE_INT, [])), *_numbers(attribute.get(_ATTRIBUTE_INTS, []))]
            if any(abs(step) > LONGEST_STEP for step in steps):
                raise _Unfit(f"its operator {kind[:40]} goes in steps of {max(map(abs, steps))} pixels")


def _check_size(dims: list[Any], what: str) -> None:
    if any(dim < 0 for dim in dims) or math.prod(dims) > MOST_ELEMENTS:
        raise _Unfit(f"{what} has the size {' × '.join(f'{dim:.0f}' for dim in dims[:8])}")


def _text(message: Message, number: int) -> str:
    return (_all_bytes(message, number) or [b""])[0].decode("utf-8")


def _all_bytes(message: Message, number: int) -> list[bytes]:
    """Return a field that holds texts or raw values, each time that it is there."""
    found = message.get(number, [])
    if not all(isinstance(value, bytes) for value in found):
        raise ValueError("a number stands where a text belongs")
    return found


def _numbers(parts: list[Any]) -> list[int]:
    """Return signed numbers, given one by one or packed."""
    found: list[int] = []
    for part in parts:
        if isinstance(part, int):
            found.append(part)
            continue
        at = 0
        while at < len(part):
            value, at = _varint(part, at)
            found.append(value)
    return [value - 2**64 if value >= 2**63 else value for value in found]


def _fields(data: bytes) -> Message:
    """Return a message's fields by their numbers: numbers, or bytes for texts, messages and packed numbers."""
    if not isinstance(data, bytes):
        raise ValueError("a number stands where a message belongs")
    message: Message = {}
    for number, value in _parts(memoryview(data)):
        message.setdefault(number, []).append(value)
    return message


def _parts(data: memoryview) -> Iterator[tuple[int, Any]]:
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = _varint(data, at)
            yield number, value
            continue
        length = {1: 8, 5: 4}.get(kind, -1)
        if kind == 2:
            length, at = _varint(data, at)
        if length < 0 or at + length > len(data):
            raise ValueError("a field reaches beyond the file")
        yield number, bytes(data[at : at + length])
        at += length


def _varint(data: Any, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at
        if shift > 63:
            raise ValueError("a number is too long")
