"""`signoff mask`: terms are found, accepted, grouped, shared and locked without a screen."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.project.project import Project

DOCUMENT = """Target Table,Target Column,Source Table,Source Column,Rule,Remarks
vintner,vintner_id,VTNR_MST,VTNR_ID,Direct,approved by Okafor of Tarn Valley
vintner,vintner_name,VTNR_MST,VTNR_NM,Trim and 'TARNBEST' for Tarn Valley,
"""


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (tmp_path / "map.csv").write_text(DOCUMENT)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "VTNR_MST.csv").write_text("VTNR_ID,VTNR_NM\n1,Ada\n2,Bo\n")
    place = str(tmp_path / "p.signoff")
    made = ["new", place, "--document", str(tmp_path / "map.csv"), "--sources", str(tmp_path / "sources")]
    assert main([*made, "--by", "Ada"]) == ExitCode.DONE
    capsys.readouterr()
    return place


def mask(project: str, *more: str) -> int:
    return main(["mask", project, *more])


def listed(project: str) -> tuple[Term, ...]:
    with Project.open(Path(project), read_only=True) as opened:
        return opened.glossary


def test_found_terms_are_printed_with_reasons_and_places(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert mask(project, "suggest", "--kind", "word") == ExitCode.DONE
    out = capsys.readouterr().out
    assert "word   Tarn Valley" in out and "written like a name" in out and "map!F2" in out
    assert mask(project, "--json", "suggest", "--most", "2") == ExitCode.DONE
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 2 and found[0]["score"] >= found[1]["score"] and found[0]["places"]


def test_terms_are_accepted_as_they_were_found_and_refused_ones_not_offered(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert mask(project, "accept", "Okafor", "TARNBEST", "Another", "--by", "Ada") == ExitCode.DONE
    assert {(t.text, t.kind) for t in listed(project)} == {
        ("Okafor", TermKind.WORD),
        ("TARNBEST", TermKind.VALUE),
        ("Another", TermKind.WORD),
    }
    assert mask(project, "refuse", "Tarn Valley", "--by", "Ada") == ExitCode.DONE
    capsys.readouterr()
    mask(project, "suggest")
    out = capsys.readouterr().out
    assert "Tarn Valley" not in out and "Okafor" not in out


def test_a_suggested_group_is_accepted_as_a_whole(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert mask(project, "group") == ExitCode.DONE
    assert "VTNR_MST  (short for vintner)" in capsys.readouterr().out
    assert mask(project, "group", "vintner", "--by", "Ada") == ExitCode.DONE
    members = {term.text for term in listed(project) if term.concept == "vintner"}
    assert {"vintner", "VTNR_MST", "VTNR_ID", "vintner_name"} <= members
    assert mask(project, "group", "nothing", "--by", "Ada") == ExitCode.BAD_INPUT


def test_terms_of_ones_own_are_grouped_edited_and_removed(project: str) -> None:
    assert mask(project, "group", "grower", "Okafor", "VTNR_NM", "--by", "Ada") == ExitCode.DONE
    assert [(t.text, t.kind, t.concept) for t in listed(project)] == [
        ("Okafor", TermKind.WORD, "grower"),
        ("VTNR_NM", TermKind.COLUMN, "grower"),
    ]
    assert mask(project, "edit", "okafor", "--text", "Okafors", "--by", "Ada") == ExitCode.DONE
    assert mask(project, "remove", "Okafors", "VTNR_NM", "--by", "Ada") == ExitCode.DONE
    assert listed(project) == ()


def test_a_locked_glossary_is_shown_and_kept(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    mask(project, "accept", "Okafor", "--by", "Ada")
    assert mask(project, "lock", "--by", "Ada") == ExitCode.DONE
    assert mask(project, "accept", "More", "--by", "Bo") == ExitCode.BAD_INPUT
    assert "Ada locked the glossary" in capsys.readouterr().err
    mask(project, "list")
    assert "locked by Ada on" in capsys.readouterr().out
    assert mask(project, "unlock", "--reason", "a new word", "--by", "Bo") == ExitCode.DONE
    mask(project, "list")
    assert "unlocked by Bo on" in capsys.readouterr().out


def test_a_glossary_goes_through_a_workbook_into_a_list_again(project: str, tmp_path: Path) -> None:
    mask(project, "accept", "Okafor", "--group", "grower", "--by", "Ada")
    place = tmp_path / "out.xlsx"
    assert mask(project, "export", str(place)) == ExitCode.DONE
    mask(project, "remove", "Okafor", "--by", "Ada")
    assert mask(project, "import", str(place), "--by", "Ada") == ExitCode.DONE
    assert listed(project) == (Term("Okafor", TermKind.WORD, concept="grower"),)


def test_a_level_is_chosen_by_a_named_person(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert mask(project, "level") == ExitCode.DONE
    assert "* identifiers" in capsys.readouterr().out
    assert mask(project, "level", "full") == ExitCode.BAD_INPUT
    assert mask(project, "level", "full", "--by", "Ada") == ExitCode.DONE
    with Project.open(Path(project), read_only=True) as opened:
        assert opened.masking_level is MaskingLevel.FULL


def test_a_proof_prints_its_receipt_keeps_it_and_says_no_when_a_term_lies_about(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path / "cache"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    out = tmp_path / "receipt.json"
    assert mask(project, "prove", "--by", "Ada", "--out", str(out)) == ExitCode.DONE
    told = capsys.readouterr().out
    receipt = json.loads(out.read_text())
    assert "None was found." in told and receipt["digest"] in told == out.with_suffix(".md").read_text()
    (tmp_path / "handed.csv").write_text("id,vtnr nm\n")
    handed = ["prove", "--by", "Bo", "--masked", str(tmp_path / "handed.csv")]
    assert mask(project, *handed) == ExitCode.NOT_DONE
    assert "handed.csv, character 4: name of a column VTNR_NM" in capsys.readouterr().out
    with Project.open(Path(project), read_only=True) as opened:
        acts = [(each.act, each.by) for each in opened.entries()[-2:]]
        assert acts == [("prove masking", "Ada"), ("prove masking", "Bo")]
