"""The walls between plugin, engine and training, held on the syntax trees of the sources."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STANDARD_LIBRARY = set(sys.stdlib_module_names)
SOURCES = sorted([ROOT / "__init__.py", *(path for part in ("plugin", "engine") for path in (ROOT / part).rglob("*.py"))])
QGIS = {"qgis", "osgeo", "processing", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
ENGINE_NEEDS = {"numpy", "scipy", "rasterio", "onnxruntime", "affine"}  # rasterio brings affine and is nothing without it
VECTOR_NEEDS = {"pyogrio", "shapely"}
TRAINING_NEEDS = {"diffusers", "torch", "onnx", "onnxscript"}
CLUSTER = ROOT / "engine" / "batch" / "cluster.py"

_BELOW_METHODS = ("contract", "raster", "products", "vector", "masks")
_BELOW_PIPELINE = (*_BELOW_METHODS, "methods", "tasks", "sentinel1")
_BELOW_PLUGIN = ("engine.contract", "plugin.help", "plugin.i18n", "plugin.log", "plugin.settings")
MAY_IMPORT = {
    "engine.contract": (),
    "engine.raster": ("contract",),
    "engine.products": ("contract", "raster"),
    "engine.vector": ("contract", "raster", "products"),
    "engine.masks": ("contract", "raster", "products", "vector"),
    "engine.sentinel1": ("contract", "raster", "products"),
    "engine.methods": _BELOW_METHODS,
    "engine.tasks": (*_BELOW_METHODS, "methods"),
    "engine.pipeline": _BELOW_PIPELINE,
    "engine.impact": ("contract", "raster", "products", "vector"),
    "engine.delivery": (*_BELOW_PIPELINE, "pipeline"),
    "engine.batch": (*_BELOW_PIPELINE, "pipeline"),
    "engine.simulation": ("contract", "raster", "products", "sentinel1"),
    "engine.worker": (*_BELOW_PIPELINE, "pipeline", "impact", "delivery", "batch", "simulation"),
    "engine.cli": (*_BELOW_PIPELINE, "pipeline", "impact", "delivery", "batch", "simulation", "worker", "training"),
    "engine.training": (*_BELOW_PIPELINE, "pipeline", "simulation"),
    "plugin.engine": _BELOW_PLUGIN,
    "plugin.layers": (*_BELOW_PLUGIN, "plugin.engine"),
    "plugin.dock": (*_BELOW_PLUGIN, "plugin.engine", "plugin.layers"),
    "plugin.processing": (*_BELOW_PLUGIN, "plugin.engine", "plugin.layers"),
}
"""Which packages each one may import besides itself; names without a dot lie in the engine."""
USERS_OF_VECTORS = (
    "engine.vector",
    "engine.impact",
    "engine.masks.polygon_exclusion",
    "engine.tasks.oil_features",
    "engine.delivery.geopackage",
)
"""Modules whose own import may load pyogrio and shapely; all others import these when they need them."""


def absolute_name(path: Path, node: ast.ImportFrom) -> str:
    """Return what a relative import means, as a name below the package."""
    package = list(path.relative_to(ROOT).parent.parts)
    climbed = package[: len(package) - (node.level - 1)]
    return ".".join([*climbed, *(node.module.split(".") if node.module else [])])


def is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def imports_inside(path: Path) -> set[str]:
    """Return the modules of this package that a source imports, wherever in the file it does so."""
    return own_imports(path, ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports_when_loaded(path: Path) -> set[str]:
    """Return the modules of this package that a source imports when it is itself imported."""
    return own_imports(path, ast.parse(path.read_text(encoding="utf-8")).body)


def own_imports(path: Path, nodes: Iterable[ast.AST]) -> set[str]:
    found = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.level:
            base = absolute_name(path, node)
            for alias in node.names:
                deeper = f"{base}.{alias.name}" if base else alias.name
                found.add(deeper if is_module(deeper) else base)
    return found


def imports_outside(path: Path) -> set[str]:
    """Return the top-level names of the other packages that a source imports, wherever in the file it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.split(".")[0])
    return found


def imports_at_module_level(path: Path) -> set[str]:
    """Return what a source imports when it is itself imported; type-checking blocks do not run."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


def below(part: str) -> list[Path]:
    return [path for path in SOURCES if path.is_relative_to(ROOT / part)]


def outside_training() -> list[Path]:
    return [path for path in SOURCES if not path.is_relative_to(ROOT / "engine" / "training")]


def shared() -> list[Path]:
    return [ROOT / "engine" / "boot.py", *below("engine/contract")]


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def inside(name: str, packages: Iterable[str]) -> bool:
    """Return whether a module is one of the packages or lies in one of them."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def offences(paths: Iterable[Path], wrong: Callable[[Path], set[str]]) -> dict[str, set[str]]:
    """Return what is wrong in each source where something is."""
    found = {path.relative_to(ROOT).as_posix(): wrong(path) for path in paths}
    return {name: names for name, names in found.items() if names}


def test_there_is_something_to_hold_apart() -> None:
    assert below("plugin")
    assert below("engine")
    assert below("engine/training")


def test_imports_inside_the_package_are_relative() -> None:
    own = {"tidemark", "plugin", "engine", "models"}
    assert offences(SOURCES, lambda path: imports_outside(path) & own) == {}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_an_import_points_only_down(package: str) -> None:
    allowed = {package, *(name if "." in name else f"engine.{name}" for name in MAY_IMPORT[package])}
    sources = [path for path in SOURCES if inside(module_name(path), (package,))]
    assert sources
    assert offences(sources, lambda path: {name for name in imports_inside(path) if not inside(name, allowed)}) == {}


def test_every_package_has_a_wall() -> None:
    packages = {module_name(path) for part in ("engine", "plugin") for path in (ROOT / part).glob("*/__init__.py")}
    assert packages <= set(MAY_IMPORT)


def test_the_plugin_needs_what_comes_with_qgis_and_the_standard_library_only() -> None:
    assert offences(below("plugin"), lambda path: imports_outside(path) - STANDARD_LIBRARY - {"qgis", "processing", "osgeo"}) == {}


def test_the_engine_knows_neither_qgis_nor_the_plugin() -> None:
    assert offences(below("engine"), lambda path: imports_outside(path) & QGIS) == {}
    assert offences(below("engine"), lambda path: {name for name in imports_inside(path) if name.split(".")[0] == "plugin"}) == {}


def vector_modules() -> list[Path]:
    return [path for path in below("engine") if inside(module_name(path), USERS_OF_VECTORS)]


def test_the_engine_runs_on_four_packages() -> None:
    engine = [path for path in outside_training() if path in below("engine") and path not in (CLUSTER, *vector_modules())]
    assert offences(engine, lambda path: imports_outside(path) - STANDARD_LIBRARY - ENGINE_NEEDS) == {}


def test_only_the_polygons_need_two_packages_more_and_no_detection_loads_them() -> None:
    assert offences(vector_modules(), lambda path: imports_outside(path) - STANDARD_LIBRARY - ENGINE_NEEDS - VECTOR_NEEDS) == {}
    others = [path for path in below("engine") if path not in vector_modules()]
    loading = {module_name(path) for path in vector_modules() if path.name != "__init__.py"}
    assert offences(others, lambda path: imports_when_loaded(path) & loading) == {}


def test_only_the_batch_on_a_cluster_needs_what_the_extra_cluster_installs() -> None:
    assert imports_outside(CLUSTER) - STANDARD_LIBRARY == {"distributed"}
    assert "distributed" not in imports_at_module_level(CLUSTER)


def test_training_needs_what_the_extra_train_installs() -> None:
    needed = STANDARD_LIBRARY | ENGINE_NEEDS | TRAINING_NEEDS
    assert offences(below("engine/training"), lambda path: imports_outside(path) - needed) == {}


def test_what_both_sides_load_needs_the_standard_library_only() -> None:
    assert offences(shared(), lambda path: imports_outside(path) - STANDARD_LIBRARY) == {}


def test_what_qgis_loads_is_python_3_9() -> None:
    for path in [ROOT / "__init__.py", ROOT / "engine" / "__init__.py", *shared(), *below("plugin")]:
        ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=(3, 9))


def test_annotations_of_what_qgis_loads_are_not_evaluated() -> None:
    """`int | None` in an annotation is no error in Python 3.9 as long as nobody evaluates it."""

    def annotated_and_evaluated(path: Path) -> set[str]:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        annotated = any(isinstance(node, (ast.FunctionDef, ast.AnnAssign)) for node in nodes)
        return {"annotations"} if annotated and "__future__" not in imports_outside(path) else set()

    assert offences([ROOT / "__init__.py", *shared(), *below("plugin")], annotated_and_evaluated) == {}


def test_importing_the_package_imports_nothing_else() -> None:
    both = [ROOT / "__init__.py", ROOT / "engine" / "__init__.py"]
    assert offences(both, lambda path: imports_at_module_level(path) - {"__future__", "typing"}) == {}
