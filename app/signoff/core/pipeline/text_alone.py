"""An update of a file that does not run on the samples: a table is missing, or a macro can't be worked out.

What its new columns need may run all the same; what does not is edited by text alone, and told.
"""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.merge.assembling import probe_frame
from signoff.core.merge.editing import EditedText
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.wrapping import plain_query
from signoff.core.pipeline.desk import Desk


def why_not_run(existing: ExistingSql, desk: Desk) -> str:
    """Why a file does not run on the samples as it is; empty when it does."""
    return desk.sandbox.bind_many([plain_query(existing.sql)], desk.cancel)[0].error


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


def by_text_alone(edited: EditedText, target: TargetMapping, reason: str) -> EditedText:
    """The edited file of one that does not run here as it is, with a finding that says so."""
    message = say("update.by_text_alone", target=target.name, reason=reason.rstrip("."))
    finding = Finding("D239", Severity.WARNING, message, None, target.name)
    return replace(edited, findings=(*edited.findings, finding))
