"""The networks that are trained: one student family for all tasks, and what only recipes need.

May import `raster` for its array types and `contract` for its errors, and nothing else of the engine.
"""
