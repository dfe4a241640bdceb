"""Pictures of every pane from the sample project: `make screenshots` writes docs/screenshots/.

The sample is drafted once with the real language model, into a temporary folder; some decisions are then made as a
person would make them, so that the pictures show work under way. Each scale runs in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from drafted import drafted_sample
from shots import take

ROOT = Path(__file__).resolve().parents[2]
WORK = Path(tempfile.gettempdir()) / "signoff-screenshots"
OUT = ROOT / "docs" / "screenshots"
SCALES = ("1", "2")


def main(arguments: list[str]) -> int:
    """Take all pictures, or, in a process of its own, those of one scale."""
    if arguments:
        return take(WORK, OUT, arguments[0])
    drafted_sample(WORK)
    OUT.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        environment = {
            **os.environ,
            "QT_SCALE_FACTOR": scale,
            "SIGNOFF_SETTINGS": str(WORK / f"settings-{scale}"),
        }
        code = subprocess.run(
            [sys.executable, Path(__file__).parent, scale], env=environment, check=False
        ).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
