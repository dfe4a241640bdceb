"""What a person does in review, each one act in the project: command line and window call the same.

Every function takes the project, what is decided on, and `by`, the person's name.
"""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.review import ROWS, Answer, Comment, Decision, Question, SignOff, Verdict, Waiver
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.project.decisions import Asked, Withdrawal, Written
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.holder import account, machine
from signoff.core.project.project import Project
from signoff.core.review.binding import binding_parts, column_parts, digest_of, drafted_column, mapped
from signoff.core.review.bulk import bulk_candidates
from signoff.core.review.gate import remarks, remarks_digest, sign_gate
from signoff.core.review.questions import rule_question
from signoff.core.review.stale import Change, stale
from signoff.core.review.versions.contradicting import CONTRADICTED
from signoff.core.review.wording import sentence


def answer(project: Project, question_id: str, value: str, *, by: str) -> Answer:
    """Answer a question with a choice's id or a value.

    Raises:
        SignoffError: nobody asked it, or it only takes one of its choices.
    """
    question = project.question(question_id)
    if question is None:
        known = [q for d in project.drafts() for q in dossier_of(project, d.target).questions]
        question = next((q for q in known if q.id == question_id), None)
        if question is None:
            raise SignoffError(say("review.no_question", question=question_id))
    ids = [choice.id for choice in question.choices]
    if not question.free and value not in ids:
        raise SignoffError(say("review.no_choice", question=question_id, choices=", ".join(ids)))
    given = Answer(question_id, value, by)
    with project.act("answer", f"{question.target}.{question.column}", by=by):
        project.remember_question(question, by=by)
        project.settle_asked(question.target, question.column, by=by)
        project.put_answer(given)
        if question.code == CONTRADICTED:
            _settle(project, question, given)
    return given


def approve(
    project: Project,
    target: str,
    columns: Sequence[str],
    *,
    by: str,
    opened: bool = True,
    together: bool = False,
) -> tuple[Decision, ...]:
    """Approve columns, or the Rows card (`ROWS`), as they stand now.

    Raises:
        SignoffError: no such column, or there is nothing to approve in it yet.
    """
    dossier = dossier_of(project, target)
    return _decide(project, dossier, columns, Verdict.APPROVED, by, opened=opened, together=together)


def approve_each(
    project: Project, target: str, columns: Sequence[str], *, by: str, opened: bool = True
) -> tuple[Decision, ...]:
    """Approve columns one by one, each an act of its own.

    Raises:
        SignoffError: no such column, or there is nothing to approve in it yet; the ones before are approved.
    """
    dossier = dossier_of(project, target)
    return tuple(_decide(project, dossier, [c], Verdict.APPROVED, by, opened=opened)[0] for c in columns)


def approve_copied(project: Project, target: str, *, by: str) -> tuple[Decision, ...]:
    """Approve together every column that is copied unchanged beyond doubt; may be none."""
    dossier = dossier_of(project, target)
    copied = bulk_candidates(dossier)
    if not copied:
        return ()
    return _decide(project, dossier, copied, Verdict.APPROVED, by, opened=False, together=True)


def request_change(project: Project, target: str, column: str, comment: str, *, by: str) -> Decision:
    """Ask for another expression; the comment goes into the next prompt."""
    if not comment.strip():
        raise SignoffError(say("review.say_what"))
    dossier = dossier_of(project, target)
    with project.act("request change", f"{dossier.target}.{column}", by=by):
        project.put_comment(Comment(dossier.target, _named(dossier, column), comment, by, project.now()))
        return _decide(project, dossier, [column], Verdict.CHANGE_REQUESTED, by, comment=comment)[0]


def add_comment(project: Project, target: str, column: str, text: str, *, by: str) -> Comment:
    """Leave a remark on a column."""
    dossier = dossier_of(project, target)
    comment = Comment(dossier.target, _named(dossier, column), text, by, project.now())
    project.put_comment(comment)
    return comment


def waive(
    project: Project, target: str, column: str, code: str, reason: str, *, by: str, until: str = ""
) -> Waiver:
    """Accept a remark as it reads now, with a reason; `until` is an ISO date after which it counts again.

    Raises:
        SignoffError: there is no such remark, or no reason.
    """
    dossier = dossier_of(project, target)
    found = [r for r in remarks(dossier) if r.code == code and r.column.casefold() == column.casefold()]
    if not found:
        if not column:
            raise SignoffError(say("review.no_remark_on_table", code=code, target=target))
        raise SignoffError(say("review.no_remark", code=code, target=target, column=column))
    if not reason.strip():
        raise SignoffError(say("review.remark_reason"))
    shown = remarks_digest(dossier, code, column)
    waiver = Waiver(dossier.target, found[0].column, code, reason, by, project.now(), until, shown)
    project.put_waiver(waiver)
    return waiver


def write_expression(
    project: Project, target: str, column: str, sql: str, *, by: str, reason: str = ""
) -> Written:
    """Write an expression by hand; it passes the same gates once the target is drafted again.

    Raises:
        SignoffError: no such column, or not one SQL expression.
    """
    dossier = dossier_of(project, target)
    parse_expression(sql)
    written = Written(dossier.target, _named(dossier, column), sql, by, reason)
    project.put_written(written)
    return written


def restate(project: Project, target: str, column: str, rule: str, *, by: str) -> tuple[Answer, ...]:
    """Say in other words how a column is made; drafting reads them in place of the document's rule.

    Raises:
        SignoffError: no such column, the document has no row for it, or no words are given.
    """
    if not rule.strip():
        raise SignoffError(say("review.say_how", column=column))
    dossier = dossier_of(project, target)
    name = _named(dossier, column)
    rows = mapped(dossier, name)
    if not rows:
        raise SignoffError(say("review.no_row", target=target, column=name))
    asked = {q.id: q for q in (rule_question(dossier.target, name, r.rule_resolved or r.rule) for r in rows)}
    answers = tuple(Answer(identity, rule.strip(), by) for identity in asked)
    with project.act("restate rule", f"{dossier.target}.{name}", by=by):
        project.drop_written(dossier.target, name, by=by)
        for given in answers:
            project.remember_question(asked[given.question], by=by)
            project.put_answer(given)
    return answers


def ask_somebody(project: Project, target: str, column: str, whom: str, text: str, *, by: str) -> Asked:
    """Note that somebody else is asked about a column, or about the rows.

    Raises:
        SignoffError: no such column, or nobody is named.
    """
    if not whom.strip():
        raise SignoffError(say("review.say_who"))
    name, column = _place(project, target, column)
    asked = Asked(name, column, whom.strip(), text.strip(), by, project.now())
    project.put_asked(asked)
    return asked


def sign(project: Project, target: str, *, by: str, meaning: str = "approved", today: str = "") -> SignOff:
    """Sign a target off, bound to exactly what it is now.

    Raises:
        SignoffError: something still keeps it from being signed; the sentence names it.
    """
    today = today or project.now()[:10]
    dossier = dossier_of(project, target, today=today)
    result = sign_gate(dossier, today=today)
    if not result.open:
        reasons = " ".join(reason.message for reason in result.reasons[:5])
        more = " " + say("gate.more", count=len(result.reasons) - 5) if len(result.reasons) > 5 else ""
        raise SignoffError(say("review.not_signable", target=dossier.target, reasons=reasons, more=more))
    parts = binding_parts(dossier)
    words = sentence(dossier, by, today=today)
    signed = SignOff(
        dossier.target, digest_of(parts), words, by, project.now(), account(), machine(), meaning
    )
    with project.act("sign off", dossier.target, by=by):
        project.put_shown(signed.binding, parts, by=by)
        project.put_sign_off(signed)
    return signed


def withdraw(project: Project, target: str, reason: str, *, by: str) -> Withdrawal:
    """Take a sign-off back, with a reason.

    Raises:
        SignoffError: it is not signed, or no reason is given.
    """
    name = dossier_of(project, target).target
    signed = project.sign_off(name)
    if signed is None:
        raise SignoffError(say("review.not_signed", target=name))
    if not reason.strip():
        raise SignoffError(say("review.withdrawal_reason"))
    withdrawal = Withdrawal(name, signed.binding, reason, by, project.now())
    project.put_withdrawal(withdrawal)
    return withdrawal


def what_changed(project: Project, target: str, column: str = "") -> tuple[Change, ...]:
    """What changed since a target was signed, or since one of its columns was decided on."""
    dossier = dossier_of(project, target)
    if column:
        decided = next((d for d in dossier.decisions if d.column.casefold() == column.casefold()), None)
        binding, present = decided.binding if decided else "", column_parts(dossier, column)
    else:
        binding, present = dossier.sign_off.binding if dossier.sign_off else "", binding_parts(dossier)
    shown = project.shown(binding) if binding else None
    return () if shown is None else stale(shown, present)


def _settle(project: Project, question: Question, given: Answer) -> None:
    """An answer that is kept against a new rule and selected an expression goes on to stand as that expression."""
    kept = next((choice.sql for choice in question.choices if choice.id == given.value), "")
    if kept:
        project.put_written(Written(question.target, question.column, kept, given.by, question.text))
    else:
        project.drop_written(question.target, question.column, by=given.by)


def _decide(
    project: Project,
    dossier: Dossier,
    columns: Sequence[str],
    verdict: Verdict,
    by: str,
    *,
    opened: bool = True,
    together: bool = False,
    comment: str = "",
) -> tuple[Decision, ...]:
    names = [_named(dossier, column) for column in columns]
    if verdict == Verdict.APPROVED:
        _require_something_to_approve(dossier, names)
    made = []
    with project.act("approve" if verdict == Verdict.APPROVED else "request change", dossier.target, by=by):
        for name in names:
            parts = column_parts(dossier, name)
            binding = digest_of(parts)
            project.put_shown(binding, parts, by=by)
            made.append(
                Decision(dossier.target, name, verdict, by, project.now(), together, opened, binding, comment)
            )
        project.put_decisions(made, by=by)
    return tuple(made)


def _require_something_to_approve(dossier: Dossier, names: Sequence[str]) -> None:
    for name in names:
        drafted = drafted_column(dossier, name)
        if drafted is not None and drafted.origin == Origin.UNRESOLVED:
            raise SignoffError(say("review.no_expression", target=dossier.target, column=name))
        if name == ROWS and (dossier.verification is None or dossier.verification.card is None):
            raise SignoffError(say("review.rows_not_counted", target=dossier.target))


def _place(project: Project, target: str, column: str) -> tuple[str, str]:
    """Names as the draft spells them, or as the document does before there is one."""
    spec = project.amended_spec
    mapping = spec.target(target) if spec else None
    if project.draft(target) is None and mapping is not None:
        names = (row.name for row in mapping.columns)
        return mapping.name, next((name for name in names if name.casefold() == column.casefold()), column)
    dossier = dossier_of(project, target)
    return dossier.target, _named(dossier, column)


def _named(dossier: Dossier, column: str) -> str:
    """The column's name as the draft spells it.

    Raises:
        SignoffError: the draft has no such column.
    """
    if column == ROWS:
        return ROWS
    drafted = drafted_column(dossier, column)
    if drafted is None:
        names = ", ".join(c.name for c in dossier.draft.columns)
        raise SignoffError(say("review.no_column", target=dossier.target, column=column, names=names))
    return drafted.name
