"""A value with what stands where there is none: ``upper case; 'XX' if the customer is not found or has no country``.

The value is any that other compilers read; behind it stands what is loaded where its row, or what it is made of, is not
there. The whole rule has to be understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.absences import Absence, is_absent
from signoff.core.generate.patterns.bare import bare_text
from signoff.core.generate.patterns.column_nouns import is_key_name
from signoff.core.generate.patterns.composed.reading import composed
from signoff.core.generate.patterns.composed.spans import places, trimmed
from signoff.core.generate.patterns.context import Choice, Context, fixed
from signoff.core.generate.patterns.phrases import COLUMN, Phrase
from signoff.core.generate.patterns.pieces import NULL, Piece, column_piece, quoted_text, unified
from signoff.core.generate.patterns.single_tests import null_test
from signoff.core.generate.patterns.spans import cut
from signoff.core.generate.types import Family

NAME = "P65 not found"

_IF = r"(?P<if>if|when|whenever|where|in case|for those where|until|as long as|while)"
_DO = (
    r"(?:(?:then|please|write|use|put|put in|take|set|set to|load|show|give|gives|return|enter|leave|"
    r"leave it|stay|stays|"
    r"get|gets|have|it is|it|§s|is|be|becomes|:|->|=|,|that is|fall back to|defaults? to|default|with) )*"
)
_NULL = r"(?:null|empty|blank|no value|no date|no number|nothing|none)"
_VALUE = rf"{_DO}(?P<value>(?:§q|§n|§d|{_NULL}|zero|[A-Za-z]+) )"
_TAILS = (
    re.compile(rf"{_VALUE}{_IF} (?P<absent>.+)$"),
    re.compile(rf"{_IF} (?P<absent>(?:\S+ )+?)(?:, )?(?:then )?{_VALUE}$"),
    re.compile(rf"{_VALUE}(?P<if>)(?P<absent>without (?:any )?(?:\S+ ){{1,3}})$"),
    re.compile(
        rf"{_VALUE}(?P<if>)for (?P<absent>(?:[^\W\d]\w* ){{1,2}}?(?:that|which|who) (?:are|is|were|have|has|was) "
        r"(?:\S+ ){1,5})$"
    ),
    re.compile(
        rf"(?P<if>)(?:for )?(?:[^\W\d]\w* ){{1,2}}?(?P<absent>(?:without|with no|that have no|that "
        rf"has no|which have no) "
        rf"(?:\S+ ){{1,3}}?)(?:, )?{_VALUE}$"
    ),
    re.compile(
        rf"{_VALUE}(?P<if>)for (?:[^\W\d]\w* ){{1,2}}?(?P<absent>(?:without|with no|that have no) (?:\S+ ){{1,3}})$"
    ),
)
_SEPARATOR = r"(?:; |\. |, )(?:or |and |but )?|\( |or |with "
_LOOKUP = re.compile(
    rf"(?:lookup|look up|looked up|get|fetch|found|search|read)(?: (?:[^\W\d]\w*|{COLUMN})){{0,3}}? "
    rf"(?:by|via|with|using|on|through|over|per) (?P<key>{COLUMN} )$"
)
_BY_KEY = re.compile(
    r"(?:lookup |look up |found |taken |read )?(?:via|by|through|over|using|with|from) (?:[^\W\d]\w* (?:' s )?){0,2}?"
    r"(?:[^\W\d]\w* )(?:id|code|number|no|key) $"
)
_NAMES = re.compile(
    r"(?:take |use |load |get )?(?:name|title|label|designation|description|text|wording) of (?:[^\W\d]\w* ){1,2}$"
)
_NO_NAME = re.compile(
    r"mail|phone|tel|addr|street|city|country|status|state|type|kind|flag|url|date", re.IGNORECASE
)
"""What a text is called that is not what its row is called."""
_MOVES = re.compile(rf"(?:= |direct |direct (?:mapping|move|copy) |(?:take |use |load )?(?:= )?{COLUMN} )$")
_LEFT = re.compile(r" OVER \(| / (?!\d)")
"""Values whose missing rows and zeros other compilers see to."""
_ENDS = (";", ".", ",", ":")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The value, or what stands where it is missing, when the whole phrase says that and nothing more."""
    if ctx.scope.aggregate or ctx.depth:
        return None
    for head, tail in _cuts(phrase):
        made_of = ctx.scope.sources or tuple(dict.fromkeys(head.columns))
        for shape in _TAILS:
            found = shape.match(tail.text)
            if found is None:
                continue
            value = _stand_in(tail.cut(*found.span("value")))
            if value is None:
                continue
            for columns in _by_relation(made_of):
                absence = is_absent(_undone(tail, found), columns, ctx)
                body = _body(head, made_of, ctx) if absence is not None else None
                if absence is not None and body is not None:
                    return _mended(body, value, absence, columns, ctx, alone=len(made_of) == 1)
    return None


def _undone(tail: Phrase, found: re.Match[str]) -> Phrase:
    """What is said to be missing; "until it has been closed" says that it is not closed yet."""
    absent = tail.cut(*found.span("absent"))
    absent = Phrase(tuple(m for m in absent.marks if m.text not in ("that", "which", "who")), tail.source)
    if found["if"] != "until":
        return absent
    done = re.match(r"(?:\S+ ){0,2}?(?:is|was|has been|have been|are) (?=\S+ $)", absent.text)
    if done is None:
        return Phrase((), tail.source)
    words = absent.cut(done.end(), len(absent.text)).marks
    return Phrase((replace(words[0], text="not"), *words), tail.source)


def _cuts(phrase: Phrase) -> Iterator[tuple[Phrase, Phrase]]:
    """The phrase before and behind each sign at which what stands for a missing value may begin."""
    for first, last in places(phrase, _SEPARATOR):
        tail = cut(phrase, last, len(phrase.marks))
        if phrase.marks[first].text == "(":
            if phrase.marks[-1].text != ")":
                continue
            tail = cut(phrase, last, len(phrase.marks) - 1)
        while tail.marks and tail.marks[-1].text in _ENDS:
            tail = cut(tail, 0, len(tail.marks) - 1)
        head = trimmed(cut(phrase, 0, first))
        if head.marks and tail.marks:
            yield head, tail


def _by_relation(columns: tuple[ScopeColumn, ...]) -> list[tuple[ScopeColumn, ...]]:
    """The columns that may be missing together: those of each relation."""
    relations = dict.fromkeys(c.relation for c in columns)
    return [tuple(c for c in columns if c.relation == relation) for relation in relations]


def _stand_in(slot: Phrase) -> Piece | None:
    """What is loaded instead: a fixed value, or none."""
    written = fixed(slot)
    if written is not None:
        return written
    if re.fullmatch(rf"{_NULL} ", slot.text):
        return NULL
    if slot.text == "zero ":
        return Piece("0", "INTEGER", "0")
    bare = bare_text(slot, short=True)
    return quoted_text(bare) if bare is not None else None


def _body(head: Phrase, made_of: tuple[ScopeColumn, ...], ctx: Context) -> Piece | None:
    """The value that the rule is about."""
    only = ctx.only_source
    if only is not None:
        looked_up = _LOOKUP.match(head.text)
        if looked_up is not None and _finds(head.cut(*looked_up.span("key")).columns[0], only, ctx):
            return column_piece(only)
        if _BY_KEY.match(head.text) and len({c.relation for c in ctx.scope.columns}) > 1:
            return column_piece(only)
        named = _NAMES.match(head.text) is not None and _may_be_name(only, ctx)
        moved = _MOVES.match(head.text) is not None and all(c == only for c in head.columns)
        if named or moved:
            return column_piece(only)
    known = ctx.value(head) or composed(head, ctx)
    usable = (
        known is not None and known.literal is None and known.sql != "NULL" and not _LEFT.search(known.sql)
    )
    return known if known is not None and usable and all(c.sql in known.sql for c in made_of) else None


def _finds(key: ScopeColumn, column: ScopeColumn, ctx: Context) -> bool:
    """Whether the row of a column may be found by that key, which is in another table or in its own."""
    same = {c.relation for c in ctx.scope.columns if c.column.name.casefold() == key.column.name.casefold()}
    return key is not column and (
        key.relation != column.relation or len(same) > 1 or is_key_name(key.column.name)
    )


def _may_be_name(column: ScopeColumn, ctx: Context) -> bool:
    """Whether a text is what its row is called, whatever it is called itself: no code, and no other is the name."""
    piece = column_piece(column)
    others = (c for c in ctx.scope.columns if c.relation == column.relation and c != column)
    named = any(re.search(r"name|title|label|desc|text|bez", c.column.name, re.IGNORECASE) for c in others)
    other = _NO_NAME.search(column.column.name) is not None or is_key_name(column.column.name)
    return piece.family is Family.TEXT and not other and not named


def _mended(
    body: Piece,
    value: Piece,
    absence: Absence,
    columns: tuple[ScopeColumn, ...],
    ctx: Context,
    *,
    alone: bool,
) -> Piece | None:
    """The value with what stands for it; a value that is missing then anyway is left as it is."""
    made = unified((value, body), ctx.target_type)
    if made is None:
        return None
    if value.sql == "NULL":
        return body if "CASE" not in body.sql and "coalesce" not in body.sql else None
    (stand_in, own), kind = made
    simple = alone and "CASE" not in body.sql and "coalesce" not in body.sql
    if simple and (body.column is None or not absence.columns or not ctx.holds(Choice.BLANK_IS_MISSING)):
        return Piece(f"coalesce({own}, {stand_in})", kind)
    tests = [null_test(column_piece(c), "missing" if c in absence.columns else "null", ctx) for c in columns]
    if absence.row:
        return Piece(f"CASE WHEN {' AND '.join(tests)} THEN {stand_in} ELSE {own} END", kind)
    lacking = [test for test, c in zip(tests, columns, strict=True) if c in absence.columns]
    return Piece(f"CASE WHEN {' OR '.join(lacking)} THEN {stand_in} ELSE {own} END", kind)
