"""Whether every package that runs has a wheel for 64-bit Windows; llama-cpp-python alone is built there.

``python packaging/windows/wheels.py``, with the network: each package of the locks is looked for as a wheel for
win_amd64, with the digests the locks pin. 0 when all are there.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))

import environment
from places import REQUIREMENTS
from speech import say

LOCKS = ("runtime", "bundle")
"""What runs, and what freezes it."""
_ON_WINDOWS = {
    "sys_platform == 'win32'": True,
    "sys_platform == 'darwin'": False,
    "python_full_version < '3.12'": True,
    "python_full_version >= '3.12'": False,
}
"""Every condition that stands in the locks, and whether it holds for Python 3.11 on Windows."""
_ENTRY = re.compile(
    r"^(?P<pin>[\w.-]+==\S+)(?: ; (?P<condition>.+?))? \\\n"
    r"(?P<hashes>(?:    --hash=.*\n?)+)",
    re.MULTILINE,
)


def windows_lines(lock: str) -> Iterator[tuple[str, str]]:
    """Package and requirement line of each entry of a lock that counts on Windows, its condition worked out.

    Args:
        lock: the text of a lock.

    Raises:
        KeyError: a condition that is not known here.
    """
    for entry in _ENTRY.finditer(lock):
        condition = entry["condition"]
        if condition is None or _ON_WINDOWS[condition]:
            hashes = entry["hashes"].replace("\\\n", "").split()
            yield entry["pin"], " ".join([entry["pin"], *hashes])


def main() -> int:
    """Look for each wheel; 0 when all are there."""
    found = dict(
        pair
        for lock in LOCKS
        for pair in windows_lines((REQUIREMENTS / f"{lock}.lock").read_text(encoding="utf-8"))
    )
    missing = [pin for pin, line in found.items() if not has_wheel(line)]
    for pin in missing:
        say(f"no wheel for Windows: {pin}")
    say(f"{len(found) - len(missing)} of {len(found)} packages have a wheel for Windows.")
    return 1 if missing else 0


def has_wheel(line: str) -> bool:
    """Whether pip finds a wheel for one pinned package."""
    with tempfile.TemporaryDirectory(prefix="signoff-wheels-") as place:
        wanted = Path(place) / "wanted.txt"
        wanted.write_text(line + "\n", encoding="utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--dest", place, "-r", wanted),
                *("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"),
                *("--only-binary=:all:", "--no-deps", "--require-hashes"),
                *environment.pip_options(),
            ],
            capture_output=True,
            check=False,
        )
        return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
