"""The command ``tidemark batch``."""

from __future__ import annotations

import argparse
import json
import os

from ..contract.errors import Cancelled
from ..contract.job import Event, Source, build_job
from ..contract.options import HOW, OPTIONS, OVERLAYS, PATHS, SEA, VALUES
from ..contract.requests import BAD_INPUT, CANCELLED, DONE, SCENE_DONE, SCENE_FAILED, SCENE_SKIPPED, SUMMARY, BatchJob
from .options import add_options, add_task, option_values
from .terminal import Printer, say, stopped_by_signals, tell


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "batch",
        description="Maps every scene of a folder or a list. What is done already is skipped and what failed is tried again, so the "
        "same command goes on after an interruption. A map of other options or inputs is not replaced without --overwrite: its scene "
        "fails. A scene that fails does not stop the others.",
    )
    parser.add_argument(
        "scenes",
        metavar="FOLDER|LIST",
        help="a folder of images (files that differ only in VV and VH are one scene), or a text file with one scene a line: "
        "several paths separated by tabs are one scene; paths are relative to the list; lines that begin with # do not count",
    )
    add_task(parser)
    parser.add_argument("--output", required=True, metavar="FOLDER", help="for the results (FOLDER/NAME/NAME_…) and the table summary.csv")
    add_options(parser, VALUES, HOW, OVERLAYS, SEA)
    parser.add_argument("--overwrite", action="store_true", help="do again what is done")
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="of a Dask cluster that exists already, e.g. tcp://10.0.0.5:8786; its workers have this Tidemark and see the same files; "
        "--threads then means by default all threads of a worker",
    )
    parser.add_argument("--json", action="store_true", help="print what became of each scene on standard output")
    parser.set_defaults(run=_batch)


def _batch(arguments: argparse.Namespace) -> int:
    from ..batch.scene_list import find_scenes
    from ..batch.scenes import map_scenes

    options = option_values(arguments)
    paths = [name for name, option in OPTIONS.items() if option.kind in PATHS or (name == "model" and arguments.model.endswith(".json"))]
    for name in paths:  # workers have folders of their own, and another folder makes no other map
        if options.get(name) and os.path.exists(options[name]):
            options[name] = os.path.abspath(options[name])
    template = build_job(arguments.task, [Source((), scale=arguments.scale)], "", options)
    batch = BatchJob(arguments.scenes, template, arguments.output, arguments.overwrite)
    printer = _BatchPrinter("scenes")
    try:
        with stopped_by_signals() as stopped:
            outcomes = map_scenes(batch, arguments.scheduler, printer.report, stopped)
    except Cancelled:
        total = len(find_scenes(arguments.scenes))
        say(f"Cancelled; {printer.finished} of {total} scenes are done. The same command goes on from there.")
        return CANCELLED
    count = {status: sum(outcome.status == status for outcome in outcomes) for status in (SCENE_DONE, SCENE_SKIPPED, SCENE_FAILED)}
    summary = os.path.join(arguments.output, SUMMARY)
    if arguments.json:
        tell(json.dumps({"summary": os.path.abspath(summary), **count, "scenes": [o.to_dict() for o in outcomes]}, indent=2))
    failed = [outcome.scene for outcome in outcomes if outcome.status == SCENE_FAILED]
    say(f"{count[SCENE_DONE]} done, {count[SCENE_SKIPPED]} done before, {count[SCENE_FAILED]} failed; see {summary}")
    if failed:
        say(f"Failed: {', '.join(failed)}. The same command tries them again.")
    return BAD_INPUT if failed else DONE


class _BatchPrinter(Printer):
    """Prints what became of each scene as well.

    Attributes:
        finished: scenes that are done.
    """

    finished = 0

    def report(self, event: Event) -> None:
        """Print an event."""
        if event.kind != "scene":
            super().report(event)
            return
        self.finished += event.data["status"] != SCENE_FAILED
        if event.data["status"] != SCENE_SKIPPED:
            say(f"{event.data['scene']}: {event.data['status']}. {event.data['message']}")
