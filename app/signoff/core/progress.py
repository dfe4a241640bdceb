"""All that work knows of its caller: whom to tell, and whether to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from signoff.core.errors import Cancelled


@dataclass(frozen=True)
class Progress:
    """One piece of news from running work."""

    stage: str
    """Stage name, such as ``generate``."""
    done: int
    """Pieces finished so far."""
    total: int
    """Pieces in all; 0 when not known."""
    message: str = ""
    """A few words for a person, such as the target's name."""


Report = Callable[[Progress], None]
"""Receives news; called on the worker's thread, must return quickly."""


def silent(_news: Progress) -> None:
    """Ignore all news."""


class CancelToken:
    """Set once by the caller; read by work between pieces and wired to native code."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; safe from any thread, and more than once."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether the caller asked to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` when the caller asked to stop."""
        if self._event.is_set():
            raise Cancelled
