"""Write what a run makes: rasters with tags and overviews, styles, the run record. All of it, or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..contract.classes import ClassCode
from ..contract.errors import OutputError
from ..contract.filenames import CLASS, PROBABILITY, RUN, MapFiles
from ..contract.overwriting import STYLES_FOLDER, left_over
from ..contract.record import RunRecord
from ..contract.tasks import TaskSpec
from ..raster.files import RASTER_ERRORS
from ..raster.grid import Grid
from .overviews import Overviews, every_second, halved, overview_factors
from .places import check_blocks, check_place, move_sidecar, put, temporary, unwritable

CHANGE_NODATA = -32768
_BLOCK = 512


class Product:
    """The files of one run. Inside a ``with`` block; leaving it without `finish` removes everything.

    Args:
        prefix: path and beginning of the names of all files.
        grid: the grid to write on.
        task: names the legend's entries.
        overwrite: whether files of an earlier run may be replaced; what this one has no file for is removed then, once it is finished.
        kinds: of rasters beside class and probability: `CHANGE_DB`, the change in dB, or `POSSIBLE`, the probability of any water.
        extra: kind to path of further files that belong to the run (the quick look, polygons): whoever makes them writes them to the
            names in `temporary` before `finish`.

    Attributes:
        files: kind to path.
        temporary: kind to the path under which it is written first.
        rows: of the grid, handed over so far.

    Raises:
        OutputError: the folder is missing or not writable, or there are such files already.
    """

    def __init__(
        self,
        prefix: str,
        grid: Grid,
        task: TaskSpec,
        overwrite: bool,
        kinds: Sequence[str],
        extra: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._kinds = (CLASS, PROBABILITY, *kinds)
        files = MapFiles(prefix)
        self.files = {**{kind: str(files.path(kind)) for kind in (*self._kinds, RUN)}, **extra}
        self._styles = {f"{kind}{path.suffix}": str(path) for kind in self._kinds for path in files.styles(kind)}
        check_place(prefix, [*self.files.values(), *self._styles.values()], overwrite)
        self._grid, self._task = grid, task
        self._replaced = prefix if overwrite else ""
        self.temporary = {kind: temporary(path) for kind, path in {**self.files, **self._styles}.items()}
        self._rasters: dict[str, rasterio.io.DatasetWriter] = {}
        self._waiting: dict[str, npt.NDArray[Any]] = {}
        self._overviews: dict[str, Overviews] = {}
        self.rows = 0

    def __enter__(self) -> Product:
        try:
            for kind in self._kinds:
                self._rasters[kind] = raster = rasterio.open(self.temporary[kind], "w", **_profile(self._grid, kind))
                self._waiting[kind] = np.empty((_BLOCK, raster.width), raster.dtypes[0])
                self._overviews[kind] = Overviews(raster, every_second if kind == CLASS else partial(halved, nodata=int(raster.nodata)))
        except (*RASTER_ERRORS, OSError) as error:
            self._discard()
            raise unwritable(self.files["class"], error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._discard()

    def write(self, rows_by_kind: Mapping[str, npt.NDArray[Any]]) -> None:
        """Append rows below the last ones. Each block of the files is written once.

        Args:
            rows_by_kind: ``class``, ``probability`` and ``possible`` uint8 (rows, width); ``change_db`` int16 (rows, width) in
                hundredths of a dB.

        Raises:
            OutputError: the disk is full or gone.
        """
        done, given = 0, len(rows_by_kind[CLASS])
        while done < given:
            waiting = self.rows % _BLOCK
            taken = min(given - done, _BLOCK - waiting)
            for kind, rows in self._waiting.items():
                rows[waiting : waiting + taken] = rows_by_kind[kind][done : done + taken]
            self.rows += taken
            done += taken
            if self.rows % _BLOCK == 0 or self.rows == self._grid.height:
                self._write_blocks(waiting + taken)

    def _write_blocks(self, rows: int) -> None:
        """Write the rows that wait."""
        self._check_space(sum(waiting[:rows].nbytes for waiting in self._waiting.values()))
        window = Window(0, self.rows - rows, self._grid.width, rows)
        for kind, waiting in self._waiting.items():
            try:
                self._rasters[kind].write(waiting[:rows], 1, window=window)
                self._overviews[kind].add(waiting[:rows])
            except (*RASTER_ERRORS, OSError) as error:
                raise unwritable(self.files[kind], error) from error

    def close(self) -> None:
        """Close the rasters under their temporary names, all rows being written. Raises `OutputError` where the disk is full or gone."""
        try:
            for raster in self._rasters.values():
                raster.close()
        except (*RASTER_ERRORS, OSError) as error:
            raise unwritable(self.files["class"], error) from error

    def edited(self, kind: str) -> str:
        """Return the path of a raster in which a task takes back what it wrote: its overviews are made of the file then.

        Raises:
            OutputError: as `close`.
        """
        self.close()
        self._overviews.pop(kind).close()
        return self.temporary[kind]

    def finish(self, run: RunRecord, draw: Callable[[str, str], None], stop: Callable[[], None]) -> None:
        """Add overviews, tags, styles and the run record, give all files their names, and remove what an earlier run has left beside them.

        Args:
            run: the run record, of which the rasters get the tags.
            draw: from the class raster's path, draws the quick look to a path; called when one is among the files.
            stop: called before each step; may raise to stop, and nothing is left then either.

        Raises:
            OutputError: the disk is full or gone; nothing is left then.
        """
        try:
            stop()
            self.close()
            with ThreadPoolExecutor(len(self._rasters)) as pool:
                list(pool.map(lambda kind: self._complete(kind, run.tags()), self._rasters))
            stop()
            if "quicklook" in self.files:
                draw(self.temporary["class"], self.temporary["quicklook"])
            for kind in self._styles:
                Path(self.temporary[kind]).write_text(_style(kind, self._task), encoding="utf-8")
            run.write(self.temporary[RUN])
            stop()
            for kind, path in {**self._styles, **self.files}.items():
                if kind in self._kinds:
                    move_sidecar(self.temporary[kind], path)
                put(self.temporary[kind], path, replace=bool(self._replaced))
        except (*RASTER_ERRORS, OSError) as error:
            raise unwritable(self.files["class"], error) from error
        for path in left_over(self._replaced, [*self.files.values(), *self._styles.values()]) if self._replaced else ():
            with suppress(OSError):  # the map is finished, and its record does not name what stays
                os.remove(path)

    def _check_space(self, needed_bytes: int) -> None:
        """Stop before the disk is full: the raster library tells of it late, and not always."""
        folder = Path(self.files["class"]).absolute().parent
        free = shutil.disk_usage(folder).free
        if free < needed_bytes:
            raise OutputError(
                f"The disk of {folder} is full: {free / 1e6:.1f} MB are free.",
                f"The next part of the result needs up to {needed_bytes / 1e6:.1f} MB. Nothing was left there.",
                "Free some space or choose another folder, and run again.",
            )

    def _complete(self, kind: str, tags: Mapping[str, str]) -> None:
        self._check_space(Path(self.temporary[kind]).stat().st_size)
        if kind in self._overviews:
            self._overviews[kind].write()
        with rasterio.open(self.temporary[kind], "r+") as raster:
            raster.update_tags(**tags)
            raster.set_band_description(1, kind)
            if kind == "change_db":
                raster.scales, raster.units = (0.01,), ("dB",)
            if kind not in self._overviews:
                raster.build_overviews(overview_factors(*raster.shape), Resampling.nearest)
        check_blocks(self.temporary[kind])

    def _discard(self) -> None:
        for overviews in self._overviews.values():
            overviews.close()
        for raster in self._rasters.values():
            with suppress(*RASTER_ERRORS, OSError):
                raster.close()
        for path in self.temporary.values():
            for leftover in (path, path + ".aux.xml", path + ".ovr"):
                with suppress(OSError):
                    os.remove(leftover)


def _profile(grid: Grid, kind: str) -> dict[str, Any]:
    return {
        "driver": "GTiff",
        "dtype": "int16" if kind == "change_db" else "uint8",
        "count": 1,
        "height": grid.height,
        "width": grid.width,
        **_georeference(grid),
        "nodata": CHANGE_NODATA if kind == "change_db" else int(ClassCode.NOT_OBSERVED),
        "tiled": True,
        "blockxsize": _BLOCK,
        "blockysize": _BLOCK,
        "compress": "lzw",  # deflate is no smaller, and its level cannot be told for overviews that are written one by one
        "predictor": 1 if kind == CLASS else 2,
        "bigtiff": "if_safer",
    }


def _georeference(grid: Grid) -> dict[str, Any]:
    """Return where the map lies. Without georeference QGIS draws the image's rows downwards from 0, and the map has to lie on them."""
    t = grid.transform
    if grid.crs is not None or (t.a, t.b, t.d, t.e) != (1, 0, 0, 1):
        return {"transform": t, "crs": grid.crs}
    return {} if t.is_identity else {"transform": Affine(1, 0, t.c, 0, -1, -t.f)}


def _style(kind: str, task: TaskSpec) -> str:
    text = (STYLES_FOLDER / kind).read_text(encoding="utf-8").replace("@TITLE@", task.title).replace("@DETECTED@", task.legend)
    text = text.replace(TaskSpec.colour, task.colour)
    lines = text.splitlines(keepends=True)
    if kind.startswith("class"):
        unused = [f'{attribute}="{int(code)}"' for code in ClassCode if code not in task.codes for attribute in ("value", "quantity")]
        lines = [line for line in lines if not any(text in line for text in unused)]
    return "".join(lines)
