"""The baselines find known thresholds, say what they did, and do not make water out of dry land."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import median_filter

from tidemark.engine.contract.errors import InputError
from tidemark.engine.methods.thresholds import BelowThresholds, Threshold, fit, kittler_threshold, otsu_threshold
from tidemark.engine.simulation.scene import SceneSpec, rows


def mixture(*classes: tuple[float, float, int]) -> np.ndarray:
    rng = np.random.default_rng(1)
    return np.concatenate([rng.normal(mean, deviation, count) for mean, deviation, count in classes]).astype(np.float32)


def windows(image: np.ndarray, side: int = 256) -> list[np.ndarray]:
    _, height, width = image.shape
    return [image[:, top : top + side, left : left + side] for top in range(0, height, side) for left in range(0, width, side)]


def iou(predicted: np.ndarray, truth: np.ndarray) -> float:
    return float(((predicted > 0.5) & (truth == 1)).sum() / ((predicted > 0.5) | (truth == 1)).sum())


@pytest.fixture(scope="module")
def flood() -> tuple[np.ndarray, np.ndarray]:
    return rows(SceneSpec(768, 512, 12, flood=0.9), 0, 512)


@pytest.fixture(scope="module")
def dry() -> np.ndarray:
    return rows(SceneSpec(768, 512, 12, water=False), 0, 512)[0]


def test_otsu_finds_the_middle_of_two_equal_classes() -> None:
    assert otsu_threshold(mixture((-25, 1, 20_000), (-15, 1, 20_000))) == pytest.approx(-20, abs=0.3)


def test_otsu_is_the_between_class_maximum() -> None:
    values = mixture((-24, 1.5, 8000), (-16, 2.5, 20_000))
    threshold = otsu_threshold(values)

    def score(t: float) -> float:
        dark = values < t
        return float(dark.mean() * (1 - dark.mean()) * (values[dark].mean() - values[~dark].mean()) ** 2)

    candidates = np.linspace(-26, -12, 200)
    assert score(threshold) >= max(score(t) for t in candidates) * 0.999


def test_kittler_finds_the_crossing_of_two_normal_distributions() -> None:
    # P1 N(-25, 1) = P2 N(-16, 2.5) at -21.5 dB for shares of 0.2 and 0.8.
    x = np.linspace(-25, -16, 9001)
    narrow = 0.2 * np.exp(-((x + 25) ** 2) / 2)
    wide = 0.8 / 2.5 * np.exp(-((x + 16) ** 2) / (2 * 2.5**2))
    crossing = x[np.argmin(np.abs(narrow - wide))]
    assert kittler_threshold(mixture((-25, 1, 20_000), (-16, 2.5, 80_000))) == pytest.approx(crossing, abs=0.5)


def test_kittler_stands_a_small_class_better_than_otsu() -> None:
    values = mixture((-26, 1, 2000), (-16, 2, 98_000))
    assert abs(kittler_threshold(values) + 22.5) < abs(otsu_threshold(values) + 22.5)


@pytest.mark.parametrize("function", [otsu_threshold, kittler_threshold])
@pytest.mark.parametrize("values", [np.array([]), np.full(100, -17.0), np.full(50, np.nan)])
def test_a_threshold_needs_values_that_differ(function: object, values: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"threshold|classes"):
        function(values)  # type: ignore[operator]


@pytest.mark.parametrize("method", ["fixed", "otsu", "kittler"])
def test_a_flood_is_mapped(method: str, flood: tuple[np.ndarray, np.ndarray]) -> None:
    image, truth = flood
    baseline, notices = fit(method, windows(image))
    assert notices == ()
    assert iou(baseline.predict(image), truth) > 0.75


@pytest.mark.parametrize("method", ["fixed", "otsu", "kittler"])
def test_windows_that_were_not_observed_in_part_change_little(method: str, flood: tuple[np.ndarray, np.ndarray]) -> None:
    image, truth = flood
    holed = image.copy()
    holed[:, :, :100] = np.nan
    holed[:, 200:240, 300:340] = np.nan
    baseline, _ = fit(method, [*windows(holed), np.full((2, 64, 64), np.nan, np.float32)])
    assert iou(baseline.predict(image), truth) > 0.75


def test_pixels_without_any_power_do_not_draw_a_threshold_down(flood: tuple[np.ndarray, np.ndarray]) -> None:
    image = flood[0].copy()
    image[:, :60, :60] = -60
    with_gap, without = (fit("otsu", windows(scene))[0].thresholds[0].value_db for scene in (image, flood[0]))
    assert with_gap == pytest.approx(without, abs=0.5)


@pytest.mark.parametrize("method", ["otsu", "kittler"])
def test_gaps_closer_than_the_median_is_wide_leave_a_threshold(method: str, flood: tuple[np.ndarray, np.ndarray]) -> None:
    image, truth = flood
    holed = image.copy()
    holed[:, ::3, ::3] = np.nan
    baseline, notices = fit(method, windows(holed))
    assert notices == ()
    assert iou(baseline.predict(image), truth) > 0.75


@pytest.mark.parametrize("method", ["otsu", "kittler"])
def test_dry_land_gives_a_notice_and_no_flood(method: str, dry: np.ndarray) -> None:
    baseline, notices = fit(method, windows(dry))
    assert len(notices) == 1
    assert baseline.predict(dry).mean() < 0.01


@pytest.mark.parametrize("method", ["otsu", "kittler"])
def test_a_scene_that_is_all_water_is_still_water(method: str) -> None:
    rng = np.random.default_rng(2)
    image = np.stack([rng.normal(-21, 1.8, (256, 256)), rng.normal(-27, 1.8, (256, 256))]).astype(np.float32)
    baseline, notices = fit(method, [image])
    assert notices
    assert baseline.predict(image).mean() > 0.99


@pytest.mark.parametrize("bands", [("VV",), ("VH",), ("HH",), ("HV",)])
@pytest.mark.parametrize("method", ["fixed", "otsu", "kittler"])
def test_one_band_is_enough(method: str, bands: tuple[str], flood: tuple[np.ndarray, np.ndarray]) -> None:
    image, truth = flood
    one = image[[0 if bands[0] in ("VV", "HH") else 1]]
    baseline, _ = fit(method, windows(one), bands)
    assert bands[0] in baseline.describe()
    assert iou(baseline.predict(one), truth) > 0.6


def test_bands_are_found_by_name_in_any_order(flood: tuple[np.ndarray, np.ndarray]) -> None:
    image, _ = flood
    for method in ("fixed", "otsu", "kittler"):
        forward, _ = fit(method, windows(image), ("VV", "VH"))
        backward, _ = fit(method, windows(image[::-1]), ("VH", "VV"))
        np.testing.assert_array_equal(forward.predict(image), backward.predict(image[::-1]))


def test_the_fixed_method_says_its_thresholds() -> None:
    baseline, _ = fit("fixed", [])
    assert "VV < -15.5" in baseline.describe()
    assert "VH < -23" in baseline.describe()
    assert baseline.halo == 2


def test_a_threshold_is_applied_to_the_median() -> None:
    rng = np.random.default_rng(3)
    image = rng.normal(-20, 3, (2, 60, 70)).astype(np.float32)
    baseline = BelowThresholds("fixed", ("VV", "VH"), (Threshold(1, -20.0),))
    predicted = baseline.predict(image)
    assert predicted.dtype == np.float32
    np.testing.assert_array_equal(predicted, median_filter(image[1], size=5, mode="nearest") < -20.0)


@pytest.mark.parametrize(
    ("method", "sample", "bands"),
    [
        ("otsu", [], ("VV", "VH")),
        ("kittler", [np.full((2, 64, 64), np.nan, np.float32)], ("VV", "VH")),
        ("fixed", [], ("red", "green")),
    ],
)
def test_what_cannot_be_fitted_is_refused_with_advice(method: str, sample: list[np.ndarray], bands: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        fit(method, sample, bands)
    assert caught.value.do


def test_bands_that_no_threshold_is_known_for_can_be_named() -> None:
    with pytest.raises(InputError) as caught:
        fit("fixed", [], ("red", "green"))
    assert "with --bands, e.g. VV=1,VH=2" in caught.value.do


def test_a_method_that_is_none_of_the_tasks_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="guess"):
        fit("guess", [], ("VV", "VH"))
