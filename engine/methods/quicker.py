"""Choose the 8-bit copy of a network where this processor is faster with it and the cards say that its maps are as good."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import time
from contextlib import suppress
from pathlib import Path

import numpy as np

from ..contract.card import STRETCHED, Card, read_card
from ..contract.errors import TidemarkError
from ..contract.installation import cache_folder

COPY = "-int8"
"""What the name of the 8-bit copy of a network ends in."""
MOST_POINTS = 0.5
"""By which the copy's IoU may differ from the network's, of 100."""
_ENOUGH = 0.85
"""Share of the network's time that the copy may take: less is gained than a measurement errs by."""
_WINDOW, _RUNS = 256, 4


def quicker(card: Card) -> Card:
    """Return a card's 8-bit copy where it is the better choice on this computer's CPU, else the card.

    Processors without instructions for 8-bit sums gain nothing by it, so both are timed, once on each computer. Where the runtime has a
    graphics processor, or the copy is missing, damaged or not measured on the same data, the card itself is returned.
    """
    path = card.path.with_name(f"{card.name}{COPY}.json")
    if not path.exists():
        return card
    try:
        copy = read_card(path)
        points = copy.points_from(card)
        fits = (copy.task, copy.bands, copy.normalisation, copy.optical) == (card.task, card.bands, card.normalisation, None)
        return copy if fits and points is not None and points <= MOST_POINTS and _is_faster(copy, card) else card
    except TidemarkError:  # of the copy: nobody has asked for it
        return card


def _is_faster(copy: Card, card: Card) -> bool:
    from .network import PROVIDERS, available_providers, runtime_version  # loads ONNX Runtime

    if any(provider in available_providers() for device, provider in PROVIDERS.items() if device != "cpu"):
        return False
    told = [copy.sha256, card.sha256, _processor(), runtime_version()]
    kept = cache_folder("measured") / f"speed_{hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]}.json"
    with suppress(OSError, ValueError, TypeError, KeyError):
        seconds = json.loads(kept.read_text(encoding="utf-8"))
        return bool(seconds[copy.name] <= _ENOUGH * seconds[card.name])
    seconds = {one.name: _seconds(one) for one in (copy, card)}
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        temporary = kept.with_name(f".{kept.name}.{os.getpid()}")
        temporary.write_text(json.dumps(seconds), encoding="utf-8")
        os.replace(temporary, kept)
    return seconds[copy.name] <= _ENOUGH * seconds[card.name]


def _seconds(card: Card) -> float:
    """Return how long one thread computes a network for a window, whatever else the computer does: the shortest of a few times."""
    from .network import Network

    network = Network(card, "cpu", 1, lambda _: None)
    image = np.random.default_rng(0).normal(-15, 4, (len(card.bands), _WINDOW, _WINDOW)).astype(np.float32)
    limits = {"low": -30.0, "high": 0.0} if card.normalisation in STRETCHED else {}
    constants = {name: np.full(len(card.bands), value, np.float32) for name, value in limits.items()}
    taken = []
    for _ in range(_RUNS):
        started = time.thread_time()
        network.run(image, **constants)
        taken.append(time.thread_time() - started)
    return min(taken[1:])


def _processor() -> str:
    """Return what the processor is called, as far as the system tells."""
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return f"{platform.machine()} {platform.processor()}"
