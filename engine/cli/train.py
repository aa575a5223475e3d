"""The commands ``tidemark train`` and ``tidemark evaluate``: their package is not in the plugin's zip, and loads when one of them runs."""

from __future__ import annotations

import argparse

from ..contract.errors import InputError


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register both commands. Raises `InputError` where their package is missing."""
    try:
        from ..training.cli.commands import add_arguments as add_both
    except ModuleNotFoundError as error:
        raise InputError(
            f"`tidemark train` and `tidemark evaluate` are not in this copy of Tidemark: {error}.",
            "Training comes with the source, not with the plugin's zip.",
            "Clone the repository, run `make setup` in it, and use its .venv/bin/tidemark.",
        ) from error
    add_both(commands)
