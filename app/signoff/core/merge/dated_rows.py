"""Rows told by what happened to them by a day: ``staff who had left by 2025-06-30``, ``orders placed in 2024``.

A verb stands for the one day that is called after it. A verb that only means the same as the column's name is an
assumption, as is one in another language than the column's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.rows_told import SIGN_OF, stem
from signoff.core.merge.scoping import find_everywhere, is_day, relation_columns

_NOUN = (
    r"(?:(?:all|the|those|only|just|every|each|any)\s+)*(?:(?:(?!(?:not|never|no|nor|without|who"
    r"|that|which|have|has|had|were|was|are|is|last|latest|first|newest|earliest|oldest|highest"
    r"|lowest|one|only|most)\b)[\w-]+\s+){1,3}?)?"
)
_DAY = r"'?(?P<day>\d{4}-\d{2}-\d{2})'?"
_SIGN = "|".join(  # "as of" may mean since or until
    sorted((re.escape(s).replace(r"\ ", r"\s+") for s in SIGN_OF if s != "as of"), key=len, reverse=True)
)
_SAID = re.compile(
    rf"^{_NOUN}(?:(?:that|which|who)\s+)?"
    r"(?:(?:they|it)\s+)?(?:(?:have|has|had|were|was|are|is|been|already|still)\s+)*(?P<not>(?:not|never)\s+(?:yet\s+|been\s+)*)?(?:been\s+)?"
    rf"(?P<verb>[a-z]+)(?:\s+(?:us|in|up|out|the\s+(?:company|firm|school|club)))?\s+(?P<sign>{_SIGN})\s+(?:the\s+)?{_DAY}(?:\s+(?:or\s+(?P<or>later|earlier|after|before)|(?P<on>onwards?)))?$",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(
    rf"^{_NOUN}(?:(?:that|which|who)\s+)?"
    r"(?:(?:have|has|had|were|was|are|is|been)\s+)*(?P<verb>[a-z]+)\s+(?:in|during)\s+(?:the\s+year\s+)?(?P<year>(?:19|20)\d{2})$",
    re.IGNORECASE,
)
_BY_COLUMN = re.compile(r"^(?P<text>[^()]+?)\s*\((?:by\s+|see\s+|column\s+)?(?P<name>[A-Za-z_]\w*)\)$")
"""The column that tells when it happened, in brackets: ``received in 2024 (entered_on)``."""
_FAMILIES = tuple(
    frozenset(stem(word) for word in said.split())
    for said in (
        "join hire enter entry start begin employ engage eintritt beginn toetreding indienst aangenomen embauche alta",
        "start begin from since ab von vanaf",
        "leave left exit end terminate termination resign quit austritt ende uittreding uitdienst einde baja sortie",
        "close closed close terminate end geschlossen gesloten cerrado",
        "create created open register record enter set angelegt erstellt erfasst aangemaakt alta",
        "change modify update edit amend alter geaendert gewijzigd mutatie",
        "delete remove geloescht verwijderd",
        "cancel void storniert geannuleerd annulering",
        "pay paid settle bezahlt betaald",
        "order place bestellt besteld",
        "ship dispatch send versandt verzonden",
        "deliver receive arrive geliefert geleverd",
        "admit admission opname aufnahme",
        "discharge ontslag entlassung",
        "bear born birth geboren geburt geb geboorte",
        "issue invoice bill",
        "expire lapse run",
        "approve sign decide grant",
    )
)
"""Words, by their stems, that people use for one and the same day."""
_SHOWS = frozenset({"is", "lies", "falls", "lie", "fall", "are", "comes", "come", "dated", "only", "not"})
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "<>"}


def dated_condition(
    text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """The condition of a text that tells rows by what had happened to them by a day; None for every other.

    A row of which the day is not known has not had it happen: ``not left by`` holds for it.
    """
    plain = " ".join(text.split()).strip(" .,;")
    relations = _meant(plain, relations)
    bracket = _BY_COLUMN.match(plain)
    named = find_everywhere(relations, schema, bracket["name"]) if bracket is not None else []
    if bracket is not None and not named:
        return None
    plain = bracket["text"] if bracket is not None else plain
    year = _IN_YEAR.match(plain)
    found = moment(year["verb"], relations, schema) if year is not None and not named else None
    if year is not None and named:
        found = (named[0], Origin.PATTERN) if is_day(named[0]) else None
    if year is not None and found is not None:
        return Condition(text, f"year({found[0].sql}) = {year['year']}", found[1], cell)
    match = _SAID.match(plain)
    if match is None or match["verb"].lower() in _SHOWS:
        return None
    found = moment(match["verb"], relations, schema)
    if named:
        found = (named[0], Origin.PATTERN) if is_day(named[0]) else None
    sign = SIGN_OF[" ".join(match["sign"].lower().split())]
    if found is None:
        return None
    column, origin = found
    after = (match["or"] or match["on"] or "").lower()
    sign = ">=" if after in ("later", "after", "onward", "onwards") else "<=" if after else sign
    day = _literal(column, match["day"])
    value = (
        f"cast({column.sql} as date)" if column.column.type.upper().startswith("TIMESTAMP") else column.sql
    )
    not_yet = f"({column.sql} is null or {value} {_OPPOSITE[sign]} {day})"
    sql = not_yet if match["not"] else f"{value} {sign} {day}"
    return Condition(text, sql, origin, cell)


def _meant(text: str, relations: Sequence[Relation]) -> Sequence[Relation]:
    """The relations, the one first whose rows the text calls by the table's name."""
    said = {singular(word) for word in words(text)}
    called = [r for r in relations if {singular(w) for w in words(r.table)} & said]
    return [called[0], *(r for r in relations if r is not called[0])] if called else relations


def _literal(column: ScopeColumn, day: str) -> str:
    kind = column.column.type.upper()
    return f"date '{day}'" if kind.startswith(("DATE", "TIMESTAMP")) else f"'{day}'"


def moment(verb: str, relations: Sequence[Relation], schema: Schema) -> tuple[ScopeColumn, Origin] | None:
    """The one day of the first relation that a verb stands for, and whether that is sure."""
    dates = [
        c
        for c in (relation_columns(relations[0], schema) if relations else ())
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
    ]
    wanted = stem(verb)
    exact = [c for c in dates if wanted in _stems(c)]
    if exact:
        return (exact[0], Origin.PATTERN) if len(exact) == 1 else None
    families = [family for family in _FAMILIES if wanted in family]
    alike = [c for c in dates if any(family & _stems(c) for family in families)]
    return (alike[0], Origin.UNRESOLVED) if len(alike) == 1 else None


def _stems(column: ScopeColumn) -> set[str]:
    return {stem(part) for part in words(column.column.name)}
