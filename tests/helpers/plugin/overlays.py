"""Layers to lay over a scene, on its grid: rasters of two values, polygons; and the class raster read back."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal
from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsRectangle, QgsVectorLayer

gdal.UseExceptions()


def write_west(path: Path, scene: Path, west: int, east: int) -> Path:
    """Write one value over the west half of a scene's grid, another one over the east half."""
    like = gdal.Open(str(scene))
    width, height = like.RasterXSize, like.RasterYSize
    raster = gdal.GetDriverByName("GTiff").Create(str(path), width, height, 1, gdal.GDT_Byte)
    raster.SetGeoTransform(like.GetGeoTransform())
    raster.SetProjection(like.GetProjection())
    row = bytes([west] * (width // 2) + [east] * (width - width // 2))
    raster.WriteRaster(0, 0, width, height, row * height)
    raster.FlushCache()
    return path


def write_scaled(path: Path, raster: Path, factor: int) -> Path:
    """Write a raster of 0 and 1 as 0 and `factor`."""
    gdal.Translate(str(path), str(raster), scaleParams=[[0, 1, 0, factor]])
    return path


def strip(scene: Path, name: str, columns: tuple[float, float]) -> QgsVectorLayer:
    """Return a layer in memory with one polygon: the scene between two shares of its width."""
    image = QgsRasterLayer(str(scene), "image")
    extent = image.extent()
    layer = QgsVectorLayer(f"Polygon?crs={image.crs().authid()}", name, "memory")
    left, right = (extent.xMinimum() + share * extent.width() for share in columns)
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, extent.yMinimum(), right, extent.yMaximum())))
    assert layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def shares(path: str) -> dict[int, float]:
    """Return the share of each class code in a class raster."""
    raster = gdal.Open(path)
    values = raster.ReadRaster(0, 0, raster.RasterXSize, raster.RasterYSize)
    return {code: values.count(code) / len(values) for code in set(values)}
