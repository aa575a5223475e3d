"""Sentinel-1 products as they are downloaded: read, calibrated, and placed on a map grid.

May import `contract`, `raster` and `products`.
"""
