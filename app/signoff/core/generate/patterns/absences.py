"""Conditions that say in plain words that something is not there: "the customer is not found or has no country".

What is missing is the row a value comes from ("there is no such branch", "loans without a branch"), or one of the
columns a value is made of ("has no country"). Every word has to belong to that; nothing else may be asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.column_nouns import is_key_name
from signoff.core.generate.patterns.composed.lexicon import SAYS_NOTHING, kin, parts_of
from signoff.core.generate.patterns.composed.nouns import fits_column
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import COLUMN, Phrase
from signoff.core.generate.patterns.pieces import column_piece
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_WORD = rf"(?:[^\W\d][\w-]*|{COLUMN})"
_NOUN = rf"(?:{_WORD} ){{1,3}}?"
_BE = r"(?:is|was|are|were|be|been|has been|could be|can be)"
_THERE = r"(?:found|there|known|given|available|on file|on record|on list|in list|in table|stored|recorded|entered|set)"
_NOT = r"(?:not|n ' t|n’t)"
_ABSENT = (
    rf"(?:(?:{_BE} )?(?:{_NOT} )(?:be )?{_THERE}(?: yet| there| at all)?|(?:can|could) ?{_NOT} be "
    rf"found|cannot be found|"
    rf"(?:{_BE} )?(?:unknown|missing|absent|not existing|nowhere to be found)|"
    rf"(?:does|do|did) ?{_NOT} exist(?: there| in list| in table)?|"
    rf"(?:{_BE} )?{_NOT} in (?:{_WORD} )?(?:list|table|master data)|(?:{_BE} )?not listed)"
)
_LACKS = (
    rf"(?:(?:has|have|had|with|got) no|(?:does|do|did) ?{_NOT} have(?: any)?|(?:{_BE} )?without(?: any)?)"
)
_NO = r"(?:(?:there (?:is|was|are|were) )?no(?: such| matching)?|(?:there (?:is|was) )?(?:not any|n ' t any))"
_NOTHING = re.compile(
    rf"(?:{_ABSENT}|nothing (?:{_BE} )?{_THERE}|(?:there is )?no (?:match|hit|row|entry|record)(?: "
    rf"(?:{_BE} )?{_THERE})?|"
    rf"none (?:{_BE} )?found|code does not exist|lookup fails|(?:§s|it) {_ABSENT}) "
)
_ATOMS = (
    re.compile(rf"(?P<owner>{_NOUN})?(?P<lacks>{_LACKS}) (?P<thing>{_NOUN})(?:{_THERE} )?$"),
    re.compile(
        rf"(?:we|they|you|one|it) (?:(?:do|does|did|can|could) ?{_NOT}|cannot) (?:know|have|find|"
        rf"get) (?:any )?(?P<thing>{_NOUN})$"
    ),
    re.compile(rf"{_NO} (?P<thing>{_NOUN})(?:(?:{_BE} )?{_THERE} |exists )?$"),
    re.compile(rf"(?P<thing>{_NOUN})(?:{_ABSENT}) $"),
)
_UNDONE = re.compile(
    rf"(?:(?P<owner>{_WORD} ){{0,2}}?(?:{_BE} |has |have )?)(?:not|never|not yet)(?: yet)?(?: been)? "
    rf"(?P<done>[^\W\d]\w* )"
    r"(?:yet |so far |at all )?$"
)
_ELIDED = re.compile(rf"(?:{_ABSENT}) $")
_STILL = re.compile(
    rf"(?:(?:{_WORD} ){{0,2}}?{_BE} )?(?:still |yet )?(?:running|open|ongoing|active|in progress|under way|not over) $"
)
"""What has not ended yet."""
_ONE = re.compile(r"one (?:that |which )?")
_HAS_NONE = re.compile(rf"(?P<owner>{_NOUN})(?:has|have|had) (?:none|nothing) $")
_KEYS = word_set("code key id number no identifier value entry row record match")
_FILLING = word_set("the a an such matching its their his her this that any of for it")


@dataclass(frozen=True)
class Absence:
    """What is not there: the whole row, or the columns named."""

    row: bool
    columns: tuple[ScopeColumn, ...] = ()


def is_absent(condition: Phrase, columns: Sequence[ScopeColumn], ctx: Context) -> Absence | None:
    """What a condition says is missing of a value's columns; None where it asks anything else.

    Args:
        condition: the words behind "if".
        columns: what the value is made of, all of one relation.
        ctx: the compilation.
    """
    atoms = _atoms(condition)
    row, named = False, list[ScopeColumn]()
    owner: Phrase | None = None
    for atom in atoms:
        one = _ONE.match(atom.text)
        if one is not None and not row:
            return None
        read = (
            _atom(atom.cut(one.end(), len(atom.text)), owner, columns, ctx, of_thing=row)
            if one is not None
            else _atom(atom, owner, columns, ctx)
        )
        if read is None:
            return None
        absence, owner = read
        row |= absence.row
        named += [each for each in absence.columns if each not in named]
    return Absence(row, tuple(named)) if row or named else None


def _atoms(condition: Phrase) -> list[Phrase]:
    """The parts between "or", those in brackets too."""
    plain = Phrase(tuple(m for m in condition.marks if m.text not in ("(", ")", ",")), condition.source)
    return [part for part in plain.split(r"(?:or )") if part.marks]


def _atom(
    atom: Phrase,
    owner: Phrase | None,
    columns: Sequence[ScopeColumn],
    ctx: Context,
    *,
    of_thing: bool = False,
) -> tuple[Absence, Phrase | None] | None:
    """One part with the noun that the next may leave out; `of_thing` where "one that" stands for the row before."""
    if not of_thing and _NOTHING.fullmatch(atom.text):
        return Absence(row=True), owner
    for shape in () if of_thing else _ATOMS:
        found = shape.match(atom.text)
        if found is None:
            continue
        thing = atom.cut(*found.span("thing"))
        absence = _missing(thing, columns, ctx)
        who = found.groupdict().get("owner")
        spoken = atom.cut(*found.span("owner")) if who else thing
        if absence is not None and (not who or _may_own(spoken, absence, columns, ctx)):
            return absence, spoken
    none = _HAS_NONE.match(atom.text)
    if none is not None:
        words = [word for word in none["owner"].split() if word not in _FILLING]
        own = len(columns) == 1 and bool(words) and _is_row_of(words, columns, ctx)
        return (Absence(row=False, columns=tuple(columns)), owner) if own else None
    if _STILL.match(atom.text):
        ended = _done("ended", columns)
        return (Absence(row=False, columns=(ended,)), owner) if ended is not None else None
    undone = _UNDONE.match(atom.text)
    if undone is not None:
        done = _done(undone["done"].strip(), columns)
        return (Absence(row=False, columns=(done,)), owner) if done is not None else None
    if of_thing:
        return (Absence(row=True), owner) if _ELIDED.match(atom.text) else None
    if owner is not None and _ELIDED.match(atom.text):
        absence = _missing(owner, columns, ctx)
        return (absence, owner) if absence is not None else None
    return None


def _done(word: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The day on which something was done, which is not there as long as it was not."""
    dates = [c for c in columns if column_piece(c).family in (Family.DATE, Family.TIMESTAMP)]
    named = [c for c in dates if any(kin(part, word) for part in parts_of(c.column.name) if len(part) > 2)]
    return named[0] if len(named) == 1 else None


def _missing(thing: Phrase, columns: Sequence[ScopeColumn], ctx: Context) -> Absence | None:
    """Whether the noun is the row of the columns' table, or one of the columns."""
    if thing.columns:
        return _marked(thing, columns, ctx)
    words = [w for w in thing.text.replace("e mail ", "email ").split() if w not in _FILLING]
    if not words:
        return None
    if _is_row_of(words, columns, ctx):
        return Absence(row=True)
    fitting = [column for column in columns if fits_column(words, column, ctx)]
    return Absence(row=False, columns=(fitting[0],)) if len(fitting) == 1 else None


def _marked(thing: Phrase, columns: Sequence[ScopeColumn], ctx: Context) -> Absence | None:
    """A column named by the condition: one of the value's, or the key that its row is found by."""
    (column, *more), words = thing.columns, [m.text for m in thing.marks if m.column is None]
    if more or any(word not in _FILLING for word in words):
        return None
    if column in columns:
        return Absence(row=False, columns=(column,))
    place = columns[0].relation
    same = [c for c in ctx.scope.columns if c.relation == place and c.column.name == column.column.name]
    kinds = [p for p in parts_of(column.column.name) if p not in _KEYS]
    of_place = bool(kinds) and _is_row_of(kinds, columns, ctx)
    if is_key_name(column.column.name) and column.relation != place and (same or of_place):
        return Absence(row=True)
    return None


def _is_row_of(words: Sequence[str], columns: Sequence[ScopeColumn], ctx: Context) -> bool:
    """Whether the words call the thing that a row of the columns' table is, or the code that it is found by."""
    named = (*parts_of(columns[0].table), *(p for p in parts_of(columns[0].relation) if len(p) > 1))
    if all(any(kin(part, word) for part in named) for word in words):
        return True
    keyed = [word for word in words if word in _KEYS]
    others = [word for word in words if word not in _KEYS]
    if not keyed or len({c.relation for c in ctx.scope.columns}) < 2 or is_key_name(columns[0].column.name):
        return False
    return all(any(kin(part, word) for part in named) for word in others)


def _may_own(owner: Phrase, absence: Absence, columns: Sequence[ScopeColumn], ctx: Context) -> bool:
    """Whether the noun before "has no" is the row that lacks it: none of another table where a column is lacking."""
    words = [word for word in owner.text.split() if word not in _FILLING and word not in SAYS_NOTHING]
    if owner.columns:
        return all(column in columns for column in owner.columns)
    if not words or absence.row or _is_row_of(words, columns, ctx):
        return len(words) < 3
    others = {c.table for c in ctx.scope.columns if c.relation != columns[0].relation}
    return not any(kin(part, word) for table in others for part in parts_of(table) for word in words)
