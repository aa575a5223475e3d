"""What can be chosen, in words; and words the user types, read."""

from __future__ import annotations

import re
import sys

from ..engine.errors import InputError
from .i18n import tr

TASK_TITLES = {"water": "Water extent (single date)", "flood": "Floods (water now, not usually)"}
RUN_TITLES = {"water": "Detect water", "flood": "Detect floods"}
METHOD_TITLES = {
    "student": "Network (student)",
    "otsu": "Otsu threshold",
    "kittler": "Kittler-Illingworth thresholds on tiles",
    "fixed": "Fixed threshold",
}
ZEROS_TITLES = {"auto": "No data at the edge, dark inside", "nodata": "No data everywhere", "dark": "Dark ground everywhere"}
DEVICE_TITLES = {"auto": "Automatic", "cpu": "CPU", "cuda": "NVIDIA graphics card (CUDA)"}
if sys.platform == "win32":
    DEVICE_TITLES["directml"] = "Graphics card (DirectML)"
if sys.platform == "darwin":
    DEVICE_TITLES["coreml"] = "Apple (CoreML)"
WHOLE, CANVAS, DRAWN = "whole", "canvas", "drawn"
EXTENT_TITLES = {WHOLE: "Whole image", CANVAS: "What the map shows", DRAWN: "Drawn, typed or from a layer"}


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
