"""A large mapping document: how long it takes beside the bare reading of its cells, the reader's memory, Cancel."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from signoff.core.errors import Cancelled
from signoff.core.parse.reader import parse_document
from signoff.core.progress import CancelToken
from tests.bench.conftest import Figure
from tests.bench.large_workbook import ROWS, make_large_workbook

_TIMES = 3
_READER = """
import sys
from pathlib import Path
from signoff.core.engines.documents.reading import read_grids
read_grids(Path(sys.argv[1]))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""Prints the most memory it ever held, in KiB; what rusage says would count the program that started it."""


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100,000 rows, 15 columns."""
    return make_large_workbook(tmp_path_factory.mktemp("large") / "large.xlsx")


def test_reading_beside_bare_reading(workbook: Path, figure: Figure) -> None:
    bare, whole = [], []
    for _time in range(_TIMES):
        begin = time.perf_counter()
        CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python()
        bare.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        spec = parse_document(workbook)
        whole.append(time.perf_counter() - begin)
        assert sum(len(target.columns) for target in spec.targets) == ROWS
        del spec
    figure("calamine reads 100,000 x 15 cells", min(bare), "s")
    figure("the same as a spec, of calamine's time", min(whole) / min(bare), "times (5 allowed)")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_memory_of_the_reader(workbook: Path, figure: Figure) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _READER, str(workbook)], capture_output=True, text=True, check=True
    )
    figure("memory of the document reader", int(done.stdout) / 1024, "MiB (600 allowed)")


@pytest.mark.parametrize("share", [0.15, 0.4])
def test_cancel(workbook: Path, figure: Figure, share: float) -> None:
    """Whether the child reads or the parent makes sense of it, Cancel answers."""
    begin = time.perf_counter()
    parse_document(workbook)
    token, asked = CancelToken(), []

    def cancel() -> None:
        asked.append(time.perf_counter())
        token.cancel()

    timer = threading.Timer((time.perf_counter() - begin) * share, cancel)
    timer.start()
    with pytest.raises(Cancelled):
        parse_document(workbook, cancel=token)
    figure(f"cancel of reading at {share:.0%}", time.perf_counter() - asked[0], "s (0.7 allowed)")
