"""The Processing provider: Tidemark's algorithms in the toolbox, the model designer, batch runs and qgis_process."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider, QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon

from ..engine.runtime import RuntimeFinder
from ..i18n import tr
from ..layers.results import reload_layers
from .detection import DetectChange, DetectFloods, DetectOil, DetectWater
from .estimates import Depth, Exposure
from .many_scenes import ManyScenes
from .map_layout import MapLayout
from .package import Package
from .prepare_scene import PrepareScene
from .rethreshold import Rethreshold
from .vectorise import Vectorise
from .zone_statistics import ZoneStatistics

ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "tidemark.svg"
ALGORITHMS = (
    DetectWater,
    DetectFloods,
    DetectChange,
    DetectOil,
    ManyScenes,
    PrepareScene,
    Vectorise,
    ZoneStatistics,
    Exposure,
    Depth,
    Rethreshold,
    MapLayout,
    Package,
)


class TidemarkProvider(QgsProcessingProvider):
    """Registers the algorithms. All share one finder of the engine's environment.

    Signals:
        written: an algorithm has written files, from whichever thread; carries their paths.
    """

    written = pyqtSignal(object)

    def __init__(self, finder: RuntimeFinder) -> None:
        super().__init__()
        self._finder = finder
        self.written.connect(self._show_written)

    def id(self) -> str:
        """Return the beginning of every algorithm's id; fixed for ever."""
        return "tidemark"

    def name(self) -> str:
        """Return the provider's name in the toolbox."""
        return "Tidemark"

    def longName(self) -> str:
        """Return what the provider is for."""
        return tr("Tidemark: water, floods, change and oil from radar images")

    def icon(self) -> QIcon:
        """Return the provider's icon."""
        return QIcon(str(ICON))

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Return the endings of the rasters that the engine writes."""
        return ["tif"]

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        """Return the endings of the vector files and tables that the engine writes; each algorithm says which of them are its own."""
        return ["gpkg", "geojson", "shp", "csv"]

    def defaultVectorFileExtension(self, _has_geometry: bool = True) -> str:
        """Return the ending of temporary vector files, whatever QGIS's settings prefer."""
        return "gpkg"

    def supportsNonFileBasedOutput(self) -> bool:
        """Say that the engine writes files, not to databases or into memory."""
        return False

    def loadAlgorithms(self) -> None:
        """Add the algorithms; called by QGIS."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm(self._finder))

    def _show_written(self, files: list[str]) -> None:
        """Let the project show what files hold now; Qt calls it in the provider's own thread, which draws."""
        reload_layers(files, QgsProject.instance())
