"""Which scenes a batch maps, and what their results are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidemark.engine.batch.scene_list import find_scenes
from tidemark.engine.contract.errors import InputError


def touch(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def found(place: Path) -> dict[str, list[str]]:
    return {scene.name: [Path(path).name for path in scene.paths] for scene in find_scenes(str(place))}


def test_files_that_differ_in_the_polarisation_only_are_one_scene(tmp_path: Path) -> None:
    touch(tmp_path, "a_VV.tif", "a_VH.tif", "b_VV_VH.tif", "c.TIF", "Sigma0_vv_db.img", "Sigma0_vh_db.img", "HV.tif", "d-HH.tif")
    assert found(tmp_path) == {
        "HV": ["HV.tif"],
        "Sigma0_db": ["Sigma0_vh_db.img", "Sigma0_vv_db.img"],
        "a": ["a_VH.tif", "a_VV.tif"],
        "b_VV_VH": ["b_VV_VH.tif"],
        "c": ["c.TIF"],
        "d-HH": ["d-HH.tif"],
    }


def test_what_is_no_image_of_backscatter_is_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "s_VV.tif", "s_VH.tif", "s_ls_map.tif", "s_inc_map.tif", "s_dem.tif", "notes.txt", ".s_VV.tif", "s_2.tif")
    touch(tmp_path, "map_class.tif", "map_probability.tif", "map_possible.tif", "map_change_db.tif", "map_run.json", "sub/t.tif")
    assert found(tmp_path) == {"s": ["s_VH.tif", "s_VV.tif"], "s_2": ["s_2.tif"]}


def test_layers_that_snap_lays_beside_the_backscatter_are_no_scenes(tmp_path: Path) -> None:
    layers = ("elevation.img", "projectedLocalIncidenceAngle.img", "simulatedLayoverShadowMask.img", "layover_shadow_mask.img")
    touch(tmp_path, "Sigma0_VV.img", "Sigma0_VH.img", *layers)
    assert list(found(tmp_path).values()) == [["Sigma0_VH.img", "Sigma0_VV.img"]]


def test_a_long_name_leaves_room_for_the_endings_of_a_map(tmp_path: Path) -> None:
    touch(tmp_path, "y" * 240 + ".tif", "é" * 120 + "1.tif", "é" * 120 + "2.tif")
    names = [scene.name for scene in find_scenes(str(tmp_path))]
    assert len(set(names)) == 3
    assert all(len(f"{name}_probability.tif.part".encode()) < 255 for name in names)


def test_a_list_names_scenes_line_by_line_relative_to_itself(tmp_path: Path) -> None:
    touch(tmp_path, "in/x y.tif", "in/ö_VV.tif", "in/ö_VH.tif")
    listed = tmp_path / "list.txt"
    listed.write_text("\ufeff# today\n\nin/x y.tif\r\nin/ö_VV.tif\tin/ö_VH.tif\nin/x y.tif\n", encoding="utf-8")
    assert found(listed) == {"x y": ["x y.tif"], "ö": ["ö_VV.tif", "ö_VH.tif"]}
    assert find_scenes(str(listed))[0].paths == (str(tmp_path / "in" / "x y.tif"),)


def test_scenes_of_one_name_get_marks_that_do_not_depend_on_their_order(tmp_path: Path) -> None:
    touch(tmp_path, "one/s.tif", "two/S.tif", "two/t.tif")
    listed = tmp_path / "list.txt"
    names = []
    for lines in (("one/s.tif", "two/S.tif", "two/t.tif"), ("two/t.tif", "two/S.tif", "one/s.tif")):
        listed.write_text("\n".join(lines))
        names.append({scene.paths[0]: scene.name for scene in find_scenes(str(listed))})
    assert names[0] == names[1]
    assert len({name.casefold() for name in names[0].values()}) == 3
    assert names[0][str(tmp_path / "two" / "t.tif")] == "t"


@pytest.mark.parametrize("name", ["missing", "empty", "image.tif", "blank.txt"])
def test_a_place_without_scenes_is_said_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "image.tif").write_bytes(b"II*\x00\xff\xfe")
    (tmp_path / "blank.txt").write_text("\n# nothing\n")
    with pytest.raises(InputError) as raised:
        find_scenes(str(tmp_path / name))
    assert raised.value.do


def test_quotes_around_the_paths_of_a_list_are_none_of_their_letters(tmp_path: Path) -> None:
    touch(tmp_path, "a b.tif", "'kept'.tif", "x_VV.tif", "x_VH.tif")
    lines = ('"a b.tif"', "'kept'.tif", "'x_VV.tif'\t\"x_VH.tif\"")
    (tmp_path / "list.txt").write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    assert found(tmp_path / "list.txt") == {"a b": ["a b.tif"], "'kept'": ["'kept'.tif"], "x": ["x_VV.tif", "x_VH.tif"]}
