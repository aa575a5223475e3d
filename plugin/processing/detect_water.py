"""tidemark:detectwater: open water in one radar image."""

from __future__ import annotations

from .detection import DetectionAlgorithm


class DetectWater(DetectionAlgorithm):
    """Maps open, calm water on one date."""

    identifier = "detectwater"
    task = "water"
    icon_name = "water.svg"
    title = "Detect water"
    short_help = (
        "Maps open water in one Sentinel-1 image (VV and VH) with a small network, on this machine and in a process of its own. "
        "Nothing is sent anywhere.\n\n"
        "The map lies on the image's own grid: 0 not detected, 1 detected, 250 to 252 left out, 255 not observed. The probability "
        "(0 to 100, 255 not observed), a run record and styles are written beside it under the same name.\n\n"
        "Open, calm water only: flooded vegetation, flooded streets and wind-roughened water may be missed. Dry sand, airfields and "
        "radar shadow may be taken for water. Preliminary, not validated in the field."
    )
    words = ("water", "flood", "inundation", "radar", "SAR", "Sentinel-1", "segmentation", "deep learning", "ONNX")
