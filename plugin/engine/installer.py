"""Install the engine's packages into one folder of the user's QGIS profile, on the user's click.

pip fills a fresh folder, the engine probes it, and only then it takes its name: an install that fails or is stopped leaves
the earlier one as it was.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QProcess, pyqtSignal

from ...engine.contract.job import Event
from ..i18n import tr
from .packages import pip_arguments
from .runtime import PROBE, installed_folder, own_interpreters, runtimes_folder
from .worker import SPARE, Conversation, Runtime, clean_environment

FRESH = "installing-"
STALE = "replaced-"


class Installer(QObject):
    """Runs one install at a time without blocking.

    Signals:
        said: a piece of pip's output, or a step in words.
        ended: whether it worked, and the end message in words.
    """

    said = pyqtSignal(str)
    ended = pyqtSignal(bool, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._probe: Conversation | None = None
        self._fresh = runtimes_folder() / FRESH
        self._python = self._wheels = ""

    @property
    def is_running(self) -> bool:
        """Return whether an install is under way."""
        return self._process is not None or self._probe is not None

    def begin(self, gpu: bool = False, wheels: str = "") -> None:
        """Start to install, from the package index or from a local folder of wheels without any network."""
        interpreters = own_interpreters()
        if not interpreters:
            self.ended.emit(False, tr("QGIS's own Python was not found. Copy the command and run it in a terminal."))
            return
        runtimes_folder().mkdir(parents=True, exist_ok=True)
        self._python, self._wheels = interpreters[0], wheels
        self._fresh = Path(tempfile.mkdtemp(prefix=FRESH, dir=runtimes_folder()))
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.setProcessEnvironment(clean_environment())
        self._process.readyRead.connect(self._read)
        self._process.finished.connect(self._check)
        self._process.errorOccurred.connect(self._fail)
        self.said.emit(tr("Installing into {folder}").format(folder=installed_folder()) + "\n")
        self._process.start(self._python, pip_arguments(self._fresh, gpu, wheels))

    def stop(self) -> None:
        """Stop an install that is under way; nothing of it remains."""
        if self._process is not None:
            self._process.blockSignals(True)
            self._process.kill()
            self._process.waitForFinished(3000)
        if self._probe is not None:
            self._probe.stop()
        if self.is_running:
            self._close(False, tr("Installation stopped."))

    def _read(self) -> None:
        if self._process is not None:
            self.said.emit(bytes(self._process.readAll()).decode("utf-8", "replace"))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._close(False, tr("{python} could not be started.").format(python=self._python))

    def _check(self, status: int, how: QProcess.ExitStatus) -> None:
        self._read()
        if how != QProcess.ExitStatus.NormalExit or status != 0:
            self._close(
                False,
                (
                    tr("The installation from the folder failed: the log says why. A package that another one needs may be missing.")
                    if self._wheels
                    else tr("The installation failed: the log says why. For a computer without internet see below.")
                )
                + " "
                + tr("On Debian and Ubuntu, pip comes with the package python3-pip."),
            )
            return
        self.said.emit(tr("Checking what was installed…") + "\n")
        self._probe = Conversation(Runtime(self._python, str(self._fresh)), PROBE, self)
        self._probe.finished.connect(self._adopt)
        self._probe.begin()

    def _adopt(self, outcome: object) -> None:
        if not isinstance(outcome, Event):
            self._close(False, tr("The packages were installed, but they do not work: {reason}").format(reason=outcome))
            return
        SPARE.stop()  # it would do the next piece of work with the earlier engine, and on Windows it holds that one's files
        try:
            _replace(installed_folder(), self._fresh)
        except OSError as error:
            self._close(False, tr("The earlier engine is in use ({reason}). Restart QGIS and install again.").format(reason=error))
            return
        self._close(True, tr("The engine is installed."))

    def _close(self, worked: bool, message: str) -> None:
        for part in (self._process, self._probe):
            if part is not None:
                part.deleteLater()
        self._process = self._probe = None
        self._sweep()
        self.ended.emit(worked, message)

    def _sweep(self) -> None:
        shutil.rmtree(self._fresh, ignore_errors=True)
        for folder in runtimes_folder().glob(f"{STALE}*"):
            shutil.rmtree(folder, ignore_errors=True)


def _replace(target: Path, fresh: Path) -> None:
    """Put the fresh folder in the target's place; the earlier one stays where that fails. Raises OSError."""
    if not target.exists():
        fresh.rename(target)
        return
    aside = Path(tempfile.mkdtemp(prefix=STALE, dir=target.parent)) / target.name
    target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        aside.rename(target)
        raise
