"""The worker as the plugin starts it: a process of its own, under any folder name, that ends cleanly however it is ended."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from helpers.maps import UTM, water, write_raster, write_run
from helpers.networks import write_dark_is_water
from helpers.scenes import lake, write
from tidemark.engine.contract.errors import Cancelled
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import InfoQuery
from tidemark.engine.worker import _info

ROOT = Path(__file__).resolve().parents[2]


def start(request: dict[str, Any], root: Path = ROOT, packages: str = "-", **environment: str) -> subprocess.Popen[str]:
    process = launch("work", root, packages, **environment)
    hand_over(process, request)
    return process


def launch(mode: str, root: Path = ROOT, packages: str = "-", **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-I", "-u", str(root / "engine" / "boot.py"), packages, "--", mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def hand_over(process: subprocess.Popen[str], request: dict[str, Any]) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps(request) + "\n")
    process.stdin.flush()


def events(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        yield json.loads(line)


def finish(process: subprocess.Popen[str]) -> tuple[list[dict[str, Any]], int, str]:
    """Collect the remaining events, the exit status and standard error, with standard input open until the end."""
    collected = list(events(process))
    status = process.wait(60)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    said = process.stderr.read()
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()
    return collected, status, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "results").mkdir()
    return tmp_path / "results"


def job(folder: Path, size: int, **options: Any) -> dict[str, Any]:
    scene = write(folder.parent / "s.tif", lake(size, size)[0])
    model = write_dark_is_water(folder.parent / "models")
    return {
        "work": "detect",
        "job": Job("water", (Source((scene,), scale="db"),), str(folder / "out"), model=str(model), **options).to_dict(),
    }


def slow_job(folder: Path) -> dict[str, Any]:
    return job(folder, 2200, scales=(2.0,), threads=1, flip=True)


def test_a_worker_that_waits_does_the_work_that_comes_later(folder: Path) -> None:
    process = launch("wait")
    time.sleep(1)
    hand_over(process, job(folder, 200))
    collected, status, said = finish(process)
    assert (status, said) == (0, "")
    assert collected[-1]["event"] == "result"


def test_a_worker_that_waits_ends_with_whoever_started_it_and_says_nothing() -> None:
    process = launch("wait")
    said, errors = process.communicate(timeout=60)
    assert (process.returncode, said, errors) == (0, "", "")


def test_a_worker_that_waits_in_vain_ends_by_itself(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "engine", tmp_path / "engine", ignore=shutil.ignore_patterns("__pycache__", "training"))
    for name in ("__init__.py", "metadata.txt"):
        shutil.copy(ROOT / name, tmp_path)
    requests = tmp_path / "engine" / "contract" / "requests.py"
    requests.write_text(requests.read_text().replace("SPARE_SECONDS = 300.0", "SPARE_SECONDS = 1.0"))
    process = launch("wait", tmp_path)
    assert process.wait(30) == 0
    process.communicate()


def test_a_job_comes_back_as_a_result_after_started_and_progress(folder: Path) -> None:
    collected, status, _ = finish(start(job(folder, 200)))
    kinds = [event["event"] for event in collected]
    assert status == 0
    assert kinds[0] == "started"
    assert kinds[-1] == "result"
    assert "progress" in kinds
    assert Path(collected[-1]["files"]["class"]).is_file()


def test_the_engine_runs_under_any_folder_name(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "ein anderer Name"
    for part in ("engine", "models", "resources"):
        shutil.copytree(ROOT / part, other / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "metadata.txt"):
        shutil.copy(ROOT / name, other / name)
    _, status, _ = finish(start(job(folder, 100), other))
    assert status == 0


def test_wrong_paths_of_the_hosts_libraries_do_no_harm(folder: Path) -> None:
    _, status, _ = finish(start(job(folder, 100), PYTHONPATH="/nowhere", PYTHONHOME="/nowhere"))
    assert status == 0


@pytest.mark.parametrize("how", ["cancel", "end of file"])
def test_cancel_and_end_of_file_stop_the_run_and_leave_nothing(folder: Path, how: str) -> None:
    process = start(slow_job(folder))
    assert process.stdin is not None
    assert next(events(process))["event"] == "started"
    if how == "cancel":
        process.stdin.write("cancel\n")
        process.stdin.flush()
    else:
        process.stdin.close()
    asked = time.monotonic()
    collected, status, _ = finish(process)
    assert time.monotonic() - asked < 20
    assert collected[-1]["event"] == "cancelled"
    assert status == 3
    assert list(folder.iterdir()) == []


def test_a_killed_worker_leaves_only_what_it_named_as_temporary(folder: Path) -> None:
    process = start(slow_job(folder))
    started = next(events(process))
    process.send_signal(signal.SIGKILL)
    finish(process)
    assert {str(path) for path in folder.iterdir()} <= set(started["temporary"])


def test_bad_input_is_one_error_event(folder: Path) -> None:
    request = job(folder, 100)
    request["job"]["sources"][0]["paths"] = ["/nowhere/s.tif"]
    collected, status, said = finish(start(request))
    assert status == 2
    assert [event["event"] for event in collected] == ["error"]
    assert "no file" in collected[0]["found"]
    assert said == ""


@pytest.mark.parametrize(
    "request_line",
    [
        {"work": "dance"},
        {},
        {"work": "detect", "job": {"task": "water"}},
        {"work": "vectorise", "job": {"raster": "a_class.tif", "output": "a.gpkg", "colour": "red"}},
        {"work": "stats", "job": {"raster": "a_class.tif"}},
        {"work": "rethreshold"},
        {"work": "rethreshold", "job": {"probability": "a_probability.tif"}},
        {"work": "batch", "job": {"scenes": "scenes"}},
    ],
)
def test_a_request_that_makes_no_sense_is_refused_in_words(request_line: dict[str, Any]) -> None:
    collected, status, said = finish(start(request_line))
    assert status == 2
    assert "same version" in collected[0]["do"]
    assert said == ""


@pytest.fixture
def map_of_a_lake(tmp_path: Path) -> Path:
    """A class raster with 24 detected pixels of 10 m, of which 4 stand alone, and its probability."""
    classes = np.pad(water("....##", "....##", "......", "#####.", "#####.", "#####.", "#####."), 3)
    return Path(write_run(tmp_path, classes, np.where(classes == 1, 80, 10).astype(np.uint8)))


def test_polygons_come_back_with_files_counts_and_hectares(map_of_a_lake: Path, folder: Path) -> None:
    output = str(folder / "lake.gpkg")
    job = {"raster": str(map_of_a_lake), "output": output, "minimum_area": 0.1, "classes": [1]}
    collected, status, said = finish(start({"work": "vectorise", "job": job}))
    assert (status, said) == (0, "")
    assert [event["event"] for event in collected] == ["started", "progress", "result"]
    result = collected[-1]
    assert result["files"] == {"observedEvent": output}
    assert result["features"] == {"observedEvent": 1}
    assert result["hectares"]["observedEvent"] == pytest.approx(0.2, rel=0.005)
    assert result["left_out"] == pytest.approx(0.04, rel=0.005)


def test_zone_statistics_come_back_with_totals(map_of_a_lake: Path, folder: Path) -> None:
    zones, output = str(folder / "zones.gpkg"), str(folder / "zones.csv")
    assert finish(start({"work": "vectorise", "job": {"raster": str(map_of_a_lake), "output": zones, "minimum_area": 0.1}}))[1] == 0
    collected, status, _ = finish(start({"work": "stats", "job": {"raster": str(map_of_a_lake), "zones": zones, "output": output}}))
    assert status == 0
    assert collected[-1]["zones"] == 1
    assert collected[-1]["files"] == {"zones": output}
    assert collected[-1]["hectares"]["detected_ha"] == pytest.approx(0.2, rel=0.01)


def test_another_threshold_comes_back_as_a_result(map_of_a_lake: Path, folder: Path) -> None:
    job = {"probability": str(map_of_a_lake.with_name("run_probability.tif")), "threshold": 0.9, "output": str(folder / "high")}
    collected, status, _ = finish(start({"work": "rethreshold", "job": job}))
    assert (status, collected[-1]["event"]) == (0, "result")
    assert collected[-1]["hectares"]["detected"] == 0
    assert Path(collected[-1]["files"]["class"]).is_file()


def test_a_package_comes_back_with_what_was_left_out_of_it(map_of_a_lake: Path, folder: Path) -> None:
    shutil.copy(map_of_a_lake, map_of_a_lake.with_name("run_possible.tif"))
    prefix = str(map_of_a_lake).removesuffix("_class.tif")
    heard, status, _ = finish(start({"work": "package", "job": {"prefix": prefix, "folder": str(folder)}}))
    assert status == 0
    assert Path(heard[-1]["files"]["folder"]).is_dir()
    assert ["run_possible.tif" in text for text in heard[-1]["notices"]] == [True]


def test_a_batch_comes_back_with_what_became_of_each_scene(tmp_path: Path, folder: Path) -> None:
    scenes = tmp_path / "scenes"
    scenes.mkdir()
    write(scenes / "good.tif", lake(100, 100)[0])
    (scenes / "bad.tif").write_text("text")
    template = Job("water", (Source((), scale="db"),), "", method="fixed").to_dict()
    job = {"scenes": str(scenes), "template": template, "folder": str(folder)}
    collected, status, _ = finish(start({"work": "batch", "job": job}))
    assert (status, collected[-1]["event"]) == (0, "result")
    assert {scene["scene"]: scene["status"] for scene in collected[-1]["scenes"]} == {"good": "done", "bad": "failed"}
    assert Path(collected[-1]["files"]["summary"]).is_file()


def test_cancelled_polygons_leave_nothing(tmp_path: Path, folder: Path) -> None:
    large = write_raster(tmp_path / "large_class.tif", np.ones((6000, 4000), np.uint8), UTM)
    process = start({"work": "vectorise", "job": {"raster": large, "output": str(folder / "large.gpkg"), "fill_holes": 1.0}})
    assert process.stdin is not None
    assert next(events(process))["event"] == "started"
    process.stdin.write("cancel\n")
    process.stdin.flush()
    collected, status, _ = finish(process)
    assert (status, collected[-1]["event"]) == (3, "cancelled")
    assert list(folder.iterdir()) == []


def batch_of(tmp_path: Path, folder: Path) -> dict[str, Any]:
    scenes = tmp_path / "scenes"
    scenes.mkdir()
    for name in ("a", "b"):
        write(scenes / f"{name}.tif", lake(2200, 2200)[0])
    model = str(write_dark_is_water(tmp_path / "models"))
    template = Job("water", (Source((), scale="db"),), "", model=model, scales=(2.0,), threads=1, flip=True).to_dict()
    return {"work": "batch", "job": {"scenes": str(scenes), "template": template, "folder": str(folder)}}


def polygons_of(tmp_path: Path, folder: Path) -> dict[str, Any]:
    large = write_raster(tmp_path / "large_class.tif", np.ones((6000, 4000), np.uint8), UTM)
    return {"work": "vectorise", "job": {"raster": large, "output": str(folder / "large.geojson"), "fill_holes": 1.0}}


def zones_of(ending: str) -> Callable[[Path, Path], dict[str, Any]]:
    def request(tmp_path: Path, folder: Path) -> dict[str, Any]:
        large = write_raster(tmp_path / "large_class.tif", np.ones((8000, 4000), np.uint8), UTM)
        zones = tmp_path / "zones.gpkg"
        with rasterio.open(large) as raster:
            whole = shapely.to_wkb(shapely.box(*raster.bounds))
        pyogrio.raw.write(zones, np.array([whole], object), [], [], driver="GPKG", geometry_type="Polygon", crs="EPSG:32631")
        return {"work": "stats", "job": {"raster": large, "zones": str(zones), "output": str(folder / f"zones{ending}")}}

    return request


def exposure_of(tmp_path: Path, folder: Path) -> dict[str, Any]:
    large = write_raster(tmp_path / "large_class.tif", np.ones((8000, 4000), np.uint8), UTM)
    fields = tmp_path / "fields.gpkg"
    with rasterio.open(large) as raster:
        whole = shapely.to_wkb(shapely.box(*raster.bounds))
    pyogrio.raw.write(fields, np.array([whole], object), [], [], driver="GPKG", geometry_type="Polygon", crs="EPSG:32631")
    return {"work": "exposure", "job": {"raster": large, "layers": [str(fields)], "output": str(folder / "large_exposure.gpkg")}}


def depth_of(tmp_path: Path, folder: Path) -> dict[str, Any]:
    classes = np.zeros((4000, 2000), np.uint8)
    classes[100:-100, 100:-100] = 1
    large = write_raster(tmp_path / "large_class.tif", classes, UTM)
    dem = write_raster(tmp_path / "dem.tif", (2.0 - classes).astype(np.float32), UTM)
    return {"work": "depth", "job": {"raster": large, "dem": dem, "output": str(folder / "large_depth.tif")}}


def package_of(geopackage: bool) -> Callable[[Path, Path], dict[str, Any]]:
    def request(tmp_path: Path, folder: Path) -> dict[str, Any]:
        classes = np.random.default_rng(0).integers(0, 2, (12000, 6000)).astype(np.uint8)
        write_run(tmp_path, classes, classes)
        job = {"prefix": str(tmp_path / "run"), "folder": str(folder), "event": "E", "aoi": "A", "geopackage": geopackage}
        return {"work": "package", "job": job}

    return request


@pytest.mark.parametrize(
    "request_of",
    [batch_of, polygons_of, zones_of(".csv"), zones_of(".gpkg"), exposure_of, depth_of, package_of(False), package_of(True)],
    ids=["batch", "polygons", "zones as a table", "zones as a layer", "exposure", "depth", "package", "GeoPackage"],
)
def test_of_killed_work_nothing_is_left_but_what_it_named_as_temporary(
    request_of: Callable[[Path, Path], dict[str, Any]], tmp_path: Path, folder: Path
) -> None:
    process = start(request_of(tmp_path, folder))
    started = next(event for event in events(process) if event["event"] == "started")
    deadline = time.monotonic() + 0.2  # some make their file in the last moment only: they are killed before
    while not any(os.path.exists(path) for path in started["temporary"]) and time.monotonic() < deadline:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    assert finish(process)[1] == -signal.SIGKILL
    for path in started["temporary"]:  # as the plugin does
        shutil.rmtree(path) if os.path.isdir(path) else Path(path).unlink(missing_ok=True)
    assert [path.name for path in folder.rglob("*") if path.is_file() and path.name != "summary.csv"] == []


def test_without_the_packages_for_polygons_the_message_says_which(map_of_a_lake: Path, folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "packages"
    broken.mkdir()
    (broken / "pyogrio.py").write_text("raise ModuleNotFoundError('none', name='pyogrio')")
    request = {"work": "vectorise", "job": {"raster": str(map_of_a_lake), "output": str(folder / "lake.gpkg")}}
    collected, status, said = finish(start(request, packages=str(broken)))
    assert (status, said) == (2, "")
    assert "lacks pyogrio" in collected[0]["found"]
    collected, status, _ = finish(start({"work": "probe"}, packages=str(broken)))
    assert status == 0
    assert "pyogrio" not in collected[0]["packages"]
    assert "shapely" in collected[0]["packages"]


def test_info_describes_many_images_in_one_start_also_those_that_cannot_be_used(tmp_path: Path) -> None:
    good = write(tmp_path / "good.tif", lake(100, 100)[0], tags={"UNITS": "dB"})
    (tmp_path / "bad.tif").write_text("text")
    scenes = [{"paths": [good]}, {"paths": [str(tmp_path / "bad.tif")]}]
    collected, status, _ = finish(start({"work": "info", "scenes": scenes, "task": "water"}))
    first, second = collected[0]["scenes"]
    assert status == 0
    assert (first["usable"], first["scale"], first["scale_from"]) == (True, "db", "metadata")
    assert not second["usable"]
    assert "cannot be read" in second["problem"]


def test_info_can_be_cancelled_while_an_image_is_looked_over(tmp_path: Path) -> None:
    answers = iter((False, False, False, True))
    query = InfoQuery((Source((write(tmp_path / "s.tif", lake(100, 100)[0]),), scale="db"),), "water")
    with pytest.raises(Cancelled):
        _info(query, lambda: next(answers))


def test_probe_tells_versions_and_providers() -> None:
    collected, status, _ = finish(start({"work": "probe"}))
    assert status == 0
    assert set(collected[0]["packages"]) == {"numpy", "scipy", "rasterio", "onnxruntime", "pyogrio", "shapely"}
    assert "CPUExecutionProvider" in collected[0]["providers"]


def test_probe_names_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "rasterio.py").write_text("raise ImportError('libgdal.so.36 is missing')")
    process = subprocess.run(
        [sys.executable, "-I", "-u", str(ROOT / "engine" / "boot.py"), str(tmp_path), "--", "work"],
        input='{"work": "probe"}\n',
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 2
    assert "rasterio" in json.loads(process.stdout)["found"]


def test_nothing_is_written_to_the_users_home(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    places = {name: str(home) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")}
    _, status, _ = finish(start(job(folder, 200), ROOT, "-", ORT_DISABLE_TELEMETRY="", **places))
    assert status == 0
    assert list(home.rglob("*")) == []


def test_every_image_gets_its_answer_whatever_is_wrong_with_another(tmp_path: Path) -> None:
    good = write(tmp_path / "good.tif", lake(100, 100)[0], tags={"UNITS": "dB"})
    latin = Path(write(tmp_path / "latin.tif", lake(100, 100)[0], ("ABCD", "EFGH")))
    latin.write_bytes(latin.read_bytes().replace(b"ABCD", "Äöü ".encode("latin-1")))
    (tmp_path / "cut.tif").write_bytes(Path(good).read_bytes()[:700])
    odd = ["", "\0", "\ud800.tif", str(tmp_path), "GTIFF_DIR:9:x.tif", "/vsizip/" + good, str(tmp_path / "cut.tif"), str(latin)]
    collected, status, said = finish(start({"work": "info", "scenes": [[], *([path] for path in odd), [good]], "task": "water"}))
    scenes = collected[0]["scenes"]
    assert (status, said) == (0, "")
    assert len(scenes) == len(odd) + 2
    assert scenes[-1]["usable"]
    assert all(scene["problem"] for scene in scenes if not scene["usable"])
    assert not any(scene["usable"] for scene in scenes[: len(odd) - 1])


def test_a_fault_of_ours_is_one_message_and_no_traceback(tmp_path: Path) -> None:
    broken = tmp_path / "packages"
    broken.mkdir()
    (broken / "rasterio.py").write_text("raise KeyError('a broken package')")
    job = {"probability": "a_probability.tif", "threshold": 0.4, "output": "b"}
    collected, status, said = finish(start({"work": "rethreshold", "job": job}, packages=str(broken)))
    assert (status, said) == (1, "")
    assert collected[-1]["event"] == "error"
    assert "KeyError: 'a broken package' (rasterio.py, line 1)" in collected[-1]["found"]


def test_one_request_is_taken_and_what_follows_it_can_only_stop_the_work(folder: Path, map_of_a_lake: Path) -> None:
    first, second = ({"raster": str(map_of_a_lake), "output": str(folder / f"{name}.gpkg")} for name in ("first", "second"))
    process = start({"work": "vectorise", "job": first})
    assert process.stdin is not None
    process.stdin.write(json.dumps({"work": "vectorise", "job": second}) + "\n")
    process.stdin.flush()
    assert finish(process)[1] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["first.gpkg"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the process through /proc")
def test_nobody_but_who_started_the_worker_can_reach_it(folder: Path, tmp_path: Path) -> None:
    process = start(job(folder, 3000))
    next(events(process))
    sockets = [link for link in Path(f"/proc/{process.pid}/fd").iterdir() if os.readlink(link).startswith("socket:")]
    assert sockets == []
    assert finish(process)[1] == 0


def test_the_sample_is_one_place_before_and_during_a_flood(tmp_path: Path) -> None:
    heard, status, _ = finish(start({"work": "sample", "job": {"folder": str(tmp_path)}}))
    assert status == 0
    files = heard[-1]["files"]
    assert [Path(files[name]).name for name in ("before", "during")] == ["tidemark_sample_20240424.tif", "tidemark_sample_20240506.tif"]
    dark = []
    for name in ("before", "during"):
        with rasterio.open(files[name]) as raster:
            assert raster.tags()["TIDEMARK_SIMULATED"] == "yes"
            dark.append(np.mean(raster.read(1) < -16))
    assert dark[1] > dark[0] + 0.02
