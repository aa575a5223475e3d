"""Stay on this machine: what lies at an address of a network is not opened, whether somebody gives the address or a file names it.

Files of strangers may name addresses: virtual rasters, descriptions of map services, overviews that lie elsewhere. Reading them would
tell somebody who maps what, and map what nobody has looked at.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from pathlib import PurePath

from ..contract.errors import InputError

_CLOSED = "127.0.0.1:9"
"""A port of this machine at which nobody answers: requests end there."""
_SETTINGS = {
    "GDAL_HTTP_PROXY": _CLOSED,
    "GDAL_HTTPS_PROXY": _CLOSED,
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "GDAL_VRT_ENABLE_PYTHON": "NO",
}
_ADDRESS = re.compile(
    r"/vsi(?:curl|s3|gs|az|adls|oss|swift|webhdfs|hdfs)\w*[/?]|\b(?:https?|ftp|s3|gs|az|oss|swift|webhdfs)://"
    r"|^\s*(?:PG|MYSQL|MSSQL|ODBC|OCI|MONGODB\w*|HANA|WFS|WMS|WCS|WMTS|OAPIF|EEDAI?|OGCAPI|CSW):",
    re.IGNORECASE,
)
"""Where GDAL would leave this machine: its file systems of networks, web addresses, data bases and services."""
_DESCRIPTION = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:VRT|OGRVRT|GDAL_WM|WMS_|WCS_GDAL|OGRWFS|GDALTileIndex)", re.DOTALL)
"""Begin of the files of XML that stand for others."""
_NAMED = re.compile(
    r"<(?:Source(?:Filename|Dataset)|SrcDataSource|IndexDataset|ServerUrl|ServiceURL|URL|GetCapabilitiesUrl)\b[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]*)",
    re.IGNORECASE,
)
_ENDINGS = (".vrt", ".xml", ".gti")
"""Of descriptions; a mosaic names thousands of images, and they are not all opened for this."""
_LARGEST_DESCRIPTION = 2**26
"""Bytes; a mosaic of a hundred thousand tiles has fewer."""


def stay_on_this_machine() -> None:
    """Close the network to GDAL for the rest of this process, whatever names an address; Python code in virtual rasters does not run."""
    os.environ.update(_SETTINGS)
    for name in ("NO_PROXY", "no_proxy"):  # the hosts in it would be asked directly
        os.environ.pop(name, None)


def refuse_address(path: str) -> None:
    """Refuse an address, and a virtual raster or other description, nested ones too, that names one. Raises `InputError`."""
    if _ADDRESS.search(path) and not os.path.exists(path):
        raise _on_the_network(f"{path} lies on the network.", "Download it first.")
    for named in _named_in(path, set()):
        if _ADDRESS.search(named):
            raise named_address(path, named)


def named_address(path: str, address: str) -> InputError:
    """Return the refusal of a file that names an address."""
    return _on_the_network(
        f"{PurePath(path).name} refers to {address.strip()}, which lies on the network.", "Download what it refers to first."
    )


def first_address(paths: list[str]) -> str:
    """Return the first of some paths that leads to a network, empty where none does."""
    return next((path for path in paths if _ADDRESS.search(path)), "")


def _on_the_network(found: str, do: str) -> InputError:
    return InputError(found, "Tidemark reads files of this machine only, and sends nothing anywhere.", do)


def _named_in(path: str, seen: set[str]) -> Iterator[str]:
    """Yield what a description names, and what descriptions that it names do; nothing for any other file."""
    if path in seen:
        return
    seen.add(path)
    for named in _NAMED.findall(_description(path)):
        name = html.unescape(named)
        yield name
        if name.strip().lower().endswith(_ENDINGS):
            yield from _named_in(os.path.join(os.path.dirname(path), name.strip()), seen)


def _description(path: str) -> str:
    if not os.path.isfile(path):  # a pipe would be waited for
        return ""
    try:
        with open(path, "rb") as file:
            begin = file.read(1024)
            if b"<" not in begin or not _DESCRIPTION.match(begin.decode("utf-8-sig", "replace")):
                return ""
            return (begin + file.read(_LARGEST_DESCRIPTION)).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
