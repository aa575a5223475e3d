"""A job's method made ready: a student over its scales, or a classical rival, on one date or two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import numpy.typing as npt

from ..contract.card import Card
from ..contract.errors import InputError, ModelError
from ..contract.job import Job
from ..raster.bands import LONE, POLARISATIONS
from ..raster.radiometry import stretch_limits
from ..raster.scene import Scene
from ..raster.two_dates import Pair
from ..raster.warp import Readable
from . import dark_spot, flood, log_ratio, thresholds
from .method import Method, window_multiple
from .multiscale import MultiscaleStudent
from .network import Network
from .sea import Sea, choose_band, contrast_limits
from .two_sensors import BesideRadar, Optical, where_seen

FloatArray = npt.NDArray[np.float32]

DATES = ("The image", "The image before")
_WINDOW_MULTIPLE = 16


def prepare(
    job: Job,
    card: Card | None,
    scenes: Sequence[Scene],
    image: Readable,
    threads: int,
    windows: int,
    pixel_m: float,
    notice: Callable[[str], None],
) -> Method:
    """Make a job's method ready.

    Args:
        card: from `choose_card`.
        scenes: the image to map and, where there is one, the image before.
        image: what the windows are read from.
        threads: CPU threads in all.
        windows: windows that can be predicted side by side.
        pixel_m: a pixel of the windows on the ground, in metres.
        notice: takes what the user should know.

    Raises:
        InputError: a scene lacks a band, or an option is out of range.
        ModelError: the network is damaged.
    """
    if isinstance(image, Pair) and job.task == "change":
        return _change(job, card, scenes, image, threads, windows, notice)
    optical, pair = (image.optical, image.radar) if isinstance(image, BesideRadar) else (None, image)
    if card is not None and card.task == "flood" and isinstance(pair, Pair):
        return _flood(job, card, scenes, pair, optical, threads, windows, notice)
    if isinstance(image, Sea):
        return _oil(job, card, scenes[0], image, threads, windows, pixel_m, notice)
    if card is None:
        return _rival(job, scenes, threads, notice)
    for name, scene in zip(DATES, scenes, strict=False):
        missing = [band for band in card.bands if band not in scene.bands.numbers]
        if missing:
            raise InputError(
                f"{name} has {', '.join(scene.bands.numbers)}, but not {', '.join(missing)}.",
                f"The model '{card.name}' needs {' and '.join(card.bands)}.",
                "Add the missing band's file, name the bands with --bands, or use --method otsu, which takes one band.",
            )
    network, workers = _network(job, card, threads, windows, notice)
    predictors = []
    for scene in scenes:
        constants = _stretch(card, scene.sample_db(card.bands))
        predictors.append(MultiscaleStudent(partial(network.run, **constants), job.scales or card.scales, job.flip).predict)
    predict = _date_by_date(predictors)
    if len(scenes) == 2:
        predict = flood.two_dates(predict, scenes[0].is_display)
    return _student(job, card, network, workers, predict, card.bands, len(scenes))


def _network(
    job: Job, card: Card, threads: int, windows: int, notice: Callable[[str], None], with_optical: bool = False
) -> tuple[Network, int]:
    """Return a card's network, and by how many threads it is to be called."""
    workers = max(1, min(threads, windows))
    network = Network(card, job.device, max(1, threads // workers), notice, with_optical)
    return network, workers if network.device == "cpu" else 1


def _stretch(card: Card, sample: Sequence[FloatArray]) -> dict[str, FloatArray]:
    """Return the constants that a network with the norm ``scene_stretch`` asks for, none for another one."""
    if card.normalisation != "scene_stretch":
        return {}
    low, high = stretch_limits(sample, card.stretch_percentiles)
    return {"low": low, "high": high}


def _student(
    job: Job,
    card: Card,
    network: Network,
    workers: int,
    predict: Callable[[FloatArray], FloatArray],
    bands: tuple[str, ...],
    dates: int,
    layers: int | None = None,
) -> Method:
    scales = job.scales or card.scales
    return Method(
        predict=predict,
        bands=bands,
        dates=dates,
        layers=layers or dates,
        overlap=card.overlap,
        window_multiple=window_multiple(card.window_multiple, scales),
        workers=workers,
        threshold=card.threshold if job.threshold is None else job.threshold,
        describe_device=network.describe,
        card=card,
        record={"name": "student", "model": card.name, "sha256": card.sha256, "scales": list(scales), "flip": job.flip},
    )


def _change(
    job: Job, card: Card | None, scenes: Sequence[Scene], pair: Pair, threads: int, windows: int, notice: Callable[[str], None]
) -> Method:
    bands, display = _shared_bands(scenes), scenes[0].is_display
    sample = pair.sample_db(bands * 2)
    if card is not None:
        network, workers = _network(job, card, threads, windows, notice)
        # One stretch for both dates, or their difference would be lost; one for each polarisation.
        both = [np.concatenate(np.split(window, 2), axis=2) for window in sample]
        low, high = stretch_limits(both, card.stretch_percentiles)
        runs = [partial(network.run, low=np.repeat(low[i], 2), high=np.repeat(high[i], 2)) for i in range(len(bands))]
        students = [MultiscaleStudent(run, job.scales or card.scales, job.flip).predict for run in runs]
        beside = None
        if card.log_ratio_weight:
            beside = log_ratio.Beside(log_ratio.fit(log_ratio.BESIDE, sample, display)[0].threshold_db, card.log_ratio_weight)
        return _student(job, card, network, workers, log_ratio.student(students, display, beside), bands, 2)
    rival, notices = log_ratio.fit(job.method, sample, display)
    for text in notices:
        notice(text)
    return _classical(job, rival.predict, bands, 2, rival.halo, threads, rival.describe())


def _flood(
    job: Job,
    card: Card,
    scenes: Sequence[Scene],
    pair: Pair,
    optical: Optical | None,
    threads: int,
    windows: int,
    notice: Callable[[str], None],
) -> Method:
    """Make a network ready that compares the dates itself, and where there are optical images the one that sees them too."""
    bands, scales = _shared_bands(scenes), job.scales or card.scales
    limits = [_of_band(_stretch(card, pair.sample_db(bands * 2)), index, len(bands)) for index in range(len(bands))]
    network, workers = _network(job, card, threads, windows, notice)
    alone = [MultiscaleStudent(partial(network.run, **one), scales, job.flip).predict for one in limits]
    if optical is None or card.optical is None:
        return _student(job, card, network, workers, lambda dates: log_ratio.mean_probability(alone, dates)[None], bands, 2, 1)
    larger, _ = _network(job, card, threads, windows, notice, with_optical=True)
    both = [MultiscaleStudent(partial(larger.run, **one, **optical.limits), scales, job.flip).predict for one in limits]
    method = _student(job, card, network, workers, where_seen(alone, both, len(optical.channels)), bands, 2, 1)
    return replace(method, beside=optical.channels, record={**method.record, "optical_sha256": card.optical.sha256})


def _of_band(constants: dict[str, FloatArray], index: int, bands: int) -> dict[str, FloatArray]:
    """Return a polarisation's share of constants of both dates: each date's own."""
    return {name: values[[index, bands + index]] for name, values in constants.items()}


def _oil(
    job: Job, card: Card | None, scene: Scene, sea: Sea, threads: int, windows: int, pixel_m: float, notice: Callable[[str], None]
) -> Method:
    band = choose_band(scene)
    sample = sea.sample_db((band,))
    if card is None:
        rule, notices = dark_spot.fit(job.method, sample, scene.is_display, pixel_m)
        for text in notices:
            notice(text)
        return replace(_classical(job, rule.predict, (band,), 1, rule.halo, threads, rule.describe()), sees_gaps=True)
    if len(card.bands) != 1:
        raise ModelError(
            f"The model '{card.name}' looks at {' and '.join(card.bands)}.", "For oil, a model looks at one band.", "Choose another model."
        )
    if band not in (card.bands[0], LONE):
        notice(f"The model '{card.name}' was trained on {card.bands[0]}; this image has {band}.")
    network, workers = _network(job, card, threads, windows, notice)
    constants = _contrast(card, sample, scene.is_display) if card.normalisation == "sea_contrast" else _stretch(card, sample)
    student = MultiscaleStudent(partial(network.run, **constants), job.scales or card.scales, job.flip)
    return _student(job, card, network, workers, _date_by_date([student.predict]), (band,), 1)


def _contrast(card: Card, sample: Sequence[FloatArray], display: bool) -> dict[str, FloatArray]:
    """Return the constants that a network with the norm ``sea_contrast`` asks for."""
    low, high = contrast_limits(sample, card.stretch_percentiles) if display else card.contrast_db
    return {"low": np.array([low], np.float32), "high": np.array([high], np.float32)}


def _shared_bands(scenes: Sequence[Scene]) -> tuple[str, ...]:
    """Return the polarisations that all dates have. Raises `InputError` where they share none."""
    bands = tuple(band for band in (*POLARISATIONS, LONE) if all(band in scene.bands.numbers for scene in scenes))
    if not bands:
        raise InputError(
            f"The image has {', '.join(scenes[0].bands.numbers)}, the image before {', '.join(scenes[-1].bands.numbers)}.",
            "They must share a polarisation.",
            "Choose images of the same kind, or name their bands with --bands.",
        )
    return bands


def _rival(job: Job, scenes: Sequence[Scene], threads: int, notice: Callable[[str], None]) -> Method:
    bands = _shared_bands(scenes)
    rivals = []
    for scene in scenes:  # each date has thresholds of its own
        rival, notices = thresholds.fit(job.method, scene.sample_db(bands), bands)
        rivals.append(rival)
        for text in notices:
            notice(text)
    words = "; before: ".join(rival.describe() for rival in rivals)
    return _classical(job, _date_by_date([rival.predict for rival in rivals]), bands, len(scenes), rivals[0].halo, threads, words)


def _classical(
    job: Job, predict: Callable[[FloatArray], FloatArray], bands: tuple[str, ...], dates: int, halo: int, threads: int, words: str
) -> Method:
    return Method(
        predict=predict,
        bands=bands,
        dates=dates,
        layers=dates,
        overlap=max(8, 4 * halo),
        window_multiple=_WINDOW_MULTIPLE,
        workers=threads,
        threshold=0.5 if job.threshold is None else job.threshold,
        describe_device=lambda: "CPU",
        card=None,
        record={"name": job.method, "thresholds": words},
    )


def _date_by_date(predictors: Sequence[Callable[[FloatArray], FloatArray]]) -> Callable[[FloatArray], FloatArray]:
    """Return a method that predicts each date with its own predictor: float32 (dates × bands, H, W) to float32 (dates, H, W)."""

    def predict(image: FloatArray) -> FloatArray:
        dates = np.split(image, len(predictors))
        return np.stack([predictor(date) for predictor, date in zip(predictors, dates, strict=True)])

    return predict
