"""How much memory this process has held."""

from __future__ import annotations

import sys
from pathlib import Path


def peak_kilobytes() -> int:
    """Most memory held so far, in KB; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("VmHWM")))
