"""The Processing provider and its algorithms.

May import `engine.contract`, `plugin.engine` and `plugin.layers`.
"""
