"""Clock times, hours in bands, masks of digits and numbers that are dates, as mapping sheets tell them.

"from 12 hours to 24 hours format", "0-5 Night / 6-11 Morning", "change the format of phone number to (XXX)XXX-XXXX",
"direct (convert to date)" beside "YYYYMMDD number in source".
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, text_literal
from signoff.core.generate.types import Family

NAME = "P28 sheet words"

_CLOCK = re.compile(
    r"(?:convert|change|load|transform|format)?\s*(?:the\s+|it\s+)?(?:time\s+|sale time\s+|value\s+)?"
    r"(?:from\s+)?(?:an?\s+|the\s+)?"
    r"(?:12[- ]?h(?:ou)?rs?(?:\s+(?:clock|format|time|am/pm))*|am/pm(?:\s+(?:format|time))?)\s+"
    r"(?:in)?to\s+(?:an?\s+|the\s+)?"
    r"24[- ]?h(?:ou)?rs?(?:\s+(?:clock|format|time))*\s*\(?(?P<format>hh(?:24)?:mi?m?(?::ss)?)?\)?"
    r"|(?:convert|change|load|show)\s+(?:it\s+)?(?:in)?to\s+(?:a\s+)?24[- ]?h(?:ou)?rs?(?:\s+(?:clock|"
    r"format|time))*",
    re.IGNORECASE,
)
_TWELVE = "['%I:%M:%S %p', '%I:%M %p', '%I:%M%p', '%I %p']"
_SECONDS = re.compile(r"hh(?:24)?:m[im]:ss", re.IGNORECASE)
_MINUTES = re.compile(r"hh(?:24)?:m[im](?!:)|\b\d{1,2}:\d{2}\b(?!:)", re.IGNORECASE)
_BAND = re.compile(
    r"\s*(?P<first>\d{1,2})\s*(?:-|–|to)\s*(?P<last>\d{1,2})\s*(?:h|hrs?|"
    r"hours?)?\s*[:=]?\s*(?P<name>[A-Za-z][A-Za-z ]*?)\s*"
)
_BESIDE = re.compile(
    r"\s*\((?:by\s+|from\s+)?(?:the\s+)?hours?\b[^()]*\)\s*$|^\s*(?:by\s+)?(?:the\s+)?hour"
    r"(?:\s+of[\w ]+)?\s*:\s*"
)
_MASK = re.compile(
    r"(?:(?:change|convert|set|load|bring)\s+)?(?:the\s+)?(?:format\s+(?:of\s+)?)?(?:the\s+)?(?:phone|"
    r"telephone|mobile|fax|contact|number|no\.?|ssn|zip|code|it|value|\s)*"
    r"(?:as|to|into|in|format(?:ted)?(?:\s+as)?)\s+(?:the\s+)?"
    r"(?:format\s+)?['\"]?(?P<mask>[(+]?[Xx9#][-Xx9#()./ ]{4,})['\"]?(?:\s+format)?",
    re.IGNORECASE,
)
_AS_DATE = re.compile(
    r"(?:direct(?:ly)?(?:\s+(?:move|mapping))?\s*[(,;-]*\s*)?(?:convert(?:ed)?|cast|change[d]?)\s+"
    r"(?:it\s+)?(?:in)?to\s+(?:a\s+)?date\)?",
    re.IGNORECASE,
)
_DAY_NUMBER = re.compile(r"\byyyymmdd\b", re.IGNORECASE)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The value, when the whole phrase is one of these kinds and one source is given."""
    if ctx.only_source is None or not phrase.marks:
        return None
    text = " ".join(phrase.raw.split()).strip(" .;")
    subject = column_piece(ctx.only_source)
    for made in (_clock, _bands, _masked, _day_number):
        piece = made(text, subject, ctx)
        if piece is not None:
            return piece
    return None


def _clock(text: str, subject: Piece, ctx: Context) -> Piece | None:
    """A time told by AM and PM as one of 24 hours; how far it goes is told beside it or by the target's length."""
    if _CLOCK.fullmatch(text) is None or subject.family is not Family.TEXT:
        return None
    moment = f"strptime({subject.sql}, {_TWELVE})"
    if ctx.target_type == "TIME":
        return Piece(f"CAST({moment} AS TIME)", "TIME")
    if ctx.mapping is None:
        return None
    told = f"{text} {ctx.mapping.note}"
    if _SECONDS.search(told):
        shape = "%H:%M:%S"
    elif _MINUTES.search(told) or re.search(r"\(\s*5\s*\)", ctx.mapping.type):
        shape = "%H:%M"
    else:
        shape = "%H:%M:%S"
        ctx.remark("D38", say("assumed.clock_seconds"))
    return Piece(f"strftime({moment}, '{shape}')", "VARCHAR")


def _hour_of(subject: Piece) -> str:
    if subject.family is Family.TEXT:
        return f"hour(strptime({subject.sql}, {_TWELVE}))"
    return f"hour({subject.sql})"


def _bands(text: str, subject: Piece, ctx: Context) -> Piece | None:
    """Parts of the day by the hour of a moment, or of a time told by AM and PM."""
    parts = re.split(r"[/;,\n|]", _BESIDE.sub("", text))
    found = [_BAND.fullmatch(part) for part in parts if part.strip()]
    if len(found) < 2 or any(each is None for each in found):
        return None
    bands = [(int(m["first"]), int(m["last"]), m["name"]) for m in found if m is not None]
    spoken_of = _BESIDE.search(text) is not None
    if subject.family is Family.TEXT and not spoken_of:
        return None
    if subject.family not in (Family.TEXT, Family.TIMESTAMP) or any(
        last > 24 or first > last for first, last, _ in bands
    ):
        return None
    hour = _hour_of(subject)
    arms = " ".join(
        f"WHEN {hour} BETWEEN {first} AND {last} THEN {text_literal(name)}" for first, last, name in bands
    )
    if not _is_whole_day(bands):
        ctx.remark("D34", say("assumed.codes_empty"))
    return Piece(f"CASE {arms} END", "VARCHAR")


def _is_whole_day(bands: list[tuple[int, int, str]]) -> bool:
    hours = {hour for first, last, _ in bands for hour in range(first, last + 1)}
    return set(range(24)) <= hours


def _masked(text: str, subject: Piece, ctx: Context) -> Piece | None:
    """Digits laid into a mask; a value that has another number of digits stays as it is."""
    match = _MASK.fullmatch(text)
    if match is None or subject.family not in (Family.TEXT, Family.NUMBER):
        return None
    mask = match["mask"].strip()
    count = len(re.findall(r"[Xx9#]", mask))
    digits = f"regexp_replace({subject.as_text}, '[^0-9]', '', 'g')"
    pieces, place = [], 1
    for run in re.findall(r"[Xx9#]+|[^Xx9#]+", mask):
        if run[0] in "Xx9#":
            pieces.append(f"substring({digits}, {place}, {len(run)})")
            place += len(run)
        else:
            pieces.append(text_literal(run))
    if count < 4:
        return None
    ctx.remark("D38", say("assumed.mask_unfit"))
    return Piece(
        f"CASE WHEN length({digits}) = {count} THEN {' || '.join(pieces)} ELSE {subject.as_text} END",
        "VARCHAR",
    )


def _day_number(text: str, subject: Piece, ctx: Context) -> Piece | None:
    """A number or text such as 20240131 as a date, where the row says that it is one."""
    note = ctx.mapping.note if ctx.mapping is not None else ""
    if _AS_DATE.fullmatch(text) is None or not _DAY_NUMBER.search(note):
        return None
    if subject.family not in (Family.TEXT, Family.NUMBER):
        return None
    return Piece(f"CAST(strptime({subject.as_text}, '%Y%m%d') AS DATE)", "DATE")
