"""Products among files: what may be one, which belong together, and what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidemark.plugin.layers.products import ProductImage, product_at, products_at

FIRST = "S1A_IW_GRDH_1SDV_20240506T052413_20240506T052438_053742_068743_F1B3"
SECOND = "S1A_IW_GRDH_1SDV_20240506T052438_20240506T052503_053742_068743_07C1"
BEFORE = "S1A_IW_GRDH_1SDV_20240424T052413_20240424T052438_053567_0680A1_2B0E"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An unpacked product, in a folder of its own, and zips."""
    product = tmp_path / "unpacked" / f"{FIRST}.SAFE"
    (product / "annotation" / "calibration").mkdir(parents=True)
    (product / "measurement").mkdir()
    (product / "measurement" / "s1a-iw-grd-vv-001.tiff").touch()
    (product / "manifest.safe").touch()
    for name in (f"{FIRST}.zip", f"{SECOND}.SAFE.zip", f"{BEFORE}.ZIP", "notes.txt", "image.tif"):
        (tmp_path / name).touch()
    return tmp_path


def test_a_product_is_found_by_its_zip_its_folder_its_manifest_and_its_measurement(folder: Path) -> None:
    product = folder / "unpacked" / f"{FIRST}.SAFE"
    assert product_at(str(folder / f"{FIRST}.zip")) == str(folder / f"{FIRST}.zip")
    for part in (product, product / "manifest.safe", product / "measurement" / "s1a-iw-grd-vv-001.tiff"):
        assert product_at(str(part)) == str(product)
    assert product_at(str(folder / "unpacked")) == str(folder / "unpacked")


def test_what_is_none_by_its_name_is_none(folder: Path) -> None:
    for name in ("notes.txt", "image.tif", "nowhere.zip", "."):
        assert product_at(str(folder / name)) == ""


def test_slices_of_one_pass_are_one_image_in_the_order_of_their_times(folder: Path) -> None:
    zips = [str(folder / name) for name in (f"{SECOND}.SAFE.zip", f"{BEFORE}.ZIP", f"{FIRST}.zip", "notes.txt")]
    during, before = products_at(zips)
    assert during.paths == (zips[2], zips[0])
    assert before.paths == (zips[1],)
    assert (during.name(), before.name()) == ("S1A 2024-05-06 05:24:13", "S1A 2024-04-24 05:24:13")
    assert during.full_name() == f"{FIRST}\n{SECOND}"


def test_a_product_of_another_name_keeps_it(folder: Path) -> None:
    assert ProductImage((str(folder / "flood day.SAFE"),)).name() == "flood day"
