"""Dark features at sea, which may be oil: land is left out, small features are taken out of the map, the others get polygons."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..contract.card import Card
from ..contract.errors import InputError, ModelError
from ..contract.filenames import CLASS, FEATURES, MapFiles
from ..contract.installation import vector_packages
from ..contract.record import MethodRecord, RunRecord, hectares_in_words
from ..contract.requests import POSSIBLE_OIL
from ..contract.tasks import OIL
from ..masks.exclusions import Exclusions
from ..masks.land import open_land
from ..masks.reference_water import ReferenceWater
from ..methods import dark_spot
from ..methods.context import RunContext
from ..methods.method import Method, baseline_method, date_by_date
from ..methods.sea import AgainstSurroundings, Sea, SeaLevel, choose_band, sea_state
from ..methods.student import Student
from ..products.sieve import ASSUMED_HECTARES, remove_small
from ..products.statistics import MapStatistics
from ..products.writer import Product
from ..raster.bands import UNNAMED
from ..raster.ground import PixelAreas
from ..raster.scene import Scene
from ..raster.warp import Readable
from .classify import Classifier
from .task import Aftermath, Place, RowClassifier, Task

if TYPE_CHECKING:
    from ..vector.file import VectorFile

MINIMUM_HECTARES = 10.0
"""0.1 km², the least size of a feature in the oil detector of the Sentinel-1 Toolbox."""


class OilTask(Task):
    """Maps dark features at sea."""

    spec = OIL
    baseline_pixel = dark_spot.PIXEL

    def __init__(self, run: RunContext, scenes: Sequence[Scene], stack: ExitStack) -> None:
        super().__init__(run, scenes, stack)
        self._land = stack.enter_context(open_land(run.job.land, self.scene.grid, run.notice))
        self.hidden = self._land.mask if self._land else None
        self._minimum = MINIMUM_HECTARES if run.job.minimum_area is None else run.job.minimum_area
        self._file: VectorFile | None = None

    @classmethod
    def check_bands(cls, bands: Sequence[str], name: str, card: Card | None) -> None:  # noqa: ARG003
        """Refuse an image without a band in which dark features are seen, and a model that looks at several. Raises `TidemarkError`."""
        choose_band(bands)
        if card is not None and len(card.bands) != 1:
            raise ModelError(
                f"The model '{card.name}' looks at {' and '.join(card.bands)}.",
                "For oil, a model looks at one band.",
                "Choose another model.",
            )

    def image(self, place: Place) -> Readable:
        """Return the sea. Raises `InputError` where the image shows none."""
        self._window = place.window
        self.left_out = None if self._land is None else self._land.on(place.window)
        self._band, self._sea = choose_band(tuple(self.scene.bands.numbers)), Sea(self.scene, self._land)
        median = float(self._sea.median_db((self._band,))[0])
        self._state = sea_state(self.run.job.wind, self._band, median, self.scene.is_display)
        self.run.notice_all(self._state.notices)
        if self.run.card is not None and self.run.card.normalisation == "sea_contrast" and not self.scene.is_display:
            self._sea = AgainstSurroundings(self.scene, self._land, SeaLevel.of(self._sea, self._band))
        return self._sea

    def method(self, place: Place) -> Method:
        """Return the run's method, for the one band in which dark features are seen best."""
        bands, card = (self._band,), self.run.card
        sample = self._sea.sample_db(bands)
        if card is None:
            rule, notices = dark_spot.fit(self.run.job.method, sample, self.scene.is_display, place.pixel_m)
            self.run.notice_all(notices)
            return replace(baseline_method(self.run, rule, bands), sees_gaps=True)
        if self._band not in (card.bands[0], UNNAMED):
            self.run.notice(f"The model '{card.name}' was trained on {card.bands[0]}; this image has {self._band}.")
        student = Student(self.run, card, place.side_by_side)
        return student.method(date_by_date([student.predictor(**student.limits(sample, self.scene.is_display))]), bands)

    def classifier(self, method: Method, left_out: Exclusions, reference: ReferenceWater | None) -> RowClassifier:  # noqa: ARG002
        """Return what decides the classes."""
        return Classifier(method.threshold, None, left_out.rows, has_before=False)

    def extra_files(self) -> dict[str, str]:
        """Return kind and path of the polygons' file; nothing, with a notice, where polygons cannot be written."""
        try:
            if self.scene.grid.crs is None:
                raise InputError("the image has no georeference.")
            with vector_packages():
                from . import oil_features  # noqa: F401
        except InputError as error:
            self.run.notice(f"No polygons were written: {error}")
            return {}
        return {FEATURES: str(MapFiles(self.run.job.output).path(FEATURES))}

    def begin_files(self, product: Product, stack: ExitStack) -> list[str]:
        """Begin the polygons' file, where there is to be one; return the temporary names that it may leave when the run is killed."""
        if FEATURES not in product.files:
            return []
        from ..vector.file import VectorFile

        whole = product.temporary[FEATURES] + ".gpkg"
        self._file = stack.enter_context(VectorFile(whole, self.scene.grid.crs, (POSSIBLE_OIL,), overwrite=False))
        return [whole, self._file.temporary]

    def finish(self, product: Product, counts: MapStatistics, areas: PixelAreas | None, method: Method) -> Aftermath:
        """Take small features out of the class raster, and write polygons of the others; see `Task.finish`."""
        removed = remove_small(product.edited(CLASS), areas, self._minimum, self.run.cancelled)
        counts.take_away(removed.pixels, removed.hectares)
        if removed.pixels:
            size = f"{self._minimum:g} ha" if areas else f"{self._minimum / ASSUMED_HECTARES:.0f} pixels"
            all_of_them = hectares_in_words(removed.hectares) if areas else f"{removed.pixels} pixels"
            self.run.notice(f"Features below {size} were left out ({all_of_them} in all); the probability raster shows them.")
        found = {"minimum_area_ha": self._minimum, "smaller_ha": round(removed.hectares, 2), "sea": self._state.suspect}
        if self._file is None:
            return Aftermath("", found)
        from .oil_features import LEVELS

        rated = self._write(product, self._file, method)
        count = sum(rated.values())
        words = f"; {count} feature{'' if count == 1 else 's'}" + (
            f" (confidence {', '.join(f'{level} {rated[level]}' for level in LEVELS if rated[level])})" if count else ""
        )
        return Aftermath(words, {**found, "features": rated})

    @classmethod
    def notices_anew(cls, run: RunRecord) -> Sequence[str]:  # noqa: ARG003
        """Return that the polygons are those of the first run."""
        return ("The polygons with contrast and confidence were not made anew: run the detection with this threshold to get them.",)

    @classmethod
    def finish_anew(cls, run: RunRecord, product: Product, counts: MapStatistics, cancelled: Callable[[], bool]) -> None:
        """Take small features out of the class raster; see `Task.finish_anew`."""
        minimum = float(run.task_facts.get("minimum_area_ha", MINIMUM_HECTARES))
        removed = remove_small(product.edited(CLASS), counts.areas, minimum, cancelled)
        counts.take_away(removed.pixels, removed.hectares)

    def _write(self, product: Product, file: VectorFile, method: Method) -> dict[str, int]:
        from .oil_features import Backscatter, write_features

        scene, window = self.scene, self._window
        run = RunRecord(
            task=self.spec.name,
            title=self.spec.title,
            image=replace(self.run.known_of(scene.source), acquired=scene.acquired, simulated=scene.simulated),
            method=MethodRecord(method.record["name"], method.record.get("model")),
            threshold=method.threshold,
        )

        def read(first: int, last: int, left: int, right: int) -> Any:
            top, side = window.row_off, window.col_off
            return scene.read_db(top + first, top + last, side + left, side + right, (self._band,))[0]

        rated = write_features(
            product.temporary["class"],
            product.temporary["probability"],
            file,
            Backscatter(read, scene.is_display, self._state),
            run,
            self.run.cancelled,
        )
        os.replace(file.paths[next(iter(file.paths))], product.temporary[FEATURES])
        return rated
