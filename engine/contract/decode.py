"""Build frozen dataclasses from JSON's lists and objects, each value checked against the type of its field."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Type, TypeVar, Union

T = TypeVar("T")


def decode(wanted: Type[T], data: Any) -> T:
    """Build a dataclass from an object of JSON.

    Fields may be text, numbers, truth values, tuples, mappings, dataclasses and options of these. A whole number will do for a float;
    nothing else is turned into another type.

    Raises:
        ValueError: a field is missing, unknown or of another type; the message names it.
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"{_shown(data)} is no object")
    hints = typing.get_type_hints(wanted)
    known = {field.name: field for field in fields(wanted)}  # type: ignore[arg-type]
    unknown = [str(name) for name in data if name not in known]
    if unknown:
        raise ValueError(f"there is no field '{unknown[0]}'")
    needed = [name for name, field in known.items() if field.default is MISSING and field.default_factory is MISSING]
    missing = [name for name in needed if name not in data]
    if missing:
        raise ValueError(f"the field '{missing[0]}' is missing")
    values = {}
    for name, value in data.items():
        try:
            values[name] = _value(hints[name], value)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return wanted(**values)


def _value(hint: Any, value: Any) -> Any:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return value
    if origin is Union:
        return None if value is None else _value(next(part for part in inner if part is not type(None)), value)
    if is_dataclass(hint):
        return decode(hint, value)  # type: ignore[arg-type]
    if origin is tuple:
        return _tuple(inner, value)
    if origin is not None:
        if not isinstance(value, Mapping):
            raise ValueError(f"{_shown(value)} is no object")
        return {str(key): _value(inner[1], one) for key, one in value.items()}
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if hint is float and is_number:
        return float(value)
    if isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
        return value
    raise ValueError(f"{_shown(value)} is no {_WORDS[hint]}")


def _tuple(inner: Any, value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        raise ValueError(f"{_shown(value)} is no list")
    if inner[-1] is Ellipsis:
        return tuple(_value(inner[0], one) for one in value)
    if len(value) != len(inner):
        raise ValueError(f"{_shown(value)} has not {len(inner)} parts")
    return tuple(_value(part, one) for part, one in zip(inner, value))


_WORDS = {str: "text", int: "whole number", float: "number", bool: "truth value"}


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
