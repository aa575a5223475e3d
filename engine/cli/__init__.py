"""The command line: one module for each family of subcommands.

May import all of the engine; `training` only when one of its commands runs.
"""
