"""The QGIS side. It opens no raster and runs no network; the engine's process does that."""
