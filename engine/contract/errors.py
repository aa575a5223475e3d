"""Errors that advise. Each message says what was found, what is needed, and what to do."""

from __future__ import annotations

import traceback
from pathlib import PurePath
from typing import Dict


class TidemarkError(Exception):
    """Root of every error that is meant for the user.

    Args:
        found: what is there, as one sentence.
        needed: what is needed instead, as one sentence (may be empty where `found` says it all).
        do: what the user can do about it, as one sentence.
    """

    def __init__(self, found: str, needed: str = "", do: str = "") -> None:
        self.found, self.needed, self.do = found, needed, do
        super().__init__(" ".join(part for part in (found, needed, do) if part))

    def as_dict(self) -> Dict[str, str]:
        """Return the three parts under the names ``found``, ``needed`` and ``do``."""
        return {"found": self.found, "needed": self.needed, "do": self.do}


class InputError(TidemarkError):
    """An image, an option or an extent that cannot be used."""


class ScaleError(InputError):
    """The scale of the pixel values stays open: only the user can say."""


class ModelError(TidemarkError):
    """A card or a network file that cannot be used."""


class OutputError(TidemarkError):
    """A result that cannot be written."""


class UnexpectedError(TidemarkError):
    """A fault of Tidemark's own, or of the installation, told in one message.

    Args:
        error: what was raised.
    """

    def __init__(self, error: BaseException) -> None:
        if isinstance(error, MemoryError):
            super().__init__("The memory ran out, and nothing was written.", do="Close other programs, or map a smaller extent.")
            return
        if isinstance(error, ModuleNotFoundError) and error.name and error.name.split(".")[0] != "tidemark":
            super().__init__(
                f"The engine's environment lacks {error.name}.",
                "It may have been removed or moved while it was in use; nothing was written.",
                f"Install the engine again (pip install {error.name.split('.')[0]}; in QGIS: panel 'Install engine').",
            )
            return
        text = str(error).splitlines()[0] if str(error) else "no reason given"
        frames = traceback.extract_tb(error.__traceback__)
        place = f" ({PurePath(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
        super().__init__(
            f"Unexpected error, a fault of Tidemark; nothing was written: {type(error).__name__}: {text.rstrip('.')}{place}.",
            do="Please report it with this message; another file or option may work.",
        )


class Cancelled(Exception):
    """The user stopped the run. Not an error: nothing is wrong and nothing is left behind."""
