"""Lay a water surface over each connected body of water, from the ground's heights along its dry edges.

For each body the levels z of its nodes are told by a plane and what is left of it, h = a + b·x + c·y + r. The plane is fitted by
weighted least squares with Huber's weights (1964, doi 10.1214/aoms/1177703732), its slope held near level: prior 0 ± 0.5 m a kilometre.
The rest r minimises

    Σ w·(h − z)² + λ·Σ c·(rᵢ − rⱼ)²

over the nodes and over the pairs that touch, c being their contact as a share of a cell's side: the surface follows the water, never
across land. w = 1 / (0.05² + 4·σ²/n + d²/12) for n samples of standard deviation σ, which is found from the scatter within nodes; the
factor 4 stands for errors of a DEM that neighbours share. d is the step from wet to dry ground beyond what noise makes: along a levee
the water stands anywhere between foot and crest. 1/λ is (0.05 m)² for 100 m from node to node. Nodes farther than three times the
scatter of their body from the surface are left out, and it is laid once more.

FwDET (Cohen et al. 2018, doi 10.1111/1752-1688.12609; v2.0 2019, doi 10.5194/nhess-19-2053-2019; v2.1 with filtered edges 2022, doi
10.3390/rs14215313) takes the height of the nearest edge pixel for the water's; INFLOS (Caretto et al. 2025, doi 10.3390/rs17020329)
interpolates a surface between filtered edge points. This is the latter's idea with a surface that is bound to each body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..raster.arrays import BoolArray, DoubleArray, LongArray
from ..raster.regions import connect, sum_by
from .nodes import Nodes, median_by

_SLOPE_PRIOR = 0.5e-3
_LEVEL_ERROR_M, _SHARED_ERRORS = 0.05, 4.0
_STEP_M, _STEP_DISTANCE_M = 0.05, 100.0
_LEAST_NOISE_M, _LARGEST_NOISE_M = 0.05, 3.0
_LEAST_SCALE_M, _OUTLIER = 0.1, 3.0
_HUBER = 1.345
_GOOD = 0.1
"""Of the largest weight in a body: nodes with less tell nothing of how well the others agree."""
_FITS, _LAYINGS = 6, 3
_LEAST_SAMPLES, _SAMPLES_A_SIDE = 12, 0.5
_LARGEST_SCATTER_M = 2.5
_DEM_PIXELS = 4.0
_ANY_LEVEL = 1e-9
"""Weight that keeps a body without samples from having no solution."""

ESTIMATED, SHORT_EDGE, COARSE_DEM, ROUGH_EDGE, NO_HEIGHTS = range(5)
REASONS = {
    SHORT_EDGE: "its dry edge is too short",
    COARSE_DEM: "the DEM is too coarse for it",
    ROUGH_EDGE: "the heights along its edge disagree",
    NO_HEIGHTS: "the DEM has no heights along its edge",
}
"""Why a body has no depth."""


@dataclass(frozen=True)
class Surface:
    """The water surfaces of all bodies.

    Attributes:
        body: int64 (nodes,), of each node.
        state: int64 (bodies,), `ESTIMATED` or one of `REASONS`.
        plane: float64 (bodies, 3), a, b and c; b and c are metres a pixel.
        centre: float64 (bodies, 2), pixel coordinates from which x and y count.
        rest: float64 (nodes,), r.
        samples: float64 (bodies,), heights along the dry edge.
        noise_m: standard deviation of single heights.
    """

    body: LongArray
    state: LongArray
    plane: DoubleArray
    centre: DoubleArray
    rest: DoubleArray
    samples: DoubleArray
    noise_m: float

    def level(self, node: LongArray, x: Any, y: Any) -> DoubleArray:
        """Return the water's height at pixel positions (n,) in nodes, metres, NaN in bodies without an estimate."""
        body = self.body[node]
        a, b, c = self.plane[body].T
        found = a + b * (x - self.centre[body, 0]) + c * (y - self.centre[body, 1]) + self.rest[node]
        return np.where(self.state[body] == ESTIMATED, found, np.nan)


def lay_surface(nodes: Nodes, cell: int, pixel_m: float, dem_pixel_m: float) -> Surface:
    """Lay the surfaces.

    Args:
        nodes: of all bodies.
        cell: pixels of a cell's side.
        pixel_m: of the map, on the ground.
        dem_pixel_m: of the DEM.
    """
    count, body = connect(nodes.pairs, len(nodes))
    area = sum_by(body, nodes.pixels, count)
    centre = np.stack([sum_by(body, nodes.pixels * place, count) / area for place in (nodes.x, nodes.y)], axis=1)
    samples, edge = sum_by(body, nodes.samples, count), sum_by(body, nodes.edge, count)
    state = _states(area, edge, samples, dem_pixel_m / pixel_m)
    noise = _noise(nodes)
    given = _levels(nodes, body, centre, noise)
    plane = _fit_planes(given, pixel_m)
    left = given.level - _on_plane(plane, body, given.places)
    rest, used = np.zeros(len(nodes)), np.ones(len(nodes), np.bool_)
    scale = np.zeros(count)
    for _ in range(_LAYINGS):
        rest = _smooth(nodes, np.where(used, given.weight, 0.0), left, cell, pixel_m, rest)
        off = np.abs(left - rest)
        scale = 1.4826 * given.median(off)
        used = off <= _OUTLIER * np.maximum(scale, _LEAST_SCALE_M)[body]
    state[(state == ESTIMATED) & (scale > _LARGEST_SCATTER_M)] = ROUGH_EDGE
    return Surface(body, state, plane, centre, rest, samples, noise)


def _levels(nodes: Nodes, body: LongArray, centre: DoubleArray, noise: float) -> _Levels:
    """Return the levels of nodes with the weights of the module's docstring, 0 where there are no samples."""
    known, count = nodes.samples > 0, len(centre)
    variance = _LEVEL_ERROR_M**2 + _SHARED_ERRORS * noise**2 / np.maximum(nodes.samples, 1)
    weight = np.where(known, 1 / (variance + np.maximum(nodes.step**2 - 2 * noise**2, 0) / 12), 0.0)
    good = known & (weight >= _GOOD * _largest(body, weight, count)[body])
    places = np.stack([nodes.x - centre[body, 0], nodes.y - centre[body, 1]], axis=1)
    return _Levels(body, count, places, np.where(known, nodes.level, 0.0), weight, good)


def _states(area: DoubleArray, edge: DoubleArray, samples: DoubleArray, ratio: float) -> LongArray:
    """Return of which bodies something can be told; `ratio` is a DEM's pixel in pixels of the map."""
    state = np.full(len(area), ESTIMATED, np.int64)
    state[(area < (_DEM_PIXELS * ratio) ** 2 / 2) | (samples < _DEM_PIXELS * ratio)] = COARSE_DEM
    least = np.maximum(_LEAST_SAMPLES, _SAMPLES_A_SIDE * np.sqrt(area))
    state[samples < least] = NO_HEIGHTS
    state[edge < least] = SHORT_EDGE
    return state


def _noise(nodes: Nodes) -> float:
    """Return the standard deviation of single heights, from their scatter within nodes."""
    scatter = nodes.scatter[np.isfinite(nodes.scatter)]
    return float(np.clip(np.median(scatter), _LEAST_NOISE_M, _LARGEST_NOISE_M)) if scatter.size else _LARGEST_NOISE_M


def _largest(group: LongArray, values: DoubleArray, count: int) -> DoubleArray:
    found = np.zeros(count)
    np.maximum.at(found, group, values)
    return found


def _on_plane(plane: DoubleArray, body: LongArray, places: DoubleArray) -> DoubleArray:
    return np.asarray(plane[body, 0] + (plane[body, 1:] * places).sum(axis=1))


@dataclass(frozen=True)
class _Levels:
    """Levels of nodes: bodies (n,) of so many, places (n, 2) in pixels from the body's centre, metres, weights, and which tell most."""

    body: LongArray
    count: int
    places: DoubleArray
    level: DoubleArray
    weight: DoubleArray
    good: BoolArray

    def median(self, values: DoubleArray) -> DoubleArray:
        """Return the median of each body's good nodes, 0 where there are none."""
        return np.nan_to_num(median_by(self.body[self.good], values[self.good], self.count))


def _fit_planes(given: _Levels, pixel_m: float) -> DoubleArray:
    """Return a robust plane for each body, float64 (bodies, 3): height at the centre and metres a pixel across and down."""
    columns = [np.ones(len(given.body)), given.places[:, 0], given.places[:, 1]]
    prior = np.diag([_ANY_LEVEL, *[(_SLOPE_PRIOR * pixel_m) ** -2] * 2])
    plane = np.zeros((given.count, 3))
    plane[:, 0] = given.median(given.level)
    for _ in range(_FITS):
        off = np.abs(given.level - _on_plane(plane, given.body, given.places))
        scale = np.maximum(1.4826 * given.median(off), _LEAST_SCALE_M)[given.body]
        weight = given.weight * np.minimum(1.0, _HUBER * scale / np.maximum(off, 1e-9))
        right = np.stack([sum_by(given.body, weight * one * given.level, given.count) for one in columns], axis=1)
        normal = [[sum_by(given.body, weight * one * other, given.count) for other in columns] for one in columns]
        plane = np.linalg.solve(np.moveaxis(np.array(normal), 2, 0) + prior, right[..., None])[..., 0]
    return plane


def _smooth(nodes: Nodes, weight: DoubleArray, left: DoubleArray, cell: int, pixel_m: float, start: DoubleArray) -> DoubleArray:
    """Return what minimises the sum of the docstring, float64 (nodes,), from a first guess on."""
    from scipy.sparse import coo_array, diags_array  # a third of a second, and most runs lay no surface
    from scipy.sparse.linalg import LinearOperator, cg

    variance = _STEP_M**2 * cell * pixel_m / _STEP_DISTANCE_M
    stiff = nodes.contact / cell / variance
    one, other = nodes.pairs.T
    n = len(nodes)
    links = coo_array((-np.tile(stiff, 2), (np.append(one, other), np.append(other, one))), shape=(n, n))
    diagonal = weight + 1e-6 + sum_by(np.append(one, other), np.tile(stiff, 2), n)
    system = (links + diags_array(diagonal)).tocsr()
    inverse = LinearOperator((n, n), matvec=lambda v: v / diagonal)
    found, _ = cg(system, weight * left, x0=start, rtol=1e-4, maxiter=300, M=inverse)
    return np.asarray(found)
