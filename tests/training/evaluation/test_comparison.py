"""Tables of arms: IoU, gains and their intervals."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tidemark.engine.training.evaluation.comparison import ArmCounts, compare, per_image_iou, pooled_iou, table

GOOD, BAD, EMPTY = (80, 10, 10, 0), (40, 30, 30, 0), (0, 0, 0, 100)


def networks(arm: str, *by_seed: dict[str, tuple[int, int, int, int]], group: str = "val") -> list[ArmCounts]:
    return [ArmCounts(arm, group, seed, counts) for seed, counts in enumerate(by_seed, 1)]


def test_pooled_iou_weighs_pixels_and_mean_iou_weighs_images() -> None:
    counts = np.array([[1, 1, 0, 98], [60, 20, 20, 0], EMPTY], float)
    assert float(pooled_iou(counts)) == pytest.approx(61 / 102)
    assert float(per_image_iou(counts)) == pytest.approx((0.5 + 0.6) / 2)


def test_images_without_any_positive_pixel_have_no_iou() -> None:
    assert math.isnan(float(per_image_iou(np.array([EMPTY], float))))


def test_a_gain_is_the_mean_over_seeds_and_lies_in_its_interval() -> None:
    images = [f"{number}" for number in range(20)]
    base = [dict.fromkeys(images, BAD), {name: (40 + seed, 30, 30, 0) for seed, name in enumerate(images)}]
    better = [dict.fromkeys(images, GOOD), dict.fromkeys(images, GOOD)]
    rows = {row.arm: row for row in compare([*networks("hand", *base), *networks("soft", *better)], "hand")}
    assert rows["hand"].pooled_gain is None
    gain = rows["soft"].pooled_gain
    assert gain.value == pytest.approx(np.mean(np.subtract(rows["soft"].pooled, rows["hand"].pooled)))
    assert 0 < gain.low <= gain.value <= gain.high


def test_a_difference_on_one_image_of_many_may_be_chance() -> None:
    images = [f"{number}" for number in range(20)]
    other = dict.fromkeys(images, GOOD) | {"0": BAD, "1": (85, 5, 10, 0)}
    row = compare([*networks("hand", dict.fromkeys(images, GOOD)), *networks("soft", other)], "hand")[1]
    assert row.pooled_gain.low < 0 <= row.pooled_gain.high


def test_images_are_paired_so_that_hard_images_do_not_widen_the_interval() -> None:
    rng = np.random.default_rng(0)
    hits = {f"{number}": int(rng.integers(5, 90)) for number in range(30)}
    base = {name: (hit, 5, 95 - hit, 0) for name, hit in hits.items()}
    shifted = {name: (hit + 5, 5, 90 - hit, 0) for name, hit in hits.items()}
    gain = compare([*networks("hand", base), *networks("soft", shifted)], "hand")[1].pooled_gain
    assert gain.value == pytest.approx(0.05)
    assert gain.high - gain.low < 1e-9


def test_images_of_one_event_are_drawn_together() -> None:
    images = [f"{number}" for number in range(20)]
    hand, soft = dict.fromkeys(images, BAD), dict.fromkeys(images[:10], GOOD) | dict.fromkeys(images[10:], BAD)
    one_by_one, by_event = (
        compare([*networks("hand", hand), *networks("soft", soft)], "hand", events=events)[1].pooled_gain
        for events in (None, {name: "first" if name in images[:10] else "second" for name in images})
    )
    assert one_by_one.value == by_event.value
    # Of two events, both draws may be of the same one.
    assert (by_event.low, by_event.high) == (pytest.approx(0.0), pytest.approx(0.4))
    assert by_event.low < one_by_one.low < one_by_one.high < by_event.high


def test_only_seeds_that_both_arms_have_make_a_gain() -> None:
    rows = compare([*networks("hand", {"a": BAD}), *networks("soft", {"a": GOOD}, {"a": BAD})], "hand")
    assert rows[1].pooled_gain.value == pytest.approx(0.4)
    assert rows[1].seeds == (1, 2)


def test_groups_are_compared_among_themselves() -> None:
    rows = compare(
        [*networks("hand", {"a": BAD}), *networks("hand", {"b": GOOD}, group="far"), *networks("soft", {"b": GOOD}, group="far")], "hand"
    )
    assert [(row.group, row.arm) for row in rows] == [("val", "hand"), ("far", "hand"), ("far", "soft")]
    assert rows[2].pooled_gain.value == 0.0


def test_outcomes_on_different_images_are_not_compared() -> None:
    with pytest.raises(ValueError, match="other images"):
        compare([*networks("hand", {"a": BAD}), *networks("soft", {"b": GOOD})], "hand")


def test_the_table_reports_every_seed_and_the_interval() -> None:
    text = table(compare([*networks("hand", {"a": BAD}, {"a": BAD}), *networks("soft", {"a": GOOD}, {"a": (79, 11, 10, 0)})], "hand"))
    assert "| val | hand | 40.0 | 40.0 40.0 |  |" in text
    assert "| val | soft | 79.5 | 80.0 79.0 | +39.5 (+39.5 to +39.5) |" in text
