"""Keeps the search for reference cycles out of work that makes very many objects: it walks them all, again and again.

Reading a document of 100,000 rows spends a third of its time in those walks, and all threads wait for each of them.
So none begins while such work goes on, and what the work left behind is not walked again.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 200_000
"""Objects left behind that are worth setting apart."""


class _Pauses:
    """How many callers need the collector, which is the process's own, to rest."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0

    def begin(self) -> None:
        with self._lock:
            self._count += 1
            gc.disable()

    def end(self) -> None:
        with self._lock:
            self._count -= 1
            if not self._count:
                if gc.get_count()[0] > _MANY:
                    gc.freeze()
                gc.enable()


_pauses = _Pauses()


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles in the whole process until the block ends; safe from several threads.

    Objects that are many and young then count as permanent.
    """
    _pauses.begin()
    try:
        yield
    finally:
        _pauses.end()
