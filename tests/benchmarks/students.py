"""How fast each installed water model is: Mpx/s of the bare network on one thread, side by side in one run.

Run: ``.venv/bin/python tests/benchmarks/students.py``. It prints a Markdown table; the models take turns, and the best turn of each counts.
"""

from __future__ import annotations

import os
import time

import numpy as np

from tidemark.engine.contract.card import installed_cards
from tidemark.engine.methods.multiscale import MultiscaleStudent
from tidemark.engine.methods.network import Network

WINDOW = 1024
TURNS = 5
WAYS = {"1": ((1.0,), False), "0.5 0.75 1": ((0.5, 0.75, 1.0), False), "0.5 1 1.25 2, flipped": ((0.5, 1.0, 1.25, 2.0), True)}


def main() -> None:
    """Measure and print."""
    image = np.random.default_rng(0).normal(-15, 4, (2, WINDOW, WINDOW)).astype(np.float32)
    cards = [card for card in installed_cards() if card.task == "water"]
    networks = {card.name: Network(card, "cpu", 1, print) for card in cards}
    seconds: dict[tuple[str, str], float] = {}
    for _ in range(TURNS):
        for name, network in networks.items():
            for way, (scales, flip) in WAYS.items():
                started = time.perf_counter()
                MultiscaleStudent(network.run, scales, flip).predict(image)
                taken = time.perf_counter() - started
                seconds[name, way] = min(taken, seconds.get((name, way), taken))
    print(f"load at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print("| model | " + " | ".join(f"scales {way}, Mpx/s" for way in WAYS) + " |\n|" + "---|" * (1 + len(WAYS)))
    for name in networks:
        print(f"| `{name}` | " + " | ".join(f"{WINDOW**2 / 1e6 / seconds[name, way]:.1f}" for way in WAYS) + " |")


if __name__ == "__main__":
    main()
