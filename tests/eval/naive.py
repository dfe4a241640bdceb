"""The naive way beside ours: a whole target in one prompt to the same file, and whatever SQL comes back."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.errors import SignoffError
from signoff.core.generate.store import GeneratorFile
from signoff.core.parse import parse_document
from signoff.core.prompt.markup import markup_of
from tests.eval.cases import Case, Wanted
from tests.eval.freely import CONTEXT_TOKENS, FreeWriter
from tests.eval.results import ColumnResult, TargetResult
from tests.eval.score import ColumnScore, both_sides, score_target
from tests.eval.tables import build_reference, load_sources, read_reference

MOST_TOKENS = 1600
"""Longest answer; a longer prompt leaves less."""
_CHARACTERS_A_TOKEN = 2.5
_SYSTEM = "You write SQL for DuckDB. Answer with one SELECT statement and nothing else."
_FENCE = re.compile(r"```(?:sql)?\s*\n(.*?)(?:```|\Z)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class NaiveAnswer:
    """What came back for one target."""

    sql: str
    seconds: float
    tokens: int


Asked = Callable[[str], NaiveAnswer]
"""Answers a prompt."""


def naive(wanted: Sequence[Wanted], file: GeneratorFile, kept: Path | None = None) -> list[TargetResult]:
    """Ask for whole targets and score the answers as drafts are scored; loading the file is not counted.

    Args:
        wanted: cases with their targets.
        file: the language model's file.
        kept: file of answers from earlier runs, so that a killed run goes on; None asks anew.
    """
    found: list[TargetResult] = []
    with FreeWriter(file) as writer:
        writer.load()
        asked = _remembering(lambda prompt: ask(writer, prompt), kept, file.sha256)
        for each in wanted:
            found += _naive_case(each, asked, file.family)
    return found


def _remembering(asked: Asked, kept: Path | None, model: str) -> Asked:
    if kept is None:
        return asked
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    known = {entry["key"]: NaiveAnswer(**entry["answer"]) for entry in map(json.loads, lines)}

    def answer(prompt: str) -> NaiveAnswer:
        key = hashlib.sha256(f"{model}|{MOST_TOKENS}|{prompt}".encode()).hexdigest()
        if key not in known:
            known[key] = asked(prompt)
            kept.parent.mkdir(parents=True, exist_ok=True)
            with kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"key": key, "answer": vars(known[key])}) + "\n")
        return known[key]

    return answer


def _naive_case(wanted: Wanted, asked: Asked, family: str) -> list[TargetResult]:
    case, spec = wanted.case, parse_document(wanted.case.document)
    reference = read_reference(case.reference)
    found = []
    with duckdb.connect() as connection:
        load_sources(connection, case.sources)
        build_reference(connection, reference)
        for name in wanted.targets or tuple(reference.sql):
            target = spec.target(name)
            if target is None:
                continue
            answer = asked(prompt_for(target, connection, family))
            sides = both_sides(connection, name, answer.sql or None, reference.keys.get(name, ()))
            scores = score_target(name, sides, {}, reference)
            found.append(_result(case, scores, answer))
    return found


def ask(writer: FreeWriter, prompt: str) -> NaiveAnswer:
    """One answer; an empty one to a prompt that is too long."""
    room = CONTEXT_TOKENS - int(len(prompt) / _CHARACTERS_A_TOKEN)
    began = time.monotonic()
    try:
        answer = writer.write(prompt, max(256, min(MOST_TOKENS, room)))
    except SignoffError:
        return NaiveAnswer("", time.monotonic() - began, 0)
    return NaiveAnswer(statement_in(answer.text), time.monotonic() - began, answer.tokens)


def statement_in(text: str) -> str:
    """The first statement of an answer, out of its fence and without its semicolon."""
    fenced = _FENCE.search(text)
    return (fenced.group(1) if fenced else text).partition(";")[0].strip()


def prompt_for(target: TargetMapping, connection: duckdb.DuckDBPyConnection, family: str) -> str:
    """Tables the mapping names, its query steps and its rows, and the request for one statement."""
    lines = ["Source tables:", *_tables(target, connection)]
    if target.steps:
        lines += ["", "How the rows are made:"]
        lines += [" ".join(f"- {s.kind} {s.table} {s.alias} {s.condition}".split()) for s in target.steps]
    lines += ["", f"Columns of {target.name}, in this order:", *(_row(column) for column in target.columns)]
    lines += ["", f"Write one DuckDB SELECT statement that gives exactly these columns of {target.name}."]
    markup = markup_of(family)
    asked = markup.turn("user", markup.harmless("\n".join(lines)))
    return markup.turn("system", _SYSTEM) + asked + markup.open_turn("assistant")


def _tables(target: TargetMapping, connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables that the mapping names anywhere, with columns and types; all where it names none."""
    columns: dict[str, list[str]] = {}
    sql = (
        "select table_name, column_name, data_type from duckdb_columns() "
        "where not internal order by table_oid, column_index"
    )
    for table, column, kind in connection.execute(sql).fetchall():
        columns.setdefault(table, []).append(f"{column} {kind}")
    columns.pop(target.name, None)
    said = " ".join(
        [*(f"{s.table} {s.condition}" for s in target.steps), *(_row(column) for column in target.columns)]
    )
    words = {word.casefold() for word in re.findall(r"\w+", said)}
    named = {table: each for table, each in columns.items() if table.casefold() in words} or columns
    return [f"- {table} ({', '.join(each)})" for table, each in named.items()]


def _row(column: ColumnMapping) -> str:
    sources = ", ".join(str(source) for source in column.sources) or ", ".join(column.source_tables)
    pieces = [f"- {column.name} {column.type}".strip()]
    pieces += [f"from {sources}"] if sources else []
    pieces += [each for each in (column.rule_resolved or column.rule, column.join) if each.strip()]
    return ": ".join(" ".join(piece.split()) for piece in pieces)


def _result(case: Case, scores: Sequence[ColumnScore], answer: NaiveAnswer) -> TargetResult:
    first = scores[0]
    columns = tuple(
        ColumnResult(
            s.column, s.kind, "whole target", s.right, s.on_matching, s.runs and s.why != "column is missing"
        )
        for s in scores
    )
    return TargetResult(
        case.name,
        first.target,
        first.held_out,
        first.runs,
        first.rows_right,
        columns,
        seconds=answer.seconds,
        tokens=answer.tokens,
    )
