"""What of the machine the generator may use."""

from __future__ import annotations

import os
from pathlib import Path

_TOPOLOGY = Path("/sys/devices/system/cpu")
_GIB = 1 << 30


def physical_cores() -> int:
    """Cores this process may run on, two threads of one core counted once; at least one."""
    if not hasattr(os, "sched_getaffinity"):
        return max(1, (os.cpu_count() or 2) // 2)
    allowed = os.sched_getaffinity(0)
    cores = set()
    for number in allowed:
        siblings = _TOPOLOGY / f"cpu{number}" / "topology" / "thread_siblings_list"
        try:
            cores.add(siblings.read_text(encoding="ascii").strip())
        except OSError:
            cores.add(str(number))
    return max(1, len(cores))


def memory_cap(file_bytes: int) -> int:
    """Address space the child may take for a model file: twice the file, one GiB, and the context."""
    return 2 * file_bytes + _GIB + _GIB // 2
