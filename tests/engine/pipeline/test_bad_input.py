"""Each kind of bad input: exit status 2, one message that says what to do, no traceback, nothing left behind."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.control import GroundControlPoint

from helpers.networks import write_dark_is_water
from helpers.scenes import UTM, lake, write
from tidemark.engine.cli.main import main

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # some bad inputs are made without georeference

DB, _ = lake(96, 96)


def good(folder: Path) -> str:
    return write(folder / "good.tif", DB, tags={"UNITS": "dB"}, **UTM)


def text_file(folder: Path) -> list[str]:
    (folder / "text.tif").write_text("not an image")
    return [str(folder / "text.tif")]


def cut_short(folder: Path) -> list[str]:
    path = Path(good(folder))
    path.write_bytes(path.read_bytes()[:60_000])
    return [str(path)]


def damaged_inside(folder: Path) -> list[str]:
    path = Path(write(folder / "damaged.tif", DB, tags={"UNITS": "dB"}, compress="deflate", **UTM))
    data = bytearray(path.read_bytes())
    data[20_000:40_000] = bytes(20_000)
    path.write_bytes(data)
    return [str(path)]


def control_points(folder: Path) -> list[str]:
    points = [GroundControlPoint(row=r, col=c, x=3 + c / 1e4, y=45 - r / 1e4) for r in (0, 96) for c in (0, 96)]
    path = folder / "gcps.tif"
    with rasterio.open(path, "w", driver="GTiff", count=2, height=96, width=96, dtype="float32") as raster:
        raster.write(DB)
        raster.gcps = (points, "EPSG:4326")
        raster.descriptions = ("VV", "VH")
    return [str(path)]


def raw_numbers(folder: Path) -> list[str]:
    return [write(folder / "raw.tif", (np.abs(DB) * 20 + 50).astype(np.uint16))]


def filtered_amplitude(folder: Path) -> list[str]:
    db = lake(96, 96, looks=60)[0] - np.array([6, 8], np.float32)[:, None, None]
    return [write(folder / "filtered.tif", (10 ** (db / 20)).astype(np.float32))]


def constant_in_a_corner(folder: Path) -> list[str]:
    values = np.full((2, 400, 400), np.nan, np.float32)
    values[:, 300:, 300:] = -12
    return [write(folder / "corner.tif", values)]


def other_grid(folder: Path) -> list[str]:
    return [write(folder / "a_VV.tif", DB[:1], ("",)), write(folder / "b_VH.tif", DB[1:, :50], ("",))]


def damaged_network(folder: Path) -> list[str]:
    card = write_dark_is_water(folder / "damaged")
    card.with_suffix(".onnx").write_bytes(b"damaged")
    return [good(folder), "--model", str(card)]


def unreadable_network(folder: Path) -> list[str]:
    from helpers.networks import write_card

    (folder / "unreadable").mkdir()
    (folder / "unreadable" / "net.onnx").write_bytes(b"no network at all")
    return [good(folder), "--model", str(write_card(folder / "unreadable", "net"))]


def damaged_card(folder: Path) -> list[str]:
    (folder / "card.json").write_text('{"properties": {}}')
    return [good(folder), "--model", str(folder / "card.json")]


def card_without_network(folder: Path) -> list[str]:
    card = write_dark_is_water(folder / "lonely")
    card.with_suffix(".onnx").unlink()
    return [good(folder), "--model", str(card)]


def existing_output(folder: Path) -> list[str]:
    (folder / "out_class.tif").write_text("precious")
    return [good(folder)]


CASES: dict[str, tuple[Callable[[Path], list[str]], str]] = {
    "missing file": (lambda f: [str(f / "missing.tif")], "no file"),
    "text file named .tif": (text_file, "cannot be read"),
    "file cut short": (cut_short, "cannot be read"),
    "file damaged inside": (damaged_inside, "is damaged"),
    "one band": (lambda f: [write(f / "one.tif", DB[:1], ("VV",), tags={"UNITS": "dB"})], "needs VV and VH"),
    "one band without a name": (lambda f: [write(f / "one.tif", DB[:1], ("",))], "--bands"),
    "optical image": (lambda f: [write(f / "rgb.tif", np.zeros((3, 96, 96), np.uint8), ("red", "green", "blue"))], "optical"),
    "display bytes": (lambda f: [write(f / "b.tif", np.arange(2 * 96 * 96, dtype=np.uint8).reshape(2, 96, 96))], "display values"),
    "raw digital numbers": (raw_numbers, "Calibrate"),
    "control points only": (control_points, "Terrain-correct"),
    "complex numbers": (lambda f: [write(f / "slc.tif", DB.astype(np.complex64))], "complex"),
    "all nodata": (lambda f: [write(f / "nan.tif", np.full_like(DB, np.nan))], "nodata"),
    "constant where observed": (constant_in_a_corner, "constant"),
    "constant": (lambda f: [write(f / "constant.tif", np.full_like(DB, -12))], "constant"),
    "wrong reference system": (lambda f: [write(f / "w.tif", DB, transform=UTM["transform"], tags={"UNITS": "dB"})], "nowhere on Earth"),
    "scale that stays open": (filtered_amplitude, "--scale"),
    "scale that the values contradict": (lambda f: [good(f), "--scale", "amplitude"], "could be: db"),
    "nothing but noise": (lambda f: [write(f / "noise.tif", DB / 20 - 42, **UTM), "--scale", "db"], "no sampled pixel is an observation"),
    "bands on different grids": (other_grid, "grids differ"),
    "extent elsewhere": (lambda f: [good(f), "--extent", "0,0,100,100"], "does not meet"),
    "extent of no size": (lambda f: [good(f), "--extent", "480100,6699500,480100,6699600"], "empty"),
    "unknown model": (lambda f: [good(f), "--model", "nosuch"], "no model 'nosuch'"),
    "damaged network": (damaged_network, "checksums differ"),
    "no network at all": (unreadable_network, "cannot be read as an ONNX file"),
    "damaged card": (damaged_card, "incomplete"),
    "card without its network": (card_without_network, "not beside it"),
    "existing output": (existing_output, "--overwrite"),
    "output folder missing": (lambda f: [good(f), "--output", str(f / "no" / "such" / "out")], "does not exist"),
    "output is a folder": (lambda f: [good(f), "--output", str(f) + "/"], "is a folder"),
    "output is empty": (lambda f: [good(f), "--output", ""], "output is empty"),
    "output is a device": (lambda f: [good(f), "--output", os.devnull], "is a device"),
    "threshold above one": (lambda f: [good(f), "--threshold", "50"], "threshold"),
    "scale of no use": (lambda f: [good(f), "--scales", "0.5,7"], "--scales"),
    "band that is not there": (lambda f: [good(f), "--bands", "VV=1,VH=5"], "--bands"),
    "one of two dates without georeference": (
        lambda f: [good(f), "--task", "flood", "--before", write(f / "before.tif", DB, tags={"UNITS": "dB"}, crs=None)],
        "one has no georeference and the other one has",
    ),
    "negative threads": (lambda f: [good(f), "--threads", "-1"], "--threads"),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_gets_one_message_and_loses_nothing(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make, expected = CASES[case]
    model = write_dark_is_water(tmp_path / "models")
    arguments = make(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    defaults = ["--task", "water", "--model", str(model), "--output", str(tmp_path / "out")]
    status = main(["detect", *defaults, *arguments])
    said = capsys.readouterr()
    message = [line for line in said.err.splitlines() if line.startswith("tidemark: ")]
    assert status == 2
    assert len(message) == 1
    assert expected in message[0]
    assert "Traceback" not in said.err
    assert said.out == ""
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_paths_with_spaces_and_letters_of_any_script_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "Überflutung am Fluß (São José) 洪水"
    folder.mkdir()
    scene = write(folder / "Szene März.tif", DB, tags={"UNITS": "dB"}, **UTM)
    model = write_dark_is_water(folder / "models", "wasser ü")
    status = main(["detect", scene, "--task", "water", "--output", str(folder / "Ergebnis 1"), "--model", str(model), "--json"])
    said = capsys.readouterr()
    assert status == 0
    assert json.loads(said.out)["input"]["paths"] == [scene]
    assert (folder / "Ergebnis 1_class.tif").is_file()


def test_info_says_what_would_be_assumed_and_from_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", good(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "VV = band 1, VH = band 2 (from metadata)" in said
    assert "db (from metadata)" in said
    assert "10.0 x 10.0 m" in said
    assert "100.0%" in said


@pytest.mark.parametrize("given", [UTM, {"crs": None, "transform": None}])
def test_the_extent_that_info_prints_is_that_of_the_image_and_detect_takes_it(
    given: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scene = write(tmp_path / "s.tif", DB, tags={"UNITS": "dB"}, **given)
    assert main(["info", scene]) == 0
    extent = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("extent:")).split()[1]
    assert main(["info", scene, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["bounds"] == [float(side) for side in extent.split(",")]
    whole, part = str(tmp_path / "whole"), str(tmp_path / "part")
    words = ["detect", scene, "--task", "water", "--method", "fixed", "--output"]
    assert main([*words, whole]) == main([*words, part, "--extent", extent]) == 0
    assert (tmp_path / "part_class.tif").read_bytes() == (tmp_path / "whole_class.tif").read_bytes()


def test_info_of_an_open_scale_names_the_candidates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", *filtered_amplitude(tmp_path)]) == 0
    assert "open: power or amplitude" in capsys.readouterr().out


def test_info_names_a_model_that_the_method_would_not_look_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", good(tmp_path), "--method", "otsu", "--model", "water"]) == 2
    assert "The method 'otsu' does not ask for --model (in QGIS: 'Model')." in capsys.readouterr().err


def test_an_unwritable_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = write_dark_is_water(tmp_path / "models")
    status = main(["detect", good(tmp_path), "--task", "water", "--model", str(model), "--output", "/proc/tidemark"])
    assert status == 2
    assert "/proc" in capsys.readouterr().err
