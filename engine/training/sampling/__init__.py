"""Batches of crops and tiles for the trainers.

Each sampler asks its random numbers in an order of its own, so one sampler for all would give every seed another student.

May import `datasets` and what lies below `training`.
"""
