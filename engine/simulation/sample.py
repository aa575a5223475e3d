"""The sample to try Tidemark on: a simulated place before and during a flood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..contract.errors import Cancelled
from ..contract.job import Event
from ..contract.requests import SampleJob
from .files import write
from .scene import SceneSpec

_PLACE = SceneSpec(width=1200, height=640, seed=5)
_FLOODS = (0.0, 0.6)
"""Shares of the low plain under water on the two dates."""


def write_sample(job: SampleJob, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> tuple[str, str]:
    """Write the two images; return their paths, the earlier one first.

    Args:
        job: says where.
        report: takes the event ``progress``.
        cancelled: asked between the two.

    Raises:
        OutputError: they cannot be written, or files of these names are there that Tidemark did not make.
        Cancelled: `cancelled` said so.
    """
    before, during = job.outputs()
    for done, (path, flood) in enumerate(zip((before, during), _FLOODS, strict=True)):
        if cancelled():
            raise Cancelled
        report(Event("progress", {"done": done, "total": len(_FLOODS)}))
        write(replace(_PLACE, flood=flood, date=done), Path(path), overwrite=True)
    return before, during
