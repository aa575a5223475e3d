"""Floods on four images, two radar and two optical ones, as jobs: what the tests of optical images share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from helpers.optical import flood, lake, optical, picture, radar
from tidemark.engine.contract.job import Job, Result, Source

SIDE = 256
FLOOD, DRY = flood(SIDE), lake(SIDE)
WET = FLOOD | DRY
"""Where water is on the date to map."""


def radar_dates(tmp_path: Path) -> tuple[Source, Source]:
    """Write both radar images."""
    after = radar(tmp_path / "S1_20240506.tif", WET, 1)
    return Source((after,), scale="db"), Source((radar(tmp_path / "S1_20240424.tif", DRY, 2),), "before", scale="db")


def beside(tmp_path: Path, after: np.ndarray | None = None, before: np.ndarray | None = None, **profile: Any) -> tuple[Source, Source]:
    """Write both optical images."""
    after, before = (picture(wet, seed) if bands is None else bands for bands, wet, seed in ((after, WET, 3), (before, DRY, 4)))
    return (
        Source((optical(tmp_path / "S2_20240507.tif", after, **profile),), "optical"),
        Source((optical(tmp_path / "S2_20240420.tif", before, **profile),), "optical-before"),
    )


def job(tmp_path: Path, model: str, *sources: Source, **options: Any) -> Job:
    return Job("flood", tuple(sources), str(tmp_path / "out"), model=model, overwrite=True, threads=2, **options)


def read(result: Result, kind: str = "probability") -> np.ndarray:
    with rasterio.open(result.files[kind]) as raster:
        return raster.read(1).astype(int)


def run_of(result: Result) -> dict[str, Any]:
    return json.loads(Path(result.files["run"]).read_text(encoding="utf-8"))
