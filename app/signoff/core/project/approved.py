"""Rules of a project whose SQL a person stands for: they become worked examples for rules like them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Scope
from signoff.core.domain.prompts import ProjectExample
from signoff.core.domain.review import Verdict
from signoff.core.domain.spec import Schema
from signoff.core.merge.scoping import scope_for
from signoff.core.project.dossiers import dossiers
from signoff.core.project.project import Project
from signoff.core.project.worked import decided_by_answer, worked_column
from signoff.core.review.gate import decision_on, holds


@dataclass(frozen=True)
class ApprovedRule:
    """One rule with the SQL a person stands for, nothing masked."""

    source: ProjectExample
    rule: str
    scope: Scope
    sql: str
    helped_by: tuple[ProjectExample, ...] = ()
    """Rules of the project that stood in its own prompts."""


def approved_rules(project: Project) -> tuple[ApprovedRule, ...]:
    """The rules of approved columns that the language model or a person wrote, and those an answer decided.

    Left out: columns of several sections, of existing SQL, and those changed since they were approved.
    """
    return tuple(rule for dossier in dossiers(project) for rule in _of_target(dossier, project.sources))


def _of_target(dossier: Dossier, sources: Schema) -> Iterator[ApprovedRule]:
    draft = dossier.draft
    by_answer = set(decided_by_answer(draft, dossier.asked, dossier.answers))
    for column in draft.columns:
        decision = decision_on(dossier, column.name)
        approved = decision is not None and decision.verdict is Verdict.APPROVED and holds(dossier, decision)
        worked = worked_column(dossier.mapping, draft, column.name)
        if worked is None or draft.plan is None or not (approved or column.name in by_answer):
            continue
        scope = scope_for(draft.plan.sections[0], worked.mapping, sources, target_type=column.type)
        helped = tuple(held.example for held in draft.examples if held.column == column.name)
        yield ApprovedRule(worked.example, worked.rule, scope, column.expressions[0].sql, helped)
