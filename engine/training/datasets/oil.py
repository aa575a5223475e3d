"""Images of oil on the sea with their masks: the reader, what networks see of them, and seas without oil.

A data folder holds ``train/image``, ``train/mask``, ``val/image`` and ``val/mask``; an image and its mask have the same name before
the ending, and any format that GDAL reads will do. `oil_sos` has this layout, and so can a user's own images. The generator and the
students are only ever given ``train``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import ndimage

from ...contract.errors import InputError
from ...raster.radiometry import stretch_limits
from ...raster.resample import apply_taps, fitting_taps
from ...simulation.scene import SceneSpec, rows
from ..arrays import ByteArray, FloatArray
from .chips import UNKNOWN
from .images import read_bands

PERCENTILES = (1.0, 99.0)
"""Of an image, between which the norm ``scene_stretch`` lies."""
SCALE = 0.5
"""Networks see images at half their size: that halves speckle and doubles what a tile shows."""
WINDS = (2.0, 3.0, 6.0, 10.0)
"""Of simulated seas, in m/s: at the lower ones patches of low wind are dark."""
SEA_SIDE, WIDE_SIDE = 768, 2048
"""Pixels of a simulated sea's side; a wide one holds patches of low wind, which are kilometres across."""
LULL = 128
"""Pixels, at `SCALE`, of a place cut from a wide sea for its low wind."""
RING = 30
"""Pixels around simulated oil that count neither as oil nor as clean sea."""
_CHECK = "Check the folder given with --data."


@dataclass(frozen=True)
class Picture:
    """An image as it was read.

    Attributes:
        name: file name without its ending.
        image: float32 (H, W), grey levels or dB, without NaN.
        label: uint8 (H, W): 0 none, 1 oil, `UNKNOWN`.
    """

    name: str
    image: FloatArray
    label: ByteArray

    @property
    def family(self) -> str:
        """Return what images of one scene have in common: the name before the last underscore, the whole name where there is none."""
        return self.name.rsplit("_", 1)[0]

    @property
    def limits(self) -> tuple[float, float]:
        """Return the values that become 0 and 1 in the norm ``scene_stretch``."""
        low, high = stretch_limits([self.image[None]], PERCENTILES)
        return float(low[0]), float(high[0])


@dataclass(frozen=True)
class Patch:
    """A picture as networks see it: `image` float32 (h, w) stretched to 0–1, `label` uint8 (h, w), both at `SCALE`."""

    name: str
    image: FloatArray
    label: ByteArray


def read_pictures(folder: Path, split: str) -> list[Picture]:
    """Read the images of a split (``train`` or ``val``) with their masks, by name.

    Masks hold 0 and 1 (255: unknown), or grey levels, of which those above 127 are oil. Which of the two is decided for all masks
    of the split together.

    Raises:
        InputError: no images, one without its mask or of another size, or a file that cannot be read.
    """
    images = {path.stem: path for path in sorted((folder / split / "image").glob("*")) if path.is_file()}
    masks = {path.stem: path for path in sorted((folder / split / "mask").glob("*")) if path.is_file()}
    if not images:
        raise InputError(f"There are no images in {folder / split / 'image'}.", "Masks lie beside them in the folder mask.", _CHECK)
    lone = [name for name in images if name not in masks]
    if lone:
        raise InputError(f"{images[lone[0]].name} has no mask.", f"Its mask is {folder / split / 'mask' / lone[0]}.*.", _CHECK)
    found = {name: (read_bands(path)[0].astype(np.float32), read_bands(masks[name])[0]) for name, path in images.items()}
    for name, (image, mask) in found.items():
        if image.shape != mask.shape:
            raise InputError(f"{images[name].name} has the shape {image.shape}, its mask {mask.shape}.", "They must be the same.", _CHECK)
    values = {int(value) for _, mask in found.values() for value in np.unique(mask)}
    are_codes = values <= {0, 1} or values == {0, 1, UNKNOWN}
    return [Picture(name, image, _label(mask, are_codes)) for name, (image, mask) in found.items()]


def _label(mask: ByteArray, are_codes: bool) -> ByteArray:
    return mask.astype(np.uint8) if are_codes else (mask > 127).astype(np.uint8)


def share_of(pictures: Sequence[Picture], share: float) -> list[Picture]:
    """Return the pictures of a share of the families, at least one; a smaller share is part of a larger one."""
    families = sorted({picture.family for picture in pictures})
    order = np.random.default_rng(0).permutation(len(families))
    kept = {families[index] for index in order[: max(1, round(share * len(families)))]}
    return [picture for picture in pictures if picture.family in kept]


def resized(plane: FloatArray, height: int, width: int) -> FloatArray:
    """Return a plane (H, W) resized as the engine does it."""
    return apply_taps(plane, fitting_taps(plane.shape[0], height), fitting_taps(plane.shape[1], width))


def stretched(picture: Picture) -> FloatArray:
    """Return the image float32 (H, W) between its own percentiles, clipped to 0–1."""
    low, high = picture.limits
    return np.clip((picture.image - np.float32(low)) / np.float32(high - low), 0.0, 1.0).astype(np.float32)


def as_patch(picture: Picture) -> Patch:
    """Return what networks see of a picture; a pixel is oil where half of it is, and unknown where any of it is."""
    size = tuple(round(length * SCALE) for length in picture.label.shape)
    label = (resized((picture.label == 1).astype(np.float32), *size) >= 0.5).astype(np.uint8)
    label[resized((picture.label == UNKNOWN).astype(np.float32), *size) > 0] = UNKNOWN
    return Patch(picture.name, resized(stretched(picture), *size), label)


def simulated_seas(seeds: Sequence[int], winds: Sequence[float] = WINDS, side: int = SEA_SIDE) -> list[Picture]:
    """Return simulated seas (VV, dB): clean at higher wind, with dark patches that are no oil at low wind.

    The simulated slicks, and `RING` pixels around them, are `UNKNOWN`: nothing else there is oil.
    """
    found = []
    for seed in seeds:
        for wind in winds:
            backscatter, truth = rows(SceneSpec(side, side, seed=seed, kind="sea", wind=wind), 0, side)
            near = ndimage.distance_transform_edt(truth != 1) <= RING
            found.append(Picture(f"sea{seed}-wind{wind:g}", backscatter[0], np.where(near, UNKNOWN, 0).astype(np.uint8)))
    return found


def lulls(seas: Sequence[Patch], count: int) -> list[Patch]:
    """Return up to `count` places of low wind, of wide seas: 15 % of their middle or more lie in the lowest third of the range."""
    smooth = [ndimage.uniform_filter(sea.image, 31) < 1 / 3 for sea in seas]
    found = []
    for sea, dark in zip(seas, smooth, strict=True):
        for top in range(0, dark.shape[0] - LULL + 1, LULL // 2):
            for left in range(0, dark.shape[1] - LULL + 1, LULL // 2):
                middle = dark[top + LULL // 4 : top + LULL * 3 // 4, left + LULL // 4 : left + LULL * 3 // 4]
                if middle.mean() > 0.15:
                    window = np.s_[top : top + LULL, left : left + LULL]
                    found.append(Patch(f"{sea.name}-{top}-{left}", sea.image[window], sea.label[window]))
    return found[:: -(-len(found) // count)] if found else []
