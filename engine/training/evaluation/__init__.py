"""Measure maps and networks: figures, intervals, comparisons.

May import `datasets`, `sampling`, `networks` and what lies below `training`.
"""
