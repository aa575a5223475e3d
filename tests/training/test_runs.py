"""Folders of results: settings are not mixed, files appear when they are complete, networks are trained once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.runs import arrays_once, claim, read_arrays, read_json, trained_once, write_arrays, write_json


def test_a_folder_takes_one_set_of_settings_alone(tmp_path: Path) -> None:
    claim(tmp_path / "run", {"steps": 3})
    claim(tmp_path / "run", {"steps": 3})
    with pytest.raises(InputError, match="other settings"):
        claim(tmp_path / "run", {"steps": 4})
    assert read_json(tmp_path / "run" / "settings.json") == {"steps": 3}


def test_a_file_whose_writing_fails_does_not_appear_and_an_older_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    write_json(path, [1])
    with pytest.raises(TypeError, match="not JSON serializable"):
        write_json(path, [2, Path()])
    assert read_json(path) == [1]


def test_arrays_come_back_as_they_were_written_and_are_made_once(tmp_path: Path) -> None:
    path = tmp_path / "below" / "soft.npz"
    write_arrays(path, {"place/1": np.arange(4, dtype=np.uint8)})
    again = arrays_once(path, lambda: {"place/1": np.zeros(4, np.uint8)})
    assert again["place/1"].tolist() == read_arrays(path)["place/1"].tolist() == [0, 1, 2, 3]
    assert [one.name for one in path.parent.iterdir()] == ["soft.npz"]


def test_a_network_is_trained_once(tmp_path: Path) -> None:
    trainings: list[int] = []

    def train() -> torch.nn.Module:
        trainings.append(1)
        network = torch.nn.Linear(1, 1)
        torch.nn.init.constant_(network.weight, 7.0)
        return network

    networks = [trained_once(tmp_path / "one.pt", lambda: torch.nn.Linear(1, 1), train) for _ in range(2)]
    assert len(trainings) == 1
    assert [network.weight.item() for network in networks] == [7.0, 7.0]
    assert not networks[0].training
