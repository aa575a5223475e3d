"""Optical images beside the radar's: layers and typed band numbers → Sources, and what is known of their bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.core import QgsRasterLayer

from ...engine.contract.card import SAY_BANDS, band_numbers, find_card
from ...engine.contract.errors import InputError
from ...engine.contract.job import Job, Source, check_optical
from ..i18n import tr
from .layers import layer_path


def with_optical(job: Job, layers: Sequence[QgsRasterLayer | None], bands: str) -> Job:
    """Return the job with the optical images of both dates; as it is where there are none.

    Args:
        layers: the image of the date to map, and of the date before; None where there is none.
        bands: which band is which, as typed; empty: by name.

    Raises:
        TidemarkError: they cannot be used.
    """
    chosen = [(layer, role) for layer, role in zip(layers, ("optical", "optical-before")) if layer is not None]
    if not chosen:
        return job
    given = parse_bands(bands)
    job = replace(job, sources=(*job.sources, *(Source((layer_path(layer),), role, given) for layer, role in chosen)))
    check_optical(job)
    for layer, _ in chosen:
        bands_of(job, layer, given)
    return job


def bands_of(job: Job, layer: QgsRasterLayer, given: dict[str, int]) -> dict[str, str]:
    """Return role to band name of what the job's model looks at in a layer. Raises `TidemarkError`."""
    wanted = find_card(job.model, job.task, optical=True).optical
    if wanted is None:
        return {}
    names = [str(layer.bandName(number)) for number in range(1, layer.bandCount() + 1)]
    numbers = wanted.choose_bands(tr("the layer '{name}'").format(name=layer.name()), names, given)
    return {role: names[number - 1] for role, number in numbers.items()}


def parse_bands(text: str) -> dict[str, int]:
    """Read e.g. "swir=1, nir=2, visible=3"; empty means by name. Raises `InputError`."""
    if not text.strip():
        return {}
    try:
        return {name.lower(): number for name, number in band_numbers(text).items()}
    except ValueError:
        raise InputError(tr("The optical bands '{text}' cannot be read.").format(text=text), "", tr(SAY_BANDS)) from None
