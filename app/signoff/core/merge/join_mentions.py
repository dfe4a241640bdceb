"""Join conditions by the columns they mention: ``guest of the visit against guest_id``, ``code on both sides``.

The words between the columns are looked at one by one: each must be one that only says that columns are equal, or
whose they are. Any other word, and the text is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.conditions import equality
from signoff.core.merge.names import NUMERIC, plain_words, word_set, words
from signoff.core.merge.scoping import relation_columns, table_of
from signoff.core.merge.spoken_columns import CODE_WORDS

_TOKEN = re.compile(r"[A-Za-z_][\w$]*(?:\.[A-Za-z_]\w*)*|\S")
_COMPARES = word_set(
    "= == equals equal matches match matching matched against to is same corresponds corresponding vs "
    "versus with points refers pointing referring identical resolves leads compared held agrees belongs"
)
_PARTS = word_set(", ; & + and plus")
_FILLS = word_set(
    "every all any has have its own exactly on by via using over where the their its this that "
    "both sides side of in from for each a an join "
    "joined joins joining left right inner key keys column columns field fields value values id table "
    "tables through common shared row rows record records between as are must be have has having lookup "
    "look up looked link linked links entry it them they natural foreign primary fk pk source other one ( "
    ") : . ' relation relations respective whose which belonging found there here driving main first "
    "second also"
)
_OWNS = frozenset({"of", "in", "from", "on"})
_LONGEST = 4


@dataclass(frozen=True)
class _Mention:
    """A column that the text names, and where it may stand."""

    here: ScopeColumn | None
    there: ScopeColumn | None
    before: tuple[str, ...] = ()
    """Words since the mention before."""

    @property
    def name(self) -> str:
        column = self.here or self.there
        return squashed(column.column.name) if column is not None else ""


def mentioned_condition(
    text: str, relation: Relation, others: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """The equalities of a text that only mentions columns of both sides; None where a word says more."""
    plain = " ".join(text.split()).strip(" .;,")
    found = _mentions(plain, relation, others, schema)
    if found is None:
        return None
    pairs = (
        _pairs(found) or _with_key(found, relation, schema)
        if found
        else _by_noun(plain, relation, others, schema)
    )
    if not pairs:
        return None
    return Condition(text, " and ".join(equality(a, b) for a, b in pairs), Origin.PATTERN, cell)


def _mentions(
    text: str, relation: Relation, others: Sequence[Relation], schema: Schema
) -> list[_Mention] | None:
    """The columns a text names in their order; None where another word is left."""
    tokens = _TOKEN.findall(re.sub(r"['’]s?\b", " ", text))
    owners = _owner_words([relation, *others])
    found: list[_Mention] = []
    between: list[str] = []
    place = 0
    while place < len(tokens):
        size, mention = _longest(tokens[place:], relation, others, schema)
        if mention is not None:
            place += size
            mention, taken = _owned(mention, tokens[place:], relation, others)
            place += taken
            found.append(_Mention(mention.here, mention.there, tuple(between)))
            between = []
            continue
        word = tokens[place].lower()
        if word not in _COMPARES | _PARTS | _FILLS and not (set(plain_words(word)) <= owners):
            return [] if not found and _is_noun_only(tokens) else None
        between.append(word)
        place += 1
    return found


def _is_noun_only(tokens: Sequence[str]) -> bool:
    return len(tokens) < 6 and all(t.isalpha() for t in tokens)


def _owner_words(relations: Sequence[Relation]) -> set[str]:
    names = [w for r in relations for name in (r.table, r.alias) for w in plain_words(name)]
    return set(names) | {squashed(n) for r in relations for n in (r.table, r.alias)}


def _longest(
    tokens: Sequence[str], relation: Relation, others: Sequence[Relation], schema: Schema
) -> tuple[int, _Mention | None]:
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        said = tokens[:size]
        there = _column(said, [relation], schema)
        here = _column(said, others, schema)
        if there is not None or here is not None:
            return size, _Mention(here, there)
    return 0, None


def _column(said: Sequence[str], relations: Sequence[Relation], schema: Schema) -> ScopeColumn | None:
    """The column of the first relation that has one of that name, spelt or spoken."""
    place, _, name = said[0].rpartition(".") if len(said) == 1 else ("", "", " ".join(said))
    if len(said) > 1 and any(not t.isalpha() for t in said):
        return None
    for relation in relations:
        if place and squashed(place.rpartition(".")[2]) not in (
            squashed(relation.alias),
            squashed(relation.table),
        ):
            continue
        for column in relation_columns(relation, schema):
            if squashed(column.column.name) == squashed(name) and (
                len(said) == 1 or words(column.column.name) == words(name)
            ):
                return column
    return None


def _owned(
    mention: _Mention, tokens: Sequence[str], relation: Relation, others: Sequence[Relation]
) -> tuple[_Mention, int]:
    """The mention on the side that ``of the TABLE`` behind it says, and how many words say so."""
    if not tokens or tokens[0].lower() not in _OWNS:
        return mention, 0
    place = 1 + sum(1 for _ in _articles(tokens[1:]))
    if place >= len(tokens):
        return mention, 0
    owner = tokens[place]
    there, here = _is_owner(owner, relation), any(_is_owner(owner, r) for r in others)
    if there == here:
        return mention, place + 1 if there else 0
    kept = _Mention(None, mention.there) if there else _Mention(mention.here, None)
    return (kept, place + 1) if kept.here or kept.there else (mention, 0)


def _articles(tokens: Sequence[str]) -> Sequence[str]:
    found = []
    for token in tokens:
        if token.lower() not in ("the", "a", "an", "that", "this", "its", "their"):
            break
        found.append(token)
    return found


def _is_owner(word: str, relation: Relation) -> bool:
    if squashed(word) in (squashed(relation.table), squashed(relation.alias)):
        return True
    said, name = plain_words(word), plain_words(relation.table)
    return bool(said) and name[-len(said) :] == said


def _pairs(mentions: Sequence[_Mention]) -> list[tuple[ScopeColumn, ScopeColumn]]:
    """Mentions two by two where words between them compare, one by one where a column stands on both sides."""
    found = []
    place = 0
    while place < len(mentions):
        one = mentions[place]
        two = mentions[place + 1] if place + 1 < len(mentions) else None
        pair = _pair(one, two) if two is not None else None
        compared = two is not None and _compared(two.before)
        both = one.here is not None and one.there is not None
        listed = two is not None and bool(_PARTS & set(two.before)) and not compared
        if pair is not None and not (both and (listed or not compared)):
            found.append(pair)
            place += 2
        elif both and one.here is not None and one.there is not None and not (compared and pair is None):
            found.append((one.here, one.there))
            place += 1
        else:
            return []
    return found


def _pair(one: _Mention, two: _Mention) -> tuple[ScopeColumn, ScopeColumn] | None:
    straight = (one.here, two.there)
    turned = (two.here, one.there)
    fitting = [(a, b) for a, b in (straight, turned) if a is not None and b is not None and _alike(a, b)]
    if len(fitting) == 2 and one.name != two.name:
        return None
    return fitting[0] if fitting else None


def _compared(between: Sequence[str]) -> bool:
    """Whether words between two columns hold one against the other, and do not begin anew: ``(by A), matched on B``."""
    return bool(_COMPARES & set(between)) and between[-1] not in ("on", "by", "via", "using", "over")


def _alike(left: ScopeColumn, right: ScopeColumn) -> bool:
    """Whether values of both can be equal, by their types."""
    return _kind(left) == _kind(right) or not (_kind(left) and _kind(right))


def _kind(column: ScopeColumn) -> str:
    kind = column.column.type.upper()
    if NUMERIC.match(kind):
        return "number"
    return next((k for k in ("DATE", "TIME", "BOOL") if kind.startswith(k)), "text" if kind else "").replace(
        "TIME", "DATE"
    )


def _by_noun(
    text: str, relation: Relation, others: Sequence[Relation], schema: Schema
) -> list[tuple[ScopeColumn, ScopeColumn]]:
    """``the assignee``: the column of that name, and the one key of the table that is joined."""
    told = [w for w in words(text) if w not in _FILLS | _COMPARES]
    every = tuple(w for each in told for w in plain_words(each))
    said = tuple(w for w in every if w not in _owner_words(others)) or every
    if not said:
        return []
    named = [
        c
        for r in others[:1]
        for c in relation_columns(r, schema)
        if (name := plain_words(c.column.name))[: len(said)] == said
        and len(name) > len(said)
        and set(name[len(said) :]) <= CODE_WORDS
    ]
    return _with_key(
        [_Mention(c, _column([c.column.name], [relation], schema)) for c in named], relation, schema
    )


def _with_key(
    mentions: Sequence[_Mention], relation: Relation, schema: Schema
) -> list[tuple[ScopeColumn, ScopeColumn]]:
    """The one column named, with that of the same name or the only key of the table that is joined."""
    here = mentions[0].here if len(mentions) == 1 else None
    same = _column([here.column.name], [relation], schema) if here is not None else None
    there = (mentions[0].there or same or _only_key(relation, schema)) if here is not None else None
    if here is None or there is None or here.column.type.upper() != there.column.type.upper():
        return []
    return [(here, there)]


def _only_key(relation: Relation, schema: Schema) -> ScopeColumn | None:
    """The one column that is the table's key, as the source states it or as its name says."""
    table = table_of(relation, schema)
    stated = [table.key[0]] if table is not None and len(table.key) == 1 else []
    name = plain_words(relation.table)
    for column in relation_columns(relation, schema):
        own = plain_words(column.column.name)
        is_named = own == ("id",) or (
            len(own) > 1 and own[-1] in CODE_WORDS and name[-(len(own) - 1) :] == own[:-1]
        )
        if column.column.name in stated or (not stated and is_named):
            return column
    return None
