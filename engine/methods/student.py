"""Students, made ready for the images of a run: a network over its scales, called by as many threads as help."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from ..contract.card import Card
from ..raster.arrays import FloatArray
from ..raster.radiometry import stretch_limits
from .context import RunContext
from .method import Method, Predictor, overlap_at, window_multiple
from .multiscale import MultiscaleStudent
from .sea import contrast_limits

_MOST_WORKERS = {"cuda": 4, "directml": 1, "coreml": 1}
"""Windows at once by device. On an H200 one thread got 96 Mpx/s out of the water network, two 454 and four 647, while 16 windows as one
batch came to 192: windows that are copied while others are computed fill the processor. DirectML takes one call at a time."""


class Student:
    """A card's network on the run's device.

    Args:
        run: with a card.
        card: the run's.
        side_by_side: windows that can be predicted at once.
        with_optical: take the card's network that sees optical images as well.

    Raises:
        ModelError: the network is damaged.
    """

    def __init__(self, run: RunContext, card: Card, side_by_side: int, with_optical: bool = False) -> None:
        from .network import Network  # loads ONNX Runtime, without which baselines and `info` do

        self._run, self._card = run, card
        workers = max(1, min(run.threads, side_by_side))
        self._network = Network(card, run.job.device, max(1, run.threads // workers), run.notice, with_optical)
        self._workers = min(workers, _MOST_WORKERS.get(self._network.device, workers))

    def limits(self, sample: Sequence[FloatArray], display: bool = False) -> dict[str, FloatArray]:
        """Return the constants that a network with the norm ``scene_stretch`` or ``sea_contrast`` asks for, none for another one.

        Args:
            sample: windows, float32 (C, h, w) in dB or display bytes, NaN where not observed; of ``sea_contrast`` one band of the sea.
            display: whether they hold display bytes.
        """
        if self._card.normalisation == "sea_contrast":
            below, above = contrast_limits(sample, self._card.stretch_percentiles) if display else self._card.contrast_db
            return {"low": np.array([below], np.float32), "high": np.array([above], np.float32)}
        if self._card.normalisation != "scene_stretch":
            return {}
        low, high = stretch_limits(sample, self._card.stretch_percentiles)
        return {"low": low, "high": high}

    def predictor(self, **constants: FloatArray) -> Predictor:
        """Return float32 (C, H, W) to what the network tells, over the run's scales, with constants of the network; see `Network.run`."""
        return MultiscaleStudent(partial(self._network.run, **constants), self._run.scales, self._run.job.flip).predict

    def method(self, predict: Predictor, bands: tuple[str, ...], dates: int = 1, layers: int = 0) -> Method:
        """Return the method whose windows are predicted by `predict`, which returns `layers`; 0: one for each date."""
        run, card = self._run, self._card
        multiple = window_multiple(card.window_multiple, run.scales)
        return Method(
            predict=predict,
            bands=bands,
            dates=dates,
            layers=layers or dates,
            overlap=overlap_at(card, run.scales, multiple),
            window_multiple=multiple,
            workers=self._workers,
            threshold=run.threshold,
            describe_device=self._network.describe,
            card=card,
            record={"name": run.job.method, "model": card.name, "sha256": card.sha256, "scales": list(run.scales), "flip": run.job.flip},
        )
