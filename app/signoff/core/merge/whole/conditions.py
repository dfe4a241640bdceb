"""The condition a clause tells: its tests put together as its brackets and its words ``and`` and ``or`` say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.called import conditions_in
from signoff.core.merge.likely.conditions import Found, text_literal
from signoff.core.merge.likely.marked import Marked, marked_over
from signoff.core.merge.whole.days import by_days
from signoff.core.merge.whole.named_softly import with_names

_BOTH = re.compile(r"\bboth\b|\bat\s+the\s+same\s+time\b", re.IGNORECASE)
_TOKEN = re.compile(
    r"‹k(?P<atom>\d+)›|(?P<open>\()|(?P<close>\))|\b(?P<word>and|or|nor|plus|as\s+well\s+as)\b|(?P<comma>[,/])",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:anything|everything|those|ones|also|all|any|rows?|records?|these|such)\b", re.IGNORECASE
)


_HOLDS = re.compile(
    r"\b(?P<not>(?:do(?:es)?\s+not|without)\s+)?(?:has|have|having|with|holds?|shows?)?\s*(?:the\s+(?:word|text|letters)\s+)?(?P<value>'[^']+'|\"[^\"]+\"|“[^”]+”)\s+"
    r"(?:somewhere\s+|anywhere\s+)?(?:in|inside|within)\s+(?:it|them|(?:the|its|their)\s+(?:name|text|value)s?)\b",
    re.IGNORECASE,
)
"""A text somewhere within another: ``has "bot" somewhere in it``."""


@dataclass(frozen=True)
class Tested:
    """What a clause tells as SQL, and the columns it is on."""

    sql: str
    columns: tuple[ScopeColumn, ...]


def tested(
    text: str,
    known: Sequence[ScopeColumn],
    subject: Sequence[ScopeColumn],
    *,
    goes: bool,
    joins: Sequence[str] = (),
    codes_of: ScopeColumn | None = None,
) -> Tested | None:
    """The condition that a clause tells of; None where it tells none.

    Args:
        text: the clause.
        known: columns that it may name, the likelier ones first.
        subject: the columns of the table it speaks of, which nouns may call.
        goes: rows that it is true of are left out, so that what is listed with ``and`` are several such kinds.
        joins: SQL by which tables are joined, which is no condition of its own.
        codes_of: the column that codes belong to where a clause names none.
    """
    said = marked_over(with_names(holding_said(text), known), known)
    days = by_days(said, (), subject, sure=True)
    plain = conditions_in(said, tuple(subject)) or conditions_in(said, tuple(known))
    found = [*days, *(f for f in plain if not any(_meet(f, d) for d in days))]
    found = [f for f in found if not _joins(f, said, joins)]
    found = _without_doubles([*found, *by_days(said, found, subject, sure=False)])
    if not found and codes_of is not None:
        found = _codes_alone(said, codes_of)
    if not found:
        return None
    sql = _Together(said.text, found, goes=goes).sql()
    on = {each.column.sql: each.column for each in found if each.column is not None}
    on |= {c.sql: c for c in known if any(c.sql in each.sql for each in found)}
    return Tested(sql, tuple(on.values()))


def holding_said(text: str) -> str:
    """The text with ``contains`` where it says that another text is somewhere within a value.

    Args:
        text: such as ``br_family has "bot" somewhere in it``.
    """
    return _HOLDS.sub(_contains, text)


def _contains(match: re.Match[str]) -> str:
    return f"{'does not contain' if match['not'] else 'contains'} {match['value']}"


def _meet(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _joins(found: Found, said: Marked, joins: Sequence[str]) -> bool:
    """Whether something only tells by what tables are joined: their equality, or one of its columns by the other."""
    pairs = [tuple(side.strip() for side in each.split("=")) for sql in joins for each in sql.split(" and ")]
    named = {c.sql for c in said.columns} | {c.column.name.casefold() for c in said.columns}
    for pair in pairs:
        if len(pair) != 2:
            continue
        if found.sql in (" = ".join(pair), " = ".join(reversed(pair))):
            return True
        tells = {side.rpartition(".")[2].casefold() for side in pair} <= named
        if (
            tells
            and found.column is not None
            and found.column.column.name.casefold() in {side.rpartition(".")[2].casefold() for side in pair}
            and " is null" in found.sql
        ):
            return True
    return False


def _codes_alone(said: Marked, column: ScopeColumn) -> list[Found]:
    """Codes of which a clause does not say in which column they are: ``Interns (INT) and apprentices (APP)``."""
    marks = list(re.finditer(r"‹v(\d+)›", said.text))
    values = [said.values[int(m[1])] for m in marks]
    if not values or said.columns or any(v.kind not in ("code", "text") or len(v.text) < 2 for v in values):
        return []
    listed = ", ".join(text_literal(v.text) for v in values)
    return [Found(f"{column.sql} in ({listed})", marks[0].start(), marks[-1].end(), column)]


def _without_doubles(found: Sequence[Found]) -> list[Found]:
    """Tests in their order, each once: words and the brackets behind them often say the same."""
    tested_otherwise = {f.column.sql for f in found if f.column is not None and not _is_bare(f)}
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: one.start):
        said = any(each.sql == other.sql for other in kept)
        if not said and not (
            _is_bare(each) and each.column is not None and each.column.sql in tested_otherwise
        ):
            kept.append(each)
    return kept


def _is_bare(found: Found) -> bool:
    """Whether a test is only whether something is true."""
    return found.column is not None and found.sql in (found.column.sql, f"not {found.column.sql}")


class _Together:
    """Tests of one clause put together; ``and`` binds before ``or``, brackets before both."""

    def __init__(self, text: str, found: Sequence[Found], *, goes: bool) -> None:
        self._found, self._either = found, goes and _BOTH.search(text) is None
        pieces, at = [], 0
        for number, each in enumerate(found):
            pieces += [text[at : each.start], f"‹k{number}›"]
            at = max(at, each.end)
        self._text = "".join((*pieces, text[at:]))
        self._tokens = [m for m in _TOKEN.finditer(self._text) if not m["comma"]]
        self._at = 0

    def sql(self) -> str:
        """The whole condition."""
        return self._or()

    def _next(self) -> re.Match[str] | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _or(self) -> str:
        parts = [self._and()]
        while (token := self._next()) is not None and not token["close"]:
            if token["word"] and token["word"].lower() != "and":
                self._at += 1
            parts.append(self._and())
        parts = [p for p in dict.fromkeys(parts) if p]
        return parts[0] if len(parts) == 1 else f"({' or '.join(parts)})" if parts else ""

    def _and(self) -> str:
        parts: list[str] = []
        kinds: list[str] = []
        last = 0
        while (token := self._next()) is not None and not token["close"]:
            if token["word"]:
                if token["word"].lower() != "and":
                    break
                self._at += 1
                last = token.start()
                continue
            self._at += 1
            part = self._found[int(token["atom"])].sql if token["atom"] else self._or()
            if token["open"] and self._next() is not None:
                self._at += 1
            if part and parts:
                several = (
                    self._either and last and _AGAIN.search(self._text[last : token.start()]) is not None
                )
                kinds.append("or" if several or (self._either and last) else "and")
            parts += [part] if part else []
            last = 0
        parts_once = list(dict.fromkeys(parts))
        if len(parts_once) < 2:
            return parts_once[0] if parts_once else ""
        word = "or" if "or" in kinds else "and"
        return f"({f' {word} '.join(parts_once)})"
