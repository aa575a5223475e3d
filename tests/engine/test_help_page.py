"""The guide in the plugin is the one of the docs."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("help_page", ROOT / "tools" / "help_page.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_the_guide_in_the_plugin_says_what_the_docs_say(tool: ModuleType) -> None:
    assert tool.PAGE.read_text(encoding="utf-8") == tool.page(), "run .venv/bin/python tools/help_page.py"
    assert "<img" not in tool.page()


def test_the_guide_in_the_plugin_tells_of_no_picture_and_no_file_that_only_the_repository_has(tool: ModuleType) -> None:
    assert [word for word in ("picture", "simulated slicks", "tests/", "tools/", "docs/", ".md") if word in tool.page()] == []
