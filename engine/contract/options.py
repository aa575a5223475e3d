"""The table of options: for each, its name, words, unit, limits, default and choices.

Command line, Processing, dock and the checks of a job all read it, so that an option is told once. Which tasks offer an option that not
every task has stands in the table of tasks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Collection, Iterator, Mapping, Optional, Sequence, Tuple

from .errors import InputError
from .tasks import STUDENT, TASKS, TaskSpec

SCALES = ("auto", "db", "power", "amplitude", "db100", "db10", "display")
ZEROS = ("auto", "nodata", "dark")
DEVICES = ("auto", "cpu", "cuda", "directml", "coreml")
METHODS = tuple(dict.fromkeys(method for task in TASKS.values() for method in task.methods))

CHOICE, TEXT, NUMBER, WHOLE, NUMBERS, SWITCH = "choice", "text", "number", "whole", "numbers", "switch"
RASTER, POLYGONS, RASTER_OR_POLYGONS = "raster", "polygons", "raster or polygons"
"""Kinds of options: what their values are."""
PATHS = (RASTER, POLYGONS, RASTER_OR_POLYGONS)
"""Kinds whose values are paths of files."""

VALUES, HOW, OVERLAYS, SEA = "values", "how", "overlays", "sea"
"""Groups of options: what the pixel values mean, how an image is mapped, what lies over a map, what is known of the sea."""

_OFF_A_STEP = 1e-4
"""Share of a step by which a number may miss it: nobody can write such a number, but a sum of floats may be one."""


@dataclass(frozen=True)
class Limits:
    """The values that a number may have.

    Attributes:
        least, most: both may be taken.
        noun: what the number is called, inside a sentence.
        needed: what it is and where it lies, as a sentence.
        do: what to do where it lies elsewhere.
        unit: with a space before it where one belongs there.
        step: that values are multiples of; 0: any value will do.
    """

    least: float
    most: float
    noun: str
    needed: str
    do: str
    unit: str = ""
    step: float = 0.0

    def holds(self, value: float) -> bool:
        """Tell whether a value lies inside and on a step; one that is no number does not."""
        return self.least <= value <= self.most and (not self.step or abs(value / self.step - round(value / self.step)) < _OFF_A_STEP)

    def check(self, value: float) -> None:
        """Refuse a value that does not hold. Raises `InputError`."""
        if not self.holds(value):
            raise InputError(f"The {self.noun} is {value:g}{self.unit}.", self.needed, self.do)


@dataclass(frozen=True)
class Option:
    """An option of a run.

    Attributes:
        name: the field of a `Job`; of the command line with dashes, of Processing in capitals.
        title: the label of its box.
        kind: `CHOICE`, `TEXT`, `NUMBER`, `WHOLE`, `NUMBERS`, `SWITCH`, or one of `PATHS`.
        help: what it is, as half a sentence.
        group: `VALUES`, `HOW`, `OVERLAYS` or `SEA`.
        default: the value where none is given.
        unset: what holds where none is given, in words; empty where the default says it.
        more: whole sentences for those who have room for them.
        metavar: stands for the value on the command line.
        choices: the values that a choice can have; the first is the default.
        limits: of a number, and of each of several numbers.
        network_only: whether only the map of a network depends on it.
        part_of: name of the option that it says more of; empty: it means something alone.
    """

    name: str
    title: str
    kind: str
    help: str
    group: str
    default: Any = None
    unset: str = ""
    more: str = ""
    metavar: str = ""
    choices: Tuple[str, ...] = ()
    limits: Optional[Limits] = None
    network_only: bool = False
    part_of: str = ""

    @property
    def flag(self) -> str:
        """The option on the command line."""
        return "--" + self.name.replace("_", "-")

    @property
    def for_both(self) -> str:
        """What the option is called on the command line and in QGIS."""
        return f"{self.flag} (in QGIS: '{self.title}')"

    @property
    def noun(self) -> str:
        """The option inside a sentence."""
        return self.name.replace("_", " ")

    @property
    def line(self) -> str:
        """The help on the command line."""
        words = f"{self.help} (default: {self.unset})" if self.unset else self.help
        return f"{', '.join(self.offered_by)}: {words}" if self.offered_by else words

    @property
    def offered_by(self) -> Tuple[str, ...]:
        """The names of the tasks that offer it, where not every task does."""
        return tuple(task.name for task in TASKS.values() if self.name in task.options)

    @property
    def tip(self) -> str:
        """The help in QGIS: whole sentences."""
        words = f"{self.help[0].upper()}{self.help[1:]}" + (f"; empty: {self.unset}" if self.unset and self.kind != CHOICE else "") + "."
        return f"{words} {self.more}".rstrip()

    def is_given(self, value: Any) -> bool:
        """Tell whether a value was chosen, and is not what holds anyway."""
        return value is not None and value != self.default

    def holds(self, value: float) -> bool:
        """Tell whether a number lies within the limits."""
        return self.limits is None or self.limits.holds(value)

    def check(self, value: Any) -> None:
        """Refuse a number outside the limits. Raises `InputError`."""
        if self.limits is not None and value is not None:
            self.limits.check(value)


def _choice(name: str, title: str, group: str, choices: Tuple[str, ...], **words: Any) -> Option:
    return Option(name, title, CHOICE, group=group, choices=choices, default=choices[0], **words)


_ALL = (
    _choice(
        "scale",
        "Pixel values",
        VALUES,
        SCALES,
        help="what the values mean",
        unset="metadata, then statistics",
        more="auto: from metadata, then statistics; stops and asks where two answers stay possible. db, power, amplitude; db100 and db10: "
        "dB as scaled integers; display: an 8-bit picture.",
    ),
    _choice(
        "zeros",
        "Zeros are",
        VALUES,
        ZEROS,
        help="what zeros mean where the file does not declare 0 as nodata",
        more="auto: no data when connected to the edge; nodata: no data everywhere; dark: dark ground.",
    ),
    _choice("method", "Method", HOW, METHODS, help="a network, or a classical threshold"),
    Option(
        "model",
        "Model",
        TEXT,
        "an installed model, or the path of a card",
        HOW,
        "",
        metavar="NAME|CARD",
        more="Empty: the task's own model.",
        network_only=True,
    ),
    Option(
        "scales",
        "Scales of multiscale inference",
        NUMBERS,
        "multiscale inference",
        HOW,
        (),
        unset="the model's",
        metavar="0.5,0.75,1",
        more="For example 0.5,0.75,1. More scales are slower and steadier.",
        limits=Limits(
            0.1,
            4.0,
            "scale",
            "Scales lie between 0.1 and 4 in steps such as 0.05.",
            "Give e.g. 0.5,0.75,1 for --scales (in QGIS: 'Scales').",
        ),
        network_only=True,
    ),
    Option(
        "flip",
        "Average over flips",
        SWITCH,
        "average over the mirror image as well",
        HOW,
        default=False,
        more="It takes twice the time.",
        network_only=True,
    ),
    Option(
        "open_only",
        "Open water only",
        SWITCH,
        "leave possible water among plants or buildings out of the map",
        HOW,
        default=False,
        more="It has a class of its own (5), is counted apart, and is never reference water.",
        network_only=True,
    ),
    Option(
        "threshold",
        "Threshold",
        NUMBER,
        "probability from which a pixel is detected, 0.01 to 1 in steps of 0.01",
        HOW,
        unset="the model's",
        metavar="T",
        limits=Limits(
            0.01,
            1.0,
            "threshold",
            "It is a probability from 0.01 to 1, in steps of 0.01.",
            "Give e.g. 0.5 for --threshold (in QGIS: 'Threshold').",
            step=0.01,
        ),
    ),
    _choice(
        "device",
        "Device",
        HOW,
        DEVICES,
        help="what the network runs on",
        more="A device that the installed engine lacks is replaced by the CPU, with a notice. auto takes a graphics processor, or on a CPU "
        "that is faster with it the 8-bit copy of a model that you have not named, where its figures are as good; the run record names it.",
    ),
    Option(
        "threads",
        "CPU threads",
        WHOLE,
        "CPU threads for an image",
        HOW,
        0,
        unset="all cores",
        metavar="N",
        more="0: all cores.",
        limits=Limits(
            0, math.inf, "number of threads", "At least one is needed; 0 means all.", "Correct --threads (in QGIS: 'CPU threads')."
        ),
    ),
    Option(
        "reference_water",
        "Reference water",
        RASTER,
        "reference water: occurrence in per cent, months of water, or 0 and 1",
        OVERLAYS,
        "",
        metavar="RASTER",
        more="A raster of where water usually is, such as JRC Global Surface Water, on any grid.",
    ),
    Option(
        "reference_threshold",
        "Reference water from",
        NUMBER,
        "its value from which water is usual",
        OVERLAYS,
        unset="75 per cent, 8 months or 1",
        metavar="T",
        limits=Limits(
            0.0,
            100.0,
            "threshold of reference water",
            "It is a value of the raster, from 0 to 100.",
            "Correct --reference-threshold (in QGIS: 'Reference water from').",
        ),
        part_of="reference_water",
    ),
    Option(
        "exclude",
        "Leave out: polygons",
        POLYGONS,
        "polygons that are not to be mapped (class 252)",
        OVERLAYS,
        "",
        metavar="VECTOR",
        more="Reservoirs, rice fields, the sea. The layer as it is now, with its edits.",
    ),
    Option(
        "hand",
        "Leave out: height above the nearest drainage",
        RASTER,
        "metres above the nearest drainage; over 15 is not mapped (class 250)",
        OVERLAYS,
        "",
        metavar="RASTER",
        more="No flood is expected there, and dark ground is not taken for one.",
    ),
    Option(
        "slope",
        "Leave out: slope",
        RASTER,
        "slope in degrees; over 15 is not mapped (class 250)",
        OVERLAYS,
        "",
        metavar="RASTER",
        more="Water does not stay there.",
    ),
    Option(
        "layover",
        "Leave out: layover and radar shadow",
        RASTER,
        "layover and radar shadow; what is not 0 is not mapped (class 251)",
        OVERLAYS,
        "",
        metavar="RASTER",
        more="The radar could not see there.",
    ),
    Option(
        "dem",
        "Heights (DEM) for products",
        RASTER,
        "heights in metres for Sentinel-1 products: hills come to their place, layover and shadow are not mapped (class 251)",
        OVERLAYS,
        "",
        metavar="RASTER",
        more="For products as they were downloaded only; other images are in their place already.",
    ),
    Option(
        "land",
        "Land",
        RASTER_OR_POLYGONS,
        "polygons of land, or a raster that is not 0 on land (254)",
        SEA,
        "",
        metavar="VECTOR|RASTER",
        more="Land is not mapped; a layer is taken with its edits.",
    ),
    Option(
        "wind",
        "Wind at sea in m/s",
        NUMBER,
        "wind at sea, for notices and confidence",
        SEA,
        unset="not known",
        metavar="M/S",
        more="At the time of the image; 1 knot is 0.51 m/s.",
        limits=Limits(0.0, 40.0, "wind", "It lies between 0 and 40 m/s (1 knot is 0.51 m/s).", "Correct --wind (in QGIS: 'Wind').", " m/s"),
    ),
    Option(
        "minimum_area",
        "Least area in hectares",
        NUMBER,
        "smaller features are left out",
        SEA,
        unset="10 ha, 0.1 km²",
        metavar="HA",
        more="They are left out of map and polygons; the probability raster shows them.",
        limits=Limits(
            0.0,
            1e9,
            "minimum area",
            "It is 0 or more, in hectares (1 km² is 100 ha).",
            "Correct --minimum-area (in QGIS: 'Least area').",
            " ha",
        ),
    ),
)
OPTIONS: Mapping[str, Option] = {option.name: option for option in _ALL}


def options_of(task: TaskSpec, *groups: str) -> Iterator[Option]:
    """Yield the options that a task offers, of some groups or of all, in the table's order."""
    for option in _ALL:
        if (not groups or option.group in groups) and (option.name in task.options or not option.offered_by):
            yield option


def superfluous(task: str, method: str, given: Collection[str]) -> Iterator[Tuple[Tuple[str, ...], InputError]]:
    """Yield those of some options that would change nothing in a run, each time with what to say of them.

    Args:
        task: name of one of `TASKS`.
        method: one of its methods.
        given: names of options.
    """
    options = [option for option in _ALL if option.name in given]
    foreign = [option for option in options if option.offered_by and option.name not in TASKS[task].options]
    for offered_by in dict.fromkeys(option.offered_by for option in foreign):
        alike = [option for option in foreign if option.offered_by == offered_by]
        names = listed([option.for_both for option in alike])
        found = f"The task '{task}' does not ask for {names}."
        yield _names(alike), InputError(found, owners(offered_by), "Leave them out." if alike[1:] else "Leave it out.")
    of_networks = [option for option in options if option.network_only and method != STUDENT]
    if of_networks:
        names = listed([option.for_both for option in of_networks])
        found = f"The method '{method}' does not ask for {names}."
        do = "Use the method 'student', or leave them out." if of_networks[1:] else "Use the method 'student', or leave it out."
        yield _names(of_networks), InputError(found, "Only a network does.", do)
    for option in options:
        if option.part_of and option.part_of not in given:
            whole = OPTIONS[option.part_of]
            found = f"There is a {option.noun}, but no {whole.noun}."
            do = f"Give {whole.noun} with {whole.for_both}, or leave {option.for_both} out."
            yield _names([option]), InputError(found, "", do)


def _names(options: Sequence[Option]) -> Tuple[str, ...]:
    return tuple(option.name for option in options)


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them, such as "a, b and c"."""
    return " and ".join([*filter(None, [", ".join(names[:-1])]), *names[-1:]])


def owners(tasks: Sequence[str]) -> str:
    """Return the sentence on which tasks alone do what another one does not."""
    names = [f"'{name}'" for name in tasks]
    return f"Only the tasks {listed(names)} do." if names[1:] else f"Only the task {listed(names)} does."


def read_numbers(text: str) -> Tuple[float, ...]:
    """Read numbers separated by commas, semicolons or spaces; empty text holds none. Raises `ValueError`."""
    parts = text.replace(";", " ").replace(",", " ").split()
    try:
        return tuple(float(part) for part in parts)
    except ValueError:
        raise ValueError(f"'{text}' is not a list of numbers like 0.5,0.75,1") from None
