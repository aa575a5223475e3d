"""Polygons made of small class rasters, and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely

from helpers.maps import UTM, Place, write_run
from tidemark.engine.contract.requests import VectoriseJob
from tidemark.engine.vector.vectorise import Vectorised, vectorise


def read(path: Path | str, layer: str | None = None) -> tuple[Any, dict[str, Any], str]:
    if str(path).endswith(".gpkg"):  # which holds the table of styles as well
        layer = layer or "observedEvent"
    about, _, shapes, values = pyogrio.raw.read(path, layer=layer)
    return shapely.from_wkb(shapes), dict(zip(about["fields"], values, strict=True)), about["crs"]


def run(tmp_path: Path, classes: np.ndarray, percent: np.ndarray | None = None, where: Place = UTM, **options: Any) -> Vectorised:
    raster = write_run(tmp_path, classes, percent, where)
    return vectorise(VectoriseJob(raster, **{"output": str(tmp_path / "out.gpkg"), "minimum_area": 0.0, "overwrite": True, **options}))


def event(done: Vectorised) -> tuple[Any, dict[str, Any]]:
    return read(done.files["observedEvent"], "observedEvent")[:2]
