"""A process of the engine that is ready before it is needed: it has loaded everything and waits for its request.

Processes live in the thread that draws QGIS, where Qt serves them; who talks with one does so from another thread.
"""

from __future__ import annotations

import os
from contextlib import suppress
from queue import Empty, Queue
from threading import Lock
from time import monotonic
from typing import Callable, Dict, List, Optional, Tuple, Union

from qgis.PyQt.QtCore import QObject, QProcess, QThread, pyqtSignal

from ...engine.contract.requests import SPARE_SECONDS

Bytes = Tuple[bytes, bytes]
"""What arrived on standard output and on standard error."""
_MARGIN_SECONDS = 20.0
"""A process that is about to end by itself is not taken any more."""


class End:
    """How a process ended.

    Attributes:
        not_started: why it did not even start; empty: it did.
        status: its exit status, or the number of the signal that ended it.
        is_normal: whether it ended by itself.
    """

    def __init__(self, process: QProcess) -> None:
        self.not_started = process.errorString() if process.error() == QProcess.ProcessError.FailedToStart else ""
        self.is_normal = process.exitStatus() == QProcess.ExitStatus.NormalExit
        self.status = process.exitCode()


class OwnProcess:
    """A process of the thread that talks with it."""

    def __init__(self, start: Callable[[QProcess], None]) -> None:
        self._process = QProcess()
        start(self._process)

    def read(self, seconds: float) -> Tuple[Bytes, Optional[End]]:
        """Return what has arrived, waiting no longer than this for it, and how the process ended if it has."""
        process = self._process
        is_over = process.state() == QProcess.ProcessState.NotRunning
        if not is_over:
            process.waitForReadyRead(round(seconds * 1000))
        return (bytes(process.readAllStandardOutput()), bytes(process.readAllStandardError())), End(process) if is_over else None

    def write(self, data: bytes) -> None:
        """Write to its standard input."""
        self._process.write(data)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()


class SpareProcess(QObject):
    """A process of the thread that draws, for another one to talk with."""

    _written = pyqtSignal(bytes)
    _killed = pyqtSignal()

    def __init__(self, start: Callable[[QProcess], None], parent: QObject) -> None:
        super().__init__(parent)
        self._arrived: Queue[Union[Bytes, End]] = Queue()
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._pass_on)
        self._process.readyReadStandardError.connect(self._pass_on)
        self._process.finished.connect(self._end)
        self._written.connect(self._write)
        self._killed.connect(self._process.kill)
        start(self._process)

    @property
    def is_running(self) -> bool:
        """Whether it has started and not ended."""
        try:
            return self._process.state() == QProcess.ProcessState.Running
        except RuntimeError:  # it has ended, and Qt has taken it away
            return False

    def read(self, seconds: float) -> Tuple[Bytes, Optional[End]]:
        """Return what has arrived, waiting no longer than this for it, and how the process ended if it has."""
        try:
            found = self._arrived.get(timeout=seconds)
        except Empty:
            return (b"", b""), None
        return ((b"", b""), found) if isinstance(found, End) else (found, None)

    def write(self, data: bytes) -> None:
        """Write to its standard input."""
        with suppress(RuntimeError):  # it has just ended
            self._written.emit(data)

    def kill(self) -> None:
        """End it at once."""
        with suppress(RuntimeError):
            self._killed.emit()

    def stop(self) -> None:
        """End it and wait for that; in the thread that draws."""
        self._process.finished.disconnect(self._end)
        self._process.kill()
        self._process.waitForFinished(1000)
        self.deleteLater()

    def _write(self, data: bytes) -> None:
        self._process.write(data)

    def _pass_on(self) -> None:
        self._arrived.put((bytes(self._process.readAllStandardOutput()), bytes(self._process.readAllStandardError())))

    def _end(self, *_: object) -> None:
        self._pass_on()
        self._arrived.put(End(self._process))
        self.deleteLater()


class Spare(QObject):
    """Keeps at most one process ready. It ends by itself when it is not needed for some minutes.

    Attributes:
        ready: the process; it may have ended. None: there is none.
    """

    _wanted = pyqtSignal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._command: List[str] = []
        self._variables: Dict[str, str] = {}
        self.ready: Optional[SpareProcess] = None
        self._made = 0.0
        self._wanted.connect(self._make)

    def want(self, command: List[str], start: Callable[[QProcess], None]) -> None:
        """Ask for a process to be made ready, from another thread than that which draws: in that one (qgis_process) none could be taken.

        Args:
            command: what `take` will ask for.
            start: starts it.
        """
        if QThread.currentThread() != self.thread():
            self._wanted.emit(command, start)

    def take(self, command: List[str]) -> Optional[SpareProcess]:
        """Return the process that is ready, which is the caller's from now on; None: there is none, or this is the thread that draws."""
        with self._lock:
            if QThread.currentThread() == self.thread() or not self._is_ready(command):
                return None
            process, self.ready = self.ready, None
            return process

    def stop(self) -> None:
        """End the process that is ready, if there is one; in the thread that draws."""
        with self._lock:
            process, self.ready = self.ready, None
        if process is not None:
            with suppress(RuntimeError):  # it ended by itself
                process.stop()

    def _make(self, command: List[str], start: Callable[[QProcess], None]) -> None:
        with self._lock:
            is_ready = self._is_ready(command)
        if is_ready:
            return
        self.stop()
        process = SpareProcess(start, self)
        with self._lock:
            self._command, self._variables, self._made, self.ready = command, _variables(), monotonic(), process

    def _is_ready(self, command: List[str]) -> bool:
        running = self.ready is not None and self.ready.is_running
        is_same = command == self._command and _variables() == self._variables
        return running and is_same and monotonic() - self._made < SPARE_SECONDS - _MARGIN_SECONDS


def _variables() -> Dict[str, str]:
    """Return the environment variables that the engine looks at: a process that was made with others would use those."""
    return {name: value for name, value in os.environ.items() if name.startswith("TIDEMARK_")}
