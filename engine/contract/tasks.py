"""The table of tasks: for each, its words, classes and methods, the images it takes and the options that it offers.

Both sides read it: the command line's choices, the checks of a job, the dock and Processing. What a task does with an image is written in
a module of its name in ``engine/tasks``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Mapping, Sequence, Tuple

from .classes import COLOURS, ClassCode, web_colour

STUDENT = "student"
"""The method that is a network."""
NONE, OPTIONAL, NEEDED = "none", "optional", "needed"
"""Whether a task takes an image before."""


@dataclass(frozen=True)
class TaskSpec:
    """A task in words, and what it takes.

    Attributes:
        name: the task's name in jobs, records and cards.
        title: what its map is.
        action: what a run does, on the button that starts it.
        detects: what it detects, inside a sentence.
        legend: the legend entry of a detected pixel.
        codes: the classes it can give.
        limits: what a map does not show, for legend and record.
        event: the type of event in a delivered polygon.
        methods: name to title; the first one needs a model, the second one none.
        method_help: what the methods do.
        before: `NONE`, `OPTIONAL` or `NEEDED`: whether it takes an image before.
        image_label: what the image is called beside the box where it is chosen.
        before_label: what the image before is called beside the box where it is chosen.
        without_before: what to tell a user who has chosen no image before.
        one_date: name of the task that its map shows where nothing tells what was there before, and whose models it can use as well.
        takes_optical: whether optical images may stand beside the radar's.
        options: names of the options that it offers and that not every task has.
        colour: of a detected pixel.
        any_polarisation: whether an only band of unknown polarisation, or display bytes, may do.
        one_band: whether it looks at a single band.
        shows_water: whether what it detects is water, whose depth can be asked for.
        by_threshold: whether the probability and a threshold decide its classes alone, so that another one can be tried on a map.
    """

    name: str
    title: str
    action: str
    detects: str
    legend: str
    codes: Tuple[ClassCode, ...]
    limits: str
    event: str
    methods: Mapping[str, str]
    method_help: str
    before: str = NONE
    image_label: str = "Radar image"
    before_label: str = ""
    without_before: str = ""
    one_date: str = ""
    takes_optical: bool = False
    options: Tuple[str, ...] = ()
    colour: str = web_colour(COLOURS[ClassCode.DETECTED])
    any_polarisation: bool = False
    one_band: bool = False
    shows_water: bool = False
    by_threshold: bool = False

    @property
    def takes_before(self) -> bool:
        """Whether an image before may or must be given."""
        return self.before != NONE

    @property
    def baselines(self) -> Tuple[str, ...]:
        """Names of the methods that need no model."""
        return tuple(name for name in self.methods if name != STUDENT)


WATER_LIMITS = "Open, calm water only; flooded vegetation and built-up areas may be missed. Preliminary, not field validated."
_NETWORK = "Neural network"
_WATER_METHODS = {
    STUDENT: _NETWORK,
    "otsu": "Otsu threshold",
    "kittler": "Kittler-Illingworth thresholds on tiles",
    "fixed": "Fixed threshold",
}
_WATER_METHOD_HELP = "student: the network. otsu, kittler, fixed: classical thresholds, to compare with."

WATER = TaskSpec(
    name="water",
    title="Water extent (single date)",
    action="Detect water",
    detects="water",
    legend="Water detected",
    codes=(ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.NOT_OBSERVED),
    limits=WATER_LIMITS,
    event="Water extent",
    methods=_WATER_METHODS,
    method_help=_WATER_METHOD_HELP,
    options=("hand", "slope", "layover", "open_only"),
    shows_water=True,
    by_threshold=True,
)
FLOOD = TaskSpec(
    name="flood",
    title="Flood extent (water now, not usually)",
    action="Detect floods",
    detects="flood",
    legend="Flood detected",
    codes=(ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.REFERENCE_WATER, ClassCode.NOT_OBSERVED),
    limits=WATER_LIMITS,
    event="Flood",
    methods=_WATER_METHODS,
    method_help=_WATER_METHOD_HELP,
    before=OPTIONAL,
    image_label="Image during the flood",
    before_label="Image before the flood",
    without_before="With neither of the two, the map shows water, not flood.",
    one_date=WATER.name,
    takes_optical=True,
    options=("reference_water", "reference_threshold", "hand", "slope", "layover", "open_only"),
    shows_water=True,
    by_threshold=True,
)
CHANGE = TaskSpec(
    name="change",
    title="Backscatter change between two dates",
    action="Detect change",
    detects="change",
    legend="Change detected",
    codes=(ClassCode.NOT_DETECTED, ClassCode.DECREASE, ClassCode.INCREASE, ClassCode.NOT_OBSERVED),
    limits="Change of radar backscatter (possible flood, building site or harvest), never proof of any of them; wind on water, rain, snow, "
    "crops and another viewing direction change it too. Preliminary, not field validated.",
    event="Backscatter change",
    methods={
        STUDENT: _NETWORK,
        "log-ratio": "Log-ratio, from 3 dB either way",
        "otsu": "Log-ratio, Otsu threshold",
        "kittler": "Log-ratio, Kittler-Illingworth threshold",
    },
    method_help="student: a network, where one for this task is installed. log-ratio: newer over older backscatter, changed from 3 dB "
    "either way; needs no model. otsu, kittler: the same with a threshold found in the images.",
    before=NEEDED,
    image_label="Newer image",
    before_label="Image before",
    without_before="Change needs an older image.",
    options=("layover",),
    any_polarisation=True,
)
OIL = TaskSpec(
    name="oil",
    title="Possible oil / dark feature",
    action="Detect possible oil",
    detects="possible oil / dark features",
    legend="Possible oil / dark feature",
    codes=(ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.NOT_OBSERVED),
    limits="Dark features at sea, never proof of oil: low wind, natural films, rain, upwelling, ice, ship wakes and shadow at the coast "
    "look alike. To be checked by an analyst, a ship or an aircraft; slicks are seen in winds of about 2 to 12 m/s only. Preliminary, not "
    "field validated.",
    event="Possible oil",
    methods={STUDENT: _NETWORK, "dark-spot": "Dark-spot rule, against the sea around", "otsu": "Otsu threshold"},
    method_help="student: a network, where one for this task is installed. dark-spot: what is 2 dB darker than the sea within 500 m; needs "
    "no model. otsu: one threshold for the whole image, to compare with.",
    image_label="Image of the sea",
    options=("land", "wind", "minimum_area"),
    colour="#d500f9",
    any_polarisation=True,
    one_band=True,
)

TASKS: Mapping[str, TaskSpec] = {spec.name: spec for spec in (WATER, FLOOD, CHANGE, OIL)}
FIRST_TASK = WATER.name
"""The task that is meant where none is named: by `tidemark info`, by the batch in QGIS and by maps without a record."""


def shows_water(task: str) -> bool:
    """Tell whether a map is of water; a map that does not name its task may be."""
    return not task or (task in TASKS and TASKS[task].shows_water)


def with_codes(task: TaskSpec, codes: Sequence[ClassCode]) -> TaskSpec:
    """Return the task with more classes that it can give."""
    return replace(task, codes=tuple(sorted({*task.codes, *codes})))
