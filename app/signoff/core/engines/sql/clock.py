"""The time one statement may take: first the engine is interrupted, then the process ends."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE_SECONDS = 1.0
"""Time between the interruption and the end: some functions of DuckDB never look whether they should stop."""


@contextmanager
def limited_time(seconds: float, interrupt: Callable[[], None]) -> Iterator[None]:
    """Call `interrupt` after `seconds`, and end the process when the statement still runs a second later."""
    clocks = [
        threading.Timer(seconds, interrupt),
        threading.Timer(seconds + _PATIENCE_SECONDS, _end, [seconds]),
    ]
    for clock in clocks:
        clock.daemon = True
        clock.start()
    try:
        yield
    finally:
        for clock in clocks:
            clock.cancel()


def _end(seconds: float) -> None:
    print(f"one statement took longer than {seconds:g} seconds and did not stop", file=sys.stderr, flush=True)
    os._exit(1)
