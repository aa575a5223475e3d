"""Two students that see the same ground through different sensors and share what they have learned about shapes (CSK-Net).

Both are plain students. They share their convolutions (all but the first, whose bands differ), while each keeps batch norms of its own; so
the radar alone is mapped by a plain student, at its price. With both sensors they run in step, exchange features, and a gate fuses them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from .student import Shape, Student, new_head

TensorPair = tuple[Tensor, Tensor]
Swap = Callable[[int, TensorPair], TensorPair]

THETA = 2e-2
"""Of channel exchange: a norm's factor below this, in absolute value, marks a channel of no use (CEN)."""


@dataclass(frozen=True)
class Coupling:
    """The connections of the two students.

    Attributes:
        convolutions, norms: whether they share them.
        channels: exchange channels of little use, in every second residual block.
        columns: swap every second column, in the other ones.
        gate: fuse by a gate, or else by the mean.
    """

    convolutions: bool = True
    norms: bool = False
    channels: bool = False
    columns: bool = False
    gate: bool = True


@dataclass(frozen=True)
class Seen:
    """Features and logits of two students in step, the radar's first.

    Attributes:
        low: features of the first level, each (N, `width`, H / `stem`, W / `stem`).
        features: what the heads see, of the same shapes.
        logits: of each, (N, 1, H, W).
        fused: the logits of both together.
    """

    low: TensorPair
    features: TensorPair
    logits: TensorPair
    fused: Tensor


class Gate(nn.Module):
    """The gated unit: of tanh(W_r r) and tanh(W_o o) each channel takes a share z = sigmoid(W_z [r; o]) and 1 - z."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.radar, self.optical = nn.Conv2d(channels, channels, 1), nn.Conv2d(channels, channels, 1)
        self.share = nn.Conv2d(2 * channels, channels, 1)

    def forward(self, radar: Tensor, optical: Tensor) -> Tensor:
        """Return the fusion of two maps (N, C, H, W), between -1 and 1."""
        share = torch.sigmoid(self.share(torch.cat([radar, optical], dim=1)))
        return share * torch.tanh(self.radar(radar)) + (1.0 - share) * torch.tanh(self.optical(optical))


class Mean(nn.Module):
    """The fusion of the arm without a gate."""

    def forward(self, radar: Tensor, optical: Tensor) -> Tensor:
        """Return the mean of two maps (N, C, H, W)."""
        return (radar + optical) / 2.0


class TwoSensors(nn.Module):
    """Radar and optical student, coupled.

    Args:
        shape: of both students, with the radar's bands.
        optical_bands: of the other one.
        coupling: see there.

    Attributes:
        theta: float32 (2,), of radar and optical: below this |γ| a channel takes the other sensor's features; `raise_theta` sets it.
    """

    theta: Tensor

    def __init__(self, shape: Shape, optical_bands: int, coupling: Coupling) -> None:
        super().__init__()
        self.shape, self.coupling = shape, coupling
        # The radar student is made first: it starts from the same weights as one that is trained alone.
        self.radar, self.optical = Student(shape), Student(replace(shape, bands=optical_bands))
        _share(self.radar, self.optical, coupling)
        self.fusion = Gate(shape.width) if coupling.gate else Mean()
        self.head = new_head(shape)
        self.register_buffer("theta", torch.full((2,), THETA))

    def forward(self, radar: Tensor, optical: Tensor) -> Seen:
        """Return what both students see of images (N, C, H, W), scaled to about 0 to 1, H and W multiples of the stride."""
        swaps = self.swaps()

        def swap(stage: int, features: TensorPair) -> TensorPair:
            return swapped(features, stage, swaps[stage], self.coupling.columns)

        low, features = in_step((self.radar, self.optical), (radar, optical), swap)
        fused = self.head(self.fusion(*features))
        return Seen(low, features, (self.radar.head(features[0]), self.optical.head(features[1])), fused)

    def swaps(self) -> list[TensorPair | None]:
        """Return for each residual block which channels, bool (C,), radar and optical take from each other; None where none may."""
        found: list[TensorPair | None] = []
        for stage, (radar, optical) in enumerate(self._factors()):
            first = torch.arange(len(radar), device=radar.device) < len(radar) // 2
            # Only a half of each is ever given up, so that no channel is lost on both sides.
            pair = ((radar.abs() < self.theta[0]) & ~first, (optical.abs() < self.theta[1]) & first)
            found.append(pair if self.coupling.channels and stage % 2 == 0 else None)
        return found

    def penalised(self) -> TensorPair:
        """Return the norms' factors, (P,) each, of the channels that radar and optical may give up; none without an exchange."""
        chosen = [pair for stage, pair in enumerate(self._factors()) if self.coupling.channels and stage % 2 == 0]
        if not chosen:
            return self.theta.new_zeros(0), self.theta.new_zeros(0)
        radar = torch.cat([pair[0][len(pair[0]) // 2 :] for pair in chosen])
        return radar, torch.cat([pair[1][: len(pair[1]) // 2] for pair in chosen])

    def raise_theta(self, share: float) -> None:
        """Set theta so that of each sensor's channels that may be exchanged this share is; never below `THETA`."""
        for number, factors in enumerate(self.penalised()):
            if len(factors):
                self.theta[number] = torch.quantile(factors.detach().abs(), share).clamp(min=THETA)

    def _factors(self) -> list[TensorPair]:
        """Return the factors (γ) of the first norm of each residual block, radar and optical."""
        pairs = zip(_residuals(self.radar), _residuals(self.optical), strict=True)
        return [(_factor(radar), _factor(optical)) for radar, optical in pairs]


class SensorView(nn.Module):
    """One way to use the network on a whole image: radar alone, optical alone or both.

    Args:
        network: of two sensors.
        mode: ``radar``, ``optical`` or ``both``; the image then holds the bands of the radar and after them those of the optical.
    """

    def __init__(self, network: TwoSensors, mode: str) -> None:
        super().__init__()
        self.shape, self.network, self.mode = network.shape, network, mode
        self.stride = network.shape.stride

    def forward(self, image: Tensor) -> Tensor:
        """Return the logits (N, 1, H, W) of images (N, C, H, W)."""
        if self.mode == "both":
            bands = self.shape.bands
            return cast(Seen, self.network(image[:, :bands], image[:, bands:])).fused
        student = self.network.radar if self.mode == "radar" else self.network.optical
        return student.trunk(image)


def in_step(students: tuple[Student, Student], images: TensorPair, swap: Swap) -> tuple[TensorPair, TensorPair]:
    """Run two students side by side, with an exchange in every residual block.

    Args:
        students: radar and optical.
        images: theirs.
        swap: takes the block's number, counted along the way, and both features after its first norm.

    Returns:
        the features of the first level and those before the heads.
    """
    stages = iter(range(2 * students[0].shape.levels + 1))

    def residual(blocks: Sequence[nn.Module], x: TensorPair) -> TensorPair:
        bodies = [cast(nn.Sequential, block.body) for block in blocks]
        inner = swap(next(stages), (bodies[0][0](x[0]), bodies[1][0](x[1])))
        found = [functional.relu(value + body[2](functional.relu(new))) for value, new, body in zip(x, inner, bodies, strict=True)]
        return found[0], found[1]

    def each(modules: Sequence[nn.Module], x: TensorPair) -> TensorPair:
        return modules[0](x[0]), modules[1](x[1])

    x = each([student.stem for student in students], images)
    passed: list[TensorPair] = []
    for level in range(students[0].shape.levels):
        x = residual([student.encoders[level] for student in students], x)
        passed.append(x)
        x = each([student.downs[level] for student in students], x)
    x = residual([student.encoders[-1] for student in students], x)
    low = passed[0] if passed else x
    for level, skip in zip(range(students[0].shape.levels), reversed(passed), strict=True):
        # Levels are numbered from the top, the way up begins at the bottom.
        risen = each([student.ups[-1 - level] for student in students], x)
        joined = [
            functional.relu(s + functional.interpolate(r, scale_factor=2.0, mode="nearest")) for s, r in zip(skip, risen, strict=True)
        ]
        x = residual([student.decoders[-1 - level] for student in students], (joined[0], joined[1]))
    return low, x


def swapped(features: TensorPair, stage: int, channels: TensorPair | None, columns: bool) -> TensorPair:
    """Return both features after the exchange of a block.

    Args:
        features: (N, C, H, W) of radar and optical.
        stage: number of the block: columns are swapped in odd ones.
        channels: bool (C,): which ones radar and optical take from each other; None for none.
        columns: whether every second column is swapped.
    """
    radar, optical = features
    if channels is not None:
        taken = [chosen[None, :, None, None] for chosen in channels]
        return torch.where(taken[0], optical, radar), torch.where(taken[1], radar, optical)
    if columns and stage % 2 == 1:
        odd = torch.arange(radar.shape[-1], device=radar.device) % 2 == 1
        return torch.where(odd, optical, radar), torch.where(odd, radar, optical)
    return features


def _factor(block: nn.Module) -> Tensor:
    """Return the factors of the first norm of a residual block, (C,)."""
    convolution = cast(nn.Sequential, cast(nn.Sequential, block.body)[0])
    return cast(Tensor, convolution[1].weight)


def _residuals(student: Student) -> list[nn.Module]:
    """Return the residual blocks in the order in which a student runs through them."""
    return [*student.encoders, *reversed(student.decoders)]


def _share(first: Student, second: Student, coupling: Coupling) -> None:
    """Put modules of the first student in place of the second one's; only the convolutions of the stem have to differ."""
    pairs = [(name, one, other) for (name, one), (_, other) in zip(first.named_modules(), second.named_modules(), strict=True)]
    for name, one, other in pairs:
        if not isinstance(one, nn.Sequential) or not isinstance(other, nn.Sequential):
            continue
        for number, module in enumerate(one):
            wanted = coupling.convolutions if isinstance(module, nn.Conv2d) else coupling.norms and isinstance(module, nn.BatchNorm2d)
            if wanted and not (isinstance(module, nn.Conv2d) and name.startswith("stem")):
                other[number] = module
