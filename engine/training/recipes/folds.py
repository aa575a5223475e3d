"""Choosing the water student by folds on everything it learns from: each candidate's held-out figures in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..datasets.chips import Chip
from ..datasets.water import FOLDS, PAIRS, WaterData
from ..evaluation.heldout import SCALE_SETS, HeldOut, Seen, load, predict_all, save
from .candidates import Candidate
from .choosing import SCENE, choose, figures_of_places, figures_of_rule, figures_of_scene, lowest_threshold
from .supervised import train

Log = Callable[[str], None]

COLUMNS = ("pooled", "mean", "scene", "bare", "bias", "ece", "dfc", "calm", "lakes", "dry", "land")
"""Of the table: what `figures_of_places`, `figures_of_scene` and `figures_of_rule` return."""


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
    seen: Seen = {}
    chips: dict[str, Chip] = {}
    for name, without_chips, without_places in folds():
        held = _held_out(data, name, without_chips, without_places)
        path = folder / f"{name}.npz"
        if not path.exists():
            mixture = replace(candidate.mixture, porto_alegre=0.0) if name == SCENE else candidate.mixture
            save(path, predict_all(train(data.groups(mixture, without_chips, without_places), settings), held))
            log(f"{candidate.name} seed {seed}: {name}")
        seen |= load(path)
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


def worth(line: Mapping[str, Any]) -> float:
    """Return what a candidate is chosen by: the sum of pooled and mean IoU of hand's places, and of the IoU of porto_alegre.

    The places hold water, most of them much; porto_alegre is a whole scene and dry in the main, as what users map is.
    """
    return float(line["pooled"] + line["mean"] + line["scene"])


def table(found: Sequence[Mapping[str, Any]]) -> str:
    """Return lines as a Markdown table, the best `worth` first."""
    head = ("candidate", "seed", "scales", "temperature", "shift", "threshold", "least", *COLUMNS)
    text = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for line in sorted(found, key=worth, reverse=True):
        scales = " ".join(f"{scale:g}" for scale in line["scales"])
        use = [f"{line[name]:g}" for name in ("temperature", "shift", "threshold", "least")]
        numbers = [f"{line[name]:.4f}" if name in ("bare", "calm", "lakes", "dry", "land") else f"{line[name]:.3f}" for name in COLUMNS]
        text.append("| " + " | ".join([line["candidate"], str(line["seed"]), scales, *use, *numbers]) + " |")
    return "\n".join(text)
