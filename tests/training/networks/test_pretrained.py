"""The teacher whose encoder starts from ImageNet: its grid, its padding, and the weights it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.networks.pretrained import LiteEncoder, PretrainedSiamese, SameConvolution
from tidemark.engine.training.networks.siamese import Fusion, Siamese, SiameseShape
from tidemark.engine.training.recipes.kd_msi import KdMsiSettings, Stage1Settings, joint_loss, noted, untrained_pair


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """Return a file like the published one: the encoder's weights and those of what comes after it."""
    torch.manual_seed(3)
    path = tmp_path / "efficientnet-lite0.pth"
    torch.save({**LiteEncoder().state_dict(), "_fc.bias": torch.zeros(1000)}, path)
    return path


def test_its_scores_lie_on_the_grid_of_the_teacher_from_scratch() -> None:
    dates = torch.rand(2, 1, 1, 64, 96)
    scratch, pretrained = Siamese(SiameseShape(), Fusion.DIFFERENCE).eval(), PretrainedSiamese().eval()
    with torch.no_grad():
        assert pretrained(*dates).shape == scratch(*dates).shape == (1, 1, 16, 24)


def test_two_dates_alike_are_scored_like_any_other_two_dates_alike() -> None:
    network = PretrainedSiamese().eval()
    first, second = torch.rand(2, 1, 1, 64, 64)
    with torch.no_grad():
        assert torch.allclose(network(first, first), network(second, second), atol=1e-5)
        assert not torch.allclose(network(first, second), network(second, first), atol=1e-5)


@pytest.mark.parametrize(("side", "stride", "expected"), [(4, 2, [3.0, 2.0]), (5, 2, [2.0, 3.0, 2.0]), (4, 1, [2.0, 3.0, 3.0, 2.0])])
def test_padding_is_that_of_the_framework_which_the_weights_come_from(side: int, stride: int, expected: list[float]) -> None:
    convolution = SameConvolution(1, 1, 3, stride)
    torch.nn.init.zeros_(convolution.weight)
    with torch.no_grad():
        convolution.weight[0, 0, :, 1] = 1.0  # adds up a column of three pixels
        found = convolution(torch.ones(1, 1, side, side))
    assert found[0, 0, :, 0].tolist() == expected


def test_a_teacher_starts_from_the_weights_of_a_file(weights: Path) -> None:
    teacher, student = untrained_pair(Stage1Settings(weights=str(weights)))
    kept = torch.load(weights, weights_only=True)
    assert all(torch.equal(value, kept[name]) for name, value in teacher.encoder.state_dict().items())
    newer, older = torch.rand(2, 4, 1, 64, 64)
    changed = torch.tensor([1.0, 0.0, 1.0, 0.0])
    torch.autograd.backward(joint_loss(teacher(newer, older), student(newer, older), changed, 10.0))
    assert all(parameter.grad is not None for parameter in teacher.parameters())


def test_a_folder_notes_the_name_of_the_weights_and_not_where_they_lay(weights: Path) -> None:
    assert noted(KdMsiSettings(Stage1Settings(weights=str(weights))))["stage1"]["weights"] == "efficientnet-lite0.pth"
    assert noted(KdMsiSettings())["stage1"]["weights"] == ""


def test_other_files_are_refused(tmp_path: Path) -> None:
    torch.save({"weight": torch.zeros(1)}, tmp_path / "other.pth")
    (tmp_path / "spoilt.pth").write_bytes(b"nothing")
    for name in ("other.pth", "spoilt.pth", "missing.pth"):
        with pytest.raises(InputError, match="EfficientNet-Lite0"):
            PretrainedSiamese(tmp_path / name)
