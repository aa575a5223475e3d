"""What the algorithms share that compare an image with an earlier one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsProcessingParameterRasterLayer

from ...engine.contract.job import Job
from ..i18n import tr
from ..layers.pair import check_two_dates
from .detection import DetectionAlgorithm
from .parameters import described

BEFORE, BEFORE_VH = "BEFORE", "BEFORE_VH"


class TwoDatesAlgorithm(DetectionAlgorithm):
    """Compares two dates. Each has `before_parameters` among its own."""

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output and polygons. Raises `InputError`."""
        job = super().job(parameters, context)
        if not parameters.get(BEFORE):
            return job
        before = self.source(parameters, (BEFORE, BEFORE_VH), "before", context)
        check_two_dates(job.source("after"), before)
        return replace(job, sources=(*job.sources, before))


def before_parameters(title: str, help_text: str, optional: bool = False) -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of the image before."""
    return [
        described(QgsProcessingParameterRasterLayer(BEFORE, title, optional=optional), help_text),
        described(
            QgsProcessingParameterRasterLayer(BEFORE_VH, tr("VH band of the image before"), optional=True),
            tr("Where it is in a file of its own, on the grid of the image before; BEFORE is then VV."),
        ),
    ]
