"""Small simulated Sentinel-1 products as files, made by the engine's Python: QGIS's own has no rasterio."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from helpers.plugin.engine_process import run_engine
from tidemark.plugin.engine.worker import Runtime

TESTS = Path(__file__).resolve().parents[2]
_MAKE_TEMPLATE = """
import json, pathlib, sys
from datetime import datetime
from helpers.sentinel1_products import Template, write_template
told = json.loads(sys.argv[2])
if "start" in told:
    told["start"] = datetime.fromisoformat(told["start"])
print(write_template(pathlib.Path(sys.argv[1]), Template(**told)))
"""


def make_product(runtime: Runtime, folder: Path, *scene: str, **template: object) -> Path:
    """Write a product into a folder as the portal does, in a zip of its name; return the zip's path.

    Args:
        scene: further options of ``tidemark simulate``.
        template: fields of `helpers.sentinel1_products.Template`; times in ISO 8601.
    """
    command = [runtime.python, "-c", _MAKE_TEMPLATE, str(folder / "templates"), json.dumps(template)]
    made = subprocess.run(command, cwd=TESTS, env={"PYTHONPATH": str(TESTS)}, check=True, capture_output=True, text=True)
    bare = Path(made.stdout.strip())
    product = folder / f"{bare.stem}.zip"
    run_engine(runtime, "simulate", str(product), "--product", str(bare), "--size", "300x300", *scene)
    return product
