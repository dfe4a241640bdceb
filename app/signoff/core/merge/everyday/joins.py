"""Joins in everyday sentences, of the kind that says what becomes of rows without a partner.

``Bring in song by song_id. Plays of songs which are not in song are dropped`` becomes an inner join of song.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.spec import SourceTable
from signoff.core.merge.everyday.outcomes import outcome_of
from signoff.core.merge.everyday.said import Said, World, said_in
from signoff.core.merge.names import find_column, word_set

_CUTS = tuple(
    re.compile(rf"\s*[,;:()–—]\s*|\s-\s{words}")
    for words in (
        "",
        r"|\s+(?=(?:so(?:\s+that)?|because|but)\b)",
        r"|\s+(?=(?:so(?:\s+that)?|because|but|and|which|where|if|(?<!so\s)that|with)\b)",
    )
)
_HARMLESS = word_set(
    "the a an its their our we you it is are to in on by via with using through over along of for from out "
    "into up each every next "
    "put puts get gets got take takes taken pick picks picked bring brings brought add adds added attach "
    "attached attaches hang hangs link linked links "
    "connect connected connects join joins joined look looks looked lookup find finds found fetch fetched "
    "fetches read reads come comes go goes match "
    "matched matches enrich enriched enriches data info information details columns fields values table record "
    "row key id column combine combined "
    "combines merge merged belong belongs together then also and as help reach reached same value side = ( ) , "
    "beside where outer + & / shown show shows two both "
)
_DRIVES = tuple(
    re.compile(shape)
    for shape in (
        r"^(?:we\s+)?(?:start|begin|starts|begins)\s+(?:at|from|with|in|on)\s+(?:the\s+|all\s+)?‹o›$",
        r"^(?:the\s+)?‹o›(?:\s+table)?\s+(?:is|are)\s+(?:the|our)\s+(?:base|start|starting\s+point|driver|driving\s+table|leading\s+table|basis|main\s+table)$",
        r"^(?:one\s+(?:row|line|record)\s+(?:per|for\s+(?:each|every))|(?:take|we\s+take|from)\s+(?:each|every|all)(?:\s+the)?|every|each)\s+‹o›(?:\s+once)?$",
        r"^‹o›$",
    )
)
_OF_THOSE = re.compile(
    r"^(?P<drives>one\s+(?:row|line|record)\s+(?:per|for\s+(?:each|every))\s+‹o›)\s+(?:that|which)\s+has\s+(?:an?\s+|its\s+)?(?:known\s+|valid\s+)?‹t\d+›$"
)
_KEYS = re.compile(
    r"(?:^|(?:\b(?:by|on|via|through|over|with|using|along|per|key)\b|=|\()\s*(?:(?:the|its|their|same|key|column|columns)\s+)*)"
    r"(?P<keys>‹c\d+›(?:\s*(?:and|,|\+|plus|=|->|to|/)\s*‹c\d+›)*)"
)
_KIND = re.compile(r"\b(left|inner)(?=(?:\s+outer)?\s+join)", re.IGNORECASE)
_THE_TWO = re.compile(r"\b(?:the\s+two|both(?:\s+tables)?|they)\s+(?:are|is|belong)\b")
_COMPARED = re.compile(r"\b\w+\.\w+\s*=\s*\w+\.\w+")
_FINE = re.compile(r"^(?:that\s+is|this\s+is|which\s+is)\s+(?:fine|ok|okay|all\s+right|correct)$")


@dataclass
class _Told:
    """What one sentence says of a join."""

    table: SourceTable | None
    on: str
    kind: str
    drives: bool
    clashes: bool = False


def with_joins(texts: Sequence[list[str]], world: World) -> None:
    """Put joins whose kind is told in canonical words into the texts, and leave out what only told the kind.

    Args:
        texts: the sentences of each text, changed in place.
        world: the tables of the target.
    """
    told = {
        (place, at): found
        for place, text in enumerate(texts)
        for at, sentence in enumerate(text)
        if (found := _told(sentence, world)) is not None
    }
    joins = {key: each for key, each in told.items() if each.table is not None and each.on}
    for key, each in told.items():
        if key in joins or not each.kind:
            continue
        meant = [k for k, j in joins.items() if each.table is None or j.table == each.table]
        near = [k for k in meant if k[0] == key[0] and (each.table is not None or k < key)]
        near = near or (meant if each.table is not None or len(joins) == 1 else [])
        if not near and each.kind == "inner" and len(world.others) == 1:
            texts[key[0]][key[1]] = f"Only rows of {world.driving.name} that exist in {world.others[0].name}"
        if not near:
            continue
        join = joins[near[-1]]
        if join.kind not in ("", each.kind):
            join.clashes = True
            continue
        join.kind = each.kind
        texts[key[0]][key[1]] = "" if not each.drives else f"Start from {world.driving.name}"
    mixed = {place for place, text in enumerate(texts) if _has_further_join(text, place, told)}
    for (place, at), each in joins.items():
        if place not in mixed and each.kind and not each.clashes and each.table is not None:
            first = f"Start from {world.driving.name}. " if each.drives else ""
            texts[place][at] = f"{first}{each.kind.capitalize()} join {each.table.name} on {each.on}"


def _has_further_join(text: Sequence[str], place: int, told: Collection[tuple[int, int]]) -> bool:
    """Whether a text tells one of its joins in words that are not put otherwise: then all of it stands as it is."""
    return any(_COMPARED.search(sentence) and (place, at) not in told for at, sentence in enumerate(text))


def _told(sentence: str, world: World) -> _Told | None:
    """What a sentence says of a join, each of its words accounted for; None for other sentences."""
    said = said_in(sentence, world)
    text = said.text.strip(" .;:!")
    tables = {t.name: t for t in said.tables}
    if len(tables) > 1:
        return None
    table = next(iter(tables.values()), None)
    if table is None and len(world.others) == 1 and _THE_TWO.search(text):
        table = world.others[0]
    whole = outcome_of(text)
    if whole:
        return _Told(table, "", whole, drives=False)
    for cut in _CUTS:
        found = _parts([p for p in cut.split(text) if p.strip()], said, table, world)
        if found is not None:
            return found
    return None


def _parts(parts: Sequence[str], said: Said, table: SourceTable | None, world: World) -> _Told | None:
    told, joins = _Told(table, "", "", drives=False), False
    for part in parts:
        plain = part.strip(" .,;:()–-")
        of_those = _OF_THOSE.match(plain)
        kind = "inner" if of_those is not None else outcome_of(plain)
        if of_those is not None or any(shape.match(plain) for shape in _DRIVES):
            told.drives = told.drives or plain != "‹o›"
        elif not kind and not _FINE.match(plain):
            kind, plain = _kind_said(plain)
            words, keys = _plain_join(plain)
            on = _condition(keys, said, table, world) if table is not None and keys else ""
            if not words:
                return None
            told.on, joins = told.on or on, joins or bool(table)
        if kind and told.kind not in ("", kind):
            return None
        told.kind = told.kind or kind
    return told if told.on or (told.kind and not joins) else None


def _kind_said(text: str) -> tuple[str, str]:
    """The kind that a part says with its join, and the part without it."""
    kinds = {word.lower() for word in _KIND.findall(text)}
    return (kinds.pop(), _KIND.sub(" ", text)) if len(kinds) == 1 else ("", text)


def _plain_join(text: str) -> tuple[bool, str]:
    """Whether a part says nothing but that a table is joined, and the columns by which."""
    rest = re.sub(r"‹[otc]\d*›", " ", text)
    if not set(rest.split()) <= _HARMLESS:
        return False, ""
    keys = list(_KEYS.finditer(text))
    return True, keys[-1]["keys"] if keys else ""


def _condition(keys: str, said: Said, table: SourceTable, world: World) -> str:
    """By which columns rows belong together; empty where a column is not where it has to be."""
    columns = [said.columns[int(n)] for n in re.findall(r"‹c(\d+)›", keys)]
    names = [c.column.name for c in columns]
    if re.search(r"=|->|\bto\b", keys):
        if len(columns) != 2:
            return ""
        return next(_pairs(names, world.driving, table), "")
    shared = all(find_column(t, n) is not None for n in names for t in (world.driving, table))
    return " and ".join(f"{table.name}.{n} = {world.driving.name}.{n}" for n in names) if shared else ""


def _pairs(names: Sequence[str], driving: SourceTable, table: SourceTable) -> Iterator[str]:
    first, second = names
    for own, other in ((first, second), (second, first)):
        if find_column(driving, own) is not None and find_column(table, other) is not None:
            yield f"{table.name}.{other} = {driving.name}.{own}"
            return


_PUT_TOGETHER = re.compile(
    r"^‹t0›\s*[:,]?\s*(?:on\s+|by\s+|with\s+)?‹c0›\s+(?:and|\+|&)\s+‹c1›\s+(?:put\s+together|together|combined|concatenated|joined\s+together)\s*(?:=|equals?|are|is|give|gives|to)\s*‹c2›\s*(?:[,(;]\s*(?P<outcome>.+?)\)?)?$"
)
_ITEM = re.compile(r"(?:^|\s+)\d\)\s*")


def join_cell_of(text: str, world: World) -> str | None:
    """The joins of a cell that numbers them, ``1) customer on …, must exist 2) …``, as SQL."""
    items = [item.strip() for item in _ITEM.split(text) if item.strip()]
    if not _ITEM.match(text) or not items:
        return None
    joins = [_put_together(item, world) or _as_sql(_told(item, world)) for item in items]
    return " ".join(str(j) for j in joins) if all(joins) else None


def _as_sql(told: _Told | None) -> str | None:
    if told is None or told.table is None or not told.on or not told.kind:
        return None
    return f"{told.kind} join {told.table.name} on {told.on}"


def _put_together(item: str, world: World) -> str | None:
    """A join by two columns that make up the other's key."""
    said = said_in(item, world)
    match = _PUT_TOGETHER.match(said.text.strip(" .;"))
    if match is None or len(said.columns) != 3 or len(said.tables) != 1:
        return None
    first, second, key = (column.column.name for column in said.columns)
    own, other = world.driving, said.tables[0]
    kind = outcome_of(match["outcome"]) if match["outcome"] else "left"
    known = find_column(own, first) and find_column(own, second) and find_column(other, key)
    if not known or not kind:
        return None
    return f"{kind} join {other.name} on {other.name}.{key} = concat({own.name}.{first}, {own.name}.{second})"
