"""A product with known truth becomes an image: radiometry, places, what the file says of itself, and nothing left where it fails."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
from rasterio.crs import CRS
from rasterio.windows import from_bounds

from helpers.scenes import ROTATED_POLE
from helpers.sentinel1_products import Template, compare, sigma_amplitude, write_backscatter, write_hills, write_template
from tidemark.engine.contract.errors import Cancelled, InputError, OutputError
from tidemark.engine.contract.job import Event, Source
from tidemark.engine.contract.requests import PrepareJob
from tidemark.engine.pipeline.info import describe
from tidemark.engine.sentinel1.prepare import Prepared, prepare
from tidemark.engine.simulation import product as simulated
from tidemark.engine.simulation.product import write_product
from tidemark.engine.simulation.scene import SceneSpec

SMALL = Template()


def silent(_event: Event) -> None:
    pass


def run(job: PrepareJob, events: list[Event] | None = None) -> Prepared:
    return prepare(job, silent if events is None else events.append, lambda: False)


def make(folder: Path, template: Template = SMALL, dem_relief: float = 0.0, ending: str = ".SAFE") -> tuple[Path, Path, str]:
    """Return a product of a template, the backscatter that it shows, and the DEM."""
    (folder / "template").mkdir(parents=True)
    bare = write_template(folder / "template", template)
    truth = write_backscatter(folder / "truth.tif", bare)
    dem = str(write_hills(folder / "dem.tif", truth, template.height, dem_relief)) if dem_relief else ""
    product = folder / f"{template.name}{ending}"
    write_product(str(bare), truth, product, dem)
    return product, truth, dem


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    made = make(tmp_path_factory.mktemp("product"))
    return made[0], made[1]


@pytest.mark.parametrize(
    "template",
    [
        SMALL,
        Template(noise="old", processor="002.70"),
        Template(noise="none"),
        Template(constant=1.393),
        Template(polarisations=("HH", "HV"), mode="EW", satellite="S1C"),
        Template(polarisations=("VV",), satellite="S1D"),
    ],
    ids=["new noise", "old noise", "no noise file", "absolute constant", "EW, HH and HV", "VV alone"],
)
def test_backscatter_and_places_are_those_that_the_product_was_made_from(tmp_path: Path, template: Template) -> None:
    source, truth, _ = make(tmp_path, template)
    found = compare(run(PrepareJob((str(source),), str(tmp_path / "image.tif"))).image, truth)
    assert list(found.offset_db) == list(template.polarisations)
    assert max(abs(offset) for offset in found.offset_db.values()) < 0.05
    assert found.shift_px < 0.1
    assert found.missing == 0


def test_hills_come_to_their_place_with_a_dem_and_are_off_without(tmp_path: Path) -> None:
    source, truth, dem = make(tmp_path, dem_relief=300.0)
    with_dem = compare(run(PrepareJob((str(source),), str(tmp_path / "with.tif"), dem)).image, truth)
    without = compare(run(PrepareJob((str(source),), str(tmp_path / "without.tif"))).image, truth)
    assert with_dem.shift_px < 0.2
    assert max(abs(offset) for offset in with_dem.offset_db.values()) < 0.05
    assert without.shift_px > 1


def test_a_place_just_across_180_degrees_can_be_simulated(monkeypatch: pytest.MonkeyPatch) -> None:
    grid = SimpleNamespace(longitude=np.array([-180.004, -180.0]), latitude=np.array([-17.0, -17.0]))
    monkeypatch.setattr(simulated, "open_product", lambda *_, **__: SimpleNamespace(annotation=SimpleNamespace(grid=grid)))
    spec = SceneSpec(64, 64, crs=simulated.utm_of("template"), centre=simulated.centre("template"))
    assert spec.crs == "EPSG:32760"
    assert spec.centre[0] == pytest.approx(179.998)


def test_the_image_says_what_it_is(product: tuple[Path, Path], tmp_path: Path) -> None:
    image = run(PrepareJob((str(product[0]),), str(tmp_path / "image.tif"))).image
    with rasterio.open(image) as raster:
        tags = raster.tags()
        assert raster.descriptions == ("VV", "VH")
        assert raster.units == ("dB", "dB")
        assert (raster.dtypes[0], raster.nodata, raster.scales[0]) == ("int16", -32768, 0.01)
        assert raster.res == (10, 10)
        assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert all(side % 10 == 0 for side in raster.bounds)
    assert (tags["PASS"], tags["RELATIVE_ORBIT"], tags["SATELLITE"]) == ("DESCENDING", "117", "S1A")
    assert (tags["PRODUCT"], tags["THERMAL_NOISE"], tags["CALIBRATION"]) == (SMALL.name, "removed", "sigma0")
    info = describe(Source((image,)), "water")
    assert (info.usable, info.scale, info.scale_from, info.acquired) == (True, "db", "metadata", "2024-05-06T05:30:00Z")
    assert dict(info.bands) == {"VV": 1, "VH": 2}
    assert any("simulated" in notice for notice in info.notices)


def test_the_image_keeps_a_reference_system_that_geotiff_cannot_hold(product: tuple[Path, Path], tmp_path: Path) -> None:
    system = CRS.from_user_input(ROTATED_POLE)
    image = run(PrepareJob((str(product[0]),), str(tmp_path / "image.tif"), crs=system.to_wkt())).image
    with rasterio.open(image) as raster:
        assert raster.crs == system


def test_an_extent_gives_the_same_pixels_as_the_whole(product: tuple[Path, Path], tmp_path: Path) -> None:
    whole = run(PrepareJob((str(product[0]),), str(tmp_path / "whole.tif"))).image
    with rasterio.open(product[1]) as truth:
        left, bottom, right, top = truth.bounds
    part = run(PrepareJob((str(product[0]),), str(tmp_path / "part.tif"), extent=(left + 503, bottom + 500, right - 700, top - 708))).image
    with rasterio.open(whole) as a, rasterio.open(part) as b:
        expected = a.read(window=from_bounds(*b.bounds, transform=a.transform).round_offsets().round_lengths())
        assert b.bounds == (left + 500, bottom + 500, right - 700, top - 700)
        assert np.abs(b.read().astype(int) - expected).max() <= 2


def test_power_gamma_nought_and_noise_that_stays(product: tuple[Path, Path], tmp_path: Path) -> None:
    source = (str(product[0]),)
    sigma = run(PrepareJob(source, str(tmp_path / "sigma.tif"), unit="power", keep_noise=True)).image
    gamma = run(PrepareJob(source, str(tmp_path / "gamma.tif"), unit="power", keep_noise=True, calibration="gamma0")).image
    clean = run(PrepareJob(source, str(tmp_path / "clean.tif"), unit="power")).image
    with rasterio.open(sigma) as a, rasterio.open(gamma) as b, rasterio.open(clean) as c:
        assert (a.dtypes[0], a.units[0]) == ("float32", "power")
        ratio, noise = b.read(1) / a.read(1), a.read(2) - c.read(2)
    assert np.nanmedian(ratio) == pytest.approx(1 / 0.81, rel=1e-4)
    assert np.nanmedian(noise) == pytest.approx(900 / sigma_amplitude(SMALL, 300, np.array([350.0]))[0] ** 2, rel=0.25)


def test_noise_above_the_signal_leaves_a_small_value_and_no_hole(tmp_path: Path) -> None:
    template = Template(noise_level=900.0)
    source, _, _ = make(tmp_path, template)
    for file in (source / "measurement").glob("*-vh-*.tiff"):
        with rasterio.open(file, "r+") as raster:
            numbers = raster.read(1)
            numbers[200:400, 200:400] = 12
            raster.write(numbers, 1)
    with rasterio.open(run(PrepareJob((str(source),), str(tmp_path / "image.tif"))).image) as image:
        vh = image.read(2)
    assert (vh == -4000).sum() > 30_000
    assert vh[vh > -32768].min() == -4000


def test_larger_pixels_are_means_in_power(product: tuple[Path, Path], tmp_path: Path) -> None:
    fine = run(PrepareJob((str(product[0]),), str(tmp_path / "fine.tif"), unit="power")).image
    coarse = run(PrepareJob((str(product[0]),), str(tmp_path / "coarse.tif"), unit="power", pixel=40)).image
    with rasterio.open(fine) as a, rasterio.open(coarse) as b:
        bounds = rasterio.open(product[1]).bounds
        inside = tuple(round(side, -2) + move for side, move in zip(bounds, (600, 600, -600, -600), strict=True))
        means = [np.nanmean(image.read(1, window=from_bounds(*inside, transform=image.transform))) for image in (a, b)]
        spread = [np.nanstd(image.read(1, window=from_bounds(*inside, transform=image.transform))) for image in (a, b)]
    assert means[1] == pytest.approx(means[0], rel=0.02)
    assert spread[1] < spread[0]


def test_slices_of_one_pass_are_joined(tmp_path: Path) -> None:
    whole, truth, _ = make(tmp_path / "whole", Template(lines=900))
    seconds = 450 * SMALL.line_interval
    slices = []
    for number, offset in enumerate((0.0, seconds)):
        folder = tmp_path / f"slice{number}"
        folder.mkdir()
        bare = write_template(folder, Template(lines=450, offset_s=offset))
        product = tmp_path / f"S1A_{number}.SAFE"
        write_product(str(bare), truth, product)
        slices.append(str(product))
    joined = run(PrepareJob((slices[1], slices[0]), str(tmp_path / "joined.tif"))).image
    one = run(PrepareJob((str(whole),), str(tmp_path / "one.tif"))).image
    assert compare(joined, truth).shift_px < 0.1
    with rasterio.open(joined) as a, rasterio.open(one) as b:
        assert a.bounds == b.bounds
        both = (a.read(1) > -32768) & (b.read(1) > -32768)
        assert both.sum() > 0.98 * (b.read(1) > -32768).sum()
        assert np.median(np.abs(a.read(1)[both].astype(int) - b.read(1)[both])) <= 2


def test_border_noise_of_an_old_product_is_not_observed(tmp_path: Path) -> None:
    (tmp_path / "template").mkdir()
    bare = write_template(tmp_path / "template", Template(noise="old", processor="002.70"))
    truth = write_backscatter(tmp_path / "truth.tif", bare, size=1000)
    product = tmp_path / "old.SAFE"
    write_product(str(bare), truth, product)
    rng = np.random.default_rng(0)
    for file in (product / "measurement").glob("*.tiff"):
        with rasterio.open(file, "r+") as raster:
            numbers = raster.read(1)
            numbers[:, :60] = rng.integers(1, 9, (numbers.shape[0], 60))
            raster.write(numbers, 1)
    observed = []
    for processor in ("002.70", "003.40"):
        manifest = product / "manifest.safe"
        manifest.write_text(manifest.read_text().replace("002.70", processor))
        with rasterio.open(run(PrepareJob((str(product),), str(tmp_path / f"{processor}.tif"))).image) as image:
            observed.append(int((image.read(1) > -32768).sum()))
    assert observed[0] / observed[1] == pytest.approx(1 - 60 / SMALL.samples, abs=0.005)


def test_a_cancelled_run_leaves_nothing(product: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        prepare(PrepareJob((str(product[0]),), str(tmp_path / "image.tif")), silent, lambda: True)
    assert not list(tmp_path.iterdir())


def test_progress_is_told_and_ends(product: tuple[Path, Path], tmp_path: Path) -> None:
    events: list[Event] = []
    run(PrepareJob((str(product[0]),), str(tmp_path / "image.tif")), events)
    progress = [event.data for event in events if event.kind == "progress"]
    assert progress[-1]["done"] == progress[-1]["total"] == len(progress)
    assert next(event for event in events if event.kind == "started").data["tiles"] == len(progress)


def test_an_earlier_image_is_not_replaced_unasked(product: tuple[Path, Path], tmp_path: Path) -> None:
    output = tmp_path / "image.tif"
    output.write_text("mine")
    with pytest.raises(OutputError, match="already"):
        run(PrepareJob((str(product[0]),), str(output)))
    assert output.read_text() == "mine"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"unit": "volts"}, "no unit 'volts'"),
        ({"calibration": "beta"}, "no calibration 'beta'"),
        ({"crs": "EPSG:0"}, "no coordinate reference system"),
        ({"extent": (3.0, 3.0, 4.0, 4.0)}, "does not meet the product"),
        ({"extent": (4.0, 3.0, 3.0, 4.0)}, "is empty"),
        ({"pixel": 0.0}, "between 1 and"),
        ({"dem": "nowhere.tif"}, "no file nowhere.tif"),
    ],
)
def test_an_option_that_cannot_be_is_one_message(
    product: tuple[Path, Path], tmp_path: Path, options: dict[str, object], words: str
) -> None:
    with pytest.raises(InputError, match=words):
        run(PrepareJob((str(product[0]),), str(tmp_path / "image.tif"), **options))  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_a_product_is_read_from_its_zip_and_from_a_file_of_it(product: tuple[Path, Path], tmp_path: Path) -> None:
    zipped = shutil.make_archive(str(tmp_path / SMALL.name), "zip", product[0].parent, product[0].name)
    measurement = next((product[0] / "measurement").glob("*-vv-*.tiff"))
    images = [
        run(PrepareJob((path,), str(tmp_path / f"{number}.tif"))).image
        for number, path in enumerate((str(product[0]), zipped, str(measurement), str(product[0] / "manifest.safe")))
    ]
    first, *others = (rasterio.open(image).read() for image in images)
    assert all((first == other).all() for other in others)
