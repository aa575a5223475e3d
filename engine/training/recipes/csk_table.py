"""The tables of the CSK recipe, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..evaluation.comparison import compare, table
from .cross_modal_run import CHOSEN, HALF
from .csk_run import BASELINE, outcomes

Result = dict[str, Any]


def report(results: Sequence[Result]) -> str:
    """Return every table: IoU by both rules for the threshold, and features and exchange."""
    parts = [f"Threshold {rule}:\n\n{table(compare(outcomes(results, rule), BASELINE))}" for rule in (HALF, CHOSEN)]
    return "\n\n".join([*parts, f"Features and exchange:\n\n{features_table(results)}"])


def features_table(results: Sequence[Result]) -> str:
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
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for arm in dict.fromkeys(one["arm"] for one in results):
        of_arm = [one for one in results if one["arm"] == arm]
        found = {name: [one["cka"][name] for one in of_arm if name in one["cka"]] for name in ("before", "after", "with teacher")}
        exchange = [one["exchange"] for one in of_arm if one["exchange"]]
        cells = (
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
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _mean(values: Sequence[float]) -> str:
    return f"{np.mean(values):.3f}" if values else ""


def _each(values: Sequence[float]) -> str:
    return " ".join(f"{value:.3f}" for value in values)


def _joined(found: Sequence[Any], written: Callable[[Any], str]) -> str:
    return "; ".join(written(one) for one in found)
