"""Files that cannot be used, and what their refusal says; texts in any encoding."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import rasterio.shutil
from affine import Affine
from rasterio.transform import from_origin

from helpers.scenes import lake, write
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Source
from tidemark.engine.impact.features import open_features
from tidemark.engine.raster.files import layer_state, open_raster
from tidemark.engine.raster.scene import open_scene
from tidemark.engine.vector.file import read_polygons


def refusal(path: str | Path) -> str:
    with pytest.raises(InputError) as caught:
        open_raster(str(path))
    return str(caught.value)


def test_a_band_description_that_is_not_utf_8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "s.tif"
    write(path, lake(64, 64)[0], ("VH placeholderXX", "VV placeholderXX"))
    path.write_bytes(path.read_bytes().replace(b"placeholderXX", b"r\xe9gion S\xe3o\xd5.."))
    with open_scene(Source((str(path),), scale="db")) as scene:
        assert dict(scene.bands.numbers) == {"VH": 1, "VV": 2}


def test_a_source_that_a_vrt_misses_is_named(tmp_path: Path) -> None:
    write(tmp_path / "there.tif", lake(64, 64)[0])
    bands = "".join(
        f'<VRTRasterBand dataType="Float32" band="{n}"><Description>{name}</Description><SimpleSource><SourceFilename relativeToVRT="1">'
        f"{'there' if n == 1 else 'gone'}.tif</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        for n, name in ((1, "VV"), (2, "VH"))
    )
    (tmp_path / "m.vrt").write_text(f'<VRTDataset rasterXSize="64" rasterYSize="64">{bands}</VRTDataset>')
    with (
        open_scene(Source((str(tmp_path / "m.vrt"),), scale="db")) as scene,
        pytest.raises(InputError, match=r"gone\.tif, which is not there"),
    ):
        scene.read_db(0, 64, 0, 64, ("VV", "VH"))


def test_of_an_archive_the_images_are_named_and_one_can_be_opened_by_that_name(tmp_path: Path) -> None:
    image = write(tmp_path / "S1_VV_VH.tif", lake(64, 64)[0])
    path = tmp_path / "product.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(image, "in/S1_VV_VH.tif")
        archive.writestr("../../escape.txt", "x")
    assert f"/vsizip/{path}/in/S1_VV_VH.tif" in refusal(path)
    with open_raster(f"/vsizip/{path}/in/S1_VV_VH.tif") as dataset:
        assert dataset.count == 2
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["S1_VV_VH.tif", "product.zip"]


@pytest.mark.parametrize("name", ["S1A_IW_GRDH.SAFE", "S1A.zip"])
def test_a_product_as_delivered_is_told_to_be_corrected_first(tmp_path: Path, name: str) -> None:
    if name.endswith(".zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("S1A_IW_GRDH.SAFE/manifest.safe", "<xml/>")
    else:
        (tmp_path / name / "measurement").mkdir(parents=True)
    assert "Terrain-correct it first" in refusal(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("read", [open_raster, read_polygons, open_features])
def test_a_pipe_is_not_waited_for(read: Callable[[str], object], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "scene.tif")
    with pytest.raises(InputError, match="a pipe or a device"):
        read(str(tmp_path / "scene.tif"))


def test_a_page_of_the_web_and_an_archive_are_told_as_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "scene.tif").write_text("<!DOCTYPE html><html><title>Sign in</title></html>")
    assert "is a page of the web" in refusal(tmp_path / "scene.tif")
    (tmp_path / "scene.tar.gz").write_bytes(b"\x1f\x8b")
    assert "scene.tar.gz is an archive" in refusal(tmp_path / "scene.tar.gz")
    with zipfile.ZipFile(tmp_path / "order.zip", "w") as archive:
        archive.writestr("one.zip", b"")
        archive.writestr("two.zip", b"")
    assert "archives: one.zip, two.zip" in refusal(tmp_path / "order.zip")


def test_of_a_dimap_header_the_band_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "S1.data").mkdir()
    for name in ("Sigma0_VV", "Sigma0_VH"):
        (tmp_path / "S1.data" / f"{name}.img").write_bytes(b"")
    (tmp_path / "S1.dim").write_text("<Dimap_Document/>")
    assert "Sigma0_VH.img, Sigma0_VV.img" in refusal(tmp_path / "S1.dim")


def test_a_folder_and_a_text_are_no_images(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)
    (tmp_path / "a.tif").write_text("no image")
    assert "cannot be read as a raster image" in refusal(tmp_path / "a.tif")
    assert "There is no file" in refusal(tmp_path / "b.tif")


def test_a_reference_system_of_a_drawing_is_nowhere_on_earth(tmp_path: Path) -> None:
    crs = 'LOCAL_CS["Site",UNIT["metre",1]]'
    path = write(tmp_path / "s.tif", lake(64, 64)[0], crs=crs, transform=from_origin(0, 640, 10, 10))
    with open_scene(Source((path,), scale="db")) as scene, pytest.raises(InputError, match="nowhere on Earth"):
        assert scene.ground_pixel_m


def test_a_damaged_netcdf_file_with_a_command_of_printf_in_its_name_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "50%.nc").write_bytes(b"\x89HDF\r\n\x1a\n")
    assert "contains %" in refusal(tmp_path / "50%.nc")


def test_pixels_without_a_size_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "s.tif", lake(64, 64)[0], crs="EPSG:32722", transform=Affine(10, 0, 480_000, 0, 0, 6_700_000))
    assert "pixels have no size" in refusal(path)


def nested_virtual_raster(folder: Path) -> str:
    """A virtual raster of a virtual raster of an image."""
    image = write(folder / "image.tif", lake(64, 64)[0])
    rasterio.shutil.copy(image, str(folder / "inner.vrt"), driver="VRT")
    text = (folder / "inner.vrt").read_text(encoding="utf-8").replace("image.tif", "inner.vrt")
    (folder / "outer.vrt").write_text(text, encoding="utf-8")
    return str(folder / "outer.vrt")


def in_netcdf(folder: Path) -> str:
    rasterio.shutil.copy(write(folder / "plain.tif", lake(64, 64)[0][:1], ("",)), str(folder / "image.nc"), driver="netCDF")
    return f'NETCDF:"{folder / "image.nc"}":Band1'


def in_zip(folder: Path) -> str:
    with zipfile.ZipFile(folder / "image.zip", "w") as archive:
        archive.write(write(folder / "inside.tif", lake(64, 64)[0]), "inside.tif")
    return f"/vsizip/{folder / 'image.zip'}/inside.tif"


def shapefile(folder: Path) -> str:
    for ending in (".shp", ".shx", ".dbf", ".prj"):
        (folder / f"image{ending}").write_text("x")
    return str(folder / "image.shp")


@pytest.mark.parametrize(
    ("make", "changed"),
    [(nested_virtual_raster, "image.tif"), (in_netcdf, "image.nc"), (in_zip, "image.zip"), (shapefile, "image.prj")],
)
def test_a_changed_file_behind_what_was_given_changes_its_state(tmp_path: Path, make: Callable[[Path], str], changed: str) -> None:
    path = make(tmp_path)
    before = layer_state(path)
    assert before is not None
    assert before == layer_state(path)
    os.utime(tmp_path / changed, (0, 0))
    assert layer_state(path) != before


def test_what_programs_write_beside_an_image_that_they_show_changes_no_state(tmp_path: Path) -> None:
    path = write(tmp_path / "image.tif", lake(64, 64)[0])
    before = layer_state(path)
    assert before is not None
    assert set(before) == {"bytes", "modified"}
    (tmp_path / "image.tif.aux.xml").write_text("<PAMDataset></PAMDataset>")
    assert layer_state(path) == before
