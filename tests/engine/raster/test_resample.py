from __future__ import annotations

import numpy as np
import pytest

from tidemark.engine.raster.resample import apply_taps, area_taps, fitting_taps, linear_taps


def test_halving_takes_the_mean_of_two() -> None:
    taps = linear_taps(4, 2)
    np.testing.assert_allclose(apply_taps(np.array([[0, 2, 4, 8]], np.float32), linear_taps(1, 1), taps), [[1, 6]])


@pytest.mark.parametrize(("n_in", "n_out"), [(10, 4), (10, 3), (7, 7), (100, 33), (5, 1)])
def test_the_mean_of_an_image_survives_shrinking(n_in: int, n_out: int) -> None:
    image = np.random.default_rng(0).random((1, n_in), np.float32)
    small = apply_taps(image, linear_taps(1, 1), area_taps(n_in, n_out))
    assert small.mean() == pytest.approx(image.mean(), abs=1e-6)


@pytest.mark.parametrize(("n_in", "n_out"), [(8, 12), (8, 6), (9, 20), (16, 16)])
def test_a_constant_stays_constant(n_in: int, n_out: int) -> None:
    image = np.full((n_in, n_in), 3, np.float32)
    np.testing.assert_allclose(apply_taps(image, fitting_taps(n_in, n_out), fitting_taps(n_in, n_out)), 3, rtol=1e-6)


def test_a_ramp_stays_in_place_when_enlarged() -> None:
    ramp = np.arange(8, dtype=np.float32)[None]
    large = apply_taps(ramp, linear_taps(1, 1), linear_taps(8, 16))
    np.testing.assert_allclose(large[0, 2:14], (np.arange(2, 14) + 0.5) / 2 - 0.5, atol=1e-6)


def test_a_part_of_the_taps_gives_a_part_of_the_image() -> None:
    image = np.random.default_rng(1).random((50, 3), np.float32)
    taps, across = area_taps(50, 21), linear_taps(3, 3)
    whole = apply_taps(image, taps, across)
    low, high = taps.span(7, 15)
    np.testing.assert_allclose(apply_taps(image[low:high], taps.part(7, 15, low), across), whole[7:15], rtol=1e-6)
