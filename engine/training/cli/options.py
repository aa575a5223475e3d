"""Options that the training commands share, the checks of them, and lines on standard error."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path

from ...contract.errors import InputError, ModelError

KEPT = "made where it is missing; results in it are kept"


def add_folders(parser: argparse.ArgumentParser, data: str, output: str = KEPT) -> None:
    """Add ``--data`` and ``--output`` with the help of each."""
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help=data)
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER", help=output)


def add_seeds(parser: argparse.ArgumentParser, default: Sequence[int] = (1, 2, 3), words: str = "one training for each") -> None:
    """Add ``--seed``, one or several."""
    parser.add_argument("--seed", type=int, nargs="+", default=list(default), metavar="N", help=words)


def add_device(parser: argparse.ArgumentParser) -> None:
    """Add ``--device``."""
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu", help="what networks are trained on (default: cpu)")


def add_threads(parser: argparse.ArgumentParser) -> None:
    """Add ``--threads``."""
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="CPU threads")


def use_torch(threads: int, device: str = "cpu", diffusion: bool = False) -> None:
    """Set PyTorch's CPU threads.

    Raises:
        ModelError: PyTorch, or diffusers where it is needed, is not installed, or the device is not there.
    """
    needed = "PyTorch or diffusers" if diffusion else "PyTorch"
    try:
        import torch

        if diffusion:
            import diffusers  # noqa: F401
    except ImportError as error:
        raise ModelError(
            f"{needed} is not installed here.", "Training needs it; mapping does not.", "Install it: pip install 'tidemark[train]'."
        ) from error
    if device == "cuda" and not torch.cuda.is_available():
        raise ModelError("There is no CUDA device here.", "", "Leave --device out.")
    torch.set_num_threads(max(1, threads))


def positive_steps(steps: int) -> int:
    """Return a number of steps. Raises `InputError` where it is below 1."""
    if steps < 1:
        raise InputError(f"{steps} steps were asked for.", "At least one is needed.", "Correct --steps.")
    return steps


def fitting_crop(crop: int, *strides: int) -> int:
    """Return the side of a crop. Raises `InputError` where it is no multiple of every stride."""
    multiple = math.lcm(*strides)
    if crop < 1 or crop % multiple:
        raise InputError(f"Crops of {crop} pixels were asked for.", f"They are multiples of {multiple}.", "Correct --crop.")
    return crop


def say(text: str) -> None:
    """Print a line on standard error, at once."""
    print(text, file=sys.stderr, flush=True)
