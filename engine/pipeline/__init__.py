"""One run from a job to its files, tile by tile, and what is asked before and after it.

May import what lies below, up to `tasks`.
"""
