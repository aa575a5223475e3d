"""The water student: the ways to train it that were compared by folds, the ones that were chosen, and what is written of them.

Each candidate is trained once for each fold of everything it learns from, and its held-out figures stand in one table
(docs/recipes/water.md). The chosen ones are also trained without one hand-labelled place at a time, to measure them where they have never
been: nothing of the place is known, neither to the network nor to how its probabilities are used, which is chosen on the six other
places by the folds' networks that never saw the place either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..datasets.chips import UNKNOWN, Chip
from ..datasets.water import FOLDS, PAIRS, PLACES, Mixture, WaterData
from ..evaluation.water import SMALLER
from ..export.cards import Training, write_card
from ..export.models import WATER
from ..export.onnx_file import Detector, export
from ..export.quantise import quantise
from ..networks.student import Shape, Student, count_parameters
from ..runs import Log
from ..sampling.augment import Augmentation
from ..tables import markdown
from .choosing import (
    SCALE_SETS,
    SCENE,
    Calibration,
    HeldOut,
    Predictions,
    Use,
    choose,
    figures_of_places,
    figures_of_rule,
    figures_of_scene,
    load_seen,
    lowest_threshold,
    predict_all,
    save_seen,
)
from .supervised import SupervisedSettings, train

COLUMNS = ("pooled", "mean", "scene", "bare", "bias", "ece", "dfc", "calm", "lakes", "dry", "land")
"""Of the table: what `figures_of_places`, `figures_of_scene` and `figures_of_rule` return."""
FOLDS_SEED = 1
"""Of the folds by which the use of every seed's networks is chosen."""


@dataclass(frozen=True)
class Candidate:
    """A way to train the student: one row of the table."""

    name: str
    settings: SupervisedSettings = field(default_factory=SupervisedSettings)
    mixture: Mixture = field(default_factory=Mixture)


@dataclass(frozen=True)
class Choice:
    """A shipped student: a candidate, and how its probabilities are used."""

    candidate: Candidate
    use: Use


_SETTINGS = SupervisedSettings(bfloat16=True)
_STEADY = Augmentation(gain_db=0.3, floor=0.1, ramp=0.1)


def _candidate(name: str, levels: int, steps: int, stem: int = 4, augmentation: Augmentation | None = None) -> Candidate:
    shape = Shape(stem=stem, width=32, levels=levels)
    # Four times the pixels on the first level of stem 2: smaller crops keep the time of a step.
    crop = 192 if stem == 4 else 128
    settings = replace(_SETTINGS, shape=shape, steps=steps, crop=crop, augmentation=augmentation or Augmentation())
    return Candidate(name, settings)


CANDIDATES = {
    candidate.name: candidate
    for candidate in (
        _candidate("x4-2-steady", levels=2, steps=600, augmentation=_STEADY),
        _candidate("x4-0-steady", levels=0, steps=300, augmentation=_STEADY),
        _candidate("x4-0-short", levels=0, steps=300),
        _candidate("x4-1-short", levels=1, steps=300),
        _candidate("x4-0", levels=0, steps=600),
        _candidate("x4-2", levels=2, steps=600),
        _candidate("x2-0-steady", levels=0, steps=300, stem=2, augmentation=_STEADY),
        _candidate("x2-0", levels=0, steps=600, stem=2),
    )
}
"""By name: the stem, the levels below its grid; ``short``: half as many steps; ``steady``: the level of crops hardly varied."""

CHOICES = {
    "water": Choice(CANDIDATES["x4-2-steady"], Use((1.0,), Calibration(1.227, 0.514), 0.41)),
    "water-fine": Choice(CANDIDATES["x2-0"], Use((1.0,), Calibration(1.132, 0.466), 0.45)),
}
"""By the name under which a student is shipped."""


def run_candidate(data: WaterData, candidate: Candidate, seed: int, folder: Path, log: Log) -> HeldOut:
    """Train once for each fold of dfc2024, for each pair of places of hand and without porto_alegre, and predict what each holds out.

    Args:
        data: all sets.
        candidate: how to train.
        seed: of the training.
        folder: keeps the predictions of each fold; what lies there already is not trained again.
        log: told what is done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    settings = replace(candidate.settings, seed=seed)
    seen: Predictions = {}
    chips: dict[str, Chip] = {}
    for name, without_chips, without_places in folds():
        held = _held_out(data, name, without_chips, without_places)
        path = folder / f"{name}.npz"
        if not path.exists():
            mixture = replace(candidate.mixture, porto_alegre=0.0) if name == SCENE else candidate.mixture
            save_seen(path, predict_all(train(data.groups(mixture, without_chips, without_places), settings), held))
            log(f"{candidate.name} seed {seed}: {name}")
        seen |= load_seen(path)
        chips |= held
    return HeldOut(chips, seen)


def folds() -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return each fold's name, the chips of dfc2024 and the places of hand that it holds out."""
    pairs = [(f"pair-{number}", (), pair) for number, pair in enumerate(PAIRS)]
    return [*pairs, *((f"fold-{number}", fold, ()) for number, fold in enumerate(FOLDS)), (SCENE, (), ())]


def _held_out(data: WaterData, fold: str, chips: Sequence[str], places: Sequence[str]) -> dict[str, Chip]:
    if fold == SCENE:
        return {chip.name: chip for chip in data.porto_alegre}
    number = fold.split("-")[1]
    held = {f"dfc2024/{name}": data.dfc2024[name] for name in chips} | {f"hand/{place}/{number}": data.hand[place] for place in places}
    if chips:
        held |= {f"{chip.name}/{number}": chip for chip in data.simulated_test}
    return held


def lines(held: HeldOut, candidate: Candidate, seed: int) -> list[dict[str, Any]]:
    """Return one line of the table for each set of scales, at the threshold chosen for it."""
    found = []
    for scales in SCALE_SETS:
        use = choose(held, scales)
        found.append(
            {
                "candidate": candidate.name,
                "seed": seed,
                "scales": list(scales),
                "temperature": use.calibration.temperature,
                "shift": use.calibration.bias,
                "threshold": use.threshold,
                "least": lowest_threshold(held, use),
            }
            | figures_of_places(held, use)
            | figures_of_scene(held, use)
            | figures_of_rule(held, use)
        )
    return found


def final_choice(held: HeldOut, left_out: HeldOut, scales: Sequence[float]) -> str:
    """Return in words how a network that learned from everything is to be used.

    Args:
        held: what the folds held out, by which the acceptance rule is checked.
        left_out: what networks that learned from all places but one said of that one: the nearest to a network that learned from all.
        scales: of multiscale inference.
    """
    use = choose(left_out, scales)
    rule = {name: round(value, 4) for name, value in figures_of_rule(held, use).items()}
    return f"{use.calibration}, threshold {use.threshold:g}, at least {lowest_threshold(held, use):g}; folds of dfc2024: {rule}"


def ranking(line: Mapping[str, Any]) -> float:
    """Return what a candidate is chosen by: the sum of pooled and mean IoU of hand's places, and of the IoU of porto_alegre.

    The places hold water, most of them much; porto_alegre is a whole scene and dry in the main, as what users map is.
    """
    return float(line["pooled"] + line["mean"] + line["scene"])


def table(found: Sequence[Mapping[str, Any]]) -> str:
    """Return lines as a Markdown table, the best `ranking` first."""
    head = ("candidate", "seed", "scales", "temperature", "shift", "threshold", "least", *COLUMNS)
    rows = []
    for line in sorted(found, key=ranking, reverse=True):
        scales = " ".join(f"{scale:g}" for scale in line["scales"])
        use = [f"{line[name]:g}" for name in ("temperature", "shift", "threshold", "least")]
        numbers = [f"{line[name]:.4f}" if name in ("bare", "calm", "lakes", "dry", "land") else f"{line[name]:.3f}" for name in COLUMNS]
        rows.append([line["candidate"], str(line["seed"]), scales, *use, *numbers])
    return markdown(head, rows)


def train_places(data: WaterData, name: str, held: HeldOut, seeds: Sequence[int], output: Path, log: Log) -> HeldOut:
    """Train a shipped student's recipe once for each place and seed, without the place, and export it.

    Args:
        data: all sets.
        name: one of `CHOICES`.
        held: what the folds of its candidate held out.
        seeds: of the training.
        output: gets ``NAME/SEED/PLACE.onnx`` with its card, the 8-bit copy of both, and what the network says of the place; what lies
            there already is not trained again.
        log: told what is done.

    Returns:
        what the networks say of the places they never saw: by it the use of a network that learns from all of them is chosen.
    """
    chosen = CHOICES[name]
    chips: dict[str, Chip] = {}
    seen: Predictions = {}
    for seed in seeds:
        for place in PLACES:
            path = output / name / str(seed) / f"{place}.onnx"
            said = path.with_suffix(".npz")
            held_out = {f"hand/{place}/{seed}": data.hand[place]}
            if not said.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                use = choose(held, chosen.use.scales, unseen=place)
                student = train(
                    data.groups(chosen.candidate.mixture, without_places=(place,)), replace(chosen.candidate.settings, seed=seed)
                )
                export_student(student, Choice(chosen.candidate, use), data, seed, path, without=place)
                save_seen(said, predict_all(student, held_out))
                log(f"{name} seed {seed} without {place}: threshold {use.threshold:g}, {use.calibration}")
            chips |= held_out
            seen |= load_seen(said)
    return HeldOut(chips, seen)


def export_student(student: Student, choice: Choice, data: WaterData, seed: int, path: Path, without: str = "") -> list[Path]:
    """Write a student as ONNX, its 8-bit copy and a card beside each.

    Args:
        student: trained.
        choice: how it was trained, and how it is used.
        data: what it was trained on.
        seed: of the training.
        path: ``NAME.onnx``; the copy is ``NAME-int8.onnx``.
        without: the place of hand that it has not seen, if any; the cards say so.

    Returns:
        both cards.

    Raises:
        RuntimeError: the exported network differs from the trained one.
    """
    use = choice.use
    export(Detector(student, use.calibration.temperature, use.calibration.bias), path)
    chips = [chip for place, chip in data.hand.items() if place != without] + list(data.dfc2024.values())
    smaller = path.with_name(f"{path.stem}{SMALLER}.onnx")
    quantise(path, smaller, chips)
    title = WATER.title if student.shape.stem == 4 else f"{WATER.title}, finer"
    hand, *others = WATER.data
    model = replace(WATER, title=title, data=({**hand, "without": without}, *others) if without else WATER.data)
    training = Training(
        recipe="plain supervision (engine/training/recipes/supervised.py)",
        settings=_told_settings(choice.candidate),
        seed=seed,
        stride=student.stride,
        parameters=count_parameters(student),
        threshold=use.threshold,
        scales=use.scales,
        temperature=use.calibration.temperature,
        shift=use.calibration.bias,
        input_median_db=median_range([*chips, *data.porto_alegre], ("VV", "VH")),
    )
    quick = replace(training, weights="8 bits, static, calibrated on training chips")
    return [write_card(path, model, training), write_card(smaller, replace(model, title=f"{title}, 8 bits"), quick)]


def _told_settings(candidate: Candidate) -> dict[str, Any]:
    settings = candidate.settings
    return {
        "candidate": candidate.name,
        **{name: getattr(settings.shape, name) for name in ("stem", "width", "levels")},
        **{name: getattr(settings, name) for name in ("steps", "batch", "crop", "rate", "decay", "dice", "average")},
        "augmentation": asdict(settings.augmentation),
        "mixture": asdict(candidate.mixture),
    }


def median_range(chips: Sequence[Chip], bands: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return, for each band, the lowest and highest median of the chips' observed pixels, in dB with one decimal."""
    medians = np.array([np.median(chip.image[:, chip.label != UNKNOWN], axis=1) for chip in chips])
    return {
        band: (round(float(low), 1), round(float(high), 1))
        for band, low, high in zip(bands, medians.min(axis=0), medians.max(axis=0), strict=True)
    }
