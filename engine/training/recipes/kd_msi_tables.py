"""The change recipe measured: the arms, their tables, and the network that is exported with its card."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import expit, logit

from ...methods.log_ratio import RULES, SMOOTH, STEEPNESS, SURE_DB, log_ratio, second_opinion
from ...raster.arrays import DoubleArray, FloatArray
from ..datasets.change_data import Dates, each_pair
from ..evaluation.change_scores import BASELINES, THRESHOLDS, Maps, Score, at, log_ratios, score
from ..evaluation.comparison import ArmCounts, compare, table
from ..export.cards import Training, write_card
from ..export.models import CHANGE
from ..export.onnx_file import StretchedDetector, export
from ..networks.siamese import SCALES, multiscale_maps, single_scale, teacher_map
from ..networks.student import RadarStudent, count_parameters, predict
from ..runs import Log, read_json, write_json
from ..tables import markdown
from .kd_msi import MSI_THRESHOLD, KdMsiNetworks, KdMsiSettings, Measured, noted

FIXED = 0.5
"""At which the maps of stage 3 are cut, for pseudo-masks teach them what 0.5 means; baselines give 0 or 1."""
TEACHER, ONE_SCALE, MAXIMUM, MSI = "teacher CAM", "student, one scale", "student, scales by maximum", "student, MSI"
OUTLINES = "network of simulated pairs"
SHIPPED = "shipped student with the log-ratio"
ALONE = "shipped student alone"
ARMS = (TEACHER, ONE_SCALE, MAXIMUM, MSI, OUTLINES, ALONE, SHIPPED)
LOG_RATIO_WEIGHT = 0.6
"""Share of the log-ratio beside the shipped student where it is sure: see docs/recipes/kd-msi.md."""
SHIFT = 0.75
"""Added to the shipped student's logit: on events that nobody has seen it says too little (docs/recipes/kd-msi.md)."""
CUTS = {TEACHER: 0.15, ONE_SCALE: 0.15, MAXIMUM: 0.05, MSI: MSI_THRESHOLD}
"""At which the maps of stage 1 are cut; see docs/recipes/kd-msi.md."""

Scores = dict[str, dict[int, Score]]
"""By arm and seed; baselines, which have no seed, have 0."""


def arms(networks: KdMsiNetworks, wanted: Collection[str] = ARMS) -> Maps:
    """Return the maps that are compared of a seed's networks, those that are wanted of `ARMS`."""

    def maps(dates: Dates) -> dict[str, FloatArray]:
        image, found = dates.stretched(), dict[str, FloatArray]()
        if TEACHER in wanted:
            found[TEACHER] = teacher_map(networks.teacher, image)
        if ONE_SCALE in wanted:
            found[ONE_SCALE] = single_scale(networks.student, image)
        if MAXIMUM in wanted or MSI in wanted:
            found[MSI], found[MAXIMUM] = multiscale_maps(networks.student, image)
        if OUTLINES in wanted:
            found[OUTLINES] = predict(networks.outlines, image)
        if ALONE in wanted or SHIPPED in wanted:
            found[ALONE] = predict(networks.segmenter, image)
        if SHIPPED in wanted:
            found[SHIPPED] = with_log_ratio(found[ALONE], dates)
        return {name: found[name] for name in ARMS if name in wanted}

    return maps


def with_log_ratio(probability: FloatArray, dates: Dates) -> FloatArray:
    """Return a student's map as it is shipped: shifted, and joined with the log-ratio's opinion on the same dates as the engine does it."""
    image = np.concatenate([dates.newer, dates.older]).astype(np.float32)
    shifted = np.asarray(expit(logit(probability) + np.float32(SHIFT)), np.float32)
    return second_opinion(LOG_RATIO_WEIGHT, [image], display=True).joined(shifted, log_ratio(image, display=True))


def measure(on: Measured, networks: KdMsiNetworks | None, seed: int, path: Path, log: Log) -> None:
    """Measure a seed's arms, or without networks the baselines.

    Scores are kept in a file, each with what it depends on beside the networks, and measured again where that has become another: other
    pairs, or for the arm that is shipped another opinion of the log-ratio.
    """
    titles = tuple(BASELINES) if networks is None else ARMS
    kept = {one["arm"]: one for one in _kept(path) if one["settings"] == measured_with(one["arm"], on.names)}
    wanted = [title for title in titles if title not in kept]
    if not wanted:
        return
    log(f"seed {seed}: measuring {', '.join(wanted)}" if seed else "measuring the log-ratio")
    maps = log_ratios if networks is None else arms(networks, wanted)
    found = score(on.folder, (pair for pair in each_pair(on.folder, on.layout) if pair.name in on.names), maps)
    kept |= {name: {"arm": name, "seed": seed, "settings": measured_with(name, on.names), **asdict(one)} for name, one in found.items()}
    write_json(path, [kept[title] for title in titles])


def is_measured(path: Path, names: Collection[str]) -> bool:
    """Return whether a file holds the scores of all arms on the named pairs, measured as they would be now."""
    kept = {one["arm"]: one["settings"] for one in _kept(path)}
    return all(kept.get(arm) == measured_with(arm, names) for arm in ARMS)


def measured_with(arm: str, names: Iterable[str]) -> dict[str, Any]:
    """Return what the score of an arm depends on beside its networks, as a file keeps it."""
    found: dict[str, Any] = {"pairs": sorted(names), "thresholds": list(THRESHOLDS)}
    if arm in (MSI, MAXIMUM):
        found["scales"] = list(SCALES)
    if arm == SHIPPED:
        found |= {"shift": SHIFT, "weight": LOG_RATIO_WEIGHT, "rules": list(RULES), "sure": SURE_DB, "steepness": STEEPNESS}
    if arm == SHIPPED or arm in BASELINES:
        found["smooth"] = SMOOTH
    return found


def _kept(path: Path) -> list[dict[str, Any]]:
    return read_json(path) if path.exists() else []


def read_scores(output: Path) -> Scores:
    """Return all that `measure` kept in the files ``scores-….json`` of a folder, baselines first."""
    found: Scores = {}
    for path in sorted(output.glob("scores-*.json"), key=lambda path: (path.stem != "scores-baselines", path.name)):
        for kept in read_json(path):
            found.setdefault(kept["arm"], {})[kept["seed"]] = Score(kept["counts"], kept["unchanged"], kept["copies"])
    return found


def merged(parts: Sequence[Scores]) -> Scores:
    """Return the scores of folds, whose images differ, as those of one set: of the arms and seeds that every fold has."""
    found: Scores = {}
    for arm in parts[0]:
        for seed in parts[0][arm]:
            each = [part[arm][seed] for part in parts if seed in part.get(arm, {})]
            if len(each) == len(parts):
                counts = {name: rows for one in each for name, rows in one.counts.items()}
                unchanged, copies = (np.sum([getattr(one, kind) for one in each], axis=0).tolist() for kind in ("unchanged", "copies"))
                found.setdefault(arm, {})[seed] = Score(counts, unchanged, copies)
    return found


def report(scores: Scores, events: Mapping[str, int] | None = None) -> str:
    """Return the tables: figures at each arm's threshold, IoU and false change over thresholds, and differences to MSI with intervals.

    Args:
        scores: see there.
        events: of the images. Where they are given, intervals are those of other events, and means are those of events.
    """
    return "\n\n".join([_figures(scores), _curve(scores), table(compare(arm_counts(scores, events), MSI))])


def arm_counts(scores: Scores, events: Mapping[str, int] | None = None) -> list[ArmCounts]:
    """Return the counts at each arm's threshold, by image or by event; a baseline without a seed stands beside every seed."""
    seeds = sorted({seed for by_seed in scores.values() for seed in by_seed} - {0}) or [0]
    group = "by image" if events is None else "by event"
    return [
        ArmCounts(arm, group, seed, by_event(at(one, cut(arm)), events))
        for arm, by_seed in scores.items()
        for given, one in by_seed.items()
        for seed in ([given] if given else seeds)
    ]


def by_event(counts: Mapping[str, Sequence[int]], events: Mapping[str, int] | None) -> dict[str, Sequence[int]]:
    """Return counts by image summed up by event; as they are where no events are given."""
    if events is None:
        return dict(counts)
    found: dict[str, Sequence[int]] = {}
    for name, row in counts.items():
        event = str(events[name])
        found[event] = [a + b for a, b in zip(found.get(event, (0, 0, 0, 0)), row, strict=True)]
    return found


def cut(arm: str) -> float:
    """Return the threshold of an arm."""
    return CUTS.get(arm, FIXED)


def pooled(score_: Score) -> DoubleArray:
    """Return IoU, P, R and F1, pooled over the images, at each threshold: (thresholds, 4), NaN where nothing is called changed."""
    total: DoubleArray = np.sum(np.array(list(score_.counts.values()), np.float64), axis=0)
    hit, false, miss, _ = total.T
    with np.errstate(invalid="ignore"):
        return np.stack([hit / (hit + false + miss), hit / (hit + false), hit / (hit + miss), 2 * hit / (2 * hit + false + miss)], axis=1)


def _figures(scores: Scores) -> str:
    head = ("arm", "τ", "seed", "IoU", "P", "R", "F1", "false change, unchanged tiles", "false change, copies")
    lines = []
    for arm, by_seed in scores.items():
        row = THRESHOLDS.index(cut(arm))
        for seed, one in sorted(by_seed.items()):
            shares = [false / max(1, total) for false, total in (one.unchanged[row], one.copies[row])]
            cells = [f"{value:.3f}" for value in pooled(one)[row]] + [f"{share:.4f}" for share in shares]
            lines.append([arm, f"{cut(arm):g}", str(seed) if seed else "–", *cells])
    return markdown(head, lines)


def _curve(scores: Scores) -> str:
    lines, false = [], []
    for arm, by_seed in scores.items():
        mean = np.mean([pooled(one)[:, 0] for one in by_seed.values()], axis=0)
        best = int(np.nanargmax(mean))
        lines.append([arm, *(f"{value:.2f}" for value in mean[1::2]), f"{mean[best]:.3f} at {THRESHOLDS[best]:g}"])
        unchanged = np.mean([[called / max(1, total) for called, total in one.unchanged] for one in by_seed.values()], axis=0)
        false.append([arm, *(f"{share:.2f}" for share in unchanged[1::2])])
    shown = [f"{threshold:g}" for threshold in THRESHOLDS[1::2]]
    return "\n\n".join(
        [
            markdown(("IoU(τ), mean of seeds", *shown, "best here"), lines),
            markdown(("false change in unchanged tiles (τ), mean of seeds", *shown), false),
        ]
    )


def export_student(student: RadarStudent, settings: KdMsiSettings, seed: int, scores: Scores, path: Path) -> Path:
    """Write a student as ``NAME.onnx`` and its card beside it; return the card's path.

    Args:
        student: the segmenter of stage 3.
        settings, seed: it was trained with.
        scores: measured ones, of which the student's own go into the card.
        path: ``NAME.onnx``.

    Raises:
        RuntimeError: the exported network differs from the trained one.
    """
    export(StretchedDetector(student, bias=SHIFT), path)
    training = Training(
        recipe="KD-MSI, stage 3 (docs/recipes/kd-msi.md)",
        settings=noted(settings),
        seed=seed,
        stride=student.stride,
        parameters=count_parameters(student),
        threshold=FIXED,
        shift=(SHIFT,),
        log_ratio_weight=LOG_RATIO_WEIGHT,
    )
    return write_card(path, CHANGE, training, card_figures(scores, seed))


def card_figures(scores: Scores, seed: int) -> list[dict[str, object]]:
    """Return what was measured of the exported student as a card holds it."""
    one = scores[SHIPPED][seed]
    row = THRESHOLDS.index(FIXED)
    shares = [false / max(1, total) for false, total in (one.unchanged[row], one.copies[row])]
    names = ("IoU", "precision", "recall", "F1", "false change in unchanged tiles", "false change in copies with new speckle")
    values = [*pooled(one)[row], *shares]
    command = "tidemark train kd-msi --data DATA --output FOLDER --seed 1 2 3"
    return [
        {"data": f"ombria/val, at {FIXED:g}", "measure": f"{name}, pooled", "value": round(float(value), 4), "command": command}
        for name, value in zip(names, values, strict=True)
        if np.isfinite(value)
    ]
