"""Put a map together in one GeoPackage: rasters as lossless tiles, polygons, styles as QGIS keeps them, README and run record."""

from __future__ import annotations

import os
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import rasterio
from affine import Affine
from pyogrio.errors import DataLayerError, DataSourceError
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window

from ..contract.errors import Cancelled, InputError
from ..contract.filenames import styles_of
from ..contract.job import Event
from ..products.overviews import overview_factors
from ..products.places import check_place, temporary, unwritable
from ..products.styles import LayerStyle, add_layer_styles, read_layer_styles, register_table
from ..raster.files import RASTER_ERRORS, open_raster
from .folder import Map, Part, begin, find_map, layer_names, names, next_version, refuse_existing
from .readme import readme

_ROWS = 512
_FEATURES_AT_ONCE = 20_000
_CACHE_BYTES = 64 * 2**20
_GIVE_A_FOLDER = "Give a folder as the output instead of a GeoPackage."
_OPENING = (
    "Drag the file into QGIS and choose the layers. QGIS 3.40 takes colours and legend from the file by itself.",
    "QGIS 3.22 shows the rasters of a GeoPackage in plain grey (its polygons have their colours): there, take the package as a folder.",
    "The rasters hold the codes in their first band (PNG tiles, no loss). The table 'readme' has this text and the run record.",
)


@dataclass(frozen=True)
class _Layer:
    """A layer to write.

    Attributes:
        part: the file that holds it.
        held: its name there; empty: the file is a raster.
        label: what it is called in the README.
    """

    part: Part
    held: str
    label: str


def write_geopackage_in(
    folder: str,
    given: str,
    event: str,
    aoi: str,
    report: Callable[[Event], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Write ``FOLDER/<event>_<AOI>_<product>_vN.gpkg``; N is one more than the largest there is. Else as `write_geopackage`."""
    made, version = next_version(folder, names(find_map(given), event, aoi))
    return write_geopackage(given, f"{made}.gpkg", event, aoi, version, report, cancelled)


def write_geopackage(
    given: str,
    path: str,
    event: str,
    aoi: str,
    version: int = 1,
    report: Callable[[Event], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Write one GeoPackage with the layers ``<event>_<AOI>_<product>_<layer>_vN``: all of it, or nothing.

    Pictures and the one-page PDF find no place in it.

    Args:
        given: see `find_map`.
        path: the file to write.
        event, aoi, version: for the layers' names; an empty event is the prefix's own name.
        report: takes ``started`` and ``notice``.
        cancelled: asked at every strip of rows, and every batch of polygons, whether to stop.

    Returns:
        The file.

    Raises:
        InputError: the map is incomplete or has no georeference, or the names cannot be used.
        OutputError: the file is there already, or cannot be written.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    found = find_map(given)
    start = names(found, event, aoi)
    refuse_existing(path)
    check_place(path, [path], overwrite=False)
    waiting = temporary(os.path.abspath(path))
    begin(found, waiting, report)

    def stop() -> None:
        if cancelled():
            raise Cancelled

    try:
        os.mkdir(waiting)
        file = os.path.join(waiting, os.path.basename(path))
        layers = _layers(found)
        named = dict(zip(layer_names(start, [layer.label for layer in layers], version), layers, strict=True))
        _write_layers(file, named, stop)
        _write_words(file, found, named, f"{event} {aoi}".strip())
        os.replace(file, path)
    except (*RASTER_ERRORS, DataSourceError, DataLayerError, sqlite3.Error, OSError) as error:
        raise unwritable(path, error) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return Path(path)


def _write_layers(file: str, named: Mapping[str, _Layer], stop: Callable[[], None]) -> None:
    """Write the layers under their names. Raises what rasterio, pyogrio and `stop` raise."""
    with rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES):
        for name, layer in named.items():
            (_add_polygons if layer.held else _add_raster)(file, layer, name, stop)
    _declare_nodata(file, {name: layer.part for name, layer in named.items() if not layer.held})


def _write_words(file: str, found: Map, named: Mapping[str, _Layer], heading: str) -> None:
    """Add styles, README and run record to a file that holds the layers. Raises `sqlite3.Error`."""
    style = next((part.path for part in found.files(".qml") if part.layer == "class"), None)
    text = readme(found.run, {name: layer.label for name, layer in named.items()}, heading, style, _OPENING, found.estimates)
    with closing(sqlite3.connect(file)) as connection, connection:
        add_layer_styles(connection, _styles(named))
        _add_texts(connection, {"README": text, "run record": replace(found.run, files={}).to_json()})


def _layers(found: Map) -> list[_Layer]:
    """Return the layers of a map, rasters first: called as in their files, with that file's name where another one is called so."""
    layers = [_Layer(part, "", part.layer) for part in found.files(".tif")]
    for part in found.files(".gpkg"):
        for held in (str(name) for name, geometry in pyogrio.list_layers(part.path) if geometry is not None):
            is_taken = any(layer.label == held for layer in layers)
            layers.append(_Layer(part, held, f"{part.layer} {held}" if is_taken else held))
    return layers


def _add_raster(file: str, layer: _Layer, name: str, stop: Callable[[], None]) -> None:
    path = layer.part.path
    with open_raster(str(path)) as source:
        if source.crs is None:
            raise InputError(f"{path.name} has no georeference.", "A GeoPackage holds maps.", _GIVE_A_FOLDER)
        profile = {key: source.profile[key] for key in ("width", "height", "count", "dtype", "crs", "nodata")}
        profile["transform"] = _north_up(path.name, source)
        scale = source.scales[0]
        if scale != 1:  # this format keeps no scale beside the values
            profile |= {"dtype": "float32"}
        creation = {"RASTER_TABLE": name, "TILE_FORMAT": "PNG" if profile["dtype"] == "uint8" else "TIFF"}
        append = "YES" if os.path.exists(file) else "NO"
        with rasterio.open(file, "w", driver="GPKG", APPEND_SUBDATASET=append, **creation, **profile) as target:
            for row in range(0, source.height, _ROWS):
                stop()
                window = Window(0, row, source.width, min(_ROWS, source.height - row))
                values = _read_north_up(source, window)
                if scale != 1:
                    values = np.where(values == source.nodata, np.float32(source.nodata), values * np.float32(scale))
                target.write(values, 1, window=window)
        factors = overview_factors(*source.shape)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(f"GPKG:{file}:{name}", "r+") as target:
            target.build_overviews(factors, Resampling.nearest)


def _north_up(name: str, source: rasterio.DatasetReader) -> Affine:
    """Return the transform of the same pixels with north at the top and west at the left. Raises `InputError` where they lie turned."""
    t = source.transform
    if t.b or t.d:
        raise InputError(f"The pixels of {name} lie turned on the map.", "Those of a GeoPackage have north at the top.", _GIVE_A_FOLDER)
    west, north = min(t.c, t.c + t.a * source.width), max(t.f, t.f + t.e * source.height)
    return Affine(abs(t.a), 0, west, 0, -abs(t.e), north)


def _read_north_up(source: rasterio.DatasetReader, window: Window) -> npt.NDArray[Any]:
    """Return full-width rows of the first band, counted from the north, each from the west."""
    south_up, east_first = source.transform.e > 0, source.transform.a < 0
    row = source.height - window.row_off - window.height if south_up else window.row_off
    values = source.read(1, window=Window(0, row, window.width, window.height))
    return np.asarray(values[:: -1 if south_up else 1, :: -1 if east_first else 1])


def _declare_nodata(file: str, rasters: Mapping[str, Part]) -> None:
    """Say which value means nodata in rasters of floating-point numbers: GDAL forgets it, and fills tiles that hold nothing else with 0."""
    with closing(sqlite3.connect(file)) as connection, connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_2d_gridded_coverage_ancillary'").fetchone():
            return
        for name, part in rasters.items():
            with open_raster(str(part.path)) as source:
                given = source.nodata, name
            connection.execute("UPDATE gpkg_2d_gridded_coverage_ancillary SET data_null = ? WHERE tile_matrix_set_name = ?", given)


def _add_polygons(file: str, layer: _Layer, name: str, stop: Callable[[], None]) -> None:
    """Copy a layer of a vector file."""
    done = 0
    while True:
        stop()
        meta, _, shapes, columns = pyogrio.raw.read(layer.part.path, layer=layer.held, skip_features=done, max_features=_FEATURES_AT_ONCE)
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


def _styles(named: Mapping[str, _Layer]) -> dict[str, LayerStyle]:
    """Return the styles of layers by their names in the GeoPackage: those beside a raster, and those that a vector file holds."""
    styles = {}
    for name, layer in named.items():
        style = _held_styles(layer.part).get(layer.held) if layer.held else _style_beside(layer.part)
        if style is not None:
            styles[name] = style
    return styles


def _style_beside(part: Part) -> LayerStyle | None:
    qml, sld = (path.read_text(encoding="utf-8") if path.is_file() else "" for path in styles_of(part.path))
    return LayerStyle(part.layer, qml, sld) if qml else None


def _held_styles(part: Part) -> dict[str, LayerStyle]:
    with closing(sqlite3.connect(part.path)) as connection:
        return read_layer_styles(connection)


def _add_texts(connection: sqlite3.Connection, texts: Mapping[str, Any]) -> None:
    connection.execute("CREATE TABLE readme (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT, text TEXT)")
    register_table(connection, "readme")
    connection.executemany("INSERT INTO readme (name, text) VALUES (?, ?)", texts.items())
