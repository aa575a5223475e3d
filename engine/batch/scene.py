"""Map one scene of a batch, unless its result is there already."""

from __future__ import annotations

import glob
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from ..contract.errors import InputError, OutputError, TidemarkError
from ..contract.filenames import CLASS, PROBABILITY, RUN, MapFiles
from ..contract.job import Event, Job
from ..contract.record import RunRecord
from ..contract.requests import SCENE_DONE, SCENE_FAILED, SCENE_SKIPPED
from ..methods.method import choose_card
from ..pipeline.detect import detect
from ..pipeline.record import planned_record
from ..products.places import make_folder
from ..sentinel1.sources import with_planned_images
from .scene_list import BatchScene


@dataclass(frozen=True)
class SceneOutcome:
    """What became of one scene.

    Attributes:
        scene: its name.
        status: `SCENE_DONE`, `SCENE_FAILED`, or `SCENE_SKIPPED` (the numbers are the earlier run's).
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
    """Return the job of one scene; its files are ``FOLDER/NAME/NAME_…``, and replace what `earlier_outcome` does not keep."""
    source = replace(template.source("after"), paths=scene.paths)
    return replace(template, sources=(source,), output=os.path.join(folder, scene.name, scene.name), overwrite=True)


def earlier_outcome(job: Job, since: datetime | None) -> SceneOutcome | None:
    """Return the outcome of an earlier run with the same inputs, unchanged, and the same options, where its result is there.

    Device and threads may differ: they do not decide what a map shows. The result of another run is kept, and the scene fails.

    Args:
        job: from `job_for`.
        since: results that were written earlier do not count; None: all count.
    """
    files, name = MapFiles(job.output), os.path.basename(job.output)
    paths = {kind: files.find(kind) for kind in (CLASS, PROBABILITY, RUN)}
    with suppress(InputError, ValueError):  # what is no record of ours does not count
        run = RunRecord.read(paths[RUN])
        same = run.fingerprint == planned_record(with_planned_images(job), choose_card(job)).fingerprint
        if not same and since is None:
            return SceneOutcome(name, SCENE_FAILED, str(_of_another_run(os.path.dirname(job.output))))
        if same and all(paths.values()) and (since is None or datetime.fromisoformat(run.written) >= since):
            return SceneOutcome(name, SCENE_SKIPPED, _message(run.summary, run.notices), dict(run.hectares), run.seconds, paths)
    return None


def _of_another_run(folder: str) -> OutputError:
    return OutputError(
        f"{folder} holds a map that was made with other options, or of files that have changed since.",
        "A map is replaced only where that is asked for.",
        "Let it be replaced with --overwrite (in QGIS: 'Do again what is done'), choose another folder for the results, or move that one "
        "away.",
    )


def map_scene(
    job: Job,
    since: datetime | None,
    report: Callable[[Event], None],
    cancelled: Callable[[], bool],
    turn: AbstractContextManager[Any] | None = None,
) -> SceneOutcome:
    """Map one scene unless its result is there.

    Args:
        job: from `job_for`.
        since: as in `earlier_outcome`.
        report: takes the run's events.
        cancelled: asked several times a second whether to stop.
        turn: of `detect`.

    Raises:
        Cancelled: `cancelled` said so; nothing of this attempt is left behind.
    """
    started = time.monotonic()
    name, folder = os.path.basename(job.output), os.path.dirname(job.output)
    try:
        earlier = earlier_outcome(job, since)
        if earlier:
            return earlier
        make_folder(folder)
        _clean(folder, name)
        result = detect(job, report, cancelled, turn)
    except TidemarkError as error:
        return SceneOutcome(name, SCENE_FAILED, str(error), seconds=round(time.monotonic() - started, 1))
    finally:
        with suppress(OSError):
            os.rmdir(folder)  # only where it is empty
    message = _message(result.summary, result.notices)
    return SceneOutcome(name, SCENE_DONE, message, dict(result.hectares), round(time.monotonic() - started, 1), dict(result.files))


def _clean(folder: str, name: str) -> None:
    """Remove what an attempt left that was killed."""
    for path in glob.glob(os.path.join(glob.escape(folder), f".{glob.escape(name)}_*.part*")):
        with suppress(OSError):
            os.remove(path)


def _message(summary: str, notices: Sequence[str]) -> str:
    return " ".join([summary, *(f"Note: {text}" for text in notices)])
