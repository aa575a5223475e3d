"""The command line: mapping, what comes after a map, models and training, each a subcommand."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from ..contract.card import band_numbers, installed_cards
from ..contract.errors import Cancelled, InputError, TidemarkError
from ..contract.job import TASKS, Event, Job, Source
from ..contract.requests import BAD_INPUT, CANCELLED, DONE
from ..contract.version import __version__
from ..simulation import files as simulate
from . import batch, package, train, vector
from .interrupt import stopped_by_signals
from .options import add_method_options, add_overlay_options, add_sea_options, add_value_options, numbers, shared_fields


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status: 0 done, 2 bad input (one message on standard error), 3 cancelled."""
    logging.getLogger("rasterio").setLevel(logging.CRITICAL)  # the raster library's errors come back as one message of ours
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        parsed = _parser(given).parse_args(given)
        return int(parsed.run(parsed))
    except Cancelled:
        _say("Cancelled. Nothing was written.")
        return CANCELLED
    except TidemarkError as error:
        _say(f"tidemark: {error}")
        return BAD_INPUT


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tidemark", description="Maps water, floods, change and possible oil from radar images.")
    parser.add_argument("--version", action="version", version=f"tidemark {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_detect(commands)
    _add_info(commands)
    models = commands.add_parser("models", help="installed models, their figures and limits")
    models.add_argument("--json", action="store_true", help="print the cards as JSON")
    models.set_defaults(run=_models)
    batch.add_arguments(commands)
    vector.add_arguments(commands)
    package.add_arguments(commands)
    simulate.add_arguments(commands)
    train.add_arguments(commands, arguments)
    return parser


def _add_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scene", nargs="+", metavar="SCENE", help="the image; several files are the bands of one scene")
    parser.add_argument("--bands", type=_bands, default={}, metavar="VV=1,VH=2", help="which band is which, counted over all files")
    add_value_options(parser)


def _add_detect(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("detect", help="map an image")
    _add_source(parser)
    parser.add_argument("--task", choices=TASKS, required=True)
    parser.add_argument("--output", required=True, metavar="PREFIX", help="folder and beginning of the names of the files to write")
    parser.add_argument(
        "--before", nargs="+", default=[], metavar="SCENE", help="the older image, for floods and change; --bands and --scale hold for both"
    )
    parser.add_argument(
        "--optical", nargs="+", default=[], metavar="SCENE", help="floods: an optical image of the same date, if cloud-free"
    )
    parser.add_argument("--optical-before", nargs="+", default=[], metavar="SCENE", help="floods: the older optical image; both or none")
    parser.add_argument(
        "--optical-bands",
        type=_optical_bands,
        default={},
        metavar="swir=1,nir=2,visible=3",
        help="which band is which in both optical images (default: by name)",
    )
    add_method_options(parser)
    add_overlay_options(parser)
    add_sea_options(parser)
    parser.add_argument("--extent", type=_extent, metavar="XMIN,YMIN,XMAX,YMAX", help="in the image's own coordinates")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier result")
    parser.add_argument("--json", action="store_true", help="print the run record on standard output")
    parser.add_argument("--quicklook", default="", metavar="PNG", help="draw a small picture of the map")
    parser.set_defaults(run=_detect)


def _add_info(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("info", help="what would be assumed about an image, and from where")
    _add_source(parser)
    parser.add_argument("--task", choices=TASKS, default=TASKS[0])
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_info)


def _bands(text: str) -> dict[str, int]:
    try:
        return {name.upper(): number for name, number in band_numbers(text).items()}
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not like VV=1,VH=2") from error


def _optical_bands(text: str) -> dict[str, int]:
    try:
        return {name.lower(): number for name, number in band_numbers(text).items()}
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not like swir=1,nir=2,visible=3") from error


def _extent(text: str) -> tuple[float, float, float, float]:
    sides = numbers(text)
    if len(sides) != 4:
        raise argparse.ArgumentTypeError(f"'{text}' is not XMIN,YMIN,XMAX,YMAX")
    return sides[0], sides[1], sides[2], sides[3]


def _detect(arguments: argparse.Namespace) -> int:
    from ..pipeline.detect import detect

    images = [(arguments.scene, "after"), (arguments.before, "before")]
    optical = [(arguments.optical, "optical"), (arguments.optical_before, "optical-before")]
    sources = [Source(tuple(paths), role, arguments.bands, arguments.scale) for paths, role in images if paths]
    sources += [Source(tuple(paths), role, arguments.optical_bands) for paths, role in optical if paths]
    job = Job(
        sources=tuple(sources),
        output=arguments.output,
        extent=arguments.extent,
        overwrite=arguments.overwrite,
        quicklook=arguments.quicklook,
        **shared_fields(arguments),
    )
    with stopped_by_signals() as stopped:
        result = detect(job, _progress, stopped)
    if arguments.json:
        print(Path(result.files["run"]).read_text(encoding="utf-8"), end="")
    _say(result.summary)
    return DONE


def _progress(event: Event) -> None:
    if event.kind == "started":
        _say(f"Running on: {event.data['device']}; {event.data['tiles']} tiles")
    elif event.kind == "notice":
        _say(f"Note: {event.data['text']}")
    elif event.kind == "progress" and sys.stderr.isatty():
        end = "\n" if event.data["done"] == event.data["total"] else ""
        left = event.data["seconds_left"]
        print(f"\r{event.data['done']} of {event.data['total']} tiles, {left:.0f} s left   ", end=end, file=sys.stderr, flush=True)


def _info(arguments: argparse.Namespace) -> int:
    from ..pipeline.info import as_text, describe

    info = describe(Source(tuple(arguments.scene), "after", arguments.bands, arguments.scale), arguments.task, arguments.zeros)
    if not info.bands:
        raise InputError(info.problem)
    print(json.dumps(info.to_dict(), indent=2) if arguments.json else as_text([info]))
    return DONE


def _models(arguments: argparse.Namespace) -> int:
    cards = installed_cards()
    if arguments.json:
        print(json.dumps([card.document for card in cards], indent=2))
        return DONE
    for card in cards:
        print(f"{card.name}: {card.title} [task {card.task}{', default' if card.is_default else ''}]")
        print(f"  {card.description}")
        optical = f"; optical bands {', '.join(card.optical.bands)}" if card.optical else ""
        print(f"  bands {', '.join(card.bands)}{optical}; ground pixel {card.pixel_range_m[0]:g} to {card.pixel_range_m[1]:g} m; ", end="")
        print(f"scales {', '.join(f'{s:g}' for s in card.scales)}; threshold {card.threshold:g}")
        for figure in card.figures:
            print(f"  {figure['measure']} on {figure['data']}: {figure['value']}  ({figure['command']})")
    return DONE
