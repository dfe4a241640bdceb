"""What existing SQL can do here: the dialect it is read in, whether it runs on the samples, and what is left where not.

A file may not run because a table is missing, because a macro can't be worked out, or because it says what DuckDB has
no words for. What its new columns need may run all the same; what does not is edited by text alone, and told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from signoff.core.domain.dbt import Surroundings
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import SqlTextError
from signoff.core.merge.assembling import probe_frame
from signoff.core.merge.editing import EditedText
from signoff.core.merge.existing import ExistingSql
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.existing_dialect import read_in_its_dialect


@dataclass(frozen=True)
class ExistingHere:
    """A file of existing SQL as it can be worked with."""

    existing: ExistingSql
    reason: str
    """Why it does not run on the samples as it is; empty when it does."""
    findings: tuple[Finding, ...] = ()


def read_here(text: str, around: Surroundings, target: str, desk: Desk) -> ExistingHere:
    """A file in its dialect, tried on the samples.

    Raises:
        SignoffError: no dialect reads it, with the place.
    """
    found = read_in_its_dialect(text, target, lambda each: why_not_run(each, desk), around, desk.dialect)
    findings: tuple[Finding, ...] = ()
    if found.is_inferred:
        message = say("update.dialect_inferred", target=target, dialect=found.existing.dialect)
        findings = (Finding("D245", Severity.WARNING, message, None, target),)
    return ExistingHere(found.existing, found.reason, findings)


def why_not_run(existing: ExistingSql, desk: Desk) -> str:
    """Why a file does not run on the samples as it is; empty when it does."""
    try:
        return desk.sandbox.bind_many([existing.plain], desk.cancel)[0].error
    except SqlTextError as error:
        return str(error)


def with_what_runs(plan: Plan, desk: Desk) -> Plan:
    """The plan with those relations of the file that run, to try expressions in."""
    return replace(plan, sections=tuple(_section(section, desk) for section in plan.sections))


def _section(section: SectionPlan, desk: Desk) -> SectionPlan:
    kept: list[Relation] = []
    for relation in section.relations:
        tried = relation if kept else replace(relation, join=JoinKind.DRIVING, on=None)
        frame = probe_frame(replace(section, relations=(*kept, tried), group_by=()))
        if desk.sandbox.bind_many([f"select 1{frame}"], desk.cancel)[0].ok:
            kept.append(tried)
    return replace(section, relations=tuple(kept)) if kept else section


def by_text_alone(edited: EditedText, target: str, reason: str) -> EditedText:
    """The edited file of one that does not run here as it is, with a finding that says so."""
    message = say("update.by_text_alone", target=target, reason=reason.rstrip("."))
    finding = Finding("D239", Severity.WARNING, message, None, target)
    return replace(edited, findings=(*edited.findings, finding))
