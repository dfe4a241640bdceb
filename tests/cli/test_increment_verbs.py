"""Updates on the command line: two versions of a document, and the edits decided on one by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.project.project import Project
from tests.helpers.increments import EXISTING, NEW, UPDATED, write_versions
from tests.helpers.versions import write_workbook

BY = ["--by", "Ada Brandt"]


@pytest.fixture
def given(tmp_path: Path) -> Path:
    return write_versions(tmp_path)


def draft(given: Path, *more: str) -> tuple[int, str, dict[str, object]]:
    arguments = ["draft", str(given / "new.xlsx"), "--sources", str(given / "sources"), "--generator", "none"]
    code = main([*arguments, "--existing", str(given / "existing"), "--out", str(given / "out"), *more])
    report = json.loads((given / "out" / "report.json").read_text("utf-8"))
    return code, (given / "out" / "client.sql").read_text("utf-8"), report["targets"][0]


def test_draft_since_an_old_version_changes_what_differs_and_nothing_else(given: Path) -> None:
    code, text, told = draft(given, "--since", str(given / "old.xlsx"))
    assert code == ExitCode.DONE
    assert text == f"-- draft, approved by nobody\n{UPDATED}"
    mandates = {line["name"]: line["mandate"] for line in told["existing"]}
    assert mandates == {
        "client_id": "unchanged",
        "full_nm": "renamed",
        "city": "changed",
        "remark": "removed",
        "mail": "new",
    }
    why = next(line for line in told["existing"] if line["name"] == "city")
    assert why["why"] == 'city is changed: against old.xlsx, rule was "nothing", is "Upper case".'
    assert why["mandate_cell"] == {"sheet": "Mapping", "row": 4, "column": "G"}


def test_since_without_existing_sql_is_told(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["draft", str(given / "new.xlsx"), "--sources", str(given / "sources"), "--generator", "none"]
    code = main([*arguments, "--since", str(given / "old.xlsx"), "--out", str(given / "out")])
    assert code == ExitCode.BAD_INPUT
    assert "There is no existing SQL" in capsys.readouterr().err


@pytest.fixture
def project(given: Path) -> str:
    """A project of the old version, with the new one taken and drafted."""
    path = str(given / "p.signoff")
    folders = ["--sources", str(given / "sources"), "--existing", str(given / "existing")]
    assert main(["new", path, "--document", str(given / "old.xlsx"), *folders, *BY]) == ExitCode.DONE
    assert main(["generate", path, "--generator", "none", *BY]) == ExitCode.DONE
    with Project.open(Path(path), read_only=True) as opened:
        before = opened.draft("client")
    assert before is not None and before.text == EXISTING
    assert main(["take", path, str(given / "new.xlsx"), *BY]) == ExitCode.DONE
    assert main(["generate", path, "--generator", "none", *BY]) == ExitCode.DONE
    return path


def test_a_version_that_is_taken_mandates_what_differs(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["merge", project, "client"]) == ExitCode.DONE
    assert capsys.readouterr().out == UPDATED


def test_a_third_version_is_held_against_the_one_the_sql_was_made_from(
    given: Path, project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    third = {
        **NEW,
        "Mapping": [*NEW["Mapping"][:3], "client|Web|city|varchar(40)|WEB|TOWN|Trim", *NEW["Mapping"][4:]],
    }
    write_workbook(given / "third.xlsx", third)
    assert main(["take", project, str(given / "third.xlsx"), *BY]) == ExitCode.DONE
    assert main(["generate", project, "--generator", "none", *BY]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["merge", project, "client"]) == ExitCode.DONE
    assert capsys.readouterr().out == UPDATED.replace("upper(TOWN)", "trim(TOWN)")


def numbers(project: str, capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    """The edits by kind and column."""
    capsys.readouterr()
    assert main(["merge", project, "--edits", "--json"]) == ExitCode.DONE
    (told,) = json.loads(capsys.readouterr().out)
    names = (
        ("suggested " if e["suggestion"] else "") + f"{e['kind']} {e['column']}".strip()
        for e in told["edits"]
    )
    return dict(zip(names, told["edits"], strict=True))


def test_edits_are_listed_with_cell_and_state(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = numbers(project, capsys)
    assert {name: each["cell"] for name, each in found.items()} == {
        "rename_column full_name": "Mapping!C3",
        "change_expression city": "Mapping!G4",
        "add_column mail": "Mapping!C5",
        "drop_column remark": "Mapping!C4",
        "suggested change_filter": "Query Steps!G3",
        "change_filter": "Query Steps!G4",
        "add_branch": "Query Steps!E5",
    }
    assert {each["state"] for each in found.values()} == {"proposed"}
    assert [name for name, each in found.items() if not each["made"]] == ["suggested change_filter"]
    assert main(["merge", project, "client", "--edits"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert 'city is changed: against old.xlsx, rule was "nothing", is "Upper case".' in out
    assert "proposed: change filter (Query Steps!G4), line 8" in out


def test_one_edit_is_refused_with_its_reason_and_comes_back(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit = numbers(project, capsys)["change_expression city"]
    said = ["merge", project, "client", "--refuse", str(edit["number"]), "--reason", "towns stay", *BY]
    assert main(said) == ExitCode.DONE
    assert "refused: change expression city" in capsys.readouterr().out
    assert main(["merge", project, "client"]) == ExitCode.DONE
    assert capsys.readouterr().out == UPDATED.replace("upper(TOWN)", "TOWN")
    with Project.open(Path(project), read_only=True) as opened:
        assert [(c.column, c.text, c.by) for c in opened.comments("client")] == [
            ("city", "towns stay", "Ada Brandt")
        ]
        decided = [entry for entry in opened.entries() if entry.act == "decide on edits"]
        assert [(entry.by, entry.subject) for entry in decided] == [("Ada Brandt", "client")]
    assert main(["merge", project, "client", "--propose", str(edit["id"]), *BY]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["merge", project, "client"]) == ExitCode.DONE
    assert capsys.readouterr().out == UPDATED


def test_an_accepted_edit_approves_its_column(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    edit = numbers(project, capsys)["change_expression city"]
    assert main(["merge", project, "client", "--accept", str(edit["number"]), *BY]) == ExitCode.DONE
    assert "city approved with it" in capsys.readouterr().err
    assert numbers(project, capsys)["change_expression city"]["state"] == "accepted"


def test_refused_columns_take_the_further_part_with_them(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit = numbers(project, capsys)["add_column mail"]
    assert main(["merge", project, "client", "--refuse", str(edit["number"]), *BY]) == ExitCode.DONE
    assert "left out with what it stands on: add branch" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["client", "--refuse", "1"], "Say who decides"),
        (["--refuse", "1", *BY], "Name the target"),
        (["client", "--refuse", "99", *BY], "client has no edit 99"),
        ([], "Name the target"),
    ],
)
def test_what_is_missing_is_told(
    said: list[str], told: str, project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["merge", project, *said]) == ExitCode.BAD_INPUT
    assert told in capsys.readouterr().err


def test_an_accepted_suggestion_is_made_proven_and_kept_with_its_reason(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit = numbers(project, capsys)["suggested change_filter"]
    said = [
        "merge",
        project,
        "client",
        "--accept",
        str(edit["number"]),
        "--reason",
        "as the document says",
        *BY,
    ]
    assert main(said) == ExitCode.DONE
    found = numbers(project, capsys)["suggested change_filter"]
    assert (found["state"], found["made"]) == ("accepted", True)
    assert main(["merge", project, "client"]) == ExitCode.DONE
    made = "where coalesce(GONE, 'N') = 'N'\n    and ID > 1\n    and GONE = 'N'\n"
    text = capsys.readouterr().out
    assert text == UPDATED.replace("where coalesce(GONE, 'N') = 'N'\n    and ID > 1\n", made)
    with Project.open(Path(project), read_only=True) as opened:
        draft, comments = opened.draft("client"), opened.comments("client")
    assert draft is not None and draft.proof is not None and not draft.proof.bars_sign_off
    assert edit["id"] in draft.proof.rows_edits
    assert [comment.text for comment in comments] == ["as the document says"]
    assert main(["generate", project, "--generator", "none", *BY]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["merge", project, "client"]) == ExitCode.DONE
    assert capsys.readouterr().out == text, "drafted anew, it stays accepted"


def test_parse_and_lint_take_the_existing_sql(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document, folder = str(given / "old.xlsx"), ["--existing", str(given / "existing")]
    assert main(["parse", document, *folder]) == ExitCode.DONE
    assert "  existing client: query, 4 columns, for client" in capsys.readouterr().out
    joined = ["Target Table|Target Column|Target Type|Source Table|Source Column"]
    joined += ["client|client_id|integer|WEB|ID", "client|shop_name|varchar(40)|SHOP|CALLED"]
    unsaid = str(write_workbook(given / "unsaid.xlsx", {"Mapping": joined}))
    main(["lint", unsaid])
    assert " L03 " in capsys.readouterr().out
    main(["lint", unsaid, *folder])
    assert " L03 " not in capsys.readouterr().out
