"""A built wheel's key changes with what shapes the wheel, and a kept wheel needs nothing else."""

from __future__ import annotations

import importlib
import re
import subprocess
from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / "packaging" / "setup"


def test_the_key_tells_builds_for_old_and_new_processors_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    llama = importlib.import_module("llama_wheel")
    monkeypatch.setattr(llama, "is_x86", lambda: True)
    keys = set()
    for wide in (True, False):
        monkeypatch.setattr(llama, "has_avx2", lambda wide=wide: wide)
        wheel = llama.llama_wheel()
        assert wheel.options["GGML_AVX2"] == ("ON" if wide else "OFF")
        keys.add(wheel.key)
    monkeypatch.setattr(llama, "is_x86", lambda: False)
    wheel = llama.llama_wheel()
    assert not any(name.startswith("GGML_AVX") for name in wheel.options)
    keys.add(wheel.key)
    assert len(keys) == 3


def test_a_kept_wheel_is_found_and_nothing_is_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wheel = importlib.import_module("llama_wheel").llama_wheel()
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path))
    assert wheel.kept is None
    kept = tmp_path / "wheels" / wheel.key / "llama_cpp_python-0-py3-none-any.whl"
    kept.parent.mkdir(parents=True)
    kept.touch()
    assert wheel.kept == kept == wheel.obtained([])


def test_duckdb_for_old_processors_is_the_version_that_everybody_has() -> None:
    """Its source is the one whose hash the locks list beside those of the published wheels."""
    duckdb = importlib.import_module("duckdb_wheel").duckdb_wheel()
    pin, digest = re.findall(
        r"^(\S+==\S+) \\\n +(--hash=\S+)$", duckdb.lock.read_text(encoding="utf-8"), re.MULTILINE
    )[0]
    runtime = (duckdb.lock.parent / "runtime.lock").read_text(encoding="utf-8")
    listed = runtime.partition(f"\n{pin} ")[2].partition("==")[0]
    assert digest in listed
    assert duckdb.options == {"DUCKDB_OPTIMIZATION_PROFILE": "NONE"}
    assert (
        duckdb.key.startswith("duckdb-")
        and duckdb.key != importlib.import_module("llama_wheel").llama_wheel().key
    )


@pytest.mark.parametrize(
    ("system", "machine", "avx2", "stops"),
    [
        ("linux", "x86_64", False, True),
        ("linux", "x86_64", True, False),
        ("linux", "aarch64", False, False),
        ("win32", "AMD64", False, False),
    ],
)
def test_the_published_duckdb_is_replaced_where_it_does_not_run(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str, avx2: bool, stops: bool
) -> None:
    duckdb, source = importlib.import_module("duckdb_wheel"), importlib.import_module("source_wheel")
    monkeypatch.setattr(duckdb.sys, "platform", system)
    monkeypatch.setattr(source.platform, "machine", lambda: machine)
    monkeypatch.setattr(duckdb, "has_avx2", lambda: avx2)
    assert duckdb.published_stops_here() is stops


def test_missing_compilers_are_named_with_the_command_that_brings_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packages = importlib.import_module("system_packages")
    monkeypatch.setattr(packages.shutil, "which", lambda name: "apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(packages.os, "geteuid", lambda: 1000)
    with pytest.raises(Exception, match=r"gcc and g\+\+ .*apt-get install gcc g\+\+"):
        packages.ensure(packages.missing_for_building(), "building llama.cpp")


def test_without_python_the_way_in_is_one_sentence(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, line in {"dirname": 'exec /usr/bin/dirname "$@"', "id": "echo 1000"}.items():
        (tools / name).write_text(f"#!/bin/sh\n{line}\n")
        (tools / name).chmod(0o755)
    script = (SETUP / "bootstrap.sh").read_text(encoding="utf-8").replace("/usr/bin/python3.11", "")
    (tmp_path / "bootstrap.sh").write_text(script.replace("/usr/local/bin/python3.11", ""))
    done = subprocess.run(
        ["/bin/sh", tmp_path / "bootstrap.sh", "demo"],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1 and "apt-get install python3.11" in done.stderr


def test_the_wheel_for_every_processor_is_another_and_its_libraries_land_in_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    llama = importlib.import_module("llama_wheel")
    wheel, everybodys = llama.llama_wheel(), llama.llama_wheel(variants=True)
    options = everybodys.options
    assert options["GGML_CPU_ALL_VARIANTS"] == options["GGML_BACKEND_DL"] == "ON"
    assert options["GGML_NATIVE"] == options["GGML_OPENMP"] == "OFF" and "GGML_AVX2" not in options
    assert options["CMAKE_INSTALL_BINDIR"] == "llama_cpp/lib"
    assert everybodys.key != wheel.key
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path))
    kept = tmp_path / "wheels" / everybodys.key / "llama_cpp_python-0-py3-none-any.whl"
    kept.parent.mkdir(parents=True)
    kept.touch()
    assert everybodys.kept == kept and wheel.kept is None
