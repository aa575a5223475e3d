"""DAKTer's students: what an arm learns from, the stages on disk, the tables, and what is shipped."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch

from helpers.training.change_sets import write_unchanging
from helpers.training.spills import write_spills
from tidemark.engine.cli.main import main
from tidemark.engine.contract.card import read_card
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.cli import dakter_command
from tidemark.engine.training.datasets.oil import Picture, as_patch, read_pictures, simulated_seas
from tidemark.engine.training.evaluation.metrics import Figures, count, figures
from tidemark.engine.training.networks.student import Shape
from tidemark.engine.training.recipes import dakter_run
from tidemark.engine.training.recipes.dakter import (
    ARMS,
    GeneratorSettings,
    OilArm,
    OilSampler,
    OilSources,
    OilStudentSettings,
    Segmenter,
    Variant,
    make,
    predict_picture,
    real_tiles,
    train_student,
)
from tidemark.engine.training.recipes.dakter_run import (
    DakterRun,
    OilStudent,
    draw,
    false_oil,
    found_slicks,
    pairs_of,
    run_student,
    train_generator,
)
from tidemark.engine.training.recipes.dakter_tables import Result, arms_table, export_student, read_results, report, shipped, without_small
from tidemark.engine.training.recipes.supervised import Batch, batch_loss
from tidemark.engine.training.sampling.oil_tiles import TILE, Pairs

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
GENERATOR = GeneratorSettings(width=8, levels=1, steps=2, batch=2, sampling=2, bfloat16=False)
STUDENT = OilStudentSettings(
    shape=Shape(bands=1, stem=2, width=16, levels=1), width=8, steps=2, batch=8, free=1, pieces=1, seas=1, bfloat16=False
)


def silent(_text: str) -> None:
    return


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DakterRun:
    monkeypatch.setattr(dakter_run, "simulated_seas", partial(simulated_seas, side=192))
    monkeypatch.setattr(dakter_run, "WIDE_SIDE", 192)
    monkeypatch.setattr(dakter_run, "TRAINING_SEAS", (1,))
    monkeypatch.setattr(dakter_run, "TEST_SEAS", (901,))
    monkeypatch.setattr(dakter_run, "LOOKED_AT", 8)
    return DakterRun(write_spills(tmp_path / "data"), 0.5, tmp_path / "out")


@pytest.fixture
def drawn(run: DakterRun) -> DakterRun:
    """Return a share whose generator is trained and has drawn as many pairs as there are real tiles."""
    train_generator(run, Variant.BALANCED, GENERATOR, silent)
    draw(run, Variant.BALANCED, GENERATOR, 1, silent)
    return run


def made(value: float, count: int = 8) -> Pairs:
    return Pairs(np.full((count, TILE, TILE), 7, np.uint8), np.full((count, TILE, TILE), value, np.float16))


def sampler(run: DakterRun, generated: Pairs | None, settings: OilStudentSettings = STUDENT) -> OilSampler:
    return OilSampler(OilSources(run.patches, run.pieces, run.seas, generated), settings, np.random.default_rng(0))


def test_generator_and_pairs_come_from_train_alone(run: DakterRun) -> None:
    for path in sorted((run.data / "val").rglob("*.png")):
        path.unlink()
    train_generator(run, Variant.BALANCED, GENERATOR, silent)
    draw(run, Variant.BALANCED, GENERATOR, 1, silent)
    train = {path.stem for path in (run.data / "train" / "image").iterdir()}
    assert {patch.name for patch in run.patches} < train
    assert len(run.patches) == 2
    assert len(pairs_of(run, Variant.BALANCED, 1).image) == real_tiles(run.patches) == 8


def test_pairs_on_disk_have_soft_labels(drawn: DakterRun) -> None:
    soft = pairs_of(drawn, Variant.BALANCED, 1).soft.astype(float)
    assert ((soft > 0.01) & (soft < 0.99)).mean() > 0.5


def test_more_pairs_than_were_drawn_are_refused(drawn: DakterRun) -> None:
    with pytest.raises(InputError, match="has not drawn"):
        pairs_of(drawn, Variant.BALANCED, 40)
    with pytest.raises(InputError, match="no generator 'from-mask'"):
        draw(drawn, Variant.FROM_MASK, GENERATOR, 1, silent)


def test_a_generator_that_has_drawn_is_not_trained_on(drawn: DakterRun) -> None:
    with pytest.raises(InputError, match="after 2 steps"):
        train_generator(drawn, Variant.BALANCED, replace(GENERATOR, steps=3), silent)


def test_settings_are_not_mixed_in_one_folder(drawn: DakterRun) -> None:
    with pytest.raises(InputError, match="other settings"):
        train_generator(drawn, Variant.BALANCED, replace(GENERATOR, label=0.5), silent)


def test_batches_have_one_size_in_every_arm_and_places_without_oil(run: DakterRun) -> None:
    for generated in (None, made(0.5), made(0.5, 64)):
        drawing = sampler(run, generated)
        batches = [drawing.draw() for _ in range(8)]
        for batch in batches:
            assert batch.image.shape == batch.target.shape == batch.known.shape == batch.dice.shape == (8, 1, TILE, TILE)
        assert any(not target.any() for batch in batches for target in batch.target)


def test_generated_tiles_come_in_the_proportion_of_the_sets(run: DakterRun) -> None:
    settings = replace(STUDENT, batch=103)
    for pairs, expected in ((made(0.25, real_tiles(run.patches)), 0.5), (made(0.25, 4 * real_tiles(run.patches)), 0.8)):
        batch = sampler(run, pairs, settings).draw()
        assert np.mean(batch.target.max(axis=(1, 2, 3)) == 0.25) == pytest.approx(expected, abs=0.15)


def test_dice_is_for_real_tiles_with_oil_only(run: DakterRun) -> None:
    batch = sampler(run, made(0.25)).draw()
    generated = (batch.target == 0.25).all(axis=(1, 2, 3))
    assert generated.any()
    assert batch.dice[generated].max() == 0
    assert batch.known[generated].min() == 1
    assert batch.dice[~generated].max() == 1


def test_the_divergence_from_a_soft_label_is_least_at_the_label() -> None:
    class Says(torch.nn.Module):
        def __init__(self, probability: float) -> None:
            super().__init__()
            self.logit = torch.nn.Parameter(torch.tensor(float(np.log(probability / (1 - probability)))))

        def forward(self, image: torch.Tensor) -> torch.Tensor:
            return torch.zeros_like(image) + self.logit

    plane = np.ones((1, 1, 4, 4), np.float32)
    batch = Batch(plane, 0.3 * plane, plane, 0 * plane)
    losses = {value: float(batch_loss(Says(value), batch, dice=0.0).detach()) for value in (0.2, 0.3, 0.4, 0.999)}
    assert min(losses, key=lambda value: losses[value]) == 0.3


def test_arms_are_named_for_what_they_add() -> None:
    assert set(ARMS) == set(dakter_command.ARM_NAMES)
    assert ARMS["soft-2x"] == OilArm(2)
    assert ARMS["hard-4x"] == OilArm(4, is_hard=True)


@pytest.mark.parametrize("segmenter", list(Segmenter))
def test_a_segmenter_learns_that_dark_is_oil(run: DakterRun, segmenter: Segmenter) -> None:
    settings = replace(STUDENT, steps=60, rate=5e-3, average=0.8)
    network = train_student(segmenter, OilSources(run.patches, run.pieces, run.seas), settings, 1)
    picture = run.validation[0]
    found = predict_picture(network, picture)
    assert found.shape == picture.label.shape
    assert figures(count(found, found > 0.5, picture.label)).iou > 0.6


@pytest.mark.parametrize("segmenter", list(Segmenter))
def test_images_of_any_size_are_mapped(segmenter: Segmenter, tmp_path: Path) -> None:
    picture = read_pictures(write_spills(tmp_path), "val")[0]
    odd = replace(picture, image=picture.image[:77, :131], label=picture.label[:77, :131])
    assert predict_picture(make(segmenter, STUDENT).eval(), odd).shape == (77, 131)


def test_false_oil_is_an_area_of_ten_thousand_square_kilometres() -> None:
    def everywhere(seas: list[Picture]) -> list[tuple[Picture, np.ndarray]]:
        return [(sea, np.ones(sea.label.shape, np.bool_)) for sea in seas]

    assert false_oil(everywhere(simulated_seas([901], [3.0, 10.0], side=192))) == {"3": 10_000.0, "10": 10_000.0}
    assert found_slicks(everywhere(simulated_seas([5], [10.0], side=256))) == 1.0


def test_students_are_trained_once_and_tables_show_every_seed(drawn: DakterRun, capsys: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []
    for arm in ("real", "hard-1x", "soft-1x"):
        for seed in (1, 2):
            run_student(drawn, OilStudent(Segmenter.STUDENT, ARMS[arm], Variant.BALANCED, seed), STUDENT, said.append)
    assert len(said) == 6
    run_student(drawn, OilStudent(Segmenter.STUDENT, ARMS["real"], Variant.BALANCED, 1), STUDENT, said.append)
    assert len(said) == 6
    results = read_results(drawn.output)
    assert [(one.arm, one.seed) for one in results][:3] == [("real", 1), ("real", 2), ("hard-1x-balanced", 1)]
    assert set(results[0].counts) == {"100", "101"}
    text = report(drawn.output, drawn.data)
    assert "| student, 50 % of real images | soft-1x-balanced | 1 2 |" in text
    assert "dark-spot" in text
    assert "false km², 3 m/s" in text
    assert arms_table(results, {}).count("\n") == 4
    path = drawn.student_path(OilStudent(Segmenter.STUDENT, ARMS["real"], Variant.BALANCED, 1), ".json")
    measured, weights = path.read_text(), path.with_suffix(".pt").read_bytes()
    path.unlink()
    run_student(drawn, OilStudent(Segmenter.STUDENT, ARMS["real"], Variant.BALANCED, 1), STUDENT, said.append)
    assert (path.read_text(), path.with_suffix(".pt").read_bytes()) == (measured, weights)
    with pytest.raises(InputError, match="other settings"):
        run_student(drawn, OilStudent(Segmenter.STUDENT, ARMS["real"], Variant.BALANCED, 1), replace(STUDENT, steps=9), silent)


def test_every_arm_learns_from_clean_pieces_and_from_real_seas_that_are_given(run: DakterRun) -> None:
    assert len(run.seas) == 1
    given = replace(run, clean=write_unchanging(run.output / "opera_rtc"))
    assert [len(group) for group in given.seas] == [len(run.seas[0]), 12, 12]
    sources = OilSources(given.patches, given.pieces, given.seas)
    batch = OilSampler(sources, replace(STUDENT, batch=16, free=0, pieces=0, seas=3), np.random.default_rng(0)).draw()
    assert len(batch.image) == 16
    assert not batch.dice[-3:].any()


def test_the_best_student_on_val_is_shipped_of_those_that_leave_clean_sea_alone_and_find_slicks_in_decibels() -> None:
    def result(arm: str, iou: float, clean: float = 0.0, seas: float = 0.0, share: float = 1.0, segmenter: str = "student") -> Result:
        both = {"dB": 0.0, "bytes": seas}
        return Result(share, segmenter, arm, 1, Figures(iou, 0.8, 0.8, 0.8, 0.0, 0.01, 0.1), {}, 0.6, clean, both, {})

    results = [
        result("real", 0.72),
        result("soft-1x", 0.73, clean=0.01, seas=0.02),
        result("hard-1x", 0.74, seas=0.021),
        result("soft-2x", 0.75, clean=0.03),
        result("soft-4x", 0.76, segmenter="unet"),
        result("real", 0.77, share=0.1),
        replace(result("hard-2x", 0.78), slicks=0.4),
    ]
    best = shipped(results)
    assert best is not None
    assert (best.arm, best.figures.iou) == ("soft-1x", 0.73)
    assert shipped(results[2:5]) is None


def test_small_pieces_are_no_features() -> None:
    dark = np.zeros((20, 20), np.bool_)
    dark[1:4, 1:4] = dark[4, 4] = dark[10:12, 10:12] = True
    kept = without_small(dark, 10)
    assert kept.sum() == 10
    assert kept[4, 4]


def test_the_shipped_student_has_its_norm_inside_and_a_card_of_the_task(drawn: DakterRun) -> None:
    import onnxruntime

    run_student(drawn, OilStudent(Segmenter.STUDENT, ARMS["soft-1x"], Variant.BALANCED, 1), STUDENT, silent)
    card = read_card(export_student(drawn, OilStudent(Segmenter.STUDENT, ARMS["soft-1x"], Variant.BALANCED, 1), STUDENT))
    card.verify()
    assert (card.task, card.bands, card.normalisation, card.scales, card.stretch_percentiles) == (
        "oil",
        ("VV",),
        "sea_contrast",
        (0.5,),
        (1.0, 99.0),
    )
    assert "look-alikes" in card.description
    assert "optimistic" in card.description
    assert {"IoU", "ECE", "false km² of 10 000 km²"} <= {figure["measure"] for figure in card.figures}
    session = onnxruntime.InferenceSession(str(card.network), providers=["CPUExecutionProvider"])
    assert {one.name: one.shape[1:] for one in session.get_inputs()}["image"][0] == 1
    image = np.random.default_rng(0).uniform(0, 255, (1, 1, 64, 96)).astype(np.float32)
    low, high = np.array([20], np.float32), np.array([200], np.float32)
    (first,) = session.run(["probability"], {"image": image, "low": low, "high": high})
    (scaled,) = session.run(["probability"], {"image": 2 * image - 90, "low": 2 * low - 90, "high": 2 * high - 90})
    (clipped,) = session.run(["probability"], {"image": image.clip(20, 200), "low": low, "high": high})
    assert first.shape == (1, 1, 64, 96)
    np.testing.assert_allclose(first, scaled, atol=1e-4)
    np.testing.assert_allclose(first, clipped, atol=1e-5)


def test_the_engine_maps_display_bytes_with_the_shipped_student(drawn: DakterRun, tmp_path: Path) -> None:
    run_student(drawn, OilStudent(Segmenter.STUDENT, ARMS["real"], Variant.BALANCED, 1), STUDENT, silent)
    card = export_student(drawn, OilStudent(Segmenter.STUDENT, ARMS["real"], Variant.BALANCED, 1), STUDENT)
    image = drawn.data / "val" / "image" / "100.png"
    assert main(["detect", str(image), "--task", "oil", "--model", str(card), "--output", str(tmp_path / "map")]) == 0
    assert (tmp_path / "map_probability.tif").exists()


def test_the_command_runs_every_stage(run: DakterRun, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(dakter_command, "_generator_settings", lambda _arguments: GENERATOR)
    monkeypatch.setattr(dakter_command, "_student_settings", lambda _arguments: STUDENT)
    common = ["train", "dakter", "--data", str(run.data), "--output", str(run.output), "--share", "0.5", "--seed", "1"]
    common += ["--segmenter", "student", "--arm", "real", "soft-1x", "--variant", "balanced", "unbalanced"]
    assert main(common) == 0
    said = capsys.readouterr().out
    assert "share 0.5: b 0." in said
    assert "balanced, share 0.5: b 0." in said
    assert "alignment with student, seed 1: IoU" in said
    assert "soft-1x-unbalanced" in said
    folder = run.folder / "generator-unbalanced"
    assert {path.name for path in folder.iterdir()} >= {"fading.svg", "generated.png", "real.png", "checks.json", "state.pt"}
    assert json.loads((folder / "checks.json").read_text(encoding="utf-8"))["b"] == 1.0
    assert (run.folder / "students" / "student-real-1.png").exists()


def test_both_factors_are_root_mean_squares_of_what_they_are_said_to_be_of(run: DakterRun) -> None:
    tiles, plain = dakter_run.balances(run)
    names = {patch.name for patch in run.patches}
    images = np.stack([one.image for one in read_pictures(run.data, "train") if one.name in names])
    assert plain == pytest.approx(np.sqrt(np.mean((images / 127.5 - 1) ** 2)), rel=1e-3)
    assert tiles == pytest.approx(np.sqrt(np.mean([(2 * patch.image - 1) ** 2 for patch in run.patches])), rel=0.25)


def test_a_share_of_nothing_is_refused(run: DakterRun, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["train", "dakter", "--data", str(run.data), "--output", str(run.output), "--share", "0"])
    assert "above 0" in capsys.readouterr().err


def test_several_arms_cannot_be_exported_at_once(run: DakterRun, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["train", "dakter", "--data", str(run.data), "--output", str(run.output), "--share", "1", "--stage", "export"]
    assert main(given) == 2
    assert "Name one --arm" in capsys.readouterr().err


def test_a_patch_is_what_the_engine_sees_at_half_the_size(run: DakterRun) -> None:
    picture = run.validation[0]
    assert as_patch(picture).label.shape == tuple(side // 2 for side in picture.label.shape)
