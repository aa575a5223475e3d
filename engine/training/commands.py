"""The commands ``tidemark train`` and ``tidemark evaluate``. Nothing heavy is imported before one of them runs."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..card import MODELS_FOLDER, find_card, read_card
from ..errors import InputError, ModelError


def add_arguments(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register both commands."""
    train = subparsers.add_parser("train", help="train a student, or compare ways to train it")
    recipes = train.add_subparsers(title="recipes", required=True, metavar="RECIPE")
    supervised = recipes.add_parser("supervised", help="the water student by plain supervision, as it is shipped")
    _add_training(supervised)
    supervised.add_argument("--steps", type=int, metavar="N", help="fewer or more steps than were chosen")
    supervised.set_defaults(run=_train_supervised)
    folds = recipes.add_parser("folds", help="compare the candidates by folds on the training sets, and print the table")
    _add_training(folds)
    folds.add_argument(
        "--candidate", nargs="+", default=[], metavar="NAME", help="only these (default: all; results in the folder are kept)"
    )
    folds.set_defaults(run=_train_folds)

    install = recipes.add_parser("install", help="make a trained model its task's default one")
    install.add_argument("card", type=Path)
    install.add_argument("--name", required=True)
    install.set_defaults(run=_install)

    evaluate = subparsers.add_parser("evaluate", help="measure a student beside the classical methods on labelled chips")
    evaluate.add_argument("task", choices=("water",))
    evaluate.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="chips NAME_s1.tif with NAME_label.tif")
    evaluate.add_argument("--model", default="", metavar="NAME|CARD", help="an installed model, or the path of a card")
    evaluate.add_argument("--json", action="store_true", help="print the rows as JSON")
    evaluate.add_argument("--record", action="store_true", help="write the student's figures into its card")
    evaluate.set_defaults(run=_evaluate)


def _add_training(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="the folder that holds flood_db and porto_alegre")
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER", help="made where it is missing")
    parser.add_argument("--seed", type=int, nargs="+", default=[1], metavar="N")
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="CPU threads")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _use_torch(threads: int) -> None:
    try:
        import torch
    except ImportError as error:
        raise ModelError(
            "PyTorch is not installed here.", "Training needs it; mapping does not.", "Install it: pip install 'tidemark[train]'."
        ) from error
    torch.set_num_threads(max(1, threads))


def _train_supervised(arguments: argparse.Namespace) -> int:
    _use_torch(arguments.threads)
    from dataclasses import replace

    import torch

    from .candidates import CHOICE
    from .networks.student import Student
    from .ship import ship
    from .supervised import train
    from .water import read_water_data

    data = read_water_data(arguments.data)
    arguments.output.mkdir(parents=True, exist_ok=True)
    candidate = CHOICE.candidate
    if arguments.steps is not None:
        candidate = replace(candidate, settings=replace(candidate.settings, steps=_positive(arguments.steps)))
    for seed in arguments.seed:

        def report(step: int, loss: float, _student: Student, seed: int = seed) -> None:
            _say(f"seed {seed}: step {step}, loss {loss:.4f}")

        student = train(data.groups(candidate.mixture), replace(candidate.settings, seed=seed), report)
        torch.save(student.state_dict(), arguments.output / f"water-{seed}.pt")
        card = ship(student, replace(CHOICE, candidate=candidate), data, seed, arguments.output / f"water-{seed}.onnx")
        print(card)
    return 0


def _positive(steps: int) -> int:
    if steps < 1:
        raise InputError(f"{steps} steps were asked for.", "At least one is needed.", "Correct --steps.")
    return steps


def _train_folds(arguments: argparse.Namespace) -> int:
    _use_torch(arguments.threads)
    from . import folds
    from .candidates import CANDIDATES
    from .water import read_water_data

    unknown = [name for name in arguments.candidate if name not in CANDIDATES]
    if unknown:
        raise InputError(f"There is no candidate {', '.join(unknown)}.", f"Candidates are {', '.join(CANDIDATES)}.", "Choose among these.")
    chosen = [CANDIDATES[name] for name in arguments.candidate or CANDIDATES]
    arguments.output.mkdir(parents=True, exist_ok=True)
    data = read_water_data(arguments.data)
    for candidate in chosen:
        for seed in arguments.seed:
            path = arguments.output / f"{candidate.name}-{seed}.json"
            if not path.exists():
                held = folds.run_candidate(data, candidate, seed, _say)
                path.write_text(json.dumps(folds.lines(held, candidate, seed), indent=1) + "\n", encoding="utf-8")
    found = [line for path in sorted(arguments.output.glob("*.json")) for line in json.loads(path.read_text(encoding="utf-8"))]
    print(folds.table(found))
    return 0


def _install(arguments: argparse.Namespace) -> int:
    from .cards import install

    read_card(arguments.card).verify()
    print(install(arguments.card, MODELS_FOLDER, arguments.name))
    return 0


def _evaluate(arguments: argparse.Namespace) -> int:
    from . import evaluate
    from .data import read_flood_db

    card = find_card(arguments.model, arguments.task)
    rows = evaluate.evaluate(read_flood_db(arguments.data), arguments.model, _say)
    if arguments.json:
        print(json.dumps({"model": card.name, "data": arguments.data.name, "rows": evaluate.as_records(rows)}, indent=1))
    else:
        print(evaluate.table(rows))
    if arguments.record:
        from .cards import record_figures

        record_figures(card.path, evaluate.student_figures(rows, arguments.data))
    return 0
