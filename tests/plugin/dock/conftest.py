"""What the tests of the dock share."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.plugin.dock_actions import load, run
from tidemark.plugin.dock.dock import TidemarkDock


@pytest.fixture
def mapped(dock: TidemarkDock, scene: Path, tmp_path: Path) -> TidemarkDock:
    """The dock after a map of water, with its files in a folder of the test."""
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    assert "Detected water" in run(dock)
    return dock
