"""Radar and optical layers of the project → Sources of a job; what may be compared; extents in an image's coordinates.

For the thread that draws QGIS only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRectangle,
)

from ...engine.contract.card import SAY_BANDS, band_numbers, find_card
from ...engine.contract.errors import InputError
from ...engine.contract.job import OPTICAL_ROLES, Job, SceneInfo, Source, check_optical
from ..i18n import tr
from .as_shown import with_knowledge_of_qgis
from .products import Image
from .results import is_result

REMOTE = ("/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift", "/vsiwebhdfs", "http:", "https:", "ftp:")
ONLY_IN_MEMORY = ("/vsimem/",)

REPEAT_DAYS = 6
"""Sentinel-1's two satellites fly over the same ground on the same track every 6 days, each of them every 12."""


def layer_path(layer: QgsRasterLayer) -> str:
    """Return which file a raster layer comes from, as the engine can open it (also inside an archive, ``/vsizip/…``).

    Only what the file is follows from it, and what lies beside it. What is read of a layer is `path_as_shown`.

    Raises:
        InputError: the layer is no file of this machine.
    """
    save_it = tr("Save it as a GeoTIFF (right-click the layer, Export, Save As…) and choose the new layer.")
    if layer.providerType() != "gdal":
        raise InputError(
            tr("The layer '{name}' comes from the provider '{provider}'.").format(name=layer.name(), provider=layer.providerType()),
            tr("Tidemark reads raster files of this machine, with the values as they were measured."),
            save_it,
        )
    parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
    path = "".join(str(parts.get(part) or "") for part in ("vsiPrefix", "path", "vsiSuffix"))
    if isinstance(parts.get("layerName"), str) and parts["layerName"]:
        raise InputError(
            tr("The layer '{name}' is one of several in its file: {source}.").format(name=layer.name(), source=layer.source()),
            tr("Tidemark reads files that hold one raster."),
            save_it,
        )
    if path.startswith(REMOTE + ONLY_IN_MEMORY):
        raise InputError(
            tr("The layer '{name}' is not a file of this machine: {source}.").format(name=layer.name(), source=layer.source()),
            tr("Tidemark reads raster files of this machine."),
            save_it,
        )
    is_plain_path = ":" not in path[2:] and not path.startswith("/vsi")
    if is_plain_path and not Path(path).exists():
        raise InputError(
            tr("The file of the layer '{name}' is not there any more: {path}.").format(name=layer.name(), path=path),
            "",
            tr("Repair the layer's source, or choose another layer."),
        )
    return path


def path_as_shown(layer: QgsRasterLayer) -> str:
    """Return what to read of a raster layer: its file, with the reference system and the no data values that QGIS shows it with.

    Raises:
        InputError: as `layer_path`; or no file can say what QGIS shows.
    """
    return with_knowledge_of_qgis(layer, layer_path(layer), not is_on_pixels(layer))


def raster_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return the project's raster layers that could be images to map: files, and no base maps."""
    rasters = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsRasterLayer))
    layers = (layer for layer in rasters if layer.providerType() == "gdal")
    return [layer for layer in layers if not is_result(layer)]


def scene_paths(layer: QgsRasterLayer, vh_layer: QgsRasterLayer | None = None) -> tuple[str, ...]:
    """Return the files of an image whose VH band may lie in a second layer, as QGIS shows them. Raises `InputError`."""
    return tuple(path_as_shown(part) for part in (layer, vh_layer) if part is not None)


def is_on_pixels(layer: QgsRasterLayer) -> bool:
    """Return whether a layer's coordinates are its pixels' columns and rows, because its file has no georeference.

    QGIS shows such an image with its rows counted downwards from 0, so that its extent is negative in y.
    """
    whole = layer.extent()
    return (whole.xMinimum(), whole.yMaximum(), whole.xMaximum(), -whole.yMinimum()) == (0, 0, layer.width(), layer.height())


def source_of(
    layer: QgsRasterLayer,
    vh_layer: QgsRasterLayer | None,
    scale: str,
    info: SceneInfo | None = None,
    role: str = "after",
    bands: Mapping[str, int] | None = None,
) -> Source:
    """Return an image.

    A VH layer that was chosen counts as VH, unless names or metadata already tell both bands apart. Raises `InputError`.

    Args:
        bands: polarisation to band number, where the user has told them.
    """
    paths = scene_paths(layer, vh_layer)
    told_apart = info is not None and {"VV", "VH"} <= set(info.bands)
    in_two_layers = {} if vh_layer is None or told_apart else {"VV": 1, "VH": layer.bandCount() + 1}
    return Source(paths=paths, role=role, bands=bands or in_two_layers, scale=scale)


def extent_in_layer(extent: QgsRectangle, transform: QgsCoordinateTransform, layer: QgsRasterLayer) -> tuple[float, float, float, float]:
    """Bring an extent into the coordinates of a layer and cut it to the layer.

    Raises:
        InputError: it does not touch the layer, or cannot be brought there.
    """
    try:
        moved = transform.transformBoundingBox(extent)
    except QgsCsException as error:
        raise InputError(
            tr("The extent cannot be brought into the image's coordinates: {reason}.").format(reason=error),
            "",
            tr("Check the coordinate reference system of the layer, or map the whole image."),
        ) from error
    shared = moved.intersect(layer.extent())
    if shared.isEmpty():
        raise InputError(
            tr("The extent does not touch the image '{name}'.").format(name=layer.name()),
            "",
            tr("Move the map to the image, or map the whole image."),
        )
    return image_coordinates(shared, layer)


def image_coordinates(extent: QgsRectangle, layer: QgsRasterLayer) -> tuple[float, float, float, float]:
    """Return ``(xmin, ymin, xmax, ymax)``; pixel columns and rows where the image has no georeference."""
    if is_on_pixels(layer) and not layer.dataProvider().crs().isValid():
        return extent.xMinimum(), -extent.yMaximum(), extent.xMaximum(), -extent.yMinimum()
    return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()


def check_two_dates(after: Source, before: Source | None = None) -> None:
    """Refuse an image that is compared with itself. Raises `InputError`."""
    shared = set(after.paths) & set(before.paths) if before is not None else set()
    if shared:
        raise InputError(
            tr("The image and the image before are the same file: {path}.").format(path=min(shared)),
            tr("What is new shows between two dates only."),
            tr("Choose the image that was taken earlier."),
        )


def days_between(after: SceneInfo, before: SceneInfo) -> int | None:
    """Return by how many days the image before is older; negative where it is newer, None where a date is unknown."""
    newer, older = _day(after), _day(before)
    return None if newer is None or older is None else (newer - older).days


def interval_in_words(after: SceneInfo, before: SceneInfo) -> str:
    """Say how two dates lie to each other, e.g. "12 days before the image"."""
    days = days_between(after, before)
    if days is None:
        return tr("date unknown: make sure that it is the earlier image")
    if days < 0:
        return tr("{days} days after the image: are the two swapped?").format(days=-days)
    return tr("{days} days before the image").format(days=days) if days else tr("the day of the image itself")


def propose_dates(known: Sequence[tuple[Image, SceneInfo]], image: Image, is_fixed: bool) -> tuple[Image, Image | None]:
    """Return the image to map and the image before among images that show the same ground at known dates.

    The image before is the newest one that was taken from the same track, as metadata or a multiple of the satellites' repeat cycle tell;
    where there is none, the newest earlier one.

    Args:
        known: layers and products with what is known of them.
        image: shows the ground in question.
        is_fixed: whether it is the image to map; else that is the newest one of the same ground.
    """
    infos = dict(known)
    if image not in infos:
        return image, None
    ground = _ground(image, infos[image])
    dated = {one: when for one, info in known if info.usable and (when := _day(info)) is not None and _overlap(_ground(one, info), ground)}
    if image not in dated:
        return image, None
    after = image if is_fixed else max(dated, key=lambda one: (dated[one], one == image))
    earlier = {one: (dated[after] - when).days for one, when in dated.items() if when < dated[after]}
    if not earlier:
        return image, None
    of_pass = {one: _other_track(infos[after], infos[one]) for one in earlier}
    return after, min(earlier, key=lambda one: (of_pass[one], earlier[one] % REPEAT_DAYS != 0, earlier[one]))


def _other_track(after: SceneInfo, before: SceneInfo) -> int:
    """Return 0 where two images are known to be from one track, 2 where from two, and 1 where nothing tells."""
    if not (after.relative_orbit and before.relative_orbit):
        return 1
    return 0 if (after.relative_orbit, after.pass_direction) == (before.relative_orbit, before.pass_direction) else 2


def _day(info: SceneInfo) -> date | None:
    try:
        return date.fromisoformat(info.acquired[:10])
    except ValueError:
        return None


def _ground(image: Image, info: SceneInfo) -> tuple[QgsRectangle, QgsCoordinateReferenceSystem]:
    """Return the extent of an image and the system of its coordinates; of a product as it will lie on its map grid."""
    if isinstance(image, QgsRasterLayer):
        return image.extent(), image.crs()
    return QgsRectangle(*(info.bounds or ())), QgsCoordinateReferenceSystem(info.crs)


def _overlap(one: tuple[QgsRectangle, QgsCoordinateReferenceSystem], other: tuple[QgsRectangle, QgsCoordinateReferenceSystem]) -> bool:
    """Return whether two extents share at least half of the smaller one."""
    transform = QgsCoordinateTransform(one[1], other[1], QgsProject.instance())
    try:
        moved = transform.transformBoundingBox(one[0])
    except QgsCsException:
        return False
    shared = moved.intersect(other[0])
    return 2 * shared.width() * shared.height() >= min(moved.width() * moved.height(), other[0].width() * other[0].height())


def with_optical(job: Job, layers: Sequence[QgsRasterLayer | None], bands: str) -> Job:
    """Return the job with the optical images; as it is where there are none.

    Args:
        layers: the image of the date to map, and of the date before; None where there is none.
        bands: which band is which, as typed; empty: by name.

    Raises:
        TidemarkError: they cannot be used.
    """
    chosen = [(layer, role) for layer, role in zip(layers, OPTICAL_ROLES) if layer is not None]
    if not chosen:
        return job
    given = parse_bands(bands)
    job = replace(job, sources=(*job.sources, *(Source((path_as_shown(layer),), role, given) for layer, role in chosen)))
    check_optical(job)
    for layer, _ in chosen:
        bands_of(job, layer, len(chosen), given)
    return job


def bands_of(job: Job, layer: QgsRasterLayer, images: int, given: dict[str, int]) -> dict[str, str]:
    """Return role to band name of what the job's model looks at in one of so many optical images. Raises `TidemarkError`."""
    wanted = find_card(job.model, job.task, optical=images).optical
    if wanted is None:
        return {}
    names = [str(layer.bandName(number)) for number in range(1, layer.bandCount() + 1)]
    numbers = wanted.choose_bands(tr("the layer '{name}'").format(name=layer.name()), names, given)
    return {role: names[number - 1] for role, number in numbers.items()}


def parse_bands(text: str) -> dict[str, int]:
    """Read e.g. "swir=1, nir=2, visible=3"; empty means by name. Raises `InputError`."""
    if not text.strip():
        return {}
    try:
        return {name.lower(): number for name, number in band_numbers(text).items()}
    except ValueError:
        raise InputError(tr("The optical bands '{text}' cannot be read.").format(text=text), "", tr(SAY_BANDS)) from None
