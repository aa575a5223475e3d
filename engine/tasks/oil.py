"""What only the task ``oil`` does in a run, around the common pipeline: the sea without land, small features, polygons of the others."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..contract.card import Card
from ..contract.errors import InputError
from ..contract.job import Job
from ..contract.packages import vector_packages
from ..contract.record import ImageRecord, MethodRecord, RunRecord
from ..contract.tasks import TASKS
from ..masks.exclusions import Exclusion
from ..masks.land import Land
from ..methods.method import Method
from ..methods.sea import AgainstSurroundings, Sea, SeaLevel, choose_band, sea_state
from ..products.sieve import ASSUMED_HECTARES, remove_small
from ..products.statistics import Tally, hectares_in_words
from ..products.writer import Product
from ..raster.ground import PixelAreas
from ..raster.resample import PixelWindow
from ..raster.scene import Scene
from .confidence import LEVELS

if TYPE_CHECKING:
    from ..vector.file import VectorFile

MINIMUM_HECTARES = 10.0
"""0.1 km², the least size of a feature in the common rule (R6.1 of the notes on SAR practice)."""
FEATURES = "features"


def remove_earlier_polygons(prefix: str, overwrite: bool) -> None:
    """Remove the polygons of an earlier map of this prefix, where it may be replaced and the new map has none: they would contradict it."""
    if overwrite:
        with suppress(FileNotFoundError):
            os.remove(f"{prefix}_{FEATURES}.gpkg")


@dataclass(frozen=True)
class Outcome:
    """What became of the features: words for the summary, and fields of the run record."""

    words: str
    record: dict[str, Any]


class DarkFeatures:
    """The task's own part of one run.

    Args:
        job: its task is ``oil``.
        scene: the image.
        land: of the image; None: not known.
        window: the part of the image that is mapped.
        card: the model; None: a classical rule.
        notice: takes what the user should know.

    Attributes:
        sea: what the windows are read from.
        left_out: the land, as what is left out of the map; None: not known.

    Raises:
        InputError: no band in which dark features are seen, or no sea.
    """

    def __init__(
        self, job: Job, scene: Scene, land: Land | None, window: PixelWindow, card: Card | None, notice: Callable[[str], None]
    ) -> None:
        self.sea, self._job, self._scene, self._window, self._notice = Sea(scene, land), job, scene, window, notice
        self.left_out: Exclusion | None = None if land is None else land.on(window)
        self._band = choose_band(scene)
        self._state = sea_state(job.wind, self._band, float(self.sea.median_db((self._band,))[0]), scene.is_display)
        for text in self._state.notices:
            notice(text)
        if card is not None and card.normalisation == "sea_contrast" and not scene.is_display:
            self.sea = AgainstSurroundings(scene, land, SeaLevel.of(self.sea, self._band))
        self._minimum = MINIMUM_HECTARES if job.minimum_area is None else job.minimum_area
        self._file: VectorFile | None = None

    def files(self) -> dict[str, str]:
        """Return kind and path of the polygons' file; nothing, with a notice, where polygons cannot be written."""
        try:
            if self._scene.grid.crs is None:
                raise InputError("the image has no georeference.")
            with vector_packages():
                from . import oil_features  # noqa: F401
        except InputError as error:
            self._notice(f"No polygons were written: {error}")
            return {}
        return {FEATURES: f"{self._job.output}_{FEATURES}.gpkg"}

    def open_file(self, product: Product, stack: ExitStack) -> list[str]:
        """Begin the polygons' file, where there is to be one; return the temporary names that it may leave when the run is killed."""
        if FEATURES not in product.files:
            return []
        from ..vector.file import VectorFile
        from .oil_features import LAYER

        whole = product.temporary[FEATURES] + ".gpkg"
        self._file = stack.enter_context(VectorFile(whole, self._scene.grid.crs, (LAYER,), overwrite=False))
        return [whole, self._file.temporary]

    def finish(self, product: Product, counts: Tally, areas: PixelAreas | None, method: Method, cancelled: Callable[[], bool]) -> Outcome:
        """Take small features out of the class raster, and write polygons of the others.

        Args:
            product: all rows are written.
            counts: corrected by what was taken out.
            areas: of the map's pixels; None without georeference.
            method: that found the features.
            cancelled: asked again and again whether to stop.
        """
        product.close()
        removed = remove_small(product.temporary["class"], areas, self._minimum, cancelled)
        counts.take_away(removed.pixels, removed.hectares)
        if removed.pixels:
            size = f"{self._minimum:g} ha" if areas else f"{self._minimum / ASSUMED_HECTARES:.0f} pixels"
            all_of_them = hectares_in_words(removed.hectares) if areas else f"{removed.pixels} pixels"
            self._notice(f"Features below {size} were left out ({all_of_them} in all); the probability raster shows them.")
        found = {"minimum_area_ha": self._minimum, "smaller_ha": round(removed.hectares, 2), "sea": self._state.suspect}
        if self._file is None:
            remove_earlier_polygons(self._job.output, self._job.overwrite)
            return Outcome("", found)
        rated = self._write(product, self._file, method, cancelled)
        count = sum(rated.values())
        words = f"; {count} feature{'' if count == 1 else 's'}" + (
            f" (confidence {', '.join(f'{level} {rated[level]}' for level in LEVELS if rated[level])})" if count else ""
        )
        return Outcome(words, {**found, "features": rated})

    def _write(self, product: Product, file: VectorFile, method: Method, cancelled: Callable[[], bool]) -> dict[str, int]:
        from .oil_features import Backscatter, write_features

        scene, window, task = self._scene, self._window, TASKS["oil"]
        run = RunRecord(
            task="oil",
            title=task.title,
            image=ImageRecord(paths=scene.source.paths, acquired=scene.acquired, simulated=scene.simulated),
            method=MethodRecord(method.record["name"], method.record.get("model")),
            threshold=method.threshold,
        )

        def read(first: int, last: int, left: int, right: int) -> Any:
            top, side = window.first_row, window.first_column
            return scene.read_db(top + first, top + last, side + left, side + right, (self._band,))[0]

        rated = write_features(
            product.temporary["class"],
            product.temporary["probability"],
            file,
            Backscatter(read, scene.is_display),
            run,
            self._state,
            cancelled,
        )
        os.replace(file.paths[next(iter(file.paths))], product.temporary[FEATURES])
        return rated
