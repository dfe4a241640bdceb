"""What cover sheets say of every rule: rows without a partner, a word for no value, moments, whole minutes, codes."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import GeneralKind, GeneralRule
from signoff.core.parse.moments import moment_said, whole_unit, with_whole_units
from signoff.core.parse.partners_kept import keeps_rows, with_nothing_said, word_for_nothing


@pytest.mark.parametrize(
    "text",
    [
        "Missing partners: if the other table has no matching record we keep our row.",
        "All joins are left joins unless stated otherwise",
        "Every join is a left outer join.",
        "Rows without a partner in the other table stay.",
    ],
)
def test_rows_without_a_partner_stay_in_every_table(text: str) -> None:
    assert keeps_rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "All joins are left joins unless the order is closed",
        "If the other table has no matching record we keep our row on working days.",
        "Rows without a partner stay, provided they are paid.",
        "All joins are inner joins",
    ],
)
def test_a_limit_on_partners_is_not_dropped(text: str) -> None:
    assert not keeps_rows(text)


def test_a_word_for_no_value_stands_where_it_comes_out() -> None:
    word = word_for_nothing('"Blank" in a rule means that the target field stays without a value (NULL).')
    rules = [GeneralRule(GeneralKind.NOTHING, word, "", "")]
    assert with_nothing_said("trim; empty = blank", rules) == "trim; empty = NULL"
    assert with_nothing_said("trim; blank = X", rules) == "trim; blank = X"
    assert not word_for_nothing('"Blank" means NULL unless the field is a key')


def test_a_moment_has_its_names_and_its_time() -> None:
    said = 'Reporting moment: the export is of 30 June 2025, 18:00. Whenever a rule says "now", use exactly that.'
    assert moment_said(said) == (("reporting moment", "now"), "2025-06-30 18:00:00")
    assert moment_said("Reporting moment: 30 June 2025, 18:00. Use it only for open tickets.") is None
    assert moment_said("Print time: 30 June 2025, 18:00") is None


def test_only_whole_minutes_count_where_that_is_said() -> None:
    assert whole_unit("Minutes: full minutes that have gone by between two moments") == "minute"
    assert whole_unit("Minutes: full minutes, except for chats") == ""
    rules = [GeneralRule(GeneralKind.WHOLE, "minute", "", "")]
    assert with_whole_units("minutes from a_at to b_at", rules) == "full minutes from a_at to b_at"
    assert with_whole_units("number of minutes", rules) == "number of minutes"
