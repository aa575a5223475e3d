"""A disk that fills up in mid-run: one message, and no partial file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling

from helpers.networks import write_dark_is_water
from helpers.scenes import UTM, lake, write
from tidemark.engine.contract.errors import OutputError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.products.places import check_blocks
from tidemark.engine.products.writer import Product

LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
from tidemark.engine.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    (tmp_path / "in").mkdir()
    scene = write(tmp_path / "in" / "s.tif", lake(1300, 1300, looks=1)[0])
    model = write_dark_is_water(tmp_path / "in")
    return ["detect", scene, "--scale", "db", "--task", "water", "--model", str(model)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if (
        mount is None
        or os.geteuid() != 0
        or subprocess.run([mount, "-t", "tmpfs", "-o", "size=1200k", "tmpfs", disk], check=False).returncode
    ):
        pytest.skip("mounting a small disk needs root")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_said_in_words_and_left_clean(small_disk: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tidemark.engine", *arguments, "--output", str(small_disk / "out")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(small_disk.iterdir()) == []


def test_a_write_that_the_system_refuses_is_said_in_words_and_left_clean(tmp_path: Path, arguments: list[str]) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *arguments, "--output", str(folder / "out")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("damage", ["cut", "hole"])
def test_a_part_of_the_map_that_never_reached_the_disk_is_noticed_without_an_error_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    (tmp_path / "in").mkdir()
    scene, model = write(tmp_path / "in" / "s.tif", lake(1300, 1300, looks=1)[0]), write_dark_is_water(tmp_path / "in")
    close = Product.close

    def lose(product: Product) -> None:
        close(product)
        path = Path(product.temporary["probability"])
        with rasterio.open(path) as raster:
            first = int(raster.get_tag_item("BLOCK_OFFSET_1_1", "TIFF", bidx=1))
        with path.open("r+b") as file:
            if damage == "cut":
                file.truncate(first + 100)
            else:
                file.seek(first)
                file.write(bytes(100))

    monkeypatch.setattr(Product, "close", lose)
    with pytest.raises(OutputError, match="could not be written"):
        detect(Job("water", (Source((scene,), scale="db"),), str(tmp_path / "out"), model=str(model)))
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("compression", ["lzw", "deflate"])
def test_a_block_that_is_a_hole_of_the_file_is_noticed_in_either_compression(tmp_path: Path, compression: str) -> None:
    path, side = tmp_path / "raster.tif", 600
    profile = {"dtype": "uint8", "count": 1, "height": side, "width": side, **UTM, "tiled": True, "blockxsize": 256, "blockysize": 256}
    with rasterio.open(path, "w", driver="GTiff", compress=compression, **profile) as raster:
        raster.write(np.random.default_rng(0).integers(0, 9, (1, side, side), np.uint8))
        raster.build_overviews([2], Resampling.nearest)
    check_blocks(str(path))
    with rasterio.open(path) as raster:
        first = int(raster.get_tag_item("BLOCK_OFFSET_1_1", "TIFF", bidx=1, ovr=0))
    with path.open("r+b") as file:
        file.seek(first)
        file.write(bytes(100))
    with pytest.raises(OSError, match="not on the disk"):
        check_blocks(str(path))
