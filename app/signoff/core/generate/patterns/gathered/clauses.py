"""Clauses that say which rows are meant: "that are not deleted", "with status 'X'", "paid more than 30 days after A".

A clause becomes SQL; one that only says whose the rows are, or that there are any, becomes an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.generate.patterns.cases import bracketed
from signoff.core.generate.patterns.column_nouns import says
from signoff.core.generate.patterns.context import Context, number
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.gathered.nouns import (
    dates_of,
    is_owner,
    is_rows,
    marked,
    named_column,
    negated,
    state_of,
)
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.gathered.words import ALL, IDLE, NEGATING, UNITS
from signoff.core.generate.patterns.loose_tests import NO_CODES
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, literal_of, quoted_text
from signoff.core.generate.patterns.row_speech import clause_test, condition_said
from signoff.core.generate.patterns.spans import at_end, at_start, closing, cut, matched
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_OWNING = (
    r"(?:(?:of|per|for|by|on|in|from|within|at|to|belonging to|made by|placed by|linked to|related to) )"
    r"(?:(?:all|each|every|this|that|same|given|single|respective|one|§s|its) )*(?P<who>(?:\S+ ){1,3}?)"
)
_WHO_HAS = (
    r"(?:(?:that|which|at which|on which|in which) )?(?P<who>(?:[^\W\d]\w* ){1,2}?)(?P<does>(?:[^\W\d]\w* )+)"
)
_WHICH = (
    r"(?:(?:that|which|who|where|whose|when|if|for which|in which|of which|those|only|with|having|via|by|"
    r"through|for|in|on|of|at|from|among|being|named|called|whose|showing|carrying|then) )"
)
_BE = r"(?:(?:are|is|were|was|have been|has been|had been|have|has|had|got|came in|come in|came|come|being|been) )"
_STILL = r"(?:(?:still|already|also|currently|now|themselves|actually|only|just|too) )"
_NOT = r"(?:not yet been|never been|not been|not yet|no longer|not marked as|not|never|non) "
_OUT = (
    r"(?:excluding|excl \.|excl|except for|except those|except|not counting|not including|leaving out|ignoring|"
    r"disregarding|other than|apart from|but not|without counting|without|minus|and not) "
)
_MORE = {
    "more than": ">", "longer than": ">", "over": ">", "above": ">", "greater than": ">", "higher than": ">",
    "larger than": ">", "bigger than": ">", "older than": ">", "better than": ">", "exceeding": ">",
    "less than": "<", "below": "<", "under": "<", "shorter than": "<", "fewer than": "<", "lower than": "<",
    "smaller than": "<", "younger than": "<", "worse than": "<",
    "at least": ">=", "not less than": ">=", "no less than": ">=", "at most": "<=", "not more than": "<=",
    "no more than": "<=", "up to": "<=", "within": "<=",
}  # fmt: skip
_COMPARED = rf"(?P<how>{'|'.join(sorted(_MORE, key=len, reverse=True))})"
_CODE = re.compile(r"[A-Z][A-Z0-9_]*|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+")
_EITHER = r"(?:, or |, and |, |or |and |/ )"


def clause_of(chunk: Phrase, ctx: Context, subject: Piece | None = None, before: str = "") -> str | None:
    """SQL of one clause; empty where it narrows nothing, None where a word of it is not understood.

    Args:
        chunk: the clause with its leading word.
        ctx: the compilation.
        subject: what a comparison is about that names nothing.
        before: the token before the clause.
    """
    body = _linked(trimmed(chunk))
    late = at_end(r"(?:(?:yet|already|so far|any more|anymore|at all|either|too|as well) )+", body)
    body = late.before if late is not None and late.before.marks else body
    if not body.marks or body.marks[0].text in ("or", "unless", "nor"):
        return None
    if _says_nothing(body, ctx) or _is_gloss(body, before):
        return ""
    out = at_start(_OUT, body)
    if out is not None and out.after.marks:
        left = rows_or_clause(_inside(out.after), ctx)
        if left:
            return f"NOT coalesce({left}, false)"
    plain = _inside(body)
    if plain is not body:
        return tested(plain, ctx, subject) or None
    told = _explained(body, ctx, subject)
    if told is not None:
        return told or None
    return _narrowed(body, ctx, subject)


def rows_or_clause(phrase: Phrase, ctx: Context) -> str:
    """SQL of rows, or of what is said of them without the noun; empty where either is not understood."""
    from signoff.core.generate.patterns.gathered.rows import rows_read

    found = rows_read(phrase, ctx, predicate=True)
    if found is not None and found.condition:
        return found.condition
    return clause_of(phrase, ctx) or ""


def _linked(body: Phrase) -> Phrase:
    lead = at_start(r"(?:(?:and|but|also|as well as|, and|, but) )+", body)
    return trimmed(lead.after) if lead is not None else body


def _inside(body: Phrase) -> Phrase:
    """What stands in brackets, where the brackets are around all of it."""
    closed = len(body.marks) > 2 and body.marks[0].text == "(" and closing(body, 0) == len(body.marks) - 1
    return trimmed(cut(body, 1, -1)) if closed else body


def _says_nothing(body: Phrase, ctx: Context) -> bool:
    """Whether a clause says whose the rows are, or that there are any."""
    if ALL.fullmatch(body.text):
        return True
    owner = matched(_OWNING, body)
    if owner is not None and is_owner(owner.part("who"), ctx):
        return True
    has = matched(_WHO_HAS, body)
    while has is not None and has.has("does"):
        if is_owner(has.part("who"), ctx) and all(_is_idle(w, ctx) for w in has.text("does").split()):
            return True
        two = matched(_WHO_HAS.replace("{1,2}?", "{2}"), body)
        has = two if two is not None and two.text("who") != has.text("who") else None
    words = body.text.split()
    return all(word in IDLE for word in words) and not any(state_of(word, ctx) for word in words)


def _is_idle(word: str, ctx: Context) -> bool:
    return (word in IDLE or is_rows(word, ctx) or word in ("something", "anything", "at", "of")) and (
        state_of(word, ctx) is None or word in ("has", "had", "have", "was", "is")
    )


def _is_gloss(body: Phrase, before: str) -> bool:
    """Whether brackets behind a code only say in words what it stands for."""
    inner = _inside(body)
    if inner is body or (before not in ("§q", "§n") and not _CODE.fullmatch(before.upper())):
        return False
    words = inner.text.split()
    plain = all(re.fullmatch(r"[^\W\d][\w-]*", w) for w in words) and not _NO_GLOSS.intersection(words)
    return before == "§q" and len(words) <= 3 and plain


_NO_GLOSS = word_set(
    "only not no none except without excluding including if when where unless before after since until for from "
    "per all any each first last next previous other than days weeks months years"
)
"""Words that say more than what a code stands for."""


def _explained(body: Phrase, ctx: Context, subject: Piece | None) -> str | None:
    """What brackets at the end tell of the words before them; None where there are none, empty where it is in doubt."""
    if body.marks[-1].text != ")":
        return None
    opened = next((at for at in range(len(body.marks)) if closing(body, at) == len(body.marks) - 1), -1)
    if opened <= 0:
        return None
    inner = trimmed(cut(body, opened + 1, -1))
    code = matched(r"§c ", inner)
    if code is not None:
        return _coded(body, opened, ctx)
    meant = meaning_of(inner, ctx, subject)
    if not meant:
        return None
    said = cut(body, 0, opened)
    return said_by(said, meant, inner, ctx)


def meaning_of(inner: Phrase, ctx: Context, subject: Piece | None = None) -> str:
    """SQL of a condition in brackets, where a code needs no quotes; empty where it is none."""
    if not inner.columns:
        return ""
    word = matched(r"§c (?:is |= )?(?P<code>[^\W\d]\w* )", inner)
    column = column_piece(inner.columns[0])
    if word is not None and column.family is Family.TEXT and word.text("code") not in NO_CODES:
        return f"{column.sql} = {quoted_text(word.part('code').raw).sql}"
    return tested(inner, ctx, subject)


def said_by(said: Phrase, meant: str, inner: Phrase, ctx: Context) -> str:
    """SQL of words with their meaning behind them; empty where it is in doubt whether "not" belongs to it."""
    if said.columns and (own := _narrowed(said, ctx, None)) is not None and own != meant:
        return ""
    words = said.text.split()
    if {"and", "but", "or", ","} & set(words) or _tells_more(words, inner, ctx):
        return ""
    denied = [word for word in words if word in NEGATING]
    if not denied or re.search(r"NOT |<>|IS NULL|IS DISTINCT|= false", meant):
        return meant
    told = [mark.token.value.casefold() for mark in inner.marks if mark.text in ("§q", "§n")]
    names = [part for c in inner.columns for part in re.split(r"[\W_]+", c.column.name.casefold())]
    for word in words:
        if word in NEGATING or len(word) < 3:
            continue
        if any(says(part, word) for part in names if len(part) > 2) or any(
            _abbreviates(t, word) for t in told
        ):
            return negated(meant)
    return ""


def _tells_more(words: list[str], inner: Phrase, ctx: Context) -> bool:
    """Whether one of several words tells of another column than what explains them."""
    told = {column.sql for column in inner.columns}
    content = [word for word in words if word not in _FILLING and word not in NEGATING]
    states = [state_of(word, ctx) for word in content]
    return len(content) > 1 and any(state is not None and state[0].sql not in told for state in states)


_FILLING = word_set(
    "are is were was have has had been being that which who with by of in on at as the a an for from to "
    "yet still already marked flagged came come"
)


def _abbreviates(code: str, word: str) -> bool:
    plain = word.removesuffix("s")
    return (
        code in (word, plain)
        or (0 < len(code) <= 3 and word.startswith(code))
        or (len(code) > 3 and code.startswith(plain))
    )


def _coded(body: Phrase, opened: int, ctx: Context) -> str:
    """Codes with their column in brackets: "in 'English' or 'Art' (subject)"."""
    column = body.marks[opened + 1].column
    lead = at_start(rf"(?:{_WHICH}|{_BE}|either )+", cut(body, 0, opened))
    codes = lead.after if lead is not None else cut(body, 0, opened)
    return _among(column_piece(column), codes) if column is not None else ""


def _variants(body: Phrase) -> Iterator[Phrase]:
    """The clause, and the clause without its leading words, one kind after the other."""
    yield body
    seen = body
    for pattern in (rf"{_WHICH}+", rf"{_STILL}+", rf"{_BE}+", rf"{_STILL}+", rf"{_WHICH}+"):
        found = at_start(pattern, seen)
        if found is not None and found.after.marks:
            seen = found.after
            yield seen


def _narrowed(body: Phrase, ctx: Context, subject: Piece | None) -> str | None:
    made = clause_test(body, ctx)
    if made is not None:
        return made
    for each in _variants(body):
        made = tested(each, ctx, subject)
        if made:
            return made
    return None


def tested(body: Phrase, ctx: Context, subject: Piece | None = None) -> str:
    """SQL of a test without leading words; empty where it is not understood."""
    body = trimmed(body)
    if not body.marks:
        return ""
    denied = at_start(_NOT, body)
    if denied is not None and denied.after.marks:
        for each in _variants(denied.after):
            inner = _positive(each, ctx, subject)
            if inner:
                return negated(inner)
    return _positive(body, ctx, subject) or _parted(body, ctx, subject)


def _parted(body: Phrase, ctx: Context, subject: Piece | None) -> str:
    """Two tests with "and" between them."""
    for at, mark in enumerate(body.marks):
        if mark.text not in ("and", "but") or not 0 < at < len(body.marks) - 1:
            continue
        left = next((m for each in _variants(cut(body, 0, at)) if (m := tested(each, ctx, subject))), "")
        right = clause_of(cut(body, at + 1), ctx, subject) if left else None
        if left and right:
            return f"{bracketed(left)} AND {bracketed(right)}"
    return ""


def _positive(body: Phrase, ctx: Context, subject: Piece | None) -> str:
    words = body.text.split()
    if len(words) == 1:
        found = state_of(words[0], ctx)
        if found is not None:
            return found[1]
    if len(words) == 2 and words[0] in NEGATING and (state := state_of(words[1], ctx)):
        return negated(state[1])
    made = condition_said(body, ctx) if body.columns else None
    made = made or _of_column(body, ctx) or _since(body, ctx) or _compared(body, ctx, subject)
    return made or _happened(body, ctx) or _in_period(body, ctx) or ""


def _of_column(body: Phrase, ctx: Context) -> str:
    """Codes behind their column, or a noun for it: "status 'X' or 'Y'", "type I or P", "named export_created"."""
    for size in (1, 2):
        noun = cut(body, 0, size)
        column = named_column(noun, ctx, (Family.TEXT, Family.UNKNOWN))
        if column is None or len(body.marks) <= size:
            continue
        link = at_start(r"(?:(?:is|are|=|in|of|either|one of|being|any of|:) )+", cut(body, size))
        codes = link.after if link is not None else cut(body, size)
        made = _among(column_piece(column), codes, told=bool(noun.columns)) or (
            condition_said(marked(cut(body, size - 1), 0, column), ctx) if size and not noun.columns else ""
        )
        if made:
            return made
    texts = [c for c in ctx.scope.sources if column_piece(c).family is Family.TEXT]
    code = matched(r"(?P<code>[^\W\d]\w+)", Phrase(body.marks, body.source))
    if len(texts) == 1 and len(body.marks) == 1 and code is None and "_" in body.marks[0].token.value:
        return _among(column_piece(texts[0]), body)
    return ""


def _among(column: Piece, codes: Phrase, *, told: bool = False) -> str:
    """SQL for a text being one of some codes; empty where one of them is no code.

    Args:
        column: the text.
        codes: the words behind it.
        told: the column is named right before the words, where codes need neither capitals nor quotes.
    """
    inner = _inside(codes)
    made = []
    for part in inner.split(_EITHER):
        mark = part.marks[0] if len(part.marks) == 1 else None
        if mark is None or not (
            mark.text in ("§q", "§n")
            or (mark.column is None and _CODE.fullmatch(mark.token.value))
            or (told and mark.column is None and mark.text.isalpha() and mark.text not in NO_CODES)
        ):
            return ""
        piece = literal_of(mark.token.value, column.type or "VARCHAR")
        if piece is None:
            return ""
        made.append(piece.sql)
    if not made:
        return ""
    return f"{column.sql} = {made[0]}" if len(made) == 1 else f"{column.sql} IN ({', '.join(made)})"


def _since(body: Phrase, ctx: Context) -> str:
    """A date on or after a day, the "or later" behind it: "lent_on 2023-01-01 or later"."""
    found = matched(
        (
            r"(?P<c>\S+ )(?:is |was |on |from |of )?(?P<d>§d )(?P<way>or later|or after|onwards|and later|or "
            r"earlier|or before) "
        ),
        body,
    )
    moment = _moment(found.part("c"), ctx) if found is not None else None
    if found is None or moment is None:
        return ""
    day = literal_of(found.part("d").marks[0].token.value, moment.type)
    sign = "<=" if found.text("way") in ("or earlier", "or before") else ">="
    return f"{moment.sql} {sign} {day.sql}" if day is not None else ""


def _moment(noun: Phrase, ctx: Context) -> Piece | None:
    """The date that a word names, or of what it says has happened."""
    if noun.columns:
        piece = column_piece(noun.columns[0])
        return piece if len(noun.marks) == 1 and piece.family in DATED else None
    found = state_of(noun.text.strip(), ctx) if len(noun.marks) == 1 else None
    shown = column_piece(found[0]) if found is not None else None
    return shown if shown is not None and shown.family in DATED else None


def _happened(body: Phrase, ctx: Context) -> str:
    """What happened before or after another moment, or so long before or after it."""
    far = matched(
        rf"(?P<w>\S+ ){_COMPARED} (?P<n>§n |[^\W\d]\w* )(?P<u>[^\W\d]\w* )(?P<way>after|before) (?P<c>(?:\S+ ){{1,3}})",
        body,
    )
    near = matched(
        r"(?P<w>\S+ )(?P<way>after|before|later than|earlier than|on or after|on or before|on|by) (?P<c>(?:\S+ ){1,3})",
        body,
    )
    found = far or near
    one = _moment(found.part("w"), ctx) if found is not None else None
    other = _named_moment(found.part("c"), ctx) if found is not None and one is not None else None
    if found is None or one is None or other is None or one.sql == other.sql:
        return ""
    if far is None:
        sign = {
            "after": ">",
            "later than": ">",
            "on or after": ">=",
            "before": "<",
            "earlier than": "<",
            "on": "=",
        }
        return f"{one.sql} {sign.get(found.text('way'), '<=')} {other.sql}"
    unit, count = UNITS.get(found.text("u"), ""), number(found.part("n"))
    if not unit or count is None:
        return ""
    first, second = (other, one) if found.text("way") == "after" else (one, other)
    return f"date_diff('{unit}', {first.sql}, {second.sql}) {_MORE[found.text('how')]} {count}"


def _named_moment(noun: Phrase, ctx: Context) -> Piece | None:
    lead = at_start(r"(?:(?:their|its|his|her|own|same|§s) )+", noun)
    plain = lead.after if lead is not None else noun
    if plain.text == "§d ":
        return literal_of(plain.marks[0].token.value, "DATE")
    column = named_column(plain, ctx, DATED)
    return column_piece(column) if column is not None else _moment(plain, ctx)


def _in_period(body: Phrase, ctx: Context) -> str:
    """A year that the only date falls in."""
    found = matched(r"(?:in |during |of |from |year )*(?P<n>§n )", body)
    dates = dates_of(ctx)
    year = found.part("n").marks[0].token.value if found is not None else ""
    fits = (
        len(dates) == 1
        and re.fullmatch(r"(?:19|20)\d\d", year)
        and body.marks[0].text in ("in", "during", "from")
    )
    return f"year({dates[0].sql}) = {year}" if fits else ""


def _compared(body: Phrase, ctx: Context, subject: Piece | None) -> str:
    """A number held against another: "longer than 1000 metres", "below 4", "over 100"."""
    found = matched(rf"(?:(?P<c>\S+ )(?:is |of )?)?{_COMPARED} (?P<n>§n )(?P<c2>§c )?", body)
    if found is None:
        return ""
    named = [found.part(name) for name in ("c", "c2") if found.has(name)]
    columns = [named_column(each, ctx, (Family.NUMBER,)) for each in named]
    if len(named) > 1 or (named and columns[0] is None):
        return ""
    piece = column_piece(columns[0]) if named and columns[0] is not None else subject
    if piece is None or piece.family is not Family.NUMBER:
        return ""
    return f"{piece.sql} {_MORE[found.text('how')]} {found.part('n').marks[0].token.value}"
