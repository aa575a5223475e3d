"""A student's ONNX file in 8 bits: static QDQ, calibrated on chips it was trained on. No torch here."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static

from ...raster.arrays import FloatArray
from ..datasets.chips import Chip

WINDOW = 256
WINDOWS_PER_CHIP = 2
PERCENTILE = 99.995
"""Of the values that an activation takes: what lies beyond it is clipped."""


def quantise(path: Path, smaller: Path, chips: Sequence[Chip]) -> None:
    """Write the 8-bit copy of a network: unsigned activations, signed weights by channel, which is what ONNX Runtime does fastest on a CPU.

    Args:
        path: the network with 32-bit weights.
        smaller: what to write.
        chips: whose windows tell the range of every activation.
    """
    with _quiet():
        quantize_static(
            str(path),
            str(smaller),
            _Windows(chips, np.random.default_rng(0)),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            # Weights of 7 bits: processors without VNNI would overflow with 8.
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            # A few outliers would stretch the steps of all other values.
            calibrate_method=CalibrationMethod.Percentile,
            extra_options={"CalibPercentile": PERCENTILE},
            op_types_to_quantize=["Conv", "Add", "Relu", "Resize"],
        )
    model = onnx.load(str(smaller))
    model.ir_version = min(model.ir_version, 8)
    onnx.save(model, str(smaller))


class _Windows(CalibrationDataReader):  # type: ignore[misc]
    def __init__(self, chips: Sequence[Chip], rng: np.random.Generator) -> None:
        self._windows = self._cut(chips, rng)

    def get_next(self) -> dict[str, FloatArray] | None:
        return next(self._windows, None)

    @staticmethod
    def _cut(chips: Sequence[Chip], rng: np.random.Generator) -> Iterator[dict[str, FloatArray]]:
        for chip in chips:
            # Windows of one size, or the calibration cannot stack what it saw: small chips are mirrored up to it.
            missing = [(0, 0), *((0, max(0, WINDOW - length)) for length in chip.label.shape)]
            image = np.pad(chip.image, missing, mode="symmetric")
            for _ in range(WINDOWS_PER_CHIP):
                top, left = (int(rng.integers(0, length - WINDOW + 1)) for length in image.shape[1:])
                yield {"image": np.ascontiguousarray(image[None, :, top : top + WINDOW, left : left + WINDOW])}


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the quantiser's advice to the maker of the model from the user."""
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        root.setLevel(level)
