"""Batches of crops and tiles for the trainers.

May import `datasets` and what lies below `training`.
"""
