"""The files of a product, in a folder or in a zip as it was downloaded."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from ..contract.errors import InputError
from ..contract.filenames import PRODUCT_MANIFEST, is_product_folder
from .markup import LARGEST_BYTES


@dataclass(frozen=True)
class Archive:
    """A product's files.

    Attributes:
        name: the product's name, without ``.SAFE`` and ``.zip``.
        path: the folder, or the zip.
        root: the product's folder within the zip, with a slash at its end; empty in a folder.
        sizes: name, relative to the product's folder, to bytes.
    """

    name: str
    path: str
    root: str
    sizes: Mapping[str, int]

    @property
    def is_zip(self) -> bool:
        """Whether the files lie in a zip."""
        return os.path.isfile(self.path)

    def read(self, name: str) -> bytes:
        """Return a small file. Raises `InputError` where it is missing, damaged or huge."""
        if name not in self.sizes:
            raise InputError(f"{self.name} lacks {name}.", "", "Download the product again.")
        if self.sizes[name] > LARGEST_BYTES:
            raise InputError(f"{self.name}: {name} has {self.sizes[name] / 1e6:.0f} MB.", "That is no annotation.", "Check the product.")
        try:
            if not self.is_zip:
                return Path(self.path, name).read_bytes()
            with zipfile.ZipFile(self.path) as file:
                return file.read(self.root + name)
        except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError) as error:
            raise InputError(
                f"{self.name}: {name} cannot be read ({str(error) or type(error).__name__}).",
                "The product may be incomplete.",
                "Download the product again.",
            ) from error

    def raster_path(self, name: str) -> str:
        """Return the path by which GDAL opens a raster of the product."""
        if self.is_zip:
            return f"/vsizip/{{{os.path.abspath(self.path)}}}/{self.root}{name}"
        return os.path.join(self.path, *name.split("/"))

    def files(self) -> list[str]:
        """Return the paths on the disk that hold the product's data."""
        if self.is_zip:
            return [self.path]
        return [os.path.join(self.path, *name.split("/")) for name in sorted(self.sizes)]


def find_archive(path: str) -> Archive | None:
    """Return the product that a path leads to; None where it leads to none.

    Args:
        path: a product's folder or the one around it, its zip, its ``manifest.safe``, a file of its ``measurement`` folder, or such a
            file within a zip as GDAL names it (``/vsizip/…``).

    Raises:
        InputError: a zip that is damaged or holds several products.
    """
    if path.startswith("/vsizip/"):
        path = _zip_of(path)
    place = Path(path)
    if place.is_file() and place.suffix.lower() == ".zip":
        return _in_zip(place)
    if place.is_file():
        if place.name == PRODUCT_MANIFEST:
            return _in_folder(place.parent)
        return _in_folder(place.parent.parent) if place.parent.name == "measurement" else None
    return _in_folder(place) if place.is_dir() else None


def _zip_of(path: str) -> str:
    inner = path[len("/vsizip/") :]
    if inner.startswith("{"):
        return inner[1:].partition("}")[0]
    end = inner.lower().find(".zip")
    return inner[: end + 4] if end >= 0 else path


def _in_folder(folder: Path) -> Archive | None:
    if not is_product_folder(folder):
        inside = [child for child in folder.iterdir() if child.suffix == ".SAFE" and is_product_folder(child)]
        if len(inside) != 1:
            return None
        folder = inside[0]
    sizes = {}
    for file in folder.rglob("*"):
        if file.is_file():
            sizes[file.relative_to(folder).as_posix()] = file.stat().st_size
    return Archive(_name(folder.resolve()), str(folder), "", sizes)


def _in_zip(path: Path) -> Archive | None:
    try:
        with zipfile.ZipFile(path) as file:
            sizes = {info.filename: info.file_size for info in file.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, OSError) as error:
        raise InputError(
            f"{path.name} is no whole zip file ({error}).",
            "So look downloads that broke off, and pages that ask for a login.",
            "Download the product again, and compare its size with the portal's.",
        ) from error
    roots = sorted({name[: -len(PRODUCT_MANIFEST)] for name in sizes if PurePath(name).name == PRODUCT_MANIFEST})
    if not roots:
        return None
    if len(roots) > 1:
        raise InputError(
            f"{path.name} holds {len(roots)} products.", "One is needed.", "Unpack it, and give the folder of the one that you mean."
        )
    root = roots[0]
    inside = {name[len(root) :]: size for name, size in sizes.items() if name.startswith(root)}
    return Archive(_name(PurePath(root)) if root else path.stem, str(path), root, inside)


def _name(folder: PurePath) -> str:
    return folder.name[: -len(".SAFE")] if folder.name.upper().endswith(".SAFE") else folder.name
