"""What a rule says of a window, wherever it stands: within what, in which order, up to which row.

The parts are taken out one after the other; what is left is what is computed (`window_cores`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from signoff.core.generate.patterns.column_nouns import column_of, is_key_name, key_of
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.gathered.nouns import dates_of, is_rows, named_column
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.phrases import COLUMN, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

Order = tuple[tuple[Piece, bool | None], ...]
_SIGN = r"(?:, |; |\. |: |\( |\? )"
_OLD = r"(?:oldest|earliest|first|lowest|smallest|least)"
_NEW = r"(?:newest|latest|last|most recent|highest|largest|biggest|greatest|best|top)"
_TO = (
    (
        (
            rf"{_SIGN}?(?:(?:counted|counting|numbered|sorted|ordered|starting|going) )?from (?:{_OLD}) "
            rf"(?P<a>(?:\S+ ){{0,2}}?)to (?:{_NEW}) (?P<c>(?:\S+ ){{0,3}}?)"
        ),
        False,
    ),
    (
        (
            rf"{_SIGN}?(?:(?:counted|counting|numbered|sorted|ordered|starting|going) )?from (?:{_NEW}) "
            rf"(?P<a>(?:\S+ ){{0,2}}?)to (?:{_OLD}) (?P<c>(?:\S+ ){{0,3}}?)"
        ),
        True,
    ),
)
_MOST_FIRST = (
    (rf"{_SIGN}?(?:with )?most (?P<c>(?:\S+ ){{1,3}}?)(?:first |on top )(?:\) )?", True),
    (rf"{_SIGN}?(?:with )?fewest (?P<c>(?:\S+ ){{1,3}}?)(?:first |on top )(?:\) )?", False),
)
_ONE = (
    r"(?:= §n |is §n |gets §n |is first |comes first |first |gets number §n |gets rank §n |has rank §n |ranks "
    r"first |on top )"
)
_NAMED = (
    (rf"{_SIGN}?(?:with )?{_NEW} (?P<c>(?:\S+ ){{0,3}}?){_ONE}(?:\) )?", True),
    (rf"{_SIGN}?(?:with )?{_OLD} (?P<c>(?:\S+ ){{0,3}}?){_ONE}(?:\) )?", False),
    (rf"{_SIGN}?§n (?:=|is|for|being) {_NEW} (?P<c>(?:\S+ ){{0,3}}?)(?:\) )?", True),
    (rf"{_SIGN}?§n (?:=|is|for|being) {_OLD} (?P<c>(?:\S+ ){{0,3}}?)(?:\) )?", False),
    (rf"{_SIGN}?starting (?:with|at|from) {_NEW} (?P<c>(?:\S+ ){{0,3}}?)(?:\) )?", True),
    (rf"{_SIGN}?starting (?:with|at|from) {_OLD} (?P<c>(?:\S+ ){{0,3}}?)(?:\) )?", False),
    (rf"{_SIGN}?best paid (?P<c>)first (?:\) )?", True),
)
_BY = (
    (
        rf"{_SIGN}?(?:and )?(?:(?:as )?(?:determined|judged|ordered|sorted|counted|numbered|ranked|arranged|"
        rf"going|taken) )?(?:by|on|along|according to|in order of|in sequence of|in order by|order by|based on|"
        rf"in ascending order of) (?P<c>(?:\S+ )+?)(?:\) )?"
    ),
    (
        rf"{_SIGN}?in order (?:in which )?(?:§s |they |it )?(?:are |were |was |is )?(?:placed|made|due|"
        rf"received|created|entered|recorded|taken|read|paid|started|posted|§c) ?\( (?:by )?(?P<c>(?:\S+ "
        rf")+?)\) "
    ),
)
_DOWN = (
    r"(?:, |\( )?(?:descending|desc|in descending order|descending order|highest first|newest first|latest "
    r"first|largest first|most recent first|falling|reversed)(?: \))? "
)
_UP = (
    r"(?:, |\( )?(?:ascending|asc|in ascending order|ascending order|lowest first|oldest first|earliest first|"
    r"smallest first|rising)(?: \))? "
)
_BARE_WAY = (
    (rf"{_SIGN}?(?:in )?(?:newest|latest|most recent)(?: one| row)? first (?:\) )?", True),
    (rf"{_SIGN}?(?:in )?(?:oldest|earliest)(?: one| row)? first (?:\) )?", False),
    (rf"{_SIGN}?(?:chronologically|in chronological order|in time order|over time) (?:\) )?", False),
)
_EACH = r"(?:each|every|the same|same|one|its|their|any|that|this|respective|a single|own)"
_KEYS = (
    (
        rf"(?:{_SIGN})?(?:partition(?:ed)? by|per|within(?: {_EACH})*|inside(?: {_EACH})*|for {_EACH}|of "
        rf"{_EACH}|in {_EACH}|among(?: {_EACH})*|by {_EACH}|with {_EACH}|across {_EACH}|restart(?:s|ing)? "
        rf"(?:per|for|with|at|by)(?: {_EACH})*|group(?:ed)? by|same) (?P<k>(?:\S+ )+?)(?:\) )?"
    ),
    r"(?:of|for|in) (?P<k>(?:\S+ ){1,2}?)",
    (
        r"(?P<k>(?:[^\W\d]\w* ){1,2}?)(?:ever )?"
        r"(?:(?:has|have|had)(?: ever)?(?: (?:placed|made|had|got|taken))? |placed |made "
        r")(?=in all |in total |altogether |overall |so far |$)"
    ),
)
_DOING = r"(?P<k>(?:[^\W\d]\w* ){1,2}?)(?=(?:worked|lived|held|was|were|placed|made|had) )"
_AMONG = r"(?:over|among|across|of) (?:all )?(?P<r>[^\W\d]\w* )$"
_OWNER = r"(?P<k>(?:[^\W\d]\w* |§c ))' (?:s )?"
_INCLUDED = (
    (
        rf"{_SIGN}?(?:and )?(?:this|§s|current|itself|present)(?: (?P<r>\S+))? (?:itself )?(?:included|"
        rf"inclusive|including|counted in|counts too|too) (?:\) )?"
    ),
    (
        rf"{_SIGN}?(?:(?:up to and )?(?:including|inclusive of|incl|incl \.)|up to and with|up to) (?:this|§s|"
        rf"current|itself|present)(?: (?P<r>\S+))? (?:\) )?"
    ),
    rf"{_SIGN}?(?P<r>\S+) itself included (?:\) )?",
    rf"{_SIGN}?(?:so far|to date|until now|up to now) (?:\) )?",
)
_EXCLUDED = (
    (
        rf"{_SIGN}?(?:and )?(?:this|§s|current|itself|present)(?: (?P<r>\S+))? (?:itself )?(?:not included|"
        rf"excluded|not counted|exclusive|left out|not yet included) (?:\) )?"
    ),
    (
        rf"{_SIGN}?(?:excluding|without|not counting|not including|before|prior to|up to but not including|but "
        rf"not) (?:this|§s|current|itself|present)(?: (?P<r>\S+))? (?:\) )?"
    ),
)
_LAST_N = r"(?:over|across|of|for|in) (?:last|previous|latest|past|trailing) (?P<n>§n )(?P<r>[^\W\d]\w* )"
_STARTING = (
    rf"{_SIGN}?(?:§n , )+§n (?:, )?(?:… |\. \. \. |\.\.\. |etc (?:\. )?|and so (?:on|forth) )?(?:\) )?(?:, )?",
    rf"{_SIGN}?(?:starting|beginning|starts|begins|start|begin|counting|counted) (?:with|at|from) §n (?:\) )?",
    r"(?:consecutively|upwards|from §n) ",
)
_TIES = (
    (
        (
            r"(?:, |; |\. |\( )?(?:ties|equal \S+|same \S+) (?:\S+ ){0,6}?(?:without gaps|no gaps|no rank is "
            r"skipped|gaps are not left)(?: \))? "
        ),
        "dense_rank",
    ),
    (r"(?:, |; |\. |\( )?(?:without gaps|no gaps|dense)(?: \))? ", "dense_rank"),
    (
        (
            r"(?:, |; |\. |\( )?(?:ties|equal \S+) (?:all )?(?:share|get|have) (?:a |the )?(?:same )?(?:rank|"
            r"place|number|position)(?: \))? "
        ),
        "rank",
    ),
)
_VALUE = r"§n |§q |§c |zero |null |nulls |empty |blank |nothing |no value "
_DEFAULT = (
    (
        rf"(?P<sign>{_SIGN})(?:and |else |otherwise |then |it is |leave |use |with |is )*(?P<v>{_VALUE})(?:if|"
        rf"when|where|for|on|at|in case of|as long as) (?P<when>(?:\S+ )+?)(?:\) )?"
    ),
    (
        rf"(?P<sign>{_SIGN})(?P<when>(?:first|last|earliest|latest|oldest|newest|very first) (?:\S+ "
        rf"){{0,4}}?)(?:: |= |is |are |gets |-> )+(?P<v>{_VALUE})(?:\) )?"
    ),
)
_NO_ROW = re.compile(
    r"(?:there (?:is|was) |it (?:is|was) |§s (?:is|was) |this (?:is|was) |it has |§s has )?(?:(?:none|"
    r"nothing|no such (?:\S+ )?|missing|no (?:\S+ ){1,3})|(?:(?:first|last|very first|very last|earliest|"
    r"latest|oldest|newest)(?: \S+)?(?: (?:of|in|per) (?:each |every |a |the )?\S+(?: \S+)?)?)) ?"
)


@dataclass(frozen=True)
class Parts:
    """What is said of a window, and the rest of the rule."""

    rest: Phrase
    keys: tuple[Piece, ...] = ()
    order: Order = ()
    default: str = ""
    nothing: bool = False
    included: bool | None = None
    """Whether the row itself counts, where that is said."""
    last: int = 0
    """How many rows back are looked at."""
    starts: bool = False
    """Numbers are counted out: 1, 2, 3."""
    ties: str = ""
    way: bool | None = None

    def over(self, order: Order | None = None, frame: str = "") -> str:
        """The window as SQL; empty places come last."""
        by = self.order if order is None else order
        keys = f"PARTITION BY {', '.join(key.sql for key in self.keys)}" if self.keys else ""
        told = ", ".join(f"{piece.sql}{' DESC NULLS LAST' if down else ''}" for piece, down in by)
        parts = [keys, f"ORDER BY {told}" if told else "", frame]
        return f"OVER ({' '.join(part for part in parts if part)})"


def parts_of(phrase: Phrase, ctx: Context) -> Iterator[Parts]:
    """Ways to take the parts out of a phrase, those that leave least first."""
    found: list[Parts] = []
    for each in _with_default(Parts(trimmed(phrase)), ctx):
        for framed in _with_frame(_with_ties(each), ctx):
            for ordered in _with_order(framed, ctx):
                found += list(_with_keys(ordered, ctx))
    seen: set[tuple[object, ...]] = set()
    for parts in sorted(found, key=lambda p: (len(p.rest.marks), -len(p.keys), -len(p.order))):
        key = (
            parts.rest.text,
            parts.keys,
            parts.order,
            parts.included,
            parts.last,
            parts.starts,
            parts.default,
        )
        if key not in seen:
            seen.add(key)
            yield parts


def _all(pattern: str, phrase: Phrase) -> Iterator[re.Match[str]]:
    """Each match that begins at a token, also those that overlap."""
    compiled = _compiled(pattern)
    for begin in (0, *_places(phrase.text)[:-1]):
        found = compiled.match(phrase.text, begin)
        if found is not None and found.end() > begin:
            yield found


def _with_default(parts: Parts, ctx: Context) -> Iterator[Parts]:
    phrase = parts.rest
    for pattern in _DEFAULT:
        for found in _all(pattern + "$", phrase):
            if (
                not found.start()
                or _NO_ROW.fullmatch(found["when"].strip() + " ") is None
                or not _known(found["when"], phrase, found, ctx)
            ):
                continue
            mark = phrase.cut(found.start("v"), found.end("v")).marks[0]
            if mark.column is not None:
                value = mark.column.sql
            elif mark.text in ("§n", "§q"):
                value = mark.token.value if mark.text == "§n" else quoted_text(mark.token.value).sql
            else:
                value = "0" if mark.text == "zero" else ""
            yield replace(parts, rest=trimmed(phrase.cut(0, found.start())), default=value, nothing=not value)
    yield parts


def _known(words: str, phrase: Phrase, found: re.Match[str], ctx: Context) -> bool:
    """Whether each word of when there is no row is one of the rule's own, or says nothing."""
    before = set(phrase.text[: found.start()].split())
    return all(
        word in before or word in _SAYING or is_rows(word, ctx) or word.removesuffix("s") in before
        for word in words.split()
    )


_SAYING = word_set(
    "there is was it this has none nothing no such missing first last very earliest latest oldest newest "
    "one ones of in per each every a the before "
    "after previous next earlier later row such §s on"
)


def _with_ties(parts: Parts) -> Parts:
    for pattern, function in _TIES:
        for found in _all(pattern, parts.rest):
            if found.start():
                return replace(parts, rest=parts.rest.without(*found.span()), ties=function)
    return parts


def _with_frame(parts: Parts, ctx: Context) -> Iterator[Parts]:
    made = parts
    for pattern in _STARTING:
        for found in _all(pattern, made.rest):
            ones = [m.token.value for m in made.rest.cut(*found.span()).marks if m.text == "§n"]
            if ones in (["1"], ["1", "2"], ["1", "2", "3"], ["1", "2", "3", "4"], []):
                made = replace(made, rest=made.rest.without(*found.span()), starts=True)
                break
    for each in _included(made, ctx):
        yield from _last_n(each, ctx)


def _included(parts: Parts, ctx: Context) -> Iterator[Parts]:
    """The phrase without what it says of the row itself, which may be said twice."""
    for patterns, included in ((_EXCLUDED, False), (_INCLUDED, True)):
        for pattern in patterns:
            for found in _all(pattern, parts.rest):
                word = found.groupdict().get("r") or ""
                if (word and not (is_rows(word, ctx) or word == "one")) or parts.included is (not included):
                    continue
                rest = parts.rest.without(*found.span())
                yield from _included(replace(parts, rest=rest, included=included), ctx)
    yield parts


def _last_n(parts: Parts, ctx: Context) -> Iterator[Parts]:
    for found in _all(_LAST_N, parts.rest):
        count = parts.rest.cut(*found.span("n")).marks[0].token.value
        if count.isdigit() and int(count) > 1 and is_rows(found["r"].strip(), ctx):
            yield replace(parts, rest=parts.rest.without(*found.span()), last=int(count))
    yield parts


def _with_order(parts: Parts, ctx: Context) -> Iterator[Parts]:
    phrase = parts.rest
    for pattern, down in _TO + _NAMED + _MOST_FIRST:
        for found in _spans(pattern, phrase):
            ones = [m.token.value for m in phrase.cut(*found.span()).marks if m.text == "§n"]
            slot = phrase.cut(*found.span("c"))
            if ones not in ([], ["1"]) or not _is_balanced(phrase, found):
                continue
            again = found.groupdict().get("a") or ""
            column = _ordering(slot, ctx) or (_ordering(phrase.cut(*found.span("a")), ctx) if again else None)
            if column is None and (not slot.marks or _means_rows(slot, ctx)) and not again:
                dates = dates_of(ctx)
                column = dates[0] if len(dates) == 1 and parts_are_times(found.group()) else None
            rest = phrase.without(*found.span())
            if column is not None:
                told = replace(parts, rest=rest, order=((column, down),), way=down)
                yield from (
                    replace(each, order=told.order, way=down)
                    for each in _by_columns(told, ctx)
                    if _same(each.order, column)
                )
                yield told
            elif pattern is _NAMED[-1][0] or not slot.marks:
                yield from _way_of(replace(parts, rest=rest, way=down), ctx)
    yield from _by_columns(parts, ctx)
    for pattern, down in _BARE_WAY:
        for found in _all(pattern, phrase):
            dates = dates_of(ctx)
            if len(dates) == 1:
                yield replace(parts, rest=phrase.without(*found.span()), order=((dates[0], down),), way=down)
    yield parts


def _same(order: Order, column: Piece) -> bool:
    """Whether an order is by that one column, in no direction of its own."""
    return len(order) == 1 and order[0][0].sql == column.sql and order[0][1] is None


def parts_are_times(words: str) -> bool:
    """Whether the words put moments in order rather than sizes."""
    return re.search(r"\b(?:oldest|earliest|newest|latest|first|last|most recent)\b", words) is not None


def _way_of(parts: Parts, ctx: Context) -> Iterator[Parts]:
    """An order by columns whose direction stands elsewhere."""
    for ordered in _by_columns(parts, ctx):
        if len(ordered.order) == 1 and ordered.order[0][1] is None:
            yield replace(ordered, order=((ordered.order[0][0], parts.way),))


def _means_rows(slot: Phrase, ctx: Context) -> bool:
    return len(slot.marks) == 1 and (is_rows(slot.marks[0].text, ctx) or slot.marks[0].text == "one")


def _spans(pattern: str, phrase: Phrase) -> Iterator[re.Match[str]]:
    """Matches of a pattern whose last group may reach further."""
    compiled, text = _compiled(pattern), phrase.text
    places = _places(text)
    for begin in (0, *places[:-1]):
        if compiled.match(text, begin) is None:
            continue
        ends = [end for end in places if end > begin][:16]
        for end in reversed(ends):
            found = compiled.fullmatch(text, begin, end)
            if found is not None:
                yield found


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[int, ...]:
    return tuple(found.end() for found in re.finditer(" ", text))


def _is_balanced(phrase: Phrase, found: re.Match[str]) -> bool:
    words = found.group().split()
    return words.count("(") == words.count(")")


def _by_columns(parts: Parts, ctx: Context) -> Iterator[Parts]:
    phrase = parts.rest
    for pattern in _BY:
        taken: set[int] = set()
        for found in _spans(pattern, phrase):
            if found.start() in taken:
                continue
            words = found.group().split()
            opened = words.count("(") - words.count(")")
            columns = _columns(phrase.cut(*found.span("c")), ctx)
            if columns and opened in (0, 1):
                taken.add(found.start())
            if columns and opened == 0:
                yield replace(parts, rest=phrase.without(*found.span()), order=columns)
            elif columns and opened == 1 and words[0] == "(" and phrase.text[found.end() :].startswith(") "):
                yield replace(parts, rest=phrase.without(found.start(), found.end() + 2), order=columns)


_ITEMS = r"(?:, and then |, then |and then |then by |then |, and |, and by |and |, )(?:by )?"


def _columns(slot: Phrase, ctx: Context) -> Order:
    made: list[tuple[Piece, bool | None]] = []
    for part in slot.split(_ITEMS):
        down: bool | None = None
        noun = part
        for pattern, falls in ((_DOWN, True), (_UP, False)):
            found = re.search(rf"(?:(?<=\s)|^){pattern}$", part.text)
            if found is not None:
                noun, down = part.cut(0, found.start()), falls
        column = _ordering(noun, ctx) if noun.marks else None
        if column is None:
            return ()
        made.append((column, down))
    return tuple(made) if len({piece.sql for piece, _ in made}) == len(made) else ()


def _ordering(slot: Phrase, ctx: Context) -> Piece | None:
    """The column that rows are put in order by."""
    plain = re.match(r"(?:(?:its|their|his|her|own|date of|value of) )+", slot.text)
    noun = slot.cut(plain.end(), len(slot.text)) if plain and plain.end() < len(slot.text) else slot
    column = named_column(noun, ctx) if noun.marks else None
    return column_piece(column) if column is not None else (column_of(noun, ctx) if noun.marks else None)


def _with_keys(parts: Parts, ctx: Context) -> Iterator[Parts]:
    """The phrase with each part that says within what taken out, and as it is."""
    yield from _owned(parts, ctx)
    for pattern in _KEYS if not parts.keys else _KEYS[:2]:
        taken: set[int] = set()
        for found in _spans(pattern, parts.rest):
            if found.start() in taken:
                continue
            keys = _key_list(parts.rest.cut(*found.span("k")), ctx)
            if pattern is not _KEYS[0] and not all(map(is_key, keys)):
                continue
            end = _closed_end(found, parts.rest.text)
            if not keys or end < 0 or any(k.sql == o.sql for k in keys for o in parts.keys):
                continue
            taken.add(found.start())
            made = replace(parts, rest=parts.rest.without(found.start(), end), keys=(*parts.keys, *keys))
            for among in _all(_AMONG, made.rest):
                if is_rows(among["r"].strip(), ctx):
                    yield from _more_keys(replace(made, rest=made.rest.without(*among.span())), ctx)
            yield from _more_keys(made, ctx)
    yield parts


def _owned(parts: Parts, ctx: Context) -> Iterator[Parts]:
    """Keys that stand before what is theirs: "customer's order", "the job the employee held before"."""
    phrase = parts.rest
    for found in _all(_OWNER, phrase):
        key = _key(phrase.cut(*found.span("k")), ctx)
        if key is not None:
            rest = phrase.without(*found.span())
            yield from _with_keys(replace(parts, rest=rest, keys=(*parts.keys, key)), ctx)
    for found in _all(_DOING, phrase) if not parts.keys else ():
        key = _key(phrase.cut(*found.span("k")), ctx)
        if key is not None and is_key(key):
            yield replace(parts, rest=phrase.without(*found.span()), keys=(key,))


def _closed_end(found: re.Match[str], text: str) -> int:
    """Where a part ends with the bracket that it opens; -1 where something else stands in the bracket."""
    words, end = found.group().split(), found.end()
    opened = words.count("(") - words.count(")")
    if not opened:
        return end
    close = text.find(")", end)
    if opened != 1 or words[0] != "(" or close < 0 or text[end:close].strip(" ,;"):
        return -1
    return close + 2


def _more_keys(parts: Parts, ctx: Context) -> Iterator[Parts]:
    if len(parts.keys) < _MOST_KEYS:
        yield from _with_keys(parts, ctx)
    else:
        yield parts


_MOST_KEYS = 3


def _key_list(slot: Phrase, ctx: Context) -> tuple[Piece, ...]:
    made = [_key(part, ctx) for part in slot.split(r"(?:, and |, |and |& )")]
    known = tuple(key for key in made if key is not None)
    return known if len(known) == len(made) else ()


_NO_KEY = word_set(
    "first last previous next row rows record records one it them all total order time date day value"
)


def _key(slot: Phrase, ctx: Context) -> Piece | None:
    """The column that tells the things apart which a noun names."""
    lead = re.match(rf"(?:{_EACH} )+", slot.text)
    plain = slot.cut(lead.end(), len(slot.text)) if lead and lead.end() < len(slot.text) else slot
    if plain.text == f"{COLUMN} ":
        return column_piece(plain.columns[0])
    words = plain.text.split()
    if not words or set(words) & _NO_KEY or any(is_rows(word, ctx) for word in words):
        return None
    found = key_of(plain, ctx)
    return found if found is not None and is_key(found) else None


def is_key(piece: Piece) -> bool:
    """Whether a column is a thing that rows belong to, rather than an amount or a moment."""
    texts = (Family.TEXT, Family.UNKNOWN)
    return piece.family in texts or (piece.column is not None and is_key_name(piece.column.column.name))
