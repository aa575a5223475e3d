"""KD-MSI: a change classifier teaches where, and a second network says how sure. After Lu et al. 2024 (arXiv 2403.05796).

The teacher learns from image-level labels ("something in this pair of tiles has changed") alone; its class activation map, normalised by
its maximum and zero for unchanged pairs, is what the student regresses through a sigmoid, in the same step::

    CAM  = relu(relu(F_T) - 1e-5) / (max relu(F_T) + 1e-5) · label
    P    = sigmoid(F_S)
    loss = BCE(mean F_T, label) + 10 · mean (P - stopgrad(CAM))²

Other than in the paper: a small backbone that starts from chance instead of ImageNet (a teacher from there can be compared), AdamW with a
cosine instead of SGD, random swaps of the dates, turns and mirrors; and, because of the swaps, a fusion before the last stage (see
`networks.siamese`).

MSI says where a tile has changed, and only roughly how far. A second network, of the student family, has learned outlines from simulated
pairs, whose masks cost nobody anything; in changed tiles both together give the pseudo-mask, a soft one::

    pseudo = sigmoid(logit(outlines) + MSI_SHARE · (logit(MSI) - logit(MSI_THRESHOLD)) + EVIDENCE)

`EVIDENCE` is what the image-level label says: something in this tile has changed.

Then stage 3: a segmenter of the student family, which is the student that is shipped, learns the pseudo-masks, and the masks of the
simulated pairs. It sees the bands of the two dates stacked (newer first) and is trained by the cross-modal loop. No mask of a set is
opened here, nor by what is imported here: measuring is another module's.

Beside the sets of floods there are simulated pairs of either direction and many displays, and dates between which nothing came or went.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from scipy.special import expit, logit
from torch import Tensor, nn
from torch.nn import functional

from ...raster.arrays import ByteArray, FloatArray
from ..datasets.change_data import (
    EMSR763,
    OMBRIA,
    OPERA,
    SIMULATED,
    Layout,
    Pair,
    Tile,
    comparable,
    corners,
    images,
    read_pairs,
    read_unchanging,
    scene_blocks,
)
from ..datasets.chips import UNKNOWN
from ..datasets.places_and_layers import as_target
from ..fitting import Report, Schedule, fit
from ..networks.pretrained import PretrainedSiamese
from ..networks.siamese import Fusion, Siamese, SiameseShape, activation_map, image_logit, multiscale_sigmoid
from ..networks.student import RadarStudent, Shape, channels_last, in_16_bits, predict
from ..runs import Log, arrays_once, claim, trained_once
from ..sampling.change_tiles import ChangeBatch, ChangeSampler, unchanged_copy
from ..sampling.simulated_pairs import simulate_pairs
from ..sampling.stacks import Example, Jitter, Stack
from . import cross_modal
from .cross_modal import DistillationSettings

JITTER = Jitter(shift=0.1, each=0.03, contrast=0.1)
NULL_PAIRS = 120
"""Pairs that are made unchanged, an eighth of every batch of stage 3."""
SHARES = {
    OMBRIA.name: 0.5,
    EMSR763[0].name: 0.03,
    EMSR763[1].name: 0.03,
    SIMULATED.name: 0.28,
    OPERA[0].name: 0.08,
    OPERA[1].name: 0.08,
}
"""How often a tile comes from each set; those that are missing count for nothing."""
MSI_THRESHOLD = 0.2
"""Best for the student's MSI on held-out events; see docs/recipes/kd-msi.md."""
MSI_SHARE, EVIDENCE = 0.5, 1.5
"""Of pseudo-masks: see the module, and docs/recipes/kd-msi.md for how they were chosen."""
_LEAST = 0.004
"""Probabilities are taken for no less sure than this, lest a single network decides."""
MOST_OF_AN_EVENT = 13
"""Pairs of a scene block that are learned from: some floods fill a hundred images, and most only one."""
FOLDS = ((0, 7), (7, 10), (10, 26), (26, 31), (31, 47))
"""Scene blocks (from, to before) of OMBRIA that are held out together; numbers follow places, so neighbours of an event stay together."""
SIMULATED_SEED = 1


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
        bfloat16: multiply in 16 bits where the device has them built in.
        weights: file of ImageNet weights of EfficientNet-Lite0 that the teacher starts from; empty: the teacher is the student's backbone.
    """

    shape: SiameseShape = field(default_factory=SiameseShape)
    teacher: Fusion = Fusion.DIFFERENCE
    student: Fusion = Fusion.CONCATENATION
    steps: int = 300
    batch: int = 32
    side: int = 64
    rate: float = 1e-3
    decay: float = 0.02
    distillation: float = 10.0
    bfloat16: bool = True
    weights: str = ""


def train_pair(
    sampler: ChangeSampler, settings: Stage1Settings, seed: int, report: Report | None = None, device: str = "cpu"
) -> nn.ModuleList:
    """Train teacher and student together.

    Args:
        sampler: of tiles with image-level labels.
        settings: see there.
        seed: of the first weights.
        report: see `fit`.
        device: of torch, where they are trained.

    Returns:
        teacher and student, on the CPU and in evaluation mode.
    """
    torch.manual_seed(seed)
    both = channels_last(untrained_pair(settings), device)
    schedule = Schedule(settings.steps, settings.rate, settings.decay, clip=5.0)
    return fit(both, lambda: _step(both, sampler.draw(), settings), schedule, report).cpu()


def untrained_pair(settings: Stage1Settings) -> nn.ModuleList:
    """Return teacher and student as they are before training."""
    teacher = PretrainedSiamese(Path(settings.weights)) if settings.weights else Siamese(settings.shape, settings.teacher)
    return nn.ModuleList([teacher, Siamese(settings.shape, settings.student)])


def joint_loss(teacher_scores: Tensor, student_scores: Tensor, changed: Tensor, distillation: float) -> Tensor:
    """Return the loss of score maps (N, 1, h, w) for image-level labels (N,): see the module."""
    classification = functional.binary_cross_entropy_with_logits(image_logit(teacher_scores), changed)
    target = activation_map(teacher_scores, changed).detach()
    return classification + distillation * functional.mse_loss(student_scores.sigmoid(), target)


def _step(both: nn.ModuleList, batch: ChangeBatch, settings: Stage1Settings) -> Tensor:
    device = next(both.parameters()).device
    newer, older = torch.from_numpy(batch.image).to(device, memory_format=torch.channels_last).chunk(2, dim=1)
    with in_16_bits(device.type, settings.bfloat16):
        scores = [network(newer, older) for network in both]
    return joint_loss(scores[0].float(), scores[1].float(), torch.from_numpy(batch.changed).to(device), settings.distillation)


@dataclass(frozen=True)
class Stage3Settings:
    """Settings of the segmenter, and of the network that learns outlines before it.

    Attributes:
        segmenter: shape of both; the bands are those of both dates.
        outlines: steps, batch and rate of the network of outlines.
        distillation: those of the segmenter.
    """

    segmenter: Shape = field(default_factory=lambda: Shape(stem=2, width=16))
    outlines: DistillationSettings = field(default_factory=lambda: DistillationSettings(steps=1200, crop=128, batch=16))
    distillation: DistillationSettings = field(default_factory=lambda: DistillationSettings(steps=1000, crop=128, batch=16))


@cache
def simulated_examples(count: int) -> Sequence[Example]:
    """Return simulated pairs, in both orders of the dates, with their masks."""
    found = []
    for one in simulate_pairs(count, SIMULATED_SEED):
        target = as_target(one.mask, np.ones_like(one.mask))
        found += [_example(comparable(one.pair, swapped).stretched(), target) for swapped in (False, True)]
    return found


def evidence(outlines: FloatArray, msi: FloatArray) -> FloatArray:
    """Return how likely a pixel has changed, float32 (H, W), in tiles of which it is known that something has: see the module.

    Args:
        outlines, msi: the maps of the two networks, float32 (H, W), 0 to 1.
    """
    from_outlines, from_msi = (logit(np.clip(probability, _LEAST, 1 - _LEAST)) for probability in (outlines, msi))
    return np.asarray(expit(from_outlines + MSI_SHARE * (from_msi - logit(MSI_THRESHOLD)) + EVIDENCE), np.float32)


def pseudo_masks(pairs: Sequence[Pair], tiles: Sequence[Tile], found: Callable[[FloatArray], FloatArray]) -> dict[str, ByteArray]:
    """Return the targets (see `places_and_layers`) of the labelled tiles of pairs: what a map says, and nothing in unchanged tiles.

    Args:
        pairs: of one set.
        tiles: with their image-level labels; elsewhere nothing is trusted.
        found: both dates, float32 (2 × B, H, W), to the probability of change where something has changed, float32 (H, W).
    """
    targets = {}
    for pair in pairs:
        side = pair.layout.tile
        trusted, changed = (np.zeros(pair.newer.shape[1:], np.bool_) for _ in range(2))
        for tile in tiles:
            if tile.pair == pair.name:
                window = (slice(tile.top, tile.top + side), slice(tile.left, tile.left + side))
                trusted[window], changed[window] = True, tile.changed
        # Of pairs without a changed tile nothing is asked of the map.
        likely = np.where(changed, found(comparable(pair).stretched()), np.float32(0)) if changed.any() else changed
        targets[pair.name] = as_target(likely, trusted)
    return targets


def train_on_targets(
    pairs: Sequence[Pair], targets: Mapping[str, ByteArray], simulated: Sequence[Example], settings: Stage3Settings, seed: int
) -> RadarStudent:
    """Train the segmenter on targets by pair, in both orders of the dates, and on simulated pairs.

    Half of a batch are pairs that were read, a quarter simulated ones, an eighth dates without change, or pairs that were read where there
    are none, and an eighth pairs that are made unchanged.
    """
    rng = np.random.default_rng(seed)
    unchanging = {layout.name for layout in OPERA}
    read, still = list[Example](), list[Example]()
    for pair in pairs:
        group = still if pair.layout.name in unchanging else read
        group += [_example(comparable(pair, swapped).stretched(), targets[pair.name]) for swapped in (False, True)]
    chosen = rng.choice(len(read), min(NULL_PAIRS, len(read)), replace=False)
    copied = [(unchanged_copy(read[int(i)].stacks[0].bands, rng), read[int(i)].target) for i in chosen]
    made = [_example(image, np.zeros_like(target)) for image, target in copied]
    pools = [*[read] * 4, *[simulated] * 2, still or read, made]
    shape = replace(settings.segmenter, bands=2 * pairs[0].layout.bands)
    return cross_modal.train(pools, shape, settings.distillation.steps, settings.distillation, seed)


def _example(image: FloatArray, target: ByteArray) -> Example:
    return Example((Stack(image, JITTER),), np.full_like(target, UNKNOWN), target)


@dataclass(frozen=True)
class KdMsiSettings:
    """Both stages.

    Attributes:
        stage1: of teacher and student.
        stage3: of the segmenter.
        simulated: pairs that are made for the first stage, of which a fifth has not changed.
        outlined: pairs that are made for outlines.
        unchanging: pairs of dates of each of `OPERA`.
        device: of torch.
    """

    stage1: Stage1Settings = field(default_factory=Stage1Settings)
    stage3: Stage3Settings = field(default_factory=Stage3Settings)
    simulated: int = 200
    outlined: int = 600
    unchanging: int = 30
    device: str = "cpu"


def noted(settings: KdMsiSettings) -> dict[str, Any]:
    """Return the settings, with those of pseudo-masks, as folders and cards note them: no device, and of a file of weights the name."""
    found = {name: value for name, value in asdict(settings).items() if name != "device"}
    found["pseudo_masks"] = {"msi_threshold": MSI_THRESHOLD, "msi_share": MSI_SHARE, "evidence": EVIDENCE}
    found["stage1"]["weights"] = Path(settings.stage1.weights).name
    return found


@dataclass(frozen=True)
class KdMsiNetworks:
    """The four networks of a seed, in evaluation mode, on the device of its settings."""

    teacher: nn.Module
    student: Siamese
    outlines: RadarStudent
    segmenter: RadarStudent


def read_training(data: Path, labels: Mapping[str, Sequence[Tile]], settings: KdMsiSettings) -> tuple[list[Pair], dict[str, list[Tile]]]:
    """Read and make the training pairs, without a mask, and return them with their image-level labels by set.

    Args:
        data: holds ``ombria``, ``emsr763`` and, where it is there, ``opera_rtc``.
        labels: image-level labels of the sets that are read.
        settings: how many pairs are made.
    """
    sets: list[tuple[Path, Layout]] = [(data / "ombria" / "train", OMBRIA), *((data / "emsr763", layout) for layout in EMSR763)]
    pairs = [pair for folder, layout in sets for pair in read_pairs(folder, layout)]
    found = {name: list(tiles) for name, tiles in labels.items()}
    simulated = simulate_pairs(settings.simulated, SIMULATED_SEED)
    found[SIMULATED.name] = [tile for one in simulated for tile in one.tiles()]
    pairs += [one.pair for one in simulated]
    if (data / "opera_rtc").is_dir():
        unchanging = read_unchanging(data / "opera_rtc", settings.unchanging, SIMULATED_SEED)
        for pair in unchanging:
            found.setdefault(pair.layout.name, []).extend(Tile(pair.name, top, left, False) for top, left in corners(pair))
        pairs += unchanging
    return pairs, found


@dataclass(frozen=True)
class Measured:
    """What networks are measured on: the named pairs of a set, and its folder."""

    folder: Path
    layout: Layout
    names: frozenset[str]

    def holds(self, pair: Pair) -> bool:
        """Return whether a pair is one of these, in any polarisation."""
        return pair.name in self.names and pair.layout.name.split("-")[0] == self.layout.name.split("-")[0]


def measured(folder: Path, layout: Layout) -> Measured:
    """Return all pairs of a folder."""
    return Measured(folder, layout, frozenset(images(folder / layout.newer)))


def held_out(data: Path, number: int) -> Measured:
    """Return the events of a fold: of `FOLDS`, counted from 0, or EMSR763 in VV, whose number follows theirs."""
    if number == len(FOLDS):
        return measured(data / "emsr763", EMSR763[0])
    train, blocks = measured(data / "ombria" / "train", OMBRIA), scene_blocks(data / "ombria")
    first, last = FOLDS[number]
    return replace(train, names=frozenset(name for name in train.names if first <= blocks[name] < last))


def learned_from(blocks: Mapping[str, int], pairs: Sequence[Pair], held: Measured | None) -> list[Pair]:
    """Return the pairs that are learned from: of OMBRIA at most `MOST_OF_AN_EVENT` of a scene block, evenly, and none that is held out."""
    pairs = [pair for pair in pairs if held is None or not held.holds(pair)]
    by_block: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.layout.name == OMBRIA.name:
            by_block.setdefault(blocks.get(pair.name, -1), []).append(pair)
    kept = {
        some[index].name
        for some in by_block.values()
        for index in np.linspace(0, len(some) - 1, min(len(some), MOST_OF_AN_EVENT)).astype(int)
    }
    return [pair for pair in pairs if pair.layout.name != OMBRIA.name or pair.name in kept]


def outlines_of_seed(settings: KdMsiSettings, seed: int, folder: Path, log: Log) -> RadarStudent:
    """Return the network that has learned outlines from simulated pairs alone, whatever is held out; train it where it is not there yet.

    Args:
        settings: see there.
        seed: of everything that is drawn.
        folder: of the networks of outlines of all seeds; made where it is missing.
        log: takes a line on progress.

    Raises:
        InputError: the folder holds networks of other settings.
    """
    third = settings.stage3
    claim(folder, {"shape": asdict(third.segmenter), "outlines": asdict(third.outlines), "pairs": settings.outlined})
    shape = replace(third.segmenter, bands=2 * SIMULATED.bands)

    def train() -> RadarStudent:
        log(f"seed {seed}: outlines of simulated pairs")
        chosen = replace(third.outlines, device=settings.device)
        return cross_modal.train([simulated_examples(settings.outlined)], shape, chosen.steps, chosen, seed).cpu()

    return trained_once(folder / f"outlines-{seed}.pt", lambda: channels_last(RadarStudent(shape)), train).to(settings.device)


def run_seed(
    pairs: Sequence[Pair],
    labels: Mapping[str, Sequence[Tile]],
    settings: KdMsiSettings,
    outlines: RadarStudent,
    seed: int,
    folder: Path,
    log: Log,
) -> KdMsiNetworks:
    """Train what of a seed is not in the folder yet, and return its networks.

    Args:
        pairs: the training images.
        labels: their image-level labels by set.
        settings: see there.
        outlines: see `outlines_of_seed`.
        seed: of everything that is drawn.
        folder: of this seed; made where it is missing.
        log: takes a line on progress.

    Raises:
        InputError: the folder holds networks of other settings.
    """
    claim(folder, noted(settings))
    known = {(name, tile.pair) for name, tiles in labels.items() for tile in tiles}
    apart = {SIMULATED.name, *(layout.name for layout in EMSR763)}
    chosen = [pair for pair in pairs if pair.layout.name not in apart and (pair.layout.name, pair.name) in known]

    def stage1() -> nn.ModuleList:
        first = settings.stage1
        sampler = ChangeSampler(pairs, labels, first.side, first.batch, SHARES, np.random.default_rng(seed))
        tell = partial(_tell, log, f"seed {seed}, teacher and student")
        return train_pair(sampler, first, seed, tell, settings.device)

    def masks() -> dict[str, ByteArray]:
        log(f"seed {seed}: pseudo-masks")
        listed = [tile for tiles in labels.values() for tile in tiles]
        moved = student.to(settings.device)
        return pseudo_masks(chosen, listed, lambda image: evidence(predict(outlines, image), multiscale_sigmoid(moved, image)))

    def stage3() -> RadarStudent:
        pseudo = arrays_once(folder / "pseudo-masks.npz", masks)
        log(f"seed {seed}: segmenter")
        third = replace(settings.stage3, distillation=replace(settings.stage3.distillation, device=settings.device))
        return train_on_targets(chosen, pseudo, simulated_examples(settings.outlined), third, seed).cpu()

    both = trained_once(folder / "teacher-student.pt", lambda: untrained_pair(settings.stage1), stage1)
    teacher, student = both[0], cast(Siamese, both[1])
    shape = replace(settings.stage3.segmenter, bands=2 * chosen[0].layout.bands)
    segmenter = trained_once(folder / "segmenter.pt", lambda: channels_last(RadarStudent(shape)), stage3)
    return KdMsiNetworks(teacher.to(settings.device), student.to(settings.device), outlines, segmenter.to(settings.device))


def _tell(log: Log, what: str, step: int, loss: float) -> None:
    log(f"{what}: step {step}, loss {loss:.4f}")
