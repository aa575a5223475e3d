"""Folders of results: the settings stand in them, a file appears when it is complete, and what is there is not made again."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

from ..contract.errors import InputError

if TYPE_CHECKING:
    from torch import nn

    Network = TypeVar("Network", bound=nn.Module)

Log = Callable[[str], None]
"""Takes a line on progress."""


def claim(folder: Path, settings: Mapping[str, Any]) -> None:
    """Note the settings of a run in a new folder, ``settings.json``; refuse to mix others into a used one.

    Raises:
        InputError: the folder holds results of other settings.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "settings.json"
    text = json.dumps(settings, indent=1) + "\n"
    if path.exists() and read_json(path) != json.loads(text):
        raise InputError(f"{folder} holds results of other settings.", "A table compares equals.", "Choose another folder for --output.")
    path.write_text(text, encoding="utf-8")


def arm_file(folder: Path, arm: str, ending: str) -> Path:
    """Return the file of an arm in a folder: its name with hyphens instead of spaces and signs, and an ending."""
    return folder / (arm.replace(" + ", "-").replace(", ", "-").replace(" ", "-") + ending)


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; it takes the place of `path` when the block has ended well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Another ending: what a broken run leaves is not read as a result.
    temporary = path.with_name(f"{path.name}.part")
    yield temporary
    temporary.replace(path)


def write_json(path: Path, value: Any, indent: int | None = None) -> None:
    """Write a value as JSON; the file appears when it is complete."""
    with unfinished(path) as temporary:
        temporary.write_text(json.dumps(value, indent=indent) + "\n", encoding="utf-8")


def read_json(path: Path) -> Any:
    """Return what `write_json` wrote."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_arrays(path: Path, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
    """Write arrays by name into one compressed ``.npz``; it appears when it is complete."""
    with unfinished(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def read_arrays(path: Path) -> dict[str, npt.NDArray[Any]]:
    """Read what `write_arrays` wrote.

    Raises:
        InputError: the file is missing or spoilt.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise InputError(
            f"{path} cannot be read: {error}.", "It comes from an earlier step of this run.", "Delete the folder and train again."
        ) from error


def save_weights(network: nn.Module, path: Path) -> None:
    """Write the weights of a network; the file appears when it is complete."""
    import torch

    with unfinished(path) as temporary:
        torch.save(network.state_dict(), temporary)


def load_weights(network: Network, path: Path) -> Network:
    """Return a network with the weights that `save_weights` wrote, on the device where it is, in evaluation mode."""
    import torch

    device = next(network.parameters()).device
    network.load_state_dict(torch.load(path, weights_only=True, map_location=device))
    return network.eval()


def trained_once(path: Path, new: Callable[[], Network], train: Callable[[], nn.Module]) -> Network:
    """Return the network whose weights lie in a file; train it and write them where they are not there yet.

    Args:
        path: of the weights.
        new: gives an untrained network of the right shape.
        train: gives the trained one.
    """
    if not path.exists():
        save_weights(train(), path)
    return load_weights(new(), path)


def arrays_once(path: Path, make: Callable[[], Mapping[str, npt.NDArray[Any]]]) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays that lie in a file; make and write them where they are not there yet."""
    if not path.exists():
        write_arrays(path, make())
    return read_arrays(path)
