"""Random damage in QGIS: files of strangers as layers, dropped files, maps, cards and parameters, in the dock and in Processing.

Run: ``.venv/bin/python tests/robustness/damage_qgis.py [--inputs 300] [--seed 1] [--only NUMBER]``; needs QGIS and ``.venv-qgis``. The
files are made by the generator of ``damage.py``, each input from its number alone; ``damage_in_qgis.py`` gives them to the plugin in a QGIS
process of its own, off screen. Each must be answered in words within 120 s by the clock: no crash of QGIS, no traceback, no dialog that
blocks, no partial file. Prints the offences and how many there were; ends with 1 where there was one.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from robustness.damage import METHODS, ROOT, Maker, leftovers

INSIDE = Path(__file__).with_name("damage_in_qgis.py")
QGIS_PYTHON = ROOT / ".venv-qgis" / "bin" / "python"
MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PROJ_LIB", "PROJ_DATA", "GDAL_DATA")
DETECTION = {"water": "detectwater", "flood": "detectfloods", "change": "detectchange", "oil": "detectoil"}


class QgisMaker(Maker):
    """Makes what a user does in QGIS with one damaged input, as plain data."""

    def plan(self) -> dict[str, Any]:
        """Return the deed: ``do`` and what it needs; its files lie in the folder, its output goes to the folder ``out``."""
        deeds = (self.dock, self.detection, self.aftermath, self.earlier_map, self.own_model, self.drop)
        return self.random.choices(deeds, (5, 4, 4, 3, 1, 2))[0]()

    def dock(self) -> dict[str, Any]:
        """Choose layers in the dock and click the button."""
        task = self.random.choice(tuple(METHODS))
        before = str(self.scene()) if task in ("flood", "change") and not self.seldom(0.3) else ""
        scale = self.kind if self.kind in ("db", "power") and self.chance(0.7) else "auto"
        return {"do": "dock", "task": task, "image": str(self.scene()), "before": before, "method": self.method(task), "scale": scale}

    def method(self, task: str) -> str:
        """Return one of a task's classical methods."""
        return self.random.choice(METHODS[task])

    def detection(self) -> dict[str, Any]:
        """Run a detection algorithm."""
        task = self.random.choice(tuple(DETECTION))
        given: dict[str, Any] = {"INPUT": str(self.scene()), "METHOD": self.method(task), "OUTPUT": self.out("map_class.tif"), "THREADS": 1}
        if task in ("flood", "change"):
            given["BEFORE"] = str(self.scene())
        for name, value in (
            ("EXCLUDE", self.polygons),
            ("EXTENT", lambda: self.random.choice(("500000,500300,4999700,5000000", "0,0,0,0", "nan,1,nan,1", "x"))),
            ("BANDS", lambda: self.random.choice(("VV=1,VH=2", "VV=9", "VV=", "é=1"))),
            ("THRESHOLD", lambda: self.random.choice((0.3, 0.6, -1, 7))),
            ("SCALE", lambda: self.random.choice(("db", "power", "amplitude", "display"))),
            *((("LAND", self.polygons),) if task == "oil" else ()),
            *((("HAND", lambda: self.image(count=1)), ("SLOPE", lambda: self.image(count=1))) if task in ("water", "flood") else ()),
        ):
            if self.seldom(0.2):
                drawn = value()
                given[name] = drawn if isinstance(drawn, (int, float)) else str(drawn)
        return {"do": "algorithm", "algorithm": DETECTION[task], "parameters": given}

    def aftermath(self) -> dict[str, Any]:
        """Run an algorithm on the files of an earlier run."""
        raster = str(self.run())
        zones = str(self.polygons(2.7705, 38.8480))
        choices: dict[str, dict[str, Any]] = {
            "vectorise": {"INPUT": raster, "MINIMUM_AREA": self.pick(0.1, (0, 1, -1)), "OUTPUT": self.out("o.gpkg")},
            "zonestatistics": {"INPUT": raster, "ZONES": zones, "OUTPUT": self.out("zones.gpkg")},
            "rethreshold": {
                "INPUT": raster.replace("_class", "_probability"),
                "THRESHOLD": self.pick(0.4, (7, -1, 0)),
                "OUTPUT": self.out("new_class.tif"),
            },
            "package": {
                "INPUT": raster,
                "EVENT": self.random.choice(("flood", "a/b", "日本", "")),
                "AOI": "a",
                "OUTPUT": self.out("package"),
            },
            "maplayout": {"INPUT": raster, "EVENT": "flood", "OUTPUT": self.out("page.pdf")},
            "exposure": {"INPUT": raster, "LAYERS": [zones], "OUTPUT": self.out("o_exposure.gpkg")},
            "depth": {"INPUT": raster, "DEM": str(self.image(count=1)), "OUTPUT": self.out("o_depth.tif")},
        }
        name = self.random.choice(tuple(choices))
        return {"do": "algorithm", "algorithm": name, "parameters": choices[name]}

    def earlier_map(self) -> dict[str, Any]:
        """Load the map of an earlier run, look at it in the dock, take its settings."""
        raster = self.run()
        record = raster.with_name(raster.name.replace("_class.tif", "_run.json"))
        if self.chance(0.3) and record.exists():
            self.damage(record)
        return {"do": "map", "map": str(raster)}

    def own_model(self) -> dict[str, Any]:
        """Add a model of one's own, and look at its card."""
        return {"do": "model", "card": str(self.card())}

    def drop(self) -> dict[str, Any]:
        """Drop files on the dock."""
        return {"do": "drop", "paths": [str(self.scene()) for _ in range(self.random.choice((1, 2)))]}

    def out(self, name: str) -> str:
        """Return a path in the folder of outputs."""
        return str(self.folder / "out" / name)


def make(number: int, folder: Path) -> Path:
    """Make an input in a folder of its own, with its plan; return the plan."""
    (folder / "out").mkdir(parents=True)
    path = folder / "plan.json"
    path.write_text(json.dumps({"number": number, **QgisMaker(number, folder).plan()}), encoding="utf-8")
    return path


def answers(plans: list[Path], profile: Path) -> Iterator[dict[str, Any]]:
    """Yield what QGIS answered to each plan, starting another QGIS where one dies."""
    own = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "PYTHONNOUSERSITE": "1", "PYTHONPATH": str(ROOT / "tests")}
    inherited = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    while plans:
        command = [str(QGIS_PYTHON), "-X", "faulthandler", str(INSIDE), str(profile), *map(str, plans)]
        done = 0
        with tempfile.TemporaryFile(
            "w+", encoding="utf-8", errors="replace"
        ) as words:  # a pipe that is read later would stop QGIS when it is full
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=words, text=True, env={**inherited, **own})
            assert process.stdout is not None
            for line in process.stdout:
                if line.startswith("{"):
                    yield json.loads(line)
                    done += 1
            status = process.wait()
            words.seek(0)
            said = words.read()
        plans = plans[done:]
        if plans or status:
            number = json.loads(plans[0].read_text(encoding="utf-8"))["number"] if plans else -1
            yield {"number": number, "do": "?", "faults": [f"QGIS ended with {status}"], "said": said[-3000:]}
            plans = plans[1:]


def judge(numbers: range) -> Iterator[dict[str, Any]]:
    """Make inputs, give them to QGIS, and yield what was wrong with each answer."""
    with tempfile.TemporaryDirectory(prefix="damage-qgis-") as name:
        folder = Path(name)
        plans = [make(number, folder / str(number)) for number in numbers]
        for found in answers(plans, folder / "profile"):
            place = folder / str(found["number"])
            left = leftovers(place / "out", 0) if place.is_dir() else []
            if left:
                found["faults"].append(f"left: {', '.join(left[:4])}")
            yield found
            shutil.rmtree(place, ignore_errors=True)


def main() -> int:
    """Judge all inputs and print what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="give this input to QGIS and print all that was said")
    given = parser.parse_args()
    first = given.seed * 10**6 if given.only is None else given.only
    bad, kinds = 0, Counter[str]()
    for found in judge(range(first, first + (given.inputs if given.only is None else 1))):
        kinds[f"{found['do']}: {found.get('answer', 'none')}"] += 1
        bad += bool(found["faults"])
        if found["faults"] or given.only is not None:
            print(json.dumps(found, ensure_ascii=False, indent=1), flush=True)
    for kind, count in sorted(kinds.items()):
        print(f"{kind}: {count}")
    print(f"{sum(kinds.values())} inputs, {bad} offences")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
