"""How near the outlines of a map lie to the true ones."""

from __future__ import annotations

import numpy as np
import pytest

from tidemark.engine.cli.main import main
from tidemark.engine.training.datasets.change_data import SIMULATED, Pair
from tidemark.engine.training.evaluation.outlines import PLAIN, contrast, outlines_of
from tidemark.engine.training.sampling.simulated_pairs import SimulatedPair


def square(left: int) -> np.ndarray:
    """Return a mask of a square with 40 pixels a side."""
    mask = np.zeros((100, 100), np.bool_)
    mask[30:70, left : left + 40] = True
    return mask


def test_an_outline_three_pixels_off_is_right() -> None:
    found = outlines_of(square(33), square(30))
    assert (found.drawn_near, found.true_near) == (found.drawn, found.true)


def test_sides_of_an_outline_ten_pixels_off_are_wrong() -> None:
    found = outlines_of(square(40), square(30))
    assert found.drawn_near < 0.6 * found.drawn
    assert found.true_near < 0.6 * found.true


def test_a_map_of_nothing_finds_no_inside_and_no_outline() -> None:
    found = outlines_of(np.zeros((100, 100), np.bool_), square(30))
    assert (found.drawn, found.true_near, found.inside_found) == (0, 0, 0)
    assert found.inside == 24 * 24


def test_a_hollow_map_misses_the_inside_and_draws_outlines_where_none_are() -> None:
    hollow = square(30)
    hollow[40:60, 40:60] = False
    found = outlines_of(hollow, square(30))
    assert found.true_near == found.true
    assert found.inside_found < 0.4 * found.inside
    assert found.drawn_near < 0.75 * found.drawn


def test_a_pair_in_which_nothing_has_changed_counts_what_is_called_changed() -> None:
    found = outlines_of(square(30), np.zeros((100, 100), np.bool_))
    assert (found.same, found.same_found, found.either) == (100 * 100, 40 * 40, 0)


def test_a_change_is_plainer_the_less_speckle_lies_over_it() -> None:
    rng, ground = np.random.default_rng(0), np.where(square(30), 120, 160)
    pairs = []
    for speckle in (5.0, 80.0):
        dates = [np.clip(level + speckle * rng.standard_normal((100, 100)), 0, 255).astype(np.uint8)[None] for level in (ground, 160)]
        pairs.append(SimulatedPair(Pair("square", SIMULATED, dates[0], dates[1]), square(30)))
    plain, faint = (contrast(pair) for pair in pairs)
    assert plain > PLAIN > faint > 0


def test_the_command_prints_three_lines_for_each_method(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "outlines", "--pairs", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    methods = [line.strip("| ").split(" | ")[:2] for line in lines[2:]]
    assert methods == [[method, group] for method in ("student", "log-ratio", "otsu", "kittler") for group in ("all", "plain", "faint")]
