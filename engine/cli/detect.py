"""The commands ``tidemark detect``, ``info`` and ``models``."""

from __future__ import annotations

import argparse
import json

from ..contract.card import Card, installed_cards
from ..contract.errors import InputError
from ..contract.job import Source, build_job
from ..contract.options import HOW, OPTIONS, OVERLAYS, SEA, VALUES
from ..contract.requests import DONE
from ..contract.tasks import FIRST_TASK
from .options import add_option, add_options, add_task, extent, optical_bands, option_values, polarisations
from .terminal import Printer, print_record, say, stopped_by_signals, tell


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands."""
    _add_detect(commands.add_parser("detect"))
    _add_info(commands.add_parser("info"))
    models = commands.add_parser("models")
    models.add_argument("--json", action="store_true", help="print the cards as JSON")
    models.set_defaults(run=_models)


def _add_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scene", nargs="+", metavar="SCENE", help="the image; several files are the bands of one scene")
    parser.add_argument("--bands", type=polarisations, default={}, metavar="VV=1,VH=2", help="which band is which, counted over all files")
    add_options(parser, VALUES)


def _add_detect(parser: argparse.ArgumentParser) -> None:
    _add_source(parser)
    add_task(parser)
    parser.add_argument("--output", required=True, metavar="PREFIX", help="folder and beginning of the names of the files to write")
    parser.add_argument(
        "--before",
        nargs="+",
        default=[],
        metavar="SCENE",
        help="the older image, for floods and change; --bands holds for both, --scale for each that it fits",
    )
    parser.add_argument(
        "--optical", nargs="+", default=[], metavar="SCENE", help="floods: an optical image of the same date, if cloud-free"
    )
    parser.add_argument("--optical-before", nargs="+", default=[], metavar="SCENE", help="floods: the older optical image, if there is one")
    parser.add_argument(
        "--optical-bands",
        type=optical_bands,
        default={},
        metavar="swir=1,nir=2,visible=3",
        help="which band is which in the optical images (default: by name)",
    )
    add_options(parser, HOW, OVERLAYS, SEA)
    parser.add_argument(
        "--extent",
        type=extent,
        metavar="XMIN,YMIN,XMAX,YMAX",
        help="in the image's own coordinates, of a product also in longitude and latitude",
    )
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier result")
    parser.add_argument("--json", action="store_true", help="print the run record on standard output")
    parser.add_argument("--quicklook", default="", metavar="PNG", help="draw a small picture of the map")
    parser.set_defaults(run=_detect)


def _add_info(parser: argparse.ArgumentParser) -> None:
    _add_source(parser)
    add_task(parser, FIRST_TASK)
    for name in ("method", "model"):
        add_option(parser, OPTIONS[name], default="")
    parser.add_argument("--json", action="store_true", help="print what would be assumed as JSON")
    parser.set_defaults(run=_info)


def _sources(arguments: argparse.Namespace) -> list[Source]:
    """Return the images. Raises `InputError` where bands are named of images that were not given."""
    if arguments.optical_bands and not (arguments.optical or arguments.optical_before):
        raise InputError("There are optical bands, but no optical images.", "", "Give these too, or leave --optical-bands out.")
    radar = [(arguments.scene, "after"), (arguments.before, "before")]
    optical = [(arguments.optical, "optical"), (arguments.optical_before, "optical-before")]
    sources = [Source(tuple(paths), role, arguments.bands, arguments.scale) for paths, role in radar if paths]
    return sources + [Source(tuple(paths), role, arguments.optical_bands) for paths, role in optical if paths]


def _detect(arguments: argparse.Namespace) -> int:
    further = {name: getattr(arguments, name) for name in ("extent", "overwrite", "quicklook")}
    job = build_job(arguments.task, _sources(arguments), arguments.output, {**option_values(arguments), **further})
    from ..pipeline.detect import detect

    with stopped_by_signals() as stopped:
        result = detect(job, Printer("tiles", with_start=True).report, stopped)
    if arguments.json:
        print_record(result.files["run"])
    say(result.summary)
    return DONE


def _info(arguments: argparse.Namespace) -> int:
    from ..pipeline.info import as_text, describe

    source = Source(tuple(arguments.scene), "after", arguments.bands, arguments.scale)
    info = describe(source, arguments.task, arguments.zeros, arguments.method, arguments.model)
    if not info.bands:
        raise InputError(info.problem)
    tell(json.dumps(info.to_dict(), indent=2) if arguments.json else as_text([info]))
    return DONE


def _models(arguments: argparse.Namespace) -> int:
    cards = installed_cards()
    if arguments.json:
        tell(json.dumps([card.document for card in cards], indent=2))
        return DONE
    tell("\n".join(map(_card_in_words, cards)))
    return DONE


def _card_in_words(card: Card) -> str:
    optical = f"; optical bands {', '.join(card.optical.bands)}" if card.optical else ""
    low, high = card.pixel_range_m
    scales = ", ".join(f"{s:g}" for s in card.scales)
    figures = (f"  {one['measure']} on {one['data']}: {one['value']}  ({one['command']})" for one in card.figures)
    lines = (
        f"{card.name}: {card.title} [task {card.task}{', default' if card.is_default else ''}]",
        f"  {card.description}",
        f"  bands {', '.join(card.bands)}{optical}; ground pixel {low:g} to {high:g} m; scales {scales}; threshold {card.threshold:g}",
        *figures,
    )
    return "\n".join(lines)
