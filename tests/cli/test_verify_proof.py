"""``signoff verify --proof``: two files, an exported proof, a whole project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.domain.edits import EditKind, EditScript, MandatedEdit, Splice
from signoff.core.domain.plan import Draft
from signoff.core.domain.proofs import TextOnly
from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.pipeline.proving import prove_update
from signoff.core.project.exporting import export_project
from signoff.core.project.project import Project
from signoff.core.review.proving import TEXT_ONLY
from tests.helpers.signed_projects import BY, EXISTING, UPDATED, drafts, make, review

OLD = (
    "with a as (select party_id, party_nm from party where party_id > 1)\nselect party_id, party_nm from a\n"
)
TARGET = "party_report"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """An old file, a place for a new one, and sample rows."""
    old, sources = tmp_path / "old.sql", tmp_path / "sources"
    old.write_text(OLD, encoding="utf-8")
    sources.mkdir()
    (sources / "party.csv").write_text("party_id,party_nm\n1,Ann\n2,Bob\n3,Cid\n", encoding="utf-8")
    return old, tmp_path / "new.sql", sources


def _verify(*arguments: object) -> int:
    return main(["verify", "--proof", *map(str, arguments)])


def test_two_files_that_give_the_same(
    files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, sources = files
    new.write_text("SELECT p.party_id, p.party_nm FROM party AS p WHERE 1 < p.party_id", encoding="utf-8")
    assert _verify(old, new, "--sources", sources) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "2 identical" in said and "by run same" in said
    assert _verify(old, new) == ExitCode.DONE
    assert "text only, because there are no sample rows at hand" in capsys.readouterr().out


def test_two_files_that_differ(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    old, new, sources = files
    new.write_text(
        OLD.replace("> 1", "> 2").replace("nm from a", "nm || '!' as party_nm from a"), encoding="utf-8"
    )
    assert _verify(old, new, "--sources", sources) == ExitCode.NOT_DONE
    said = capsys.readouterr().out
    assert "party_nm: changed without mandate" in said and "rows: changed without mandate" in said


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"{}", b"select 1", b""])
def test_a_file_that_is_no_proof(tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_bytes(content)
    assert _verify(tmp_path / "x.json") == ExitCode.BAD_INPUT
    assert "x.json" in capsys.readouterr().err
    assert _verify(tmp_path / "nothing.json") == ExitCode.BAD_INPUT


def test_checks_still_want_a_name(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["verify", str(tmp_path / "p.signoff")])
    assert stopped.value.code == ExitCode.USAGE


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project whose update has a proof."""
    with make(tmp_path / "p.signoff") as made:
        with samples_of(made, spec_of(made)) as (sandbox, _findings):
            mapping = spec_of(made).target(TARGET)
            assert mapping is not None
            draft = replace(drafts()[-1], edits=_script())
            made.put_drafts([replace(draft, proof=prove_update(draft, mapping, sandbox))], by=BY)
        yield made


def _script() -> EditScript:
    place = EXISTING.index("the key\n") + len("the key\n")
    added = UPDATED[place : place + len(UPDATED) - len(EXISTING)]
    edit = MandatedEdit(
        "e1",
        EditKind.ADD_COLUMN,
        "party_name",
        "Row 8 asks for it.",
        splices=(Splice(place, place, "", added),),
    )
    return EditScript((edit,), EXISTING)


def test_a_project_is_proven_again(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = project.path
    project.close()
    assert _verify(path) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "party_report: 1 identical, 1 added" in said and "says the same" in said


def test_a_changed_text_or_proof_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    draft = project.draft(TARGET)
    assert draft is not None and draft.proof is not None
    _keep(project, replace(draft, text=draft.text.replace("as party_id", "+ 1 as party_id")))
    path = project.path
    project.close()
    assert _verify(path, TARGET) == ExitCode.NOT_DONE
    said = capsys.readouterr().out
    assert "it is of another new text" in said and "party_id: changed without mandate" in said


def test_the_exported_proof_is_a_page_and_a_file_that_proves_itself(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review(project, "party clean", TARGET)
    export_project(project, tmp_path / "out", by=BY)
    page, file = (tmp_path / "out" / "evidence" / f"{TARGET}.proof.{end}" for end in ("md", "json"))
    told = page.read_text(encoding="utf-8")
    assert "Row 8 asks for it." in told and "changed without mandate" not in told
    assert _verify(file) == ExitCode.DONE
    forged = json.loads(file.read_text(encoding="utf-8"))
    forged["new"] = forged["new"].replace("p.party_id as party_id", "0 as party_id")
    file.write_text(json.dumps(forged), encoding="utf-8")
    capsys.readouterr()
    assert _verify(file) == ExitCode.NOT_DONE
    assert "another new text" in capsys.readouterr().out


def test_the_policy_on_text_alone_stands_in_the_record(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.path
    project.close()
    assert main(["review", str(path), "proofs", "bar", "--by", BY]) == ExitCode.DONE
    assert main(["review", str(path), "proofs", "perhaps", "--by", BY]) == ExitCode.BAD_INPUT
    assert "accept, suffice or bar" in capsys.readouterr().err
    with Project.open(path, read_only=True) as opened:
        assert opened.proof_policy.text_only is TextOnly.BARS
        assert [entry.act for entry in opened.entries()].count("set proof policy") == 1
    assert TEXT_ONLY.startswith("V")


def _keep(project: Project, draft: Draft) -> None:
    project.put_drafts([draft], by=BY)
