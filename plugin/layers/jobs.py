"""One way from images and options, as QGIS has them, to a job: for the dock and for Processing. For the thread that draws QGIS only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Optional

from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer

from ...engine.contract.errors import InputError
from ...engine.contract.job import Job, Source, build_job
from ...engine.contract.options import NUMBERS, OPTIONS, PATHS, Option, read_numbers, superfluous
from ...engine.contract.tasks import STUDENT
from ..i18n import tr
from .images import path_as_shown
from .vectors import polygons_file


def make_job(
    task: str,
    sources: Iterable[Source],
    output: str,
    values: Mapping[str, Any],
    transforms: Optional[QgsCoordinateTransformContext],
) -> Job:
    """Return the job of what was chosen, checked.

    Args:
        task: its name.
        sources: the images, first the one to map.
        output: prefix of the files to write; empty where it is not known yet.
        values: by the name of an option, or of another field of a `Job`: a layer, a text, a number, or None where nothing was chosen.
            What means nothing for the task or the method is passed over.
        transforms: of the project, for copies of polygons; None: polygons are left out, and nothing is written.

    Raises:
        TidemarkError: no run could do it.
    """
    given = [name for name, value in values.items() if name in OPTIONS and OPTIONS[name].is_given(value)]
    passed_over = {name for names, _ in superfluous(task, values.get("method", STUDENT), given) for name in names}
    chosen = {}
    for name, value in values.items():
        if value is not None and name not in passed_over:
            chosen[name] = _plain(OPTIONS[name], value, transforms) if name in OPTIONS else value
    return build_job(task, sources, output, chosen)


def _plain(option: Option, value: Any, transforms: Optional[QgsCoordinateTransformContext]) -> Any:
    """Return the value that a job has for what QGIS has. Raises `TidemarkError`."""
    if option.kind == NUMBERS and option.limits and isinstance(value, str):
        try:
            # Where semicolons separate the numbers, commas are their decimals.
            return read_numbers(value.replace(",", ".") if ";" in value else value)
        except ValueError:
            raise InputError(
                tr("The {name} '{text}' cannot be read.").format(name=option.name, text=value),
                tr("They are numbers between {least:g} and {most:g}, separated by commas.").format(
                    least=option.limits.least, most=option.limits.most
                ),
                tr("Write for example 0.5, 0.75, 1, or leave the field empty."),
            ) from None
    if option.kind in PATHS and not isinstance(value, str):
        if isinstance(value, QgsRasterLayer):
            return path_as_shown(value)
        return None if transforms is None else polygons_file(value, transforms)
    return value
