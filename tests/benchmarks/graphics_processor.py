"""Speed of `tidemark detect` on a graphics processor against the CPU, how far their maps agree, and what happens where it has no memory.

Run: ``.venv/bin/python tests/benchmarks/graphics_processor.py [--size 6000x4096] [--device cuda] [--folder DIR]`` where ONNX Runtime can
use one (the package ``onnxruntime-gpu`` in place of ``onnxruntime``). It simulates a scene (kept in the folder) and prints

- the bare network's speed there, for windows one by one, in batches, and from several threads: more than one is worth it where a window
  does not fill the processor;
- each map's wall time, and the share of pixels that get the same class on the CPU;
- what is said, and the share of pixels of the same class, with all but `SPARE_MB` of its memory taken by another process (this needs
  PyTorch), and with no processor to be seen.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import onnxruntime as ort
import rasterio

from tidemark.engine.contract.card import installed_cards
from tidemark.engine.methods import network

TIDEMARK = [sys.executable, "-m", "tidemark.engine"]
WINDOW = 1024
BATCHES, THREADS, RUNS = (1, 2, 4, 8, 16), (1, 2, 4), 16
SPARE_MB = 600
TAKE_MEMORY = """
import sys, time, torch
free = torch.cuda.mem_get_info()[0] - {spare} * 2**20
held = torch.empty(free, dtype=torch.uint8, device="cuda")
print("held", flush=True)
sys.stdin.read()
"""


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="6000x4096")
    parser.add_argument("--device", default="cuda", choices=[name for name in network.PROVIDERS if name != "cpu"])
    parser.add_argument("--folder", type=Path, default=Path("build/benchmark"))
    arguments = parser.parse_args()
    folder, device = arguments.folder, arguments.device
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{os.cpu_count()} cores; ONNX Runtime {network.runtime_version()}: {', '.join(network.available_providers())}", flush=True)
    bare(device)
    scene = folder / f"{arguments.size}.tif"
    if not scene.exists():
        subprocess.run([*TIDEMARK, "simulate", str(scene), "--size", arguments.size, "--seed", "3"], check=True)
    run(scene, folder, "cpu")
    for _ in range(2):
        run(scene, folder, device)
    run(scene, folder, device, "no processor", {"CUDA_VISIBLE_DEVICES": "-1"})
    held = subprocess.Popen(
        [sys.executable, "-c", TAKE_MEMORY.format(spare=SPARE_MB)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        if held.stdout is None or held.stdout.readline() != "held\n":
            raise SystemExit("the memory could not be taken")
        run(scene, folder, device, f"{SPARE_MB} MB of memory")
    finally:
        held.communicate("")


def bare(device: str) -> None:
    """Print the speed of the network alone, by windows in a batch and by threads that ask for one."""
    card = next(card for card in installed_cards() if card.name == "water")
    ready = network.Network(card, device, 1, print)
    if ready.device == "cpu":
        return
    session = ort.InferenceSession(str(card.network), providers=[network.PROVIDERS[ready.device]])
    image = np.random.default_rng(0).normal(-15, 4, (max(BATCHES), len(card.bands), WINDOW, WINDOW)).astype(np.float32)
    for batch in BATCHES:
        try:
            seconds = timed(partial(session.run, ["probability"], {"image": image[:batch]}), 1)
        except Exception as error:  # the runtime's errors have no common class: the largest batch is found by trying
            print(f"a batch of {batch} windows failed: {str(error).splitlines()[0][:120]}", flush=True)
            break
        print(f"bare network on {ready.device}, {batch} windows at once: {batch * WINDOW**2 / 1e6 / seconds:.0f} Mpx/s", flush=True)
    for threads in THREADS:
        seconds = timed(lambda: ready.run(image[0]), threads)
        print(f"bare network on {ready.device}, from {threads} threads: {WINDOW**2 / 1e6 / seconds:.0f} Mpx/s", flush=True)


def timed(call: Callable[[], object], threads: int) -> float:
    """Return the seconds that a call takes, of `RUNS` calls from several threads, after two for warming up."""
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda _: call(), range(2 * threads)))
        started = time.perf_counter()
        list(pool.map(lambda _: call(), range(RUNS)))
        return (time.perf_counter() - started) / RUNS


def run(scene: Path, folder: Path, device: str, words: str = "", more: dict[str, str] | None = None) -> None:
    """Make a map and print its time, what was said of the device, and the share of pixels with the CPU's class."""
    output = folder / f"on {device}"
    command = [*TIDEMARK, "detect", str(scene), "--task", "water", "--model", "water", "--device", device, "--overwrite", "--json"]
    started = time.perf_counter()
    done = subprocess.run(
        [*command, "--output", str(output)], env={**os.environ, **(more or {})}, capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - started
    name = f"detect on {device}{f' with {words}' if words else ''}"
    if done.returncode:
        print(f"{name} failed: {done.stderr[-600:]}", flush=True)
        return
    said = json.loads(done.stdout)
    with rasterio.open(f"{output}_class.tif") as mapped, rasterio.open(f"{folder / 'on cpu'}_class.tif") as on_cpu:
        same = float(np.mean(mapped.read(1) == on_cpu.read(1)))
        mpx = mapped.width * mapped.height / 1e6
    print(f"{name}: {seconds:.1f} s, {mpx / seconds:.1f} Mpx/s, {said['device']}; same class as on the CPU: {same:.5%}", flush=True)
    for text in said["notices"]:
        print(f"    {text}", flush=True)


if __name__ == "__main__":
    main()
