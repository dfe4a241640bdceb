"""Which code lists a text names: whole words, whatever their case and punctuation."""

from __future__ import annotations

import pytest

from signoff.core.domain.code_lists import column_texts, lists_named
from signoff.core.domain.spec import CodeList, ColumnMapping

LISTS = (CodeList("Status_Codes", (("A", "Active"),)), CodeList("Country", (("D", "DE"),)), CodeList("", ()))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("trim and map by status codes", ["Status_Codes"]),
        ("per [STATUS-CODES]; for Country see below", ["Status_Codes", "Country"]),
        ("the codes of the status", []),
        ("status codeset", []),
        ("intercountry", []),
        ("", []),
    ],
)
def test_a_list_is_named_by_its_words_in_their_order(text: str, names: list[str]) -> None:
    assert [each.name for each in lists_named([text], LISTS)] == names


def test_a_rule_whose_entries_were_read_names_its_list_no_more() -> None:
    row = ColumnMapping("party", "status", "", (), "see Status codes", "'A' = 'Active'")
    assert lists_named(column_texts([row]), LISTS) == ()
    assert lists_named(column_texts([ColumnMapping("party", "status", "", (), "see Status codes")]), LISTS)
