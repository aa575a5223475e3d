"""Dark features found where there are none: hectares per 10 000 km² of simulated clean sea at low, medium and high wind.

Run: ``.venv/bin/python tests/benchmarks/clean_sea.py [--size 4096x4096] [--seeds 3] [--method dark-spot] [--model CARD] [--folder DIR]``.
It simulates seas without slicks (patches of low wind, swell and ships are there), maps each with the wind that it was simulated with, and
prints a Markdown table with the mean over the seeds and each seed's own figure.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tidemark.engine.contract.job import Job, Source
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.simulation.files import write
from tidemark.engine.simulation.scene import SceneSpec

WINDS = {"low": 2.5, "medium": 6.0, "high": 11.0}
TEN_THOUSAND_KM2 = 1e6


def main() -> None:
    """Simulate, map and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="4096x4096", help="of each scene, in pixels of 10 m")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--method", default="dark-spot")
    parser.add_argument("--model", default="", help="with --method student: a name or a card")
    parser.add_argument("--folder", type=Path, default=Path("build/benchmark-sea"))
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    print(f"{arguments.method} {arguments.model}: hectares of dark features per 10 000 km² of clean sea, {arguments.size} pixels a seed")
    print("| wind | all pieces | of at least 10 ha | features | by seed, of at least 10 ha |\n|---|---|---|---|---|")
    for word, wind in WINDS.items():
        found = [measure(arguments, wind, seed) for seed in range(1, arguments.seeds + 1)]
        every, large, features = (sum(one[i] for one in found) / len(found) for i in range(3))
        by_seed = ", ".join(f"{one[1]:.0f}" for one in found)
        print(f"| {word}, {wind:g} m/s | {every:.0f} | {large:.0f} | {features:.0f} | {by_seed} |", flush=True)


def measure(arguments: argparse.Namespace, wind: float, seed: int) -> tuple[float, float, float]:
    """Return hectares of all dark pieces and of those that count, and the number of the latter, per 10 000 km²."""
    width, height = (int(length) for length in arguments.size.split("x"))
    path = arguments.folder / f"wind {wind:g} seed {seed} {arguments.size}.tif"
    if not path.exists():
        write(SceneSpec(width=width, height=height, seed=seed, kind="sea", wind=wind, slicks=False), path)
    job = Job(
        "oil",
        (Source((str(path),)),),
        str(path.with_suffix("")),
        method=arguments.method,
        model=arguments.model,
        wind=wind,
        overwrite=True,
    )
    result = detect(job)
    run = json.loads(Path(result.files["run"]).read_text(encoding="utf-8"))
    times = TEN_THOUSAND_KM2 / result.hectares["observed"]
    large = result.hectares["detected"]
    return (large + run["smaller_ha"]) * times, large * times, sum(run["features"].values()) * times


if __name__ == "__main__":
    main()
