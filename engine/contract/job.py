"""The words both sides share: Source, Job, Result, Event and SceneInfo. Standard library only.

Everything here is immutable and travels between the plugin and the engine as one JSON object a line.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Dict, Iterable, Mapping, Optional, Tuple

from .errors import InputError
from .filenames import MapFiles, check_ending, with_contents
from .options import CHOICE, OPTIONS, PATHS, listed, owners, superfluous
from .tasks import NEEDED, STUDENT, TASKS

PREPARING = "preparing"
"""A step before a map: a product becomes an image."""
OPTICAL_ROLES = ("optical", "optical-before")
ROLES = ("after", "before", *OPTICAL_ROLES)


@dataclass(frozen=True)
class Source:
    """One image: one file, or several files that hold its bands.

    Attributes:
        paths: the files, in the order in which their bands are counted.
        role: ``after`` (the image to map) or ``before`` (both radar), ``optical`` (beside the image to map) or ``optical-before``.
        bands: polarisation, or role of an optical band (``swir``, ``nir``, ``visible``), to band number, counted from 1 over all the files
            in order; empty: found by name.
        scale: one of `SCALES`; ``auto``: metadata first, then statistics.
    """

    paths: Tuple[str, ...]
    role: str = "after"
    bands: Mapping[str, int] = field(default_factory=dict)
    scale: str = "auto"


@dataclass(frozen=True)
class Job:
    """Everything one run needs. Use `build_job`, which checks it. The other fields are told in `OPTIONS`.

    Attributes:
        task: name of one of `TASKS`.
        sources: the images; exactly one has the role ``after``.
        output: the prefix of the files to write; its folder must exist.
        extent: ``(xmin, ymin, xmax, ymax)`` in the own coordinates of the image with the role ``after`` (pixel columns and rows where it
            has no georeference), of a product also in longitude and latitude; None: all of it.
        overwrite: replace an earlier result of the same prefix.
        quicklook: path of a PNG to draw; empty: none.
    """

    task: str
    sources: Tuple[Source, ...]
    output: str
    method: str = STUDENT
    model: str = ""
    extent: Optional[Tuple[float, float, float, float]] = None
    scales: Tuple[float, ...] = ()
    flip: bool = False
    open_only: bool = False
    threshold: Optional[float] = None
    device: str = "auto"
    threads: int = 0
    zeros: str = "auto"
    overwrite: bool = False
    quicklook: str = ""
    reference_water: str = ""
    reference_threshold: Optional[float] = None
    exclude: str = ""
    hand: str = ""
    slope: str = ""
    layover: str = ""
    dem: str = ""
    land: str = ""
    wind: Optional[float] = None
    minimum_area: Optional[float] = None

    def find_source(self, role: str) -> Optional[Source]:
        """Return the source of a role, None where there is none."""
        return next((source for source in self.sources if source.role == role), None)

    @property
    def optical(self) -> Tuple[Source, ...]:
        """Return the optical images, that of the date to map first."""
        return tuple(source for role in OPTICAL_ROLES for source in self.sources if source.role == role)

    def source(self, role: str) -> Source:
        """Return the source of a role. Raises `InputError` where there is none."""
        source = self.find_source(role)
        if source is not None:
            return source
        raise InputError(f"The job names no image with the role '{role}'.", "One is needed.", "Choose an image.")

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that a run reads, as they were given."""
        overlays = [getattr(self, name) for name, option in OPTIONS.items() if option.kind in PATHS]
        card = self.model if self.model.endswith(".json") else ""
        images = [file for source in self.sources for path in source.paths for file in with_contents(path)]
        return tuple(path for path in (*images, *overlays, card) if path)

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that a run may write or remove."""
        return (*MapFiles(self.output).all_written(), *([self.quicklook] if self.quicklook else []))

    def to_dict(self) -> Dict[str, Any]:
        """Return plain lists, dicts, strings and numbers, fit for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Job:
        """Build a job from `to_dict`'s form. Raises `InputError` for unknown or missing fields."""
        known = {f.name for f in fields(cls)}
        try:
            values = dict(data)
            values["sources"] = tuple(_source(s) for s in values["sources"])
            values["scales"] = tuple(float(s) for s in values.get("scales", ()))
            if values.get("extent") is not None:
                xmin, ymin, xmax, ymax = (float(v) for v in values["extent"])
                values["extent"] = (xmin, ymin, xmax, ymax)
            return cls(**values)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(
                f"The job cannot be read: {error}.",
                f"A job has the fields {', '.join(sorted(known))}.",
                "Plugin and engine must be of the same version: install Tidemark again.",
            ) from error


def build_job(task: str, sources: Iterable[Source], output: str, options: Mapping[str, Any]) -> Job:
    """Return the job of command line, dock and Processing, checked.

    Args:
        task: name of one of `TASKS`.
        sources: the images, first the one to map.
        output: the prefix of the files to write; empty where it is not known yet.
        options: by the name of a field of `Job`; what is missing or None has its default.

    Raises:
        InputError, OutputError: see `check_options`.
    """
    given = {name: value for name, value in options.items() if value is not None}
    if "scales" in given:
        given["scales"] = tuple(dict.fromkeys(given["scales"]))  # named twice, one would count twice in the mean
    job = Job(task, tuple(sources), output, **given)
    check_options(job)
    return job


def task_shown(job: Job) -> str:
    """Return the task that a job's map really shows: one date without knowledge of reference water shows water, never flood."""
    one_date = TASKS[job.task].one_date
    return one_date if one_date and job.find_source("before") is None and not job.reference_water else job.task


def check_options(job: Job) -> None:
    """Refuse a job that no run could do, whatever its images hold. Raises `InputError` or `OutputError`."""
    check_choice("task", job.task, tuple(TASKS))
    if job.quicklook:
        check_ending(job.quicklook, (".png",), "A quick look is a picture, a .png.", "Give e.g. look.png.")
    for name, option in OPTIONS.items():
        given = tuple(source.scale for source in job.sources) if name == "scale" else getattr(job, name)
        for value in given if isinstance(given, tuple) else (given,):
            if option.kind == CHOICE:
                check_choice(name, value, option.choices)
            else:
                option.check(value)
    _check_task(job)
    given = [name for name, option in OPTIONS.items() if name != "scale" and option.is_given(getattr(job, name))]
    for _, error in superfluous(job.task, job.method, given):
        raise error
    check_optical(job)


def check_choice(name: str, value: str, choices: Tuple[str, ...]) -> None:
    """Refuse what is none of some choices. Raises `InputError`."""
    if value not in choices:
        raise InputError(f"There is no {name} '{value}'.", f"It is one of {', '.join(choices)}.", "Choose one of these.")


def _check_task(job: Job) -> None:
    """Refuse a method or an image before that is not the task's. Raises `InputError`."""
    task = TASKS[job.task]
    has_before = job.find_source("before") is not None
    if has_before and not task.takes_before:
        comparing = [f"'{each.name}'" for each in TASKS.values() if each.takes_before]
        raise InputError(
            f"The task '{job.task}' maps what is there, not what is new.",
            f"An image before belongs to the tasks {listed(comparing)}.",
            f"Leave it out, or choose a task that compares (--task {comparing[0][1:-1]}; in QGIS: 'Task').",
        )
    if task.before == NEEDED and not has_before:
        raise InputError(
            f"{task.detects.capitalize()} needs two images, and there is one.",
            "",
            "Give the older one with --before (in QGIS: 'Image before').",
        )
    if job.method not in task.methods:
        raise InputError(
            f"The method '{job.method}' cannot do the task '{job.task}'.",
            f"Its methods are {', '.join(task.methods)}.",
            "Choose one of these.",
        )


def check_optical(job: Job) -> None:
    """Refuse optical images that no run could use. Raises `InputError`."""
    after, before = job.find_source("optical"), job.find_source("optical-before")
    if after is None and before is None:
        return
    if not TASKS[job.task].takes_optical:
        takers = [task.name for task in TASKS.values() if task.takes_optical]
        raise InputError(f"The task '{job.task}' takes no optical image.", owners(takers), "Leave it out.")
    if after is None:
        raise InputError(
            "There is an optical image before, but none of the date to map.",
            "An older one stands beside a newer one.",
            "Give the newer one too (--optical; in QGIS: 'Optical image'), or leave both out.",
        )
    if before is not None and set(after.paths) & set(before.paths):
        raise InputError(
            f"The two optical images are the same file: {min(set(after.paths) & set(before.paths))}.",
            "One of each date is needed.",
            "Choose the one that was taken earlier, or leave both out.",
        )
    if job.find_source("before") is None:
        raise InputError(
            "There is an optical image, and a radar image of one date.",
            "It stands beside radar images of both dates.",
            "Give the older radar image with --before (in QGIS: 'Image before the flood'), or leave the optical images out.",
        )
    if job.method != STUDENT:
        raise InputError(
            f"The method '{job.method}' takes no optical image.",
            "Only a network with an optical input does.",
            "Use the method 'student', or leave the optical images out.",
        )


def _source(data: Mapping[str, Any]) -> Source:
    values = dict(data)
    values["paths"] = tuple(str(path) for path in values["paths"])
    values["bands"] = {str(name): int(number) for name, number in dict(values.get("bands", {})).items()}
    return Source(**values)


@dataclass(frozen=True)
class Result:
    """What a run wrote and found.

    Attributes:
        files: kind to path; kinds are ``class``, ``probability``, ``run``, for models that tell possible water ``possible``, for
            calibrated changes ``change_db``, for oil ``features`` (polygons, where they could be written), and, when asked for,
            ``quicklook``.
        title: what the map is, e.g. "Water extent (single date)".
        summary: the end message in plain words.
        hectares: ``detected``, ``observed``, ``not_observed``, ``reference_water``, ``possible`` (possible water) and ``masked`` (these
            three also observed), ``decrease`` and ``increase`` (together what is detected as change) in hectares; empty where the image
            has no georeference.
        shares: ``observed`` and ``not_observed`` as shares of all pixels, ``detected`` as one of the observed pixels that were not left
            out, 0 to 1.
        notices: what the user should know before acting on the map.
        device: what the network ran on, in words; empty for the classical methods.
    """

    files: Mapping[str, str]
    title: str
    summary: str
    hectares: Mapping[str, float]
    shares: Mapping[str, float]
    notices: Tuple[str, ...] = ()
    device: str = ""

    def to_dict(self) -> Dict[str, Any]:
        """Return plain lists, dicts, strings and numbers, fit for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Result:
        """Build a result from `to_dict`'s form."""
        values = dict(data)
        values["notices"] = tuple(values.get("notices", ()))
        return cls(**values)


@dataclass(frozen=True)
class Event:
    """One line from the engine's process.

    Kinds and their data:
        ``started``: ``device`` (words), ``tiles`` (int), ``temporary`` (paths that must not outlive the run), ``step`` (`PREPARING` while
            a product is made an image; a second ``started`` follows then, of the map).
        ``progress``: ``done``, ``total`` (tiles, rows, blocks, images or scenes), ``seconds_left`` (float, null while unknown, or not there
            where nobody waits long), and of many scenes ``current``: the name of the one that is being mapped, empty when one has ended.
        ``notice``: ``text``.
        ``scene``: what became of one of many scenes, a `SceneOutcome` as a dict.
        ``result``: of a map a `Result` as a dict; of other work its ``summary``, ``notices``, ``files`` (kind to path) and figures, as far
            as it has them.
        ``info``: ``scenes``, one `SceneInfo` as a dict for each path set asked about.
        ``probe``: ``python`` (its version), ``packages`` (name to version), ``providers`` (of ONNX Runtime).
        ``error``: ``found``, ``needed``, ``do``.
        ``cancelled``: nothing.
    """

    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def to_line(self) -> str:
        """Return the event as one line of JSON without the line end."""
        return json.dumps({"event": self.kind, **self.data}, ensure_ascii=True)

    @classmethod
    def from_line(cls, line: str) -> Optional[Event]:
        """Return the event of a line, or None where the line is none (a library's stray print)."""
        try:
            data = json.loads(line)
        except ValueError:
            return None
        if not isinstance(data, dict) or "event" not in data:
            return None
        return cls(str(data.pop("event")), data)


@dataclass(frozen=True)
class SceneInfo:
    """What the engine would assume about an image, and from where.

    Attributes:
        paths: the files.
        usable: whether the image could be mapped as it is.
        problem: why not, in words; empty where usable.
        bands: polarisation to band number over all files.
        bands_from, scale_from: ``metadata``, ``statistics``, ``name`` or ``given``.
        scale: one of `SCALES`; ``auto`` where it stays open.
        scale_candidates: the scales that stay possible (more than one: ask the user).
        width, height: pixels.
        crs: the coordinate reference system in words; empty without georeference.
        ground_pixel_m: size of a pixel on the ground (across, down) in metres at the centre; None without georeference.
        valid_share: share of pixels that hold an observation, 0 to 1, from a sample.
        acquired: acquisition date and time as far as name or tags tell; empty where unknown.
        notices: what the user should know.
        satellite, mode: e.g. ``S1A`` and ``IW``, of a product; empty for other images.
        pass_direction: ``ascending`` or ``descending``; empty where unknown.
        relative_orbit: the satellite's track, 1 to 175; 0 where unknown.
        bounds: xmin, ymin, xmax, ymax in the image's own coordinates (pixel columns and rows where it has no georeference), of a product
            on its map grid; None where the image cannot be opened.
        product_bytes: size of a product, which is prepared before it is mapped; 0: the image is none.
        other_method: a method that could map the image where the one asked about cannot, because a band is missing; empty: none.
    """

    paths: Tuple[str, ...]
    usable: bool
    problem: str = ""
    bands: Mapping[str, int] = field(default_factory=dict)
    bands_from: str = ""
    scale: str = "auto"
    scale_from: str = ""
    scale_candidates: Tuple[str, ...] = ()
    width: int = 0
    height: int = 0
    crs: str = ""
    ground_pixel_m: Optional[Tuple[float, float]] = None
    valid_share: float = 0.0
    acquired: str = ""
    notices: Tuple[str, ...] = ()
    satellite: str = ""
    mode: str = ""
    pass_direction: str = ""
    relative_orbit: int = 0
    bounds: Optional[Tuple[float, float, float, float]] = None
    product_bytes: int = 0
    other_method: str = ""

    def to_dict(self) -> Dict[str, Any]:
        """Return plain lists, dicts, strings and numbers, fit for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> SceneInfo:
        """Build the info from `to_dict`'s form."""
        values = dict(data)
        for name in ("paths", "scale_candidates", "notices"):
            values[name] = tuple(values.get(name, ()))
        for name in ("ground_pixel_m", "bounds"):
            if values.get(name) is not None:
                values[name] = tuple(values[name])
        return cls(**values)
