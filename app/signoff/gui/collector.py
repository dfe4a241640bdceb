"""Keeps the search for reference cycles from stopping the window: it walks every object while all threads wait.

After a document of 100,000 rows was read, one full walk takes seconds. So none begins while such work goes on, and
what the work left behind is not walked again.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 200_000
"""Objects left behind that are worth setting apart."""


class Collector:
    """Pauses Python's cycle collector for the whole process while any caller needs it; safe from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pauses = 0

    @contextmanager
    def paused(self) -> Iterator[None]:
        """No collection until the block ends; then young objects that are many count as permanent."""
        with self._lock:
            self._pauses += 1
            gc.disable()
        try:
            yield
        finally:
            with self._lock:
                self._pauses -= 1
                if not self._pauses:
                    if gc.get_count()[0] > _MANY:
                        gc.freeze()
                    gc.enable()
