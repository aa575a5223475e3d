from __future__ import annotations

import pytest

from tidemark.engine.contract.errors import InputError
from tidemark.engine.raster.bands import FileBands, find_bands


def found(*files: tuple[str, tuple[str, ...]], **given: int) -> dict[str, int] | None:
    answer = find_bands([FileBands(path, names) for path, names in files], given)
    return None if answer is None else dict(answer.numbers)


def test_descriptions_name_the_bands_in_any_order() -> None:
    assert found(("a.tif", ("Sigma0_VH_db", "Sigma0_VV_db", "angle"))) == {"VH": 1, "VV": 2}


def test_two_single_band_files_are_named_by_their_file_names() -> None:
    assert found(("/d/s1a-iw-grd-vh-2024.tif", ("",)), ("/d/s1a-iw-grd-vv-2024.tif", ("",))) == {"VH": 1, "VV": 2}


def test_a_file_name_that_lists_its_bands_names_them() -> None:
    assert found(("scene_VH_VV.tif", ("", ""))) == {"VH": 1, "VV": 2}


def test_two_bands_without_any_name_are_left_to_their_statistics() -> None:
    assert found(("scene.tif", ("", ""))) is None


def test_what_is_given_wins() -> None:
    assert found(("a.tif", ("VV", "VH")), VV=2, VH=1) == {"VV": 2, "VH": 1}


@pytest.mark.parametrize("given", [{"VV": 3}, {"VV": 0}, {"XX": 1}, {"VV": 1, "VH": 1}])
def test_bands_that_do_not_exist_are_refused(given: dict[str, int]) -> None:
    with pytest.raises(InputError, match="bands"):
        found(("a.tif", ("VV", "VH")), **given)


def test_an_optical_image_is_not_taken_for_radar() -> None:
    with pytest.raises(InputError, match="optical"):
        found(("s2.tif", ("red", "green", "blue")))


def test_the_same_polarisation_twice_is_refused() -> None:
    with pytest.raises(InputError, match="both named VV"):
        found(("a_VV.tif", ("",)), ("b_VV.tif", ("",)))


@pytest.mark.parametrize(
    "names",
    [
        ("RH", "RV"),
        ("RL", "RR"),
        ("HHHH", "HVHV"),
        ("red", "nir"),
        ("B4", "B8"),
        ("coherence", "intensity"),
        ("mean", "stdDev"),
        ("VV_var", "VH_var"),
        ("vv_mask", "vh_mask"),
        ("VV_diff", "VH_diff"),
        ("VV_probability", "VH_probability"),
    ],
)
def test_names_that_are_there_are_believed_and_nothing_is_guessed(names: tuple[str, str]) -> None:
    with pytest.raises(InputError, match=f"{names[0]}"):
        found(("scene.tif", names))
    with pytest.raises(InputError, match="none of them named VV"):
        found(("scene_VV_VH.tif", names))


@pytest.mark.parametrize("names", [("b1", "b2"), ("Band 1", "Band 2"), ("layer_1", "layer_2"), ("Gray", ""), ("sigma0", "sigma0")])
def test_names_that_say_nothing_are_as_none(names: tuple[str, str]) -> None:
    assert found(("scene.tif", names)) is None
    assert found(("scene_VV_VH.tif", names)) == {"VV": 1, "VH": 2}


@pytest.mark.parametrize("mask", ["dataMask", "alpha"])
def test_a_mask_is_no_image(mask: str) -> None:
    assert found(("scene.tif", ("", "", mask))) is None
    assert found(("scene_VV_VH.tif", ("", "", mask))) == {"VV": 1, "VH": 2}


def test_what_is_made_from_a_polarisation_is_no_backscatter() -> None:
    assert found(("a.tif", ("VV", "VV_stdDev", "VH", "VH_coherence"))) == {"VV": 1, "VH": 3}
    with pytest.raises(InputError, match="named coherence"):
        found(("S1_VV.tif", ("coherence",)))
    with pytest.raises(InputError, match="without a name"):
        found(("S1_coherence_VV.tif", ("",)))
