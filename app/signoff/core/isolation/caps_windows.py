"""Caps on child processes on Windows: none yet, and said so.

A Job Object that caps memory and ends the children with their parent is the way to get them.
"""

from __future__ import annotations


def apply_caps(memory_bytes: int | None, sockets: bool) -> tuple[str, ...]:
    """Cap nothing; returns the empty list of what holds."""
    del memory_bytes, sockets
    return ()


def enforcement() -> tuple[str, ...]:
    """What this machine does not hold child processes to, one sentence each."""
    return (
        "Memory of child processes is not capped on Windows.",
        "Network connections of child processes are not refused by Windows. No part of Signoff opens any.",
        "Child processes end with their parent: they watch their input, nothing in Windows enforces it.",
    )
