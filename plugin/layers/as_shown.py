"""A raster as its layer shows it, where QGIS knows more of it than the file says: reference system and no data values."""

from __future__ import annotations

import hashlib
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingUtils, QgsRasterDataProvider, QgsRasterLayer

from ...engine.contract.errors import InputError
from ..i18n import tr

PREFIX = "tidemark_"
"""Begins the name of a virtual raster's folder, which ends with a hash of what it shows."""


def with_knowledge_of_qgis(layer: QgsRasterLayer, path: str, has_place: bool) -> str:
    """Return what to read: the file itself, or a virtual raster of it with what only QGIS knows of the layer.

    The virtual raster lies in the folder of QGIS's temporary files, and is the same one each time for the same file and knowledge.

    Args:
        path: of the layer's file.
        has_place: whether the layer's coordinates are those of a reference system, not its pixels' columns and rows.

    Raises:
        InputError: no virtual raster can say it.
    """
    provider = layer.dataProvider()
    shown = layer.crs()
    crs = (
        shown.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
        if has_place and shown.isValid() and shown != provider.crs()
        else ""
    )
    bands = range(1, layer.bandCount() + 1)
    told = any(provider.userNoDataValues(band) or not _uses_own_nodata(provider, band) for band in bands)
    if not (crs or told):
        return path
    nodata = [_nodata(layer, band) for band in bands]
    knowledge = repr((path, Path(path).stat().st_mtime_ns if Path(path).exists() else 0, crs, nodata))
    folder = Path(QgsProcessingUtils.tempFolder()) / f"{PREFIX}{hashlib.sha256(knowledge.encode()).hexdigest()[:16]}"
    virtual = folder / f"{Path(path).stem}.vrt"
    if not virtual.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _write(virtual, path, crs, nodata)
    return str(virtual)


def is_same_as_shown(path: str, other: str) -> bool:
    """Return whether two paths of `path_as_shown` are of one raster, also where a temporary folder of an earlier session holds one."""
    is_virtual = Path(path).parent.name.startswith(PREFIX)
    return path == other or (is_virtual and Path(path).parts[-2:] == Path(other).parts[-2:])


def _nodata(layer: QgsRasterLayer, band: int) -> float | None:
    """Return the one value that a band shows as no data; None where it shows all. Raises `InputError` for more than one."""
    provider = layer.dataProvider()
    ranges = provider.userNoDataValues(band)
    own = provider.sourceHasNoDataValue(band) and provider.useSourceNoDataValue(band)
    values = {float(one.min()) for one in ranges} | ({float(provider.sourceNoDataValue(band))} if own else set())
    if len(values) > 1 or any(one.min() != one.max() for one in ranges):
        raise InputError(
            tr("The layer '{name}' has several no data values in QGIS, or a range of them.").format(name=layer.name()),
            tr("Tidemark takes one value for each band."),
            tr("Save the layer with them (right-click it, Export, Save As…), or take them off (its properties, Transparency)."),
        )
    return values.pop() if values else None


def _uses_own_nodata(provider: QgsRasterDataProvider, band: int) -> bool:
    return bool(provider.useSourceNoDataValue(band)) or not provider.sourceHasNoDataValue(band)


def _write(virtual: Path, path: str, crs: str, nodata: list[float | None]) -> None:
    raster = gdal.Translate(str(virtual), path, format="VRT")
    if crs:
        raster.SetProjection(crs)
    for band, value in enumerate(nodata, start=1):
        if value is None:
            raster.GetRasterBand(band).DeleteNoDataValue()
        else:
            raster.GetRasterBand(band).SetNoDataValue(value)
    raster.FlushCache()
