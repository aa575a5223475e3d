"""Run a model on a device with ONNX Runtime."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import redirect_stdout

import numpy as np

from ..contract.card import STRETCHED, Card
from ..contract.errors import ModelError
from ..raster.arrays import FloatArray
from .network_file import check_network_file, limit_memory

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the import: the runtime would write an event store and report from its first second
import onnxruntime as ort

PROVIDERS = {
    "cpu": "CPUExecutionProvider",
    "cuda": "CUDAExecutionProvider",
    "directml": "DmlExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
}


_ROUNDING = 1e-3


def runtime_version() -> str:
    """Return the version of ONNX Runtime."""
    return str(ort.__version__)


def available_providers() -> list[str]:
    """Return what the installed ONNX Runtime can compute on, in its own names."""
    return list(ort.get_available_providers())


class Network:
    """A card's network, ready to run; `run` may be called from several threads.

    Args:
        card: the model; its network is compared with the card's checksum first.
        device: one of `options.DEVICES`; ``auto`` takes a graphics processor where the runtime has one.
        threads: threads that one call may use on the CPU.
        notice: takes a sentence when the device asked for cannot be used and the CPU is.
        with_optical: take the card's network that sees optical images as well.

    Attributes:
        device: what it runs on, one of `PROVIDERS`.

    Raises:
        ModelError: the network is damaged or is not what its card says.
    """

    def __init__(self, card: Card, device: str, threads: int, notice: Callable[[str], None], with_optical: bool = False) -> None:
        card.verify()
        self._card, self._threads, self._notice = card, threads, notice
        self._optical = card.optical if with_optical else None
        self._file = self._optical.network if self._optical else card.network
        self._falling_back = threading.Lock()
        self.device = self._choose(device)
        try:
            self._session = self._open(self.device)
        except ModelError:
            if self.device == "cpu":
                raise
            self._fall_back("it could not load the network")
        self._check_inputs()

    def run(self, image: FloatArray, **constants: FloatArray) -> FloatArray:
        """Return the probability, float32 (H, W), of an image float32 (C, H, W) in dB (or display bytes) without NaN.

        A network that also tells possible water returns float32 (2, H, W): open water, and any water.

        Args:
            image: with optical images, their bands follow the radar's.
            constants: for norms with limits (`STRETCHED`): ``low`` and ``high``, float32 (C,); with optical images also ``optical_low`` and
                ``optical_high``, of their bands.

        Raises:
            ModelError: it fails on the CPU.
        """
        radar = len(self._card.bands)
        feed = {"image": image[None, :radar], **({"optical": image[None, radar:]} if self._optical else {}), **constants}
        session = self._session
        try:
            answer = session.run(["probability"], feed)
        except Exception as error:  # the runtime's errors have no common class of their own
            with self._falling_back:
                if session is self._session:  # else another thread's window has failed before
                    if self.device == "cpu":
                        raise ModelError(
                            f"The network {self._file.name} failed: {error}.", "", "Try fewer threads, or install Tidemark again."
                        ) from error
                    self._fall_back("it failed, most likely for lack of memory")
            answer = self._session.run(["probability"], feed)
        layers: FloatArray = answer[0][0] if np.ndim(answer[0]) == 4 else np.empty((0, 0, 0), np.float32)
        if layers.shape[1:] != image.shape[1:] or not (layers.min() >= -_ROUNDING and layers.max() <= 1 + _ROUNDING):
            raise ModelError(
                f"The network {self._file.name} returned no probabilities: its output has the shape {np.shape(answer[0])}"
                + (f" and values from {layers.min():g} to {layers.max():g}." if layers.size else "."),
                "It returns a value from 0 to 1 for each pixel of its input.",
                "Use another model.",
            )
        return layers if len(layers) > 1 else layers[0]

    def describe(self) -> str:
        """Return the device in words."""
        words = {"cpu": "CPU", "cuda": "GPU (CUDA)", "directml": "GPU (DirectML)", "coreml": "CoreML"}[self.device]
        return f"{words}, ONNX Runtime {runtime_version()}"

    def _choose(self, device: str) -> str:
        available = available_providers()
        if device == "auto":
            return next((name for name in ("cuda", "directml", "coreml") if PROVIDERS[name] in available), "cpu")
        if PROVIDERS[device] not in available:
            self._notice(f"The installed ONNX Runtime cannot use '{device}'; the CPU was used instead.")
            return "cpu"
        return device

    def _open(self, device: str) -> ort.InferenceSession:
        if device == "cuda" and hasattr(ort, "preload_dlls"):
            with redirect_stdout(sys.stderr):  # it prints what it misses, and standard output belongs to whoever called Tidemark
                ort.preload_dlls()  # finds CUDA's libraries where pip put them
        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        options.enable_mem_pattern = False  # a block for all that one run needs takes a fifth more memory, and no run is faster by it
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        data = self._file.read_bytes()
        check_network_file(self._file.name, data)
        if device == "cpu":
            limit_memory()
        try:
            # Its own falling back is left off: it is told on standard output, and not to the user.
            session = ort.InferenceSession(data, options, providers=[PROVIDERS[device]], enable_fallback=0)
        except Exception as error:  # as above
            raise ModelError(
                f"The network {self._file.name} cannot be loaded: {str(error).splitlines()[0]}",
                "It is damaged, or made for a newer ONNX Runtime.",
                "Install Tidemark again, or give another model.",
            ) from error
        if PROVIDERS[device] not in session.get_providers():
            raise ModelError(f"The device '{device}' did not start.")
        return session

    def _fall_back(self, why: str) -> None:
        self._notice(f"The device '{self.device}' was tried, but {why}; the CPU was used instead.")
        self.device = "cpu"
        self._session = self._open("cpu")

    def _check_inputs(self) -> None:
        inputs = {i.name: i.shape for i in self._session.get_inputs()}
        outputs = [o.name for o in self._session.get_outputs()]
        images = {"image": len(self._card.bands)}
        limits = {"low", "high"} if self._card.normalisation in STRETCHED else set()
        if self._optical:
            images["optical"] = 2 * len(self._optical.bands)
            limits |= {"optical_low", "optical_high"}
        fit = all(len(shape := list(inputs.get(name, ()))) == 4 and shape[1] == bands for name, bands in images.items())
        if set(inputs) != {*images, *limits} or not fit or "probability" not in outputs:
            wanted = ", ".join(sorted({*images, *limits}))
            raise ModelError(
                f"The network {self._file.name} has the inputs {inputs} and the outputs {outputs}.",
                f"Its card says: inputs {wanted}, {' and '.join(f'{n!r} with {bands} bands' for n, bands in images.items())}; "
                "one output 'probability'.",
                "Use the network that the card was written for.",
            )
