"""Tidemark: floods, change and oil spills from radar images, mapped on the user's own machine.

QGIS loads this package and calls :func:`classFactory`. Nothing is imported before that: the engine's process loads the
same package without QGIS.
"""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802 (QGIS fixes the name)
    """Return the plugin object; QGIS calls this once when the plugin is switched on."""
    from .plugin.main import TidemarkPlugin

    return TidemarkPlugin(iface)
