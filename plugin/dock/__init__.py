"""The dock: form, scene check, progress, message, and what follows a map.

May import `engine.contract`, `plugin.engine` and `plugin.layers`.
"""
