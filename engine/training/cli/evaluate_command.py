"""The command ``tidemark evaluate``, a subcommand for each task. Nothing heavy is imported before one of them runs."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ...contract.card import Card, find_card
from ...contract.errors import InputError
from .options import say


def add_evaluate(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    evaluate = subparsers.add_parser("evaluate", help="measure a student beside the classical methods on labelled images")
    tasks = evaluate.add_subparsers(title="tasks", required=True, metavar="TASK")
    water = tasks.add_parser("water", help="on labelled chips")
    _add_common(water, "chips NAME_s1.tif with NAME_label.tif")
    water.add_argument(
        "--folds", type=Path, metavar="FOLDER", help="the output of train places: each place is mapped by networks that never saw it"
    )
    water.add_argument("--record", action="store_true", help="write the figures of the student that --model names into its card")
    water.set_defaults(run=_water)
    plains = tasks.add_parser("plains", help="dry plains called flood, and open sea seen, on OPERA's date series")
    _add_common(plains, "date series PLACE.tif")
    plains.add_argument(
        "--folds", type=Path, metavar="FOLDER", help="NAME/SEED of the output of train places: each place by a network that never saw it"
    )
    plains.set_defaults(run=_plains)
    flood = tasks.add_parser("flood", help="after minus before on porto_alegre, beside its weak masks")
    _add_common(flood, "s1_before.tif, s1_after.tif, weak_before.tif, weak_after.tif")
    flood.set_defaults(run=_flood)
    change = tasks.add_parser("change", help="on the classical two-date scenes, beside the log-ratio")
    _add_common(change, "a folder for each scene with before.png, after.png and mask.png; or porto_alegre")
    change.add_argument("--pictures", type=Path, metavar="FOLDER", help="draw each scene with all maps into this folder")
    change.set_defaults(run=_change)
    outlines = tasks.add_parser("outlines", help="of simulated changes, beside the log-ratio")
    outlines.add_argument("--pairs", type=int, default=100, metavar="N", help="how many are made (default: 100)")
    outlines.add_argument("--model", default="", metavar="NAME|CARD", help="an installed model, or the path of a card")
    outlines.set_defaults(run=_outlines)
    oil = tasks.add_parser("oil", help="on labelled images of the sea, and on seas without oil")
    _add_common(oil, "val/image and val/mask, same names in both")
    oil.add_argument("--seas", type=Path, metavar="FOLDER", help="rasters of real seas without oil (opera_rtc)")
    oil.add_argument("--record", action="store_true", help="write the figures into the card that --model names")
    oil.set_defaults(run=_oil)


def _add_common(parser: argparse.ArgumentParser, files: str) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help=files)
    parser.add_argument("--model", default="", metavar="NAME|CARD", help="an installed model, or the path of a card")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")


def _water(arguments: argparse.Namespace) -> int:
    from ..datasets.chips import read_labelled
    from ..evaluation import water

    card = find_card(arguments.model, "water")
    set_name, chips = read_labelled(arguments.data.resolve())
    whole = water.student(card, set_name, chips)
    students = water.left_out(arguments.folds, set_name, chips) if arguments.folds else whole
    if arguments.record:
        name, measured, command = water.recorded(card, next(iter(whole)), set_name, bool(arguments.folds))
        if name not in students:
            raise InputError(
                f"Nothing can be recorded for '{card.name}'.", f"Measured are {', '.join(students)}.", "Choose another --model."
            )
    rows = water.evaluate(chips, students | water.baselines(chips), say)
    if arguments.json:
        print(json.dumps({"data": set_name, "rows": water.as_records(rows)}, indent=1))
    else:
        print(water.table(rows))
        if arguments.folds:
            print(f"\n{water.gains(rows, arguments.folds, set_name)}")
    if arguments.record:
        from ..export.cards import record_figures

        record_figures(card.path, water.card_figures(rows, name, measured, command))
    return 0


def _plains(arguments: argparse.Namespace) -> int:
    from dataclasses import asdict

    from ..datasets.chips import read_opera
    from ..evaluation.plains import evaluate_plains, table
    from ..evaluation.water import fold_cards, unseen_card

    card = find_card(arguments.model, "water")
    cards = fold_cards(arguments.folds) if arguments.folds else []

    def card_of(place: str) -> Card:
        return unseen_card(cards, arguments.folds, "opera_rtc", place.split("/")[-1]) if cards else card

    rows = evaluate_plains(read_opera(arguments.data), card_of, say)
    print(json.dumps([asdict(row) for row in rows], indent=1) if arguments.json else table(rows))
    return 0


def _flood(arguments: argparse.Namespace) -> int:
    from ..evaluation.flood import evaluate_flood, table

    rows = evaluate_flood(arguments.data, arguments.model, say)
    print(json.dumps(rows, indent=1) if arguments.json else table(rows))
    return 0


def _change(arguments: argparse.Namespace) -> int:
    from ..evaluation.change import city_table, evaluate_change, evaluate_city, table

    if (arguments.data / "s1_after.tif").exists():
        rows, text = evaluate_city(arguments.data, arguments.model, arguments.pictures, say), city_table
    else:
        rows, text = evaluate_change(arguments.data, arguments.model, arguments.pictures, say), table
    print(json.dumps(rows, indent=1) if arguments.json else text(rows))
    return 0


def _outlines(arguments: argparse.Namespace) -> int:
    from ..evaluation.outlines import evaluate_outlines, table

    print(table(evaluate_outlines(arguments.pairs, arguments.model, say)))
    return 0


def _oil(arguments: argparse.Namespace) -> int:
    from ..evaluation.oil import evaluate_oil, table
    from ..export.cards import record_figures

    card = find_card(arguments.model, "oil")
    rows = evaluate_oil(card, arguments.data, arguments.seas, say)
    print(json.dumps(rows, indent=1) if arguments.json else table(rows))
    if arguments.record:
        seas = f" --seas {arguments.seas}" if arguments.seas else ""
        command = f"tidemark evaluate oil --data {arguments.data}{seas} --model {card.name}"
        record_figures(card.path, [{**row, "value": round(float(row["value"]), 4), "command": command} for row in rows])
    return 0
