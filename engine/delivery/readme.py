"""Tell a map in plain words, in the README of its package, for somebody who has never heard of Tidemark."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from ..contract.impact import TITLES, ImpactRecord
from ..contract.record import RunRecord, hectares_in_words, printable
from ..contract.tasks import WATER_LIMITS

_WIDTH = 92
_LEGEND_ENTRY = re.compile(r'<paletteEntry\b[^>]*\bvalue="(\d+)"[^>]*\blabel="([^"]*)"')
_LAYERS = {
    "class": "the map: one code for each pixel (see the legend above)",
    "change_db": "change of backscatter in hundredths of a decibel (the file says scale 0.01); below 0 it became darker",
    "possible": "how likely each pixel is any water, also among plants or buildings, 0 to 100 per cent; 255: not observed",
    "probability": "how likely each pixel is detected, 0 to 100 per cent; 255: not observed",
    "features": "dark features as polygons: area, length, contrast, distance to land and confidence",
    "exposure": "who and what is affected: your layers with the share of each feature in the flood, not observed and so on (estimate)",
    "depth": "depth of the water in metres (estimate)",
    "run": "the run record: images, model, options, versions and areas, for programs (JSON)",
    "quicklook": "a small picture of the map, for a first look",
    "map": "the map with legend, hectares, sources and limits on one page, to print and to send (PDF)",
}


def readme(
    run: RunRecord,
    files: Mapping[str, str],
    heading: str,
    class_style: Path | None,
    opening: Sequence[str],
    estimates: Sequence[ImpactRecord],
) -> str:
    """Return the text.

    Args:
        run: the run record.
        files: name to layer (``class``, ``probability``, ``run``, ``quicklook`` or a vector layer's name).
        heading: event and area of interest, maybe empty.
        class_style: the QML of the class raster, which has the legend's words.
        opening: how to open it.
        estimates: made of the map.
    """
    title = f"{heading}: {run.title}" if heading else run.title
    sections = [
        ("WHAT IT SHOWS", [run.summary + ".", *_areas(run)]),
        *((record.title.upper(), [*record.lines, record.limits, record.method, *record.notices]) for record in estimates),
        ("WHAT IT WAS MADE OF", list(_sources(run))),
        (
            "LIMITS",
            [run.limits or WATER_LIMITS, '"Not observed" means that the radar did not see the ground there. It does not mean dry.'],
        ),
        ("NOTICES", [f"- {text}" for text in run.notices]),
        ("LEGEND OF THE MAP", _legend(class_style)),
        ("FILES", [f"- {name}: {_what(name, layer)}" for name, layer in files.items()]),
        ("HOW TO OPEN IT", opening),
    ]
    text = [title, "=" * len(title), ""]
    for name, lines in sections:
        if lines:
            text += [name, *(_wrapped(line) for line in lines), ""]
    return printable("\n".join(text))


def _wrapped(line: str) -> str:
    return textwrap.fill(
        line, _WIDTH, subsequent_indent="  " if line.startswith("- ") else "", break_long_words=False, break_on_hyphens=False
    )


def _areas(run: RunRecord) -> list[str]:
    if not run.hectares:
        return ["Areas in hectares are unknown: the image has no georeference."]
    return [f"- {name.replace('_', ' ')}: {hectares_in_words(value)}" for name, value in run.hectares.items()]


def _sources(run: RunRecord) -> Iterator[str]:
    image, method, optical = run.image, run.method, run.optical
    yield f"- Acquired: {image.acquired or 'unknown; ask who made the map'}"
    if image.simulated:
        yield "- The image is SIMULATED: this map shows no real place."
    yield f"- Radar image: {', '.join(image.names)}"
    if optical:
        names = [PurePath(path).name for path in optical.paths]
        used = f"used for {optical.shares['used']:.0%} of the observed area, radar alone elsewhere"
        yield f"- Optical images beside it: {', '.join(names)}; {used}"
    if image.bands:
        yield f"- Bands: {', '.join(image.bands)}; values taken as {image.scale} (known from: {image.scale_from})"
    if method.is_network:
        digest, scales = (method.sha256 or "")[:8], ", ".join(f"{scale:g}" for scale in method.scales or ())
        yield f"- Method: the network '{method.model}' (SHA-256 begins with {digest}), at scales {scales}"
    else:
        yield f"- Method: {method.name} (a classical threshold)" if method.name else "- Method: unknown"
    if run.threshold is not None:
        yield f"- A pixel counts as detected from a probability of {run.threshold:.0%}."
    yield f"- Made with Tidemark {run.tidemark} on {run.written}"


def _legend(class_style: Path | None) -> list[str]:
    if class_style is None:
        return []
    entries = _LEGEND_ENTRY.findall(class_style.read_text(encoding="utf-8"))
    return [f"- {value}: {html.unescape(label)}" for value, label in entries]


def _what(name: str, layer: str) -> str:
    if name.endswith(".qml"):
        return "colours and legend of the file of the same name, for QGIS"
    if layer in TITLES and name.endswith(".csv"):
        return f"{TITLES[layer]}: the table"
    if layer in TITLES and name.endswith(".json"):
        return f"{TITLES[layer]}: what it was made of and how, for programs (JSON)"
    if name.endswith(".sld"):
        return "the same for other programs (GeoServer, OpenLayers and others)"
    return _LAYERS.get(layer, f"polygons: {layer} (colours and legend inside, for QGIS)")
