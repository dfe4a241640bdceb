"""Which rows a phrase is about: a noun with words before it, clauses behind it, and whose rows they are.

Each word has to be part of one of them. Brackets right behind the noun say what the words before it mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.generate.patterns.cases import bracketed
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.gathered.clauses import clause_of, meaning_of, said_by
from signoff.core.generate.patterns.gathered.nouns import is_owner, is_rows, named_column, negated, state_of
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.gathered.words import GENERIC, NEGATING, QUANTIFIERS
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, literal_of
from signoff.core.generate.patterns.spans import at_start, balanced, closing, cut
from signoff.core.generate.types import Family

_BEGINS = frozenset(
    [
        "with",
        "without",
        "where",
        "whose",
        "that",
        "which",
        "who",
        "having",
        "when",
        "if",
        "for",
        "in",
        "of",
        "on",
        "at",
        "by",
        "from",
        "via",
        "through",
        "among",
        "not",
        "only",
        "except",
        "excluding",
        "excl",
        "and",
        "but",
        ",",
        "(",
        "per",
        "being",
        "named",
        "called",
        "showing",
        "placed",
        "made",
        "within",
        "during",
        "no",
        "never",
        "still",
        "below",
        "above",
        "over",
        "under",
        "more",
        "less",
        "at",
        "longer",
        "shorter",
        "fewer",
        "greater",
        "higher",
        "lower",
        "between",
        "belonging",
        "there",
        "until",
        "since",
        "after",
        "before",
    ]
)
_PREDICATES = frozenset(
    ["are", "is", "were", "was", "have", "has", "had", "came", "come", "got", "do", "does", "did"]
)
_DONE = re.compile(r"\w+(?:ed|en|nt|ld|id|un|wn|pt|ght|ing|made|sold|held)")
_MOST_BEFORE = 4
_LONGEST = 40


@dataclass(frozen=True)
class RowsRead:
    """The rows that are meant."""

    noun: str
    condition: str = ""
    """SQL that is true of them; empty where all rows are meant."""


def rows_read(phrase: Phrase, ctx: Context, *, predicate: bool = False) -> RowsRead | None:
    """The rows a phrase is about; None unless each of its words is understood.

    Args:
        phrase: such as "agent's tickets that are not deleted".
        ctx: the compilation.
        predicate: whether what is asked of the rows may follow as a sentence: "tickets are deleted".
    """
    body = _without_owner(trimmed(phrase), ctx)
    if not body.marks or len(body.marks) > _LONGEST:
        return None
    for at in range(min(len(body.marks), _MOST_BEFORE + 1)):
        word = body.marks[at].text
        if body.marks[at].column is not None and not _is_rows_column(body, at, ctx):
            continue
        if not is_rows(word, ctx) and not _is_rows_column(body, at, ctx):
            continue
        if at + 1 < len(body.marks) and is_rows(body.marks[at + 1].text, ctx) and word not in GENERIC:
            continue
        condition = _condition(cut(body, 0, at), word, cut(body, at + 1), ctx, predicate)
        if condition is not None:
            return RowsRead(word, condition)
    return _strange(body, ctx)


def _strange(body: Phrase, ctx: Context) -> RowsRead | None:
    """Rows by a noun of their own that brackets right behind it explain: "logins (event_name login)"."""
    noun = body.marks[0].text
    one = len({c.relation for c in ctx.scope.columns}) == 1
    if (
        not one
        or len(body.marks) < 4
        or body.marks[1].text != "("
        or not re.fullmatch(r"[^\W\d]\w{2,}s", noun)
    ):
        return None
    meaning, rest = _meaning(cut(body, 1), ctx)
    clauses = _clauses(rest, ctx, False, None) if meaning else None
    return RowsRead(noun, both([meaning, *clauses])) if clauses is not None else None


def _is_rows_column(body: Phrase, at: int, ctx: Context) -> bool:
    """Whether a word that was taken for a column is what the rows are called: grade, of a table of grades."""
    mark = body.marks[at]
    written = body.source[mark.token.start : mark.token.end].casefold()
    return mark.column is not None and is_rows(written, ctx)


def _without_owner(phrase: Phrase, ctx: Context) -> Phrase:
    """The phrase without "all", and without a possessive before it: "the agent's"."""
    body = phrase
    for _ in range(3):
        lead = at_start(QUANTIFIERS.pattern, body)
        if lead is not None and lead.after.marks:
            body = lead.after
        owner = at_start(r"(?P<who>(?:\S+ ){1,2}?)' (?:s )?", body)
        if owner is not None and owner.after.marks and is_owner(owner.part("who"), ctx):
            body = owner.after
    return body


def _condition(before: Phrase, noun: str, tail: Phrase, ctx: Context, predicate: bool) -> str | None:
    """SQL of the words before the noun and the clauses behind it."""
    meaning, rest = _meaning(tail, ctx)
    told: list[str] = []
    if before.marks:
        words = _described(before, ctx)
        if meaning:
            known, unknown = _known_words(before, tail, ctx)
            meant = said_by(unknown, meaning, cut(tail, 1, closing(tail, 0)), ctx)
            if not meant:
                return None
            told += [*known, meant]
            tail = rest
        elif words is None:
            return None
        else:
            told += words
    clauses = _clauses(tail, ctx, predicate, _subject(noun, ctx))
    return None if clauses is None else both([*told, *clauses])


def _known_words(before: Phrase, tail: Phrase, ctx: Context) -> tuple[list[str], Phrase]:
    """SQL of words that tell of other columns than the brackets behind the noun, and the words left to explain."""
    told = {column.sql for column in cut(tail, 1, closing(tail, 0)).columns}
    if len(before.marks) < 2 or set(before.text.split()) & NEGATING:
        return [], before
    known: list[str] = []
    left = []
    for mark in before.marks:
        state = state_of(mark.text, ctx) if mark.column is None else None
        if state is not None and state[0].sql not in told:
            known.append(state[1])
        else:
            left.append(mark)
    return (known, Phrase(tuple(left), before.source)) if left else ([], before)


def _meaning(tail: Phrase, ctx: Context) -> tuple[str, Phrase]:
    """The condition in brackets at the very beginning, and what follows it."""
    end = closing(tail, 0) if tail.marks and tail.marks[0].text == "(" else -1
    if end < 2:
        return "", tail
    inner = trimmed(cut(tail, 1, end))
    return (meaning_of(inner, ctx), cut(tail, end + 1))


def both(tests: list[str]) -> str:
    """SQL of all of some tests."""
    known = list(dict.fromkeys(test for test in tests if test))
    return known[0] if len(known) == 1 else " AND ".join(bracketed(test) for test in known)


def _described(before: Phrase, ctx: Context) -> list[str] | None:
    """SQL of the words before a noun: flags, what has happened, codes that are written like names."""
    made: list[str] = []
    denied = False
    for mark in before.marks:
        if mark.text in ("and", ",", "other"):
            if mark.text == "other":
                return None
            continue
        if mark.text in ("non", "not", "no", "un", "-", "yet", "still"):
            denied = denied or mark.text in ("non", "not", "no", "un")
            continue
        if mark.text in NEGATING:
            return None
        test = _adjective(mark.text, mark.token.value, ctx) if mark.column is None else _flagged(mark.column)
        if not test:
            return None
        made.append(negated(test) if denied else test)
        denied = False
    return None if denied else made


def _flagged(column: object) -> str:
    from signoff.core.domain.expressions import ScopeColumn

    flag = isinstance(column, ScopeColumn) and column_piece(column).family is Family.FLAG
    return column.sql if flag and isinstance(column, ScopeColumn) else ""


def _adjective(word: str, written: str, ctx: Context) -> str:
    """SQL of one word before a noun."""
    state = state_of(word, ctx)
    if state is not None:
        return state[1]
    if word.startswith("un") and (state := state_of(word[2:], ctx)):
        return negated(state[1])
    texts = [
        c
        for c in ctx.scope.sources
        if column_piece(c).family is Family.TEXT and not c.column.name.lower().endswith("_id")
    ]
    if "_" in written and len(texts) == 1:
        code = literal_of(written, "VARCHAR")
        return f"{texts[0].sql} = {code.sql}" if code is not None else ""
    return ""


def _subject(noun: str, ctx: Context) -> Piece | None:
    """What a comparison behind the noun is about: the number called like the rows, or the only one there is."""
    numbers = [
        c
        for c in map(column_piece, ctx.scope.sources)
        if c.family is Family.NUMBER
        and c.column is not None
        and not re.search(r"(?:^|_)(?:id|no|nr|key|seq)$", c.column.column.name, re.I)
    ]
    alike = [c for c in numbers if c.column is not None and is_rows(c.column.column.name.casefold(), ctx)]
    for found in (alike, numbers):
        if len(found) == 1:
            return found[0]
    return None


def _clauses(tail: Phrase, ctx: Context, predicate: bool, subject: Piece | None) -> list[str] | None:
    """SQL of each clause behind a noun, cut so that every word belongs to one."""
    count = len(tail.marks)
    starts = [at for at in range(count) if at == 0 or _may_begin(tail, at, ctx)]
    known: dict[int, list[str] | None] = {count: []}

    def from_(at: int) -> list[str] | None:
        if at in known:
            return known[at]
        known[at] = None
        for end in (count, *sorted((s for s in starts if s > at), reverse=True)):
            chunk = cut(tail, at, end)
            if not predicate and chunk.marks and chunk.marks[0].text in _PREDICATES:
                continue
            if not balanced(chunk):
                continue
            made = clause_of(chunk, ctx, subject, tail.marks[at - 1].text if at else "")
            rest = from_(end) if made is not None else None
            if made is not None and rest is not None:
                known[at] = [made, *rest]
                break
        return known[at]

    return from_(0)


def _may_begin(tail: Phrase, at: int, ctx: Context) -> bool:
    mark, before = tail.marks[at], tail.marks[at - 1]
    level = sum((m.text == "(") - (m.text == ")") for m in tail.marks[:at])
    if level or mark.text in (")", "."):
        return False
    word = mark.text
    if word in _BEGINS or word in _PREDICATES or before.text == ")":
        return before.text not in ("and", "but", "or", ",")
    if before.text in ("and", "but", "or", ",", "not", "never") or mark.column is not None:
        return False
    return bool(_DONE.fullmatch(word)) or is_owner(cut(tail, at, at + 1), ctx)


def tail_read(tail: Phrase, ctx: Context, subject: Piece | None = None) -> str | None:
    """SQL of clauses without a noun before them; empty where they narrow nothing."""
    tail = trimmed(tail)
    if not tail.marks:
        return ""
    made = _clauses(tail, ctx, False, subject)
    return None if made is None else both(made)


__all__ = ["RowsRead", "both", "named_column", "rows_read", "tail_read"]
