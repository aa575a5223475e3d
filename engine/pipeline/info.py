"""What would be assumed about an image, and from where."""

from __future__ import annotations

from collections.abc import Sequence

from ..contract.card import find_card
from ..contract.errors import InputError, TidemarkError
from ..contract.job import SceneInfo, Source
from ..contract.tasks import STUDENT, TASKS
from ..methods.sea import choose_band
from ..methods.thresholds import FIXED_DB
from ..raster.ground import describe_crs
from ..raster.radiometry import ScaleOpen
from ..raster.scene import Scene, open_scene


def describe(source: Source, task: str, method: str = STUDENT, zeros: str = "auto") -> SceneInfo:
    """Return what a run for a task would assume about a source; an image that cannot be used is described as such, not refused."""
    try:
        with open_scene(source, zeros, TASKS[task].any_polarisation) as scene:
            return _describe(scene, task, method)
    except TidemarkError as error:
        return SceneInfo(paths=source.paths, usable=False, problem=str(error))


def _describe(scene: Scene, task: str, method: str) -> SceneInfo:
    scale = scene.scale
    is_open = isinstance(scale, ScaleOpen)
    problem = _problem(scene, task, method)
    notices = ["This is a simulated scene."] if scene.simulated else []
    if scene.grid.crs is None:
        notices.append("No georeference: hectares cannot be given.")
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
        ground_pixel_m=scene.ground_pixel_m,
        valid_share=round(scene.valid_share(), 4),
        acquired=scene.acquired,
        notices=(*notices, scale.error().args[0]) if is_open and isinstance(scale, ScaleOpen) else tuple(notices),
    )


def _problem(scene: Scene, task: str, method: str) -> str:
    scale = scene.scale
    if task == "oil":
        try:
            choose_band(scene)
        except InputError as error:
            return str(error)
    if TASKS[task].any_polarisation:
        return ""
    if not isinstance(scale, ScaleOpen) and scale.name == "display":
        return "Display values (8 bit), not backscatter: use the calibrated image."
    if method != STUDENT:
        return "" if any(band in FIXED_DB for band in scene.bands.numbers) else f"No {' and no '.join(FIXED_DB)} band."
    missing = [band for band in find_card("", task).bands if band not in scene.bands.numbers]
    if missing:
        thresholds = " The method 'otsu' maps what one of them shows." if len(missing) < len(find_card("", task).bands) else ""
        return f"No {' and no '.join(missing)} band: the model needs {', '.join(find_card('', task).bands)}.{thresholds}"
    return ""


def as_text(infos: Sequence[SceneInfo]) -> str:
    """Return the descriptions as lines for a terminal."""
    return "\n\n".join(_text(info) for info in infos)


def _text(info: SceneInfo) -> str:
    lines = [("image", ", ".join(info.paths))]
    if info.bands:
        lines.append(("bands", f"{', '.join(f'{name} = band {number}' for name, number in info.bands.items())} (from {info.bands_from})"))
        if info.scale_from:
            lines.append(("scale", f"{info.scale} (from {info.scale_from})"))
        else:
            lines.append(("scale", f"open: {' or '.join(info.scale_candidates)}; say which with --scale"))
        lines.append(("size", f"{info.width} x {info.height} pixels"))
        lines.append(("grid", info.crs or "no georeference"))
    if info.ground_pixel_m:
        lines.append(("ground pixel", f"{info.ground_pixel_m[0]:.1f} x {info.ground_pixel_m[1]:.1f} m (across x down)"))
    if info.bands:
        lines.append(("observed", f"{info.valid_share:.1%} of the pixels (from a sample)"))
        lines.append(("acquired", info.acquired or "unknown"))
    lines += [("notice", text) for text in info.notices]
    lines.append(("usable", "yes" if info.usable else f"no: {info.problem}"))
    return "\n".join(f"{name + ':':14}{text}" for name, text in lines)
