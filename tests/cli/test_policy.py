"""What the administrator set, on the command line: refused in a sentence, before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.domain.masking import MaskingLevel
from signoff.core.project.project import Project
from tests.e2e.small_project import write_small_project
from tests.helpers.policy import set_policy

BY = "Maren Keller"
REFUSED = "set by your administrator"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_project(tmp_path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.signoff"
    Project.create(path, name="P", dialect="snowflake", by=BY).close()
    return path


def draft(folder: Path, *more: str) -> int:
    arguments = ("--sources", str(folder / "sources"), "--out", str(folder / "drafts"), "--generator", "none")
    return main(["draft", str(folder / "garden.csv"), *arguments, *more])


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("[allowed]\ndraft = false", ()),
        ('[masking]\nleast = "full"', ("--masking", "identifiers")),
        ('[exports]\ndialects = ["snowflake"]', ()),
        ('[exports]\nfolders = ["/srv/nowhere"]', ()),
        ("[language_models]\nallowed = []", ("--generator", "default")),
    ],
)
def test_draft_is_refused_and_writes_nothing(
    text: str, more: tuple[str, ...], folder: Path, no_policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_policy(no_policy, text)
    assert draft(folder, *more) == ExitCode.BAD_INPUT
    assert REFUSED in capsys.readouterr().err and not (folder / "drafts").exists()


def test_a_policy_that_cannot_be_used_stops_every_verb(
    no_policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_policy(no_policy, "[allowed]\ndraft = 1")
    assert main(["doctor"]) == ExitCode.BAD_INPUT
    out, err = capsys.readouterr()
    assert out == "" and f"{no_policy}, line 3" in err


def test_doctor_tells_what_is_set(no_policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor"])
    assert "your administrator set nothing" in capsys.readouterr().out
    set_policy(no_policy, "[samples]\ndays = 30\n[allowed]\nfree_select = false")
    main(["doctor"])
    told = capsys.readouterr().out
    assert f"{REFUSED}: Sample rows stay in a project for 30 days." in told and "Queries of your own" in told


def test_a_level_that_hides_too_little_counts_as_the_least_that_is_allowed(
    project: Path, no_policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mask", str(project), "level", "terms", "--by", BY]) == ExitCode.DONE
    set_policy(no_policy, '[masking]\nleast = "full"')
    with Project.open(project, by=BY) as opened:
        assert opened.masking_level is MaskingLevel.FULL
    assert main(["mask", str(project), "level", "identifiers", "--by", BY]) == ExitCode.BAD_INPUT
    assert REFUSED in capsys.readouterr().err


def test_a_hand_over_hides_as_much_as_is_set_and_goes_where_it_may(
    project: Path, tmp_path: Path, no_policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    asked = ["export", str(project), "--masked", str(out), "--by", BY, "--level", "identifiers"]
    for text in ('[masking]\nleast = "full"', '[exports]\nfolders = ["/srv/nowhere"]'):
        set_policy(no_policy, text)
        assert main(asked) == ExitCode.BAD_INPUT
        assert REFUSED in capsys.readouterr().err and not out.exists()


def test_a_dialect_that_is_not_allowed_is_refused_for_new_projects_and_exports(
    project: Path, folder: Path, tmp_path: Path, no_policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_policy(no_policy, '[exports]\ndialects = ["duckdb"]')
    assert main(["export", str(project), "--out", str(tmp_path / "e"), "--by", BY]) == ExitCode.BAD_INPUT
    assert REFUSED in capsys.readouterr().err
    new = ["new", str(tmp_path / "new.signoff"), "--document", str(folder / "garden.csv")]
    assert main([*new, "--sources", str(folder / "sources"), "--dialect", "snowflake", "--by", BY]) != 0
    assert REFUSED in capsys.readouterr().err and not (tmp_path / "new.signoff").exists()


def test_a_language_model_that_is_not_allowed_is_not_brought_in(
    tmp_path: Path, no_policy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path / "generators"))
    file = tmp_path / "own.gguf"
    file.write_bytes(b"GGUF\x03\x00\x00\x00own")
    set_policy(no_policy, "[language_models]\nallowed = []")
    assert main(["generator", "import", str(file), "--accept-unknown"]) == ExitCode.BAD_INPUT
    assert REFUSED in capsys.readouterr().err and not (tmp_path / "generators" / "own.gguf").exists()


def test_papers_go_only_where_they_may(
    folder: Path, tmp_path: Path, no_policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    asked = ["lint", str(folder / "garden.csv"), "--html", str(page)]
    set_policy(no_policy, '[exports]\nfolders = ["/srv/nowhere"]')
    assert main(asked) == ExitCode.BAD_INPUT
    assert REFUSED in capsys.readouterr().err and not page.exists()
    set_policy(no_policy, f'[exports]\nfolders = ["{tmp_path}"]')
    main(asked)
    assert page.exists()
