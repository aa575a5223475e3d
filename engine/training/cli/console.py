"""What the training commands share: PyTorch or one message, and lines on standard error."""

from __future__ import annotations

import sys

from ...contract.errors import ModelError


def use_torch(threads: int) -> None:
    """Set PyTorch's CPU threads. Raises `ModelError` where it is not installed."""
    try:
        import torch
    except ImportError as error:
        raise ModelError(
            "PyTorch is not installed here.", "Training needs it; mapping does not.", "Install it: pip install 'tidemark[train]'."
        ) from error
    torch.set_num_threads(max(1, threads))


def say(text: str) -> None:
    """Print a line on standard error, at once."""
    print(text, file=sys.stderr, flush=True)
