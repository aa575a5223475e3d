"""Copies of a map's files: all of them or none, and never in the place of somebody's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.plugin.full_disk import files_end_after
from tidemark.engine.contract.errors import InputError, OutputError
from tidemark.plugin.layers.outputs import keep_files
from tidemark.plugin.layers.page_items import class_layer


def test_of_a_map_that_finds_no_room_no_copy_stays_behind(flood: Path, tmp_path: Path) -> None:
    with files_end_after(500), pytest.raises(OutputError, match="make room there"):
        keep_files(str(flood), str(tmp_path / "kept"))
    assert list((tmp_path / "kept").iterdir()) == []
    kept = keep_files(str(flood), str(tmp_path / "kept"))
    assert kept[str(flood)] == str(tmp_path / "kept" / "flood_class.tif")


def test_a_file_that_bears_the_name_of_a_copy_stays_as_it_is(flood: Path, tmp_path: Path) -> None:
    (tmp_path / "flood_run.json").write_text("of somebody", encoding="utf-8")
    with pytest.raises(OutputError, match="exists"):
        keep_files(str(flood), str(tmp_path))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["flood_run.json"]
    assert (tmp_path / "flood_run.json").read_text(encoding="utf-8") == "of somebody"


def test_a_map_whose_files_are_gone_is_told_as_that(qgis_app: object, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone" / "lake_class.tif")
    with pytest.raises(InputError, match="not there any more"):
        keep_files(gone, str(tmp_path))
    with pytest.raises(InputError, match="not there any more"):
        class_layer(gone)
