"""From the command line: a product simulated in a template's geometry, told about, prepared and mapped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.windows import from_bounds

from helpers.sentinel1_products import Template, write_template
from tidemark.engine.cli.main import main


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return write_template(tmp_path / "template", Template())


def test_a_simulated_product_goes_all_the_way_to_its_map(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIDEMARK_CACHE", str(tmp_path / "cache"))
    product, truth = tmp_path / "simulated.zip", tmp_path / "truth.tif"
    arguments = [str(product), "--product", str(template), "--truth", str(truth), "--size", "400x400", "--seed", "3"]
    assert main(["simulate", *arguments]) == 0
    assert main(["info", str(product), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["bands"] == {"VV": 1, "VH": 2}
    assert (told["satellite"], told["pass_direction"], told["relative_orbit"]) == ("S1A", "descending", 117)
    assert main(["info", str(product)]) == 0
    assert "Sentinel-1A IW GRD, descending, relative orbit 117" in capsys.readouterr().out
    image = tmp_path / "image.tif"
    assert main(["prepare", str(product), str(image)]) == 0
    with rasterio.open(image) as raster:
        assert told["bounds"] == pytest.approx(list(raster.bounds))
    assert f"Wrote {image}." in capsys.readouterr().err
    assert main(["detect", str(product), "--task", "water", "--output", str(tmp_path / "map")]) == 0
    with rasterio.open(truth) as wanted, rasterio.open(tmp_path / "map_class.tif") as found:
        water = wanted.read(1)
        mapped = found.read(1, window=from_bounds(*wanted.bounds, transform=found.transform).round_offsets().round_lengths())
    seen = (water != 255) & (mapped != 255)
    agreed = np.logical_and(water == 1, mapped == 1)[seen].sum() / np.logical_or(water == 1, mapped == 1)[seen].sum()
    assert agreed > 0.8


def test_a_simulated_product_takes_the_place_of_another_simulated_one_alone(
    tmp_path: Path, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, others = tmp_path / "made.SAFE", tmp_path / "others.SAFE"
    command = ["simulate", "--product", str(template), "--size", "64x64", "--overwrite"]
    assert main([*command, str(made)]) == 0
    assert main([*command, str(made)]) == 0
    shutil.copytree(made, others)
    for path in (others / "measurement").iterdir():
        with rasterio.open(path, "r+") as raster:
            raster.update_tags(TIDEMARK_SIMULATED="")
    before = sorted(tmp_path.rglob("*"))
    for output, words in ((others, "was not written by Tidemark"), (template, "is an input of the same run")):
        capsys.readouterr()
        assert main([*command, str(output)]) == 2
        assert words in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_product_is_not_replaced_by_one_of_heights_that_lie_in_it(
    tmp_path: Path, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "made.SAFE"
    command = ["simulate", str(made), "--product", str(template), "--size", "64x64", "--overwrite"]
    assert main(command) == 0
    dem = shutil.copy(tmp_path / "made_backscatter.tif", made / "dem.tif")
    assert main([*command, "--dem", str(dem)]) == 2
    assert "is an input of the same run" in capsys.readouterr().err
    assert Path(dem).exists()


def test_what_cannot_be_prepared_ends_with_one_message(tmp_path: Path, template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prepare", str(template), str(tmp_path / "image.tif")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "image.tif").exists()
