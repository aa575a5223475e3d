"""Polygons: outlines of classes, vector files and statistics of zones. The only user of pyogrio and shapely beside its callers.

May import `contract`, `raster` and `products`.
"""
