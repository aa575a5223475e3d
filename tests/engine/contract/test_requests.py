"""Requests to the worker: what one side writes the other reads, and anything else is one message."""

from __future__ import annotations

import json

import pytest

from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import (
    BatchJob,
    DepthJob,
    ExposureJob,
    InfoQuery,
    PackageJob,
    PrepareJob,
    ProbeQuery,
    Request,
    RethresholdJob,
    ThresholdQuery,
    VectoriseJob,
    ZonesJob,
    from_line,
    to_line,
)

JOB = Job("flood", (Source(("vv.tif", "vh.tif"), bands={"VV": 1, "VH": 2}), Source(("b.tif",), "before")), "out/é", extent=(0, 1, 2, 3))
REQUESTS: list[Request] = [
    JOB,
    VectoriseJob("a_class.tif", "a.gpkg", classes=(3, 4), footprint=True),
    ZonesJob("a_class.tif", "zones.gpkg", "z.csv", "districts"),
    ExposureJob("a_class.tif", "a_exposure.gpkg", ("b.gpkg|layername=roads",), ("Roads",), "people.tif", "z.gpkg", "name"),
    DepthJob("a_class.tif", "dem.tif", "a_depth.tif", "z.gpkg"),
    RethresholdJob("a_probability.tif", 1, "b"),
    ThresholdQuery("a_probability.tif"),
    PackageJob("a", "out", "EMSR1", "AOI02", True),
    PrepareJob(("S1A.zip",), "s1a.tif", "dem.tif", extent=(7.0, 45.0, 8.0, 46.0), pixel=20.0),
    BatchJob("scenes", Job("water", (Source(()),), "", scales=(0.5, 1.0)), "out"),
    InfoQuery((Source(("a.tif",)), Source(("b.tif", "c.tif"), bands={"VV": 1, "VH": 2})), "water"),
    ProbeQuery(),
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda each: type(each).__name__)
def test_a_request_is_read_as_it_was_written(request_: Request) -> None:
    line = to_line(request_)
    assert "\n" not in line
    assert from_line(line) == request_


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("", "does not understand"),
        ("nonsense", "does not understand"),
        ("[" * 100_000, "does not understand"),
        ("[1]", "does not understand"),
        ('{"work": ["detect"]}', "does not understand"),
        ('{"work": "dance"}', "does not understand"),
        ('{"work": "stats"}', "job"),
        ('{"work": "stats", "job": 3}', "no object"),
        ('{"work": "stats", "job": {"raster": "a", "zones": "b"}}', "'output' is missing"),
        ('{"work": "vectorise", "job": {"raster": "a", "output": "b", "colour": "red"}}', "no field 'colour'"),
        ('{"work": "vectorise", "job": {"raster": "a", "output": "b", "minimum_area": "big"}}', "minimum_area: 'big' is no number"),
        ('{"work": "vectorise", "job": {"raster": "a", "output": "b", "classes": [1.5]}}', "classes: 1.5 is no whole number"),
        ('{"work": "vectorise", "job": {"raster": "a", "output": "b", "overwrite": 1}}', "overwrite: 1 is no truth value"),
        ('{"work": "detect", "job": {"task": "water", "sources": [{"paths": "a"}], "output": "o"}}', "sources: paths: 'a' is no list"),
        ('{"work": "detect", "job": {"task": "water", "sources": [], "output": "o", "extent": [1, 2]}}', "extent: [1, 2] has not 4 parts"),
        ('{"work": "info", "scenes": [{"paths": ["a", 2]}], "task": "water"}', "2 is no text"),
        ('{"work": "probe", "speed": 1}', "no field 'speed'"),
    ],
)
def test_anything_else_is_refused_with_what_is_wrong(line: str, word: str) -> None:
    with pytest.raises(InputError) as raised:
        from_line(line)
    assert word in str(raised.value)


def test_images_are_asked_about_by_their_files_alone() -> None:
    asked = from_line('{"work": "info", "scenes": [["a.tif"], {"paths": ["b.tif"], "bands": {"VV": 2}}], "task": "water"}')
    assert asked == InfoQuery((Source(("a.tif",)), Source(("b.tif",), bands={"VV": 2})), "water")


def test_a_request_has_the_form_that_scripts_write() -> None:
    assert json.loads(to_line(ProbeQuery())) == {"work": "probe"}
    asked = json.loads(to_line(InfoQuery((Source(("a",)),), "oil")))
    assert (asked["work"], asked["scenes"][0]["paths"], asked["task"]) == ("info", ["a"], "oil")
    assert json.loads(to_line(ZonesJob("a", "b", "c")))["job"] == {
        "raster": "a",
        "zones": "b",
        "output": "c",
        "layer": "",
        "overwrite": False,
    }
