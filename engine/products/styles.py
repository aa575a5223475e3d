"""Style polygon layers: colours and words for those who open the file without Tidemark."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ..contract.filenames import STYLE_ENDINGS
from ..contract.overwriting import STYLES_FOLDER

_TABLE = "layer_styles"
_CREATE = (
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),"
    " f_table_name TEXT(256),"
    " f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,"
    " owner TEXT(30), ui TEXT(30), update_time DATETIME)"
)


@dataclass(frozen=True)
class LayerStyle:
    """The style of one layer.

    Attributes:
        name: what it is called where a file holds several.
        qml: for QGIS.
        sld: for other programs; may be empty.
    """

    name: str
    qml: str
    sld: str = ""

    def text(self, ending: str) -> str:
        """Return the text for a file that ends in one of `STYLE_ENDINGS`."""
        return self.qml if ending == ".qml" else self.sld


def layer_style(layer: str, title: str, detected: str, values: Sequence[str], known: Sequence[str]) -> LayerStyle:
    """Return the style of a polygon layer from ``resources/styles/LAYER.*``.

    Args:
        title: of the map.
        detected: the legend entry of what was detected.
        values: those of the field that decides on the colour that get a legend entry.
        known: all that the style has entries for.
    """
    texts = []
    for ending in STYLE_ENDINGS:
        lines = (STYLES_FOLDER / f"{layer}{ending}").read_text(encoding="utf-8").splitlines(keepends=True)
        marks = ('value="{}"', ' name="{}"', "<ogc:Literal>{}<")
        left_out = [mark.format(value) for value in known if value not in values for mark in marks]
        text = "".join(line for line in lines if not any(mark in line for mark in left_out))
        texts.append(text.replace("@TITLE@", escape(title)).replace("@DETECTED@", escape(detected)))
    return LayerStyle(layer, *texts)


def add_layer_styles(connection: sqlite3.Connection, styles: Mapping[str, LayerStyle]) -> None:
    """Add styles to a GeoPackage, in the table where QGIS looks for them.

    Args:
        connection: to the file, in a transaction.
        styles: name of the layer's table to style.
    """
    connection.execute(_CREATE)
    register_table(connection, _TABLE)
    for table, style in styles.items():
        found = connection.execute("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)).fetchone()
        connection.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD,"
            " useAsDefault, description, owner, update_time)"
            " VALUES ('', '', ?, ?, ?, ?, ?, 1, '', '', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
            (table, found[0] if found else "", style.name, style.qml, style.sld),
        )


def read_layer_styles(connection: sqlite3.Connection) -> dict[str, LayerStyle]:
    """Return the default styles that a GeoPackage holds, by its layers' tables."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (_TABLE,)).fetchone():
        return {}
    rows = connection.execute("SELECT f_table_name, styleName, styleQML, styleSLD FROM layer_styles WHERE useAsDefault")
    return {table: LayerStyle(name or "", qml or "", sld or "") for table, name, qml, sld in rows}


def register_table(connection: sqlite3.Connection, table: str) -> None:
    """Enter a table without geometry into a GeoPackage's contents."""
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)"
        " VALUES (?, 'attributes', ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
        (table, table),
    )
