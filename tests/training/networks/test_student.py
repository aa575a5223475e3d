"""The student family: shapes that it has, the size of its logits, its norm."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch

from tidemark.engine.training.networks.student import Shape, Smoothing, Student

TINY = Shape(bands=2, stem=4, width=16, levels=1)


@pytest.mark.parametrize("wrong", [{"stem": 3}, {"width": 24}, {"levels": -1}, {"bands": 0}])
def test_a_shape_that_the_family_does_not_have_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a student"):
        replace(Shape(), **wrong)


@pytest.mark.parametrize("shape", [TINY, Shape(stem=2, width=16, levels=2), Shape(stem=4, width=16, levels=3)])
def test_logits_have_the_size_of_the_image(shape: Shape) -> None:
    image = torch.full((1, 2, 2 * shape.stride, 3 * shape.stride), -15.0)
    assert Student(shape).eval()(image).shape == (1, 1, 2 * shape.stride, 3 * shape.stride)


def test_values_beyond_the_range_are_clipped_inside_the_network() -> None:
    student = Student(TINY).eval()
    low, lower = torch.full((1, 2, 32, 32), -30.0), torch.full((1, 2, 32, 32), -90.0)
    assert torch.equal(student(low), student(lower))


def blocks_differ(said: torch.Tensor, stem: int) -> float:
    """Return how much pixels of different places in their blocks differ, in the mean over an image's inside (H, W)."""
    inside = said[8 * stem : -8 * stem, 8 * stem : -8 * stem]
    rows, columns = (inside.mean(dim=dim).reshape(-1, stem) for dim in (1, 0))
    return max(float((lines - lines.mean(dim=1, keepdim=True)).mean(dim=0).abs().max()) for lines in (rows, columns))


@pytest.mark.parametrize("stem", [2, 4])
def test_a_smoothed_head_leaves_no_checkerboard_on_a_constant_nor_on_a_ramp(stem: int) -> None:
    torch.manual_seed(0)
    plain, smooth = (Student(Shape(stem=stem, width=16, levels=0, outputs=2, smooth=one)).eval() for one in (False, True))
    smooth.load_state_dict(plain.state_dict())
    side = 32 * stem
    constant = torch.full((1, 2, side, side), -14.0)
    with torch.no_grad():
        assert blocks_differ(plain(constant)[0, 0], stem) > 0.01
        assert blocks_differ(smooth(constant)[0, 0], stem) < 1e-5
        ramp = torch.linspace(-20.0, -8.0, side).expand(1, 2, side, side)
        steps = [torch.diff(network(ramp)[0, 0, side // 2], n=2)[8 * stem : -8 * stem].abs().mean() for network in (plain, smooth)]
    assert steps[1] < 0.05 * steps[0]


def test_the_edge_of_an_image_is_as_bright_as_its_inside_after_smoothing() -> None:
    smoothing = Smoothing(4)
    assert torch.allclose(smoothing(torch.ones(1, 2, 16, 16)), torch.ones(1, 2, 16, 16), atol=1e-6)
