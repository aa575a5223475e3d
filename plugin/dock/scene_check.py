"""What is known about the chosen images, shown in the form; and whether it is enough for a run."""

from __future__ import annotations

from ...engine.contract.errors import InputError, TidemarkError
from ...engine.contract.job import SceneInfo
from ..engine.scenes import SceneNotes, in_words
from ..i18n import tr
from .form import Form
from .messages import WARNING_SIGN


def show_images(form: Form, notes: SceneNotes) -> bool:
    """Show what is known about image, image before and optical images; return whether nothing is left to ask."""
    ready = [_show_image(form, notes), _show_before(form, notes), _show_optical(form)]
    return all(ready)


def _show_optical(form: Form) -> bool:
    try:
        form.show_optical()
    except TidemarkError as error:
        form.optical.show_note(str(error), warns=True)
        return False
    return True


def _show_image(form: Form, notes: SceneNotes) -> bool:
    try:
        paths = form.paths()
    except InputError as error:
        form.sceneLabel.setText(WARNING_SIGN + str(error))
        form.show_info(None)
        return False
    info = notes.info(paths)
    form.show_info(info)
    if info is None:
        form.sceneLabel.setText(tr("Reading the image…") if notes.is_asking(paths) else "")
        return not notes.is_asking(paths)
    sign = "" if info.usable else WARNING_SIGN
    form.sceneLabel.setText(sign + "\n".join([in_words(info), *info.notices]))
    return _is_enough(form, info)


def _show_before(form: Form, notes: SceneNotes) -> bool:
    try:
        paths = form.paths_before()
        same = set(paths) & set(form.paths()) if paths else set()
    except InputError as error:
        form.before.show_problem(error)
        return False
    if form.task == "change" and not paths:
        form.before.show_note("")
        return False
    if form.seen_as == "change" and not paths:
        form.before.show_note(tr("The chosen model compares two dates: choose the older image."), warns=True)
        return False
    info = notes.info(paths) if paths else None
    if same:
        form.before.show_note(tr("This is the image to map itself: choose an earlier one."), warns=True)
        return False
    if info is None:
        form.before.show_note(tr("Reading the image…") if notes.is_asking(paths) else "")
        return not notes.is_asking(paths)
    if form.scale_is_open(info) and not form.scale_was_chosen():
        form.before.show_note(tr("Its pixel values are not clear: choose 'Pixel values' above, for both images."), warns=True)
        return False
    form.before.show_info(notes.info(form.paths()), info)
    return _is_enough(form, info)


def _is_enough(form: Form, info: SceneInfo) -> bool:
    chosen = form.scale_was_chosen()
    return chosen or (info.usable and not form.scale_is_open(info))
