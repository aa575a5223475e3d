"""Tables as Markdown."""

from __future__ import annotations

from tidemark.engine.training.tables import each_percent, markdown


def test_a_table_has_a_line_of_dashes_below_its_head() -> None:
    assert markdown(["arm", "IoU"], [["a", "0.5"], ["b", "0.6"]]).splitlines() == [
        "| arm | IoU |",
        "| --- | --- |",
        "| a | 0.5 |",
        "| b | 0.6 |",
    ]


def test_shares_are_written_in_percent() -> None:
    assert each_percent([0.5, 0.1234]) == "50.0 12.3"
