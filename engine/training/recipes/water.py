"""The water student: the ways to train it that were compared by folds, the ones that were chosen, and what is written of them.

Each candidate is trained once for each fold, which holds out whole places of every set, and its figures on what was held out stand in
one table (docs/recipes/water.md). Nothing is known of a place that is measured: neither to the network, nor to how its probabilities are
used, which is chosen on the places that the other folds hold out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from ..datasets.chips import UNKNOWN, Chip
from ..datasets.water import FOLDS, WaterData
from ..evaluation.water import SMALLER
from ..export.cards import Training, write_card
from ..export.models import WATER
from ..export.onnx_file import Detector, export
from ..export.quantise import quantise
from ..networks.student import Shape, Student, channels_last, count_parameters
from ..runs import Log, arrays_once, trained_once
from ..sampling.augment import Augmentation
from ..sampling.crops import CropPlan, Crops, draw_crops
from ..tables import markdown
from .choosing import Calibration, HeldOut, Use, choose, figures_of, tallies
from .supervised import SupervisedSettings, train

COLUMNS = ("score", "hand", "dfc2024", "porto_alegre", "ground", "bare", "land", "sea", "any", "any_mean", "ece", "any_ece")
"""Of the table: what `choosing.figures_of` returns."""

SHARES: Mapping[str, float] = {
    "hand": 0.27,
    "dfc2024": 0.2,
    "ground": 0.22,
    "bare": 0.12,
    "porto_alegre": 0.11,
    "opera_land": 0.05,
    "opera_sea": 0.03,
    "simulated_land": 0.1,
    "simulated_sea": 0.02,
}
"""Of the sets in the crops."""
HAND_SHARE = 0.4
"""Of hand in training beside those shares: no other set tells water among plants as well."""
ANY_WEIGHTS: Mapping[str, float] = {"ground": 0.1, "bare": 0.1, "opera_land": 0.1}
"""Of the sets that hold next to no water that is as bright as land: dark soil that is dry says nothing against such water elsewhere."""
CROPS, CROP = 12_000, 192
"""Crops that are drawn once of all sets, about in their shares, and their side in pixels."""
AUGMENTATION = Augmentation(gain_db=0.3, floor=0.1, ramp=0.1)

Draw = Callable[[], Crops]
"""Gives the crops, once it is asked."""


@dataclass(frozen=True)
class Candidate:
    """A way to train the student: one row of the table."""

    name: str
    settings: SupervisedSettings = field(default_factory=SupervisedSettings)
    shares: Mapping[str, float] = field(default_factory=lambda: {**SHARES, "hand": HAND_SHARE})


@dataclass(frozen=True)
class Choice:
    """A shipped student: a candidate, and how its probabilities are used."""

    candidate: Candidate
    use: Use


def _candidate(name: str, stem: int, levels: int) -> Candidate:
    shape = Shape(stem=stem, levels=levels, outputs=2, smooth=True)
    return Candidate(name, SupervisedSettings(shape=shape, bfloat16=True, any_weights=ANY_WEIGHTS))


CANDIDATES = {name: _candidate(name, stem, levels) for name, stem, levels in (("x4-2", 4, 2), ("x2-0", 2, 0))}
"""By name: the stem, and the levels below its grid."""

CHOICES = {
    "water": Choice(CANDIDATES["x4-2"], Use(Calibration(1.182, -0.27), Calibration(1.326, -0.155), 0.64, 0.28)),
    "water-fine": Choice(CANDIDATES["x2-0"], Use(Calibration(0.812, 0.716), Calibration(1.124, -0.306), 0.58, 0.32)),
}
"""By the name under which a student is shipped."""


def crops_of(data: WaterData, folder: Path, processes: int) -> Crops:
    """Return the crops that all students learn from; drawn where they do not lie in the folder yet."""
    counts = {name: round(CROPS * share) for name, share in SHARES.items()}
    return draw_crops(data.sets, CropPlan(counts, CROP, AUGMENTATION), folder, processes)


@dataclass(frozen=True)
class FoldRuns:
    """The networks of a candidate that were each trained without the places of a fold. What lies in the folder is not made again.

    Attributes:
        data: all sets.
        crops: gives what to learn from, on the device that trains; not asked where all networks are there.
        folder: gets, for each candidate and seed, the weights of each network, ``fold-N.pt``, and its tallies.
        log: told what is done.
    """

    data: WaterData
    crops: Draw
    folder: Path
    log: Log

    def held_out(self, candidate: Candidate, seed: int) -> list[HeldOut]:
        """Return what the network of each fold says of the places that it never saw."""
        held = []
        for number, places in enumerate(FOLDS):
            student = self.network(candidate, seed, number)
            kept = self._of(candidate, seed) / f"fold-{number}.npz"
            held.append(HeldOut.of(arrays_once(kept, partial(tallies, student, self.data.only(places)))))
            self.log(f"{candidate.name} seed {seed}: fold {number}")
        return held

    def network(self, candidate: Candidate, seed: int, number: int) -> Student:
        """Return the network of a candidate and seed that never saw the places of a fold."""
        settings = replace(candidate.settings, seed=seed)
        return trained_once(
            self._of(candidate, seed) / f"fold-{number}.pt",
            lambda: channels_last(Student(settings.shape)),
            lambda: train(self.crops(), candidate.shares, settings, FOLDS[number]),
        )

    def export(self, name: str, seed: int, output: Path) -> None:
        """Export the networks of one of `CHOICES`, each with a card that says what it never saw.

        Args:
            name: of the student.
            seed: of the training.
            output: gets ``NAME/SEED/fold-N.onnx`` with its card, and the 8-bit copy of both.
        """
        candidate = CHOICES[name].candidate
        for number, use in enumerate(uses_of(self.held_out(candidate, seed))):
            path = output / name / str(seed) / f"fold-{number}.onnx"
            if not path.with_name(f"{path.stem}{SMALLER}.json").exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                export_student(self.network(candidate, seed, number), Choice(candidate, use), self.data, seed, path, FOLDS[number])
                self.log(f"{name} seed {seed}: fold {number} exported")

    def _of(self, candidate: Candidate, seed: int) -> Path:
        return self.folder / f"{candidate.name}-{seed}"


def uses_of(held: list[HeldOut]) -> list[Use]:
    """Return how the network of each fold is used: chosen on what the other folds held out."""
    return [choose(HeldOut.joined(held[:number] + held[number + 1 :])) for number in range(len(held))]


def line(held: list[HeldOut], candidate: Candidate, seed: int) -> dict[str, Any]:
    """Return a line of the table: the use of a network that learns from everything, and the figures of the folds."""
    uses = [use for use, one in zip(uses_of(held), held, strict=True) for _ in one.places]
    joined = HeldOut.joined(held)
    return {"candidate": candidate.name, "seed": seed, "use": asdict(choose(joined))} | figures_of(joined, uses)


def table(found: Sequence[Mapping[str, Any]]) -> str:
    """Return lines as a Markdown table, the best score first."""
    head = ("candidate", "seed", "open: temperature, shift", "any: temperature, shift", "threshold", "possible", *COLUMNS)
    rows = []
    for one in sorted(found, key=lambda one: float(one["score"]), reverse=True):
        use = one["use"]
        scaled = [f"{use[name]['temperature']:g}, {use[name]['bias']:g}" for name in ("open_water", "any_water")]
        numbers = [f"{one[name]:.4f}" if name in ("bare", "land", "sea") else f"{one[name]:.3f}" for name in COLUMNS]
        rows.append([one["candidate"], str(one["seed"]), *scaled, f"{use['threshold']:g}", f"{use['possible']:g}", *numbers])
    return markdown(head, rows)


def export_student(student: Student, choice: Choice, data: WaterData, seed: int, path: Path, without: Sequence[str] = ()) -> list[Path]:
    """Write a student as ONNX, its 8-bit copy and a card beside each.

    Args:
        student: trained.
        choice: how it was trained, and how it is used.
        data: what it was trained on.
        seed: of the training.
        path: ``NAME.onnx``; the copy is ``NAME-int8.onnx``.
        without: places that it has not seen; the cards say so.

    Returns:
        both cards.

    Raises:
        RuntimeError: the exported network differs from the trained one.
    """
    use, student = choice.use, student.cpu()
    both = (use.open_water, use.any_water)
    export(Detector(student, [one.temperature for one in both], [one.bias for one in both]), path)
    sets = data.without(without)
    smaller = path.with_name(f"{path.stem}{SMALLER}.onnx")
    quantise(path, smaller, [chip for name in ("hand", "dfc2024", "ground") for chip in sets[name]])
    title = WATER.title if student.shape.stem == 4 else f"{WATER.title}, finer"
    model = replace(WATER, title=title, data=tuple(_told_set(entry, without) for entry in WATER.data))
    training = Training(
        recipe="plain supervision (engine/training/recipes/supervised.py)",
        settings=_told_settings(choice.candidate),
        seed=seed,
        stride=student.stride,
        parameters=count_parameters(student),
        threshold=use.threshold,
        possible_threshold=use.possible,
        temperature=[one.temperature for one in both],
        shift=[one.bias for one in both],
        input_median_db=median_range([chip for chips in sets.values() for chip in chips], ("VV", "VH")),
    )
    quick = replace(training, weights="8 bits, static, calibrated on training chips")
    return [write_card(path, model, training), write_card(smaller, replace(model, title=f"{title}, 8 bits"), quick)]


def _told_set(entry: Mapping[str, str], without: Sequence[str]) -> dict[str, str]:
    """Return what a card says of a set, with the places of it that the network has not seen."""
    name = entry["name"].removeprefix("flood_db/")
    unseen = [place for place in without if place.split("/")[0].startswith(name.removesuffix("_rtc"))]
    return {**entry, "without": ", ".join(place.split("/")[-1] for place in unseen)} if unseen else dict(entry)


def _told_settings(candidate: Candidate) -> dict[str, Any]:
    settings = candidate.settings
    return {
        "candidate": candidate.name,
        **{name: getattr(settings.shape, name) for name in ("stem", "width", "levels")},
        **{name: getattr(settings, name) for name in ("steps", "batch", "crop", "rate", "decay", "dice", "average")},
        "augmentation": asdict(AUGMENTATION),
        "shares": dict(candidate.shares),
        "any_weights": dict(settings.any_weights),
    }


def median_range(chips: Sequence[Chip], bands: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return, for each band, the lowest and highest median of the chips' observed pixels, in dB with one decimal."""
    medians = np.array([np.median(chip.image[:, chip.label != UNKNOWN], axis=1) for chip in chips])
    return {
        band: (round(float(low), 1), round(float(high), 1))
        for band, low, high in zip(bands, medians.min(axis=0), medians.max(axis=0), strict=True)
    }
