"""The commands ``tidemark train`` and ``tidemark evaluate``: their package is not in the plugin's zip, and loads when one of them runs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ..contract.errors import InputError

COMMANDS = {
    "train": "train a student, or compare ways to train it",
    "evaluate": "measure a student beside the classical methods on labelled images",
}


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser], arguments: Sequence[str]) -> None:
    """Register both commands; their options only where the command line asks for one of them."""
    if arguments and arguments[0] in COMMANDS:
        try:
            from ..training.cli.commands import add_arguments as add_all
        except ModuleNotFoundError as error:
            raise InputError(
                f"`tidemark {arguments[0]}` is not in this copy of Tidemark: {error}.",
                "Training comes with the source, not with the plugin's zip.",
                "Clone the repository, run `make setup` in it, and use its .venv/bin/tidemark.",
            ) from error
        add_all(commands)
        return
    for name, words in COMMANDS.items():
        commands.add_parser(name, help=words)
