"""Map scenes on many machines, through a Dask cluster that exists already (`dask.distributed`, the extra ``tidemark[cluster]``)."""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from threading import Semaphore
from types import ModuleType
from typing import Any

from ..contract.errors import Cancelled, InputError
from ..contract.installation import __version__
from ..contract.job import Event, Job
from ..contract.requests import SCENE_FAILED
from .scene import SceneOutcome, map_scene

_SECONDS_TO_CONNECT = 20
_ATTEMPTS_AGAIN = 2
_POLL_SECONDS = 0.3
_SECONDS_WITHOUT_WORKER = 5.0
_SECONDS_FOR_A_RESULT = 5.0


def map_on_cluster(
    address: str, jobs: Sequence[Job], since: datetime | None, report: Callable[[Event], None], cancelled: Callable[[], bool]
) -> Iterator[SceneOutcome]:
    """Map scenes on a cluster, each as one task, and yield the outcomes as they come.

    A lost worker's scenes go to the others. Each task looks first whether its result is there, and gives its files their names only
    at the end; so a scene that is sent out twice by accident is not mapped twice, and no partial file is taken for a result.

    Args:
        address: of the scheduler, e.g. ``tcp://10.0.0.5:8786``.
        jobs: from `job_for`; threads 0: all threads of the worker.
        since: as in `earlier_outcome`.
        report: takes a ``notice`` where the cluster has no worker.
        cancelled: asked several times a second whether to stop.

    Raises:
        InputError: dask.distributed is missing, or no scheduler answers or goes on answering.
        Cancelled: `cancelled` said so; the workers stop and clean up.
    """
    distributed = _import_distributed()
    if not jobs:
        return
    with _connect(distributed, address) as client:
        names = _send(client, jobs, since)
        worker_watch = _WorkerWatch(client, report)
        try:
            while names:
                if cancelled():
                    raise Cancelled
                finished = [future for future in names if future.status != "pending"]
                for future in finished:
                    outcome = _outcome(distributed, future, names[future], address)
                    if outcome:
                        del names[future]
                        yield outcome
                if not finished:
                    worker_watch.look()
                    time.sleep(_POLL_SECONDS)
        finally:
            with suppress(OSError, distributed.TimeoutError):  # of a scheduler that is gone
                client.cancel(list(names), force=True)


def _send(client: Any, jobs: Sequence[Job], since: datetime | None) -> dict[Any, str]:
    """Give each job to the scheduler as a task; return the futures of their outcomes, with the names of the scenes."""
    tasks = [{"job": job.to_dict(), "since": since.isoformat() if since else None, "version": __version__} for job in jobs]
    run = secrets.token_hex(4)
    keys = [f"tidemark_scene-{run}-{number}" for number in range(len(jobs))]
    futures = client.map(map_task, tasks, key=keys, pure=False, retries=_ATTEMPTS_AGAIN)
    return {future: os.path.basename(job.output) for future, job in zip(futures, jobs, strict=True)}


def map_task(task: dict[str, Any]) -> SceneOutcome:
    """Map one scene on a worker. What is wrong with the scene is an outcome; any other error goes to the scheduler, which tries again."""
    from distributed import get_worker

    logging.getLogger("rasterio").setLevel(logging.CRITICAL)  # its errors come back as one message of ours
    worker, job = get_worker(), Job.from_dict(task["job"])
    key, name = worker.get_current_task(), os.path.basename(job.output)
    if task["version"] != __version__:
        needed = f"The worker {worker.address} has Tidemark {__version__}, and the batch was started by {task['version']}."
        return SceneOutcome(name, SCENE_FAILED, f"{needed} Install the same version on all machines.")
    folder = os.path.dirname(os.path.dirname(job.output))
    if not os.path.isdir(folder):
        needed = f"The worker {worker.address} does not see the output folder {folder}."
        return SceneOutcome(
            name, SCENE_FAILED, f"{needed} All machines need the same folders under the same paths, e.g. a network file system."
        )

    def unwanted() -> bool:
        """Return whether nobody waits for the result: the batch was cancelled or has ended, or the worker is closing."""
        state = worker.state.tasks.get(key)
        return state is None or state.state == "cancelled" or worker.status.name in ("closing", "closed", "failed")

    threads = job.threads or worker.state.nthreads
    with _turn(_turns(worker.address, max(1, worker.state.nthreads // threads)), unwanted):
        job = Job.from_dict({**task["job"], "threads": threads})
        return map_scene(job, datetime.fromisoformat(task["since"]) if task["since"] else None, lambda _: None, unwanted)


@cache
def _turns(_worker: str, scenes_at_once: int) -> Semaphore:
    """Return a count of scenes at once, of which the threads fit into a worker's: it takes as many tasks as it has threads."""
    return Semaphore(scenes_at_once)


@contextmanager
def _turn(turns: Semaphore, unwanted: Callable[[], bool]) -> Iterator[None]:
    while not turns.acquire(timeout=_POLL_SECONDS):
        if unwanted():
            raise Cancelled
    try:
        yield
    finally:
        turns.release()


def _import_distributed() -> ModuleType:
    try:
        import distributed
    except ImportError as error:
        raise InputError(
            "--scheduler needs the package dask.distributed, and it is not installed.",
            "It comes with the extra 'cluster'.",
            "Run pip install 'tidemark[cluster]' (or pip install distributed) here and on the workers.",
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a lost worker or scheduler is said in our words, or is no matter
    return distributed


@contextmanager
def _connect(distributed: ModuleType, address: str) -> Iterator[Any]:
    try:
        distributed.comm.resolve_address(address)  # a client that fails at this keeps the process from ending
        client = distributed.Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False, name="tidemark")
    except (OSError, ValueError, distributed.TimeoutError) as error:
        raise InputError(
            f"No Dask scheduler answers at {address}.",
            "A running one is needed; Dask's own tools start it (dask scheduler, dask ssh, dask-jobqueue, dask-kubernetes).",
            "Check the address and the network, or leave --scheduler out to work on this machine.",
        ) from error
    try:
        yield client
    finally:
        client.close()


class _WorkerWatch:
    """Says once that the cluster has no worker; the batch waits for one."""

    def __init__(self, client: Any, report: Callable[[Event], None]) -> None:
        self._client, self._report = client, report
        self._next, self._said = time.monotonic() + _SECONDS_WITHOUT_WORKER, False

    def look(self) -> None:
        if self._said or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _SECONDS_WITHOUT_WORKER
        with suppress(OSError, TimeoutError):  # a scheduler that is gone shows in the scenes' states
            if not self._client.nthreads():
                self._said = True
                self._report(Event("notice", {"text": "The cluster has no worker; the batch waits until one joins it."}))


def _gone(address: str) -> InputError:
    return InputError(
        f"The Dask scheduler at {address} does not answer any more.",
        "What is done stays done.",
        "Start the scheduler again and give the same command: it goes on from there.",
    )


def _outcome(distributed: ModuleType, future: Any, name: str, address: str) -> SceneOutcome | None:
    """Return what a finished task told; None where its worker was lost before it could tell: then the scheduler runs it again."""
    if future.status in ("cancelled", "lost"):
        raise _gone(address)
    try:
        if future.status == "finished":
            return future.result(timeout=_SECONDS_FOR_A_RESULT)
        error = future.exception(timeout=_SECONDS_FOR_A_RESULT)
    except distributed.TimeoutError:
        return None
    except (OSError, distributed.CancelledError) as lost:
        raise _gone(address) from lost
    if type(error).__name__ == "KilledWorker":
        return SceneOutcome(name, SCENE_FAILED, "The workers died each time they mapped this scene; their memory may be too small for it.")
    return SceneOutcome(name, SCENE_FAILED, f"Unexpected error on the cluster: {type(error).__name__}: {error}")
