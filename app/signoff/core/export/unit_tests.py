"""dbt unit tests of answers: made-up rows on which the choices of a question differ must give what was chosen.

Only made-up rows are written; a sample row never leaves the project. A test is written where the row is sure to reach
the result: one part, no filter, no grouping, nothing read twice, and only columns of the driving table in the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.plan import JoinKind, SectionPlan
from signoff.core.domain.review import MadeUpRow, Question
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import parse_query, query_tables
from signoff.core.errors import SignoffError
from signoff.core.export.jinja import is_jinja, neutral
from signoff.core.export.references import Book

Yaml = dict[str, Any]
_PLAIN_NAME = re.compile(r"\w+")
_CALL = re.compile(r"\{\{\s*(.*?)\s*\}\}")


def unit_tests_file(dossiers: Sequence[Dossier], names: Mapping[str, str], book: Book) -> Yaml:
    """Content of ``models/unit_tests.yml``; empty when there is nothing to test.

    Args:
        dossiers: what is exported.
        names: model by target.
        book: where every table name leads.
    """
    tests = [test for each in dossiers for test in _tests(each, names[each.target], book)]
    return {"version": 2, "unit_tests": tests} if tests else {}


def _tests(dossier: Dossier, model: str, book: Book) -> Iterator[Yaml]:
    section = _plain_section(dossier)
    inputs = _inputs(dossier, book) if section else {}
    if section is None or not inputs:
        return
    answers = {answer.question: answer for answer in dossier.answers}
    driving = section.relations[0]
    for question in {q.id: q for q in (*dossier.asked, *dossier.questions)}.values():
        answer, place = answers.get(question.id), _drafted_choice(dossier, question)
        rows = [row for row in question.deciding if _is_writable(row, driving.alias)]
        if answer is None or place is None or not rows or not _PLAIN_NAME.fullmatch(question.column):
            continue
        given = {
            table: [] if table != driving.table.casefold() else list(map(_given, rows)) for table in inputs
        }
        yield {
            "name": f"{model}_{question.column}_as_answered_{question.id}",
            "description": neutral(say("export.as_answered", column=question.column, name=answer.by)),
            "model": model,
            "given": [{"input": inputs[table], "rows": made} for table, made in given.items()],
            "expect": {"rows": [{question.column: row.results[place]} for row in rows]},
        }


def _plain_section(dossier: Dossier) -> SectionPlan | None:
    """The only part of a target whose every driving row is a row of the result; None where it is not so simple."""
    plan = dossier.draft.plan
    if plan is None or len(plan.sections) != 1 or dossier.draft.existing:
        return None
    section = plan.sections[0]
    cut = (section.filters, section.group_by, section.having, section.qualify, section.unresolved)
    if any(cut) or section.distinct or not section.relations:
        return None
    first, *others = section.relations
    is_plain = not any(r.subquery or r.carries for r in section.relations)
    is_kept = all(r.join is JoinKind.LEFT and r.table.casefold() != first.table.casefold() for r in others)
    return section if is_plain and is_kept else None


def _inputs(dossier: Dossier, book: Book) -> dict[str, str]:
    """How dbt names every table the statement reads, by case-folded table; none where one of them has no name."""
    try:
        tables = query_tables(parse_query(dossier.draft.sql))
    except SignoffError:
        return {}
    calls = {table.casefold(): _CALL.fullmatch(book.reference(table) or "") for table in tables}
    return {table: call.group(1) for table, call in calls.items() if call} if all(calls.values()) else {}


def _drafted_choice(dossier: Dossier, question: Question) -> int | None:
    """The place of the choice that the draft holds."""
    column = next((c for c in dossier.draft.columns if c.name.casefold() == question.column.casefold()), None)
    drafted = [expression.sql for expression in column.expressions] if column else []
    return next((n for n, choice in enumerate(question.choices) if [choice.sql] == drafted), None)


def _is_writable(row: MadeUpRow, alias: str) -> bool:
    places = [name.rpartition(".") for name, _ in row.values]
    is_driving = all(
        place.casefold() == alias.casefold() and _PLAIN_NAME.fullmatch(name) for place, _, name in places
    )
    texts = [value for _, value in row.values] + list(row.results)
    return is_driving and not any(text is not None and is_jinja(text) for text in texts)


def _given(row: MadeUpRow) -> Yaml:
    return {name.rpartition(".")[2]: value for name, value in row.values}
