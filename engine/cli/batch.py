"""The command ``tidemark batch``, and what it tells the terminal."""

from __future__ import annotations

import argparse
import json
import os
import sys

from ..batch.scene_list import find_scenes
from ..contract.errors import Cancelled
from ..contract.job import TASKS, Event, Job, Source
from ..contract.requests import BAD_INPUT, CANCELLED
from ..contract.requests import DONE as ALL_DONE
from .interrupt import stopped_by_signals
from .options import add_method_options, add_overlay_options, add_sea_options, add_value_options, shared_fields


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``tidemark batch``."""
    parser = commands.add_parser(
        "batch",
        help="map many scenes, each with its own result, with a summary table",
        description="Maps every scene of a folder or a list. What is done already is skipped and what failed is tried again, so the "
        "same command goes on after an interruption. A scene that fails does not stop the others.",
    )
    parser.add_argument(
        "scenes",
        metavar="FOLDER|LIST",
        help="a folder of images (files that differ only in VV and VH are one scene), or a text file with one scene a line: "
        "several paths separated by tabs are one scene; paths are relative to the list; lines that begin with # do not count",
    )
    parser.add_argument("--task", choices=TASKS, required=True)
    parser.add_argument("--output", required=True, metavar="FOLDER", help="for the results (FOLDER/NAME/NAME_…) and the table summary.csv")
    add_value_options(parser)
    add_method_options(parser)
    add_overlay_options(parser)
    add_sea_options(parser)
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
    from ..batch.scene import DONE, FAILED, SKIPPED
    from ..batch.scenes import SUMMARY, map_scenes

    fields = shared_fields(arguments)
    if arguments.model.endswith(".json"):
        fields["model"] = os.path.abspath(arguments.model)  # workers have folders of their own
    template = Job(sources=(Source((), scale=arguments.scale),), output="", **fields)
    scenes = find_scenes(arguments.scenes)
    said = _Said()
    try:
        with stopped_by_signals() as stopped:
            outcomes = map_scenes(scenes, template, arguments.output, arguments.overwrite, arguments.scheduler, said.report, stopped)
    except Cancelled:
        said.line(f"Cancelled; {said.finished} of {len(scenes)} scenes are done. The same command goes on from there.")
        return CANCELLED
    count = {status: sum(outcome.status == status for outcome in outcomes) for status in (DONE, SKIPPED, FAILED)}
    summary = os.path.join(arguments.output, SUMMARY)
    if arguments.json:
        print(json.dumps({"summary": os.path.abspath(summary), **count, "scenes": [o.to_dict() for o in outcomes]}, indent=2))
    failed = [outcome.scene for outcome in outcomes if outcome.status == FAILED]
    said.line(f"{count[DONE]} done, {count[SKIPPED]} done before, {count[FAILED]} failed; see {summary}")
    if failed:
        said.line(f"Failed: {', '.join(failed)}. The same command tries them again.")
    return BAD_INPUT if failed else ALL_DONE


class _Said:
    """What the terminal is told on standard error."""

    def __init__(self) -> None:
        self.finished = 0

    def line(self, text: str) -> None:
        clear = "\r\x1b[K" if sys.stderr.isatty() else ""
        print(f"{clear}{text}", file=sys.stderr, flush=True)

    def report(self, event: Event) -> None:
        if event.kind == "scene":
            self.finished += event.data["status"] != "failed"
            if event.data["status"] != "skipped":
                self.line(f"{event.data['scene']}: {event.data['status']}. {event.data['message']}")
        elif event.kind == "notice":
            self.line(f"Note: {event.data['text']}")
        elif event.kind == "progress":
            self._progress(event)

    def _progress(self, event: Event) -> None:
        data = event.data
        left = "" if data["seconds_left"] is None else f", {_duration(data['seconds_left'])} left"
        text = f"{data['done']} of {data['total']} scenes{left}"
        if sys.stderr.isatty():
            print(f"\r\x1b[K{text}   {data['current']}", end="", file=sys.stderr, flush=True)
        elif not data["current"]:
            self.line(text)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
