"""Read model cards, and find the models that are installed. Standard library only.

A card is a STAC Item with the Machine Learning Model (MLM) extension, in ``models/NAME.json`` beside ``NAME.onnx``. What
Tidemark itself needs stands in its ``properties`` under names that begin with ``tidemark:``.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from .errors import InputError, ModelError
from .options import OPTIONS
from .tasks import TASKS

MODELS_FOLDER = Path(__file__).resolve().parents[2] / "models"
MOST_BYTES = 2 * 10**9
"""Of a network: more is no file of the ONNX format."""
MOST_CARD_BYTES = 4 * 2**20
MOST_BANDS = 64
NORMALISATIONS = ("fixed_db", "scene_stretch", "sea_contrast")
STRETCHED = ("scene_stretch", "sea_contrast")
"""Norms whose limits a network is given with the image; such networks take display bytes as well."""
_OF_ALL = ("IoU", "IoU, pooled", "IoU, mean of places", "IoU, pooled, open or possible", "IoU, mean of places, open or possible")
"""Measures of all places of a data set, of what a task looks for and of that with possible water."""
OPTICAL_NAMES: Mapping[str, Tuple[str, ...]] = {
    "swir": ("B11", "B12", "SWIR", "SWIR1", "SWIR2"),
    "nir": ("B8", "B8A", "NIR"),
    "visible": ("B4", "B3", "RED", "GREEN"),
}
"""By role, what optical bands are called, the better ones first: Sentinel-2's numbers, and words."""
SAY_BANDS = "Say which band is which with --optical-bands, e.g. swir=1,nir=2,visible=3 (in QGIS: 'Optical bands')."


@dataclass(frozen=True)
class OpticalInput:
    """A model's second network, which sees an optical image of each date beside the radar.

    Attributes:
        bands: roles of the optical bands of one date, in the order of the network's input.
        network: the ONNX file.
        sha256: of the ONNX file, 64 hexadecimal digits.
        least_dates: how many optical images it needs: 2, or 1, that of the date to map, where it has learned to do without the older one.
    """

    bands: Tuple[str, ...]
    network: Path
    sha256: str
    least_dates: int = 2

    def find_bands(self, names: Sequence[str]) -> Dict[str, int]:
        """Return role to band number, counted from 1, as far as an image's band names tell.

        Args:
            names: by band, what it is called: a description or, of a file with one band, the file's name.
        """
        words = [re.findall(r"[A-Z0-9]+", name.upper().replace("B0", "B")) for name in names]
        found = {}
        for role in self.bands:
            for name in OPTICAL_NAMES.get(role, ()):
                numbers = [number for number, said in enumerate(words, start=1) if name in said]
                if numbers:
                    found[role] = numbers[0]
                    break
        return found

    def choose_bands(self, image: str, names: Sequence[str], given: Mapping[str, int]) -> Dict[str, int]:
        """Return role to band number of every role.

        Args:
            image: what the image is, inside a sentence.
            names: see `find_bands`.
            given: what the user said, if anything.

        Raises:
            InputError: the bands cannot be told, or do not fit what is given.
        """
        if given:
            numbers = set(given.values())
            if set(given) != set(self.bands) or len(numbers) < len(given) or not numbers <= set(range(1, len(names) + 1)):
                raise InputError(
                    f"The optical bands were given as {', '.join(f'{role}={number}' for role, number in given.items())}.",
                    f"{', '.join(self.bands)} are needed, each with a band number of its own between 1 and {len(names)}.",
                    SAY_BANDS,
                )
            return {role: given[role] for role in self.bands}
        found = self.find_bands(names)
        missing = [role for role in self.bands if role not in found]
        if missing:
            known = ", ".join(f"{role} ({', '.join(OPTICAL_NAMES.get(role, ()))})" for role in self.bands)
            count = f"{len(names)} bands" if len(names) > 1 else "one band"
            called = f"named {', '.join(name or '?' for name in names)}" if any(names) else "without a name"
            raise InputError(
                f"{image[0].upper()}{image[1:]} has {count} {called}: no {' and no '.join(missing)} was found.",
                f"The model looks at {known}.",
                f"{SAY_BANDS} Or leave the optical images out.",
            )
        return found


@dataclass(frozen=True)
class Card:
    """What a model is, as far as a run needs to know.

    Attributes:
        name: the model's name, which is the card's file name without its ending.
        path: the card.
        network: the ONNX file.
        sha256: of the ONNX file, 64 hexadecimal digits.
        title: a line for people.
        description: what it is for and where it fails.
        task: the task it serves.
        is_default: whether its task takes it when no model is named.
        bands: polarisations in the order of the network's input.
        normalisation: ``fixed_db`` (input in dB), ``scene_stretch`` (dB or display bytes, each band between two of its percentiles) or
            ``sea_contrast`` (dB against the surrounding sea; display bytes as before, but never stretched beyond what speckle explains).
        stretch_percentiles: the two percentiles, 0 to 100.
        contrast_db: of ``sea_contrast``: what lies so many dB off the surrounding sea becomes 0 and 1.
        pixel_m: the ground pixel the network was trained on, in metres.
        pixel_range_m: ground pixels (from, to) it takes as they are; outside, it sees a resampled view.
        window_multiple: the network's stride: what it sees, at any scale, is a multiple of this many pixels.
        overlap: least overlap of two windows, in pixels.
        scales: default scales of multiscale sigmoid inference.
        threshold: default probability from which a pixel is detected, 0 to 1.
        input_median_db: from and to, per band, of the scene medians seen in training: outside, a notice is due.
        figures: measured figures, each ``{"data", "measure", "value", "command"}``.
        document: the whole STAC Item.
        optical: the network that sees optical images as well; None where the model sees radar only.
        log_ratio_weight: of the task ``change``: the log-ratio's share of the probability where it is sure, 0 to 1.
        possible_threshold: probability of any water, 0 to 1, from which what is no open water is possible water among plants or buildings;
            None where the network tells open water only. Else its output has two channels: open water, and any water.
    """

    name: str
    path: Path
    network: Path
    sha256: str
    title: str
    description: str
    task: str
    is_default: bool
    bands: Tuple[str, ...]
    normalisation: str
    stretch_percentiles: Tuple[float, float]
    pixel_m: float
    pixel_range_m: Tuple[float, float]
    window_multiple: int
    overlap: int
    scales: Tuple[float, ...]
    threshold: float
    input_median_db: Mapping[str, Tuple[float, float]]
    figures: Tuple[Mapping[str, Any], ...]
    document: Mapping[str, Any]
    optical: Optional[OpticalInput] = None
    contrast_db: Tuple[float, float] = (0.0, 0.0)
    log_ratio_weight: float = 0.0
    possible_threshold: Optional[float] = None

    @property
    def compares_dates(self) -> bool:
        """Whether the network sees both dates at once: ``bands`` are the two dates of one polarisation then."""
        return self.task in TASKS and TASKS[self.task].takes_before

    @property
    def files(self) -> Tuple[Path, ...]:
        """The card and its networks."""
        return (self.path, self.network, *([self.optical.network] if self.optical else []))

    def serves(self, task: str) -> bool:
        """Return whether the model can do a task: who sees water on one date can compare two dates, and so serves floods."""
        return task in (self.task, *(each.name for each in TASKS.values() if each.one_date == self.task))

    def points_from(self, other: Card) -> Optional[float]:
        """Return by how many points, of 100, the IoU of all places differs at most from another model's on the same data.

        None where the two have no figure of the same data and measure: nobody has compared them.
        """
        mine, others = (
            {(figure["data"], figure["measure"]): float(figure["value"]) for figure in card.figures if figure["measure"] in _OF_ALL}
            for card in (self, other)
        )
        return max((abs(mine[key] - others[key]) * 100 for key in mine.keys() & others.keys()), default=None)

    def verify(self) -> None:
        """Compare the ONNX files with the card. Raises `ModelError` where one is missing or not the card's."""
        _verify(self.name, self.network, self.sha256)
        if self.optical is not None:
            _verify(self.name, self.optical.network, self.optical.sha256)


def _verify(name: str, network: Path, sha256: str) -> None:
    if not network.is_file():
        raise ModelError(
            f"The model '{name}' has a card, but its network {network.name} is not beside it.",
            "Card and network belong together.",
            f"Copy {network.name} into {network.parent}, or install Tidemark again.",
        )
    if network.resolve().parent != network.parent.resolve():
        raise ModelError(
            f"The network {network.name} of the model '{name}' is a link to another folder.",
            "A model reads nothing outside its own folder.",
            f"Copy the network itself into {network.parent}.",
        )
    if network.stat().st_size > MOST_BYTES:
        raise ModelError(
            f"The network {network.name} has {network.stat().st_size / 1e9:.1f} GB.",
            f"A network has at most {MOST_BYTES / 1e9:.0f} GB.",
            "Give a smaller one.",
        )
    if hashlib.sha256(network.read_bytes()).hexdigest() != sha256.lower():
        raise ModelError(
            f"The network {network.name} is not the one that its card describes: the checksums differ.",
            "A changed or damaged network gives maps that nobody has measured.",
            "Copy the card and its networks again from where they came from, or install Tidemark again.",
        )


def band_numbers(text: str) -> Dict[str, int]:
    """Read which band is which, e.g. "swir=1, nir=2": names as typed. Raises `ValueError`, also where a name or a band comes twice."""
    pairs = [(name.strip(), int(number)) for name, number in (part.split("=") for part in text.split(","))]
    for said in ([name.lower() for name, _ in pairs], [number for _, number in pairs]):
        if len(set(said)) < len(said):
            raise ValueError("a name or a band comes twice")
    return dict(pairs)


def grouped_digest(digest: str) -> str:
    """Write a hexadecimal digest in groups of eight, as cards hold it (scanners take long ones for secrets)."""
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))


def read_card(path: Path) -> Card:
    """Read a card. Raises `ModelError` where it is missing, damaged or lacks a field."""
    try:
        if path.stat().st_size > MOST_CARD_BYTES:
            raise ValueError(f"it has {path.stat().st_size} bytes")
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"There is no model card at {path}.", "", "Check the path.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(
            f"The model card {path.name} cannot be read: {error}.",
            "A card is a JSON file, a STAC Item with the MLM extension.",
            "Copy it again from where it came from, or install Tidemark again.",
        ) from error
    try:
        return _card(path, document)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        raise ModelError(
            f"The model card {path.name} is incomplete: {type(error).__name__} {error}.",
            "Tidemark needs the fields that its own cards have.",
            "Compare it with a card in the folder models of Tidemark.",
        ) from error


def _card(path: Path, document: Mapping[str, Any]) -> Card:
    properties: Dict[str, Any] = document["properties"]
    own = {key.split(":", 1)[1]: value for key, value in properties.items() if key.startswith("tidemark:")}
    normalisation = str(own["normalisation"])
    if normalisation not in NORMALISATIONS:
        raise ValueError(f"unknown normalisation '{normalisation}'")
    low, high = (float(v) for v in own["pixel_range_m"])
    stretch = own.get("stretch_percentiles", (1, 99))
    card = Card(
        name=path.stem,
        path=path,
        network=_asset(path, document, "network"),
        sha256=str(own["sha256"]).replace(" ", ""),
        title=str(properties["title"]),
        description=str(properties["description"]),
        task=str(own["task"]),
        is_default=bool(own["default"]),
        bands=tuple(str(band) for band in own["bands"]),
        normalisation=normalisation,
        stretch_percentiles=(float(stretch[0]), float(stretch[1])),
        pixel_m=float(own["pixel_m"]),
        pixel_range_m=(low, high),
        window_multiple=int(own["window_multiple"]),
        overlap=int(own["overlap"]),
        scales=tuple(float(scale) for scale in own["scales"]),
        threshold=float(own["threshold"]),
        input_median_db={band: (float(v[0]), float(v[1])) for band, v in own["input_median_db"].items()},
        figures=tuple(own["figures"]),
        document=document,
        optical=_optical(path, document, own) if "optical_bands" in own else None,
        contrast_db=_contrast(own) if normalisation == "sea_contrast" else (0.0, 0.0),
        log_ratio_weight=float(own.get("log_ratio_weight", 0.0)),
        possible_threshold=float(own["possible_threshold"]) if "possible_threshold" in own else None,
    )
    _check_values(card)
    return card


def _check_values(card: Card) -> None:
    """Refuse values that no model has. Raises `ValueError`, `KeyError`."""
    low, high = card.stretch_percentiles
    least, most = card.pixel_range_m
    thresholds = [card.threshold, *([] if card.possible_threshold is None else [card.possible_threshold])]
    bands = (*card.bands, *(card.optical.bands if card.optical else ()))
    for name, holds in {
        "bands": 1 <= len(card.bands) <= MOST_BANDS and len(bands) <= MOST_BANDS and all(0 < len(band) <= 40 for band in bands),
        "sha256": re.fullmatch(r"[0-9a-fA-F]{64}", card.sha256) is not None,
        "stretch_percentiles": 0 <= low < high <= 100,
        "pixel_m": 0 < card.pixel_m < 100_000,
        "pixel_range_m": 0 < least <= most,
        "window_multiple": 1 <= card.window_multiple <= 1024,
        "overlap": 0 <= card.overlap <= 2048,
        "scales": 1 <= len(card.scales) <= 16 and all(0.1 <= scale <= 4 for scale in card.scales),
        "contrast_db": card.normalisation != "sea_contrast" or -60 <= card.contrast_db[0] < 0 < card.contrast_db[1] <= 60,
        "optical_dates": card.optical is None or card.optical.least_dates in (1, 2),
        "log_ratio_weight": 0 <= card.log_ratio_weight < 1,
        "threshold": all(map(OPTIONS["threshold"].holds, thresholds)),
    }.items():
        if not holds:
            raise ValueError(f"'{name}' has a value that no model has")
    for figure in card.figures:
        _ = figure["data"], figure["measure"], figure["value"], figure["command"]


def _contrast(own: Mapping[str, Any]) -> Tuple[float, float]:
    low, high = (float(value) for value in own["contrast_db"])
    return low, high


def _optical(path: Path, document: Mapping[str, Any], own: Mapping[str, Any]) -> OpticalInput:
    bands = tuple(str(band) for band in own["optical_bands"])
    sha256 = str(own["optical_sha256"]).replace(" ", "")
    return OpticalInput(bands, _asset(path, document, "network_with_optical"), sha256, int(own.get("optical_dates", 2)))


def _asset(path: Path, document: Mapping[str, Any], name: str) -> Path:
    file = re.split(r"[/\\]", str(document["assets"][name]["href"]))[-1]
    if not file.endswith(".onnx"):
        raise ValueError(f"the asset '{name}' is no ONNX file")
    return path.parent / file


def installed_cards(folder: Path = MODELS_FOLDER) -> List[Card]:
    """Return the cards in a folder, by name."""
    return [read_card(path) for path in sorted(folder.glob("*.json"))]


def find_card(model: str, task: str, folder: Path = MODELS_FOLDER, optical: int = 0) -> Card:
    """Return the card for a task.

    Args:
        model: name of an installed model, path of a card, or empty for the task's default.
        task: the task it must serve.
        folder: where installed models lie.
        optical: how many optical images it must take, 0 to 2; without a name, the first model of the task is taken that does.

    Raises:
        ModelError: no such model, one for another task, one that takes no optical image, or one that needs more of them.
    """
    if model.endswith(".json"):
        card = read_card(Path(model))
    else:
        cards = installed_cards(folder)
        if model:
            fitting = [c for c in cards if c.name == model]
        else:
            fitting = [c for c in cards if c.serves(task) and (c.optical is not None if optical else c.is_default)]
        if not fitting:
            raise _none_fits(model, task, optical > 0, cards)
        card = next((c for c in fitting if c.optical is None or c.optical.least_dates <= optical), fitting[0])
    if not card.serves(task):
        raise ModelError(
            f"The model '{card.name}' serves the task '{card.task}', not '{task}'.",
            "",
            "Choose another model or another task.",
        )
    if optical and card.optical is None:
        raise ModelError(
            f"The model '{card.name}' sees radar only.",
            "An optical image needs a model with an optical input.",
            "Leave the model out, so that one with an optical input is taken, or leave the optical images out.",
        )
    if optical and card.optical is not None and card.optical.least_dates > optical:
        raise ModelError(
            f"The model '{card.name}' compares optical images of two dates, and there is one.",
            "",
            "Give the older one too (--optical-before; in QGIS: 'Optical image before'), or leave the optical image out.",
        )
    return card


def default_method(task: str) -> str:
    """Return the network where a model for the task is installed, else the task's first baseline, which needs none."""
    student, baseline, *_ = TASKS[task].methods
    try:
        is_there = any(card.is_default and card.serves(task) for card in installed_cards())
    except ModelError:  # the run tells what is wrong with the cards
        is_there = True
    return student if is_there else baseline


def _none_fits(model: str, task: str, optical: bool, cards: List[Card]) -> ModelError:
    names = ", ".join(c.name for c in cards) or "none"
    if optical and not model:
        return ModelError(
            f"No model for the task '{task}' that takes an optical image is installed.",
            f"Installed models: {names}.",
            "Leave the optical images out, or give the path of a model card (.json) with an optical input.",
        )
    return ModelError(
        f"There is no model '{model}'." if model else f"No model for the task '{task}' is installed.",
        f"Installed models: {names}.",
        "Choose one of these, give the path of a model card (.json), or use a method without a model.",
    )
