"""The change recipe: its losses, its networks, its maps, and that it learns from image-level labels alone."""

from __future__ import annotations

import ast
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from helpers.training.change_sets import write_ombria, write_sets, write_unchanging
from tidemark.engine.contract.card import read_card
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.training.datasets.change_data import EMSR763, OMBRIA, OPERA, SIMULATED, Tile, comparable, read_pairs
from tidemark.engine.training.datasets.change_masks import label_tiles
from tidemark.engine.training.evaluation.change_scores import BASELINES, THRESHOLDS, Score, log_ratios, score
from tidemark.engine.training.networks.siamese import (
    Fusion,
    Siamese,
    SiameseShape,
    activation_map,
    image_logit,
    multiscale_maps,
    multiscale_sigmoid,
    single_scale,
    teacher_map,
)
from tidemark.engine.training.networks.student import RadarStudent, Shape, predict
from tidemark.engine.training.recipes import kd_msi, kd_msi_tables
from tidemark.engine.training.recipes.cross_modal import DistillationSettings
from tidemark.engine.training.recipes.kd_msi import (
    KdMsiNetworks,
    KdMsiSettings,
    Stage1Settings,
    Stage3Settings,
    evidence,
    held_out,
    joint_loss,
    learned_from,
    measured,
    outlines_of_seed,
    pseudo_masks,
    read_training,
    run_seed,
)
from tidemark.engine.training.recipes.kd_msi_tables import (
    ALONE,
    ARMS,
    MSI,
    OUTLINES,
    SHIPPED,
    arm_counts,
    export_student,
    is_measured,
    measure,
    merged,
    read_scores,
    report,
    with_log_ratio,
)

TINY = SiameseShape(width=8, blocks=(1, 1, 1))
SETTINGS = KdMsiSettings(
    Stage1Settings(shape=TINY, steps=4, batch=4, bfloat16=False),
    Stage3Settings(
        Shape(stem=2, width=16, levels=1),
        *[DistillationSettings(steps=2, batch=8, crop=64, bfloat16=False)] * 2,
    ),
    simulated=5,
    outlined=3,
    unchanging=2,
)


def labels_of(data: Path) -> dict[str, list[Tile]]:
    sets = [(data / "ombria" / "train", OMBRIA), *((data / "emsr763", layout) for layout in EMSR763)]
    return {layout.name: [tile for _, tile in label_tiles(folder, layout)] for folder, layout in sets}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, KdMsiNetworks]:
    """The data without their training masks, the output, and what was trained."""
    data = write_sets(tmp_path_factory.mktemp("data"))
    labels = labels_of(data)
    shutil.rmtree(data / "ombria" / "train" / "mask")
    shutil.rmtree(data / "emsr763" / "mask")
    output = tmp_path_factory.mktemp("output")
    pairs, labels = read_training(data, labels, SETTINGS)
    outlines = outlines_of_seed(SETTINGS, 1, output / "outlines", lambda _: None)
    return data, output, run_seed(pairs, labels, SETTINGS, outlines, 1, output / "seed-1", lambda _: None)


def test_training_needs_no_mask_on_disk(run: tuple[Path, Path, KdMsiNetworks]) -> None:
    data, output, networks = run
    assert not list(data.glob("**/train/mask"))
    assert isinstance(networks.segmenter, RadarStudent)
    assert (output / "seed-1" / "segmenter.pt").is_file()


def test_the_trainer_cannot_reach_the_reader_of_masks() -> None:
    reached, waiting = set(), [Path(kd_msi.__file__)]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
                named = [folder.with_suffix(".py"), *(folder / f"{alias.name}.py" for alias in node.names)]
                waiting += [one for one in named if one.is_file()]
    names = {path.stem for path in reached}
    assert {"kd_msi", "cross_modal", "change_data", "change_tiles"} <= names
    assert not names & {"change_masks", "change_scores", "kd_msi_tables", "ombria"}


def test_what_was_trained_is_not_trained_again(run: tuple[Path, Path, KdMsiNetworks]) -> None:
    data, output, networks = run
    lines: list[str] = []
    labels = {OMBRIA.name: [Tile("0001", 0, 0, True), Tile("0001", 0, 64, False)]}
    outlines = outlines_of_seed(SETTINGS, 1, output / "outlines", lines.append)
    again = run_seed(read_pairs(data / "ombria" / "train", OMBRIA), labels, SETTINGS, outlines, 1, output / "seed-1", lines.append)
    assert lines == []
    image = torch.rand(1, 2, 64, 64)
    with torch.no_grad():
        assert torch.equal(again.segmenter(image), networks.segmenter(image))


def test_other_settings_are_not_mixed_into_the_same_folder(run: tuple[Path, Path, KdMsiNetworks]) -> None:
    _, output, networks = run
    other = replace(SETTINGS, stage1=replace(SETTINGS.stage1, steps=5))
    with pytest.raises(InputError, match="other settings"):
        run_seed([], {}, other, networks.outlines, 1, output / "seed-1", lambda _: None)
    with pytest.raises(InputError, match="other settings"):
        outlines_of_seed(replace(SETTINGS, outlined=4), 2, output / "outlines", lambda _: None)


def test_the_tables_name_every_arm_and_the_baselines(run: tuple[Path, Path, KdMsiNetworks]) -> None:
    data, output, networks = run
    val = data / "ombria" / "val"
    measure(measured(val, OMBRIA), None, 0, output / "scores-baselines.json", lambda _: None)
    measure(measured(val, OMBRIA), networks, 1, output / "scores-1.json", lambda _: None)
    scores = read_scores(output)
    text = report(scores)
    own = {"teacher CAM", "student, one scale", "student, scales by maximum", "student, MSI", OUTLINES, ALONE, SHIPPED}
    assert {*BASELINES, *own} == set(scores)
    assert all(text.count(f"| {arm} |") == 4 for arm in scores)
    one = next(iter(scores.values()))[0]
    assert np.sum(one.counts["0107"][0]) == 128 * 128
    assert one.copies[0][1] == 128 * 128


def test_scores_are_kept_until_the_log_ratio_beside_the_student_is_another(
    run: tuple[Path, Path, KdMsiNetworks], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, _, networks = run
    val, path, said = data / "ombria" / "val", tmp_path / "scores-1.json", list[str]()
    for _ in range(2):
        measure(measured(val, OMBRIA), networks, 1, path, said.append)
    assert said == [f"seed 1: measuring {', '.join(ARMS)}"]
    before = read_scores(tmp_path)
    monkeypatch.setattr(kd_msi_tables, "LOG_RATIO_WEIGHT", 1.0)
    assert not is_measured(path, {"0107"})
    measure(measured(val, OMBRIA), networks, 1, path, said.append)
    assert said[1:] == [f"seed 1: measuring {SHIPPED}"]
    after = read_scores(tmp_path)
    assert after[ALONE] == before[ALONE]
    assert is_measured(path, {"0107"})
    assert not is_measured(path, {"0107", "0108"})


def test_folds_are_told_together_with_events_as_their_units() -> None:
    def part(*counts: tuple[str, int]) -> dict[str, dict[int, Score]]:
        rows = {name: [[hit, 10 - hit, 0, 90] for _ in THRESHOLDS] for name, hit in counts}
        return {arm: {1: Score(rows)} for arm in (MSI, ALONE)}

    both = merged([part(("a", 2), ("b", 4)), part(("c", 9))])
    assert set(both[ALONE][1].counts) == {"a", "b", "c"}
    events = {"a": 1, "b": 1, "c": 2}
    assert arm_counts(both, events)[1].counts == {"1": [6, 14, 0, 180], "2": [9, 1, 0, 90]}
    assert "| by event | shipped student alone | 50.0 |" in report(both, events)
    lacking = {ALONE: {1: part(("d", 1))[ALONE][1]}}
    assert set(merged([part(("a", 2)), lacking])) == {ALONE}


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_the_shipped_student_maps_two_dates_in_the_engine(run: tuple[Path, Path, KdMsiNetworks], tmp_path: Path) -> None:
    data, output, networks = run
    val = data / "ombria" / "val"
    measure(measured(val, OMBRIA), networks, 1, output / "scores-1.json", lambda _: None)
    card = export_student(networks.segmenter, SETTINGS, 1, read_scores(output), tmp_path / "change.onnx")
    read_card(card).verify()
    sources = tuple(Source((str(val / f"s1_{role}" / "0107.png"),), role) for role in ("after", "before"))
    result = detect(Job("change", sources, str(tmp_path / "map"), model=str(card)))
    with rasterio.open(result.files["probability"]) as raster:
        found = raster.read(1) / 100
    dates = comparable(read_pairs(val, OMBRIA)[0])
    assert np.abs(found - with_log_ratio(predict(networks.segmenter, dates.stretched()), dates)).mean() < 0.02


def test_events_that_are_held_out_are_not_learned_from_and_large_ones_only_in_part(tmp_path: Path) -> None:
    names = tuple(f"{number:04d}" for number in range(18))
    blocks = {name: 8 if number < 15 else 26 for number, name in enumerate(names)}
    pairs = read_pairs(write_ombria(tmp_path / "ombria" / "train", names, side=16), OMBRIA)
    lines = [f"{name},train,{block}" for name, block in blocks.items()]
    (tmp_path / "ombria" / "scene_blocks.csv").write_text("\n".join(["sample,split,scene_block", *lines]))
    assert held_out(tmp_path, 1).names == set(names[:15])
    assert held_out(tmp_path, 3).names == set(names[15:])
    assert [pair.name for pair in learned_from(blocks, pairs, held_out(tmp_path, 1))] == list(names[15:])
    kept = [pair.name for pair in learned_from(blocks, pairs, None)]
    assert sum(name < "0015" for name in kept) == 13
    assert set(names[15:]) < set(kept)


def test_emsr763_is_an_event_that_is_held_out_in_both_polarisations(run: tuple[Path, Path, KdMsiNetworks]) -> None:
    data, _, _ = run
    pairs, _ = read_training(data, {}, SETTINGS)
    blocks = {pair.name: 0 for pair in pairs if pair.layout.name == OMBRIA.name}
    held = held_out(data, 5)
    assert held.names == {pair.name for pair in pairs if pair.layout.name == "emsr763-vv"}
    learned = {pair.layout.name for pair in learned_from(blocks, pairs, held)}
    assert learned == {pair.layout.name for pair in pairs} - {"emsr763-vv", "emsr763-vh"}


def test_dates_without_change_are_learned_as_unchanged(run: tuple[Path, Path, KdMsiNetworks]) -> None:
    data, _, _ = run
    write_unchanging(data / "opera_rtc")
    pairs, labels = read_training(data, {}, SETTINGS)
    assert not any(tile.changed for layout in OPERA for tile in labels[layout.name])
    assert any(tile.changed for tile in labels[SIMULATED.name])
    assert {pair.layout.name for pair in pairs} >= {SIMULATED.name, *(layout.name for layout in OPERA)}
    shutil.rmtree(data / "opera_rtc")


def test_the_log_ratio_finds_the_flood_after_matching(tmp_path: Path) -> None:
    write_ombria(tmp_path)
    found = score(tmp_path, read_pairs(tmp_path, OMBRIA), log_ratios)["log-ratio, Otsu"]
    hit, false, miss, dry = np.sum(list(found.counts.values()), axis=0)[THRESHOLDS.index(0.5)]
    assert hit / (hit + false + miss) > 0.5
    assert hit + false + miss + dry == 2 * 128 * 128
    assert found.unchanged[0][1] == 2 * 3 * 64 * 64


def test_the_activation_map_is_1_at_its_highest_and_0_in_unchanged_pairs() -> None:
    scores = torch.tensor([[[[4.0, 2.0], [-1.0, 0.0]]], [[[4.0, 2.0], [-1.0, 0.0]]]])
    found = activation_map(scores, torch.tensor([1.0, 0.0]))
    assert torch.allclose(found[0, 0], torch.tensor([[1.0, 0.5], [0.0, 0.0]]), atol=1e-4)
    assert not found[1].any()


def test_the_teacher_learns_nothing_from_the_student() -> None:
    changed = torch.tensor([1.0, 0.0])
    gradients: list[torch.Tensor] = []
    for distillation in (0.0, 10.0):
        teacher, student = torch.ones(2, 1, 4, 4, requires_grad=True), torch.zeros(2, 1, 4, 4, requires_grad=True)
        torch.autograd.backward(joint_loss(teacher, student, changed, distillation))
        assert teacher.grad is not None
        gradients.append(teacher.grad)
    assert torch.equal(gradients[0], gradients[1])
    assert student.grad is not None
    assert student.grad.abs().sum() > 0


@pytest.mark.parametrize("fusion", list(Fusion))
def test_either_order_of_the_dates_can_be_called_changed(fusion: Fusion) -> None:
    """After its last stage a signed difference would give scores of opposite sign: (a, b) changed means (b, a) unchanged."""
    torch.manual_seed(0)
    network = Siamese(TINY, fusion).eval()
    newer, older = torch.rand(4, 1, 64, 64), torch.rand(4, 1, 64, 64)
    with torch.no_grad():
        one, other = network(newer, older), network(older, newer)
    assert one.shape == (4, 1, 16, 16)
    assert image_logit(one).shape == (4,)
    assert not torch.allclose(one, -other, atol=1e-3)
    assert not torch.allclose(one, other)


def test_the_paper_sized_network_has_its_grid_and_about_the_size_of_resnet_50() -> None:
    shape = SiameseShape(width=64, blocks=(3, 4, 6, 3), strides=(2, 2, 2, 1), bottleneck=True)
    network = Siamese(shape, Fusion.DIFFERENCE)
    assert 256 // shape.stride == 16
    assert 22e6 < sum(p.numel() for p in network.parameters()) < 25e6


def test_only_the_maps_that_are_divided_by_their_maximum_reach_1() -> None:
    torch.manual_seed(1)
    network = Siamese(TINY, Fusion.CONCATENATION).eval()
    with torch.no_grad():
        network.head.weight.abs_().mul_(0.01)
    image = np.random.default_rng(0).random((2, 64, 64)).astype(np.float32)
    assert teacher_map(network, image).max() > 0.9
    sigmoid, maximum = multiscale_maps(network, image)
    assert maximum.max() == pytest.approx(1.0)
    assert np.array_equal(sigmoid, multiscale_sigmoid(network, image))
    for found in (single_scale(network, image), sigmoid):
        assert found.shape == (64, 64)
        assert 0.4 < found.min() <= found.max() < 0.7


def test_pseudo_masks_hold_nothing_in_unchanged_tiles_and_trust_no_tile_without_a_label(tmp_path: Path) -> None:
    pairs = read_pairs(write_ombria(tmp_path, ("0001",)), OMBRIA)
    tiles = [Tile("0001", 0, 0, True), Tile("0001", 0, 64, False)]
    target = pseudo_masks(pairs, tiles, lambda image: np.ones(image.shape[1:], np.float32))["0001"]
    assert (target[:64, :64] == 254).all()
    assert (target[:64, 64:] == 0).all()
    assert (target[64:] == 255).all()
    assert comparable(pairs[0]).stretched().shape[1:] == target.shape


def test_a_pseudo_mask_ends_where_the_outlines_do_and_msi_decides_where_they_do_not() -> None:
    outlines = np.array([[0.9, 0.3, 0.02, 0.3, 0.3]], np.float32)
    msi = np.array([[0.2, 0.2, 0.2, 0.001, 0.9]], np.float32)
    found = evidence(outlines, msi)
    assert found.dtype == np.float32
    assert (found > 0.5).tolist() == [[True, True, False, False, True]]
    assert found[0, 4] > found[0, 1]
