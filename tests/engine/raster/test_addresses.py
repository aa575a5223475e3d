"""Files of strangers that name addresses of a network: nothing is asked for there, and the user is told which address it is."""

from __future__ import annotations

import json
import os
import socketserver
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from helpers.scenes import UTM, lake, write
from tidemark.engine.cli.main import main

RASTER = """<VRTDataset rasterXSize="64" rasterYSize="64"><SRS>EPSG:32722</SRS><GeoTransform>480000,10,0,6700000,0,-10</GeoTransform>
<VRTRasterBand dataType="Float32" band="1"><Description>VV</Description><SimpleSource><SourceFilename relativeToVRT="0">{}\
</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"""
TILES = """<GDAL_WMS><Service name="TMS"><ServerUrl>{}/${{z}}/${{x}}/${{y}}.png</ServerUrl></Service><DataWindow>
<UpperLeftX>-2e7</UpperLeftX>
<UpperLeftY>2e7</UpperLeftY><LowerRightX>2e7</LowerRightX><LowerRightY>-2e7</LowerRightY><TileLevel>2</TileLevel><TileCountX>1</TileCountX>
<TileCountY>1</TileCountY><YOrigin>top</YOrigin></DataWindow><Projection>EPSG:3857</Projection><BandsCount>3</BandsCount></GDAL_WMS>"""
POLYGONS = "<OGRVRTDataSource><OGRVRTLayer name='x'><SrcDataSource>{}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"


class Ear(socketserver.StreamRequestHandler):
    """Writes down what it is asked for, and has nothing."""

    heard: list[bytes]

    def handle(self) -> None:
        self.heard.append(self.rfile.readline())
        self.wfile.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


@pytest.fixture
def server() -> Iterator[tuple[str, list[bytes]]]:
    """Give the address of a server of this machine, which the environment says is to be asked directly, and what it was asked for."""
    heard: list[bytes] = []
    with (
        socketserver.ThreadingTCPServer(("127.0.0.1", 0), type("OneEar", (Ear,), {"heard": heard})) as listening,
        patch.dict(os.environ, {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}),
    ):
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}", heard
        listening.shutdown()


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def refusal(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 2
    said = capfd.readouterr().err
    assert len(said.strip().splitlines()) == 1
    return said


@pytest.mark.parametrize(
    "form", ["/vsicurl/{}/scene.tif", "{}/scene.tif", "/vsicurl_streaming/{}/s.tif", "/vsizip//vsicurl/{}/s.zip/s.tif", "WMTS:{}/wmts"]
)
@pytest.mark.parametrize("command", ["info", "detect"])
def test_an_image_behind_a_virtual_raster_on_the_network_is_not_asked_for(
    form: str, command: str, server: tuple[str, list[bytes]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    address, heard = server
    image = written(tmp_path / "scene.vrt", RASTER.format(form.format(address)))
    options = ["--task", "water", "--output", str(tmp_path / "map")] if command == "detect" else []
    said = refusal(capfd, command, image, *options)
    assert f"scene.vrt refers to {form.format(address)}, which lies on the network." in said
    assert heard == []


def test_neither_is_what_a_virtual_raster_within_another_or_within_an_archive_refers_to(
    server: tuple[str, list[bytes]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    address, heard = server
    inner = written(tmp_path / "inner.vrt", RASTER.format(f"/vsicurl/{address}/a.tif"))
    outer = written(tmp_path / "outer.vrt", RASTER.format(inner))
    with zipfile.ZipFile(tmp_path / "sent.zip", "w") as archive:
        archive.write(inner, "inner.vrt")
    assert f"outer.vrt refers to /vsicurl/{address}/a.tif" in refusal(capfd, "info", outer)
    assert f"inner.vrt refers to /vsicurl/{address}/a.tif" in refusal(capfd, "info", f"/vsizip/{tmp_path}/sent.zip/inner.vrt")
    assert heard == []


def test_a_description_of_a_map_service_is_no_image_whatever_it_is_called(
    server: tuple[str, list[bytes]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    address, heard = server
    assert f"VV.tif refers to {address}/" in refusal(capfd, "info", written(tmp_path / "VV.tif", TILES.format(address)))
    assert heard == []


def test_an_address_that_is_hidden_in_the_text_is_not_asked_for_either(
    server: tuple[str, list[bytes]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    address, heard = server
    hidden = address.replace("http", "&#104;ttp")
    deep = written(tmp_path / "deep.dat", RASTER.format(f"/vsicurl/{hidden}/a.tif"))
    refusal(capfd, "info", written(tmp_path / "one.vrt", RASTER.format(deep)))
    assert "which lies on the network" in refusal(capfd, "info", written(tmp_path / "two.vrt", RASTER.format(f"{hidden}/a.tif")))
    assert heard == []


def test_an_image_whose_overviews_lie_on_the_network_is_mapped_without_them(
    server: tuple[str, list[bytes]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    address, heard = server
    scene, water = lake(600, 600)
    image = write(tmp_path / "s.tif", scene, **UTM)
    elsewhere = f'<MDI key="OVERVIEW_FILE">/vsicurl/{address}/o.ovr</MDI>'
    written(tmp_path / "s.tif.aux.xml", f'<PAMDataset><Metadata domain="OVERVIEWS">{elsewhere}</Metadata></PAMDataset>')
    assert main(["detect", image, "--task", "water", "--method", "otsu", "--output", str(tmp_path / "map"), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["hectares"]["detected"] == pytest.approx(water.sum() / 100, rel=0.05)
    assert heard == []


@pytest.mark.parametrize("form", ["/vsicurl/{}/zones.geojson", "{}/zones.geojson", "PG:host=127.0.0.1 port=9 dbname=x"])
@pytest.mark.parametrize("use", ["stats", "exclude", "land"])
def test_polygons_that_lie_on_the_network_are_not_asked_for(
    form: str, use: str, server: tuple[str, list[bytes]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    address, heard = server
    polygons = written(tmp_path / "zones.vrt", POLYGONS.format(form.format(address)))
    image = write(tmp_path / "s.tif", lake(64, 64)[0], **UTM)
    detect = ["detect", image, "--task", "oil" if use == "land" else "water", "--method", "otsu", "--output", str(tmp_path / "map")]
    if use == "stats":
        assert main(detect) == 0
        assert main(["stats", str(tmp_path / "map_class.tif"), polygons, "--output", str(tmp_path / "z.csv")]) == 2
    else:  # a map without them is better than none, and says so
        assert main([*detect, f"--{use}", polygons]) == 0
    said = capfd.readouterr().err
    assert f"zones.vrt refers to {form.format(address)}, which lies on the network." in said
    assert heard == []


@pytest.mark.parametrize("form", ["{}/s.tif", "/vsicurl/{}/s.tif", "/vsis3/bucket/s.tif", "zip+{}/s.zip!s.tif", "s3://bucket/s.tif"])
def test_an_address_itself_is_told_to_be_downloaded(
    form: str, server: tuple[str, list[bytes]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    address, heard = server
    assert "lies on the network. Tidemark reads files of this machine only" in refusal(capfd, "info", form.format(address))
    assert heard == []


def test_a_virtual_raster_that_tells_where_it_came_from_is_an_image(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    image = write(tmp_path / "s.tif", lake(64, 64)[0], **UTM)
    told = RASTER.format(image).replace("<SRS>", "<Metadata><MDI key='source'>https://example.com/s.tif</MDI></Metadata><SRS>", 1)
    assert main(["info", written(tmp_path / "s.vrt", told)]) == 0
