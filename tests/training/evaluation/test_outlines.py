"""How near the outlines of a map lie to the true ones."""

from __future__ import annotations

import numpy as np
import pytest

from tidemark.engine.cli.main import main
from tidemark.engine.training.evaluation.outlines import outlines_of


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


def test_the_command_prints_a_line_for_each_method(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "outlines", "--pairs", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" | ")[0].strip("| ") for line in lines[2:]] == ["student", "log-ratio", "otsu", "kittler"]
