"""Tell what the CSK recipe reached: tables of its arms, and the networks as they are shipped, with a card and its figures."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch

from ...contract.errors import InputError
from ..datasets.two_sensors import Sensors
from ..evaluation.comparison import ArmCounts, compare, pooled_iou, table
from ..export.cards import Training, both_path, write_card
from ..export.models import FLOOD_WITH_OPTICAL
from ..export.onnx_file import PairDetector, StretchedDetector, export
from ..networks.student import RadarStudent, Student, count_multiplications, count_parameters
from ..networks.two_sensors import TwoSensors
from ..runs import read_json
from ..tables import markdown
from .cross_modal import HALF, THRESHOLDS
from .csk import CskSettings
from .csk_run import BASELINE, BOTH_GROUP, GROUPS, NAMES, NEWER_GROUP, PLAIN, RADAR_ONLY, TEACHER, CskRun, arm_called, load, stated

IN_WORDS = {
    RADAR_ONLY: "radar only",
    NEWER_GROUP: "radar and the optical image after, radar only under clouds",
    BOTH_GROUP: "radar and optical, radar only under clouds",
}
"""The groups whose figures a card holds."""
CHOSEN = "chosen on the other folds"
"""The rule, beside 0.5, by which a probability becomes flood: the threshold of a fold is the best one on the other folds."""


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
        with_images = by_images(coupled)
        if with_images:
            parts.append(f"Threshold {rule}, gain by optical images:\n\n{table(compare(with_images, RADAR_ONLY, events=events))}")
    folds = folds_table(results)
    parts += [f"Pooled IoU of each fold at {HALF}, mean of the seeds:\n\n{folds}"] if folds else []
    return "\n\n".join([*parts, f"Features and exchange:\n\n{features_table(results)}"])


def by_images(counts: Sequence[ArmCounts]) -> list[ArmCounts]:
    """Return the counts of students of two sensors by what each saw: one group for each student, whose arms are `IN_WORDS`."""
    found = []
    for one in counts:
        test, _, group = one.group.partition(", ")
        if group in IN_WORDS:
            found.append(ArmCounts(group, f"{test}, {one.arm}", one.seed, one.counts))
    return found


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
    for group in IN_WORDS:
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
    return (RADAR_ONLY, *([NEWER_GROUP] if arm_called(arm).older_missing else []), BOTH_GROUP)


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
        optical_dates=1 if arm_called(arm).older_missing else 2,
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
