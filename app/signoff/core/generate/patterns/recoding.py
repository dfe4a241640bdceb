"""Parts of lists of codes in sentences: codes and spans, what they become, and words for all others.

"1 and 2 become 'high'", "M and F as they are", "3 to 4 visits: 'some'", "anything else, also empty, becomes 'U'".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.generate.patterns.column_nouns import singular
from signoff.core.generate.patterns.composed.lexicon import kin, parts_of
from signoff.core.generate.patterns.phrases import COLUMN, SELF, Phrase
from signoff.core.generate.patterns.pieces import Piece, literal_of
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

SIGN = (
    r"(?:-> |= |: |(?:is|are) (?:shown as |reported as |coded as |mapped to |translated to |turned into )?|becomes? |"
    r"turns? (?:into|to) |means? |gives? |stands? for |counts? as |maps? to |goes to |go to |"
    r"translates? to |leads? to |"
    r"(?:shall|should|must|will) (?:be|become) )"
)
"""Between a code and what becomes of it."""
KEPT = (
    r"(?:(?:is|are|stays?|remains?|keeps?|kept|left|taken|taken over|loaded|copied) )*(?:as (?:they "
    r"are|it is|is) |unchanged |"
    r"as they stand |untouched )|(?:stays?|remains?|(?:is|are) kept|(?:is|are) left alone) "
)
_NONE = (
    r"(?:missing|empty|blank|blanks|null|nulls|none|nothing|no value|no code(?: at all)?|not given|not filled|not "
    r"there|unknown ones)"
)
_THING = rf"(?:(?:{COLUMN}|{SELF}|ones?|codes?|values?|cells?|entries|entry|fields?) )?"
MISSING_TOO = (
    rf"(?:(?:, |\( )?(?:(?:also|and|or|even|including|incl|incl \.|as well as|too) )*(?:(?:if|when|where|for) )?"
    rf"(?:(?:{SELF}|{COLUMN}|code|value|there) )?(?:(?:is|are) )?(?:an? )?{_NONE} {_THING}(?:(?:too|also|as well) )?"
    rf"(?:\) |, )?)"
)
"""That what is missing is meant too, which words for all others say anyway."""
_OTHER_NOUN = rf"(?:(?:{COLUMN}|{SELF}|[^\W\d]\w*) )?"
OTHERS = (
    rf"(?:anything else |everything else |all else |all others |any others |others |all the rest |"
    rf"all rest |rest |remaining |"
    rf"everyone else |otherwise |else |or else |(?:all |any |every )?other (?:ones |codes? |values? |{_OTHER_NOUN})|"
    rf"in all other cases |in any other case |all remaining {_OTHER_NOUN}|"
    r"(?:(?:any |all )?(?:codes? |values? |ones )|those |what |anything )?(?:(?:that |which )?(?:is |"
    r"are ))?not (?:on|in) (?:this |that )?"
    r"list |(?:an? |any |all )?(?:codes? |values? |ones |anything |everything )not listed (?:there |"
    r"here |above )?|unlisted (?:codes? |values? |ones ))"
)
"""Words for what is not listed."""
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_\-]{0,5}")
_SPANS = (
    (r"(?P<a>§n )(?:to |- |until |through |up to )(?P<b>§n )", "{0} BETWEEN {a} AND {b}"),
    (
        r"(?:from |between )(?P<a>§n )(?:to |- |and |until |up to |up to and including |through )(?P<b>§n )",
        "{0} BETWEEN {a} AND {b}",
    ),
    (
        r"(?P<a>§n )(?P<u>[^\W\d]\w* )?(?:or|and) (?:more|above|over|higher|up|longer|later|older) ",
        "{0} >= {a}",
    ),
    (r"(?:at least |from |>= )(?P<a>§n )(?P<u>[^\W\d]\w* )?(?:on |up |upwards )?", "{0} >= {a}"),
    (r"(?P<a>§n )\+ ", "{0} >= {a}"),
    (r"(?P<a>§n )(?P<u>[^\W\d]\w* )?(?:or|and) (?:less|below|under|lower|fewer|shorter) ", "{0} <= {a}"),
    (r"(?:up to |at most |<= |not more than |no more than )(?P<a>§n )", "{0} <= {a}"),
    (r"(?:over |above |more than |longer than |> |beyond |older than )(?P<a>§n )", "{0} > {a}"),
    (r"(?:under |below |less than |fewer than |< |younger than )(?P<a>§n )", "{0} < {a}"),
)
_BEYOND = (
    r"(?:anything |everything |all )?(?:(?P<more>above|over|beyond|more than|higher than|longer than|"
    r"larger than|heavier than)|below|"
    r"under|less than|lower than|shorter than) (?:that|this|§s) "
)
_UNLABELLED = word_set(
    "lookup look see ask take use copy calculate if when unless except only until where otherwise "
    "else null same source "
    "value column as is are reject rejected error multiply and or with which that by per via "
    "according depends others "
    "rest any all left blank empty missing set load loaded populated filled mapped migrated "
    "transferred imported taken allowed "
    "keep unchanged for but round rounded trim upper lower case"
)
"""Words that a text without quotes does not have here."""
_MOST_WORDS = 4


@dataclass(frozen=True)
class Tested:
    """Codes of a column, or a span of it."""

    codes: tuple[Piece, ...] = ()
    span: str = ""
    missing: bool = False
    """No value is meant, too."""
    beyond: str = ""
    """``>`` or ``<``: what lies beyond the span before."""


def code_of(phrase: Phrase, subject: Piece) -> Piece | None:
    """One code as value of the column: quoted, a number, or a few capitals."""
    if len(phrase.marks) != 1 or phrase.marks[0].column is not None:
        return None
    mark = phrase.marks[0]
    if mark.text not in ("§q", "§n") and not _CODE.fullmatch(mark.token.value):
        return None
    return literal_of(mark.token.value, subject.type or "VARCHAR")


def tested(phrase: Phrase, subject: Piece) -> Tested | None:
    """Codes beside one another, or one span of numbers; None for anything else."""
    plain = _without_unit(phrase, subject)
    beyond = re.fullmatch(_BEYOND, phrase.text)
    if beyond is not None and subject.family is Family.NUMBER:
        return Tested(beyond=">" if beyond["more"] else "<")
    if subject.family is Family.NUMBER and re.fullmatch(
        rf"(?:without|no|if no|with no) (?:{COLUMN}|{SELF}) ", phrase.text
    ):
        return Tested(codes=(Piece("0", "INTEGER", "0"),), missing=True)
    for pattern, sql in _SPANS if subject.family is Family.NUMBER else ():
        found = re.fullmatch(pattern, plain.text)
        if found is None or not _is_unit((found.groupdict().get("u") or "").strip(), subject):
            continue
        numbers = {
            name: plain.cut(*found.span(name)).raw.strip()
            for name in ("a", "b")
            if found.groupdict().get(name)
        }
        if all(re.fullmatch(r"-?\d+(?:\.\d+)?", number) for number in numbers.values()):
            return Tested(span=sql.format(subject.sql, **numbers))
    if subject.family is Family.NUMBER and plain.text in ("none ", "zero ", "nil ", "no "):
        return Tested(codes=(Piece("0", "INTEGER", "0"),))
    if re.fullmatch(
        rf"(?:no|without|with no|missing) (?:number of |value of |known )(?:{COLUMN}|"
        rf"{SELF}) ",
        phrase.text,
    ):
        return Tested(missing=True)
    parts = plain.split(r"(?:, or |, and |, |or |and |/ )")
    listed = [part for part in parts if not re.fullmatch(rf"(?:if )?{_NONE} ", part.text)]
    codes = [code_of(part, subject) for part in listed]
    known = tuple(code for code in codes if code is not None)
    distinct = len({code.sql for code in known}) == len(codes)
    sure = bool(known) and len(known) == len(codes) and distinct
    return Tested(codes=known, missing=len(listed) < len(parts)) if sure else None


def _without_unit(phrase: Phrase, subject: Piece) -> Phrase:
    """The phrase without what is counted behind its last number: 3 to 4 visits."""
    own = [
        m
        for at, m in enumerate(phrase.marks)
        if not (at and m.column is not None and m.column is subject.column)
    ]
    phrase = Phrase(tuple(own), phrase.source)
    last = phrase.marks[-1] if len(phrase.marks) > 1 else None
    unit = last is not None and phrase.marks[-2].text in ("§n", "no") and _is_unit(last.text, subject)
    return Phrase(phrase.marks[:-1], phrase.source) if unit else phrase


def _is_unit(word: str, subject: Piece) -> bool:
    """Whether a word is what the column counts, or nothing."""
    if not word:
        return True
    parts = parts_of(subject.column.column.name) if subject.column is not None else ()
    return word.isalpha() and any(kin(part, word) or singular(part) == singular(word) for part in parts)


def label(phrase: Phrase, *, quoted: bool) -> str | None:
    """The text that codes become; None where it may be an instruction.

    Args:
        phrase: the words.
        quoted: other texts of the rule stand in quotes, so that this one has to.
    """
    if len(phrase.marks) == 1 and phrase.marks[0].text == "§q":
        return phrase.marks[0].token.value
    if len(phrase.marks) == 1 and phrase.marks[0].text == "§n":
        return phrase.raw
    words = phrase.raw.split()
    if quoted or phrase.columns or not words or len(words) > _MOST_WORDS or "§" in phrase.text:
        return None
    if not all(re.fullmatch(r"[^\W\d_][\w'-]*|\d{1,4}", word) for word in words):
        return None
    return None if _UNLABELLED.intersection(phrase.raw.lower().split()) else phrase.raw
