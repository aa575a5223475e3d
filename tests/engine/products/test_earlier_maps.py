"""A map that takes an earlier one's name leaves nothing of it that would contradict the new one, and nothing else is removed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from helpers.maps import write_raster
from helpers.networks import write_two_waters
from helpers.scenes import UTM, lake, write
from helpers.seas import sea
from tidemark.engine.contract.errors import Cancelled
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import RethresholdJob, VectoriseJob
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import rethreshold
from tidemark.engine.vector.vectorise import vectorise


@pytest.fixture
def scene(tmp_path: Path) -> str:
    return write(tmp_path / "s.tif", lake(96, 96)[0], tags={"UNITS": "dB"}, **UTM)


@pytest.fixture
def prefix(tmp_path: Path, scene: str) -> str:
    """A map with possible water."""
    model = str(write_two_waters(tmp_path / "models"))
    detect(Job("water", (Source((scene,)),), str(tmp_path / "map"), model=model))
    return str(tmp_path / "map")


def again(scene: str, prefix: str) -> Job:
    """Return the job of a map without possible water."""
    return Job("water", (Source((scene,)),), prefix, method="fixed", overwrite=True)


def beside(prefix: str) -> set[str]:
    """Return how the names of a map's files go on."""
    return {path.name.removeprefix("map") for path in Path(prefix).parent.glob("map*")}


ALWAYS = {f"_{kind}{ending}" for kind in ("class", "probability") for ending in (".tif", ".qml", ".sld")} | {"_run.json"}


def test_rasters_that_the_new_map_does_not_have_go_with_their_styles_and_sidecars(scene: str, prefix: str) -> None:
    Path(f"{prefix}_possible.tif.aux.xml").write_text("<PAMDataset/>")
    detect(again(scene, prefix))
    assert beside(prefix) == ALWAYS


def test_polygons_that_a_user_made_stay_whatever_they_are_called(scene: str, prefix: str) -> None:
    for name in ("polygons", "features"):
        vectorise(VectoriseJob(f"{prefix}_class.tif", f"{prefix}_{name}.gpkg", minimum_area=0))
    detect(again(scene, prefix))
    assert beside(prefix) == {*ALWAYS, "_polygons.gpkg", "_features.gpkg"}


def test_what_tidemark_did_not_write_stays(scene: str, prefix: str) -> None:
    write_raster(Path(f"{prefix}_change_db.tif"), np.ones((4, 4), np.uint8))
    Path(f"{prefix}_change_db.qml").write_text("mine")
    detect(again(scene, prefix))
    assert beside(prefix) == {*ALWAYS, "_change_db.tif", "_change_db.qml"}


def test_dark_features_go_where_the_new_map_is_none_of_the_sea(tmp_path: Path, scene: str) -> None:
    oil = write(tmp_path / "sea.tif", sea(), ("VV",), **UTM)
    detect(Job("oil", (Source((oil,), scale="db"),), str(tmp_path / "map"), method="dark-spot"))
    assert beside(str(tmp_path / "map")) == {*ALWAYS, "_features.gpkg"}
    detect(again(scene, str(tmp_path / "map")))
    assert beside(str(tmp_path / "map")) == ALWAYS


def test_a_run_that_is_cancelled_leaves_the_earlier_map_whole(scene: str, prefix: str) -> None:
    before = {path: path.read_bytes() for path in Path(prefix).parent.glob("map*")}
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    detect(again(scene, f"{prefix[:-3]}other"), cancelled=count)
    last, asked = asked, 0
    with pytest.raises(Cancelled):
        detect(again(scene, prefix), cancelled=lambda: count() or asked == last)
    assert {path: path.read_bytes() for path in Path(prefix).parent.glob("map*")} == before


def test_polygons_of_the_sea_go_only_once_the_map_of_another_threshold_is_there(tmp_path: Path) -> None:
    oil = write(tmp_path / "sea.tif", sea(), ("VV",), **UTM)
    for name in ("first", "map"):
        result = detect(Job("oil", (Source((oil,), scale="db"),), str(tmp_path / name), method="dark-spot"))
    features, earlier = Path(result.files["features"]), Path(result.files["run"]).read_bytes()

    def is_half_replaced() -> bool:
        return not features.exists() and Path(result.files["run"]).read_bytes() == earlier

    rethreshold(
        RethresholdJob(str(tmp_path / "first_probability.tif"), 0.4, str(tmp_path / "map"), overwrite=True), cancelled=is_half_replaced
    )
    assert not features.exists()
    assert Path(result.files["run"]).read_bytes() != earlier
