"""The networks of the CSK recipe as they are shipped: two files and one card."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch

from ...contract.errors import InputError
from ..datasets.two_sensors import Sensors
from ..export.cards import Training, both_path, write_card
from ..export.models import FLOOD_WITH_OPTICAL
from ..export.onnx_file import PairDetector, StretchedDetector, export
from ..networks.student import RadarStudent, Student, count_multiplications, count_parameters
from ..networks.two_sensors import TwoSensors
from ..runs import read_json
from .cross_modal import THRESHOLDS
from .csk import CskSettings
from .csk_run import BOTH_GROUP, RADAR_ONLY, CskRun, load, stated
from .csk_tables import best_threshold, read_results


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
    threshold = best_threshold(held_out, (RADAR_ONLY, BOTH_GROUP)) if held_out else THRESHOLDS.index(0.5)
    run = CskRun(sensors, settings, sensors.splits()[0], seed, output / f"seed-{seed}")
    network = cast(TwoSensors, load(run, arm).network).cpu()
    training = training_facts(network, settings, seed, arm, THRESHOLDS[threshold])
    given = f"--seed {seed} --export {arm!r}" if folds is None else f"--seed {seed} --export {arm!r} --folds FOLDS"
    figures = [
        *card_figures(sensors.name, held_out, threshold, f"--output FOLDS --choose --arm {arm!r} --seed {_seeds(held_out)}"),
        *card_figures(sensors.name, [read_json(run.path(arm, ".json"))], threshold, f"--output FOLDER {given}"),
    ]
    return write_networks(network, output / f"flood-optical-{seed}.onnx", training, figures)


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


def card_figures(name: str, results: Sequence[dict[str, Any]], threshold: int, given: str) -> list[dict[str, Any]]:
    """Return what was measured of an arm, as a card holds it: pooled over folds, the mean over seeds.

    Args:
        name: of the set.
        results: of the arm.
        threshold: index of the one of `THRESHOLDS` that is used.
        given: arguments of the command that gives the figures.
    """
    command = f"tidemark train csk {name} --data ../shared/data/ombria {given}"
    found = []
    for test in dict.fromkeys(test for one in results for test in one["tests"]):
        for group, words in ((RADAR_ONLY, "radar only"), (BOTH_GROUP, "radar and optical, radar only under clouds")):
            by_seed: dict[int, list[Sequence[int]]] = {}
            for one in results:
                by_seed.setdefault(one["seed"], []).extend(counts[threshold] for counts in one["tests"][test][group].values())
            hit, false, miss, _ = np.stack([np.sum(counts, axis=0, dtype=np.float64) for counts in by_seed.values()], axis=1)
            seeds = f", mean of {len(by_seed)} seeds" if len(by_seed) > 1 else ""
            for measure, whole in (("IoU", hit + false + miss), ("precision", hit + false), ("recall", hit + miss)):
                if whole.all():
                    data = f"{name}/{test}, {words}, at {THRESHOLDS[threshold]:g}{seeds}"
                    value = round(float(np.mean(hit / whole)), 4)
                    found.append({"data": data, "measure": f"{measure}, pooled", "value": value, "command": command})
    return found
