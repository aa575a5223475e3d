"""What each task is called, and the classes it can give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .job import ClassCode, Job


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
    "flood": Task(
        "Flood extent (water now, not usually)",
        "flood",
        "Flood detected",
        (ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.REFERENCE_WATER, ClassCode.NOT_OBSERVED),
        "Flood",
    ),
}


def with_codes(task: Task, codes: Sequence[ClassCode]) -> Task:
    """Return the task with more classes that it can give."""
    return replace(task, codes=tuple(sorted({*task.codes, *codes})))


def task_shown(job: Job) -> str:
    """Return the task that a job's map really shows: one date without knowledge of usual water shows water, never flood."""
    if job.task == "flood" and job.find_source("before") is None and not job.reference_water:
        return "water"
    return job.task
