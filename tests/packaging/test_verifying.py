"""What verifies packages, against stand-ins: memory of many processes, the version after."""

from __future__ import annotations

import importlib
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def verify_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "packaging" / "verify"))


def process(proc: Path, number: int, root: Path, kilobytes: int | None) -> None:
    place = proc / str(number)
    place.mkdir(parents=True)
    (place / "root").symlink_to(root)
    if kilobytes is not None:
        text = f"00400000-7ffe [rollup]\nRss: 9 kB\nPss: {kilobytes} kB\nPss_Anon: 5 kB\n"
        (place / "smaps_rollup").write_text(text, encoding="ascii")


def test_memory_counts_each_process_inside_once_and_none_outside(tmp_path: Path) -> None:
    inside = tmp_path / "root"
    inside.mkdir()
    process(tmp_path / "proc", 1, inside, 1000)
    process(tmp_path / "proc", 2, inside, 24)
    process(tmp_path / "proc", 3, Path("/"), 5_000_000)
    process(tmp_path / "proc", 4, inside, None)  # ended between two looks
    memory = importlib.import_module("memory").Memory(inside, tmp_path / "proc")
    assert memory.look() == 1024 * 1024


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here")
def test_the_version_after_has_one_file_more_and_one_less(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deb, later = importlib.import_module("deb"), importlib.import_module("next_version")
    (program / "docs").mkdir()
    (program / "CHANGELOG.md").touch()
    monkeypatch.setattr(deb, "needed_packages", lambda _program: ("libc6",))
    package = deb.make_deb(program, tmp_path, version="0.1.0", date=1_760_000_000)
    made = later.next_version(package, tmp_path)
    told = subprocess.run(["dpkg-deb", "--contents", made], capture_output=True, text=True, check=True).stdout
    assert str(later.NEW) in told and f"./{later.GONE}\n" not in told
    field = subprocess.run(
        ["dpkg-deb", "--field", made, "Version"], capture_output=True, text=True, check=True
    )
    assert field.stdout.strip() == "0.1.0+next"
    assert (
        subprocess.run(["dpkg", "--compare-versions", "0.1.0", "lt", "0.1.0+next"], check=False).returncode
        == 0
    )
