"""The self-test: each part does its piece of work, and one that fails stops no other."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from signoff.core.errors import SignoffError
from signoff.core.generate.store import locate
from signoff.core.pipeline import installation
from signoff.core.pipeline.self_testing import self_test


def _no_window() -> str:
    raise SignoffError("no screen here")


def test_a_part_that_fails_is_told_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path))
    probes = {probe.part: probe for probe in self_test(_no_window, "0.1.0", {})}
    assert {part: probe.ok for part, probe in probes.items()} == {
        "files": True,
        "document": True,
        "sql": True,
        "project": True,
        "window": False,
        "generator": False,
    }
    assert probes["window"].sentence == "no screen here"


@pytest.mark.generator
def test_the_language_model_writes_an_expression() -> None:
    *_others, last = self_test(lambda: "drawn", "0.1.0", {})
    assert (last.part, last.ok) == ("generator", True), last.sentence
    assert locate().sha256 in last.sentence


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of an installed program, with the list of what it is made of."""
    folder = tmp_path / "signoff"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "engine.so").write_bytes(b"engine")
    (folder / "LICENSE").write_bytes(b"words")
    files = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ("_internal/engine.so", "LICENSE")
    }
    made = {"version": "0.1.0", "libraries": {"duckdb": "1.4.0", "pyyaml": "6.0"}, "files": files}
    (folder / installation.LIST).write_text(json.dumps(made), encoding="utf-8")
    monkeypatch.setattr(installation, "checkout_folder", lambda: folder)
    return folder


def told(folder: Path, version: str = "0.1.0", duckdb: str = "1.4.0") -> str:
    made = installation.expected()
    assert made is not None
    return installation.examine(made, folder, version, {"duckdb": duckdb, "PyYAML": "6.0"})


def test_an_installation_that_is_as_it_was_packed(installed: Path) -> None:
    (installed / "models_cache").mkdir()
    (installed / "models_cache" / "laid.gguf").touch()  # the administrator's, beside the program
    assert told(installed) == "2 files have the digests and 2 libraries the versions that were packed"


def test_a_file_changed_gone_or_added_and_another_version_are_named(installed: Path) -> None:
    (installed / "_internal" / "engine.so").write_bytes(b"another engine")
    with pytest.raises(SignoffError, match=r"packed: _internal/engine\.so; install"):
        told(installed)
    (installed / "LICENSE").unlink()
    (installed / "_internal" / "stranger.so").touch()
    with pytest.raises(
        SignoffError, match=r"3 things .* LICENSE, _internal/engine.so, _internal/stranger.so"
    ):
        told(installed)
    with pytest.raises(SignoffError, match=r"5 things .* Signoff 0\.2\.0, duckdb 1\.3\.9, LICENSE"):
        told(installed, "0.2.0", "1.3.9")


def test_a_list_that_is_damaged_is_told_and_stops_no_other_part(
    installed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (installed / installation.LIST).write_text('{"version": "0.1.0"', encoding="utf-8")
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path))
    probes = {probe.part: probe for probe in self_test(_no_window, "0.1.0", {})}
    assert not probes["files"].ok and "can't be read" in probes["files"].sentence
    assert probes["sql"].ok
