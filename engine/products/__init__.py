"""The files of a map: written all or none, read again, counted in hectares and drawn small.

May import `contract` and `raster`.
"""
