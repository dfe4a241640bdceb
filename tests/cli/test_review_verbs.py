"""review, export and audit through the command line's `main()`, over a small project made beforehand."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.project.project import Project
from tests.helpers.signed_projects import drafts, make

BY = ["--by", "Ada Brandt"]


@pytest.fixture
def path(tmp_path: Path) -> str:
    make(tmp_path / "p.signoff").close()
    return str(tmp_path / "p.signoff")


def _decide_on_party(path: str) -> None:
    assert main(["review", path, "answer", "q-rows", "a1", *BY]) == ExitCode.DONE
    assert (
        main(["review", path, "waive", "party clean", "L04", "--column", "note", "--reason", "Fine.", *BY])
        == 0
    )
    columns = [c.name for c in drafts()[0].columns]
    assert main(["review", path, "approve", "party clean", *columns, "--rows", *BY]) == ExitCode.DONE


def test_a_target_is_decided_on_signed_exported_and_withdrawn(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", path]) == ExitCode.DONE
    assert "? q-rows" in capsys.readouterr().out
    assert main(["review", path, "sign", "party clean", *BY]) == ExitCode.BAD_INPUT
    assert "can't be signed yet" in capsys.readouterr().err
    _decide_on_party(path)
    assert main(["review", path, "sign", "PARTY CLEAN", *BY]) == ExitCode.DONE
    assert "I, Ada Brandt, confirm" in capsys.readouterr().out
    assert (
        main(["export", path, "--out", str(tmp_path / "out"), "--target", "party clean", *BY])
        == ExitCode.DONE
    )
    assert main(["export", path, "--out", str(tmp_path / "out"), *BY]) == ExitCode.NOT_DONE
    assert "held back: party_count" in capsys.readouterr().err
    assert main(["review", path, "withdraw", "party clean", "--reason", "Wrong.", *BY]) == ExitCode.DONE
    assert main(["review", path, "take-back", "party clean", "kind", *BY]) == ExitCode.DONE
    assert "party clean.kind: undecided" in capsys.readouterr().out
    assert main(["export", path, "--out", str(tmp_path / "out"), *BY]) == ExitCode.BAD_INPUT
    assert "only signed targets are" in capsys.readouterr().err


def test_an_edited_export_is_kept_or_replaced_as_the_caller_says(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _decide_on_party(path)
    main(["review", path, "sign", "party clean", *BY])
    export = ["export", path, "--out", str(tmp_path / "out"), "--target", "party clean", *BY]
    main(export)
    readme = tmp_path / "out" / "README.md"
    readme.write_text("edited")
    assert main(export) == ExitCode.BAD_INPUT
    assert main([*export, "--keep-edited"]) == ExitCode.DONE
    assert "kept as edited: README.md" in capsys.readouterr().err and readme.read_text() == "edited"
    assert main([*export, "--replace-file", "README.md"]) == ExitCode.DONE
    assert "what it was lies in replaced/README.md" in capsys.readouterr().err
    readme.write_text("edited")
    assert main([*export, "--replace"]) == ExitCode.DONE
    assert "replaced although edited: README.md" in capsys.readouterr().err and readme.read_text() != "edited"


def test_a_change_is_asked_for_and_an_expression_written(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change = ["review", path, "change", "party clean", "kind", "--comment", "Two letters.", *BY]
    assert main(change) == ExitCode.DONE
    assert main(["review", path, "write", "party clean", "kind", "--sql", "'SR'", *BY]) == ExitCode.DONE
    assert main(["review", path, "comment", "party clean", "kind", "--text", "done", *BY]) == ExitCode.DONE
    assert main(["review", path, "show", "party clean"]) == ExitCode.DONE
    shown = capsys.readouterr().out
    assert "change requested by Ada Brandt" in shown and "draft it again" in shown
    with Project.open(Path(path), read_only=True) as project:
        assert [c.text for c in project.comments("party clean")] == ["Two letters.", "done"]
        assert project.written()[0].sql == "'SR'"


@pytest.mark.parametrize(
    "act",
    [
        ["approve", "party clean", "nothing"],
        ["approve", "nowhere", "--rows"],
        ["approve", "party clean"],
        ["answer", "nobody-asked", "yes"],
        ["waive", "party clean", "L99", "--reason", "x"],
        ["waive", "party clean", "L04", "--column", "note", "--reason", " "],
        ["write", "party clean", "kind", "--sql", "select 1; drop table x"],
        ["change", "party clean", "kind", "--comment", " "],
        ["withdraw", "party clean", "--reason", "x"],
    ],
)
def test_an_act_that_makes_no_sense_is_told_in_a_sentence(
    path: str, act: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with Project.open(Path(path), read_only=True) as project:
        before = project.head()
    assert main(["review", path, *act, *BY]) == ExitCode.BAD_INPUT
    assert "Traceback" not in capsys.readouterr().err
    with Project.open(Path(path), read_only=True) as project:
        assert project.head() == before


SCRIPT = """
reviewer: scripted reviewer
answers:
  - {target: party clean, column: party_name, choice: a1}
  - {target: party clean, column: kind, value: never asked}
waivers:
  - {target: party clean, column: note, code: L04, reason: Agreed.}
sign: [party clean, party_count, party_report]
"""


def test_a_script_decides_as_itself_and_opens_no_gate(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "reviewer.yml"
    script.write_text(SCRIPT.replace("note, code: L04", "note, code: L05"))
    assert main(["review", path, "--script", str(script)]) == ExitCode.NOT_DONE
    assert "not signed: party clean: The type is missing" in capsys.readouterr().err
    script.write_text(SCRIPT)
    assert main(["review", path, "--script", str(script)]) == ExitCode.DONE
    out = tmp_path / "out"
    assert main(["export", path, "--out", str(out), *BY]) == ExitCode.DONE
    (page,) = out.glob("evidence/party_clean_*.md")
    assert "Signed by scripted reviewer" in page.read_text() and "approved by a script" in page.read_text()


def test_a_script_waits_for_a_draft_that_knows_its_words(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "reviewer.yml"
    script.write_text(
        SCRIPT + "written: [{target: party clean, column: kind, sql: \"'SR'\", reason: short}]\n"
    )
    assert main(["review", path, "--script", str(script)]) == ExitCode.NOT_DONE
    assert "answered after drafting" in capsys.readouterr().err
    with Project.open(Path(path), by="x") as project:
        assert project.decisions("party clean") == ()
        project.put_drafts(drafts(), by="x")
    assert main(["review", path, "--script", str(script)]) == ExitCode.DONE


@pytest.mark.parametrize(
    "text", ["", "- x", "answers: []", "reviewer: x\nanswers: [{target: a}]", "reviewer: ["]
)
def test_a_script_that_is_none_is_told_in_a_sentence(path: str, tmp_path: Path, text: str) -> None:
    script = tmp_path / "reviewer.yml"
    script.write_text(text)
    assert main(["review", path, "--script", str(script)]) == ExitCode.BAD_INPUT


def test_audit_tells_whether_the_record_holds(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", path, "--json"]) == ExitCode.DONE
    found = json.loads(capsys.readouterr().out)
    assert found["broken"] is None and found["entries"][0]["act"] == "create"
    assert main(["audit", path, "--head", found["entries"][1]["digest"]]) == ExitCode.DONE
    assert main(["audit", path, "--head", "c0ffee"]) == ExitCode.NOT_DONE
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER entry_stays")
    connection.execute("UPDATE entry SET by = 'Nobody' WHERE seq = 3")
    connection.commit()
    connection.close()
    assert main(["audit", path]) == ExitCode.NOT_DONE
    assert "broken at entry 3" in capsys.readouterr().err
