"""What is tried with the installed program in the clean Debian, as an ordinary user without network."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from clean_root import USER, CleanRoot
from memory import Memory

Check = tuple[str, bool, str]
"""Name of what must hold, whether it does, and the figure."""

_MOST_WINDOW, _MOST_SELF_TEST, _MOST_MEMORY = 5.0, 20.0, 3e9
_SOCKET = re.compile(r"socket\(AF_(?!UNIX)\w+")
_TRACE = "/tmp/sockets.txt"
_OPENS = """
begin=$(date +%s.%N)
{program} &
timeout 60 xdotool search --sync --onlyvisible --name '^Signoff' >/dev/null || exit 9
echo "$begin $(date +%s.%N)"
sleep {seconds}
"""
"""Starts the program on a screen, says when and when its window is seen, and leaves it open for a while."""


def cold_window(root: CleanRoot, program: str) -> Check:
    """Time from start to a window that is seen, nothing of the program in the system's memory of files."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")
    told = _on_screen(root, _OPENS.format(program=program, seconds=0))
    if told is None:
        return "window under Xvfb, cold", False, "no window within 60 s"
    took = told[1] - told[0]
    return "window under Xvfb, cold", took <= _MOST_WINDOW, f"{took:.1f} s, at most {_MOST_WINDOW:.0f}"


def _on_screen(root: CleanRoot, script: str) -> list[float] | None:
    """Run a script on a screen of memory; what it prints as numbers, None when it failed.

    `xvfb-run` hears from the screen that it is ready, but not as the first process of all: a shell is before it.
    """
    first = 'xvfb-run -a -s "-screen 0 1920x1080x24" sh -c "$1"; exit $?'
    done = root.run(
        *("env", "QT_QPA_PLATFORM=xcb", "sh", "-c", first, "sh", script), user=USER, check=False, seconds=300
    )
    return [float(each) for each in done.stdout.split()] if done.returncode == 0 else None


def self_test(root: CleanRoot, name: str, program: str, seconds: float | None = _MOST_SELF_TEST) -> Check:
    """Every part of the program works; its record is kept in what the check prints when it does not.

    Args:
        root: where it is tried.
        name: of the check.
        program: what to run.
        seconds: the longest time it may take.
    """
    started = time.monotonic()
    done = root.run(program, "self-test", user=USER, check=False)
    took = time.monotonic() - started
    wrong = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    holds = done.returncode == 0 and (seconds is None or took <= seconds)
    return name, holds, "; ".join(wrong) or done.stderr.strip()[-200:] or f"{took:.1f} s"


def refuses_sockets(root: CleanRoot, program: str) -> Check:
    """The installed program finds on this system what keeps its child processes from sockets."""
    told = root.run(program, "doctor", user=USER, check=False).stdout.splitlines()
    lines = [
        line.split(maxsplit=2)[-1] for line in told if " Isolation " in line and "network" in line.lower()
    ]
    return (
        "child processes",
        any(line.startswith("ok") and "etwork" in line for line in told),
        "; ".join(lines),
    )


def whole_flow(root: CleanRoot, program: str, folder: str) -> Iterator[Check]:
    """The sample project from document to exported dbt project, every socket of every process counted.

    Then the window, with that project in it, its sockets counted too.

    Args:
        root: where it is tried.
        program: what to run.
        folder: a new one, for the project and the export; it stays.
    """
    strace = ("strace", "-f", "-qq", "-e", "trace=socket", "-o", _TRACE)
    started = time.monotonic()
    with Memory(root.folder) as memory:
        done = root.run(*strace, program, "demo", "--out", folder, user=USER, check=False, seconds=3600)
    took = time.monotonic() - started
    inside = root.folder / folder.lstrip("/")
    exported = len(list((inside / "dbt").rglob("models/**/*.sql"))) if done.returncode == 0 else 0
    figure = f"{exported} models exported in {took:.0f} s" if exported else done.stderr.strip()[-300:]
    yield "whole flow", exported > 0, figure
    yield _sockets(root, "sockets of the whole flow")
    with Memory(root.folder) as window:
        opens = _OPENS.format(program=f"{' '.join(strace)} {program} '{folder}/demo.signoff'", seconds=15)
        seen = _on_screen(root, opens)
    yield "window with the project", seen is not None, f"{window.most / 1e9:.2f} GB"
    yield _sockets(root, "sockets of the window")
    most = memory.most + window.most
    words = f"{memory.most / 1e9:.2f} GB of the flow and {window.most / 1e9:.2f} GB of the window"
    yield "memory, all processes", most <= _MOST_MEMORY, words


def _sockets(root: CleanRoot, name: str) -> Check:
    trace = root.folder / _TRACE.lstrip("/")
    text = trace.read_text(encoding="utf-8", errors="replace")
    trace.unlink()
    others, inside = _SOCKET.findall(text), text.count("socket(AF_UNIX")
    return name, not others, f"{len(others)} other than AF_UNIX, {inside} of these"
