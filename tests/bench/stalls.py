"""Stalls of an event loop: how late each turn comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

TICK_MS = 5


@dataclass
class Stalls:
    """How much later than asked for each tick came, in milliseconds."""

    late_ms: list[float] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """The value below which a share of the ticks lies."""
        ordered = sorted(self.late_ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    @property
    def worst(self) -> float:
        """The longest stall."""
        return max(self.late_ms, default=0.0)


class _Ticker(QObject):
    """Ticks as often as the event loop lets it, at most every `TICK_MS`."""

    def __init__(self, stalls: Stalls) -> None:
        super().__init__()
        self._stalls = stalls
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._stalls.late_ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


@contextmanager
def measured() -> Iterator[Stalls]:
    """Measure the event loop's stalls while the block runs it."""
    stalls = Stalls()
    ticker = _Ticker(stalls)
    try:
        yield stalls
    finally:
        ticker.stop()


def run_loop(until: Callable[[], bool], most_ms: int = 240_000) -> None:
    """Run the event loop until something holds, looked at every 20 ms; stops at `most_ms` at the latest."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(lambda: loop.quit() if until() else None)
    timer.start()
    QTimer.singleShot(most_ms, loop.quit)
    loop.exec()
    timer.stop()
    assert until(), "it did not come to its end in time"


def run_for(ms: int) -> None:
    """Run the event loop for a while: only here, where time is what is measured."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
