"""The walls between plugin, engine and training, held on the syntax trees of the sources."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STANDARD_LIBRARY = set(sys.stdlib_module_names)
SOURCES = sorted([ROOT / "__init__.py", *(path for part in ("plugin", "engine") for path in (ROOT / part).rglob("*.py"))])
WORDS_OF_BOTH_SIDES = {"engine.job", "engine.card", "engine.errors"}
QGIS = {"qgis", "osgeo", "processing", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
ENGINE_NEEDS = {"numpy", "scipy", "rasterio", "onnxruntime", "affine"}  # rasterio brings affine and is nothing without it
TRAINING_NEEDS = {"diffusers", "torch", "onnx", "onnxscript"}
VECTORS = [
    ROOT / "engine" / f"{name}.py"
    for name in ("features", "outlines", "package_geopackage", "polygon_exclusion", "polygons", "sheets", "vectorise", "vectors", "zones")
]
VECTOR_NEEDS = {"pyogrio", "shapely"}
CLUSTER = ROOT / "engine" / "batch_cluster.py"


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
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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
    return [ROOT / "engine" / f"{name}.py" for name in ("boot", "card", "errors", "job")]


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


def test_the_plugin_takes_only_the_common_words_from_the_engine() -> None:
    def from_engine(path: Path) -> set[str]:
        return {name for name in imports_inside(path) if name.split(".")[0] == "engine"}

    assert offences(below("plugin"), lambda path: from_engine(path) - WORDS_OF_BOTH_SIDES) == {}


def test_the_plugin_needs_qgis_and_the_standard_library_only() -> None:
    assert offences(below("plugin"), lambda path: imports_outside(path) - STANDARD_LIBRARY - {"qgis", "processing"}) == {}


def test_the_engine_knows_neither_qgis_nor_the_plugin() -> None:
    assert offences(below("engine"), lambda path: imports_outside(path) & QGIS) == {}
    assert offences(below("engine"), lambda path: {name for name in imports_inside(path) if name.split(".")[0] == "plugin"}) == {}


def test_the_engine_runs_on_four_packages() -> None:
    engine = [path for path in outside_training() if path in below("engine") and path not in (CLUSTER, *VECTORS)]
    assert offences(engine, lambda path: imports_outside(path) - STANDARD_LIBRARY - ENGINE_NEEDS) == {}


def test_only_the_polygons_need_two_packages_more_and_no_detection_loads_them() -> None:
    assert offences(VECTORS, lambda path: imports_outside(path) - STANDARD_LIBRARY - ENGINE_NEEDS - VECTOR_NEEDS) == {}
    others = [path for path in below("engine") if path not in VECTORS]
    modules = {f"engine.{path.stem}" for path in VECTORS}
    deferred = [path for path in others if imports_inside(path) & modules]
    assert offences(deferred, lambda path: {f"engine.{name[1:]}" for name in imports_at_module_level(path)} & modules) == {}


def test_only_the_batch_on_a_cluster_needs_what_the_extra_cluster_installs() -> None:
    assert imports_outside(CLUSTER) - STANDARD_LIBRARY == {"distributed"}
    assert "distributed" not in imports_at_module_level(CLUSTER)


def test_training_needs_what_the_extra_train_installs() -> None:
    needed = STANDARD_LIBRARY | ENGINE_NEEDS | TRAINING_NEEDS
    assert offences(below("engine/training"), lambda path: imports_outside(path) - needed) == {}


def test_only_the_command_line_uses_training() -> None:
    others = [path for path in outside_training() if path != ROOT / "engine" / "cli.py"]
    assert offences(others, lambda path: {name for name in imports_inside(path) if name.startswith("engine.training")}) == {}


def test_what_both_sides_load_needs_the_standard_library_only() -> None:
    assert offences(shared(), lambda path: imports_outside(path) - STANDARD_LIBRARY) == {}
    assert offences(shared(), lambda path: imports_inside(path) - WORDS_OF_BOTH_SIDES) == {}


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
