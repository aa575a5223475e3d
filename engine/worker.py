"""Do one piece of work for another program: read a request from standard input, write events to standard output.

The first line is one of `contract.requests`. Standard input stays open; the line ``cancel``, or its end, stops the work.
"""

from __future__ import annotations

import io
import os
import platform
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from typing import Any

from .contract.errors import Cancelled, InputError, TidemarkError, UnexpectedError
from .contract.installation import VECTOR_PACKAGES, vector_packages
from .contract.job import Event, Job, SceneInfo
from .contract.requests import (
    BAD_INPUT,
    CANCELLED,
    DONE,
    FAULT,
    SPARE_SECONDS,
    SUMMARY,
    BatchJob,
    DepthJob,
    ExposureJob,
    InfoQuery,
    PackageJob,
    PrepareJob,
    ProbeQuery,
    Request,
    RethresholdJob,
    SampleJob,
    ThresholdQuery,
    VectoriseJob,
    ZonesJob,
    from_line,
)
from .raster import quiet_libraries
from .raster.addresses import stay_on_this_machine

IsCancelled = Callable[[], bool]


def work() -> int:
    """Do one piece of work; return the exit status: 0 done, 1 a fault of Tidemark, 2 bad input, 3 cancelled.

    There is one request, from whoever started this process and holds its standard input; what else arrives there can only stop it.
    """
    return _do(_request())


def _request() -> str:
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # whatever the locale says
    return sys.stdin.readline()


def _do(line: str) -> int:
    stay_on_this_machine()
    stop = threading.Event()
    threading.Thread(target=_watch, args=(stop,), daemon=True).start()
    try:
        request = from_line(line)
        with quiet_libraries():
            answer = _DO[type(request)](request, stop.is_set)
        _say(answer)
        return DONE
    except Cancelled:
        _say(Event("cancelled"))
        return CANCELLED
    except TidemarkError as error:
        _say(Event("error", error.as_dict()))
        return BAD_INPUT
    except Exception as error:  # whoever asked gets an answer, whatever is wrong
        _say(Event("error", UnexpectedError(error).as_dict()))
        return FAULT


def wait() -> int:
    """Load what a map needs and then do one piece of work, so that it begins at once; end where no request comes for some minutes."""
    idle = threading.Timer(SPARE_SECONDS, os._exit, (DONE,))
    idle.daemon = True
    idle.start()
    with suppress(Exception):  # whoever asks for work is told what is wrong
        import_module("tidemark.engine.methods.network")
        import_module("tidemark.engine.pipeline.detect")
    line = _request()
    idle.cancel()
    return _do(line) if line else DONE


def _watch(stop: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == "cancel":
            break
    stop.set()


def _say(event: Event) -> None:
    sys.stdout.write(event.to_line() + "\n")
    sys.stdout.flush()


def _detect(job: Job, cancelled: IsCancelled) -> Event:
    from .pipeline.detect import detect

    return Event("result", detect(job, _say, cancelled).to_dict())


def _vectorise(job: VectoriseJob, cancelled: IsCancelled) -> Event:
    with vector_packages():
        from .vector.vectorise import vectorise
    return Event("result", asdict(vectorise(job, _say, cancelled)))


def _zones(job: ZonesJob, cancelled: IsCancelled) -> Event:
    with vector_packages():
        from .vector.zones import zone_statistics
    found = zone_statistics(job, _say, cancelled)
    totals = {name: float(values.sum()) for name, values in found.columns.items()}
    zones = len(next(iter(found.columns.values())))
    answer = {"summary": found.summary, "notices": found.notices, "files": {"zones": job.output}, "zones": zones, "hectares": totals}
    return Event("result", answer)


def _exposure(job: ExposureJob, cancelled: IsCancelled) -> Event:
    with vector_packages():
        from .impact.exposure import exposure
    found = exposure(job, _say, cancelled)
    return Event("result", {"summary": found.summary, "notices": found.record.notices, "files": found.files, **found.record.facts})


def _depth(job: DepthJob, cancelled: IsCancelled) -> Event:
    with vector_packages():
        from .impact.depth import depth
    found = depth(job, _say, cancelled)
    return Event("result", {"summary": found.summary, "notices": found.record.notices, "files": found.files, **found.record.facts})


def _rethreshold(job: RethresholdJob, cancelled: IsCancelled) -> Event:
    from .pipeline.rethreshold import rethreshold

    return Event("result", rethreshold(job, _say, cancelled).to_dict())


def _threshold(query: ThresholdQuery, cancelled: IsCancelled) -> Event:
    from .pipeline.rethreshold import hectares_by_threshold

    return Event("result", {"hectares": hectares_by_threshold(query.probability, cancelled)})


def _package(job: PackageJob, cancelled: IsCancelled) -> Event:
    notices = []

    def report(event: Event) -> None:
        if event.kind == "notice":
            notices.append(event.data["text"])
        _say(event)

    if job.geopackage:
        with vector_packages():
            from .delivery.geopackage import write_geopackage_in
        files = {"geopackage": str(write_geopackage_in(job.folder, job.prefix, job.event, job.aoi, report, cancelled))}
    else:
        from .delivery.folder import write_folder

        files = {"folder": str(write_folder(job.prefix, job.folder, job.event, job.aoi, report, cancelled))}
    return Event("result", {"files": files, "notices": notices})


def _prepare(job: PrepareJob, cancelled: IsCancelled) -> Event:
    from .sentinel1.prepare import prepare

    prepared = prepare(job, _say, cancelled)
    files = {"image": prepared.image, **({"layover": prepared.layover} if prepared.layover else {})}
    return Event("result", {"files": files, "notices": prepared.notices})


def _sample(job: SampleJob, cancelled: IsCancelled) -> Event:
    from .simulation.sample import write_sample

    before, during = write_sample(job, _say, cancelled)
    return Event("result", {"files": {"before": before, "during": during}})


def _batch(job: BatchJob, cancelled: IsCancelled) -> Event:
    from .batch.scenes import map_scenes

    outcomes = map_scenes(job, report=_say, cancelled=cancelled)
    files = {"summary": os.path.join(job.folder, SUMMARY)}
    return Event("result", {"files": files, "scenes": [outcome.to_dict() for outcome in outcomes]})


def _info(query: InfoQuery, cancelled: IsCancelled) -> Event:
    from .pipeline.info import describe

    def stop() -> None:
        if cancelled():
            raise Cancelled

    infos = []
    for source in query.scenes:
        stop()
        try:
            info = describe(source, query.task, method=query.method, model=query.model, stop=stop)
        except Cancelled:
            raise
        except Exception as error:  # one broken image leaves the others their answers
            info = SceneInfo(paths=source.paths, usable=False, problem=str(UnexpectedError(error)))
        infos.append(info.to_dict())
    return Event("info", {"scenes": infos})


def _probe(_query: ProbeQuery, _cancelled: IsCancelled) -> Event:
    missing = []
    for name, module in (
        ("numpy", "numpy"),
        ("scipy", "scipy.ndimage"),
        ("rasterio", "rasterio"),
        ("onnxruntime", "tidemark.engine.methods.network"),
    ):
        try:
            import_module(module)
        except ModuleNotFoundError as error:
            missing.append(name if error.name == name else f"{name} (without {error.name})")
        except Exception as error:  # a broken binary package fails in many ways
            missing.append(f"{name} (it is there, but broken: {str(error).splitlines()[0] if str(error) else type(error).__name__})")
    if missing:
        raise InputError(
            f"The engine's environment lacks {', '.join(missing)}.",
            "The engine needs Python 3.10 or newer with numpy, scipy, rasterio and onnxruntime.",
            "Install the engine (panel 'Install engine').",
        )
    return Event("probe", _found())


def _found() -> dict[str, Any]:
    from .methods.network import available_providers, runtime_version

    packages = {"onnxruntime": runtime_version()}
    for name in ("numpy", "scipy", "rasterio"):
        packages[name] = import_module(name).__version__
    for name in VECTOR_PACKAGES:
        with suppress(Exception):  # as above; an environment without them still maps
            packages[name] = import_module(name).__version__
    return {"python": platform.python_version(), "packages": packages, "providers": available_providers()}


_DO: dict[type[Request], Callable[[Any, IsCancelled], Event]] = {
    Job: _detect,
    VectoriseJob: _vectorise,
    ZonesJob: _zones,
    ExposureJob: _exposure,
    DepthJob: _depth,
    RethresholdJob: _rethreshold,
    ThresholdQuery: _threshold,
    PackageJob: _package,
    PrepareJob: _prepare,
    SampleJob: _sample,
    BatchJob: _batch,
    InfoQuery: _info,
    ProbeQuery: _probe,
}
