"""What a user lays over a map: reference water, land, terrain and polygons that are not to be mapped.

May import what lies below: `contract`, `raster`, `products` and `vector`.
"""
