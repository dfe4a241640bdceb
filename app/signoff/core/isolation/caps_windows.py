"""Caps on child processes on Windows: none yet, and said so.

A Job Object that caps memory and ends the children with their parent is the way to get them.
"""

from __future__ import annotations

from signoff.core.domain.sentences import say


def apply_caps(memory_bytes: int | None, sockets: bool) -> tuple[str, ...]:
    """Cap nothing; returns the empty list of what holds."""
    del memory_bytes, sockets
    return ()


def enforcement() -> tuple[str, ...]:
    """What this machine does not hold child processes to, one sentence each."""
    return (
        say("child.memory_windows"),
        say("child.network_windows"),
        say("child.ends_windows"),
    )
