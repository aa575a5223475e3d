"""Two dates of one place: what may be compared, and what to say of them."""

from __future__ import annotations

from datetime import date

from ...engine.contract.errors import InputError
from ...engine.contract.job import SceneInfo, Source
from ..i18n import tr


def check_two_dates(after: Source, before: Source) -> None:
    """Refuse an image that is compared with itself. Raises `InputError`."""
    shared = set(after.paths) & set(before.paths)
    if shared:
        raise InputError(
            tr("The image and the image before are the same file: {path}.").format(path=min(shared)),
            tr("What is new shows between two dates only."),
            tr("Choose the image that was taken earlier."),
        )


def days_between(after: SceneInfo, before: SceneInfo) -> int | None:
    """Return by how many days the image before is older; negative where it is newer, None where a date is unknown."""
    try:
        return (date.fromisoformat(after.acquired[:10]) - date.fromisoformat(before.acquired[:10])).days
    except ValueError:
        return None


def interval_in_words(after: SceneInfo, before: SceneInfo) -> str:
    """Say how two dates lie to each other, e.g. "12 days before the image"."""
    days = days_between(after, before)
    if days is None:
        return tr("date unknown: make sure that it is the earlier image")
    if days < 0:
        return tr("{days} days after the image: are the two swapped?").format(days=-days)
    return tr("{days} days before the image").format(days=days) if days else tr("the day of the image itself")
