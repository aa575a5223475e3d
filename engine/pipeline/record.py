"""Put a run into words and numbers: the end message, the advice and the run record."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import rasterio

from ..contract.card import Card
from ..contract.job import Result, Source, task_shown
from ..contract.record import (
    AREA_DIGITS,
    FILES_OVER,
    GIVEN,
    FileState,
    ImageRecord,
    MethodRecord,
    OpticalImageRecord,
    OpticalRecord,
    Reading,
    RunRecord,
    hectares_in_words,
    now,
)
from ..contract.tasks import TASKS
from ..methods.context import RunContext, scales_of, threshold_of
from ..methods.method import Method
from ..products.statistics import MapStatistics
from ..raster.files import layer_state
from ..raster.resample import View
from ..raster.scene import Scene
from ..sentinel1.sources import ReadyJob

_LEAST_REFERENCE_SEEN = 0.7
_REFERENCE_NOT_SEEN = "of the reference water looks like water now"


def advice(scenes: Sequence[Scene], method: Method, counts: MapStatistics, resampled: bool) -> list[str]:
    """Return what the user should know before acting on the map."""
    found = []
    scene, pixels, undecided = scenes[0], counts.pixels, counts.undecided
    observed, everything = pixels["observed"], pixels["observed"] + pixels["not_observed"]
    if scene.grid.crs is None:
        found.append("The image has no georeference: it was mapped on its own pixels, taken as the model's size, and hectares are unknown.")
    if observed < everything / 2:
        found.append(f"Only {observed / everything:.0%} of the pixels were observed.")
    if observed and undecided > 0.6 * observed:
        found.append(f"{undecided / observed:.0%} of the observed pixels lie between 20 and 80 per cent: the map is undecided.")
    if resampled and scene.ground_pixel_m is not None:
        across, down = scene.ground_pixel_m
        found.append(f"Pixels are {across:.1f} x {down:.1f} m on the ground; the network saw the image resampled to its own pixel size.")
    if scene.ground_pixel_m is not None and (min(scene.ground_pixel_m) < 5 or max(scene.ground_pixel_m) > 30):
        found.append("Outside the validated domain: the pixels are finer than 5 m or coarser than 30 m.")
    if not method.compares:
        found += reference_not_seen(counts)
    for name, each in zip(("", "In the image before: "), scenes, strict=False):
        found += [name + text for text in (*each.preparation, *each.doubts)]
        if method.card is not None:
            found += [name + text for text in _unusual_brightness(each, method, method.card)]
    return found


def reference_not_seen(counts: MapStatistics) -> list[str]:
    """Return a notice where much of the reference water of a one-date map does not look like water now."""
    reference = counts.pixels["reference_water"]
    if counts.reference_wet >= _LEAST_REFERENCE_SEEN * reference:
        return []
    share = f"Only {counts.reference_wet / reference:.0%} {_REFERENCE_NOT_SEEN}"
    return [f"{share}: wind, ice, plants or a low level; other water may be missed for the same reason."]


def without_advice_of_threshold(notices: Sequence[str]) -> list[str]:
    """Return an earlier run's notices without those that another threshold makes untrue."""
    return [text for text in notices if _REFERENCE_NOT_SEEN not in text]


def _unusual_brightness(scene: Scene, method: Method, card: Card) -> list[str]:
    found = []
    for band, median in zip(method.bands, scene.median_db(method.bands), strict=True):
        low, high = card.input_median_db.get(band, (-np.inf, np.inf))
        if not low <= median <= high:
            found.append(
                f"Outside the validated domain: half of {band} lies below {median:.1f} dB; in training it was {low:.1f} to {high:.1f} dB."
            )
    return found


def result(task: str, files: Mapping[str, str], counts: MapStatistics, notices: Sequence[str], device: str) -> Result:
    """Return a run's result with its end message."""
    pixels, hectares = counts.pixels, counts.hectares
    observed, everything = pixels["observed"], pixels["observed"] + pixels["not_observed"]
    mapped = observed - pixels["masked"]
    share = pixels["detected"] / mapped if mapped else 0.0
    shares = {"detected": share, "observed": observed / everything, "not_observed": pixels["not_observed"] / everything}
    word = TASKS[task].detects
    others = _others(pixels)
    if counts.areas is not None:
        detected, unseen = (hectares_in_words(hectares[name]) for name in ("detected", "not_observed"))
        seen = hectares_in_words(hectares["observed"] - hectares["masked"])
        looked_at = f"{100 * share:.1f} % of {seen} {'mapped' if pixels['masked'] else 'observed'}" if mapped else "nothing was mapped"
        parts = [f"{hectares_in_words(hectares[name])} {words}; " for name, words in others.items()]
        summary = f"Detected {word} {detected} ({looked_at}); {''.join(parts)}{unseen} not observed"
    else:
        looked_at = "pixels that were mapped" if pixels["masked"] else "observed pixels"
        parts = [f"{100 * pixels[name] / everything:.1f} % of the pixels {words}; " for name, words in others.items()]
        unseen = f"{100 * shares['not_observed']:.1f}"
        summary = (
            f"Detected {word} in {100 * share:.1f} % of the {looked_at}; {''.join(parts)}{unseen} % of the pixels not observed "
            "(hectares unknown: no georeference)"
        )
    rounded = {name: round(value, AREA_DIGITS) for name, value in hectares.items()} if counts.areas is not None else {}
    return Result(
        files=dict(files),
        title=TASKS[task].title,
        summary=summary,
        hectares=rounded,
        shares={name: round(value, 6) for name, value in shares.items()},
        notices=tuple(notices),
        device=device,
    )


def _others(pixels: Mapping[str, int]) -> dict[str, str]:
    """Return in words what there is besides the detected area."""
    words = {
        "decrease": "decrease of backscatter",
        "increase": "increase of backscatter",
        "possible": "possible water among plants or buildings",
        "reference_water": "reference water",
    }
    if pixels["masked"]:
        words["masked"] = f"not mapped (left out, {100 * pixels['masked'] / pixels['observed']:.0f} % of what was observed)"
    return {name: text for name, text in words.items() if pixels[name]}


def planned_record(ready: ReadyJob, card: Card | None) -> RunRecord:
    """Return the record of a job as far as it is known before the run: what decides its fingerprint.

    Args:
        ready: the job.
        card: the network's; None for a classical method.
    """
    job = ready.job
    optical = [
        OpticalImageRecord(source.paths, _states(source), bands=source.bands, bands_from=GIVEN if source.bands else "")
        for source in job.optical
    ]
    before = job.find_source("before")
    network: dict[str, Any] = {}
    if card is not None:
        network = {"sha256": card.sha256, "scales": scales_of(job, card), "flip": job.flip}
        network["possible_threshold"] = None if job.open_only else card.possible_threshold
    return RunRecord(
        task=task_shown(job),
        threshold=threshold_of(job, card),
        method=MethodRecord(job.method, **network),
        image=ready.products.get("after") or _planned(job.source("after")),
        reading=Reading(job.zeros, extent=job.extent),
        before=ready.products.get("before") or (_planned(before) if before else None),
        options=ready.options,
        option_files=option_files(ready.options),
        optical=OpticalRecord(False, {}, *optical) if optical else None,
    )


def _planned(source: Source) -> ImageRecord:
    return ImageRecord(
        paths=source.paths,
        files=_states(source),
        bands=source.bands,
        bands_from=GIVEN if source.bands else "",
        scale=source.scale,
        scale_from=GIVEN if source.scale != "auto" else "",
    )


def option_files(options: Mapping[str, Any]) -> dict[str, FileState]:
    """Return the states of the files that lie over a map, by option."""
    return {name: layer_state(path) for name in FILES_OVER if (path := options[name])}


def _states(source: Source) -> tuple[FileState, ...]:
    return tuple(layer_state(path) for path in source.paths)


def run_record(run: RunContext, scenes: Sequence[Scene], method: Method, outcome: Result, view: View) -> RunRecord:
    """Return the run record, enough to repeat the run and to judge its map, but for its duration and what lay over the map."""
    job = run.job
    return RunRecord(
        written=now(),
        task=job.task,
        title=outcome.title,
        summary=outcome.summary,
        limits=TASKS[job.task].limits,
        notices=outcome.notices,
        files=outcome.files,
        hectares=outcome.hectares,
        shares=outcome.shares,
        threshold=method.threshold,
        method=MethodRecord(**method.record),
        device=outcome.device,
        image=_image(scenes[0], run.known_of(scenes[0].source)),
        reading=Reading(job.zeros, {"rows": view.shape[0], "columns": view.shape[1], "resampled": view.resampled}, job.extent),
        before=_image(scenes[1], run.known_of(scenes[1].source)) if len(scenes) > 1 else None,
        options=dict(run.options),
        versions={
            "python": platform.python_version(),
            "rasterio": rasterio.__version__,
            "gdal": rasterio.__gdal_version__,
            "numpy": np.__version__,
        },
    )


def _image(scene: Scene, known: ImageRecord) -> ImageRecord:
    scale = scene.scale
    return replace(
        known,
        files=known.files or tuple(scene.file_states),
        simulated=scene.simulated,
        acquired=scene.acquired,
        bands=scene.bands.numbers,
        bands_from=scene.bands.origin,
        scale=getattr(scale, "name", ""),
        scale_from=getattr(scale, "origin", ""),
        ground_pixel_m=None if scene.ground_pixel_m is None else tuple(round(v, 2) for v in scene.ground_pixel_m),
    )
