"""One scene of a batch: whether its result is there already, and making it."""

from __future__ import annotations

import glob
import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..contract.errors import OutputError, TidemarkError
from ..contract.job import Event, Job
from ..contract.tasks import task_shown
from ..methods.method import choose_card
from ..pipeline.detect import detect
from ..pipeline.record import OVERLAYS
from ..raster.files import file_state
from .scene_list import BatchScene

DONE, FAILED, SKIPPED = "done", "failed", "skipped"


@dataclass(frozen=True)
class Outcome:
    """What became of one scene.

    Attributes:
        scene: its name.
        status: ``done``, ``failed``, or ``skipped`` (an earlier run did it; the numbers are that run's).
        message: the end message with its notices, or what went wrong and what to do.
        hectares: ``detected``, ``observed``, ``not_observed`` and others; empty where it failed or has no georeference.
        seconds: the time it took.
        files: kind to path.
    """

    scene: str
    status: str
    message: str
    hectares: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    files: Mapping[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, strings and numbers, fit for JSON."""
        return asdict(self)


def job_for(scene: BatchScene, template: Job, folder: str) -> Job:
    """Return the job of one scene; its files are ``FOLDER/NAME/NAME_…``, and replace what does not fit the job any more."""
    source = replace(template.source("after"), paths=scene.paths)
    return replace(template, sources=(source,), output=os.path.join(folder, scene.name, scene.name), overwrite=True)


def earlier_outcome(job: Job, since: datetime | None) -> Outcome | None:
    """Return the outcome of an earlier run with the same inputs, unchanged, and the same options, where its result is there.

    Device and threads may differ: they do not decide what a map shows.

    Args:
        job: from `job_for`.
        since: results that were written earlier do not count; None: all count.
    """
    endings = {"class": "class.tif", "probability": "probability.tif", "run": "run.json"}
    files = {kind: f"{job.output}_{ending}" for kind, ending in endings.items()}
    if not all(os.path.isfile(path) for path in files.values()):
        return None
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):  # a record of another version does not count
        run = json.loads(Path(files["run"]).read_text(encoding="utf-8"))
        if _told(run) == _wanted(job) and (since is None or datetime.fromisoformat(run["written"]) >= since):
            message = _message(run["summary"], run["notices"])
            return Outcome(os.path.basename(job.output), SKIPPED, message, dict(run["hectares"]), float(run["seconds"]), files)
    return None


def map_scene(job: Job, since: datetime | None, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> Outcome:
    """Map one scene unless its result is there.

    Args:
        job: from `job_for`.
        since: as in `earlier_outcome`.
        report: takes the run's events.
        cancelled: asked several times a second whether to stop.

    Raises:
        Cancelled: `cancelled` said so; nothing of this attempt is left behind.
    """
    started = time.monotonic()
    name, folder = os.path.basename(job.output), os.path.dirname(job.output)
    try:
        earlier = earlier_outcome(job, since)
        if earlier:
            return earlier
        _make(folder)
        _clean(folder, name)
        result = detect(job, report, cancelled)
    except TidemarkError as error:
        return Outcome(name, FAILED, str(error), seconds=round(time.monotonic() - started, 1))
    finally:
        with suppress(OSError):
            os.rmdir(folder)  # only where it is empty
    message = _message(result.summary, result.notices)
    return Outcome(name, DONE, message, dict(result.hectares), round(time.monotonic() - started, 1), dict(result.files))


def _make(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {folder} cannot be made: {error.strerror}.", "", "Choose another output folder.") from error


def _clean(folder: str, name: str) -> None:
    """Remove what an attempt left that was killed."""
    for path in glob.glob(os.path.join(glob.escape(folder), f".{glob.escape(name)}_*.part*")):
        with suppress(OSError):
            os.remove(path)


def _message(summary: str, notices: list[str] | tuple[str, ...]) -> str:
    return " ".join([summary, *(f"Note: {text}" for text in notices)])


def _wanted(job: Job) -> dict[str, Any]:
    """What decides a map, as the job has it."""
    source = job.source("after")
    card = choose_card(job)
    threshold = job.threshold if job.threshold is not None else card.threshold if card else 0.5
    return {
        "task": task_shown(job),
        "paths": list(source.paths),
        "files": [file_state(path) for path in source.paths],
        "bands_given": bool(source.bands),
        "scale": source.scale,
        "zeros": job.zeros,
        "extent": None if job.extent is None else list(job.extent),
        "threshold": threshold,
        "method": job.method,
        "sha256": card.sha256 if card else None,
        "scales": list(job.scales or card.scales) if card else None,
        "flip": job.flip if card else None,
        "options": {name: getattr(job, name) for name in OVERLAYS},
    }


def _told(run: Mapping[str, Any]) -> dict[str, Any]:
    """What decides a map, as its run record tells."""
    read, method = run["input"], run["method"]
    return {
        "task": run["task"],
        "paths": read["paths"],
        "files": read["files"],
        "bands_given": read["bands_from"] == "given",
        "scale": read["scale"] if read["scale_from"] == "given" else "auto",
        "zeros": read["zeros"],
        "extent": read["extent"],
        "threshold": run["threshold"],
        "method": method["name"],
        "sha256": method.get("sha256"),
        "scales": method.get("scales"),
        "flip": method.get("flip"),
        "options": run["options"],
    }
