"""The cloud rule: bright and hardly saturated over a patch."""

from __future__ import annotations

import numpy as np

from tidemark.engine.raster.optical import CLOUD_RIM, CLOUD_WIDTH, find_clouds


def picture(colour: tuple[float, float, float], size: int = 30) -> np.ndarray:
    image = np.full((3, 96, 96), 0.2, np.float32)
    image[:, 30 : 30 + size, 30 : 30 + size] = np.array(colour, np.float32)[:, None, None]
    return image


def test_a_white_patch_is_a_cloud_with_its_rim() -> None:
    found = find_clouds(picture((0.9, 0.88, 0.92)))
    assert found[30:60, 30:60].all()
    assert found[30 - CLOUD_RIM, 45]
    assert not found[30 - CLOUD_RIM - 1, 45]


def test_muddy_water_is_bright_but_no_cloud() -> None:
    assert not find_clouds(picture((0.85, 0.55, 0.3))).any()


def test_grey_roads_and_city_are_no_cloud() -> None:
    assert not find_clouds(picture((0.42, 0.4, 0.38))).any()


def test_a_white_roof_is_too_narrow_for_a_cloud() -> None:
    assert not find_clouds(picture((0.95, 0.95, 0.95), CLOUD_WIDTH - 1)).any()
    assert find_clouds(picture((0.95, 0.95, 0.95), CLOUD_WIDTH)).any()


def test_a_cloud_that_runs_off_the_image_is_found() -> None:
    image = np.full((3, 64, 64), 0.2, np.float32)
    image[:, :, :4] = 0.9
    assert find_clouds(image)[:, :4].all()


def test_a_darker_set_can_lower_the_bar() -> None:
    assert not find_clouds(picture((0.4, 0.45, 0.5))).any()
    assert find_clouds(picture((0.4, 0.45, 0.5)), bright=0.35, saturated=0.5)[40, 40]
