"""Types of arrays that all of training uses."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
DoubleArray = npt.NDArray[np.float64]
HalfArray = npt.NDArray[np.float16]
ByteArray = npt.NDArray[np.uint8]
BoolArray = npt.NDArray[np.bool_]
