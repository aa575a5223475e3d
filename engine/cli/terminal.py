"""The terminal: messages and progress on standard error, and the signals that ask a command to stop."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from ..contract.errors import OutputError
from ..contract.job import Event
from .main import stop_signals

CANCELLED_WORDS = "Cancelled. Nothing was written."


def say(text: str) -> None:
    """Print a line on standard error, over a line of progress that stands there."""
    _write_error(f"\r\x1b[K{text}" if _at_terminal() else text)


def tell(text: str) -> None:
    """Print on standard output. A reader who has left (``| head``) misses nothing.

    Raises:
        OutputError: it cannot be written; what else the command makes is there.
    """
    try:
        print(text, flush=True)
    except OSError as error:
        with suppress(OSError):  # what waits would be written when Python ends, and fail again
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise OutputError(
                f"Standard output cannot be written: {error.strerror}.",
                "The files that the command makes are in place; only what it prints is lost.",
                "Let it print to another place, or read the files.",
            ) from error


def _at_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _write_error(text: str, end: str = "\n") -> None:
    """Print on standard error, where there is one: it may be closed, or its disk full, and the work goes on."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(text, end=end, file=sys.stderr, flush=True)


class Printer:
    """Prints the events of a run.

    Args:
        unit: what progress counts, e.g. "tiles".
        with_start: whether to say on what the run works, and how much there is.
    """

    def __init__(self, unit: str, with_start: bool = False) -> None:
        self._unit, self._with_start = unit, with_start

    def report(self, event: Event) -> None:
        """Print an event."""
        if event.kind == "started" and self._with_start:
            say(f"Running on: {event.data['device']}; {event.data['tiles']} {self._unit}")
        elif event.kind == "notice":
            say(f"Note: {event.data['text']}")
        elif event.kind == "progress":
            self._progress(event)

    def _progress(self, event: Event) -> None:
        data = event.data
        left = "" if data["seconds_left"] is None else f", {_duration(data['seconds_left'])} left"
        text = f"{data['done']} of {data['total']} {self._unit}{left}"
        if _at_terminal():
            _write_error(f"\r\x1b[K{text}   {data.get('current', '')}", "\n" if data["done"] == data["total"] else "")
        elif data.get("current") == "":  # of many scenes, each one that is done is worth a line in a log
            say(text)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def print_record(path: str) -> None:
    """Print a run record on standard output."""
    tell(Path(path).read_text(encoding="utf-8").rstrip("\n"))


def print_any_text() -> None:
    """Let both outputs write what their encoding lacks as escapes: names of files come in every script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def stopped_by_signals() -> Iterator[Callable[[], bool]]:
    """Give a function that says whether one of `stop_signals` came since: long work asks it, and stops where it leaves nothing behind."""
    stop = threading.Event()

    def note(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    earlier = {number: signal.signal(number, note) for number in stop_signals()}
    try:
        yield stop.is_set
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
