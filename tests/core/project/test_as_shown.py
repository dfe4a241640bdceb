"""Nothing is approved or signed that is another one by now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.sentences import code_of
from signoff.core.errors import SignoffError
from signoff.core.project import session
from signoff.core.project.as_shown import approve_as_shown, approve_copied_as_listed, sign_as_shown
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project
from signoff.core.review.bulk import bulk_candidates
from tests.helpers.signed_projects import BY, make, review, spec

TARGET = "party clean"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.signoff") as made:
        review(made, TARGET, "party_count")
        yield made


def change_a_rule(project: Project) -> None:
    known = spec()
    rows = tuple(
        replace(c, rule="Constant 'SR'", rule_resolved="Constant 'SR'") for c in known.targets[0].columns
    )
    project.put_spec(
        replace(known, targets=(replace(known.targets[0], columns=rows), *known.targets[1:])), by=BY
    )


def test_what_is_shown_can_be_approved_and_signed(project: Project) -> None:
    shown = dossier_of(project, TARGET)
    assert approve_as_shown(project, shown, "kind", by=BY)[0].column == "kind"
    session.withdraw(project, TARGET, "Look again.", by=BY)
    assert sign_as_shown(project, dossier_of(project, TARGET), by=BY).target == TARGET


def test_a_column_that_changed_meanwhile_is_not_approved(project: Project) -> None:
    shown = dossier_of(project, TARGET)
    change_a_rule(project)
    with pytest.raises(SignoffError) as refused:
        approve_as_shown(project, shown, "kind", by=BY)
    assert code_of(refused.value) == "review.column_changed_while_looking"


def test_a_target_that_changed_meanwhile_is_not_signed(project: Project) -> None:
    shown = dossier_of(project, TARGET)
    change_a_rule(project)
    with pytest.raises(SignoffError) as refused:
        sign_as_shown(project, shown, by=BY)
    assert code_of(refused.value) == "review.changed_while_looking"


def test_only_what_was_listed_is_approved_together(project: Project) -> None:
    shown = dossier_of(project, TARGET)
    listed = (*bulk_candidates(shown), "another")
    with pytest.raises(SignoffError) as refused:
        approve_copied_as_listed(project, shown, listed, by=BY)
    assert code_of(refused.value) == "review.copied_changed_while_looking"
