from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime as ort
import pytest

from helpers.networks import write_card, write_dark_is_water, write_darker_is_flood
from tidemark.engine.contract.card import find_card, grouped_digest, installed_cards, read_card
from tidemark.engine.contract.errors import InputError, ModelError
from tidemark.engine.methods import network as network_module
from tidemark.engine.methods.method import window_multiple
from tidemark.engine.methods.network import Network, available_providers


def test_a_device_that_is_not_there_is_replaced_by_the_cpu_with_a_notice(tmp_path: Path) -> None:
    if "CUDAExecutionProvider" in available_providers():
        pytest.skip("this machine has the device")
    notices: list[str] = []
    network = Network(read_card(write_dark_is_water(tmp_path)), "cuda", 1, notices.append)
    assert network.device == "cpu"
    assert network.describe().startswith("CPU, ONNX Runtime ")
    assert "'cuda'" in notices[0]


def test_a_device_that_fails_to_start_is_told_as_a_notice_and_nothing_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    start = ort.InferenceSession._create_inference_session

    def fails(session: ort.InferenceSession, providers: list[str], *others: object) -> None:
        if providers == ["CUDAExecutionProvider"]:
            session._fallback_providers = ["CPUExecutionProvider"]
            raise RuntimeError("CUDA failure 100: no CUDA-capable device is detected")
        start(session, providers, *others)

    monkeypatch.setattr(ort.InferenceSession, "_create_inference_session", fails)
    monkeypatch.setattr(network_module, "available_providers", lambda: ["CUDAExecutionProvider", "CPUExecutionProvider"])
    notices: list[str] = []
    network = Network(read_card(write_dark_is_water(tmp_path)), "cuda", 1, notices.append)
    assert network.device == "cpu"
    assert notices == ["The device 'cuda' was tried, but it could not load the network; the CPU was used instead."]
    assert capfd.readouterr().out == ""  # standard output is the worker's, line by line of JSON


def test_a_device_that_fails_under_several_windows_is_left_once(tmp_path: Path) -> None:
    notices: list[str] = []
    network = Network(read_card(write_dark_is_water(tmp_path)), "cpu", 1, notices.append)
    together = threading.Barrier(4)

    class Failing:
        def run(self, *_: object) -> None:
            together.wait(timeout=60)
            raise RuntimeError("out of memory")

    network.device, network._session = "cuda", Failing()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(network.run, [np.full((2, 16, 16), -30, np.float32)] * 4))
    assert min(layer.min() for layer in found) > 0.99
    assert network.device == "cpu"
    assert notices == ["The device 'cuda' was tried, but it failed, most likely for lack of memory; the CPU was used instead."]


def test_dark_pixels_come_out_probable(tmp_path: Path) -> None:
    network = Network(read_card(write_dark_is_water(tmp_path)), "cpu", 1, print)
    assert network.run(np.full((2, 16, 16), -30, np.float32)).min() > 0.99
    assert network.run(np.full((2, 16, 16), -10, np.float32)).max() < 0.01


def test_a_network_that_does_not_fit_its_card_is_refused(tmp_path: Path) -> None:
    write_dark_is_water(tmp_path)
    with pytest.raises(ModelError, match="3 bands"):
        Network(read_card(write_card(tmp_path, "tiny", bands=["VV", "VH", "HH"])), "cpu", 1, print)


@pytest.mark.parametrize("name", ["threshold", "possible_threshold"])
def test_a_card_with_a_threshold_between_two_stored_per_cents_is_refused(tmp_path: Path, name: str) -> None:
    write_dark_is_water(tmp_path)
    card = write_card(tmp_path, "tiny", **{name: 0.31})
    assert getattr(read_card(card), name) == 0.31
    card.write_text(card.read_text().replace("0.31", "0.305"))
    with pytest.raises(ModelError, match="'threshold' has a value that no model has"):
        read_card(card)


def test_models_are_found_by_name_by_path_and_by_task(tmp_path: Path) -> None:
    write_dark_is_water(tmp_path, "coarse", default=False)
    path = write_dark_is_water(tmp_path, "fine")
    assert [card.name for card in installed_cards(tmp_path)] == ["coarse", "fine"]
    assert find_card("coarse", "water", tmp_path).name == "coarse"
    assert find_card("", "water", tmp_path).name == "fine"
    assert find_card(str(path), "water").name == "fine"


def test_a_model_for_another_task_is_refused(tmp_path: Path) -> None:
    write_dark_is_water(tmp_path, task="oil")
    with pytest.raises(ModelError, match="serves the task 'oil'"):
        find_card("tiny", "water", tmp_path)


def test_digests_are_grouped_for_people_and_scanners() -> None:
    assert grouped_digest("0123456789abcdef") == "01234567 89abcdef"


@pytest.mark.parametrize(
    ("scales", "multiple"), [((1.0,), 16), ((0.5, 0.75, 1.0), 64), ((0.5, 1.0, 1.25, 2.0), 64), ((2.0,), 8), ((0.3,), 160)]
)
def test_windows_fit_the_networks_stride_at_every_scale(scales: tuple[float, ...], multiple: int) -> None:
    assert window_multiple(16, scales) == multiple
    assert all(multiple * scale % 16 == pytest.approx(0, abs=1e-6) for scale in scales)


@pytest.mark.parametrize("scale", [0.0, -1.0, 0.517, 9.0])
def test_scales_of_no_use_are_refused(scale: float) -> None:
    with pytest.raises(InputError, match="scale"):
        window_multiple(16, (scale,))


def test_a_card_can_have_a_second_network_that_sees_optical_images(tmp_path: Path) -> None:
    card = read_card(write_darker_is_flood(tmp_path))
    card.verify()
    assert card.optical is not None
    assert card.optical.bands == ("swir", "nir", "visible")
    assert card.optical.network.name == "both-both.onnx"
    assert card.compares_dates
    radar_only = read_card(write_dark_is_water(tmp_path))
    assert radar_only.optical is None
    assert not radar_only.compares_dates


def test_a_second_network_that_is_missing_or_damaged_is_noticed(tmp_path: Path) -> None:
    card = read_card(write_darker_is_flood(tmp_path))
    second = tmp_path / "both-both.onnx"
    second.write_bytes(second.read_bytes() + b"x")
    with pytest.raises(ModelError, match=r"both-both\.onnx is not the one"):
        card.verify()
    second.unlink()
    with pytest.raises(ModelError, match=r"both-both\.onnx is not beside it"):
        card.verify()


def test_a_card_that_promises_a_second_network_and_names_none_is_incomplete(tmp_path: Path) -> None:
    path = write_dark_is_water(tmp_path, optical_bands=["swir"], optical_sha256="0" * 64)
    with pytest.raises(ModelError, match="network_with_optical"):
        read_card(path)


def test_the_model_for_optical_images_is_found_without_its_name(tmp_path: Path) -> None:
    write_dark_is_water(tmp_path, "plain")
    with pytest.raises(ModelError, match="takes an optical image"):
        find_card("", "flood", tmp_path, optical=2)
    write_darker_is_flood(tmp_path)
    assert find_card("", "flood", tmp_path, optical=2).name == "both"
    with pytest.raises(ModelError, match="'both' compares optical images of two dates, and there is one"):
        find_card("", "flood", tmp_path, optical=1)
    write_darker_is_flood(tmp_path, "newer", optical_dates=1)
    assert find_card("", "flood", tmp_path, optical=1).name == "newer"
    assert find_card("", "flood", tmp_path, optical=2).name == "both"
    assert find_card("", "flood", tmp_path).name == "plain"
    with pytest.raises(ModelError, match="sees radar only"):
        find_card("plain", "flood", tmp_path, optical=1)
