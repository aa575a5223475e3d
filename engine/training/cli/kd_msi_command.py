"""The command ``tidemark train kd-msi``: image-level labels, both stages for each seed, and the tables."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .options import add_device, add_folders, add_seeds, add_threads, positive_steps, say, use_torch

if TYPE_CHECKING:
    from ..datasets.change_data import Pair, Tile
    from ..recipes.kd_msi import KdMsiSettings


def add_kd_msi(recipes: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the recipe."""
    parser = recipes.add_parser("kd-msi", help="change between two dates from image-level labels")
    add_folders(parser, "the folder that holds ombria and emsr763", "made where it is missing; what is in it is kept")
    parser.add_argument("--labels", type=Path, metavar="CSV", help="image-level labels (default: made from the masks, in --output)")
    add_seeds(parser)
    parser.add_argument(
        "--fold",
        type=int,
        nargs="+",
        choices=range(6),
        metavar="0-5",
        help="hold a fold of events out (5: EMSR763) and measure on them, each in a folder of its own; several are told together",
    )
    parser.add_argument("--steps", type=int, metavar="N", help="of teacher and student")
    parser.add_argument(
        "--teacher-weights",
        default="",
        metavar="PTH",
        help="ImageNet weights of EfficientNet-Lite0 for the teacher (default: none)",
    )
    add_device(parser)
    add_threads(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads, arguments.device)
    from ..datasets.change_data import read_labels
    from ..recipes.kd_msi import KdMsiSettings, read_training
    from ..recipes.kd_msi_tables import merged, read_scores, report

    data, output = arguments.data, arguments.output
    output.mkdir(parents=True, exist_ok=True)
    settings = KdMsiSettings(device=arguments.device)
    first = replace(settings.stage1, weights=arguments.teacher_weights)
    if arguments.steps is not None:
        first = replace(first, steps=positive_steps(arguments.steps))
    settings = replace(settings, stage1=first)

    @cache
    def training() -> tuple[list[Pair], dict[str, list[Tile]]]:
        labels = read_labels(arguments.labels or _labels(data, output / "labels.csv"))
        return read_training(data, labels, settings)

    if arguments.fold is None:
        _run_split(arguments, settings, training, None, output)
        print(report(read_scores(output)))
        return 0
    folders = {fold: output / f"fold-{fold}" for fold in arguments.fold}
    for fold, folder in folders.items():
        _run_split(arguments, settings, training, fold, folder)
    print(report(merged([read_scores(folder) for folder in folders.values()]), _events(data, arguments.fold)))
    return 0


def _events(data: Path, folds: Sequence[int]) -> dict[str, int] | None:
    """Return the event of every image of some folds; None where all are of one."""
    from ..datasets.change_data import scene_blocks
    from ..recipes.kd_msi import FOLDS, held_out

    blocks = scene_blocks(data / "ombria")
    if len(FOLDS) not in folds:
        return blocks
    return blocks | dict.fromkeys(held_out(data, len(FOLDS)).names, max(blocks.values()) + 1) if len(folds) > 1 else None


def _run_split(
    arguments: argparse.Namespace,
    settings: KdMsiSettings,
    training: Callable[[], tuple[list[Pair], dict[str, list[Tile]]]],
    fold: int | None,
    output: Path,
) -> None:
    """Train the seeds in a folder without the events of a fold and measure them there; or with all events, measured on ``val``."""
    from ..datasets.change_data import OMBRIA, scene_blocks
    from ..recipes.kd_msi import held_out, learned_from, measured, outlines_of_seed, run_seed
    from ..recipes.kd_msi_tables import export_student, is_measured, measure, read_scores

    blocks = scene_blocks(arguments.data / "ombria")
    held = None if fold is None else held_out(arguments.data, fold)
    on = held or measured(arguments.data / "ombria" / "val", OMBRIA)
    measure(on, None, 0, output / "scores-baselines.json", say)
    for seed in arguments.seed:
        scores = output / f"scores-{seed}.json"
        if held is not None and is_measured(scores, on.names):
            continue  # there is nothing to export, so the networks are not needed
        pairs, labels = training()
        outlines = outlines_of_seed(settings, seed, arguments.output / "outlines", say)
        networks = run_seed(learned_from(blocks, pairs, held), labels, settings, outlines, seed, output / f"seed-{seed}", say)
        measure(on, networks, seed, scores, say)
        if held is None:
            export_student(networks.segmenter.cpu(), settings, seed, read_scores(output), output / f"change-{seed}.onnx")


def _labels(data: Path, path: Path) -> Path:
    """Write the image-level labels of the training sets, if they are not there: the only step that opens training masks."""
    from ..datasets.change_data import EMSR763, OMBRIA, write_labels
    from ..datasets.change_masks import label_tiles

    if not path.exists():
        sets = [(data / "ombria" / "train", OMBRIA), *((data / "emsr763", layout) for layout in EMSR763)]
        write_labels(path, [label for folder, layout in sets for label in label_tiles(folder, layout)])
    return path
