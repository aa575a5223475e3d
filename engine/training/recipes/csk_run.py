"""Running the arms of the CSK recipe: teacher, radar student trained alone, students of two sensors. What is done is kept."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import nn

from ...contract.errors import InputError
from ..datasets.chips import UNKNOWN, ByteArray, FloatArray
from ..datasets.places_and_layers import UNTRUSTED, BoolArray, Richer, Split
from ..datasets.two_sensors import Sensors
from ..evaluation.comparison import Outcome
from ..evaluation.similarity import linear_cka, pixel_features
from ..networks.student import Shape, Student
from ..networks.two_sensors import THETA, Joints, TwoSensors, View
from ..sampling.stacks import Example, Jitter, Stack
from . import cross_modal
from .cross_modal import RadarStudent, predict
from .cross_modal_run import CHOSEN, HALF, MOST_FOR_THRESHOLD, claim, counts_of, spread, threshold_for
from .csk import Arm, Recipe, new_learner, train

Log = Callable[[str], None]
Maps = dict[str, FloatArray]

TEACHER, BASELINE = "teacher", "radar"
ALL = Joints(channels=True, columns=True)
ARMS = (
    Arm("dropout"),
    Arm("dropout + distillation", distillation=True),
    Arm("dropout + exchange", ALL),
    Arm("dropout + contrastive", contrast=True),
    Arm("all", ALL, distillation=True, contrast=True),
    Arm("all, plain mean", replace(ALL, gate=False), distillation=True, contrast=True),
    Arm("all, everything shared", replace(ALL, norms=True), distillation=True, contrast=True),
    Arm("all, everything separate", replace(ALL, convolutions=False), distillation=True, contrast=True),
    Arm("all, only norms shared", replace(ALL, convolutions=False, norms=True), distillation=True, contrast=True),
)
PARTS = (
    Arm("dropout + channel exchange", Joints(channels=True)),
    Arm("dropout + column exchange", Joints(columns=True)),
)
"""Halves of the exchange, run only when they are asked for."""
NAMES = (TEACHER, BASELINE, *(arm.name for arm in (*ARMS, *PARTS)))
DEFAULT = (TEACHER, BASELINE, *(arm.name for arm in ARMS))

RADAR_ONLY, BOTH_GROUP = "radar only", "both, radar where the optical is not seen"
GROUPS = {
    RADAR_ONLY: ("radar", False),
    BOTH_GROUP: ("both", False),
    "optical only, where seen": ("optical", True),
    "both, where seen": ("both", True),
    f"{RADAR_ONLY}, where seen": ("radar", True),
}
"""What is compared: which map, and whether only over what the optical image shows."""
MOST_FOR_CKA = 32
"""Test images, spread over all, on which features are compared."""
JITTER = Jitter()


@dataclass(frozen=True)
class Run:
    """One split and seed: what its networks are called on disk, and how they are trained."""

    sensors: Sensors
    recipe: Recipe
    split: Split
    seed: int
    folder: Path

    def path(self, arm: str, ending: str) -> Path:
        """Return the file of an arm."""
        return self.folder / (arm.replace(" + ", "-").replace(", ", "-").replace(" ", "-") + ending)


@dataclass(frozen=True)
class Trained:
    """An arm's network: one student (teacher, or radar trained alone), or a student of two sensors."""

    name: str
    network: RadarStudent | TwoSensors

    def side(self, mode: str) -> Student:
        """Return the student that maps ``radar`` or ``optical`` alone; one student by itself is both."""
        if isinstance(self.network, TwoSensors):
            return self.network.radar if mode == "radar" else self.network.optical
        return self.network


def run_all(sensors: Sensors, recipe: Recipe, seeds: Sequence[int], names: Sequence[str], output: Path, log: Log) -> None:
    """Train and measure every arm for each seed; keep each one's result and its weights.

    Args:
        sensors: the set.
        recipe: of all arms.
        seeds: of the trainings.
        names: of arms, out of `NAMES`; the teacher is run in any case where an arm needs it.
        output: made where it is missing.
        log: takes a line on progress.

    Raises:
        InputError: the folder holds results of other settings, or the data cannot be used.
    """
    splits = sensors.splits()
    claim(output, {"sensors": sensors.name, "tests": [list(split.tests) for split in splits], **asdict(recipe)})
    ordered = [name for name in NAMES if name in names or (name == TEACHER and set(names) != {BASELINE})]
    for seed in seeds:
        for split in splits:
            run = Run(sensors, recipe, split, seed, output / f"seed-{seed}" / split.name)
            for name in ordered:
                _run_arm(run, name, log)


def read_results(output: Path) -> list[dict[str, Any]]:
    """Return all results below a folder, by arm, split and seed."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in output.glob("seed-*/**/*.json")]
    return sorted(found, key=lambda one: (NAMES.index(one["arm"]), one["split"], one["seed"]))


def outcomes(results: Sequence[dict[str, Any]], rule: str) -> list[Outcome]:
    """Return the counts of results by one of the two rules for the threshold, group by group; those of folds are joined."""
    joined: dict[tuple[str, str, int], dict[str, Sequence[int]]] = {}
    for group in GROUPS:
        for one in results:
            for test, groups in one["tests"][rule].items():
                if group in groups:
                    joined.setdefault((f"{test}, {group}", one["arm"], one["seed"]), {}).update(groups[group])
    return [Outcome(arm, group, seed, counts) for (group, arm, seed), counts in joined.items()]


def load(run: Run, name: str) -> Trained:
    """Return an arm's network with the weights that were kept."""
    network = _untrained(run, name)
    network.load_state_dict(torch.load(run.path(name, ".pt"), weights_only=True, map_location=run.recipe.base.device))
    return Trained(name, network)


def _run_arm(run: Run, name: str, log: Log) -> None:
    result = run.path(name, ".json")
    if result.exists():
        return
    run.folder.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    if not run.path(name, ".pt").exists():
        _save(_learn(run, name), run.path(name, ".pt"))
    learned = time.monotonic()
    found = {
        "arm": name,
        "seed": run.seed,
        "split": run.split.name,
        **measure(run, load(run, name)),
        "cka": similarities(run, load(run, name)),
    }
    # The result is what says that an arm is done: it appears when it is complete.
    unfinished = result.with_suffix(".part")
    unfinished.write_text(json.dumps(found) + "\n", encoding="utf-8")
    unfinished.replace(result)
    where = ", ".join([run.sensors.name, f"seed {run.seed}", *([run.split.name] if run.split.name else [])])
    log(f"{where}: {name} ({learned - started:.0f} s to train, {time.monotonic() - learned:.0f} s to measure)")


def _learn(run: Run, name: str) -> nn.Module:
    labelled, base, (radar, optical) = run.split.labelled, run.recipe.base, run.sensors.bands
    if name == BASELINE:
        examples = [_radar_example(run, one) for one in labelled]
        return cross_modal.train([examples], replace(base.student, bands=radar), base.steps, base, run.seed)
    if name == TEACHER:
        examples = [_optical_example(run, one) for one in labelled]
        return cross_modal.train([examples], replace(base.teacher, bands=optical), base.teacher_steps, base, run.seed)
    teacher = cast(RadarStudent, load(run, TEACHER).network)
    return train([_example(run, one) for one in labelled], _arm(name), teacher, run.recipe, run.seed)


def measure(run: Run, trained: Trained) -> dict[str, Any]:
    """Return thresholds, counts of the test images by rule, test set and group, and what is exchanged."""
    thresholds = _thresholds(run, trained)
    tests: dict[str, dict[str, dict[str, dict[str, tuple[int, ...]]]]] = {HALF: {}, CHOSEN: {}}
    for test, names in run.split.tests.items():
        for name in names:
            label, richer = run.sensors.place(name).label, _optical(run, name)
            over = {False: label} | ({} if richer is None else {True: np.where(richer.seen, label, np.uint8(UNKNOWN))})
            for mode, probability in _maps(run, trained, name).items():
                for group in (group for group, (wanted, where_seen) in GROUPS.items() if wanted == mode and where_seen in over):
                    label = over[GROUPS[group][1]]
                    for rule, threshold in ((HALF, 0.5), (CHOSEN, thresholds[mode])):
                        counts = counts_of(probability, threshold, label)
                        tests[rule].setdefault(test, {}).setdefault(group, {})[name] = counts
    return {"thresholds": thresholds, "tests": tests, "exchange": _exchange(trained)}


def _maps(run: Run, trained: Trained, name: str) -> Maps:
    """Return the probabilities (H, W) of an image by mode; where nothing optical can be used, both sensors give what radar gives."""
    network = trained.network
    if trained.name == TEACHER:
        return {"optical": predict(network, run.sensors.richer(name).layers)}
    radar, richer = run.sensors.place(name).radar, _optical(run, name)
    if isinstance(network, RadarStudent):
        alone = predict(network, radar)
        return {"radar": alone, "both": alone}
    alone = predict(View(network, "radar"), radar)
    if richer is None:
        return {"radar": alone, "both": alone}
    fused = predict(View(network, "both"), np.concatenate([radar, richer.layers]))
    return {"radar": alone, "both": np.where(richer.seen, fused, alone), "optical": predict(View(network, "optical"), richer.layers)}


def _optical(run: Run, name: str) -> Richer | None:
    """Return the optical image of a place, or None where it is not on disk: whoever sees the radar is trained and measured without it."""
    try:
        return run.sensors.richer(name)
    except InputError:
        return None


def _thresholds(run: Run, trained: Trained) -> dict[str, float]:
    """Return for each mode the threshold that is best on labels that were learned."""
    collected: dict[str, list[tuple[FloatArray, ByteArray]]] = {}
    for name in spread(run.split.labelled, MOST_FOR_THRESHOLD):
        place = run.sensors.place(name)
        for mode, probability in _maps(run, trained, name).items():
            label = place.taught
            if mode == "optical":
                label = np.where(run.sensors.richer(name).seen, label, np.uint8(UNKNOWN))
            collected.setdefault(mode, []).append((probability, label))
    return {mode: threshold_for(maps) for mode, maps in collected.items()}


def _exchange(trained: Trained) -> dict[str, Any] | None:
    """Return theta and how many channels of radar and optical are exchanged, how many would be at CEN's theta, and of how many."""
    network = trained.network
    if isinstance(network, RadarStudent) or not network.joints.channels:
        return None
    theta = network.theta.tolist()
    factors = [np.abs(part.detach().cpu().numpy()) for part in network.penalised()]
    return {
        "theta": theta,
        "exchanged": [int(np.count_nonzero(part < limit)) for part, limit in zip(factors, theta, strict=True)],
        "below CEN's": [int(np.count_nonzero(part < THETA)) for part in factors],
        "of": [len(part) for part in factors],
    }


def similarities(run: Run, trained: Trained) -> dict[str, float]:
    """Return the CKA of both branches before and after training, and of the radar branch with the teacher."""
    names = spread([name for names in run.split.tests.values() for name in names], MOST_FOR_CKA)
    if not run.path(TEACHER, ".pt").exists() or trained.name == TEACHER:
        return {}
    found = {"with teacher": linear_cka(_features(run, trained.side("radar"), load(run, TEACHER).side("optical"), names))}
    if trained.name != BASELINE:
        for when, one in (("before", Trained(trained.name, _untrained(run, trained.name))), ("after", trained)):
            found[when] = linear_cka(_features(run, one.side("radar"), one.side("optical"), names))
    return found


def _features(run: Run, radar: Student, optical: Student, names: Sequence[str]) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield the features of both students, each run alone, over what the optical image shows."""
    for name in names:
        richer = run.sensors.richer(name)
        if richer.seen.any():
            blocks = _blocks(richer.seen, radar.shape)
            yield (
                pixel_features(radar, run.sensors.place(name).radar)[blocks],
                pixel_features(optical, richer.layers)[blocks],
            )


def _blocks(seen: BoolArray, shape: Shape) -> BoolArray:
    """Return which blocks of the stem, of an image padded to the stride, are seen at their first pixel, bool (blocks,)."""
    height, width = seen.shape
    padded = np.pad(seen, ((0, -height % shape.stride), (0, -width % shape.stride)))
    found: BoolArray = padded[:: shape.stem, :: shape.stem].ravel()
    return found


def _untrained(run: Run, name: str) -> RadarStudent | TwoSensors:
    """Return an arm's network as it is before training, in evaluation mode."""
    base, (radar, optical) = run.recipe.base, run.sensors.bands
    torch.manual_seed(run.seed)
    network: RadarStudent | TwoSensors
    if name == BASELINE:
        network = RadarStudent(replace(base.student, bands=radar))
    elif name == TEACHER:
        network = RadarStudent(replace(base.teacher, bands=optical))
    else:
        network = new_learner(run.sensors.bands, _arm(name), base, run.seed).network
    return network.to(base.device, memory_format=torch.channels_last).eval()  # type: ignore[call-overload]


def _arm(name: str) -> Arm:
    return next(arm for arm in (*ARMS, *PARTS) if arm.name == name)


def _radar_example(run: Run, name: str) -> Example:
    place = run.sensors.place(name)
    return Example((Stack(place.radar, JITTER),), place.taught, np.full_like(place.taught, UNTRUSTED))


def _optical_example(run: Run, name: str) -> Example:
    both = _example(run, name)
    label = np.where(both.target == UNTRUSTED, np.uint8(UNKNOWN), both.label)
    return Example(both.stacks[1:], label, np.full_like(label, UNTRUSTED))


def _example(run: Run, name: str) -> Example:
    """Both sensors; the target says where the optical image is to be trusted."""
    place, richer = run.sensors.place(name), run.sensors.richer(name)
    target = np.where(richer.seen, np.uint8(0), np.uint8(UNTRUSTED))
    return Example((Stack(place.radar, JITTER), Stack(richer.layers, JITTER)), place.taught, target)


def _save(network: nn.Module, path: Path) -> None:
    unfinished = path.with_suffix(".unfinished")
    torch.save(network.state_dict(), unfinished)
    unfinished.replace(path)
