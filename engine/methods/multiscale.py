"""Multiscale sigmoid inference (MSI): the mean of the network's probabilities at several scales.

After Lu et al. 2024 (KD-MSI): resize the input to each scale, take the sigmoid at that scale, resize the probability back
and average. Nothing is normalised by a maximum, so a scene without a target stays without one.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..raster.arrays import FloatArray
from ..raster.resample import apply_taps, linear_taps


class MultiscaleStudent:
    """A network seen at several scales, as one method.

    Args:
        run: float32 (C, h, w) in dB to probability float32 (h, w), or (2, h, w) of open and any water.
        scales: each above 0; 1 is the image itself.
        flip: average over the horizontal mirror image as well.
    """

    def __init__(self, run: Callable[[FloatArray], FloatArray], scales: tuple[float, ...], flip: bool) -> None:
        self.run, self.scales, self.flip = run, scales, flip

    def predict(self, image: FloatArray) -> FloatArray:
        """Return the probability, float32 (H, W), 0 to 1, of an image float32 (C, H, W) in dB without NaN; (2, H, W) as `run` does.

        H and W times each scale must be a multiple that the network takes.
        """
        total = self._at(self.scales[0], image)
        if len(self.scales) == 1:
            return total
        for scale in self.scales[1:]:
            total = total + self._at(scale, image)
        return total / np.float32(len(self.scales))

    def _at(self, scale: float, image: FloatArray) -> FloatArray:
        height, width = image.shape[-2:]
        h, w = round(height * scale), round(width * scale)
        if (h, w) == (height, width):
            return self._both_ways(image)
        seen = apply_taps(image, linear_taps(height, h), linear_taps(width, w))
        return apply_taps(self._both_ways(seen), linear_taps(h, height), linear_taps(w, width))

    def _both_ways(self, image: FloatArray) -> FloatArray:
        forward = self.run(image)
        if not self.flip:
            return forward
        mirrored = self.run(np.ascontiguousarray(image[..., ::-1]))[..., ::-1]
        return (forward + mirrored) / np.float32(2)
