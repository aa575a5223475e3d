"""Sentinel-1 products as they were downloaded, which stand in the place of an image's layer until they have been prepared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from qgis.core import (
    QgsContrastEnhancement,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsSingleBandGrayRenderer,
)

from ...engine.contract.filenames import PRODUCT_MANIFEST, is_product_folder
from .results import find_layer

PRODUCT_FILTER = f"*.zip {PRODUCT_MANIFEST} *.tif *.tiff"
_TAKE = re.compile(r"(S1[A-D]_\w\w_GRD._\w{4})_\w{15}_\w{15}_(\d{6})_")
"""In a product's name: satellite and kind, and the number of the orbit; slices of one pass share both."""
_TIME = re.compile(r"(S1[A-D])_\w\w_GRD._\w{4}_(\d{8})T(\d{6})_")


@dataclass(frozen=True)
class ProductImage:
    """A product, or slices of one pass that become one image. Named and told apart as a layer is.

    Attributes:
        paths: of the zips or folders.
    """

    paths: tuple[str, ...]

    def name(self) -> str:
        """Return satellite and time, e.g. "S1A 2024-05-06 05:30:00": a product's own name hides them in its middle."""
        stem = _stem(self.paths[0])
        told = _TIME.match(stem)
        if told is None:
            return stem
        satellite, day, time = told.groups()
        return f"{satellite} {day[:4]}-{day[4:6]}-{day[6:]} {time[:2]}:{time[2:4]}:{time[4:]}"

    def full_name(self) -> str:
        """Return the names of the products."""
        return "\n".join(map(_stem, self.paths))

    def id(self) -> str:
        """Return what tells it from others."""
        return "\n".join(self.paths)


Image = Union[QgsRasterLayer, ProductImage]


def product_at(path: str) -> str:
    """Return the zip or the folder of the product that a path may lead to, by its names; empty where it leads to none.

    Args:
        path: a zip, a product's folder or the one around it, its ``manifest.safe``, or a file of its ``measurement`` folder.
    """
    place = Path(path)
    if place.is_file():
        if place.suffix.lower() == ".zip":
            return path
        if place.name == PRODUCT_MANIFEST:
            return str(place.parent)
        return str(place.parent.parent) if place.parent.name == "measurement" and is_product_folder(place.parent.parent) else ""
    is_folder = place.is_dir() and (is_product_folder(place) or any(map(is_product_folder, place.glob("*.SAFE"))))
    return path if is_folder else ""


def products_at(paths: Iterable[str]) -> list[ProductImage]:
    """Return the products that paths lead to, slices of one pass as one."""
    passes: dict[str, list[str]] = {}
    for found in dict.fromkeys(filter(None, map(product_at, paths))):
        take = _TAKE.match(_stem(found))
        passes.setdefault(" ".join(take.groups()) if take else found, []).append(found)
    return [ProductImage(tuple(sorted(slices, key=_stem))) for slices in passes.values()]


def add_prepared(path: str, name: str, is_shown: bool, project: QgsProject) -> QgsRasterLayer:
    """Return the layer of a prepared image, which is added on top of all layers in grey where the project has none of it yet."""
    there = find_layer(path, project)
    if there is not None:
        return there
    layer = QgsRasterLayer(path, name)
    show_in_grey(layer)
    project.addMapLayer(layer, False)
    node = project.layerTreeRoot().insertLayer(0, layer)
    node.setItemVisibilityChecked(is_shown)
    node.setExpanded(False)
    return layer


def show_in_grey(layer: QgsRasterLayer) -> None:
    """Show the first band, as radar images are looked at."""
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum, QgsRasterMinMaxOrigin.Limits.CumulativeCut
    )


def _stem(path: str) -> str:
    name = Path(path).name
    return re.sub(r"\.(zip|SAFE)$", "", re.sub(r"\.zip$", "", name, flags=re.IGNORECASE), flags=re.IGNORECASE)
