"""The version of a document that existing SQL was made from: kept when it is replaced, held against what counts now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.corrections import NONE
from signoff.core.domain.mandates import MandateState, Since
from signoff.core.domain.spec import ColumnMapping, Role, SourceRef, TargetMapping
from signoff.core.parse import parse_document
from signoff.core.pipeline import importing
from signoff.core.pipeline.existing_folder import read_existing_folder
from signoff.core.pipeline.kept_since import since_in
from signoff.core.pipeline.since import changes_since, since_versions
from signoff.core.pipeline.taking import replaced_by, take
from signoff.core.pipeline.versions import propose
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from signoff.core.project.undo import Act, revert
from tests.helpers.increments import write_versions

BY = "Ada Brandt"
DIFFERENT = {"full_name": "renamed", "city": "changed", "mail": "new", "remark": "removed"}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project of the old version with existing SQL, and the new version taken."""
    given = write_versions(tmp_path / "given")
    existing = read_existing_folder(given / "existing").texts
    material = Material(
        given / "old.xlsx", parse_document(given / "old.xlsx"), given / "sources", existing=existing
    )
    with make_project(tmp_path / "p.signoff", material, name="P", dialect="duckdb", by=BY) as made:
        kept = replaced_by(made)
        read = importing.read_version(given / "new.xlsx", kept.reading, kept.corrections)
        take(made, propose(made, read, kept), by=BY)
        yield made


def different(project: Project) -> dict[str, str]:
    """What differs of the client table, as drafting would see it."""
    spec, since = project.amended_spec, since_in(project)
    target = spec.target("client") if spec is not None else None
    if target is None or "client" not in since:
        return {}
    return {each.row.name: each.state.value for each in changes_since(target, since["client"])}


def test_the_version_before_is_kept_for_tables_whose_sql_exists(project: Project) -> None:
    assert different(project) == DIFFERENT
    assert {name: each.document for name, each in project.since().items()} == {"client": "old.xlsx"}


def test_taking_is_undone_with_what_it_kept(project: Project) -> None:
    last = next(e for e in reversed(project.entries()) if e.act == "take new version")
    revert(project, Act("take", last.seq, last.seq), by=BY)
    assert project.since() == {} and different(project) == {}


def test_sql_that_is_imported_anew_counts_as_made_from_the_present_version(
    project: Project, tmp_path: Path
) -> None:
    importing.import_existing(project, [tmp_path / "given" / "existing" / "client.sql"], by=BY)
    assert project.since() == {}


def test_a_column_of_the_sheet_that_is_read_otherwise_makes_no_difference_of_versions(
    project: Project, tmp_path: Path
) -> None:
    grids = importing.document_grids(importing.stored_document(project))
    told = NONE.with_role("Mapping", "E", Role.OTHER).with_role("Mapping", "F", Role.DESCRIPTION)
    importing.correct_roles(project, grids, told, by=BY)
    found = different(project)
    assert "client_id" not in found and found["city"] == "changed"


def row(name: str, source: str = "", rule: str = "", kind: str = "", **more: object) -> ColumnMapping:
    sources = (SourceRef("T", source),) if source else ()
    made = ColumnMapping("t", name, kind, sources, rule=rule, rule_resolved=rule)
    return replace(made, **more)


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        (row("a", "A"), row("a", "A", note="looked at"), None),
        (row("a", "A"), row("a", "A", key=True, required=True, example="x"), None),
        (row("a", "A", kind="varchar(10)"), row("a", "A", kind="varchar(40)"), None),
        (row("a", "A", kind="varchar(10)"), row("a", "A", kind="integer"), MandateState.CHANGED),
        (row("a", "A"), row("a", "A", default="0"), MandateState.CHANGED),
        (row("a", "A"), row("a", "B"), MandateState.CHANGED),
        (row("a", "A"), row("A", "A"), None),
        (row("a_total", "A"), row("b_sum", "A"), MandateState.RENAMED),
    ],
)
def test_what_makes_sql_is_a_difference_and_nothing_else(
    old: ColumnMapping, new: ColumnMapping, state: MandateState | None
) -> None:
    target = TargetMapping("t", (new, row("z", "Z")))
    found = changes_since(target, Since("old.xlsx", TargetMapping("t", (old, row("z", "Z")))))
    assert [each.state for each in found] == ([] if state is None else [state])


def test_a_row_for_a_further_part_is_no_change_of_the_column() -> None:
    new = TargetMapping("t", (row("a", "B", section="Shop"), row("a", "A", section="Web")))
    assert changes_since(new, Since("old.xlsx", TargetMapping("t", (row("a", "A"),)))) == ()


def test_a_renamed_table_is_held_against_the_one_it_was(tmp_path: Path) -> None:
    given = write_versions(tmp_path)
    old, new = (parse_document(given / name) for name in ("old.xlsx", "new.xlsx"))
    renamed = replace(old, targets=(replace(old.targets[0], name="customer"),))
    assert set(since_versions(old, new)) == {"client"}
    assert since_versions(old, renamed)["customer"].target.name == "client"
