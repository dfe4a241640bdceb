"""`signoff doctor`: every fact is a line, and what is missing makes the exit code 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.cli.verbs import doctor, generator
from signoff.core.generate import store


def test_a_missing_generator_is_told_with_the_next_step(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path))
    assert main(["doctor"]) == ExitCode.NOT_DONE
    [line] = [line for line in capsys.readouterr().out.splitlines() if line.startswith("missing")]
    assert "Generator" in line and "make generator" in line


def test_an_installed_program_names_no_command_of_a_checkout(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path))
    monkeypatch.setattr(doctor, "total_memory", lambda: 2 << 30)
    for module in (doctor, generator, store):
        monkeypatch.setattr(module, "in_checkout", lambda: False)
    real = doctor._version
    monkeypatch.setattr(doctor, "_version", lambda name: None if name == "duckdb" else real(name))
    assert main(["doctor"]) == ExitCode.NOT_DONE
    assert main(["generator", "show"]) == ExitCode.DONE
    told = capsys.readouterr().out
    assert "make " not in told.replace("makers", "")
    assert "ask your administrator" in told and "signoff generator import PLACE" in told
    assert "duckdb: install Signoff anew" in told


def test_an_equipped_machine_is_told_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_generator", lambda: iter([doctor.Fact("ok", "Generator", "there")]))
    assert main(["doctor"]) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    subjects = {line[8:21].strip() for line in lines}
    assert {"Signoff", "Processor", "Memory", "Libraries", "SQL parser", "Generator", "Isolation"} <= subjects


@pytest.mark.parametrize(
    ("absent", "present", "told"),
    [("duckdb", None, "duckdb: run 'make setup'"), (None, "sqlglotc", "compiled parts")],
)
def test_wrong_libraries_are_told(
    monkeypatch: pytest.MonkeyPatch, absent: str | None, present: str | None, told: str
) -> None:
    real = doctor._version
    versions = {absent: None, present: "1.0"}
    monkeypatch.setattr(doctor, "_version", lambda name: versions[name] if name in versions else real(name))
    missing = [fact.sentence for fact in doctor.examine() if fact.state == "missing"]
    assert any(told in sentence for sentence in missing)


def test_little_memory_points_to_the_smaller_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "total_memory", lambda: 2 << 30)
    [fact] = [fact for fact in doctor.examine() if fact.subject == "Memory"]
    assert fact.state == "note" and "generator-small" in fact.sentence
