"""Cross-modal distillation: a teacher that sees more than radar gives soft labels, from which a student that sees radar alone learns.

After Garg et al. (EDS 2023, arXiv 2302.08180). The losses are ::

    inner = water within `edge_width` pixels of dry ground       outer = dry ground within `edge_width` pixels of water
    w = known · (1 + edge · (inner + outer))
    L_sup = Σ w · CE(label, student) / Σ w                       hand labels
    L_kd  = Σ c · CE(target, student) / Σ c                      c: where the target is trusted
    L     = L_sup + λ · L_kd

The soft cross-entropy differs from the Kullback-Leibler divergence by a constant. The trainer knows nothing of
where the images come from; what is run and kept for a data set comes after it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ...raster.arrays import ByteArray, FloatArray
from ..datasets.chips import UNKNOWN
from ..datasets.places_and_layers import SURE, UNTRUSTED, CrossModalArm, CrossModalSet, Place, Split, as_target, hardened
from ..evaluation.comparison import ArmCounts, pooled_iou
from ..evaluation.metrics import count, counts_at
from ..fitting import Report, Schedule, fit, masked_cross_entropy
from ..networks.student import RadarStudent, Shape, channels_last, in_16_bits, predict
from ..runs import Log, arm_file, arrays_once, claim, read_arrays, read_json, trained_once, write_arrays, write_json
from ..sampling.stacks import STILL, DistillationBatch, Example, Jitter, Stack, StackSampler

RADAR_JITTER = Jitter()
TEACHERS = {
    CrossModalArm.TEACHER_HARD: CrossModalArm.TEACHER,
    CrossModalArm.TEACHER_SOFT: CrossModalArm.TEACHER,
    CrossModalArm.SELF_DISTILLATION: CrossModalArm.RADAR_TEACHER,
}
"""Whose soft labels an arm learns from."""
HALF = "0.5"
CHOSEN = "chosen on labelled images"
"""How a probability becomes water: two rules, each with a table of its own."""
THRESHOLDS = tuple(percent / 100 for percent in range(10, 91, 5))
MOST_FOR_THRESHOLD = 64
"""Labelled images, spread over all, on which a threshold is chosen."""


@dataclass(frozen=True)
class DistillationSettings:
    """Settings of teacher and student.

    Attributes:
        student, teacher: stem, width and levels; their bands are the data set's.
        steps, teacher_steps: of the optimiser.
        batch: crops in a step, half of them labelled and half with targets; all of them both where every label is looked at.
        crop: side in pixels.
        rate, decay: AdamW's learning rate, which falls along a cosine, and weight decay.
        average: decay of the moving average of the weights, which is what is kept.
        edge: how much more a pixel at the shore counts in the supervised loss; 0 switches the edge weights off.
        edge_width: pixels on either side that are the shore.
        distillation: λ.
        bfloat16: multiply in 16 bits where the device has them built in.
        device: of torch, `cpu` or `cuda`.
    """

    student: Shape = field(default_factory=Shape)
    teacher: Shape = field(default_factory=lambda: Shape(width=48))
    steps: int = 250
    teacher_steps: int = 250
    batch: int = 12
    crop: int = 128
    rate: float = 2e-3
    decay: float = 0.02
    average: float = 0.98
    edge: float = 1.0
    edge_width: int = 2
    distillation: float = 1.0
    bfloat16: bool = True
    device: str = "cpu"


def train(
    pools: Sequence[Sequence[Example]], shape: Shape, steps: int, settings: DistillationSettings, seed: int, report: Report | None = None
) -> RadarStudent:
    """Train a teacher or a student; what it sees and learns is in the examples.

    Args:
        pools: each gives an equal part of every batch.
        shape: of the network, its bands those of the examples.
        steps: of the optimiser.
        settings: the rest.
        seed: of crops and first weights.
        report: see `fit`.

    Returns:
        The network with averaged weights, in evaluation mode.
    """
    torch.manual_seed(seed)
    sampler = StackSampler(pools, settings.crop, settings.batch, np.random.default_rng(seed))
    network = channels_last(RadarStudent(shape), settings.device)
    schedule = Schedule(steps, settings.rate, settings.decay, settings.average)
    return fit(network, lambda: _loss(network, sampler.draw(), settings), schedule, report)


def _loss(network: nn.Module, batch: DistillationBatch, settings: DistillationSettings) -> Tensor:
    image = torch.from_numpy(batch.image).to(settings.device, memory_format=torch.channels_last)
    label, target = (torch.from_numpy(plane).to(settings.device) for plane in (batch.label, batch.target))
    with in_16_bits(settings.device, settings.bfloat16):
        logits = network(image)
    return distillation_loss(logits.float(), label, target, settings)


def distillation_loss(logits: Tensor, label: Tensor, target: Tensor, settings: DistillationSettings) -> Tensor:
    """Return L_sup + λ · L_kd of logits float32, label uint8 (255 unknown) and target uint8 (255 untrusted), all (N, 1, H, W)."""
    supervised = masked_cross_entropy(logits, (label == 1).float(), edge_weights(label, settings.edge, settings.edge_width))
    soft = (target.float() / SURE).clamp(max=1.0)
    return supervised + settings.distillation * masked_cross_entropy(logits, soft, (target != UNTRUSTED).float())


def edge_weights(label: Tensor, edge: float, width: int) -> Tensor:
    """Return the weights of the supervised loss, float32, of labels uint8 (N, 1, H, W): 0 unknown, 1 known, 1 + `edge` at the shore.

    The shore is what is known within `width` pixels (a square neighbourhood) of the other class; unknown pixels make no shore.
    """
    water, dry = (label == 1).float(), (label == 0).float()
    if not edge:
        return water + dry
    near_water, near_dry = (functional.max_pool2d(one, 2 * width + 1, stride=1, padding=width) for one in (water, dry))
    return water * (1 + edge * near_dry) + dry * (1 + edge * near_water)


@dataclass(frozen=True)
class CrossModalRun:
    """One split of one share and seed: what its networks are called on disk, and how they are trained."""

    dataset: CrossModalSet
    settings: DistillationSettings
    split: Split
    share: float
    seed: int
    folder: Path

    def path(self, arm: CrossModalArm, ending: str) -> Path:
        """Return the file of an arm."""
        return arm_file(self.folder, arm.value, ending)


@dataclass(frozen=True)
class Comparison:
    """Shares of the labels, seeds and arms that are compared."""

    shares: Sequence[float]
    seeds: Sequence[int]
    arms: Sequence[CrossModalArm]


def run_all(dataset: CrossModalSet, settings: DistillationSettings, compared: Comparison, output: Path, log: Log) -> None:
    """Train and measure every arm for each share and seed; keep each one's result, its network and the teachers' soft labels.

    Raises:
        InputError: the folder holds results of other settings, or the data cannot be used.
    """
    # The key is that of folders that there are already.
    claim(output, {"setting": dataset.name, **asdict(settings)})
    for seed in compared.seeds:
        for share in compared.shares:
            for split in dataset.splits(share, seed):
                folder = output / f"share-{share:g}" / f"seed-{seed}" / split.name
                run = CrossModalRun(dataset, settings, split, share, seed, folder)
                for arm in _teachers_first(compared.arms):
                    _run_arm(run, arm, log)


def read_counts(output: Path, rule: str) -> list[ArmCounts]:
    """Return all results below a folder by one of the two rules for the threshold, those of folds joined.

    A network that was interrupted before it had seen all folds is left out.
    """
    joined: dict[tuple[float, str, int, int], dict[str, tuple[int, ...]]] = {}
    arms = list(CrossModalArm)
    for path in output.glob("share-*/seed-*/**/*.json"):
        found = read_json(path)
        for test, counts in found["tests"][rule].items():
            images = joined.setdefault((found["share"], test, arms.index(CrossModalArm(found["arm"])), found["seed"]), {})
            for name, new in counts.items():
                images[name] = tuple(a + b for a, b in zip(images.get(name, (0, 0, 0, 0)), new, strict=True))
    whole: dict[tuple[float, str], int] = {}
    for (share, test, _, _), images in joined.items():
        whole[share, test] = max(whole.get((share, test), 0), len(images))
    return [
        ArmCounts(arms[arm].value, f"{test}, {100 * share:g} % of labels", seed, images)
        for (share, test, arm, seed), images in sorted(joined.items())
        if len(images) == whole[share, test]
    ]


def _teachers_first(arms: Sequence[CrossModalArm]) -> list[CrossModalArm]:
    """Return the arms in an order in which they can be run, with the teachers that they learn from."""
    needed = {TEACHERS.get(arm, arm) for arm in arms}
    teachers = [arm for arm in CrossModalArm if arm in needed and arm in TEACHERS.values()]
    return [*teachers, *(arm for arm in arms if arm not in teachers)]


def _run_arm(run: CrossModalRun, arm: CrossModalArm, log: Log) -> None:
    result = run.path(arm, ".json")
    if result.exists():
        return
    train_arm = train_teacher if arm in TEACHERS.values() else train_student
    network = trained_once(run.path(arm, ".pt"), lambda: _untrained(run, arm), lambda: train_arm(run, arm))
    chosen = best_threshold(run, network, arm)
    tests = {rule: measure_all(run, network, arm, threshold) for rule, threshold in ((HALF, 0.5), (CHOSEN, chosen))}
    found = {"arm": arm.value, "share": run.share, "seed": run.seed, "split": run.split.name, "threshold": chosen, "tests": tests}
    # The result is what says that an arm is done: it appears when it is complete.
    write_json(result, found)
    log(f"{run.dataset.name}: share {run.share:g}, seed {run.seed}, {run.split.name or 'one split'}: {arm.value}")


def train_teacher(run: CrossModalRun, arm: CrossModalArm) -> RadarStudent:
    """Train a teacher on the labelled places, and write its soft labels for the places that students will need them on."""
    split, settings = run.split, run.settings
    examples = [_example(run, arm, name, labelled=True) for name in split.labelled]
    shape = replace(settings.teacher, bands=sum(len(stack.bands) for stack in examples[0].stacks))
    network = train([examples], shape, settings.teacher_steps, settings, run.seed)
    write_arrays(run.path(arm, ".npz"), {name: _soft(run, network, arm, name) for name in _pupils(run, arm)})
    return network


def train_student(run: CrossModalRun, arm: CrossModalArm) -> RadarStudent:
    """Train a student. Reads radar and labels, and targets that were written before; none of the teacher's layers."""
    split, settings = run.split, run.settings
    shape: Shape = replace(settings.student, bands=run.dataset.bands)
    labelled = {name: _example(run, arm, name, labelled=True) for name in split.labelled}
    targets = {} if arm is CrossModalArm.HAND else targets_of(run, arm)
    if not targets:
        return train([list(labelled.values())], shape, settings.steps, settings, run.seed)
    if targets.keys() == labelled.keys():
        # Every label is looked at: the targets act on the same crops.
        both = [replace(example, target=targets[name]) for name, example in labelled.items()]
        return train([both], shape, settings.steps, settings, run.seed)
    unlabelled = [replace(_example(run, arm, name, labelled=False), target=target) for name, target in targets.items()]
    return train([list(labelled.values()), unlabelled], shape, settings.steps, settings, run.seed)


def targets_of(run: CrossModalRun, arm: CrossModalArm) -> dict[str, ByteArray]:
    """Return the targets of an arm by place.

    Raises:
        InputError: the arm's teacher has not been run.
    """
    if arm in TEACHERS:
        soft = read_arrays(run.path(TEACHERS[arm], ".npz"))
        return {name: hardened(target) for name, target in soft.items()} if arm is CrossModalArm.TEACHER_HARD else soft
    weak = ((name, run.dataset.weak(arm, name)) for name in _pupils(run, arm))
    return arrays_once(run.path(arm, ".npz"), lambda: {name: target for name, target in weak if target is not None})


def best_threshold(run: CrossModalRun, network: RadarStudent, arm: CrossModalArm) -> float:
    """Return the threshold, in steps of 0.05, with the best pooled IoU on the labels that were learned."""
    places = (run.dataset.place(name) for name in spread(run.split.labelled, MOST_FOR_THRESHOLD))
    return threshold_for((predict(network, _bands(run.dataset, arm, place)), place.taught) for place in places)


def spread(names: Sequence[str], most: int) -> Sequence[str]:
    """Return up to `most` names, spread over all."""
    return names[:: max(1, math.ceil(len(names) / most))]


def threshold_for(maps: Iterable[tuple[FloatArray, ByteArray]]) -> float:
    """Return the one of `THRESHOLDS` with the best pooled IoU on probabilities and labels (H, W)."""
    counts = sum((np.array(counts_at(probability, THRESHOLDS, label)) for probability, label in maps), np.zeros((len(THRESHOLDS), 4)))
    return THRESHOLDS[int(np.nan_to_num(pooled_iou(counts[:, None])).argmax())]


def measure_all(
    run: CrossModalRun, network: RadarStudent, arm: CrossModalArm, threshold: float
) -> dict[str, dict[str, tuple[int, int, int, int]]]:
    """Return the counts of every test image, by test set; the bands are those that the arm sees."""
    return {test: {name: measure(run, network, arm, name, threshold) for name in names} for test, names in run.split.tests.items()}


def measure(run: CrossModalRun, network: RadarStudent, arm: CrossModalArm, name: str, threshold: float = 0.5) -> tuple[int, int, int, int]:
    """Return hits, false water, misses and dry pixels of a place."""
    place = run.dataset.place(name)
    return counts_of(predict(network, _bands(run.dataset, arm, place)), threshold, place.label)


def counts_of(probability: FloatArray, threshold: float, label: ByteArray) -> tuple[int, int, int, int]:
    """Return hits, false water, misses and dry pixels, over known ones."""
    counts = count(probability, probability > threshold, label)
    return counts.hit, counts.false, counts.miss, counts.dry


def _untrained(run: CrossModalRun, arm: CrossModalArm) -> RadarStudent:
    """Return an untrained network of the arm's shape."""
    if arm not in TEACHERS.values():
        shape = replace(run.settings.student, bands=run.dataset.bands)
    else:
        shape = replace(run.settings.teacher, bands=len(_bands(run.dataset, arm, run.dataset.place(run.split.labelled[0]))))
    return channels_last(RadarStudent(shape), run.settings.device)


def _pupils(run: CrossModalRun, arm: CrossModalArm) -> Iterable[str]:
    """Return the places that an arm has targets on."""
    if arm in (CrossModalArm.RADAR_TEACHER, CrossModalArm.PUBLISHED_WEAK):
        return run.split.radar_only
    return run.split.unlabelled or run.split.labelled


def _bands(dataset: CrossModalSet, arm: CrossModalArm, place: Place) -> FloatArray:
    return np.concatenate([place.radar, dataset.teacher_layers(place.name).bands]) if arm is CrossModalArm.TEACHER else place.radar


def _soft(run: CrossModalRun, network: RadarStudent, arm: CrossModalArm, name: str) -> ByteArray:
    place = run.dataset.place(name)
    if arm is CrossModalArm.RADAR_TEACHER:
        return as_target(predict(network, place.radar), place.observed)
    layers = run.dataset.teacher_layers(name)
    return as_target(predict(network, _bands(run.dataset, arm, place)), layers.seen & place.observed)


def _example(run: CrossModalRun, arm: CrossModalArm, name: str, labelled: bool) -> Example:
    place = run.dataset.place(name)
    stacks = [Stack(place.radar, RADAR_JITTER)]
    if arm is CrossModalArm.TEACHER:
        stacks.append(Stack(run.dataset.teacher_layers(name).bands, RADAR_JITTER if run.dataset.layers_vary else STILL))
    label = place.taught if labelled else np.full_like(place.label, UNKNOWN)
    return Example(tuple(stacks), label, np.full_like(place.label, UNTRUSTED))
