"""Caps a process on Linux sets on itself in its first lines."""

from __future__ import annotations

import resource

from signoff.core.isolation.sockets_linux import available, refuse_sockets


def apply_caps(memory_bytes: int | None, sockets: bool) -> tuple[str, ...]:
    """Cap this process; returns the names of what holds now: ``memory``, ``cores``, ``sockets``."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    held = ["cores"]
    if memory_bytes is not None:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        cap = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
        resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
        held.append("memory")
    if not sockets and refuse_sockets():
        held.append("sockets")
    return tuple(held)


def enforcement() -> tuple[str, ...]:
    """What this machine holds child processes to, one sentence each, and what it does not."""
    network = (
        "Child processes cannot open network connections: enforced by the kernel through libseccomp."
        if available()
        else "Network connections of child processes are not refused by the kernel: libseccomp.so.2 is "
        "missing (package libseccomp2). No part of Signoff opens any."
    )
    return (
        "Memory of child processes is capped: enforced by the kernel (RLIMIT_AS).",
        "Child processes write no core dumps: enforced by the kernel (RLIMIT_CORE).",
        network,
        "Child processes end with their parent: they watch their input, nothing in the kernel enforces it.",
    )
