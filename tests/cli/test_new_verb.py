"""`signoff new`: everything is read before a file is made, and nothing is left when something can't be."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.project.project import Project

DOCUMENT = """Target Table,Target Column,Source Table,Source Column,Rule
contact,contact_id,PERSON,PERS_ID,Direct
contact,full_name,PERSON,NAME,Trim
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mapping.csv").write_text(DOCUMENT)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "PERSON.csv").write_text("PERS_ID,NAME\n1, Ann \n")
    (tmp_path / "sources" / "schema.sql").write_text("create table PERSON (PERS_ID integer, NAME varchar);")
    (tmp_path / "existing").mkdir()
    (tmp_path / "existing" / "contact.sql").write_text("select 1 as contact_id\n")
    (tmp_path / "words.yml").write_text("- Acme\n")
    return tmp_path


def _new(folder: Path, *more: str) -> int:
    document, sources = str(folder / "mapping.csv"), str(folder / "sources")
    path = str(folder / "p.signoff")
    return main(["new", path, "--document", document, "--sources", sources, "--by", "Ada", *more])


def test_a_project_holds_what_it_was_made_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    existing, words = str(folder / "existing"), str(folder / "words.yml")
    assert (
        _new(folder, "--existing", existing, "--glossary", words, "--dialect", "snowflake") == ExitCode.DONE
    )
    assert "1 targets, 2 column mappings, 1 source tables, 1 existing models" in capsys.readouterr().out
    with Project.open(folder / "p.signoff") as project:
        assert project.settings.dialect == "snowflake" and project.settings.name == "p"
        assert [t.name for t in project.spec.targets] == ["contact"] if project.spec else False
        assert (
            project.sample_bytes("PERSON").startswith(b"PERS_ID") and "PERS_ID integer" in project.schema_sql
        )
        assert project.existing() == {"contact": "select 1 as contact_id\n"}
        assert [term.text for term in project.glossary] == ["Acme"]
        assert [entry.act for entry in project.entries()] == ["create", "import", "import samples"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--existing", "nowhere"], "no folder"),
        (["--glossary", "nowhere"], "glossary"),
        (["--sources", "nowhere"], "no folder"),
        (["--document", "nowhere.xlsx"], "nowhere.xlsx"),
        (["--by", " "], "name"),
        (["--dialect", "klingon"], "klingon"),
    ],
)
def test_what_can_not_be_read_is_told_and_no_file_is_left(
    folder: Path, more: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _new(folder, *more) == ExitCode.BAD_INPUT
    assert words in capsys.readouterr().err
    assert not list(folder.glob("p.signoff*"))


def test_a_project_is_never_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _new(folder) == ExitCode.DONE
    assert _new(folder) == ExitCode.BAD_INPUT
    assert "there already" in capsys.readouterr().err
