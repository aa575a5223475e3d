"""Tidemark's page in Settings ▸ Options."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from .help import open_help
from .i18n import tr
from .settings import (
    DEVICE_TITLES,
    PAPERS,
    SETTING_CONTACT,
    SETTING_DEVICE,
    SETTING_DISCLAIMER,
    SETTING_FOLDER,
    SETTING_PAPER,
    SETTING_PYTHON,
    SETTING_THREADS,
    chosen_python,
    default_device,
    default_folder,
    default_threads,
    page_settings,
)

MOST_THREADS = 256


class OptionsPage(QgsOptionsPageWidget):
    """Shows the settings, and keeps them when the user clicks OK.

    Args:
        show_engine: shows the panel in which the engine is installed.
        try_sample: maps the sample.

    Signals:
        kept: the settings were kept.
    """

    kept = pyqtSignal()

    def __init__(self, show_engine: Callable[[], None], try_sample: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folderWidget, self.pythonWidget, self.threadsBox = QgsFileWidget(self), QgsFileWidget(self), QSpinBox(self)
        self.folderWidget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folderWidget.setFilePath(default_folder())
        self.folderWidget.setToolTip(tr("Proposed where results, pages and packages are saved"))
        self.pythonWidget.setFilePath(chosen_python())
        self.pythonWidget.lineEdit().setPlaceholderText(tr("Found by itself"))
        self.pythonWidget.setToolTip(tr("A Python 3.10 or newer that has numpy, scipy, rasterio and onnxruntime; QGIS has to be restarted"))
        self.threadsBox.setMaximum(MOST_THREADS)
        self.threadsBox.setSpecialValueText(tr("All cores"))
        self.threadsBox.setValue(default_threads())
        self.deviceBox = QComboBox(self)
        for device, title in DEVICE_TITLES.items():
            self.deviceBox.addItem(tr(title), device)
        self.deviceBox.setCurrentIndex(self.deviceBox.findData(default_device()))
        self.deviceBox.setToolTip(tr("What networks run on unless the form says otherwise"))
        self.paperBox, self.contactEdit, self.disclaimerEdit = QComboBox(self), QLineEdit(self), QLineEdit(self)
        paper, contact, disclaimer = page_settings()
        self.paperBox.addItems(PAPERS)
        self.paperBox.setCurrentText(paper)
        self.paperBox.setToolTip(tr("The size of one-page PDFs"))
        self.contactEdit.setText(contact)
        self.contactEdit.setToolTip(tr("Whom the recipient of a one-page PDF may ask: office, mail, telephone"))
        self.disclaimerEdit.setText(disclaimer)
        self.disclaimerEdit.setToolTip(tr("Stands among the limits of every one-page PDF"))
        layout = QFormLayout(self)
        layout.addRow(tr("Folder of results"), self.folderWidget)
        layout.addRow(tr("Device"), self.deviceBox)
        layout.addRow(tr("CPU threads"), self.threadsBox)
        layout.addRow(tr("Python of the engine"), self.pythonWidget)
        layout.addRow(tr("Paper of pages"), self.paperBox)
        layout.addRow(tr("Contact on pages"), self.contactEdit)
        layout.addRow(tr("Disclaimer on pages"), self.disclaimerEdit)
        buttons = QHBoxLayout()
        for title, act in ((tr("Engine…"), show_engine), (tr("Try it on a sample"), try_sample)):
            buttons.addWidget(self._button(title, lambda _=False, act=act: self._close_and(act)))
        buttons.addWidget(self._button(tr("Help"), lambda: open_help()))
        buttons.addStretch()
        layout.addRow(buttons)

    def _button(self, title: str, act: Callable[..., None]) -> QPushButton:
        button = QPushButton(title, self)
        button.clicked.connect(act)
        return button

    def _close_and(self, act: Callable[[], None]) -> None:
        """Keep the settings, and do what is seen behind the dialog only."""
        self.window().accept()
        act()

    def apply(self) -> None:
        """Keep the settings; called by QGIS."""
        settings = QgsSettings()
        for name, widget in ((SETTING_FOLDER, self.folderWidget), (SETTING_PYTHON, self.pythonWidget)):
            settings.setValue(name, widget.filePath().strip())
        settings.setValue(SETTING_THREADS, self.threadsBox.value())
        settings.setValue(SETTING_DEVICE, self.deviceBox.currentData())
        settings.setValue(SETTING_PAPER, self.paperBox.currentText())
        settings.setValue(SETTING_CONTACT, self.contactEdit.text().strip())
        settings.setValue(SETTING_DISCLAIMER, self.disclaimerEdit.text().strip())
        self.kept.emit()


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when the user opens the dialog; what its buttons do, and who takes kept settings, is said by the plugin."""

    def __init__(
        self, icon: QIcon, show_engine: Callable[[], None], try_sample: Callable[[], None], take_options: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setTitle("Tidemark")
        self._icon, self._show_engine, self._try_sample, self._take_options = icon, show_engine, try_sample, take_options

    def icon(self) -> QIcon:
        """Return the page's icon."""
        return self._icon

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:
        """Return the page; called by QGIS."""
        page = OptionsPage(self._show_engine, self._try_sample, parent)
        page.kept.connect(self._take_options)
        return page
