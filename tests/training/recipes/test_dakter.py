"""DAKTer's generator: two branches, the balance of their signals, soft labels, and its checks."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from tidemark.engine.training.datasets.images import write_picture
from tidemark.engine.training.datasets.oil import Patch
from tidemark.engine.training.networks.joint_diffusion import JointDenoiser, MaskDenoiser
from tidemark.engine.training.recipes.dakter import (
    Generator,
    GeneratorSettings,
    Variant,
    as_one_hot,
    as_signal,
    balance_factor,
    draw_pairs,
    schedule,
)
from tidemark.engine.training.recipes.dakter_checks import copies, fading, grid, likeness, write_fading
from tidemark.engine.training.sampling.oil_tiles import TILE, OilTileSampler

TINY = GeneratorSettings(width=8, levels=1, batch=2, sampling=3, bfloat16=False)


def patch(seed: int = 0, side: int = 96) -> Patch:
    rng = np.random.default_rng(seed)
    label = np.zeros((side, side), np.uint8)
    label[: side // 2] = 1
    image = np.where(label == 1, 0.2, 0.7) + rng.normal(0, 0.05, label.shape)
    return Patch(str(seed), np.clip(image, 0, 1).astype(np.float32), label)


def tiles(seed: int = 0) -> OilTileSampler:
    return OilTileSampler([patch()], TILE, np.random.default_rng(seed))


def generator(variant: Variant = Variant.BALANCED, steps: int = 0) -> Generator:
    made = Generator(variant, TINY, 0.5)
    if steps:
        made.train(tiles(), steps)
    return made


def noisy() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    chance = torch.Generator().manual_seed(0)
    return torch.randn(2, 1, 16, 16, generator=chance), torch.randn(2, 2, 16, 16, generator=chance), torch.tensor([10, 900])


def test_at_the_start_no_branch_sees_the_other() -> None:
    network = JointDenoiser(2, 8, 1)
    image, label, time = noisy()
    drawn, logits = network(image, label, time)
    assert torch.equal(network(image, label + 1, time)[0], drawn)
    assert torch.equal(network(image + 1, label, time)[1], logits)
    assert not torch.equal(network(image + 1, label, time)[0], drawn)


def test_training_opens_the_exchange_both_ways() -> None:
    network = generator(steps=2).network
    image, label, time = noisy()
    drawn, logits = network(image, label, time)
    assert not torch.equal(network(image, label + 1, time)[0], drawn)
    assert not torch.equal(network(image + 1, label, time)[1], logits)


def test_b_is_the_ratio_of_the_root_mean_squares() -> None:
    image = torch.full((1, 1, 2, 2), -0.6)
    assert balance_factor(image, as_one_hot(np.array([[[[0, 1], [1, 0]]]], np.uint8))) == pytest.approx(0.6)
    assert balance_factor(torch.tensor([[[[1.0, 0.0]]]]), torch.ones(1, 2, 1, 2)) == pytest.approx(math.sqrt(0.5))


def test_with_the_computed_b_both_signals_fade_alike_and_with_1_they_do_not() -> None:
    image, label = tiles().draw(32)
    seen = as_signal(image), as_one_hot(label)
    balanced = fading(*seen, balance_factor(*seen))
    assert balanced.largest_gap < 0.03
    assert fading(*seen, 1.0).largest_gap > 0.3
    alphas = schedule().alphas_cumprod
    power = float(seen[0].square().mean())
    expected = [power * float(alphas[time] / (1 - alphas[time])) for time in balanced.time]
    np.testing.assert_allclose(balanced.image, expected, rtol=0.05)


def test_labels_are_one_hot_in_plus_and_minus_one() -> None:
    label = as_one_hot(np.array([[[[0, 1, 255]]]], np.uint8))
    assert label[0, :, 0].tolist() == [[1, -1, 1], [-1, 1, -1]]


@pytest.mark.parametrize("variant", [one for one in Variant if one is not Variant.FROM_MASK])
def test_soft_labels_sum_to_one_and_stay_soft(variant: Variant) -> None:
    image, soft = generator(variant, steps=1).sample(2, seed=3)
    assert image.shape == (2, 1, TILE, TILE)
    assert 0 <= image.min() <= image.max() <= 1
    torch.testing.assert_close(soft.sum(dim=1), torch.ones(2, TILE, TILE))
    pairs = draw_pairs(generator(variant, steps=1), 2, 3, tiles())
    assert ((pairs.soft > 0.001) & (pairs.soft < 0.999)).mean() > 0.5
    assert len(np.unique(pairs.soft)) > 10


def test_a_variant_without_balance_has_a_factor_of_one() -> None:
    assert [generator(one).balance for one in Variant] == [0.5, 1.0, 0.5, 1.0, 1.0]


def test_unknown_pixels_count_in_no_label_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    made = generator()
    image, label = tiles().draw(2)
    # The noisy label would change with the label, and everything with it.
    monkeypatch.setattr(made, "noised", lambda image, *_: (image, as_one_hot(label)))
    known = torch.ones(2, 1, TILE, TILE)
    known[..., :32] = 0
    turned = np.where(np.arange(TILE) < 32, 1 - label, label).astype(np.uint8)
    losses = [
        float(made.loss(as_signal(image), as_one_hot(one), known, torch.Generator().manual_seed(0)).detach()) for one in (label, turned)
    ]
    assert losses[0] == pytest.approx(losses[1])


@pytest.mark.parametrize("variant", list(Variant))
def test_the_loss_falls(variant: Variant) -> None:
    made = Generator(variant, GeneratorSettings(width=8, levels=1, batch=4, rate=3e-3, bfloat16=False), 0.5)
    drawn = tiles()
    first = made.train(drawn, 3)
    made.train(drawn, 30)
    assert made.train(drawn, 3) < 0.8 * first


def test_a_generator_from_masks_keeps_the_masks() -> None:
    made = generator(Variant.FROM_MASK, steps=1)
    pairs = draw_pairs(made, 3, 1, tiles(5))
    np.testing.assert_array_equal(pairs.soft, tiles(5).draw(3)[1][:, 0])
    with pytest.raises(ValueError, match="none were given"):
        made.sample(1, 1)


def test_the_baseline_sees_its_mask() -> None:
    network = MaskDenoiser(2, 8, 1)
    image, label, time = noisy()
    assert not torch.equal(network(image, label, time), network(image, -label, time))


def test_a_generator_goes_on_where_it_was_broken_off(tmp_path: Path) -> None:
    whole, broken = generator(), generator()
    drawn, again = tiles(), tiles()
    whole.train(drawn, 2)
    whole.train(drawn, 2)
    broken.train(again, 2)
    broken.save(tmp_path / "state.pt")
    resumed = generator()
    resumed.load(tmp_path / "state.pt")
    resumed.train(again, 2)
    assert resumed.step == 4
    for name, value in whole.averaged.state_dict().items():
        torch.testing.assert_close(resumed.averaged.state_dict()[name], value)


def test_the_same_seed_draws_the_same_pairs() -> None:
    made = generator(steps=1)
    assert torch.equal(made.sample(1, 7)[0], made.sample(1, 7)[0])
    assert not torch.equal(made.sample(1, 7)[0], made.sample(1, 8)[0])


def unlike(seed: int) -> Patch:
    rng = np.random.default_rng(seed)
    coarse = rng.uniform(0, 1, (24, 24)).astype(np.float32)
    image = np.kron(coarse, np.ones((4, 4), np.float32))
    return Patch(str(seed), image, np.zeros(image.shape, np.uint8))


def test_a_copy_of_a_training_tile_is_found_even_when_mirrored() -> None:
    trained = [unlike(seed) for seed in range(3)]
    copied = trained[1].image[8:72, 12:76][:, ::-1]
    new = unlike(77).image[:64, :64]
    unseen = np.stack([unlike(seed).image[:64, :64] for seed in range(40, 60)])
    made = np.stack([np.rint(255 * one).astype(np.uint8) for one in (copied, new)])
    found = copies(made, unseen, trained)
    assert found.highest > 0.999
    assert found.over >= 0.5
    assert max(found.median, found.limit) < 0.9


def test_likeness_is_blind_to_brightness_and_contrast() -> None:
    trained = unlike(1)
    tile = trained.image[:64, :64]
    window = tile.reshape(16, 4, 16, 4).mean(axis=(1, 3)).reshape(1, -1)
    window = (window - window.mean()) / np.linalg.norm(window - window.mean())
    assert likeness((0.2 + 0.3 * tile)[None], window.astype(np.float32))[0] == pytest.approx(1, abs=1e-4)


def test_pictures_can_be_opened(tmp_path: Path) -> None:
    import rasterio

    picture = grid([[np.zeros((8, 8), np.float32)] * 3, [np.ones((8, 8), np.float32)]], zoom=2)
    write_picture(tmp_path / "grid.png", picture)
    with pytest.warns(rasterio.errors.NotGeoreferencedWarning), rasterio.open(tmp_path / "grid.png") as opened:
        np.testing.assert_array_equal(opened.read(), picture)
    image, label = tiles().draw(4)
    write_fading(tmp_path / "fading.svg", fading(as_signal(image), as_one_hot(label), 0.4))
    text = (tmp_path / "fading.svg").read_text(encoding="utf-8")
    assert text.count("<circle") == 21
    assert "nan" not in text
