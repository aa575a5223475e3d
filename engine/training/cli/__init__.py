"""The commands ``tidemark train`` and ``tidemark evaluate``.

May import all of the engine.
"""
