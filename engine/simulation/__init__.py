"""SAR scenes with known truth, for trying out, tests and training.

May import `contract` and `raster`.
"""
