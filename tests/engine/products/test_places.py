"""Nobody's data is lost: an output is never an input, by whatever name, and only what Tidemark wrote is replaced."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from helpers.maps import UTM, water, write_raster, write_run
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import OutputError
from tidemark.engine.contract.overwriting import refuse_inputs


def add_parishes(path: Path) -> Path:
    """Write a layer of the user's to a GeoPackage, beside what is there."""
    west, north = UTM.transform.c, UTM.transform.f
    shapes = np.array([shapely.box(west, north - 50, west + 50, north)], np.object_)
    columns = [np.array(["A"], np.object_)], ["name"]
    kind = {"driver": "GPKG", "geometry_type": "Polygon", "crs": UTM.crs}
    pyogrio.raw.write(path, shapely.to_wkb(shapes), *columns, layer="parishes", append=path.exists(), **kind)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "{path}",
        "{folder}/../{folder_name}/a.zip",
        "/vsizip/{path}/in/b.tif",
        "/vsizip/{{{path}}}/in/b.tif",
        "zip://{path}!in/b.tif",
        'NETCDF:"{path}":VV',
        "GPKG:{path}:layer",
        "{path}|layername=x",
        "{folder}/link",
        "{folder}/hard",
    ],
)
def test_all_names_of_what_one_file_holds_are_that_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("in/b.tif", "")
    (tmp_path / "link").symlink_to(path)
    os.link(path, tmp_path / "hard")
    given = name.format(path=path, folder=tmp_path, folder_name=tmp_path.name)
    with pytest.raises(OutputError, match="is an input"):
        refuse_inputs([str(path)], [given])
    refuse_inputs([str(tmp_path / "c.zip")], [given])


def test_statistics_are_never_written_into_the_zones_own_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster, zones = write_run(tmp_path, water("##", "##")), add_parishes(tmp_path / "zones.gpkg")
    (tmp_path / "link.gpkg").symlink_to(zones)
    before = zones.read_bytes()
    for output in (zones, tmp_path / "link.gpkg"):
        assert main(["stats", raster, str(zones), "--output", str(output), "--overwrite"]) == 2
        assert "is an input of the same run" in capsys.readouterr().err
    assert zones.read_bytes() == before


def test_a_container_with_other_layers_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster, output = write_run(tmp_path, water("##", "##")), tmp_path / "own.gpkg"
    assert main(["vectorise", raster, str(output), "--minimum-area", "0"]) == 0
    add_parishes(output)
    before = output.read_bytes()
    assert main(["vectorise", raster, str(output), "--overwrite"]) == 2
    assert "was not written by Tidemark" in capsys.readouterr().err
    assert output.read_bytes() == before


@pytest.mark.parametrize("name", ["text.gpkg", "text.geojson", "text.shp"])
def test_what_is_not_tidemarks_is_not_replaced_even_where_asked(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write_run(tmp_path, water("##", "##"))
    (tmp_path / name).write_text("precious")
    assert main(["vectorise", raster, str(tmp_path / name), "--overwrite"]) == 2
    assert "was not written by Tidemark" in capsys.readouterr().err
    assert (tmp_path / name).read_text() == "precious"


def test_a_map_never_takes_the_place_of_another_raster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    probability = write_raster(tmp_path / "old_probability.tif", np.full((20, 20), 70, np.uint8), UTM, "probability")
    foreign = Path(write_raster(tmp_path / "new_class.tif", np.ones((20, 20), np.uint8), UTM))
    before = foreign.read_bytes()
    assert main(["rethreshold", probability, "--threshold", "0.6", "--output", str(tmp_path / "new"), "--overwrite"]) == 2
    assert "new_class.tif was not written by Tidemark" in capsys.readouterr().err
    assert foreign.read_bytes() == before
