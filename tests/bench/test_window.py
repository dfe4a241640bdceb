"""What a person feels at the window: stalls while it works, time until it shows, time until Cancel answers, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from signoff.core.domain.textdiff import side_by_side
from signoff.core.pipeline.sample import make_sample_project
from signoff.gui.main import make_application, make_window
from signoff.gui.places import Step
from signoff.gui.preferences import PersonRole, Preferences
from signoff.gui.tables.grid import GridView
from signoff.gui.window.main_window import MainWindow
from tests.bench.large_workbook import make_large_workbook
from tests.bench.stalls import Stalls, measured, run_for, run_loop

Figure = Callable[[str, float, str], None]
BUDGET_MS = 50.0
MILLION = 1_000_000


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[MainWindow]:
    """The window without a project."""
    application = make_application([])
    assert isinstance(application, QApplication)
    preferences = Preferences(tmp_path / "settings")
    preferences.set_role(PersonRole.DECIDES)
    preferences.set_name("Maren Keller")
    made = make_window(application, preferences)
    made.show()
    yield made
    made.close()


@pytest.fixture
def window(empty: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with the sample project open."""
    make_sample_project(tmp_path / "sample.signoff", name="Sample", by="Maren Keller").close()
    empty.session.open(tmp_path / "sample.signoff")
    run_loop(lambda: empty.session.is_open)
    return empty


def note(figure: Figure, name: str, stalls: Stalls) -> None:
    """Stalls of one scenario, and the 99th percentile as a share of what is allowed."""
    p99 = stalls.percentile(0.99)
    figure(f"stall while {name}, 99th percentile", p99, f"ms ({p99 / BUDGET_MS:.0%} of {BUDGET_MS:.0f} ms)")
    figure(f"stall while {name}, worst of {len(stalls.late_ms)}", stalls.worst, "ms")


def test_idle(window: MainWindow, figure: Figure) -> None:
    with measured() as stalls:
        run_for(3000)
    note(figure, "idle", stalls)


@pytest.mark.generator
def test_drafting_cancel_and_memory(window: MainWindow, figure: Figure) -> None:
    window.show_step(Step.ENHANCE)
    ends: list[bool] = []
    window.drafter.ended.connect(ends.append)
    with measured() as stalls:
        window.drafter.draft(["buyer", "supplier"])
        run_loop(lambda: bool(ends))
    note(figure, "drafting with the language model", stalls)
    figure("memory of all processes, the language model loaded", _resident_mib(), "MiB")
    ends.clear()
    window.drafter.draft(["contract_delivery_summary"])
    run_for(4000)
    begin = time.perf_counter()
    window.drafter.cancel()
    run_loop(lambda: bool(ends))
    figure("cancel of a running draft", time.perf_counter() - begin, "s")


def test_importing_a_large_workbook(empty: MainWindow, figure: Figure, tmp_path: Path) -> None:
    path = make_large_workbook(tmp_path / "large.xlsx", sheets=2)
    empty.open_files([path])
    run_loop(lambda: bool(empty.jobs.open), 10_000)
    run_for(1500)
    begin = time.perf_counter()
    for job in tuple(empty.jobs.open):
        job.cancel()
    run_loop(lambda: not empty.jobs.open)
    figure("cancel of a running import", time.perf_counter() - begin, "s")
    begin = time.perf_counter()
    with measured() as stalls:
        empty.open_files([path])
        run_loop(lambda: empty.session.is_open and not empty.jobs.open)
    figure("importing 100,000 rows, until the project is open", time.perf_counter() - begin, "s")
    note(figure, "importing 100,000 rows", stalls)


def test_scrolling_a_million_rows(window: MainWindow, figure: Figure) -> None:
    rows = [(number, f"name {number}", None if number % 7 == 0 else " x ") for number in range(MILLION)]
    view = GridView(window.look, "Rows")
    view.resize(900, 600)
    begin = time.perf_counter()
    view.show_rows(("id", "name", "note"), rows)
    view.show()
    run_for(50)
    figure("show 1,000,000 rows", time.perf_counter() - begin - 0.05, "s")
    with measured() as stalls:
        for place in range(0, MILLION, MILLION // 300):
            view.verticalScrollBar().setValue(place)
            run_for(10)
    note(figure, "scrolling 1,000,000 rows", stalls)
    view.close()


def test_a_running_query_is_cancelled(window: MainWindow, figure: Figure) -> None:
    sql = "select count(*) from range(100000000) a, range(1000) b"
    job = window.samples.ask(
        "counting", lambda sandbox, cancel: sandbox.run(sql, cancel=cancel), lambda _r: None
    )
    run_for(2500)
    begin = time.perf_counter()
    job.cancel()
    run_loop(lambda: job not in window.jobs.open)
    figure("cancel of a running query", time.perf_counter() - begin, "s")


def test_diffing_a_wide_table(window: MainWindow, figure: Figure) -> None:
    old, new = _wide_sql(""), _wide_sql("upper")
    shown: list[object] = []
    with measured() as stalls:
        job = window.jobs.start(window.jobs.files, "comparing", lambda _r, _c: side_by_side(old, new))
        job.finished.connect(shown.append)
        run_loop(lambda: bool(shown))
        run_for(500)
    note(figure, "diffing a 500-column table", stalls)


def test_window_shown_cold(figure: Figure, tmp_path: Path) -> None:
    seconds = [_seconds_until_shown(tmp_path) for _ in range(3)]
    figure("window shown, cold", min(seconds), "s")


_SHOW = """
import sys
from signoff.gui.main import make_application, make_window
application = make_application([])
window = make_window(application)
window.show()
application.sendPostedEvents()
window.grab()
heavy = [name for name in ("llama_cpp", "duckdb", "openpyxl", "python_calamine") if name in sys.modules]
window.close()
sys.exit(f"loaded before it was shown: {heavy}" if heavy else 0)
"""


def _seconds_until_shown(folder: Path) -> float:
    begin = time.perf_counter()
    environment = {**os.environ, "SIGNOFF_SETTINGS": str(folder / "cold")}
    subprocess.run([sys.executable, "-c", _SHOW], check=True, env=environment, capture_output=True)
    return time.perf_counter() - begin


def _resident_mib() -> float:
    """Resident memory of this process and those below it."""
    total, waiting = 0.0, [os.getpid()]
    while waiting:
        pid = waiting.pop()
        status = Path(f"/proc/{pid}/status").read_text()
        total += next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024
        waiting += [
            int(p) for t in Path(f"/proc/{pid}/task").iterdir() for p in (t / "children").read_text().split()
        ]
    return total


def _wide_sql(function: str) -> str:
    lines = []
    for number in range(500):
        call = f"{function}(t.c{number})" if function and number % 3 == 0 else f"t.c{number}"
        lines += [f"    -- column {number}", f"    {call}", f"        as column_{number},"]
    return "\n".join(["select", *lines, "    1 as last", "from t", ""])
