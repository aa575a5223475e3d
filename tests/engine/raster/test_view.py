from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from rasterio.windows import Window

from helpers.scenes import lake, write
from tidemark.engine.contract.job import Source
from tidemark.engine.raster.resample import View, working_shape
from tidemark.engine.raster.scene import open_scene


@pytest.mark.parametrize(
    ("ground", "shape"),
    [
        (None, (1000, 800)),
        ((10, 10), (1000, 800)),
        ((8.1, 9.9), (1000, 800)),  # degrees at 38 north: within range, near enough to square
        ((5.6, 11.1), (1110, 448)),  # degrees at 60 north
        ((20, 20), (2000, 1600)),
        ((5, 5), (500, 400)),
    ],
)
def test_the_network_sees_its_own_pixel_size_only_where_the_image_is_out_of_range(
    ground: tuple[float, float] | None, shape: tuple[int, int]
) -> None:
    assert working_shape((1000, 800), ground, 10, (8, 13)) == shape


def through(path: str, shape: tuple[int, int], step: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Read a view in steps, give its first band back as if it were the answer, and collect what arrives."""
    with open_scene(Source((path,), scale="db")) as scene:
        view = View(scene, Window(0, 0, scene.grid.width, scene.grid.height), shape, ("VV", "VH"))
        seen, back, masks = [], [], []
        for last in (*range(step, shape[0], step), shape[0]):
            rows = view.read(last)
            seen.append(rows)
            for answer, observed in view.restore(np.nan_to_num(rows[:1], nan=-99)):
                back.append(answer[0])
                masks.append(observed)
    return np.concatenate(seen, axis=1), np.concatenate(back), np.concatenate(masks)


@pytest.mark.parametrize("step", [7, 40, 1000])
@pytest.mark.parametrize("shape", [(100, 90), (41, 90), (100, 33), (150, 60), (200, 270)])
def test_rows_come_once_in_order_however_they_are_cut(tmp_path: Path, shape: tuple[int, int], step: int) -> None:
    db, _ = lake(100, 90)
    db[:, 20:30, 10:20] = np.nan
    path = write(tmp_path / "s.tif", db)
    seen, back, observed = through(path, shape, step)
    whole_seen, whole_back, _ = through(path, shape, 10_000)
    assert seen.shape == (2, *shape)
    np.testing.assert_allclose(seen, whole_seen, atol=1e-3)
    np.testing.assert_allclose(back, whole_back, atol=1e-3)
    np.testing.assert_array_equal(observed, np.isfinite(db[0]))


def test_a_coarser_view_is_the_mean_power_and_nodata_leaves_no_halo(tmp_path: Path) -> None:
    db = np.full((2, 40, 40), -10, np.float32)
    db[:, :, 1::2] = -20
    db[:, :, 20:] = np.nan
    seen, _, _ = through(write(tmp_path / "s.tif", db), (20, 20), 5)
    np.testing.assert_allclose(seen[:, :, :10], 10 * np.log10((0.1 + 0.01) / 2), atol=1e-3)
    assert np.isnan(seen[:, :, 10:]).all()
