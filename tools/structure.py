"""Print figures of how the sources are built: folders, lines, names of tasks, parameters and layers of imports.

Usage: structure.py [--root CHECKOUT] [--order contract,raster,…]. The order is of the engine's packages, the lowest first; an import of a
later one is upward. A room is a package or module directly below engine/ or plugin/. A cycle of imports counts as one layer.
"""

from __future__ import annotations

import argparse
import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePath

TASKS = {"water", "flood", "change", "oil"}
ORDER = "contract,raster,products,sentinel1,simulation,vector,masks,methods,tasks,pipeline,impact,delivery,batch,worker,training,cli"
PARTS = ("engine without training", "training", "plugin")
Trees = Mapping[PurePath, ast.Module]
Graph = Mapping[str, set[str]]


def part_of(path: PurePath) -> str:
    """Return which of `PARTS` a source belongs to."""
    if path.parts[:2] == ("engine", "training"):
        return "training"
    return "plugin" if path.parts[0] == "plugin" else "engine without training"


def parse_sources(root: Path) -> dict[PurePath, ast.Module]:
    """Return the syntax trees of engine and plugin by path relative to the checkout."""
    paths = sorted(path for part in ("engine", "plugin") for path in (root / part).rglob("*.py"))
    return {path.relative_to(root): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def count_modules(trees: Trees) -> Counter[str]:
    """Return the number of modules directly in each folder, without ``__init__.py``."""
    return Counter(path.parent.as_posix() for path in trees if path.name != "__init__.py")


def is_task(node: ast.AST | None) -> bool:
    """Return whether a node is a string that is a task's name."""
    return isinstance(node, ast.Constant) and node.value in TASKS


def decides_by_task(node: ast.AST) -> int:
    """Return how many names of tasks a node compares with, or has as keys, elements or index."""
    if isinstance(node, ast.Compare):
        return sum(map(is_task, [node.left, *node.comparators]))
    if isinstance(node, ast.Dict):
        return sum(map(is_task, node.keys))
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return sum(map(is_task, node.elts))
    return is_task(node.slice) if isinstance(node, ast.Subscript) else is_task(node.value) if isinstance(node, ast.MatchValue) else 0


def count_by_file(trees: Trees, count: Callable[[ast.AST], int]) -> dict[str, int]:
    """Return the sum of a count over the nodes of each source outside training where it is not 0."""
    found = {path.as_posix(): sum(map(count, ast.walk(tree))) for path, tree in trees.items() if part_of(path) != "training"}
    return {path: times for path, times in found.items() if times}


def functions_of(tree: ast.AST, names: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """Yield each function's dotted name and its number of parameters, self and cls not counted."""
    for node in ast.iter_child_nodes(tree):
        below = names
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            below = (*names, node.name)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            given = node.args
            parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
            yield ".".join(below), sum(one is not None and one.arg not in {"self", "cls"} for one in parameters)
        yield from functions_of(node, below)


def most_parameters(trees: Trees, part: str) -> tuple[int, list[str]]:
    """Return the most parameters of a function of a part, and the functions that have them."""
    counts = {
        f"{path.as_posix()}: {name}": count for path, tree in trees.items() if part_of(path) == part for name, count in functions_of(tree)
    }
    most = max(counts.values(), default=0)
    return most, [name for name, count in counts.items() if count == most]


def module_name(path: PurePath) -> str:
    """Return a source's dotted name below the checkout; of an ``__init__.py`` the package's."""
    return ".".join(path.parent.parts if path.name == "__init__.py" else path.with_suffix("").parts)


def import_graph(trees: Trees) -> dict[str, set[str]]:
    """Return each module's relative imports of modules of engine and plugin, wherever in the file they stand."""
    modules = {module_name(path) for path in trees}
    graph: dict[str, set[str]] = {name: set() for name in sorted(modules)}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level:
                package = path.parent.parts[: len(path.parent.parts) - node.level + 1]
                base = ".".join([*package, *([node.module] if node.module else [])])
                wanted = {f"{base}.{alias.name}" if f"{base}.{alias.name}" in modules else base for alias in node.names}
                graph[module_name(path)] |= (wanted & modules) - {module_name(path)}
    return graph


def room_of(module: str) -> str:
    """Return the package or module directly below engine or plugin that a module lies in."""
    return ".".join(module.split(".")[:2])


def room_graph(graph: Graph) -> dict[str, set[str]]:
    """Return the imports between rooms."""
    rooms: dict[str, set[str]] = {room_of(module): set() for module in graph}
    for module, imported in graph.items():
        rooms[room_of(module)] |= {room_of(one) for one in imported} - {room_of(module)}
    return rooms


def reach(graph: Graph, start: str) -> set[str]:
    """Return what can be reached from a node by one import or more."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = graph[waiting.pop()] - seen
        seen |= fresh
        waiting += fresh
    return seen


def count_layers(graph: Graph) -> tuple[int, int]:
    """Return the number of nodes on the longest path of imports, each cycle taken as one node, and the number of cycles."""
    reached = {node: reach(graph, node) for node in graph}
    cycle_of = {node: min({node, *(other for other in reached[node] if node in reached[other])}) for node in graph}
    merged: dict[str, set[str]] = {}
    for node, imported in graph.items():
        merged.setdefault(cycle_of[node], set()).update({cycle_of[one] for one in imported} - {cycle_of[node]})

    @cache
    def height(node: str) -> int:
        return 1 + max((height(one) for one in merged[node]), default=0)

    return max(map(height, merged), default=0), len({cycle_of[node] for node in graph if node in reached[node]})


def upward_imports(graph: Graph, order: list[str]) -> list[str]:
    """Return the imports of the engine that go from a package to one that stands later in the order; others are not judged."""
    rank = {f"engine.{name}": number for number, name in enumerate(order)}
    pairs = [(module, one) for module, imported in graph.items() for one in sorted(imported)]
    return [f"{module} → {one}" for module, one in pairs if rank.get(room_of(module), len(rank)) < rank.get(room_of(one), -1)]


def report(root: Path, order: list[str]) -> Iterator[tuple[str, object]]:
    """Yield the rows of the table: what is counted, and the figure; details have an indented name."""
    trees = parse_sources(root)
    counts = count_modules(trees)
    for side in ("engine", "plugin"):
        of_side = {folder: count for folder, count in counts.items() if folder.split("/")[0] == side}
        largest = max(of_side, key=lambda folder: of_side[folder])
        yield f"modules of the largest folder, {side}", f"{of_side[largest]}  ({largest})"
        yield from ((f"  {folder}", count) for folder, count in sorted(of_side.items()))
    for part in PARTS:
        paths = [path for path in trees if part_of(path) == part]
        lines = sum(len((root / path).read_text(encoding="utf-8").splitlines()) for path in paths)
        yield f"lines, {part}", f"{lines}  ({len(paths)} files)"
    naming, deciding = count_by_file(trees, is_task), count_by_file(trees, decides_by_task)
    yield "files outside training that name a task in any string", f"{len(naming)}  ({sum(naming.values())} times)"
    yield "files outside training that compare a task or list tasks", f"{len(deciding)}  ({sum(deciding.values())} times)"
    yield from ((f"  {path}", f"{times} in any string, {deciding.get(path, 0)} compared or listed") for path, times in naming.items())
    for part in PARTS:
        most, names = most_parameters(trees, part)
        yield f"most parameters of a function, {part}", f"{most}  ({'; '.join(names)})"
    yield from report_imports(import_graph(trees), order)


def report_imports(graph: Graph, order: list[str]) -> Iterator[tuple[str, object]]:
    """Yield the rows of the imports."""
    rooms = room_graph(graph)
    engine = {room: {one for one in imported if one.startswith("engine.")} for room, imported in rooms.items() if room[:7] == "engine."}
    for name, part in {"modules": graph, "rooms": rooms, "rooms of the engine": engine}.items():
        layers, cycles = count_layers(part)
        edges = sum(map(len, part.values()))
        yield f"import layers, {name}", f"{layers}  ({len(part)} {name.split()[0]}, {edges} imports between them, {cycles} cycles)"
    upward = upward_imports(graph, order)
    judged = sum(room.removeprefix("engine.") in order for room in engine)
    yield "upward imports in the engine", f"{len(upward)}  ({judged} of {len(engine)} rooms are in the order)"
    yield from ((f"  {one}", "") for one in upward)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1], help="the checkout (default: this one)")
    parser.add_argument("--order", default=ORDER, help="the engine's packages, the lowest first (default: %(default)s)")
    arguments = parser.parse_args()
    rows = list(report(arguments.root, arguments.order.split(",")))
    width = max(len(name) for name, _ in rows)
    for name, figure in rows:
        print(f"{name:{width}}  {figure}".rstrip())


if __name__ == "__main__":
    main()
