"""What an export would do to a folder is told before anything is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.review import ROWS
from signoff.core.errors import SignoffError
from signoff.core.export.preview import ExportPreview, FileState, PlannedFile
from signoff.core.export.writing import Edited
from signoff.core.project import session
from signoff.core.project.decisions import Exported
from signoff.core.project.exporting import export_project, preview_export
from signoff.core.project.project import Project
from tests.helpers.signed_projects import BY, make, review

MODEL = "models/party_report.sql"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.signoff") as made:
        yield made


def states(preview: ExportPreview) -> dict[str, FileState]:
    return {file.path: file.state for file in preview.files}


def planned(preview: ExportPreview, path: str) -> PlannedFile:
    return next(file for file in preview.files if file.path == path)


def test_before_anything_is_signed_all_is_held_back_and_nothing_would_be_written(
    project: Project, tmp_path: Path
) -> None:
    preview = preview_export(project, tmp_path / "out", by=BY)
    assert (preview.files, preview.targets) == ((), ())
    assert [gate.target for gate in preview.held_back] == ["party clean", "party_count", "party_report"]
    assert not (tmp_path / "out").exists()


def test_a_preview_is_what_is_written_and_leaves_no_trace(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    review(project, "party_report")
    head = project.head()
    preview = preview_export(project, out, by=BY)
    assert project.head() == head and not out.parent.exists()
    assert set(states(preview).values()) == {FileState.NEW} and preview.targets == ("party_report",)
    result = export_project(project, out, by=BY)
    assert {file.path for file in preview.files} == set(result.written)
    assert planned(preview, MODEL).new == (out / MODEL).read_text()


def test_every_file_says_what_would_become_of_it(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    review(project, "party clean", "party_report")
    export_project(project, out, by=BY)
    last = (out / MODEL).read_text()
    (out / MODEL).write_text("edited")
    (out / "README.md").unlink()
    (out / "own.sql").write_text("mine")
    session.withdraw(project, "party clean", "Wrong filter.", by=BY)
    preview = preview_export(project, out, by=BY)
    found = states(preview)
    removed = sorted(path for path, state in found.items() if state is FileState.REMOVED)
    assert [path.partition("_")[0] for path in removed] == ["evidence/party"] * 2 + [
        "models/party",
        "models/unit",
    ]
    assert (found["README.md"], found["own.sql"], found[MODEL]) == ("new", "foreign", "edited")
    assert (found["dbt_project.yml"], found["models/schema.yml"]) == ("same", "changed")
    edited = planned(preview, MODEL)
    assert (edited.on_disk, edited.last_exported, edited.new) == ("edited", last, last)
    assert json.loads(planned(preview, "evidence/manifest.json").new)["kept_edited"].keys() == {MODEL}
    result = export_project(project, out, by=BY, edited=Edited.KEEP)
    assert result.kept == (MODEL,) and MODEL not in result.written
    assert (out / MODEL).read_text() == "edited" and project.exports()[-1].manifest == result.manifest


def test_an_edited_file_stays_three_way_after_it_was_kept(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    review(project, "party_report")
    export_project(project, out, by=BY)
    ours = (out / MODEL).read_text()
    (out / MODEL).write_text("edited")
    export_project(project, out, by=BY, edited=Edited.KEEP)
    kept = planned(preview_export(project, out, by=BY), MODEL)
    assert (kept.state, kept.on_disk, kept.last_exported) == (FileState.EDITED, "edited", ours)


def test_a_file_of_somebody_else_where_ours_goes_counts_as_edited(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    review(project, "party clean")
    export_project(project, out, by=BY)
    (out / MODEL).write_text("mine")
    session.approve(project, "party_report", [ROWS, "party_id", "party_name"], by=BY)
    session.sign(project, "party_report", by=BY)
    file = planned(preview_export(project, out, by=BY), MODEL)
    assert (file.state, file.on_disk, file.last_exported) == (FileState.EDITED, "mine", None)


def test_a_named_target_that_is_not_signed_is_held_back(project: Project, tmp_path: Path) -> None:
    review(project, "party clean")
    preview = preview_export(project, tmp_path / "out", by=BY, targets=["party clean", "party_report"])
    assert preview.targets == ("party clean",) and [g.target for g in preview.held_back] == ["party_report"]
    with pytest.raises(SignoffError, match="no draft of nothing"):
        preview_export(project, tmp_path / "out", by=BY, targets=["nothing"])


def test_a_folder_of_something_else_is_named(project: Project, tmp_path: Path) -> None:
    review(project, "party clean")
    with pytest.raises(SignoffError, match="not an export"):
        preview_export(project, tmp_path, by=BY)


def test_an_export_of_an_older_project_has_no_last_text(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    review(project, "party_report")
    export_project(project, out, by=BY)
    with make(tmp_path / "other.signoff") as other:
        review(other, "party_report")
        other.put_export(Exported(str(out), ("party_report",), "c0ffee", BY, other.now()))
        assert planned(preview_export(other, out, by=BY), MODEL).last_exported is None


def test_bytes_of_an_export_that_are_spoilt_break_the_record(project: Project, tmp_path: Path) -> None:
    review(project, "party_report")
    export_project(project, tmp_path / "out", by=BY)
    assert project.verify_chain() is None
    digest = dict(project.exports()[0].files)[MODEL]
    connection = project._connection
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("UPDATE blob SET bytes = x'00' WHERE digest = ?", (digest,))
    broken = project.verify_chain()
    assert broken is not None and broken.seq == project.mark()[0]


def test_an_export_that_fails_is_not_in_the_record(project: Project, tmp_path: Path) -> None:
    review(project, "party_report")
    (tmp_path / "out").write_text("a file")
    head = project.head()
    with pytest.raises(SignoffError):
        export_project(project, tmp_path / "out", by=BY)
    assert project.head() == head and project.exports() == ()
