"""Runs inside QGIS (`qgis --code`) and keeps pictures. Every step waits for what a user would wait for.

The environment variable TIDEMARK_STORY says what is done. With the plugin: `scene`, on a loaded scene: opens the dock, maps the scene,
makes polygons and packages the map; pictures before, during and after. `flood`, on two loaded dates, the earlier one first: maps the flood,
with some ground left out; a picture of both dates and the map. `change`, on two loaded dates: the same, for any change. `oil`, on a loaded
sea: a picture of possible oil. `product`, on nothing: drops two products as they were downloaded, whose paths TIDEMARK_PRODUCTS has line by
line, on the empty dock, and maps the flood; pictures before, of what the dock says of them, and of the map. `estimates`, on two loaded
dates: maps the flood and estimates its depth, and which houses it touches, on ground and houses that are made up; a picture of the dialog
and one of the depth. Without the plugin: `package`, on the files of the package: a picture of what its recipient sees.
TIDEMARK_PICTURES is the pictures' folder, TIDEMARK_PACKAGE the event's folder; beside that, both sides draw the map alone, and the second
fails where they differ.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsBilinearRasterResampler,
    QgsContrastEnhancement,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMapThemeCollection,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMimeData, QPoint, QSize, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget
from qgis.utils import iface, plugins

from helpers.plugin.qgis_player import Condition, Player, after

FOLDER = Path(os.environ["TIDEMARK_PICTURES"])
EVENT = Path(os.environ["TIDEMARK_PACKAGE"])
SENT, RECEIVED = EVENT.with_name("sent.png"), EVENT.with_name("received.png")
SIZE, LARGE = QSize(1200, 700), QSize(1390, 880)
AIRFIELD = ((9800, 900), (11900, 0), (12000, 0), (12000, 700), (9900, 1500))
RESERVOIR = ((8000, 5000), (9500, 5000), (9500, 6400), (8000, 6400))
"""Corners in metres from the upper left corner of the two simulated dates."""


def picture(name: str) -> None:
    """Save the window as it is, in few colours: a repository keeps every picture for ever."""
    image = iface.mainWindow().grab().toImage()
    few = image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
    few.save(str(FOLDER / f"{name}.png"))


def show_in_grey(layer: QgsRasterLayer) -> None:
    """Show VV as radar people do."""
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum, QgsRasterMinMaxOrigin.Limits.CumulativeCut
    )


def draw(layers: list[QgsMapLayer], path: Path) -> None:
    """Draw layers, the first on top, in the extent of the last."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[-1].crs())
    settings.setExtent(layers[-1].extent())
    settings.setOutputSize(SIZE)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(str(path))


def shown(window: QMainWindow, size: QSize = SIZE) -> None:
    """Show the layer panel only."""
    window.resize(size)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")


def map_a_scene() -> Generator[Condition, None, None]:
    """Do what a mapper does; yield what to wait for."""
    window = iface.mainWindow()
    shown(window)
    layer = iface.activeLayer()
    layer.setName("Simulated scene")
    show_in_grey(layer)
    plugins["tidemark"].action.trigger()
    dock = plugins["tidemark"].dock
    dock.setUserVisible(True)  # it is there already where it was open last time
    window.resizeDocks([window.findChild(QDockWidget, "Layers"), dock], [330, 340], Qt.Orientation.Horizontal)
    iface.zoomFull()
    yield dock.foot.runButton.isEnabled
    yield after(30)
    picture("dock-before")
    dock.foot.runButton.click()
    yield lambda: dock.foot.progressBar.value() > 0 and "left" in dock.foot.statusLabel.text()
    picture("dock-during")
    yield lambda: not dock.is_running
    yield after(10)
    iface.messageBar().clearWidgets()
    yield after(60)
    picture("dock-after")
    dock.result.polygonsButton.click()
    yield lambda: not dock.is_running
    classes = Path(dock.result.map_path)
    by_source = {layer.source(): layer for layer in QgsProject.instance().mapLayers().values()}
    polygons = next(layer for source, layer in by_source.items() if "_polygons.gpkg" in source)
    draw([polygons, by_source[str(classes)]], SENT)
    QTimer.singleShot(0, dock.result.packageButton.click)  # the dialog holds the click until it is closed
    yield lambda: QApplication.activeModalWidget() is not None
    dialog = QApplication.activeModalWidget()
    dialog.eventEdit.setText("Demo")
    dialog.folderWidget.setFilePath(str(EVENT))
    dialog.accept()
    yield lambda: (EVENT / "Demo_AOI01_water_v1").is_dir()


def map_a_flood() -> Generator[Condition, None, None]:
    """Do what a mapper does who has an image from before the flood; yield what to wait for."""
    dock = open_two_dates("flood")
    polygons = excluded(dock.form.layer())
    project = QgsProject.instance()
    project.addMapLayer(polygons)
    project.layerTreeRoot().findLayer(polygons.id()).setItemVisibilityChecked(False)
    dock.form.left_out.excludeBox.setLayer(polygons)
    yield from compared(dock)
    picture("flood")


def map_a_change() -> Generator[Condition, None, None]:
    """Do what a mapper does who looks for any change between two dates; yield what to wait for."""
    yield from compared(open_two_dates("change"))
    picture("change")


def estimate() -> Generator[Condition, None, None]:
    """Do what is asked next of a flood; yield what to wait for."""
    import processing

    dock = open_two_dates("flood")
    yield from compared(dock)
    classes = dock.result.map_path
    houses, ground = made_up_houses(classes), made_up_ground(classes)
    QgsProject.instance().addMapLayers([houses, ground])
    QgsProject.instance().layerTreeRoot().findLayer(ground.id()).setItemVisibilityChecked(False)
    given = {**dock.result.estimates.parameters("exposure"), "LAYERS": [houses.id()]}
    dialog = processing.createAlgorithmDialog("tidemark:exposure", given)
    dialog.resize(760, 620)
    dialog.show()
    yield after(20)
    few = dialog.grab().toImage().convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
    few.save(str(FOLDER / "exposure-dialog.png"))
    dialog.close()
    processing.run("tidemark:exposure", given)
    processing.runAndLoadResults("tidemark:depth", {**dock.result.estimates.parameters("depth"), "DEM": ground.id()})
    yield after(10)
    depth = next(layer for layer in QgsProject.instance().mapLayers().values() if "_depth" in layer.source())
    depth.setName("Depth (estimate)")
    root = QgsProject.instance().layerTreeRoot()
    for node in root.findLayers():
        node.setExpanded(node.layer() is depth)
        if node.layer().source() == classes:
            node.setItemVisibilityChecked(False)
    iface.setActiveLayer(depth)
    iface.messageBar().clearWidgets()
    yield after(60)
    picture("depth")


def made_up_ground(classes: str) -> QgsRasterLayer:
    """Return ground that falls slowly into the flood and rises beside it, in a file beside the map."""
    path = str(Path(classes).with_name("made_up_ground.tif"))
    source = gdal.Open(classes)
    target = gdal.GetDriverByName("GTiff").Create(path, source.RasterXSize, source.RasterYSize, 1, gdal.GDT_Float32)
    target.SetGeoTransform(source.GetGeoTransform())
    target.SetProjection(source.GetProjection())
    codes = source.GetRasterBand(1).ReadAsArray()
    wet = (codes == 1) | (codes == 2) | (codes == 5)
    distances = []
    for inside in (wet, ~wet):
        memory = gdal.GetDriverByName("MEM").Create("", source.RasterXSize, source.RasterYSize, 2, gdal.GDT_Float32)
        memory.GetRasterBand(1).WriteArray((~inside).astype("float32"))
        gdal.ComputeProximity(memory.GetRasterBand(1), memory.GetRasterBand(2), ["VALUES=1"])
        distances.append(memory.GetRasterBand(2).ReadAsArray())
    below, above = distances
    target.GetRasterBand(1).WriteArray(40 - 0.06 * below + 0.06 * above)
    del target
    return QgsRasterLayer(path, "Ground (made up)")


def made_up_houses(classes: str) -> QgsVectorLayer:
    """Return squares of 15 m all over a map, as a layer in memory."""
    raster = QgsRasterLayer(classes)
    box, layer = raster.extent(), QgsVectorLayer(f"Polygon?crs={raster.crs().authid()}", "Houses (made up)", "memory")
    features = []
    for i in range(60):
        for j in range(32):
            x, y = box.xMinimum() + (i + (j % 3) / 3) * box.width() / 60, box.yMinimum() + (j + (i % 4) / 4) * box.height() / 32
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 15, y + 15)))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def map_a_sea() -> Generator[Condition, None, None]:
    """Do what a mapper does who looks for oil; yield what to wait for."""
    window = iface.mainWindow()
    shown(window, LARGE)
    layer = iface.activeLayer()
    layer.setName("Simulated sea")
    show_in_grey(layer)
    layer.resampleFilter().setZoomedOutResampler(QgsBilinearRasterResampler())
    layer.resampleFilter().setMaxOversampling(2)
    dock = open_dock("oil")
    dock.form.sea.windBox.setValue(7)
    iface.zoomFull()
    yield dock.foot.runButton.isEnabled
    dock.foot.runButton.click()
    yield lambda: not dock.is_running
    yield after(10)
    iface.messageBar().clearWidgets()
    yield after(60)
    picture("oil")


def map_products() -> Generator[Condition, None, None]:
    """Do what a mapper does who has downloaded two products; yield what to wait for."""
    window = iface.mainWindow()
    shown(window, LARGE)
    dock = open_dock("water")
    yield after(40)
    picture("dock-empty")
    dock.form.choose_task("flood")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in os.environ["TIDEMARK_PRODUCTS"].splitlines()])
    drop = (QPoint(60, 60), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    dropped = time.monotonic()
    for event in (QDragEnterEvent(*drop), QDropEvent(*drop)):
        QApplication.sendEvent(dock, event)
    yield lambda: dock.foot.runButton.isEnabled() and "days" in dock.form.before.noteLabel.text()
    told = time.monotonic()
    yield after(20)
    picture("product-before")
    clicked = time.monotonic()
    dock.foot.runButton.click()
    yield lambda: not dock.is_running
    print(f"two products: told about in {told - dropped:.1f} s, mapped in {time.monotonic() - clicked:.1f} s")
    iface.zoomFull()
    iface.messageBar().clearWidgets()
    yield after(60)
    picture("product")


def open_dock(task: str) -> QWidget:
    """Open the dock beside the layer panel, asked for a task."""
    window = iface.mainWindow()
    plugins["tidemark"].action.trigger()
    dock = plugins["tidemark"].dock
    dock.setUserVisible(True)  # it is there already where it was open last time
    window.resizeDocks([window.findChild(QDockWidget, "Layers"), dock], [430, 340], Qt.Orientation.Horizontal)
    dock.form.choose_task(task)
    return dock


def open_two_dates(task: str) -> QWidget:
    """Show both dates, the earlier one in a view of its own, and the dock with both chosen."""
    window = iface.mainWindow()
    shown(window, LARGE)
    before, now = sorted(QgsProject.instance().mapLayers().values(), key=lambda layer: layer.source())
    for layer, name in ((before, "24 April 2024 (before)"), (now, "6 May 2024")):
        layer.setName(name)
        show_in_grey(layer)
    dock = open_dock(task)
    window.resizeDocks([show_apart(window, before)], [350], Qt.Orientation.Vertical)
    dock.form.image.choose(now)
    dock.form.before.choose(before)
    return dock


def compared(dock: QWidget) -> Generator[Condition, None, None]:
    """Map what the form says, and show the map as a whole; yield what to wait for."""
    yield lambda: dock.foot.runButton.isEnabled() and "days" in dock.form.before.noteLabel.text()
    dock.foot.runButton.click()
    yield lambda: not dock.is_running
    yield after(10)
    group = QgsProject.instance().layerTreeRoot().children()[0]
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        node.setExpanded(node == group.findLayers()[0])
    iface.setActiveLayer(dock.form.layer())
    for canvas in iface.mapCanvases():
        canvas.zoomToFullExtent()
    iface.messageBar().clearWidgets()
    yield after(60)


def excluded(image: QgsRasterLayer) -> QgsVectorLayer:
    """Return an airfield and a reservoir of the simulated place."""
    layer = QgsVectorLayer(f"Polygon?crs={image.crs().authid()}", "Airfield and reservoir", "memory")
    west, north = image.extent().xMinimum(), image.extent().yMaximum()
    shapes = []
    for corners in AIRFIELD, RESERVOIR:
        shapes.append(QgsFeature())
        shapes[-1].setGeometry(QgsGeometry.fromPolygonXY([[QgsPointXY(west + x, north - y) for x, y in corners]]))
    layer.dataProvider().addFeatures(shapes)
    layer.updateExtents()
    layer.renderer().symbol().setColor(QColor("#a99a86"))  # QGIS would draw lots
    return layer


def show_apart(window: QMainWindow, layer: QgsRasterLayer) -> QDockWidget:
    """Show a layer in a second map view, above the main one, and return the view."""
    themes = QgsProject.instance().mapThemeCollection()
    theme = QgsMapThemeCollection.MapThemeRecord()
    theme.addLayerRecord(QgsMapThemeCollection.MapThemeLayerRecord(layer))
    themes.insert(layer.name(), theme)
    canvas = iface.createNewMapCanvas(layer.name())
    canvas.setTheme(layer.name())
    canvas.setDestinationCrs(layer.crs())
    view = next(dock for dock in window.findChildren(QDockWidget) if dock.isAncestorOf(canvas))
    view.setFloating(False)
    window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, view)
    return view


def open_a_package() -> Generator[Condition, None, None]:
    """Do what its recipient does, who has never heard of Tidemark; yield what to wait for."""
    window = iface.mainWindow()
    if "tidemark" in plugins:
        raise RuntimeError("this profile has the plugin")
    shown(window)
    (made,) = EVENT.iterdir()
    classes = iface.addRasterLayer(str(made / f"{made.name[:-3]}_class_v1.tif"), "Map")
    # Where a file holds styles, QGIS asks which of its tables are meant: the polygons.
    source = f"{made / f'{made.name[:-3]}_polygons_v1.gpkg'}|layername=observedEvent"
    polygons = iface.addVectorLayer(source, "Polygons", "ogr")
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        node.setExpanded(True)
    window.resizeDocks([window.findChild(QDockWidget, "Layers")], [330], Qt.Orientation.Horizontal)
    iface.setActiveLayer(classes)
    iface.zoomToActiveLayer()
    iface.messageBar().clearWidgets()
    yield after(60)
    picture("package-opened")
    draw([polygons, classes], RECEIVED)
    if QImage(str(SENT)) != QImage(str(RECEIVED)):
        raise RuntimeError(f"{SENT} and {RECEIVED} differ: the package does not look like the project it comes from")


STORIES = {
    "scene": map_a_scene,
    "flood": map_a_flood,
    "change": map_a_change,
    "oil": map_a_sea,
    "product": map_products,
    "estimates": estimate,
    "package": open_a_package,
}
player = Player(STORIES[os.environ["TIDEMARK_STORY"]]())
