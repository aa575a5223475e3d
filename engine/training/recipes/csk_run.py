"""The CSK recipe run: teacher, radar student trained alone, students of two sensors; their tables, and the networks as they are shipped."""

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
from ...raster.arrays import BoolArray, FloatArray
from ..datasets.chips import UNKNOWN
from ..datasets.places_and_layers import UNTRUSTED, Split, TeacherLayers
from ..datasets.two_sensors import Sensors
from ..evaluation.comparison import ArmCounts, compare, pooled_iou, table
from ..evaluation.metrics import counts_at
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
from .cross_modal import HALF, THRESHOLDS, spread
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
IN_WORDS = {
    RADAR_ONLY: "radar only",
    NEWER_GROUP: "radar and the optical image after, radar only under clouds",
    BOTH_GROUP: "radar and optical, radar only under clouds",
}
"""The groups whose figures a card holds."""
CHOSEN = "chosen on the other folds"
"""The rule, beside 0.5, by which a probability becomes flood: the threshold of a fold is the best one on the other folds."""
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
    arm = _arm(name)
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
        network = new_learner(run.sensors.bands, _arm(name), base, run.seed).network
    return channels_last(network, base.device).eval()


def _arm(name: str) -> CskArm:
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


def read_results(output: Path) -> list[dict[str, Any]]:
    """Return all results below a folder, by arm, split and seed."""
    found = [read_json(path) for path in output.glob("seed-*/**/*.json")]
    return sorted(found, key=lambda one: (NAMES.index(one["arm"]), one["split"], one["seed"]))


def arm_counts(results: Sequence[dict[str, Any]], rule: str) -> list[ArmCounts]:
    """Return the counts of results by one of the two rules for the threshold, group by group; those of folds are joined.

    What has no other folds has no counts by the rule that chooses on them, and what was interrupted between folds has none.
    """
    joined: dict[tuple[str, str, int], dict[str, Sequence[int]]] = {}
    results = _complete(results)
    for group in GROUPS:
        for one in results:
            for test, groups in one["tests"].items():
                others = [other for other in results if (other["arm"], other["seed"]) == (one["arm"], one["seed"]) and other is not one]
                if group not in groups or (rule == CHOSEN and not others):
                    continue
                place = THRESHOLDS.index(0.5) if rule == HALF else best_threshold(others, [group])
                found = {name: counts[place] for name, counts in groups[group].items()}
                joined.setdefault((f"{test}, {group}", one["arm"], one["seed"]), {}).update(found)
    return [ArmCounts(arm, group, seed, counts) for (group, arm, seed), counts in joined.items()]


def _complete(results: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the results of those arms and seeds that have one for every split that any has."""
    splits: dict[tuple[str, int], set[str]] = {}
    for one in results:
        splits.setdefault((one["arm"], one["seed"]), set()).add(one["split"])
    return [one for one in results if splits[one["arm"], one["seed"]] == set().union(*splits.values())]


def best_threshold(results: Sequence[dict[str, Any]], groups: Sequence[str]) -> int:
    """Return the index of the one of `THRESHOLDS` at which the mean over the groups of the pooled IoU of all results is best."""
    counts = [[one for result in results for test in result["tests"].values() for one in test[group].values()] for group in groups]
    return int(np.mean([pooled_iou(np.swapaxes(np.array(of_group, np.float64), 0, 1)) for of_group in counts], axis=0).argmax())


def report(results: Sequence[dict[str, Any]], event: Callable[[str], str]) -> str:
    """Return every table: IoU by both rules for the threshold, with gains over `BASELINE` and `PLAIN`, that of each fold, and features.

    Args:
        results: see `read_results`.
        event: of an image: intervals are of whole events.
    """
    events = {name: event(name) for one in results for groups in one["tests"].values() for group in groups.values() for name in group}
    parts = []
    for rule, counts in _by_rule(results):
        parts.append(f"Threshold {rule}:\n\n{table(compare(counts, BASELINE, events=events))}")
        coupled = [one for one in counts if one.arm not in (TEACHER, BASELINE)]
        if {PLAIN} < {one.arm for one in coupled}:
            parts.append(f"Threshold {rule}, gain over {PLAIN}:\n\n{table(compare(coupled, PLAIN, events=events))}")
    folds = folds_table(results)
    parts += [f"Pooled IoU of each fold at {HALF}, mean of the seeds:\n\n{folds}"] if folds else []
    return "\n\n".join([*parts, f"Features and exchange:\n\n{features_table(results)}"])


def _by_rule(results: Sequence[dict[str, Any]]) -> list[tuple[str, list[ArmCounts]]]:
    """Return the counts of each rule that has some."""
    found = [(rule, arm_counts(results, rule)) for rule in (HALF, CHOSEN)]
    return [(rule, counts) for rule, counts in found if counts]


def folds_table(results: Sequence[dict[str, Any]]) -> str:
    """Return the pooled IoU at 0.5 of each arm, group and fold, in percent, the mean over seeds; empty where there are no folds."""
    folds = sorted({one["split"] for one in results})
    if len(folds) < 2:
        return ""
    rows = []
    for group in (RADAR_ONLY, BOTH_GROUP):
        for arm in dict.fromkeys(one["arm"] for one in results):
            of_folds = [
                [one for result in results if (result["arm"], result["split"]) == (arm, fold) for one in arm_counts([result], HALF)]
                for fold in folds
            ]
            cells = [[pooled_of(one) for one in of_fold if one.group.endswith(f", {group}")] for of_fold in of_folds]
            if all(cells):
                rows.append((group, arm, *(f"{100 * np.mean(values):.1f}" for values in cells)))
    return markdown(("", "arm", *folds), rows)


def pooled_of(network: ArmCounts) -> float:
    """Return the pooled IoU of a network."""
    return float(pooled_iou(np.array(list(network.counts.values()), np.float64)))


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


def export_networks(sensors: Sensors, settings: CskSettings, seed: int, arm: str, output: Path, folds: Path | None = None) -> Path:
    """Write ``flood-optical-SEED.onnx``, ``flood-optical-SEED-both.onnx`` and their card; return the card's path.

    Args:
        sensors: the set of floods.
        settings: the arm was trained with.
        seed: it was trained with.
        arm: a student of two sensors.
        output: holds its weights and results.
        folds: holds the results of the arm on whole events; the threshold is the best one there, and the card has their figures too.

    Raises:
        InputError: the folder of the folds holds no results of the arm, or those of other settings or bands.
        RuntimeError: an exported network differs from the trained one.
    """
    held_out = [] if folds is None else _held_out(folds, sensors, settings, arm)
    threshold = best_threshold(held_out, _mapped(arm)) if held_out else THRESHOLDS.index(0.5)
    run = CskRun(sensors, settings, sensors.splits()[0], seed, output / f"seed-{seed}")
    network = cast(TwoSensors, load(run, arm).network).cpu()
    training = training_facts(network, settings, seed, arm, THRESHOLDS[threshold])
    given = f"--seed {seed} --export {arm!r}" if folds is None else f"--seed {seed} --export {arm!r} --folds FOLDS"
    figures = [
        *card_figures(sensors.name, _mapped(arm), held_out, threshold, f"--output FOLDS --choose --arm {arm!r} --seed {_seeds(held_out)}"),
        *card_figures(sensors.name, _mapped(arm), [read_json(run.path(arm, ".json"))], threshold, f"--output FOLDER {given}"),
    ]
    return write_networks(network, output / f"flood-optical-{seed}.onnx", training, figures)


def _mapped(arm: str) -> tuple[str, ...]:
    """Return the groups that an arm's networks are to map, all alike: its threshold is the best one in their mean."""
    return (RADAR_ONLY, *([NEWER_GROUP] if _arm(arm).older_missing else []), BOTH_GROUP)


def _seeds(results: Sequence[dict[str, Any]]) -> str:
    return " ".join(map(str, sorted({one["seed"] for one in results})))


def _held_out(folder: Path, sensors: Sensors, settings: CskSettings, arm: str) -> list[dict[str, Any]]:
    """Return the results of an arm on events that were held out."""
    results = [one for one in read_results(folder) if one["arm"] == arm and one["split"]]
    path = folder / "settings.json"
    if not results or not path.exists():
        raise InputError(
            f"{folder} holds no results of '{arm}' on held-out events.", "", "Run the same command with --choose into it first."
        )
    given = {"sensors": sensors.name, **stated(settings)}
    if not read_json(path).items() >= json.loads(json.dumps(given)).items():
        raise InputError(
            f"{folder} holds results of other settings, or of other bands.",
            "The threshold is that of this recipe.",
            "Give the same settings.",
        )
    return results


def training_facts(network: TwoSensors, settings: CskSettings, seed: int, arm: str, threshold: float) -> Training:
    """Return what the card says of how a network was trained."""
    return Training(
        recipe="CSK-Net (docs/recipes/csk.md)",
        settings={"arm": arm, **asdict(settings)},
        seed=seed,
        stride=network.shape.stride,
        parameters=count_parameters(network.radar),
        threshold=threshold,
        optical_dates=1 if _arm(arm).older_missing else 2,
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
    # In training mode the image that is counted on would move the statistics of the norms.
    alone.eval()
    image = torch.zeros(1, network.shape.bands, 4 * network.shape.stride, 4 * network.shape.stride)
    plain = Student(network.shape)
    same_size = count_parameters(alone) == count_parameters(network.radar) == count_parameters(plain)
    if not same_size or count_multiplications(alone, image) != count_multiplications(plain, image):
        raise RuntimeError("the radar's side is no plain student")
    return alone


def card_figures(name: str, groups: Sequence[str], results: Sequence[dict[str, Any]], threshold: int, given: str) -> list[dict[str, Any]]:
    """Return what was measured of an arm, as a card holds it: pooled over folds, the mean over seeds.

    Args:
        name: of the set.
        groups: whose figures are told, of `IN_WORDS`.
        results: of the arm.
        threshold: index of the one of `THRESHOLDS` that is used.
        given: arguments of the command that gives the figures.
    """
    command = f"tidemark train csk {name} --data DATA/ombria {given}"
    found = []
    for test in dict.fromkeys(test for one in results for test in one["tests"]):
        for group in groups:
            by_seed: dict[int, list[Sequence[int]]] = {}
            for one in results:
                by_seed.setdefault(one["seed"], []).extend(counts[threshold] for counts in one["tests"][test][group].values())
            hit, false, miss, _ = np.stack([np.sum(counts, axis=0, dtype=np.float64) for counts in by_seed.values()], axis=1)
            seeds = f", mean of {len(by_seed)} seeds" if len(by_seed) > 1 else ""
            for measure, whole in (("IoU", hit + false + miss), ("precision", hit + false), ("recall", hit + miss)):
                if whole.all():
                    data = f"{name}/{test}, {IN_WORDS[group]}, at {THRESHOLDS[threshold]:g}{seeds}"
                    value = round(float(np.mean(hit / whole)), 4)
                    found.append({"data": data, "measure": f"{measure}, pooled", "value": value, "command": command})
    return found
