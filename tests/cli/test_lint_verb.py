"""From a document's open questions to a draft that uses the answers, through the command line's `main()`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.project.project import Project
from tests.helpers.asked_document import MAPPING, PLOTS

BY = ["--by", "Ada Brandt"]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (tmp_path / "sources").mkdir()
    (tmp_path / "garden.csv").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "sources" / "PLT.csv").write_text(PLOTS, encoding="utf-8")
    made = str(tmp_path / "p.signoff")
    given = ["--document", str(tmp_path / "garden.csv"), "--sources", str(tmp_path / "sources")]
    assert main(["new", made, *given, *BY]) == ExitCode.DONE
    capsys.readouterr()
    return made


def _questions(path: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    main(["lint", path, "--questions", "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def _id(found: dict[str, Any], column: str, code: str) -> str:
    return next(q["id"] for q in found["questions"] if (q["column"], q["code"]) == (column, code))


def test_answers_are_asked_once_and_the_draft_uses_them(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lint", path]) == ExitCode.NOT_DONE
    capsys.readouterr()
    found = _questions(path, capsys)
    assert [(q["column"], q["code"]) for q in found["questions"]] == [
        ("origin", "L01"),
        ("tenant", "L02"),
        ("per_metre", "L13"),
        ("per_year", "L13"),
        ("per_metre", "L14"),
        ("per_year", "L14"),
    ]
    assert main(["review", path, "answer", _id(found, "origin", "L01"), "Constant 'OLD'", *BY]) == 0
    assert main(["review", path, "answer", _id(found, "tenant", "L02"), "Trim", *BY]) == 0
    assert main(["review", path, "answer", _id(found, "per_year", "L14"), "0", *BY]) == 0
    rounding = _id(found, "per_metre", "L13")
    assert main(["review", path, "answer", rounding, "half-up", "--everywhere", *BY]) == 0
    assert main(["review", path, "rule", "division by zero", "no-value", *BY]) == 0
    capsys.readouterr()
    then = _questions(path, capsys)
    assert then["questions"] == []
    assert {(a["column"], a["everywhere"]) for a in then["answered"] if a["code"] == "L14"} == {
        ("per_year", False),
        ("per_metre", True),
    }
    assert main(["lint", path]) == ExitCode.DONE
    assert main(["generate", path, "--generator", "none", *BY]) == ExitCode.DONE
    with Project.open(Path(path), read_only=True) as project:
        draft = project.draft("plot")
    assert draft is not None
    drawn = {c.name: c.expressions[0].sql for c in draft.columns}
    assert drawn["origin"] == "'OLD'"
    assert drawn["tenant"] == "trim(PLT.TEN_NM)"
    assert "CASE WHEN PLT.AGE = 0 THEN 0 ELSE round(" in drawn["per_year"]
    assert drawn["per_metre"] == "round(PLT.PRICE / nullif(PLT.SQM, 0), 2)"


def test_an_answer_is_taken_back_and_a_rule_of_the_file_asks_again(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _questions(path, capsys)
    tenant = _id(found, "tenant", "L02")
    assert main(["review", path, "answer", tenant, "copy", *BY]) == 0
    assert main(["review", path, "rule", "Rounding", "cut", *BY]) == 0
    capsys.readouterr()
    assert main(["lint", path, "--questions"]) == ExitCode.NOT_DONE
    listed = capsys.readouterr().out
    assert f"= {tenant} plot, tenant: copied unchanged (Ada Brandt, 20" in listed
    assert "* rounding: Rounding in 2 columns: cut off, not rounded" in listed
    assert main(["review", path, "ask-again", tenant, *BY]) == 0
    assert main(["review", path, "rule", "rounding", "ask", *BY]) == 0
    capsys.readouterr()
    again = _questions(path, capsys)
    assert again["questions"] == found["questions"]
    assert again["answered"] == []


def test_what_can_not_be_answered_is_said_with_what_can(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", path, "ask-again", "nobody", *BY]) == ExitCode.BAD_INPUT
    assert "has no answer" in capsys.readouterr().err
    assert main(["review", path, "rule", "colour", "red", *BY]) == ExitCode.BAD_INPUT
    assert "there are: rounding, division by zero" in capsys.readouterr().err
    assert main(["review", path, "answer", "nobody", "1", *BY]) == ExitCode.BAD_INPUT
    assert "nobody" in capsys.readouterr().err


def test_a_document_without_a_project_is_asked_about_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "garden.csv"
    document.write_text(MAPPING, encoding="utf-8")
    assert main(["lint", str(document), "--questions"]) == ExitCode.NOT_DONE
    out = capsys.readouterr().out
    assert "tenant: what is done, with which columns?" in out
    assert "6 open, 0 answered" in out


def test_an_accepted_remark_is_told_and_asks_no_more(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    accept = ["review", path, "waive", "plot", "L01", "--column", "origin", "--reason", "Not loaded.", *BY]
    assert main(accept) == ExitCode.DONE
    capsys.readouterr()
    assert main(["lint", path]) == ExitCode.DONE
    assert "say how it is filled. (accepted)" in capsys.readouterr().out
    assert ("origin", "L01") not in {(q["column"], q["code"]) for q in _questions(path, capsys)["questions"]}
    assert main(["review", path, "waive", "plot", "L99", "--reason", "x", *BY]) == ExitCode.BAD_INPUT
