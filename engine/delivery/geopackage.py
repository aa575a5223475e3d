"""Put a map together in one GeoPackage: rasters as lossless tiles, polygons, styles as QGIS keeps them, README and run record."""

from __future__ import annotations

import os
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
from pyogrio.errors import DataLayerError, DataSourceError
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window

from ..contract.errors import InputError
from ..contract.job import Event
from ..products.places import temporary, unwritable
from ..products.styles import LayerStyle, add_layer_styles, read_layer_styles, register_table
from ..raster.files import RASTER_ERRORS, open_raster
from .folder import Map, Part, find_map, layer_name, names, next_version, refuse_existing
from .readme import readme

_ROWS = 512
_FEATURES_AT_ONCE = 20_000
_CACHE_BYTES = 64 * 2**20
_OPENING = (
    "Drag the file into QGIS and choose the layers. QGIS 3.40 takes colours and legend from the file by itself.",
    "QGIS 3.22 shows the rasters of a GeoPackage in plain grey (its polygons have their colours): there, take the package as a folder.",
    "The rasters hold the codes in their first band (PNG tiles, no loss). The table 'readme' has this text and the run record.",
)


def write_geopackage_in(folder: str, prefix: str, event: str, aoi: str, report: Callable[[Event], None] = lambda _: None) -> Path:
    """Write ``FOLDER/<event>_<AOI>_<product>_vN.gpkg``; N is one more than the largest there is. Else as `write_geopackage`."""
    start = names(prefix, find_map(prefix).run, event, aoi)
    try:
        made, version = next_version(folder, start)
    except OSError as error:
        raise unwritable(os.path.join(folder, start), error) from error
    return write_geopackage(prefix, f"{made}.gpkg", event, aoi, version, report)


def write_geopackage(
    prefix: str, path: str, event: str, aoi: str, version: int = 1, report: Callable[[Event], None] = lambda _: None
) -> Path:
    """Write one GeoPackage with the layers ``<event>_<AOI>_<product>_<layer>_vN``: all of it, or nothing.

    Pictures and the one-page PDF find no place in it.

    Args:
        prefix: of the map.
        path: the file to write.
        event, aoi, version: for the layers' names; an empty event is the prefix's own name.
        report: takes ``started``.

    Returns:
        The file.

    Raises:
        InputError: the map is incomplete or has no georeference, or the names cannot be used.
        OutputError: the file is there already, or cannot be written.
    """
    found = find_map(prefix)
    start = names(prefix, found.run, event, aoi)
    refuse_existing(path)
    waiting = temporary(os.path.abspath(path))
    report(Event("started", {"device": "", "tiles": 0, "temporary": [waiting]}))
    try:
        os.mkdir(waiting)
        file = os.path.join(waiting, os.path.basename(path))
        layers = {layer_name(start, part.layer, version): part.layer for part in found.files(".tif")}
        styles = _raster_styles(found, {layer: name for name, layer in layers.items()})
        with rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES):
            for part in found.files(".tif"):
                _add_raster(file, part, layer_name(start, part.layer, version))
        _declare_nodata(file, found.files(".tif"), {layer: name for name, layer in layers.items()})
        for part in found.files(".gpkg"):
            added = _add_polygons(file, part, start, version)
            layers |= added
            styles |= _polygon_styles(part, added)
        style = next((part.path for part in found.files(".qml") if part.layer == "class"), None)
        text = readme(found.run, layers, f"{event} {aoi}".strip(), style, _OPENING, found.estimates)
        with closing(sqlite3.connect(file)) as connection, connection:
            add_layer_styles(connection, styles)
            _add_texts(connection, {"README": text, "run record": replace(found.run, files={}).to_json()})
        os.replace(file, path)
    except (*RASTER_ERRORS, DataSourceError, DataLayerError, sqlite3.Error, OSError) as error:
        raise unwritable(path, error) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return Path(path)


def _add_raster(file: str, part: Part, name: str) -> None:
    with open_raster(str(part.path)) as source:
        if source.crs is None:
            raise InputError(
                f"{part.path.name} has no georeference.", "A GeoPackage holds maps.", "Give a folder as the output instead of a GeoPackage."
            )
        profile = {key: source.profile[key] for key in ("width", "height", "count", "dtype", "crs", "transform", "nodata")}
        scale = source.scales[0]
        if scale != 1:  # this format keeps no scale beside the values
            profile |= {"dtype": "float32"}
        creation = {"RASTER_TABLE": name, "TILE_FORMAT": "PNG" if profile["dtype"] == "uint8" else "TIFF"}
        append = "YES" if os.path.exists(file) else "NO"
        with rasterio.open(file, "w", driver="GPKG", APPEND_SUBDATASET=append, **creation, **profile) as target:
            for row in range(0, source.height, _ROWS):
                window = Window(0, row, source.width, min(_ROWS, source.height - row))
                values = source.read(1, window=window)
                if scale != 1:
                    values = np.where(values == source.nodata, np.float32(source.nodata), values * np.float32(scale))
                target.write(values, 1, window=window)
        factors = [2**k for k in range(1, 12) if max(source.shape) / 2**k >= 256]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(f"GPKG:{file}:{name}", "r+") as target:
            target.build_overviews(factors, Resampling.nearest)


def _declare_nodata(file: str, parts: Sequence[Part], names: Mapping[str, str]) -> None:
    """Say which value means nodata in rasters of floating-point numbers: GDAL forgets it, and fills tiles that hold nothing else with 0."""
    with closing(sqlite3.connect(file)) as connection, connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_2d_gridded_coverage_ancillary'").fetchone():
            return
        for part in parts:
            with open_raster(str(part.path)) as source:
                given = source.nodata, names[part.layer]
            connection.execute("UPDATE gpkg_2d_gridded_coverage_ancillary SET data_null = ? WHERE tile_matrix_set_name = ?", given)


def _add_polygons(file: str, part: Part, start: str, version: int) -> dict[str, str]:
    """Copy the layers of a vector file; returns name to layer."""
    added = {}
    for layer, geometry in pyogrio.list_layers(part.path):
        if geometry is None:
            continue
        name = layer_name(start, str(layer), version)
        done = 0
        while True:
            meta, _, shapes, columns = pyogrio.raw.read(part.path, layer=layer, skip_features=done, max_features=_FEATURES_AT_ONCE)
            if done and not len(shapes):
                break
            pyogrio.raw.write(
                file,
                shapes,
                columns,
                list(meta["fields"]),
                driver="GPKG",
                layer=name,
                geometry_type=meta["geometry_type"],
                crs=meta["crs"],
                append=done > 0,
            )
            done += len(shapes)
            if len(shapes) < _FEATURES_AT_ONCE:
                break
        added[name] = str(layer)
    return added


def _raster_styles(found: Map, names: Mapping[str, str]) -> dict[str, LayerStyle]:
    """Return the rasters' styles by their names in the GeoPackage."""
    styles = {}
    for qml in found.files(".qml"):
        sld = qml.path.with_suffix(".sld")
        if qml.layer in names:
            texts = [path.read_text(encoding="utf-8") if path.is_file() else "" for path in (qml.path, sld)]
            styles[names[qml.layer]] = LayerStyle(qml.layer, *texts)
    return styles


def _polygon_styles(part: Part, names: Mapping[str, str]) -> dict[str, LayerStyle]:
    """Return the styles that a vector file holds, by the new names of its layers."""
    with closing(sqlite3.connect(part.path)) as connection:
        held = read_layer_styles(connection)
    return {name: held[layer] for name, layer in names.items() if layer in held}


def _add_texts(connection: sqlite3.Connection, texts: Mapping[str, Any]) -> None:
    connection.execute("CREATE TABLE readme (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT, text TEXT)")
    register_table(connection, "readme")
    connection.executemany("INSERT INTO readme (name, text) VALUES (?, ?)", texts.items())
