"""Rules that a cover sheet states for every table."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import GeneralKind, Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

HEADER = ("Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule")
ROWS = (
    ("party", "party_no", "varchar(10)", "LND_PTY", "PTY_NO", ""),
    ("party", "name", "varchar(40)", "LND_PTY", "NM", "1:1"),
    ("party", "age", "integer", "LND_PTY", "BORN", "completed years on the key date (see cover)"),
    ("party", "is_due", "varchar(1)", "LND_PTY", "DUE_ON", "Y if DUE_ON is before as-of, else N"),
    ("party", "valid_to", "date", "LND_PTY", "END_DT", "END_DT; the open end acc. to cover if missing"),
    ("party", "month", "date", "OTHER", "MON", "rows up to the as-of month"),
    ("party", "src_sys", "varchar(3)", "", "", "see cover"),
    ("party", "load_ts", "timestamp", "", "", ""),
    ("party", "rating", "varchar(9)", "OTHER", "RATING", ""),
    ("party", "sex", "varchar(9)", "OTHER", "SEX_CD", "see list SEX"),
    ("party", "birth_date", "", "OTHER", "BORN", ""),
    ("party", "seen_datetime", "", "OTHER", "SEEN", ""),
    ("party", "visit_count", "", "OTHER", "VISITS", ""),
    ("party", "letter_id", "", "OTHER", "ID", "L, hyphen, ID"),
    (
        "party",
        "last_seen",
        "",
        "OTHER",
        "SEEN",
        "the latest visit, on the same day the one with the higher ID",
    ),
)
LISTS = SheetGrid(
    "Code lists",
    (("List", "Code", "Meaning"), ("SEX", "M", "male"), ("SEX", "F", "female"), ("SEX", "*", "other")),
)


def _spec(*cover: tuple[str, ...]) -> Spec:
    width = max(map(len, cover))
    filled = tuple((*row, *[""] * (width - len(row))) for row in cover)
    return read_sheets(
        "book.xlsx", [SheetGrid("Cover", filled), SheetGrid("Mapping", (HEADER, *ROWS)), LISTS]
    )


def _rule(spec: Spec, name: str) -> str:
    return next(c.rule_resolved or c.rule for c in spec.targets[0].columns if c.name == name)


def _type(spec: Spec, name: str) -> str:
    return next(c.type for c in spec.targets[0].columns if c.name == name)


@pytest.mark.parametrize(
    "cover",
    [
        ("Key date", "31.12.2024"),
        ("Key date", "31 December 2024. Wherever a rule speaks of the key date this day is meant."),
        ("1", "Key date of the migration is 31.12.2024."),
        ("The key date is 2024-12-31",),
        ('1. "Key date" always means December 31, 2024',),
        ("The key date for all ages is fixed to 31 Dec 2024. It does not move.",),
        ("Key-date:", "12/31/2024"),
    ],
)
def test_a_day_stands_in_place_of_its_words(cover: tuple[str, ...]) -> None:
    spec = _spec(("Mapping of parties",), cover)
    assert _rule(spec, "age") == "completed years on 2024-12-31"
    assert [(each.kind, each.says) for each in spec.general] == [(GeneralKind.DAY, "2024-12-31")]
    assert cover[-1] not in [each.text for each in spec.unused]


def test_the_same_day_as_that_of_another_row_is_no_key_date() -> None:
    spec = _spec(("Key date", "31.12.2024"))
    assert _rule(spec, "last_seen") == "the latest visit, on the same day the one with the higher ID"


@pytest.mark.parametrize(
    ("cover", "column", "says"),
    [
        (("as-of", "2025-06-30"), "is_due", "Y if DUE_ON is before 2025-06-30, else N"),
        (("as-of", "2025-06-30"), "month", "rows up to the month of 2025-06-30"),
        (("As of: the as-of day is below", "2025-06-30"), "is_due", "Y if DUE_ON is before as-of, else N"),
        (("Open end of a validity is stored as 31.12.9999.",), "valid_to", "END_DT; 9999-12-31 if missing"),
        (("Open end is written as 9999-12-31",), "valid_to", "END_DT; 9999-12-31 if missing"),
    ],
)
def test_other_days(cover: tuple[str, ...], column: str, says: str) -> None:
    assert _rule(_spec(("Title",), cover), column) == says


@pytest.mark.parametrize(
    "cover",
    [
        ("Version date", "31.12.2024"),
        ("Date", "31.12.2024"),
        ("Key date", "05/06/2025"),
        ("Key date", "to be agreed"),
        ("Reporting date", "31.12.2024"),
        ("The key date is not the day of the run",),
    ],
)
def test_no_day(cover: tuple[str, ...]) -> None:
    spec = _spec(("Title",), cover)
    assert spec.general == ()
    assert _rule(spec, "age") == "completed years on the key date (see cover)"
    assert cover[-1] in [each.text for each in spec.unused]


@pytest.mark.parametrize(
    "cover",
    [
        "src_sys is 'KBS' in every table which has the field, load_ts the time stamp of the run. Not repeated.",
        "src_sys = 'KBS' in all tables, load_ts is the time of the load",
        "Column src_sys is always 'KBS' in every target. load_ts is the date and time of the run in all tables.",
        "src_sys holds the constant 'KBS' and load_ts is the load time in each table",
        "In every table: src_sys is 'KBS', load_ts is the timestamp of the load run",
    ],
)
def test_what_a_column_holds_in_every_table(cover: str) -> None:
    spec = _spec((cover,))
    assert (_rule(spec, "src_sys"), _rule(spec, "load_ts")) == ("'KBS'", "current_timestamp")


@pytest.mark.parametrize(
    ("cover", "name", "rating"),
    [
        (
            "Blank text (nothing but spaces) in an LND_ column counts as missing, in every rule.",
            "if blank then NULL",
            "",
        ),
        (
            "Blank text counts as missing. Plain moves of varchar columns are trimmed too.",
            "trim; blank becomes NULL",
            "trim; blank becomes NULL",
        ),
        ("Empty or blank text in LND_PTY is treated as NULL", "if blank then NULL", ""),
        (
            "A field of LND_PTY that is empty or has nothing but blanks in it is deemed not filled in and is NULL.",
            "if blank then NULL",
            "",
        ),
        ("Blank text is regarded as missing.", "if blank then NULL", "if blank then NULL"),
        ("Text that is taken over 1:1 is trimmed on both sides.", "trim", "trim"),
        ("Blank text is not treated as missing by default - the sheets say where it is.", "1:1", ""),
        ("If blank text shall count as missing too, it is said at the rule.", "1:1", ""),
        ("Blank counts as missing only where a rule says so.", "1:1", ""),
        ("Nothing is trimmed in direct moves", "1:1", ""),
    ],
)
def test_blank_text(cover: str, name: str, rating: str) -> None:
    spec = _spec((cover,))
    assert (_rule(spec, "name"), _rule(spec, "rating")) == (name, rating)


@pytest.mark.parametrize(
    ("cover", "ending"),
    [
        (
            "In lists neither capital or small letters nor blanks around the code matter.",
            "; ignoring case and blanks",
        ),
        ("Codes are looked up in the lists regardless of case", "; ignoring case"),
        ("Upper and lower case of codes does not matter", "; ignoring case"),
        ("Codes are compared exactly as written.", ""),
        (
            "Case is ignored when a code is looked up in a list, so are spaces around it.",
            "; ignoring case and blanks",
        ),
    ],
)
def test_how_codes_are_compared_with_lists(cover: str, ending: str) -> None:
    assert _rule(_spec((cover,)), "sex") == "'M' = 'male'; 'F' = 'female'; otherwise 'other'" + ending


@pytest.mark.parametrize(
    "cover",
    [
        "Fields called ..._date are dates without time, ..._datetime have the time. ..._id and ..._count are whole "
        "numbers, except where a sheet composes an id of letters and digits.",
        "Columns ending in _date are dates; columns ending in _datetime are timestamps; _count is a count",
        "*_date = date. *_datetime = date and time. *_count = integer.",
        "Columns whose names end in _date hold calendar days, _datetime hold points in time, _count hold integers",
        "_date: date without time\n_datetime: timestamp\n_count: integer",
    ],
)
def test_types_by_the_ending_of_names(cover: str) -> None:
    spec = _spec((cover,))
    assert [_type(spec, n) for n in ("birth_date", "seen_datetime", "visit_count")] == [
        "DATE",
        "TIMESTAMP",
        "BIGINT",
    ]
    assert (_type(spec, "letter_id"), _type(spec, "valid_to")) == ("", "date")


@pytest.mark.parametrize(
    "cover",
    [
        'An empty rule, "1:1" or "direct" means: take the value over',
        "No transformation given = 1:1",
        "Empty rule cell = direct move",
    ],
)
def test_an_empty_rule_is_known_to_be_a_direct_one(cover: str) -> None:
    spec = _spec((cover,))
    assert [each.kind for each in spec.general] == [GeneralKind.DIRECT]
    assert spec.unused == ()


def test_what_is_not_understood_stays_unused() -> None:
    spec = _spec(("General rules",), ("Division by zero gives no value.",), ("Rounding is commercial.",))
    assert [each.text for each in spec.unused] == [
        "General rules",
        "Division by zero gives no value.",
        "Rounding is commercial.",
    ]


@pytest.mark.parametrize(
    ("cover", "tables"),
    [
        ("Blank text in an LND_ column counts as missing, in every rule.", ("LND_PTY",)),
        ("Blank text counts as missing.", ("LND_PTY", "OTHER")),
        ("Blank text in OTHER is NULL", ("OTHER",)),
        ("Blank text is kept.", ()),
    ],
)
def test_the_tables_whose_blank_text_counts_as_missing(cover: str, tables: tuple[str, ...]) -> None:
    assert _spec((cover,)).targets[0].blank_missing == tables
