"""The command ``tidemark train kd-msi``: image-level labels, both stages for each seed, and the tables."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from .options import add_folders, add_seeds, add_threads, positive_steps, say, use_torch


def add_kd_msi(recipes: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the recipe."""
    parser = recipes.add_parser("kd-msi", help="change between two dates from image-level labels")
    add_folders(parser, "the folder that holds ombria and emsr763", "made where it is missing; what is in it is kept")
    parser.add_argument("--labels", type=Path, metavar="CSV", help="image-level labels (default: made from the masks, in --output)")
    add_seeds(parser)
    parser.add_argument("--choose", action="store_true", help="measure on held-out scene blocks of train, to choose settings by")
    parser.add_argument("--steps", type=int, metavar="N", help="of teacher and student")
    add_threads(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads)
    from ..datasets.change_data import images, read_labels
    from ..evaluation.change_scores import log_ratios
    from ..recipes.kd_msi import KdMsiSettings, held_out, run_seed, training_pairs, without
    from ..recipes.kd_msi_tables import arms, export_student, measure, read_scores, report

    data, output = arguments.data, arguments.output
    output.mkdir(parents=True, exist_ok=True)
    labels = read_labels(arguments.labels or _labels(data, output / "labels.csv"))
    settings = KdMsiSettings()
    if arguments.steps is not None:
        settings = replace(settings, stage1=replace(settings.stage1, steps=positive_steps(arguments.steps)))
    if arguments.choose:
        held = held_out(data)
        folder, names, labels = data / "ombria" / "train", set(sorted(held)[::3]), without(labels, held)
    else:
        folder = data / "ombria" / "val"
        names = set(images(folder / "mask"))
    measure(folder, names, log_ratios, 0, output / "scores-baselines.json", say)
    pairs = training_pairs(data)
    for seed in arguments.seed:
        networks = run_seed(pairs, labels, settings, seed, output / f"seed-{seed}", say)
        measure(folder, names, arms(networks), seed, output / f"scores-{seed}.json", say)
        if not arguments.choose:
            export_student(networks.small, settings, seed, read_scores(output), output / f"change-{seed}.onnx")
    print(report(read_scores(output)))
    return 0


def _labels(data: Path, path: Path) -> Path:
    """Write the image-level labels of the training sets, if they are not there: the only step that opens training masks."""
    from ..datasets.change_data import EMSR763, OMBRIA, write_labels
    from ..datasets.change_masks import label_tiles

    if not path.exists():
        sets = [(data / "ombria" / "train", OMBRIA), *((data / "emsr763", layout) for layout in EMSR763)]
        write_labels(path, [label for folder, layout in sets for label in label_tiles(folder, layout)])
    return path
