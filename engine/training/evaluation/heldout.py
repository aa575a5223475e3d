"""Probabilities of chips that a network has not learned from, at every scale, and the files that keep them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from ...methods.multiscale import MultiscaleStudent
from ..datasets.chips import Chip, FloatArray
from ..networks.student import Student, probability

HalfArray = npt.NDArray[np.float16]
Seen = dict[str, dict[float, HalfArray]]

SCALE_SETS: tuple[tuple[float, ...], ...] = ((1.0,), (0.5, 0.75, 1.0), (0.5, 1.0, 1.25, 2.0))
SCALES = tuple(sorted({scale for scales in SCALE_SETS for scale in scales}))


@dataclass(frozen=True)
class HeldOut:
    """Chips, and what networks that never saw them say: by name, then by scale.

    A name is ``dfc2024/CHIP``, ``porto_alegre/DATE``, ``simulated/SEED/FOLD`` or ``hand/PLACE/PAIR``: the last two are seen by
    several networks.
    """

    chips: Mapping[str, Chip]
    seen: Mapping[str, Mapping[float, HalfArray]]

    def probability(self, name: str, scales: Sequence[float]) -> FloatArray:
        """Return the multiscale probability, float32 (H, W)."""
        return np.mean([self.seen[name][scale].astype(np.float32) for scale in scales], axis=0, dtype=np.float32)

    def part(self, names: Iterable[str]) -> HeldOut:
        """Return what concerns these names."""
        return HeldOut({name: self.chips[name] for name in names}, self.seen)


def predict(student: Student, image: FloatArray, scale: float = 1.0) -> FloatArray:
    """Return the probability float32 (H, W) of a whole image (2, H, W) in dB at one scale, mirrored up to the stride."""

    def run(seen: FloatArray) -> FloatArray:
        return probability(student, torch.from_numpy(np.ascontiguousarray(seen))[None])[0, 0].numpy()

    height, width = image.shape[1:]
    # Height and width times any scale that is a multiple of 1/4 must be a multiple of the stride.
    multiple = 4 * student.shape.stride
    padded = np.pad(image, ((0, 0), (0, -height % multiple), (0, -width % multiple)), mode="symmetric")
    return MultiscaleStudent(run, (scale,), flip=False).predict(padded)[:height, :width]


def predict_all(student: Student, chips: Mapping[str, Chip]) -> Seen:
    """Return what a student says of chips at each of `SCALES`."""
    return {name: {scale: predict(student, chip.image, scale).astype(np.float16) for scale in SCALES} for name, chip in chips.items()}


def save(path: Path, seen: Seen) -> None:
    """Write predictions, under another name until they are whole."""
    temporary = path.with_suffix(".tmp.npz")
    arrays = {f"{name}@{scale:g}": values for name, scales in seen.items() for scale, values in scales.items()}
    np.savez_compressed(temporary, **arrays)  # type: ignore[arg-type]
    temporary.replace(path)


def load(path: Path) -> Seen:
    """Read what `save` wrote."""
    seen: Seen = {}
    with np.load(path) as arrays:
        for key in arrays.files:
            name, scale = key.split("@")
            seen.setdefault(name, {})[float(scale)] = arrays[key]
    return seen
