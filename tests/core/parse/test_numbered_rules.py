"""General rules under numbers, letters behind tables, rows named by numbers, flags told only when they are set."""

from __future__ import annotations

import pytest

from signoff.core.domain.known_names import KnownNames
from signoff.core.domain.spec import ColumnMapping, GeneralKind, Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

HEADER = ("Nr", "Mart field", "Type", "K", "Feed", "Rule")
COMPANY = (
    "Company = company_code. Arrives in mixed case: load and compare in capitals. TST is the template company; "
    "nothing of TST goes to the mart, in no table."
)
KNOWN = KnownNames(
    frozenset({"wms_item", "wms_list"}),
    frozenset({"id", "company_code", "item_no", "title", "kind", "made_on"}),
)


def _spec(*rows: tuple[str, ...], general: tuple[tuple[str, str], ...]) -> Spec:
    sheet = SheetGrid(
        "Mapping",
        (
            ("A. Items – mart_item", *("",) * 5),
            ("One record per item in wms_item (ITM).", *("",) * 5),
            HEADER,
            ("A01", "item_no", "text", "K", "ITM.item_no", "1:1"),
            ("A02", "title", "text", "", "ITM.title", "1:1"),
            *rows,
        ),
    )
    return read_sheets("book.xlsx", [SheetGrid("General", general), sheet], known=KNOWN)


def _column(spec: Spec, name: str) -> ColumnMapping:
    return next(c for c in spec.targets[0].columns if c.name == name)


GENERAL = (
    ("G1", COMPANY),
    ("G2", "The system writes 1900-01-01 when there is no date."),
    ("G3", "Amounts in EUR, two decimals. A missing amount counts as 0."),
)


def test_a_number_is_what_its_rule_asks_of_the_column() -> None:
    spec = _spec(
        ("A03", "company", "text", "K", "ITM.company_code", "G1"),
        ("A04", "made_on", "date", "", "ITM.made_on", "date, G2"),
        general=GENERAL,
    )

    assert _column(spec, "company").rule_resolved == "upper case"
    assert _column(spec, "made_on").rule_resolved == "date"
    told = {(rule.kind, rule.of, rule.says) for rule in spec.general}
    assert (GeneralKind.LEFT_OUT, "company_code", "TST") in told
    assert (GeneralKind.NO_DAY, "", "1900-01-01") in told


@pytest.mark.parametrize(
    "limit",
    ["Only for companies of the north.", "Company NL09 keeps its small letters.", "Unless the item is new."],
)
def test_a_rule_that_is_not_understood_to_its_end_stands_behind_its_number(limit: str) -> None:
    spec = _spec(
        ("A03", "company", "text", "K", "ITM.company_code", "G1"),
        general=(("G1", f"{COMPANY} {limit}"), *GENERAL[1:]),
    )

    assert limit.rstrip(".") in _column(spec, "company").rule_resolved


def test_a_name_with_a_letter_is_spelled_out() -> None:
    spec = _spec(
        ("A03", "kind", "text", "", "ITM.kind", "list Colours; none: Grey"),
        general=(*GENERAL, ("G4", '"list X": the label from wms_list for list_name X.')),
    )

    says = _column(spec, "kind").rule_resolved
    assert says == "the label from wms_list for list_name Colours; none: Grey"


def test_letters_and_numbers_of_rows_are_names() -> None:
    spec = _spec(("A03", "label", "text", "", "A01, A02", "filled as in A02"), general=GENERAL)

    assert [str(s) for s in _column(spec, "title").sources] == ["wms_item.title"]
    assert [str(s) for s in _column(spec, "label").sources] == ["item_no", "title"]
    assert _column(spec, "label").rule_resolved == "filled as in title"


def test_letters_behind_what_is_no_table_name_nothing() -> None:
    sheet = SheetGrid(
        "Mapping",
        (
            ("A. Items – mart_item", *("",) * 5),
            ("One record per item in the stores (ITM).", *("",) * 5),
            HEADER,
            ("A01", "item_no", "text", "K", "ITM.item_no", "1:1"),
            ("A02", "title", "text", "", "ITM.title", "1:1"),
        ),
    )
    spec = read_sheets("book.xlsx", [sheet], known=KNOWN)

    assert [str(s) for s in _column(spec, "title").sources] == ["ITM.title"]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("Y if title is filled", "Y if title is filled, otherwise N"),
        ("Y if title is filled, empty if it is unknown", ""),
        ("Y if title is filled; N if not", ""),
    ],
)
def test_a_flag_that_tells_only_when_it_is_set_is_n_elsewhere(rule: str, says: str) -> None:
    spec = _spec(("A03", "has_title", "Y/N", "", "ITM.title", rule), general=GENERAL)

    assert (_column(spec, "has_title").rule_resolved or rule) == (says or rule)
