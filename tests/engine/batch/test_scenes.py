"""Many scenes in one go: each with its own result, whatever happens to the others, and nothing done twice."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio.shutil

from helpers.batches import BatchFolder
from helpers.networks import write_card
from helpers.scenes import UTM, lake, write
from tidemark.engine.batch.scenes import map_scenes
from tidemark.engine.contract.errors import Cancelled, OutputError
from tidemark.engine.contract.job import Event, Job, Result, Source
from tidemark.engine.contract.requests import BatchJob
from tidemark.engine.pipeline.detect import detect


@pytest.fixture
def folder(tmp_path: Path) -> BatchFolder:
    return BatchFolder(tmp_path)


def test_every_scene_gets_its_own_result_and_a_line_in_the_summary(folder: BatchFolder) -> None:
    assert folder.run() == 0
    table = folder.table()
    assert tuple(table) == folder.names
    for name, row in table.items():
        run = json.loads((folder.output / name / f"{name}_run.json").read_text(encoding="utf-8"))
        assert row["status"] == "done"
        assert row["message"].startswith(run["summary"])
        assert float(row["hectares_detected"]) == run["hectares"]["detected"] > 10
        assert float(row["hectares_observed"]) == pytest.approx(120, rel=1e-3)
        assert float(row["hectares_not_observed"]) == 0
        assert float(row["seconds"]) >= 0
        files = [folder.output / path for path in row["files"].split("; ")]
        assert len(files) == 3
        assert all(path.is_file() for path in files)
    assert (folder.output / "Río 2" / "Río 2_class.qml").is_file()


def test_vv_and_vh_files_of_one_scene_are_mapped_together(folder: BatchFolder) -> None:
    folder.run()
    paths = json.loads((folder.output / "S1A_20240506" / "S1A_20240506_run.json").read_text())["input"]["paths"]
    assert sorted(Path(path).name for path in paths) == ["S1A_20240506_VH.tif", "S1A_20240506_VV.tif"]


def test_a_bad_scene_does_not_stop_the_others_and_is_named(folder: BatchFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.damage()
    assert folder.run() == 2
    assert folder.states() == {"Bad": "failed", **dict.fromkeys(folder.names, "done")}
    said = capsys.readouterr().err
    assert "Failed: Bad." in said
    assert "3 of 4 scenes, " in said
    assert "Traceback" not in said
    assert "cannot be read" in folder.table()["Bad"]["message"]
    assert not (folder.output / "Bad").exists()


def test_a_second_run_does_nothing(folder: BatchFolder) -> None:
    folder.run()
    results, table = folder.results(), folder.table()
    assert folder.run() == 0
    assert folder.results() == results
    assert folder.states() == dict.fromkeys(folder.names, "skipped")
    for name, row in folder.table().items():
        assert {**row, "status": "", "seconds": ""} == {**table[name], "status": "", "seconds": ""}


@pytest.mark.parametrize("changed", [{"threshold": 0.8}, {"scales": "0.5,1"}, {"flip": True}, {"zeros": "dark"}, {"method": "otsu"}])
def test_maps_of_other_options_are_replaced_only_where_that_is_asked_for(
    folder: BatchFolder, changed: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    folder.run()
    before = folder.results()
    assert folder.run(**changed) == 2
    assert folder.states() == dict.fromkeys(folder.names, "failed")
    assert folder.results() == before
    told = capsys.readouterr().err
    assert f"{folder.output / 'Río 2'} holds a map that was made with other options" in told
    assert "--overwrite" in told
    assert folder.run(**changed, overwrite=True) == 0
    assert folder.states() == dict.fromkeys(folder.names, "done")
    assert not set(before.items()) & set(folder.results().items())
    folder.run(**changed)
    assert folder.states() == dict.fromkeys(folder.names, "skipped")


def test_threads_and_the_default_said_aloud_change_nothing(folder: BatchFolder) -> None:
    folder.run()
    folder.run(threads=1, device="cpu", threshold=0.5)
    assert folder.states() == dict.fromkeys(folder.names, "skipped")


def test_scenes_of_an_earlier_batch_stay_in_the_summary(folder: BatchFolder) -> None:
    folder.run()
    earlier = folder.table()
    (folder.scenes / "Río 2.tif").rename(folder.scenes / "Tuesday.tif")
    (folder.scenes / "Fluß 1.tif").unlink()
    folder.run()
    later = folder.table()
    assert list(later) == ["Fluß 1", "Río 2", "S1A_20240506", "Tuesday"]
    assert {name: later[name] for name in ("Fluß 1", "Río 2")} == {name: earlier[name] for name in ("Fluß 1", "Río 2")}
    assert (later["S1A_20240506"]["status"], later["Tuesday"]["status"]) == ("skipped", "done")


def test_files_over_the_map_are_the_same_from_whichever_folder_the_command_is_given(
    folder: BatchFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "hand.tif", np.zeros((1, 120, 100), np.float32), ("",), **UTM)
    folder.run(hand=str(tmp_path / "hand.tif"))
    monkeypatch.chdir(tmp_path)
    folder.run(hand="hand.tif")
    assert folder.states() == dict.fromkeys(folder.names, "skipped")


def test_another_network_maps_all_again_where_that_is_asked_for(folder: BatchFolder) -> None:
    folder.run()
    network = folder.model.with_suffix(".onnx")
    network.write_bytes(network.read_bytes() + b"\x12\x00")  # its producer's name, empty: the same network in another file
    write_card(folder.model.parent, folder.model.stem)
    folder.run()
    assert folder.states() == dict.fromkeys(folder.names, "failed")
    folder.run(overwrite=True)
    assert folder.states() == dict.fromkeys(folder.names, "done")


def test_a_changed_image_is_told_and_mapped_again_alone_once_its_old_map_is_gone(folder: BatchFolder) -> None:
    folder.run()
    write(folder.scenes / "Río 2.tif", lake(120, 100, seed=5)[0], **UTM)
    folder.run()
    assert folder.states() == {"Fluß 1": "skipped", "Río 2": "failed", "S1A_20240506": "skipped"}
    assert "of files that have changed since" in folder.table()["Río 2"]["message"]
    shutil.rmtree(folder.output / "Río 2")
    folder.run()
    assert folder.states() == {"Fluß 1": "skipped", "Río 2": "done", "S1A_20240506": "skipped"}


@pytest.mark.parametrize("changed", ["occurrence.tif", "behind.tif"])
def test_a_result_of_a_file_that_has_changed_since_is_not_taken_for_done(folder: BatchFolder, tmp_path: Path, changed: str) -> None:
    profile = {**UTM, "dtype": "uint8"}
    wet = np.zeros((1, 120, 100), np.uint8)
    occurrence = write(tmp_path / "occurrence.tif", wet, ("occurrence",), **profile)
    write(tmp_path / "behind.tif", lake(120, 100)[0], **UTM)
    rasterio.shutil.copy(str(tmp_path / "behind.tif"), str(folder.scenes / "virtual.vrt"), driver="VRT")
    options = {"task": "flood", "reference-water": occurrence}
    folder.run(**options)
    folder.run(**options)
    assert set(folder.states().values()) == {"skipped"}
    os.utime(tmp_path / changed, (0, 0))
    folder.run(**options)
    states = folder.states()
    assert states.pop("virtual") == "failed"
    assert ("skipped" in states.values()) == (changed == "behind.tif")


def test_what_failed_is_tried_again(folder: BatchFolder) -> None:
    folder.damage()
    folder.run()
    shutil.copy(folder.scenes / "Fluß 1.tif", folder.scenes / "Bad.tif")
    assert folder.run() == 0
    assert folder.states() == {"Bad": "done", **dict.fromkeys(folder.names, "skipped")}


def test_overwrite_does_again_what_is_done(folder: BatchFolder) -> None:
    folder.run()
    assert folder.run(overwrite=True) == 0
    assert folder.states() == dict.fromkeys(folder.names, "done")


def test_an_incomplete_result_and_what_a_killed_run_left_are_put_right(folder: BatchFolder) -> None:
    folder.run()
    place = folder.output / "Fluß 1"
    (place / "Fluß 1_class.tif").unlink()
    for name in (".Fluß 1_class.tif.77-0a0b0c0d.part", ".Fluß 1_class.tif.77-0a0b0c0d.part.ovr"):
        (place / name).write_bytes(b"half")
    folder.run()
    assert folder.states()["Fluß 1"] == "done"
    assert (place / "Fluß 1_class.tif").is_file()
    assert not list(place.glob(".*"))


def test_json_tells_what_became_of_each_scene(folder: BatchFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.damage()
    folder.run(json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["done"], told["skipped"], told["failed"]) == (3, 0, 1)
    assert [scene["scene"] for scene in told["scenes"]] == ["Bad", *folder.names]
    assert Path(told["summary"]).is_file()


def test_a_signal_stops_the_batch_and_the_same_command_goes_on(folder: BatchFolder) -> None:
    write(folder.scenes / "zz large.tif", lake(3000, 3000)[0], **UTM)
    fixed = ["--task", "water", "--model", str(folder.model), "--scale", "db", "--output", str(folder.output)]
    command = [sys.executable, "-m", "tidemark.engine", "batch", str(folder.scenes), *fixed, "--threads", "1"]
    process = subprocess.Popen([*command, "--scales", "2"], stderr=subprocess.PIPE, text=True)
    while not (list(folder.output.glob("zz large/.*")) and len(folder.states()) == 3):
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "Cancelled; 3 of 4 scenes are done." in said
    assert not (folder.output / "zz large").exists()
    assert folder.states() == dict.fromkeys(folder.names, "done")


def test_progress_counts_scenes_and_cancel_leaves_finished_ones(folder: BatchFolder) -> None:
    events: list[Event] = []

    def enough() -> bool:
        return any(event.kind == "scene" for event in events)

    template = Job("water", (Source((), scale="db"),), "", model=str(folder.model))
    with pytest.raises(Cancelled):
        map_scenes(BatchJob(str(folder.scenes), template, str(folder.output)), "", events.append, enough)
    done = folder.states()
    assert done["Fluß 1"] == "done"
    assert set(done.values()) == {"done"}
    progress = [event.data for event in events if event.kind == "progress"]
    assert (progress[-1]["done"], progress[-1]["total"]) == (len(done), 3)
    assert progress[-1]["seconds_left"] > 0
    assert all(name in done or not (folder.output / name).exists() for name in folder.names)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"threshold": 2}, "The threshold is 2"),
        ({"threads": -1}, "The number of threads is -1"),
        ({"scales": "0.123"}, "The scale 0.123 cannot be used"),
        ({"scheduler": "127.0.0.1"}, "No Dask scheduler answers at 127.0.0.1."),
    ],
)
def test_what_no_scene_could_be_mapped_with_is_one_message(
    folder: BatchFolder, options: dict[str, object], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if "scheduler" in options:
        pytest.importorskip("distributed", reason="dask.distributed is not installed")
    assert folder.run(**options) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
    assert not folder.results()


def test_a_damaged_network_is_said_before_any_scene(folder: BatchFolder) -> None:
    network = folder.model.with_suffix(".onnx")
    network.write_bytes(network.read_bytes()[:-20])
    assert folder.run() == 2
    assert not folder.output.exists()


def test_an_output_that_cannot_be_made_is_said_in_words(folder: BatchFolder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    template = Job("water", (Source(()),), "", method="otsu")
    with pytest.raises(OutputError, match="cannot be made"):
        map_scenes(BatchJob(str(folder.scenes), template, str(tmp_path / "file" / "out")))


def test_an_error_that_nobody_foresaw_costs_one_scene(folder: BatchFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_once(job: Job, *others: Any) -> Result:
        if "Río" in job.output:
            raise MemoryError("no memory")
        return detect(job, *others)

    monkeypatch.setattr("tidemark.engine.batch.scene.detect", fails_once)
    assert folder.run() == 2
    assert folder.states() == {"Fluß 1": "done", "Río 2": "failed", "S1A_20240506": "done"}
    assert "MemoryError: no memory" in folder.table()["Río 2"]["message"]


def test_without_dask_the_batch_says_what_to_install(
    folder: BatchFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert folder.run(scheduler="tcp://127.0.0.1:1") == 2
    assert "pip install 'tidemark[cluster]'" in capsys.readouterr().err
