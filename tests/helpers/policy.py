"""Sets a policy for one test."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

_TIMES = count(1_700_000_000)
"""Each file gets a date of its own, so that it counts as changed however fast the next one comes."""


def set_policy(path: Path, text: str, *, whole: bool = False) -> None:
    """Write the administrator's file.

    Args:
        path: what the fixture `no_policy` gives.
        text: the sections; the line that names the schema is put before.
        whole: nothing is put before.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text if whole else f"schema = 1\n{text}", encoding="utf-8")
    now = next(_TIMES)
    os.utime(path, (now, now))
