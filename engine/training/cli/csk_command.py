"""The command ``tidemark train csk``: every arm for each seed, the tables, and the networks as they are shipped."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...contract.errors import InputError
from .console import say, use_torch

if TYPE_CHECKING:
    from ..datasets.two_sensors import Sensors
    from ..recipes.csk import Recipe

SETS = ("ombria", "mfnet", "pst900")


def add_csk(recipes: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the recipe."""
    parser = recipes.add_parser("csk", help="radar and optical teach each other; the optical image may be missing")
    parser.add_argument("sensors", choices=SETS, help="mfnet, pst900: visible and thermal pictures in their published layout")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="the set's folder")
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER", help="made where it is missing; results in it are kept")
    parser.add_argument("--class", dest="positive", type=int, metavar="N", help="of mfnet and pst900: the class that is told from the rest")
    parser.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3], metavar="N")
    parser.add_argument("--arm", nargs="+", metavar="ARM", help="only these, such as 'radar' 'all'")
    parser.add_argument("--choose", action="store_true", help="measure on a held-out part of the training set, to choose settings by")
    parser.add_argument("--export", metavar="ARM", help="of ombria: write this arm's networks and their card for each seed")
    parser.add_argument("--steps", type=int, metavar="N", help="of the optimiser, for teacher and students")
    parser.add_argument("--crop", type=int, metavar="PIXELS", help="side of the crops")
    parser.add_argument("--dropout", type=float, metavar="S", help="share of the steps without an optical image")
    parser.add_argument("--sparsity", type=float, metavar="L", help="weight of the penalty on the channels that may be exchanged")
    parser.add_argument(
        "--exchanged", type=float, metavar="S", help="least share of these channels that each sensor exchanges; 0: CEN's rule alone"
    )
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="CPU threads")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads)
    from ..datasets.two_sensors import Kept
    from ..recipes.csk_run import ARMS, DEFAULT, NAMES, read_results, run_all
    from ..recipes.csk_table import report

    sensors, recipe = _sensors(arguments), _recipe(arguments)
    names = list(arguments.arm or DEFAULT)
    for name in names:
        _check_arm(name, NAMES)
    if arguments.export is not None:
        names.append(arguments.export)
        _check_arm(arguments.export, [arm.name for arm in ARMS])
        if arguments.sensors != "ombria" or arguments.choose:
            raise InputError("Only networks of ombria that learned from all of train are exported.", "", "Leave out --export.")
    kept = Kept(sensors)
    run_all(kept, recipe, arguments.seed, names, arguments.output, say)
    results = read_results(arguments.output)
    print(report(results))
    if arguments.export is not None:
        from ..recipes.csk_ship import ship

        for seed in arguments.seed:
            print(ship(kept, recipe, seed, arguments.export, arguments.output))
    return 0


def _check_arm(name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise InputError(f"There is no arm '{name}' here.", f"Arms are {'; '.join(known)}.", "Choose among these.")


def _sensors(arguments: argparse.Namespace) -> Sensors:
    from ..datasets.two_sensors import FloodSensors
    from ..datasets.visible_infrared import Mfnet, Pst900

    if arguments.sensors == "ombria":
        if arguments.positive is not None:
            raise InputError("--class was given for ombria.", "Its masks know water and the rest.", "Leave it out.")
        return FloodSensors(arguments.data, arguments.choose)
    if arguments.positive is None:
        raise InputError(f"The labels of {arguments.sensors} have several classes.", "The recipe tells one from the rest.", "Give --class.")
    return (Mfnet if arguments.sensors == "mfnet" else Pst900)(arguments.data, arguments.positive, arguments.choose)


def _recipe(arguments: argparse.Namespace) -> Recipe:
    from dataclasses import replace

    from ..recipes.csk import Recipe

    recipe = Recipe()
    base: dict[str, Any] = {"device": arguments.device}
    if arguments.crop is not None:
        base["crop"] = arguments.crop
    if arguments.steps is not None:
        base |= {"steps": arguments.steps, "teacher_steps": arguments.steps}
    names = ("dropout", "sparsity", "exchanged")
    given = {name: getattr(arguments, name) for name in names if getattr(arguments, name) is not None}
    recipe = replace(recipe, base=replace(recipe.base, **base), **given)
    stride = max(recipe.base.student.stride, recipe.base.teacher.stride)
    if recipe.base.steps < 1:
        raise InputError(f"{recipe.base.steps} steps were asked for.", "At least one is needed.", "Correct --steps.")
    if recipe.base.crop < 1 or recipe.base.crop % stride:
        raise InputError(f"Crops of {recipe.base.crop} pixels were asked for.", f"They are multiples of {stride}.", "Correct --crop.")
    for name in ("dropout", "exchanged"):
        if not 0 <= getattr(recipe, name) <= 1:
            raise InputError(f"--{name} is {getattr(recipe, name):g}.", "It is a share, 0 to 1.", "Correct it.")
    return recipe
