"""What is said of a value behind it: shapes, exceptions, defaults, what counts for a missing part, and repetitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from signoff.core.generate.patterns.bare import bare_text
from signoff.core.generate.patterns.composed.nouns import in_unit, unit_of
from signoff.core.generate.patterns.composed.shapes import shaped, signed
from signoff.core.generate.patterns.composed.spans import names_sign, places, trimmed, without_lead
from signoff.core.generate.patterns.composed.tests import Test
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import NULL, Piece, column_piece, quoted_text, unified
from signoff.core.generate.patterns.spans import NUMBER, Match, cut, matched
from signoff.core.generate.types import Family

if TYPE_CHECKING:
    from signoff.core.generate.patterns.composed.reading import Reader

_IF = r"(?:if|when|whenever|where|in case|as long as|so long as|while|for|until|in case of|on|at)"
_THEN = (
    r"(?:, )?(?:(?:then|we|please|just|->|:|,|=|use|take|load|set|set it to|set to|write|put|"
    r"return|give|gives|it is|report|enter|it becomes|becomes|is|are|counts as|to|leave|"
    r"fall back to|falls back to) )+"
)
_COUNTS = (
    r"(?:(?:count|counts|counted|are counted|is counted|treat|treated|is treated|are treated|"
    r"taken|is taken|are taken|read|is|are|=|->|should be|shall be|is to be|to be|become|"
    r"becomes) )+(?:as |for )?(?:an? )?"
)
_MISSING = (
    r"(?:null|nulls|blank|blanks|missing|empty|no value|null value|null values|missing values|"
    r"blank values|empty values|empty ones|missing ones|empty cells|blank cells)"
)
_PARTS_MISSING = (
    rf"(?:amounts?|values?|numbers?|parts?|those|whatever) (?:that |which )?(?:is |are )(?P<a>){_MISSING} (?:are |is )?"
    rf"(?:{_COUNTS}|as )?(?P<v>§n |zero |nothing )",
    rf"(?:(?:treat|count|take|read) )?(?:an? |any |all |"
    rf"the )?{_MISSING} (?P<a>(?:\S+ )*?)(?:{_COUNTS}|as )(?P<v>§n |zero |one |nothing )",
    rf"(?:where |with |and )?(?:an? )?(?:missing|null|blank|empty|"
    rf"no) (?P<a>(?:\S+ )+?){_COUNTS}(?P<v>§n |zero |one |nothing )",
    rf"(?P<a>(?:\S+ )+?)(?:(?P<zero>0|zero|§n) or )(?:null|missing|blank|empty) {_COUNTS}(?P<v>§n |"
    rf"zero |one )",
    rf"(?P<a>(?:\S+ )+?)(?:null|missing|blank|empty) (?:or (?P<zero>0|zero|"
    rf"§n) )?{_COUNTS}(?P<v>§n |zero |one )",
)
_STAYS = (
    r"(?:the )?(?:whole|whole code|whole value|it|as is|as it is|whole thing|complete value|"
    r"everything|value|unchanged|stay whole|stays whole|stay as they are|stays as it is|"
    r"keep whole|keep it|take it whole|all of it|§s)"
)
_ASIDE = r"(?:\( (?:also |too |as well )?(?:in \S+ )(?:too |also |as well )?\) )?"


def said_of(reader: Reader, head: Phrase, tail: Phrase, *, choice: bool = False) -> Piece | None:
    """The piece of a rule whose last part is said of the rest; None where that part is not understood.

    Args:
        reader: reads the parts.
        head: the shorter rule.
        tail: what is said of it.
        choice: "or" stands between the two: only another value where something holds may follow.
    """
    if not _worth_trying(tail):
        return None
    for made in (
        (_excepted,)
        if choice
        else (
            _shape,
            _stays,
            _kept,
            _optional,
            _negatives,
            _instead,
            _bounded,
            _counted,
            _excepted,
            _repeated,
        )
    ):
        piece = made(reader, head, tail)
        if piece is not None:
            return piece
    return None


def said_of_end(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """A text put together whose last part may be missing: "A, followed by B in brackets if there is one"."""
    return _optional(reader, head, tail)


def _worth_trying(tail: Phrase) -> bool:
    return bool(tail.marks) and len(tail.marks) < 45


def _shape(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    probe = without_lead(tail)
    for words in (tail, probe) if probe.marks != tail.marks else (tail,):
        if not _is_shape(words):
            continue
        piece = reader.rule(head)
        if piece is None:
            dated = matched(
                r"(?P<a>(?:\S+ )+?)(?:month|day|date|year|period|week)(?: as text)? ", trimmed(head)
            )
            piece = reader.value(dated.part("a")) if dated is not None else None
            piece = piece if piece is not None and piece.family in (Family.DATE, Family.TIMESTAMP) else None
        if piece is None or piece.literal is not None:
            return None
        made = shaped(words, piece)
        if made is not None:
            return piece if _again(made.sql, piece.sql) else made
    return None


def _again(made: str, base: str) -> bool:
    """Whether a shape only repeats what was done last."""
    found = re.match(r"\w+\(", made)
    if found is None or not base.startswith(found.group()) or not made.startswith(found.group() + base):
        return False
    return base.endswith(made[len(found.group()) + len(base) :])


def _is_shape(words: Phrase) -> bool:
    from signoff.core.generate.patterns.composed.shapes import is_shape

    return is_shape(words)


def _stays(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """What is cut at a sign stays whole without it, which it does anyway."""
    found = matched(
        rf"(?:if (?:it |there |§s )?(?:has |is |contains |have )?no (?P<x>\S+ )(?:in it )?(?:then |"
        rf", |take |use |keep |load )*{_STAYS} {_ASIDE}|"
        rf"(?:\S+ ){{0,2}}?(?:without|with no) (?:an? )?(?P<y>\S+ )(?:stay |stays |are kept |remain |"
        rf"is kept |keep )?{_STAYS} {_ASIDE}|"
        rf"{_STAYS} if (?:there is |it has |§s has )?no (?P<z>\S+ ){_ASIDE})",
        tail,
    )
    if found is None:
        return None
    from signoff.core.generate.patterns.signs import sign_of

    name = next(each for each in ("x", "y", "z") if found.has(each))
    sign = sign_of(found.part(name))
    piece = reader.rule(head)
    return (
        piece
        if piece is not None and sign and re.search(rf"split_part\(.*'{re.escape(sign)}', 1\)", piece.sql)
        else None
    )


def _kept(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """That all others stay, of what keeps them anyway."""
    if (
        matched(
            r"(?:leave |keep )?(?:all |any |every )?(?:others?|other values?|other codes?|"
            r"everything else|the rest|rest|anything else) (?:values? |are |is |stays? |remains? |"
            r"to be |left |kept |be )*(?:unchanged|as is|as they are|as it is|as §s is|untouched|"
            r"the same|same) ",
            tail,
        )
        is None
    ):
        return None
    replaced = matched(
        r"(?:replace|change|recode|turn|convert|map) (?P<xs>(?:§q|§n) (?:(?:,|and|or|/) (?:§q|"
        r"§n) )*)(?:in §c )?(?:by|with|to|into|->|as) (?P<y>§q |§n )",
        trimmed(head),
    )
    only = reader.ctx.only_source
    if replaced is None or only is None:
        return None
    column = column_piece(only)
    values = [
        quoted_text(mark.token.value).fitted(column.type or "VARCHAR")
        for mark in replaced.part("xs").marks
        if mark.text in ("§q", "§n")
    ]
    made = quoted_text(replaced.part("y").marks[0].token.value).fitted(column.type or "VARCHAR")
    if made is None or any(each is None for each in values):
        return None
    listed = ", ".join(each.sql for each in values if each is not None)
    return Piece(f"CASE WHEN {column.sql} IN ({listed}) THEN {made.sql} ELSE {column.sql} END", column.type)


def _negatives(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """What becomes of negative values."""
    found = matched(
        r"negative (?P<a>(?:\S+ )*?)(?:(?:are|is|shall be|should be|to be|must be|will be|become|"
        r"becomes|->|=|count|counts|:|values|ones) )+(?:(?:set|shown|replaced|changed|turned|taken|"
        r"treated|reported) )?(?:(?:as|to|by|into) )?(?P<v>§n |zero |null |empty )",
        tail,
    )
    piece = reader.rule(head) if found is not None else None
    if found is None or piece is None or piece.family is not Family.NUMBER or piece.literal is not None:
        return None
    named = reader.value(found.part("a")) if found.has("a") else piece
    if named is None or named.sql != piece.sql:
        return None
    word = found.text("v")
    value = "NULL" if word in ("null", "empty") else "0" if word == "zero" else found.number("v")
    return Piece(f"CASE WHEN {piece.sql} < 0 THEN {value} ELSE {piece.sql} END", piece.type)


def _instead(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """Another value where the first is missing: "A or, failing that, B"."""
    found = matched(
        r"(?:or |and |else |otherwise )?(?:, )?(?:failing that|in its absence|failing this|"
        r"if that is missing|if that is empty|if that is blank|alternatively|if not available|"
        r"if missing|if none) (?:, )?(?:then |use |take )?(?P<v>(?:\S+ )+)",
        tail,
    )
    piece = reader.rule(head) if found is not None else None
    other = reader.rule(found.part("v")) if found is not None and piece is not None else None
    if (
        piece is None
        or other is None
        or piece.literal is not None
        or other.literal is not None
        or piece.family is not other.family
    ):
        return None
    return Piece(f"coalesce({piece.sql}, {other.sql})", piece.type) if piece.sql != other.sql else None


def _optional(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """The last of texts put together, where it is there."""
    if (
        matched(
            r"if (?:there is (?:one|any)|any|present|available|§s is (?:filled|there|known|present|"
            r"available|given)|filled|known|it exists|§s exists|given|not empty|not blank) ",
            tail,
        )
        is None
    ):
        return None
    whole = reader.value(head)
    if whole is None or " || " not in whole.sql:
        return None
    for first, last in reversed(
        list(places(head, r"(?:, )?(?:followed by |and then |then |and |plus )|, |\+ "))
    ):
        before, column = (
            (reader.value(cut(head, 0, first)), cut(head, last, len(head.marks)).columns)
            if first
            else (None, ())
        )
        if before is not None and len(column) == 1 and column[0].sql not in before.sql:
            return Piece(
                f"CASE WHEN {column[0].sql} IS NULL THEN {before.as_text} ELSE {whole.sql} END", "VARCHAR"
            )
    return None


def _bounded(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """Values outside a range that were told before: they become none."""
    found = matched(
        r"(?:any |all )?(?:values?|numbers?|anything|everything)(?: that (?:is|lies|are|"
        r"lie))? (?:outside|out of|not in|beyond)(?: (?:of )?(?:this|that|the|these|§s)?(?: ?range|"
        r" limits| bounds)?)? (?:\S+ ){0,4}?(?:null|no value|empty|missing|nothing) ",
        tail,
    )
    bounds = (
        matched(
            rf"(?P<a>(?:\S+ )+?)(?:, )?(?:between|from|in range) (?P<low>{NUMBER}) (?:and|to|"
            rf"-) (?P<high>{NUMBER}) ",
            trimmed(head),
        )
        if found
        else None
    )
    piece = reader.rule(bounds.part("a")) if bounds is not None else None
    if bounds is None or piece is None or piece.family is not Family.NUMBER:
        return None
    low, high = bounds.number("low"), bounds.number("high")
    return Piece(f"CASE WHEN {piece.sql} BETWEEN {low} AND {high} THEN {piece.sql} END", piece.type)


def _counted(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """What a missing part of a calculation counts as."""
    for pattern in _PARTS_MISSING:
        found = matched(pattern, tail)
        if found is None:
            continue
        piece = reader.rule(head)
        if piece is None or piece.family is not Family.NUMBER or "CASE" in piece.sql:
            continue
        named = reader.value(found.part("a")) if found.has("a") else None
        if found.has("a") and (named is None or named.column is None or named.family is not Family.NUMBER):
            continue
        columns = [named] if named is not None else [column_piece(c) for c in reader.ctx.scope.sources]
        number = {"zero": "0", "nothing": "0", "one": "1"}.get(found.text("v")) or found.number("v")
        zero = found.has("zero")
        made = piece.sql
        for column in columns:
            if column.family is not Family.NUMBER or (column.sql not in made and named is None):
                continue
            if column.sql not in made or _has_zero_word(found):
                return None
            made = _replaced(
                made, column.sql, f"coalesce({f'nullif({column.sql}, 0)' if zero else column.sql}, {number})"
            )
        return Piece(made, piece.type) if made != piece.sql else None
    return None


def _has_zero_word(found: Match) -> bool:
    return found.has("zero") and found.text("zero") == "§n" and found.number("zero") != "0"


def _replaced(sql: str, column: str, by: str) -> str:
    made = re.sub(rf"(?<![\w.\"]){re.escape(column)}(?![\w\"])", by.replace("\\", r"\\"), sql)
    return re.sub(r"nullif\((coalesce\(nullif\([^()]+, 0\), [1-9]\d*\)), 0\)", r"\1", made)


def _excepted(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """Another value where something holds: "0 if none", "NULL when A is zero", "if C use B"."""
    piece = reader.rule(head)
    if piece is None:
        return None
    for value, condition in _ways(tail):
        test = _test(reader, condition, piece)
        if test is None:
            continue
        made = _given(reader, value, piece)
        if made is not None:
            return _case(reader, piece, test, made)
    unless = matched(r"unless (?P<c>(?:\S+ )+?)(?:, )?in which case (?P<v>(?:\S+ )+)", tail)
    if unless is not None:
        test = _test(reader, unless.part("c"), piece)
        made = _given(reader, unless.part("v"), piece) if test is not None else None
        return _case(reader, piece, test, made) if test is not None and made is not None else None
    return None


def _ways(tail: Phrase) -> list[tuple[Phrase, Phrase]]:
    """Value and condition in each way to cut what is said."""
    ways: list[tuple[Phrase, Phrase]] = []
    lead = re.match(rf"(?:and |but |or )?{_IF} ", tail.text)
    if lead is not None:
        body = tail.cut(lead.end(), len(tail.text))
        ways += [
            (cut(body, last, len(body.marks)), cut(body, 0, first)) for first, last in places(body, _THEN)
        ]
        ways += [
            (cut(body, at, len(body.marks)), cut(body, 0, at)) for at in range(len(body.marks) - 1, 0, -1)
        ]
        return ways
    ways += [
        (cut(tail, 0, first), cut(tail, last, len(tail.marks)))
        for first, last in places(tail, rf"(?:, )?{_IF} ")
    ]
    ways += [
        (cut(tail, last, len(tail.marks)), cut(tail, 0, first))
        for first, last in reversed(list(places(tail, r"(?:->|=|:|is|are|gives|becomes) ")))
        if first or tail.marks[0].text != "becomes"
    ]
    default = matched(
        r"(?:default|default value|fallback|fall back to|defaults to|defaulting to)(?: value)?(?: to|"
        r" is| =| :| as)? (?P<v>(?:\S+ )+)",
        tail,
    )
    if default is not None and default.text("v").split()[0] not in ("if", "when", "where"):
        ways.append((default.part("v"), Phrase((), tail.source)))
    return ways


_NONE = (
    r"(?:(?:it|that|this|§s|there|result|one|value|that one|that too|too|we|they|you) )*(?:(?:is|"
    r"are|was|were|' s|has|have|can be|could be) )*(?:also )?"
    r"(?:none|null|nulls|missing|blank|empty|nothing|unknown|no value|not found|n / f|not there|"
    r"not available|not given|not known|not filled(?: in)?|none (?:is|was|are|can be|"
    r"could be) found|"
    r"nothing (?:is|was|can be) (?:found|there|filled in|entered|given)|there is none|"
    r"there are none|without value|not present|not on list|not listed|absent|no match|no entry|"
    r"no match is found|no row|is not on list|code is not in list|null or (?:blank|empty|missing)|"
    r"(?:blank|empty|missing) or null|no such (?:row|entry|code)|is null|"
    r"do not have (?:them|it|one)(?: there| on list)?|do not know (?:it|them)?|none of them|"
    r"that fails|no .{1,12}? found)"
    r"(?: too| as well| also| there| yet| at all| either)? "
)


def _test(reader: Reader, condition: Phrase, piece: Piece) -> Test | None:
    body = trimmed(condition)
    if names_sign(body):
        return None
    if not body.marks or matched(_NONE, body) is not None:
        if piece.literal is not None or piece.sql == "NULL":
            return None
        blank = (
            re.search(r"blank|empty", body.text) and piece.column is not None and piece.family is Family.TEXT
        )
        sql = f"({piece.sql} IS NULL OR trim({piece.sql}) = '')" if blank else f"{piece.sql} IS NULL"
        return Test(sql, piece)
    both = matched(
        r"(?:either|any|one)(?: one| part| of (?:them|these|both|the two))? (?:is|are) (?:null|"
        r"missing|blank|empty|not known|unknown) ",
        body,
    )
    if both is not None:
        sources = [column_piece(c) for c in reader.ctx.scope.sources if column_piece(c).sql in piece.sql]
        return (
            Test(" OR ".join(f"{each.sql} IS NULL" for each in sources), piece) if len(sources) > 1 else None
        )
    if (
        matched(
            r"(?:paid |arrived |delivered |came |too )*(?:early|too early|earlier|ahead|in advance) ", body
        )
        is not None
    ):
        return Test(f"{piece.sql} < 0", piece) if piece.sql.startswith(("date_diff", "date_sub")) else None
    if piece.literal is not None or piece.sql == "NULL":
        return reader.tester.read(body, None)
    return reader.tester.read(body, piece)


def _given(reader: Reader, value: Phrase, piece: Piece) -> Piece | None:
    """The value of an exception: any rule, or what is done to the value itself."""
    body = trimmed(value)
    if not body.marks:
        return None
    if (
        matched(
            r"(?:(?:is to be |should be |then |it |§s |is |be |stays? |leave |left |leave it |"
            r"it stays |set |set to |load |values? |result |no value |return )*)(?:null|empty|blank|"
            r"nothing|no value|missing|left empty|left blank|leave empty|leave blank|"
            r"leave §s (?:empty|blank)|leave it (?:empty|blank))(?: then| entered)? ",
            body,
        )
        is not None
    ):
        return NULL
    negative = signed(body, piece) if piece.literal is None else None
    if negative is not None:
        return negative
    for words in (body, without_lead(body)):
        if _is_shape(words) and not words.columns and fixed_is_none(words) and piece.literal is None:
            made = shaped(words, piece)
            if made is not None:
                return made
    tail = matched(r"(?P<v>(?:\S+ )+?)(?:is|are) to be (?:entered|used|written|loaded|taken|put) ", body)
    told = tail.part("v") if tail is not None else body
    bare = bare_text(without_lead(told), short=True)
    if bare is not None and piece.family is Family.TEXT:
        return quoted_text(bare)
    made = reader.rule(told)
    listed = (
        made is not None
        and "CASE" in made.sql
        and not re.search(r"\b(?:if|when|where|unless|case)\b", told.text)
    )
    return None if listed else made


def fixed_is_none(words: Phrase) -> bool:
    """Whether the words are more than a fixed value."""
    return not (len(words.marks) == 1 and words.marks[0].text.startswith("§"))


def _case(reader: Reader, piece: Piece, test: Test, made: Piece) -> Piece | None:
    wanted = "" if piece.literal is None and piece.type else reader.ctx.target_type
    together = unified((made, piece), wanted)
    if together is None:
        return None
    (other, own), kind = together
    if (
        made.literal is None
        and made.sql != "NULL"
        and piece.literal is None
        and made.family is not piece.family
    ):
        return None
    if made.column is not None and unit_of(made) and piece.column is None and unit_of(piece) != unit_of(made):
        turned = in_unit(made, unit_of(piece)) if unit_of(piece) else None
        if turned is None:
            return None
        other = turned.sql
    if test.sql == f"{piece.sql} IS NULL" and own == piece.sql:
        return piece if other == "NULL" else Piece(f"coalesce({own}, {other})", kind)
    return Piece(f"CASE WHEN {test.sql} THEN {other} ELSE {own} END", kind)


def _repeated(reader: Reader, head: Phrase, tail: Phrase) -> Piece | None:
    """The same once more in other words."""
    if not tail.columns and len(tail.marks) < 3:
        return None
    piece = reader.rule(head)
    again = reader.rule(tail) if piece is not None and piece.literal is None else None
    return (
        piece
        if piece is not None and again is not None and again.sql == piece.sql and piece.column is None
        else None
    )
