"""The worker: one piece of work from standard input, events to standard output.

The first line is a JSON object: ``{"work": "detect", "job": …}``, ``{"work": "info", "scenes": [[path, …], …], "task": …}`` or
``{"work": "probe"}``. Standard input stays open; the line ``cancel``, or its end, stops the work.
"""

from __future__ import annotations

import json
import logging
import platform
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

from .errors import Cancelled, InputError, TidemarkError
from .job import Event, Job, Source

DONE, BAD_INPUT, CANCELLED = 0, 2, 3


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
        "Plugin and engine must be of the same version: install Tidemark again.",
    )


def _say(event: Event) -> None:
    sys.stdout.write(event.to_line() + "\n")
    sys.stdout.flush()


def _detect(request: dict[str, Any], cancelled: Callable[[], bool]) -> None:
    from .detect import detect

    _say(Event("result", detect(Job.from_dict(request["job"]), _say, cancelled).to_dict()))


def _info(request: dict[str, Any], cancelled: Callable[[], bool]) -> None:
    from .info import describe

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
        ("onnxruntime", "tidemark.engine.network"),
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
    import numpy
    import rasterio
    import scipy

    from .network import available_providers, runtime_version

    packages = {"onnxruntime": runtime_version(), **{module.__name__: module.__version__ for module in (numpy, scipy, rasterio)}}
    return {"python": platform.python_version(), "packages": packages, "providers": available_providers()}


_KINDS: dict[str, Callable[[dict[str, Any], Callable[[], bool]], None]] = {"detect": _detect, "info": _info, "probe": _probe}
