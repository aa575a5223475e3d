"""Ask the engine in the background what it would assume about images, remember the answers, and tell them in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Optional, Tuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.contract.job import Event, SceneInfo, Source
from ...engine.contract.requests import InfoQuery
from ...engine.contract.tasks import TASKS
from ..i18n import in_qgis, number, tr
from ..log import log
from .worker import Conversation, Runtime

Key = Tuple[str, str, str, Tuple[Tuple[str, Optional[int]], ...], Tuple[Tuple[str, int], ...], str]
"""Task, method and model, the image's files with the times of their change, and the bands and the scale that the user has told."""


def _modified(path: str) -> int | None:
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return None


class SceneNotes(QObject):
    """Asks the engine about images, all that are open in one go, and remembers the answers.

    Signals:
        changed: answers have arrived, or will not.
    """

    changed = pyqtSignal()

    def __init__(self, task: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen_by = (task, "", "")
        self._known: dict[Key, SceneInfo] = {}
        self._asked: dict[Key, Source] = {}
        self._waiting: dict[Key, Source] = {}
        self._conversation: Conversation | None = None
        self._runtime: Runtime | None = None

    def turn_to(self, task: str, method: str, model: str) -> None:
        """Ask and tell from now on what another task, method and model make of the images."""
        # Where nothing tells what was there before, a task that compares dates shows another one, and wants of an image what that wants.
        seen_by = (task if model else TASKS[task].one_date or task, method, model)
        if seen_by != self._seen_by:
            self._seen_by = seen_by
            self._waiting = {}

    def info(self, image: Source) -> SceneInfo | None:
        """Return what is known about an image, or None."""
        return self._known.get(self._key(image))

    def is_asking(self, image: Source) -> bool:
        """Return whether an answer about an image is still to come."""
        return self._key(image) in {**self._asked, **self._waiting}

    def ask(self, images: Iterable[Source], runtime: Runtime) -> None:
        """Ask about the images that are not known yet."""
        self._runtime = runtime
        for image in images:
            if image.paths and self.info(image) is None and not self.is_asking(image):
                self._waiting[self._key(image)] = image
        self._next()

    def stop(self) -> None:
        """End a question that is under way."""
        self._waiting = {}
        self._asked = {}
        if self._conversation is not None:
            self._conversation.stop()
            self._conversation.deleteLater()
            self._conversation = None

    def _key(self, image: Source) -> Key:
        files = tuple((path, _modified(path)) for path in image.paths)
        return (*self._seen_by, files, tuple(sorted(image.bands.items())), image.scale)

    def _next(self) -> None:
        if self._conversation is not None or not self._waiting or self._runtime is None:
            return
        self._asked, self._waiting = self._waiting, {}
        self._conversation = Conversation(self._runtime, InfoQuery(tuple(self._asked.values()), *self._seen_by), self)
        self._conversation.finished.connect(self._hear)
        self._conversation.begin()

    def _hear(self, outcome: object) -> None:
        if isinstance(outcome, Event):
            for key, data in zip(self._asked, outcome.data.get("scenes", ())):
                self._known[key] = SceneInfo.from_dict(data)
        else:
            log(str(outcome))
        if self._conversation is not None:
            self._conversation.deleteLater()
            self._conversation = None
        self._asked = {}
        self.changed.emit()
        self._next()


LEAST_GB = 0.1
"""From here on sizes are told in gigabytes."""

SCALE_WORDS = {
    "db": "dB",
    "power": "power",
    "amplitude": "amplitude",
    "db100": "dB × 100",
    "db10": "dB × 10",
    "display": "8-bit display values",
}


def scale_in_words(scale: str) -> str:
    """Name a scale of pixel values."""
    return tr(SCALE_WORDS.get(scale, scale))


def in_words(info: SceneInfo) -> str:
    """Describe an image, e.g. "VV, VH · dB (from metadata) · 8 × 10 m · 94 % observed", or what a product is."""
    if info.product_bytes:
        words = _product_in_words(info)
        return words if info.usable else f"{words}\n{in_qgis(info.problem)}"
    if not info.usable and info.problem:
        return in_qgis(info.problem)
    parts = [", ".join(info.bands)]
    if info.scale != "auto":
        origin = {"metadata": tr("from metadata"), "statistics": tr("from statistics"), "name": tr("from the name")}
        parts.append(f"{scale_in_words(info.scale)} ({origin.get(info.scale_from, tr('as given'))})")
    if info.ground_pixel_m is not None:
        across, down = info.ground_pixel_m
        parts.append(tr("{across} × {down} m").format(across=number(across, ".3g"), down=number(down, ".3g")))
    else:
        parts.append(tr("no georeference"))
    parts.append(tr("{share:.0f} % observed").format(share=100 * info.valid_share))
    if info.acquired:
        parts.append(info.acquired)
    return " · ".join(part for part in parts if part)


def _product_in_words(info: SceneInfo) -> str:
    """Describe a product, e.g. "Sentinel-1A IW GRD · 2024-05-06 05:30 UTC · descending, track 117 · VV, VH · 1.6 GB"."""
    when = info.acquired[:16].replace("T", " ")
    track = tr("track {number}").format(number=info.relative_orbit) if info.relative_orbit else ""
    size = tr("{size} GB").format(size=number(info.product_bytes / 1e9, ".1f"))
    if info.product_bytes < LEAST_GB * 1e9:
        size = tr("{size} MB").format(size=number(info.product_bytes / 1e6, ".1f"))
    where = ", ".join(filter(None, [_direction(info), track]))
    parts = [f"Sentinel-1{info.satellite[2:]} {info.mode} GRD", f"{when} UTC", where, ", ".join(info.bands), size]
    return " · ".join(filter(None, parts))


def _direction(info: SceneInfo) -> str:
    return {"ascending": tr("ascending"), "descending": tr("descending")}.get(info.pass_direction, "")


def tracks_in_words(after: SceneInfo, before: SceneInfo) -> str:
    """Say where two images were taken from different tracks, which look at the ground from different sides; else empty."""
    if after.pass_direction and before.pass_direction and after.pass_direction != before.pass_direction:
        words = tr("Taken on another pass ({before}, the image {after}): hills and towns look different and pass for change.")
        return words.format(before=_direction(before), after=_direction(after))
    if after.relative_orbit and before.relative_orbit and after.relative_orbit != before.relative_orbit:
        words = tr("Taken from another track ({before}, the image {after}): hills and towns look different and may pass for change.")
        return words.format(before=before.relative_orbit, after=after.relative_orbit)
    return ""
