"""The run in words and numbers: the end message, the advice, the run record and the tags."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

import numpy as np
import rasterio

from ..contract.card import Card
from ..contract.job import Job, Result
from ..contract.tasks import TASKS
from ..contract.version import __version__
from ..methods.method import Method
from ..products.statistics import Tally, hectares_in_words
from ..raster.resample import View
from ..raster.scene import Scene

OVERLAYS = ("reference_water", "reference_threshold", "exclude", "hand", "slope", "layover", "land", "wind", "minimum_area")
"""Fields of a job that decide what lies over its map."""


_LEAST_REFERENCE_SEEN = 0.7
_REFERENCE_NOT_SEEN = "of the reference water looks like water now"


def advice(scenes: Sequence[Scene], method: Method, counts: Tally, resampled: bool) -> list[str]:
    """Return what the user should know before acting on the map (R3.1 of the notes on SAR practice)."""
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
    if method.card is not None:
        for name, each in zip(("", "In the image before: "), scenes, strict=False):
            found += [name + text for text in _unusual_brightness(each, method, method.card)]
    return found


def reference_not_seen(counts: Tally) -> list[str]:
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


def result(
    task: str,
    files: Mapping[str, str],
    pixels: Mapping[str, int],
    hectares: Mapping[str, float],
    georeferenced: bool,
    notices: Sequence[str],
    device: str,
) -> Result:
    """Return a run's result with its end message."""
    observed, everything = pixels["observed"], pixels["observed"] + pixels["not_observed"]
    mapped = observed - pixels["masked"]
    share = pixels["detected"] / mapped if mapped else 0.0
    shares = {"detected": share, "observed": observed / everything, "not_observed": pixels["not_observed"] / everything}
    word = TASKS[task].detects
    others = _others(pixels)
    if georeferenced:
        detected, unseen = (hectares_in_words(hectares[name]) for name in ("detected", "not_observed"))
        seen = hectares_in_words(hectares["observed"] - hectares["masked"])
        looked_at = f"{100 * share:.1f} % of {seen} {'mapped' if pixels['masked'] else 'observed'}" if mapped else "nothing was mapped"
        parts = [f"{hectares_in_words(hectares[name])} {words}; " for name, words in others.items()]
        summary = f"Detected {word} {detected} ({looked_at}); {''.join(parts)}{unseen} not observed"
    else:
        looked_at = "pixels that were mapped" if pixels["masked"] else "observed pixels"
        parts = [f"{pixels[name] / everything:.1%} of the pixels {words}; " for name, words in others.items()]
        summary = (
            f"Detected {word} in {share:.1%} of the {looked_at}; {''.join(parts)}{shares['not_observed']:.1%} of the pixels not observed "
            "(hectares unknown: no georeference)"
        )
    rounded = {name: round(value, 2) for name, value in hectares.items()} if georeferenced else {}
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
    words = {"decrease": "decrease of backscatter", "increase": "increase of backscatter", "reference_water": "reference water"}
    if pixels["masked"]:
        words["masked"] = f"not mapped (left out, {pixels['masked'] / pixels['observed']:.0%} of what was observed)"
    return {name: text for name, text in words.items() if pixels[name]}


def run_record(
    job: Job, scenes: Sequence[Scene], method: Method, outcome: Result, view: View, over: Mapping[str, Any], seconds: float
) -> dict[str, Any]:
    """Return the run record (``PREFIX_run.json``): enough to repeat the run and to judge its map.

    Args:
        over: what lay over the map: ``usual_water`` in words, ``left_out`` as files with the class they gave; and ``optical``, the images
            beside the radar's with the shares where they were used, None where there were none.
    """
    return {
        "tidemark": __version__,
        "written": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "task": job.task,
        "title": outcome.title,
        "summary": outcome.summary,
        "limits": TASKS[job.task].limits,
        "notices": list(outcome.notices),
        "files": dict(outcome.files),
        "hectares": dict(outcome.hectares),
        "shares": dict(outcome.shares),
        "threshold": method.threshold,
        "method": method.record,
        "device": outcome.device,
        "seconds": round(seconds, 1),
        "input": {
            **_image(scenes[0]),
            "zeros": job.zeros,
            "network_saw": {"rows": view.shape[0], "columns": view.shape[1], "resampled": view.resampled},
            "extent": job.extent,
        },
        "before": _image(scenes[1]) if len(scenes) > 1 else None,
        "options": {name: getattr(job, name) for name in OVERLAYS},
        **over,
        "versions": {
            "python": platform.python_version(),
            "rasterio": rasterio.__version__,
            "gdal": rasterio.__gdal_version__,
            "numpy": np.__version__,
        },
    }


def _image(scene: Scene) -> dict[str, Any]:
    scale = scene.scale
    return {
        "paths": list(scene.source.paths),
        "files": list(scene.file_states),
        "simulated": scene.simulated,
        "acquired": scene.acquired,
        "bands": dict(scene.bands.numbers),
        "bands_from": scene.bands.origin,
        "scale": getattr(scale, "name", ""),
        "scale_from": getattr(scale, "origin", ""),
        "ground_pixel_m": None if scene.ground_pixel_m is None else [round(v, 2) for v in scene.ground_pixel_m],
    }


def tags(run: Mapping[str, Any]) -> dict[str, str]:
    """Return the tags of both rasters: the run record's main lines."""
    return {
        "TIDEMARK_VERSION": run["tidemark"],
        "TIDEMARK_TITLE": run["title"],
        "TIDEMARK_SUMMARY": run["summary"],
        "TIDEMARK_LIMITS": run["limits"],
        "TIDEMARK_NOTICES": " ".join(run["notices"]),
        "TIDEMARK_INPUT": "; ".join(run["input"]["paths"]),
        "TIDEMARK_ACQUIRED": run["input"]["acquired"],
        "TIDEMARK_BEFORE": "; ".join(run["before"]["paths"]) if run.get("before") else "",
        "TIDEMARK_USUAL_WATER": run.get("usual_water", ""),
        "TIDEMARK_LEFT_OUT": "; ".join(f"{one['file']} ({one['class']})" for one in run.get("left_out", [])),
        "TIDEMARK_OPTICAL": _optical_in_words(run.get("optical")),
        "TIDEMARK_SCALE_ASSUMED": f"{run['input']['scale']} ({run['input']['scale_from']})",
        "TIDEMARK_METHOD": " ".join(f"{key}={value}" for key, value in run["method"].items()),
        "TIDEMARK_THRESHOLD": str(run["threshold"]),
        "TIDEMARK_SIMULATED": "yes" if run["input"]["simulated"] else "no",
    }


def _optical_in_words(optical: Mapping[str, Any] | None) -> str:
    if not optical:
        return ""
    paths = "; ".join(path for date in ("after", "before") for path in optical[date]["paths"])
    return f"{paths}: " + ", ".join(f"{name} {share:.0%}" for name, share in optical["shares"].items())
