"""A scripted expert: answers what a draft asks from the reference, and from nothing else."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from signoff.core.review.questions import NO, PROPOSED, UNKNOWN_RULE, UNSETTLED, YES
from tests.eval.cases import Case, Wanted
from tests.eval.drafting import Tools, Variation, draft, report_of
from tests.eval.lineage import condition_of, equalities, relations_of, requalified
from tests.eval.looking import Drafted, Looker, alike
from tests.eval.results import TargetResult, results_of
from tests.eval.tables import build_reference, load_sources, read_reference, rendered

ROUNDS = 4
"""Times the draft is made anew with all answers so far."""
NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Reply:
    """What the expert says to one question."""

    question: str
    code: str
    target: str
    column: str
    answer: str | None
    """None where the reference does not tell."""
    how: str
    """``choice``, ``value``, ``join``, ``engineer`` (an expression, as given to an engineer), or not known."""


@dataclass(frozen=True)
class Answered:
    """A case with everything answered that the reference tells."""

    results: tuple[TargetResult, ...]
    replies: tuple[Reply, ...]

    def counts(self) -> dict[str, int]:
        """Replies by how they came about."""
        return dict(Counter(reply.how for reply in self.replies))


@contextmanager
def looker_for(case: Case) -> Iterator[Looker]:
    """Source tables and references of a case in one database."""
    reference = read_reference(case.reference)
    with duckdb.connect() as connection:
        load_sources(connection, case.sources)
        build_reference(connection, reference)
        tables: dict[str, dict[str, str]] = {}
        sql = "select table_name, column_name, data_type from duckdb_columns() where not internal"
        for table, column, kind in connection.execute(sql).fetchall():
            tables.setdefault(table, {})[column] = kind
        yield Looker(connection, reference, tables)


def answer_case(
    wanted: Wanted, before: Path, out: Path, variation: Variation, tools: Tools, *, engineer: bool = False
) -> Answered:
    """Answer, draft again, and so on until nothing new is asked that can be answered.

    Args:
        wanted: the case and its targets.
        before: folder of the draft without answers.
        out: folder for the draft with answers; ``answers.json`` lies there too.
        variation: as the draft before.
        tools: as the draft before.
        engineer: where no expression was found, say the reference's own, as an engineer would write it.
    """
    replies: dict[str, Reply] = {}
    place = before
    with looker_for(wanted.case) as looker:
        for _round in range(ROUNDS):
            new = [r for r in replies_to(place, looker, engineer=engineer) if r.question not in replies]
            replies.update({reply.question: reply for reply in new})
            answers = {r.question: r.answer for r in replies.values() if r.answer is not None}
            if place is out and not any(r.answer is not None for r in new):
                break
            out.mkdir(parents=True, exist_ok=True)
            (out / "answers.json").write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")
            draft(wanted, out, variation, tools, answers)
            place = out
    return Answered(tuple(results_of(wanted.case, out, wanted.targets)), tuple(replies.values()))


def replies_to(drafts: Path, looker: Looker, *, engineer: bool = False) -> list[Reply]:
    """A reply to every question of a folder of drafts."""
    found = []
    names = {name.casefold(): name for name in looker.reference.sql}
    for facts in report_of(drafts)["targets"]:
        name = names.get(str(facts["name"]).casefold())
        if name is None:
            continue
        drafted = Drafted(name, (drafts / facts["file"]).read_text(encoding="utf-8"))
        asked = facts["questions"]
        lone = sum(question["code"] == UNSETTLED for question in asked) == 1
        found += [_reply(q, drafted, looker, engineer and (lone or q["code"] != UNSETTLED)) for q in asked]
    return found


def _reply(question: Mapping[str, Any], drafted: Drafted, looker: Looker, engineer: bool) -> Reply:
    answer, how = _answer(question, drafted, looker, engineer)
    column = str(question["column"])
    return Reply(str(question["id"]), str(question["code"]), drafted.target, column, answer, how)


def _answer(
    question: Mapping[str, Any], drafted: Drafted, looker: Looker, engineer: bool
) -> tuple[str | None, str]:
    column, code = str(question["column"]), question["code"]
    if code == PROPOSED:
        return _join(str(question["text"]), drafted, looker), "join"
    if code == UNSETTLED and engineer:
        return _condition(str(question["text"]), drafted, looker)
    if column.casefold() not in _columns(looker, drafted.target):
        return None, NOT_KNOWN
    if question["rows"] and question["choices"]:
        return _by_rows(question, column, drafted, looker)
    if code == UNKNOWN_RULE and engineer:
        origin = looker.expression(drafted.target, column)
        if origin is not None:
            return requalified(origin, drafted.selects), "engineer"
    return None, NOT_KNOWN


def _condition(text: str, drafted: Drafted, looker: Looker) -> tuple[str | None, str]:
    """The reference's condition: of the join of a table that the question names and the draft lacks, or on rows."""
    words = {word.casefold() for word in re.findall(r"\w+", text)}
    present = {table for select in drafted.selects for table in relations_of(select).values()}
    statement = looker.reference.sql[drafted.target]
    lacking = [t for t in looker.tables if t.casefold() in words - present - {drafted.target.casefold()}]
    origin = condition_of(statement, lacking[0] if lacking else "", looker.tables)
    return (None, NOT_KNOWN) if origin is None else (requalified(origin, drafted.selects), "engineer")


def _columns(looker: Looker, target: str) -> set[str]:
    return {name.casefold() for name in looker.tables[target]}


def _by_rows(
    question: Mapping[str, Any], column: str, drafted: Drafted, looker: Looker
) -> tuple[str | None, str]:
    """The choice that gives what the reference gives on every row it tells, or the first row's value."""
    rows = question["rows"]
    expected = [looker.expected(drafted, column, row) for row in rows]
    if all(text is None for text in expected):
        return None, NOT_KNOWN
    fitting = [c for c in question["choices"] if _fits(str(c["text"]), expected)]
    if len({c["text"] for c in fitting}) == 1:
        return str(fitting[0]["id"]), "choice"
    if expected[0] is None:
        return None, NOT_KNOWN
    return _said(expected[0]), "value"


def _fits(text: str, expected: Sequence[str | None]) -> bool:
    """Whether a choice's text, one value for each row, is what the reference gives wherever it tells."""
    values = text.split("; ")
    if len(values) != len(expected):
        return False
    return all(
        told is None or alike(value, _said(told)) for value, told in zip(values, expected, strict=True)
    )


def _said(value: str) -> str:
    """A value as questions say it."""
    return "no value" if not value else value if value.strip() else "blank text"


def _join(text: str, drafted: Drafted, looker: Looker) -> str:
    """Whether the reference finds a table as a draft proposes."""
    words = {word.casefold() for word in re.findall(r"\w+", text)}
    proposed = [
        pair
        for pair in equalities(rendered(drafted.sql), looker.tables)
        if any(table in words for table, _ in pair)
    ]
    meant = equalities(looker.reference.sql[drafted.target], looker.tables)
    return YES if proposed and all(pair in meant for pair in proposed) else NO
