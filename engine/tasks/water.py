"""Water on one date: dark, smooth surfaces, by a student that sees VV and VH, or by thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..contract.card import Card
from ..contract.errors import InputError
from ..contract.tasks import WATER
from ..masks.exclusions import Exclusions
from ..masks.reference_water import ReferenceWater
from ..methods import thresholds
from ..methods.method import Method, Predictor, RuleByDate, baseline_method, date_by_date, layer_by_layer
from ..methods.quicker import COPY
from ..methods.student import Student
from ..raster.bands import BANDS_OPTION
from ..raster.warp import Readable
from .classify import Classifier
from .task import Place, RowClassifier, Task, shared_bands


class WaterTask(Task):
    """Maps open water and, with a student that tells it, possible water among plants or buildings."""

    spec = WATER

    @classmethod
    def check_bands(cls, bands: Sequence[str], name: str, card: Card | None) -> None:
        """Refuse an image that lacks a band of the model, or has none that a threshold is known for. Raises `InputError`."""
        if card is None:
            thresholds.known_bands(tuple(bands))
            return
        missing = [] if card.compares_dates else [band for band in card.bands if band not in bands]
        if missing:
            meant = replace(card, name=card.name.removesuffix(COPY))  # which of the two is quicker is nothing to say here
            baseline = list(cls.spec.methods)[1]
            raise InputError(
                f"{name} has {', '.join(bands)}, but not {', '.join(missing)}.",
                f"The model '{meant.name}' needs {' and '.join(card.bands)}.",
                f"Add the missing band's file, name the bands with {BANDS_OPTION}, "
                f"or choose a method that takes one band (--method {baseline}; in QGIS: 'Method').",
            )

    def image(self, place: Place) -> Readable:  # noqa: ARG002
        """Return the scene."""
        return self.scene

    def method(self, place: Place) -> Method:
        """Return the run's method, each date by itself."""
        if self.run.card is None:
            return self._baseline()
        card = self.run.card
        student = Student(self.run, card, place.side_by_side)
        predictors = [student.predictor(**student.limits(scene.sample_db(card.bands))) for scene in self.scenes]
        dates = len(predictors)
        if card.possible_threshold is None:
            return student.method(self.compare(date_by_date(predictors)), card.bands, dates)
        both = layer_by_layer(predictors, 2)
        if self.run.job.open_only:
            return student.method(self.compare(lambda image: both(image)[:dates]), card.bands, dates)
        method = student.method(self.compare(both), card.bands, dates, 2 * dates)
        record = {**method.record, "possible_threshold": card.possible_threshold}
        return replace(method, possible_threshold=card.possible_threshold, record=record)

    def compare(self, predict: Predictor) -> Predictor:
        """Return a student's predictor of all dates, corrected by what they tell of each other."""
        return predict

    def classifier(self, method: Method, left_out: Exclusions, reference: ReferenceWater | None) -> RowClassifier:
        """Return what decides the classes."""
        rows = reference.rows if reference else None
        return Classifier(method.threshold, rows, left_out.rows, method.dates == 2, method.possible_threshold)

    def _baseline(self) -> Method:
        bands = shared_bands(self.scenes)
        rules = []
        for scene in self.scenes:  # each date has thresholds of its own
            rule, notices = thresholds.fit(self.run.job.method, scene.sample_db(bands), bands)
            rules.append(rule)
            self.run.notice_all(notices)
        return baseline_method(self.run, RuleByDate(rules), bands, len(rules))
