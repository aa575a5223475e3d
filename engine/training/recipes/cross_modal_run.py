"""Running the arms of the cross-modal recipe on a setting: teacher, frozen soft labels on disk, students. What is done already is kept."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ...contract.errors import InputError
from ..datasets.chips import UNKNOWN, ByteArray, FloatArray
from ..datasets.places_and_layers import UNTRUSTED, Arm, Place, Setting, Split, as_target, hardened, read_targets, write_targets
from ..evaluation.comparison import Outcome, pooled_iou
from ..evaluation.metrics import count
from ..networks.student import Shape
from ..sampling.stacks import STILL, Example, Jitter, Stack
from .cross_modal import RadarStudent, Recipe, predict, train

Log = Callable[[str], None]

RADAR_JITTER = Jitter()
TEACHERS = {
    Arm.TEACHER_HARD: Arm.TEACHER,
    Arm.TEACHER_SOFT: Arm.TEACHER,
    Arm.SELF_DISTILLATION: Arm.RADAR_TEACHER,
}
"""Whose soft labels an arm learns from."""
HALF = "0.5"
CHOSEN = "chosen on labelled images"
"""How a probability becomes water: two rules, each with a table of its own."""
THRESHOLDS = tuple(percent / 100 for percent in range(10, 91, 5))
MOST_FOR_THRESHOLD = 64
"""Labelled images, spread over all, on which a threshold is chosen."""


@dataclass(frozen=True)
class Run:
    """One split of one share and seed: what its networks are called on disk, and how they are trained."""

    setting: Setting
    recipe: Recipe
    split: Split
    share: float
    seed: int
    folder: Path

    def path(self, arm: Arm, ending: str) -> Path:
        """Return the file of an arm."""
        return self.folder / (arm.value.replace(" + ", "-").replace(", ", "-").replace(" ", "-") + ending)


def run_all(
    setting: Setting, recipe: Recipe, shares: Sequence[float], seeds: Sequence[int], arms: Sequence[Arm], output: Path, log: Log
) -> None:
    """Train and measure every arm for each share and seed; keep each one's result, its network and the teachers' soft labels.

    Raises:
        InputError: the folder holds results of other settings, or the data cannot be used.
    """
    claim(output, {"setting": setting.name, **asdict(recipe)})
    for seed in seeds:
        for share in shares:
            for split in setting.splits(share, seed):
                folder = output / f"share-{share:g}" / f"seed-{seed}" / split.name
                run = Run(setting, recipe, split, share, seed, folder)
                for arm in _teachers_first(arms):
                    _run_arm(run, arm, log)


def read_outcomes(output: Path, rule: str) -> list[Outcome]:
    """Return all results below a folder by one of the two rules for the threshold, those of folds joined."""
    joined: dict[tuple[float, str, int, int], dict[str, tuple[int, ...]]] = {}
    arms = list(Arm)
    for path in output.glob("share-*/seed-*/**/*.json"):
        found = json.loads(path.read_text(encoding="utf-8"))
        for test, counts in found["tests"][rule].items():
            images = joined.setdefault((found["share"], test, arms.index(Arm(found["arm"])), found["seed"]), {})
            for name, new in counts.items():
                images[name] = tuple(a + b for a, b in zip(images.get(name, (0, 0, 0, 0)), new, strict=True))
    return [
        Outcome(arms[arm].value, f"{test}, {100 * share:g} % of labels", seed, joined[share, test, arm, seed])
        for share, test, arm, seed in sorted(joined)
    ]


def _teachers_first(arms: Sequence[Arm]) -> list[Arm]:
    """Return the arms in an order in which they can be run, with the teachers that they learn from."""
    needed = {TEACHERS.get(arm, arm) for arm in arms}
    teachers = [arm for arm in Arm if arm in needed and arm in TEACHERS.values()]
    return [*teachers, *(arm for arm in arms if arm not in teachers)]


def claim(output: Path, settings: dict[str, Any]) -> None:
    """Note the settings in a new folder; refuse to mix them in a used one."""
    output.mkdir(parents=True, exist_ok=True)
    path = output / "settings.json"
    text = json.dumps(settings, indent=1) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise InputError(f"{output} holds results of other settings.", "A table compares equals.", "Choose another folder for --output.")
    path.write_text(text, encoding="utf-8")


def _run_arm(run: Run, arm: Arm, log: Log) -> None:
    result = run.path(arm, ".json")
    if result.exists():
        return
    run.folder.mkdir(parents=True, exist_ok=True)
    weights = run.path(arm, ".pt")
    if weights.exists():
        network = _network(run, arm)
        network.load_state_dict(torch.load(weights, weights_only=True))
    else:
        network = teach(run, arm) if arm in TEACHERS.values() else learn(run, arm)
        torch.save(network.state_dict(), weights)
    chosen = best_threshold(run, network, arm)
    tests = {rule: measure_all(run, network, arm, threshold) for rule, threshold in ((HALF, 0.5), (CHOSEN, chosen))}
    found = {"arm": arm.value, "share": run.share, "seed": run.seed, "split": run.split.name, "threshold": chosen, "tests": tests}
    # The result is what says that an arm is done: it appears when it is complete.
    unfinished = result.with_suffix(".part")
    unfinished.write_text(json.dumps(found) + "\n", encoding="utf-8")
    unfinished.replace(result)
    log(f"{run.setting.name}: share {run.share:g}, seed {run.seed}, {run.split.name or 'one split'}: {arm.value}")


def teach(run: Run, arm: Arm) -> RadarStudent:
    """Train a teacher on the labelled places, and write its soft labels for the places that students will need them on."""
    split, recipe = run.split, run.recipe
    examples = [_example(run, arm, name, labelled=True) for name in split.labelled]
    shape = replace(recipe.teacher, bands=sum(len(stack.bands) for stack in examples[0].stacks))
    network = train([examples], shape, recipe.teacher_steps, recipe, run.seed)
    write_targets(run.path(arm, ".npz"), {name: _soft(run, network, arm, name) for name in _pupils(run, arm)})
    return network


def learn(run: Run, arm: Arm) -> RadarStudent:
    """Train a student. Reads radar and labels, and targets that were written before; no richer layer."""
    split, recipe = run.split, run.recipe
    shape: Shape = replace(recipe.student, bands=run.setting.bands)
    labelled = {name: _example(run, arm, name, labelled=True) for name in split.labelled}
    if arm is Arm.HAND:
        return train([list(labelled.values())], shape, recipe.steps, recipe, run.seed)
    targets = targets_of(run, arm)
    if targets.keys() == labelled.keys():
        # Every label is looked at: the targets act on the same crops.
        both = [replace(example, target=targets[name]) for name, example in labelled.items()]
        return train([both], shape, recipe.steps, recipe, run.seed)
    unlabelled = [replace(_example(run, arm, name, labelled=False), target=target) for name, target in targets.items()]
    return train([list(labelled.values()), unlabelled], shape, recipe.steps, recipe, run.seed)


def targets_of(run: Run, arm: Arm) -> dict[str, ByteArray]:
    """Return the targets of an arm by place.

    Raises:
        InputError: the arm's teacher has not been run.
    """
    if arm in TEACHERS:
        soft = read_targets(run.path(TEACHERS[arm], ".npz"))
        return {name: hardened(target) for name, target in soft.items()} if arm is Arm.TEACHER_HARD else soft
    path = run.path(arm, ".npz")
    if not path.exists():
        weak = {name: run.setting.weak(arm, name) for name in _pupils(run, arm)}
        write_targets(path, {name: target for name, target in weak.items() if target is not None})
    return read_targets(path)


def best_threshold(run: Run, network: RadarStudent, arm: Arm) -> float:
    """Return the threshold, in steps of 0.05, with the best pooled IoU on the labels that were learned."""
    places = (run.setting.place(name) for name in spread(run.split.labelled, MOST_FOR_THRESHOLD))
    return threshold_for((predict(network, _bands(run.setting, arm, place)), place.taught) for place in places)


def spread(names: Sequence[str], most: int) -> Sequence[str]:
    """Return up to `most` names, spread over all."""
    return names[:: max(1, math.ceil(len(names) / most))]


def threshold_for(maps: Iterable[tuple[FloatArray, ByteArray]]) -> float:
    """Return the one of `THRESHOLDS` with the best pooled IoU on probabilities and labels (H, W)."""
    counts = {threshold: np.zeros(4) for threshold in THRESHOLDS}
    for probability, label in maps:
        for threshold, sums in counts.items():
            sums += counts_of(probability, threshold, label)
    return max(THRESHOLDS, key=lambda threshold: np.nan_to_num(pooled_iou(counts[threshold][None])))


def measure_all(run: Run, network: RadarStudent, arm: Arm, threshold: float) -> dict[str, dict[str, tuple[int, int, int, int]]]:
    """Return the counts of every test image, by test set; the bands are those that the arm sees."""
    return {test: {name: measure(run, network, arm, name, threshold) for name in names} for test, names in run.split.tests.items()}


def measure(run: Run, network: RadarStudent, arm: Arm, name: str, threshold: float = 0.5) -> tuple[int, int, int, int]:
    """Return hits, false water, misses and dry pixels of a place."""
    place = run.setting.place(name)
    return counts_of(predict(network, _bands(run.setting, arm, place)), threshold, place.label)


def counts_of(probability: FloatArray, threshold: float, label: ByteArray) -> tuple[int, int, int, int]:
    """Return hits, false water, misses and dry pixels, over known ones."""
    counts = count(probability, probability > threshold, label)
    return counts.hit, counts.false, counts.miss, counts.dry


def _network(run: Run, arm: Arm) -> RadarStudent:
    """Return an untrained network of the arm's shape, in evaluation mode."""
    if arm not in TEACHERS.values():
        shape = replace(run.recipe.student, bands=run.setting.bands)
    else:
        shape = replace(run.recipe.teacher, bands=len(_bands(run.setting, arm, run.setting.place(run.split.labelled[0]))))
    return RadarStudent(shape).to(run.recipe.device, memory_format=torch.channels_last).eval()  # type: ignore[call-overload]


def _pupils(run: Run, arm: Arm) -> Iterable[str]:
    """Return the places that an arm has targets on."""
    if arm in (Arm.RADAR_TEACHER, Arm.PUBLISHED_WEAK):
        return run.split.radar_only
    return run.split.unlabelled or run.split.labelled


def _bands(setting: Setting, arm: Arm, place: Place) -> FloatArray:
    return np.concatenate([place.radar, setting.richer(place.name).layers]) if arm is Arm.TEACHER else place.radar


def _soft(run: Run, network: RadarStudent, arm: Arm, name: str) -> ByteArray:
    place = run.setting.place(name)
    if arm is Arm.RADAR_TEACHER:
        return as_target(predict(network, place.radar), place.observed)
    richer = run.setting.richer(name)
    return as_target(predict(network, _bands(run.setting, arm, place)), richer.seen & place.observed)


def _example(run: Run, arm: Arm, name: str, labelled: bool) -> Example:
    place = run.setting.place(name)
    stacks = [Stack(place.radar, RADAR_JITTER)]
    if arm is Arm.TEACHER:
        stacks.append(Stack(run.setting.richer(name).layers, RADAR_JITTER if run.setting.layers_vary else STILL))
    label = place.taught if labelled else np.full_like(place.label, UNKNOWN)
    return Example(tuple(stacks), label, np.full_like(place.label, UNTRUSTED))
