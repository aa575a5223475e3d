"""The command ``tidemark train kd-msi``: image-level labels, both stages for each seed, and the tables."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from .options import add_device, add_folders, add_seeds, add_threads, positive_steps, say, use_torch


def add_kd_msi(recipes: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the recipe."""
    parser = recipes.add_parser("kd-msi", help="change between two dates from image-level labels")
    add_folders(parser, "the folder that holds ombria and emsr763", "made where it is missing; what is in it is kept")
    parser.add_argument("--labels", type=Path, metavar="CSV", help="image-level labels (default: made from the masks, in --output)")
    add_seeds(parser)
    parser.add_argument(
        "--fold", type=int, choices=range(5), metavar="0-4", help="hold events of train out and measure on them, to choose by"
    )
    parser.add_argument("--steps", type=int, metavar="N", help="of teacher and student")
    add_device(parser)
    add_threads(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads, arguments.device)
    from ..datasets.change_data import images, read_labels, scene_blocks
    from ..evaluation.change_scores import log_ratios
    from ..recipes.kd_msi import KdMsiSettings, fold, learned_from, read_training, run_seed
    from ..recipes.kd_msi_tables import arms, export_student, measure, read_scores, report

    data, output = arguments.data, arguments.output
    output.mkdir(parents=True, exist_ok=True)
    settings = KdMsiSettings(device=arguments.device)
    if arguments.steps is not None:
        settings = replace(settings, stage1=replace(settings.stage1, steps=positive_steps(arguments.steps)))
    blocks = scene_blocks(data / "ombria")
    split = "val" if arguments.fold is None else "train"
    folder = data / "ombria" / split
    names = set(images(folder / "mask"))
    held = set() if arguments.fold is None else fold(blocks, arguments.fold, sorted(names))
    names = held or names
    measure(folder, names, log_ratios, 0, output / "scores-baselines.json", say)
    labels = read_labels(arguments.labels or _labels(data, output / "labels.csv"))
    pairs, labels = read_training(data, labels, settings)
    pairs = learned_from(blocks, pairs, held)
    for seed in arguments.seed:
        networks = run_seed(pairs, labels, settings, seed, output / f"seed-{seed}", say)
        measure(folder, names, arms(networks), seed, output / f"scores-{seed}.json", say)
        if arguments.fold is None:
            export_student(networks.segmenter, settings, seed, read_scores(output), output / f"change-{seed}.onnx")
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
