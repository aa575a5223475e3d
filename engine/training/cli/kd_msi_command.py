"""The command ``tidemark train kd-msi``: image-level labels, both stages for each seed, and the tables."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...contract.errors import InputError
from .console import say, use_torch


def add_kd_msi(recipes: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the recipe."""
    parser = recipes.add_parser("kd-msi", help="change between two dates from image-level labels")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="the folder that holds ombria and emsr763")
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER", help="made where it is missing; what is in it is kept")
    parser.add_argument("--labels", type=Path, metavar="CSV", help="image-level labels (default: made from the masks, in --output)")
    parser.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3], metavar="N")
    parser.add_argument("--choose", action="store_true", help="measure on held-out scene blocks of train, to choose settings by")
    parser.add_argument("--steps", type=int, metavar="N", help="of teacher and student")
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="CPU threads")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads)
    from dataclasses import replace

    from ..datasets.change_data import images, read_labels
    from ..evaluation.change_scores import log_ratios
    from ..recipes.kd_msi_run import Settings, held_out, run_seed, training_pairs, without
    from ..recipes.kd_msi_ship import ship
    from ..recipes.kd_msi_table import arms, measure, read_scores, report

    data, output = arguments.data, arguments.output
    output.mkdir(parents=True, exist_ok=True)
    labels = read_labels(arguments.labels or _labels(data, output / "labels.csv"))
    settings = Settings()
    if arguments.steps is not None:
        settings = replace(settings, recipe=replace(settings.recipe, steps=_positive(arguments.steps)))
    if arguments.choose:
        held = held_out(data)
        folder, names, labels = data / "ombria" / "train", set(sorted(held)[::3]), without(labels, held)
    else:
        folder = data / "ombria" / "val"
        names = set(images(folder / "mask"))
    measure(folder, names, log_ratios, 0, output / "scores-rivals.json", say)
    pairs = training_pairs(data)
    for seed in arguments.seed:
        networks = run_seed(pairs, labels, settings, seed, output / f"seed-{seed}", say)
        measure(folder, names, arms(networks), seed, output / f"scores-{seed}.json", say)
        if not arguments.choose:
            ship(networks.small, settings, seed, read_scores(output), output / f"change-{seed}.onnx")
    print(report(read_scores(output)))
    return 0


def _positive(steps: int) -> int:
    if steps < 1:
        raise InputError(f"{steps} steps were asked for.", "At least one is needed.", "Correct --steps.")
    return steps


def _labels(data: Path, path: Path) -> Path:
    """Write the image-level labels of the training sets, if they are not there: the only step that opens training masks."""
    from ..datasets.change_data import EMSR763, OMBRIA, write_labels
    from ..datasets.change_masks import label_tiles

    if not path.exists():
        sets = [(data / "ombria" / "train", OMBRIA), *((data / "emsr763", layout) for layout in EMSR763)]
        write_labels(path, [label for folder, layout in sets for label in label_tiles(folder, layout)])
    return path
