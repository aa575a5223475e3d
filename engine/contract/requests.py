"""Define what the worker can be asked to do, one line of JSON on its standard input, ``{"work": KIND, …}``, and how it ends."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import Any, Dict, Mapping, Optional, Tuple, Union

from .classes import ClassCode
from .decode import decode
from .errors import InputError
from .filenames import (
    CHANGE_DB,
    CLASS,
    POSSIBLE,
    PROBABILITY,
    RUN,
    SHAPEFILE_ENDINGS,
    STYLE_ENDINGS,
    TIFFS,
    MapFiles,
    check_ending,
    with_contents,
)
from .job import Job, Source, check_choice
from .options import OPTIONS

DONE, FAULT, BAD_INPUT, CANCELLED = 0, 1, 2, 3
"""Exit statuses of the worker and the command line."""
SCENE_DONE, SCENE_FAILED, SCENE_SKIPPED = "done", "failed", "skipped"
"""What may become of a scene of a batch: mapped now, failed, or mapped by an earlier run with the same options."""
SPARE_SECONDS = 300.0
"""How long a worker that was started before it is needed waits for its request."""

OBSERVED_EVENT, IMAGE_FOOTPRINT, NOT_ANALYSED = "observedEvent", "imageFootprint", "notAnalysed"
"""Layers of a file of polygons, named after the products of the Copernicus Emergency Management Service."""
ZONE_STATISTICS, POSSIBLE_OIL = "zoneStatistics", "possibleOil"
EXPOSURE_OF = "exposure_of_"
"""Begin of the names of layers with the shares of what lies on a map."""
LAYERS = (OBSERVED_EVENT, IMAGE_FOOTPRINT, NOT_ANALYSED, ZONE_STATISTICS, POSSIBLE_OIL)
"""All that Tidemark writes into vector files."""
LAYER_IN_FILE = "|layername="
"""Between a file and one of its layers, as QGIS writes it."""
SUMMARY = "summary.csv"
"""The table of a batch, in its folder."""

UNITS = ("db", "power")
CALIBRATIONS = ("sigma0", "gamma0")
DEM_HEIGHTS = ("auto", "ellipsoid", "geoid")
"""Choices of a preparation; by ``auto``, a DEM that lies below the product's own heights by what a geoid does is raised by that."""
LARGEST_PIXEL_M = 10_000

SAMPLE_DAYS = ("20240424", "20240506")
"""The dates in the names of the sample's two images."""


@dataclass(frozen=True)
class VectoriseJob:
    """What to make polygons of.

    Attributes:
        raster: path of the class raster.
        output: a path that ends in ``.gpkg``, ``.geojson`` or ``.shp``.
        probability: path of the probability raster; empty: that of the same run, where it is there.
        minimum_area: in hectares; smaller polygons are left out (the minimum mapping unit).
        connectivity: 8: pixels that meet at a corner are one polygon, so a narrow river stays whole; 4: only pixels that share an edge.
        fill_holes: in hectares; smaller holes of not detected pixels are filled; 0: none.
        simplify: how far an outline may be moved, in metres on the ground; 0: not at all.
        classes: the codes to make polygons of, of `classes.WITH_POLYGONS`.
        footprint: whether to add the layers `IMAGE_FOOTPRINT` and `NOT_ANALYSED`.
        overwrite: whether an earlier file may be replaced.
    """

    raster: str
    output: str
    probability: str = ""
    minimum_area: float = 0.5
    connectivity: int = 8
    fill_holes: float = 0.0
    simplify: float = 0.0
    classes: Tuple[int, ...] = (int(ClassCode.DETECTED),)
    footprint: bool = False
    overwrite: bool = False

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it reads."""
        files = MapFiles.of_class(self.raster)
        return _given(self.raster, self.probability, files.find(PROBABILITY), files.find(RUN))

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it may write or remove."""
        stem, ending = os.path.splitext(self.output)
        stems = (stem, *(f"{stem}_{layer}" for layer in LAYERS[1:3]))
        endings = SHAPEFILE_ENDINGS if ending.lower() == SHAPEFILE_ENDINGS[0] else (ending,)
        return tuple(stem + end for stem in stems for end in endings)


@dataclass(frozen=True)
class ZonesJob:
    """What to count, and where.

    Attributes:
        raster: path of the class raster.
        zones: path of a vector file with polygons.
        output: a path that ends in ``.csv`` or ``.gpkg``.
        layer: the zones' layer; empty: the only one with polygons.
        overwrite: whether an earlier file may be replaced.
    """

    raster: str
    zones: str
    output: str
    layer: str = ""
    overwrite: bool = False

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it reads."""
        return _given(self.raster, self.zones, MapFiles.of_class(self.raster).find(RUN))

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it may write or remove."""
        return (self.output,)


@dataclass(frozen=True)
class ExposureJob:
    """What may be affected, and by which map.

    Attributes:
        raster: path of the class raster.
        output: a path that ends in ``.gpkg`` (the layers with their shares) or ``.csv``; table and record lie beside it, with its name.
        layers: vector files of buildings, roads, places, land use; ``PATH|layername=NAME`` where a file has several.
        titles: what to call the layers, one each; empty: as the files are called.
        population: path of a raster of people in each pixel; empty: none.
        zones: a vector file with polygons, as in `layers`, that are counted apart; empty: none.
        zone_field: the zones' field with their names; empty: the first one with text.
        overwrite: whether earlier files may be replaced.
    """

    raster: str
    output: str
    layers: Tuple[str, ...] = ()
    titles: Tuple[str, ...] = ()
    population: str = ""
    zones: str = ""
    zone_field: str = ""
    overwrite: bool = False

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it reads."""
        vectors = [path.partition(LAYER_IN_FILE)[0] for path in (*self.layers, self.zones)]
        return _given(self.raster, *vectors, self.population, MapFiles.of_class(self.raster).find(RUN))

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it may write or remove."""
        stem, ending = os.path.splitext(self.output)
        return (*((self.output,) if ending.lower() == ".gpkg" else ()), f"{stem}.csv", f"{stem}.json")


@dataclass(frozen=True)
class DepthJob:
    """A flood whose depth is asked for.

    Attributes:
        raster: path of the class raster.
        dem: path of a raster of the ground's heights in metres.
        output: a path that ends in ``.tif``; styles, table and record lie beside it, with its name.
        zones: a vector file with polygons, ``PATH|layername=NAME`` where it has several layers, that are told apart; empty: none.
        zone_field: the zones' field with their names; empty: the first one with text.
        overwrite: whether earlier files may be replaced.
    """

    raster: str
    dem: str
    output: str
    zones: str = ""
    zone_field: str = ""
    overwrite: bool = False

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it reads."""
        zones = self.zones.partition(LAYER_IN_FILE)[0]
        return _given(self.raster, self.dem, zones, MapFiles.of_class(self.raster).find(RUN))

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it may write or remove."""
        stem = os.path.splitext(self.output)[0]
        return (self.output, *(stem + ending for ending in (*STYLE_ENDINGS, ".csv", ".json")))


@dataclass(frozen=True)
class RethresholdJob:
    """Another threshold for a map that is there.

    Attributes:
        probability: path of its probability raster.
        threshold: probability from which a pixel is detected, 0.01 to 1.
        output: prefix of the files to write.
        overwrite: whether earlier files may be replaced.
    """

    probability: str
    threshold: float
    output: str
    overwrite: bool = False

    def check(self) -> None:
        """Refuse a threshold that no run could have. Raises `InputError`."""
        OPTIONS["threshold"].check(self.threshold)

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it reads."""
        files = MapFiles.of_probability(self.probability)
        return _given(self.probability, *(files.find(kind) for kind in (CLASS, POSSIBLE, CHANGE_DB, RUN)))

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it may write or remove."""
        return MapFiles(self.output).all_written()


@dataclass(frozen=True)
class ThresholdQuery:
    """A map of which to tell how many hectares it would detect by its threshold.

    Attributes:
        probability: path of its probability raster.
    """

    probability: str


@dataclass(frozen=True)
class PackageJob:
    """A map to hand over.

    Attributes:
        prefix: of the map, or the path of its class raster, whatever that is called.
        folder: of the event; made where it is missing.
        event, aoi: for the names; an empty event is the prefix's own name.
        geopackage: whether to write one file into the folder, and not a folder.
    """

    prefix: str
    folder: str
    event: str = ""
    aoi: str = "AOI01"
    geopackage: bool = False


@dataclass(frozen=True)
class PrepareJob:
    """A Sentinel-1 product to make an image of.

    Attributes:
        products: paths of a product, or of slices of one pass that are joined.
        output: path of the GeoTIFF to write; with a DEM, layover and shadow go into a file of the same name with ``_layover`` at its end.
        dem: path of a raster of heights in metres; empty: the ground lies where the product's own grid has it.
        dem_heights: what the DEM's heights count from, one of `DEM_HEIGHTS`.
        extent: xmin, ymin, xmax, ymax in longitude and latitude, or in the image's coordinates where they are too large for those; None:
            all.
        unit: one of `UNITS`.
        calibration: one of `CALIBRATIONS`.
        pixel: metres; None: 10, of products with pixels larger than that 20.
        crs: of the image, as GDAL reads it; empty: the UTM zone of the centre.
        keep_noise: leave the thermal noise in.
        overwrite: whether earlier files may be replaced.
    """

    products: Tuple[str, ...]
    output: str = ""
    dem: str = ""
    dem_heights: str = "auto"
    extent: Optional[Tuple[float, float, float, float]] = None
    unit: str = "db"
    calibration: str = "sigma0"
    pixel: Optional[float] = None
    crs: str = ""
    keep_noise: bool = False
    overwrite: bool = False

    def check(self) -> None:
        """Refuse options that are none, and a name that no image has. Raises `InputError` or `OutputError`."""
        check_ending(self.output, TIFFS, "Images are written to a .tif.", "Give e.g. scene.tif.")
        for what, value, known in (
            ("unit", self.unit, UNITS),
            ("calibration", self.calibration, CALIBRATIONS),
            ("kind of heights of the DEM", self.dem_heights, DEM_HEIGHTS),
        ):
            check_choice(what, value, known)
        if not self.products:
            raise InputError("No product is given.", "One is needed.", "Choose a Sentinel-1 product.")
        if self.pixel is not None and not 1 <= self.pixel <= LARGEST_PIXEL_M:
            raise InputError(f"The pixel is {self.pixel:g} m.", f"It lies between 1 and {LARGEST_PIXEL_M} m.", "Choose another one.")

    @property
    def layover(self) -> str:
        """The path of the raster of layover and shadow, which is written where there is a DEM."""
        stem, ending = os.path.splitext(self.output)
        return f"{stem}_layover{ending}"

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it reads."""
        return (*(file for path in self.products for file in with_contents(path)), *_given(self.dem))

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it may write."""
        return (self.output, self.layover) if self.dem else (self.output,)


@dataclass(frozen=True)
class SampleJob:
    """A simulated place to try everything out on: one image from before a flood and one during it.

    Attributes:
        folder: for the two images, which are replaced where they are there already.
    """

    folder: str

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of all files that it reads."""
        return ()

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of the images, the earlier one first."""
        return tuple(os.path.join(self.folder, f"tidemark_sample_{day}.tif") for day in SAMPLE_DAYS)


@dataclass(frozen=True)
class BatchJob:
    """Many scenes to map.

    Attributes:
        scenes: a folder of images, or a list of them.
        template: the job of each, without files and output.
        folder: for the results; made where it is missing.
        again: whether to do what is done as well.
    """

    scenes: str
    template: Job
    folder: str
    again: bool = False

    def inputs(self) -> Tuple[str, ...]:
        """Return the paths of the files that every scene needs; those of the scenes follow with their own jobs."""
        return (self.scenes, *self.template.inputs())

    def outputs(self) -> Tuple[str, ...]:
        """Return the paths of the files that it writes beside the maps."""
        return (os.path.join(self.folder, SUMMARY),)


@dataclass(frozen=True)
class InfoQuery:
    """Images about which to tell what would be assumed.

    Attributes:
        scenes: the files of each, and its bands where the user has told them.
        task: what they are meant for.
        method, model: with which they are to be mapped; empty: what a run takes where none is named.
    """

    scenes: Tuple[Source, ...]
    task: str
    method: str = ""
    model: str = ""


@dataclass(frozen=True)
class ProbeQuery:
    """Whether the environment has what the engine needs."""


Request = Union[
    Job,
    VectoriseJob,
    ZonesJob,
    ExposureJob,
    DepthJob,
    RethresholdJob,
    ThresholdQuery,
    PackageJob,
    PrepareJob,
    SampleJob,
    BatchJob,
    InfoQuery,
    ProbeQuery,
]

KINDS: Mapping[str, Any] = {
    "detect": Job,
    "vectorise": VectoriseJob,
    "stats": ZonesJob,
    "exposure": ExposureJob,
    "depth": DepthJob,
    "rethreshold": RethresholdJob,
    "threshold": ThresholdQuery,
    "package": PackageJob,
    "prepare": PrepareJob,
    "sample": SampleJob,
    "batch": BatchJob,
    "info": InfoQuery,
    "probe": ProbeQuery,
}
"""Name of each kind of work to the type that asks for it."""


def _given(*paths: str) -> Tuple[str, ...]:
    return tuple(path for path in paths if path)


def to_line(request: Request) -> str:
    """Return the request as one line of JSON without the line end."""
    kind = next(name for name, wanted in KINDS.items() if isinstance(request, wanted))
    told = asdict(request)
    body: Dict[str, Any] = told if isinstance(request, (InfoQuery, ProbeQuery)) else {"job": told}
    return json.dumps({"work": kind, **body}, ensure_ascii=True)


def from_line(line: str) -> Request:
    """Read a request. Raises `InputError`."""
    try:
        data = dict(json.loads(line))
        wanted = KINDS[data.pop("work")]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            "The worker was sent a line that it does not understand.",
            f"It does: {', '.join(KINDS)}.",
            _SAME_VERSION,
        ) from error
    try:
        body = data if wanted in (InfoQuery, ProbeQuery) else data["job"]
        if wanted is InfoQuery and isinstance(data.get("scenes"), list):  # files alone will do
            body = {**data, "scenes": [{"paths": one} if isinstance(one, list) else one for one in data["scenes"]]}
        return decode(wanted, body)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"The job cannot be read: {error}.", "", _SAME_VERSION) from error


_SAME_VERSION = "Plugin and engine must be of the same version: install Tidemark again."
