"""What keeps a target from being signed, and from being exported. No flag opens it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from signoff.core.domain.checks import CheckState
from signoff.core.domain.dossier import Dossier, GateReason, GateResult
from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity, bars_sign_off
from signoff.core.domain.review import ROWS, Decision, Verdict, Waiver
from signoff.core.domain.sentences import say
from signoff.core.review.binding import binding_of, column_binding, mapped
from signoff.core.review.proving import proof_reasons, proof_remarks
from signoff.core.review.questions import PROPOSED, YES


def sign_gate(dossier: Dossier, *, today: str) -> GateResult:
    """Whether a target may be signed.

    Args:
        dossier: the target as it stands.
        today: ISO date; waivers that ended before it do not count.
    """
    reasons = [
        *_drafting(dossier),
        *proof_reasons(dossier),
        *_decisions(dossier),
        *_questions(dossier),
        *_remarks(dossier, today),
        *_upstream(dossier),
    ]
    return GateResult(dossier.target, tuple(reasons))


def gate(dossier: Dossier, *, today: str) -> GateResult:
    """Whether a target may be exported: all that signing needs, and a sign-off of what there is now."""
    reasons = list(sign_gate(dossier, today=today).reasons)
    if dossier.sign_off is None:
        reasons.append(GateReason("unsigned", say("gate.not_signed", target=dossier.target)))
    elif dossier.sign_off.binding != binding_of(dossier):
        reasons.append(
            GateReason("stale", say("gate.changed", target=dossier.target, by=dossier.sign_off.by))
        )
    return GateResult(dossier.target, tuple(reasons))


def to_decide(dossier: Dossier) -> tuple[str, ...]:
    """What needs a decision of its own: the Rows card, then every column but those an update leaves alone.

    A column of the existing SQL that the document does not name is covered by the no-change proof.
    """
    columns = (c.name for c in dossier.draft.columns if c.origin != Origin.KEPT or mapped(dossier, c.name))
    return (ROWS, *columns)


def decision_on(dossier: Dossier, column: str) -> Decision | None:
    """The latest decision on a column, or on the Rows card."""
    wanted = column.casefold()
    return next((d for d in dossier.decisions if d.column.casefold() == wanted), None)


def holds(dossier: Dossier, decision: Decision) -> bool:
    """Whether what was decided on is still what there is."""
    return decision.binding == column_binding(dossier, decision.column)


def remarks(dossier: Dossier) -> tuple[Finding, ...]:
    """Every remark that bars the sign-off unless waived: findings that bar it, and failed checks."""
    found = [f for f in dossier.findings if bars_sign_off(f)]
    found += [f for f in dossier.draft.findings if f.severity == Severity.ERROR and f not in found]
    for column in dossier.draft.columns:
        for expression in column.expressions:
            found += [f for f in expression.findings if f.severity == Severity.ERROR and f not in found]
    checks = dossier.verification.checks if dossier.verification else ()
    found += [
        Finding(c.code, Severity.ERROR, c.message, None, dossier.target, c.column)
        for c in checks
        if c.state == CheckState.FAILED
    ]
    return (*found, *proof_remarks(dossier))


def waived_by(dossier: Dossier, finding: Finding, *, today: str) -> Waiver | None:
    """The waiver that covers a remark: same code and column, not lapsed, and given for what is said now."""
    for waiver in dossier.waivers:
        if waiver.code != finding.code or waiver.column.casefold() != finding.column.casefold():
            continue
        lapsed = bool(waiver.until) and waiver.until < today
        if not lapsed and waiver.shown in ("", remarks_digest(dossier, finding.code, finding.column)):
            return waiver
    return None


def remarks_digest(dossier: Dossier, code: str, column: str) -> str:
    """Digest of what all remarks of one code on one column say, whatever their cells."""
    return said_digest(
        f for f in remarks(dossier) if f.code == code and f.column.casefold() == column.casefold()
    )


def said_digest(findings: Iterable[Finding]) -> str:
    """Digest of what remarks say, whatever their cells and their order."""
    said = sorted(map(_without_cell, findings))
    return hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def _without_cell(finding: Finding) -> str:
    if finding.cell is None:
        return finding.message
    short = f"{finding.cell.letter}{finding.cell.row}"
    return (
        finding.message.replace(str(finding.cell), "")
        .replace(short, "")
        .replace(f"row {finding.cell.row}", "")
    )


def _drafting(dossier: Dossier) -> Iterator[GateReason]:
    if dossier.draft_is_older:
        later = "gate.level_later" if dossier.level_is_other else "gate.answered_later"
        later = "gate.document_later" if dossier.document_is_newer else later
        yield GateReason("redraft", say(later, target=dossier.target))
    for column in dossier.draft.columns:
        if column.origin == Origin.UNRESOLVED:
            yield GateReason("unresolved", say("gate.no_expression", column=column.name), column.name)
    plan = dossier.draft.plan
    for section in plan.sections if plan else ():
        left_open = [*section.unresolved]
        left_open += [
            c for c in (*section.filters, *section.having, *section.qualify) if _is_open(c.origin, c.sql)
        ]
        left_open += [r.on for r in section.relations if r.on and _is_open(r.on.origin, r.on.sql)]
        for condition in left_open:
            yield GateReason("unresolved", say("gate.condition_open", condition=condition.text), ROWS)
        for relation in section.left_out:
            yield GateReason("unresolved", say("gate.not_joined", table=relation.table), ROWS)


def _is_open(origin: Origin, sql: str) -> bool:
    """Whether nothing is there; a proposed condition (unresolved, with SQL) has a question of its own."""
    return origin == Origin.UNRESOLVED and not sql


def _decisions(dossier: Dossier) -> Iterator[GateReason]:
    for column in to_decide(dossier):
        name = say("gate.the_rows") if column == ROWS else column
        decision = decision_on(dossier, column)
        if decision is None or decision.verdict == Verdict.UNDECIDED:
            undecided = say("gate.rows_undecided") if column == ROWS else say("gate.undecided", column=column)
            yield GateReason("undecided", undecided, column)
        elif decision.verdict == Verdict.CHANGE_REQUESTED:
            yield GateReason("undecided", say("gate.change_asked", name=name, by=decision.by), column)
        elif not holds(dossier, decision):
            yield GateReason("look again", say("gate.column_changed", name=name, by=decision.by), column)
    if dossier.verification is None:
        yield GateReason("check", say("gate.not_checked", target=dossier.target))
    elif dossier.verification.card is None:
        yield GateReason("check", say("gate.rows_not_counted", target=dossier.target), ROWS)


def _questions(dossier: Dossier) -> Iterator[GateReason]:
    answered = {a.question: a.value for a in dossier.answers}
    for question in dossier.questions:
        if question.id not in answered:
            yield GateReason("question", say("gate.question_open", question=question.text), question.column)
        elif question.code == PROPOSED and answered[question.id] != YES:
            yield GateReason("question", say("gate.question_denied", question=question.text), ROWS)


def _remarks(dossier: Dossier, today: str) -> Iterator[GateReason]:
    for remark in remarks(dossier):
        if waived_by(dossier, remark, today=today) is None:
            yield GateReason("remark", f"{remark.message} ({remark.code})", remark.column)


def _upstream(dossier: Dossier) -> Iterator[GateReason]:
    for upstream in dossier.upstream:
        if not upstream.binding:
            message = say("gate.upstream_not_signed", target=dossier.target, upstream=upstream.target)
            yield GateReason("upstream", message)
