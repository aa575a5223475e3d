"""A new class raster from the stored probability of a run, without the network."""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from ..contract.errors import Cancelled, InputError
from ..contract.filenames import sibling
from ..contract.job import PROBABILITY_NODATA, ClassCode, Event, Result
from ..contract.tasks import TASKS, WATER_LIMITS, with_codes
from ..contract.version import __version__
from ..products.reader import Facts, check_bytes, check_same_grid, read_facts, read_rows
from ..products.sieve import remove_small
from ..products.statistics import Tally
from ..products.writer import Product
from ..raster.files import open_raster
from ..raster.ground import pixel_areas
from ..raster.scene import Grid
from ..tasks.oil import MINIMUM_HECTARES, remove_earlier_polygons
from . import record

ByteArray = npt.NDArray[np.uint8]

_ASSUMED_TASK = "water"
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
        probability: path of ``PREFIX_probability.tif``. What the run was is known from the record beside it, else from the raster's tags;
            what it had masked, from the class raster beside it.
        threshold: probability from which a pixel is detected, 0.01 to 1.
        output: prefix of the files to write.
        report: takes ``started``, ``progress``, in rows, and ``notice``.
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
        facts = read_facts(probability, percent.tags())
        facts = replace(facts, task=facts.task or _ASSUMED_TASK, run=facts.run or _run_of_tags(facts, percent.tags()))
        beside = sibling(probability, "class")
        classes = stack.enter_context(open_raster(beside)) if beside else None
        if classes is not None:
            check_same_grid(percent, classes)
        grid = Grid(percent.height, percent.width, percent.transform, percent.crs)
        counts = Tally(pixel_areas(grid.crs, grid.transform, grid.height, grid.width) if grid.crs else None, threshold)
        left_out = [ClassCode(one["class"]) for one in facts.run.get("left_out", [])]
        with Product(output, grid, with_codes(TASKS[facts.task], left_out), overwrite, {}) as product:
            report(Event("started", {"device": "CPU", "tiles": grid.height, "temporary": list(product.temporary.values())}))
            notices = _notices(facts, probability, classes is not None)
            for text in notices:
                report(Event("notice", {"text": text}))
            for row, stored, masked in _strips(percent, classes):
                if cancelled():
                    raise Cancelled
                again = _classify(stored, masked, threshold)
                product.write({"class": again, "probability": stored})
                counts.add(again, stored, row)
                report(Event("progress", {"done": row + len(stored), "total": grid.height, "seconds_left": None}))
            stack.close()  # the new files may take the place of these
            if facts.task == "oil":
                product.close()
                minimum = facts.run.get("minimum_area_ha", MINIMUM_HECTARES)
                removed = remove_small(product.temporary["class"], counts.areas, minimum, cancelled)
                counts.take_away(removed.pixels, removed.hectares)
                remove_earlier_polygons(output, overwrite)
            for text in [] if facts.run.get("before") else record.reference_not_seen(counts):
                notices.append(text)
                report(Event("notice", {"text": text}))
            result = _result(facts, product.files, counts, grid, probability, threshold, notices)
            run = _run_record(facts, result, probability, threshold, time.monotonic() - started)
            product.finish(run, record.tags(run), lambda _class, _png: None)
    return result


def _run_of_tags(facts: Facts, tags: dict[str, str]) -> dict[str, Any]:
    """Return what the tags tell of a run in the form of its record."""
    scale = re.fullmatch(r"(\S*) \((.*)\)", tags.get("TIDEMARK_SCALE_ASSUMED", ""))
    return {
        "task": facts.task or _ASSUMED_TASK,
        "limits": tags.get("TIDEMARK_LIMITS", WATER_LIMITS),
        "notices": [text for text in [tags.get("TIDEMARK_NOTICES", "")] if text],
        "before": {"paths": tags["TIDEMARK_BEFORE"].split("; ")} if tags.get("TIDEMARK_BEFORE") else None,
        "method": {"name": facts.method, **({"model": facts.model} if facts.model else {})},
        "input": {
            "paths": list(facts.images),
            "acquired": facts.acquired,
            "simulated": facts.simulated,
            "scale": scale[1] if scale else "",
            "scale_from": scale[2] if scale else "",
        },
    }


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


def _notices(facts: Facts, probability: str, has_classes: bool) -> list[str]:
    name = PurePath(probability).name
    notices = [f"{text} It is taken for a map of {TASKS[_ASSUMED_TASK].detects}." for text in facts.notices(name)]
    if facts.task == "oil":
        notices.append("The polygons with contrast and confidence were not made anew: run the detection with this threshold to get them.")
    if facts.run.get("before"):
        notices.append(
            "Reference water is what the first run's threshold made of the image before: with a lower one now, shores may pass for flood."
        )
    if not has_classes:
        notices.append(f"The class raster of the run does not lie beside {name}: what the run had left out is not left out here.")
    return notices


def _result(facts: Facts, files: dict[str, str], counts: Tally, grid: Grid, probability: str, threshold: float, news: list[str]) -> Result:
    before = "" if facts.threshold is None else f" (before: {facts.threshold:g})"
    notice = f"Made from the stored probability {PurePath(probability).name} with the threshold {threshold:g}{before}, without the network."
    notices = [text for text in record.without_advice_of_threshold(facts.run["notices"]) if "from the stored probability" not in text]
    return record.result(facts.task, files, counts.pixels, counts.hectares, grid.crs is not None, [*notices, *news, notice], "")


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
