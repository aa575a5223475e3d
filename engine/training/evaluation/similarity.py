"""Likeness of the features of two networks on the same pixels: linear CKA (Kornblith et al. 2019), 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import torch

from ...raster.arrays import DoubleArray, FloatArray
from ..networks.student import Student, pad_to


def linear_cka(pairs: Iterable[tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]]) -> float:
    """Return the linear CKA of features of the same pixels.

    Args:
        pairs: for each image the features (pixels, A) and (pixels, B) of two networks.

    Returns:
        |Xᵀ Y|² / (|Xᵀ X| · |Yᵀ Y|), Frobenius norms of centred features; NaN where one of them is constant.
    """
    sums: list[DoubleArray] = []
    for x, y in pairs:
        # With a column of ones the product holds the sums for centring as well.
        both = np.concatenate([x, y, np.ones((len(x), 1))], axis=1, dtype=np.float64)
        sums.append(both.T @ both)
    total = np.sum(sums, axis=0)
    means = total[:-1, -1] / total[-1, -1]
    covariance = total[:-1, :-1] - total[-1, -1] * np.outer(means, means)
    width = x.shape[1]
    cross, own, other = covariance[:width, width:], covariance[:width, :width], covariance[width:, width:]
    scale = np.linalg.norm(own) * np.linalg.norm(other)
    return float(np.sum(cross**2) / scale) if scale > 0 else float("nan")


def pixel_features(student: Student, image: FloatArray) -> FloatArray:
    """Return what a student's head sees of an image (C, H, W), float32 (pixels, width), one pixel a block of its stem."""
    device = next(student.parameters()).device
    with torch.no_grad():
        found = student.features(torch.from_numpy(pad_to(image, student.shape.stride))[None].to(device))
    features: FloatArray = found[0].flatten(1).T.float().cpu().numpy()
    return features
