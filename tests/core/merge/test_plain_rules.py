"""Rules of change requests that are sentences, in plain words; with a word that is not accounted for they stay."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    TargetMapping,
)
from signoff.core.merge.plain_rules import with_plain_rules

_COLUMNS = {
    "stg_loans": "loan_id reader_id taken_on due_on returned_at",
    "stg_readers": "reader_id name city",
    "stg_books": "book_id shelf title",
}
_SCHEMA = Schema(
    tuple(
        SourceTable(name, tuple(SourceColumn(column, "VARCHAR") for column in columns.split()))
        for name, columns in _COLUMNS.items()
    )
)


@pytest.mark.parametrize(
    ("sources", "rule", "said"),
    [
        ("stg_loans.loan_id", "how many loans the reader has", "number of loans"),
        (
            "stg_loans.loan_id",
            "how many loans each reader had, zero when nobody came",
            "number of loans, 0 if there are none",
        ),
        (
            "stg_loans.loan_id",
            "how many loans the reader had, zero when due_on is empty",
            "number of loans, zero when due_on is empty",
        ),
        (
            "stg_loans.loan_id stg_books.shelf",
            "number of loans whose book has shelf = 'A', 0 if there are none",
            "number of loans whose shelf = 'A', 0 if there are none",
        ),
        (
            "stg_loans.loan_id stg_books.shelf",
            "number of loans where the book's shelf is 'A'",
            "number of loans whose shelf is 'A'",
        ),
        ("stg_loans.loan_id stg_books.shelf", "number of loans whose reader has shelf = 'A'", ""),
        (
            "stg_loans.loan_id",
            "Loans of shelf X are for staff and are no longer counted; a loan that does not state its shelf still is",
            "number of loans except those with shelf X",
        ),
        (
            "stg_loans.loan_id",
            "loans with shelf = 'X' do not count any more",
            "number of loans except those with shelf = 'X'",
        ),
        ("stg_loans.loan_id", "loans of shelf X are no longer counted; a loan of last year still is", ""),
        (
            "stg_loans.taken_on",
            "From the day of the loan (taken_on) until returned_at, counted in days. Stays empty as long as it is out",
            "days from taken_on to returned_at",
        ),
        ("stg_loans.taken_on", "from taken_on to due_on in weeks", "weeks from taken_on to due_on"),
        ("stg_loans.taken_on", "from taken_on to due_on in weeks without holidays", ""),
        (
            "stg_readers.name",
            "The reader that took it out. Use its reader_id, and keep loans that have no reader",
            "by reader_id",
        ),
        ("stg_readers.name", "the reader that took it out; join by reader_id", "by reader_id"),
        ("stg_readers.name", "The reader that took it out. Use its card_id", ""),
        (
            "stg_readers.name",
            "The reader that took it out. Use its reader_id, and keep loans that have no book",
            "",
        ),
        (
            "stg_readers.name",
            "Wherever the reader's name is missing the list reads 'Unknown' instead of a gap",
            "'Unknown' if empty",
        ),
        ("stg_readers.name", "where the city is missing it shows 'Unknown'", ""),
        (
            "stg_loans.taken_on",
            "numbers the loans of each reader 1, 2, 3 and so on, sorted by taken_on, then loan_id",
            "running number per reader_id, sorted by taken_on, then loan_id",
        ),
        (
            "stg_loans.taken_on",
            "among the loans of this table: 1 for the reader's first one by taken_on, 2 for the next and so on",
            "running number per reader_id, sorted by taken_on",
        ),
        ("stg_loans.taken_on", "numbers the loans of each shelf 1, 2, 3 and so on, sorted by taken_on", ""),
        (
            "stg_loans.due_on",
            "due_on of the loan the reader had immediately before, going by taken_on",
            "due_on of the row before, same reader_id, by taken_on",
        ),
        ("stg_loans.due_on", "due_on of the loan the library had before, going by taken_on", ""),
    ],
)
def test_a_sentence_in_plain_words(sources: str, rule: str, said: str) -> None:
    refs = tuple(SourceRef(*each.split(".")) for each in sources.split())
    target = TargetMapping("t", (ColumnMapping("t", "new_one", sources=refs, rule=rule),))
    assert with_plain_rules(target, _SCHEMA).columns[0].rule == (said or rule)
