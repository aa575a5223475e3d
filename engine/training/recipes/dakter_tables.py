"""Tell what the students of DAKTer reached: the tables of all shares, and the student that is exported, with its card and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy import ndimage

from ...contract.errors import InputError
from ...contract.tasks import OIL as OIL_TASK
from ...methods.dark_spot import PIXEL, fit
from ...products.sieve import ASSUMED_HECTARES
from ...raster.arrays import BoolArray
from ...tasks.oil import MINIMUM_HECTARES
from ..datasets.oil import (
    SCALE,
    Picture,
    read_pictures,
)
from ..evaluation.comparison import ArmCounts, compare, table
from ..evaluation.metrics import Figures, count, figures, pool
from ..export.cards import Training, write_card
from ..export.models import GENERATED, OIL, OIL_SOS, OPERA, OWN, SIMULATED
from ..export.onnx_file import StretchedDetector, export
from ..networks.student import RadarStudent, count_parameters
from ..runs import read_json
from ..tables import each_percent, markdown
from .dakter import (
    OilStudentSettings,
    Segmenter,
)
from .dakter_run import THRESHOLD, DakterRun, OilStudent, load_student

MOST_CLEAN = 0.02
"""Of clean sea that a student which is shipped may take for oil."""
LEAST_SLICKS = 0.5
"""Of simulated slicks in dB that it is to find: without them among what is learned, a network may take dB themselves for clean sea."""
REAL = "real"
"""The arm that the others are compared with: real tiles alone."""


@dataclass(frozen=True)
class Result:
    """Figures of one student on ``val``; see `measured`."""

    share: float
    segmenter: str
    arm: str
    seed: int
    figures: Figures
    false_km2: dict[str, float]
    slicks: float
    clean: float
    seas: dict[str, float]
    counts: dict[str, Sequence[int]]

    @property
    def is_fit(self) -> bool:
        """Return whether it takes at most `MOST_CLEAN` of oil-free pieces and real seas for oil, and finds `LEAST_SLICKS` in dB."""
        return max(self.clean, *self.seas.values(), 0.0) <= MOST_CLEAN and self.slicks >= LEAST_SLICKS

    @property
    def group(self) -> str:
        """Return the name of those that are compared among themselves."""
        return f"{self.segmenter}, {100 * self.share:g} % of real images"


def report(output: Path, data: Path) -> str:
    """Return figures of every arm (means over seeds, IoU of each seed) and gains with their intervals as Markdown; what the rule ships."""
    results = read_results(output)
    pictures = read_pictures(data, "val")
    parts = [arms_table(results, {method: rule(pictures, method) for method in OIL_TASK.baselines})]
    if results:
        parts.append(table(compare([ArmCounts(one.arm, one.group, one.seed, one.counts) for one in results], REAL)))
        parts.append(_shipped(results))
    return "\n\n".join(parts)


def shipped(results: Sequence[Result]) -> Result | None:
    """Return the exportable student that is shipped: of those of the largest share that are fit the best on ``val``; None: none is."""
    largest = max((one.share for one in results), default=0.0)
    fit_to_ship = [one for one in results if one.share == largest and one.segmenter == Segmenter.STUDENT.value and one.is_fit]
    return max(fit_to_ship, key=lambda one: one.figures.iou, default=None)


def _shipped(results: Sequence[Result]) -> str:
    best = shipped(results)
    limits = f"take at most {100 * MOST_CLEAN:g} % of clean sea for oil and find {100 * LEAST_SLICKS:g} % of simulated slicks"
    rule_ = f"best on val of those that {limits}"
    if best is None:
        return f"Shipped ({rule_}): none"
    seas = "".join(f", {100 * share:.2f} % of seas in {kind}" for kind, share in best.seas.items())
    return f"Shipped ({rule_}): {best.arm}, seed {best.seed}: IoU {best.figures.iou:.4f}, {100 * best.clean:.2f} % of clean pieces{seas}"


def read_results(output: Path) -> list[Result]:
    """Return what all students in a folder reached: by share, segmenter, real tiles first, and seed."""
    found = [_result(read_json(path)) for path in output.glob("share-*/students/*-*.json")]
    return sorted(found, key=lambda one: (one.share, one.segmenter, one.arm != REAL, one.arm, one.seed))


def _result(found: dict[str, Any]) -> Result:
    return Result(
        found["share"],
        found["segmenter"],
        found["arm"],
        found["seed"],
        Figures(**found["figures"]),
        found["false_km2"],
        found["slicks"],
        found["clean"],
        found["seas"],
        found["counts"],
    )


def rule(pictures: Sequence[Picture], method: str) -> Figures:
    """Return the figures of a classical rule on each picture for itself, as the engine runs it on display bytes without georeference."""
    counts = []
    for picture in pictures:
        fitted, _ = fit(method, [picture.image[None]], display=True, pixel_m=PIXEL[0])
        dark = without_small(fitted.predict(picture.image[None])[0] > 0, round(MINIMUM_HECTARES / ASSUMED_HECTARES))
        counts.append(count(dark.astype(np.float32), dark, picture.label))
    return figures(pool(counts))


def without_small(dark: BoolArray, pixels: int) -> BoolArray:
    """Return what lies in pieces of at least some pixels; pixels that meet at a corner are one piece."""
    pieces, _ = ndimage.label(dark, np.ones((3, 3), np.bool_))
    kept: BoolArray = (np.bincount(pieces.ravel()) >= pixels)[pieces] & dark
    return kept


def arms_table(results: Sequence[Result], baselines: Mapping[str, Figures]) -> str:
    """Return one row for every arm: percent, false oil in km² of 10 000 km² of simulated sea by wind."""
    winds = sorted({wind for one in results for wind in one.false_km2}, key=float)
    kinds = sorted({kind for one in results for kind in one.seas})
    head = [
        "",
        "arm",
        "seeds",
        "IoU",
        "of each seed",
        "P",
        "R",
        "F1",
        "ECE",
        "simulated slicks found",
        "clean pieces called oil",
        *(f"seas in {kind}" for kind in kinds),
        *(f"false km², {wind} m/s" for wind in winds),
    ]
    rows = [
        _row("each image for itself", name, "", [found], [""] * (2 + len(kinds) + len(winds)), has_ece=False)
        for name, found in baselines.items()
    ]
    for group, arm in dict.fromkeys((one.group, one.arm) for one in results):
        some = [one for one in results if (one.group, one.arm) == (group, arm)]
        false = [
            f"{100 * np.mean([one.slicks for one in some]):.0f}",
            f"{100 * np.mean([one.clean for one in some]):.2f}",
            *(f"{100 * np.mean([one.seas[kind] for one in some]):.2f}" for kind in kinds),
            *(f"{np.mean([one.false_km2[wind] for one in some]):.1f}" for wind in winds),
        ]
        rows.append(_row(group, arm, " ".join(str(one.seed) for one in some), [one.figures for one in some], false, has_ece=True))
    return markdown(head, rows)


def _row(group: str, arm: str, seeds: str, found: Sequence[Figures], false: Sequence[str], has_ece: bool) -> list[str]:
    def mean(name: str) -> str:
        return f"{100 * np.mean([getattr(one, name) for one in found]):.1f}"

    each = each_percent(one.iou for one in found) if seeds else ""
    return [group, arm, seeds, mean("iou"), each, mean("precision"), mean("recall"), mean("f1"), mean("ece") if has_ece else "", *false]


def export_student(run: DakterRun, student: OilStudent, settings: OilStudentSettings) -> Path:
    """Write ``oil-ARM-SEED.onnx`` and its card into the share's folder; return the card's path.

    Raises:
        InputError: the student has not been trained and measured.
        RuntimeError: the exported network differs from the trained one.
    """
    network = load_student(run, student, settings)
    if not isinstance(network, RadarStudent):
        raise InputError("Only the student can be exported.", "", "Leave out --segmenter.")
    path = run.folder / f"oil-{student.name}-{student.seed}.onnx"
    export(StretchedDetector(network), path)
    real = OIL_SOS if run.data.resolve().name == "oil_sos" else OWN
    data = (real, SIMULATED, *((OPERA,) if run.clean else ()), *((GENERATED,) if student.arm.times else ()))
    training = training_facts(network, settings, student, run.share)
    return write_card(path, replace(OIL, data=data), training, card_figures(run, student, settings))


def training_facts(network: RadarStudent, settings: OilStudentSettings, student: OilStudent, share: float) -> Training:
    """Return what the card says of how a student was trained."""
    return Training(
        recipe="DAKTer (docs/recipes/dakter.md)",
        settings={"arm": student.name, "share": share, **{name: value for name, value in asdict(settings).items() if name != "width"}},
        seed=student.seed,
        stride=network.stride,
        parameters=count_parameters(network),
        threshold=THRESHOLD,
        scales=(SCALE,),
    )


def card_figures(run: DakterRun, student: OilStudent, settings: OilStudentSettings) -> list[dict[str, Any]]:
    """Return what was measured as a card holds it, each figure with the command that gives it."""
    result = read_json(run.student_path(student, ".json"))
    which = f"--arm {student.arm.name} --student-width {settings.shape.width} --student-steps {settings.steps} --seed {student.seed}"
    data = run.data.name if run.clean is None else f"{run.data.name} --seas {run.clean.name}"
    command = f"tidemark train dakter --data {data} --output FOLDER --share {run.share:g} --stage students table {which}"
    on_val = f"{run.data.name}/val, patches of scenes that it learned from too, at {THRESHOLD:g}"
    found = [
        {"data": on_val, "measure": name, "value": round(result["figures"][key], 4), "command": command}
        for name, key in (("IoU", "iou"), ("precision", "precision"), ("recall", "recall"), ("F1", "f1"), ("ECE", "ece"))
    ]
    found.append(
        {
            "data": f"{run.data.name}/val, oil-free pieces, each an image",
            "measure": "called oil",
            "value": round(result["clean"], 4),
            "command": command,
        }
    )
    return found + [
        {"data": f"simulated clean sea, {wind} m/s", "measure": "false km² of 10 000 km²", "value": round(area, 1), "command": command}
        for wind, area in result["false_km2"].items()
    ]
