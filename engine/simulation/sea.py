"""The sea of simulated scenes: wind, swell, oil slicks, look-alikes (patches of low wind) and ships, in mean backscatter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..raster.arrays import DoubleArray, FloatArray
from .land import cross_polarised_db, open_water_db
from .texture import Block, Painted, Scatter, fractal_noise, uniform, value_noise

_STREAMS = {name: number for number, name in enumerate(
    ("wind", "streaks", "swell", "calm", "edge", "slick", "ship", "character"), start=41)}  # fmt: skip

_SLICKS = Scatter(_STREAMS["slick"], cell_m=9000, share=0.6, reach_m=4500, traits=5, central=True)
_SHIPS = Scatter(_STREAMS["ship"], cell_m=6000, share=0.35, reach_m=250, traits=3)


def damping_at(wind: float) -> float:
    """Return how much of a slick's contrast the wind leaves, 0 to 1: slicks are seen between about 2 and 12 m/s."""
    return float(np.clip((wind - 1.5) / 1.5, 0, 1) * np.clip((15.0 - wind) / 5.0, 0, 1))


@dataclass(frozen=True)
class Sea:
    """One simulated sea, without bounds.

    Attributes:
        seed: chooses winds, slicks and ships.
        wind: mean wind in m/s.
        slicks: whether there are any.
    """

    seed: int
    wind: float
    slicks: bool = True

    def nodes(self, y: DoubleArray, x: DoubleArray) -> FloatArray:
        """Return the smooth fields (K, len(y) − 2, len(x) − 2) on nodes."""
        angle = 2 * np.pi * uniform(self.seed, _STREAMS["character"], 0)
        calm = fractal_noise(self.seed, _STREAMS["calm"], (y, x), 7500, 3, 0.4)
        # A patch of low wind: the wind falls to a third over one or two kilometres, without an edge.
        lull = 1 / (1 + np.exp(-5 * (calm - 1.5)))
        bend = fractal_noise(self.seed, _STREAMS["swell"], (y, x), 2500, 2)
        phase = (y[:, None] * np.cos(angle) + x[None, :] * np.sin(angle)) * 2 * np.pi / self._swell_m + 1.5 * bend
        fields = (
            np.log(self.wind) + 0.12 * fractal_noise(self.seed, _STREAMS["wind"], (y, x), 5000, 4) - 1.1 * lull,
            value_noise(self.seed, _STREAMS["streaks"], y, x / 6, 320),
            phase,
            fractal_noise(self.seed, _STREAMS["edge"], (y, x), 900, 3, 0.6),
        )
        return np.stack([field[1:-1, 1:-1] for field in fields]).astype(np.float32)

    @property
    def _swell_m(self) -> float:
        return 170 + 160 * uniform(self.seed, _STREAMS["character"], 1)

    def _slicks(self, edge: FloatArray, y: DoubleArray, x: DoubleArray) -> FloatArray:
        """Return how far each pixel (h, w) is damped, in dB before the wind has its say."""
        damped = np.zeros(edge.shape, dtype=np.float32)
        if not self.slicks:
            return damped
        for row, column, turn, long, wide, deep, bend in _SLICKS.near(self.seed, y, x):
            half = 900 + 3600 * long**2
            dy, dx = (y - row)[:, None].astype(np.float32), (x - column)[None, :].astype(np.float32)
            along, aside = np.float32(np.cos(2 * np.pi * turn)), np.float32(np.sin(2 * np.pi * turn))
            s = (dx * along + dy * aside) / np.float32(half)
            t = dy * along - dx * aside - np.float32((bend - 0.5) * 1400) * (s * s - np.float32(0.3))
            width = np.float32(70 + 420 * wide**2) * np.maximum(1 - s * s, 0) * (1 + np.float32(0.55) * edge)
            # Sharp to windward, feathered to leeward.
            feather = np.where(t > 0, np.float32(50 + 0.5 * width.max()), np.float32(35))
            inside = np.clip((width - np.abs(t)) / feather + np.float32(0.5), 0, 1) * (np.abs(s) < 1)
            np.maximum(damped, inside * np.float32(3 + 5 * deep), out=damped)
        return damped

    def _ships(self, y: DoubleArray, x: DoubleArray) -> FloatArray | None:
        """Return the power that ships add, (h, w), or None where there are none near."""
        power: FloatArray | None = None
        for row, column, turn, long, bright in _SHIPS.near(self.seed, y, x):
            dy, dx = (y - row)[:, None], (x - column)[None, :]
            along, aside = np.cos(np.pi * turn), np.sin(np.pi * turn)
            s, t = dx * along + dy * aside, dy * along - dx * aside
            hull = np.exp(-((s / (20 + 90 * long)) ** 4) - (t / 16) ** 2)
            echo = (10 ** (0.2 + 1.3 * bright) * hull).astype(np.float32)
            power = echo if power is None else power + echo
        return power

    def paint(self, block: Block) -> Painted:
        """Paint one block of `nodes`' fields. The truth is oil: look-alikes are not."""
        wind, streaks, phase, edge = block.fields
        sea = open_water_db(np.exp(wind + np.float32(0.05) * streaks)) + block.grain * np.float32(0.25)
        sea += np.float32(0.5) * np.sin(phase)
        damped = self._slicks(edge, block.y, block.x)
        oil = damped > np.float32(1.5)
        co_polarised = sea - damped * np.float32(damping_at(self.wind))
        mean = np.stack([co_polarised, cross_polarised_db(co_polarised)])
        ships = self._ships(block.y, block.x)
        if ships is None:
            return Painted(mean, oil, None)
        oil &= ships < np.float32(0.01)
        return Painted(mean, oil, 1 + ships / 10 ** (co_polarised / np.float32(10)))
