"""Work beside the network: what is read ahead of it and what is written behind it, each in a thread of its own and bounded.

Most of that work is done by libraries that let other threads run: decoding, compressing, and NumPy on whole rows.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Generic, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

POLL_SECONDS = 0.2


class Ahead(Generic[Item, Answer]):
    """Makes one thing while the one before is used. Use in a ``with`` block; leaving it waits for what is being made.

    Args:
        make: called in a thread, for one item at a time.
    """

    def __init__(self, make: Callable[[Item], Answer]) -> None:
        self._make, self._pool = make, ThreadPoolExecutor(1, "ahead")
        self._made: Future[Answer] | None = None

    def __enter__(self) -> Ahead[Item, Answer]:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def begin(self, item: Item) -> None:
        """Begin to make something of an item."""
        self._made = self._pool.submit(self._make, item)

    def take(self, tick: Callable[[], None]) -> Answer:
        """Return what was begun once it is made; raises what making it raised.

        Args:
            tick: called at least every 0.2 s while it waits; may raise to stop.

        Raises:
            RuntimeError: nothing was begun.
        """
        if self._made is None:
            raise RuntimeError("nothing was begun")
        while not self._made.done():
            wait([self._made], POLL_SECONDS)
            tick()
        return self._made.result()


class Behind(Generic[Item]):
    """Does what is handed to it, in order, while more is made. Use in a ``with`` block.

    Leaving it waits until all is done; leaving it with an error drops what has not begun.

    Args:
        act: called in a thread, with one item at a time.
        most: items that may wait; who hands over more waits for the first of them.
    """

    def __init__(self, act: Callable[[Item], None], most: int) -> None:
        self._act, self._most, self._pool = act, most, ThreadPoolExecutor(1, "behind")
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> Behind[Item]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            while kind is None and self._waiting:
                self._waiting.popleft().result()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def put(self, item: Item) -> None:
        """Hand over an item. Raises what an earlier one raised."""
        while self._waiting and (self._waiting[0].done() or len(self._waiting) > self._most):
            self._waiting.popleft().result()
        self._waiting.append(self._pool.submit(self._act, item))
