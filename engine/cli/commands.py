"""Which commands there are, and the run of one of them.

Only the module of the command that was asked for is loaded, and it loads what it needs when it runs: ``tidemark --help`` loads no raster
library.
"""

from __future__ import annotations

import argparse
import os
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ..contract.errors import Cancelled, TidemarkError, UnexpectedError
from ..contract.installation import __version__
from ..contract.requests import BAD_INPUT, CANCELLED, FAULT
from ..raster import quiet_libraries
from ..raster.addresses import stay_on_this_machine
from .options import joined_negatives
from .terminal import CANCELLED_WORDS, print_any_text, say

COMMANDS = {
    "detect": ("detect", "map an image"),
    "info": ("detect", "what would be assumed about an image, and from where"),
    "models": ("detect", "installed models, their figures and limits"),
    "prepare": ("prepare", "make an image of a Sentinel-1 product as it was downloaded: calibrated and placed on a map grid"),
    "batch": ("batch", "map many scenes, each with its own result, with a summary table"),
    "vectorise": ("maps", "make polygons of what was detected, with hectares"),
    "stats": ("maps", "hectares detected, masked and not observed in each zone of a vector file"),
    "exposure": ("estimates", "who and what lies in the water: people, buildings, roads, land use"),
    "depth": ("estimates", "how deep the water is, from the map and a DEM"),
    "rethreshold": ("maps", "a new class raster from a stored probability, without the network"),
    "package": ("maps", "put a map together for its recipient"),
    "simulate": ("simulate", "write a simulated SAR scene with known truth"),
    "train": ("train", "train a student, or compare ways to train it"),
    "evaluate": ("train", "measure a student beside the classical methods on labelled images"),
}
"""Name of each command to the module that has it and its options, and what it does."""


def run_command(arguments: Sequence[str], interrupted: Callable[[], bool]) -> int:
    """Run a command; return its exit status. Raises `KeyboardInterrupt` where a signal comes before the command could leave well.

    Args:
        arguments: of the command line.
        interrupted: whether a signal has come, which a library may have turned into an error of its own.
    """
    print_any_text()
    _leave_foreign_data_files()
    stay_on_this_machine()
    given = joined_negatives(arguments)
    try:
        with warnings.catch_warnings(), quiet_libraries():
            warnings.simplefilter("ignore", PendingDeprecationWarning)  # of rasterio's own code, even where PYTHONWARNINGS asks for errors
            parsed = make_parser(given).parse_args(given)
            return int(parsed.run(parsed))
    except Cancelled:
        say(CANCELLED_WORDS)
        return CANCELLED
    except TidemarkError as error:
        say(f"tidemark: {error}")
        return BAD_INPUT
    except Exception as error:
        if interrupted():
            raise KeyboardInterrupt from error
        say(f"tidemark: {UnexpectedError(error)}")
        return FAULT


def _leave_foreign_data_files() -> None:
    """Forget variables that point to another program's data files, where the raster library has brought its own.

    PostGIS, conda or OSGeo4W set them for themselves; a database of another version makes every coordinate system unknown.
    """
    library = find_spec("rasterio")
    folder = Path(library.origin).parent if library is not None and library.origin else None
    for name, own in (("PROJ_LIB", "proj_data"), ("PROJ_DATA", "proj_data"), ("GDAL_DATA", "gdal_data")):
        if folder is not None and (folder / own).is_dir():
            os.environ.pop(name, None)


def make_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of all commands; only the one that the arguments ask for has its options."""
    parser = argparse.ArgumentParser(prog="tidemark", description="Maps water, floods, change and possible oil from radar images.")
    parser.add_argument("--version", action="version", version=f"tidemark {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    asked_for = next((argument for argument in arguments if not argument.startswith("-")), "")
    loaded, _ = COMMANDS.get(asked_for, ("", ""))
    for name, (module, words) in COMMANDS.items():
        if module != loaded:
            commands.add_parser(name, help=words)
    if loaded:
        import_module(f".{loaded}", __package__).add_arguments(commands)
    return parser
