"""How long a person waits for the command line on the sample: to start, to read, to draft."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
DOCUMENT = next(SAMPLE.glob("*.xlsx"))

Figure = Callable[[str, float, str], None]


def seconds_for(*arguments: str | Path) -> tuple[float, str]:
    """Seconds of one whole run of the command line, and what it printed."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "signoff", *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - begin, done.stdout


def test_start(figure: Figure) -> None:
    figure("start and say the version", min(seconds_for("--version")[0] for _ in range(3)), "s")


def test_read_the_sample_document(figure: Figure) -> None:
    seconds, printed = seconds_for("parse", DOCUMENT, "--json")
    columns = sum(len(target["columns"]) for target in json.loads(printed)["targets"])
    assert columns >= 100
    figure(f"parse the sample document ({columns} columns)", seconds, "s")


def test_draft_the_sample_without_a_generator(figure: Figure, tmp_path: Path) -> None:
    seconds, _ = seconds_for(
        *("draft", DOCUMENT, "--sources", SAMPLE / "sources", "--generator", "none", "--out", tmp_path)
    )
    drafts = list(tmp_path.glob("*.sql"))
    assert drafts
    figure(f"draft {len(drafts)} sample targets, generator none", seconds, "s")
