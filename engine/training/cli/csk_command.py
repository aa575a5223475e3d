"""The command ``tidemark train csk``: every arm for each seed, the tables, and the networks as they are shipped."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...contract.errors import InputError
from .options import add_device, add_folders, add_seeds, add_threads, fitting_crop, positive_steps, say, use_torch

if TYPE_CHECKING:
    from ..datasets.two_sensors import Sensors
    from ..recipes.csk import CskSettings

SETS = ("ombria", "mfnet", "pst900")


def add_csk(recipes: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the recipe."""
    parser = recipes.add_parser("csk", help="radar and optical teach each other; the optical image may be missing")
    parser.add_argument("sensors", choices=SETS, help="mfnet, pst900: visible and thermal pictures in their published layout")
    add_folders(parser, "the set's folder")
    parser.add_argument("--class", dest="positive", type=int, metavar="N", help="of mfnet and pst900: the class that is told from the rest")
    add_seeds(parser)
    parser.add_argument("--arm", nargs="+", metavar="ARM", help="only these, such as 'radar' 'all'")
    parser.add_argument("--choose", action="store_true", help="measure on a held-out part of train; of ombria, on whole events in turn")
    parser.add_argument("--export", metavar="ARM", help="of ombria: write this arm's networks and their card for each seed")
    parser.add_argument("--folds", type=Path, metavar="FOLDER", help="the output of --choose, from which --export takes the threshold")
    parser.add_argument("--steps", type=int, metavar="N", help="of the optimiser, for teacher and students")
    parser.add_argument("--crop", type=int, metavar="PIXELS", help="side of the crops")
    parser.add_argument("--dropout", type=float, metavar="S", help="share of the steps without an optical image")
    parser.add_argument("--sparsity", type=float, metavar="L", help="weight of the penalty on the channels that may be exchanged")
    parser.add_argument(
        "--exchanged", type=float, metavar="S", help="least share of these channels that each sensor exchanges; 0: CEN's rule alone"
    )
    add_device(parser)
    add_threads(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads, arguments.device)
    from ..datasets.places_and_layers import read_once
    from ..recipes.csk_run import ARMS, DEFAULT, NAMES, run_all
    from ..recipes.csk_tables import export_networks, read_results, report

    sensors, settings = read_once(_sensors(arguments)), _settings(arguments)
    names = list(arguments.arm or DEFAULT)
    for name in names:
        _check_arm(name, NAMES)
    if arguments.export is not None:
        names.append(arguments.export)
        _check_arm(arguments.export, [arm.name for arm in ARMS])
        if arguments.sensors != "ombria" or arguments.choose:
            raise InputError("Only networks of ombria that learned from all of train are exported.", "", "Leave out --export.")
    run_all(sensors, settings, arguments.seed, names, arguments.output, say)
    print(report(read_results(arguments.output), sensors.event))
    if arguments.export is not None:
        for seed in arguments.seed:
            print(export_networks(sensors, settings, seed, arguments.export, arguments.output, arguments.folds))
    return 0


def _check_arm(name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise InputError(f"There is no arm '{name}' here.", f"Arms are {'; '.join(known)}.", "Choose among these.")


def _sensors(arguments: argparse.Namespace) -> Sensors:
    from ..datasets.two_sensors import FloodSensors, Mfnet, Pst900

    if arguments.sensors == "ombria":
        if arguments.positive is not None:
            raise InputError("--class was given for ombria.", "Its masks know water and the rest.", "Leave it out.")
        return FloodSensors(arguments.data, arguments.choose)
    if arguments.positive is None:
        raise InputError(f"The labels of {arguments.sensors} have several classes.", "The recipe tells one from the rest.", "Give --class.")
    return (Mfnet if arguments.sensors == "mfnet" else Pst900)(arguments.data, arguments.positive, arguments.choose)


def _settings(arguments: argparse.Namespace) -> CskSettings:
    from ..recipes.csk import CskSettings

    settings = CskSettings()
    base: dict[str, Any] = {"device": arguments.device}
    if arguments.crop is not None:
        base["crop"] = arguments.crop
    if arguments.steps is not None:
        base |= {"steps": arguments.steps, "teacher_steps": arguments.steps}
    names = ("dropout", "sparsity", "exchanged")
    given = {name: getattr(arguments, name) for name in names if getattr(arguments, name) is not None}
    settings = replace(settings, base=replace(settings.base, **base), **given)
    positive_steps(settings.base.steps)
    fitting_crop(settings.base.crop, settings.base.student.stride, settings.base.teacher.stride)
    for name in ("dropout", "exchanged"):
        if not 0 <= getattr(settings, name) <= 1:
            raise InputError(f"--{name} is {getattr(settings, name):g}.", "It is a share, 0 to 1.", "Correct it.")
    return settings
