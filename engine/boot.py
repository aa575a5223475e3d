"""The worker's first lines: make this folder importable as ``tidemark`` under any name, then run the engine's command line.

Called as ``python -I -u engine/boot.py RUNTIME -- ARGUMENTS``; RUNTIME is a folder with the engine's packages, or ``-`` where the
interpreter has them itself. Standard library only.
"""

from __future__ import annotations

import importlib.util
import json
import os
import runpy
import sys


def boot() -> None:
    """Load the package and hand over to its command line."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    if sys.version_info < (3, 10):
        found = "This is Python {}.{}.".format(*sys.version_info[:2])
        error = {"event": "error", "found": found, "needed": "The engine needs Python 3.10 or newer.", "do": "Choose another Python."}
        print(json.dumps(error))
        raise SystemExit(2)
    runtime, separator, *arguments = sys.argv[1:]
    if separator != "--":
        raise SystemExit("usage: boot.py RUNTIME -- ARGUMENTS")
    if runtime != "-":
        sys.path.insert(0, runtime)
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    spec = importlib.util.spec_from_file_location("tidemark", os.path.join(root, "__init__.py"), submodule_search_locations=[root])
    if spec is None or spec.loader is None:
        raise SystemExit(f"no package in {root}")
    package = importlib.util.module_from_spec(spec)
    sys.modules["tidemark"] = package
    spec.loader.exec_module(package)
    sys.argv = ["tidemark", *arguments]
    runpy.run_module("tidemark.engine", run_name="__main__", alter_sys=False)


if __name__ == "__main__":
    boot()
