"""Crops of labelled chips, drawn and augmented once and kept, so that every fold and every seed learns from the same ones.

A crop knows the chip that it was cut from: what a fold holds out is left out when batches are drawn, not when crops are cut.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ...raster.arrays import ByteArray, FloatArray
from ..datasets.chips import Chip
from ..datasets.water import place_of, taught
from ..runs import claim, read_json, unfinished, write_json
from .augment import Augmentation, augment

_CHUNK = 200


@dataclass(frozen=True)
class Crops:
    """Crops of several sets.

    Attributes:
        image: float16 (N, 2, h, h), dB.
        taught: uint8 (N, h, h): see `datasets.water.taught`.
        sets, places: of each crop.
    """

    image: Tensor
    taught: Tensor
    sets: npt.NDArray[np.str_]
    places: npt.NDArray[np.str_]

    def to(self, device: str) -> Crops:
        """Return the crops on a device."""
        return Crops(self.image.to(device), self.taught.to(device), self.sets, self.places)


@dataclass(frozen=True)
class CropBatch:
    """Crops that are drawn together.

    Attributes:
        image: float32 (N, 2, h, h), dB.
        taught: uint8 (N, h, h): see `datasets.water.taught`.
        sets: of each crop.
        numbers: int64 (N,), of each among all crops.
    """

    image: Tensor
    taught: Tensor
    sets: npt.NDArray[np.str_]
    numbers: Tensor


@dataclass(frozen=True)
class CropPlan:
    """How crops are drawn.

    Attributes:
        counts: crops of each set.
        side: of a crop in pixels; smaller chips are mirrored up to it.
        augmentation: what changes in each of them.
        seed: of all chance.
    """

    counts: Mapping[str, int]
    side: int
    augmentation: Augmentation
    seed: int = 0


class CropSampler:
    """Draws batches for ever.

    Args:
        crops: what to draw from.
        shares: by set, any positive numbers.
        without: places that are left out.
        side: of the middle of a crop that is given, in pixels.
        size: crops in a batch.
        rng: the only source of chance.

    Raises:
        ValueError: there is nothing to draw from.
    """

    def __init__(
        self, crops: Crops, shares: Mapping[str, float], without: Collection[str], side: int, size: int, rng: np.random.Generator
    ) -> None:
        seen = ~np.isin(crops.places, sorted(without))
        members = {name: np.flatnonzero(seen & (crops.sets == name)) for name, share in shares.items() if share > 0}
        self._members = [found for found in members.values() if found.size]
        if not self._members:
            raise ValueError("nothing to draw from")
        drawn = np.array([shares[name] for name, found in members.items() if found.size])
        self._shares = drawn / drawn.sum()
        self._crops, self._side, self._size, self._rng = crops, side, size, rng

    def draw(self) -> CropBatch:
        """Return the next batch."""
        chosen = [int(self._rng.choice(self._members[one])) for one in self._rng.choice(len(self._members), self._size, p=self._shares)]
        return batch_of(self._crops, chosen, self._side)


def batch_of(crops: Crops, numbers: Sequence[int], side: int) -> CropBatch:
    """Return the middles of some crops, `side` pixels wide and high."""
    margin = (crops.taught.shape[-1] - side) // 2
    middle = (..., slice(margin, margin + side), slice(margin, margin + side))
    index = torch.tensor(numbers, device=crops.image.device)
    image, taught = (whole.index_select(0, index)[middle] for whole in (crops.image, crops.taught))
    return CropBatch(image.float(), taught, crops.sets[list(numbers)], index)


def draw_crops(sets: Mapping[str, Sequence[Chip]], plan: CropPlan, folder: Path, processes: int = 1) -> Crops:
    """Cut and augment crops, or read those that lie in a folder already.

    Args:
        sets: chips by set.
        plan: how.
        folder: gets ``image.npy``, ``taught.npy``, ``origin.json`` and the settings.
        processes: that cut side by side.

    Raises:
        InputError: the folder holds crops of other settings.
    """
    claim(folder, {**asdict(plan), "counts": dict(plan.counts)})
    origin = folder / "origin.json"
    if not origin.exists():
        chips, numbers = _chosen(sets, plan)
        _cut(chips, numbers, plan, folder, processes)
        of_sets = np.repeat(list(plan.counts), list(plan.counts.values())).tolist()
        write_json(origin, [(name, place_of(chips[one])) for name, one in zip(of_sets, numbers, strict=True)])
    names, places = zip(*read_json(origin), strict=True)
    image, label = (torch.from_numpy(np.load(folder / f"{name}.npy", mmap_mode="c")) for name in ("image", "taught"))
    return Crops(image, label, np.array(names), np.array(places))


def _chosen(sets: Mapping[str, Sequence[Chip]], plan: CropPlan) -> tuple[list[Chip], npt.NDArray[np.intp]]:
    """Return all chips, and for each crop the number of its chip: large scenes more often than small chips, but not in proportion."""
    rng = np.random.default_rng(plan.seed)
    chips: list[Chip] = []
    numbers = []
    for name, count in plan.counts.items():
        weights = np.sqrt([chip.label.size for chip in sets[name]])
        numbers.append(len(chips) + rng.choice(len(weights), count, p=weights / weights.sum()))
        chips += sets[name]
    return chips, np.concatenate(numbers)


def _cut(chips: Sequence[Chip], numbers: npt.NDArray[np.intp], plan: CropPlan, folder: Path, processes: int) -> None:
    side = plan.side
    with unfinished(folder / "image.npy") as image_path, unfinished(folder / "taught.npy") as taught_path:
        image = np.lib.format.open_memmap(image_path, "w+", np.float16, (len(numbers), 2, side, side))
        label = np.lib.format.open_memmap(taught_path, "w+", np.uint8, (len(numbers), side, side))
        starts = range(0, len(numbers), _CHUNK)
        jobs = [(plan.seed + start, numbers[start : start + _CHUNK]) for start in starts]
        with _mapping(processes, (chips, [taught(chip) for chip in chips], plan)) as mapped:
            for start, (images, labels) in zip(starts, mapped(_crops, jobs), strict=True):
                image[start : start + len(images)], label[start : start + len(labels)] = images, labels


Work = tuple[Sequence[Chip], Sequence[ByteArray], CropPlan]
Job = tuple[int, npt.NDArray[np.intp]]
_work: Work


@contextmanager
def _mapping(processes: int, work: Work) -> Iterator[Callable[..., Iterable[tuple[FloatArray, ByteArray]]]]:
    """Give a `map` whose function finds `work` in this module; forked processes share it with this one."""
    if processes == 1:
        _start(work)
        yield map
    else:
        with ProcessPoolExecutor(processes, get_context("fork"), _start, (work,)) as pool:
            yield pool.map


def _start(work: Work) -> None:
    global _work
    _work = work


def _crops(job: Job) -> tuple[FloatArray, ByteArray]:
    """Cut a crop of each of some chips: float32 (n, 2, h, h) and uint8 (n, h, h)."""
    seed, numbers = job
    chips, labels, plan = _work
    rng = np.random.default_rng(seed)
    pairs = [_crop(chips[one].image, labels[one], plan, rng) for one in numbers]
    return np.stack([image for image, _ in pairs]), np.stack([label for _, label in pairs])


def _crop(image: FloatArray, label: ByteArray, plan: CropPlan, rng: np.random.Generator) -> tuple[FloatArray, ByteArray]:
    side = plan.side
    down, right = (max(0, side - length) for length in label.shape)
    if down or right:
        image = np.pad(image, ((0, 0), (0, down), (0, right)), mode="symmetric")
        label = np.pad(label, ((0, down), (0, right)), mode="symmetric")
    top, left = (int(rng.integers(0, length - side + 1)) for length in label.shape)
    window = (slice(top, top + side), slice(left, left + side))
    return augment(image[(slice(None), *window)], label[window], plan.augmentation, rng)
