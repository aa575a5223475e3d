"""The CSK recipe run: teacher, radar student trained alone, students of two sensors; their tables, and the networks that are exported."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import nn

from ...contract.errors import InputError
from ...raster.arrays import BoolArray, ByteArray, FloatArray
from ..datasets.chips import UNKNOWN
from ..datasets.places_and_layers import UNTRUSTED, Split, TeacherLayers
from ..datasets.two_sensors import Sensors
from ..evaluation.comparison import ArmCounts, compare, table
from ..evaluation.similarity import linear_cka, pixel_features
from ..export.cards import Training, both_path, write_card
from ..export.models import FLOOD_WITH_OPTICAL
from ..export.onnx_file import PairDetector, StretchedDetector, export
from ..networks.student import RadarStudent, Shape, Student, channels_last, count_multiplications, count_parameters, predict
from ..networks.two_sensors import THETA, Coupling, SensorView, TwoSensors
from ..runs import Log, arm_file, claim, load_weights, read_json, save_weights, write_json
from ..sampling.stacks import Example, Jitter, Stack
from ..tables import markdown
from . import cross_modal
from .cross_modal import CHOSEN, HALF, MOST_FOR_THRESHOLD, counts_of, spread, threshold_for
from .csk import CskArm, CskSettings, new_learner, train

Maps = dict[str, FloatArray]

TEACHER, BASELINE = "teacher", "radar"
ALL = Coupling(channels=True, columns=True)
ARMS = (
    CskArm("dropout"),
    CskArm("dropout + distillation", distillation=True),
    CskArm("dropout + exchange", ALL),
    CskArm("dropout + contrastive", contrast=True),
    CskArm("all", ALL, distillation=True, contrast=True),
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
THRESHOLD = 0.5
"""Of the exported networks."""


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
    claim(output, {"sensors": sensors.name, "tests": [list(split.tests) for split in splits], **asdict(settings)})
    ordered = [name for name in NAMES if name in names or (name == TEACHER and set(names) != {BASELINE})]
    for seed in seeds:
        for split in splits:
            run = CskRun(sensors, settings, split, seed, output / f"seed-{seed}" / split.name)
            for name in ordered:
                _run_arm(run, name, log)


def read_results(output: Path) -> list[dict[str, Any]]:
    """Return all results below a folder, by arm, split and seed."""
    found = [read_json(path) for path in output.glob("seed-*/**/*.json")]
    return sorted(found, key=lambda one: (NAMES.index(one["arm"]), one["split"], one["seed"]))


def arm_counts(results: Sequence[dict[str, Any]], rule: str) -> list[ArmCounts]:
    """Return the counts of results by one of the two rules for the threshold, group by group; those of folds are joined."""
    joined: dict[tuple[str, str, int], dict[str, Sequence[int]]] = {}
    for group in GROUPS:
        for one in results:
            for test, groups in one["tests"][rule].items():
                if group in groups:
                    joined.setdefault((f"{test}, {group}", one["arm"], one["seed"]), {}).update(groups[group])
    return [ArmCounts(arm, group, seed, counts) for (group, arm, seed), counts in joined.items()]


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
    teacher = cast(RadarStudent, load(run, TEACHER).network)
    return train([_example(run, one) for one in labelled], _arm(name), teacher, run.settings, run.seed)


def measure(run: CskRun, trained: TrainedArm) -> dict[str, Any]:
    """Return thresholds, counts of the test images by rule, test set and group, and what is exchanged."""
    thresholds = _thresholds(run, trained)
    tests: dict[str, dict[str, dict[str, dict[str, tuple[int, ...]]]]] = {HALF: {}, CHOSEN: {}}
    for test, names in run.split.tests.items():
        for name in names:
            label, layers = run.sensors.place(name).label, _optical(run, name)
            over = {False: label} | ({} if layers is None else {True: np.where(layers.seen, label, np.uint8(UNKNOWN))})
            for mode, probability in _maps(run, trained, name).items():
                for group in (group for group, (wanted, where_seen) in GROUPS.items() if wanted == mode and where_seen in over):
                    label = over[GROUPS[group][1]]
                    for rule, threshold in ((HALF, 0.5), (CHOSEN, thresholds[mode])):
                        counts = counts_of(probability, threshold, label)
                        tests[rule].setdefault(test, {}).setdefault(group, {})[name] = counts
    return {"thresholds": thresholds, "tests": tests, "exchange": _exchange(trained)}


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
    fused = predict(SensorView(network, "both"), np.concatenate([radar, layers.bands]))
    return {
        "radar": alone,
        "both": np.where(layers.seen, fused, alone),
        "optical": predict(SensorView(network, "optical"), layers.bands),
    }


def _optical(run: CskRun, name: str) -> TeacherLayers | None:
    """Return the optical image of a place, or None where it is not on disk: whoever sees the radar is trained and measured without it."""
    try:
        return run.sensors.teacher_layers(name)
    except InputError:
        return None


def _thresholds(run: CskRun, trained: TrainedArm) -> dict[str, float]:
    """Return for each mode the threshold that is best on labels that were learned."""
    collected: dict[str, list[tuple[FloatArray, ByteArray]]] = {}
    for name in spread(run.split.labelled, MOST_FOR_THRESHOLD):
        place = run.sensors.place(name)
        for mode, probability in _maps(run, trained, name).items():
            label = place.taught
            if mode == "optical":
                label = np.where(run.sensors.teacher_layers(name).seen, label, np.uint8(UNKNOWN))
            collected.setdefault(mode, []).append((probability, label))
    return {mode: threshold_for(maps) for mode, maps in collected.items()}


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
    if not run.path(TEACHER, ".pt").exists() or trained.name == TEACHER:
        return {}
    found = {"with teacher": linear_cka(_features(run, trained.side("radar"), load(run, TEACHER).side("optical"), names))}
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
        network = new_learner(run.sensors.bands, _arm(name), base, run.seed).network
    return channels_last(network, base.device).eval()


def _arm(name: str) -> CskArm:
    return next(arm for arm in (*ARMS, *PARTS) if arm.name == name)


def _radar_example(run: CskRun, name: str) -> Example:
    place = run.sensors.place(name)
    return Example((Stack(place.radar, JITTER),), place.taught, np.full_like(place.taught, UNTRUSTED))


def _optical_example(run: CskRun, name: str) -> Example:
    both = _example(run, name)
    label = np.where(both.target == UNTRUSTED, np.uint8(UNKNOWN), both.label)
    return Example(both.stacks[1:], label, np.full_like(label, UNTRUSTED))


def _example(run: CskRun, name: str) -> Example:
    """Return both sensors; the target says where the optical image is to be trusted."""
    place, layers = run.sensors.place(name), run.sensors.teacher_layers(name)
    target = np.where(layers.seen, np.uint8(0), np.uint8(UNTRUSTED))
    return Example((Stack(place.radar, JITTER), Stack(layers.bands, JITTER)), place.taught, target)


def report(results: Sequence[dict[str, Any]]) -> str:
    """Return every table: IoU by both rules for the threshold, and features and exchange."""
    parts = [f"Threshold {rule}:\n\n{table(compare(arm_counts(results, rule), BASELINE))}" for rule in (HALF, CHOSEN)]
    return "\n\n".join([*parts, f"Features and exchange:\n\n{features_table(results)}"])


def features_table(results: Sequence[dict[str, Any]]) -> str:
    """Return CKA of the features and the exchanged channels of each arm, the means over seeds (and folds) and every one of them."""
    head = (
        "arm",
        "CKA radar and optical, untrained",
        "trained",
        "of each",
        "CKA radar and teacher",
        "of each",
        "channels exchanged (radar, optical)",
        "below 0.02",
        "of",
        "theta",
    )
    rows = []
    for arm in dict.fromkeys(one["arm"] for one in results):
        of_arm = [one for one in results if one["arm"] == arm]
        found = {name: [one["cka"][name] for one in of_arm if name in one["cka"]] for name in ("before", "after", "with teacher")}
        exchange = [one["exchange"] for one in of_arm if one["exchange"]]
        rows.append(
            (
                arm,
                _mean(found["before"]),
                _mean(found["after"]),
                _each(found["after"]),
                _mean(found["with teacher"]),
                _each(found["with teacher"]),
                _joined(exchange, lambda one: "{} {}".format(*one["exchanged"])),
                _joined(exchange, lambda one: "{} {}".format(*one["below CEN's"])),
                _joined(exchange[:1], lambda one: "{} {}".format(*one["of"])),
                _joined(exchange, lambda one: "{:.3f} {:.3f}".format(*one["theta"])),
            )
        )
    return markdown(head, rows)


def _mean(values: Sequence[float]) -> str:
    return f"{np.mean(values):.3f}" if values else ""


def _each(values: Sequence[float]) -> str:
    return " ".join(f"{value:.3f}" for value in values)


def _joined(found: Sequence[Any], written: Callable[[Any], str]) -> str:
    return "; ".join(written(one) for one in found)


def export_networks(sensors: Sensors, settings: CskSettings, seed: int, arm: str, output: Path) -> Path:
    """Write ``flood-optical-SEED.onnx``, ``flood-optical-SEED-both.onnx`` and their card; return the card's path.

    Args:
        sensors: the set of floods.
        settings: the arm was trained with.
        seed: it was trained with.
        arm: a student of two sensors.
        output: holds its weights and results.

    Raises:
        RuntimeError: an exported network differs from the trained one.
    """
    run = CskRun(sensors, settings, sensors.splits()[0], seed, output / f"seed-{seed}")
    network = cast(TwoSensors, load(run, arm).network).cpu()
    training = training_facts(network, settings, seed, arm)
    return write_networks(network, output / f"flood-optical-{seed}.onnx", training, card_figures(run, arm))


def training_facts(network: TwoSensors, settings: CskSettings, seed: int, arm: str) -> Training:
    """Return what the card says of how a network was trained."""
    return Training(
        recipe="CSK-Net (docs/recipes/csk.md)",
        settings={"arm": arm, **asdict(settings)},
        seed=seed,
        stride=network.shape.stride,
        parameters=count_parameters(network.radar),
        threshold=THRESHOLD,
    )


def write_networks(network: TwoSensors, path: Path, training: Training, figures: Sequence[dict[str, Any]]) -> Path:
    """Write both networks and their card; return the card's path."""
    export(StretchedDetector(radar_student(network)), path)
    export(PairDetector(network), both_path(path))
    return write_card(path, FLOOD_WITH_OPTICAL, training, figures)


def radar_student(network: TwoSensors) -> RadarStudent:
    """Return the radar's side as a plain student.

    Raises:
        RuntimeError: it is larger or slower than a student that was trained alone.
    """
    alone = RadarStudent(network.shape)
    alone.load_state_dict(network.radar.state_dict())
    image = torch.zeros(1, network.shape.bands, 4 * network.shape.stride, 4 * network.shape.stride)
    plain = Student(network.shape)
    same_size = count_parameters(alone) == count_parameters(network.radar) == count_parameters(plain)
    if not same_size or count_multiplications(alone, image) != count_multiplications(plain, image):
        raise RuntimeError("the radar's side is no plain student")
    return alone.eval()


def card_figures(run: CskRun, arm: str) -> list[dict[str, Any]]:
    """Return what was measured of an arm, as a card holds it, each figure with the command that gives it."""
    result = read_json(run.path(arm, ".json"))
    base = run.settings.base
    command = f"tidemark train csk {run.sensors.name} --data ../shared/data/ombria --output FOLDER --seed {run.seed} --steps {base.steps}"
    found = []
    for test, groups in result["tests"][HALF].items():
        for group, words in ((RADAR_ONLY, "radar only"), (BOTH_GROUP, "radar and optical, radar only under clouds")):
            hit, false, miss, _ = (int(total) for total in np.sum(list(groups[group].values()), axis=0))
            for name, part, whole in (("IoU", hit, hit + false + miss), ("precision", hit, hit + false), ("recall", hit, hit + miss)):
                if whole:
                    value = round(part / whole, 4)
                    data = f"{run.sensors.name}/{test}, {words}, at {THRESHOLD:g}"
                    found.append({"data": data, "measure": f"{name}, pooled", "value": value, "command": command})
    return found
