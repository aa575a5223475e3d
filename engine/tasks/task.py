"""Define what every task has: images that it opens and checks, what its windows are read from, a method, a classifier, and an aftermath."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Protocol

import numpy.typing as npt
from rasterio.windows import Window

from ..contract.card import STRETCHED, Card
from ..contract.errors import InputError
from ..contract.filenames import POSSIBLE
from ..contract.job import Source
from ..contract.record import OpticalRecord, RunRecord
from ..contract.tasks import TaskSpec
from ..masks.exclusions import Exclusion, Exclusions
from ..masks.reference_water import ReferenceWater
from ..methods.context import RunContext
from ..methods.method import Method
from ..products.statistics import MapStatistics
from ..products.writer import Product
from ..raster.arrays import BoolArray, FloatArray
from ..raster.bands import BANDS_OPTION, POLARISATIONS, UNNAMED
from ..raster.ground import PixelAreas
from ..raster.radiometry import ScaleOpen
from ..raster.scene import Scene, open_scene
from ..raster.warp import Readable

IMAGE, IMAGE_BEFORE = "The image", "The image before"
"""What the dates are called where a sentence begins."""


@dataclass(frozen=True)
class Place:
    """Where a run looks.

    Attributes:
        window: the pixels of the image that are mapped.
        seen: the pixels that are looked at: the window with what a network should see around it.
        shape: rows and columns of the working grid over `seen`.
        pixel_m: a pixel of the working grid on the ground, in metres.
        side_by_side: windows that lie beside each other.
    """

    window: Window
    seen: Window
    shape: tuple[int, int]
    pixel_m: float
    side_by_side: int


class RowClassifier(Protocol):
    """Decides the classes of rows."""

    def rows(self, layers: FloatArray, observed: BoolArray, first: int) -> dict[str, npt.NDArray[Any]]:
        """Return rasters by kind, (rows, width) each, of a method's layers, float32 (layers, rows, width); see `Classifier`."""
        ...


@dataclass(frozen=True)
class Aftermath:
    """What followed the map: words for the end of the summary, and fields of the run record."""

    words: str = ""
    record: dict[str, Any] = field(default_factory=dict)


class Task(ABC):
    """One task on the images of one run. Use `open`.

    Args:
        run: the run's context.
        scenes: the image to map and, where there is one, the image before.
        stack: closes what the task opens.

    Attributes:
        spec: the task in words, of the contract's table.
        baseline_pixel: ground pixel in metres on which its baselines work, and the range that they take as it is.
        hidden: from first and last row and column of the image to what is observed but not to be seen; None: nothing.
        left_out: the pixels that the task itself leaves out of the map; None: none.
    """

    spec: ClassVar[TaskSpec]
    baseline_pixel: ClassVar[tuple[float, tuple[float, float]]] = (10.0, (0.0, float("inf")))

    hidden: Callable[[int, int, int, int], BoolArray] | None = None
    left_out: Exclusion | None = None

    def __init__(self, run: RunContext, scenes: Sequence[Scene], stack: ExitStack) -> None:  # noqa: ARG002
        self.run, self.scenes, self.scene = run, scenes, scenes[0]

    @classmethod
    def open(cls, run: RunContext, stack: ExitStack) -> Task:
        """Open and check the images of a run. Raises `InputError` where the task cannot be done with them."""
        before = run.job.find_source("before")
        sources = [run.job.source("after"), *([before] if before else [])]
        takes_any = cls.takes_any_polarisation(run.card)

        def opened(source: Source) -> Scene:
            return stack.enter_context(open_scene(source, run.job.zeros, takes_any, run.stop_if_cancelled))

        scenes = [opened(source) for source in sources]
        said_wrongly = [index for index, scene in enumerate(scenes) if scene.source.scale != "auto" and isinstance(scene.scale, ScaleOpen)]
        if len(said_wrongly) < len(scenes):  # one word for both dates: it was meant for the other one
            for index in said_wrongly:
                scenes[index] = opened(replace(sources[index], scale="auto"))
                run.notice(f"The values of {scenes[index].name} do not mean {sources[index].scale}: what they mean was found out.")
        task = cls(run, cls.in_order(scenes, run), stack)
        for name, scene in zip((IMAGE, IMAGE_BEFORE), task.scenes, strict=False):
            cls.check_scale(scene, run.card)
            cls.check_bands(tuple(scene.bands.numbers), name, run.card)
        return task

    @classmethod
    def takes_any_polarisation(cls, card: Card | None) -> bool:
        """Return whether an only band without a name will do: a network that compares dates sees one band at a time, whichever it is."""
        return cls.spec.any_polarisation or (card is not None and card.compares_dates)

    @classmethod
    @abstractmethod
    def check_bands(cls, bands: Sequence[str], name: str, card: Card | None) -> None:
        """Refuse an image whose bands the method cannot use.

        Args:
            bands: the polarisations that the image has.
            name: what the image is, at a sentence's beginning.
            card: the model's; None for a baseline.

        Raises:
            InputError: with what would do.
        """

    @classmethod
    def check_scale(cls, scene: Scene, card: Card | None) -> None:
        """Refuse an image of which nobody knows what its values mean, or whose display bytes the method cannot use. Raises `InputError`."""
        scale = scene.scale
        if isinstance(scale, ScaleOpen):
            raise scale.error(scene.name)
        takes_display = card.normalisation in STRETCHED if card else cls.spec.any_polarisation
        if scale.name == "display" and not takes_display:
            raise InputError(
                "The image holds display values (8 bit), not backscatter.",
                "This task needs calibrated values: decibels, power or amplitude.",
                "Use the image before it was made for display, or another download of it (sigma nought or gamma nought).",
            )

    @classmethod
    def in_order(cls, scenes: Sequence[Scene], run: RunContext) -> Sequence[Scene]:  # noqa: ARG003
        """Return the scenes in the order in which they are compared."""
        return scenes

    @property
    def opened_bytes(self) -> int:
        """Bytes of a row of blocks of all images that the run reads from."""
        return sum(scene.block_row_bytes for scene in self.scenes)

    @property
    def working_pixel(self) -> tuple[float, tuple[float, float]]:
        """The ground pixel that the method works on, in metres, and the range that it takes as it is."""
        card = self.run.card
        return (card.pixel_m, card.pixel_range_m) if card else self.baseline_pixel

    def rasters_beside(self, method: Method) -> list[str]:
        """Return the kinds of rasters that are written beside class and probability."""
        return [] if method.possible_threshold is None else [POSSIBLE]

    @abstractmethod
    def image(self, place: Place) -> Readable:
        """Return what the windows are read from. Raises `InputError` where the images do not fit each other."""

    @abstractmethod
    def method(self, place: Place) -> Method:
        """Return the run's method, ready for what `image` returned. Raises `InputError` or `ModelError`."""

    @abstractmethod
    def classifier(self, method: Method, left_out: Exclusions, reference: ReferenceWater | None) -> RowClassifier:
        """Return what decides the classes."""

    def extra_files(self) -> dict[str, str]:
        """Return kind and path of the files that follow the map."""
        return {}

    def begin_files(self, product: Product, stack: ExitStack) -> list[str]:  # noqa: ARG002
        """Begin the files that follow the map; return the temporary names that they may leave when the run is killed."""
        return []

    def finish(self, product: Product, counts: MapStatistics, areas: PixelAreas | None, method: Method) -> Aftermath:  # noqa: ARG002
        """Do what follows the map.

        Args:
            product: all rows are written.
            counts: corrected by what is taken out again.
            areas: of the map's pixels; None without georeference.
            method: that made the map.
        """
        return Aftermath()

    @classmethod
    def notices_anew(cls, run: RunRecord) -> Sequence[str]:  # noqa: ARG003
        """Return what the user should know of a run's map that is made anew from its probability with another threshold."""
        return ()

    @classmethod  # noqa: B027 (most tasks do nothing)
    def finish_anew(cls, run: RunRecord, product: Product, counts: MapStatistics, cancelled: Callable[[], bool]) -> None:
        """Do what follows a map that is made anew from its probability with another threshold.

        Args:
            run: the record of the first run.
            product: all rows are written.
            counts: corrected by what is taken out again.
            cancelled: asked again and again whether to stop.
        """

    def notices(self) -> list[str]:
        """Return what the user should know after all rows were read."""
        return []

    def optical_record(self) -> OpticalRecord | None:
        """Return what the run record says of optical images; None where there were none."""
        return None


def shared_bands(scenes: Sequence[Scene]) -> tuple[str, ...]:
    """Return the polarisations that all dates have. Raises `InputError` where they share none."""
    bands = tuple(band for band in (*POLARISATIONS, UNNAMED) if all(band in scene.bands.numbers for scene in scenes))
    if not bands:
        raise InputError(
            f"The image has {', '.join(scenes[0].bands.numbers)}, the image before {', '.join(scenes[-1].bands.numbers)}.",
            "They must share a polarisation.",
            f"Choose images of the same kind, or name their bands with {BANDS_OPTION}.",
        )
    return bands
