"""Tables of the CSK recipe: what its arms gave, by group and rule for the threshold, by fold, and what their features have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ..evaluation.comparison import ArmCounts, compare, pooled_iou, table
from ..runs import read_json
from ..tables import markdown
from .cross_modal import HALF, THRESHOLDS
from .csk_run import BASELINE, BOTH_GROUP, GROUPS, NAMES, RADAR_ONLY

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
    """Return every table: IoU by both rules for the threshold, that of each fold, and features and exchange.

    Args:
        results: see `read_results`.
        event: of an image: intervals are of whole events.
    """
    events = {name: event(name) for one in results for groups in one["tests"].values() for group in groups.values() for name in group}
    parts = [f"Threshold {rule}:\n\n{table(compare(counts, BASELINE, events=events))}" for rule, counts in _by_rule(results)]
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
