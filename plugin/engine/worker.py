"""Start the engine's process, read its events, stop it.

A conversation is one request line in and events out. `converse` holds it in the calling thread, which may be any but should
not be the one that draws QGIS; `Conversation` holds it without blocking, by signals, in the thread that draws.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from qgis.PyQt.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, pyqtSignal

from ...engine.contract.errors import Cancelled, TidemarkError
from ...engine.contract.job import Event
from ...engine.contract.requests import CANCELLED, Request, to_line
from ..i18n import tr

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


def start(process: QProcess, runtime: Runtime, request: Request) -> None:
    """Start the engine and hand it the request. Its standard input stays open: its end would mean `cancel`."""
    process.setProcessEnvironment(clean_environment())
    process.start(runtime.python, ["-I", "-u", str(BOOT), runtime.packages or "-", "--", "work"])
    process.write(to_line(request).encode("utf-8") + b"\n")


class Transcript:
    """The events of one process so far, and the answer that they come to once it has ended."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._rest = b""
        self._stderr = ""
        self._temporary: list[str] = []
        self._last: Event | None = None
        self.cancelled = False

    def feed(self, process: QProcess) -> list[Event]:
        """Read what has arrived and return the events that are complete."""
        self._stderr = (self._stderr + bytes(process.readAllStandardError()).decode("utf-8", "replace"))[-STDERR_KEPT:]
        *lines, self._rest = (self._rest + bytes(process.readAllStandardOutput())).split(b"\n")
        parsed = (Event.from_line(line.decode("utf-8", "replace")) for line in lines)
        events = [event for event in parsed if event is not None]
        for event in events:
            if event.kind == "started":
                self._temporary = [str(path) for path in event.data.get("temporary", ())]
            if event.kind in (*ANSWERS, "error", "cancelled"):
                self._last = event
        return events

    def answer(self, process: QProcess) -> Event:
        """Return the answer of a process that has ended, after removing what a dead one left behind.

        Raises:
            TidemarkError: the engine's own message for bad input, or `EngineError` where it died or never started.
            Cancelled: it was asked to stop.
        """
        if process.error() == QProcess.ProcessError.FailedToStart:
            raise self._not_started(process)
        normal = process.exitStatus() == QProcess.ExitStatus.NormalExit
        status = process.exitCode()
        last = self._last
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

    def _not_started(self, process: QProcess) -> EngineError:
        return EngineError(
            tr("The engine's Python could not be started: {python} ({reason}).").format(
                python=self._runtime.python, reason=process.errorString()
            ),
            "",
            tr("Install the engine again: Tidemark panel, 'Engine'."),
        )

    def _died(self, normal: bool, status: int) -> EngineError:
        if not normal and status == SIGNAL_KILL:
            return EngineError(
                tr("The engine was stopped by the system in the middle of its work; most often the memory ran out."),
                tr("Nothing was written."),
                tr("Close other programs, or map a smaller extent."),
            )
        words = self._stderr.strip().splitlines()
        reason = words[-1] if words else tr("it gave no reason")
        return EngineError(
            tr("The engine ended without a result (exit status {status}): {reason}.").format(status=status, reason=reason.rstrip(".")),
            tr("Nothing was written."),
            tr("Try again; where it happens again, check the engine: Tidemark panel, 'Engine'."),
        )


def converse(
    runtime: Runtime,
    request: Request,
    heard: Callable[[Event], None],
    is_cancelled: Callable[[], bool],
) -> Event:
    """Hold one conversation in this thread and return the answer; raises what `Transcript.answer` raises."""
    process = QProcess()
    transcript = Transcript(runtime)
    start(process, runtime, request)
    deadline = 0.0
    while process.state() != QProcess.ProcessState.NotRunning:
        process.waitForReadyRead(POLL_MS)
        for event in transcript.feed(process):
            heard(event)
        if is_cancelled() and not transcript.cancelled:
            transcript.cancelled = True
            deadline = monotonic() + PATIENCE_S
            process.write(b"cancel\n")
        if transcript.cancelled and monotonic() > deadline:
            process.kill()
    for event in transcript.feed(process):
        heard(event)
    return transcript.answer(process)


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
        self._process.readyReadStandardOutput.connect(lambda: self._transcript.feed(self._process))
        self._process.readyReadStandardError.connect(lambda: self._transcript.feed(self._process))
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail)

    def begin(self) -> None:
        """Start the process."""
        start(self._process, self._runtime, self._request)

    def stop(self) -> None:
        """End the process without an answer; returns once it has ended. A short request has nothing to clean up."""
        self._process.finished.disconnect(self._end)
        self._process.errorOccurred.disconnect(self._fail)
        self._process.kill()
        self._process.waitForFinished(int(PATIENCE_S * 1000))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, self._end)

    def _end(self, *_: object) -> None:
        self._transcript.feed(self._process)
        try:
            outcome: Event | Exception = self._transcript.answer(self._process)
        except (TidemarkError, Cancelled) as error:
            outcome = error
        self.finished.emit(outcome)
