"""Making polygons as a run: cancelled, on little memory, from bad input; nothing lost and nothing written by halves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from scipy import ndimage

from helpers.maps import Place, water, write_raster, write_run
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import Cancelled, InputError
from tidemark.engine.contract.job import Event
from tidemark.engine.contract.requests import VectoriseJob
from tidemark.engine.vector.vectorise import vectorise


def test_cancel_in_mid_run_leaves_nothing(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((1000, 50), np.uint8))
    before = sorted(tmp_path.iterdir())
    events: list[Event] = []
    with pytest.raises(Cancelled):
        vectorise(
            VectoriseJob(raster, str(tmp_path / "out.gpkg"), footprint=True),
            events.append,
            lambda: any(e.kind == "progress" for e in events),
        )
    assert sorted(tmp_path.iterdir()) == before
    assert events[0].kind == "started"


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((700, 50), np.uint8))
    events: list[Event] = []
    vectorise(VectoriseJob(raster, str(tmp_path / "out.gpkg"), fill_holes=1.0), events.append)
    done = [(e.data["done"], e.data["total"]) for e in events if e.kind == "progress"]
    assert done[-1] == (1400, 1400)


PEAK = r"""
import re, sys
from tidemark.engine.vector import polygons
from tidemark.engine.contract.requests import VectoriseJob
from tidemark.engine.vector.vectorise import vectorise
polygons._FEATURES_AT_ONCE = 1000
vectorise(VectoriseJob(sys.argv[1], sys.argv[2], minimum_area=0.02))
print(re.search(r"VmHWM:\s*(\d+)", open("/proc/self/status").read())[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's peak memory")
def test_memory_does_not_grow_with_the_height(tmp_path: Path) -> None:
    peaks = []
    for height in (512, 4096):
        classes = (ndimage.uniform_filter(np.random.default_rng(0).random((height, 1024)), 5) > 0.55).astype(np.uint8)
        raster = write_run(tmp_path, classes, name=f"run{height}")
        command = [sys.executable, "-c", PEAK, raster, str(tmp_path / f"out{height}.gpkg")]
        peaks.append(int(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    assert peaks[1] < 1.1 * peaks[0]


def test_a_detection_loads_neither_of_the_vector_packages(tmp_path: Path) -> None:
    loading = "import sys; from tidemark.engine.cli.commands import make_parser; from tidemark.engine.pipeline import detect"
    code = f"{loading}; make_parser(['detect']); print({{'shapely', 'pyogrio'}} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"


def bad(make: Callable[[Path], str], *options: str) -> tuple[Callable[[Path], str], tuple[str, ...]]:
    return make, options


def good(folder: Path) -> str:
    return write_run(folder, water("##", "##"), np.full((2, 2), 70, np.uint8))


def probability(folder: Path) -> str:
    good(folder)
    return str(folder / "run_probability.tif")


def text(folder: Path) -> str:
    (folder / "text.tif").write_text("no raster")
    return str(folder / "text.tif")


def other_grid(folder: Path) -> str:
    write_raster(folder / "run_probability.tif", np.zeros((3, 3), np.uint8))
    return write_run(folder, water("##", "##"))


BAD = {
    "missing file": (bad(lambda f: str(f / "no.tif")), "no file"),
    "no raster": (bad(text), "cannot be read"),
    "decibels": (bad(lambda f: write_raster(f / "db.tif", np.zeros((4, 4), np.float32))), "no class raster"),
    "other bytes": (bad(lambda f: write_raster(f / "b.tif", np.full((4, 4), 77, np.uint8))), "value 77"),
    "the probability": (bad(probability), "holds probabilities"),
    "probability on another grid": (bad(other_grid), "not lie on the grid"),
    "missing probability": (bad(good, "--probability", "nowhere.tif"), "no file"),
    "unknown ending": (bad(good, "--output", "out.kml"), "no known ending"),
    "folder missing": (bad(good, "--output", "no/such/out.gpkg"), "does not exist"),
    "unwritable": (bad(good, "--output", "/proc/out.gpkg"), "/proc"),
    "negative area": (bad(good, "--minimum-area", "-1"), "--minimum-area"),
    "area that is no number": (bad(good, "--minimum-area", "nan"), "--minimum-area"),
    "no such class": (bad(good, "--classes", "1,9"), "class 9"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_message_and_leaves_nothing(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (make, options), expected = BAD[case]
    arguments = list(options)
    output = arguments.pop(1) if "--output" in arguments else "out.gpkg"
    arguments = [option for option in arguments if option != "--output"]
    raster = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert main(["vectorise", raster, str(tmp_path / output), *arguments]) == 2
    said = capsys.readouterr().err
    assert said.count("tidemark: ") == 1
    assert expected in said
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # the test's own writing
def test_without_georeference_there_are_no_hectares_and_so_no_polygons(tmp_path: Path) -> None:
    raster = write_run(tmp_path, water("##", "##"), where=Place(None, rasterio.Affine.identity()))
    with pytest.raises(InputError, match="no georeference"):
        vectorise(VectoriseJob(raster, str(tmp_path / "o.gpkg")))


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
from tidemark.engine.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".shp"])
def test_a_write_that_the_system_refuses_is_said_in_words_and_left_clean(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("resource")
    classes = np.zeros((200, 200), np.uint8)
    classes[::4, ::4] = 1
    raster = write_run(tmp_path, classes)
    (tmp_path / "out").mkdir()
    command = [sys.executable, "-c", LIMITED, "vectorise", raster, str(tmp_path / "out" / f"o{ending}"), "--minimum-area", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "out").iterdir()) == []
