"""No text whatever makes a compiler raise, and what it compiles binds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_condition, compile_rule
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import duckdb_type, family_of, fit_to_type, text_length

_SCOPE = Scope(
    (
        ScopeColumn("p", "party", SourceColumn("status", "VARCHAR"), is_source=True),
        ScopeColumn("p", "party", SourceColumn("amount", "DECIMAL(12,2)")),
        ScopeColumn("q", "deal", SourceColumn("date", "DATE")),
        ScopeColumn("q", "deal", SourceColumn("amount", "INTEGER")),
    ),
    "VARCHAR",
)
_GROUPED = replace(_SCOPE, aggregate=True, group_keys=("q.date",))
_WORDS = st.sampled_from(
    sorted(
        word_set(
            "if then else otherwise when and or not null is in between status amount date p.status q.amount",
            "'A' \"B\" 1 0 -5 ( ) , ; : = <> < > -> || + - * / % case end trim upper concatenate with comma",
            "as separator default constant direct move sum of count first 3 characters before after year month",
            "days add to by round rounded 2 decimals md5 row number ordered map A Active I Inactive § §c §q [ ]",
            "{ } ‘x’ “y” `z` 2024-01-01 31.12.2024 convert DD.MM.YYYY cast int coalesce over select",
            "minus plus times divided total how many latest of the each per previous running share percent deals",
            "with that",
        )
        | {"\n"}
    )
)


def _mapping(rule: str) -> ColumnMapping:
    return ColumnMapping("deal_fact", "state", "varchar(10)", (SourceRef("p", "status"),), rule)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=80))
def test_any_text_is_answered(text: str) -> None:
    compile_rule(_mapping(text), _SCOPE)
    compile_condition(text, _SCOPE)
    fit_to_type("x", duckdb_type(text), "DATE")
    family_of(text)
    text_length(text)


@settings(deadline=None, max_examples=600)
@given(st.lists(_WORDS, max_size=14).map(" ".join))
def test_any_heap_of_rule_words_is_answered(text: str) -> None:
    compile_rule(_mapping(text), _SCOPE)
    compile_rule(_mapping(text), _GROUPED)
    compile_condition(text, _SCOPE)


def test_deep_and_long_texts_are_left_alone() -> None:
    for text in (
        "(" * 500 + "other" + ")" * 500,
        "not " * 400 + "amount",
        "-" * 900 + "1",
        "status || " * 300,
        "x " * 5000,
    ):
        assert compile_rule(_mapping(text), _SCOPE) is None


def test_long_list_of_codes_is_read() -> None:
    listed = compile_rule(_mapping(", ".join(f"A{n} = Label{n}" for n in range(60))), _SCOPE)
    assert listed is not None
    assert listed.sql.count("WHEN") == 60


def test_many_clauses_are_left_alone() -> None:
    assert (
        compile_rule(_mapping("the quick fox, jumps over; the lazy dog. And then if " * 12), _SCOPE) is None
    )
