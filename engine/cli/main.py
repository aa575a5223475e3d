"""The entry of the command line. It loads as little as can be, so that an interrupt in the first moment is answered, too."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status: 0 done, 2 bad input (one message on standard error), 3 cancelled."""
    is_main = threading.current_thread() is threading.main_thread()  # only there may signals be handled
    earlier = signal.signal(signal.SIGTERM, signal.default_int_handler) if is_main else None
    try:
        from .commands import run_command

        return run_command(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        from ..contract.requests import CANCELLED
        from .terminal import CANCELLED_WORDS, say

        say(CANCELLED_WORDS)
        return CANCELLED
    finally:
        if is_main:
            signal.signal(signal.SIGTERM, earlier)
