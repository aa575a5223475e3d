"""What the plugin's tests share: the real engine, simulated scenes, a window to plug into, a profile of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings, QgsVectorFileWriter

from helpers.plugin.engine_process import TwoDates, run_engine, simulate, simulate_dates
from helpers.plugin.processing_runs import halves
from helpers.plugin.qgis_window import Window
from tidemark.engine.contract.errors import TidemarkError
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.engine import runtime as runtime_module
from tidemark.plugin.engine.runtime import RuntimeFinder
from tidemark.plugin.engine.worker import SPARE, Runtime
from tidemark.plugin.processing.provider import TidemarkProvider


@pytest.fixture(scope="session")
def finder(qgis_app: object) -> Iterator[RuntimeFinder]:
    """A finder that has found the engine on this machine, as the plugin does."""
    finder = RuntimeFinder()
    try:
        finder.find()
    except TidemarkError as error:
        pytest.fail(f"the engine has no environment here; make setup makes one: {error}")
    yield finder
    SPARE.stop()  # QGIS would end it too, and complain


@pytest.fixture(scope="session")
def runtime(finder: RuntimeFinder) -> Runtime:
    """The environment in which the engine runs here."""
    return finder.find()


@pytest.fixture(scope="session")
def scene(runtime: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small scene in dB, with a swath edge."""
    return simulate(runtime, tmp_path_factory.mktemp("scene") / "scene.tif", "--size", "420x300", "--border", "0.1")


@pytest.fixture(scope="session")
def large_scene(runtime: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scene of several tiles."""
    return simulate(runtime, tmp_path_factory.mktemp("large") / "large.tif", "--size", "1000x1000")


@pytest.fixture(scope="session")
def dates(runtime: Runtime, tmp_path_factory: pytest.TempPathFactory) -> TwoDates:
    """One place before and during a flood."""
    return simulate_dates(runtime, tmp_path_factory.mktemp("dates"))


@pytest.fixture(scope="session")
def flood(runtime: Runtime, scene: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class raster of a run, with probability and record beside it."""
    prefix = tmp_path_factory.mktemp("run") / "flood"
    run_engine(runtime, "detect", str(scene), "--task", "water", "--output", str(prefix))
    return prefix.with_name("flood_class.tif")


@pytest.fixture
def districts(flood: Path, tmp_path: Path) -> Path:
    """Both halves in a GeoPackage."""
    path = tmp_path / "districts.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerOptions = ["FID=row"]
    context = QgsProject.instance().transformContext()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(halves(flood), str(path), context, options)[0] == 0
    return path


@pytest.fixture
def provider(qgis_processing: None, finder: RuntimeFinder) -> Iterator[TidemarkProvider]:
    """The provider, registered."""
    provider = TidemarkProvider(finder)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A QGIS profile of the test's own, so that no test sees or leaves an installed engine."""
    folder = tmp_path / "profile"
    monkeypatch.setattr(runtime_module, "runtimes_folder", lambda: folder / "tidemark")
    monkeypatch.setattr("tidemark.plugin.engine.installer.runtimes_folder", lambda: folder / "tidemark")
    QgsSettings().remove("tidemark")
    return folder


@pytest.fixture
def project(qgis_app: QgsApplication) -> Iterator[QgsProject]:
    """An empty project."""
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def window(qgis_app: QgsApplication) -> Window:
    """What the plugin is plugged into."""
    return Window()


@pytest.fixture
def dock(window: Window, project: QgsProject, finder: RuntimeFinder) -> Iterator[TidemarkDock]:
    """The dock, open, with an engine and an empty project."""
    dock = TidemarkDock(window, finder, window.mainWindow())
    dock.begin()
    yield dock
    dock.stop()
    dock.deleteLater()


@pytest.fixture(scope="session")
def sea(runtime: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One band of sea with slicks, in dB."""
    return simulate(runtime, tmp_path_factory.mktemp("sea") / "sea.tif", "--scene", "sea", "--size", "480x400")
