"""Prepared images kept for the next run: a second task, another threshold, the next day's pair start at once.

The folder lies in the system's for caches, or in ``TIDEMARK_CACHE``; what lay unused for longest goes when all take more than 20 GB, or
``TIDEMARK_CACHE_GB``.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from ..contract.errors import OutputError
from ..contract.installation import cache_folder
from ..contract.job import Event
from ..contract.overwriting import PREPARED_MARK, wrote
from ..contract.requests import PrepareJob
from ..raster.files import file_state, layer_state
from .prepare import prepare
from .product import open_product

LIMIT_GB = 20.0
_METHOD = 1
"""Another number where a change of the method makes earlier images out of date."""


def cached_image(job: PrepareJob, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> str:
    """Return the path of a prepared image, which is made where it is not there.

    Args:
        job: what to prepare; its output is chosen here.
        report, cancelled: as in `prepare`.

    Raises:
        InputError, OutputError, Cancelled: as in `prepare`.
    """
    path = _place(job)
    folder = path.parent
    if not _is_whole(job, path):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"The folder for prepared images cannot be made: {error}.",
                "Images of products are kept there.",
                "Set TIDEMARK_CACHE to a folder that can be written.",
            ) from error
        prepare(replace(job, output=str(path), overwrite=True), report, cancelled)
    for file in replace(job, output=str(path)).outputs():
        with suppress(OSError):
            os.utime(file, ns=(time.time_ns(), os.stat(file).st_mtime_ns))
    _make_room(folder, path)
    return str(path)


def find_image(job: PrepareJob) -> str:
    """Return the path of a prepared image where it is in the cache, else an empty string. Raises `InputError` for what is no product."""
    path = _place(job)
    return str(path) if _is_whole(job, path) else ""


def _is_whole(job: PrepareJob, path: Path) -> bool:
    """Return whether an image is there with all that belongs to it."""
    return all(Path(file).exists() for file in replace(job, output=str(path)).outputs())


def _place(job: PrepareJob) -> Path:
    return cache_folder("prepared") / f"{open_product(job.products[0]).name}_{_key(job)}.tif"


def _key(job: PrepareJob) -> str:
    files = [path for product in job.products for path in open_product(product).archive.files()]
    states = [*((path, file_state(path)) for path in files), (job.dem, layer_state(job.dem) if job.dem else None)]
    told = json.dumps([_METHOD, asdict(replace(job, output="", overwrite=False, products=())), states], sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _make_room(folder: Path, keep: Path) -> None:
    """Remove the prepared images used longest ago until the rest is within the limit; what cannot be removed stays."""
    try:
        limit = float(os.environ.get("TIDEMARK_CACHE_GB", LIMIT_GB)) * 1e9
    except ValueError:
        limit = LIMIT_GB * 1e9
    images = {path: path.stat() for path in folder.glob("*.tif") if wrote(str(path), PREPARED_MARK)}
    total = sum(state.st_size for state in images.values())
    for path, state in sorted(images.items(), key=lambda image: image[1].st_atime):
        if total <= limit:
            break
        if not path.stem.startswith(keep.stem):  # what a DEM found lies beside it under a longer name
            total -= state.st_size
            with suppress(OSError):
                path.unlink()
