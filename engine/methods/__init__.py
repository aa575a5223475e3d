"""What turns backscatter into probability: networks over several scales, and the classical baselines.

May import what lies below, up to `masks`.
"""
