"""A card's network on images of oil and on clean seas, between the limits that its norm asks for. No torch here.

Clean sea is measured on oil-free pieces of the labelled images, each an image of its own, and on real seas without known oil, in dB and
once more as if they were display bytes. Simulated slicks tell whether it finds anything in dB, of which there are no labelled images.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from ...contract.card import Card
from ...methods.multiscale import MultiscaleStudent
from ...methods.network import Network
from ...methods.sea import contrast_limits
from ...raster.arrays import FloatArray
from ...raster.radiometry import stretch_limits
from ..datasets.oil import TEST_SEAS, TEST_WINDS, Picture, both_ways, clean_pieces, read_clean_seas, read_pictures, simulated_seas
from ..runs import Log
from ..tables import markdown
from .metrics import count, figures, pool

PIECES_SEED = 1
Row = dict[str, str | float]


def evaluate_oil(card: Card, data: Path, seas: Path | None, report: Log) -> list[Row]:
    """Measure a card at its threshold.

    Args:
        card: of a model for oil.
        data: holds ``val/image`` and ``val/mask``.
        seas: rasters of real seas without known oil (`read_clean_seas`); None: none.
        report: told what is running.

    Returns:
        rows ``{"data", "measure", "value"}``.

    Raises:
        InputError: an image or a mask is missing.
        ModelError: the network is damaged.
    """
    network = Network(card, "cpu", 1, report)
    pictures = read_pictures(data, "val")
    name = f"{data.resolve().name}/val"
    report(name)
    counts = []
    for picture in pictures:
        found = predict_with(network, card, picture)
        counts.append(count(found, found > card.threshold, picture.label))
    whole = figures(pool(counts))
    measures = (("IoU", whole.iou), ("precision", whole.precision), ("recall", whole.recall), ("F1", whole.f1))
    rows: list[Row] = [{"data": name, "measure": measure, "value": value} for measure, value in measures]
    clean = {f"{name}, oil-free pieces, each an image": clean_pieces(pictures, np.random.default_rng(PIECES_SEED))}
    if seas is not None:
        both = both_ways(read_clean_seas(seas))
        clean[f"{seas.resolve().name}, seas in dB"] = [sea for sea in both if sea.in_db]
        clean[f"{seas.resolve().name}, seas as display bytes"] = [sea for sea in both if not sea.in_db]
    return rows + _found_slicks(network, card, report) + _false_shares(network, card, clean, report)


def predict_with(network: Network, card: Card, picture: Picture) -> FloatArray:
    """Return the probability of oil, float32 (H, W), of a picture as the engine sees it, mirrored up to what the network takes."""
    height, width = picture.label.shape
    multiple = round(card.window_multiple / min(card.scales))
    padded = np.pad(picture.image, ((0, -height % multiple), (0, -width % multiple)), mode="symmetric")
    low, high = (np.array([limit], np.float32) for limit in limits_of(card, picture))
    run = partial(network.run, low=low, high=high)
    return MultiscaleStudent(run, card.scales, flip=False).predict(padded[None].astype(np.float32))[:height, :width]


def limits_of(card: Card, picture: Picture) -> tuple[float, float]:
    """Return the values that become 0 and 1 by a card's norm; a picture in dB is its own surroundings."""
    sample = [picture.image[None]]
    if card.normalisation == "sea_contrast":
        if not picture.in_db:
            return contrast_limits(sample, card.stretch_percentiles)
        level = float(np.median(picture.image))
        return level + card.contrast_db[0], level + card.contrast_db[1]
    low, high = stretch_limits(sample, card.stretch_percentiles)
    return float(low[0]), float(high[0])


def _found_slicks(network: Network, card: Card, report: Log) -> list[Row]:
    report("simulated slicks")
    seas = simulated_seas(TEST_SEAS, TEST_WINDS)
    found = np.concatenate([(predict_with(network, card, sea) > card.threshold)[sea.label == 1] for sea in seas])
    return [{"data": "simulated seas, slicks in dB", "measure": "found", "value": float(found.mean())}]


def _false_shares(network: Network, card: Card, clean: Mapping[str, Sequence[Picture]], report: Log) -> list[Row]:
    rows: list[Row] = []
    for name, pictures in clean.items():
        report(name)
        found = [predict_with(network, card, picture) > card.threshold for picture in pictures]
        if found:
            share = sum(int(one.sum()) for one in found) / sum(one.size for one in found)
            rows.append({"data": name, "measure": "called oil", "value": share})
    return rows


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    return markdown(("data", "measure", "value"), [[str(row["data"]), str(row["measure"]), f"{row['value']:.4f}"] for row in rows])
