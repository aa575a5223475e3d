"""What an error tells: what was found, what is needed, what to do."""

from __future__ import annotations

import pytest

from tidemark.engine.contract.errors import UnexpectedError


@pytest.mark.parametrize("error", [MemoryError(), ValueError("a number")])
def test_that_nothing_was_written_is_told_as_what_was_found_and_not_as_what_is_needed(error: Exception) -> None:
    told = UnexpectedError(error)
    assert "nothing was written" in told.found
    assert told.needed == ""
    assert told.do
