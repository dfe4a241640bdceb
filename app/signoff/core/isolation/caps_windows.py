"""Caps on child processes on Windows: Job Objects hold memory and lifetime; sockets nothing holds, and that is said."""

from __future__ import annotations

from signoff.core.domain.sentences import say
from signoff.core.isolation.job_objects import (
    END_WITH_OWNER,
    MEMORY,
    NO_ERROR_DIALOG,
    PROCESSES,
    JobObject,
)

_held: list[JobObject] = []
"""Kept open as long as this process lives."""


def apply_caps(memory_bytes: int | None, sockets: bool) -> tuple[str, ...]:
    """Cap this process; returns the names of what holds now: ``programs``, ``memory``; none where Windows refuses.

    Sockets can't be taken away from a process by itself; `enforcement` says so.
    """
    del sockets
    flags = PROCESSES | NO_ERROR_DIALOG | (0 if memory_bytes is None else MEMORY)
    try:
        job = JobObject(flags, memory_bytes=memory_bytes or 0)
        job.take_this_process()
    except OSError:
        return ()
    _held.append(job)
    return ("programs",) if memory_bytes is None else ("programs", "memory")


def tied(pid: int) -> JobObject | None:
    """Have a child end when this process does; None where Windows refuses, and the child watches its input alone."""
    try:
        job = JobObject(END_WITH_OWNER)
    except OSError:
        return None
    try:
        job.take(pid)
    except OSError:
        job.close()
        return None
    return job


def enforcement() -> tuple[str, ...]:
    """What this machine holds child processes to, one sentence each, and what it does not."""
    try:
        JobObject(PROCESSES | MEMORY | END_WITH_OWNER, memory_bytes=1 << 30).close()
    except OSError:
        return (say("child.memory_windows"), say("child.ends_windows"), say("child.network_windows"))
    return (
        say("child.memory_capped_windows"),
        say("child.no_programs_windows"),
        say("child.ends_held_windows"),
        say("child.network_windows"),
    )
