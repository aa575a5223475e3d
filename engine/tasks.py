"""What each task is called, and the classes it can give."""

from __future__ import annotations

from dataclasses import dataclass

from .job import ClassCode


@dataclass(frozen=True)
class Task:
    """A task in words.

    Attributes:
        title: what its map is.
        detects: what it detects, inside a sentence.
        legend: the legend entry of a detected pixel.
        codes: the classes it can give.
        event: the type of event in a delivered polygon.
    """

    title: str
    detects: str
    legend: str
    codes: tuple[ClassCode, ...]
    event: str = ""


TASKS = {
    "water": Task(
        "Water extent (single date)",
        "water",
        "Water detected",
        (ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.NOT_OBSERVED),
        "Water extent",
    ),
}
