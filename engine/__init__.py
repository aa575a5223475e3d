"""The engine: rasters and networks. It imports neither QGIS nor Qt and runs in a process of its own."""
