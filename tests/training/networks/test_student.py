"""The student family: shapes that it has, the size of its logits, its norm."""

from __future__ import annotations

import pytest
import torch

from tidemark.engine.training.networks.student import Shape, Student

TINY = Shape(bands=2, stem=4, width=16, levels=1)


@pytest.mark.parametrize("wrong", [{"stem": 3}, {"width": 24}, {"levels": -1}, {"bands": 0}])
def test_a_shape_that_the_family_does_not_have_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="not a student"):
        Shape(**wrong)


@pytest.mark.parametrize("shape", [TINY, Shape(stem=2, width=16, levels=2), Shape(stem=4, width=16, levels=3)])
def test_logits_have_the_size_of_the_image(shape: Shape) -> None:
    image = torch.full((1, 2, 2 * shape.stride, 3 * shape.stride), -15.0)
    assert Student(shape).eval()(image).shape == (1, 1, 2 * shape.stride, 3 * shape.stride)


def test_values_beyond_the_range_are_clipped_inside_the_network() -> None:
    student = Student(TINY).eval()
    low, lower = torch.full((1, 2, 32, 32), -30.0), torch.full((1, 2, 32, 32), -90.0)
    assert torch.equal(student(low), student(lower))
