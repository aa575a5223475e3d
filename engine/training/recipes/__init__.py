"""The recipes of the students: four published ones, and plain supervision that they are compared with.

May import the rest of `training` but its commands.
"""
