"""Train every recipe for a few seeded steps on tiny data and print a hash of what came out, to compare before and after a rebuild.

Usage: seeded_runs.py > before.txt, and later the same again: equal lines mean bit-equal weights, soft labels and cards. On one machine
with the same packages only. The lines of cards leave out dates, versions and checksums.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from rasterio.errors import NotGeoreferencedWarning

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from helpers.training import change_sets, floods, spills
from helpers.training.crops import small_water_data
from tidemark.engine.training.datasets.change_data import EMSR763, OMBRIA
from tidemark.engine.training.datasets.change_masks import label_tiles
from tidemark.engine.training.datasets.oil import as_patch, clean_pieces, read_pictures, simulated_seas
from tidemark.engine.training.datasets.ombria import Ombria
from tidemark.engine.training.datasets.places_and_layers import read_once
from tidemark.engine.training.datasets.two_sensors import FloodSensors
from tidemark.engine.training.datasets.water import FOLDS
from tidemark.engine.training.export.cards import write_card
from tidemark.engine.training.export.models import OIL
from tidemark.engine.training.export.onnx_file import StretchedDetector, export
from tidemark.engine.training.networks.siamese import SiameseShape
from tidemark.engine.training.networks.student import RadarStudent, Shape
from tidemark.engine.training.recipes import csk_run, csk_tables, dakter, kd_msi, kd_msi_tables, supervised, water
from tidemark.engine.training.recipes.choosing import Calibration, Use
from tidemark.engine.training.recipes.cross_modal import Comparison, DistillationSettings, run_all
from tidemark.engine.training.recipes.csk import CskSettings
from tidemark.engine.training.recipes.dakter import ARMS, Generator, GeneratorSettings, OilSources, Segmenter, Variant, draw_pairs
from tidemark.engine.training.recipes.dakter_run import OilStudent
from tidemark.engine.training.recipes.dakter_tables import training_facts
from tidemark.engine.training.sampling.augment import Augmentation
from tidemark.engine.training.sampling.crops import CropPlan, draw_crops
from tidemark.engine.training.sampling.oil_tiles import TILE, OilTileSampler

VOLATILE = ("created", "datetime", "mlm:framework_version", "mlm:memory_size", "tidemark:sha256", "tidemark:optical_sha256")
SHAPE = Shape(stem=4, width=16, levels=1)
BASE = DistillationSettings(
    student=SHAPE, teacher=replace(SHAPE, width=32), steps=3, teacher_steps=3, batch=4, crop=32, rate=5e-3, average=0.8, bfloat16=False
)


def main() -> None:
    """Print a line for each recipe and part of it."""
    torch.set_num_threads(1)
    warnings.simplefilter("ignore", NotGeoreferencedWarning)
    for recipe in (supervised_runs, cross_modal_runs, csk_runs, kd_msi_runs, dakter_runs):
        with tempfile.TemporaryDirectory() as folder:
            for name, found in recipe(Path(folder)):
                print(f"{name:40} {found}", flush=True)


def of_weights(network: torch.nn.Module) -> str:
    """Return the hash of a network's weights, names and order included."""
    return of_arrays({name: value.numpy() for name, value in network.state_dict().items()})


def of_arrays(arrays: Mapping[str, np.ndarray[Any, Any]]) -> str:
    """Return the hash of arrays by name."""
    digest = hashlib.sha256()
    for name, value in arrays.items():
        digest.update(f"{name} {value.dtype} {value.shape}".encode() + np.ascontiguousarray(value).tobytes())
    return digest.hexdigest()[:32]


def of_files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the hash of each file of weights or arrays below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pt":
            yield path.relative_to(folder).as_posix(), of_arrays({name: v.numpy() for name, v in torch.load(path).items()})
        elif path.suffix == ".npz":
            with np.load(path) as arrays:
                yield path.relative_to(folder).as_posix(), of_arrays({name: arrays[name] for name in arrays.files})


def of_card(card: Path) -> str:
    """Return the hash of what a card says."""
    document = json.loads(card.read_text(encoding="utf-8"))
    document["properties"] = {name: value for name, value in document["properties"].items() if name not in VOLATILE}
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()[:32]


def supervised_runs(folder: Path) -> Iterator[tuple[str, str]]:
    """Plain supervision of the water student, on all places and without those of a fold, and its cards."""
    shape = replace(SHAPE, outputs=2, smooth=True)
    candidate = water.Candidate("tiny", supervised.SupervisedSettings(shape=shape, steps=4, batch=4, crop=64))
    data = small_water_data()
    crops = draw_crops(data.sets, CropPlan(dict.fromkeys(data.sets, 8), 64, Augmentation()), folder / "crops")
    for name, without in (("supervised", ()), ("supervised, without a fold", FOLDS[3])):
        student = supervised.train(crops, candidate.shares, candidate.settings, without)
        yield name, of_weights(student)
    choice = water.Choice(candidate, Use(Calibration(1.2, 0.5), Calibration(), 0.4, 0.3))
    for card in water.export_student(student, choice, data, 1, folder / "water.onnx", FOLDS[3]):
        yield f"supervised, card {card.stem}", of_card(card)


def cross_modal_runs(folder: Path) -> Iterator[tuple[str, str]]:
    """Every arm of a tiny OMBRIA."""
    data = floods.write_ombria(folder / "ombria")
    run_all(read_once(Ombria(data)), BASE, Comparison([0.25, 1.0], [1], Ombria.arms), folder / "out", _silent)
    yield from ((f"cross-modal, {name}", found) for name, found in of_files(folder / "out"))


def csk_runs(folder: Path) -> Iterator[tuple[str, str]]:
    """Teacher, baseline and two arms of a tiny OMBRIA, and the card."""
    sensors = read_once(FloodSensors(floods.write_ombria(folder / "ombria")))
    settings = CskSettings(base=BASE)
    csk_run.run_all(sensors, settings, [1], [csk_run.TEACHER, csk_run.BASELINE, "dropout", "all"], folder / "out", _silent)
    yield from ((f"csk, {name}", found) for name, found in of_files(folder / "out"))
    yield "csk, card", of_card(csk_tables.export_networks(sensors, settings, 1, "all", folder / "out"))


def kd_msi_runs(folder: Path) -> Iterator[tuple[str, str]]:
    """Both stages, the measured scores and the card."""
    data = change_sets.write_sets(folder / "data")
    sets = [(data / "ombria" / "train", OMBRIA), *((data / "emsr763", layout) for layout in EMSR763)]
    labels = {layout.name: [tile for _, tile in label_tiles(path, layout)] for path, layout in sets}
    settings = kd_msi.KdMsiSettings(
        kd_msi.Stage1Settings(shape=SiameseShape(width=8, blocks=(1, 1, 1)), steps=4, batch=4, bfloat16=False),
        kd_msi.Stage3Settings(
            Shape(stem=2, width=16, levels=1),
            *[DistillationSettings(steps=2, batch=8, crop=64, bfloat16=False)] * 2,
        ),
        simulated=4,
        outlined=4,
        unchanging=0,
    )
    pairs, labels = kd_msi.read_training(data, labels, settings)
    outlines = kd_msi.outlines_of_seed(settings, 1, folder / "outlines", _silent)
    networks = kd_msi.run_seed(pairs, labels, settings, outlines, 1, folder / "seed-1", _silent)
    yield from ((f"kd-msi, {name}", found) for name, found in of_files(folder / "seed-1"))
    val = data / "ombria" / "val"
    kd_msi_tables.measure(kd_msi.measured(val, OMBRIA), None, 0, folder / "scores-0.json", _silent)
    kd_msi_tables.measure(kd_msi.measured(val, OMBRIA), networks, 1, folder / "scores-1.json", _silent)
    yield "kd-msi, scores", hashlib.sha256((folder / "scores-1.json").read_bytes()).hexdigest()[:32]
    card = kd_msi_tables.export_student(networks.segmenter, settings, 1, kd_msi_tables.read_scores(folder), folder / "change.onnx")
    yield "kd-msi, card", of_card(card)


def dakter_runs(folder: Path) -> Iterator[tuple[str, str]]:
    """Generators, their pairs, students of real and of generated tiles, and the card's own facts."""
    pictures = read_pictures(spills.write_spills(folder / "data"), "train")
    patches, pieces = ([as_patch(one) for one in some] for some in (pictures, clean_pieces(pictures, np.random.default_rng(3))))
    seas = [[as_patch(sea) for sea in simulated_seas([1], side=192)]]
    pairs = None
    for variant in (Variant.FROM_MASK, Variant.BALANCED):
        generator = Generator(variant, GeneratorSettings(width=8, levels=1, steps=2, batch=2, sampling=2, bfloat16=False), 0.7)
        generator.train(OilTileSampler(patches, TILE, np.random.default_rng(1)), 3)
        yield f"dakter, generator {variant.value}", of_weights(generator.averaged)
        pairs = draw_pairs(generator, 8, 5, OilTileSampler(patches, TILE, np.random.default_rng(2)))
        yield f"dakter, pairs {variant.value}", of_arrays({"image": pairs.image, "soft": pairs.soft})
    settings = dakter.OilStudentSettings(shape=replace(SHAPE, bands=1, stem=2), width=8, steps=3, batch=8, bfloat16=False)
    for segmenter in Segmenter:
        for name, generated in (("real", None), ("soft", pairs)):
            network = dakter.train_student(segmenter, OilSources(patches, pieces, seas, generated), settings, 1)
            yield f"dakter, {segmenter.value} of {name}", of_weights(network)
    student = cast(RadarStudent, dakter.train_student(Segmenter.STUDENT, OilSources(patches, pieces, seas), settings, 2))
    path = folder / "oil.onnx"
    export(StretchedDetector(student), path)
    which = OilStudent(Segmenter.STUDENT, ARMS["real"], Variant.BALANCED, 2)
    yield "dakter, card", of_card(write_card(path, OIL, training_facts(student, settings, which, 0.5)))


def _silent(_text: str) -> None:
    return


if __name__ == "__main__":
    main()
