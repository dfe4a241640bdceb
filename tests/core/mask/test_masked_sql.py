"""SQL is masked name by name in its place: layout, keywords and functions stay, and it still runs."""

from __future__ import annotations

import duckdb
import pytest

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.mask.masked_sql import masked_sql, terms_in, without_calls
from signoff.core.mask.outside import OutsideNames

TERMS = (
    Term("BERTH_FEES", TermKind.TABLE),
    Term("LastVisitDate", TermKind.COLUMN, "date"),
    Term("status", TermKind.COLUMN),
    Term("QX77", TermKind.VALUE),
    Term("harbour master", TermKind.WORD),
)
NAMES = OutsideNames(
    bytes(32), TERMS, {}, MaskingLevel.FULL, ["BERTH_FEES", "LastVisitDate", "status", "key"]
)

SQL = """\
-- fees the harbour master waits for
with latest as (
    select b.lastvisitdate as d, b."status", b.key, count(*) as n   /* QX77 only */
    from BERTH_FEES as b
    where b.STATUS = 'QX77' and b.key > 3
    group by all
)
select strftime(d, '%Y-%m-%d') as day_text, status::varchar as "Status", [n] as counts
from latest
"""


def bare(text: str) -> str:
    return text.casefold()


def test_masked_sql_holds_no_term_and_comes_back() -> None:
    masked = NAMES.sql(SQL)
    for term in ("berth_fees", "lastvisitdate", "qx77", "harbour", "latest_"):
        assert term not in bare(masked)
    assert bare(NAMES.unmask(masked)) == bare(SQL)
    assert masked.count("\n") == SQL.count("\n")
    assert "strftime(" in masked and "'%Y-%m-%d'" in masked


def test_masked_sql_runs_on_masked_tables() -> None:
    table, date, status, key = (NAMES.identifier(n) for n in ("BERTH_FEES", "LastVisitDate", "status", "key"))
    value = NAMES.text("QX77")
    with duckdb.connect() as connection:
        connection.execute(f'create table "{table}" ("{date}" date, "{status}" varchar, "{key}" integer)')
        connection.execute(f"insert into \"{table}\" values (date '2026-01-02', '{value}', 4)")
        assert connection.execute(NAMES.sql(SQL)).fetchall() == [("2026-01-02", value, [1])]


def test_a_name_has_one_alias_in_all_case_styles() -> None:
    aliases = {
        NAMES.identifier(n).casefold()
        for n in ("LastVisitDate", "lastvisitdate", "LASTVISITDATE", "lastVisitdate")
    }
    assert len(aliases) == 1


@pytest.mark.parametrize("text", ["select {{ ref('BERTH_FEES') }}", "select from where BERTH_FEES ((("])
def test_what_is_no_plain_sql_is_masked_as_text(text: str) -> None:
    assert "BERTH_FEES" not in NAMES.sql(text)
    assert NAMES.unmask(NAMES.sql(text)) == text


def test_functions_of_ones_own_are_masked_and_sqls_own_stay() -> None:
    masked = masked_sql("select acme_clean(a), trim(a) from t", str.upper, str)
    assert masked == "select ACME_CLEAN(A), trim(A) from T"
    assert without_calls("select trim(acme(a))") == "select (acme(a))"


def test_terms_of_sql_are_its_names_and_fixed_values() -> None:
    found = {
        (term.text, term.kind)
        for term in terms_in("select a.x as y from t a where a.z = 'Foo12' or a.w = 'Y'")
    }
    assert (
        ("Foo12", TermKind.VALUE) in found
        and ("x", TermKind.COLUMN) in found
        and ("t", TermKind.COLUMN) in found
    )
    assert ("Y", TermKind.VALUE) not in found
