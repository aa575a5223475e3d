"""The worker: one piece of work from standard input, events to standard output.

The first line is a JSON object with the kind of work:

- ``{"work": "detect", "job": …}`` with the fields of `Job`; ``"vectorise"`` with those of `VectoriseJob`, ``"stats"`` with those of
  `ZonesJob`, ``"rethreshold"`` with the arguments of `rethreshold`, ``"package"`` with those of `package.write_folder`
  and ``geopackage``, whether to write one file into the folder;
- ``{"work": "batch", "job": {"scenes": FOLDER or LIST, "template": …, "folder": FOLDER, "again": …}}`` with a `Job` without files;
- ``{"work": "info", "scenes": [[path, …], …], "task": …}``;
- ``{"work": "probe"}``.

Standard input stays open; the line ``cancel``, or its end, stops the work.
"""

from __future__ import annotations

import json
import logging
import os
import platform
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from inspect import signature
from typing import Any

from .contract.errors import Cancelled, InputError, TidemarkError
from .contract.job import Event, Job, Source
from .contract.packages import VECTOR_PACKAGES, vector_packages

DONE, BAD_INPUT, CANCELLED = 0, 2, 3

_SAME_VERSION = "Plugin and engine must be of the same version: install Tidemark again."


def work() -> int:
    """Do one piece of work; return the exit status: 0 done, 2 bad input, 3 cancelled."""
    logging.getLogger("rasterio").setLevel(logging.CRITICAL)  # its errors come back as one event of ours
    stop = threading.Event()
    line = sys.stdin.readline()
    threading.Thread(target=_watch, args=(stop,), daemon=True).start()
    try:
        request = _request(line)
        _KINDS[request["work"]](request, stop.is_set)
        return DONE
    except Cancelled:
        _say(Event("cancelled"))
        return CANCELLED
    except TidemarkError as error:
        _say(Event("error", error.as_dict()))
        return BAD_INPUT


def _watch(stop: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == "cancel":
            break
    stop.set()


def _request(line: str) -> dict[str, Any]:
    try:
        request = json.loads(line)
        if request["work"] in _KINDS:
            return dict(request)
    except (ValueError, KeyError, TypeError):
        pass
    raise InputError(
        "The worker was sent a line that it does not understand.",
        f"It does: {', '.join(_KINDS)}.",
        _SAME_VERSION,
    )


def _say(event: Event) -> None:
    sys.stdout.write(event.to_line() + "\n")
    sys.stdout.flush()


def _detect(request: dict[str, Any], cancelled: Callable[[], bool]) -> None:
    from .pipeline.detect import detect

    _say(Event("result", detect(Job.from_dict(request["job"]), _say, cancelled).to_dict()))


def _vectorise(request: dict[str, Any], cancelled: Callable[[], bool]) -> None:
    with vector_packages():
        from .vector.vectorise import VectoriseJob, vectorise
    fields = _fields(VectoriseJob, request)
    if "classes" in fields:
        fields["classes"] = tuple(fields["classes"])
    _say(Event("result", asdict(vectorise(VectoriseJob(**fields), _say, cancelled))))


def _stats(request: dict[str, Any], cancelled: Callable[[], bool]) -> None:
    with vector_packages():
        from .vector.zones import ZonesJob, zone_statistics
    job = ZonesJob(**_fields(ZonesJob, request))
    found = zone_statistics(job, _say, cancelled)
    totals = {name: float(values.sum()) for name, values in found.columns.items()}
    zones = len(next(iter(found.columns.values())))
    answer = {"summary": found.summary, "notices": found.notices, "files": {"zones": job.output}, "zones": zones, "hectares": totals}
    _say(Event("result", answer))


def _rethreshold(request: dict[str, Any], cancelled: Callable[[], bool]) -> None:
    from .pipeline.rethreshold import rethreshold

    result = rethreshold(**_fields(rethreshold, request), report=_say, cancelled=cancelled)
    _say(Event("result", result.to_dict()))


def _package(request: dict[str, Any], _cancelled: Callable[[], bool]) -> None:
    from .delivery.folder import write_folder

    def run(prefix: str, folder: str, event: str, aoi: str, geopackage: bool = False) -> dict[str, str]:
        if not geopackage:
            return {"folder": str(write_folder(prefix, folder, event, aoi, _say))}
        with vector_packages():
            from .delivery.geopackage import write_geopackage_in
        return {"geopackage": str(write_geopackage_in(folder, prefix, event, aoi, _say))}

    _say(Event("result", {"files": run(**_fields(run, request))}))


def _batch(request: dict[str, Any], cancelled: Callable[[], bool]) -> None:
    from .batch.scene_list import find_scenes
    from .batch.scenes import SUMMARY, map_scenes

    def run(scenes: str, template: dict[str, Any], folder: str, again: bool = False) -> dict[str, Any]:
        outcomes = map_scenes(find_scenes(scenes), Job.from_dict(template), folder, again, report=_say, cancelled=cancelled)
        return {"files": {"summary": os.path.join(folder, SUMMARY)}, "scenes": [outcome.to_dict() for outcome in outcomes]}

    _say(Event("result", run(**_fields(run, request))))


def _fields(wanted: Callable[..., Any], request: dict[str, Any]) -> dict[str, Any]:
    """Return the job's fields, which must be arguments of `wanted`. Raises `InputError`."""
    try:
        fields = dict(request["job"])
        signature(wanted).bind(**fields)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"The job cannot be read: {error}.", "", _SAME_VERSION) from error
    return fields


def _info(request: dict[str, Any], cancelled: Callable[[], bool]) -> None:
    from .pipeline.info import describe

    infos = []
    for paths in request["scenes"]:
        if cancelled():
            raise Cancelled
        infos.append(describe(Source(tuple(paths)), request["task"]).to_dict())
    _say(Event("info", {"scenes": infos}))


def _probe(_request: dict[str, Any], _cancelled: Callable[[], bool]) -> None:
    missing = []
    for name, module in (
        ("numpy", "numpy"),
        ("scipy", "scipy.ndimage"),
        ("rasterio", "rasterio"),
        ("onnxruntime", "tidemark.engine.methods.network"),
    ):
        try:
            import_module(module)
        except Exception as error:  # a broken binary package fails in many ways
            missing.append(f"{name} ({type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''})")
    if missing:
        raise InputError(
            f"The engine's environment lacks: {'; '.join(missing)}.",
            "The engine needs Python 3.10 or newer with numpy, scipy, rasterio and onnxruntime.",
            "Install the engine (panel 'Install engine').",
        )
    _say(Event("probe", _found()))


def _found() -> dict[str, Any]:
    from .methods.network import available_providers, runtime_version

    packages = {"onnxruntime": runtime_version()}
    for name in ("numpy", "scipy", "rasterio"):
        packages[name] = import_module(name).__version__
    for name in VECTOR_PACKAGES:
        with suppress(Exception):  # as above; an environment without them still maps
            packages[name] = import_module(name).__version__
    return {"python": platform.python_version(), "packages": packages, "providers": available_providers()}


_KINDS: dict[str, Callable[[dict[str, Any], Callable[[], bool]], None]] = {
    "detect": _detect,
    "vectorise": _vectorise,
    "stats": _stats,
    "rethreshold": _rethreshold,
    "package": _package,
    "batch": _batch,
    "info": _info,
    "probe": _probe,
}
