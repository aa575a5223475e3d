"""Write layers of polygons, and of other features, to vector files batch by batch, all of them or nothing, and read polygons."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import MappingProxyType, TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from rasterio.crs import CRS
from rasterio.warp import transform_bounds

from ..contract.errors import InputError
from ..contract.filenames import SHAPEFILE_ENDINGS, STYLE_ENDINGS, TIFFS, check_ending
from ..contract.overwriting import wrote
from ..contract.record import MADE_OF
from ..products.places import check_place, unwritable
from ..products.styles import LayerStyle, add_layer_styles
from ..raster.addresses import refuse_address
from ..raster.files import RASTER_ERRORS, refuse_missing
from ..raster.grid import Grid
from ..raster.ground import LONGITUDE_LATITUDE, map_coordinates
from .outlines import Geometries
from .placement import in_degrees

Columns = Mapping[str, npt.NDArray[Any]]

VECTOR_ERRORS = (DataSourceError, DataLayerError)

_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".shp": "ESRI Shapefile"}
_GEOJSON_DIGITS = 7
_UNSAFE = re.compile(r"[!\x00-\x1f]")


class VectorFile:
    """Polygon layers of one file, or of one file each where the format holds one layer. Inside a ``with`` block.

    Leaving it without `finish` removes everything. Formats by file ending: ``.gpkg`` (all layers in it), ``.geojson`` (in degrees,
    EPSG:4326, as its standard demands) and ``.shp``; further layers of the latter two go to ``NAME_LAYER`` beside it.

    Args:
        path: the file to write.
        crs: of the polygons.
        layers: the layers' names; a single-layer format gives the first one the plain name.
        overwrite: whether earlier files may be replaced.
        styled: whether `finish` is given styles. A GeoPackage holds them; else they go beside the file, unless a raster of the same
            name has its own there (`unstyled` then names the layers that get none). Without `overwrite`, a style that is there stays.
        made_of: the fingerprint of the run whose map the features are made of, which a GeoPackage keeps; empty: none, or its own.

    Raises:
        OutputError: an unknown file ending, no place to write, or there are such files already.
    """

    def __init__(self, path: str, crs: CRS, layers: tuple[str, ...], overwrite: bool, styled: bool = False, made_of: str = "") -> None:
        ending = os.path.splitext(path)[1].lower()
        check_ending(path, tuple(_DRIVERS), f"Polygons are written to {', '.join(_DRIVERS)}.", "Give e.g. flood.gpkg.")
        self._driver, self._crs, self._made_of = _DRIVERS[ending], crs, made_of
        self.paths = {layer: path if i == 0 or ending == ".gpkg" else _beside(path, layer) for i, layer in enumerate(layers)}
        self._stale = [
            os.path.splitext(p)[0] + end
            for p in set(self.paths.values())
            for end in (SHAPEFILE_ENDINGS if ending == SHAPEFILE_ENDINGS[0] else (ending,))
        ]
        beside = {} if ending == ".gpkg" or not styled else {layer: os.path.splitext(p)[0] for layer, p in self.paths.items()}
        self.unstyled = tuple(layer for layer, stem in beside.items() if any(os.path.exists(stem + end) for end in TIFFS))
        self._styles = {layer: stem for layer, stem in beside.items() if layer not in self.unstyled}
        check_place(path, self._stale, overwrite)
        places = [stem + end for stem in self._styles.values() for end in STYLE_ENDINGS]
        self._stale += [place for place in places if not os.path.lexists(place) or (overwrite and wrote(place))]
        self._path = path
        self.temporary = self._folder = ""
        self._links = ExitStack()
        self._written: dict[str, int] = {}

    def __enter__(self) -> VectorFile:
        try:
            self.temporary = tempfile.mkdtemp(prefix=".tidemark.", suffix=".part", dir=os.path.dirname(os.path.abspath(self._path)))
            self._folder = self._links.enter_context(plain_path(self.temporary))
        except OSError as error:
            self._remove()
            raise unwritable(self._path, error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._remove()

    def _remove(self) -> None:
        self._links.close()
        shutil.rmtree(self.temporary, ignore_errors=True)

    def append(self, layer: str, shapes: Geometries, columns: Columns, crs: CRS | None = None, geometry_type: str = "MultiPolygon") -> None:
        """Append features to a layer.

        Args:
            shapes: (n,) of shapely geometries, polygons or multipolygons where no other type is given.
            columns: field name to (n,) values; the same fields and types each time. NaN and None are empty fields.
            crs: of this layer; None: that of the file.
            geometry_type: of this layer, as OGR calls it.

        Raises:
            OutputError: the disk is full or gone, or the format cannot hold it.
        """
        if len(shapes):
            self._write(layer, shapes, columns, crs, geometry_type)

    def finish(self, fields: Mapping[str, Columns], styles: Mapping[str, LayerStyle] = MappingProxyType({})) -> None:
        """Write the layers that are still empty, and give all files their names.

        Args:
            fields: for each layer columns of any length, for their names and types.
            styles: of the layers.
        """
        for layer in self.paths:
            if layer not in self._written:
                self._write(layer, np.zeros(0, np.object_), {name: values[:0] for name, values in fields[layer].items()})
        try:
            self._read_back()
            self._add_styles(styles)
            for path in self._stale:
                made = os.path.join(self.temporary, self._plain_name(path))
                if os.path.exists(made):
                    os.replace(made, path)
                else:
                    with suppress(FileNotFoundError):
                        os.remove(path)
        except (*VECTOR_ERRORS, sqlite3.Error, OSError) as error:
            raise unwritable(self._path, error) from error

    def _add_styles(self, styles: Mapping[str, LayerStyle]) -> None:
        if self._driver == "GPKG" and styles:
            with closing(sqlite3.connect(self._part(next(iter(self.paths))))) as connection, connection:
                add_layer_styles(connection, styles)
        for layer, stem in self._styles.items():
            for ending in STYLE_ENDINGS:
                place = os.path.join(self.temporary, self._plain_name(stem + ending))
                Path(place).write_text(styles[layer].text(ending), encoding="utf-8")

    def _read_back(self) -> None:
        """Count the features in the finished files: a full disk may show only now. Raises `OSError`."""
        for layer, count in self._written.items():
            options = {"layer": layer} if self._driver == "GPKG" else {}
            if pyogrio.read_info(self._part(layer), force_feature_count=True, **options)["features"] != count:
                raise OSError(f"the layer {layer} is incomplete")

    def _part(self, layer: str) -> str:
        return os.path.join(self._folder, self._plain_name(self.paths[layer]))

    def _plain_name(self, path: str) -> str:
        """Return a name that every library takes for the file that is to be called `path`."""
        stem, ending = os.path.splitext(path)
        stems = [os.path.splitext(place)[0] for place in dict.fromkeys(self.paths.values())]
        return f"{stems.index(stem)}{ending.lower()}"

    def _write(
        self, layer: str, polygons: Geometries, columns: Columns, crs: CRS | None = None, geometry_type: str = "MultiPolygon"
    ) -> None:
        crs = crs or self._crs
        options: dict[str, Any] = {}
        if self._driver == "GPKG":
            options = {"layer": layer, "layer_options": {"FID": _free_name("fid", columns), "GEOMETRY_NAME": _free_name("geom", columns)}}
            options["layer_metadata"] = {MADE_OF: self._made_of} if self._made_of else None
        if self._driver == "GeoJSON":
            options = {"layer": PurePath(self.paths[layer]).stem}
            options["layer_options"] = {} if layer in self._written else {"RFC7946": "YES"}
        try:
            if self._driver == "GeoJSON":
                polygons, crs = in_degrees(polygons, crs), LONGITUDE_LATITUDE
                polygons = shapely.transform(polygons, lambda points: np.round(points, _GEOJSON_DIGITS))
            pyogrio.raw.write(
                self._part(layer),
                shapely.to_wkb(polygons),
                list(columns.values()),
                list(columns),
                driver=self._driver,
                geometry_type=geometry_type,
                promote_to_multi=geometry_type.startswith("Multi"),
                crs=name_crs(crs),
                append=layer in self._written,
                **options,
            )
        except (*VECTOR_ERRORS, *RASTER_ERRORS, OSError) as error:
            raise unwritable(self._path, error) from error
        self._written[layer] = self._written.get(layer, 0) + len(polygons)


@contextmanager
def plain_path(path: str) -> Iterator[str]:
    """Give a path by which pyogrio finds a file or folder; it takes ``!`` for the begin of a part of an archive, and drops line breaks."""
    if not _UNSAFE.search(path) or not os.path.exists(path):
        yield path
        return
    with tempfile.TemporaryDirectory() as links:
        stem, ending = os.path.splitext(path)
        for beside in [path] if os.path.isdir(path) else Path(path).parent.iterdir():
            if str(beside) == path or os.path.splitext(beside)[0] == stem:
                os.symlink(os.path.abspath(beside), os.path.join(links, "file" + os.path.splitext(beside)[1]))
        yield os.path.join(links, f"file{ending}")


def _free_name(name: str, columns: Columns) -> str:
    """Return a name for one of GeoPackage's own columns that no field has."""
    taken = {column.lower() for column in columns}
    while name in taken:
        name = f"own_{name}"
    return name


def _beside(path: str, layer: str) -> str:
    stem, ending = os.path.splitext(path)
    return f"{stem}_{layer}{ending}"


def name_crs(crs: CRS) -> str:
    """Return a reference system as ``EPSG:n`` where it has a number, else as WKT."""
    number = crs.to_epsg()
    return f"EPSG:{number}" if number else str(crs.to_wkt())


@dataclass(frozen=True)
class Layer:
    """Features read from a vector file.

    Attributes:
        crs: their reference system.
        shapes: (n,) of shapely geometries; None where a feature has none.
        columns: field name to (n,) values.
    """

    crs: CRS
    shapes: Geometries
    columns: dict[str, npt.NDArray[Any]]


def read_polygons(path: str, layer: str = "", near: Grid | None = None) -> Layer:
    """Read a layer of polygons with its fields.

    Args:
        layer: its name; empty: the file's only layer of polygons.
        near: what does not lie on this grid need not be read; None: all is.

    Raises:
        InputError: missing, no vector file, no or several layers of polygons, or no reference system.
    """
    name = PurePath(path).name
    refuse_missing(path, name)
    refuse_address(path)
    try:
        with plain_path(path) as plain, warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # of pyogrio, on oddities that do no harm here
            chosen = _choose_layer(name, pyogrio.list_layers(plain), layer)
            about, _, shapes, values = pyogrio.raw.read(plain, layer=chosen, force_2d=True, bbox=_box_around(plain, chosen, near))
            crs = CRS.from_user_input(about["crs"]) if about["crs"] else None
    except (*VECTOR_ERRORS, *RASTER_ERRORS, UnicodeError) as error:
        raise InputError(
            f"{name} cannot be read as a vector file.",
            "Tidemark reads GeoPackage, GeoJSON, Shapefile and the other formats that GDAL reads.",
            "Check that the file is complete.",
        ) from error
    if crs is None:
        raise InputError(
            f"{name} has no coordinate reference system.",
            "Without one nobody knows where its polygons lie.",
            "Assign it first (in QGIS: Layer > Set CRS, then Save As).",
        )
    return Layer(
        crs,
        np.asarray(shapely.from_wkb(shapes, on_invalid="ignore")),
        {name: plain_values(column) for name, column in zip(about["fields"].tolist(), values, strict=True)},
    )


def _box_around(path: str, layer: str, near: Grid | None) -> tuple[float, float, float, float] | None:
    """Return the bounds around a grid in a layer's own coordinates, None where they cannot be told: then all has to be read."""
    crs = pyogrio.read_info(path, layer=layer)["crs"] if near else None
    if near is None or not crs:
        return None
    x, y = map_coordinates(near.transform, np.array([0, near.width, 0, near.width]), np.array([0, 0, near.height, near.height]))
    try:
        xmin, ymin, xmax, ymax = transform_bounds(near.crs, CRS.from_user_input(crs), x.min(), y.min(), x.max(), y.max())
    except RASTER_ERRORS:
        return None
    margin = 0.01 * max(xmax - xmin, ymax - ymin)  # the edges of the box are bent in between the points that were looked up
    box = xmin - margin, ymin - margin, xmax + margin, ymax + margin
    across = CRS.from_user_input(crs).is_geographic and (box[0] < -180 or box[2] > 180)
    if not np.isfinite(box).all() or xmin > xmax or across:  # xmin > xmax: across the antimeridian
        return None
    return box


def plain_values(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return lists and other nested values as text, which every format holds."""
    if values.dtype != np.object_:
        return values
    return np.array([value if value is None else str(value) for value in values], np.object_)


def _choose_layer(name: str, layers: npt.NDArray[np.object_], wanted: str) -> str:
    names = [str(layer) for layer, _ in layers]
    fitting = [str(layer) for layer, kind in layers if kind and ("Polygon" in kind or kind in ("Unknown", "GeometryCollection"))]
    if wanted and wanted not in names:
        raise InputError(f"{name} has no layer '{wanted}'.", f"It has {', '.join(names)}.", "Choose one of these.")
    if not wanted and not fitting:
        raise InputError(f"{name} has no layer of polygons.", "Zones are polygons.", "Choose a file with polygons.")
    if not wanted and len(fitting) > 1:
        raise InputError(f"{name} has several layers of polygons: {', '.join(fitting)}.", "", "Choose one with --layer.")
    return wanted or fitting[0]
