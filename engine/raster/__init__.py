"""Images opened, calibrated and brought onto one grid: what is observed, in decibels, where on the ground.

May import `contract`.
"""
