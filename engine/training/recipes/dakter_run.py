"""DAKTer run for one share of the real images: generator, pairs, students; the tables of all shares, and the student that is exported.

What is done already is kept, and continued.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scipy import ndimage

from ...contract.errors import InputError
from ...contract.tasks import OIL as OIL_TASK
from ...methods.dark_spot import PIXEL, fit
from ...products.sieve import ASSUMED_HECTARES
from ...raster.arrays import BoolArray
from ...tasks.oil import MINIMUM_HECTARES
from ..datasets.oil import (
    SCALE,
    SEA_PIXELS_M,
    TEST_SEAS,
    TEST_WINDS,
    WIDE_SIDE,
    Patch,
    Picture,
    as_patch,
    both_ways,
    clean_pieces,
    dark_more_often,
    lulls,
    read_clean_seas,
    read_pictures,
    share_of,
    simulated_seas,
    slicks,
)
from ..evaluation.comparison import ArmCounts, compare, table
from ..evaluation.metrics import Figures, count, figures, pool
from ..export.cards import Training, write_card
from ..export.models import GENERATED, OIL, OIL_SOS, OPERA, OWN, SIMULATED
from ..export.onnx_file import StretchedDetector, export
from ..networks.student import RadarStudent, count_parameters
from ..networks.unet import UNet
from ..runs import Log, claim, load_weights, read_json, trained_once, write_json
from ..sampling.oil_tiles import TILE, OilTileSampler, Pairs
from ..tables import each_percent, markdown
from .dakter import (
    Generator,
    GeneratorSettings,
    OilArm,
    OilSources,
    OilStudentSettings,
    Segmenter,
    Variant,
    as_one_hot,
    as_signal,
    balance_factor,
    draw_pairs,
    make,
    predict_picture,
    real_tiles,
    train_student,
)

TRAINING_SEAS = (1, 2, 3, 4)
"""Seeds of simulated seas; those of `TEST_SEAS` are others."""
MOST_CLEAN = 0.02
"""Of clean sea that a student which is shipped may take for oil."""
LEAST_SLICKS = 0.5
"""Of simulated slicks in dB that it is to find: without them among what is learned, a network may take dB themselves for clean sea."""
THRESHOLD = 0.5
REAL = "real"
"""The arm that the others are compared with: real tiles alone."""
LULLS = 58
"""Places of low wind to learn from."""
PAIRS_AT_ONCE = 128
CHECKPOINT = 100
"""Steps between two checkpoints of a generator."""
LOOKED_AT = 1024
"""Tiles from which b and the fading of both signals are computed."""


@dataclass(frozen=True)
class OilStudent:
    """Which student: its network, what it learns from, and the seed of its training."""

    segmenter: Segmenter
    arm: OilArm
    variant: Variant
    seed: int

    @property
    def name(self) -> str:
        """Return what its arm is called in tables; the real one needs no generator."""
        return f"{self.arm.name}-{self.variant.value}" if self.arm.times else self.arm.name


@dataclass(frozen=True)
class DakterRun:
    """One share of the real images, and where its results lie.

    Attributes:
        data: folder with ``train`` and ``val``.
        share: of the families of ``train``, 0 to 1. Generator and students see these alone.
        output: folder of all shares.
        clean: folder of rasters of real seas without known oil to learn from besides (`read_clean_seas`); None: none.
        device: of torch, on which networks are trained and measured.
    """

    data: Path
    share: float
    output: Path
    clean: Path | None = None
    device: str = "cpu"

    @property
    def folder(self) -> Path:
        """Return where this share's results lie."""
        return self.output / f"share-{self.share:g}"

    @cached_property
    def pictures(self) -> list[Picture]:
        """The real images of this share."""
        return share_of(read_pictures(self.data, "train"), self.share)

    @cached_property
    def patches(self) -> list[Patch]:
        """What networks may learn from."""
        return [as_patch(picture) for picture in self.pictures]

    @cached_property
    def pieces(self) -> list[Patch]:
        """Oil-free pieces of the real images."""
        return [as_patch(piece) for piece in clean_pieces(self.pictures, np.random.default_rng(0))]

    @cached_property
    def seas(self) -> list[list[Patch]]:
        """Seas to learn from: simulated ones with slicks and low wind, and real ones at the size of all else and, larger, as they are."""
        simulated = [sea for pixel_m in SEA_PIXELS_M for sea in simulated_seas(TRAINING_SEAS, pixel_m=pixel_m)]
        wide = simulated_seas(TRAINING_SEAS[:2], side=WIDE_SIDE)
        groups = [[as_patch(sea) for sea in both_ways([*simulated, *lulls(wide, LULLS), *slicks(simulated)])]]
        if self.clean is not None:
            real = both_ways(read_clean_seas(self.clean))
            groups += [dark_more_often([as_patch(sea, scale) for sea in real]) for scale in (SCALE, 1.0)]
        return groups

    @cached_property
    def validation(self) -> list[Picture]:
        """Return the images that are reported on."""
        return read_pictures(self.data, "val")

    @cached_property
    def test_pieces(self) -> list[Picture]:
        """Oil-free pieces of ``val`` to count false oil on, each an image of its own."""
        return clean_pieces(self.validation, np.random.default_rng(1))

    @cached_property
    def test_real_seas(self) -> dict[str, list[Picture]]:
        """The real seas, which were learned from, to count false oil on: in dB, and as if they were display bytes."""
        if self.clean is None:
            return {}
        both = both_ways(read_clean_seas(self.clean))
        return {"dB": [sea for sea in both if sea.in_db], "bytes": [sea for sea in both if not sea.in_db]}

    @cached_property
    def test_seas(self) -> list[Picture]:
        """Return simulated seas to count false oil on, and slicks that are found."""
        return simulated_seas(TEST_SEAS, TEST_WINDS, side=WIDE_SIDE)

    def generator_folder(self, variant: Variant) -> Path:
        """Return the folder of a generator."""
        return self.folder / f"generator-{variant.value}"

    def student_path(self, student: OilStudent, ending: str) -> Path:
        """Return a file of a trained student."""
        return self.folder / "students" / f"{student.segmenter.value}-{student.name}-{student.seed}{ending}"

    def looked_at(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Return clean training tiles and labels in −1 … 1, for b and for the fading of both."""
        image, label = OilTileSampler(self.patches, TILE, np.random.default_rng(0)).draw(LOOKED_AT)
        return as_signal(image), as_one_hot(label)


def balances(run: DakterRun) -> tuple[float, float]:
    """Return b of the share's tiles, which generators use, and b of the images' grey levels as they are, at their full size."""
    plain = np.concatenate([picture.image.ravel() for picture in share_of(read_pictures(run.data, "train"), run.share)])
    signal = torch.from_numpy(plain / np.float32(127.5) - np.float32(1.0))
    return balance_factor(*run.looked_at()), balance_factor(signal, torch.ones(1))


def train_generator(run: DakterRun, variant: Variant, settings: GeneratorSettings, log: Log) -> Generator:
    """Train a generator, or go on with one, to `settings.steps` steps.

    Raises:
        InputError: the folder holds one with other settings, or pairs were drawn from it already.
    """
    folder = run.generator_folder(variant)
    claim(folder, {name: value for name, value in asdict(settings).items() if name not in ("steps", "sampling")})
    generator = Generator(variant, settings, balance_factor(*run.looked_at()), run.device)
    state = folder / "state.pt"
    if state.exists():
        generator.load(state)
    if generator.step < settings.steps and (folder / "pairs").exists():
        raise InputError(
            f"Pairs were drawn from this generator after {generator.step} steps.",
            "Students that learned from them would not be those of a better generator.",
            "Choose another --output, or the same --steps.",
        )
    while generator.step < settings.steps:
        tiles = OilTileSampler(run.patches, TILE, np.random.default_rng((settings.seed, generator.step)))
        loss = generator.train(tiles, min(CHECKPOINT, settings.steps - generator.step))
        generator.save(state)
        log(f"{variant.value}: step {generator.step}, loss {loss:.4f}, b {generator.balance:.3f}")
    return generator


def draw(run: DakterRun, variant: Variant, settings: GeneratorSettings, times: int, log: Log) -> None:
    """Draw `times` as many pairs as there are real tiles, as far as they are not there yet.

    Raises:
        InputError: the generator has not been trained.
    """
    wanted = times * real_tiles(run.patches)
    folder = run.generator_folder(variant) / "pairs"
    missing = [number for number in range(-(-wanted // PAIRS_AT_ONCE)) if not (folder / f"{number:05d}.npz").exists()]
    if not missing:
        return
    generator = trained_generator(run, variant, settings)
    folder.mkdir(parents=True, exist_ok=True)
    for number in missing:
        tiles = OilTileSampler(run.patches, TILE, np.random.default_rng((settings.seed, number)))
        draw_pairs(generator, PAIRS_AT_ONCE, settings.seed * 100_003 + number, tiles).save(folder / f"{number:05d}.npz")
        log(f"{variant.value}: {(number + 1) * PAIRS_AT_ONCE} of {wanted} pairs")


def trained_generator(run: DakterRun, variant: Variant, settings: GeneratorSettings) -> Generator:
    """Return a generator as it was left. Raises `InputError` where there is none."""
    state = run.generator_folder(variant) / "state.pt"
    if not state.exists():
        raise InputError(f"There is no generator '{variant.value}' in {run.folder}.", "", "Run the stage 'generator' first.")
    generator = Generator(variant, settings, 1.0, run.device)
    generator.load(state)
    return generator


def pairs_of(run: DakterRun, variant: Variant, times: int) -> Pairs:
    """Return the pairs of a generator: `times` as many as real tiles. Raises `InputError` where there are fewer."""
    wanted = times * real_tiles(run.patches)
    parts = [Pairs.load(path) for path in sorted((run.generator_folder(variant) / "pairs").glob("*.npz"))]
    if sum(len(part.image) for part in parts) < wanted:
        raise InputError(f"'{variant.value}' has not drawn {wanted} pairs yet.", "", "Run the stage 'pairs' with this arm first.")
    return Pairs(np.concatenate([part.image for part in parts]), np.concatenate([part.soft for part in parts])).part(wanted)


def run_student(run: DakterRun, student: OilStudent, settings: OilStudentSettings, log: Log) -> None:
    """Train one student and measure it, as far as that was not done."""
    claim(run.folder / "students", asdict(settings))
    result, arm = run.student_path(student, ".json"), student.arm
    if result.exists():
        return

    def train() -> RadarStudent | UNet:
        generated = pairs_of(run, student.variant, arm.times) if arm.times else None
        if generated and arm.is_hard:
            generated = generated.hardened()
        sources = OilSources(run.patches, run.pieces, run.seas, generated)
        return train_student(student.segmenter, sources, settings, student.seed, run.device)

    network = trained_once(run.student_path(student, ".pt"), lambda: make(student.segmenter, settings), train)
    found = {"segmenter": student.segmenter.value, "arm": student.name, "share": run.share, "seed": student.seed}
    write_json(result, found | measured(run, network.to(run.device)))
    log(f"share {run.share:g}, {student.segmenter.value}, {student.name}, seed {student.seed}")


def load_student(run: DakterRun, student: OilStudent, settings: OilStudentSettings) -> RadarStudent | UNet:
    """Return a trained student. Raises `InputError` where there is none."""
    path = run.student_path(student, ".pt")
    if not path.exists():
        raise InputError(f"{path.name} is not in {path.parent}.", "", "Run the stage 'students' first.")
    return load_weights(make(student.segmenter, settings), path)


def measured(run: DakterRun, network: RadarStudent | UNet) -> dict[str, Any]:
    """Return what was measured of a network: counts of images of ``val``, figures, false oil on pieces and seas, slicks found."""
    counts = {}
    for picture in run.validation:
        found = predict_picture(network, picture)
        counts[picture.name] = count(found, found > THRESHOLD, picture.label)
    seas = [(sea, predict_picture(network, sea) > THRESHOLD) for sea in run.test_seas]
    return {
        "counts": {name: [one.hit, one.false, one.miss, one.dry] for name, one in counts.items()},
        "figures": asdict(figures(pool(list(counts.values())))),
        "false_km2": false_oil(seas),
        "slicks": found_slicks(seas),
        "clean": clean_share(run.test_pieces, network),
        "seas": {kind: clean_share(seas, network) for kind, seas in run.test_real_seas.items()},
    }


def clean_share(pieces: Sequence[Picture], network: RadarStudent | UNet) -> float:
    """Return the share of pictures without oil that is taken for it, pooled over their pixels."""
    found = [predict_picture(network, piece) > THRESHOLD for piece in pieces]
    return float(sum(one.sum() for one in found) / sum(one.size for one in found)) if found else 0.0


def false_oil(seas: Sequence[tuple[Picture, BoolArray]]) -> dict[str, float]:
    """Return, by wind, how many of 10 000 km² of simulated sea without oil are taken for it; of seas, each with where oil was found."""
    found: dict[str, list[tuple[int, int]]] = {}
    for sea, oil in seas:
        clean = sea.label == 0
        wind = sea.name.rsplit("wind", 1)[1]
        found.setdefault(wind, []).append((int(oil[clean].sum()), int(clean.sum())))
    return {wind: 10_000.0 * sum(hit for hit, _ in parts) / sum(seen for _, seen in parts) for wind, parts in found.items()}


def found_slicks(seas: Sequence[tuple[Picture, BoolArray]]) -> float:
    """Return the share of simulated slicks in dB that is found: real images of oil are display bytes, and tell nothing of that."""
    slicks = [oil[sea.label == 1] for sea, oil in seas if (sea.label == 1).any()]
    return float(np.concatenate(slicks).mean()) if slicks else 0.0


@dataclass(frozen=True)
class Result:
    """Figures of one student on ``val``; see `measured`."""

    share: float
    segmenter: str
    arm: str
    seed: int
    figures: Figures
    false_km2: dict[str, float]
    slicks: float
    clean: float
    seas: dict[str, float]
    counts: dict[str, Sequence[int]]

    @property
    def is_fit(self) -> bool:
        """Return whether it takes at most `MOST_CLEAN` of oil-free pieces and real seas for oil, and finds `LEAST_SLICKS` in dB."""
        return max(self.clean, *self.seas.values(), 0.0) <= MOST_CLEAN and self.slicks >= LEAST_SLICKS

    @property
    def group(self) -> str:
        """Return the name of those that are compared among themselves."""
        return f"{self.segmenter}, {100 * self.share:g} % of real images"


def report(output: Path, data: Path) -> str:
    """Return figures of every arm (means over seeds, IoU of each seed) and gains with their intervals as Markdown; what the rule ships."""
    results = read_results(output)
    pictures = read_pictures(data, "val")
    parts = [arms_table(results, {method: rule(pictures, method) for method in OIL_TASK.baselines})]
    if results:
        parts.append(table(compare([ArmCounts(one.arm, one.group, one.seed, one.counts) for one in results], REAL)))
        parts.append(_shipped(results))
    return "\n\n".join(parts)


def shipped(results: Sequence[Result]) -> Result | None:
    """Return the exportable student that is shipped: of those of the largest share that are fit the best on ``val``; None: none is."""
    largest = max((one.share for one in results), default=0.0)
    fit_to_ship = [one for one in results if one.share == largest and one.segmenter == Segmenter.STUDENT.value and one.is_fit]
    return max(fit_to_ship, key=lambda one: one.figures.iou, default=None)


def _shipped(results: Sequence[Result]) -> str:
    best = shipped(results)
    limits = f"take at most {100 * MOST_CLEAN:g} % of clean sea for oil and find {100 * LEAST_SLICKS:g} % of simulated slicks"
    rule_ = f"best on val of those that {limits}"
    if best is None:
        return f"Shipped ({rule_}): none"
    seas = "".join(f", {100 * share:.2f} % of seas in {kind}" for kind, share in best.seas.items())
    return f"Shipped ({rule_}): {best.arm}, seed {best.seed}: IoU {best.figures.iou:.4f}, {100 * best.clean:.2f} % of clean pieces{seas}"


def read_results(output: Path) -> list[Result]:
    """Return what all students in a folder reached: by share, segmenter, real tiles first, and seed."""
    found = [_result(read_json(path)) for path in output.glob("share-*/students/*-*.json")]
    return sorted(found, key=lambda one: (one.share, one.segmenter, one.arm != REAL, one.arm, one.seed))


def _result(found: dict[str, Any]) -> Result:
    return Result(
        found["share"],
        found["segmenter"],
        found["arm"],
        found["seed"],
        Figures(**found["figures"]),
        found["false_km2"],
        found["slicks"],
        found["clean"],
        found["seas"],
        found["counts"],
    )


def rule(pictures: Sequence[Picture], method: str) -> Figures:
    """Return the figures of a classical rule on each picture for itself, as the engine runs it on display bytes without georeference."""
    counts = []
    for picture in pictures:
        fitted, _ = fit(method, [picture.image[None]], display=True, pixel_m=PIXEL[0])
        dark = without_small(fitted.predict(picture.image[None])[0] > 0, round(MINIMUM_HECTARES / ASSUMED_HECTARES))
        counts.append(count(dark.astype(np.float32), dark, picture.label))
    return figures(pool(counts))


def without_small(dark: BoolArray, pixels: int) -> BoolArray:
    """Return what lies in pieces of at least some pixels; pixels that meet at a corner are one piece."""
    pieces, _ = ndimage.label(dark, np.ones((3, 3), np.bool_))
    kept: BoolArray = (np.bincount(pieces.ravel()) >= pixels)[pieces] & dark
    return kept


def arms_table(results: Sequence[Result], baselines: Mapping[str, Figures]) -> str:
    """Return one row for every arm: percent, false oil in km² of 10 000 km² of simulated sea by wind."""
    winds = sorted({wind for one in results for wind in one.false_km2}, key=float)
    kinds = sorted({kind for one in results for kind in one.seas})
    head = [
        "",
        "arm",
        "seeds",
        "IoU",
        "of each seed",
        "P",
        "R",
        "F1",
        "ECE",
        "simulated slicks found",
        "clean pieces called oil",
        *(f"seas in {kind}" for kind in kinds),
        *(f"false km², {wind} m/s" for wind in winds),
    ]
    rows = [
        _row("each image for itself", name, "", [found], [""] * (2 + len(kinds) + len(winds)), has_ece=False)
        for name, found in baselines.items()
    ]
    for group, arm in dict.fromkeys((one.group, one.arm) for one in results):
        some = [one for one in results if (one.group, one.arm) == (group, arm)]
        false = [
            f"{100 * np.mean([one.slicks for one in some]):.0f}",
            f"{100 * np.mean([one.clean for one in some]):.2f}",
            *(f"{100 * np.mean([one.seas[kind] for one in some]):.2f}" for kind in kinds),
            *(f"{np.mean([one.false_km2[wind] for one in some]):.1f}" for wind in winds),
        ]
        rows.append(_row(group, arm, " ".join(str(one.seed) for one in some), [one.figures for one in some], false, has_ece=True))
    return markdown(head, rows)


def _row(group: str, arm: str, seeds: str, found: Sequence[Figures], false: Sequence[str], has_ece: bool) -> list[str]:
    def mean(name: str) -> str:
        return f"{100 * np.mean([getattr(one, name) for one in found]):.1f}"

    each = each_percent(one.iou for one in found) if seeds else ""
    return [group, arm, seeds, mean("iou"), each, mean("precision"), mean("recall"), mean("f1"), mean("ece") if has_ece else "", *false]


def export_student(run: DakterRun, student: OilStudent, settings: OilStudentSettings) -> Path:
    """Write ``oil-ARM-SEED.onnx`` and its card into the share's folder; return the card's path.

    Raises:
        InputError: the student has not been trained and measured.
        RuntimeError: the exported network differs from the trained one.
    """
    network = load_student(run, student, settings)
    if not isinstance(network, RadarStudent):
        raise InputError("Only the student can be exported.", "", "Leave out --segmenter.")
    path = run.folder / f"oil-{student.name}-{student.seed}.onnx"
    export(StretchedDetector(network), path)
    real = OIL_SOS if run.data.resolve().name == "oil_sos" else OWN
    data = (real, SIMULATED, *((OPERA,) if run.clean else ()), *((GENERATED,) if student.arm.times else ()))
    training = training_facts(network, settings, student, run.share)
    return write_card(path, replace(OIL, data=data), training, card_figures(run, student, settings))


def training_facts(network: RadarStudent, settings: OilStudentSettings, student: OilStudent, share: float) -> Training:
    """Return what the card says of how a student was trained."""
    return Training(
        recipe="DAKTer (docs/recipes/dakter.md)",
        settings={"arm": student.name, "share": share, **{name: value for name, value in asdict(settings).items() if name != "width"}},
        seed=student.seed,
        stride=network.stride,
        parameters=count_parameters(network),
        threshold=THRESHOLD,
        scales=(SCALE,),
    )


def card_figures(run: DakterRun, student: OilStudent, settings: OilStudentSettings) -> list[dict[str, Any]]:
    """Return what was measured as a card holds it, each figure with the command that gives it."""
    result = read_json(run.student_path(student, ".json"))
    which = f"--arm {student.arm.name} --student-width {settings.shape.width} --student-steps {settings.steps} --seed {student.seed}"
    data = run.data.name if run.clean is None else f"{run.data.name} --seas {run.clean.name}"
    command = f"tidemark train dakter --data {data} --output FOLDER --share {run.share:g} --stage students table {which}"
    on_val = f"{run.data.name}/val, patches of scenes that it learned from too, at {THRESHOLD:g}"
    found = [
        {"data": on_val, "measure": name, "value": round(result["figures"][key], 4), "command": command}
        for name, key in (("IoU", "iou"), ("precision", "precision"), ("recall", "recall"), ("F1", "f1"), ("ECE", "ece"))
    ]
    found.append(
        {
            "data": f"{run.data.name}/val, oil-free pieces, each an image",
            "measure": "called oil",
            "value": round(result["clean"], 4),
            "command": command,
        }
    )
    return found + [
        {"data": f"simulated clean sea, {wind} m/s", "measure": "false km² of 10 000 km²", "value": round(area, 1), "command": command}
        for wind, area in result["false_km2"].items()
    ]
