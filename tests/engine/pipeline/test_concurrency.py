from __future__ import annotations

import threading
import time

import pytest

from tidemark.engine.contract.errors import Cancelled
from tidemark.engine.pipeline.concurrency import Ahead, Behind


def test_the_next_thing_is_made_while_the_one_before_is_used() -> None:
    making, used = threading.Event(), threading.Event()

    def make(number: int) -> int:
        if number == 1:
            making.set()
            assert used.wait(5)
        return number * 10

    with Ahead(make) as ahead:
        ahead.begin(0)
        assert ahead.take(lambda: None) == 0
        ahead.begin(1)
        assert making.wait(5)
        used.set()
        assert ahead.take(lambda: None) == 10


def test_who_waits_for_what_is_made_can_stop() -> None:
    over = threading.Event()

    def cancel() -> None:
        over.set()
        raise Cancelled

    ahead: Ahead[None, bool] = Ahead(lambda _: over.wait(5))
    with ahead:
        ahead.begin(None)
        with pytest.raises(Cancelled):
            ahead.take(cancel)


def test_an_error_of_the_reader_is_raised_where_its_answer_is_taken() -> None:
    def fail(_: object) -> None:
        raise OSError("the disk is gone")

    with Ahead(fail) as ahead:
        ahead.begin(None)
        with pytest.raises(OSError, match="gone"):
            ahead.take(lambda: None)


def test_all_that_was_handed_over_is_done_in_order() -> None:
    done: list[int] = []
    with Behind(done.append, 2) as behind:
        for number in range(20):
            behind.put(number)
    assert done == list(range(20))


def test_no_more_waits_than_may() -> None:
    begun: list[int] = []
    waiting: list[int] = []
    go_on = threading.Event()

    def act(number: int) -> None:
        begun.append(number)
        assert go_on.wait(5)

    def hand_over() -> None:
        for number in range(9):
            behind.put(number)
            waiting.append(number)

    with Behind(act, 2) as behind:
        thread = threading.Thread(target=hand_over)
        thread.start()
        time.sleep(0.2)
        assert (begun, len(waiting)) == ([0], 3)
        go_on.set()
        thread.join(5)
    assert begun == list(range(9))


def test_an_error_of_the_writer_reaches_who_hands_over_and_ends_the_work() -> None:
    done: list[int] = []

    def act(number: int) -> None:
        if number == 1:
            raise OSError("the disk is full")
        done.append(number)

    def hand_over() -> None:
        with Behind(act, 1) as behind:
            for number in range(1000):
                behind.put(number)

    with pytest.raises(OSError, match="full"):
        hand_over()
    assert len(done) < 1000


@pytest.mark.parametrize("error", [OSError("the disk is full"), IndexError("the disk is full")])
def test_an_error_of_the_last_write_is_raised_too_whatever_it_is(error: Exception) -> None:
    def act(_: int) -> None:
        raise error

    with pytest.raises(type(error), match="full"), Behind(act, 5) as behind:
        behind.put(0)


def test_after_an_error_of_one_of_the_last_writes_no_other_is_under_way_or_follows() -> None:
    handed_over, done = threading.Event(), []

    def act(number: int) -> None:
        assert handed_over.wait(5)
        if number == 0:
            raise OSError("the disk is full")
        time.sleep(0.2)
        done.append(number)

    def hand_over() -> None:
        with Behind(act, 5) as behind:
            for number in range(4):
                behind.put(number)
            handed_over.set()

    with pytest.raises(OSError, match="full"):
        hand_over()
    before = list(done)
    time.sleep(0.5)
    assert done == before
    assert len(before) < 3


def test_what_has_not_begun_is_dropped_where_the_work_ends_with_an_error() -> None:
    begun: list[int] = []
    go_on = threading.Event()

    def act(number: int) -> None:
        begun.append(number)
        assert go_on.wait(5)

    def cancel() -> None:
        with Behind(act, 5) as behind:
            for number in range(5):
                behind.put(number)
            threading.Timer(0.1, go_on.set).start()
            raise Cancelled

    with pytest.raises(Cancelled):
        cancel()
    assert begun == [0]
