"""How long a run will still take, in words, from how long it took so far."""

from __future__ import annotations

import time
from collections.abc import Callable

from signoff.core.domain.sentences import say

_ENOUGH = 5.0
"""Seconds of work before anything is said."""
_UNITS = (("draft.left_minutes", 1, 90), ("draft.left_hours", 60, 48 * 60))
"""Sentence, minutes in one, and from how many minutes the next one is said."""


class TimeLeft:
    """Watches pieces of work of different size; what was done in an earlier run does not count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._began = clock, clock()
        self._done = 0

    def did(self, size: int) -> None:
        """A piece of that size is done."""
        self._done += size

    def words(self, left: int) -> str:
        """Such as ``about 3 hours left``; empty while too little is known.

        Args:
            left: size of all that is still to do.
        """
        spent = self._clock() - self._began
        if not self._done or spent < _ENOUGH:
            return ""
        minutes = spent / self._done * left / 60
        if minutes < 1:
            return say("draft.left_moment")
        for sentence, size, most in _UNITS:
            if minutes < most:
                return say(sentence, count=round(minutes / size))
        return say("draft.left_days", count=round(minutes / 60 / 24))
