"""The stages of DAKTer for one share of the real images: generator, pairs, students. What is done already is kept, and gone on from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ...contract.errors import InputError
from ..datasets.chips import UNKNOWN
from ..datasets.oil import WIDE_SIDE, Patch, Picture, as_patch, lulls, read_pictures, share_of, simulated_seas
from ..evaluation.metrics import count, figures, pool
from ..networks.unet import UNet
from ..sampling.oil_tiles import TILE, Pairs, TileDrawer
from .cross_modal import RadarStudent
from .dakter import Generator, GeneratorSettings, Variant, as_one_hot, as_signal, balance_factor, draw_pairs
from .dakter_students import Arm, Lessons, Segmenter, StudentSettings, make, predict, real_tiles, teach

Log = Callable[[str], None]

TRAINING_SEAS, TEST_SEAS = (1, 2, 3, 4), (901, 902)
"""Seeds of simulated seas."""
TEST_WINDS = (3.0, 6.0, 10.0)
"""In m/s: low, medium, high."""
THRESHOLD = 0.5
PAIRS_AT_ONCE = 32
CHECKPOINT = 100
"""Steps between two checkpoints of a generator."""
LOOKED_AT = 1024
"""Tiles from which b and the fading of both signals are computed."""


@dataclass(frozen=True)
class Work:
    """One share of the real images, and where its results lie.

    Attributes:
        data: folder with ``train`` and ``val``.
        share: of the families of ``train``, 0 to 1. Generator and students see these alone.
        output: folder of all shares.
    """

    data: Path
    share: float
    output: Path

    @property
    def folder(self) -> Path:
        """Where this share's results lie."""
        return self.output / f"share-{self.share:g}"

    @cached_property
    def patches(self) -> list[Patch]:
        """What networks may learn from."""
        return [as_patch(picture) for picture in share_of(read_pictures(self.data, "train"), self.share)]

    @cached_property
    def seas(self) -> list[Patch]:
        """Simulated seas to learn from."""
        return [as_patch(sea) for sea in simulated_seas(TRAINING_SEAS)]

    @cached_property
    def lulls(self) -> list[Patch]:
        """Places of low wind on wide simulated seas, as many as there are `seas`."""
        return lulls([as_patch(sea) for sea in simulated_seas(TRAINING_SEAS, side=WIDE_SIDE)], len(self.seas))

    @cached_property
    def validation(self) -> list[Picture]:
        """What is reported on."""
        return read_pictures(self.data, "val")

    @cached_property
    def test_seas(self) -> list[Picture]:
        """Simulated seas to count false oil on."""
        return simulated_seas(TEST_SEAS, TEST_WINDS, side=WIDE_SIDE)

    def generator_folder(self, variant: Variant) -> Path:
        """Return the folder of a generator."""
        return self.folder / f"generator-{variant.value}"

    def student_path(self, segmenter: Segmenter, arm: Arm, variant: Variant, seed: int, ending: str) -> Path:
        """Return a file of a trained student."""
        return self.folder / "students" / f"{segmenter.value}-{label_of(arm, variant)}-{seed}{ending}"

    def looked_at(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Return clean training tiles and labels in −1 … 1, for b and for the fading of both."""
        image, label = TileDrawer(self.patches, TILE, np.random.default_rng(0)).draw(LOOKED_AT)
        return as_signal(image), as_one_hot(label)


def balances(work: Work) -> tuple[float, float]:
    """Return b of the share's tiles, which generators use, and b of the images' grey levels as they are, at their full size."""
    plain = np.concatenate([picture.image.ravel() for picture in share_of(read_pictures(work.data, "train"), work.share)])
    signal = torch.from_numpy(plain / np.float32(127.5) - np.float32(1.0))
    return balance_factor(*work.looked_at()), balance_factor(signal, torch.ones(1))


def label_of(arm: Arm, variant: Variant) -> str:
    """Return how an arm is called in tables; the real one needs no generator."""
    return f"{arm.name}-{variant.value}" if arm.times else arm.name


def train_generator(work: Work, variant: Variant, settings: GeneratorSettings, log: Log) -> Generator:
    """Train a generator, or go on with one, to `settings.steps` steps.

    Raises:
        InputError: the folder holds one with other settings, or pairs were drawn from it already.
    """
    folder = work.generator_folder(variant)
    _claim(folder / "settings.json", {name: value for name, value in asdict(settings).items() if name not in ("steps", "sampling")})
    generator = Generator(variant, settings, balance_factor(*work.looked_at()))
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
        tiles = TileDrawer(work.patches, TILE, np.random.default_rng((settings.seed, generator.step)))
        loss = generator.train(tiles, min(CHECKPOINT, settings.steps - generator.step))
        generator.save(state)
        log(f"{variant.value}: step {generator.step}, loss {loss:.4f}, b {generator.balance:.3f}")
    return generator


def draw(work: Work, variant: Variant, settings: GeneratorSettings, times: int, log: Log) -> None:
    """Draw `times` as many pairs as there are real tiles, as far as they are not there yet.

    Raises:
        InputError: the generator has not been trained.
    """
    wanted = times * real_tiles(work.patches)
    folder = work.generator_folder(variant) / "pairs"
    missing = [number for number in range(-(-wanted // PAIRS_AT_ONCE)) if not (folder / f"{number:05d}.npz").exists()]
    if not missing:
        return
    generator = trained_generator(work, variant, settings)
    folder.mkdir(parents=True, exist_ok=True)
    for number in missing:
        tiles = TileDrawer(work.patches, TILE, np.random.default_rng((settings.seed, number)))
        draw_pairs(generator, PAIRS_AT_ONCE, settings.seed * 100_003 + number, tiles).save(folder / f"{number:05d}.npz")
        log(f"{variant.value}: {(number + 1) * PAIRS_AT_ONCE} of {wanted} pairs")


def trained_generator(work: Work, variant: Variant, settings: GeneratorSettings) -> Generator:
    """Return a generator as it was left. Raises `InputError` where there is none."""
    state = work.generator_folder(variant) / "state.pt"
    if not state.exists():
        raise InputError(f"There is no generator '{variant.value}' in {work.folder}.", "", "Run the stage 'generator' first.")
    generator = Generator(variant, settings, 1.0)
    generator.load(state)
    return generator


def pairs_of(work: Work, variant: Variant, times: int) -> Pairs:
    """Return the pairs of a generator: `times` as many as real tiles. Raises `InputError` where there are fewer."""
    wanted = times * real_tiles(work.patches)
    parts = [Pairs.load(path) for path in sorted((work.generator_folder(variant) / "pairs").glob("*.npz"))]
    if sum(len(part.image) for part in parts) < wanted:
        raise InputError(f"'{variant.value}' has not drawn {wanted} pairs yet.", "", "Run the stage 'pairs' with this arm first.")
    return Pairs(np.concatenate([part.image for part in parts]), np.concatenate([part.soft for part in parts])).part(wanted)


def run_student(work: Work, segmenter: Segmenter, arm: Arm, variant: Variant, settings: StudentSettings, seed: int, log: Log) -> None:
    """Train one student and measure it, as far as that was not done."""
    result = work.student_path(segmenter, arm, variant, seed, ".json")
    _claim(work.folder / "students" / "settings.json", asdict(settings))
    if result.exists():
        return
    if result.with_suffix(".pt").exists():
        network = load_student(work, segmenter, arm, variant, settings, seed)
    else:
        generated = pairs_of(work, variant, arm.times) if arm.times else None
        if generated and arm.is_hard:
            generated = generated.hardened()
        seas = [*work.seas, *(work.lulls if arm.lulls else [])]
        network = teach(segmenter, Lessons(work.patches, seas, generated), settings, seed)
        torch.save(network.state_dict(), result.with_suffix(".pt"))
    found = {"segmenter": segmenter.value, "arm": label_of(arm, variant), "share": work.share, "seed": seed}
    result.write_text(json.dumps(found | measured(work, network)) + "\n", encoding="utf-8")
    log(f"share {work.share:g}, {segmenter.value}, {label_of(arm, variant)}, seed {seed}")


def load_student(work: Work, segmenter: Segmenter, arm: Arm, variant: Variant, settings: StudentSettings, seed: int) -> RadarStudent | UNet:
    """Return a trained student. Raises `InputError` where there is none."""
    path = work.student_path(segmenter, arm, variant, seed, ".pt")
    if not path.exists():
        raise InputError(f"{path.name} is not in {path.parent}.", "", "Run the stage 'students' first.")
    network = make(segmenter, settings)
    network.load_state_dict(torch.load(path, weights_only=True))
    return network.eval()


def measured(work: Work, network: RadarStudent | UNet) -> dict[str, Any]:
    """Return what a network is worth: counts of every image of ``val``, its figures, and false oil on simulated seas by wind."""
    counts = {}
    for picture in work.validation:
        found = predict(network, picture)
        counts[picture.name] = count(found, found > THRESHOLD, picture.label)
    return {
        "counts": {name: [one.hit, one.false, one.miss, one.dry] for name, one in counts.items()},
        "figures": asdict(figures(pool(list(counts.values())))),
        "false_km2": false_oil(work.test_seas, network),
    }


def false_oil(seas: Sequence[Picture], network: RadarStudent | UNet) -> dict[str, float]:
    """Return, by wind, how many of 10 000 km² of simulated sea without oil are taken for it."""
    found: dict[str, list[tuple[int, int]]] = {}
    for sea in seas:
        clean = sea.label != UNKNOWN
        wind = sea.name.rsplit("wind", 1)[1]
        found.setdefault(wind, []).append((int((predict(network, sea) > THRESHOLD)[clean].sum()), int(clean.sum())))
    return {wind: 10_000.0 * sum(hit for hit, _ in parts) / sum(seen for _, seen in parts) for wind, parts in found.items()}


def _claim(path: Path, settings: Mapping[str, Any]) -> None:
    """Note the settings in a new folder; refuse to mix them in a used one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(settings, indent=1) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise InputError(f"{path.parent} holds results of other settings.", "A table compares equals.", "Choose another --output.")
    path.write_text(text, encoding="utf-8")
