"""Draw the pictures of docs/chips.md: for each task, simulated scenes with what is there and the map of the bundled student beside them.

Usage: chips.py FOLDER. Writes FOLDER/TASK.png, a row for each scene: its images, the truth, the map; prints how far map and truth agree.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from tidemark.engine.contract.classes import COLOURS, FOUND, ClassCode
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.tasks import TASKS
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.raster.arrays import BoolArray, ByteArray, FloatArray
from tidemark.engine.simulation.files import write
from tidemark.engine.simulation.scene import SceneSpec

SHOWN, FINER = 200, 3
"""Pixels of a picture's side, and those of the scene that one of them holds in each direction."""
GREYS, GAP = 16, 4
LIMITS_DB = {"land": (-24.0, -4.0), "sea": (-30.0, -8.0)}
"""VV that is black and white."""
LAND = SceneSpec(SHOWN * FINER, SHOWN * FINER)
SEA = replace(LAND, kind="sea", pixel_m=20.0)


@dataclass(frozen=True)
class Scene:
    """A row of a picture: the scene to map, and for two dates the one before."""

    words: str
    after: SceneSpec
    before: SceneSpec | None = None


def flooded(words: str, seed: int, after: float, before: float, wind: float | None = None) -> Scene:
    """Return a place on two dates, each with a share of its plain under water, the newer one in some wind (m/s)."""
    return Scene(words, replace(LAND, seed=seed, flood=after, wind=wind), replace(LAND, seed=seed, flood=before, date=1))


SCENES = {
    "water": (
        Scene("a flooded plain, little wind", replace(LAND, seed=701, flood=0.5)),
        Scene("a river and ponds, wind of 7 m/s", replace(LAND, seed=702, flood=0.7, wind=7.0)),
        Scene("no water at all", replace(LAND, seed=703, water=False)),
        Scene("the open sea, wind of 9 m/s", replace(SEA, seed=704, wind=9.0, slicks=False)),
    ),
    "flood": (
        flooded("a flood", 714, 0.6, 0.0),
        flooded("a flood in a wind of 7 m/s", 712, 0.6, 0.0, 7.0),
        flooded("no flood", 713, 0.1, 0.1),
        flooded("hardly any flood, and a river in wind", 711, 0.6, 0.0),
    ),
    "change": (
        flooded("water came", 721, 0.6, 0.1),
        flooded("water went", 718, 0.0, 0.6),
        flooded("no change but in the wind", 723, 0.2, 0.2, 7.0),
    ),
    "oil": (
        Scene("slicks, wind of 5 m/s", replace(SEA, seed=731, wind=5.0)),
        Scene("slicks, wind of 10 m/s", replace(SEA, seed=732, wind=10.0)),
        Scene("slicks in a light wind of 2.5 m/s", replace(SEA, seed=733, wind=2.5)),
        Scene("a clean sea", replace(SEA, seed=734, slicks=False)),
    ),
}


def main(folder: Path) -> None:
    """Draw every task."""
    folder.mkdir(parents=True, exist_ok=True)
    for task, scenes in SCENES.items():
        with tempfile.TemporaryDirectory() as place:
            rows = [row(task, scene, Path(place)) for scene in scenes]
        gap = np.full((GAP, max(one.shape[1] for one in rows)), len(palette(task)) - 1, np.uint8)
        parts = [part for one in rows for part in (one, gap)]
        save(folder / f"{task}.png", np.concatenate(parts[:-1]), palette(task))


def row(task: str, scene: Scene, folder: Path) -> ByteArray:
    """Simulate and map a scene; return its picture in numbers of `palette`, and print how far map and truth agree."""
    after, truth = simulated(scene.after, folder / "after.tif")
    if task == "water" and scene.after.kind == "sea":
        truth[:] = 1  # the file's truth is oil
    images, codes = [after], np.where(truth == 1, ClassCode.DETECTED, truth).astype(np.uint8)
    sources = [Source((str(folder / "after.tif"),))]
    if scene.before is not None:
        before, usual = simulated(scene.before, folder / "before.tif")
        images.insert(0, before)
        sources.append(Source((str(folder / "before.tif"),), "before"))
        codes = changed(task, truth == 1, usual == 1)
    path = detect(Job(task, tuple(sources), str(folder / "map"), device="cpu", overwrite=True)).files["class"]
    with rasterio.open(path) as raster:
        mapped = raster.read(1)
    hit, either = (int(both.sum()) for both in (np.isin(codes, FOUND) & (mapped == codes), np.isin(codes, FOUND) | np.isin(mapped, FOUND)))
    agreed = f"IoU {hit / either:.2f}" if np.isin(codes, FOUND).any() else f"{np.isin(mapped, FOUND).mean():.2%} found"
    print(f"{task}: {scene.words}: {agreed}, possible water {np.mean(mapped == ClassCode.POSSIBLE_WATER):.1%} of the scene")
    gap = np.full((SHOWN, GAP), len(palette(task)) - 1, np.uint8)
    parts = [*(grey(image, scene.after.kind) for image in images), *(numbers(task, found[1::FINER, 1::FINER]) for found in (codes, mapped))]
    return np.concatenate([part for one in parts for part in (one, gap)][:-1], axis=1)


def simulated(spec: SceneSpec, path: Path) -> tuple[FloatArray, ByteArray]:
    """Write a scene; return its VV in dB and its truth."""
    truth_path = path.with_name(f"{path.stem}_truth.tif")
    write(spec, path, truth_path, overwrite=True)
    with rasterio.open(path) as image, rasterio.open(truth_path) as truth:
        return image.read(1), truth.read(1)


def changed(task: str, water: BoolArray, usual: BoolArray) -> ByteArray:
    """Return what a map of two dates is to show, of water bool (H, W) on both."""
    codes = np.zeros(water.shape, np.uint8)
    if task == "flood":
        codes[water & usual] = ClassCode.REFERENCE_WATER
        codes[water & ~usual] = ClassCode.DETECTED
    else:
        codes[water & ~usual] = ClassCode.DECREASE
        codes[usual & ~water] = ClassCode.INCREASE
    return codes


def grey(image_db: FloatArray, kind: str) -> ByteArray:
    """Return an image as numbers of `palette`, averaged to `SHOWN` pixels in linear power."""
    power = np.power(10.0, image_db / 10.0).reshape(SHOWN, FINER, SHOWN, FINER).mean(axis=(1, 3))
    low, high = LIMITS_DB[kind]
    return np.rint(np.clip((10 * np.log10(power) - low) / (high - low), 0, 1) * (GREYS - 1)).astype(np.uint8)


def palette(task: str) -> list[tuple[int, int, int]]:
    """Return the colours of a picture: greys, the classes of a map in order of their codes, the ground of a map, and paper."""
    red, green, blue = (int(TASKS[task].colour[place : place + 2], 16) for place in (1, 3, 5))
    classes = [(red, green, blue) if code is ClassCode.DETECTED else COLOURS[code] for code in COLOURS]
    return [*((round(255 * step / (GREYS - 1)),) * 3 for step in range(GREYS)), *classes, (236, 233, 226), (255, 255, 255)]


def numbers(task: str, codes: ByteArray) -> ByteArray:
    """Return classes as numbers of `palette`."""
    found = np.full(codes.shape, len(palette(task)) - 2, np.uint8)
    for number, code in enumerate(COLOURS, start=GREYS):
        found[codes == code] = number
    return found


def save(path: Path, picture: ByteArray, colours: list[tuple[int, int, int]]) -> None:
    """Write a PNG of a few colours."""
    height, width = picture.shape
    warnings.simplefilter("ignore", NotGeoreferencedWarning)
    with rasterio.open(path, "w", driver="PNG", width=width, height=height, count=1, dtype="uint8", zlevel=9) as target:
        target.write(picture, 1)
        target.write_colormap(1, {number: (*colour, 255) for number, colour in enumerate(colours)})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
