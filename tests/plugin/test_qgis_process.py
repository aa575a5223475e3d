"""qgis_process, with a profile of its own in which the plugin is switched on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import tidemark

ROOT = Path(tidemark.__file__).resolve().parent
# Debian 12's wrapper `qgis_process` is broken; the program behind it is not.
PROGRAM = shutil.which("qgis_process.bin", path="/usr/bin:/bin") or shutil.which("qgis_process")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Variables for a profile that holds the plugin."""
    plugins = tmp_path / "profiles" / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "tidemark").symlink_to(ROOT)
    own = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profiles")}
    return {**{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}, **own}


def call(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    assert PROGRAM is not None
    return subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.skipif(PROGRAM is None, reason="this QGIS has no qgis_process")
def test_a_scene_is_mapped_without_any_window(environment: dict[str, str], scene: Path, tmp_path: Path) -> None:
    assert call(environment, "plugins", "enable", "tidemark").returncode == 0
    done = call(
        environment, "--json", "run", "tidemark:detectwater", "--", f"INPUT={scene}", f"OUTPUT={tmp_path / 'map.tif'}", "DEVICE=cpu"
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["HECTARES_DETECTED"] > 0
    assert {path.name for path in tmp_path.glob("map*")} >= {"map.tif", "map.qml", "map_probability.tif", "map_run.json"}
    refused = call(environment, "run", "tidemark:detectwater", "--", f"INPUT={tmp_path / 'gone.tif'}", f"OUTPUT={tmp_path / 'none.tif'}")
    assert refused.returncode != 0
    assert "gone.tif" in refused.stderr + refused.stdout
    assert "Traceback" not in refused.stderr + refused.stdout
