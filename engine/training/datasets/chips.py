"""Labelled radar images as arrays: the readers of the training and measuring sets.

Every reader gives `Chip`s in dB without NaN: what was not observed holds the chip's median of each band, as the engine feeds
it, and the label `UNKNOWN`. The sets themselves are not part of the project.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ...contract.errors import InputError
from ...raster.arrays import BoolArray, ByteArray, FloatArray
from .images import read_bands, read_tags

UNKNOWN = 255
"""Label of pixels that count neither in a loss nor in a metric."""

DARK_DB = (-17.0, -23.0)
BRIGHT_DB = (-13.0, -19.0)
"""VV and VH, averaged over 5 × 5 pixels: below both of `DARK_DB` the radar says water, above both of `BRIGHT_DB` it says dry."""

HIDDEN_DB, HIDDEN_SLOPE = (-13.5, -19.5), -1.5
"""Corner (VV, VH) and slope (dB VH for each dB VV) of what hides water, of means over 5 × 5 pixels: VV above the corner, and VH above the
line through it. Plants and houses are bright in both; wind-roughened open water is as bright in VV, but 10 dB darker in VH."""


@dataclass(frozen=True)
class Chip:
    """An image with its labels.

    Attributes:
        name: set and place, e.g. ``dfc2024/3``.
        image: float32 (2, H, W): VV and VH in dB, NaN-free.
        label: uint8 (H, W): 0 dry, 1 water, `UNKNOWN`.
        paths: the files of the image, for methods that read it themselves.
    """

    name: str
    image: FloatArray
    label: ByteArray
    paths: tuple[str, ...] = ()


def read_flood_db(folder: Path) -> list[Chip]:
    """Read the chips ``NAME_s1.tif`` (VV, VH, int16 hundredths of a dB) and ``NAME_label.tif`` of a folder, by name.

    Raises:
        InputError: no chips there, or a file that cannot be read.
    """
    paths = sorted(folder.glob("*_s1.tif"), key=lambda path: (len(path.name), path.name))
    if not paths:
        raise InputError(
            f"There are no chips in {folder}.",
            "Chips are pairs of files NAME_s1.tif and NAME_label.tif.",
            "Check the folder given with --data.",
        )
    chips = []
    for path in paths:
        name = path.name[: -len("_s1.tif")]
        label = read_bands(path.with_name(f"{name}_label.tif"))[0]
        chips.append(_chip(f"{folder.name}/{name}", read_bands(path), label, path))
    return chips


def read_porto_alegre(folder: Path) -> list[Chip]:
    """Read the two dates ``s1_before.tif``, ``s1_after.tif`` with their weak masks, those in clear disagreement unknown.

    The masks come from a network, not from the ground. `without_disagreement` takes out what radar plainly contradicts.

    Raises:
        InputError: a file that is missing or cannot be read.
    """
    chips = []
    for date in ("before", "after"):
        path = folder / f"s1_{date}.tif"
        chip = _chip(f"{folder.name}/{date}", read_bands(path), read_bands(folder / f"weak_{date}.tif")[0], path)
        chips.append(without_disagreement(chip))
    return chips


def read_ground(folder: Path) -> list[Chip]:
    """Read the labelled chips ``NAME.tif`` (VV, VH, int16 hundredths of a dB) with ``NAME_label.tif`` of a folder, by name.

    Raises:
        InputError: no chips there, or a file that cannot be read.
    """
    labels = sorted(folder.glob("*_label.tif"))
    if not labels:
        raise InputError(
            f"There are no labelled chips in {folder}.",
            "Chips are pairs of files NAME.tif and NAME_label.tif.",
            "Check the folder given with --data.",
        )
    chips = []
    for label in labels:
        name = label.name[: -len("_label.tif")]
        path = label.with_name(f"{name}.tif")
        chips.append(_chip(f"{folder.name}/{name}", read_bands(path), read_bands(label)[0], path))
    return chips


def read_labelled(folder: Path) -> tuple[str, list[Chip]]:
    """Return the name of a set of labelled chips, as cards name it, and its chips: those of `read_flood_db`, or of `read_ground`.

    Raises:
        InputError: no chips there, or a file that cannot be read.
    """
    if any(folder.glob("*_s1.tif")):
        return "/".join(folder.parts[-2:]), read_flood_db(folder)
    return folder.name, read_ground(folder)


def read_opera(folder: Path) -> list[Chip]:
    """Read the series ``PLACE.tif`` (VV and VH of each date in turn, int16 hundredths of a dB, 30 m) of a folder, a chip for each date.

    Returns:
        chips named ``opera_land/PLACE@1`` and so on where the file says that no pixel is water, ``opera_sea/…`` where all are.

    Raises:
        InputError: no series there, or a file that cannot be read or holds both land and water.
    """
    paths = sorted(folder.glob("*.tif"))
    if not paths:
        raise InputError(f"There are no date series in {folder}.", "A series is a file PLACE.tif.", "Check the folder given with --data.")
    chips = []
    for path in paths:
        share = read_tags(path).get("water_mask_share", "")
        if share not in ("0.000", "1.000"):
            raise InputError(f"{path.name} has a water_mask_share of '{share}'.", "A place is all land (0.000) or all sea (1.000).", "")
        water = share == "1.000"
        series = read_bands(path)
        label = np.full(series.shape[1:], int(water), np.uint8)
        for number, date in enumerate(np.split(series, len(series) // 2), start=1):
            chips.append(_chip(f"opera_{'sea' if water else 'land'}/{path.stem}@{number}", date, label, path))
    return chips


def smooth_db(image: FloatArray) -> FloatArray:
    """Return an image (C, H, W) in dB averaged over 5 × 5 pixels in linear power."""
    power = ndimage.uniform_filter(np.power(np.float32(10), image / np.float32(10)), size=(0, 5, 5))
    return np.asarray(10 * np.log10(np.maximum(power, np.float32(1e-6))), np.float32)


def hidden(image: FloatArray) -> BoolArray:
    """Return where radar would hardly see water, bool (H, W), of an image (2, H, W) in dB: see `HIDDEN_DB`."""
    vv, vh = smooth_db(image)
    corner_vv, corner_vh = HIDDEN_DB
    return np.asarray((vv > corner_vv) & (vh - corner_vh > HIDDEN_SLOPE * (vv - corner_vv)))


def without_disagreement(chip: Chip) -> Chip:
    """Return the chip with `UNKNOWN` wherever its label and the radar clearly disagree.

    The rule: labelled dry although VV and VH, averaged over 5 × 5 pixels in linear power, lie below both of `DARK_DB`;
    or labelled water although both lie above `BRIGHT_DB`.
    """
    smooth = smooth_db(chip.image)
    dark = (smooth[0] < DARK_DB[0]) & (smooth[1] < DARK_DB[1])
    bright = (smooth[0] > BRIGHT_DB[0]) & (smooth[1] > BRIGHT_DB[1])
    label = chip.label.copy()
    label[(chip.label == 0) & dark | (chip.label == 1) & bright] = UNKNOWN
    return replace(chip, label=label)


def _chip(name: str, hundredths: npt.NDArray[np.int16], label: ByteArray, path: Path) -> Chip:
    if hundredths.shape[0] != 2 or hundredths.shape[1:] != label.shape:
        raise InputError(
            f"{path.name} has the shape {hundredths.shape}, its label {label.shape}.",
            "An image has the bands VV and VH and the size of its label.",
            "Check the files.",
        )
    image = np.where(hundredths > -32768, hundredths / np.float32(100.0), np.float32(np.nan)).astype(np.float32)
    return filled(Chip(name, image, label.astype(np.uint8), (str(path),)))


def filled(chip: Chip) -> Chip:
    """Return the chip with each band's median, 0 dB where it has none, in place of NaN, and its label unknown there."""
    missing = np.isnan(chip.image).any(axis=0)
    if not missing.any():
        return chip
    image, label = chip.image.copy(), chip.label.copy()
    image[:, missing] = 0.0 if missing.all() else np.median(image[:, ~missing], axis=1)[:, None]
    label[missing] = UNKNOWN
    return replace(chip, image=image, label=label)
