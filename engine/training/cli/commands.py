"""The commands ``tidemark train`` and ``tidemark evaluate``. Nothing heavy is imported before one of them runs."""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ...contract.card import MODELS_FOLDER, read_card
from ...contract.errors import InputError
from .cross_modal_command import add_cross_modal
from .csk_command import add_csk
from .dakter_command import add_dakter
from .evaluate_command import add_evaluate
from .kd_msi_command import add_kd_msi
from .options import add_device, add_folders, add_seeds, add_threads, positive_steps, say, use_torch

if TYPE_CHECKING:
    from ..datasets.water import WaterData
    from ..recipes.water import Draw, Unseen


def add_arguments(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register both commands."""
    train = subparsers.add_parser("train", help="train a student, or compare ways to train it")
    recipes = train.add_subparsers(title="recipes", required=True, metavar="RECIPE")
    supervised = recipes.add_parser(
        "supervised", help="the water students as they are shipped, from labels and from what others like them say"
    )
    _add_training(supervised)
    _add_students(supervised)
    supervised.add_argument("--steps", type=int, metavar="N", help="fewer or more steps than were chosen")
    supervised.set_defaults(run=_train_supervised)
    folds = recipes.add_parser("folds", help="compare the candidates by folds that hold out places of every set, and print the table")
    _add_training(folds)
    folds.add_argument(
        "--candidate", nargs="+", default=[], metavar="NAME", help="only these (default: all; results in the folder are kept)"
    )
    folds.set_defaults(run=_train_folds)
    places = recipes.add_parser("places", help="the networks of the folds as models, to measure each place by one that never saw it")
    _add_training(places)
    _add_students(places)
    places.add_argument("--folds", type=Path, required=True, metavar="FOLDER", help="the output of train folds")
    places.set_defaults(run=_train_places)

    add_cross_modal(recipes)
    add_csk(recipes)
    add_dakter(recipes)
    add_kd_msi(recipes)

    install = recipes.add_parser("install", help="copy a trained model among the installed ones")
    install.add_argument("card", type=Path, help="of the trained model")
    install.add_argument("--name", required=True, help="under which it is installed")
    install.add_argument("--default", action="store_true", help="its task takes it when no model is named")
    install.set_defaults(run=_install)
    add_evaluate(subparsers)


def _add_training(parser: argparse.ArgumentParser) -> None:
    add_folders(parser, "the folder that holds flood_db, ground, opera_rtc and porto_alegre", "made where it is missing")
    parser.add_argument(
        "--crops", type=Path, required=True, metavar="FOLDER", help="crops that all trainings share (2 GB), drawn where they are missing"
    )
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="that draw crops side by side")
    add_seeds(parser, (1,))
    add_device(parser)
    add_threads(parser)


def _read(arguments: argparse.Namespace) -> tuple[WaterData, Draw]:
    """Return all sets, and what gives the crops of them, on the device."""
    use_torch(arguments.threads, arguments.device)
    from ..datasets.water import read_water_data
    from ..recipes.water import crops_of

    data = read_water_data(arguments.data)
    arguments.output.mkdir(parents=True, exist_ok=True)
    return data, cache(lambda: crops_of(data, arguments.crops, max(1, arguments.processes)).to(arguments.device))


def _add_students(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--student", nargs="+", default=["water"], choices=("water", "water-fine"), help="which ones (default: water)")


def _train_supervised(arguments: argparse.Namespace) -> int:
    from ..recipes.water import CHOICES, WaterRuns, export_student

    data, crops = _read(arguments)
    runs = WaterRuns(data, crops, arguments.output, say)
    for name in arguments.student:
        choice = CHOICES[name]
        if arguments.steps is not None:
            choice = replace(choice, candidate=choice.candidate.of_steps(positive_steps(arguments.steps)))
        for seed in arguments.seed:
            for card in export_student(runs.network(choice.candidate, seed), choice, data, seed, arguments.output / f"{name}-{seed}.onnx"):
                print(card)
    return 0


def _train_folds(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads, arguments.device)
    from ..recipes import water
    from ..recipes.water import CANDIDATES
    from ..runs import read_json, write_json

    unknown = [name for name in arguments.candidate if name not in CANDIDATES]
    if unknown:
        raise InputError(f"There is no candidate {', '.join(unknown)}.", f"Candidates are {', '.join(CANDIDATES)}.", "Choose among these.")
    runs = water.WaterRuns(*_read(arguments), arguments.output, say)
    found: dict[str, dict[int, Unseen]] = {}
    for name in arguments.candidate or CANDIDATES:
        for seed in arguments.seed:
            found.setdefault(name, {})[seed] = unseen = water.Unseen.of(runs.held_out(CANDIDATES[name], seed))
            write_json(arguments.output / f"{name}-{seed}.json", water.line(unseen, CANDIDATES[name], seed), indent=1)
    lines = [read_json(path) for name in CANDIDATES for path in sorted(arguments.output.glob(f"{name}-[0-9]*.json"))]
    print(water.table(lines))
    print(f"\n{water.taught_gains(found)}")
    return 0


def _train_places(arguments: argparse.Namespace) -> int:
    from ..recipes.water import WaterRuns

    runs = WaterRuns(*_read(arguments), arguments.folds, say)
    for name in arguments.student:
        for seed in arguments.seed:
            runs.export(name, seed, arguments.output)
    return 0


def _install(arguments: argparse.Namespace) -> int:
    from ..export.cards import install

    read_card(arguments.card).verify()
    print(install(arguments.card, MODELS_FOLDER, arguments.name, arguments.default))
    return 0
