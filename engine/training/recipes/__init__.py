"""How each student is trained: the four published recipes, and plain supervision that they are compared with.

May import the rest of `training` but its commands.
"""
