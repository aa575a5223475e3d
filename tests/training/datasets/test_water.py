from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import median_filter

from helpers.chips import lake_chip, write_hundredths, write_label
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.chips import UNKNOWN, Chip, read_flood_db, read_ground, read_labelled
from tidemark.engine.training.datasets.water import (
    DRY,
    HIDDEN,
    OPEN,
    finer,
    measured,
    place_of,
    read_water_data,
    simulated_land,
    simulated_sea,
    taught,
)

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


def flat(vv: float, vh: float, label: int, name: str = "hand/flat") -> Chip:
    """Return a chip of one level of backscatter and one label."""
    image = np.broadcast_to(np.array([vv, vh], np.float32)[:, None, None], (2, 12, 12)).copy()
    return Chip(name, image, np.full((12, 12), label, np.uint8))


@pytest.mark.parametrize(
    ("vv", "vh", "kind"),
    [
        (-20.0, -27.0, OPEN),  # calm
        (-13.0, -27.0, OPEN),  # roughened by wind
        (-9.5, -22.0, HIDDEN),  # among plants
        (-7.0, -14.0, HIDDEN),  # among houses
        (-14.0, -18.0, OPEN),
    ],
)
def test_water_as_bright_as_land_is_hidden_and_rough_water_is_open(vv: float, vh: float, kind: int) -> None:
    assert (taught(flat(vv, vh, 1)) == kind).all()
    assert (measured(flat(vv, vh, 1)) == kind).all()


def test_the_sea_is_open_water_whatever_its_backscatter() -> None:
    assert (taught(flat(-7.0, -14.0, 1, "opera_sea/A@1")) == OPEN).all()


def test_dark_ground_that_is_labelled_dry_is_believed_of_ground_alone() -> None:
    dark = (-20.0, -26.0, 0)
    assert (taught(flat(*dark, "ground/ben_1")) == DRY).all()
    assert (taught(flat(*dark, "dfc2024/1")) == UNKNOWN).all()
    assert (measured(flat(*dark, "dfc2024/1")) == DRY).all()


def test_dates_of_a_place_are_one_place() -> None:
    assert place_of(flat(-9, -15, 0, "opera_land/A@3")) == "opera_land/A"
    assert place_of(flat(-9, -15, 0, "porto_alegre/after")) == "porto_alegre"


def test_a_finer_chip_shows_the_same_ground() -> None:
    image, label = lake_chip(30)
    wide = finer(Chip("opera_land/A@1", image, label))
    assert wide.image.shape == (2, 90, 90)
    assert (wide.label[1::3, 1::3] == label).all()
    np.testing.assert_allclose(wide.image[:, 1::3, 1::3], image, atol=1e-4)


def test_a_simulated_sea_is_all_water() -> None:
    sea = simulated_sea(500, side=64)
    assert set(np.unique(sea.label)) <= {1, UNKNOWN}
    assert np.isfinite(sea.image).all()


def test_chips_of_ground_are_read_by_name(tmp_path: Path) -> None:
    image, label = lake_chip(32)
    write_hundredths(tmp_path / "field.tif", image)
    write_label(tmp_path / "field_label.tif", label)
    write_hundredths(tmp_path / "unlabelled.tif", image)
    (chip,) = read_ground(tmp_path)
    assert chip.name == f"{tmp_path.name}/field"
    assert read_labelled(tmp_path)[0] == tmp_path.name
    with pytest.raises(InputError, match="no labelled chips"):
        read_ground(tmp_path / "none")


def test_a_set_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no date series"):
        read_water_data(tmp_path)
