"""No OUTPUT of an algorithm takes the place of one of its inputs, nor of a file that is not Tidemark's."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProcessingException,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from helpers.plugin.processing_runs import run
from tidemark.plugin.processing.provider import TidemarkProvider

OVER = ("HAND", "SLOPE", "LAYOVER", "DEM")
SLOTS = {
    "detectwater": ("INPUT", "VH", *OVER),
    "detectfloods": ("INPUT", "VH", "BEFORE", "BEFORE_VH", "REFERENCE_WATER", *OVER),
    "detectchange": ("INPUT", "VH", "BEFORE", "BEFORE_VH", "LAYOVER", "DEM"),
    "detectoil": ("INPUT", "LAND", "DEM"),
}
RASTERS = SLOTS["detectfloods"]


@pytest.fixture
def folder(scene: Path, tmp_path: Path) -> Path:
    """A folder with a raster for each input, polygons, and a product's folder."""
    for name in (*RASTERS, "LAND"):
        shutil.copy(scene, tmp_path / f"{name}.tif")
    shutil.copy(scene, tmp_path / "of another.tif")
    polygons = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", "polygons", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(polygons, str(tmp_path / "polygons.gpkg"), QgsCoordinateTransformContext(), options)
    return tmp_path


def contents(folder: Path) -> dict[Path, bytes]:
    """Return all files, but for the statistics that QGIS keeps beside rasters that it has opened."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".aux.xml")}


def refused(folder: Path, name: str, given: dict[str, Any], word: str = "is an input of the same run") -> None:
    """Assert that an algorithm is refused with a word, and that no file has changed."""
    before = contents(folder)
    with pytest.raises(QgsProcessingException, match=word):
        run(f"tidemark:{name}", given)
    assert contents(folder) == before


@pytest.mark.parametrize(("task", "slot"), [(task, slot) for task, slots in SLOTS.items() for slot in slots])
def test_no_map_takes_the_place_of_an_image_or_a_raster_over_it(provider: TidemarkProvider, folder: Path, task: str, slot: str) -> None:
    given: dict[str, str] = {name: str(folder / f"{name}.tif") for name in ("INPUT", "BEFORE") if name in SLOTS[task]}
    given |= {slot: str(folder / f"{slot}.tif"), "OUTPUT": str(folder / f"{slot}.tif")}
    refused(folder, task, given)


@pytest.mark.parametrize("output", ["flood.tif", "flood_class.tif"])
def test_another_threshold_never_takes_the_place_of_its_run(provider: TidemarkProvider, folder: Path, flood: Path, output: str) -> None:
    for path in flood.parent.glob("flood_*"):
        shutil.copy(path, folder / path.name)
    given = {"INPUT": str(folder / "flood_probability.tif"), "THRESHOLD": 0.4, "OUTPUT": str(folder / output)}
    refused(folder, "rethreshold", given, "is an input of the same run|belongs to another run")


def test_what_is_not_tidemarks_is_not_replaced(provider: TidemarkProvider, folder: Path) -> None:
    given = {"INPUT": str(folder / "INPUT.tif"), "OUTPUT": str(folder / "mine.tif")}
    (folder / "mine.tif").write_bytes(b"a picture of mine")
    refused(folder, "detectwater", given, "was not written by Tidemark")


@pytest.mark.parametrize("name", ["vectorise", "zonestatistics"])
def test_a_container_with_other_layers_is_not_replaced(provider: TidemarkProvider, folder: Path, flood: Path, name: str) -> None:
    given = {"INPUT": str(flood), "ZONES": str(folder / "polygons.gpkg"), "OUTPUT": str(folder / "polygons.gpkg")}
    refused(folder, name, given, "is an input of the same run" if name == "zonestatistics" else "holds the layers polygons")
