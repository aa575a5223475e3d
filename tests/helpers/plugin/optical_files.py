"""A model that sees optical images, and images for it, written by the engine's own Python: the one beside QGIS has neither package."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from helpers.plugin.engine_process import TwoDates
from tidemark.plugin.engine.worker import Runtime

_CODE = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
try:
    import onnx, rasterio, scipy
except ImportError as error:
    sys.exit(str(error))
from helpers.networks import write_darker_is_flood
from helpers.optical import beside
after, before, folder = (Path(argument) for argument in sys.argv[2:])
write_darker_is_flood(folder)
for date, path in (("after", after), ("before", before)):
    beside(path, folder / f"{date}.tif")
    beside(path, folder / f"{date}_nameless.tif", ("", "", ""))
    beside(path, folder / f"{date}_colour.tif", ("R", "G", "B"))
"""


class OpticalFiles(NamedTuple):
    """A model's card, and an optical image of each date; ``_nameless`` and ``_colour`` are the same under other band names."""

    card: Path
    after: Path
    before: Path

    def called(self, kind: str) -> OpticalFiles:
        """Return the images with other band names: ``nameless`` or ``colour``."""
        images = (path.with_name(f"{path.stem}_{kind}.tif") for path in (self.after, self.before))
        return OpticalFiles(self.card, *images)


def write_optical_files(runtime: Runtime, dates: TwoDates, folder: Path) -> tuple[OpticalFiles, str]:
    """Write them; returns them, and why they could not be written where the engine's Python has no onnx."""
    tests = Path(__file__).resolve().parents[2]
    arguments = [str(path) for path in (tests, dates.after, dates.before, folder)]
    done = subprocess.run([runtime.python, "-I", "-c", _CODE, *arguments], capture_output=True, text=True, check=False)
    problem = done.stderr.strip()
    assert done.returncode == 0 or problem.startswith("No module named"), problem
    return OpticalFiles(folder / "both.json", folder / "after.tif", folder / "before.tif"), problem if done.returncode else ""
