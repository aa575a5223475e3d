"""Hectares by zone: they add up to the raster's, whatever grid and reference system the zones come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio.crs import CRS
from rasterio.warp import transform as warp_points

from helpers.maps import GRIDS, LATITUDES, UTM, Place, place, water, write_raster, write_run
from helpers.tables import read_table
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import Cancelled
from tidemark.engine.contract.requests import ZonesJob
from tidemark.engine.raster.ground import pixel_areas
from tidemark.engine.vector.zones import zone_statistics

CODES = {"detected_ha": (1,), "reference_water_ha": (2,), "masked_ha": (250, 251, 252, 254), "not_observed_ha": (255,)}


def write_zones(path: Path, shapes: Any, crs: str | None = UTM.crs, **columns: Any) -> str:
    shapes = np.array(shapes, object)
    columns = {"name": np.array([f"zone {i}" for i in range(len(shapes))], object), **columns}
    options: dict[str, Any] = {"layer": "zones"} if path.suffix == ".gpkg" else {}
    with np.errstate(all="ignore"):
        pyogrio.raw.write(
            path,
            shapely.to_wkb(shapes),
            list(columns.values()),
            list(columns),
            geometry_type="Unknown",
            crs=crs,
            append=path.exists(),
            **options,
        )
    return str(path)


def column(rows: list[dict[str, str]], name: str) -> np.ndarray:
    return np.array([float(row[name]) for row in rows])


def speckled(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(1).choice([0, 0, 0, 1, 2, 250, 251, 254, 255], (height, width)).astype(np.uint8)


def bounds(classes: np.ndarray, where: Place) -> tuple[float, float, float, float]:
    t = where.transform
    return t.c, t.f + t.e * len(classes), t.c + t.a * classes.shape[1], t.f


def tiling(box: tuple[float, float, float, float], parts: int = 4) -> Any:
    """Zones that tile a box, cut by crooked lines."""
    generator = np.random.default_rng(2)
    cuts = []
    for i in range(1, parts):
        fraction = i / parts
        sway = np.cumsum(generator.normal(0, 0.01, 21))
        along = np.linspace(0, 1, 21)
        cuts.append(shapely.LineString(np.stack([box[0] + (fraction + sway) * (box[2] - box[0]), box[1] + along * (box[3] - box[1])], 1)))
        cuts.append(shapely.LineString(np.stack([box[0] + along * (box[2] - box[0]), box[1] + (fraction + sway) * (box[3] - box[1])], 1)))
    return list(shapely.polygonize([shapely.union_all([shapely.box(*box).boundary, *cuts])]).geoms)


def totals(classes: np.ndarray, where: Place) -> dict[str, float]:
    areas = pixel_areas(CRS.from_string(where.crs), where.transform, *classes.shape)
    return {name: areas.sum(np.isin(classes, codes), 0) for name, codes in CODES.items()}


@pytest.mark.parametrize("latitude", LATITUDES)
@pytest.mark.parametrize("crs", GRIDS)
def test_zones_that_tile_the_raster_add_up_to_it(tmp_path: Path, crs: str, latitude: float) -> None:
    classes, where = speckled(700, 400), place(crs, latitude)
    raster = write_run(tmp_path, classes, where=where)
    zones = write_zones(tmp_path / "zones.gpkg", tiling(bounds(classes, where)), crs)
    zone_statistics(ZonesJob(raster, zones, str(tmp_path / "out.csv")))
    rows = read_table(tmp_path / "out.csv")
    assert len(rows) > 12
    for name, hectares in totals(classes, where).items():
        assert column(rows, name).sum() == pytest.approx(hectares, rel=1e-5)
    assert np.abs(column(rows, "outside_ha")).max() < 0.01


@pytest.mark.parametrize("zones_crs", ["EPSG:4326", "EPSG:3857", "EPSG:32632"])
def test_zones_in_another_reference_system_add_up_as_well(tmp_path: Path, zones_crs: str) -> None:
    classes = speckled(700, 400)
    raster = write_run(tmp_path, classes)
    corners = np.array([[480_000, 4_293_000], [484_000, 4_293_000], [484_000, 4_300_000], [480_000, 4_300_000]], float)
    x, y = warp_points(UTM.crs, zones_crs, *corners.T.tolist())
    margin = (max(x) - min(x)) / 20
    zones = write_zones(tmp_path / "z.gpkg", tiling((min(x) - margin, min(y) - margin, max(x) + margin, max(y) + margin)), zones_crs)
    zone_statistics(ZonesJob(raster, zones, str(tmp_path / "out.csv")))
    rows = read_table(tmp_path / "out.csv")
    for name, hectares in totals(classes, UTM).items():
        assert column(rows, name).sum() == pytest.approx(hectares, rel=1e-3)
    inside, outside = column(rows, "observed_ha") + column(rows, "not_observed_ha"), column(rows, "outside_ha")
    assert inside.sum() == pytest.approx(2800, rel=2e-3)
    assert 100 < outside.sum() < 1000  # the zones reach beyond the raster, most where its grid is turned


def test_a_pixel_counts_for_the_zone_that_holds_its_centre(tmp_path: Path) -> None:
    raster = write_run(tmp_path, water("####", "####"))
    cut = 480_000 + 16  # beyond the centre of the second column
    zones = write_zones(
        tmp_path / "z.gpkg", [shapely.box(480_000, 4_299_980, cut, 4_300_000), shapely.box(cut, 4_299_980, 480_040, 4_300_000)]
    )
    zone_statistics(ZonesJob(raster, zones, str(tmp_path / "out.csv")))
    assert column(read_table(tmp_path / "out.csv"), "detected_ha") == pytest.approx([0.04, 0.04], rel=2e-2)


def test_overlapping_zones_each_count_all_their_pixels(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((100, 100), np.uint8))
    square = shapely.box(480_000, 4_299_000, 481_000, 4_300_000)
    zones = write_zones(tmp_path / "z.gpkg", [square, square, shapely.box(480_500, 4_299_000, 481_000, 4_300_000)])
    zone_statistics(ZonesJob(raster, zones, str(tmp_path / "out.csv")))
    assert column(read_table(tmp_path / "out.csv"), "detected_ha") == pytest.approx([100, 100, 50], rel=1e-3)


def test_what_lies_outside_the_image_is_said_not_counted_as_dry(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((100, 100), np.uint8))
    shapes = [shapely.box(480_500, 4_299_000, 481_500, 4_300_000), shapely.box(490_000, 4_299_000, 491_000, 4_300_000)]
    zone_statistics(ZonesJob(raster, write_zones(tmp_path / "z.gpkg", shapes), str(tmp_path / "out.csv")))
    rows = read_table(tmp_path / "out.csv")
    assert column(rows, "detected_ha") == pytest.approx([50, 0], rel=1e-3)
    assert column(rows, "observed_ha") == pytest.approx([50, 0], rel=1e-3)
    assert column(rows, "outside_ha") == pytest.approx([50, 100], rel=1e-3)


def test_the_zones_own_fields_and_shapes_are_kept_in_the_layer(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((100, 100), np.uint8))
    square = shapely.box(480_000, 4_299_000, 481_000, 4_300_000)
    own = {
        "fid": np.array([7.0]),
        "people": np.array([12]),
        "surveyed": np.array(["2024-05-06"], "datetime64[D]"),
        "note": np.array([None]),
    }
    zones = write_zones(tmp_path / "z.geojson", shapely.transform([square], to_degrees), "EPSG:4326", **own)
    assert main(["stats", raster, zones, "--output", str(tmp_path / "out.gpkg")]) == 0
    about, _, shapes, values = pyogrio.raw.read(tmp_path / "out.gpkg")
    fields = dict(zip(about["fields"], values, strict=True))
    assert list(fields)[:5] == ["name", "fid", "people", "surveyed", "note"]
    assert (fields["name"][0], fields["fid"][0], fields["people"][0], fields["note"][0]) == ("zone 0", 7.0, 12, None)
    assert str(fields["surveyed"][0])[:10] == "2024-05-06"
    assert fields["detected_ha"] == pytest.approx([100], rel=2e-3)
    assert about["crs"] == "EPSG:4326"
    assert shapely.from_wkb(shapes[0]).bounds == pytest.approx(shapely.transform(square, to_degrees).bounds)


def to_degrees(points: np.ndarray) -> np.ndarray:
    return np.stack(warp_points(UTM.crs, "EPSG:4326", *points.T.tolist()), axis=1)


def test_a_second_image_adds_its_own_columns(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((10, 10), np.uint8))
    zones = write_zones(tmp_path / "z.gpkg", [shapely.box(480_000, 4_299_900, 480_100, 4_300_000)])
    assert main(["stats", raster, zones, "--output", str(tmp_path / "one.gpkg")]) == 0
    assert main(["stats", raster, str(tmp_path / "one.gpkg"), "--output", str(tmp_path / "two.csv")]) == 0
    row = read_table(tmp_path / "two.csv")[0]
    assert row["detected_ha"] == row["detected_ha_2"]


def test_features_without_a_polygon_and_crossed_polygons_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write_run(tmp_path, np.ones((100, 100), np.uint8))
    bow_tie = shapely.Polygon([(480_000, 4_299_000), (481_000, 4_300_000), (481_000, 4_299_000), (480_000, 4_300_000)])
    zones = write_zones(tmp_path / "z.gpkg", [bow_tie, shapely.Point(480_100, 4_299_500), None])
    assert main(["stats", raster, zones, "--output", str(tmp_path / "out.csv")]) == 0
    said = capsys.readouterr().err
    assert "2 of 3 features are no polygons" in said
    assert "1 polygons cross themselves" in said
    assert column(read_table(tmp_path / "out.csv"), "detected_ha") == pytest.approx([50, 0, 0], rel=0.02)


def test_one_of_several_layers_is_chosen_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write_run(tmp_path, np.ones((10, 10), np.uint8))
    square = shapely.to_wkb(np.array([shapely.box(480_000, 4_299_900, 480_100, 4_300_000)]))
    for name in ("districts", "wards"):
        pyogrio.raw.write(tmp_path / "z.gpkg", square, [np.array([1])], ["n"], layer=name, crs=UTM.crs, geometry_type="Polygon")
    arguments = ["stats", raster, str(tmp_path / "z.gpkg"), "--output", str(tmp_path / "out.csv")]
    assert main(arguments) == 2
    assert "districts, wards" in capsys.readouterr().err
    assert main([*arguments, "--layer", "wards"]) == 0


def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((600, 10), np.uint8))
    zones = write_zones(tmp_path / "z.gpkg", [shapely.box(480_000, 4_299_900, 480_100, 4_300_000)])
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        zone_statistics(ZonesJob(raster, zones, str(tmp_path / "out.gpkg")), cancelled=lambda: True)
    assert sorted(tmp_path.iterdir()) == before


SQUARE = shapely.box(480_000, 4_299_900, 480_100, 4_300_000)


def plain(folder: Path) -> str:
    return write_zones(folder / "z.gpkg", [SQUARE])


def text(folder: Path) -> str:
    (folder / "z.gpkg").write_text("no zones")
    return str(folder / "z.gpkg")


def without_crs(folder: Path) -> str:
    with pytest.warns(UserWarning, match="crs"):
        return write_zones(folder / "z.gpkg", [SQUARE], None)


def existing(folder: Path) -> str:
    (folder / "out.csv").write_text("precious")
    return plain(folder)


BAD: dict[str, tuple[Callable[[Path], str], tuple[str, ...], str]] = {
    "missing zones": (lambda f: str(f / "no.gpkg"), (), "no file"),
    "no vector file": (text, (), "cannot be read"),
    "without reference system": (without_crs, (), "no coordinate reference system"),
    "elsewhere": (lambda f: write_zones(f / "z.gpkg", [shapely.box(0, 0, 100, 100)]), (), "does not meet the image"),
    "points": (lambda f: write_zones(f / "z.gpkg", [shapely.Point(480_050, 4_299_950)]), (), "no polygons"),
    "no such layer": (plain, ("--layer", "wards"), "no layer 'wards'"),
    "a table of text": (lambda f: str((f / "t.csv").write_text("a,b\n1,2\n") and f / "t.csv"), (), "no layer of polygons"),
    "existing output": (existing, (), "--overwrite"),
    "unknown ending": (plain, ("--output", "out.xlsx"), "no known ending"),
    "folder missing": (plain, ("--output", "no/out.csv"), "does not exist"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_message_and_leaves_nothing(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make, options, expected = BAD[case]
    raster = write_run(tmp_path, np.ones((10, 10), np.uint8))
    zones = make(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    output = tmp_path / (options[1] if options[:1] == ("--output",) else "out.csv")
    others = () if options[:1] == ("--output",) else options
    assert main(["stats", raster, zones, "--output", str(output), *others]) == 2
    said = capsys.readouterr().err
    assert said.count("tidemark: ") == 1
    assert expected in said
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_raster_of_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write_raster(tmp_path / "height.tif", np.full((10, 10), 120, np.uint8))
    assert main(["stats", raster, plain(tmp_path), "--output", str(tmp_path / "out.csv")]) == 2
    assert "no class raster" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()
