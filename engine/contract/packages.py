"""Name the packages that only part of the engine needs, and say in one message that they are missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .errors import InputError

VECTOR_PACKAGES = ("pyogrio", "shapely")
"""What polygons and zones need besides a detection's packages."""


@contextmanager
def vector_packages() -> Iterator[None]:
    """Import what needs `VECTOR_PACKAGES` inside. Raises `InputError` where one is missing."""
    try:
        yield
    except ImportError as error:
        raise InputError(
            f"The engine's environment lacks {error.name}.",
            f"Polygons and zones need {' and '.join(VECTOR_PACKAGES)}; mapping does not.",
            f"Install the engine again (in QGIS: panel 'Install engine'; else: pip install {' '.join(VECTOR_PACKAGES)}).",
        ) from error
