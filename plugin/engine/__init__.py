"""The engine's process seen from QGIS: found, installed, started, listened to and stopped.

May import `engine.contract` and the plugin's log and translations.
"""
