"""What is a product and what is not: names of every portal, missing parts, foreign products, and one message for each."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.control import GroundControlPoint

from helpers.sentinel1_products import Template, write_template
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Source
from tidemark.engine.contract.requests import PrepareJob
from tidemark.engine.pipeline.info import describe
from tidemark.engine.sentinel1.annotation import read_annotation
from tidemark.engine.sentinel1.geometry import RadarGeometry
from tidemark.engine.sentinel1.markup import LARGEST_BYTES, parse
from tidemark.engine.sentinel1.prepare import prepare
from tidemark.engine.sentinel1.product import open_product

TEMPLATE = Template(lines=60, samples=80)
POINT = GroundControlPoint(0, 0, 10.0, 45.0)


@pytest.fixture
def product(tmp_path: Path) -> Path:
    """A product whose measurement is a small picture."""
    root = write_template(tmp_path, TEMPLATE)
    (root / "measurement").mkdir()
    for annotation in (root / "annotation").glob("*.xml"):
        write_numbers(root / "measurement" / f"{annotation.stem}.tiff", TEMPLATE.lines, TEMPLATE.samples)
    return root


def write_numbers(path: Path, lines: int, samples: int, dtype: str = "uint16") -> None:
    profile = {"driver": "GTiff", "dtype": dtype, "count": 1, "height": lines, "width": samples, "gcps": [POINT], "crs": "EPSG:4326"}
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(np.full((lines, samples), 200, dtype), 1)


def message(path: Path | str) -> str:
    with pytest.raises(InputError) as caught:
        open_product(str(path))
    return str(caught.value)


def test_a_product_says_what_it_is(product: Path) -> None:
    opened = open_product(str(product))
    a = opened.annotation
    assert (a.satellite, a.mode, a.pass_direction, opened.relative_orbit, tuple(opened.channels)) == (
        *("S1A", "IW", "descending", 117),
        ("VV", "VH"),
    )
    assert (f"{a.first_line:%Y-%m-%d %H:%M:%S}", a.samples, a.lines, a.pixel_spacing) == ("2024-05-06 05:30:00", 80, 60, 10)
    assert (opened.processor, opened.has_border_noise, opened.notices) == ((3, 40), False, ())


def test_tie_points_lie_where_the_annotation_has_them(product: Path) -> None:
    annotation = open_product(str(product)).annotation
    geometry, grid = RadarGeometry(annotation), annotation.grid
    line, pixel = geometry.image_position(grid.latitude, grid.longitude, grid.height)
    assert np.abs(line - grid.lines[:, None]).max() < 0.01
    assert np.abs(pixel - grid.pixels).max() < 0.01
    latitude, longitude = geometry.place(*np.meshgrid(grid.lines, grid.pixels, indexing="ij"), grid.height)
    assert np.abs(latitude - grid.latitude).max() < 1e-7
    assert np.abs(longitude - grid.longitude).max() < 1e-7


def rename_as_the_cloud_does(root: Path) -> Path:
    """AWS's names: no .SAFE at the end, and files that are called iw-vv.tiff."""
    for file in [*root.rglob("*.xml"), *root.rglob("*.tiff")]:
        kind = next((word for word in ("calibration-", "noise-") if file.name.startswith(word)), "")
        polarisation = "vv" if "-vv-" in file.name else "vh"
        file.rename(file.with_name(f"{kind}iw-{polarisation}{file.suffix}"))
    return root.rename(root.with_suffix(""))


def rename_as_a_cog(root: Path) -> Path:
    for file in [*root.rglob("*.xml"), *root.rglob("*.tiff")]:
        file.rename(file.with_name(f"{file.stem}-cog{file.suffix}"))
    return root.rename(root.with_name(f"{root.stem}_COG.SAFE"))


@pytest.mark.parametrize("rename", [rename_as_the_cloud_does, rename_as_a_cog], ids=["AWS", "COG"])
def test_other_portals_names_are_read(product: Path, rename: Callable[[Path], Path]) -> None:
    opened = open_product(str(rename(product)))
    assert list(opened.channels) == ["VV", "VH"]
    assert all(channel.calibration and channel.noise and channel.measurement for channel in opened.channels.values())


def test_a_folder_around_the_product_leads_to_it(product: Path) -> None:
    assert open_product(str(product.parent)).name == product.stem


def test_a_missing_polarisation_and_missing_noise_are_said(product: Path) -> None:
    next((product / "measurement").glob("*-vh-*")).write_bytes(b"")
    next((product / "annotation" / "calibration").glob("noise-*-vv-*")).unlink()
    opened = open_product(str(product))
    assert list(opened.channels) == ["VV"]
    assert [notice.split(": ", 1)[1] for notice in opened.notices] == ["it is left out.", "thermal noise is not removed there."]


def remove(pattern: str) -> Callable[[Path], Path]:
    def act(root: Path) -> Path:
        for file in root.glob(pattern):
            file.unlink()
        return root

    return act


def cut_zip(root: Path) -> Path:
    path = Path(shutil.make_archive(str(root), "zip", root.parent, root.name))
    path.write_bytes(path.read_bytes()[:-300])
    return path


def two_in_a_zip(root: Path) -> Path:
    shutil.copytree(root, root.with_name("other.SAFE"))
    return Path(shutil.make_archive(str(root.parent.with_name("both")), "zip", root.parent))


def replaced(old: str, new: str) -> Callable[[Path], Path]:
    def act(root: Path) -> Path:
        for file in [root / "manifest.safe", *(root / "annotation").glob("*.xml")]:
            file.write_text(file.read_text().replace(old, new))
        return root

    return act


def sentinel_2(root: Path) -> Path:
    path = root.with_name("S2A_MSIL2A_20240506T100031_N0510_R122_T32TQR_20240506T143101.zip")
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(f"{path.stem}.SAFE/manifest.safe", "<XFDU><familyName>SENTINEL-2</familyName></XFDU>")
    return path


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (remove("measurement/*"), "has no measurement: the images are missing"),
        (remove("annotation/*.xml"), "has no annotation"),
        (cut_zip, "is no whole zip file"),
        (two_in_a_zip, "holds 2 products"),
        (replaced(">GRD<", ">SLC<"), "is a single-look complex product (SLC)"),
        (replaced(">GRD<", ">OCN<"), "is a product of ocean winds and waves (OCN)"),
        (sentinel_2, "is a Sentinel-2 product"),
        (replaced("</product>", ""), "is damaged"),
        (replaced("grsrCoefficients", "lost"), "lacks grsrCoefficients"),
        (replaced("<orbit>", "<gone>"), "is damaged"),
        (replaced("<numberOfLines>60", "<numberOfLines>sixty"), "numberOfLines is no number"),
        (replaced("<numberOfLines>60", "<numberOfLines>1e400"), "numberOfLines is no number"),
        (replaced("<latitude>", "<latitude>nan "), "latitude is no number"),
        (replaced("<position><x>", "<position><x>0</x><x>"), "the orbit in its annotation does not lead to its geolocation grid"),
        (replaced("<position><x>", "<position><x>1e308 </x><x>"), "does not lead to its geolocation grid"),
        (replaced("2024-05-06T05:30:00.000000", "yesterday"), "is no time"),
        (replaced("<product>", '<!DOCTYPE a [<!ENTITY b "c">]><product>'), "declares a document type"),
    ],
)
def test_a_product_that_cannot_be_read_is_one_message(product: Path, damage: Callable[[Path], Path], words: str) -> None:
    assert words in message(damage(product))


def test_what_is_no_product_is_told_what_one_is(tmp_path: Path) -> None:
    assert "A product is a .SAFE folder, its zip" in message(tmp_path)


def without_calibration(root: Path) -> None:
    for file in (root / "annotation" / "calibration").glob("calibration-*"):
        file.unlink()


def of_another_size(root: Path) -> None:
    write_numbers(next((root / "measurement").glob("*-vv-*")), 50, 80)


def cut(root: Path) -> None:
    file = next((root / "measurement").glob("*-vv-*"))
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def no_image(root: Path) -> None:
    next((root / "measurement").glob("*-vv-*")).write_text("<html>429 Too Many Requests</html>")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (without_calibration, "has no calibration file of VV"),
        (of_another_size, "has 80 x 50 pixels of uint16"),
        (cut, "damaged|cannot be read"),
        (no_image, "cannot be read as an image"),
    ],
)
def test_a_measurement_that_does_not_fit_is_one_message_and_leaves_nothing(
    product: Path, tmp_path: Path, damage: Callable[[Path], None], words: str
) -> None:
    damage(product)
    output = tmp_path / "out"
    output.mkdir()
    with pytest.raises(InputError, match=words):
        prepare(PrepareJob((str(product),), str(output / "image.tif")), lambda _event: None, lambda: False)
    assert not list(output.iterdir())


def test_products_of_two_passes_are_not_joined(product: Path, tmp_path: Path) -> None:
    other = shutil.copytree(product, tmp_path / "other.SAFE")
    for file in (other / "annotation").glob("*.xml"):
        file.write_text(file.read_text().replace("53744", "53745"))
    with pytest.raises(InputError, match="not slices of one pass"):
        prepare(PrepareJob((str(product), str(other)), str(tmp_path / "image.tif")), lambda _event: None, lambda: False)


def test_a_huge_annotation_is_refused_unread() -> None:
    with pytest.raises(InputError, match="at most"):
        parse(b" " * (LARGEST_BYTES + 1), "annotation.xml")


def test_longitudes_run_on_over_the_date_line(product: Path) -> None:
    text = next((product / "annotation").glob("*-vv-*.xml")).read_text()
    root = parse(text.encode(), "annotation.xml")
    for number, element in enumerate(part for part in root.walk() if part.tag == "longitude"):
        element.text = str(179.9 if number % 5 < 3 else -179.9)
    assert np.ptp(read_annotation(root).grid.longitude) == pytest.approx(0.2)


def test_a_product_is_described_before_anything_is_computed(product: Path) -> None:
    info = describe(Source((str(product),)), "water")
    assert (info.usable, info.scale, info.acquired, dict(info.bands)) == (True, "db", "2024-05-06T05:30:00Z", {"VV": 1, "VH": 2})
    assert info.crs.startswith("EPSG:326")
    assert info.ground_pixel_m == pytest.approx((10, 10), rel=0.01)
    assert (info.satellite, info.mode, info.pass_direction, info.relative_orbit) == ("S1A", "IW", "descending", 117)
    assert info.product_bytes > 1000
    assert "SLC" in describe(Source((str(replaced(">GRD<", ">SLC<")(product)),)), "water").problem
