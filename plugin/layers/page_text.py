"""What the page for hand-over says, taken from the record of the run."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Optional

from ..i18n import tr

NAME_WIDTH = 56
NAMES_SHOWN = 2
TITLE_WIDTH = 100
LINE_WIDTH = 66
LINES_FOR_LIMITS = 12


@dataclass(frozen=True)
class PageText:
    """The words of the page.

    Attributes:
        title: what the map is, and of which event.
        subtitle: when the radar saw it.
        summary: the hectares.
        sources: images and method, one paragraph a line.
        limits: what the map cannot tell, one paragraph a line.
        footer: where to look for more.
    """

    title: str
    subtitle: str
    summary: str
    sources: str
    limits: str
    footer: str

    def labels(self) -> dict[str, str]:
        """Return the text of each label of the template."""
        return {
            "title": self.title,
            "subtitle": self.subtitle,
            "summary": self.summary,
            "sources heading": tr("Sources"),
            "sources": self.sources,
            "limits heading": tr("Limits"),
            "limits": self.limits,
            "footer": self.footer,
        }


def page_text(run: Optional[Mapping[str, Any]], event: str, name: str, crs: str) -> PageText:
    """Return the words for a map.

    Args:
        run: the record of the run, where there is one.
        event: for the title; may be empty.
        name: of the class raster's file.
        crs: name of the coordinates; empty where there are none.
    """
    never_dry = tr('"Not observed" means that the radar did not see the ground there. It does not mean dry.')
    if run is None:
        title = _title(event) or tr("Map {name}").format(name=PurePath(name).stem)
        unknown = tr("Unknown: no run record lies beside {name}.").format(name=name)
        return PageText(title, tr("Time of the image unknown"), "", unknown, f"{unknown}\n{never_dry}", name)
    limits = [str(run.get("limits", "")), never_dry, *map(str, run["notices"])]
    return PageText(
        title=_title(f"{event}: {run['title']}" if event else str(run["title"])),
        subtitle=_when(run["input"]),
        summary=str(run["summary"]),
        sources="\n".join(_sources(run, crs)),
        limits=_fitted([line for line in limits if line]),
        footer=tr("{name} · made with Tidemark {version} on {date}; the run record has all details").format(
            name=name, version=run.get("tidemark", ""), date=str(run.get("written", ""))[:10]
        ),
    )


def _title(text: str) -> str:
    return textwrap.shorten(text, TITLE_WIDTH, placeholder=" …")


def _when(image: Mapping[str, Any]) -> str:
    acquired = str(image.get("acquired") or "")
    when = tr("Radar image of {time} UTC").format(time=acquired[:16].replace("T", " ")) if acquired else tr("Time of the image unknown")
    return tr("SIMULATED image: this map shows no real place") + " · " + when if image.get("simulated") else when


def _sources(run: Mapping[str, Any], crs: str) -> Iterator[str]:
    names = [PurePath(path).name for path in run["input"]["paths"]]
    yield tr("Radar image:") + " " + "\n".join("\n".join(textwrap.wrap(name, NAME_WIDTH)) for name in names[:NAMES_SHOWN])
    if len(names) > NAMES_SHOWN:
        yield tr("and {count} more in the run record").format(count=len(names) - NAMES_SHOWN)
    method = run["method"]
    if method["name"] == "student":
        yield tr("Method: network '{model}'").format(model=method.get("model", "")) + "; " + _threshold(run)
    elif not method["name"]:
        yield tr("Method: unknown") + "; " + _threshold(run)
    else:
        yield tr("Method: {name} (a classical threshold)").format(name=method["name"]) + "; " + _threshold(run)
    yield tr("Coordinates: {crs}").format(crs=crs or tr("none"))


def _threshold(run: Mapping[str, Any]) -> str:
    return tr("detected from a probability of {percent} %").format(percent=f"{100 * run['threshold']:.0f}")


def _fitted(paragraphs: list[str]) -> str:
    """Join the paragraphs that have room, and say how many have not."""
    shown: list[str] = []
    lines = 0
    for number, paragraph in enumerate(paragraphs):
        lines += len(textwrap.wrap(paragraph, LINE_WIDTH))
        if lines >= LINES_FOR_LIMITS:
            return "\n".join([*shown, "– " + tr("{count} more in the run record.").format(count=len(paragraphs) - number)])
        shown.append(f"– {paragraph}")
    return "\n".join(shown)
