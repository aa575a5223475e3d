"""Describe what a run would assume about an image, from where it knows, and whether the task can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from ..contract.card import Card, default_method, find_card
from ..contract.errors import TidemarkError
from ..contract.job import SceneInfo, Source, check_choice
from ..contract.options import superfluous
from ..contract.tasks import STUDENT
from ..raster.grid import Grid
from ..raster.ground import describe_crs, map_coordinates
from ..raster.radiometry import ScaleOpen
from ..raster.scene import Scene, open_scene
from ..sentinel1.sources import describe_products, find_products
from ..tasks.registry import TASK_CLASSES
from ..tasks.task import IMAGE, Task


def describe(
    source: Source, task_name: str, zeros: str = "auto", method: str = "", model: str = "", stop: Callable[[], None] = lambda: None
) -> SceneInfo:
    """Return what a run would assume about an image; one that cannot be used is described as such, not refused.

    Args:
        source: the image.
        task_name: what it is meant for.
        zeros: what zeros mean where the file does not declare 0 as nodata.
        method: with which it is to be mapped; empty: what a run takes where none is named.
        model: of a student; empty: the task's default.
        stop: called several times a second; may raise to stop.
    """
    try:
        check_choice("task", task_name, tuple(TASK_CLASSES))
        task = TASK_CLASSES[task_name]
        method = method or default_method(task_name)
        for _, error in superfluous(task_name, method, ["model"] if model else []):
            raise error
        card = find_card(model, task_name) if method == STUDENT else None
        if find_products(source.paths):
            return _judged(describe_products(source), task, card)
        with open_scene(source, zeros, task.takes_any_polarisation(card), stop) as scene:
            return _judged(_describe(scene, _scale_problem(scene, task, card)), task, card)
    except TidemarkError as error:
        return SceneInfo(paths=source.paths, usable=False, problem=str(error))


def _describe(scene: Scene, problem: str) -> SceneInfo:
    scale = scene.scale
    notices = ["This is a simulated scene."] if scene.simulated else []
    if scene.grid.crs is None:
        notices.append("No georeference: hectares cannot be given.")
    notices += scene.doubts
    if isinstance(scale, ScaleOpen):
        notices.append(str(scale.error(scene.name)))
    return SceneInfo(
        paths=scene.source.paths,
        usable=not problem,
        problem=problem,
        bands=dict(scene.bands.numbers),
        bands_from=scene.bands.origin,
        scale="auto" if isinstance(scale, ScaleOpen) else scale.name,
        scale_from="" if isinstance(scale, ScaleOpen) else scale.origin,
        scale_candidates=scale.candidates if isinstance(scale, ScaleOpen) else (scale.name,),
        width=scene.grid.width,
        height=scene.grid.height,
        crs=describe_crs(scene.grid.crs),
        bounds=_bounds(scene.grid),
        ground_pixel_m=scene.ground_pixel_m,
        valid_share=round(scene.valid_share(), 4),
        acquired=scene.acquired,
        notices=tuple(notices),
        pass_direction=scene.pass_direction,
        relative_orbit=scene.relative_orbit,
    )


def _bounds(grid: Grid) -> tuple[float, float, float, float]:
    """Return xmin, ymin, xmax and ymax of a grid in its own coordinates."""
    across, down = np.array([0, grid.width, 0, grid.width]), np.array([0, 0, grid.height, grid.height])
    x, y = map_coordinates(grid.transform, across, down)
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _scale_problem(scene: Scene, task: type[Task], card: Card | None) -> str:
    """Return why a run could not take a scene's values; empty where it could, also once the user has said what they mean."""
    try:
        if not isinstance(scene.scale, ScaleOpen):
            task.check_scale(scene, card)
    except TidemarkError as error:
        return str(error)
    return ""


def _judged(info: SceneInfo, task: type[Task], card: Card | None) -> SceneInfo:
    """Return the description with why the bands would not do, and with the first classical method where that one could use them."""
    if not info.usable:
        return info
    problem = _bands_problem(info, task, card)
    if not problem:
        return info
    classical = list(task.spec.methods)[1]
    others = card is not None and not _bands_problem(info, task, None)
    return replace(info, usable=False, problem=problem, other_method=classical if others else "")


def _bands_problem(info: SceneInfo, task: type[Task], card: Card | None) -> str:
    try:
        task.check_bands(tuple(info.bands), IMAGE, card)
    except TidemarkError as error:
        return str(error)
    return ""


def as_text(infos: Sequence[SceneInfo]) -> str:
    """Return the descriptions as lines for a terminal."""
    return "\n\n".join(_text(info) for info in infos)


def _text(info: SceneInfo) -> str:
    lines = [("image", ", ".join(info.paths))]
    if info.product_bytes:
        lines.append(("product", _product_in_words(info)))
    if info.bands:
        lines.append(("bands", f"{', '.join(f'{name} = band {number}' for name, number in info.bands.items())} (from {info.bands_from})"))
        if info.scale_from:
            lines.append(("scale", f"{info.scale} (from {info.scale_from})"))
        else:
            lines.append(("scale", f"open: {' or '.join(info.scale_candidates)}; say which with --scale"))
        lines.append(("size", f"{info.width} x {info.height} pixels"))
        lines.append(("grid", info.crs or "no georeference"))
    if info.bounds:
        lines.append(("extent", ",".join(f"{side:.10g}" for side in info.bounds)))
    if info.ground_pixel_m:
        lines.append(("ground pixel", f"{info.ground_pixel_m[0]:.1f} x {info.ground_pixel_m[1]:.1f} m (across x down)"))
    if info.bands:
        lines.append(("observed", f"{info.valid_share:.1%} of the pixels (from a sample)"))
        lines.append(("acquired", info.acquired or "unknown"))
    lines += [("notice", text) for text in info.notices]
    lines.append(("usable", "yes" if info.usable else f"no: {info.problem}"))
    return "\n".join(f"{name + ':':14}{text}" for name, text in lines)


def _product_in_words(info: SceneInfo) -> str:
    orbit = f", relative orbit {info.relative_orbit}" if info.relative_orbit else ""
    return f"Sentinel-1{info.satellite[2:]} {info.mode} GRD, {info.pass_direction}{orbit}, {info.product_bytes / 1e9:.1f} GB"
