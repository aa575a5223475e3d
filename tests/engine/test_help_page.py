"""The guide in the plugin is the one of the docs."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_guide_in_the_plugin_says_what_the_docs_say() -> None:
    spec = importlib.util.spec_from_file_location("help_page", ROOT / "tools" / "help_page.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.PAGE.read_text(encoding="utf-8") == tool.page(), "run .venv/bin/python tools/help_page.py"
    assert "<img" not in tool.page()
