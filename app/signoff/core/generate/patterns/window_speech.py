"""What a rule says of a window: within what it starts anew, in which order, and what stands where no row does.

The parts may stand anywhere in the phrase and in any order; what is left when they are taken out is what is computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.generate.patterns.column_nouns import (
    column_of,
    is_key_name,
    key_of,
    name_parts,
    says,
)
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.frames import only_rows
from signoff.core.generate.patterns.phrases import COLUMN, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_KEY_LEADS = (
    r"partition(?:ed)? (?:by|on|over)|restart(?:s|ing|ed)? (?:per|for each|for every|with each|with every|at "
    r"each|by|within)|"
    r"(?:over|across|among|of|for|in) all (?:[^\W\d]\w* )?(?:of|for|from|in|with)(?: (?:same|this|that|each|"
    r"its|one|a))?|"
    r"(?:with|having) (?:the )?same|of (?:the )?same|for (?:the )?same|in (?:the )?same|within (?:the )?same|"
    r"of that|for that|of this|for this|in that|in this|"
    r"per|within (?:each|every|one|its|a|the same)|within|for each|for every|of each|of every|in each|in "
    r"every|in its|of its|inside (?:each|its|one|a)|inside|"
    r"by each|group(?:ed)? by|across|among|over same|of|for|in|by"
)
_KEY = re.compile(
    rf"(?:(?:,|;|\() )?(?:{_KEY_LEADS}) (?:same )?(?P<keys>\S+ (?:\S+ ){{0,8}}?)(?P<close>\) )?"
)
_SURE = re.compile(
    r"partition|restart|all |same|that|this|per|within|each|every|its|inside|group|across|among"
)
_OWNER = re.compile(r"(?P<owner>[^\W\d]\w* |§c )' (?:s )?")
_WAY = (
    r"(?P<down>(?:, |\( )?(?:in )?(?:descending order|descending|desc|(?:from )?(?:high to low|highest to "
    r"lowest|largest to smallest|newest to oldest|latest to earliest)|"
    r"(?:highest|largest|biggest|greatest|most|newest|latest|most recent)(?: one| value| amount| date)? "
    r"(?:first|= 1|= §n|is 1|gets 1|is first|ranks first|on top)|falling|decreasing|reverse order)(?: \))? |"
    r"(?:, |\( )?§n (?:=|is|for|being) (?:highest|largest|biggest|greatest|newest|latest|most recent|best)(?: "
    r"\S+)??(?: \))? )|"
    r"(?P<up>(?:, |\( )?(?:in )?(?:ascending order|ascending|asc|(?:from )?(?:low to high|lowest to highest|"
    r"smallest to largest|oldest to newest|earliest to latest)|"
    r"(?:lowest|smallest|least|oldest|earliest)(?: one| value| amount| date)? (?:first|= 1|= §n|is 1|gets 1|"
    r"is first|ranks first|on top)|rising|increasing|chronologically|in chronological order|over time)(?: "
    r"\))? |(?:, |\( )?§n (?:=|is|for|being) (?:lowest|smallest|oldest|earliest|first)(?: \S+)??(?: \))? )"
)
_ORDER_LEADS = (
    r"(?:being |when |if |as )?(?:order(?:ed|ing)?|sort(?:ed|ing)?|rank(?:ed)?|number(?:ed)?|counted|arranged|"
    r"sequenced) (?:by|on|along|in order of|according to)|"
    r"in (?:the )?(?:order|sequence) of|in ascending order of|according to|based on|along|following|"
    r"chronologically by|over time by|by order of|as per|order|on|by|over time|"
    r"from (?:oldest|first|earliest) to (?:newest|last|latest)|oldest to newest|in time order|over"
)
_ORDER = re.compile(
    rf"(?:(?:,|;) )?(?P<open>\( )?(?:(?P<fall>descending |falling )?(?P<lead>{_ORDER_LEADS}) )(?P<bracket>\( "
    rf")?(?P<cols>(?:\S+ ){{1,9}}?)(?P<close>\) )?"
)
_BARE_ORDER = re.compile(r"\( (?:by |over |on )?(?P<cols>(?:\S+ ){1,7}?)\) ")
_ITEMS = re.compile(r"(?:, and then |, then |and then |then by |then |, and |, |and by |and |& |\+ )(?:by )?")
_KEY_ITEMS = r"(?:, and |, |and |& |\\+ |x )"
_DEFAULT = re.compile(
    r"(?:,|;|\() (?:and |or |else |otherwise |default |defaults to |with )*(?P<value>§n |zero |null |none |"
    r"empty |no value |blank |nothing )"
    r"(?P<when>(?:if|when|where|for|at|as default|otherwise)(?: \S+){0,7}? )?(?:\) )?$"
)
_NONE = re.compile(
    r"as default |otherwise |(?:if|when|where|for|at) (?:(?:there (?:is|was)|it is|this is|it has) )?(?:the |an? )?"
    r"(?:none |missing |no such |(?:no (?:such |other |earlier |later |previous |next |prior |more )?|first (?:one )?|"
    r"last (?:one )?)"
    r"(?P<rows>(?:\S+ ){0,6}))"
)


_NO_KEYS = word_set(
    "ordered sorted ranked numbered latest newest oldest first last previous next all total by on"
)
"""Words behind a comma that begin another part."""


@dataclass(frozen=True)
class Told:
    """What a phrase says of a window, and the rest of it."""

    rest: Phrase
    keys: tuple[Piece, ...] = ()
    order: tuple[tuple[Piece, bool | None], ...] = ()
    """Columns in the order they count, each with whether it falls; None where nothing is said."""
    default: str = ""
    way: bool | None = None
    """Whether rows fall, said without a column."""


def told_windows(phrase: Phrase, ctx: Context) -> Iterator[Told]:
    """Every way to take the parts out of a phrase, those with most parts first."""
    plain, default = _without_default(phrase)
    found: list[Told] = []
    for keyed in _with_keys(Told(plain, default=default), ctx):
        found += list(_with_order(keyed, ctx))
    yield from sorted(found, key=lambda told: (len(told.rest.marks), -len(told.keys)))


def _without_default(phrase: Phrase) -> tuple[Phrase, str]:
    found = _DEFAULT.search(phrase.text)
    if found is None or not found.start():
        return phrase, ""
    when = _NONE.fullmatch(found["when"] or "")
    if found["when"] and (when is None or not only_rows(when["rows"] or "")):
        return phrase, ""
    place = phrase.text[: found.start("value")].count(" ")
    value = (
        phrase.marks[place].token.value
        if found["value"].startswith("§n")
        else "0"
        if "zero" in found["value"]
        else ""
    )
    return phrase.cut(0, found.start()), value


def _with_keys(told: Told, ctx: Context) -> Iterator[Told]:
    """The phrase with each span that names keys taken out, and as it is."""
    phrase = told.rest
    owner = _OWNER.search(phrase.text)
    if owner is not None:
        noun = phrase.cut(owner.start("owner"), owner.end("owner"))
        plain = phrase.without(owner.start(), owner.end())
        if _names_table(noun, ctx):
            yield from _with_keys(replace(told, rest=plain), ctx)
            return
        key = _key(noun, ctx)
        if key is not None:
            yield replace(told, rest=plain, keys=(key,))
    for found in re.finditer(rf"(?:(?<=\s)|^){_KEY.pattern}", phrase.text, 0):
        yield from _key_spans(told, found, ctx)
    yield told


def _names_table(noun: Phrase, ctx: Context) -> bool:
    """Whether the noun is what the table is called: whose row it is goes without saying."""
    word = noun.text.strip()
    tables = {c.table for c in ctx.scope.sources or ctx.scope.columns}
    return any(says(part, word) for table in tables for part in name_parts(table)[-1:])


def _key_spans(told: Told, found: re.Match[str], ctx: Context) -> Iterator[Told]:
    """The longest list of keys behind words such as "per"; "of" and "in" want a noun that is a key."""
    phrase = told.rest
    begin = found.start("keys")
    ends = [m.end() for m in re.finditer(r"\S+ ", phrase.text[begin:])][:8]
    lead = phrase.text[found.start() : begin]
    sure = _SURE.search(lead) is not None
    for end in reversed(ends):
        slot = phrase.cut(begin, begin + end)
        parts = slot.split(_KEY_ITEMS)
        keys = [_key(part, ctx) for part in parts]
        if not parts or not all(keys) or not (sure or _are_things(parts, keys, lead)):
            continue
        opened = "(" in phrase.text[found.start() : begin]
        closed = phrase.text[begin + end :].startswith(") ")
        if opened != closed and opened:
            continue
        stop = begin + end + (2 if opened else 0)
        yield replace(told, rest=phrase.without(found.start(), stop), keys=tuple(k for k in keys if k))
        return


def _are_things(parts: Sequence[Phrase], keys: Sequence[Piece | None], lead: str) -> bool:
    """Whether the nouns behind "of", "in" or "by" are things that rows belong to, rather than amounts or moments."""
    if lead.endswith("by "):
        return not any(part.columns for part in parts)
    texts = (Family.TEXT, Family.UNKNOWN)
    return all(
        k is not None and (k.family in texts or (k.column is not None and is_key_name(k.column.column.name)))
        for k in keys
    )


def _key(slot: Phrase, ctx: Context) -> Piece | None:
    """The column a noun for a thing stands for: named, or the key that is called so."""
    lead = re.match(r"(?:same |one |own |each |every |its |that |this |respective )+", slot.text)
    plain = slot.cut(lead.end(), len(slot.text)) if lead and lead.end() < len(slot.text) else slot
    if plain.columns:
        return column_piece(plain.columns[0]) if plain.text == f"{COLUMN} " else None
    told = _names_table(plain, ctx) or bool(_NO_KEYS & set(plain.text.split()))
    return None if told else key_of(plain, ctx)


def _with_order(told: Told, ctx: Context) -> Iterator[Told]:
    """The phrase with what it says of the order taken out, and as it is."""
    phrase = told.rest
    for found in re.finditer(rf"(?:(?<=\s)|^){_ORDER.pattern}", phrase.text):
        yield from _order_spans(told, found, ctx)
    for found in re.finditer(rf"(?:(?<=\s)|^){_BARE_ORDER.pattern}", phrase.text):
        columns = _ordered(phrase.cut(found.start("cols"), found.end("cols")), ctx, sure=False)
        if columns:
            yield _way(replace(told, rest=phrase.without(found.start(), found.end()), order=columns))
    yield _way(told)


def _order_spans(told: Told, found: re.Match[str], ctx: Context) -> Iterator[Told]:
    phrase = told.rest
    begin = found.start("cols")
    ends = [m.end() for m in re.finditer(r"\S+ ", phrase.text[begin:])][:12]
    lead = found["lead"]
    sure = lead not in ("by", "on", "over", "along", "over time", "following")
    opened = bool(found["open"]) or bool(found["bracket"])
    for end in reversed(ends):
        columns = _ordered(phrase.cut(begin, begin + end), ctx, sure=sure)
        if not columns:
            continue
        if found["fall"]:
            columns = tuple((c, True if way is None else way) for c, way in columns)
        closed = phrase.text[begin + end :].startswith(") ")
        if opened != closed and opened:
            continue
        stop = begin + end + (2 if opened else 0)
        starts = [found.start()]
        if re.match(r"(?:order|rank|number) (?:by|on) ", phrase.text[found.start() :]):
            starts.append(phrase.text.index(" ", found.start()) + 1)
        for start in starts:
            yield _way(replace(told, rest=phrase.without(start, stop), order=columns))
        return


def _ordered(slot: Phrase, ctx: Context, *, sure: bool) -> tuple[tuple[Piece, bool | None], ...]:
    """The columns of an order, each with its direction; nothing where one of them is not known."""
    made: list[tuple[Piece, bool | None]] = []
    both = re.search(r"(?:,|\()? ?(?:both|all|each) (?:descending|desc) $", slot.text)
    plain = slot.cut(0, both.start() + (slot.text[both.start()] == " ")) if both and both.start() else slot
    for part in plain.split(_ITEMS.pattern):
        way = re.search(rf"(?:(?<=\s)|^)(?:{_WAY})$", part.text)
        noun = part.cut(0, way.start()) if way is not None else part
        column = column_of(noun, ctx) if noun.marks else None
        if column is None:
            return ()
        down = None if way is None else bool(way["down"])
        made.append((column, True if both else down))
    known = len({piece.sql for piece, _ in made}) == len(made)
    return tuple(made) if known and made else ()


def _way(told: Told) -> Told:
    """A direction that stands away from the column it is about."""
    phrase = told.rest
    found = re.search(rf"(?:(?<=\s)|^)(?:{_WAY})", phrase.text)
    if found is None:
        return told
    down = bool(found["down"])
    rest = phrase.without(found.start(), found.end())
    if told.order and told.order[-1][1] is None:
        order = (*told.order[:-1], (told.order[-1][0], down))
        return replace(told, rest=rest, order=order, way=down)
    return replace(told, rest=rest, way=down)
