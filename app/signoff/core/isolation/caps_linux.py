"""Caps a process on Linux sets on itself in its first lines."""

from __future__ import annotations

import resource
from typing import Protocol

from signoff.core.domain.sentences import say
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


class Tie(Protocol):
    """What ends a child when its parent is gone."""

    def close(self) -> None:
        """Let go of it."""
        ...


def tied(_pid: int) -> Tie | None:
    """Nothing: the kernel would end a child with the thread that started it, so the child watches its input."""
    return None


def enforcement() -> tuple[str, ...]:
    """What this machine holds child processes to, one sentence each, and what it does not."""
    network = say("child.network_closed") if available() else say("child.network_open_linux")
    return (
        say("child.memory_capped"),
        say("child.no_core_dumps"),
        network,
        say("child.ends_with_parent"),
    )
