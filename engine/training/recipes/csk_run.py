"""Run the CSK recipe: train and measure teacher, radar student trained alone, and students of two sensors."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import nn

from ...contract.errors import InputError
from ...raster.arrays import BoolArray, FloatArray
from ..datasets.chips import UNKNOWN
from ..datasets.places_and_layers import UNTRUSTED, Split, TeacherLayers
from ..datasets.two_sensors import Sensors
from ..evaluation.metrics import counts_at
from ..evaluation.similarity import linear_cka, pixel_features
from ..networks.student import RadarStudent, Shape, Student, channels_last, predict
from ..networks.two_sensors import THETA, Coupling, SensorView, TwoSensors
from ..runs import Log, arm_file, claim, load_weights, save_weights, write_json
from ..sampling.stacks import Example, Jitter, Stack
from . import cross_modal
from .cross_modal import THRESHOLDS, spread
from .csk import CskArm, CskSettings, new_learner, train

Maps = dict[str, FloatArray]

TEACHER, BASELINE, PLAIN = "teacher", "radar", "dropout"
ALL = Coupling(channels=True, columns=True)
ARMS = (
    CskArm(PLAIN),
    CskArm("dropout + distillation", distillation=True),
    CskArm("dropout + exchange", ALL),
    CskArm("dropout + contrastive", contrast=True),
    CskArm("all", ALL, distillation=True, contrast=True),
    CskArm("all, older optical at times", ALL, distillation=True, contrast=True, older_missing=0.5),
    CskArm("all, plain mean", replace(ALL, gate=False), distillation=True, contrast=True),
    CskArm("all, everything shared", replace(ALL, norms=True), distillation=True, contrast=True),
    CskArm("all, everything separate", replace(ALL, convolutions=False), distillation=True, contrast=True),
    CskArm("all, only norms shared", replace(ALL, convolutions=False, norms=True), distillation=True, contrast=True),
)
PARTS = (
    CskArm("dropout + channel exchange", Coupling(channels=True)),
    CskArm("dropout + column exchange", Coupling(columns=True)),
)
"""Halves of the exchange, run only when they are asked for."""
NAMES = (TEACHER, BASELINE, *(arm.name for arm in (*ARMS, *PARTS)))
DEFAULT = (TEACHER, BASELINE, *(arm.name for arm in ARMS))

RADAR_ONLY, BOTH_GROUP = "radar only", "both, radar where the optical is not seen"
NEWER_GROUP = "both, the optical image after alone"
GROUPS = {
    RADAR_ONLY: ("radar", False),
    NEWER_GROUP: ("newer", False),
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
class CskRun:
    """One split and seed: what its networks are called on disk, and how they are trained."""

    sensors: Sensors
    settings: CskSettings
    split: Split
    seed: int
    folder: Path

    def path(self, arm: str, ending: str) -> Path:
        """Return the file of an arm."""
        return arm_file(self.folder, arm, ending)


@dataclass(frozen=True)
class TrainedArm:
    """An arm's network: one student (teacher, or radar trained alone), or a student of two sensors."""

    name: str
    network: RadarStudent | TwoSensors

    def side(self, mode: str) -> Student:
        """Return the student that maps ``radar`` or ``optical`` alone; one student by itself is both."""
        if isinstance(self.network, TwoSensors):
            return self.network.radar if mode == "radar" else self.network.optical
        return self.network


def run_all(sensors: Sensors, settings: CskSettings, seeds: Sequence[int], names: Sequence[str], output: Path, log: Log) -> None:
    """Train and measure every arm for each seed; keep each one's result and its weights.

    Args:
        sensors: the set.
        settings: of all arms.
        seeds: of the trainings.
        names: of arms, out of `NAMES`; the teacher is run in any case where an arm needs it.
        output: made where it is missing.
        log: takes a line on progress.

    Raises:
        InputError: the folder holds results of other settings, or the data cannot be used.
    """
    splits = sensors.splits()
    claim(output, {"sensors": sensors.name, "tests": [list(split.tests) for split in splits], **stated(settings)})
    taught = any(arm.distillation for arm in (*ARMS, *PARTS) if arm.name in names)
    ordered = [name for name in NAMES if name in names or (name == TEACHER and taught)]
    for seed in seeds:
        for split in splits:
            run = CskRun(sensors, settings, split, seed, output / f"seed-{seed}" / split.name)
            for name in ordered:
                _run_arm(run, name, log)


def stated(settings: CskSettings) -> dict[str, Any]:
    """Return settings as they are kept beside results: without the device."""
    found = asdict(settings)
    del found["base"]["device"]
    return found


def load(run: CskRun, name: str) -> TrainedArm:
    """Return an arm's network with the weights that were kept."""
    return TrainedArm(name, load_weights(_untrained(run, name), run.path(name, ".pt")))


def _run_arm(run: CskRun, name: str, log: Log) -> None:
    result = run.path(name, ".json")
    if result.exists():
        return
    started = time.monotonic()
    if not run.path(name, ".pt").exists():
        save_weights(_learn(run, name), run.path(name, ".pt"))
    learned = time.monotonic()
    found = {
        "arm": name,
        "seed": run.seed,
        "split": run.split.name,
        **measure(run, load(run, name)),
        "cka": similarities(run, load(run, name)),
    }
    # The result is what says that an arm is done: it appears when it is complete.
    write_json(result, found)
    where = ", ".join([run.sensors.name, f"seed {run.seed}", *([run.split.name] if run.split.name else [])])
    log(f"{where}: {name} ({learned - started:.0f} s to train, {time.monotonic() - learned:.0f} s to measure)")


def _learn(run: CskRun, name: str) -> nn.Module:
    labelled, base, (radar, optical) = run.split.labelled, run.settings.base, run.sensors.bands
    if name == BASELINE:
        examples = [_radar_example(run, one) for one in labelled]
        return cross_modal.train([examples], replace(base.student, bands=radar), base.steps, base, run.seed)
    if name == TEACHER:
        examples = [_optical_example(run, one) for one in labelled]
        return cross_modal.train([examples], replace(base.teacher, bands=optical), base.teacher_steps, base, run.seed)
    arm = arm_called(name)
    teacher = cast(RadarStudent, load(run, TEACHER).network) if arm.distillation else None
    return train([_example(run, one) for one in labelled], arm, teacher, run.settings, run.seed, run.sensors.older)


def measure(run: CskRun, trained: TrainedArm) -> dict[str, Any]:
    """Return the counts of the test images at each of `THRESHOLDS` by test set and group, and what is exchanged."""
    tests: dict[str, dict[str, dict[str, list[tuple[int, int, int, int]]]]] = {}
    for test, names in run.split.tests.items():
        for name in names:
            label, layers = run.sensors.place(name).label, _optical(run, name)
            over = {False: label} | ({} if layers is None else {True: np.where(layers.seen, label, np.uint8(UNKNOWN))})
            for mode, probability in _maps(run, trained, name).items():
                for group in (group for group, (wanted, where_seen) in GROUPS.items() if wanted == mode and where_seen in over):
                    counts = counts_at(probability, THRESHOLDS, over[GROUPS[group][1]])
                    tests.setdefault(test, {}).setdefault(group, {})[name] = counts
    return {"tests": tests, "exchange": _exchange(trained)}


def _maps(run: CskRun, trained: TrainedArm, name: str) -> Maps:
    """Return the probabilities (H, W) of an image by mode; where nothing optical can be used, both sensors give what radar gives."""
    network = trained.network
    if trained.name == TEACHER:
        return {"optical": predict(trained.side("optical"), run.sensors.teacher_layers(name).bands)}
    radar, layers = run.sensors.place(name).radar, _optical(run, name)
    if isinstance(network, RadarStudent):
        alone = predict(network, radar)
        return {"radar": alone, "both": alone}
    alone = predict(SensorView(network, "radar"), radar)
    if layers is None:
        return {"radar": alone, "both": alone}

    def where_seen(beside: TeacherLayers) -> FloatArray:
        return np.where(beside.seen, predict(SensorView(network, "both"), np.concatenate([radar, beside.bands])), alone)

    found = {"radar": alone, "both": where_seen(layers), "optical": predict(SensorView(network, "optical"), layers.bands)}
    if run.sensors.older:
        found["newer"] = where_seen(run.sensors.newer_layers(name))
    return found


def _optical(run: CskRun, name: str) -> TeacherLayers | None:
    """Return the optical image of a place, or None where it is not on disk: whoever sees the radar is trained and measured without it."""
    try:
        return run.sensors.teacher_layers(name)
    except InputError:
        return None


def _exchange(trained: TrainedArm) -> dict[str, Any] | None:
    """Return theta and how many channels of radar and optical are exchanged, how many would be at CEN's theta, and of how many."""
    network = trained.network
    if isinstance(network, RadarStudent) or not network.coupling.channels:
        return None
    theta = network.theta.tolist()
    factors = [np.abs(part.detach().cpu().numpy()) for part in network.penalised()]
    return {
        "theta": theta,
        "exchanged": [int(np.count_nonzero(part < limit)) for part, limit in zip(factors, theta, strict=True)],
        "below CEN's": [int(np.count_nonzero(part < THETA)) for part in factors],
        "of": [len(part) for part in factors],
    }


def similarities(run: CskRun, trained: TrainedArm) -> dict[str, float]:
    """Return the CKA of both branches before and after training, and of the radar branch with the teacher."""
    names = spread([name for names in run.split.tests.values() for name in names], MOST_FOR_CKA)
    found: dict[str, float] = {}
    if trained.name == TEACHER:
        return found
    if run.path(TEACHER, ".pt").exists():
        found["with teacher"] = linear_cka(_features(run, trained.side("radar"), load(run, TEACHER).side("optical"), names))
    if trained.name != BASELINE:
        for when, one in (("before", TrainedArm(trained.name, _untrained(run, trained.name))), ("after", trained)):
            found[when] = linear_cka(_features(run, one.side("radar"), one.side("optical"), names))
    return found


def _features(run: CskRun, radar: Student, optical: Student, names: Sequence[str]) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield the features of both students, each run alone, over what the optical image shows."""
    for name in names:
        layers = run.sensors.teacher_layers(name)
        if layers.seen.any():
            blocks = _blocks(layers.seen, radar.shape)
            yield (
                pixel_features(radar, run.sensors.place(name).radar)[blocks],
                pixel_features(optical, layers.bands)[blocks],
            )


def _blocks(seen: BoolArray, shape: Shape) -> BoolArray:
    """Return which blocks of the stem, of an image padded to the stride, are seen at their first pixel, bool (blocks,)."""
    height, width = seen.shape
    padded = np.pad(seen, ((0, -height % shape.stride), (0, -width % shape.stride)))
    found: BoolArray = padded[:: shape.stem, :: shape.stem].ravel()
    return found


def _untrained(run: CskRun, name: str) -> RadarStudent | TwoSensors:
    """Return an arm's network as it is before training, in evaluation mode."""
    base, (radar, optical) = run.settings.base, run.sensors.bands
    torch.manual_seed(run.seed)
    network: RadarStudent | TwoSensors
    if name == BASELINE:
        network = RadarStudent(replace(base.student, bands=radar))
    elif name == TEACHER:
        network = RadarStudent(replace(base.teacher, bands=optical))
    else:
        network = new_learner(run.sensors.bands, arm_called(name), base, run.seed).network
    return channels_last(network, base.device).eval()


def arm_called(name: str) -> CskArm:
    """Return the arm of `ARMS` or `PARTS` that has a name."""
    return next(arm for arm in (*ARMS, *PARTS) if arm.name == name)


def _radar_example(run: CskRun, name: str) -> Example:
    place = run.sensors.place(name)
    untrusted = np.full_like(place.taught, UNTRUSTED)
    return Example((Stack(place.radar, JITTER),), place.taught, untrusted, _weight(run, name))


def _optical_example(run: CskRun, name: str) -> Example:
    both = _example(run, name)
    label = np.where(both.target == UNTRUSTED, np.uint8(UNKNOWN), both.label)
    return Example(both.stacks[1:], label, np.full_like(label, UNTRUSTED), both.weight)


def _example(run: CskRun, name: str) -> Example:
    """Return both sensors; the target says where the optical image is to be trusted."""
    place, layers = run.sensors.place(name), run.sensors.teacher_layers(name)
    target = np.where(layers.seen, np.uint8(0), np.uint8(UNTRUSTED))
    stacks = Stack(place.radar, JITTER), Stack(layers.bands, JITTER)
    return Example(stacks, place.taught, target, _weight(run, name))


def _weight(run: CskRun, name: str) -> float:
    """Return how often an image is drawn, beside one of a small event."""
    event, most = run.sensors.event(name), run.settings.most_of_an_event
    size = sum(run.sensors.event(other) == event for other in run.split.labelled)
    return min(1.0, most / size) if most else 1.0
