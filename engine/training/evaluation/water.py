"""The water student, whole or one for each place, and the classical baselines, measured side by side on labelled chips. No torch here."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import rasterio

from ...contract.card import Card, read_card
from ...contract.classes import ClassCode
from ...contract.errors import InputError
from ...contract.job import Job, Source
from ...methods.quicker import COPY
from ...methods.thresholds import BelowThresholds, Threshold
from ...pipeline.detect import detect
from ...raster.arrays import BoolArray, FloatArray
from ..datasets.chips import Chip
from ..tables import markdown
from .comparison import ArmCounts, compare
from .comparison import table as comparison_table
from .metrics import Counts, Figures, count, figures, mean_iou, pool

Map = tuple[FloatArray, BoolArray]
Method = Callable[[Chip, Path], Map]

BANDS = ("VV", "VH")
BASELINES = {"Otsu": "otsu", "Kittler-Illingworth": "kittler", "VV < -15.5 or VH < -23 dB": "fixed"}
"""Classical methods that `detect` offers, by the name that the table gives them."""
SWEEP_DB = range(-26, -8)
"""Values of the single fixed threshold, in each band."""
LEFT_OUT = "each place by a network of the same recipe that never saw it"
POSSIBLE = "open or possible"
"""What is added to the name of a student whose two classes count as one."""
VARIANTS = {"": ("", ()), "int8": (COPY, ()), "{0.5 1 1.25 2}": ("", (0.5, 1.0, 1.25, 2.0))}
"""Ways to use a student: what its card's name ends in, scales (none: the card's)."""
POOLED, MEAN = "pooled", "mean of places"


@dataclass(frozen=True)
class Row:
    """A method on one place, or on all of them.

    Attributes:
        place, method: their names.
        figures: of the method there.
        counts: hits, false water, misses and dry pixels of a place; nothing for all of them.
    """

    place: str
    method: str
    figures: Figures
    counts: tuple[int, ...] = ()


def evaluate(chips: Sequence[Chip], methods: Mapping[str, Method], report: Callable[[str], None] = lambda _: None) -> list[Row]:
    """Measure methods on chips.

    Args:
        chips: with the paths of their images; labels 255 are left out.
        methods: by name.
        report: told which method is running.

    Returns:
        rows by place, `POOLED` and `MEAN` first; of `MEAN` only the IoU is meant, the rest is NaN.

    Raises:
        TidemarkError: an image or a model that cannot be used.
    """
    counts: dict[str, dict[str, Counts]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, method in methods.items():
            report(name)
            counts[name] = {}
            for chip in chips:
                probability, detected = method(chip, Path(folder))
                counts[name][chip.name.split("/")[-1]] = count(probability, detected, chip.label)
    rows = [Row(POOLED, name, figures(pool(list(found.values())))) for name, found in counts.items()]
    rows += [Row(MEAN, name, _only_iou(mean_iou(list(found.values())))) for name, found in counts.items()]
    places = [chip.name.split("/")[-1] for chip in chips]
    return rows + [_row(place, name, found[place]) for place in places for name, found in counts.items()]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table: one line for each method, its figures pooled over the chips, then the IoU of each chip.

    Of a chip without water the share mapped as water stands instead, in brackets.
    """
    places = list(dict.fromkeys(row.place for row in rows if row.place not in (POOLED, MEAN)))
    found = {(row.method, row.place): row.figures for row in rows}
    head = ["method", "IoU, pooled", "IoU, mean", "P", "R", "F1", "area bias", "ECE", *places]
    lines = []
    for method in dict.fromkeys(row.method for row in rows):
        f = found[method, POOLED]
        numbers = [f"{value:.3f}" for value in (f.iou, found[method, MEAN].iou, f.precision, f.recall, f.f1)]
        by_place = [_of_chip(found[method, place]) for place in places]
        lines.append([method, *numbers, f"{f.area_bias:+.3f}", f"{f.ece:.3f}", *by_place])
    return markdown(head, lines).replace("nan", "–")


def gains(rows: Sequence[Row], folder: Path, set_name: str) -> str:
    """Return what the students of a folder gain over the best of the other methods, as a Markdown table: seeds joined, with intervals.

    Args:
        rows: of `evaluate`, with the methods of `left_out` among them.
        folder: see `left_out`.
        set_name: of the chips.
    """
    students = {
        f"{label(run.parent.name, run.name, variant)}{classes}": (f"{run.parent.name} {variant}".strip() + classes, int(run.name))
        for run in _runs(folder)
        for variant in VARIANTS
        for classes in ("", f", {POSSIBLE}")
    }
    pooled = {row.method: row.figures.iou for row in rows if row.place == POOLED and row.method not in students}
    best = max(pooled, key=pooled.__getitem__)
    counts: dict[str, dict[str, tuple[int, ...]]] = {}
    for row in rows:
        if row.counts:
            counts.setdefault(row.method, {})[row.place] = row.counts
    networks = [ArmCounts(arm, set_name, seed, counts[name]) for name, (arm, seed) in students.items() if name in counts]
    networks += [ArmCounts(best, set_name, seed, counts[best]) for seed in sorted({seed for _, seed in students.values()})]
    return comparison_table(compare(networks, best))


def as_records(rows: Sequence[Row]) -> list[dict[str, object]]:
    """Return the rows as plain dicts; what has no meaning is None."""
    return [
        {"place": row.place, "method": row.method}
        | {name: None if math.isnan(value) else round(value, 5) for name, value in asdict(row.figures).items()}
        for row in rows
    ]


def card_figures(rows: Sequence[Row], method: str, data: str, command: str) -> list[dict[str, object]]:
    """Return a method's figures as a card holds them, those of open water and those with possible water.

    Args:
        rows: of `evaluate`.
        method: its name there.
        data: what they were measured on, and how.
        command: that gives them.
    """
    found: list[dict[str, object]] = []
    classes = {method: "", f"{method}, {POSSIBLE}": f", {POSSIBLE}"}
    for row in rows:
        if row.method in classes:
            f = row.figures
            named = {"IoU": f.iou, "precision": f.precision, "recall": f.recall, "area bias": f.area_bias, "ECE": f.ece}
            found += [
                {"data": data, "measure": f"{measure}, {row.place}{classes[row.method]}", "value": round(value, 3), "command": command}
                for measure, value in named.items()
                if not math.isnan(value)
            ]
    return found


def _row(place: str, method: str, counts: Counts) -> Row:
    return Row(place, method, figures(counts), (counts.hit, counts.false, counts.miss, counts.dry))


def _only_iou(value: float) -> Figures:
    return Figures(value, *(math.nan,) * 6)


def _of_chip(one: Figures) -> str:
    return f"({one.mapped:.3f})" if math.isnan(one.recall) else f"{one.iou:.3f}"


def baselines(chips: Sequence[Chip]) -> dict[str, Method]:
    """Return the classical methods, and of all fixed thresholds on one band those that do best on these very chips."""
    return {name: _pipeline(Job("water", (), "", method=method)) for name, method in BASELINES.items()} | _best_thresholds(chips)


def student(card: Card, set_name: str, chips: Sequence[Chip]) -> dict[str, Method]:
    """Return one student, see `_classes`; its name says so where it has learned from any of the chips."""
    seen = any(learned_from(card, set_name, _place(chip)) for chip in chips)
    name = f"{card.name}, learned from these chips" if seen else card.name
    return _classes(name, lambda _: Job("water", (), "", model=str(card.path)), card)


def left_out(folder: Path, set_name: str, chips: Sequence[Chip]) -> dict[str, Method]:
    """Return the students of a folder that ``tidemark train places`` made, each place mapped by the network that never saw it.

    Args:
        folder: with ``NAME/SEED/fold-N.json``.
        set_name: of the chips, as cards name training data.
        chips: what is to be mapped.

    Raises:
        InputError: no students there, or none that has not seen one of the places.
    """
    methods: dict[str, Method] = {}
    for run in _runs(folder):
        for variant, (ending, scales) in VARIANTS.items():
            cards = fold_cards(run, ending)
            unseen = {_place(chip): unseen_card(cards, run, set_name, _place(chip)) for chip in chips}
            jobs = {place: Job("water", (), "", model=str(card.path), scales=scales) for place, card in unseen.items()}
            methods |= _classes(label(run.parent.name, run.name, variant), jobs.__getitem__, next(iter(unseen.values())))
    return methods


def _runs(folder: Path) -> list[Path]:
    """Return the folders ``NAME/SEED`` of the output of ``tidemark train places``. Raises `InputError` where there are none."""
    runs = sorted({path.parent for path in folder.glob("*/*/*.json")})
    if not runs:
        raise InputError(f"There are no students in {folder}.", "", "Make them with tidemark train places, and give its --output.")
    return runs


def fold_cards(run: Path, ending: str = "") -> list[Card]:
    """Return the cards of the folds in a folder ``NAME/SEED``, those whose name ends in `COPY` or the others."""
    return [read_card(path) for path in sorted(run.glob(f"fold-*{ending}.json")) if path.stem.endswith(COPY) == bool(ending)]


def recorded(card: Card, name: str, set_name: str, folds: bool) -> tuple[str, str, str]:
    """Return which student's figures are a card's, what they were measured on, and the command that gives them.

    Raises:
        InputError: they would be figures of a network on what it learned from.
    """
    command = f"tidemark evaluate water --data {set_name}"
    if not folds:
        if name != card.name:
            raise InputError(
                f"'{card.name}' learned from {set_name}.", "What a network has seen measures nothing.", "Give --folds, or other data."
            )
        return name, set_name, command
    base = card.name.removesuffix(COPY)
    variant = "int8" if base != card.name else ""
    seed = str(card.document["properties"]["tidemark:seed"])
    return label(base, seed, variant), f"{set_name}, {LEFT_OUT}", f"{command} --folds FOLDER (of tidemark train places)"


def label(name: str, seed: str, variant: str) -> str:
    """Return the name in the table of a student that was trained once for each place."""
    return f"{name} seed {seed} {variant}".strip()


def learned_from(card: Card, set_name: str, place: str) -> bool:
    """Return whether a card says that its network was trained on a place of a set."""
    entries = card.document["properties"].get("tidemark:training_data", [])
    return any(entry["name"] == set_name and place not in entry.get("without", "").split(", ") for entry in entries)


def unseen_card(cards: Sequence[Card], run: Path, set_name: str, place: str) -> Card:
    """Return the first card whose network has not learned from a place of a set. Raises `InputError` where all have."""
    unseen = [card for card in cards if not learned_from(card, set_name, place)]
    if not unseen:
        raise InputError(
            f"All students in {run} have seen {place}.", "What a network has seen measures nothing.", "Run tidemark train places."
        )
    return unseen[0]


def _classes(name: str, job: Callable[[str], Job], card: Card) -> dict[str, Method]:
    """Return a student by its name and, where its card tells possible water, both of its classes as a second method.

    Args:
        name: in the table.
        job: from a place to its job.
        card: of the student, or of one of its folds.
    """

    def one(classes: tuple[ClassCode, ...]) -> Method:
        return lambda chip, folder: _pipeline(job(_place(chip)), classes)(chip, folder)

    found = {name: one((ClassCode.DETECTED,))}
    if card.possible_threshold is not None:
        found[f"{name}, {POSSIBLE}"] = one((ClassCode.DETECTED, ClassCode.POSSIBLE_WATER))
    return found


def _pipeline(job: Job, classes: tuple[ClassCode, ...] = (ClassCode.DETECTED,)) -> Method:
    """Run a job on a chip as a user would: some classes, and the probability of open water or, with possible water, of any."""

    def run(chip: Chip, folder: Path) -> Map:
        source = Source(chip.paths, bands={band: number for number, band in enumerate(BANDS, start=1)})
        files = detect(replace(job, sources=(source,), output=str(folder / _place(chip)), overwrite=True)).files
        layer = "possible" if ClassCode.POSSIBLE_WATER in classes and "possible" in files else "probability"
        with rasterio.open(files["class"]) as codes, rasterio.open(files[layer]) as percent:
            return (percent.read(1) / 100.0).astype(np.float32), np.isin(codes.read(1), classes)

    return run


def _best_thresholds(chips: Sequence[Chip]) -> dict[str, Method]:
    """Return, of all fixed thresholds on one band, those with the best IoU; the pipeline's fixed method takes both bands' thresholds."""
    found: dict[str, Method] = {}
    for band in BANDS:
        methods = dict(_one_threshold(band, value) for value in SWEEP_DB)
        counts = {name: [count(*method(chip, Path()), chip.label) for chip in chips] for name, method in methods.items()}
        pooled = {name: figures(pool(each)).iou for name, each in counts.items()}
        mean = {name: mean_iou(each) for name, each in counts.items()}
        for iou in (pooled, mean):
            best = max(iou, key=iou.__getitem__)
            found[best] = methods[best]
    return found


def _one_threshold(band: str, value_db: float) -> tuple[str, Method]:
    rule = BelowThresholds("fixed", BANDS, (Threshold(BANDS.index(band), value_db),))

    def run(chip: Chip, _folder: Path) -> Map:
        water = rule.predict(chip.image)
        return water, water > 0.5

    return f"{band} < {value_db:g} dB", run


def _place(chip: Chip) -> str:
    return chip.name.split("/")[-1]
