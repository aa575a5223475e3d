"""Name the array types of the engine."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BoolArray = npt.NDArray[np.bool_]
ByteArray = npt.NDArray[np.uint8]
IntArray = npt.NDArray[np.int32]
LongArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float32]
"""Pixel values: float32 throughout."""
HalfArray = npt.NDArray[np.float16]
DoubleArray = npt.NDArray[np.float64]
"""Coordinates, areas and sums."""
