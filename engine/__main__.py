"""``python -m tidemark.engine``: the command line, or the worker that the plugin starts."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    if sys.argv[1:] in (["work"], ["wait"]):  # needs no command line, and its probe must run where the engine's packages are missing
        from .worker import wait, work

        sys.exit(wait() if sys.argv[1:] == ["wait"] else work())
    from .cli.main import main

    sys.exit(main())
