"""What is known of the images in the form, told below their boxes, and whether that is enough for a run."""

from __future__ import annotations

from html import escape

from ...engine.contract.errors import InputError, TidemarkError
from ...engine.contract.job import Job, SceneInfo, Source
from ...engine.contract.tasks import NEEDED
from ..engine.scenes import SceneNotes, in_words, scale_in_words, tracks_in_words
from ..i18n import error_in_words, in_qgis, tr
from ..layers.images import days_between, interval_in_words
from .form import COMPARING, USE_METHOD, Form


class Findings:
    """Shows what the engine has told of a form's images.

    Args:
        form: whose dates are proposed, and whose notes and box of scales are written.
    """

    def __init__(self, form: Form) -> None:
        self._form = form

    def show(self, notes: SceneNotes) -> bool:
        """Show what is known about all images, and propose dates by it; return whether nothing is left to ask."""
        self._form.propose(notes)
        ready = [self._check_image(notes), self._check_before(notes), self._check_optical()]
        return all(ready)

    def _check_image(self, notes: SceneNotes) -> bool:
        try:
            self._form.paths()
        except InputError as error:
            words = "" if self._form.is_empty else escape(error_in_words(error))  # an empty dock says above what to do
            self._form.image.show_note(words, warns=True)
            self._show_scale(None)
            return False
        image = self._form.image.asked()
        self._show_scale(notes.info(image))
        info = self._info(notes, image)
        if info is None:
            self._form.image.show_note(tr("Reading the image…") if notes.is_asking(image) else "")
            return not notes.is_asking(image)
        self._form.image.ask_for_bands(not info.usable)
        words = "\n".join([in_words(info), *map(in_qgis, info.notices)])
        self._form.image.show_note(escape(words, quote=False) + self._way_out(info), warns=not info.usable)
        return self._is_enough(info)

    def _way_out(self, info: SceneInfo) -> str:
        """Return a link to the method that could map an image which the chosen one cannot; empty where there is none."""
        if info.other_method not in self._form.spec.methods:
            return ""
        title = tr(self._form.spec.methods[info.other_method])
        words = tr("Use {method} on {bands}").format(method=title, bands=", ".join(info.bands))
        return f"\n<a href='{USE_METHOD}{info.other_method}'>{escape(words)}</a>"

    def _check_before(self, notes: SceneNotes) -> bool:
        form = self._form.before
        try:
            paths = self._form.paths_before()
            same = set(paths) & set(self._form.image.paths())
        except InputError as error:
            form.show_note(escape(error_in_words(error)), warns=True)
            return False
        if not paths:
            compares = self._form.spec.before != NEEDED and self._form.seen_as == COMPARING
            form.show_note(tr("The chosen model compares two dates: choose the older image.") if compares else "", warns=True)
            return self._form.seen_as != COMPARING
        if same:
            form.show_note(tr("This is the image to map itself: choose an earlier one."), warns=True)
            return False
        info = self._info(notes, form.asked())
        if info is None:
            form.show_note(tr("Reading the image…") if notes.is_asking(form.asked()) else "")
            return not notes.is_asking(form.asked())
        form.ask_for_bands(not info.usable)
        if not self._has_scale(info):
            form.show_note(tr("Its pixel values are not clear: choose 'Pixel values' below, for both images."), warns=True)
            return False
        self._show_dates(notes.info(self._form.image.asked()), info)
        return self._is_enough(info)

    def _show_dates(self, after: SceneInfo | None, before: SceneInfo) -> None:
        """Say what is known about the image before, and how its date lies to that of the image."""
        words, warns = escape(in_words(before), quote=False), not before.usable
        if before.usable and after is not None:
            days = days_between(after, before)
            track = tracks_in_words(after, before)
            swap = f" <a href='swap'>{tr('Swap them')}</a>" if days is not None and days < 0 else ""
            words += f" · {escape(interval_in_words(after, before))}{swap}" + (f"\n{escape(track)}" if track else "")
            warns = days is None or days <= 0 or bool(track)
        self._form.before.show_note(words, warns)

    def _check_optical(self) -> bool:
        self._form.optical.show_note("")
        if not self._form.optical_images():
            return True
        before = () if self._form.before.image() is None else (Source((), "before"),)
        try:
            self._form.optical.show_bands(Job(self._form.task, (Source(()), *before), "", self._form.method, self._form.model))
        except TidemarkError as error:
            self._form.optical.show_note(error_in_words(error), warns=True)
            return False
        return True

    def _info(self, notes: SceneNotes, image: Source) -> SceneInfo | None:
        """Return what is known of an image with the scale that the user has chosen; until that is known, without it."""
        return notes.info(self._form.as_scaled(image)) or notes.info(image)

    def _is_enough(self, info: SceneInfo) -> bool:
        return info.usable and self._has_scale(info)

    def _has_scale(self, info: SceneInfo) -> bool:
        return not self._scale_is_open(info) or bool(self._form.scaleBox.currentData() != "auto")

    def _show_scale(self, info: SceneInfo | None) -> None:
        """Say in the scale box what was found, or that the user has to choose."""
        if info is None or (info.scale == "auto" and not self._scale_is_open(info)):
            first = tr("Automatic")
        elif self._scale_is_open(info):
            candidates = tr(" or ").join(scale_in_words(scale) for scale in info.scale_candidates)
            first = tr("Choose: {candidates}?").format(candidates=candidates)
        else:
            first = tr("As found: {scale}").format(scale=scale_in_words(info.scale))
        self._form.scaleBox.setItemText(0, first)

    def _scale_is_open(self, info: SceneInfo) -> bool:
        return info.scale == "auto" and len(info.scale_candidates) > 1
