"""A folder of small scenes, and a batch over it."""

from __future__ import annotations

import csv
from pathlib import Path

from helpers.networks import write_dark_is_water
from helpers.scenes import UTM, lake, write
from tidemark.engine.cli.main import main


class BatchFolder:
    """Two scenes with spaces and letters beyond ASCII in their names, a pair of single-band files, and a batch over them."""

    def __init__(self, place: Path) -> None:
        self.scenes, self.output = place / "Bilder für heute", place / "Ergebnisse 1"
        self.scenes.mkdir()
        self.model = write_dark_is_water(place / "models")
        db, _ = lake(120, 100)
        write(self.scenes / "Fluß 1.tif", db, **UTM)
        write(self.scenes / "Río 2.tif", db - 1, **UTM)
        write(self.scenes / "S1A_20240506_VV.tif", db[:1], ("",), **UTM)
        write(self.scenes / "S1A_20240506_VH.tif", db[1:], ("",), **UTM)

    names = ("Fluß 1", "Río 2", "S1A_20240506")

    def run(self, **options: object) -> int:
        given = [text for key, value in options.items() for text in (f"--{key}", str(value)) if text != "True"]
        fixed = ["--task", "water", "--scale", "db", "--output", str(self.output)]
        model = [] if "method" in options else ["--model", str(self.model)]
        return main(["batch", str(self.scenes), *fixed, *model, *given])

    def table(self) -> dict[str, dict[str, str]]:
        with (self.output / "summary.csv").open(encoding="utf-8", newline="") as file:
            return {row["scene"]: row for row in csv.DictReader(file)}

    def states(self) -> dict[str, str]:
        return {name: row["status"] for name, row in self.table().items()}

    def results(self) -> dict[Path, int]:
        """Every file of a result with the time at which it was written."""
        return {path: path.stat().st_mtime_ns for path in self.output.rglob("*") if path.is_file() and path.name != "summary.csv"}

    def damage(self) -> None:
        (self.scenes / "Bad.tif").write_text("no image")
