"""Algorithms run as the toolbox runs them, with an ear for what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import patch

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeModel,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView


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


def load_results(algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
    """Load an algorithm's results into the project as the toolbox does, under a panel of layers, which QGIS 3.44 insists on."""
    from processing.gui import Postprocessing

    panel = QgsLayerTreeView()
    panel.setModel(QgsLayerTreeModel(context.project().layerTreeRoot(), panel))
    with patch("qgis.utils.iface.layerTreeView", return_value=panel, create=True):
        Postprocessing.handleAlgorithmResults(algorithm, context, feedback)
    panel.deleteLater()


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


def run_in_window(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], project: QgsProject) -> dict[str, Any]:
    """Run an algorithm as its window does: destinations are definitions, and what was written is loaded into the project."""
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(project)
    names = [definition.name() for definition in algorithm.destinationParameterDefinitions()]
    asked = {name: QgsProcessingOutputLayerDefinition(parameters[name], project) for name in names if name in parameters}
    worked, words = algorithm.checkParameterValues({**parameters, **asked}, context)
    assert worked, words
    results, worked = algorithm.run({**parameters, **asked}, context, feedback)
    assert worked, feedback.errors
    load_results(algorithm, context, feedback)
    assert feedback.errors == []
    return dict(results)
