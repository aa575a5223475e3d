"""Map many scenes in one go, each with its own result, and keep a table of them."""

from __future__ import annotations

import csv
import io
import os
import secrets
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timezone
from functools import partial
from itertools import chain
from pathlib import Path

from rasterio.errors import NotGeoreferencedWarning

from ..contract.errors import Cancelled, OutputError
from ..contract.filenames import RUN, MapFiles
from ..contract.job import Event, Job, check_options
from ..contract.overwriting import refuse_inputs, refuse_strangers
from ..contract.record import printable
from ..contract.requests import SCENE_DONE, SCENE_FAILED, SCENE_SKIPPED, SUMMARY, BatchJob
from ..methods.method import choose_card, window_multiple
from ..products.places import make_folder
from .cluster import map_on_cluster
from .scene import SceneOutcome, earlier_outcome, job_for, map_scene
from .scene_list import find_scenes

_SIDE_BY_SIDE = 2
_HECTARES = ("detected", "observed", "not_observed")
_COLUMNS = ("scene", "status", "message", *(f"hectares_{name}" for name in _HECTARES), "seconds", "files")


def map_scenes(
    batch: BatchJob,
    scheduler: str = "",
    report: Callable[[Event], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[SceneOutcome]:
    """Map scenes into ``FOLDER/NAME/NAME_…`` and keep ``FOLDER/summary.csv`` up to date.

    What is there already, from the same unchanged inputs with the same options, is skipped; what failed is tried again. A map of other
    options or inputs is replaced only where all is done again; else its scene fails. A scene that fails does not stop the others.

    Args:
        batch: which scenes, how, and where to.
        scheduler: address of a Dask scheduler whose workers see the same files; empty: on this machine.
        report: takes events, from several threads but one at a time: ``scene`` (an `SceneOutcome` as a dict) for each scene as it ends, and
            ``progress`` (``done``, ``total``: scenes; ``seconds_left``: None while unknown; ``current``: the scene's name, on this
            machine), ``notice`` (``text``) and, on this machine, ``started`` (``device``, ``tiles``: scenes, ``temporary``: what a kill
            would leave) for each scene.
        cancelled: asked several times a second whether to stop.

    Returns:
        The outcomes in the order of the scenes.

    Raises:
        InputError, ModelError, OutputError: options or folders with which no scene could be mapped, or no cluster.
        Cancelled: `cancelled` said so; finished scenes stay.
    """
    report = _one_at_a_time(report)
    refuse_inputs(batch.outputs(), batch.inputs())
    scenes = find_scenes(batch.scenes)
    _check_template(batch.template)
    since = datetime.now(timezone.utc) if batch.again else None
    folder = os.path.abspath(batch.folder)
    summary = _Summary(folder, [scene.name for scene in scenes])
    waiting = _not_done_yet([job_for(scene, batch.template, folder) for scene in scenes], since, summary, report)
    clock = _Clock(len(scenes), len(waiting), report)
    here = _map_here(waiting, since, clock, summary, cancelled)
    for outcome in map_on_cluster(scheduler, waiting, since, report, cancelled) if scheduler else here:
        if outcome.status == SCENE_SKIPPED:  # a worker finished it in this batch and was lost before it could tell
            outcome = replace(outcome, status=SCENE_DONE)
        summary.add(outcome)
        summary.write()
        report(Event("scene", outcome.to_dict()))
        clock.one_done(outcome)
    return [summary.outcomes[scene.name] for scene in scenes]


def _check_template(template: Job) -> None:
    """Refuse options with which no scene could be mapped. Raises `InputError` and `ModelError`."""
    card = choose_card(template)
    check_options(template)
    if card:
        card.verify()
        window_multiple(card.window_multiple, template.scales)


def _not_done_yet(jobs: Sequence[Job], since: datetime | None, summary: _Summary, report: Callable[[Event], None]) -> list[Job]:
    """Return the jobs whose result is not there, and begin the table with the outcomes of those whose is."""
    waiting = []
    for job in jobs:
        earlier = earlier_outcome(job, since)
        if earlier:
            summary.add(earlier)
            report(Event("scene", earlier.to_dict()))
        else:
            waiting.append(job)
    summary.write()
    return waiting


def _map_here(
    jobs: Sequence[Job], since: datetime | None, clock: _Clock, summary: _Summary, cancelled: Callable[[], bool]
) -> Iterator[SceneOutcome]:
    """Map scenes on this machine, the next one being opened and the last one finished while one is predicted; yield each in its turn."""
    turn, given_up, temporary = threading.Lock(), threading.Event(), dict[str, list[str]]()

    def tell(event: Event, name: str) -> None:
        if event.kind == "started":
            temporary[name] = event.data["temporary"]
            clock.begin_scene(str(event.data["device"]), [*chain(*list(temporary.values())), str(summary.temporary)])
        if event.kind == "progress":
            clock.within(event.data["done"] / event.data["total"], name)

    def map_one(job: Job) -> SceneOutcome:
        name = os.path.basename(job.output)
        try:
            return map_scene(job, since, partial(tell, name=name), lambda: given_up.is_set() or cancelled(), turn)
        except Cancelled:
            raise
        except Exception as error:  # whatever is wrong with one scene, a night's work goes on with the next
            return SceneOutcome(name, SCENE_FAILED, f"Unexpected error, please report it: {type(error).__name__}: {error}")
        finally:
            temporary.pop(name, None)

    with warnings.catch_warnings(), ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        # What each scene ignores by itself: filters are shared, and one scene that ends would bring them back for the other.
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        mapped = [pool.submit(map_one, job) for job in jobs]
        try:
            yield from (scene.result() for scene in mapped)
        finally:
            given_up.set()
            pool.shutdown(cancel_futures=True)


def _one_at_a_time(report: Callable[[Event], None]) -> Callable[[Event], None]:
    """Return what reports from several threads."""
    telling = threading.Lock()

    def tell(event: Event) -> None:
        with telling:
            report(event)

    return tell


class _Clock:
    """Scenes done, and how long the others will take if they are like those."""

    def __init__(self, total: int, waiting: int, report: Callable[[Event], None]) -> None:
        self._total, self._waiting, self._report = total, waiting, report
        self._done = self._mapped = 0
        self._started = time.monotonic()

    def begin_scene(self, device: str, temporary: list[str]) -> None:
        """Report on what a scene is mapped, and what would be left of it if this process were killed."""
        self._report(Event("started", {"device": device, "tiles": self._total, "temporary": temporary}))

    def one_done(self, outcome: SceneOutcome) -> None:
        """Report a scene's end. One that failed, mostly at once, says nothing of the time that others take."""
        self._done += 1
        self._mapped += outcome.status != SCENE_FAILED
        self.within(0.0, "")

    def within(self, share: float, name: str) -> None:
        """Report progress inside a scene: `share` of it, 0 to 1, is done."""
        mapped = self._mapped + share
        left = self._waiting - self._done - share
        seconds = (time.monotonic() - self._started) / mapped * left if mapped else None if left else 0.0
        finished = self._total - self._waiting + self._done
        self._report(Event("progress", {"done": finished, "total": self._total, "seconds_left": seconds, "current": name}))


class _Summary:
    """The table of all outcomes so far, written whole each time; a scene's line is made once.

    Lines of earlier batches on other scenes, whose maps are in the folder, stay and come first.
    """

    def __init__(self, folder: str, names: Sequence[str]) -> None:
        self.outcomes: dict[str, SceneOutcome] = {}
        self._lines: dict[str, str] = {}
        self._folder, self._names = folder, names
        self.temporary = Path(folder) / f".{SUMMARY}.{os.getpid()}-{secrets.token_hex(4)}.part"
        refuse_strangers([os.path.join(folder, SUMMARY)])
        make_folder(folder)
        self._others = list(_other_lines(Path(folder) / SUMMARY, set(names)))

    def add(self, outcome: SceneOutcome) -> None:
        """Take what became of a scene."""
        self.outcomes[outcome.scene] = outcome
        self._lines[outcome.scene] = _line(self._row(outcome))

    def write(self) -> None:
        """Write the table. Raises `OutputError` where the folder cannot be written to."""
        path = Path(self._folder) / SUMMARY
        try:
            with self.temporary.open("w", encoding="utf-8") as file:
                file.write(_line(_COLUMNS))
                file.writelines(self._others)
                file.writelines(self._lines[name] for name in self._names if name in self._lines)
            os.replace(self.temporary, path)
        except OSError as error:
            with suppress(OSError):
                self.temporary.unlink()
            raise OutputError(
                f"The summary {path} cannot be written: {error.strerror}.",
                "The folder must be writable and its disk must have space.",
                "Free some space or choose another folder; what is done stays done.",
            ) from error

    def _row(self, outcome: SceneOutcome) -> list[object]:
        hectares = [outcome.hectares.get(name, "") for name in _HECTARES]
        files = "; ".join(Path(os.path.relpath(path, self._folder)).as_posix() for path in outcome.files.values())
        return [outcome.scene, outcome.status, outcome.message, *hectares, outcome.seconds, files]


def _other_lines(path: Path, names: set[str]) -> Iterator[str]:
    """Yield an earlier summary's lines on other scenes whose maps are there. Raises `OutputError` where it cannot be read."""
    if not path.is_file():
        return
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeError, csv.Error) as error:
        raise OutputError(
            f"The summary {path} of an earlier batch cannot be read.",
            "What it says of other scenes is kept.",
            "Move it away, or choose another folder.",
        ) from error
    for row in rows:
        name = row.get("scene") or ""
        if name not in names and MapFiles(str(path.parent / name / name)).find(RUN):
            yield _line([row.get(column) or "" for column in _COLUMNS])


def _line(cells: Sequence[object]) -> str:
    """Return a line of the table."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return printable(text.getvalue())
