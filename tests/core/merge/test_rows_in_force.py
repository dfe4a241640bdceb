"""Rules over the rows in force in a period, remarks that rows stay, and rows of others that do not count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    TargetMapping,
)
from signoff.core.merge.joined_moment import with_moment_meant
from signoff.core.merge.rows_of_others import without_rows_of_others
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.stay_remarks import without_stay_remarks

PERIOD = (
    "h.shop_no = m.shop_no and h.began_on <= m.month_on and (h.ended_on is null or h.ended_on > m.month_on)"
)
KEY = "h.shop_no = m.shop_no"


def _section(on: str, kind: JoinKind = JoinKind.LEFT) -> SectionPlan:
    months = Relation("months", "m", JoinKind.DRIVING)
    hires = Relation("hires", "h", kind, Condition("", on))
    return SectionPlan("", (months, hires), group_by=(Condition("", "m.month_on"),))


def _meant(rule: str, on: str = PERIOD) -> str:
    mapping = ColumnMapping("t", "c", "INTEGER", (SourceRef("hires", "fee"),), rule)
    return with_moment_meant(mapping, _section(on)).rule


@pytest.mark.parametrize(
    ("rule", "meant"),
    [
        ("sum over the hires active in that month, 0 if none", "sum of fee, 0 if none"),
        ("count of the hires running in the month", "count of fee"),
        ("total of all hires that are active during that month", "sum of fee"),
        ("average over the active hires in that month", "average of fee"),
    ],
)
def test_the_join_has_chosen_the_rows_in_force(rule: str, meant: str) -> None:
    assert _meant(rule) == meant


@pytest.mark.parametrize(
    "rule",
    [
        "sum over the hires paid in that month, 0 if none",
        "sum over the shops active in that month",
        "sum over the hires active in that month and paid by card",
    ],
)
def test_other_words_choose_rows_of_their_own(rule: str) -> None:
    assert _meant(rule) == rule


def test_a_join_by_the_key_alone_chooses_none() -> None:
    rule = "sum over the hires active in that month"
    assert _meant(rule, KEY) == rule


def _draft(text: str, on: str = PERIOD, rule: str = "sum, 0 if none") -> SectionDraft:
    column = ColumnMapping("t", "fees", "INTEGER", (SourceRef("hires", "fee"),), rule)
    target = TargetMapping("t", (column,))
    draft = SectionDraft("", target, Schema(), lambda text, scope: None)
    draft.relations += _section(on).relations
    draft.unresolved.append(Condition(text))
    draft.findings.append(Finding("D206", Severity.ERROR, say("merge.filter_not_understood"), None, "t"))
    return draft


@pytest.mark.parametrize(
    "text",
    [
        "Months without an active hire stay, with zeros",
        "months with no hire are kept",
        "Months without any hire also appear, as 0",
    ],
)
def test_a_left_join_keeps_such_rows_anyway(text: str) -> None:
    draft = _draft(text)
    without_stay_remarks(draft)
    assert not draft.unresolved
    assert not draft.findings


@pytest.mark.parametrize(
    ("text", "on", "rule"),
    [
        ("Months without an active hire stay, with zeros", PERIOD, "sum"),
        ("Months without an active hire stay", KEY, "sum, 0 if none"),
        ("Months without a paid hire stay", PERIOD, "sum, 0 if none"),
        ("Weeks without a hire stay", PERIOD, "sum, 0 if none"),
        ("Months without a hire stay until May", PERIOD, "sum, 0 if none"),
    ],
)
def test_a_remark_that_says_more_stays_open(text: str, on: str, rule: str) -> None:
    draft = _draft(text, on, rule)
    without_stay_remarks(draft)
    assert draft.unresolved
    assert draft.findings


MEMBERS = SourceTable("member", (SourceColumn("member_id", "INTEGER"), SourceColumn("is_robot", "BOOLEAN")))
NOTES = SourceTable("note", (SourceColumn("note_id", "INTEGER"), SourceColumn("member_id", "INTEGER")))


def _left_out(*texts: str) -> SectionDraft:
    draft = _draft(texts[0])
    draft.schema = Schema((MEMBERS, NOTES))
    draft.relations[1] = replace(
        draft.relations[1], table="note", alias="n", on=Condition("", "n.task_id = m.task_id")
    )
    draft.unresolved += [Condition(text) for text in texts[1:]]
    without_rows_of_others(draft)
    return draft


def test_rows_of_others_do_not_count() -> None:
    draft = _left_out(
        "Notes written by robots (is_robot in member) are ignored",
        "Notes of people we do not have in member do count",
    )
    on = draft.relations[1].on
    assert on is not None
    assert on.sql.replace("exists (", "exists(") == (
        "n.task_id = m.task_id and not exists(select 1 from member "
        "where member.member_id = n.member_id and member.is_robot)"
    )
    assert not draft.unresolved


@pytest.mark.parametrize(
    "text",
    [
        "Notes approved by robots (is_robot in member) are ignored",
        "Notes written by robots (is_known in member) are ignored",
        "Letters written by robots (is_robot in member) are ignored",
        "Notes written by robots (is_robot in member) are ignored at night",
        "Notes written by robots (is_robot in member)",
    ],
)
def test_rows_told_otherwise_stay_open(text: str) -> None:
    assert _left_out(text).unresolved
