"""The XML of products as small trees. What could multiply or fetch (a document type, entities) is refused, and so is a huge file."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

import numpy as np

from ..contract.errors import InputError
from ..raster.arrays import DoubleArray

LARGEST_BYTES = 64 * 1024 * 1024
"""The largest annotation of a product has some 3 MB."""


class Element:
    """One element: its name without namespace, attributes, text and children.

    Attributes:
        document: the file it was read from, for messages.
    """

    __slots__ = ("attributes", "children", "document", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], document: str) -> None:
        self.tag, self.attributes, self.document = tag, attributes, document
        self.text = ""
        self.children: list[Element] = []

    def find(self, path: str) -> Element | None:
        """Return the first element below a path like ``adsHeader/mode``; None where there is none."""
        element: Element | None = self
        for tag in path.split("/"):
            element = next((child for child in element.children if child.tag == tag), None) if element else None
        return element

    def at(self, path: str) -> Element:
        """Return the first element below a path. Raises `InputError` where there is none."""
        element = self.find(path)
        if element is None:
            raise InputError(
                f"{self.document} lacks {path.rsplit('/', 1)[-1]} (below {self.tag}).",
                "Tidemark reads the annotation of Sentinel-1 GRD products as ESA writes it.",
                "Download the product again.",
            )
        return element

    def all(self, path: str) -> list[Element]:
        """Return the children of one name below the first element of the path that leads there; none where there is none."""
        parent, _, tag = path.rpartition("/")
        holder = self.find(parent) if parent else self
        return [child for child in holder.children if child.tag == tag] if holder else []

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def word(self, path: str) -> str:
        """Return the text of an element without white space around it. Raises `InputError` where it is missing."""
        return self.at(path).text.strip()

    def number(self, path: str) -> float:
        """Return the number that an element holds. Raises `InputError` where it is missing or none."""
        values = self.numbers(path)
        if values.size != 1:
            raise self._no_number(path)
        return float(values[0])

    def numbers(self, path: str) -> DoubleArray:
        """Return the finite numbers that an element holds, float64 (n,). Raises `InputError` where it is missing or holds others."""
        try:
            values = np.array(self.at(path).text.split(), np.float64)
        except ValueError as error:
            raise self._no_number(path) from error
        if not np.isfinite(values).all():
            raise self._no_number(path)
        return values

    def _no_number(self, path: str) -> InputError:
        return InputError(f"{self.document}: {path} is no number.", "", "Download the product again.")


def parse(data: bytes, document: str) -> Element:
    """Read a file of a product.

    Args:
        data: the whole file.
        document: its name, for messages.

    Raises:
        InputError: damaged, too large, or with a document type.
    """
    if len(data) > LARGEST_BYTES:
        raise InputError(
            f"{document} has {len(data) / 1e6:.0f} MB.", f"An annotation has at most {LARGEST_BYTES / 1e6:.0f} MB.", "Check the product."
        )
    builder = _Builder(document)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise InputError(
            f"{document} is damaged ({expat.ErrorString(error.code)}, line {error.lineno}).",
            "It should be whole XML.",
            "Download the product again.",
        ) from error
    return builder.root.children[0]


class _Builder:
    def __init__(self, document: str) -> None:
        self.document = document
        self.root = Element("", {}, document)
        self._open = [self.root]
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag.rpartition(":")[2], attributes, self.document)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].text += text

    def _doctype(self, *_declaration: object) -> None:
        raise InputError(
            f"{self.document} declares a document type.", "No annotation of Sentinel-1 does.", "Check where the product is from."
        )
