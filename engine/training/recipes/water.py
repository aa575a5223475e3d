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
import torch
from torch import Tensor

from ...methods.quicker import COPY
from ..datasets.chips import UNKNOWN, Chip
from ..datasets.water import FOLDS, HIDDEN, OPEN, WaterData
from ..evaluation.comparison import ArmCounts, compare
from ..evaluation.comparison import table as compared
from ..export.cards import Training, write_card
from ..export.models import WATER
from ..export.onnx_file import Detector, export
from ..export.quantise import quantise
from ..networks.student import Shape, Student, channels_last, count_parameters
from ..runs import Log, arrays_once, trained_once, unfinished
from ..sampling.augment import Augmentation
from ..sampling.crops import CropPlan, Crops, draw_crops
from ..tables import markdown
from .choosing import Calibration, HeldOut, Use, any_map, choose, count, figures_of, open_map, tallies
from .supervised import SupervisedSettings, soft_labels, train

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

OVERLAP_WITHOUT_LEVELS = 32
"""Pixels that windows share of a student without levels below its grid, which sees no more than 7 pixels around."""

Draw = Callable[[], Crops]
"""Gives the crops, once it is asked."""


@dataclass(frozen=True)
class Candidate:
    """A way to train the student: one row of the table.

    Attributes:
        name: in the table.
        settings: of the training.
        shares: of the sets in it.
        teachers: other candidates, whose networks, trained with each of `TEACHER_SEEDS`, give soft labels to learn from besides.
    """

    name: str
    settings: SupervisedSettings = field(default_factory=SupervisedSettings)
    shares: Mapping[str, float] = field(default_factory=lambda: {**SHARES, "hand": HAND_SHARE})
    teachers: tuple[Candidate, ...] = ()

    def of_steps(self, steps: int) -> Candidate:
        """Return the candidate, and its teachers, trained for so many steps."""
        teachers = tuple(teacher.of_steps(steps) for teacher in self.teachers)
        return replace(self, settings=replace(self.settings, steps=steps), teachers=teachers)


@dataclass(frozen=True)
class Choice:
    """A shipped student: a candidate, and how its probabilities are used."""

    candidate: Candidate
    use: Use


def _candidate(name: str, stem: int, levels: int) -> Candidate:
    shape = Shape(stem=stem, levels=levels, outputs=2, smooth=True)
    return Candidate(name, SupervisedSettings(shape=shape, bfloat16=True, any_weights=ANY_WEIGHTS))


_PLAIN = [_candidate(name, stem, levels) for name, stem, levels in (("x4-2", 4, 2), ("x2-0", 2, 0))]
TAUGHT, TEACHER_SEEDS = "-taught", (1, 2)
CANDIDATES = {one.name: one for one in (*_PLAIN, *(replace(plain, name=plain.name + TAUGHT, teachers=tuple(_PLAIN)) for plain in _PLAIN))}
"""By name: the stem, the levels below its grid, and whether those without teachers, both of them, teach it."""

CHOICES = {
    "water": Choice(CANDIDATES["x4-2-taught"], Use(Calibration(0.998, 0.227), Calibration(1.222, -0.142), 0.72, 0.3)),
    "water-fine": Choice(CANDIDATES["x2-0"], Use(Calibration(0.812, 0.716), Calibration(1.124, -0.306), 0.58, 0.32)),
}
"""By the name under which a student is shipped."""


def crops_of(data: WaterData, folder: Path, processes: int) -> Crops:
    """Return the crops that all students learn from; drawn where they do not lie in the folder yet."""
    counts = {name: round(CROPS * share) for name, share in SHARES.items()}
    return draw_crops(data.sets, CropPlan(counts, CROP, AUGMENTATION), folder, processes)


@dataclass(frozen=True)
class WaterRuns:
    """The networks of candidates, each trained without the places of a fold, or on everything. What lies in the folder is not made again.

    Attributes:
        data: all sets.
        crops: gives what to learn from, on the device that trains; not asked where all networks are there.
        folder: gets, for each candidate and seed, the weights of each network, ``fold-N.pt`` or ``all.pt``, and its tallies; also the
            soft labels of teachers.
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

    def network(self, candidate: Candidate, seed: int, fold: int | None = None) -> Student:
        """Return the network of a candidate and seed that never saw the places of a fold; None: that has learned from everything."""
        settings, part = replace(candidate.settings, seed=seed), _part(fold)

        def report(step: int, loss: float) -> None:
            self.log(f"{candidate.name} seed {seed}, {part}: step {step}, loss {loss:.4f}")

        def trained() -> Student:
            soft = self._soft(candidate, fold)
            return train(self.crops(), candidate.shares, settings, _left_out(fold), report, soft)

        return trained_once(self._of(candidate, seed) / f"{part}.pt", lambda: channels_last(Student(settings.shape)), trained)

    def _soft(self, candidate: Candidate, fold: int | None) -> Tensor | None:
        """Return what a candidate's teachers, which have not seen the places of the fold either, say in the mean of all crops."""
        if not candidate.teachers:
            return None
        path = self.folder / "soft labels" / f"{' and '.join(one.name for one in candidate.teachers)}, {_part(fold)}.npy"
        if not path.exists():
            device = self.crops().image.device
            networks = [self.network(teacher, seed, fold).to(device) for teacher in candidate.teachers for seed in TEACHER_SEEDS]
            with unfinished(path) as temporary, temporary.open("wb") as file:
                np.save(file, soft_labels(networks, self.crops(), candidate.settings.crop, _left_out(fold)).cpu().numpy())
            self.log(f"{candidate.name}: soft labels, {_part(fold)}")
        return torch.from_numpy(np.load(path)).to(self.crops().image.device)

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
            if not path.with_name(f"{path.stem}{COPY}.json").exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                export_student(self.network(candidate, seed, number), Choice(candidate, use), self.data, seed, path, FOLDS[number])
                self.log(f"{name} seed {seed}: fold {number} exported")

    def _of(self, candidate: Candidate, seed: int) -> Path:
        return self.folder / f"{candidate.name}-{seed}"


def _part(fold: int | None) -> str:
    return "all" if fold is None else f"fold-{fold}"


def _left_out(fold: int | None) -> Sequence[str]:
    return () if fold is None else FOLDS[fold]


def uses_of(held: list[HeldOut]) -> list[Use]:
    """Return how the network of each fold is used: chosen on what the other folds held out."""
    return [choose(HeldOut.joined(held[:number] + held[number + 1 :])) for number in range(len(held))]


@dataclass(frozen=True)
class Unseen:
    """What the networks of all folds say of the places that they never saw, and how the network that held each place out is used."""

    held: HeldOut
    uses: list[Use]

    @staticmethod
    def of(parts: list[HeldOut]) -> Unseen:
        """Return what the networks of the folds say, one after the other, as one."""
        return Unseen(HeldOut.joined(parts), [use for use, one in zip(uses_of(parts), parts, strict=True) for _ in one.places])


def line(unseen: Unseen, candidate: Candidate, seed: int) -> dict[str, Any]:
    """Return a line of the table: the use of a network that learns from everything, and the figures of the folds."""
    return {"candidate": candidate.name, "seed": seed, "use": asdict(choose(unseen.held))} | figures_of(unseen.held, unseen.uses)


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


def taught_gains(found: Mapping[str, Mapping[int, Unseen]]) -> str:
    """Return what teachers add to a candidate of the same shape without, with intervals of other places, as Markdown.

    Args:
        found: by candidate and seed.
    """
    rows = []
    for name, candidate in CANDIDATES.items():
        both = {plain for plain in (name, name.removesuffix(TAUGHT)) if plain in found}
        if candidate.teachers and len(both) > 1:
            networks = [one for arm in sorted(both) for seed, unseen in found[arm].items() for one in _counted(arm, seed, unseen)]
            rows += compare(networks, name.removesuffix(TAUGHT))
    return compared(rows) if rows else ""


def _counted(arm: str, seed: int, unseen: Unseen) -> list[ArmCounts]:
    """Return the counts by place of open water on the sets that hold land and water, and of open and possible water on hand."""
    held = unseen.held
    maps = {"open water": (open_map, (OPEN,)), "open or possible water": (any_map, (OPEN, HIDDEN))}
    found = []
    for words, (mapped, kinds) in maps.items():
        counts = count(held, np.stack([mapped(use) for use in unseen.uses]), kinds)
        rows = np.stack([counts.hit, counts.false, counts.miss, counts.right], axis=1).tolist()
        for name in ("hand", "dfc2024", "ground") if mapped is open_map else ("hand",):
            by_place = {place: row for place, row, its_set in zip(held.places, rows, held.sets, strict=True) if its_set == name}
            found.append(ArmCounts(arm, f"{name}, {words}, {arm.removesuffix(TAUGHT)}", seed, by_place))
    return found


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
    smaller = path.with_name(f"{path.stem}{COPY}.onnx")
    quantise(path, smaller, [chip for name in ("hand", "dfc2024", "ground") for chip in sets[name]])
    title = WATER.title if student.shape.stem == 4 else f"{WATER.title}, finer"
    overlap = WATER.overlap if student.shape.levels else OVERLAP_WITHOUT_LEVELS
    model = replace(WATER, title=title, overlap=overlap, data=tuple(_told_set(entry, without) for entry in WATER.data))
    training = Training(
        recipe=f"{'labels and soft labels of teachers' if choice.candidate.teachers else 'plain supervision'} (docs/recipes/water.md)",
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
        **({"soft": settings.soft, "teachers": _told_teachers(candidate)} if candidate.teachers else {}),
    }


def _told_teachers(candidate: Candidate) -> list[str]:
    return [f"{teacher.name}, seed {seed}" for teacher in candidate.teachers for seed in TEACHER_SEEDS]


def median_range(chips: Sequence[Chip], bands: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return, for each band, the lowest and highest median of the chips' observed pixels, in dB with one decimal."""
    medians = np.array([np.median(chip.image[:, chip.label != UNKNOWN], axis=1) for chip in chips])
    return {
        band: (round(float(low), 1), round(float(high), 1))
        for band, low, high in zip(bands, medians.min(axis=0), medians.max(axis=0), strict=True)
    }
