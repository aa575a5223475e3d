"""Images of oil on the sea with their masks: the reader, what networks see of them, and seas without oil.

A data folder holds ``train/image``, ``train/mask``, ``val/image`` and ``val/mask``; an image and its mask have the same name before
the ending, and any format that GDAL reads will do. `oil_sos` has this layout, and so can a user's own images. The generator and the
students are only ever given ``train``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy import ndimage

from ...contract.errors import InputError
from ...methods.sea import LEAST_WIND, contrast_limits
from ...raster.arrays import ByteArray, FloatArray
from ...raster.resample import apply_taps, fitting_taps
from ...simulation.scene import SceneSpec, rows
from .chips import UNKNOWN
from .images import read_bands, read_names

PERCENTILES = (1.0, 99.0)
"""Of an image of display bytes, between which the norm ``sea_contrast`` lies, as far as speckle lets it."""
CONTRAST_DB = (-8.0, 5.0)
"""Off the surrounding sea, what becomes 0 and 1 of an image in dB. Speckle of 4.4 looks and the middle of the sea then lie where they lie
in display bytes without anything: at 0.16 and 0.62."""
SCALE = 0.5
"""Networks see images at half their size: that halves speckle and doubles what a tile shows."""
TEST_SEAS, TEST_WINDS = (901, 902), (3.0, 6.0, 10.0)
"""Seeds and winds in m/s of simulated seas to measure on; no student learns from these seeds."""
WINDS = (2.0, 3.0, 6.0, 10.0)
"""Of simulated seas, in m/s: at the lower ones patches of low wind are dark."""
SEA_SIDE, WIDE_SIDE = 768, 2048
"""Pixels of a simulated sea's side; a wide one holds patches of low wind, which are kilometres across."""
SEA_PIXELS_M = 10.0, 20.0
"""Of simulated seas: as products have them, and as wide scenes are looked at."""
LULL = 128
"""Pixels, at `SCALE`, of a place cut from a sea for its low wind, or for a slick."""
PIECE_SIDES, PIECES_OF_EACH, PIECE_TRIES = (64, 200), 3, 40
"""Pixels of an oil-free piece's side, how many are taken of a picture at most, and how often one is looked for."""
DARK_TIMES, DARK_SIDE = 4, 7
"""How often a sea with dark places is drawn for one without, and the side in pixels of a place."""
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
        in_db: whether it is looked at as contrast in dB, or like display bytes.
    """

    name: str
    image: FloatArray
    label: ByteArray
    in_db: bool = False

    @property
    def family(self) -> str:
        """Return what images of one scene have in common: the name before the last underscore, the whole name where there is none."""
        return self.name.rsplit("_", 1)[0]

    @property
    def limits(self) -> tuple[float, float]:
        """The values that become 0 and 1 in the norm ``sea_contrast``; a picture in dB is its own surroundings."""
        if self.in_db:
            level = float(np.median(self.image))
            return level + CONTRAST_DB[0], level + CONTRAST_DB[1]
        return contrast_limits([self.image[None]], PERCENTILES)


@dataclass(frozen=True)
class Patch:
    """What networks see of a picture: `image` float32 (h, w) scaled to 0–1, `label` uint8 (h, w), both at `SCALE`."""

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


def seen(picture: Picture, scale: float = SCALE) -> FloatArray:
    """Return what networks see of a picture, float32 (h, w): at a scale, then between its limits, clipped to 0–1."""
    low, high = picture.limits
    small = resized(picture.image, *(round(length * scale) for length in picture.image.shape))
    return np.clip((small - np.float32(low)) / np.float32(high - low), 0.0, 1.0).astype(np.float32)


def as_patch(picture: Picture, scale: float = SCALE) -> Patch:
    """Return what networks see of a picture; a pixel is oil where half of it is, and unknown where any of it is."""
    size = tuple(round(length * scale) for length in picture.label.shape)
    label = (resized((picture.label == 1).astype(np.float32), *size) >= 0.5).astype(np.uint8)
    label[resized((picture.label == UNKNOWN).astype(np.float32), *size) > 0] = UNKNOWN
    return Patch(picture.name, seen(picture, scale), label)


def clean_pieces(pictures: Sequence[Picture], rng: np.random.Generator) -> list[Picture]:
    """Return oil-free squares of pictures, each a picture of its own: clean sea between limits of its own, which no whole picture shows.

    Every picture of the set holds oil, so whoever learns from whole ones alone takes whatever is darkest for it.
    """
    found = []
    for picture in pictures:
        kept = 0
        for _ in range(PIECE_TRIES):
            side = int(rng.integers(PIECE_SIDES[0], PIECE_SIDES[1] + 1))
            if kept == PIECES_OF_EACH or side > min(picture.label.shape):
                break
            top, left = (int(rng.integers(0, length - side + 1)) for length in picture.label.shape)
            window = np.s_[top : top + side, left : left + side]
            if not picture.label[window].any():
                found.append(Picture(f"{picture.name}-{top}-{left}", picture.image[window], picture.label[window], picture.in_db))
                kept += 1
    return found


def dark_more_often(seas: Sequence[Patch]) -> list[Patch]:
    """Return seas, the quarter with the darkest places `DARK_TIMES` times: what is dark there is what networks take for oil."""
    darkness = np.array([float(np.median(sea.image) - ndimage.uniform_filter(sea.image, DARK_SIDE).min()) for sea in seas])
    dark = darkness >= np.quantile(darkness, 0.75)
    return [sea for sea, is_dark in zip(seas, dark, strict=True) for _ in range(DARK_TIMES if is_dark else 1)]


def read_clean_seas(folder: Path) -> list[Picture]:
    """Read seas in dB without known oil: rasters of hundredths of a dB in which every band whose name ends in "VV" is a date.

    The tag ``water_mask_share`` of a raster is 1 where it shows nothing but sea; others are passed over.

    Raises:
        InputError: there is no such raster.
    """
    found = []
    for path in sorted(folder.glob("*.tif")):
        names, tags = read_names(path)
        if float(tags.get("water_mask_share", 0)) < 1:
            continue
        bands = read_bands(path).astype(np.float32) / np.float32(100)
        dates = [(name, band) for name, band in zip(names, bands, strict=True) if name.endswith("VV")]
        found += [Picture(f"{path.stem}-{name}", band, np.zeros(band.shape, np.uint8), in_db=True) for name, band in dates]
    if not found:
        raise InputError(
            f"{folder} holds no sea.", "Rasters with the tag water_mask_share of 1 and bands in VV are needed.", "Check --seas."
        )
    return found


def both_ways(seas: Sequence[Picture]) -> list[Picture]:
    """Return seas in dB as they are, and once more as if they were display bytes."""
    return [*seas, *(replace(sea, name=f"{sea.name}-display", in_db=False) for sea in seas)]


def simulated_seas(
    seeds: Sequence[int], winds: Sequence[float] = WINDS, side: int = SEA_SIDE, pixel_m: float = SEA_PIXELS_M[0]
) -> list[Picture]:
    """Return simulated seas (VV, dB): slicks, and at low wind dark patches that are no oil.

    `RING` pixels around slicks are `UNKNOWN`, and so are slicks themselves where the wind is below `LEAST_WIND`: hardly any is seen there.
    """
    found = []
    for seed in seeds:
        for wind in winds:
            backscatter, truth = rows(SceneSpec(side, side, seed=seed, kind="sea", wind=wind, pixel_m=pixel_m), 0, side)
            label = np.where(ndimage.distance_transform_edt(truth != 1) <= RING, UNKNOWN, 0)
            if wind >= LEAST_WIND:
                label[truth == 1] = 1
            found.append(Picture(f"sea{seed}-{pixel_m:g}m-wind{wind:g}", backscatter[0], label.astype(np.uint8), in_db=True))
    return found


def slicks(seas: Sequence[Picture]) -> list[Picture]:
    """Return the places of the slicks in some seas, one for each: they are a small part of a sea."""
    found = []
    side = round(LULL / SCALE)
    for sea in seas:
        for piece in ndimage.find_objects(ndimage.label(sea.label == 1)[0]):
            top, left = (
                int(np.clip((part.start + part.stop - side) // 2, 0, max(0, length - side)))
                for part, length in zip(piece, sea.label.shape, strict=True)
            )
            window = np.s_[top : top + side, left : left + side]
            found.append(Picture(f"{sea.name}-{top}-{left}", sea.image[window], sea.label[window], sea.in_db))
    return found


def lulls(seas: Sequence[Picture], count: int) -> list[Picture]:
    """Return up to `count` places of low wind, of wide seas: 15 % of their middle or more lie in the lowest third of the range."""
    found = []
    side, step = round(LULL / SCALE), round(LULL / SCALE) // 2
    for sea in seas:
        low, high = np.percentile(sea.image, PERCENTILES)
        dark = ndimage.uniform_filter(sea.image, 61) < low + (high - low) / 3
        for top in range(0, dark.shape[0] - side + 1, step):
            for left in range(0, dark.shape[1] - side + 1, step):
                if dark[top + side // 4 : top + side * 3 // 4, left + side // 4 : left + side * 3 // 4].mean() > 0.15:
                    window = np.s_[top : top + side, left : left + side]
                    found.append(Picture(f"{sea.name}-{top}-{left}", sea.image[window], sea.label[window], sea.in_db))
    return found[:: -(-len(found) // count)] if found else []
