"""A thousand small targets in one run: time for each, and memory that does not grow with their number."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.conftest import Figure
from tests.bench.many_targets import make_many

_TARGETS, _EARLY = 1000, 200
_GROWTH = 1.15
"""Most that parent and children may have grown between the two marks."""
_LINE = re.compile(r"draft (\d+) of \d+: ")


def _tree_kib(root: int) -> int:
    """Resident KiB of a process and everything below it."""
    parents = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(place.name)] = int((place / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    family, size = {root}, 0
    while len(family) != size:
        size = len(family)
        family |= {child for child, parent in parents.items() if parent in family}
    return sum(_rss_kib(each) for each in family)


def _rss_kib(process: int) -> int:
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("generator", ["none", pytest.param("default", marks=pytest.mark.generator)])
def test_a_thousand_targets(tmp_path: Path, figure: Figure, generator: str) -> None:
    many = make_many(tmp_path, _TARGETS, every_open=50 if generator == "default" else 0)
    command = [sys.executable, "-m", "signoff", "draft", str(many.document), "--sources", str(many.sources)]
    command += ["--out", str(tmp_path / "out"), *(["--generator", "none"] if generator == "none" else [])]
    sizes, begun = {}, {}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stderr is not None
        for line in run.stderr:
            found = _LINE.match(line)
            if found and int(found[1]) in (_EARLY, _TARGETS):
                sizes[int(found[1])], begun[int(found[1])] = _tree_kib(run.pid), time.perf_counter()
    assert run.returncode == 0
    assert sizes[_TARGETS] < sizes[_EARLY] * _GROWTH
    each = (begun[_TARGETS] - begun[_EARLY]) / (_TARGETS - _EARLY)
    figure(f"a small target of {_TARGETS}, generator {generator}", each, "s")
    figure(f"memory at {_EARLY} targets, generator {generator}", sizes[_EARLY] / 1024, "MiB")
    figure(f"memory at {_TARGETS} targets, generator {generator}", sizes[_TARGETS] / 1024, "MiB")
