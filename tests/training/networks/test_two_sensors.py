"""The network of two sensors: what its students share, what they exchange, and that the radar alone is a plain student."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn

from tidemark.engine.training.fitting import update_average
from tidemark.engine.training.networks.student import Shape, Student, count_multiplications, count_parameters
from tidemark.engine.training.networks.two_sensors import THETA, Coupling, Gate, Mean, SensorView, TwoSensors, swapped

TINY = Shape(bands=2, stem=4, width=16, levels=1)
EXCHANGE = Coupling(channels=True, columns=True)


def network(coupling: Coupling) -> TwoSensors:
    torch.manual_seed(0)
    return TwoSensors(TINY, 6, coupling).eval()


def images() -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(1)
    return torch.rand(2, 2, 32, 40), torch.rand(2, 6, 32, 40)


def parts(student: Student, kind: type[nn.Module]) -> list[nn.Module]:
    return [module for name, module in student.named_modules() if isinstance(module, kind) and not name.startswith("stem")]


def kept(module: nn.Module) -> list[int]:
    return [value.data_ptr() for value in (*module.parameters(), *module.buffers())]


@pytest.mark.parametrize(("convolutions", "norms"), [(True, False), (True, True), (False, False), (False, True)])
def test_convolutions_and_norms_are_shared_as_the_arm_says(convolutions: bool, norms: bool) -> None:
    both = network(Coupling(convolutions, norms))
    for kind, shared in ((nn.Conv2d, convolutions), (nn.BatchNorm2d, norms)):
        pairs = list(zip(parts(both.radar, kind), parts(both.optical, kind), strict=True))
        assert len(pairs) > 5
        assert all((kept(one) == kept(other)) == shared for one, other in pairs)
    assert both.radar.stem[1][0].weight.shape[1] == 2 * 16  # type: ignore[index]
    assert both.optical.stem[1][0].weight.shape[1] == 6 * 16  # type: ignore[index]


def test_norms_of_their_own_see_other_statistics_through_the_same_convolutions() -> None:
    both = network(Coupling()).train()
    both(*images())
    radar, optical = (parts(student, nn.BatchNorm2d)[0] for student in (both.radar, both.optical))
    assert not torch.equal(radar.running_mean, optical.running_mean)  # type: ignore[arg-type]


def test_arms_start_from_the_weights_of_a_radar_student_trained_alone() -> None:
    torch.manual_seed(0)
    alone = Student(TINY).state_dict()
    for coupling in (Coupling(), EXCHANGE, Coupling(convolutions=False, gate=False)):
        assert all(torch.equal(alone[name], value) for name, value in network(coupling).radar.state_dict().items())


def test_the_radar_alone_costs_what_a_student_trained_alone_costs() -> None:
    both, image = network(EXCHANGE), images()[0]
    plain = Student(TINY)
    assert count_parameters(both.radar) == count_parameters(plain)
    assert count_multiplications(SensorView(both, "radar"), image) == count_multiplications(plain, image) > 0
    assert count_multiplications(SensorView(both, "both"), torch.cat(images(), dim=1)) > 2 * count_multiplications(plain, image)


def test_the_radar_alone_does_not_depend_on_the_optical_image() -> None:
    both = network(EXCHANGE)
    radar, optical = images()
    alone = SensorView(both, "radar")
    torch.testing.assert_close(alone(torch.cat([radar, optical], dim=1)[:, :2]), both.radar.trunk(radar))
    assert not torch.allclose(
        SensorView(both, "both")(torch.cat([radar, optical], 1)), SensorView(both, "both")(torch.cat([radar, 1 - optical], 1))
    )


def test_without_an_exchange_each_sensor_sees_in_step_what_it_sees_alone() -> None:
    both = network(Coupling())
    radar, optical = images()
    seen = both(radar, optical)
    torch.testing.assert_close(seen.logits[0], both.radar.trunk(radar))
    torch.testing.assert_close(seen.logits[1], both.optical.trunk(optical))
    assert seen.fused.shape == seen.logits[0].shape == (2, 1, 32, 40)


def test_channels_move_when_their_factor_is_small_and_not_otherwise() -> None:
    both = network(Coupling(channels=True))
    assert [int(pair[0].sum() + pair[1].sum()) for pair in both.swaps() if pair] == [0, 0]
    radar, optical = images()
    before = both(radar, optical).logits
    with torch.no_grad():
        both.radar.encoders[0].body[0][1].weight[12] = THETA / 2  # type: ignore[index]
        both.optical.encoders[0].body[0][1].weight[12] = THETA / 2  # type: ignore[index]
    first = both.swaps()[0]
    assert first is not None
    assert first[0].nonzero().flatten().tolist() == [12]
    # The optical gives up channels of the other half only.
    assert not first[1].any()
    assert not torch.allclose(both(radar, optical).logits[0], before[0])
    with torch.no_grad():
        alone = both.radar.trunk(radar)
    assert not torch.allclose(both(radar, optical).logits[0], alone)


def test_a_channel_that_is_given_up_holds_the_other_sensors_features() -> None:
    one, other = torch.zeros(1, 3, 2, 4), torch.ones(1, 3, 2, 4)
    radar, optical = swapped((one, other), 0, (torch.tensor([True, False, False]), torch.tensor([False, False, True])), columns=False)
    assert radar[0, :, 0, 0].tolist() == [1, 0, 0]
    assert optical[0, :, 0, 0].tolist() == [1, 1, 0]


def test_every_second_column_is_swapped_in_every_second_block() -> None:
    one, other = torch.zeros(1, 3, 2, 5), torch.ones(1, 3, 2, 5)
    radar, optical = swapped((one, other), 1, None, columns=True)
    assert radar[0, 0, 0].tolist() == [0, 1, 0, 1, 0]
    assert optical[0, 0, 0].tolist() == [1, 0, 1, 0, 1]
    assert swapped((one, other), 0, None, columns=True)[0] is one
    assert swapped((one, other), 1, None, columns=False)[0] is one


def test_theta_rises_until_the_share_is_exchanged_and_never_falls_below_cens() -> None:
    both = network(EXCHANGE)
    with torch.no_grad():
        for values in both.penalised():
            assert len(values) == 16
        for block in (*both.radar.encoders, *both.optical.encoders, *both.radar.decoders, *both.optical.decoders):
            block.body[0][1].weight.uniform_(0.5, 1.0)
    both.raise_theta(0.25)
    assert [sum(int(pair[side].sum()) for pair in both.swaps() if pair) for side in (0, 1)] == [4, 4]
    both.raise_theta(0.0)
    assert not any(bool(part.any()) for pair in both.swaps() if pair for part in pair)
    assert 0.5 <= float(both.theta.min()) <= float(both.theta.max()) <= 1.0
    with torch.no_grad():
        both.radar.encoders[0].body[0][1].weight.zero_()  # type: ignore[index]
    both.raise_theta(0.0)
    assert float(both.theta[0]) == pytest.approx(THETA)


def test_without_an_exchange_of_channels_nothing_is_penalised() -> None:
    both = network(Coupling(columns=True))
    assert [len(part) for part in both.penalised()] == [0, 0]
    both.raise_theta(0.5)
    assert both.theta.tolist() == pytest.approx([THETA, THETA])


def test_the_gate_weighs_two_maps_between_minus_1_and_1() -> None:
    torch.manual_seed(0)
    gate = Gate(8)
    radar, optical = 5 * torch.randn(2, 8, 6, 7), 5 * torch.randn(2, 8, 6, 7)
    fused = gate(radar, optical).detach()
    assert fused.shape == radar.shape
    assert float(fused.abs().max()) <= 1.0
    bounds = torch.stack([torch.tanh(gate.radar(radar)), torch.tanh(gate.optical(optical))])
    assert bool(((fused >= bounds.amin(0) - 1e-6) & (fused <= bounds.amax(0) + 1e-6)).all())
    assert torch.equal(Mean()(radar, optical), (radar + optical) / 2)


def test_shared_weights_are_averaged_once() -> None:
    average, current = (network(Coupling()) for _ in range(2))
    with torch.no_grad():
        for value in average.parameters():
            value.zero_()
        for value in current.parameters():
            value.fill_(1.0)
    update_average(average, current, 0.75)
    assert all(torch.allclose(value, torch.tensor(0.25)) for value in average.parameters())


def test_a_shape_without_levels_is_a_network_too() -> None:
    both = TwoSensors(replace(TINY, levels=0), 6, EXCHANGE)
    assert both(*images()).low[0].shape == (2, 16, 8, 10)
