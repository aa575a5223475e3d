"""qgis_process, with a profile of its own in which the plugin is switched on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsProcessingModelAlgorithm, QgsVectorLayer

import tidemark
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.optical_files import write_optical_files
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.processing.provider import TidemarkProvider

ROOT = Path(tidemark.__file__).resolve().parent
MODEL = Path(__file__).with_name("water_in_districts.model3")
JSON_ON_STANDARD_INPUT = 32400
"""The first QGIS whose qgis_process reads its parameters from there."""

# Debian 12's wrapper `qgis_process` is broken; the program behind it is not.
PROGRAM = shutil.which("qgis_process.bin", path="/usr/bin:/bin") or shutil.which("qgis_process")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Variables for a profile that holds the plugin."""
    plugins = tmp_path / "profiles" / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "tidemark").symlink_to(ROOT)
    own = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profiles")}
    return {**{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}, **own}


def call(environment: dict[str, str], *arguments: str, said: str = "", before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    assert PROGRAM is not None
    return subprocess.run([*before, PROGRAM, *arguments], env=environment, input=said, capture_output=True, text=True, check=False)


def without_room_beyond(kilobytes: int) -> tuple[str, ...]:
    """Return what lets no file of the command after it grow further: writing fails there, as on a full disk."""
    return ("sh", "-c", f"trap '' XFSZ; ulimit -f {2 * kilobytes}; exec \"$@\"", "sh")


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_a_scene_is_mapped_without_any_window(environment: dict[str, str], scene: Path, tmp_path: Path) -> None:
    assert call(environment, "plugins", "enable", "tidemark").returncode == 0
    done = call(
        environment, "--json", "run", "tidemark:detectwater", "--", f"INPUT={scene}", f"OUTPUT={tmp_path / 'map.tif'}", "DEVICE=cpu"
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["HECTARES_DETECTED"] > 0
    assert {path.name for path in tmp_path.glob("map*")} >= {"map.tif", "map.qml", "map_probability.tif", "map_run.json"}
    refused = call(environment, "run", "tidemark:detectwater", "--", f"INPUT={tmp_path / 'gone.tif'}", f"OUTPUT={tmp_path / 'none.tif'}")
    assert refused.returncode != 0
    assert "gone.tif" in refused.stderr + refused.stdout
    assert "Traceback" not in refused.stderr + refused.stdout


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_a_page_that_finds_no_room_says_so_and_leaves_the_earlier_one(environment: dict[str, str], scene: Path, tmp_path: Path) -> None:
    # In a process of its own: where a write fails, Qt may take the process down when it ends.
    assert call(environment, "plugins", "enable", "tidemark").returncode == 0
    classes, page = tmp_path / "map.tif", tmp_path / "page.pdf"
    assert call(environment, "run", "tidemark:detectwater", "--", f"INPUT={scene}", f"OUTPUT={classes}", "DEVICE=cpu").returncode == 0
    make = ("run", "tidemark:maplayout", "--", f"INPUT={classes}", f"OUTPUT={page}")
    assert call(environment, *make).returncode == 0
    earlier = page.read_bytes()
    done = call(environment, *make, before=without_room_beyond(len(earlier) // 2048))
    assert done.returncode != 0
    assert "only a part of it could be written" in done.stdout + done.stderr
    assert page.read_bytes() == earlier
    assert list(tmp_path.glob(".tidemark*")) == []


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_a_flood_is_mapped_without_any_window(environment: dict[str, str], dates: TwoDates, tmp_path: Path) -> None:
    assert call(environment, "plugins", "enable", "tidemark").returncode == 0
    images = [f"INPUT={dates.after}", f"BEFORE={dates.before}"]
    done = call(environment, "--json", "run", "tidemark:detectfloods", "--", *images, f"OUTPUT={tmp_path / 'map.tif'}")
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["HECTARES_DETECTED"] > 10
    assert results["HECTARES_REFERENCE_WATER"] > 10
    assert "Flood detected" in (tmp_path / "map.qml").read_text(encoding="utf-8")


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_a_flood_is_mapped_with_optical_images_without_any_window(
    environment: dict[str, str], runtime: Runtime, dates: TwoDates, tmp_path: Path
) -> None:
    files, problem = write_optical_files(runtime, dates, tmp_path)
    if problem:
        pytest.skip(f"the engine's Python here cannot write a network: {problem}")
    assert call(environment, "plugins", "enable", "tidemark").returncode == 0
    images = [f"INPUT={dates.after}", f"BEFORE={dates.before}", f"OPTICAL={files.after}", f"OPTICAL_BEFORE={files.before}"]
    output = [f"MODEL={files.card}", f"OUTPUT={tmp_path / 'map.tif'}"]
    done = call(environment, "--json", "run", "tidemark:detectfloods", "--", *images, *output)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "map_run.json").read_text(encoding="utf-8"))["optical"]["used"] is True


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_change_and_dark_features_are_listed_and_mapped_without_any_window(
    environment: dict[str, str], dates: TwoDates, tmp_path: Path
) -> None:
    assert call(environment, "plugins", "enable", "tidemark").returncode == 0
    listed = call(environment, "list").stdout
    assert {"tidemark:detectchange", "tidemark:detectoil"} <= set(listed.split())
    further = {"detectchange": [f"BEFORE={dates.before}", "METHOD=log-ratio"], "detectoil": ["METHOD=dark-spot"]}
    for algorithm, options in further.items():
        output = f"OUTPUT={tmp_path / algorithm}.tif"
        done = call(environment, "--json", "run", f"tidemark:{algorithm}", "--", f"INPUT={dates.after}", *options, output)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "detectchange_change_db.tif").is_file()
    assert "dark feature" in (tmp_path / "detectoil.qml").read_text(encoding="utf-8")


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_a_map_is_put_on_a_page_and_packaged_without_any_window(
    environment: dict[str, str], flood: Path, scene: Path, tmp_path: Path
) -> None:
    page, event = tmp_path / "page.pdf", tmp_path / "event"
    assert call(environment, "plugins", "enable", "tidemark").returncode == 0
    for algorithm, further in (("maplayout", [f"BACKGROUND={scene}", f"OUTPUT={page}"]), ("package", [f"OUTPUT={event}"])):
        done = call(environment, "--json", "run", f"tidemark:{algorithm}", "--", f"INPUT={flood}", "EVENT=Elbe", *further)
        assert done.returncode == 0, done.stderr
    assert page.read_bytes().startswith(b"%PDF")
    assert page.stat().st_size > 10_000
    assert (event / "Elbe_AOI01_water_v1" / "README.txt").is_file()


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_a_model_maps_water_makes_polygons_and_counts_hectares_in_districts(
    environment: dict[str, str], provider: TidemarkProvider, scene: Path, districts: Path, tmp_path: Path
) -> None:
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODEL))
    names = {output.name().split(":")[-1]: output.name() for output in model.destinationParameterDefinitions()}
    outputs = {"map": "map.tif", "polygons": "polygons.gpkg", "districts_with_hectares": "hectares.gpkg"}
    inputs = {"image": str(scene), "districts": str(districts), **{names[k]: str(tmp_path / "out" / v) for k, v in outputs.items()}}

    assert call(environment, "plugins", "enable", "tidemark").returncode == 0
    if Qgis.QGIS_VERSION_INT >= JSON_ON_STANDARD_INPUT:
        done = call(environment, "run", str(MODEL), "-", said=json.dumps({"inputs": inputs}))
    else:
        done = call(environment, "--json", "run", str(MODEL), "--", *(f"{name}={value}" for name, value in inputs.items()))
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    polygons = QgsVectorLayer(results[names["polygons"]], "polygons", "ogr")
    counted = QgsVectorLayer(results[names["districts_with_hectares"]], "districts", "ogr")
    in_polygons = sum(feature["area_ha"] for feature in polygons.getFeatures())
    in_districts = sum(feature["detected_ha"] for feature in counted.getFeatures())
    assert in_polygons > 0
    assert in_districts == pytest.approx(in_polygons, rel=0.005)
