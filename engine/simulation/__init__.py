"""SAR scenes with known truth, for trying out, tests and training.

May import `contract`, `raster`, `products` and `sentinel1`, whose products it imitates.
"""
