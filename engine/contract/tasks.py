"""What each task is called, and the classes it can give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .job import ClassCode, Job

WATER_LIMITS = "Open, calm water only; flooded vegetation and built-up areas may be missed. Preliminary, not field validated."


@dataclass(frozen=True)
class Task:
    """A task in words.

    Attributes:
        title: what its map is.
        detects: what it detects, inside a sentence.
        legend: the legend entry of a detected pixel.
        codes: the classes it can give.
        limits: what a map does not show, for legend and record.
        event: the type of event in a delivered polygon.
        any_polarisation: whether an only band of unknown polarisation, or display bytes, may do.
    """

    title: str
    detects: str
    legend: str
    codes: tuple[ClassCode, ...]
    limits: str
    event: str
    any_polarisation: bool = False


TASKS = {
    "water": Task(
        "Water extent (single date)",
        "water",
        "Water detected",
        (ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.NOT_OBSERVED),
        WATER_LIMITS,
        "Water extent",
    ),
    "flood": Task(
        "Flood extent (water now, not usually)",
        "flood",
        "Flood detected",
        (ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.REFERENCE_WATER, ClassCode.NOT_OBSERVED),
        WATER_LIMITS,
        "Flood",
    ),
    "change": Task(
        "Backscatter change between two dates",
        "change",
        "Change detected",
        (ClassCode.NOT_DETECTED, ClassCode.DECREASE, ClassCode.INCREASE, ClassCode.NOT_OBSERVED),
        "Change of radar backscatter (possible flood, building site or harvest), never proof of any of them; wind on water, rain, snow, "
        "crops and another viewing direction change it too. Preliminary, not field validated.",
        "Backscatter change",
        any_polarisation=True,
    ),
    "oil": Task(
        "Possible oil / dark feature",
        "possible oil / dark features",
        "Possible oil / dark feature",
        (ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.NOT_OBSERVED),
        "Dark features at sea, never proof of oil: low wind, natural films, rain, upwelling, ice, ship wakes and shadow at the coast look "
        "alike. To be checked by an analyst, a ship or an aircraft; slicks are seen in winds of about 2 to 12 m/s only. Preliminary, not "
        "field validated.",
        "Possible oil",
        any_polarisation=True,
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
