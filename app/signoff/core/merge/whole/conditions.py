"""The condition a clause tells: its tests put together as its brackets and its words ``and`` and ``or`` say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.called import conditions_in
from signoff.core.merge.likely.conditions import Found, held_against, text_literal
from signoff.core.merge.likely.marked import Marked, Value, marked_over
from signoff.core.merge.names import words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import is_day
from signoff.core.merge.whole.named_softly import with_names

_BOTH = re.compile(r"\bboth\b|\bat\s+the\s+same\s+time\b", re.IGNORECASE)
_TOKEN = re.compile(
    r"‹k(?P<atom>\d+)›|(?P<open>\()|(?P<close>\))|\b(?P<word>and|or|nor|plus|as\s+well\s+as)\b|(?P<comma>[,/])",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:anything|everything|those|ones|also|all|any|rows?|records?|these|such)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(
    r"(?:(?P<span>between|from)\s+(?P<a>‹v\d+›)\s*,?\s*(?:and|to|until|till|up\s+to|-)\s*(?P<without>(?:but\s+)?(?:not\s+including|excluding)\s*)?(?P<b>‹v\d+›))"
    r"|(?:(?P<sign>up\s+to\s+and\s+including|no\s+later\s+than|prior\s+to|earlier\s+than|older\s+than|later\s+than|newer\s+than|on\s+or\s+after|on\s+or\s+before|not\s+before|not\s+after|before|after|since|from|until|up\s+to|in|over|during|of|for|year)\s+"
    r"(?:the\s+year\s+)?(?P<v>‹v\d+›)(?P<on>\s*,?\s*(?:(?:and|or)\s+(?:later|newer|after|younger)|onwards?|on\b|upwards))?)"
    r"|(?P<w>‹v\d+›)(?P<later>\s+(?:and|or)\s+(?:later|newer|after))",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(r"\s*,?\s*(?:but\s+)?(?:not\s+including|exclu\w+|not\s+included)", re.IGNORECASE)
_SIGN_WORDS = {
    "up to and including": "until", "no later than": "until", "prior to": "before", "earlier than": "before",
    "older than": "before", "later than": "after", "newer than": "after",
}  # fmt: skip
_ALIKE = {
    "hired": ("hire", "entry", "start", "join"), "joined": ("hire", "join", "entry", "start", "signup", "created"),
    "left": ("term", "end", "exit", "leave"), "leavers": ("term", "end", "exit"), "terminated": ("term", "end"),
    "ended": ("end", "term", "close"), "placed": ("order", "created", "placed"), "ordered": ("order",), "signed": ("signup", "sign"),
    "registered": ("signup", "register", "created"), "born": ("birth", "born", "dob"), "paid": ("pay", "paid"), "started": ("start", "begin"),
    "starting": ("start", "begin"), "admitted": ("admit", "admission"), "discharged": ("discharge",), "cancelled": ("cancel",),
    "canceled": ("cancel",), "shipped": ("ship",), "delivered": ("deliver", "delivery"), "invoiced": ("invoice",), "dated": ("date",),
}  # fmt: skip
"""Verbs by the words that columns of the same moment are called by."""


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
    said = marked_over(with_names(text, known), known)
    days = _by_days(said, (), subject, sure=True)
    plain = conditions_in(said, tuple(subject)) or conditions_in(said, tuple(known))
    found = [*days, *(f for f in plain if not any(_meet(f, d) for d in days))]
    found = [f for f in found if not _joins(f, said, joins)]
    found = _without_doubles([*found, *_by_days(said, found, subject, sure=False)])
    if not found and codes_of is not None:
        found = _codes_alone(said, codes_of)
    if not found:
        return None
    sql = _Together(said.text, found, goes=goes).sql()
    on = {each.column.sql: each.column for each in found if each.column is not None}
    on |= {c.sql: c for c in known if any(c.sql in each.sql for each in found)}
    return Tested(sql, tuple(on.values()))


def _meet(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _joins(found: Found, said: Marked, joins: Sequence[str]) -> bool:
    """Whether something only tells by what tables are joined: both sides' equality, or one of its columns beside the other."""
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


def _by_days(
    said: Marked, found: Sequence[Found], subject: Sequence[ScopeColumn], *, sure: bool
) -> list[Found]:
    """Days and years that nothing was made of yet, on the day that the clause names, or the only one there is.

    Only spans, and days with what comes behind them, where it has to be `sure` that it is no other comparison.
    """
    made: list[Found] = []
    for match in _DATED.finditer(said.text):
        if any(match.start() < each.end and each.start < match.end() for each in found):
            continue
        if sure and not (match["span"] or match["on"] or match["later"]):
            continue
        values = [
            said.values[int(mark[2:-1])] for mark in (match["a"], match["b"], match["v"], match["w"]) if mark
        ]
        if not all(v.kind == "day" or _YEAR.fullmatch(v.text) for v in values):
            continue
        column = _day_meant(said, match, subject)
        if column is None:
            continue
        sql = _dated(column, match, values, said.text[match.end() :])
        if sql:
            made.append(Found(sql, *match.span(), column))
    return made


def _day_meant(said: Marked, match: re.Match[str], subject: Sequence[ScopeColumn]) -> ScopeColumn | None:
    at = [(m.start(), said.columns[int(m[1])]) for m in re.finditer(r"‹c(\d+)›", said.text)]
    near = [c for start, c in at if is_day(c) and 0 <= match.start() - start < 25]
    named = near[-1:] or [c for c in said.columns if is_day(c)]
    if len({c.sql for c in named}) == 1:
        return named[0]
    days = [c for c in subject if is_day(c)]
    before = re.findall(r"[a-z]+", said.text[: match.start()].lower())[-4:]
    for word in reversed(before):
        stems = {stem(word), *((word[:4],) if len(word) > 4 else ()), *(_ALIKE.get(word, ()))}
        meant = [
            c for c in days if any(w.startswith(s) for w in words(c.column.name) for s in stems if len(s) > 2)
        ]
        if len(meant) == 1:
            return meant[0]
    whole = [c for c in days if c.column.type.upper() == "DATE"]
    return next((only[0] for only in (days, whole) if len(only) == 1), None)


def _dated(column: ScopeColumn, match: re.Match[str], values: Sequence[Value], behind: str) -> str:
    if match["span"]:
        first, last = _first(values[0]), _last(values[1])
        if match["without"] or _EXCLUDED.match(behind):
            return f"({_held(column, 'from', first)} and {_held(column, 'before', _first(values[1]))})"
        return f"({_held(column, 'from', first)} and {_held(column, 'until', last)})"
    value = values[0]
    sign = " ".join((match["sign"] or "from").lower().split())
    if match["on"] or match["later"]:
        return _held(column, "from", _first(value))
    if sign in ("in", "over", "during", "of", "for", "year"):
        is_year = _YEAR.fullmatch(value.text) is not None
        return f"year({column.sql}) = {value.text}" if is_year else ""
    sign = _SIGN_WORDS.get(sign, sign)
    late = sign in ("after", "until", "up to", "on or before", "not after")
    return _held(column, sign, _last(value) if late else _first(value))


def _held(column: ScopeColumn, sign: str, day: str) -> str:
    return held_against(column, sign, Value(day, "day"))


def _first(value: Value) -> str:
    return f"{value.text}-01-01" if _YEAR.fullmatch(value.text) else value.text


def _last(value: Value) -> str:
    return f"{value.text}-12-31" if _YEAR.fullmatch(value.text) else value.text


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
