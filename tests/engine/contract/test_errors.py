"""What an error tells: what was found, what is needed, what to do."""

from __future__ import annotations

from importlib import import_module

import pytest

from tidemark.engine.contract.errors import UnexpectedError


@pytest.mark.parametrize("error", [MemoryError(), ValueError("a number")])
def test_that_nothing_was_written_is_told_as_what_was_found_and_not_as_what_is_needed(error: Exception) -> None:
    told = UnexpectedError(error)
    assert "nothing was written" in told.found
    assert told.needed == ""
    assert told.do


def told(module: str) -> str:
    """Return the message about a module that is missing."""
    with pytest.raises(ModuleNotFoundError) as caught:
        import_module(module)
    return str(UnexpectedError(caught.value))


def test_a_package_that_has_gone_is_told_with_how_to_get_it_back() -> None:
    words = told("onnxruntime_that_is_gone")
    assert words.startswith("The engine's environment lacks onnxruntime_that_is_gone.")
    assert "Install the engine again" in words
    assert "fault" not in words


def test_a_missing_part_of_tidemark_is_a_fault_of_its_own() -> None:
    assert "fault of Tidemark" in told("tidemark.engine.lost")
