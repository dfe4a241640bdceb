"""How many internet sockets this process and its children have open, read from the system.

Linux only, from ``/proc``: the inodes behind our file descriptors against the kernel's tables of TCP, UDP and raw
sockets. Local (AF_UNIX) sockets, which a screen needs, are not among them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "icmp", "icmp6")
_INODE_FIELD = 9


def open_sockets() -> int | None:
    """Internet sockets open now in this process and those below it; None where it can't be measured."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        inodes = _internet_inodes()
        return sum(inode in inodes for pid in _family(os.getpid()) for inode in _socket_inodes(pid))
    except OSError:
        return None


def _internet_inodes() -> frozenset[str]:
    found: set[str] = set()
    for table in _TABLES:
        path = Path("/proc/self/net") / table
        lines = path.read_text(encoding="ascii").splitlines()[1:] if path.exists() else []
        found.update(fields[_INODE_FIELD] for line in lines if len(fields := line.split()) > _INODE_FIELD)
    return frozenset(found - {"0"})


def _socket_inodes(pid: int) -> Iterator[str]:
    """Inodes of the sockets among the descriptors of a process; none when it just ended."""
    try:
        links = [str(entry.readlink()) for entry in Path(f"/proc/{pid}/fd").iterdir()]
    except OSError:
        return
    for link in links:
        if link.startswith("socket:["):
            yield link[len("socket:[") : -1]


def _family(pid: int) -> Iterator[int]:
    """A process and everything below it."""
    yield pid
    try:
        tasks = [entry.name for entry in os.scandir(f"/proc/{pid}/task")]
        told = [Path(f"/proc/{pid}/task/{task}/children").read_text(encoding="ascii") for task in tasks]
    except OSError:
        return
    for child in " ".join(told).split():
        yield from _family(int(child))
