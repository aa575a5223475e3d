"""Optical images beside the radar's: whose bands are which, what is refused, and the way through job and command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rasterio.transform import from_origin

from helpers.networks import write_dark_is_water, write_darker_is_flood
from helpers.optical import optical, picture
from helpers.optical_jobs import DRY, WET, beside, job, radar_dates, read, run_of
from tidemark.engine.cli.main import main
from tidemark.engine.contract import card as cards
from tidemark.engine.contract.card import read_card
from tidemark.engine.contract.errors import InputError, ModelError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.pipeline.detect import detect


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_darker_is_flood(tmp_path / "models"))


@pytest.fixture
def dates(tmp_path: Path) -> tuple[Source, Source]:
    """Both radar dates."""
    return radar_dates(tmp_path)


def test_bands_are_found_in_files_of_their_own_and_by_given_numbers(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    want = read(detect(job(tmp_path, model, *dates, *beside(tmp_path))))
    sources, given = [], []
    for role, wet, seed in (("optical", WET, 3), ("optical-before", DRY, 4)):
        bands = picture(wet, seed)
        files = [optical(tmp_path / f"{role}_20240507_{name}.tif", bands[[i]], ("",)) for i, name in ((2, "B04"), (0, "b11"), (1, "B8A"))]
        sources.append(Source(tuple(files), role))
        nameless = optical(tmp_path / f"{role}.tif", bands[[1, 2, 0]], ("", "", ""))
        given.append(Source((nameless,), role, {"swir": 3, "nir": 1, "visible": 2}))
    assert (read(detect(job(tmp_path, model, *dates, *sources))) == want).all()
    result = detect(job(tmp_path, model, *dates, *given))
    assert (read(result) == want).all()
    assert run_of(result)["optical"]["after"]["bands_from"] == "given"


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("B2", "B3", "B4", "B8", "B8A", "B11", "B12"), {"swir": 6, "nir": 4, "visible": 3}),
        (("swir 2", "Near infrared (NIR)", "Green"), {"swir": 1, "nir": 2, "visible": 3}),
        (("R", "G", "B"), {}),
        (("red", "green", "blue"), {"visible": 1}),
    ],
)
def test_optical_bands_are_known_by_their_names(model: str, names: tuple[str, ...], found: dict[str, int]) -> None:
    wanted = read_card(Path(model)).optical
    assert wanted is not None
    assert wanted.find_bands(names) == found


def test_optical_images_in_the_wrong_order_are_told(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    after, before = beside(tmp_path)
    swapped = Source(before.paths, "optical"), Source(after.paths, "optical-before")
    assert any("optical image before" in n and "swapped" in n for n in detect(job(tmp_path, model, *dates, *swapped)).notices)


def test_optical_images_without_their_radar_or_each_other_are_refused(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    after, before = beside(tmp_path)
    cases = {
        r"none of the date to map\..*--optical;": (*dates, before),
        "are the same file": (*dates, after, Source(after.paths, "optical-before")),
        "Give the older radar image with --before": (dates[0], after, before),
    }
    for words, sources in cases.items():
        with pytest.raises(InputError, match=words):
            detect(job(tmp_path, model, *sources))
    with pytest.raises(InputError, match="'change' takes no optical image"):
        detect(Job("change", (*dates, after, before), str(tmp_path / "out")))
    with pytest.raises(InputError, match="'otsu' takes no optical image"):
        detect(job(tmp_path, "", *dates, after, before, method="otsu"))
    with pytest.raises(ModelError, match=r"optical images of two dates, and there is one.*--optical-before"):
        detect(job(tmp_path, model, *dates, after))
    with pytest.raises(ModelError, match="sees radar only"):
        detect(job(tmp_path, str(write_dark_is_water(tmp_path / "plain")), *dates, after, before))
    with pytest.raises(InputError, match="compares two dates"):
        detect(job(tmp_path, model, dates[0], reference_water="usual.tif"))
    with pytest.raises(InputError, match="compares two dates"):
        detect(job(tmp_path, model, dates[0]))
    assert not list(tmp_path.glob("out*"))


def test_bands_of_optical_images_that_were_not_given_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["detect", "s.tif", "--task", "flood", "--optical-bands", "swir=1,nir=2", "--output", str(tmp_path / "out")]) == 2
    assert "There are optical bands, but no optical images." in capsys.readouterr().err


def test_optical_images_that_cannot_be_used_are_refused_with_a_way_out(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    good = beside(tmp_path)[1]

    def refused(words: str, source: Source) -> None:
        with pytest.raises(InputError, match=words):
            detect(job(tmp_path, model, *dates, source, good))

    far = optical(tmp_path / "far.tif", picture(WET, 3), transform=from_origin(700_000, 6_700_000, 10, 10))
    refused("The image and the optical image do not overlap", Source((far,), "optical"))
    single = optical(tmp_path / "single.tif", picture(WET, 3)[:1], ("",))
    refused(
        "The optical image has one band without a name: no swir and no nir and no visible.*--optical-bands", Source((single,), "optical")
    )
    colour = optical(tmp_path / "colour.tif", picture(WET, 3), ("R", "G", "B"))
    refused("3 bands named R, G, B: no swir.*--optical-bands", Source((colour,), "optical"))
    nowhere = optical(tmp_path / "nowhere.tif", picture(WET, 3)[:, :100], crs=None)
    refused("no georeference", Source((nowhere,), "optical"))
    for numbers in ({"swir": 1, "nir": 2, "visible": 4}, {"swir": 1, "nir": 1, "visible": 2}, {"swir": 1, "nir": 2}, {"red": 1}):
        refused("each with a band number of its own between 1 and 3", Source((colour,), "optical", numbers))
    (tmp_path / "broken.tif").write_bytes(b"II*\0 no image")
    refused(r"broken\.tif cannot be read", Source((str(tmp_path / "broken.tif"),), "optical"))
    refused("There is no file", Source((str(tmp_path / "none.tif"),), "optical"))
    whole = Path(optical(tmp_path / "cut.tif", picture(WET, 3)))
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    refused(r"cut\.tif", Source((str(whole),), "optical"))
    assert not list(tmp_path.glob("out*"))


def test_a_job_with_optical_images_survives_the_way_to_the_engine(tmp_path: Path) -> None:
    sources = (
        Source(("a.tif",)),
        Source(("b.tif",), "before"),
        Source(("c.tif", "d.tif"), "optical", {"swir": 1, "nir": 2, "visible": 3}),
        Source(("e.tif",), "optical-before"),
    )
    sent = Job("flood", sources, str(tmp_path / "out"))
    assert Job.from_dict(json.loads(json.dumps(sent.to_dict()))) == sent


def test_the_command_line_takes_optical_images_and_finds_the_model_for_them(
    tmp_path: Path, model: str, dates: tuple[Source, Source], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(model).parent
    write_dark_is_water(folder, "water")
    monkeypatch.setattr(cards.find_card, "__defaults__", (folder, False))
    after, before = (optical(tmp_path / f"{i}.tif", picture(wet, i), ("", "", "")) for i, wet in ((3, WET), (4, DRY)))
    options = ["--task", "flood", "--before", dates[1].paths[0], "--scale", "db", "--output", str(tmp_path / "out"), "--json"]
    pictures = ["--optical", after, "--optical-before", before]
    assert main(["detect", dates[0].paths[0], *options, *pictures, "--optical-bands", "swir=1,NIR=2,visible=3"]) == 0
    printed = capsys.readouterr()
    run = json.loads(printed.out)
    assert run["method"]["model"] == "both"
    assert run["optical"]["after"]["paths"] == [after]
    assert "Note: Optical imagery was used for all of the observed area." in printed.err
    assert main(["detect", dates[0].paths[0], *options, "--optical", after]) == 2
    assert "and there is one. Give the older one too (--optical-before" in capsys.readouterr().err
