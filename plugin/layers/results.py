"""Result files → styled layers in one group, and which layers of the project are results. For the thread that draws QGIS only."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path, PureWindowsPath

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtGui import QColor

from ...engine.contract.classes import FOUND, ClassCode
from ...engine.contract.filenames import CHANGE_DB, CLASS, FEATURES, POLYGONS, PROBABILITY, MapFiles
from ...engine.contract.job import Result
from ...engine.contract.record import RunRecord
from ...engine.contract.tasks import TASKS
from ..i18n import in_qgis, tr
from .legend import translate_legend
from .outputs import record_of, refuse_lost

RESULT_PROPERTY = "tidemark/result"
"""Set on layers that are results, which are no images to map: what they are."""

IMAGE_PROPERTY = "tidemark/image"
"""Set on layers that are results: the id of the layer that was mapped."""

MAP_PROPERTY = "tidemark/map"
"""Set on what was made of a map, such as polygons: the path of its class raster."""

RUN_PROPERTY = "tidemark/run"
"""Set beside `MAP_PROPERTY`: the fingerprint of the map's run, because another run may replace the files."""

NAME_LENGTH = 24
UNNAMED = "OUTPUT"
"""What Processing calls a file that has no name of its own."""

ZONES = "zones"
"""What zones are in which a map was counted, beside the kinds of a map's files."""

ZONE_LINES = (("#ffffff", 1.0), ("#333333", 0.4))
"""Colours and widths (mm) of the lines around zones, which are seen on dark and bright images; the first one lies below."""


def result_layers(project: QgsProject) -> list[QgsMapLayer]:
    """Return Tidemark's own results: maps, probabilities, polygons."""
    return [layer for layer in project.mapLayers().values() if is_result(layer)]


def is_result(layer: QgsMapLayer) -> bool:
    """Return whether a layer is a result: it is marked as one, or the run record beside its file names it, whoever has added it."""
    if layer.customProperty(RESULT_PROPERTY, ""):
        return True
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        return False
    run = record_of(str(MapFiles.of_raster(layer.source()).path(CLASS)))
    return run is not None and Path(layer.source()).name in (PureWindowsPath(path).name for path in run.files.values())


def map_of(layer: QgsMapLayer | None) -> str:
    """Return the class raster of the run that a layer comes from; empty where it is no result with a run record beside it."""
    if layer is None:
        return ""
    path = made_of(layer)
    if not path and isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal":
        is_map = layer.customProperty(RESULT_PROPERTY, "") == CLASS  # which Processing may have named like another raster of a map
        path = str((MapFiles.of_class if is_map else MapFiles.of_raster)(layer.source()).path(CLASS))
    run = record_of(path) if path and Path(path).is_file() else None
    # An image from which the prefix of its map took the name has the map's record beside it, and is none of its files.
    return path if run is not None and Path(path).name not in (PureWindowsPath(one).name for one in run.image.mapped) else ""


def made_of(layer: QgsMapLayer) -> str:
    """Return the class raster that a layer was made of; empty where there is none, or where another run has replaced it since."""
    path, fingerprint = (str(layer.customProperty(name, "") or "") for name in (MAP_PROPERTY, RUN_PROPERTY))
    path = _moved(path, fingerprint, layer) if path and fingerprint else path
    run = record_of(path) if path and fingerprint else None
    return "" if run is not None and run.fingerprint != fingerprint else path


def _moved(path: str, fingerprint: str, layer: QgsMapLayer) -> str:
    """Return where the map of a run lies now whose project was moved, copied, or sent from another computer; else the path as it is.

    It is looked for among the layers of the project, and beside what was made of it.
    """
    name, project = PureWindowsPath(path).name, layer.project()  # which splits paths of all systems
    sources = [] if project is None else [one.source() for one in project.mapLayers().values() if isinstance(one, QgsRasterLayer)]
    if file_key(path) in map(file_key, sources):
        return path
    places = [*(source for source in sources if Path(source).name == name), str(Path(layer.source().split("|")[0]).with_name(name))]
    runs = ((place, record_of(place)) for place in places if Path(place).is_file())
    return next((place for place, run in runs if run is not None and run.fingerprint == fingerprint), path)


def mark_made_of(layer: QgsMapLayer, map_path: str) -> None:
    """Remember on a layer of which map it was made."""
    run = record_of(map_path)
    layer.setCustomProperty(MAP_PROPERTY, map_path)
    layer.setCustomProperty(RUN_PROPERTY, "" if run is None else run.fingerprint)


def newest_map(project: QgsProject) -> str:
    """Return the class raster of the uppermost result in the layer tree; empty where there is none."""
    nodes = project.layerTreeRoot().findLayers()
    marked = (node.layer() for node in nodes if node.layer() is not None and node.layer().customProperty(RESULT_PROPERTY, "") == CLASS)
    return next(filter(None, map(map_of, marked)), "")


def file_key(path: str) -> str:
    """Return what all spellings of a file's path share: QGIS and Python write one path differently, most of all on Windows.

    Args:
        path: or the source of a layer, which may name a table of the file after a bar.
    """
    file = path.split("|")[0]
    return os.path.normcase(os.path.normpath(file)) if file else ""


def find_layer(path: str, project: QgsProject) -> QgsMapLayer | None:
    """Return the project's layer of a file, None where there is none."""
    wanted = file_key(path)
    return next((layer for layer in project.mapLayers().values() if wanted and file_key(layer.source()) == wanted), None)


def reload_layers(files: Collection[str], project: QgsProject) -> None:
    """Let the project's layers of files that may have been replaced show what these hold now: QGIS keeps the earlier ones open."""
    keys = set(map(file_key, files))
    for layer in project.mapLayers().values():
        if file_key(layer.source()) in keys and not layer.isEditable():
            layer.setDataSource(layer.source(), layer.name(), layer.providerType())
            layer.triggerRepaint()


def probability_layer(classes: str, project: QgsProject) -> QgsRasterLayer | None:
    """Return the project's layer of the probability that a map was made of, None where there is none."""
    own = find_layer(str(MapFiles.of_class(classes).path(PROBABILITY)), project)
    if own is not None:
        return own
    kinds = (layer for layer in result_layers(project) if layer.customProperty(RESULT_PROPERTY, "") == PROBABILITY)
    return next((layer for layer in kinds if MapFiles.of_probability(layer.source()).shares_probability_with(classes)), None)


def files_name(classes: str) -> str:
    """Return how the names of a map's files begin; of one that Processing has named, the name of its image's file."""
    name = Path(MapFiles.of_class(classes).prefix).name
    run = record_of(classes) if name == UNNAMED else None
    return name if run is None or not run.image.paths else Path(run.image.paths[0]).stem


def short_name(name: str) -> str:
    """Return a name cut in the middle: names of radar images differ at their ends."""
    half = (NAME_LENGTH - 1) // 2
    return name if len(name) <= NAME_LENGTH else f"{name[:half]}…{name[-half:]}"


def can_move_threshold(run: RunRecord) -> bool:
    """Return whether the probability and a threshold decide a map's classes alone, so that another one can be tried on it."""
    return run.threshold is not None and run.task in TASKS and TASKS[run.task].by_threshold


def name_of(run: RunRecord, image: str) -> str:
    """Return the name of a map's layer: what it is, from which threshold where that alone decides, and of which image."""
    return f"{tr(run.title).split(' (')[0]}{_threshold_in_words(run)}: {short_name(image)}"


def _threshold_in_words(run: RunRecord | None) -> str:
    return f", {100 * run.threshold:.0f} %" if run is not None and run.threshold is not None and can_move_threshold(run) else ""


def add_result(result: Result, image_name: str, image_id: str, project: QgsProject) -> QgsLayerTreeGroup:
    """Add the result to the project: one group on top of all layers, classes and polygons shown, the others there to be switched on.

    Earlier results of the same image are folded and switched off; layers of files that this result has replaced go. The styles come from
    the sidecars that the engine writes beside the rasters, and with the polygons' file.
    """
    _remove_replaced(result.files.values(), project)
    classes = result.files[CLASS]
    run = record_of(classes)
    name = name_of(run, image_name) if run is not None else tr(result.title)
    for node in _groups_of(image_id, project):
        node.setItemVisibilityChecked(False)
        node.setExpanded(False)
    group = QgsLayerTreeGroup(f"{short_name(image_name)}: {tr(result.title)}")
    group.setCustomProperty(IMAGE_PROPERTY, image_id)
    for kind, words in ((CLASS, name), (PROBABILITY, tr("Probability (%)")), (CHANGE_DB, tr("Change (dB)"))):
        if kind in result.files:
            layer = _raster(result.files[kind], words, kind, image_id, run)
            project.addMapLayer(layer, False)
            node = _node(layer)
            node.setItemVisibilityChecked(kind == CLASS)
            group.addChildNode(node)
    if FEATURES in result.files:
        polygons = QgsVectorLayer(result.files[FEATURES], tr("Possible oil: polygons with confidence"), "ogr")
        _mark(polygons, POLYGONS, image_id, classes)
        translate_legend(polygons)
        project.addMapLayer(polygons, False)
        group.insertLayer(0, polygons)
    project.layerTreeRoot().insertChildNode(0, group)
    # The layer panel unfolds on the change only. What is shown tells its legend.
    for node, unfolded in ((group, True), *((child, child.itemVisibilityChecked()) for child in group.children())):
        node.setExpanded(not unfolded)
        node.setExpanded(unfolded)
    return group


def add_earlier(classes: str, run: RunRecord, project: QgsProject) -> None:
    """Add the layers of an earlier run, as far as its files are there; nothing where the project has its map.

    Args:
        classes: path of the class raster.

    Raises:
        InputError: that is gone.
    """
    if find_layer(classes, project) is not None:
        return
    refuse_lost(classes)
    files = {kind: path for kind, path in {**run.files, CLASS: classes}.items() if Path(path).is_file()}
    image = _image_of(run, project)
    name = files_name(classes) if image is None else image.name()
    result = Result(files, run.title, run.summary, run.hectares, run.shares, run.notices, run.device)
    add_result(result, name, "" if image is None else image.id(), project)


def adopt_layer(layer: QgsMapLayer, kind: str, map_path: str, image_id: str = "") -> None:
    """Make a layer that Processing has loaded a result like those that the dock adds; nothing where no run has made it.

    Args:
        kind: of its file.
        map_path: the class raster of its run.
        image_id: of the layer that was mapped; where the project does not have it, it is known by the map's layer or the run's record.
    """
    run, project = record_of(map_path), QgsProject.instance()
    if run is None:
        return
    shown = find_layer(map_path, project)
    known = image_id or ("" if shown is None else shown.customProperty(IMAGE_PROPERTY, ""))
    image = project.mapLayer(known) or _image_of(run, project)
    _mark(layer, kind, "" if image is None else image.id(), map_path if kind == POLYGONS else "")
    node = project.layerTreeRoot().findLayer(layer.id())
    if isinstance(layer, QgsRasterLayer):
        describe(layer, run)
        if node is not None:
            _show_classes_alone(node)


def _image_of(run: RunRecord, project: QgsProject) -> QgsMapLayer | None:
    """Return the project's layer of the image that was mapped, None where it has none."""
    return find_layer(run.image.mapped[0], project) if run.image.paths else None


def describe(layer: QgsRasterLayer, run: RunRecord) -> None:
    """Tell QGIS what the layer is, what it does not show, and when the image was taken, for layer properties and temporal controller."""
    metadata = layer.metadata()
    metadata.setTitle(tr(run.title))
    metadata.setAbstract("\n".join([in_qgis(run.summary), tr(run.limits), *map(in_qgis, run.notices)]))
    layer.setMetadata(metadata)
    taken = QDateTime.fromString(run.image.acquired[:19], Qt.DateFormat.ISODate)
    if taken.isValid():
        taken.setTimeSpec(Qt.TimeSpec.UTC)
        times = layer.temporalProperties()
        times.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        times.setFixedTemporalRange(QgsDateTimeRange(taken, taken.addDays(1)))
        times.setIsActive(True)


def add_polygons(path: str, name: str, map_path: str, project: QgsProject) -> QgsVectorLayer:
    """Add polygons on top of the group that holds the map they were made of; on top of all layers where it is gone.

    Their style comes with the file, and their name says from which threshold they are.
    """
    layer = QgsVectorLayer(path, name + _threshold_in_words(record_of(map_path)), "ogr")
    translate_legend(layer)
    _add_made_of(layer, POLYGONS, map_path, project)
    return layer


def add_zones(path: str, name: str, map_path: str, project: QgsProject) -> None:
    """Add the zones in which a map was counted on top of it, as outlines that leave it to be seen."""
    layer = QgsVectorLayer(path, name, "ogr")
    outline = QgsFillSymbol()
    for colour, width in ZONE_LINES:
        outline.appendSymbolLayer(QgsSimpleLineSymbolLayer(QColor(colour), width))
    outline.deleteSymbolLayer(0)  # the filling that every new symbol has
    layer.setRenderer(QgsSingleSymbolRenderer(outline))
    _add_made_of(layer, ZONES, map_path, project)


def _add_made_of(layer: QgsVectorLayer, kind: str, map_path: str, project: QgsProject) -> None:
    """Add what was made of a map on top of the group that holds it; on top of all layers where it is gone."""
    classes = find_layer(map_path, project)
    _mark(layer, kind, "" if classes is None else classes.customProperty(IMAGE_PROPERTY, ""), map_path)
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    beside = None if classes is None else root.findLayer(classes.id())
    (root if beside is None else beside.parent()).insertLayer(0, layer)


def maps_of(probability: QgsRasterLayer, project: QgsProject) -> list[QgsLayerTreeLayer]:
    """Return where the project shows the maps that were made of a probability ``PREFIX_probability.tif``.

    That is the run's own (``PREFIX_class.tif``, or ``PREFIX.tif``), and those of other thresholds (``PREFIX_t40_class.tif``).
    """
    files = MapFiles.of_probability(probability.source())

    def is_one(node: QgsLayerTreeLayer) -> bool:
        layer = node.layer()
        return layer is not None and layer.customProperty(RESULT_PROPERTY, "") == CLASS and files.shares_probability_with(layer.source())

    return [node for node in project.layerTreeRoot().findLayers() if is_one(node)]


def polygons_of(maps: list[QgsLayerTreeLayer], project: QgsProject) -> list[QgsLayerTreeLayer]:
    """Return where the project shows the polygons that were made of maps."""
    sources = {file_key(node.layer().source()) for node in maps}
    nodes = (node for node in project.layerTreeRoot().findLayers() if node.layer() is not None)
    return [node for node in nodes if file_key(made_of(node.layer())) in sources]


def has_polygons(map_path: str, project: QgsProject) -> bool:
    """Return whether the project has polygons that were made of a map afterwards; those that come with a map of oil are not meant."""
    own, of_map = file_key(str(MapFiles.of_class(map_path).path(FEATURES))), file_key(map_path)
    polygons = (layer for layer in result_layers(project) if layer.customProperty(RESULT_PROPERTY, "") == POLYGONS)
    return any(file_key(layer.source()) != own and file_key(made_of(layer)) == of_map for layer in polygons)


def add_map(path: str, probability: QgsRasterLayer | None, project: QgsProject) -> None:
    """Add a map with another threshold above the probability that it was made of; hide that one's earlier maps and their polygons."""
    image_id = "" if probability is None else probability.customProperty(IMAGE_PROPERTY, "")
    image = project.mapLayer(image_id)
    run = record_of(path)
    stem = files_name(path) if image is None else image.name()
    earlier = maps_of(probability, project) if probability is not None else []
    for node in (*earlier, *polygons_of(earlier, project)):
        node.setItemVisibilityChecked(False)
    layer = _raster(path, name_of(run, stem) if run is not None else stem, CLASS, image_id, run)
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    beside = root.findLayer(probability.id()) if probability is not None else None
    (root if beside is None else beside.parent()).insertChildNode(0, _node(layer))


def add_probability(map_path: str, project: QgsProject) -> None:
    """Add the probability that lies beside a map below it, switched off; nothing where there is none, or no layer of the map."""
    path, shown = MapFiles.of_class(map_path).find(PROBABILITY), find_layer(map_path, project)
    place = None if shown is None else project.layerTreeRoot().findLayer(shown.id())
    if path and place is not None:
        layer = _raster(path, tr("Probability (%)"), PROBABILITY, place.layer().customProperty(IMAGE_PROPERTY, ""), record_of(map_path))
        project.addMapLayer(layer, False)
        node = _node(layer)
        node.setItemVisibilityChecked(False)
        node.setExpanded(False)
        place.parent().insertChildNode(place.parent().children().index(place) + 1, node)


def move_layers(moved: Mapping[str, str], project: QgsProject) -> None:
    """Let the project's layers show the files that were kept under another path.

    Args:
        moved: path to new path.
    """
    places = {file_key(path): place for path, place in moved.items()}
    for layer in project.mapLayers().values():
        place, rest = places.get(file_key(layer.source())), layer.source().split("|")[1:]
        if place is not None:
            layer.setDataSource("|".join([place, *rest]), layer.name(), layer.providerType())
        map_place = places.get(file_key(layer.customProperty(MAP_PROPERTY, "") or ""))
        if map_place is not None:
            layer.setCustomProperty(MAP_PROPERTY, map_place)


def _remove_replaced(files: Collection[str], project: QgsProject) -> None:
    """Remove the results whose files another one has replaced, and their groups where nothing is left in them.

    They would show the new files under the old names.
    """
    keys = set(map(file_key, files))
    replaced = [layer.id() for layer in result_layers(project) if file_key(layer.source()) in keys]
    places = [place for place in map(project.layerTreeRoot().findLayer, replaced) if place is not None]
    groups = dict.fromkeys(place.parent() for place in places)
    project.removeMapLayers(replaced)
    for group in groups:
        if IMAGE_PROPERTY in group.customProperties() and not group.children():
            group.parent().removeChildNode(group)


def _raster(path: str, name: str, kind: str, image_id: str, run: RunRecord | None) -> QgsRasterLayer:
    """Return a layer of a raster of a result, with what its run tells of it."""
    layer = QgsRasterLayer(path, name)
    _mark(layer, kind, image_id)
    translate_legend(layer)
    if run is not None:
        describe(layer, run)
    return layer


def _node(layer: QgsRasterLayer) -> QgsLayerTreeLayer:
    """Return a place in the layer tree for a raster; the legend of a map tells its classes, not the name of its band."""
    node = QgsLayerTreeLayer(layer)
    _show_classes_alone(node)
    return node


def _show_classes_alone(node: QgsLayerTreeLayer) -> None:
    """Leave the name of the band out of the legend of a map."""
    layer = node.layer()
    if isinstance(layer.renderer(), QgsPalettedRasterRenderer):
        lines, classes = len(layer.legend().createLayerTreeModelLegendNodes(node)), len(layer.renderer().classes())
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(lines - classes, lines)))
        layer.legend().itemsChanged.emit()  # for a panel that shows the layer already


def _mark(layer: QgsMapLayer, kind: str, image_id: str, map_path: str = "") -> None:
    layer.setCustomProperty(RESULT_PROPERTY, kind)
    layer.setCustomProperty(IMAGE_PROPERTY, image_id)
    if map_path:
        mark_made_of(layer, map_path)


def _groups_of(image_id: str, project: QgsProject) -> list[QgsLayerTreeGroup]:
    groups = project.layerTreeRoot().findGroups()
    return [group for group in groups if image_id and group.customProperty(IMAGE_PROPERTY, "") == image_id]


def classes_of(map_path: str) -> tuple[int, ...]:
    """Return the classes of a map that polygons are made of: both directions of change, else what was detected."""
    run = record_of(map_path)
    codes = TASKS[run.task].codes if run is not None and run.task in TASKS else (ClassCode.DETECTED,)
    return tuple(int(code) for code in codes if code in FOUND)
