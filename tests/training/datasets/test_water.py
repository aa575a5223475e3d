from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import median_filter

from tidemark.engine.training.datasets.chips import Chip, read_flood_db
from tidemark.engine.training.datasets.water import simulated_land

CHIPS = Path(__file__).resolve().parents[4] / "shared" / "data" / "flood_db" / "dfc2024"
UNLIKE_THE_REST = ("0", "3", "5")
"""All water; labels that radar contradicts; steep mountains."""


def land_quantiles(chips: list[Chip]) -> np.ndarray:
    """Quantiles of dry land after a 5 x 5 median, mean of the chips: float64 (2, 7)."""
    found = []
    for chip in chips:
        smooth = median_filter(chip.image, (1, 5, 5))
        found.append(np.percentile(smooth[:, chip.label == 0], [1, 5, 25, 50, 75, 95, 99], axis=1).T)
    return np.mean(found, axis=0)


@pytest.mark.skipif(not CHIPS.is_dir(), reason="the labelled chips are not beside the checkout")
def test_simulated_land_is_as_bright_as_real_land_and_its_dark_fields_are_as_rare() -> None:
    real = land_quantiles([chip for chip in read_flood_db(CHIPS) if chip.name.split("/")[-1] not in UNLIKE_THE_REST])
    simulated = land_quantiles([simulated_land(seed) for seed in range(1001, 1031, 2)])
    np.testing.assert_allclose(simulated, real, atol=1.0)
