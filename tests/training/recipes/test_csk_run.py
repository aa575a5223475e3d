"""The student of two sensors as it is shipped: two networks, one card, and nothing in the radar's network that the radar does not need."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pystac
import pytest
import torch
from pystac.validation.stac_validator import JsonSchemaSTACValidator

from helpers.optical_jobs import beside, job, radar_dates
from helpers.training.floods import write_ombria
from tidemark.engine.cli.main import main
from tidemark.engine.contract.card import OpticalInput, read_card
from tidemark.engine.contract.errors import ModelError
from tidemark.engine.methods.two_sensors import open_optical
from tidemark.engine.raster.scene import open_scene
from tidemark.engine.training.datasets.two_sensors import MISSING, water_indices
from tidemark.engine.training.export import onnx_file
from tidemark.engine.training.export.cards import install
from tidemark.engine.training.export.onnx_file import LARGEST_DIFFERENCE, PairDetector, StretchedDetector, export, largest_difference
from tidemark.engine.training.networks.student import Shape
from tidemark.engine.training.networks.two_sensors import Coupling, TwoSensors
from tidemark.engine.training.recipes import csk_run, csk_tables
from tidemark.engine.training.recipes.cross_modal import THRESHOLDS
from tidemark.engine.training.recipes.csk import CskSettings
from tidemark.engine.training.recipes.csk_tables import radar_student, training_facts, write_networks

TINY = Shape(bands=2, stem=4, width=16, levels=1)
FIGURE = {"data": "toy", "measure": "IoU, pooled", "value": 0.5, "command": "tidemark train csk ombria"}


def trained(coupling: Coupling) -> TwoSensors:
    """Return a network whose norms have seen something, some of whose channels are exchanged."""
    torch.manual_seed(0)
    network = TwoSensors(TINY, 10, coupling).train()
    with torch.no_grad():
        for block in (*network.radar.encoders, *network.optical.encoders, *network.radar.decoders, *network.optical.decoders):
            block.body[0][1].weight.uniform_(0.5, 1.0)
        for _ in range(3):
            network(torch.rand(4, 2, 32, 32), torch.rand(4, 10, 32, 32))
    network.raise_theta(0.3)
    return network.eval()


@pytest.fixture(scope="module")
def network() -> TwoSensors:
    return trained(Coupling(channels=True, columns=True))


@pytest.fixture(scope="module")
def card(network: TwoSensors, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "flood-optical-1.onnx"
    return write_networks(network, path, training_facts(network, CskSettings(), 1, "all", 0.5), [FIGURE])


def tensors(path: Path) -> dict[str, tuple[int, ...]]:
    return {one.name: tuple(one.dims) for one in onnx.load(path).graph.initializer}


def names(values: object) -> list[str]:
    return [one.name for one in values]  # type: ignore[attr-defined]


def test_the_radars_network_holds_what_a_student_trained_alone_holds_and_nothing_more(
    card: Path, network: TwoSensors, tmp_path: Path
) -> None:
    found = read_card(card)
    export(StretchedDetector(radar_student(trained(Coupling(convolutions=False, gate=False)))), tmp_path / "alone.onnx")
    radar, alone = tensors(found.network), tensors(tmp_path / "alone.onnx")
    assert sorted(radar.values()) == sorted(alone.values())
    assert not [
        name for name in radar if any(word in name for word in ("optical", "fusion", "gate", "low.", "contrast", "teacher", "norm"))
    ]
    nodes = [node.op_type for node in onnx.load(found.network).graph.node]
    assert not {"Tanh", "Where", "BatchNormalization"} & set(nodes)
    # The radar's own norms are folded; no weight of the optical stem, whose 6 bands and 4 indices make 160 channels, is there.
    assert not [shape for shape in radar.values() if len(shape) == 4 and shape[1] == 10 * 16]
    assert found.optical is not None
    assert [shape for shape in tensors(found.optical.network).values() if len(shape) == 4 and shape[1] == 10 * 16]


def test_both_networks_give_what_torch_gives(card: Path, network: TwoSensors) -> None:
    found = read_card(card)
    assert found.optical is not None
    assert largest_difference(StretchedDetector(radar_student(network)).eval(), found.network) <= LARGEST_DIFFERENCE
    assert largest_difference(PairDetector(network).eval(), found.optical.network) <= LARGEST_DIFFERENCE


def test_the_shipped_network_of_the_radar_alone_gives_what_the_trained_one_gives(card: Path, network: TwoSensors) -> None:
    radar = np.random.default_rng(0).random((1, 2, 48, 40), np.float32)
    limits = {"low": np.zeros(2, np.float32), "high": np.full(2, 255, np.float32)}
    session = onnxruntime.InferenceSession(str(read_card(card).network), providers=["CPUExecutionProvider"])
    (given,) = session.run(None, {"image": radar * 255, **limits})
    with torch.no_grad():
        expected = torch.sigmoid(network.radar.trunk(torch.from_numpy(radar))).numpy()
    assert np.abs(given - expected).max() < 1e-4


def test_what_the_engine_feeds_for_an_older_optical_image_that_is_missing_is_what_the_network_learns_of_it(tmp_path: Path) -> None:
    dates, (after, _) = radar_dates(tmp_path), beside(tmp_path)
    wanted = OpticalInput(("swir", "nir", "visible"), tmp_path / "both.onnx", "0" * 64, 1)
    with open_scene(dates[0], "db") as scene, open_optical(job(tmp_path, "", *dates, after), wanted, (2, 98), scene.grid) as optical:
        bands = torch.from_numpy(optical.read(0, 64, 0, 64, 0)[0][None, :-1])
        limits = [torch.from_numpy(optical.limits[f"optical_{end}"]) for end in ("low", "high")]
    beside_radar = torch.cat([onnx_file.stretched(bands, *limits), onnx_file.water_indices(bands)], dim=1)[0]
    older = [3, 4, 5, 8, 9]
    assert (beside_radar[older] == MISSING).all()
    assert (np.delete(beside_radar.numpy(), older, axis=0) != MISSING).mean() > 0.9


def test_the_shipped_network_of_both_gives_what_the_trained_one_gives(card: Path, network: TwoSensors) -> None:
    found = read_card(card)
    assert found.optical is not None
    radar, optical = (
        np.random.default_rng(0).random((2, 2, 48, 40), np.float32),
        np.random.default_rng(1).random((2, 6, 48, 40), np.float32),
    )
    limits = {
        f"{prefix}{name}": np.full(n, v, np.float32) for prefix, n in (("", 2), ("optical_", 6)) for name, v in (("low", 0), ("high", 255))
    }
    session = onnxruntime.InferenceSession(str(found.optical.network), providers=["CPUExecutionProvider"])
    (given,) = session.run(None, {"image": radar * 255, "optical": optical * 255, **limits})
    with torch.no_grad():
        indices = [water_indices(255 * date) for date in np.split(optical[0], 2)]
        seen = torch.from_numpy(np.concatenate([optical[0], *indices])[None])
        expected = torch.sigmoid(network(torch.from_numpy(radar[:1]), seen).fused).numpy()
    assert np.abs(given[:1] - expected).max() < 1e-4
    assert sum(int(pair[0].sum() + pair[1].sum()) for pair in network.swaps() if pair) > 0


def test_inputs_and_output_are_those_that_the_engine_feeds(card: Path) -> None:
    found = read_card(card)
    assert found.optical is not None
    one, two = (
        onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]) for path in (found.network, found.optical.network)
    )
    assert names(one.get_inputs()) == ["image", "low", "high"]
    assert names(two.get_inputs()) == ["image", "low", "high", "optical", "optical_low", "optical_high"]
    assert names(one.get_outputs()) == names(two.get_outputs()) == ["probability"]
    described = found.document["properties"]["mlm:input"]
    assert [entry["name"] for entry in described] == names(two.get_inputs())
    assert [entry["input"]["shape"][-1 if "_" in entry["name"] or len(entry["input"]["shape"]) == 1 else 1] for entry in described] == [
        2,
        2,
        2,
        6,
        6,
        6,
    ]


def test_the_card_says_what_the_engine_needs(card: Path) -> None:
    found = read_card(card)
    found.verify()
    assert (found.task, found.is_default, found.bands, found.normalisation) == ("flood", False, ("after", "before"), "scene_stretch")
    assert found.stretch_percentiles == (2.0, 98.0)
    assert found.optical is not None
    assert found.optical.bands == ("swir", "nir", "visible")
    assert found.optical.network.name == "flood-optical-1-both.onnx"
    assert found.figures == (FIGURE,)
    JsonSchemaSTACValidator().validate_core(dict(found.document), pystac.STACObjectType.ITEM, "1.1.0")


def test_card_and_both_networks_are_installed_under_a_new_name(card: Path, tmp_path: Path) -> None:
    installed = read_card(install(card, tmp_path, "flood-optical", default=False))
    installed.verify()
    assert {path.name for path in tmp_path.iterdir()} == {"flood-optical.json", "flood-optical.onnx", "flood-optical-both.onnx"}
    (tmp_path / "flood-optical-both.onnx").write_bytes(b"another one")
    with pytest.raises(ModelError, match=r"flood-optical-both\.onnx is not the one"):
        installed.verify()


def test_a_radars_side_that_is_no_plain_student_is_not_shipped(network: TwoSensors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csk_tables, "count_multiplications", lambda student, _: id(student))
    with pytest.raises(RuntimeError, match="no plain student"):
        radar_student(network)


def result(arm: str, found: int) -> dict[str, object]:
    """Return what is kept of an arm that finds so many of the ten flooded pixels of each of two images, at any threshold."""
    images = {name: [[found, 0, 10 - found, 90]] * len(THRESHOLDS) for name in ("one", "other")}
    tests = {"val": {csk_run.RADAR_ONLY: images, csk_run.BOTH_GROUP: images}}
    return {"arm": arm, "seed": 1, "split": "", "tests": tests, "exchange": None, "cka": {}}


def test_the_tables_say_what_an_arm_brings_beside_the_radar_and_beside_sharing_alone() -> None:
    arms = {"radar": 5, "dropout": 6, "all": 8}
    told = csk_tables.report([result(arm, found) for arm, found in arms.items()], lambda image: image).split("\n\n")
    by_title = dict(zip(told[::2], told[1::2], strict=True))
    of_all = [
        next(line for line in by_title[title].splitlines() if "| all |" in line)
        for title in ("Threshold 0.5:", "Threshold 0.5, gain over dropout:")
    ]
    assert "+30.0" in of_all[0]
    assert "+20.0" in of_all[1]
    assert "radar |" not in by_title["Threshold 0.5, gain over dropout:"]


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return a command on a toy set."""
    data = write_ombria(tmp_path_factory.mktemp("set") / "ombria")
    return ["train", "csk", "ombria", "--data", str(data), "--steps", "2", "--crop", "32"]


def pooled(paths: Iterable[Path], test: str, threshold: float) -> float:
    """Return the IoU, over all images of the results, of the radar alone at a threshold."""
    images = [one for path in paths for one in json.loads(path.read_text(encoding="utf-8"))["tests"][test]["radar only"].values()]
    hit, false, miss, _ = np.sum([counts[THRESHOLDS.index(threshold)] for counts in images], axis=0)
    return float(hit / (hit + false + miss))


def test_one_command_trains_measures_and_exports(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "out"
    assert main([*command, "--output", str(output), "--seed", "3", "--arm", "radar", "--export", "all"]) == 0
    card = read_card(output / "flood-optical-3.json")
    card.verify()
    assert str(card.path) in capsys.readouterr().out
    found = {(figure["data"], figure["measure"]): figure["value"] for figure in card.figures}
    expected = pooled([output / "seed-3" / "all.json"], "val", 0.5)
    assert found[("ombria/val, radar only, at 0.5", "IoU, pooled")] == pytest.approx(expected, abs=1e-4)
    assert any("radar and optical" in data for data, _ in found)


def test_threshold_and_figures_of_a_card_are_those_of_held_out_events(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folds, output = tmp_path / "folds", tmp_path / "out"
    assert main([*command, "--output", str(folds), "--seed", "1", "2", "--arm", "all", "--choose"]) == 0
    export_all = [*command, "--output", str(output), "--seed", "1", "--arm", "all", "--export", "all", "--folds"]
    assert main([*export_all, str(folds)]) == 0
    card = read_card(output / "flood-optical-1.json")
    found = {(figure["data"], figure["measure"]): figure["value"] for figure in card.figures}
    expected = np.mean([pooled(folds.glob(f"seed-{seed}/*/all.json"), "folds of train", card.threshold) for seed in (1, 2)])
    data = f"ombria/folds of train, radar only, at {card.threshold:g}, mean of 2 seeds"
    assert found[(data, "IoU, pooled")] == pytest.approx(float(expected), abs=1e-4)
    assert (f"ombria/val, radar only, at {card.threshold:g}", "IoU, pooled") in found
    # Results of other settings, and of other arms, say nothing of this network's threshold.
    assert main([*export_all, str(output)]) == 2
    assert "holds no results of 'all' on held-out events" in capsys.readouterr().err
    settings = json.loads((folds / "settings.json").read_text(encoding="utf-8"))
    for other in ({"sparsity": 1.0}, {"sensors": "ombria, without indices"}):
        (folds / "settings.json").write_text(json.dumps(settings | other), encoding="utf-8")
        assert main([*export_all, str(folds)]) == 2
        assert "other settings, or of other bands" in capsys.readouterr().err
