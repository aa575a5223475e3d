"""The command ``tidemark train cross-modal``: every arm on one data set, and the table that compares them."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...contract.errors import InputError
from .options import add_device, add_folders, add_seeds, add_threads, fitting_crop, positive_steps, say, use_torch

if TYPE_CHECKING:
    from ..datasets.places_and_layers import CrossModalSet
    from ..recipes.cross_modal import DistillationSettings

DATASETS = ("ombria", "dfc2024", "sen1floods11", "ground")
CROPS = {"ground": 112}
"""Side of the crops, where the images are smaller than those of the recipe."""


def add_cross_modal(recipes: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the recipe."""
    parser = recipes.add_parser("cross-modal", help="a teacher that sees more than radar teaches a student that sees radar alone")
    parser.add_argument("dataset", choices=DATASETS, help="the set, and what its teacher sees")
    add_folders(parser, "the set's folder; for dfc2024 the one that holds flood_db, porto_alegre and sen1floods11_sample")
    add_seeds(parser)
    parser.add_argument("--share", type=float, nargs="+", metavar="S", help="shares of the labels that are looked at, 0 to 1")
    parser.add_argument("--arm", nargs="+", metavar="ARM", help="only these (default: all of the data set), such as 'teacher'")
    parser.add_argument("--choose", action="store_true", help="measure on a held-out part of the training set, to choose settings by")
    parser.add_argument("--steps", type=int, metavar="N", help="of the optimiser, for teachers and students")
    parser.add_argument("--crop", type=int, metavar="PIXELS", help="side of the crops")
    parser.add_argument("--edge", type=float, metavar="A", help="extra weight of the shore in the supervised loss; 0: none")
    parser.add_argument("--distillation", type=float, metavar="L", help="weight of the distillation loss")
    add_device(parser)
    add_threads(parser)
    parser.set_defaults(run=_run)
    clouds = recipes.add_parser("clouds", help="draw the cloud rule on an 8-bit true-colour image, to look at it")
    clouds.add_argument("image", type=Path, help="the image to look at")
    clouds.add_argument("picture", type=Path, help="a PNG that is written")
    clouds.set_defaults(run=_clouds)


def _clouds(arguments: argparse.Namespace) -> int:
    from ..datasets.images import read_bands, with_clouds_marked, write_picture

    image = read_bands(arguments.image)
    if image.dtype != "uint8" or len(image) < 3:
        raise InputError(
            f"{arguments.image} has {len(image)} bands of {image.dtype}.",
            "The rule is drawn on 3 bands of 8 bits.",
            "Choose another image.",
        )
    write_picture(arguments.picture, with_clouds_marked(image[:3]))
    return 0


def _run(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads, arguments.device)
    from ..datasets.places_and_layers import CrossModalArm, read_once
    from ..evaluation.comparison import compare, table
    from ..recipes.cross_modal import CHOSEN, HALF, Comparison, read_counts, run_all

    dataset = read_once(_dataset(arguments))
    shares = arguments.share or list(dataset.shares)
    if not all(0 < share <= 1 for share in shares):
        raise InputError(
            f"The shares are {', '.join(f'{share:g}' for share in shares)}.", "They lie above 0 and up to 1.", "Correct --share."
        )
    known = {arm.value: arm for arm in dataset.arms}
    unknown = [name for name in arguments.arm or () if name not in known]
    if unknown:
        raise InputError(f"{dataset.name} has no arm '{unknown[0]}'.", f"Its arms are {'; '.join(known)}.", "Correct --arm.")
    chosen = [arm for name, arm in known.items() if not arguments.arm or name in arguments.arm]
    run_all(dataset, _settings(arguments), Comparison(shares, arguments.seed, chosen), arguments.output, say)
    for rule in (CHOSEN, HALF):
        print(f"Threshold {rule}:\n\n{table(compare(read_counts(arguments.output, rule), CrossModalArm.HAND.value))}\n")
    return 0


def _dataset(arguments: argparse.Namespace) -> CrossModalSet:
    from ..datasets.dfc2024 import Dfc2024
    from ..datasets.ground import Ground
    from ..datasets.ombria import Ombria
    from ..datasets.sen1floods11 import Sen1Floods11

    if arguments.dataset == "ombria":
        return Ombria(arguments.data, arguments.choose)
    if arguments.dataset == "sen1floods11":
        return Sen1Floods11(arguments.data, arguments.choose)
    return Ground(arguments.data) if arguments.dataset == "ground" else Dfc2024(arguments.data)


def _settings(arguments: argparse.Namespace) -> DistillationSettings:
    from ..recipes.cross_modal import DistillationSettings

    given: dict[str, Any] = {"crop": CROPS[arguments.dataset]} if arguments.dataset in CROPS else {}
    given |= {name: getattr(arguments, name) for name in ("edge", "distillation", "crop") if getattr(arguments, name) is not None}
    if arguments.steps is not None:
        given |= {"steps": arguments.steps, "teacher_steps": arguments.steps}
    settings = replace(DistillationSettings(device=arguments.device), **given)
    positive_steps(settings.steps)
    fitting_crop(settings.crop, settings.student.stride, settings.teacher.stride)
    return settings
