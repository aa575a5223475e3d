"""The four models: what their cards say of purpose, inputs, classes and training data."""

from __future__ import annotations

from ...methods.log_ratio import SURE_DB
from ..datasets import change_data, oil, two_sensors
from ..datasets.change_data import AMBIGUOUS
from ..networks.student import HIGHEST_DB, LOWEST_DB
from .cards import Band, Image, MapClass, Model, Stretch

NOT_DETECTED = "not_detected"
ANY_UNIT = "dB or display bytes, without NaN; scaled to 0–1 between low and high inside the network."

WATER = Model(
    title="Open and possible water from Sentinel-1 VV and VH, one date",
    description=(
        "Maps open water in calibrated Sentinel-1 VV and VH backscatter at about 10 m, and apart from it possible water among "
        "plants or buildings, which is as bright as land. Open water was taught by water that radar can see: it is meant to be "
        "precise, and leaves out flooded vegetation and streets. Possible water was taught by all labelled water: it holds part of "
        "the flooded vegetation, and bare, smooth soil as well. Water roughened by strong wind or current, very smooth dry ground "
        "(airfields, dry sand, salt, wet snow) and radar shadow can be taken for one another. Trained on "
        "chips of few places: a map is preliminary until somebody who knows the place has looked at it. Its figures are of places "
        "that networks of the same recipe had never seen."
    ),
    task="water",
    images=(
        Image(
            "image",
            f"Backscatter in dB without NaN; clipped to [{LOWEST_DB:g}, {HIGHEST_DB:g}] dB and scaled to 0–1 inside the network.",
            tuple(Band(name, f"Sentinel-1 {name} backscatter, sigma nought, dB") for name in ("VV", "VH")),
        ),
    ),
    scaling=(LOWEST_DB, HIGHEST_DB),
    classes=(
        MapClass(NOT_DETECTED, "No open water was detected; flooded vegetation and streets may be."),
        MapClass("water", "Open water; what is not, but whose second output reaches its threshold, is possible water."),
    ),
    pixel_m=10.0,
    pixel_range_m=(8.0, 13.0),
    overlap=160,
    data=(
        {
            "name": "flood_db/hand",
            "source": "Sen1Floods11 (Bonafilia et al. 2020), STAC Overflow (paraguay): 7 chips of 7 places, labels drawn by hand on "
            "optical images; Copernicus Sentinel data",
            "terms": "no licence stated by the place it came from",
        },
        {
            "name": "flood_db/dfc2024",
            "source": "IEEE Data Fusion Contest 2024, sample; labels: Copernicus EMS flood and water, unknown wherever radar "
            "clearly contradicts them",
            "terms": "no licence stated by the place it came from",
        },
        {
            "name": "porto_alegre",
            "source": "open-flood (Pertusi et al. 2024); Copernicus Sentinel data 2024; weak masks from a published network, "
            "unknown wherever radar clearly contradicts them",
            "terms": "MIT (masks); Copernicus Sentinel data terms",
        },
        {
            "name": "ground",
            "source": "BigEarthNet v2, SSL4EO-S12, TerraMesh, SEN12MS-CR: 29 chips of farmland, bare soil, bog, forest, towns and seas; "
            "labels from Sentinel-2 and CORINE classes",
            "terms": "Apache-2.0 and MIT by the places they came from, SEN12MS-CR none stated",
        },
        {
            "name": "opera_rtc",
            "source": "OPERA RTC-S1 (NASA/JPL): 4 places of dry land and 6 of sea in California, 21 dates each, resampled to 10 m",
            "terms": "Apache-2.0 by the place it came from",
        },
        {"name": "simulated", "source": "Tidemark's own simulated scenes of land and sea", "terms": "GPL-2.0-or-later"},
    ),
)

ROLES = ("swir", "nir", "visible")
"""The bands of an optical date in OMBRIA."""
FLOOD_WITH_OPTICAL = Model(
    title="Flood between two radar dates, with or without optical images",
    description=(
        "Maps water that was not there before, from two radar dates in one polarisation at a time; of two, the mean of their "
        "probabilities is taken. Where optical images show the ground, a second network uses them too; clouded "
        "ground is left to the radar. It learned from pictures of 8 bits whose optical bands are unnamed; that they are "
        "short-wave infrared, near infrared and visible is an inference. Flooded vegetation and streets are hardly seen, wet or "
        "ploughed fields can pass for flood. A map is preliminary until somebody who knows the place has looked at it."
    ),
    task="flood",
    images=(
        Image(
            "image",
            f"Two radar dates of one polarisation, {ANY_UNIT}",
            (
                Band("after", "Backscatter of the image to map in one polarisation, dB or display bytes"),
                Band("before", "The same polarisation of the image before, on the same grid"),
            ),
        ),
        Image(
            "optical",
            "Optical bands of both dates in grey levels (a reflectance of 1 is 255), without NaN; only for the network that takes them.",
            tuple(
                Band(f"{role} {date}", f"Optical band of the image {date}: {role}; only for the network that takes it")
                for date in ("after", "before")
                for role in ROLES
            ),
        ),
    ),
    scaling=Stretch(two_sensors.PERCENTILES, "each band and date"),
    classes=(
        MapClass(NOT_DETECTED, "No flood was detected; flooded vegetation and streets may be."),
        MapClass("flood", "Open water that was not there before."),
    ),
    pixel_m=10.0,
    pixel_range_m=(5.0, 20.0),
    overlap=128,
    data=(
        {
            "name": "ombria/train",
            "source": "OMBRIA (Drakonakis et al. 2022): Sentinel-1 and Sentinel-2 before and after floods, 8-bit, with masks",
            "terms": "no licence stated by the place it came from; Copernicus Sentinel and Copernicus EMS terms",
        },
    ),
    optical_roles=ROLES,
)

CHANGE = Model(
    title="Backscatter change between two dates, one polarisation",
    description=(
        "Maps where radar backscatter has changed between two dates, either way, in one polarisation at a time; of two, the mean "
        "of their probabilities is taken. Where the log-ratio's threshold (the larger one of Otsu's and Kittler-Illingworth's, found in "
        f"the scene) is at least {SURE_DB:g} dB, most of the probability is the log-ratio's; a lower threshold lies within speckle, and "
        "the more so the more the network decides. The network learned floods from image-level labels (any pixel of a tile changed or "
        f"none; tiles with up to {100 * AMBIGUOUS:g} % were left out), and outlines from simulated changes of either direction, with the "
        "dates swapped at random. Wind on water, rain, snow and crops change backscatter too. It never shows damage. A "
        "map is preliminary until somebody who knows the place has looked at it."
    ),
    task="change",
    images=(
        Image(
            "image",
            f"Two dates, in {ANY_UNIT}",
            (
                Band("newer", "Backscatter of the newer date in one polarisation, dB or display bytes"),
                Band("older", "The same of the older date, on the same grid; of display bytes with the newer date's histogram"),
            ),
        ),
    ),
    scaling=Stretch(change_data.STRETCH, "both dates together"),
    classes=(
        MapClass(NOT_DETECTED, "No change was detected."),
        MapClass("change", "Backscatter has changed, either way."),
    ),
    pixel_m=10.0,
    pixel_range_m=(5.0, 20.0),
    overlap=128,
    data=(
        {
            "name": "ombria/train",
            "source": "OMBRIA (Drakonakis et al. 2022): Sentinel-1 before and after floods, 8-bit; image-level labels from its masks",
            "terms": "no licence stated by the place it came from; Copernicus Sentinel and Copernicus EMS terms",
        },
        {
            "name": "emsr763",
            "source": "Copernicus EMS activation EMSR763: Sentinel-1 VV and VH before and after a flood, 8-bit; labels from its mask",
            "terms": "Copernicus Sentinel and Copernicus EMS terms",
        },
        {"name": "simulated pairs", "source": "Tidemark's own, with masks", "terms": "GPL-2.0-or-later"},
        {
            "name": "opera_rtc",
            "source": "OPERA RTC-S1 (NASA/JPL): places of California, in which no water came or went; Copernicus Sentinel data",
            "terms": "Apache-2.0 by the place it came from",
        },
    ),
)

OIL = Model(
    title="Possible oil on the sea from one radar band",
    description=(
        "Marks dark features on the sea that may be oil, in one co-polarised band (VV preferred), as dB or as display bytes. It "
        "was trained on patches of display bytes all of which hold oil, and on simulated slicks in dB; the counter-examples are the "
        "patches' own oil-free pieces, simulated seas in light wind, and a few places of real sea. No labelled image in dB was at hand. "
        "Real look-alikes (calm water, biogenic film, rain cells, current shear, ice) were not tested, and it must be expected to mark "
        "them. The images that it was measured on come from the same scenes as those that it learned from, so the figures are "
        "optimistic. The ground pixel of the training images is not known; 10 m "
        "is assumed."
    ),
    task="oil",
    images=(
        Image(
            "image",
            f"Backscatter in {ANY_UNIT}",
            (Band("VV", "Radar backscatter of one band, co-polarised, VV preferred, dB or display bytes"),),
        ),
    ),
    scaling=Stretch(oil.PERCENTILES, "the scene", oil.CONTRAST_DB),
    classes=(
        MapClass(NOT_DETECTED, "No dark feature was detected."),
        MapClass("possible_oil", "Possible oil, or another dark feature of the sea."),
    ),
    pixel_m=10.0,
    pixel_range_m=(5.0, 40.0),
    # The network looks at half the size.
    overlap=384,
    data=(),
)
OIL_SOS = {
    "name": "oil_sos/train",
    "source": "Deep-SAR Oil Spill patches (SOS, Zhu et al. 2021): ALOS PALSAR and Sentinel-1, 8-bit, masks drawn by hand",
    "terms": "no licence stated by the place it came from",
}
OWN = {"name": "own images", "source": "images and masks of the one who trained it", "terms": "known to the one who trained it"}
SIMULATED = {"name": "simulated seas", "source": "Tidemark's own simulated scenes, with slicks", "terms": "GPL-2.0-or-later"}
OPERA = {
    "name": "opera_rtc",
    "source": "OPERA RTC-S1 (NASA/JPL), six places of sea off southern California, 21 dates each, no oil known; Copernicus Sentinel data",
    "terms": "Apache-2.0 by the place it came from",
}
GENERATED = {
    "name": "generated pairs",
    "source": "a diffusion trained on the same share of the training images",
    "terms": "GPL-2.0-or-later",
}
