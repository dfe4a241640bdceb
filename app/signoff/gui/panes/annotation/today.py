"""The day that waivers and sign-offs are judged by: the one the record is written in."""

from __future__ import annotations

from datetime import UTC, datetime


def today() -> str:
    """ISO date, UTC, as the entries of the record have it."""
    return datetime.now(UTC).date().isoformat()
