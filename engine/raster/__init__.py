"""Images opened, calibrated and brought onto one grid: what is observed, in decibels, where on the ground.

May import `contract`.
"""

import os
from importlib.util import find_spec
from pathlib import Path


def _forget_foreign_data() -> None:
    """Keep the PROJ and GDAL of other programs (PostGIS, conda) out: their tables are of other versions, and no CRS could be made.

    Where rasterio was installed with tables of its own, these variables could only lead away from them. It reads them when it is imported.
    """
    spec = find_spec("rasterio")
    for folder, names in (("proj_data", ("PROJ_LIB", "PROJ_DATA")), ("gdal_data", ("GDAL_DATA",))):
        if spec is not None and spec.origin and (Path(spec.origin).parent / folder).is_dir():
            for name in names:
                os.environ.pop(name, None)


_forget_foreign_data()
