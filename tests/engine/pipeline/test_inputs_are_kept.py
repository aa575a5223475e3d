"""Nobody's data is lost: whatever an output is called, it never takes the place of an input, nor of what Tidemark did not write."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from helpers.maps import UTM, water, write_raster, write_run
from helpers.networks import write_dark_is_water
from helpers.scenes import lake, write
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import OutputError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import BatchJob, PrepareJob, RethresholdJob, VectoriseJob, ZonesJob
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import rethreshold
from tidemark.engine.sentinel1.prepare import prepare
from tidemark.engine.simulation.files import write as write_scene
from tidemark.engine.simulation.scene import SceneSpec
from tidemark.engine.vector.vectorise import vectorise
from tidemark.engine.vector.zones import zone_statistics

DETECTED = ["_class.tif", "_probability.tif", "_change_db.tif", "_run.json", "_features.gpkg", ".png"]
DETECTED += [f"_{kind}{ending}" for kind in ("class", "probability", "change_db") for ending in (".qml", ".sld")]
SHAPEFILE = [".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx"]
POLYGONS = [f"{layer}{ending}" for layer in ("", "_imageFootprint", "_notAnalysed") for ending in SHAPEFILE]


def flood_job(**changes: Any) -> Job:
    sources = (Source(("after.tif",)), Source(("before.tif",), "before"))
    return Job("flood", sources, "out", method="otsu", overwrite=True, quicklook="out.png", **changes)


def oil_job(**changes: Any) -> Job:
    return Job("oil", (Source(("after.tif",)),), "out", method="dark-spot", overwrite=True, quicklook="out.png", **changes)


def with_source(role: str, path: str) -> Job:
    job = flood_job()
    sources = (*(each for each in job.sources if each.role != role), Source((path,), role))
    return replace(job, sources=sources)


INPUTS_OF_DETECT: dict[str, Callable[[str], Job]] = {
    "image": lambda path: with_source("after", path),
    "second band": lambda path: replace(flood_job(), sources=(Source(("vv.tif", path)),)),
    "image before": lambda path: with_source("before", path),
    "reference water": lambda path: flood_job(reference_water=path),
    "exclude": lambda path: flood_job(exclude=path),
    "hand": lambda path: flood_job(hand=path),
    "slope": lambda path: flood_job(slope=path),
    "layover": lambda path: flood_job(layover=path),
    "land": lambda path: oil_job(land=path),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(folder: Path, run: Callable[[], object]) -> None:
    """Assert that a run is refused because of an input, and that nothing has changed."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(OutputError, match="is an input of the same run"):
        run()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("ending", DETECTED)
@pytest.mark.parametrize("slot", INPUTS_OF_DETECT)
def test_detect_never_writes_over_an_input(folder: Path, slot: str, ending: str) -> None:
    (folder / f"out{ending}").write_text("mine")
    job = INPUTS_OF_DETECT[slot](f"out{ending}")
    refused(folder, lambda: detect(job))
    refused(folder, lambda: detect(replace(job, output=str(folder / "sub" / ".." / "out"), quicklook=str(folder / "out.png"))))


@pytest.mark.parametrize("ending", ["_class.tif", "_probability.tif", "_run.json"])
def test_another_threshold_never_writes_over_an_input(folder: Path, ending: str) -> None:
    write_run(folder, water("##", ".."), np.full((2, 2), 70, np.uint8))
    refused(folder, lambda: rethreshold(RethresholdJob("run_probability.tif", 0.6, "run", overwrite=True)))
    (folder / f"out{ending}").write_text("mine")
    refused(folder, lambda: rethreshold(RethresholdJob(f"out{ending}", 0.6, "out", overwrite=True)))


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", *POLYGONS])
@pytest.mark.parametrize("slot", ["raster", "probability"])
def test_polygons_never_take_the_place_of_an_input(folder: Path, slot: str, ending: str) -> None:
    (folder / f"out{ending}").write_text("mine")
    output = "out.shp" if ending in POLYGONS else f"out{ending}"
    given = {"raster": "map.tif", "probability": "p.tif", slot: f"out{ending}"}
    job = VectoriseJob(given["raster"], output, given["probability"], footprint=True, overwrite=True)
    refused(folder, lambda: vectorise(job))


@pytest.mark.parametrize("ending", [".gpkg", ".csv"])
@pytest.mark.parametrize("slot", ["raster", "zones"])
def test_zone_statistics_never_take_the_place_of_an_input(folder: Path, slot: str, ending: str) -> None:
    (folder / f"out{ending}").write_text("mine")
    job = ZonesJob(**{"raster": "map.tif", "zones": "zones.gpkg", slot: f"out{ending}"}, output=f"out{ending}", overwrite=True)
    refused(folder, lambda: zone_statistics(job))


def test_a_batch_never_writes_its_table_over_its_list_nor_maps_over_scenes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "summary.csv").write_text("scene.tif\n")
    arguments = ["--task", "water", "--method", "otsu", "--output", "out", "--overwrite"]
    assert main(["batch", "out/summary.csv", *arguments]) == 2
    assert "is an input of the same run" in capsys.readouterr().err
    assert (folder / "out" / "summary.csv").read_text() == "scene.tif\n"
    db, _ = lake(64, 64)
    (folder / "out" / "x").mkdir()
    (folder / "out" / "summary.csv").unlink()
    scene = Path(write(folder / "out" / "x" / "x_class.tif", db))
    kept = scene.read_bytes()
    (folder / "list.txt").write_text(f"{scene}\n")
    (folder / "x.txt").write_text("out/x/x_class.tif\n")
    linked = folder / "x.tif"
    linked.symlink_to(scene)
    (folder / "linked.txt").write_text("x.tif\n")
    assert main(["batch", "linked.txt", *arguments, "--scale", "db"]) == 2
    assert "is an input of the same run" in capsys.readouterr().err
    assert scene.read_bytes() == kept
    assert BatchJob("list.txt", flood_job(), "out").outputs() == (os.path.join("out", "summary.csv"),)


def by_link(folder: Path) -> str:
    (folder / "image.tif").symlink_to(folder / "out_class.tif")
    return "image.tif"


def by_hard_link(folder: Path) -> str:
    os.link(folder / "out_class.tif", folder / "image.tif")
    return "image.tif"


def by_linked_folder(folder: Path) -> str:
    (folder / "elsewhere").symlink_to(folder)
    return "elsewhere/out_class.tif"


def by_virtual_raster(folder: Path) -> str:
    return virtual(folder, "out_class.tif", "image.vrt")


def by_virtual_raster_of_a_virtual_raster(folder: Path) -> str:
    return virtual(folder, by_virtual_raster(folder), "outer.vrt")


def virtual(folder: Path, source: str, name: str) -> str:
    band = f'<VRTRasterBand dataType="Float32" band="1"><SimpleSource><SourceFilename relativeToVRT="1">{source}</SourceFilename>'
    text = f'<VRTDataset rasterXSize="64" rasterYSize="64">{band}<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>'
    (folder / name).write_text(text)
    return name


NAMES: dict[str, Callable[[Path], str]] = {
    "as it is": lambda _: "out_class.tif",
    "absolute": lambda folder: str(folder / "out_class.tif"),
    "with detours": lambda folder: f"../{folder.name}/./out_class.tif",
    "link": by_link,
    "hard link": by_hard_link,
    "linked folder": by_linked_folder,
    "virtual raster": by_virtual_raster,
    "virtual raster of a virtual raster": by_virtual_raster_of_a_virtual_raster,
    "sub-dataset": lambda _: 'GTIFF_DIR:1:"out_class.tif"',
    "vrt connection": lambda _: "vrt://out_class.tif?bands=1",
    "scheme": lambda folder: f"file://{folder}/out_class.tif",
}


@pytest.mark.parametrize("name", NAMES)
def test_an_input_is_known_by_whatever_name_it_is_given(folder: Path, name: str) -> None:
    db, _ = lake(64, 64)
    write(folder / "out_class.tif", db)
    given = NAMES[name](folder)
    refused(folder, lambda: detect(replace(with_source("after", given), sources=(Source((given,)),))))


@pytest.mark.parametrize("name", ["/vsizip/zones.gpkg/a.tif", "zip://zones.gpkg!a.tif", "/vsizip/{zones.gpkg}/a.tif", "GPKG:zones.gpkg:a"])
def test_a_container_counts_as_what_lies_in_it(folder: Path, name: str) -> None:
    with zipfile.ZipFile(folder / "zones.gpkg", "w") as archive:
        archive.writestr("a.tif", "x")
    refused(folder, lambda: vectorise(VectoriseJob(name, "zones.gpkg", overwrite=True)))


def test_the_network_of_a_card_is_an_input(folder: Path) -> None:
    card = write_dark_is_water(folder, "out_run")
    db, _ = lake(64, 64)
    scene = write(folder / "s.tif", db)
    refused(folder, lambda: detect(Job("water", (Source((scene,), scale="db"),), "out", model=str(card), overwrite=True)))


def test_two_results_of_one_name_are_refused(folder: Path) -> None:
    with pytest.raises(OutputError, match="written twice"):
        write_scene(SceneSpec(96, 96), Path("s.tif"), Path("sub/../s.tif"))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("detect", "no.tif", "--task", "water", "--output", "out", "--quicklook", "look.jpg"),
        ("detect", "no.tif", "--task", "water", "--output", "out", "--quicklook", "out_class.tif"),
        ("stats", "no.tif", "no.gpkg", "--output", "out.tif"),
        ("exposure", "no.tif", "--layer", "no.gpkg", "--output", "out.tif"),
        ("depth", "no.tif", "no.tif", "--output", "out.png"),
        ("prepare", "no.zip", "out.img"),
        ("simulate", "out.img"),
        ("simulate", "out.tif", "--truth", "truth.png"),
        ("simulate", "out.tif", "--product", "no.zip"),
    ],
)
def test_a_name_that_does_not_say_what_would_be_written_is_refused_before_anything_is_read(
    folder: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(arguments)) == 2
    assert "has no known ending" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def user_layers(path: Path) -> list[str]:
    for layer in ("districts", "roads"):
        shape = shapely.to_wkb(np.array([shapely.box(480_000, 4_299_000, 481_000, 4_300_000)]))
        pyogrio.raw.write(
            path, shape, [np.array(["a"], object)], ["name"], geometry_type="Polygon", crs="EPSG:32631", layer=layer, append=path.exists()
        )
    return ["districts", "roads"]


def test_a_container_with_other_layers_is_never_replaced(folder: Path) -> None:
    raster = write_run(folder, water("##", ".."))
    held = user_layers(folder / "mine.gpkg")
    user_layers(folder / "zones.gpkg")
    before = (folder / "mine.gpkg").read_bytes()
    with pytest.raises(OutputError, match="holds the layers districts, roads"):
        vectorise(VectoriseJob(raster, str(folder / "mine.gpkg"), overwrite=True))
    with pytest.raises(OutputError, match="holds the layers districts, roads"):
        zone_statistics(ZonesJob(raster, str(folder / "zones.gpkg"), str(folder / "mine.gpkg"), "districts", overwrite=True))
    assert [name for name, _ in pyogrio.list_layers(folder / "mine.gpkg")] == held
    assert (folder / "mine.gpkg").read_bytes() == before


def test_an_image_that_tidemark_simulated_is_no_map_of_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("s.tif", "out_class.tif"):
        assert main(["simulate", name, "--size", "96x96"]) == 0
    kept = (folder / "out_class.tif").read_bytes()
    assert main(["detect", "s.tif", "--task", "water", "--method", "otsu", "--output", "out", "--overwrite"]) == 2
    assert "was not written by Tidemark" in capsys.readouterr().err
    assert (folder / "out_class.tif").read_bytes() == kept


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".shp"])
def test_tidemarks_own_polygons_are_replaced_and_others_are_not(folder: Path, ending: str) -> None:
    raster = write_run(folder, water("##", ".."))
    for classes in ((1,), (1, 2)):
        vectorise(VectoriseJob(raster, f"out{ending}", minimum_area=0, classes=classes, footprint=True, overwrite=True))
    others = np.array([shapely.box(2.7, 38.8, 2.8, 38.9)])
    pyogrio.raw.write(f"mine{ending}", shapely.to_wkb(others), [np.ones(1)], ["area_ha"], geometry_type="Polygon", crs="EPSG:4326")
    with pytest.raises(OutputError, match="was not written by Tidemark"):
        vectorise(VectoriseJob(raster, f"mine{ending}", minimum_area=0, overwrite=True))


def test_own_tables_are_replaced_and_others_are_not(folder: Path) -> None:
    raster = write_run(folder, water("##", ".."))
    user_layers(folder / "zones.gpkg")
    for _ in range(2):
        zone_statistics(ZonesJob(raster, "zones.gpkg", "out.csv", "districts", overwrite=True))
    (folder / "mine.csv").write_text("name,area_ha\na,3\n")
    with pytest.raises(OutputError, match="was not written by Tidemark"):
        zone_statistics(ZonesJob(raster, "zones.gpkg", "mine.csv", "districts", overwrite=True))
    assert (folder / "mine.csv").read_text() == "name,area_ha\na,3\n"


def test_own_maps_are_replaced_with_all_that_belongs_to_them(folder: Path) -> None:
    db, _ = lake(64, 64)
    scene = write(folder / "s.tif", db, ("VV", "VH"), {}, crs=UTM.crs, transform=UTM.transform)
    job = Job("water", (Source((scene,), scale="db"),), "out", method="otsu", quicklook="look.png", overwrite=True)
    detect(job)
    detect(job)
    (folder / "out_class.tif").unlink()
    detect(job)


@pytest.mark.parametrize(
    "name", ["out_class.tif", "out_probability.tif", "out_run.json", "out_class.qml", "out_probability.sld", "look.png"]
)
def test_what_the_user_keeps_under_the_name_of_a_result_is_kept(folder: Path, name: str) -> None:
    db, _ = lake(64, 64)
    scene = write(folder / "s.tif", db)
    if name.endswith(".tif"):
        write_raster(folder / name, np.ones((4, 4), np.uint8))
    elif name.endswith(".png"):
        with rasterio.MemoryFile() as memory:
            with memory.open(driver="PNG", count=1, height=4, width=4, dtype="uint8", transform=UTM.transform) as picture:
                picture.write(np.ones((1, 4, 4), np.uint8))
            (folder / name).write_bytes(memory.read())
    else:
        (folder / name).write_text('{"name": "mine"}')
    kept = (folder / name).read_bytes()
    with pytest.raises(OutputError, match="was not written by Tidemark"):
        detect(Job("water", (Source((scene,), scale="db"),), "out", method="otsu", quicklook="look.png", overwrite=True))
    assert (folder / name).read_bytes() == kept
    assert sorted(path.name for path in folder.iterdir() if "aux" not in path.name) == sorted(["s.tif", name])


@pytest.mark.parametrize("ending", [".tif", "_layover.tif"])
@pytest.mark.parametrize("slot", ["product", "dem", "measurement"])
def test_a_prepared_image_never_takes_the_place_of_an_input(folder: Path, slot: str, ending: str) -> None:
    product = folder / "S1A.SAFE" / "measurement"
    product.mkdir(parents=True)
    place = product if slot == "measurement" else folder
    (place / f"out{ending}").write_text("mine")
    product_given = f"out{ending}" if slot == "product" else "S1A.SAFE"
    dem = f"out{ending}" if slot == "dem" else "dem.tif"
    job = PrepareJob((product_given,), str(place / "out.tif"), dem=dem, overwrite=True)
    refused(folder, lambda: prepare(job, lambda _: None, lambda: False))
