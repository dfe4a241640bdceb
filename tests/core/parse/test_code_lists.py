"""Sheets that list codes, and the rules that point to them."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

HEADER = ("Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule")


def _mapping(*rules: str, column: str = "status") -> SheetGrid:
    rows = tuple(
        ("party", f"{column}{n or ''}", "varchar(20)", "PTY", "STAT", r) for n, r in enumerate(rules)
    )
    return SheetGrid("Mapping", (HEADER, *rows))


def _rules(spec: Spec) -> list[str]:
    return [column.rule_resolved for column in spec.targets[0].columns]


STATUS = SheetGrid(
    "Status codes",
    (
        ("Codes of the old system",),
        ("Source Value", "Target Value", "Remark"),
        ("A", "Active", ""),
        ("B", "Blocked, by bank", "rare"),
        ("*", "Unknown", ""),
    ),
)
RESOLVED = "'A' = 'Active'; 'B' = 'Blocked, by bank'; otherwise 'Unknown'"


@pytest.mark.parametrize(
    "rule",
    ["see sheet Status codes", "Map via status codes", "according to Status_Codes", "Lookup Status codes"],
)
def test_a_rule_that_names_a_list_is_its_entries(rule: str) -> None:
    assert _rules(read_sheets("b.xlsx", (_mapping(rule), STATUS))) == [RESOLVED]


def test_what_else_a_rule_says_stays_behind_the_entries() -> None:
    plain = SheetGrid("Status codes", STATUS.rows[:4])
    found = _rules(read_sheets("b.xlsx", (_mapping("map by Status codes; others Gone"), plain)))
    assert found == ["'A' = 'Active'; 'B' = 'Blocked, by bank'; others Gone"]


def test_a_rule_with_words_of_its_own_is_left_alone() -> None:
    rules = ("trim and map by Status codes", "Direct move", "", "codes")
    spec = read_sheets("b.xlsx", (_mapping(*rules), STATUS))
    assert _rules(spec) == list(rules)


def test_one_sheet_holds_several_lists_under_their_names() -> None:
    lists = SheetGrid(
        "Enumerations",
        (
            ("Enumeration", "Old code", "New code"),
            ("STAT", "A", "1"),
            ("", "B", "2"),
            ("GENDER", "m", "male"),
            ("", "f", "female"),
            ("", "null", "unknown"),
        ),
    )
    spec = read_sheets("b.xlsx", (_mapping("code mapping", "map by list GENDER"), lists))
    assert [(each.name, len(each.codes)) for each in spec.code_lists] == [("STAT", 2), ("GENDER", 3)]
    assert _rules(spec) == [
        "'A' = '1'; 'B' = '2'",
        "'m' = 'male'; 'f' = 'female'; if missing then 'unknown'",
    ]


def test_its_cells_are_used_and_the_rest_of_its_sheet_is_listed() -> None:
    spec = read_sheets("b.xlsx", (_mapping("see Status codes"), STATUS))
    assert [each.text for each in spec.unused if each.cell.sheet == "Status codes"] == [
        "Codes of the old system",
        "Remark",
        "rare",
    ]


def test_any_table_of_codes_and_descriptions_is_no_list_unless_its_sheet_says_so() -> None:
    rows = (("Code", "Description"), ("A", "Alpha"), ("B", "Beta"))
    assert read_sheets("b.xlsx", (_mapping("x"), SheetGrid("Legend", rows))).code_lists == ()
    assert len(read_sheets("b.xlsx", (_mapping("x"), SheetGrid("Country codes", rows))).code_lists) == 1


def test_a_mapping_sheet_is_never_taken_for_a_list() -> None:
    grid = SheetGrid("Codes", (HEADER, ("party", "code", "varchar(2)", "PTY", "CD", "Direct move")))
    spec = read_sheets("b.xlsx", (grid,))
    assert spec.code_lists == () and len(spec.targets) == 1


def test_a_sheet_of_codes_may_call_what_they_mean_anything() -> None:
    codes = SheetGrid("Codes", (("Code", "Way home"), ("H", "On foot"), ("T", "By taxi")))
    rule = "Translate the code with the list on sheet Codes. Codes that are not on the list become 'Other'"
    found = _rules(read_sheets("b.xlsx", (_mapping(rule, "see the codes"), codes)))
    assert found[0] == "'H' = 'On foot'; 'T' = 'By taxi'; Codes that are not on the list become 'Other'"
    assert found[1] == "see the codes"


GROUPS = SheetGrid(
    "Codes",
    (
        ("Code group", "Code", "Text", "Score"),
        ("Visit state", "O", "open", ""),
        ("Visit state", "C", "closed", ""),
        ("Grade", "G", "good", "1"),
        ("Grade", "B", "bad", "-1"),
    ),
)
TEXTS = "'G' = 'good'; 'B' = 'bad'"


@pytest.mark.parametrize(
    ("rule", "resolved"),
    [
        ("text from Codes, 'Grade'", TEXTS),
        ("see sheet Codes, Grade", TEXTS),
        ("look up in Codes, group Grade", TEXTS),
        ("label according to list Codes: Grade", TEXTS),
        ("score from Codes, 'Grade'", "'G' = '1'; 'B' = '-1'"),
        ("text from Codes, 'Grade'; NULL if no code", f"{TEXTS}; '' = no value; if missing then no value"),
        (
            "score from Codes, 'Grade'; NULL if there is no code or a code that is not listed",
            "'G' = '1'; 'B' = '-1'; otherwise no value",
        ),
        (
            "text from Codes, 'Grade'; not listed: the code itself, no code: 'none'",
            f"{TEXTS}; '' = 'none'; if missing then 'none'; otherwise unchanged",
        ),
        ("text from Codes, 'Grade'; NULL if no code on Mondays", f"{TEXTS}; NULL if no code on Mondays"),
        ("text and score from Codes, 'Grade'", "text and score from Codes, 'Grade'"),
        ("text from Codes, 'Grade' of the year before", "text from Codes, 'Grade' of the year before"),
    ],
)
def test_a_rule_names_a_group_of_a_sheet_and_the_value_that_is_wanted(rule: str, resolved: str) -> None:
    assert _rules(read_sheets("b.xlsx", (_mapping(rule), GROUPS))) == [resolved if resolved != rule else rule]


GENERAL = (
    "Codes: translate with the sheet Codes. The source mixes upper and lower case in codes, ignore that. "
    "Codes that are not listed, and empty ones, become 'unknown' unless the rule says something else."
)


@pytest.mark.parametrize(
    ("rule", "rest"),
    [
        ("text from Codes, 'Grade'", "; otherwise 'unknown'; ignoring case"),
        (
            "text from Codes, 'Grade'; NULL if there is no code",
            "; '' = no value; if missing then no value; otherwise 'unknown'; ignoring case",
        ),
        (
            "text from Codes, 'Grade'; others 'odd'",
            "; '' = 'unknown'; if missing then 'unknown'; otherwise 'odd'; ignoring case",
        ),
    ],
)
def test_what_holds_for_all_lists_is_told_once(rule: str, rest: str) -> None:
    cover = SheetGrid("Cover", ((GENERAL,),))
    assert _rules(read_sheets("b.xlsx", (cover, _mapping(rule), GROUPS))) == [f"{TEXTS}{rest}"]


@pytest.mark.parametrize(
    "limit",
    ["unless they begin with Z", "only on Mondays", "except in the first year", "if the clerk agrees"],
)
def test_a_general_line_with_a_limit_that_is_not_understood_says_nothing(limit: str) -> None:
    cover = SheetGrid("Cover", ((f"Codes that are not listed become 'unknown' {limit}.",),))
    assert _rules(read_sheets("b.xlsx", (cover, _mapping("text from Codes, 'Grade'"), GROUPS))) == [TEXTS]


def test_a_list_of_two_fields_stands_in_where_the_first_source_is_empty() -> None:
    grid = SheetGrid(
        "Mapping",
        (
            HEADER,
            (
                "acc",
                "klass",
                "varchar(9)",
                "ACC",
                "klass, acc_type",
                "klass if filled, otherwise derive from acc_type, see sheet Lists",
            ),
        ),
    )
    lists = SheetGrid("Lists", (("acc_type", "klass"), ("Bank", "Asset"), ("Loan", "Debt")))
    (rule,) = _rules(read_sheets("b.xlsx", (grid, lists)))
    assert rule == (
        "case when klass is not null and trim(klass) <> '' then klass when acc_type = 'Bank' then 'Asset' "
        "when acc_type = 'Loan' then 'Debt' else null end"
    )


STACKED = SheetGrid(
    "Lists",
    (
        ("List Region", "", ""),
        ("country", "Region", ""),
        ("DE", "DACH", ""),
        ("NO", "Nordics", ""),
        ("", "", ""),
        ("List Status", "", ""),
        ("status", "Name", "Bucket"),
        ("new", "New", "Ours"),
        ("hold", "On hold", "Theirs"),
    ),
)


@pytest.mark.parametrize(
    ("rule", "entries"),
    [
        ("list Region", "'DE' = 'DACH'; 'NO' = 'Nordics'"),
        ("list Status, column Name", "'new' = 'New'; 'hold' = 'On hold'"),
        ("list Status, column Bucket", "'new' = 'Ours'; 'hold' = 'Theirs'"),
    ],
)
def test_lists_stand_one_below_the_other_under_their_names(rule: str, entries: str) -> None:
    assert _rules(read_sheets("b.xlsx", (_mapping(rule), STACKED))) == [entries]


def test_a_list_that_the_sheet_does_not_have_stays_a_rule() -> None:
    assert _rules(read_sheets("b.xlsx", (_mapping("list Priority"), STACKED))) == ["list Priority"]
