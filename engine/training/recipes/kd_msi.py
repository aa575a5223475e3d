"""KD-MSI: a change classifier teaches where, and a second network says how sure. After Lu et al. 2024 (arXiv 2403.05796).

The teacher learns from image-level labels ("something in this pair of tiles has changed") alone; its class activation map, normalised by
its maximum and zero for unchanged pairs, is what the student regresses through a sigmoid, in the same step::

    CAM  = relu(relu(F_T) - 1e-5) / (max relu(F_T) + 1e-5) · label
    P    = sigmoid(F_S)
    loss = BCE(mean F_T, label) + 10 · mean (P - stopgrad(CAM))²

Other than in the paper: a small backbone that starts from chance instead of ImageNet, AdamW with a cosine instead of SGD, random swaps of
the dates, turns and mirrors; and, because of the swaps, a fusion before the last stage (see `networks.siamese`).

Then stage 3: a segmenter learns the student's pseudo-masks, and the small student that is shipped learns from the segmenter. Both belong
to the student family, see the bands of the two dates stacked (newer first) and are trained by the cross-modal loop, without any label but
the pseudo-masks. No mask of the set is opened here, nor by what is imported here: measuring is another module's.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ...contract.errors import InputError
from ..arrays import ByteArray, FloatArray
from ..datasets.change_data import EMSR763, OMBRIA, Layout, Pair, Tile, comparable, read_pairs
from ..datasets.chips import UNKNOWN
from ..datasets.images import read_list
from ..datasets.places_and_layers import as_target
from ..fitting import Report, Schedule, fit
from ..networks.siamese import Fusion, Siamese, SiameseShape, activation_map, image_logit, multiscale_sigmoid
from ..networks.student import RadarStudent, Shape, channels_last, predict
from ..runs import Log, arrays_once, claim, trained_once
from ..sampling.change_tiles import ChangeBatch, ChangeSampler, unchanged_copy
from ..sampling.stacks import Example, Jitter, Stack
from . import cross_modal
from .cross_modal import DistillationSettings

Map = Callable[[FloatArray], FloatArray]

JITTER = Jitter(shift=0.1, each=0.03, contrast=0.1)
NULL_PAIRS = 120
"""Pairs that are made unchanged, a quarter of every batch."""
SHARES = {OMBRIA.name: 0.9, EMSR763[0].name: 0.05, EMSR763[1].name: 0.05}
"""How often a tile comes from each set."""
PSEUDO_THRESHOLD = 0.2
"""Best for the student's MSI on the held-out blocks; see docs/recipes/kd-msi.md."""
HELD_OUT = ("6", "8", "14")
"""Scene blocks of train: three floods, 180 pairs."""


@dataclass(frozen=True)
class Stage1Settings:
    """Settings of teacher and student.

    Attributes:
        shape: of both.
        teacher, student: fusion of each.
        steps: of the optimiser.
        batch: tiles in a step.
        side: pixels of a tile.
        rate, decay: AdamW's learning rate, which falls along a cosine, and weight decay.
        distillation: weight of the student's loss.
        bfloat16: multiply in 16 bits.
    """

    shape: SiameseShape = field(default_factory=SiameseShape)
    teacher: Fusion = Fusion.DIFFERENCE
    student: Fusion = Fusion.CONCATENATION
    steps: int = 150
    batch: int = 32
    side: int = 64
    rate: float = 1e-3
    decay: float = 0.02
    distillation: float = 10.0
    bfloat16: bool = True


@dataclass(frozen=True)
class Stage3Settings:
    """Settings of segmenter and shipped student.

    Attributes:
        segmenter, student: their shapes; the bands are those of both dates.
        distillation: steps, batch and rate of both.
    """

    segmenter: Shape = field(default_factory=lambda: Shape(stem=2, width=16))
    student: Shape = field(default_factory=lambda: Shape(stem=4, width=32))
    distillation: DistillationSettings = field(default_factory=lambda: DistillationSettings(steps=300, crop=128, batch=12))


@dataclass(frozen=True)
class KdMsiSettings:
    """Both stages.

    Attributes:
        stage1: of teacher and student.
        stage3: of segmenter and shipped student.
        pseudo_threshold: from which a pixel of the student's MSI is changed in a pseudo-mask.
        every: of this many pairs one gets a pseudo-mask, for MSI takes longer than all of the training.
    """

    stage1: Stage1Settings = field(default_factory=Stage1Settings)
    stage3: Stage3Settings = field(default_factory=Stage3Settings)
    pseudo_threshold: float = PSEUDO_THRESHOLD
    every: int = 3


def train_pair(sampler: ChangeSampler, settings: Stage1Settings, seed: int, report: Report | None = None) -> nn.ModuleList:
    """Train teacher and student together.

    Args:
        sampler: of tiles with image-level labels.
        settings: see there.
        seed: of the first weights.
        report: see `fit`.

    Returns:
        teacher and student, in evaluation mode.
    """
    torch.manual_seed(seed)
    both = channels_last(untrained_pair(settings))
    schedule = Schedule(settings.steps, settings.rate, settings.decay, clip=5.0)
    return fit(both, lambda: _step(both, sampler.draw(), settings), schedule, report)


def untrained_pair(settings: Stage1Settings) -> nn.ModuleList:
    """Return teacher and student as they are before training."""
    return nn.ModuleList([Siamese(settings.shape, fusion) for fusion in (settings.teacher, settings.student)])


def joint_loss(teacher_scores: Tensor, student_scores: Tensor, changed: Tensor, distillation: float) -> Tensor:
    """Return the loss of score maps (N, 1, h, w) for image-level labels (N,): see the module."""
    classification = functional.binary_cross_entropy_with_logits(image_logit(teacher_scores), changed)
    target = activation_map(teacher_scores, changed).detach()
    return classification + distillation * functional.mse_loss(student_scores.sigmoid(), target)


def _step(both: nn.ModuleList, batch: ChangeBatch, settings: Stage1Settings) -> Tensor:
    newer, older = torch.from_numpy(batch.image).to(memory_format=torch.channels_last).chunk(2, dim=1)
    with torch.autocast("cpu", torch.bfloat16, enabled=settings.bfloat16):
        scores = [network(newer, older) for network in both]
    return joint_loss(scores[0].float(), scores[1].float(), torch.from_numpy(batch.changed), settings.distillation)


def pseudo_masks(pairs: Sequence[Pair], tiles: Sequence[Tile], found: Map, threshold: float) -> dict[str, ByteArray]:
    """Return the targets (see `places_and_layers`) of the labelled tiles of pairs: what a map calls changed, nothing in unchanged tiles.

    Args:
        pairs: of one set.
        tiles: with their image-level labels; elsewhere nothing is trusted.
        found: float32 (2 × B, H, W) to the probability of change float32 (H, W).
        threshold: of the map.
    """
    targets = {}
    for pair in pairs:
        side = pair.layout.tile
        trusted, changed = (np.zeros(pair.newer.shape[1:], np.bool_) for _ in range(2))
        for tile in tiles:
            if tile.pair == pair.name:
                window = (slice(tile.top, tile.top + side), slice(tile.left, tile.left + side))
                trusted[window], changed[window] = True, tile.changed
        targets[pair.name] = as_target((found(comparable(pair).stretched()) > threshold) & changed, trusted)
    return targets


def soft_labels(pairs: Sequence[Pair], segmenter: RadarStudent) -> dict[str, ByteArray]:
    """Return a segmenter's probabilities as targets, trusted everywhere; no image-level label is needed any more."""
    return {
        pair.name: as_target(predict(segmenter, comparable(pair).stretched()), np.ones(pair.newer.shape[1:], np.bool_)) for pair in pairs
    }


def train_on_targets(
    pairs: Sequence[Pair], targets: Mapping[str, ByteArray], shape: Shape, settings: DistillationSettings, seed: int
) -> RadarStudent:
    """Train a network of the student family on targets by pair, in both orders of the dates, with made unchanged pairs beside them."""
    rng = np.random.default_rng(seed)
    images = [(comparable(pair, swapped).stretched(), targets[pair.name]) for pair in pairs for swapped in (False, True)]
    real = [_example(image, target) for image, target in images]
    chosen = rng.choice(len(images), min(NULL_PAIRS, len(images)), replace=False)
    made = [_example(unchanged_copy(images[int(i)][0], rng), np.zeros_like(images[int(i)][1])) for i in chosen]
    return cross_modal.train([real, real, real, made], replace(shape, bands=len(images[0][0])), settings.steps, settings, seed)


def _example(image: FloatArray, target: ByteArray) -> Example:
    return Example((Stack(image, JITTER),), np.full_like(target, UNKNOWN), target)


@dataclass(frozen=True)
class KdMsiNetworks:
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


def run_seed(
    pairs: Sequence[Pair], labels: Mapping[str, Sequence[Tile]], settings: KdMsiSettings, seed: int, folder: Path, log: Log
) -> KdMsiNetworks:
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
    claim(folder, asdict(settings))
    tiles = labels[OMBRIA.name]
    known = {tile.pair for tile in tiles}
    chosen = [pair for pair in pairs if pair.layout.name == OMBRIA.name and pair.name in known][:: settings.every]

    def stage1() -> nn.ModuleList:
        stage = settings.stage1
        sampler = ChangeSampler(pairs, labels, stage.side, stage.batch, SHARES, np.random.default_rng(seed))
        return train_pair(sampler, stage, seed, lambda step, loss: log(f"seed {seed}, teacher and student: step {step}, loss {loss:.4f}"))

    def stage3(name: str, shape: Shape, targets: Mapping[str, ByteArray]) -> RadarStudent:
        shape = replace(shape, bands=2 * chosen[0].layout.bands)

        def train() -> RadarStudent:
            log(f"seed {seed}: {name}")
            return train_on_targets(chosen, targets, shape, settings.stage3.distillation, seed)

        return trained_once(folder / f"{name}.pt", lambda: channels_last(RadarStudent(shape)), train)

    both = trained_once(folder / "teacher-student.pt", lambda: untrained_pair(settings.stage1), stage1)
    teacher, student = (cast(Siamese, network) for network in both)
    pseudo = arrays_once(
        folder / "pseudo-masks.npz",
        lambda: pseudo_masks(chosen, tiles, partial(multiscale_sigmoid, student), settings.pseudo_threshold),
    )
    large = stage3("segmenter", settings.stage3.segmenter, pseudo)
    soft = arrays_once(folder / "soft-labels.npz", lambda: soft_labels(chosen, large))
    return KdMsiNetworks(teacher, student, large, stage3("small", settings.stage3.student, soft))
