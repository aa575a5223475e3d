"""Algorithms run as the toolbox runs them, with an ear for what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsProcessingFeedback, QgsRasterLayer, QgsRectangle, QgsVectorLayer


class Listener(QgsProcessingFeedback):  # type: ignore[misc]
    """Keeps what an algorithm says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.errors: list[str] = []
        self.steps: list[float] = []
        self.progressChanged.connect(self.steps.append)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.said.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.said.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: ARG002, N802, N803
        self.errors.append(error)


def run(algorithm: str, parameters: dict[str, Any], feedback: QgsProcessingFeedback | None = None) -> dict[str, Any]:
    """Run an algorithm; raises QgsProcessingException as Processing does."""
    import processing

    return processing.run(algorithm, parameters, feedback=feedback or Listener())


def halves(flood: Path) -> QgsVectorLayer:
    """Return the west and the east half of the map, as a layer in memory."""
    raster = QgsRasterLayer(str(flood), "map")
    extent, middle = raster.extent(), raster.extent().center().x()
    layer = QgsVectorLayer(f"Polygon?crs={raster.crs().authid()}&field=name:string&field=fid:integer", "Halves", "memory")
    for name, xmin, xmax in (("West", extent.xMinimum(), middle), ("East", middle, extent.xMaximum())):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, 7])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(xmin, extent.yMinimum(), xmax, extent.yMaximum())))
        assert layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer
