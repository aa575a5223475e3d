"""The result's button for estimates opens the algorithms with the map and a place beside it filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsRasterLayer
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt.QtWidgets import QApplication, QDialog
from qgis.utils import iface

from helpers.plugin.processing_runs import Listener, halves, load_results
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.processing.provider import TidemarkProvider


@pytest.mark.parametrize(("kind", "ending", "title"), [("exposure", ".gpkg", "Who and what is affected"), ("depth", ".tif", "Depth")])
def test_an_estimate_is_two_clicks_away_and_lies_beside_the_map(
    mapped: TidemarkDock,
    provider: TidemarkProvider,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    kind: str,
    ending: str,
    title: str,
) -> None:
    browser = QgsBrowserGuiModel()
    monkeypatch.setattr(type(iface), "browserModel", lambda _: browser, raising=False)  # what QGIS has and the tests' window lacks
    button = mapped.result.estimates
    assert button.isVisibleTo(mapped.page)
    filled = button.parameters(kind)
    layer = QgsProject.instance().mapLayer(str(filled["INPUT"]))
    assert isinstance(layer, QgsRasterLayer)
    assert layer.source() == mapped.result.map_path
    assert filled["OUTPUT"] == str(tmp_path / f"lake_water_{kind}{ending}")
    button.actions_by_kind[kind].trigger()
    opened = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and title in one.windowTitle()]
    assert len(opened) == 1
    assert opened[0].isVisible()
    opened[0].close()
    opened[0].deleteLater()


def test_an_estimate_does_not_stand_for_polygons(
    mapped: TidemarkDock, provider: TidemarkProvider, project: QgsProject, tmp_path: Path
) -> None:
    from processing.gui.AlgorithmExecutor import execute

    zones = halves(Path(mapped.result.map_path))
    project.addMapLayer(zones)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("tidemark:exposure")
    context, feedback, output = QgsProcessingContext(), Listener(), str(tmp_path / "lake_water_exposure.gpkg")
    context.setProject(project)
    context.addLayerToLoadOnCompletion(output, QgsProcessingContext.LayerDetails("Affected", project, "OUTPUT"))
    assert execute(algorithm, {"INPUT": mapped.result.map_path, "LAYERS": [zones.id()], "OUTPUT": output}, context, feedback)[0]
    load_results(algorithm, context, feedback)
    assert any(layer.source().startswith(output) for layer in project.mapLayers().values())
    mapped.result.offer(None)
    assert mapped.result.polygonsButton.isEnabled()
