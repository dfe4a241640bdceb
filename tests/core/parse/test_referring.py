"""Rules that point to codes, footnotes, rows above, other columns and other parts."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

HEADER = ("Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule", "Join")


def _spec(*rules: str, joins: tuple[str, ...] = (), below: str = "", lists: SheetGrid | None = None) -> Spec:
    given = (*joins, *[""] * (len(rules) - len(joins)))
    rows = [
        ("party", f"c{n}", "varchar(20)", "PTY", f"S{n}", r, j)
        for n, (r, j) in enumerate(zip(rules, given, strict=True))
    ]
    foot = [("",) * 7, (below, "", "", "", "", "", "")] if below else []
    grid = SheetGrid("Mapping", (HEADER, *rows, *foot))
    return read_sheets("book.xlsx", [grid, *([lists] if lists else [])])


def _resolved(spec: Spec) -> list[str]:
    return [c.rule_resolved or c.rule for c in spec.targets[0].columns]


RULES = SheetGrid(
    "Rule list",
    (
        ("Rule list", "", ""),
        ("Codes in use", "", ""),
        ("Code", "Subject", "Wording"),
        ("R-01", "Phones", "Digits only. Fewer than 9 digits: NULL."),
        ("R-02", "Year", "Calendar year of the date given."),
        ("R-03", "Case", "upper case"),
    ),
)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("R-01", "Digits only. Fewer than 9 digits: NULL."),
        ("see R-01", "Digits only. Fewer than 9 digits: NULL."),
        ("according to rule R-01 of the rule list", "Digits only. Fewer than 9 digits: NULL."),
        ("apply R-01", "Digits only. Fewer than 9 digits: NULL."),
        ("as per R-01.", "Digits only. Fewer than 9 digits: NULL."),
        (
            "S0, else S1; both by R-01",
            "S0, else S1; both by R-01. R-01: Digits only. Fewer than 9 digits: NULL.",
        ),
        ("R-02 on S0", "Calendar year of S0."),
        ("R-02 of S0", "Calendar year of S0."),
        ("R-02 (S0)", "Calendar year of S0."),
        ("R-02: S0", "Calendar year of S0."),
        ("Apply R-02 to S0", "Calendar year of S0."),
        ("trim, R-03, pad", "trim, upper case, pad"),
        ("R-011", "R-011"),
    ],
)
def test_a_code_stands_for_its_text(rule: str, said: str) -> None:
    spec = _spec(rule, lists=RULES)
    assert _resolved(spec) == [said]
    texts = [each.text for each in spec.unused]
    assert ("R-01" in texts) == ("R-01" not in rule or "R-011" in rule)


@pytest.mark.parametrize(
    "rule", ["ditto", "as above", "same as above", "Same rule as above.", "see above", "likewise", "dto."]
)
def test_a_rule_that_is_the_one_above(rule: str) -> None:
    assert _resolved(_spec("trim", rule, rule)) == ["trim", "trim", "trim"]


@pytest.mark.parametrize(
    "rule", ["ditto, then trim", "same as above, but upper case", "see above for the date"]
)
def test_a_rule_that_says_more_than_the_one_above_stays(rule: str) -> None:
    assert _resolved(_spec("trim", rule)) == ["trim", rule]


def test_a_join_that_is_the_one_above() -> None:
    spec = _spec("", "", "", joins=("only with VENDOR, on NO", "", "as above"))
    assert [c.join for c in spec.targets[0].columns] == [
        "only with VENDOR, on NO",
        "",
        "only with VENDOR, on NO",
    ]


@pytest.mark.parametrize(
    "rule", ["as in Out", "like Out", "same as in section Out", "as Out", "see Out", "same as Out above"]
)
def test_a_rule_of_another_part(rule: str) -> None:
    header = (
        "Section",
        "Target Table",
        "Target Column",
        "Target Type",
        "Source Table",
        "Source Column",
        "Rule",
    )
    rows = (
        ("Out", "moves", "info", "varchar(9)", "TRF", "TXT", "trim; 'none' if missing"),
        ("In", "moves", "info", "varchar(9)", "TRF", "TXT", rule),
    )
    spec = read_sheets("book.xlsx", [SheetGrid("Mapping", (header, *rows))])
    assert _resolved(spec) == ["trim; 'none' if missing", "trim; 'none' if missing"]


def test_a_column_of_other_sources_is_not_taken_over() -> None:
    assert _resolved(_spec("trim", "like c0")) == ["trim", "like c0"]


@pytest.mark.parametrize(
    ("rule", "below", "said"),
    [
        (
            "M = male, else other *)",
            "*) small letters mean the same",
            "M = male, else other; small letters mean the same",
        ),
        ("trim 1)", "1) on both sides", "trim; on both sides"),
        ("trim **", "** on both sides", "trim; on both sides"),
        ("trim (2)", "(2) on both sides", "trim; on both sides"),
        ("trim¹", "¹ on both sides", "trim; on both sides"),
    ],
)
def test_a_footnote_belongs_to_the_rule_with_its_mark(rule: str, below: str, said: str) -> None:
    spec = _spec(rule, "upper", below=below)
    assert _resolved(spec) == [said, "upper"]
    assert spec.unused == ()


def test_a_footnote_that_no_rule_points_to_stays_unused() -> None:
    assert [each.text for each in _spec("trim", below="*) to be agreed").unused] == ["*) to be agreed"]
