"""Hold what an estimate found, and write its table and record, which lie beside its layers or its raster: both, or none."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

from ..contract.impact import ImpactRecord
from ..products.places import check_place, temporary, unwritable

Row = TypeVar("Row")


@dataclass(frozen=True)
class Estimate(Generic[Row]):
    """What was found.

    Attributes:
        rows: of the table.
        record: in words.
        files: kind to path, the main one first.
    """

    rows: tuple[Row, ...]
    record: ImpactRecord
    files: dict[str, str]

    @property
    def summary(self) -> str:
        """The end message."""
        return f"{' '.join(self.record.lines)} {self.record.limits} Written to {next(iter(self.files.values()))}"


class Tables:
    """Table and record of an estimate. Inside a ``with`` block; leaving it without `finish` removes both.

    Args:
        output: the estimate's main file; both have its name with endings of their own.
        overwrite: whether earlier ones may be replaced.

    Attributes:
        table, record: where they will lie.
        temporary: where table and record are written first.

    Raises:
        OutputError: no place to write, or there are such files already.
    """

    def __init__(self, output: str, overwrite: bool) -> None:
        stem = os.path.splitext(output)[0]
        self.table, self.record = f"{stem}.csv", f"{stem}.json"
        check_place(self.table, [self.table, self.record], overwrite)
        self.temporary = temporary(self.table), temporary(self.record)

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for part in self.temporary:
            Path(part).unlink(missing_ok=True)

    def write(self, names: Sequence[str], rows: Iterable[Sequence[str]], record: ImpactRecord) -> None:
        """Write both under temporary names. Raises `OutputError`."""
        try:
            with open(self.temporary[0], "w", newline="", encoding="utf-8", errors="backslashreplace") as file:
                writer = csv.writer(file)
                writer.writerow(names)
                writer.writerows(rows)
            Path(self.temporary[1]).write_text(record.to_json(), encoding="utf-8")
        except OSError as error:
            raise unwritable(self.table, error) from error

    def finish(self) -> None:
        """Give both their names. Raises `OutputError`."""
        try:
            for part, place in zip(self.temporary, (self.table, self.record), strict=True):
                os.replace(part, place)
        except OSError as error:
            raise unwritable(self.table, error) from error
