from __future__ import annotations

import numpy as np
import pytest

from helpers.scenes import lake
from tidemark.engine.contract.errors import InputError
from tidemark.engine.raster.arrays import FloatArray
from tidemark.engine.raster.radiometry import Scale, ScaleOpen, decide_scale, scale_from_metadata, to_db


def in_scale(db: FloatArray, scale: str) -> FloatArray:
    if scale == "power":
        return (10 ** (db / 10)).astype(np.float32)
    if scale == "amplitude":
        return (10 ** (db / 20)).astype(np.float32)
    return (db * {"db": 1, "db100": 100, "db10": 10}[scale]).astype(np.float32)


@pytest.mark.parametrize("scale", ["db", "power", "amplitude", "db100", "db10"])
def test_every_scale_comes_back_as_the_same_decibels(scale: str) -> None:
    db, _ = lake(64, 64)
    np.testing.assert_allclose(to_db(in_scale(db, scale), scale), db, atol=2e-3)


def test_zero_power_is_very_dark_water_and_never_infinite() -> None:
    assert to_db(np.array([0, -1e-4], np.float32), "power") == pytest.approx(-60)


@pytest.mark.parametrize("scale", ["power", "amplitude"])
def test_a_fill_so_small_that_no_processor_leaves_it_is_not_observed_and_what_the_removal_of_noise_leaves_is(scale: str) -> None:
    db = to_db(in_scale(np.array([-300, -130, -75, -20]), scale), scale)
    assert np.isnan(db).tolist() == [True, True, False, False]
    assert db[2:] == pytest.approx([-60, -20], abs=0.01)


def test_minus_ninety_decibels_and_less_stand_for_nodata() -> None:
    assert np.isnan(to_db(np.array([-99.99, -120], np.float32), "db")).all()


@pytest.mark.parametrize("scale", ["db", "power", "db100", "db10"])
def test_speckled_radar_tells_its_scale_by_its_values(scale: str) -> None:
    db, _ = lake(200, 200, looks=4.4)
    dtype = "int16" if scale.startswith("db1") else "float32"
    assert decide_scale("auto", "", dtype, [in_scale(db, scale)], ("VV", "VH")) == Scale(scale, "statistics")


def test_amplitude_is_known_where_power_would_be_too_bright_to_be_true() -> None:
    db, _ = lake(200, 200, looks=4.4)
    assert decide_scale("auto", "", "float32", [in_scale(db, "amplitude")], ("VV", "VH")) == Scale("amplitude", "statistics")


def test_filtered_dark_values_stay_open_between_power_and_amplitude_and_the_error_names_the_option() -> None:
    db, _ = lake(200, 200, looks=50)
    answer = decide_scale("auto", "", "float32", [in_scale(db - np.array([6, 8], np.float32)[:, None, None], "amplitude")], ("VV", "VH"))
    assert isinstance(answer, ScaleOpen)
    assert answer.candidates == ("power", "amplitude")
    assert "--scale" in str(answer.error("image.tif"))


@pytest.mark.parametrize(
    ("offset", "stored", "said"), [(0, "power", "power"), (-10, "amplitude", "amplitude"), (-24, "db", "db"), (2, "db100", "db100")]
)
def test_what_the_user_says_is_believed(offset: float, stored: str, said: str) -> None:
    db, _ = lake(64, 64)
    values = in_scale(db + np.float32(offset), stored)
    assert decide_scale(said, "power", "float32", [values], ("VV", "VH")) == Scale(said, "given")


@pytest.mark.parametrize(
    ("stored", "said", "words"),
    [
        ("db", "amplitude", "not possible"),
        ("db", "power", "not possible"),
        ("db", "db100", "-0.1 dB"),
        ("db", "db10", "-1.0 dB"),
        ("db100", "db", "not possible"),
        ("power", "db", "hardly any is negative"),
        ("power", "db100", "hardly any is negative"),
    ],
)
def test_what_no_radar_measures_is_not_believed_and_the_error_says_what_it_could_be(stored: str, said: str, words: str) -> None:
    db, _ = lake(200, 200, looks=4.4)
    answer = decide_scale(said, "", "float32", [in_scale(db, stored)], ("VV", "VH"))
    assert isinstance(answer, ScaleOpen)
    assert words in str(answer.error("image.tif"))
    assert f"The values of image.tif could be: {stored}." in str(answer.error("image.tif"))


def test_a_sea_scene_in_decibels_is_known_although_it_is_darker_than_any_land() -> None:
    db, _ = lake(64, 64)
    assert decide_scale("auto", "", "float32", [db - 25], ("VV", "VH")) == Scale("db", "statistics")


def test_metadata_that_contradicts_the_values_is_not_believed_silently() -> None:
    db, _ = lake(64, 64)
    assert isinstance(decide_scale("auto", "amplitude", "float32", [db + np.float32(10)], ("VV", "VH")), ScaleOpen)
    assert isinstance(decide_scale("auto", "db", "float32", [in_scale(db, "power")], ("VV", "VH")), ScaleOpen)


@pytest.mark.parametrize("stated", ["", "amplitude", "power"])
@pytest.mark.parametrize("dtype", ["uint16", "int16", "float32"])
def test_raw_digital_numbers_are_refused_with_the_missing_step_whatever_is_said(dtype: str, stated: str) -> None:
    db, _ = lake(64, 64)
    with pytest.raises(InputError, match="Calibrate"):
        decide_scale("auto", stated, dtype, [in_scale(db, "amplitude") * 700], ("VV", "VH"))


def test_a_16_bit_picture_of_decibels_is_refused() -> None:
    db, _ = lake(64, 64)
    with pytest.raises(InputError, match="stretched for display"):
        decide_scale("auto", "db", "uint16", [(db + 40) * 1000], ("VV", "VH"))


def test_decibels_under_a_name_that_says_power_are_decibels() -> None:
    db, _ = lake(64, 64)
    assert decide_scale("auto", "power", "float32", [db], ("VV", "VH")) == Scale("db", "statistics")


@pytest.mark.parametrize(("looks", "scale", "expected"), [(1, "amplitude", "open"), (1, "power", "power"), (4.4, "power", "power")])
def test_one_look_in_amplitude_is_not_taken_for_power(looks: float, scale: str, expected: str) -> None:
    db, _ = lake(256, 256, looks=looks)
    darker = db - np.array([6, 8], np.float32)[:, None, None]  # so that both scales are as bright as ground may be
    answer = decide_scale("auto", "", "float32", [in_scale(darker if scale == "amplitude" else db, scale)], ("VV", "VH"))
    assert ("open" if isinstance(answer, ScaleOpen) else answer.name) == expected


def test_speckle_tells_power_between_single_pixels_that_are_missing() -> None:
    values = in_scale(lake(256, 256, looks=4.4)[0] + 3, "power")  # as amplitude, ground may be as bright
    values[:, ::15, ::15] = np.nan
    assert decide_scale("auto", "", "float32", [values], ("VV", "VH")) == Scale("power", "statistics")


def test_power_that_would_be_brighter_than_any_place_is_asked_about() -> None:
    db, _ = lake(64, 64)
    assert isinstance(decide_scale("auto", "power", "float32", [in_scale(db + np.float32(20), "power")], ("VV", "VH")), ScaleOpen)


@pytest.mark.parametrize("value", [-99, -1, 1001, 1e10])
def test_power_that_no_radar_measures_is_nothing(value: float) -> None:
    assert np.isnan(to_db(np.array([value], np.float32), "power")).all()


@pytest.mark.parametrize("value", [-61, 61, -99, 999])
def test_decibels_that_no_radar_measures_are_nothing(value: float) -> None:
    assert np.isnan(to_db(np.array([value], np.float32), "db")).all()


def test_eight_bit_images_are_display_values() -> None:
    assert decide_scale("auto", "", "uint8", [], ("VV", "VH")) == Scale("display", "metadata")


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("S1A_IW_20240506T092023_DVP_RTC10_G_gpuned_1234_VV.tif", "power"),
        ("S1A_IW_20240506T092023_DVP_RTC30_G_gdufem_1234_VH.tif", "db"),
        ("S1A_IW_20240506T092023_DVP_RTC30_G_sauned_1234_VH.tif", "amplitude"),
        ("Sigma0_VV_db", "db"),
        ("Gamma0_VH", "power"),
        ("Amplitude_VV", "amplitude"),
        ("scene", ""),
        ("Goldberg_VV", ""),
        ("hydro_power_plant_VV.tif", ""),
        ("S1_Decibel_gamma0_VV.tiff", "db"),
    ],
)
def test_names_tell_the_scale(name: str, scale: str) -> None:
    assert scale_from_metadata([name], [], {}) == scale


def test_opera_states_its_scale_in_a_tag() -> None:
    key = "PROCESSING_INFORMATION_OUTPUT_BACKSCATTER_EXPRESSION_CONVENTION"
    assert scale_from_metadata(["OPERA_VV.tif"], [], {key: "linear backscatter intensity"}) == "power"
    assert scale_from_metadata(["OPERA_VV.tif"], [], {key: "decibel"}) == "db"


def test_the_units_tag_tells_the_scale() -> None:
    assert scale_from_metadata(["a.tif"], [], {"UNITS": "dB"}) == "db"
