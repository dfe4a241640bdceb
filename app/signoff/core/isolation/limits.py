"""What a child process may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Caps on one child process; None means no cap."""

    memory_bytes: int | None = None
    """Address space of the process (``RLIMIT_AS``), not resident memory."""
    call_seconds: float | None = None
    """Longest time one call may take before it is cancelled and, failing that, killed."""
    start_seconds: float = 60.0
    """Longest time from start to the first word of the child."""
    grace_seconds: float = 3.0
    """Time a cancelled call has to end by itself before the child is killed."""
    sockets: bool = False
    """Whether internet sockets stay possible; False refuses them where the machine can."""
