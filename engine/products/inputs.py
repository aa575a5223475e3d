"""Keep a run from writing over its own inputs, and over the files that these consist of."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from typing import Protocol

from rasterio.errors import NotGeoreferencedWarning

from ..contract.errors import InputError
from ..contract.overwriting import refuse_inputs
from ..raster.files import RASTER_ERRORS, open_unchecked

_DEEPEST = 8
"""Of virtual rasters that are made of virtual rasters."""


class Request(Protocol):
    """A job that names its files."""

    def inputs(self) -> tuple[str, ...]:
        """Return the paths of all files that it reads."""

    def outputs(self) -> tuple[str, ...]:
        """Return the paths of all files that it may write or remove."""


def protect_inputs(request: Request, further: Iterable[str] = ()) -> None:
    """Refuse a job of which an output is an input, a source of a virtual raster, or what else belongs to an input.

    Args:
        request: the job.
        further: paths of inputs that it does not name itself.

    Raises:
        OutputError: nothing has been written then.
    """
    given = (*request.inputs(), *further)
    refuse_inputs(request.outputs(), [file for path in given for file in (path, *_files_of(path, _DEEPEST))])


def _files_of(path: str, deepest: int) -> Iterator[str]:
    """Yield the files that a raster consists of; none where it cannot be opened, which whoever reads it will say."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with open_unchecked(path) as dataset:
                files = [str(file) for file in dataset.files]
    except (*RASTER_ERRORS, InputError, OSError, ValueError):
        return
    for file in files:
        yield file
        if deepest and file != path and file.lower().endswith(".vrt"):
            yield from _files_of(file, deepest - 1)
