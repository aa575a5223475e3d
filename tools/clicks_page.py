"""Write docs/clicks.md: the clicks of each task with a picture of each step, from what ``tools/clicks.py`` counted.

Usage: clicks_page.py CLICKS.jsonl PAGE.md. Prints the path.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

START = """# From the images to the map: clicks

Counted by `tools/clicks.sh` (part of `make screenshots`), which does each task in QGIS with clicks of the mouse: from a fresh profile, the
engine installed, the images loaded, on a screen of 1366 × 768. A decision is a choice that the data cannot make: the task. Which image is
the one before and which the one during, their bands, units and dates, the model and the threshold are found or preset, and can be changed.
The seconds are from the last click to the map, on the computer that took the pictures. All scenes are simulated.

| task | images | clicks | decisions | seconds |
|---|---|---|---|---|
"""


def page(rows: list[dict[str, Any]]) -> str:
    """Return the page in Markdown."""
    table = "".join(f"| {row['task']} | {row['images']} | {row['clicks']} | {row['decisions']} | {row['seconds']} |\n" for row in rows)
    parts = []
    for row in rows:
        steps = [f"{n}. {words}.\n\n   ![{words}](clicks/{row['task']}-{n}.png)\n" for n, words in enumerate(row["steps"], 1)]
        parts.append(f"\n## {row['task'].capitalize()}\n\n" + "\n".join(steps))
    return START + table + "".join(parts)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    target.write_text(page([json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]), encoding="utf-8")
    print(target)
