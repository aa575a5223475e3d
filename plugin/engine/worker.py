"""Start the engine's process, read its events, stop it.

A conversation is one request line in and events out. `converse` holds it in the calling thread, which may be any but should
not be the one that draws QGIS; `Conversation` holds it without blocking, by signals, in the thread that draws.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from qgis.PyQt.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, pyqtSignal

from ...engine.contract.errors import Cancelled, TidemarkError
from ...engine.contract.job import Event, Job
from ...engine.contract.requests import CANCELLED, Request, to_line
from ..i18n import tr
from .spare import End, OwnProcess, Spare, SpareProcess

BOOT = Path(__file__).resolve().parents[2] / "engine" / "boot.py"
POLL_MS = 100
PATIENCE_S = 3.0
"""How long a process may take to obey `cancel` before it is killed."""

FOREIGN_VARIABLES = ("PROJ_", "GDAL_", "PYTHON", "QGIS_")
ANSWERS = ("result", "info", "probe")
SIGNAL_KILL = 9
STDERR_KEPT = 4000


class EngineError(TidemarkError):
    """The engine's process did not start, or it ended without an answer."""


@dataclass(frozen=True)
class Runtime:
    """A Python that can run the engine.

    Attributes:
        python: path of the interpreter.
        packages: folder to put on its path, or empty where it has all packages itself.
    """

    python: str
    packages: str = ""


def clean_environment() -> QProcessEnvironment:
    """Return QGIS's environment without what would lead the engine to QGIS's own GDAL, PROJ and Python."""
    environment = QProcessEnvironment.systemEnvironment()
    for name in [entry.split("=", 1)[0] for entry in environment.toStringList()]:
        if name.upper().startswith(FOREIGN_VARIABLES):
            environment.remove(name)
    environment.insert("ORT_DISABLE_TELEMETRY", "1")
    return environment


def engine_command(runtime: Runtime, mode: str) -> list[str]:
    """Return the command of a process: mode ``work``, or ``wait``, which loads everything before the request comes."""
    return [runtime.python, "-I", "-u", str(BOOT), runtime.packages or "-", "--", mode]


def start(process: QProcess, command: Sequence[str]) -> None:
    """Start the engine. Its standard input stays open: its end would mean `cancel`."""
    process.setProcessEnvironment(clean_environment())
    process.start(command[0], list(command[1:]))


class Transcript:
    """The events of one process so far, and the answer that they come to once it has ended."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._rest = b""
        self._stderr = ""
        self._temporary: list[str] = []
        self._last: Event | None = None
        self.cancelled = False

    def feed(self, output: bytes, errors: bytes) -> list[Event]:
        """Take what has arrived on standard output and standard error, and return the events that are complete."""
        self._stderr = (self._stderr + errors.decode("utf-8", "replace"))[-STDERR_KEPT:]
        *lines, self._rest = (self._rest + output).split(b"\n")
        parsed = (Event.from_line(line.decode("utf-8", "replace")) for line in lines)
        events = [event for event in parsed if event is not None]
        for event in events:
            if event.kind == "started":
                self._temporary = [str(path) for path in event.data.get("temporary", ())]
            if event.kind in (*ANSWERS, "error", "cancelled"):
                self._last = event
        return events

    def answer(self, end: End) -> Event:
        """Return the answer of a process that has ended, after removing what a dead one left behind.

        Raises:
            TidemarkError: the engine's own message for bad input, or `EngineError` where it died or never started.
            Cancelled: it was asked to stop.
        """
        if end.not_started:
            raise self._not_started(end.not_started)
        normal, status, last = end.is_normal, end.status, self._last
        if normal and status == 0 and last is not None and last.kind in ANSWERS:
            return last
        self._remove_temporary_files()
        if self.cancelled or (normal and status == CANCELLED):
            raise Cancelled()
        if normal and last is not None and last.kind == "error":
            raise TidemarkError(*(str(last.data.get(part, "")) for part in ("found", "needed", "do")))
        raise self._died(normal, status)

    def _remove_temporary_files(self) -> None:
        for path in map(Path, self._temporary):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)

    def _not_started(self, reason: str) -> EngineError:
        return EngineError(
            tr("The engine's Python could not be started: {python} ({reason}).").format(python=self._runtime.python, reason=reason),
            "",
            tr("Install the engine again: Tidemark panel, 'Engine'."),
        )

    def _died(self, normal: bool, status: int) -> EngineError:
        if not normal and status == SIGNAL_KILL:
            return EngineError(
                tr("The engine was stopped by the system in its work, and nothing was written; most often the memory ran out."),
                "",
                tr("Close other programs, or map a smaller extent."),
            )
        words = self._stderr.strip().splitlines()
        reason = words[-1] if words else tr("it gave no reason")
        return EngineError(
            tr("The engine ended without a result, and nothing was written (exit status {status}): {reason}.").format(
                status=status, reason=reason.rstrip(".")
            ),
            "",
            tr("Try again; where it happens again, check the engine: Tidemark panel, 'Engine'."),
        )


SPARE = Spare()
"""The process that is ready for the next run."""


def converse(
    runtime: Runtime,
    request: Request,
    heard: Callable[[Event], None],
    is_cancelled: Callable[[], bool],
) -> Event:
    """Hold one conversation in this thread and return the answer; raises what `Transcript.answer` raises.

    After a map, another process is made ready for the next one; it ends by itself when none follows.
    """
    process, transcript = _begin(runtime, request), Transcript(runtime)
    end, deadline = None, 0.0
    while end is None:
        arrived, end = process.read(POLL_MS / 1000)
        for event in transcript.feed(*arrived):
            heard(event)
        if is_cancelled() and not transcript.cancelled:
            transcript.cancelled = True
            deadline = monotonic() + PATIENCE_S
            process.write(b"cancel\n")
        if transcript.cancelled and monotonic() > deadline:
            process.kill()
    answer = transcript.answer(end)
    if isinstance(request, Job):
        command = engine_command(runtime, "wait")
        SPARE.want(command, partial(start, command=command))
    return answer


def _begin(runtime: Runtime, request: Request) -> OwnProcess | SpareProcess:
    """Return a process that has the request: for a map the one that is ready, else a new one."""
    ready = SPARE.take(engine_command(runtime, "wait")) if isinstance(request, Job) else None
    process = ready or OwnProcess(partial(start, command=engine_command(runtime, "work")))
    process.write(to_line(request).encode("utf-8") + b"\n")
    return process


class Conversation(QObject):
    """One conversation by signals, for short requests in the thread that draws QGIS.

    Signals:
        finished: the answer, an `Event`, or the exception that stands for it.
    """

    finished = pyqtSignal(object)

    def __init__(self, runtime: Runtime, request: Request, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runtime = runtime
        self._request = request
        self._transcript = Transcript(runtime)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._feed)
        self._process.readyReadStandardError.connect(self._feed)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail)

    def begin(self) -> None:
        """Start the process and hand it the request."""
        start(self._process, engine_command(self._runtime, "work"))
        self._process.write(to_line(self._request).encode("utf-8") + b"\n")

    def stop(self) -> None:
        """End the process without an answer; returns once it has ended. A short request has nothing to clean up."""
        self._process.finished.disconnect(self._end)
        self._process.errorOccurred.disconnect(self._fail)
        self._process.kill()
        self._process.waitForFinished(int(PATIENCE_S * 1000))

    def _feed(self) -> None:
        self._transcript.feed(bytes(self._process.readAllStandardOutput()), bytes(self._process.readAllStandardError()))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, self._end)

    def _end(self, *_: object) -> None:
        self._feed()
        try:
            outcome: Event | Exception = self._transcript.answer(End(self._process))
        except (TidemarkError, Cancelled) as error:
            outcome = error
        self.finished.emit(outcome)
