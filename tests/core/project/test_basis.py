"""A draft that the document has left behind can't be approved into a sign-off: it has to be drafted again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.review import ROWS
from signoff.core.errors import SignoffError
from signoff.core.pipeline.flow import draft_project
from signoff.core.project import session
from signoff.core.project.basis import basis_of
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project
from tests.helpers.versions import make_project_of, spec_of

BY = "Ada Brandt"
OLD = ["t|a|int|S|A|Direct", "t|b|varchar(9)|S|B|Trim"]


def test_a_rule_changed_since_drafting_bars_the_sign_off_until_it_is_drafted_again(tmp_path: Path) -> None:
    with make_project_of(tmp_path, {"Map": OLD}, {"S": "A,B\n1,x\n"}) as project:
        draft_project(project, None, None, by=BY)
        project.put_spec(spec_of({"Map": [OLD[0], "t|b|varchar(9)|S|B|Upper case"]}), by=BY)
        assert dossier_of(project, "t").document_is_newer
        session.approve(project, "t", [ROWS, "a", "b"], by=BY)
        with pytest.raises(SignoffError, match="document changed since t was drafted"):
            session.sign(project, "t", by=BY)
        draft_project(project, None, None, by=BY)
        assert not dossier_of(project, "t").draft_is_older


def test_order_cells_comments_and_marks_of_a_new_table_are_not_what_a_draft_is_made_from() -> None:
    target = spec_of({"Map": OLD}).targets[0]
    other = spec_of({"Other": [*reversed([f"{line}|a note|changed" for line in OLD])]}).targets[0]
    assert basis_of(target, is_update=False) == basis_of(other, is_update=False)
    assert basis_of(target, is_update=True) != basis_of(other, is_update=True)


@pytest.mark.parametrize(
    "field", ["rule", "rule_resolved", "rule_kind", "type", "default", "join", "example"]
)
def test_whatever_drafting_reads_of_a_row_is_in_it(field: str) -> None:
    target = spec_of({"Map": OLD}).targets[0]
    row = replace(target.columns[0], **{field: "other"})  # type: ignore[arg-type]  # every one is a text
    changed = replace(target, columns=(row, *target.columns[1:]))
    assert basis_of(target, is_update=False) != basis_of(changed, is_update=False)


def test_a_project_drafted_before_this_was_kept_is_not_called_older(tmp_path: Path) -> None:
    with make_project_of(tmp_path, {"Map": OLD}, {"S": "A,B\n1,x\n"}) as project:
        draft_project(project, None, None, by=BY)
        project.put_basis("t", "", by=BY)
        assert not dossier_of(project, "t").draft_is_older
        assert isinstance(project, Project)
