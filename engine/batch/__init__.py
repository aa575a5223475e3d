"""Many scenes in one go, on this machine or on a cluster.

May import what lies below, up to `pipeline`.
"""
