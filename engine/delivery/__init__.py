"""Finished maps for hand-over: a folder or one GeoPackage, with a README in plain words.

May import what lies below, up to `pipeline`.
"""
