"""Write the guide that lies in the plugin, ``resources/help/index.html``, from ``docs/user-guide.md``.

Pictures stay in the docs, and so do the captions below them.

Usage: help_page.py. Prints the path. (markdown-it comes with bandit, which the development tools have.)
"""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
SOURCE, PAGE = ROOT / "docs" / "user-guide.md", ROOT / "resources" / "help" / "index.html"
PLACES = {
    "A first map": ("water", "detectwater", "manyscenes"),
    "From the download to the map": ("preparescene",),
    "Floods": ("flood", "detectfloods"),
    "Change": ("change", "detectchange"),
    "Possible oil at sea": ("oil", "detectoil"),
    "After the map": ("rethreshold", "vectorise", "zonestatistics", "maplayout", "package"),
    "Who is affected, and how deep it is": ("exposure", "depth"),
}
"""Headings of the guide, and the tasks and algorithms whose Help buttons lead there."""

PICTURES = re.compile(r"(?m)^(\|[^\n]*\|\n\|[-|]+\|\n)?.*!\[.*\n+(\*(?!\*)(.+\n)*?.*\*\n\n+)?")
"""Pictures, alone or in a table, each with the caption that follows: a paragraph in italics."""
LINKS = re.compile(r"(?<!!)\[([^]]*)\]\((?!https?:|#)[^)]*\)")
PAGE_START = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Tidemark: the guide</title>
<style>
body { font-family: sans-serif; line-height: 1.45; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff; }
table { border-collapse: collapse; }
td, th { border: 1px solid #bbb; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
</style>
</head>
<body>
"""


def page() -> str:
    """Return the page in HTML."""
    text = SOURCE.read_text(encoding="utf-8").replace(" The pictures show simulated scenes: none shows a real place.", "")
    html = MarkdownIt("commonmark").enable("table").render(LINKS.sub(r"\1", PICTURES.sub("", text)))
    for heading, names in PLACES.items():
        anchors = "".join(f'<a id="{name}"></a>' for name in names)
        if f"<h2>{heading}</h2>" not in html:
            raise SystemExit(f"{SOURCE} has no heading '{heading}'.")
        html = html.replace(f"<h2>{heading}</h2>", f"{anchors}\n<h2>{heading}</h2>")
    return f"{PAGE_START}{html}</body>\n</html>\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)
