"""Readers of the labelled sets.

May import what lies below `training`.
"""
