"""Layers: from those of the project to sources of a job, and from result files to styled layers, pages and previews.

May import `engine.contract` and `plugin.engine`.
"""
