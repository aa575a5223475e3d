"""Run DAKTer for one share of the real images: generator, pairs, students.

What is done already is kept, and continued.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ...contract.errors import InputError
from ...raster.arrays import BoolArray
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
from ..evaluation.metrics import count, figures, pool
from ..networks.student import RadarStudent
from ..networks.unet import UNet
from ..runs import Log, claim, load_weights, trained_once, write_json
from ..sampling.oil_tiles import TILE, OilTileSampler, Pairs
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
THRESHOLD = 0.5
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
