"""Damaged inputs of a fixed choice, as ``tests/robustness/damage.py`` makes thousands: each is answered in words, and nothing is left."""

from __future__ import annotations

import pytest
from robustness.damage import judge


@pytest.mark.parametrize("number", range(40))
def test_a_damaged_input_is_answered_in_words_and_leaves_nothing_behind(number: int) -> None:
    judged = judge(number)

    assert judged["faults"] == [], judged["said"]
