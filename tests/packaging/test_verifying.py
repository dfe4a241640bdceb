"""What verifies packages, against stand-ins: memory of many processes, the version after, an old processor's rule."""

from __future__ import annotations

import importlib
import importlib.util
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


def test_the_rule_for_an_old_processor_knows_one_program_by_its_header_and_no_other(tmp_path: Path) -> None:
    old = importlib.import_module("old_processor")
    program, other = tmp_path / "signoff", tmp_path / "other"
    header = b"\x7fELF\x02\x01\x01" + bytes(range(57))
    program.write_bytes(header + b"code")
    other.write_bytes(header[:40] + b"\xff" * 24 + b"code")  # its tables lie elsewhere
    _, name, kind, offset, magic, mask, starter, flags = old.rule(program).split(":")
    assert (name, kind, offset, mask, flags) == ("signoff-verify", "M", "0", "", "")
    assert bytes.fromhex(magic.replace("\\x", "")) == header and magic not in old.rule(other)
    assert (
        starter == "/usr/local/bin/signoff-verify" and len(old.rule(program)) < 1920
    )  # what the kernel takes


@pytest.mark.parametrize(
    ("line", "is_unwanted"),
    [
        ("_internal/PySide6/Qt/lib/libQt6Network.so.6", True),
        ("_internal/PySide6/Qt/lib/libQt6Charts.so.6", True),
        ("_internal/libggml-base.so", True),
        ("_internal/libllama.so", True),
        ("_internal/llama_cpp/lib/libllama-common.so", True),
        ("_internal/diskcache/core.pyc", True),
        ("_internal/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", True),
        ("_internal/libssl.so.3", True),
        ("licences/libssl3-3.0.19-1-deb12u1/copyright", False),  # of the package that libcrypto comes from
        ("_internal/llama_cpp/lib/libggml-base.so", False),
        ("_internal/llama_cpp/lib/libggml-cpu-sse42.so", False),
        ("_internal/PySide6/Qt/lib/libQt6Gui.so.6", False),
    ],
)
def test_what_the_inventory_must_not_hold(line: str, is_unwanted: bool) -> None:
    verify = Path(__file__).parents[2] / "packaging" / "verify" / "__main__.py"
    spec = importlib.util.spec_from_file_location("verify_main", verify)
    assert spec is not None and spec.loader is not None
    main = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(main)
    assert bool(main._UNWANTED.search(f"00ff  {line}")) is is_unwanted
