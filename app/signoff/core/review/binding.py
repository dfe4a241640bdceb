"""What a sign-off and each decision is bound to.

Bound: the exact text for the chosen dialect, the rules' texts, the code lists they name, answers, rules of the whole
file, the Rows card, checks, source columns and types, the sign-offs of what is read, approved rules that helped to
draft it and were taken back, and the no-change proof of an update. Not bound: cell positions, the order of rows in
the document, sheet names, comments, colours. A binding is the SHA-256 over named parts, so that a later difference
can be told part by part.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from signoff.core.domain.checks import Check, RowsCard
from signoff.core.domain.code_lists import column_texts, lists_named, step_texts
from signoff.core.domain.dbt import ALONE
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.review import ROWS
from signoff.core.domain.spec import CodeList, ColumnMapping, SourceTable, Step
from signoff.core.review.proving import proof_part

Parts = dict[str, str]
"""Name of a part, as a person reads it, and its canonical text."""


def binding_of(dossier: Dossier) -> str:
    """The binding of a target's sign-off, as 64 hexadecimal letters."""
    return digest_of(binding_parts(dossier))


def column_binding(dossier: Dossier, column: str) -> str:
    """The binding of the decision on one column, or on the Rows card (`ROWS`)."""
    return digest_of(column_parts(dossier, column))


def digest_of(parts: Mapping[str, str]) -> str:
    """SHA-256 over named parts, whatever their order."""
    return hashlib.sha256(_canonical(dict(parts)).encode("utf-8", "surrogatepass")).hexdigest()


def binding_parts(dossier: Dossier) -> Parts:
    """Everything the sign-off of a target is bound to."""
    parts: Parts = {"dialect": dossier.dialect, "text": dossier.text, "existing text": dossier.draft.existing}
    if dossier.draft.around != ALONE:
        parts["dbt project"] = dossier.draft.around.digest
    for column in dossier.mapping.columns:
        parts.update(_rule_parts(dossier, column.name))
    parts["columns"] = _canonical([[c.name, c.type, c.origin.value] for c in dossier.draft.columns])
    parts["query steps"] = _steps(dossier.mapping.steps)
    parts["Rows card"] = _card(dossier.verification.card if dossier.verification else None)
    parts.update(_check_parts(dossier.verification.checks if dossier.verification else ()))
    parts.update(_answer_parts(dossier, None))
    parts.update({f"rule of the whole file {code}": value for code, value in dossier.file_rules})
    parts.update(_code_list_parts(dossier.code_lists))
    parts.update(_source_parts(dossier.sources.tables))
    parts.update(_proof_parts(dossier))
    parts.update({f"sign-off of {u.target.casefold()}": u.binding for u in dossier.upstream})
    for name in dict.fromkeys(each.column.casefold() for each in dossier.taken_back):
        parts.update(_taken_back_parts(dossier, name))
    return parts


def column_parts(dossier: Dossier, column: str) -> Parts:
    """Everything the decision on one column, or on the Rows card, is bound to."""
    if column == ROWS:
        return _rows_parts(dossier)
    parts: Parts = {"dialect": dossier.dialect}
    parts.update(_rule_parts(dossier, column))
    texts = column_texts(mapped(dossier, column))
    parts.update(_code_list_parts(lists_named(texts, dossier.code_lists)))
    drafted = drafted_column(dossier, column)
    if drafted is not None:
        parts["expression"] = _canonical([[e.sql, e.origin.value] for e in drafted.expressions])
        parts["result type"] = drafted.type
        parts.update(_read_columns(dossier, drafted))
    parts.update(_proof_parts(dossier, column))
    checks = dossier.verification.checks if dossier.verification else ()
    parts.update(_check_parts(c for c in checks if c.column.casefold() == column.casefold()))
    parts.update(_answer_parts(dossier, frozenset({column.casefold()})))
    parts.update(_taken_back_parts(dossier, column.casefold()))
    return parts


def drafted_column(dossier: Dossier, column: str) -> DraftColumn | None:
    """The draft's column of that name, ignoring case."""
    wanted = column.casefold()
    return next((c for c in dossier.draft.columns if c.name.casefold() == wanted), None)


def mapped(dossier: Dossier, column: str) -> tuple[ColumnMapping, ...]:
    """The document's rows for one column; more than one when it has sections."""
    wanted = column.casefold()
    return tuple(m for m in dossier.mapping.columns if m.name.casefold() == wanted)


def _rows_parts(dossier: Dossier) -> Parts:
    parts: Parts = {"dialect": dossier.dialect, "query steps": _steps(dossier.mapping.steps)}
    parts.update(_code_list_parts(lists_named(step_texts(dossier.mapping), dossier.code_lists)))
    plan = dossier.draft.plan
    sections = plan.sections if plan else ()
    if plan is None:
        parts["text"] = dossier.text
    parts["joins"] = _canonical(
        [
            [
                s.name,
                [[r.table, r.alias, r.join.value, r.on.sql if r.on else "", r.subquery] for r in s.relations],
            ]
            for s in sections
        ]
    )
    parts["filters and grouping"] = _canonical(
        [
            [
                s.name,
                s.distinct,
                *([c.sql or c.column for c in each] for each in (s.filters, s.group_by, s.having, s.qualify)),
            ]
            for s in sections
        ]
    )
    parts["union"] = _canonical(plan.union_all if plan else True)
    verification = dossier.verification
    parts["Rows card"] = _card(verification.card if verification else None)
    parts.update(_check_parts(c for c in (verification.checks if verification else ()) if not c.column))
    columns = frozenset(c.name.casefold() for c in dossier.draft.columns)
    elsewhere = {q.column.casefold() for q in (*dossier.questions, *dossier.asked)} - columns
    parts.update(_answer_parts(dossier, frozenset(elsewhere)))
    for name in dict.fromkeys(each.column.casefold() for each in dossier.taken_back):
        parts.update(_taken_back_parts(dossier, name) if name not in columns else {})
    parts.update({f"sign-off of {u.target.casefold()}": u.binding for u in dossier.upstream})
    return parts


def _rule_parts(dossier: Dossier, column: str) -> Parts:
    rows = mapped(dossier, column)
    if not rows:
        return {}
    name = rows[0].name.casefold()
    return {
        f"rule of {name}": _sorted([[m.section, m.rule, m.rule_resolved, m.rule_kind, m.join] for m in rows]),
        f"sources of {name}": _sorted([[m.section, *map(str, m.sources)] for m in rows]),
        f"type of {name}": _sorted([[m.section, m.name, m.type, m.key, m.required, m.default] for m in rows]),
        f"example value of {name}": _sorted([[m.section, m.example] for m in rows]),
    }


def _code_list_parts(lists: Iterable[CodeList]) -> Parts:
    """Each list's entries; their order does not matter."""
    entries: dict[str, list[list[str]]] = {}
    for each in lists:
        entries.setdefault(each.name, []).extend(map(list, each.codes))
    return {f"code list {name}": _canonical(sorted(codes)) for name, codes in entries.items()}


def _steps(steps: Sequence[Step]) -> str:
    """Steps in the order they are to be done; how they are numbered does not matter."""
    content = [[s.section, s.order, [s.kind.value, s.table, s.alias, s.condition]] for s in steps]
    content.sort(key=_canonical_key)
    return _canonical([[section, what] for section, _order, what in content])


def _canonical_key(step: list[object]) -> tuple[str, int, str]:
    section, order, what = step
    return str(section), int(str(order)), _canonical(what)


def _card(card: RowsCard | None) -> str:
    if card is None:
        return ""
    steps = [[s.words, s.rows_in, s.left_out, s.doubled, s.unknown, s.rows_out] for s in card.steps]
    return _canonical([card.one_row_per, steps, card.rows])


def _check_parts(checks: Iterable[Check]) -> Parts:
    grouped: dict[str, list[object]] = {}
    for check in checks:
        name = f"check {check.code} of {check.column}" if check.column else f"check {check.code}"
        grouped.setdefault(name, []).append([check.state.value, check.message, check.count])
    return {name: _sorted(results) for name, results in grouped.items()}


def _answer_parts(dossier: Dossier, columns: frozenset[str] | None) -> Parts:
    """Answers about these columns (lower case), or about the whole target when None."""
    column_of = {q.id: q.column.casefold() for q in (*dossier.questions, *dossier.asked)}
    return {
        f"answer {answer.question}": answer.value
        for answer in dossier.answers
        if columns is None or column_of.get(answer.question) in columns
    }


def _taken_back_parts(dossier: Dossier, column: str) -> Parts:
    """Worked examples of a column (lower case) that nobody stands for any more; no part where there are none."""
    found = [each.example for each in dossier.taken_back if each.column.casefold() == column]
    places = _sorted([[example.target, example.column] for example in found])
    return {f"example taken back for {column}": places} if found else {}


def _source_parts(tables: Iterable[SourceTable]) -> Parts:
    return {
        f"source columns of {table.name.casefold()}": _canonical(
            [sorted([c.name, c.type, c.nullable] for c in table.columns), sorted(table.key)]
        )
        for table in tables
    }


def _proof_parts(dossier: Dossier, column: str = "") -> Parts:
    """The no-change proof, whole or of one column; no part where there is none."""
    part = proof_part(dossier, column)
    return {"no-change proof": _canonical(part)} if part else {}


def _read_columns(dossier: Dossier, column: DraftColumn) -> Parts:
    """Types of the source columns whose names stand in the expression or in the source cells."""
    words = {w.casefold() for e in column.expressions for w in re.findall(r"\w+", e.sql)}
    words |= {s.column.casefold() for m in mapped(dossier, column.name) for s in m.sources}
    return {
        f"type of source {table.name.casefold()}.{c.name.casefold()}": _canonical([c.type, c.nullable])
        for table in dossier.sources.tables
        for c in table.columns
        if c.name.casefold() in words
    }


def _sorted(values: Sequence[object]) -> str:
    return _canonical(sorted(values, key=_canonical))


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
