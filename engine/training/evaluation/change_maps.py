"""From Siamese networks to maps of a whole pair: the ways to read a score map that the change recipe compares.

Each takes an image float32 (2 × B, H, W) as `change_data.Dates.stretched` gives it, and returns a map float32 (H, W), 0 to 1. H and W times
each scale are multiples of the network's stride. No image-level label is asked for, for a new image has none.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from ..datasets.chips import FloatArray
from ..networks.siamese import Siamese
from ..recipes.kd_msi import SMALL, activation_map

SCALES = (0.5, 1.0, 1.25, 2.0)
"""The paper's, each with its mirror image."""


def teacher_map(teacher: Siamese, image: FloatArray) -> FloatArray:
    """Return the class activation map, which is 1 somewhere in every image that scores anything at all."""
    with torch.no_grad():
        scores = _scores(teacher, _tensor(image))
        return _full(activation_map(scores, torch.ones(1)), image)


def single_scale(student: Siamese, image: FloatArray) -> FloatArray:
    """Return the student's sigmoid at the image's own scale."""
    with torch.no_grad():
        return _full(_scores(student, _tensor(image)).sigmoid(), image)


def multiscale_sigmoid(student: Siamese, image: FloatArray) -> FloatArray:
    """Return MSI: the mean over `SCALES` and mirror images of sigmoids taken at each scale."""
    return _sigmoids(_pyramid(student, image), image)


def multiscale_maps(student: Siamese, image: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return MSI, and the conventional rival: the sum of positive scores over `SCALES` and mirror images, over its maximum."""
    pyramid = _pyramid(student, image)
    total = _mean([a.relu() + b.relu() for a, b in pyramid], image)
    return _sigmoids(pyramid, image), total / max(float(total.max()), SMALL)


def _pyramid(network: Siamese, image: FloatArray) -> list[tuple[Tensor, Tensor]]:
    """Return the score maps of the image and of its mirror image, turned back, at each scale."""
    found = []
    with torch.no_grad():
        for scale in SCALES:
            height, width = (round(scale * length) for length in image.shape[1:])
            seen = functional.interpolate(_tensor(image), (height, width), mode="bilinear", align_corners=False)
            found.append((_scores(network, seen), _scores(network, seen.flip(-1)).flip(-1)))
    return found


def _sigmoids(pyramid: list[tuple[Tensor, Tensor]], image: FloatArray) -> FloatArray:
    return _mean([(a.sigmoid() + b.sigmoid()) / 2 for a, b in pyramid], image)


def _scores(network: Siamese, image: Tensor) -> Tensor:
    newer, older = image.contiguous(memory_format=torch.channels_last).chunk(2, dim=1)
    with torch.autocast("cpu", torch.bfloat16):
        scores: Tensor = network(newer, older)
    return scores.float()


def _tensor(image: FloatArray) -> Tensor:
    return torch.from_numpy(image)[None]


def _full(low: Tensor, image: FloatArray) -> FloatArray:
    resized = functional.interpolate(low, image.shape[1:], mode="bilinear", align_corners=False)
    found: FloatArray = resized[0, 0].numpy()
    return found


def _mean(maps: list[Tensor], image: FloatArray) -> FloatArray:
    return sum((_full(one, image) for one in maps[1:]), start=_full(maps[0], image)) / len(maps)  # type: ignore[return-value]
