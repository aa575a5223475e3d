"""The entry of the command line. It loads as little as can be, so that an interrupt in the first moment is answered, too."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType

_interrupted = threading.Event()
"""Whether a signal has come: a library that is being imported turns the interrupt into an error of its own."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status.

    0: done; 1: a fault of Tidemark; 2: bad input (one message on standard error), or a scene of a batch that failed; 3: cancelled.
    """
    is_main = threading.current_thread() is threading.main_thread()  # only there may signals be handled
    numbers = stop_signals() if is_main else ()
    _interrupted.clear()
    earlier = {number: signal.signal(number, _interrupt) for number in numbers}
    try:
        from .commands import run_command

        return run_command(sys.argv[1:] if arguments is None else arguments, _interrupted.is_set)
    except KeyboardInterrupt:
        from ..contract.requests import CANCELLED
        from .terminal import CANCELLED_WORDS, say

        say(CANCELLED_WORDS)
        return CANCELLED
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def stop_signals() -> tuple[signal.Signals, ...]:
    """Return the signals that ask a command to stop: interrupt, termination, and a terminal that is gone, unless that is to be outlived."""
    hangup = [one for one in signal.Signals if one.name == "SIGHUP" and signal.getsignal(one) is not signal.SIG_IGN]  # nohup ignores it
    return signal.SIGINT, signal.SIGTERM, *hangup


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    _interrupted.set()
    raise KeyboardInterrupt
