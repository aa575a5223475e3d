"""The words that plugin and engine share: jobs, events, tasks, cards, errors and the names of files.

Standard library and Python 3.9 only; imports nothing else of the engine, and is all that the plugin imports of it.
"""
