"""Which language model is used where nobody names one: what fits the machine, of what is here and allowed; and why."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.sentences import Sentence, say
from signoff.core.generate.manifest import Manifest, ManifestEntry

ENOUGH_MEMORY = 4 << 30
"""Bytes for the default generator at 4,096 tokens, DuckDB on samples, and the program beside them."""
ENOUGH_CORES = 2
_ALMOST = 0.9
"""A machine sold with 4 GiB tells a little less."""


@dataclass(frozen=True)
class Machine:
    """What of a machine decides."""

    memory: int | None
    """Bytes this process may use; None where the system doesn't tell."""
    cores: int
    free: int | None = None
    """Bytes free where a language model would lie; None where nobody looked."""


@dataclass(frozen=True)
class Choice:
    """A language model, and why it is this one."""

    id: str
    words: Sentence
    is_here: bool


def this_machine(folder: Path) -> Machine:
    """The machine this runs on, as far as this process may use it.

    Args:
        folder: where a language model that is brought in would lie.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Machine(total_memory(), cores, free_bytes(folder))


def total_memory() -> int | None:
    """Bytes of memory this process may use, or None where the system doesn't tell."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
    container = Path("/sys/fs/cgroup/memory.max")
    cap = container.read_text(encoding="utf-8").strip() if container.exists() else "max"
    return min(memory, int(cap)) if cap.isdigit() else memory


def free_bytes(folder: Path) -> int:
    """Bytes that are free where a folder lies or would lie."""
    place = next(each for each in (folder, *folder.parents) if each.exists())
    return shutil.disk_usage(place).free


def weakness(machine: Machine) -> Sentence | None:
    """Why a machine is too small for the default language model; None where it is not."""
    if machine.memory is not None and machine.memory < ENOUGH_MEMORY * _ALMOST:
        return say("generator.little_memory", memory=machine.memory / 2**30, enough=ENOUGH_MEMORY >> 30)
    if machine.cores < ENOUGH_CORES:
        return say("generator.few_cores")
    return None


def choose(
    machine: Machine,
    manifest: Manifest,
    is_here: Callable[[ManifestEntry], bool],
    others: Sequence[tuple[str, str]] = (),
) -> Choice:
    """The language model to use where nobody names one.

    Args:
        machine: decides between the default and the small one.
        manifest: those known by name that may be used.
        is_here: whether the file of one is on this machine.
        others: id and file name of those that a person brought in and accepted.
    """
    weak = weakness(machine)
    known = [e for e in (manifest.entry("default"), manifest.entry("small")) if e is not None]
    wanted = known[-1] if weak else known[0]
    if is_here(wanted):
        words = (
            say("generator.chosen_small", name=wanted.name, reason=weak)
            if weak
            else say("generator.chosen_default", name=wanted.name)
        )
        return Choice(wanted.id, words, is_here=True)
    for entry in known:
        if is_here(entry):
            return Choice(
                entry.id, say("generator.chosen_other", name=entry.name, wanted=wanted.name), is_here=True
            )
    for other, file in others:
        return Choice(other, say("generator.chosen_other", name=file, wanted=wanted.name), is_here=True)
    told = say("generator.none_here", name=wanted.name, size=wanted.size / 1e9)
    if machine.free is not None and machine.free < wanted.size:
        free = machine.free / 1e9
        told = say("generator.none_here_no_room", name=wanted.name, size=wanted.size / 1e9, free=free)
    return Choice(wanted.id, told, is_here=False)
