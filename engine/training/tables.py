"""Tables as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as Markdown: the head, a line of dashes, the rows."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def each_percent(values: Iterable[float]) -> str:
    """Return shares of 0 to 1 as percent with one decimal, a space between."""
    return " ".join(f"{100 * value:.1f}" for value in values)
