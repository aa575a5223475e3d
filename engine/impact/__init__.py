"""What a map means on the ground: who and what lies in the water, and how deep it is. Estimates from an extent, for a first look.

May import `contract`, `raster`, `products` and `vector`.
"""
