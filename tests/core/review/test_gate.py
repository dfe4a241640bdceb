"""What keeps a target from being signed and exported, and what may be approved together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.dossier import Dossier, Upstream
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import UNUSED_RULE, Finding, Severity
from signoff.core.domain.plan import Condition
from signoff.core.domain.review import ROWS, Answer, Question, Verdict, Waiver
from signoff.core.domain.spec import SourceRef
from signoff.core.review.bulk import bulk_candidates
from signoff.core.review.gate import gate, sign_gate, to_decide
from signoff.core.review.questions import is_confirmation, questions_from
from signoff.core.review.wording import sentence
from tests.helpers.dossiers import AT, BY, TODAY, approved, signed, undecided

Change = Callable[[Dossier], Dossier]


def _error(dossier: Dossier) -> Dossier:
    finding = Finding("D07", Severity.ERROR, "The rule names no column.", None, "party", "city")
    return replace(dossier, findings=(*dossier.findings, finding))


def _unused_rule(dossier: Dossier) -> Dossier:
    finding = Finding(UNUSED_RULE, Severity.WARNING, "“Only open parties” was not used.", None, "party")
    return replace(dossier, findings=(*dossier.findings, finding))


def _failed_check(dossier: Dossier) -> Dossier:
    assert dossier.verification
    failed = Check("length", CheckState.FAILED, "2 values are too long.", "city", 2)
    checks = (*dossier.verification.checks, failed)
    return replace(dossier, verification=replace(dossier.verification, checks=checks))


def _unresolved(dossier: Dossier) -> Dossier:
    last = replace(dossier.draft.columns[-1], expressions=(Expression("NULL", Origin.UNRESOLVED),))
    return replace(dossier, draft=replace(dossier.draft, columns=(*dossier.draft.columns[:-1], last)))


def _question(dossier: Dossier) -> Dossier:
    question = Question("abc", "party", "city", "which", "Which city is meant?")
    return replace(dossier, questions=(*dossier.questions, question))


def _unsigned_upstream(dossier: Dossier) -> Dossier:
    return replace(dossier, upstream=(Upstream("country"),))


def _older_draft(dossier: Dossier) -> Dossier:
    return replace(dossier, draft_is_older=True)


def _unchecked(dossier: Dossier) -> Dossier:
    return replace(dossier, verification=None)


def test_everything_decided_may_be_signed_and_then_exported() -> None:
    dossier = approved(undecided())
    assert sign_gate(dossier, today=TODAY).open
    assert [r.code for r in gate(dossier, today=TODAY).reasons] == ["unsigned"]
    assert gate(signed(dossier), today=TODAY).open


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_error, "remark"),
        (_unused_rule, "remark"),
        (_failed_check, "remark"),
        (_unresolved, "unresolved"),
        (_question, "question"),
        (_unsigned_upstream, "upstream"),
        (_older_draft, "redraft"),
        (_unchecked, "check"),
    ],
)
def test_one_open_thing_keeps_the_gate_shut(change: Change, code: str) -> None:
    dossier = signed(approved(change(undecided())))
    assert {r.code for r in gate(dossier, today=TODAY).reasons} == {code}


def test_a_proposed_join_is_asked_about_and_a_no_keeps_the_gate_shut() -> None:
    dossier = undecided()
    plan = dossier.draft.plan
    assert plan and plan.sections[0].relations[1].on
    section = plan.sections[0]
    guess = replace(section.relations[1], on=replace(section.relations[1].on, origin=Origin.UNRESOLVED))
    guessed = replace(plan, sections=(replace(section, relations=(section.relations[0], guess)),))
    draft = replace(dossier.draft, plan=guessed)
    (question,) = questions_from(draft)
    assert "address" in question.text and not question.free
    for value, is_open in (("", False), ("no", False), ("yes", True)):
        answers = (*dossier.answers, *((Answer(question.id, value, BY),) if value else ()))
        asked = replace(dossier, draft=draft, questions=(*dossier.questions, question), answers=answers)
        assert sign_gate(approved(asked), today=TODAY).open is is_open
        assert is_confirmation(question, Answer(question.id, value), draft) is is_open


def test_a_condition_nobody_understood_is_asked_about_and_keeps_the_gate_shut() -> None:
    dossier = undecided()
    plan = dossier.draft.plan
    assert plan
    section = replace(plan.sections[0], unresolved=(Condition("only the important ones"),))
    draft = replace(dossier.draft, plan=replace(plan, sections=(section,)))
    assert [q.column for q in questions_from(draft)] == [ROWS]
    reasons = sign_gate(approved(replace(dossier, draft=draft)), today=TODAY).reasons
    assert [(r.code, r.column) for r in reasons] == [("unresolved", ROWS)]


def test_a_sign_off_of_something_else_is_stale() -> None:
    dossier = replace(signed(approved(undecided())), file_rules=(("blank text", "is kept"),))
    assert [r.code for r in gate(dossier, today=TODAY).reasons] == ["stale"]


@pytest.mark.parametrize("column", to_decide(undecided()))
@pytest.mark.parametrize("verdict", [Verdict.UNDECIDED, Verdict.CHANGE_REQUESTED, None])
def test_each_column_and_the_rows_need_an_approval(column: str, verdict: Verdict | None) -> None:
    dossier = approved(undecided())
    decisions = tuple(
        replace(d, verdict=verdict) if d.column == column and verdict else d
        for d in dossier.decisions
        if d.column != column or verdict
    )
    reasons = sign_gate(replace(dossier, decisions=decisions), today=TODAY).reasons
    assert [(r.code, r.column) for r in reasons] == [("undecided", column)]


@pytest.mark.parametrize(("until", "is_open"), [("", True), ("2026-03-02", True), ("2026-03-01", False)])
def test_a_waiver_counts_until_it_lapses(until: str, is_open: bool) -> None:
    waiver = Waiver("party", "city", "length", "Seen; short names follow in May.", BY, AT, until)
    dossier = replace(approved(_failed_check(undecided())), waivers=(waiver,))
    assert sign_gate(dossier, today=TODAY).open is is_open


def test_a_column_an_update_leaves_alone_needs_no_decision_of_its_own() -> None:
    dossier = undecided()
    kept = replace(dossier.draft.columns[-1], name="elsewhere", expressions=(Expression("a.x", Origin.KEPT),))
    dossier = replace(dossier, draft=replace(dossier.draft, columns=(*dossier.draft.columns, kept)))
    assert "elsewhere" not in to_decide(dossier)
    assert "1 unchanged from the existing SQL" in sentence(approved(dossier), BY, today=TODAY)


def test_only_what_is_copied_unchanged_beyond_doubt_may_be_approved_together() -> None:
    dossier = undecided()
    assert bulk_candidates(dossier) == ("party_id",), "city carries a remark"
    clean = replace(dossier, findings=())
    assert bulk_candidates(clean) == ("party_id", "city")
    assert bulk_candidates(approved(clean)) == ()
    undone = Finding("D06", Severity.WARNING, "Nothing does it.", None, "party", "city")
    city = next(c for c in clean.draft.columns if c.name == "city")
    doubted = replace(city, expressions=tuple(replace(e, findings=(undone,)) for e in city.expressions))
    columns = tuple(doubted if c is city else c for c in clean.draft.columns)
    assert bulk_candidates(replace(clean, draft=replace(clean.draft, columns=columns))) == ("party_id",)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "VARCHAR(10)"},
        {"type": ""},
        {"name": "town"},
        {"sources": (SourceRef("address", "town"),)},
        {"sources": (SourceRef("address", "city"), SourceRef("address", "zip"))},
    ],
)
def test_narrowed_renamed_or_doubled_columns_are_looked_at_one_by_one(change: dict[str, object]) -> None:
    dossier = replace(undecided(), findings=())
    row = replace(dossier.mapping.columns[-1], **change)  # type: ignore[arg-type]  # fields named above
    rows = (*dossier.mapping.columns[:-1], row)
    assert "city" not in bulk_candidates(replace(dossier, mapping=replace(dossier.mapping, columns=rows)))


def test_a_table_joined_twice_is_never_copied_unchanged() -> None:
    dossier = replace(undecided(), findings=())
    plan = dossier.draft.plan
    assert plan
    section = plan.sections[0]
    twice = replace(section, relations=(*section.relations, replace(section.relations[1], alias="b")))
    again = replace(dossier, draft=replace(dossier.draft, plan=replace(plan, sections=(twice,))))
    assert bulk_candidates(again) == ("party_id",)


def test_the_sentence_counts_what_is_signed() -> None:
    dossier = approved(replace(undecided(), findings=()))
    together = tuple(replace(d, together=d.column in ("party_id", "city")) for d in dossier.decisions)
    said = sentence(replace(dossier, decisions=together), BY, today=TODAY)
    assert said == (
        "I, Ada Brandt, confirm that party is right as shown: one row per party; "
        "1,187 of 1,204 source rows, 17 left out (I have seen why). "
        "4 columns: 2 copied unchanged and approved together, 2 decided one by one."
    )
