"""Rules of update requests in other words, and what says more than they do and so stays as it is."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    TargetMapping,
)
from signoff.core.merge.also_now import also_now
from signoff.core.merge.any_case import folding, in_any_case
from signoff.core.merge.further_rows.own_rows import is_own, own_rows
from signoff.core.merge.recoded_values import recoded
from signoff.core.merge.restating_requests import alone_or_both, restated_request
from signoff.core.merge.role_lookups import with_role_lookups
from signoff.core.merge.same_groups import rows_alike, summed_so_far

NAMES = (
    "channel",
    "medium",
    "amount",
    "previous_month_amount",
    "opened_on",
    "closed_on",
    "seconds_engaged",
    "bounced",
)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "still opened_on to closed_on in calendar days, but a case that is not closed yet is counted until "
            "2025-03-31 rather than being blank",
            "calendar days from opened_on to closed_on; not closed: until 2025-03-31",
        ),
        (
            "days from opened_on to closed_on, and open cases are counted to 2025-03-31",
            "days from opened_on to closed_on; open: until 2025-03-31",
        ),
        ("first name and last name (today the last name)", "first name and last name"),
        ("Name. Has the owner no name, his email", "Name. if the owner has no name, his email"),
        (
            "change in percent, 0 if there was no amount the month before",
            "change in percent, 0 if previous_month_amount is 0",
        ),
        ("path of the last page, the counterpart of channel", "path of the last page"),
        (
            "check in this order: medium cpc or ppc = Paid; any other medium = Other; "
            "and if there is nothing at all Direct",
            "if medium is cpc or ppc then Paid; if medium is filled then Other; else Direct",
        ),
    ],
)
def test_a_request_is_said_in_words_that_compilers_know(rule: str, said: str) -> None:
    assert restated_request(rule, NAMES) == said


@pytest.mark.parametrize(
    "rule",
    [
        "opened_on",
        "days from opened_on to closed_on, but a case that is not closed counts until 2025-03-31 unless it was lost",
        "amount (today only paid ones, still without test rows)",
        "0 if there was no discount the month before",
        "path of the last page, the counterpart of somewhere",
        "medium cpc = Paid; anything that the team has not seen before = New; else Direct",
        "from all rows without a medium, check in this order: medium cpc = Paid; medium email = Email; else Direct",
    ],
)
def test_what_says_more_is_left_as_it_is(rule: str) -> None:
    assert restated_request(rule, NAMES) == ""


def test_two_parts_of_which_one_stands_alone() -> None:
    told = "first name, space, last name. When only one of the two is known show that one by itself (today it is blank)"
    assert alone_or_both(told) == ("first name", "last name")
    assert alone_or_both(f"{told} unless it is a test") == ()


CASES = "case\n    when up > 0 then 'upgrade'\n    when up < 0 then 'downgrade'\nend"


def test_values_are_called_otherwise_in_the_text_of_the_file() -> None:
    rule = "rename upgrade to expansion; a month in which nothing moved is flat. downgrade: hands off"
    assert recoded(rule, CASES) == (
        "case\n    when up > 0 then 'expansion'\n    when up < 0 then 'downgrade'\n    else 'flat'\nend"
    )
    assert recoded("downgrade becomes contraction", CASES) == CASES.replace("'downgrade'", "'contraction'")


@pytest.mark.parametrize(
    "rule",
    [
        "rename upgrade to expansion for customers of this year",
        "rename rise to expansion",
        "rename upgrade to expansion; months before 2020 are unknown",
        "rename upgrade to expansion; nothing moved is flat unless it is the first month",
    ],
)
def test_values_that_nobody_has_or_with_a_limit_are_not_called_otherwise(rule: str) -> None:
    assert recoded(rule, CASES) == ""


def test_a_flag_holds_one_condition_more() -> None:
    rule = "so far: only one page. Now it must also be under 10 seconds of engaged time in the visit"
    shown = ("bounced", "engaged_time_in_s", "pages")
    assert also_now(rule, "bounced", shown) == "bounced and engaged_time_in_s < 10"
    none = f"{rule}. If no engaged time was measured treat it like 0 seconds"
    assert also_now(none, "bounced", shown) == "bounced and coalesce(engaged_time_in_s, 0) < 10"
    assert also_now(f"{rule}. Visits of staff do not count", "bounced", shown) == ""
    assert also_now(rule, "bounced", ("bounced", "pages")) == ""


def test_rows_of_the_result_that_belong_together() -> None:
    shown = ("invoice_id", "invoice_line_id", "amount", "month")
    counted = rows_alike("how many lines of the same invoice are in the result", shown)
    assert counted == "count(*) over (partition by invoice_id)"
    assert rows_alike("how many lines of the same invoice are paid", shown) == ""
    summed = "sum of the invoice's amount from its first row up to and including this month"
    assert summed_so_far(summed, shown, ("month",)).startswith(
        "sum(amount) over (partition by invoice_id order by month"
    )
    assert summed_so_far(f"{summed} without refunds", shown, ("month",)) == ""


ISSUE = SourceTable(
    "stg_issue", tuple(SourceColumn(n, "INTEGER") for n in ("issue_id", "parent_issue_id", "owner_id"))
)


def test_rows_of_the_table_itself_belong_by_what_the_rule_tells() -> None:
    read, there = (
        Relation("stg_issue", "issue", JoinKind.DRIVING),
        Relation("stg_issue", "issue_rows", JoinKind.DRIVING),
    )
    schema = Schema((ISSUE,))
    assert is_own(ISSUE, (read,), schema)
    assert not is_own(PERSON, (read,), Schema((ISSUE, PERSON)))
    for rule in (
        "number of issues which have this one as their parent_issue_id, 0 for none",
        "number of issues whose parent_issue_id is this issue, 0 for none",
    ):
        own = own_rows(rule, there, (read,), schema)
        assert own is not None
        assert (own.link, own.rule) == (
            "issue_rows.parent_issue_id = issue.issue_id",
            "number of issues, 0 for none",
        )
    assert own_rows("number of issues of the owner", there, (read,), schema) is None


PERSON = SourceTable(
    "stg_person", tuple(SourceColumn(n, "VARCHAR") for n in ("person_id", "full_name", "email"))
)
TICKET = SourceTable("stg_ticket", tuple(SourceColumn(n, "VARCHAR") for n in ("ticket_id", "opener_id")))


def _looked_up(rule: str) -> ColumnMapping:
    row = ColumnMapping("ticket", "opener", "VARCHAR", rule=rule, rule_resolved=rule)
    return with_role_lookups(TargetMapping("ticket", (row,)), Schema((PERSON, TICKET))).columns[0]


def test_a_look_up_by_a_key_that_the_rule_names() -> None:
    made = _looked_up(
        "full_name of the person who opened it (stg_person via opener_id); email if that person has no full name"
    )
    assert made.join == "stg_ticket.opener_id = stg_person.person_id"
    assert made.rule == "coalesce(stg_person.full_name, stg_person.email)"
    assert _looked_up("full_name of whoever opened it (stg_person via opener_id)").sources == (
        SourceRef("stg_person", "full_name"),
    )


@pytest.mark.parametrize(
    "rule",
    [
        "full_name of the person who opened it (stg_person via opener_id); email for staff only",
        "full_name of the last person (stg_person via opener_id)",
        "nickname of the person who opened it (stg_person via opener_id)",
    ],
)
def test_a_look_up_with_a_limit_stays_as_it_is(rule: str) -> None:
    made = _looked_up(rule)
    assert (made.rule, made.sources, made.join) == (rule, (), "")


def test_a_text_within_another_in_any_case() -> None:
    assert folding('browser contains "bot" (any upper/lower case)') == 'browser contains "bot"'
    assert folding('browser contains "bot"') == ""
    found = in_any_case(Condition("", "not coalesce(contains(v.browser, 'Bot'), false)"))
    assert found is not None and found.sql == "not coalesce(contains(lower(v.browser), 'bot'), false)"
    assert in_any_case(Condition("", "contains('Bot', v.browser)")) is None
