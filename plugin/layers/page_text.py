"""Put a run record into the words of the page for hand-over."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import PurePath
from typing import Optional, Tuple

from ...engine.contract.impact import ImpactRecord
from ...engine.contract.record import ImageRecord, RunRecord
from ..i18n import in_qgis, tr
from ..settings import PAPERS, page_settings

NAMES_SHOWN = 2
NAME_LENGTH = 56
TITLE_WIDTH = 100
IN_NUMBERS = re.compile(r"(?<=\d) (?=\d{3}|%|ha\b)")


@dataclass(frozen=True)
class PageWishes:
    """What whoever hands a map over wants of its page.

    Attributes:
        event: for the title; may be empty.
        contact: whom to ask; may be empty.
        disclaimer: in whose name and with which reservations it is handed over; may be empty.
        paper: the page's size, one of `settings.PAPERS`.
    """

    event: str = ""
    contact: str = ""
    disclaimer: str = ""
    paper: str = PAPERS[0]

    @classmethod
    def by_settings(cls, event: str, contact: str = "", disclaimer: str = "", paper: str = "") -> PageWishes:
        """Return what is wanted where what is empty, except the event, is as the user has set it for all pages."""
        own_paper, own_contact, own_disclaimer = page_settings()
        return cls(event, contact or own_contact, disclaimer or own_disclaimer, paper or own_paper)


@dataclass(frozen=True)
class PageText:
    """The words of the page.

    Attributes:
        title: what the map is, and of which event.
        subtitle: when the radar saw it.
        summary: the hectares.
        sources: images, references and method, one a paragraph.
        limits: what the map cannot tell, one a paragraph.
        footer: where to look for more.
        contact: whom to ask; may be empty.
        is_simulated: whether the map shows no real place.
        estimates: who is affected and how deep it is, where that was estimated of this map; one a paragraph.
    """

    title: str
    subtitle: str
    summary: str
    sources: Tuple[str, ...]
    limits: Tuple[str, ...]
    footer: str
    contact: str = ""
    is_simulated: bool = False
    estimates: Tuple[str, ...] = ()


def page_text(run: Optional[RunRecord], wishes: PageWishes, name: str, crs: str) -> PageText:
    """Return the words for a map.

    Args:
        run: the record of the run, where there is one.
        wishes: of whoever hands it over.
        name: of the class raster's file.
        crs: name of the coordinates; empty where there are none.
    """
    never_dry = tr('"Not observed" means that the radar did not see the ground there. It does not mean dry.')
    if run is None:
        title = _title(wishes.event) or tr("Map {name}").format(name=PurePath(name).stem)
        unknown = tr("Unknown: no run record lies beside {name}.").format(name=name)
        limits = tuple(line for line in (unknown, never_dry, wishes.disclaimer) if line)
        return PageText(title, tr("Time of the image unknown"), "", (unknown,), limits, name, wishes.contact)
    limits = (tr(run.limits), wishes.disclaimer, never_dry, *map(in_qgis, run.notices))
    return PageText(
        title=_title(f"{wishes.event}: {tr(run.title)}" if wishes.event else tr(run.title)),
        subtitle=_when(run),
        summary=whole_numbers(in_qgis(run.summary)),
        sources=tuple(whole_numbers(line) for line in _sources(run, crs)),
        limits=tuple(whole_numbers(line) for line in limits if line),
        footer=tr("{name} · made with Tidemark {version} on {date}; the run record has all details").format(
            name=name, version=run.tidemark, date=run.written[:10]
        ),
        contact=wishes.contact,
        is_simulated=run.image.simulated,
    )


def estimate_lines(records: Sequence[ImpactRecord]) -> Tuple[str, ...]:
    """Return what estimates of a map have found, of each the first line before the second of any: where room is short, each is told of."""
    in_turn = zip_longest(*(record.lines for record in records))
    return tuple(whole_numbers(in_qgis(line)) for lines in in_turn for line in lines if line)


def fit(paragraphs: Sequence[str], width: int, lines: int) -> list[str]:
    """Return the paragraphs that have room, as points, and how many have not.

    Args:
        width: characters in a line.
        lines: how many there is room for.
    """
    shown: list[str] = []
    used = 0
    for number, paragraph in enumerate(paragraphs):
        used += lines_of(f"– {paragraph}", width)
        if used > lines - (number < len(paragraphs) - 1):
            return [*shown, "– " + tr("{count} more in the files beside the map.").format(count=len(paragraphs) - number)]
        shown.append(f"– {paragraph}")
    return shown


def lines_of(paragraph: str, width: int) -> int:
    """Return how many lines a paragraph takes."""
    return max(1, len(textwrap.wrap(paragraph, width)))


def _title(text: str) -> str:
    return textwrap.shorten(text, TITLE_WIDTH, placeholder=" …")


def whole_numbers(text: str) -> str:
    """Keep numbers such as 4 760 ha and 60 % on one line."""
    return IN_NUMBERS.sub("\N{NO-BREAK SPACE}", text)


def _when(run: RunRecord) -> str:
    when = _time(run.image)
    words = tr("Radar image of {time} UTC").format(time=when) if when else tr("Time of the image unknown")
    if run.before is not None:
        earlier = _time(run.before)
        words += " · " + (tr("compared with {time} UTC").format(time=earlier) if earlier else tr("compared with an image of unknown time"))
    return tr("SIMULATED image: this map shows no real place") + " · " + words if run.image.simulated else words


def _time(image: ImageRecord) -> str:
    return image.acquired[:16].replace("T", " ")


def _dated(image: ImageRecord) -> str:
    return f" ({image.acquired[:10]})" if image.acquired else ""


def _sources(run: RunRecord, crs: str) -> Iterator[str]:
    yield tr("Radar image:") + " " + _names(run.image.paths) + _dated(run.image)
    if run.before is not None:
        yield tr("Image before:") + " " + _names(run.before.paths) + _dated(run.before)
    if run.options.get("reference_water"):
        yield tr("Reference water:") + " " + _names([str(run.options["reference_water"])])
    if run.optical is not None:
        shares = ", ".join(f"{name} {share:.0%}" for name, share in run.optical.shares.items())
        yield tr("Optical images:") + " " + _names(list(run.optical.paths)) + f" ({shares})"
    if run.left_out:
        yield tr("Left out:") + " " + _names([one.file for one in run.left_out])
    yield _method(run)
    yield tr("Coordinates: {crs}").format(crs=f"{crs}; {tr('at right and above: WGS 84, degrees')}" if crs else tr("none"))


def _names(paths: Sequence[str]) -> str:
    """Return the files' names, the middle of long ones left out, and how many there are besides."""
    names = [PurePath(path).name for path in paths]
    half = NAME_LENGTH // 2
    shown = [name if len(name) <= NAME_LENGTH else f"{name[:half]}…{name[-half:]}" for name in names[:NAMES_SHOWN]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (" " + tr("and {count} more in the run record").format(count=more) if more else "")


def _method(run: RunRecord) -> str:
    if run.method.is_network:
        words = tr("Method: network '{model}'").format(model=run.method.model or "")
    elif not run.method.name:
        words = tr("Method: unknown")
    else:
        words = tr("Method: {name} (a classical threshold)").format(name=run.method.name)
    percent = "?" if run.threshold is None else f"{100 * run.threshold:.0f}"
    return words + "; " + tr("detected from a probability of {percent} %").format(percent=percent)
