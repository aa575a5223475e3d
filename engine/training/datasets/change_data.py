"""Two-date images for the change recipe: read, matched and cut into tiles. No mask is opened here, nor by what is imported here.

Which tiles are changed, unchanged or left out in training is read from a list of image-level labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...contract.errors import InputError
from ...raster.arrays import BoolArray, ByteArray, FloatArray
from ...raster.radiometry import stretch_limits
from ...raster.two_dates import matching_table, unchanged
from .images import read_bands, read_list, read_names

STRETCH = (1.0, 99.0)
"""Percentiles of both dates together that become 0 and 1: one stretch for the two, or their difference would be lost."""
LEAST_SIDE = 128
"""Pixels that pairs have at least along a side: a crop of stage 3."""
LEAST_OBSERVED = 0.7
"""A tile with a larger share of zeros, which are nodata or dark, is left out."""


@dataclass(frozen=True)
class Layout:
    """The files of a set: images of the same name (but for its ending) in two folders.

    Attributes:
        name: of the set, as lists of labels call it.
        older, newer: the folders.
        tile: side of a tile in pixels.
        bands: of one image.
        matched: whether each date was stretched on its own, so that the newer one's histogram is given to the older one before all else.
        zeros_are_nodata: whether zeros are no observation.
    """

    name: str
    older: str
    newer: str
    tile: int
    bands: int = 1
    matched: bool = True
    zeros_are_nodata: bool = False


OMBRIA = Layout("ombria", "s1_before", "s1_after", 64)
EMSR763 = (
    Layout("emsr763-vv", "vv_before", "vv_after", 256, zeros_are_nodata=True),
    Layout("emsr763-vh", "vh_before", "vh_after", 256, zeros_are_nodata=True),
)
SIMULATED = Layout("simulated", "older", "newer", 64)
"""Pairs that are made and not read; see `sampling.simulated_pairs`."""
OPERA = (Layout("opera", "older", "newer", 64, matched=False), Layout("opera-matched", "older", "newer", 64))
"""Dates between which no water came or went: compared as they are, in steps of half a dB, and matched as display bytes are."""
AMBIGUOUS = 0.01
"""Tiles of which at most this share has changed are ambiguous and left out."""
BENCHMARK = Layout("benchmark", "A", "B", 256, bands=3, matched=False)
"""LEVIR-CD, WHU-CD and DSIFN-CD as they are published: folders A (older), B (newer) and label, 8-bit colour."""


@dataclass(frozen=True)
class Pair:
    """Two dates of one place, as they were read.

    Attributes:
        name: of the files, without ending.
        layout: of its set.
        newer, older: uint8 (B, H, W).
    """

    name: str
    layout: Layout
    newer: ByteArray
    older: ByteArray

    @property
    def observed(self) -> BoolArray:
        """Return where both dates were observed, bool (H, W)."""
        seen: BoolArray = np.ones(self.newer.shape[1:], np.bool_)
        if self.layout.zeros_are_nodata:
            seen = np.logical_and.reduce([*(self.newer > 0), *(self.older > 0)])
        return seen


@dataclass(frozen=True)
class Dates:
    """Two dates made comparable.

    Attributes:
        newer, older: uint8 (B, H, W); the older one has the newer one's histogram where its set asks for that.
        low, high: of the stretch, float32 (B, 1, 1).
    """

    newer: ByteArray
    older: ByteArray
    low: FloatArray
    high: FloatArray

    def stretched(self) -> FloatArray:
        """Return what networks see: float32 (2 × B, H, W), the newer date's bands first, clipped to 0 to 1."""
        both = np.stack([self.newer, self.older]).astype(np.float32)
        return np.clip((both - self.low) / (self.high - self.low), 0.0, 1.0).reshape(-1, *self.newer.shape[1:])


@dataclass(frozen=True)
class Tile:
    """A labelled part of a pair: its corner and whether anything in it has changed."""

    pair: str
    top: int
    left: int
    changed: bool


def comparable(pair: Pair, swapped: bool = False) -> Dates:
    """Match the dates of a pair and find their common stretch.

    Args:
        pair: see there.
        swapped: take the newer date for the older one. The date called older is the one whose histogram is changed, as the engine does it.
    """
    newer, older = (pair.older, pair.newer) if swapped else (pair.newer, pair.older)
    seen = pair.observed
    if seen.any() and not seen.all():
        newer, older = _filled(newer, seen), _filled(older, seen)
    if pair.layout.matched and seen.any():
        older = np.stack([_given_histogram(band, like, seen) for band, like in zip(older, newer, strict=True)])
    samples = [np.stack([np.concatenate([y[seen], x[seen]]) for y, x in zip(newer, older, strict=True)])[:, None].astype(np.float32)]
    low, high = stretch_limits(samples, STRETCH) if seen.any() else (np.zeros(len(newer), np.float32), np.full(len(newer), 255, np.float32))
    return Dates(newer, older, low[:, None, None], high[:, None, None])


def read_pairs(folder: Path, layout: Layout) -> list[Pair]:
    """Read all pairs of a folder, by name.

    Raises:
        InputError: there are none, an image has no other date, or the two are of different sizes.
    """
    return list(each_pair(folder, layout))


def each_pair(folder: Path, layout: Layout) -> Iterator[Pair]:
    """Read the pairs of a folder one after the other; see `read_pairs`."""
    paths = images(folder / layout.newer)
    for name, path in paths.items():
        yield read_pair(folder, layout, name, path)


def read_unchanging(folder: Path, count: int, seed: int) -> list[Pair]:
    """Return pairs of dates of places where no water comes or goes, at random: those of OPERA RTC-S1 as they are laid out here.

    Args:
        folder: of rasters of hundredths of a dB; every band is a date in one polarisation, called ``DATE VV`` or ``DATE VH``.
        count: pairs of each of `OPERA`.
        seed: of the dates.

    Raises:
        InputError: there is no such raster, or one with fewer than two dates.
    """
    paths = sorted(folder.glob("*.tif"))
    if not paths:
        raise InputError(
            f"{folder} holds no rasters.", "Rasters with a band for each date are needed.", "Check the folder given with --data."
        )
    places = [(path.stem, read_names(path)[0], _half_decibels(read_bands(path))) for path in paths]
    rng = np.random.default_rng(seed)
    found = []
    for number in range(count * len(OPERA)):
        place, names, bands = places[int(rng.integers(len(places)))]
        ending = str(rng.choice(["VV", "VH"]))
        dates = [index for index, name in enumerate(names) if name.endswith(ending)]
        if len(dates) < 2:
            raise InputError(f"{place} has {len(dates)} dates in {ending}.", "Two are needed to compare.", "Check the band names.")
        newer, older = rng.choice(dates, 2, replace=False)
        found.append(Pair(f"{place}-{number:05d}", OPERA[number % len(OPERA)], bands[newer][None], bands[older][None]))
    return found


def _half_decibels(hundredths: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> ByteArray:
    """Return hundredths of a dB as bytes, in steps of half a dB from -40 dB on, mirrored up to `LEAST_SIDE` pixels."""
    steps = np.clip(np.rint(hundredths.astype(np.float32) / np.float32(50) + np.float32(80)), 0, 255).astype(np.uint8)
    return np.pad(steps, ((0, 0), *((0, max(0, LEAST_SIDE - length)) for length in steps.shape[1:])), mode="symmetric")


def read_pair(folder: Path, layout: Layout, name: str, newer: Path) -> Pair:
    """Read the pair of one name; see `read_pairs`. Raises `InputError` where the older date is missing or of another size."""
    older = images(folder / layout.older).get(name)
    if older is None:
        raise InputError(f"{folder / layout.older} has no image {name}.", "Every image has an older date there.", "Add it.")
    dates = [_bytes(path, layout.bands) for path in (newer, older)]
    if dates[0].shape != dates[1].shape:
        raise InputError(
            f"{name} has {dates[0].shape[1:]} pixels in {layout.newer} and {dates[1].shape[1:]} in {layout.older}.",
            "Both dates are on one grid.",
            "Check the files.",
        )
    return Pair(name, layout, dates[0], dates[1])


def images(folder: Path) -> dict[str, Path]:
    """Return the images of a folder by name without ending.

    Raises:
        InputError: there are none.
    """
    found = {path.stem: path for path in sorted(folder.glob("*")) if path.suffix.lower() in (".png", ".jpg", ".jpeg", ".tif", ".tiff")}
    if not found:
        raise InputError(f"There are no images in {folder}.", "PNG, JPEG or TIFF files are needed.", "Check the folder given with --data.")
    return found


def corners(pair: Pair) -> Iterator[tuple[int, int]]:
    """Yield the corners (top, left) of a pair's whole tiles that are observed well enough."""
    side, seen = pair.layout.tile, pair.observed
    for top in range(0, seen.shape[0] - side + 1, side):
        for left in range(0, seen.shape[1] - side + 1, side):
            if seen[top : top + side, left : left + side].mean() > LEAST_OBSERVED:
                yield top, left


def scene_blocks(folder: Path) -> dict[str, int]:
    """Return the scene block of every sample of OMBRIA, below a folder with its list.

    Raises:
        InputError: the list of scene blocks is missing or has other columns.
    """
    head, *lines = read_list(folder / "scene_blocks.csv") or [[]]
    if head != ["sample", "split", "scene_block"]:
        raise InputError("scene_blocks.csv has other columns.", "It lists sample, split, scene_block.", "Check the file.")
    return {sample: int(block) for sample, _, block in lines}


def write_labels(path: Path, labels: Sequence[tuple[str, Tile]]) -> None:
    """Write image-level labels as a list with the columns set, image, top, left, changed; each with the name of its set."""
    lines = ["set,image,top,left,changed", *(f"{name},{t.pair},{t.top},{t.left},{int(t.changed)}" for name, t in labels)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_labels(path: Path) -> dict[str, list[Tile]]:
    """Read what `write_labels` wrote, by set.

    Raises:
        InputError: the list is missing or is something else.
    """
    head, *lines = read_list(path) or [[]]
    if head != ["set", "image", "top", "left", "changed"] or any(len(line) != 5 for line in lines):
        raise InputError(
            f"{path} is not a list of image-level labels.",
            "Its columns are set, image, top, left, changed.",
            "Check --labels, or leave it out.",
        )
    found: dict[str, list[Tile]] = {}
    for name, pair, top, left, changed in lines:
        found.setdefault(name, []).append(Tile(pair, int(top), int(left), changed == "1"))
    return found


def _bytes(path: Path, bands: int) -> ByteArray:
    image = read_bands(path)
    if image.dtype != np.uint8 or len(image) < bands:
        raise InputError(f"{path} has {len(image)} bands of {image.dtype}.", f"{bands} of 8 bits are needed.", "Check the file.")
    return np.ascontiguousarray(image[:bands], dtype=np.uint8)


def _filled(image: ByteArray, seen: BoolArray) -> ByteArray:
    """Return an image whose unobserved pixels hold the median, as the engine feeds it."""
    image = image.copy()
    image[:, ~seen] = np.median(image[:, seen], axis=1).astype(np.uint8)[:, None]
    return image


def _given_histogram(band: ByteArray, wanted: ByteArray, seen: BoolArray) -> ByteArray:
    """Return a date's band with the histogram of the other one, told by what has not changed, as the engine does it."""
    window = np.where(seen, np.stack([wanted, band]), np.float32(np.nan)).astype(np.float32)
    (same,) = unchanged([window])
    table = matching_table(window[1][same], window[0][same])
    return np.rint(table).astype(np.uint8)[band]
