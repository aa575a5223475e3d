"""A new class raster from the stored probability of a run, without the network."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timezone
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from . import record
from .classmap import Facts, check_bytes, check_same_grid, read_facts, read_rows, sibling
from .errors import Cancelled, InputError
from .files import open_raster
from .ground import pixel_areas
from .job import PROBABILITY_NODATA, ClassCode, Event, Result
from .product import Product
from .scene import Grid
from .tally import Tally
from .tasks import TASKS, with_codes
from .version import __version__

ByteArray = npt.NDArray[np.uint8]

_ENDING = "_probability.tif"
_ROWS = 512
_CACHE_BYTES = 64 * 2**20
_DECIDED_BY_THRESHOLD = (ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.NOT_OBSERVED)
_DIRECTIONS = (ClassCode.DECREASE, ClassCode.INCREASE)


def rethreshold(
    probability: str,
    threshold: float,
    output: str,
    overwrite: bool = False,
    report: Callable[[Event], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Result:
    """Write the files of a run anew with another threshold. What the run had masked stays masked.

    Args:
        probability: path of ``PREFIX_probability.tif``; the run record, and the class raster where something was masked, lie beside it.
        threshold: probability from which a pixel is detected, 0.01 to 1.
        output: prefix of the files to write.
        report: takes ``started`` and ``progress``, in rows.
        cancelled: asked at every strip of rows whether to stop.

    Raises:
        InputError, OutputError: what the user has to change; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    if not 0.01 <= threshold <= 1:
        raise InputError(f"The threshold is {threshold:g}.", "It is a probability from 0.01 to 1.", "Give e.g. --threshold 0.4.")
    started = time.monotonic()
    with warnings.catch_warnings(), rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES), ExitStack() as stack:
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # the earlier run's record says so
        percent = stack.enter_context(open_raster(probability))
        check_bytes(probability, percent)
        facts = _facts(probability, percent.tags())
        beside = sibling(probability, _ENDING, "_class.tif")
        classes = stack.enter_context(open_raster(beside)) if os.path.isfile(beside) else None
        if classes is not None:
            check_same_grid(percent, classes)
        grid = Grid(percent.height, percent.width, percent.transform, percent.crs)
        counts = Tally(pixel_areas(grid.crs, grid.transform, grid.height, grid.width) if grid.crs else None, threshold)
        left_out = [ClassCode(one["class"]) for one in facts.run.get("left_out", [])]
        with Product(output, grid, with_codes(TASKS[facts.task], left_out), overwrite, {}) as product:
            report(Event("started", {"device": "CPU", "tiles": grid.height, "temporary": list(product.temporary.values())}))
            for row, stored, masked in _strips(percent, classes):
                if cancelled():
                    raise Cancelled
                product.write(stored, _classify(stored, masked, threshold))
                counts.add(_classify(stored, masked, threshold), stored, row)
                report(Event("progress", {"done": row + len(stored), "total": grid.height, "seconds_left": None}))
            stack.close()  # the new files may take the place of these
            result = _result(facts, product.files, counts, grid, probability, threshold)
            run = _run_record(facts, result, probability, threshold, time.monotonic() - started)
            product.finish(run, record.tags(run), lambda _class, _png: None)
    return result


def _facts(probability: str, tags: dict[str, str]) -> Facts:
    facts = read_facts(probability, _ENDING, tags)
    if facts.task not in TASKS:
        name = PurePath(probability).name
        raise InputError(
            f"The run record of {name} is not beside it, or is none of this version.",
            "It tells what the map shows and which image it was made of.",
            "Give PREFIX_probability.tif in a folder that has PREFIX_run.json as well.",
        )
    return facts


def _strips(percent: Any, classes: Any) -> Iterator[tuple[int, ByteArray, ByteArray | None]]:
    """Yield first row, per cent and earlier classes, uint8 (rows, width) each."""
    for first in range(0, percent.height, _ROWS):
        rows = min(_ROWS, percent.height - first)
        stored = read_rows(percent, first, rows)
        if ((stored > 100) & (stored != PROBABILITY_NODATA)).any():
            raise InputError(
                f"{PurePath(percent.name).name} is no probability raster: it holds values between 101 and 254.",
                "Probabilities are 0 to 100 per cent.",
                "Give the file PREFIX_probability.tif that a run has written.",
            )
        yield first, stored, None if classes is None else read_rows(classes, first, rows)


def _classify(percent: ByteArray, earlier: ByteArray | None, threshold: float) -> ByteArray:
    """Return classes from per cent; codes that no threshold decides stay as they were."""
    detected = percent >= round(threshold * 100)
    classes = np.where(detected, np.uint8(ClassCode.DETECTED), np.uint8(ClassCode.NOT_DETECTED))
    classes[percent == PROBABILITY_NODATA] = ClassCode.NOT_OBSERVED
    if earlier is not None:
        if np.isin(earlier, _DIRECTIONS).any():
            raise InputError(
                "The run tells decrease from increase.", "The stored probability does not.", "Run the detection again with the threshold."
            )
        kept = ~np.isin(earlier, _DECIDED_BY_THRESHOLD)
        classes[kept] = earlier[kept]
    return classes


def _result(facts: Facts, files: dict[str, str], counts: Tally, grid: Grid, probability: str, threshold: float) -> Result:
    before = "" if facts.threshold is None else f" (before: {facts.threshold:g})"
    notice = f"Made from the stored probability {PurePath(probability).name} with the threshold {threshold:g}{before}, without the network."
    notices = [text for text in facts.run["notices"] if "from the stored probability" not in text]
    return record.result(facts.task, files, counts.pixels, counts.hectares, grid.crs is not None, [*notices, notice], "")


def _run_record(facts: Facts, result: Result, probability: str, threshold: float, seconds: float) -> dict[str, Any]:
    """Return the earlier run's record with what is new."""
    return {
        **facts.run,
        "tidemark": __version__,
        "written": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "title": result.title,
        "summary": result.summary,
        "notices": list(result.notices),
        "files": dict(result.files),
        "hectares": dict(result.hectares),
        "shares": dict(result.shares),
        "threshold": threshold,
        "rethresholded": {
            "probability": str(Path(probability)),
            "threshold_before": facts.threshold,
            "run_written": facts.run.get("written", ""),
        },
        "device": "",
        "seconds": round(seconds, 1),
    }
