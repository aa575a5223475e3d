"""Running the change recipe for a seed: both stages on image-level labels, the networks kept on disk. What is done already is kept.

No mask is opened here, nor by what is imported here: measuring is another module's.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import nn

from ...contract.errors import InputError
from ..datasets.change_data import EMSR763, OMBRIA, Layout, Pair, Tile, read_pairs
from ..datasets.chips import ByteArray
from ..datasets.images import read_list
from ..datasets.places_and_layers import read_targets, write_targets
from ..evaluation.change_maps import multiscale_sigmoid
from ..networks.siamese import Siamese
from ..networks.student import Shape
from ..sampling.change_tiles import TileSampler
from . import kd_msi, segmenter
from .cross_modal import RadarStudent

Log = Callable[[str], None]

SHARES = {OMBRIA.name: 0.9, EMSR763[0].name: 0.05, EMSR763[1].name: 0.05}
"""How often a tile comes from each set."""
PSEUDO_THRESHOLD = 0.2
"""Best for the student's MSI on the held-out blocks; see docs/recipes/kd-msi.md."""


HELD_OUT = ("6", "8", "14")
"""Scene blocks of train: three floods, 180 pairs."""


@dataclass(frozen=True)
class Settings:
    """Both stages.

    Attributes:
        recipe: of teacher and student.
        stage3: of segmenter and shipped student.
        pseudo_threshold: from which a pixel of the student's MSI is changed in a pseudo-mask.
        every: of this many pairs one gets a pseudo-mask, for MSI takes longer than all of the training.
    """

    recipe: kd_msi.Recipe = field(default_factory=kd_msi.Recipe)
    stage3: segmenter.Stage3 = field(default_factory=segmenter.Stage3)
    pseudo_threshold: float = PSEUDO_THRESHOLD
    every: int = 3


@dataclass(frozen=True)
class Trained:
    """The four networks of a seed, in evaluation mode."""

    teacher: Siamese
    student: Siamese
    segmenter: RadarStudent
    small: RadarStudent


def training_pairs(data: Path) -> list[Pair]:
    """Read the training pairs: ``ombria/train`` and both polarisations of ``emsr763`` below a folder, without a mask."""
    sets: list[tuple[Path, Layout]] = [(data / "ombria" / "train", OMBRIA), *((data / "emsr763", layout) for layout in EMSR763)]
    return [pair for folder, layout in sets for pair in read_pairs(folder, layout)]


def held_out(data: Path) -> set[str]:
    """Return the pairs of ``ombria/train`` in the scene blocks that settings are chosen on.

    Raises:
        InputError: the list of scene blocks is missing or has other columns.
    """
    head, *lines = read_list(data / "ombria" / "scene_blocks.csv") or [[]]
    if head != ["sample", "split", "scene_block"]:
        raise InputError("scene_blocks.csv has other columns.", "It lists sample, split, scene_block.", "Check the file.")
    return {sample for sample, split, block in lines if split == "train" and block in HELD_OUT}


def without(labels: Mapping[str, Sequence[Tile]], names: Container[str]) -> dict[str, list[Tile]]:
    """Return the labels without those of the named pairs of ombria."""
    return {name: [tile for tile in tiles if name != OMBRIA.name or tile.pair not in names] for name, tiles in labels.items()}


def run_seed(pairs: Sequence[Pair], labels: Mapping[str, Sequence[Tile]], settings: Settings, seed: int, folder: Path, log: Log) -> Trained:
    """Train what of a seed is not in the folder yet, and return its networks.

    Args:
        pairs: the training images.
        labels: their image-level labels by set.
        settings: see there.
        seed: of everything that is drawn.
        folder: of this seed; made where it is missing.
        log: takes a line on progress.

    Raises:
        InputError: the folder holds networks of other settings.
    """
    _claim(folder, settings)
    teacher, student = _stage1(pairs, labels, settings.recipe, seed, folder, log)
    tiles = labels[OMBRIA.name]
    known = {tile.pair for tile in tiles}
    chosen = [pair for pair in pairs if pair.layout.name == OMBRIA.name and pair.name in known][:: settings.every]
    stage3 = settings.stage3

    def masks() -> dict[str, ByteArray]:
        return segmenter.pseudo_masks(chosen, tiles, partial(multiscale_sigmoid, student), settings.pseudo_threshold)

    pseudo = _targets(folder / "pseudo-masks.npz", masks)
    large = _network(folder / "segmenter.pt", stage3.segmenter, settings, chosen, pseudo, seed, log)
    soft = _targets(folder / "soft-labels.npz", lambda: segmenter.soft_labels(chosen, large))
    small = _network(folder / "small.pt", stage3.student, settings, chosen, soft, seed, log)
    return Trained(teacher, student, large, small)


def _claim(folder: Path, settings: Settings) -> None:
    """Note the settings in a new folder; refuse to mix them in a used one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "settings.txt"
    text = f"{asdict(settings)}\n"
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise InputError(f"{folder} holds networks of other settings.", "A table compares equals.", "Choose another folder for --output.")
    path.write_text(text, encoding="utf-8")


def _stage1(
    pairs: Sequence[Pair], labels: Mapping[str, Sequence[Tile]], recipe: kd_msi.Recipe, seed: int, folder: Path, log: Log
) -> tuple[Siamese, Siamese]:
    path = folder / "teacher-student.pt"
    both = nn.ModuleList([Siamese(recipe.shape, fusion) for fusion in (recipe.teacher, recipe.student)])
    if not path.exists():
        sampler = TileSampler(pairs, labels, recipe.side, recipe.batch, SHARES, np.random.default_rng(seed))
        both = nn.ModuleList(
            kd_msi.train(sampler, recipe, seed, lambda step, loss: log(f"seed {seed}, teacher and student: step {step}, loss {loss:.4f}"))
        )
        _save(both, path)
    both.load_state_dict(torch.load(path, weights_only=True))
    teacher, student = (cast(Siamese, network) for network in both.eval())
    return teacher, student


def _network(
    path: Path,
    shape: Shape,
    settings: Settings,
    pairs: Sequence[Pair],
    targets: Mapping[str, ByteArray],
    seed: int,
    log: Log,
) -> RadarStudent:
    shape = replace(shape, bands=2 * pairs[0].layout.bands)
    if not path.exists():
        log(f"seed {seed}: {path.stem}")
        _save(segmenter.train(pairs, dict(targets), shape, settings.stage3.recipe, seed), path)
    network = RadarStudent(shape).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    network.load_state_dict(torch.load(path, weights_only=True))
    return cast(RadarStudent, network.eval())


def _targets(path: Path, make: Callable[[], dict[str, ByteArray]]) -> dict[str, ByteArray]:
    if not path.exists():
        write_targets(path, make())
    return read_targets(path)


def _save(network: nn.Module, path: Path) -> None:
    unfinished = path.with_suffix(".unfinished")
    torch.save(network.state_dict(), unfinished)
    unfinished.replace(path)
