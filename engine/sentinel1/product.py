"""A Sentinel-1 product opened: what it is, its polarisations, and where each one's files are. Anything else is refused by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..contract.errors import InputError
from ..raster.bands import POLARISATIONS
from .annotation import Annotation, read_annotation, read_kind
from .archive import Archive, find_archive
from .geometry import RadarGeometry
from .markup import Element, parse

_POLARISATION = re.compile(r"(?:^|-)(vv|vh|hh|hv)(?=[-.])")
_FIRST_RELATIVE_ORBIT = {"S1A": 73, "S1B": 27}
"""Absolute orbit number before the first orbit of a cycle; where the manifest says it, these are not asked."""
_ORBITS_OF_A_CYCLE = 175
_BORDER_NOISE_FREE = (2, 90)


@dataclass(frozen=True)
class Channel:
    """One polarisation's files, by their names in the product; empty where there is none."""

    annotation: str
    measurement: str = ""
    calibration: str = ""
    noise: str = ""


@dataclass(frozen=True)
class Product:
    """A GRD product.

    Attributes:
        archive: its files.
        channels: polarisation to files, of those that have a measurement, in the order VV, VH, HH, HV.
        annotation: that of the first polarisation; all share times, orbit and grid.
        relative_orbit: 1 to 175; 0 where nothing says it.
        processor: version of ESA's processor (IPF), e.g. ``(3, 31)``; empty where nothing says it.
        notices: what the user should know.
    """

    archive: Archive
    channels: Mapping[str, Channel]
    annotation: Annotation
    relative_orbit: int
    processor: tuple[int, ...]
    notices: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """The product's name."""
        return self.archive.name

    @cached_property
    def bytes(self) -> int:
        """Size of all files, unpacked."""
        return sum(self.archive.sizes.values())

    @property
    def has_border_noise(self) -> bool:
        """Whether its edges hold noise that is not zero (processors before 2.90, March 2018)."""
        return bool(self.processor) and self.processor < _BORDER_NOISE_FREE

    def read(self, name: str) -> Element:
        """Return one of its XML files. Raises `InputError` where it is missing or damaged."""
        return parse(self.archive.read(name), name.rsplit("/", 1)[-1])


def open_product(path: str, measured: bool = True) -> Product:
    """Open a product.

    Args:
        path: see `find_archive`.
        measured: whether it needs a measurement, as for a map; a template does without.

    Raises:
        InputError: no product, one of another kind, or one that lacks a part without which it cannot be mapped.
    """
    archive = find_archive(path)
    if archive is None:
        raise InputError(
            f"{path} is no Sentinel-1 product.",
            "A product is a .SAFE folder, its zip, or a file of its measurement folder with the other folders around it.",
            "Choose the product as it was downloaded.",
        )
    manifest = parse(archive.read("manifest.safe"), "manifest.safe") if "manifest.safe" in archive.sizes else None
    _refuse_other_kinds(archive, manifest)
    annotations = _by_polarisation(archive, "annotation/", r"[^/]+\.xml")
    if not annotations:
        raise InputError(
            f"{archive.name} has no annotation{' in its zip' if archive.is_zip else ''}.",
            "A product needs its annotation folder to be calibrated and placed.",
            "Download the whole product again, or give a calibrated, terrain-corrected image of it.",
        )
    kind = read_kind(parse(archive.read(next(iter(annotations.values()))), "annotation"))
    if kind != "GRD":
        raise _other_kind(archive.name, kind)
    channels, notices = _channels(archive, annotations, measured)
    first = next(iter(channels.values()))
    annotation = read_annotation(parse(archive.read(first.annotation), first.annotation.rsplit("/", 1)[-1]))
    RadarGeometry(annotation).refuse_other_orbit(archive.name)
    return Product(archive, channels, annotation, _relative_orbit(manifest, annotation), _processor(manifest), notices)


def _channels(archive: Archive, annotations: Mapping[str, str], measured: bool) -> tuple[dict[str, Channel], tuple[str, ...]]:
    measurements = _by_polarisation(archive, "measurement/", r"[^/]+\.tiff?")
    calibrations = _by_polarisation(archive, "annotation/calibration/", r"calibration-[^/]+\.xml")
    noises = _by_polarisation(archive, "annotation/calibration/", r"noise-[^/]+\.xml")
    there = [name for name in annotations if not measured or archive.sizes.get(measurements.get(name, ""), 0) > 0]
    if not there:
        raise InputError(
            f"{archive.name} has no measurement: {'its files are empty' if measurements else 'the images are missing'}.",
            "The images lie in the product's folder 'measurement'.",
            "Download the whole product again.",
        )
    notices = [f"{archive.name} has no measurement of {name}: it is left out." for name in annotations if name not in there]
    without = [name for name in there if name not in noises]
    if without:
        notices.append(f"{archive.name} has no noise file of {' and '.join(without)}: thermal noise is not removed there.")
    channels = {
        name: Channel(annotations[name], measurements.get(name, ""), calibrations.get(name, ""), noises.get(name, "")) for name in there
    }
    return channels, tuple(notices)


def _by_polarisation(archive: Archive, folder: str, pattern: str) -> dict[str, str]:
    files = [name for name in archive.sizes if re.fullmatch(re.escape(folder) + pattern, name)]
    found = {}
    for file in files:
        if match := _POLARISATION.search(file.rsplit("/", 1)[-1].lower()):
            found[match.group(1).upper()] = file
    return {name: found[name] for name in POLARISATIONS if name in found}


def _refuse_other_kinds(archive: Archive, manifest: Element | None) -> None:
    words = {element.text.strip() for element in manifest.walk() if element.tag in ("familyName", "productType")} if manifest else set()
    if "SENTINEL-2" in {word.upper() for word in words} or re.match(r"S2[A-D]_", archive.name):
        raise InputError(
            f"{archive.name} is a Sentinel-2 product: optical.",
            "Tidemark prepares radar products of Sentinel-1 (GRD).",
            "For floods, give its bands as the optical image.",
        )
    for kind in ("SLC", "OCN", "RAW"):
        if kind in words or re.search(rf"_{kind}_", archive.name.upper()):
            raise _other_kind(archive.name, kind)


def _other_kind(name: str, kind: str) -> InputError:
    words = {"SLC": "single-look complex product", "OCN": "product of ocean winds and waves", "RAW": "raw product"}.get(kind, "product")
    return InputError(
        f"{name} is a {words} ({kind}).",
        "Tidemark prepares ground range detected products (GRD).",
        "Download the GRD product of the same acquisition.",
    )


def _relative_orbit(manifest: Element | None, annotation: Annotation) -> int:
    if manifest is not None:
        for element in manifest.walk():
            if element.tag == "relativeOrbitNumber" and element.text.strip().isdigit():
                return int(element.text)
    first = _FIRST_RELATIVE_ORBIT.get(annotation.satellite)
    return 0 if first is None else (annotation.absolute_orbit - first) % _ORBITS_OF_A_CYCLE + 1


def _processor(manifest: Element | None) -> tuple[int, ...]:
    for element in manifest.walk() if manifest is not None else ():
        if element.tag == "software" and "IPF" in element.attributes.get("name", ""):
            numbers = re.findall(r"\d+", element.attributes.get("version", ""))
            if numbers:
                return tuple(int(number) for number in numbers)
    return ()


def open_pass(paths: Sequence[str]) -> list[Product]:
    """Open the slices of one pass, in the order in which they were taken. Raises `InputError` where they are not of one."""
    products = sorted((open_product(path) for path in paths), key=lambda product: product.annotation.first_line)
    first = products[0]
    for other in products[1:]:
        a, b = first.annotation, other.annotation
        if (a.satellite, a.mode, a.absolute_orbit) != (b.satellite, b.mode, b.absolute_orbit) or set(first.channels) != set(other.channels):
            raise InputError(
                f"{first.name} and {other.name} are not slices of one pass with the same polarisations.",
                "Products that are given together are joined to one image.",
                "Give them one by one, or as the image and the image before.",
            )
    return products
