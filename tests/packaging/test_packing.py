"""Signing, digests, archives and wheels: the same in gives the same out, and what is spoilt is told."""

from __future__ import annotations

import hashlib
import importlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

DATE = 1_760_000_000


def module(name: str) -> ModuleType:
    return importlib.import_module(name)


def tool(folder: Path, lines: str) -> str:
    """A shell script; returns the command that runs it."""
    path = folder / "tool.sh"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return f"{path} --key ours"


def test_each_file_a_processor_runs_is_signed_and_no_other(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing = module("signing")
    assert signing.sign(program) == 0
    monkeypatch.setenv("SIGN_HOOK", tool(tmp_path, f'echo "$3" >> {tmp_path}/signed; printf x >> "$3"'))
    assert signing.sign(program) == 3
    signed = sorted((tmp_path / "signed").read_text().split())
    wanted = [program / "_internal/deep/lib.so", program / "_internal/window.dll", program / "signoff"]
    assert signed == list(map(str, wanted))
    assert (program / "signoff").read_bytes() == b"\x7fELF programx"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("echo no key >&2; exit 4", "ended with 4: no key"),
        (': > "$3"', "left .* spoilt"),
        ('rm "$3"', "left .* spoilt"),
    ],
)
def test_a_signing_command_that_fails_or_spoils_stops_the_packaging(
    lines: str, words: str, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGN_HOOK", tool(tmp_path, lines))
    with pytest.raises(Exception, match=words):
        module("signing").sign(program)


def test_digests_get_a_signature_beside_them_and_lose_an_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing = module("signing")
    (tmp_path / "a.deb").write_bytes(b"one")
    (tmp_path / "SHA256SUMS.asc").write_text("of an earlier build")
    assert signing.write_sums(tmp_path, [tmp_path / "a.deb"]) == [tmp_path / "SHA256SUMS"]
    assert not (tmp_path / "SHA256SUMS.asc").exists()
    assert (tmp_path / "SHA256SUMS").read_text() == f"{hashlib.sha256(b'one').hexdigest()}  a.deb\n"
    monkeypatch.setenv("SIGN_SUMS_HOOK", tool(tmp_path, 'echo signed > "$3.asc"'))
    assert signing.write_sums(tmp_path, [tmp_path / "a.deb"])[1] == tmp_path / "SHA256SUMS.asc"
    monkeypatch.setenv("SIGN_SUMS_HOOK", tool(tmp_path, "true"))
    with pytest.raises(Exception, match="left no SHA256SUMS"):
        signing.write_sums(tmp_path, [tmp_path / "a.deb"])


@pytest.mark.parametrize("ending", [".tar.xz", ".tar"])
def test_archives_of_the_same_files_are_the_same_whenever_and_by_whomever(
    ending: str, program: Path, tmp_path: Path
) -> None:
    archive, comparing = module("archive"), module("comparing")
    first, second = tmp_path / "1" / f"a{ending}", tmp_path / "2" / f"a{ending}"
    archive.pack(program, first, date=DATE)
    moved = tmp_path / "elsewhere" / "signoff"
    for path in sorted(program.rglob("*"), reverse=True):
        if path.is_file():
            (moved / path.relative_to(program)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, moved / path.relative_to(program))
            os.utime(moved / path.relative_to(program), (5, 5))
    (moved / "signoff").chmod(0o775)
    archive.pack(moved, second, date=DATE)
    assert first.read_bytes() == second.read_bytes()
    assert comparing.differences(comparing.contents(first), comparing.contents(second)) == []


def test_what_differs_inside_archives_is_named_file_by_file(
    program: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, comparing = module("archive"), module("comparing")
    for name in ("one", "other"):
        archive.pack(program, tmp_path / name / "a.tar.xz", date=DATE)
        (program / "README.txt").write_text("another text", encoding="utf-8")
        (program / "new.txt").touch()
    assert comparing.main([str(tmp_path / "one"), str(tmp_path / "other")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "differs: a.tar.xz",
        "differs: a.tar.xz > signoff/README.txt",
        "only in the second: a.tar.xz > signoff/new.txt",
    ]
    assert comparing.main([str(tmp_path / "one"), str(tmp_path / "one")]) == 0
    assert comparing.main([str(tmp_path / "one")]) == 2


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here")
def test_debian_packages_are_the_same_twice_and_compared_inside(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deb, comparing = module("deb"), module("comparing")
    monkeypatch.setattr(deb, "needed_packages", lambda _program: ("libc6", "xkb-data"))
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        made.append(deb.make_deb(program, tmp_path / name, version="0.1.0", date=DATE))
    assert made[0].read_bytes() == made[1].read_bytes()
    inside = comparing.contents(made[0])
    assert any(name.endswith("> usr/lib/signoff/signoff") for name in inside)
    assert any(name.endswith("> DEBIAN/control") for name in inside)


def test_the_c_library_that_is_asked_for_is_the_newest_that_any_file_needs(program: Path) -> None:
    least_libc = module("deb").least_libc
    assert least_libc(program) == ""
    (program / "_internal" / "deep" / "lib.so").write_bytes(
        b"\x7fELF\0GLIBC_2.9\0GLIBC_2.34\0GLIBC_PRIVATE\0"
    )
    (program / "signoff").write_bytes(b"\x7fELF\0GLIBC_2.4\0")
    assert least_libc(program) == "2.34"


def test_a_language_models_file_set_is_checked_and_checks_itself(tmp_path: Path) -> None:
    generator_set = module("generator_set")
    data = b"GGUF stand-in"
    file = tmp_path / "m.gguf"
    file.write_bytes(data)
    entry = {
        **{"id": "m-1b", "file": "m.gguf", "name": "M 1B", "maker": "Makers", "licence": "Apache-2.0"},
        **{"published": "their page", "size": len(data), "sha256": hashlib.sha256(data).hexdigest()},
    }
    place = generator_set.make_set(entry, file, tmp_path / "dist")
    assert place.name == "signoff-language-model-m-1b"
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=place, check=False)
    assert done.returncode == 0
    assert entry["sha256"] in (place / "README.txt").read_text() and (place / "Apache-2.0.txt").exists()
    file.write_bytes(b"GGUF another")
    with pytest.raises(Exception, match="another size or digest"):
        generator_set.make_set(entry, file, tmp_path / "dist")


def test_our_own_wheel_finds_what_lies_beside_the_code_and_is_the_same_twice(tmp_path: Path) -> None:
    wheelhouse, inventory = module("wheelhouse"), module("inventory")
    beside = wheelhouse.beside_the_code(inventory.outgoing_manifest())
    made = []
    for name in ("one", "other"):
        wheels = tmp_path / name / "wheels"
        wheelhouse.own_wheel(tmp_path / name / "stage", Path(sys.prefix), wheels, date=DATE, beside=beside)
        made.append(next(wheels.glob("signoff-*.whl")))
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as wheel:
        wheel.extractall(tmp_path / "installed")
    told = subprocess.run(
        [
            *(sys.executable, "-c"),
            "from signoff.core.domain.sentences import say\n"
            "from signoff.core.generate.manifest import load_manifest\n"
            "print(say('policy.none'), load_manifest().default)",
        ],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.strip() == "none qwen2.5-coder-1.5b-instruct-q4_k_m", told.stderr
    with zipfile.ZipFile(made[0]) as wheel:
        names = wheel.namelist()
    assert "signoff/beside/docs/administrators.md" in names
    assert not any("screenshots" in name or name.endswith(".gguf") for name in names)


def test_a_wheel_built_here_takes_the_place_of_the_published_one(tmp_path: Path) -> None:
    built, wheels = tmp_path / "built", tmp_path / "wheels"
    built.mkdir()
    wheels.mkdir()
    names = ("duckdb-2.0.0-cp311-cp311-manylinux_2_28_x86_64.whl", "duckdb_engine-1-py3-none-any.whl")
    for name in names:
        (wheels / name).touch()
    mine = built / "duckdb-2.0.0-cp311-cp311-linux_x86_64.whl"
    mine.write_bytes(b"built here")
    module("wheelhouse").lay_built([mine], wheels)
    assert sorted(path.name for path in wheels.iterdir()) == sorted([mine.name, names[1]])
    assert (wheels / mine.name).read_bytes() == b"built here"
