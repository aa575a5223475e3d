"""Simulated pairs: labels that follow the mask, both directions, and quiet where nothing has changed."""

from __future__ import annotations

import numpy as np
import pytest

from tidemark.engine.methods.log_ratio import log_ratio
from tidemark.engine.training.datasets.change_data import comparable
from tidemark.engine.training.sampling.simulated_pairs import SIDE, SimulatedPair, simulate_pairs


@pytest.fixture(scope="module")
def pairs() -> list[SimulatedPair]:
    return simulate_pairs(10, 3)


def test_the_same_seed_gives_the_same_pairs_and_another_one_others(pairs: list[SimulatedPair]) -> None:
    again, other = simulate_pairs(1, 3)[0], simulate_pairs(1, 4)[0]
    np.testing.assert_array_equal(again.pair.newer, pairs[0].pair.newer)
    assert (other.pair.newer != again.pair.newer).any()


def test_pairs_are_display_bytes_with_some_that_have_not_changed(pairs: list[SimulatedPair]) -> None:
    assert all(one.pair.newer.shape == one.pair.older.shape == (1, SIDE, SIDE) for one in pairs)
    assert all(one.pair.newer.dtype == np.uint8 and np.ptp(one.pair.newer) > 100 for one in pairs)
    changed = [one.mask.any() for one in pairs]
    assert 0.4 < np.mean(changed) < 1.0


def test_a_tile_is_changed_where_the_mask_is_and_left_out_where_next_to_nothing_is(pairs: list[SimulatedPair]) -> None:
    for one in pairs:
        shares = {(t.top, t.left): one.mask[t.top : t.top + 64, t.left : t.left + 64].mean() for t in one.tiles()}
        assert all((shares[tile.top, tile.left] > 0) == tile.changed for tile in one.tiles())
        assert not any(0 < share <= 0.01 for share in shares.values())
    assert all(len(one.tiles()) == 16 for one in pairs if not one.mask.any())


def test_what_has_changed_differs_more_than_the_rest_in_either_direction(pairs: list[SimulatedPair]) -> None:
    signs = set()
    for one in (one for one in pairs if one.mask.mean() > 0.02):
        dates = comparable(one.pair)
        change = log_ratio(np.concatenate([dates.newer, dates.older]).astype(np.float32), display=True)
        inside = float(np.median(change[one.mask])) - float(np.median(change[~one.mask]))
        signs.add(inside > 0)
        assert abs(inside) > 0.2
    assert signs == {True, False}
