"""The wheel's key changes with what shapes the wheel, and a kept wheel needs nothing else."""

from __future__ import annotations

import importlib
import subprocess
from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / "packaging" / "setup"


def test_the_key_tells_builds_for_old_and_new_processors_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = importlib.import_module("llama_wheel")
    monkeypatch.setattr(wheel.platform, "machine", lambda: "x86_64")
    keys = set()
    for wide in (True, False):
        monkeypatch.setattr(wheel, "has_avx2", lambda wide=wide: wide)
        assert wheel.cmake_options()["GGML_AVX2"] == ("ON" if wide else "OFF")
        keys.add(wheel.wheel_key())
    monkeypatch.setattr(wheel.platform, "machine", lambda: "aarch64")
    assert not any(name.startswith("GGML_AVX") for name in wheel.cmake_options())
    keys.add(wheel.wheel_key())
    assert len(keys) == 3


def test_a_kept_wheel_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wheel = importlib.import_module("llama_wheel")
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path))
    assert wheel.cached_wheel() is None
    kept = tmp_path / "wheels" / wheel.wheel_key() / "llama_cpp_python-0-py3-none-any.whl"
    kept.parent.mkdir(parents=True)
    kept.touch()
    assert wheel.cached_wheel() == kept


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
    wheel = importlib.import_module("llama_wheel")
    options = wheel.cmake_options(variants=True)
    assert options["GGML_CPU_ALL_VARIANTS"] == options["GGML_BACKEND_DL"] == "ON"
    assert options["GGML_NATIVE"] == options["GGML_OPENMP"] == "OFF" and "GGML_AVX2" not in options
    assert options["CMAKE_INSTALL_BINDIR"] == "llama_cpp/lib"
    assert wheel.wheel_key(variants=True) != wheel.wheel_key()
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path))
    kept = tmp_path / "wheels" / wheel.wheel_key(variants=True) / "llama_cpp_python-0-py3-none-any.whl"
    kept.parent.mkdir(parents=True)
    kept.touch()
    assert wheel.cached_wheel(variants=True) == kept and wheel.cached_wheel() is None
