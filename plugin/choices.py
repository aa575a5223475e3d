"""What can be chosen, in words; and words the user types, read."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from ..engine.contract.card import installed_cards
from ..engine.contract.errors import InputError, ModelError
from ..engine.contract.job import METHODS_OF
from .i18n import tr

TASK_TITLES = {
    "water": "Water extent (single date)",
    "flood": "Floods (water now, not usually)",
    "change": "Change (darker or brighter)",
    "oil": "Possible oil / dark features",
}
RUN_TITLES = {"water": "Detect water", "flood": "Detect floods", "change": "Detect change", "oil": "Detect oil spills"}
WITH_BEFORE = ("flood", "change")
"""Tasks that may or must have an image before."""

_ALL = ("hand", "slope", "layover")
LEFT_OUT_BY = {"water": _ALL, "flood": _ALL, "change": ("layover",), "oil": ()}
"""The rasters of what is left out that mean something for a task; polygons always do."""

_NETWORK = "Network (student)"
_WATER_METHODS = {
    "student": _NETWORK,
    "otsu": "Otsu threshold",
    "kittler": "Kittler-Illingworth thresholds on tiles",
    "fixed": "Fixed threshold",
}
METHOD_TITLES: Mapping[str, Mapping[str, str]] = {
    "water": _WATER_METHODS,
    "flood": _WATER_METHODS,
    "change": {
        "student": _NETWORK,
        "log-ratio": "Log-ratio, from 3 dB either way",
        "otsu": "Log-ratio, Otsu threshold",
        "kittler": "Log-ratio, Kittler-Illingworth threshold",
    },
    "oil": {"student": _NETWORK, "dark-spot": "Dark-spot rule, against the sea around", "otsu": "Otsu threshold"},
}
ZEROS_TITLES = {"auto": "No data at the edge, dark inside", "nodata": "No data everywhere", "dark": "Dark ground everywhere"}
DEVICE_TITLES = {"auto": "Automatic", "cpu": "CPU", "cuda": "NVIDIA graphics card (CUDA)"}
if sys.platform == "win32":
    DEVICE_TITLES["directml"] = "Graphics card (DirectML)"
if sys.platform == "darwin":
    DEVICE_TITLES["coreml"] = "Apple (CoreML)"
WHOLE, CANVAS, DRAWN = "whole", "canvas", "drawn"
EXTENT_TITLES = {WHOLE: "Whole image", CANVAS: "What the map shows", DRAWN: "Drawn, typed or from a layer"}


def default_method(task: str) -> str:
    """Return the network where a model for the task is installed, else the method that needs none."""
    student, without_model, *_ = METHODS_OF[task]
    try:
        is_there = any(card.is_default and card.serves(task) for card in installed_cards())
    except ModelError:  # the run tells what is wrong with the cards
        is_there = True
    return student if is_there else without_model


def parse_scales(text: str) -> tuple[float, ...]:
    """Read a list of scales such as "0.5, 0.75, 1"; empty means the model's own. Raises `InputError`."""
    try:
        scales = tuple(float(part) for part in re.split(r"[,;\s]+", text.strip()) if part)
    except ValueError:
        scales = (0.0,)
    if all(0.1 <= scale <= 4 for scale in scales):
        return scales
    raise InputError(
        tr("The scales '{text}' cannot be read.").format(text=text),
        tr("Scales are numbers between 0.1 and 4, separated by commas."),
        tr("Write for example 0.5, 0.75, 1, or leave the field empty."),
    )
