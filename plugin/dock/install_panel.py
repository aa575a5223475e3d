"""The "Install engine" panel: what is missing, and the ways to get it. Part of the dock, never a window of its own."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...engine.contract.installation import VECTOR_PACKAGES
from ..engine.installer import Installer
from ..engine.packages import FOLDER_ELSEWHERE, command_line, download_command, free_megabytes, missing_wheels, sizes
from ..engine.runtime import RuntimeFinder, RuntimeMissingError, installed_folder
from ..i18n import number, tr

LEAST_GB_MB = 1000
"""From here on sizes are told in gigabytes."""


class InstallPanel(QWidget):
    """Shows why no environment was found and installs one when the user clicks.

    Signals:
        left: the user wants to go back to the form.
    """

    left = pyqtSignal()

    def __init__(self, finder: RuntimeFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("install_panel.ui")), self)
        self._finder = finder
        self.installer = Installer(self)
        self.kindBox.addItem(tr("CPU"), False)
        self.kindBox.addItem(tr("Graphics card"), True)
        self.kindBox.currentIndexChanged.connect(self._show_size)
        self._show_size()
        self.folderLine.setText(str(installed_folder()))
        self.folderLine.setToolTip(str(installed_folder()))
        self.titleLabel.setStyleSheet("font-weight: bold")
        self.installButton.clicked.connect(lambda: self._begin(""))
        self.wheelsButton.clicked.connect(self._choose_wheels)
        self.copyButton.clicked.connect(self._copy)
        self.downloadButton.clicked.connect(self._copy_download)
        self.checkButton.clicked.connect(self._check)
        self.backButton.clicked.connect(self._leave)
        self.installer.said.connect(self._append)
        self.installer.ended.connect(self._end)
        finder.missing.connect(self._explain)
        finder.found.connect(self._praise)
        self._show_busy(False)

    def stop(self) -> None:
        """Stop an install that is under way."""
        self.installer.stop()

    def install_from(self, wheels: str) -> None:
        """Install from a local folder of packages, without network, where it has what is needed."""
        missing = missing_wheels(wheels, bool(self.kindBox.currentData()))
        if missing:
            words = tr(
                "The folder {folder} has no package files (.whl) for this Python and system of: {packages}. "
                "Fill it on a computer with internet:"
            )
            self._append(words.format(folder=wheels, packages=", ".join(missing)) + "\n" + self._download_command())
            return
        self._begin(wheels)

    def _show_size(self) -> None:
        download, disk = map(_in_words, sizes(bool(self.kindBox.currentData())))
        words = tr("about {download} to download, {disk} on disk ({free} free)")
        self.sizeLabel.setText(words.format(download=download, disk=disk, free=_in_words(free_megabytes())))

    def _begin(self, wheels: str) -> None:
        self.logView.clear()
        needed, free = sizes(bool(self.kindBox.currentData()))[1], free_megabytes()
        if free < needed:
            words = tr("The disk has {free} free, and the engine takes {needed}: make room, then click again.")
            self._append(words.format(free=_in_words(free), needed=_in_words(needed)))
            return
        self._show_busy(True)
        self.installer.begin(bool(self.kindBox.currentData()), wheels)

    def _choose_wheels(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of packages"))
        if folder:
            self.install_from(folder)

    def _copy(self) -> None:
        command = command_line(bool(self.kindBox.currentData()))
        QgsApplication.clipboard().setText(command)
        self._append(tr("Copied. Run it in a terminal, then click 'Check again':") + "\n" + command + "\n")

    def _copy_download(self) -> None:
        QgsApplication.clipboard().setText(self._download_command())
        words = tr(
            "Copied. Run it on any computer with internet and Python, bring the folder '{folder}' here, and take it with step 2:"
        ).format(folder=FOLDER_ELSEWHERE)
        self._append(words + "\n" + self._download_command() + "\n")

    def _download_command(self) -> str:
        return download_command(bool(self.kindBox.currentData()))

    def _check(self) -> None:
        self._append(tr("Checking…") + "\n")
        self._finder.look()

    def _leave(self) -> None:
        if self.installer.is_running:
            self.installer.stop()
        else:
            self.left.emit()

    def _append(self, text: str) -> None:
        self.logView.setVisible(True)
        self.logView.appendPlainText(text.rstrip("\n"))

    def _end(self, worked: bool, message: str) -> None:
        self._show_busy(False)
        self._append(message + "\n")
        if worked:
            self._finder.look()

    def _explain(self, error: RuntimeMissingError) -> None:
        self.reasonLabel.setText(
            tr(
                "Tidemark computes in a Python process of its own, so that it can never take QGIS down. It needs {packages}; "
                "polygons need {more}."
            ).format(packages="onnxruntime, rasterio, numpy, scipy", more=", ".join(VECTOR_PACKAGES))
            + " "
            + error.found
        )
        self.reasonLabel.setToolTip(error.needed)
        if error.needed:
            self._append(error.needed)

    def _praise(self) -> None:
        self.reasonLabel.setText(tr("The engine is ready: {description}.").format(description=self._finder.description))
        self.reasonLabel.setToolTip("")
        self._append(tr("The engine is ready."))
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        self.busyBar.setVisible(busy)
        for button in (self.installButton, self.wheelsButton, self.downloadButton, self.copyButton, self.checkButton, self.kindBox):
            button.setEnabled(not busy)
        self.backButton.setText(tr("Stop") if busy else tr("Done") if self._finder.runtime is not None else tr("Back"))


def _in_words(megabytes: int) -> str:
    if megabytes < LEAST_GB_MB:
        return tr("{size} MB").format(size=megabytes)
    return tr("{size} GB").format(size=number(megabytes / 1000, ".1f"))
