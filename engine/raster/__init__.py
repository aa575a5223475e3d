"""Images opened, calibrated and brought onto one grid: what is observed, in decibels, where on the ground.

May import `contract`.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """Keep the raster libraries' own messages off standard error: what matters in them comes back as one message of ours."""

    def drop_undecodable(lost: sys.UnraisableHookArgs) -> None:
        if not isinstance(lost.exc_value, UnicodeDecodeError):  # rasterio takes all of GDAL's messages for UTF-8 when it logs them
            earlier(lost)

    logging.getLogger("rasterio").setLevel(logging.CRITICAL)
    earlier, sys.unraisablehook = sys.unraisablehook, drop_undecodable
    try:
        yield
    finally:
        sys.unraisablehook = earlier
