"""Prepared images kept for the next run: a second task, another threshold, the next day's pair start at once.

The folder lies in the system's for caches, or in ``TIDEMARK_CACHE``; what lay unused for longest goes when all take more than 20 GB, or
``TIDEMARK_CACHE_GB``.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Collection
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
_NEW_SECONDS = 120.0
_METHOD = 2
"""Another number where a change of the method makes earlier images out of date."""


def fill_cache(job: PrepareJob, path: Path, keep: Collection[Path], report: Callable[[Event], None], cancelled: Callable[[], bool]) -> None:
    """Prepare an image where it is not there.

    Args:
        job: what to prepare; its output is chosen here.
        path: of the image, from `image_place`.
        keep: paths of images that the same run needs.
        report, cancelled: as in `prepare`; its notices are not told, for the image has them in its tags.

    Raises:
        InputError, OutputError, Cancelled: as in `prepare`.
    """

    def tell(event: Event) -> None:
        if event.kind != "notice":
            report(event)

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
        prepare(replace(job, output=str(path), overwrite=True), tell, cancelled)
    for file in replace(job, output=str(path)).outputs():
        with suppress(OSError):
            os.utime(file, ns=(time.time_ns(), os.stat(file).st_mtime_ns))
    _make_room(folder, {path, *keep})


def _is_whole(job: PrepareJob, path: Path) -> bool:
    """Return whether an image is there with all that belongs to it."""
    return all(Path(file).exists() for file in replace(job, output=str(path)).outputs())


def image_place(job: PrepareJob) -> Path:
    """Return the path of a prepared image, there or not; another one where products, DEM or how they are prepared differ.

    Raises:
        InputError: what should be products is none.
    """
    products = [open_product(path) for path in job.products]
    files = [path for product in products for path in product.archive.files()]
    states = [*((path, file_state(path)) for path in files), (job.dem, layer_state(job.dem) if job.dem else None)]
    told = json.dumps([_METHOD, asdict(replace(job, output="", overwrite=False, products=())), states], sort_keys=True, default=str)
    return cache_folder("prepared") / f"{products[0].name}_{hashlib.sha256(told.encode()).hexdigest()[:12]}.tif"


def _make_room(folder: Path, keep: Collection[Path]) -> None:
    """Remove the prepared images used longest ago until the rest is within the limit; what cannot be removed stays.

    So does what was asked for a moment ago, by another run perhaps, which is still to open it.
    """
    try:
        limit = float(os.environ.get("TIDEMARK_CACHE_GB", LIMIT_GB)) * 1e9
    except ValueError:
        limit = LIMIT_GB * 1e9
    images: dict[Path, os.stat_result] = {}
    for path in folder.glob("*.tif"):
        with suppress(OSError):  # another run may have removed it
            state = path.stat()  # first: a look inside may count as a use
            if wrote(str(path), PREPARED_MARK):
                images[path] = state
    total = sum(state.st_size for state in images.values())
    for path, state in sorted(images.items(), key=lambda image: image[1].st_atime):
        if total <= limit:
            break
        is_new = time.time() - state.st_atime < _NEW_SECONDS
        if not is_new and not path.stem.startswith(tuple(image.stem for image in keep)):  # what a DEM found lies under a longer name
            total -= state.st_size
            with suppress(OSError):
                path.unlink()
