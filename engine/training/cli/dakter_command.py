"""The command ``tidemark train dakter``: its stages one after another, each going on from what lies in the output folder."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...contract.errors import InputError
from .options import add_device, add_folders, add_seeds, say, use_torch

if TYPE_CHECKING:
    from ..recipes.dakter import GeneratorSettings, OilStudentSettings
    from ..recipes.dakter_run import DakterRun

STAGES = ("balance", "generator", "pairs", "students", "checks", "table", "export")
VARIANTS = ("balanced", "unbalanced", "balanced-mse", "unbalanced-mse", "from-mask")
ARM_NAMES = ("real", "hard-1x", "soft-1x", "hard-2x", "soft-2x", "hard-4x", "soft-4x")


def add_dakter(recipes: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the recipe."""
    parser = recipes.add_parser(
        "dakter", help="a diffusion draws oil spills with soft labels, from which a student learns besides real ones"
    )
    add_folders(parser, "holds train/image, train/mask, val/image and val/mask, same names in both")
    parser.add_argument("--seas", type=Path, metavar="FOLDER", help="rasters of real seas without oil, to learn from as well (opera_rtc)")
    parser.add_argument("--stage", nargs="+", choices=STAGES, default=STAGES[:-1], help="only these (default: all but export)")
    parser.add_argument("--share", type=_share, nargs="+", default=[0.1, 0.25, 1.0], metavar="S", help="of the real images, 0 to 1")
    parser.add_argument(
        "--variant",
        nargs="+",
        choices=VARIANTS,
        default=["balanced"],
        help="generators: b computed or 1, cross-entropy or squared error on labels, or images drawn from given masks",
    )
    parser.add_argument("--arm", nargs="+", choices=ARM_NAMES, default=ARM_NAMES, help="what students learn from (default: all)")
    parser.add_argument(
        "--segmenter", nargs="+", choices=("student", "unet"), default=["student", "unet"], help="which networks (default: both)"
    )
    add_seeds(parser, words="of the students")
    parser.add_argument("--steps", type=_positive, metavar="N", help="of the generator in all; a run that was broken off goes on")
    parser.add_argument("--student-steps", type=_positive, metavar="N", help="the same in every arm")
    parser.add_argument(
        "--student-width", type=int, choices=(16, 32), metavar="16|32", help="channels of the exportable student's first level"
    )
    add_device(parser)
    parser.add_argument("--threads", type=_positive, default=1, metavar="N", help="CPU threads")
    parser.set_defaults(run=_run)


def _share(text: str) -> float:
    share = float(text)
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError("a share lies above 0 and is 1 at most")
    return share


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _run(arguments: argparse.Namespace) -> int:
    use_torch(arguments.threads, arguments.device, diffusion=True)
    from ..recipes.dakter_run import DakterRun
    from ..recipes.dakter_tables import report

    for share in arguments.share:
        run = DakterRun(arguments.data, share, arguments.output, arguments.seas, arguments.device)
        for stage in STAGES:
            if stage in arguments.stage and stage != "table":
                _STAGES[stage](run, arguments)
    if "table" in arguments.stage:
        print(report(arguments.output, arguments.data))
    return 0


def _balance(run: DakterRun, _arguments: argparse.Namespace) -> None:
    from ..recipes.dakter_run import balances

    print("share {:g}: b {:.3f} on tiles, {:.3f} on 8-bit images as they are".format(run.share, *balances(run)))


def _train_generators(run: DakterRun, arguments: argparse.Namespace) -> None:
    from ..recipes.dakter import Variant
    from ..recipes.dakter_run import train_generator

    for variant in map(Variant, arguments.variant):
        train_generator(run, variant, _generator_settings(arguments), say)


def _draw(run: DakterRun, arguments: argparse.Namespace) -> None:
    from ..recipes.dakter import ARMS, Variant
    from ..recipes.dakter_run import draw

    times = max(ARMS[name].times for name in arguments.arm)
    for variant in map(Variant, arguments.variant):
        draw(run, variant, _generator_settings(arguments), times, say)


def _teach(run: DakterRun, arguments: argparse.Namespace) -> None:
    from ..recipes.dakter import ARMS, Segmenter, Variant
    from ..recipes.dakter_run import OilStudent, run_student

    settings = _student_settings(arguments)
    for seed in arguments.seed:
        for segmenter in map(Segmenter, arguments.segmenter):
            for variant in map(Variant, arguments.variant):
                for name in arguments.arm:
                    run_student(run, OilStudent(segmenter, ARMS[name], variant, seed), settings, say)


def _check(run: DakterRun, arguments: argparse.Namespace) -> None:
    from ..recipes.dakter import ARMS, Segmenter, Variant
    from ..recipes.dakter_checks import check, draw_maps
    from ..recipes.dakter_run import OilStudent

    settings = _student_settings(arguments)
    for variant in map(Variant, arguments.variant):
        print(check(run, variant, settings, arguments.seed))
    for segmenter in map(Segmenter, arguments.segmenter):
        for name in arguments.arm:
            student = OilStudent(segmenter, ARMS[name], Variant(arguments.variant[0]), arguments.seed[0])
            say(f"{draw_maps(run, student, settings)}")


def _export(run: DakterRun, arguments: argparse.Namespace) -> None:
    from ..recipes.dakter import ARMS, Segmenter, Variant
    from ..recipes.dakter_run import OilStudent
    from ..recipes.dakter_tables import export_student

    if len(arguments.arm) != 1 or len(arguments.variant) != 1:
        raise InputError("A student of several arms cannot be exported.", "It is one of one arm and generator.", "Name one --arm.")
    for seed in arguments.seed:
        student = OilStudent(Segmenter.STUDENT, ARMS[arguments.arm[0]], Variant(arguments.variant[0]), seed)
        print(export_student(run, student, _student_settings(arguments)))


_STAGES = {"balance": _balance, "generator": _train_generators, "pairs": _draw, "students": _teach, "checks": _check, "export": _export}


def _generator_settings(arguments: argparse.Namespace) -> GeneratorSettings:
    from ..recipes.dakter import GeneratorSettings

    settings = GeneratorSettings()
    return settings if arguments.steps is None else replace(settings, steps=arguments.steps)


def _student_settings(arguments: argparse.Namespace) -> OilStudentSettings:
    from ..recipes.dakter import OilStudentSettings

    settings = OilStudentSettings()
    if arguments.student_width is not None:
        settings = replace(settings, shape=replace(settings.shape, width=arguments.student_width))
    return settings if arguments.student_steps is None else replace(settings, steps=arguments.student_steps)
