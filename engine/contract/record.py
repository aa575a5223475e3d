"""Read and write the record of a run, ``PREFIX_run.json``: what was mapped, how, and what came of it. Nothing else does.

The tags of the rasters are the record's main lines; a raster that lost its record still tells these.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timezone
from pathlib import Path, PurePath
from typing import Any, Dict, Optional, Tuple

from .classes import ClassCode
from .decode import decode
from .errors import InputError
from .filenames import PRODUCT_MANIFEST
from .installation import __version__
from .options import OPTIONS, PATHS, SEA
from .options import OVERLAYS as OVER_THE_MAP
from .tasks import TASKS

RECORD_VERSION = 2
"""Of the form of the file. Version 1 says no version and has no fingerprint; what it has is called the same."""

OVERLAYS = tuple(option.name for option in OPTIONS.values() if option.group in (OVER_THE_MAP, SEA))
"""Fields of a `Job` that decide what lies over its map."""
FILES_OVER = tuple(name for name in OVERLAYS if OPTIONS[name].kind in PATHS)
"""Those of `OVERLAYS` that name files."""

MADE_OF = "TIDEMARK_MAP"
"""Key in the metadata of a vector layer, or the texts of a picture: the fingerprint of the run whose map it was made of."""

PREPARED_NOTICES = "TIDEMARK_PREPARED_NOTICES"
"""Tag of a prepared image: what should be known of it, as a list in JSON."""

GIVEN = "given"
"""Said of bands or a scale that the user named; else it is where they were read."""

AREA_DIGITS = 4
"""Of hectares in a record: it tells square metres."""

FileState = Optional[Mapping[str, Any]]
"""A file's size (``bytes``) and time of change (``modified``, ISO 8601); None for what is no file on a disk.

Where it is made of other files, ``others`` has their ``count`` and a ``digest`` of their states.
"""


@dataclass(frozen=True)
class ImageRecord:
    """An image as it was read.

    Attributes:
        paths: its files.
        files: their states, in the same order.
        simulated: whether it shows no real place.
        acquired: date or time of acquisition, ISO 8601, UTC; empty: unknown.
        bands: polarisation to band number over all files.
        bands_from, scale_from: where that was read, or `GIVEN`.
        scale: of the pixel values.
        ground_pixel_m: across and down; None without georeference.
        prepared: where they are products, the image on a map grid that was made of them; else empty.
        preparation: tells of which products and how it was prepared: two that say the same are alike.
    """

    paths: Tuple[str, ...] = ()
    files: Tuple[FileState, ...] = ()
    simulated: bool = False
    acquired: str = ""
    bands: Mapping[str, int] = field(default_factory=dict)
    bands_from: str = ""
    scale: str = ""
    scale_from: str = ""
    ground_pixel_m: Optional[Tuple[float, ...]] = None
    prepared: str = ""
    preparation: str = ""

    @property
    def names(self) -> Tuple[str, ...]:
        """The names of the files, without folders; of a product's manifest, which all have one name, that of the folder."""
        places = [PurePath(path) for path in self.paths]
        return tuple(printable(place.parent.name if place.name == PRODUCT_MANIFEST else place.name) for place in places)

    @property
    def mapped(self) -> Tuple[str, ...]:
        """The files whose pixels were mapped: the prepared image, or its own."""
        return (self.prepared,) if self.prepared else self.paths

    def identity(self) -> Dict[str, Any]:
        """Return what makes it the same image read the same way."""
        return {
            "paths": self.paths,
            **({"preparation": self.preparation} if self.preparation else {"files": self.files}),
            "bands": sorted(self.bands.items()) if self.bands_from == GIVEN else [],
            "scale": self.scale if self.scale_from == GIVEN else "auto",
        }

    def to_dict(self) -> Dict[str, Any]:
        """Return it fit for JSON; of an image that was not prepared, as it always was."""
        return {name: value for name, value in _listed(asdict(self)).items() if value or name not in ("prepared", "preparation")}


@dataclass(frozen=True)
class Reading:
    """Which part of the image was read, and how.

    Attributes:
        zeros: what zeros were taken for, one of the choices of a `Job`.
        network_saw: ``rows``, ``columns`` and ``resampled``: the size of what the method saw.
        extent: ``(xmin, ymin, xmax, ymax)``; None: all of it.
    """

    zeros: str = "auto"
    network_saw: Mapping[str, Any] = field(default_factory=dict)
    extent: Optional[Tuple[float, ...]] = None


@dataclass(frozen=True)
class MethodRecord:
    """How pixels were judged. What does not belong to the method is None.

    Attributes:
        name: ``student`` (a network) or a classical method; empty: unknown.
        model: the network's name.
        sha256: of the network's file.
        scales, flip: of multiscale inference.
        optical_sha256: of the network that saw optical images too.
        thresholds: of a classical method, in words.
        possible_threshold: of a network that tells possible water: the probability of any water from which it is that.
    """

    name: str = ""
    model: Optional[str] = None
    sha256: Optional[str] = None
    scales: Optional[Tuple[float, ...]] = None
    flip: Optional[bool] = None
    optical_sha256: Optional[str] = None
    thresholds: Optional[str] = None
    possible_threshold: Optional[float] = None

    @property
    def is_network(self) -> bool:
        """Whether a network judged, and no classical method."""
        return self.name == "student"

    def to_dict(self) -> Dict[str, Any]:
        """Return what belongs to the method, fit for JSON."""
        return {name: _listed(value) for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True)
class LeftOut:
    """A file because of which pixels were left out, and the class that they got (``class`` in JSON)."""

    file: str
    code: int


@dataclass(frozen=True)
class OpticalImageRecord:
    """An optical image beside the radar's.

    Attributes:
        paths: of its files, as given.
        files: size and time of change of each; None for what is no file on a disk.
        acquired: date and time, ISO 8601; empty where nothing tells them.
        bands: role to band number.
        bands_from: `GIVEN`, ``name``, or empty before the image is read.
        greys_a_unit: grey levels (0 to 255) of one unit of the file's values.
    """

    paths: Tuple[str, ...] = ()
    files: Tuple[FileState, ...] = ()
    acquired: str = ""
    bands: Mapping[str, int] = field(default_factory=dict)
    bands_from: str = ""
    greys_a_unit: float = 1.0

    def identity(self) -> Dict[str, Any]:
        """Return what makes it the same image read the same way."""
        given = {"bands": sorted(self.bands.items())} if self.bands_from == GIVEN else {}
        return {"paths": self.paths, "files": self.files, **given}


@dataclass(frozen=True)
class OpticalRecord:
    """The optical images, and the shares of the observed area where they were ``used``, ``cloudy`` or ``missing``."""

    used: bool
    shares: Mapping[str, float]
    after: OpticalImageRecord
    before: Optional[OpticalImageRecord] = None

    @property
    def paths(self) -> Tuple[str, ...]:
        """Return the files of all images, those of the date to map first."""
        return self.after.paths + (self.before.paths if self.before else ())


@dataclass(frozen=True)
class Rethresholded:
    """From which probability a map was made anew, the threshold before, and when the run was written."""

    probability: str
    threshold_before: Optional[float]
    run_written: str


@dataclass(frozen=True)
class RunRecord:
    """One run. What an older record, or a raster's tags, do not tell is empty.

    Attributes:
        tidemark: version of Tidemark that wrote it.
        written: time, ISO 8601, UTC.
        task, title: what the map shows.
        summary: the end message.
        limits: what the map does not show.
        notices: what the user should know before acting on it.
        files: kind to path.
        hectares, shares: as in `Result`.
        threshold: probability from which a pixel is detected; None: unknown.
        method: how pixels were judged.
        device: what the network ran on, in words.
        seconds: the run's duration.
        image: the image that was mapped (``input`` in JSON, with what `reading` has).
        reading: which part of it was read.
        before: the older image; None where there was none.
        options: `OVERLAYS` as they were given.
        option_files: the states of the files that they name, by option; empty where there are none, and in records from before it was told.
        reference_water: the raster of reference water in words (``usual_water`` in JSON of version 1).
        left_out: files because of which pixels were left out.
        optical: the optical images; None where there were none.
        versions: of the libraries.
        rethresholded: where the map was made of a stored probability.
        task_facts: what only this task records, and what a newer Tidemark has added.
    """

    tidemark: str = __version__
    written: str = ""
    task: str = ""
    title: str = ""
    summary: str = ""
    limits: str = ""
    notices: Tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    hectares: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    threshold: Optional[float] = None
    method: MethodRecord = field(default_factory=MethodRecord)
    device: str = ""
    seconds: float = 0.0
    image: ImageRecord = field(default_factory=ImageRecord)
    reading: Reading = field(default_factory=Reading)
    before: Optional[ImageRecord] = None
    options: Mapping[str, Any] = field(default_factory=dict)
    option_files: Mapping[str, FileState] = field(default_factory=dict)
    reference_water: str = ""
    left_out: Tuple[LeftOut, ...] = ()
    optical: Optional[OpticalRecord] = None
    versions: Mapping[str, str] = field(default_factory=dict)
    rethresholded: Optional[Rethresholded] = None
    task_facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Whether anything tells of the run."""
        return bool(self.title or self.image.paths or self.method.name)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that two runs share when they had the same job: inputs, unchanged, and all that decides the map.

        Device and threads do not decide it. Of images before and optical ones it takes what this record tells.
        """
        images = {"after": self.image.identity(), "before": self.before.identity() if self.before else None}
        for date in ("after", "before"):
            optical = getattr(self.optical, date, None)
            images[f"optical {date}"] = optical.identity() if optical else None
        method = self.method
        possible = [] if method.possible_threshold is None else [method.possible_threshold]
        decides = {
            "task": self.task,
            "images": images,
            "zeros": self.reading.zeros,
            "extent": self.reading.extent,
            "threshold": self.threshold,
            "method": [method.name, method.sha256, method.scales, method.flip, *possible],
            "options": {name: value for name in OVERLAYS if (value := self.options.get(name)) not in (None, "")},
            **({"option files": self.option_files} if self.option_files else {}),
        }
        text = json.dumps(_canonical(decides), sort_keys=True)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]

    def to_dict(self) -> Dict[str, Any]:
        """Return the record as its file holds it; keys of version 1 keep their names and places."""
        return {
            "record": RECORD_VERSION,
            "fingerprint": self.fingerprint,
            "tidemark": self.tidemark,
            "written": self.written,
            "task": self.task,
            "title": self.title,
            "summary": self.summary,
            "limits": self.limits,
            "notices": list(self.notices),
            "files": dict(self.files),
            "hectares": dict(self.hectares),
            "shares": dict(self.shares),
            "threshold": self.threshold,
            "method": self.method.to_dict(),
            "device": self.device,
            "seconds": self.seconds,
            "input": {**self.image.to_dict(), **_listed(asdict(self.reading))},
            "before": None if self.before is None else self.before.to_dict(),
            "options": dict(self.options),
            **({"option_files": dict(self.option_files)} if self.option_files else {}),
            "reference_water": self.reference_water,
            "usual_water": self.reference_water,
            "left_out": [{"file": one.file, "class": one.code} for one in self.left_out],
            **self.task_facts,
            "optical": None if self.optical is None else _listed(asdict(self.optical)),
            "versions": dict(self.versions),
            **({} if self.rethresholded is None else {"rethresholded": asdict(self.rethresholded)}),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> RunRecord:
        """Build a record from the form that its file has, of this version or an older one.

        Raises:
            InputError: it lacks what every record has (task, title, images, method, threshold), or is no record at all.
        """
        try:
            return _record(dict(data))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(
                f"The run record cannot be read: {type(error).__name__} {error}.",
                "It tells what the map shows and which images it was made of.",
                "Make the map again, or take the record that was written with it.",
            ) from error

    def to_json(self) -> str:
        """Return the text of the file. Names of files that are no text in UTF-8 are kept, as JSON's escapes."""
        return printable(json.dumps(self.to_dict(), indent=2, ensure_ascii=False))  # JSON and Python escape a lone surrogate alike

    def write(self, path: str) -> None:
        """Write the file. Raises OSError."""
        Path(path).write_text(self.to_json() + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: str) -> RunRecord:
        """Read the file. Raises `InputError` where it is missing, damaged or no record."""
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise InputError(
                f"There is no run record {path}, or it cannot be read.",
                "It tells what the map shows and which images it was made of.",
                "Give a map whose files are PREFIX_class.tif, PREFIX_run.json and so on.",
            ) from error
        return cls.from_dict(data)

    def tags(self) -> Dict[str, str]:
        """Return the tags of the rasters: the record's main lines."""
        tags = {
            "TIDEMARK_VERSION": self.tidemark,
            "TIDEMARK_TITLE": self.title,
            "TIDEMARK_SUMMARY": self.summary,
            "TIDEMARK_LIMITS": self.limits,
            "TIDEMARK_NOTICES": " ".join(self.notices),
            "TIDEMARK_INPUT": "; ".join(self.image.paths),
            "TIDEMARK_ACQUIRED": self.image.acquired,
            "TIDEMARK_BEFORE": "; ".join(self.before.paths) if self.before else "",
            "TIDEMARK_USUAL_WATER": self.reference_water,
            "TIDEMARK_LEFT_OUT": "; ".join(f"{one.file} ({one.code})" for one in self.left_out),
            "TIDEMARK_OPTICAL": _optical_in_words(self.optical),
            "TIDEMARK_SCALE_ASSUMED": f"{self.image.scale} ({self.image.scale_from})",
            "TIDEMARK_METHOD": " ".join(f"{key}={value}" for key, value in self.method.to_dict().items()),
            "TIDEMARK_THRESHOLD": str(self.threshold),
            "TIDEMARK_SIMULATED": "yes" if self.image.simulated else "no",
        }
        return {name: printable(text) for name, text in tags.items()}

    @classmethod
    def from_tags(cls, tags: Mapping[str, str]) -> RunRecord:
        """Return what the tags of a raster tell of its run."""
        method = dict(re.findall(r"(\w+)=(\S+)", tags.get("TIDEMARK_METHOD", "")))
        threshold, title = tags.get("TIDEMARK_THRESHOLD", ""), tags.get("TIDEMARK_TITLE", "")
        scale = re.fullmatch(r"(\S*) \((.*)\)", tags.get("TIDEMARK_SCALE_ASSUMED", ""))
        before = tags.get("TIDEMARK_BEFORE", "")
        return cls(
            tidemark=tags.get("TIDEMARK_VERSION", ""),
            task=next((name for name, task in TASKS.items() if task.title == title), ""),
            title=title,
            limits=tags.get("TIDEMARK_LIMITS", ""),
            notices=tuple(text for text in [tags.get("TIDEMARK_NOTICES", "")] if text),
            threshold=float(threshold) if re.fullmatch(r"\d*\.?\d+", threshold) else None,
            method=MethodRecord(method.get("name", ""), method.get("model")),
            image=ImageRecord(
                paths=_split(tags.get("TIDEMARK_INPUT", "")),
                simulated=tags.get("TIDEMARK_SIMULATED") == "yes",
                acquired=tags.get("TIDEMARK_ACQUIRED", ""),
                scale=scale[1] if scale else "",
                scale_from=scale[2] if scale else "",
            ),
            before=ImageRecord(paths=_split(before)) if before else None,
            reference_water=tags.get("TIDEMARK_USUAL_WATER", ""),
        )

    def about_unknown(self, name: str) -> Tuple[str, ...]:
        """Say so where nothing is known of the run that wrote the raster `name`."""
        if self.is_known:
            return ()
        found = f"Nothing tells of the run that made {name}: it has no tags, and no run record lies beside it."
        return (f"{found} Image, time and model stay empty.",)


def printable(text: str) -> str:
    """Return a text that every encoding of Unicode holds: what stands for no letter in a file's name becomes an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def hectares_in_words(hectares: float) -> str:
    """Return e.g. "1 234 ha"; of hectares as a record has them the same as of those that were counted."""
    recorded = round(hectares, AREA_DIGITS)
    digits = 0 if recorded >= 100 or recorded < 0.05 else 1
    return f"{recorded:,.{digits}f} ha".replace(",", " ")


def now() -> str:
    """Return the time for `RunRecord.written`."""
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def _record(data: Dict[str, Any]) -> RunRecord:
    for name in ("task", "title", "threshold"):
        _ = data[name]
    known = {item.name for item in fields(RunRecord)} - {"image", "reading", "task_facts"}
    values = {name: data[name] for name in known if data.get(name) is not None}
    values["method"] = _known(MethodRecord, data["method"], "name")
    values["image"], values["reading"] = _known(ImageRecord, data["input"], "paths"), _known(Reading, data["input"])
    if "before" in values:
        values["before"] = _known(ImageRecord, data["before"], "paths")
    if "optical" in values:
        given = [date for date in ("after", "before") if date == "after" or data["optical"].get(date) is not None]
        dates = {date: _known(OpticalImageRecord, data["optical"][date], "paths") for date in given}
        values["optical"] = {**_known(OpticalRecord, data["optical"]), **dates}
    if "rethresholded" in values:
        values["rethresholded"] = _known(Rethresholded, data["rethresholded"])
    values["left_out"] = [{"file": one["file"], "code": int(ClassCode(one["class"]))} for one in values.get("left_out", ())]
    values.setdefault("reference_water", data.get("usual_water") or "")
    elsewhere = known | {"record", "fingerprint", "input", "usual_water"}
    values["task_facts"] = {name: value for name, value in data.items() if name not in elsewhere}
    return decode(RunRecord, {"tidemark": "", **values})


def _known(wanted: Any, data: Mapping[str, Any], *needed: str) -> Dict[str, Any]:
    """Return what a part of the record knows of an object: a newer Tidemark may say more. Raises KeyError where it lacks a field."""
    for name in needed:
        _ = data[name]
    return {item.name: data[item.name] for item in fields(wanted) if item.name in data}


def _optical_in_words(optical: Optional[OpticalRecord]) -> str:
    if optical is None:
        return ""
    return f"{'; '.join(optical.paths)}: " + ", ".join(f"{name} {share:.0%}" for name, share in optical.shares.items())


def _split(text: str) -> Tuple[str, ...]:
    return tuple(part for part in text.split("; ") if part)


def _listed(value: Any) -> Any:
    """Return lists instead of tuples, however deep: as JSON has them."""
    if isinstance(value, Mapping):
        return {name: _listed(one) for name, one in value.items()}
    return [_listed(one) for one in value] if isinstance(value, (list, tuple)) else value


def _canonical(value: Any) -> Any:
    """Return the same for values that mean the same: every number a float, every sequence a list."""
    if isinstance(value, Mapping):
        return {str(name): _canonical(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_canonical(one) for one in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
