"""The grammar: what it admits, what it refuses, and that whatever it admits is SQL."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import llguidance
import pytest
import yaml

from signoff.core.domain.prompts import Prompt
from signoff.core.engines.sql.functions import ALLOWED_FUNCTIONS
from signoff.core.engines.sqltext import parse_expression
from signoff.core.generate.fixed_texts import rule_words
from signoff.core.generate.grammar import grammar_for
from signoff.core.generate.vocabulary import AGGREGATES, FUNCTIONS, WINDOWS, sort_of
from signoff.core.prompt.examples import Example, ExampleBank

TOKENIZER = llguidance.LLTokenizer("byte")
BANK = ExampleBank.load()
COLUMNS = (
    ("text_01", "VARCHAR"),
    ("text_02", "VARCHAR"),
    ("num_01", "DECIMAL(12,2)"),
    ("num_02", "INTEGER"),
    ("date_01", "DATE"),
    ("date_02", "TIMESTAMP"),
    ("flag_01", "BOOLEAN"),
)
CASES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "generate" / "grammar.yml").read_text(encoding="utf-8")
)


def prompt_of(**changes: Any) -> Prompt:
    given: dict[str, Any] = {
        "columns": tuple(name for name, _type in COLUMNS),
        "column_types": tuple(type_name for _name, type_name in COLUMNS),
        "literals": ("val_1", "it's"),
        "rule": "since 2024 Night or early Morning, otherwise val_1",
    }
    return Prompt("", "", "expression/1", "", **{**given, **changes})


@cache
def compiled(grammar: str) -> Any:
    matcher = llguidance.LLMatcher(TOKENIZER, llguidance.LLMatcher.grammar_from_lark(grammar), log_level=0)
    assert not matcher.is_error(), matcher.get_error()
    return matcher


def matcher_of(prompt: Prompt) -> Any:
    return compiled(grammar_for(prompt)).deep_copy()


def admits(prompt: Prompt, sql: str) -> bool:
    matcher, raw = matcher_of(prompt), list(sql.encode())
    return bool(matcher.try_consume_tokens(raw) == len(raw) and matcher.is_accepting())


@pytest.mark.parametrize("sql", CASES["admitted"])
def test_admitted(sql: str) -> None:
    assert admits(prompt_of(), sql)


@pytest.mark.parametrize("sql", CASES["refused"])
def test_refused(sql: str) -> None:
    assert not admits(prompt_of(), sql)


@pytest.mark.parametrize("sql", CASES["aggregates"])
def test_aggregates_only_in_a_grouped_statement(sql: str) -> None:
    assert admits(prompt_of(aggregate=True), sql)
    assert not admits(prompt_of(), sql)


@pytest.mark.parametrize(
    ("changes", "admitted", "refused"),
    [
        ({"condition": True}, "num_01 > 3", "num_01"),
        ({"target_type": "DATE"}, "date_01", "text_01"),
        ({"target_type": "INTEGER"}, "length(text_01)", "text_01"),
        ({"target_type": "VARCHAR"}, "text_01", "num_01 > 3"),
        ({"target_type": "BOOLEAN"}, "flag_01", "num_01"),
        ({"column_types": ("",) * len(COLUMNS)}, "upper(num_01)", "num_09"),
    ],
)
def test_the_wanted_type_decides_the_sort(changes: dict[str, Any], admitted: str, refused: str) -> None:
    assert admits(prompt_of(**changes), admitted)
    assert not admits(prompt_of(**changes), refused)


def kind_of(example: Example) -> tuple[bool, bool, str]:
    return example.rule.condition, example.rule.aggregate, sort_of(example.rule.target_type)


@pytest.mark.parametrize("kind", sorted({kind_of(example) for example in BANK.fixed + BANK.others}))
def test_every_worked_example_is_admitted(kind: tuple[bool, bool, str]) -> None:
    """Examples of one kind share a grammar over all their columns and fixed values, to compile it once."""
    examples = [example for example in BANK.fixed + BANK.others if kind_of(example) == kind]
    columns = {column.alias: column.type for example in examples for column in example.rule.columns}
    literals = {value: None for example in examples for value in example.rule.literals}
    for example in examples:
        literals |= {word: None for word in rule_words(example.rule.text) if f"'{word}'" in example.sql}
    target_type = next(example.rule.target_type for example in examples)
    prompt = Prompt(
        "",
        "",
        "",
        "",
        columns=tuple(columns),
        column_types=tuple("DATE" if alias.startswith("date") else name for alias, name in columns.items()),
        literals=tuple(literals),
        condition=kind[0],
        aggregate=kind[1],
        target_type=target_type,
        rule=" ".join(example.rule.text for example in examples),
    )
    assert [example.sql for example in examples if not admits(prompt, example.sql)] == []


@pytest.mark.parametrize(
    ("rule", "sql", "expected"),
    [
        ("after 2023", "date_01 > DATE '2023-12-31'", True),
        ("later than the other", "date_01 > DATE '2023-12-31'", False),
        ("before today", "date_01 < current_date", True),
        ("before the other", "date_01 < current_date", False),
        ("label like Q3", "'Q' || num_02", True),
        ("label", "'Q' || num_02", False),
        ("the Region", "text_01 LIKE '%Region%'", True),
        ("the place", "text_01 LIKE '%Region%'", False),
    ],
)
def test_what_a_rule_does_not_speak_of_cannot_be_written(rule: str, sql: str, expected: bool) -> None:
    assert admits(prompt_of(rule=rule, literals=()), sql) is expected


def test_nesting_is_bounded() -> None:
    assert not admits(prompt_of(), "upper(" * 9 + "text_01" + ")" * 9)


def test_rule_words_come_in_three_spellings_and_in_pairs() -> None:
    words = rule_words("early Morning of text_01", ("text_01",))
    assert {"early", "EARLY", "Early", "Morning", "early Morning"} <= set(words)
    assert "text_01" not in words


def written_at_random(prompt: Prompt, seed: int, most: int = 90) -> str | None:
    """An answer drawn byte by byte from the grammar; None when it did not end in time."""
    matcher, draw = matcher_of(prompt), random.Random(seed)
    raw = bytearray()
    while len(raw) < most:
        mask = matcher.compute_bitmask()
        allowed = [byte for byte in range(256) if mask[byte // 8] >> (byte % 8) & 1]
        if matcher.is_accepting() and (not allowed or draw.random() < 0.3):
            return raw.decode()
        if not allowed:
            return None
        byte = draw.choice(allowed)
        matcher.consume_token(byte)
        raw.append(byte)
    return None


@pytest.mark.parametrize("aggregate", [False, True])
def test_whatever_is_admitted_is_sql(aggregate: bool) -> None:
    prompt = prompt_of(aggregate=aggregate)
    drawn = [text for seed in range(60) if (text := written_at_random(prompt, seed))]
    assert len(drawn) >= 20
    with duckdb.connect() as connection:
        for sql in drawn:
            parse_expression(sql)
            assert len(connection.extract_statements(f"SELECT {sql}")) == 1


def test_the_gate_lets_through_every_function_of_the_grammar() -> None:
    tables = (FUNCTIONS, AGGREGATES, WINDOWS)
    names = {signature.split("(")[0] for table in tables for group in table.values() for signature in group}
    assert names <= ALLOWED_FUNCTIONS
