"""`signoff sources`: what comes in, what is doubtful, what joins, and answers to names that don't match."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import duckdb
import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.pipeline.flow import draft_project
from signoff.core.project.project import Project

DOCUMENT = """Target Table,Target Column,Source Table,Source Column,Rule,Join
contact,contact_id,ORDERS,ORD_ID,Direct,ORDERS.CUST = PERSN.CODE
contact,full_name,PERSN,NAME,Direct,
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mapping.csv").write_text(DOCUMENT)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "schema.ddl").write_text(
        "create table ORDERS (ORD_ID number(10) not null, CUST varchar2(8 char), primary key (ORD_ID));"
    )
    with duckdb.connect(str(tmp_path / "sources" / "crm.duckdb")) as made:
        made.execute("create table PERSON as select 'c' || i as CODE, 'n' as NAME from range(10) t(i)")
    path = tmp_path / "p.signoff"
    given = ["--document", str(tmp_path / "mapping.csv"), "--sources", str(tmp_path / "sources")]
    assert main(["new", str(path), *given, "--by", "Ada"]) == ExitCode.DONE
    return path


def test_tables_without_rows_and_names_that_do_not_match_are_listed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sources", str(project)]) == ExitCode.NOT_DONE
    listed = capsys.readouterr().out
    assert "ORDERS: 2 columns, no rows" in listed and "PERSON: 2 columns, rows from crm.duckdb" in listed
    assert "? The document says PERSN; the source tables have PERSON. Is it this one? [PERSON]" in listed


def test_a_schema_without_rows_is_enough_to_draft(project: Path) -> None:
    assert main(["sources", str(project), "match", "PERSN", "PERSON", "--by", "Ada"]) == ExitCode.DONE
    with Project.open(project, by="Ada") as opened:
        (outcome,) = draft_project(opened, None, None, by="Ada").outcomes
        known = opened.sources.table("ORDERS")
    assert "PERSON" in outcome.draft.sql and "PERSN" not in outcome.draft.sql
    assert known is not None and known.key == ("ORD_ID",)
    assert [(c.type, c.nullable, c.length) for c in known.columns] == [
        ("DECIMAL(10,0)", False, 0),
        ("VARCHAR", True, 8),
    ]


def test_an_answer_is_an_act_asked_once_and_can_be_taken_back(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for answer in (["PERSN", "PERSON"], ["PERSN"]):
        assert main(["sources", str(project), "match", *answer, "--by", "Ada"]) == ExitCode.DONE
        capsys.readouterr()
        main(["sources", str(project)])
        assert "PERSN" not in [
            line[:20] for line in capsys.readouterr().out.splitlines() if line.startswith("?")
        ]
    with Project.open(project) as opened:
        assert [entry.act for entry in opened.entries()][-2:] == ["match name", "match name"]
        assert opened.verify_chain() is None
    assert main(["sources", str(project), "match", "PERSN", "--forget", "--by", "Ada"]) == ExitCode.DONE
    assert main(["sources", str(project)]) == ExitCode.NOT_DONE
    assert "? The document says PERSN" in capsys.readouterr().out
    assert main(["sources", str(project), "match", "gone", "--forget", "--by", "Ada"]) == ExitCode.BAD_INPUT


def test_samples_that_do_not_join_are_said_at_once_with_a_request(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["sources", str(project), "match", "PERSN", "PERSON", "--by", "Ada"])
    database = tmp_path / "orders.sqlite"
    with sqlite3.connect(database) as made:
        made.execute("create table ORDERS (ORD_ID integer primary key, CUST text)")
        made.executemany("insert into ORDERS values (?, ?)", [(n, f"x{n}") for n in range(9)])
    made.close()
    capsys.readouterr()
    assert main(["sources", str(project), "add", str(database), "--by", "Ada"]) == ExitCode.NOT_DONE
    said = capsys.readouterr().out
    assert "taken ORDERS" in said and "were drawn apart" in said
    out = tmp_path / "request.sql"
    assert (
        main(["sources", str(project), "request", "--dialect", "oracle", "--out", str(out)]) == ExitCode.DONE
    )
    assert "FETCH FIRST 500 ROWS ONLY" in out.read_text() and "PERSON.csv" in out.read_text()
    assert main(["sources", str(project), "show", "orders"]) == ExitCode.DONE
    assert "differs on each row: ORD_ID" in capsys.readouterr().out
    assert main(["sources", str(project), "overlaps"]) == ExitCode.DONE


def test_what_holds_no_tables_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "stray.png").touch()
    assert (
        main(["sources", str(project), "add", str(tmp_path / "stray.png"), "--by", "Ada"])
        == ExitCode.BAD_INPUT
    )
    assert "holds no source table" in capsys.readouterr().err


def test_an_answer_to_the_question_settles_the_name_in_the_list_of_source_tables(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["lint", str(project), "--questions"])
    listed = [line.split(" ")[1] for line in capsys.readouterr().out.splitlines() if "PERSN" in line[:90]]
    asked = [each for each in listed if len(each) == 12]
    assert len(asked) == 1
    assert main(["review", str(project), "answer", asked[0], "PERSON", "--by", "Ada"]) == ExitCode.DONE
    capsys.readouterr()
    main(["sources", str(project)])
    assert "PERSN" not in capsys.readouterr().out
