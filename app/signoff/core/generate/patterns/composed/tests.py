"""Conditions: a noun or any other value with what is asked of it, joined by "and" or by "or".

"there is no end date or the end date is after 30 June 2025", "below 100 but above 0", "is J", "not filled".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from signoff.core.generate.patterns.bare import is_free_text
from signoff.core.generate.patterns.cases import bracketed
from signoff.core.generate.patterns.column_nouns import is_key_name
from signoff.core.generate.patterns.composed.lexicon import kin, parts_of, unit_named
from signoff.core.generate.patterns.composed.nouns import unit_of
from signoff.core.generate.patterns.composed.spans import names_sign, places, split_at, trimmed
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, literal_of, quoted_text
from signoff.core.generate.patterns.spans import NUMBER, Match, cut, matched
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

Value = Callable[[Phrase], Piece | None]

_BE = r"(?:is|are|was|were|be|being|has|have|had|has been|have been|was|' s|equals)"
_ABSENT_WORDS = (
    r"(?:null|nulls|missing|blank|empty|initial|none|nothing|unknown|absent|void of value|"
    r"no value|not there|not filled(?: in)?|not known|not given|"
    r"not recorded|not entered|not set|not available|not present|not populated|not specified|"
    r"not stated|unspecified|undefined|left blank|"
    r"left empty|n / a|not found|n / f|not on list|not in list|without value|null or (?:blank|"
    r"empty)|(?:blank|empty|missing) or null|"
    r"blank or missing|missing or blank|null / blank|only spaces|just spaces|all spaces|\( null \))"
)
_PRESENT_WORDS = (
    r"(?:not null|not missing|not blank|not empty|not initial|filled(?: in)?|there|given|known|"
    r"recorded|entered|set|available|present|populated|"
    r"specified|stated|found|on file|on record|left|provided|supplied|submitted|stored|not null or blank)"
)
_LEAD = re.compile(
    r"(?:(?:only |but )*(?:if|when|whenever|where|wherever|in case|as long as|so long as|while|"
    r"provided that|provided|once|for those where|for|given that|that|whose|with|,) )+"
)
_OR, _AND = r"(?:, )?or (?:if |when |where |for )?", r"(?:, )?(?:and|but)(?: if| when| where)? "
_LIST = r"(?:, or |, |or |and |/ )"
_MORE = (
    r"(?:>|above|over|more than|greater than|higher than|bigger than|larger than|exceeds|"
    r"exceeding|beyond|older than|longer than)"
)
_LESS = r"(?:<|below|under|less than|lower than|smaller than|fewer than|younger than|shorter than)"
_LEAST = r"(?:>=|at least|not less than|not below|no less than|minimum|from|from §n)"
_MOST = r"(?:<=|up to|at most|not more than|no more than|not above|maximum|up to and including)"
_LATER = r"(?:after|later than|past|>)"
_EARLIER = r"(?:before|earlier than|prior to|<)"
_V = r"(?P<v>(?:\S+ )+?)"
_ORDERS: tuple[tuple[str, str], ...] = (
    (rf"(?:on or after|since|from|as of|not before|>=) {_V}(?:onwards? |on )?", ">="),
    (rf"(?:on or before|up to|until|till|not after|no later than|<=) {_V}", "<="),
    (rf"{_LATER} {_V}", ">"),
    (rf"{_EARLIER} {_V}", "<"),
    (rf"{_LEAST} {_V}(?:or more |upwards |on |up )?", ">="),
    (rf"{_MOST} {_V}", "<="),
    (rf"{_MORE} {_V}", ">"),
    (rf"{_LESS} {_V}", "<"),
    (rf"{_V}(?:and|or) (?:more|above|over|higher|up|older|later|greater) ", ">="),
    (rf"{_V}(?:and|or) (?:less|below|under|lower|fewer|younger|earlier) ", "<="),
    (rf"{_V}\+ ", ">="),
)
_BETWEEN = (
    r"(?:between |from )?(?P<v>§n |§d )(?:to|and|-|until|up to|through) (?P<w>§n |§d )(?:m |g |"
    r"kg |km |years? |days? |euros? |chf |eur |metres? |old )?(?:inclusive )?"
)
_NO_CODE = word_set(
    "a an the is are be been was were not no null blank empty missing filled known unknown given "
    "there it this that these those which who when if "
    "where then else otherwise and or but as at by for from in into of on to with without than "
    "more less most least same above below over under after "
    "before until since between all any every each other others rest first last next previous "
    "set one only also too so still yet than positive "
    "negative zero higher lower larger smaller greater equal equals valid invalid available "
    "found present something anything everything nothing somebody someone other others "
    "see list table range digits letters characters text note remark annex lookup"
)
"""Words of tests, which without quotes are no code."""


@dataclass(frozen=True)
class Test:
    """Boolean SQL and the value it was asked of, which what follows may leave out."""

    sql: str
    subject: Piece


@dataclass(frozen=True)
class Tester:
    """Reads conditions over what a reader takes for values."""

    ctx: Context
    value: Value
    known: Callable[[Phrase], str | None]
    """What the other compilers make of a condition."""

    def read(self, phrase: Phrase, subject: Piece | None, *, codes: bool = False) -> Test | None:
        """The condition; None where a word of it is not understood.

        Args:
            phrase: the words.
            subject: what is asked of where no value is named.
            codes: words alone are codes of the subject, as in a list of codes.
        """
        body = trimmed(phrase)
        lead = _LEAD.match(body.text)
        body = trimmed(body.cut(lead.end(), len(body.text))) if lead is not None else body
        if not body.marks or len(body.marks) > 40:
            return None
        if codes and subject is not None and (sql := self._codes(body, subject)):
            return Test(sql, subject)
        explained = self._explained(body, subject)
        return explained or self._joined(body, subject)

    def _codes(self, body: Phrase, subject: Piece) -> str:
        """Codes of the subject, or spans of it, one beside the other."""
        parts = [trimmed(part) for part in split_at(body, r"(?:, or |, and |, |or |and |/ |& )")]
        made, missing, spans = [], False, []
        for part in parts:
            if (
                matched(r"(?:the )?(?:null|missing|blank|empty|no value)(?: values?| ones| codes?)? ", part)
                is not None
            ):
                missing = True
                continue
            span = self._between(part, subject) or (
                self._ordered(part, subject) if len(part.marks) < 5 else ""
            )
            noted = matched(r"(?:(?:codes?|values?) )?(?P<x>\S+ )(?:\( (?:[^\W\d]\w* ){1,4}\) )?", part)
            code = (
                None if span or noted is None else self._told(noted.part("x"), subject, told=True, codes=True)
            )
            if code is None and part.text == "§s " and len(parts) > 2:
                code = quoted_text(part.raw)
            if not span and (code is None or code.literal is None):
                return ""
            spans += [span] if span else []
            made += [code.sql] if code is not None else []
        if len(set(made)) < len(made) or not (made or spans or missing):
            return ""
        listed = (
            [f"{subject.sql} = {made[0]}"]
            if len(made) == 1
            else [f"{subject.sql} IN ({', '.join(made)})"]
            if made
            else []
        )
        tests = [
            *listed,
            *(bracketed(each) for each in spans),
            *([f"{subject.sql} IS NULL"] if missing else []),
        ]
        return " OR ".join(tests)

    def _explained(self, body: Phrase, subject: Piece | None) -> Test | None:
        """The condition that brackets, or "i.e.", tell behind words that only describe it."""
        found = matched(r"(?P<w>(?:(?:[^\W\d]\w*|§c) ){1,8})\( (?P<c>(?:\S+ )+)\) ", body) or matched(
            r"(?P<w>(?:[^\W\d]\w* ){1,8})(?:, )?(?:i\.e |that is |meaning |namely )(?:, )?(?P<c>(?:\S+ )+)",
            body,
        )
        if found is None:
            return None
        named = [column_piece(column) for column in found.part("w").columns]
        if len(named) > 1 or re.search(r"(?<!\S)(?:and|except|unless) ", found.text("w") + " "):
            return None
        about = named[0] if named else subject
        inner = self.read(found.part("c"), about) or self._code_alone(found.part("c"), about)
        denied = re.search(r"(?<!\S)(?:not|no|without|never) ", found.text("w") + " ") is not None
        if inner is not None and denied and not re.search(r"<>|IS NULL|DISTINCT|\bNOT\b", inner.sql):
            return None
        outer = self._joined(found.part("w"), subject)
        if outer is not None and inner is None:
            return None
        return inner

    def _code_alone(self, body: Phrase, about: Piece | None) -> Test | None:
        """A code in brackets behind the words for it: (that is "yes"), (J)."""
        plain = re.sub(
            r"^(?:that|this|it|§s|which|i\.e|i \. e|\.|is|are|=|means|code|value|,)(?: |$)", "", body.text
        )
        while plain != (
            again := re.sub(
                r"^(?:that|this|it|§s|which|i\.e|i \. e|\.|is|are|=|means|code|value|,)(?: |$)", "", plain
            )
        ):
            plain = again
        code = body.cut(len(body.text) - len(plain), len(body.text)) if plain else body
        piece = self._told(code, about, told=True) if about is not None and code.marks else None
        if about is None or piece is None or piece.literal is None:
            return None
        return Test(f"{about.sql} = {piece.sql}", about)

    def _joined(self, body: Phrase, subject: Piece | None) -> Test | None:
        single = self._single(body, subject)
        if single is not None:
            return single
        told = self._explained(body, subject) if body.marks and body.marks[-1].text == ")" else None
        if told is not None:
            return told
        for pattern, word in ((_OR, "OR"), (_AND, "AND")):
            for first, last in places(body, pattern):
                left = self._joined(cut(body, 0, first), subject) if first else None
                if left is None or last >= len(body.marks):
                    continue
                right = self._right(cut(body, last, len(body.marks)), left, subject)
                if right is None:
                    continue
                mixed = {"OR": " AND ", "AND": " OR "}[word]
                if any(mixed in _bare(each.sql) for each in (left, right)):
                    continue
                return Test(f"{bracketed(left.sql)} {word} {bracketed(right.sql)}", left.subject)
        return None

    def _right(self, body: Phrase, left: Test, subject: Piece | None) -> Test | None:
        alone = self._joined(body, left.subject)
        return alone or (self._joined(body, subject) if subject is not None else None)

    def _single(self, body: Phrase, subject: Piece | None) -> Test | None:
        """One test: of a value that is named, of the one before, or of a noun behind "no"."""
        body = trimmed(body)
        if not body.marks:
            return None
        made = self._lacking(body, subject) or self._of_named(body) or self._coded_noun(body, subject)
        if made is None and subject is not None:
            body = _without_it(body)
            sql = self._asked(_without_be(body), subject, told=_is_told(body)) or None
            made = Test(sql, subject) if sql else None
        if made is None and body.columns:
            sql = self.known(body)
            made = Test(sql, column_piece(body.columns[0])) if sql else None
        return made

    def _lacking(self, body: Phrase, subject: Piece | None) -> Test | None:
        """A noun without a value: "there is no end date", "no bonus", "we don't know the country"."""
        found = matched(
            r"(?:there (?:is|are|was|were) |it has |it have |they have |we have |has |have |he has |"
            r"with )?(?:no|not any|without|without any) (?P<a>(?:\S+ )+?)(?:(?:is |was |has been |"
            r"are )?(?:yet |there |known |given |filled in |available |recorded |entered |set |"
            r"found ))?",
            body,
        ) or matched(
            r"(?:we|you|they|it|one) (?:do|does|did) not (?:know|have|find|"
            r"get) (?:any )?(?P<a>(?:\S+ )+?)(?:there |on list |in list |yet )?",
            body,
        )
        if found is not None and found.text("a") not in ("more", "less", "longer"):
            piece = self.value(found.part("a"))
            if piece is not None and piece.column is not None:
                counted = piece.family is Family.NUMBER and not is_key_name(piece.column.column.name)
                none = f"({piece.sql} IS NULL OR {piece.sql} = 0)" if counted else f"{piece.sql} IS NULL"
                return Test(none, piece)
        found = matched(r"(?:there (?:is|are) )(?:only |just )?(?:an? )?(?P<a>(?:\S+ )+?)", body) or matched(
            r"(?P<o>(?:[^\W\d]\w* |§c ){1,2}?)(?:has|have|had|got) (?:an? |any )?(?P<a>(?:[^\W\d]\w* |§c ){1,4})",
            body,
        )
        piece = self.value(found.part("a")) if found is not None else None
        if found is not None and piece is not None and piece.column is not None:
            told = {word for word in found.text("a").split() if word in _COUNTED or word in _PARTICIPLES}
            if not told and (not found.has("o") or self._owns(found.part("o"), piece)):
                return Test(f"{piece.sql} IS NOT NULL", piece)
        return None

    def _owns(self, owner: Phrase, piece: Piece) -> bool:
        """Whether the noun before "has" is what a row is about, or stands for nobody."""
        words = [
            word for word in owner.text.split() if word not in ("the", "a", "an", "we", "they", "it", "you")
        ]
        table = piece.column.table if piece.column is not None else ""
        places = (*parts_of(table), *parts_of(self.ctx.mapping.target if self.ctx.mapping else ""))
        tables = {p for c in self.ctx.scope.columns for p in parts_of(c.table)}
        own = all(any(kin(part, word) for part in places) for word in words)
        return own or not any(kin(part, word) for part in tables for word in words)

    def _of_named(self, body: Phrase) -> Test | None:
        """A value with what is asked of it behind."""
        for at in range(1, len(body.marks) + 1):
            head, tail = cut(body, 0, at), cut(body, at, len(body.marks))
            piece = self.value(head) if not _ends_open(head) else None
            if (
                piece is None
                or piece.literal is not None
                or piece.sql == "NULL"
                or piece.sql.startswith("CASE")
            ):
                continue
            if not tail.marks:
                if piece.family is Family.FLAG:
                    return Test(piece.sql, piece)
                continue
            sql = self._asked(_without_be(tail), piece, told=_is_told(tail)) if _can_begin(tail) else None
            if sql:
                return Test(sql, piece)
        found = matched(r"(?P<not>not )(?P<a>(?:\S+ )+)", body)
        piece = self.value(found.part("a")) if found is not None else None
        if piece is not None and piece.family is Family.FLAG:
            return Test(f"NOT {piece.sql}", piece)
        if piece is not None and piece.column is not None and piece.family in (Family.DATE, Family.TIMESTAMP):
            return Test(f"{piece.sql} IS NULL", piece) if len(body.marks) == 2 else None
        return None

    def _coded_noun(self, body: Phrase, subject: Piece | None) -> Test | None:
        """A code before the noun it is a code of: "a yearly cycle", "for mobile devices"."""
        if not 2 <= len(body.marks) <= 3:
            return None
        words = [mark.text for mark in body.marks]
        if not words[0].isalpha() or words[0] in _NO_CODE or body.marks[0].column is not None:
            return None
        noun = cut(body, 1, len(body.marks))
        if noun.columns and len(noun.marks) > 1:
            return None
        piece = subject if noun.text in ("one ", "ones ") else self.value(noun)
        if piece is None or piece.column is None or piece.family is not Family.TEXT:
            return None
        if any(kin(part, words[0]) for part in parts_of(piece.column.column.name)):
            return None
        return Test(f"{piece.sql} = {quoted_text(body.marks[0].token.value).sql}", piece)

    def _asked(self, tail: Phrase, piece: Piece, *, told: bool) -> str:
        """What is asked of a value as SQL; empty where it is not understood."""
        made = self._missing(tail, piece) or self._sign(tail, piece) or self._true(tail, piece)
        made = made or self._between(tail, piece) or self._ordered(tail, piece) or self._like(tail, piece)
        return made or self._equal(tail, piece, told=told)

    def _missing(self, tail: Phrase, piece: Piece) -> str:
        if names_sign(tail):
            return ""
        if matched(rf"(?:either )?{_ABSENT_WORDS} (?:too |yet |there |as well |also )?", tail) is not None:
            blank = re.search(r"blank|empty|initial|spaces|n / a", tail.text)
            if blank and piece.family is Family.TEXT:
                return f"({piece.sql} IS NULL OR trim({piece.sql}) = '')"
            return f"{piece.sql} IS NULL"
        if matched(rf"{_PRESENT_WORDS} (?:at all |too )?", tail) is not None:
            if re.search(r"blank|empty|initial", tail.text) and piece.family is Family.TEXT:
                return f"({piece.sql} IS NOT NULL AND trim({piece.sql}) <> '')"
            return f"{piece.sql} IS NOT NULL"
        return ""

    def _sign(self, tail: Phrase, piece: Piece) -> str:
        words = tail.text.strip()
        known = {
            "positive": "> 0", "negative": "< 0", "zero": "= 0", "zero or negative": "<= 0", "negative or zero": "<= 0",
            "not zero": "<> 0",
            "not negative": ">= 0", "not positive": "<= 0", "zero or less": "<= 0", "zero or below": "<= 0",
        }  # fmt: skip
        return f"{piece.sql} {known[words]}" if words in known and piece.family is Family.NUMBER else ""

    def _true(self, tail: Phrase, piece: Piece) -> str:
        if piece.family is not Family.FLAG:
            return ""
        words = tail.text.strip()
        if words in ("true", "yes", "set", "on", "= true", "y", "ticked", "checked"):
            return piece.sql
        return (
            f"NOT {piece.sql}"
            if words in ("false", "no", "not set", "off", "= false", "not true", "n")
            else ""
        )

    def _between(self, tail: Phrase, piece: Piece) -> str:
        found = matched(_BETWEEN, tail)
        if found is None:
            return ""
        low, high = (self._side(found.part(name), piece) for name in ("v", "w"))
        sure = low is not None and high is not None and piece.family in (Family.NUMBER, Family.DATE)
        if not sure or low is None or high is None:
            return ""
        if piece.family is Family.NUMBER and float(low.literal or 0) > float(high.literal or 0):
            return ""
        return f"{piece.sql} BETWEEN {low.sql} AND {high.sql}"

    def _ordered(self, tail: Phrase, piece: Piece) -> str:
        if piece.family not in (Family.NUMBER, Family.DATE, Family.TIMESTAMP):
            return ""
        dated = piece.family is not Family.NUMBER
        for pattern, sign in _ORDERS:
            found = matched(pattern, tail)
            if found is None:
                continue
            hour = _without_unit(found.part("v"))
            if (
                piece.family is Family.TIMESTAMP
                and hour.text == "§n "
                and re.fullmatch(r"1?\d|2[0-4]", hour.marks[0].token.value)
            ):
                return f"hour({piece.sql}) {sign} {hour.marks[0].token.value}"
            if dated and not re.match(
                r"(?:on or|since|from|as of|not|no|up to|until|till|after|later|past|before|earlier|"
                r"prior|[<>])",
                tail.text,
            ):
                continue
            if not dated and re.match(
                r"(?:on or|since|as of|until|till|later|earlier|prior|past)", tail.text
            ):
                continue
            other = self._side(found.part("v"), piece)
            if other is not None:
                return f"{piece.sql} {sign} {other.sql}"
        return ""

    def _side(self, slot: Phrase, piece: Piece) -> Piece | None:
        """What a value is compared with, in its type."""
        slot = _without_unit(slot, unit_of(piece))
        other = _whole_number(slot) or self.value(slot)
        if other is None or other.sql == "NULL":
            return None
        if other.literal is not None:
            return literal_of(other.literal, piece.type) if piece.type else None
        both = {other.family, piece.family}
        if both == {Family.DATE, Family.TIMESTAMP}:
            return other
        return other if len(both) == 1 and other.sql != piece.sql else None

    def _like(self, tail: Phrase, piece: Piece) -> str:
        if piece.family is not Family.TEXT:
            return ""
        for pattern, function in (
            (
                r"(?P<not>(?:does not|do not|not) )?(?:starts?|begins?|starting|"
                r"beginning) with (?P<v>(?:\S+ )+)",
                "starts_with",
            ),
            (
                r"(?P<not>(?:does not|do not|not) )?(?:ends?|ending) (?:with|in|on) (?P<v>(?:\S+ )+)",
                "ends_with",
            ),
            (
                r"(?P<not>(?:does not|do not|not) )?(?:contains?|includes?|containing|has|"
                r"holds) (?:an? |the )?(?P<v>(?:\S+ )+?)(?:in it |somewhere )?",
                "contains",
            ),
        ):
            found = matched(pattern, tail)
            tests = (
                [self._told(part, piece, told=True) for part in split_at(found.part("v"), _LIST)]
                if found is not None
                else []
            )
            if found is None or not tests or any(each is None or each.literal is None for each in tests):
                continue
            made = " OR ".join(
                f"{function}({piece.sql}, {quoted_text(each.literal or '').sql})" for each in tests if each
            )
            if found.has("not"):
                return f"NOT ({made})" if len(tests) > 1 else f"NOT {made}"
            return made
        return ""

    def _equal(self, tail: Phrase, piece: Piece, *, told: bool) -> str:
        found = matched(
            r"(?P<not>(?:not|<>|! =|other than|not equal to|does not equal|anything but|"
            r"everything but|different from|not one of|not in) )?"
            r"(?P<sign>(?:(?:=|equal to|equals|exactly|same as|same person as|one of|in|either|"
            r"any of|code|value|marked|flagged|coded|coded as|with code|set to|:|identical to|"
            r"identical with) )*)(?:\( )?(?P<v>(?:\S+ )+?)(?:\) )?",
            tail,
        )
        if found is None:
            return ""
        told = told or found.has("sign") or found.has("not")
        parts = [part for part in split_at(found.part("v"), _LIST + "|nor ") if part.marks]
        missing = [p for p in parts if p.text.strip() in ("null", "missing", "blank", "empty")]
        sides = [self._told(part, piece, told=told) for part in parts if part not in missing]
        if not sides or any(each is None for each in sides):
            return ""
        known = [each for each in sides if each is not None]
        moving = [each for each in known if each.literal is None]
        if (moving and len(known) > 1) or len({each.sql for each in known}) < len(known):
            return ""
        listed = ", ".join(each.sql for each in known)
        negative = found.has("not")
        if len(known) == 1:
            if negative:
                return f"({piece.sql} IS NULL OR {piece.sql} <> {listed})" if not missing else ""
            test = f"{piece.sql} = {listed}"
        else:
            if negative:
                return f"({piece.sql} IS NULL OR {piece.sql} NOT IN ({listed}))" if not missing else ""
            test = f"{piece.sql} IN ({listed})"
        return f"({test} OR {piece.sql} IS NULL)" if missing else test

    def _told(self, slot: Phrase, piece: Piece, *, told: bool, codes: bool = False) -> Piece | None:
        """A code, quoted or not, or another value of the same kind where a word says that it is equal."""
        slot = trimmed(slot)
        if len(slot.marks) == 1 and slot.marks[0].text in ("§q", "§n", "§d"):
            sure = told or codes or slot.marks[0].text == "§q"
            return literal_of(slot.marks[0].token.value, piece.type or "VARCHAR") if sure else None
        if piece.family is Family.TEXT and len(slot.marks) == 1 and slot.marks[0].column is None:
            raw = slot.raw
            if any(column.column.name.casefold() == raw.casefold() for column in self.ctx.scope.columns):
                return None
            short = raw.isalnum() and raw.isupper() and len(raw) <= _LONGEST_CODE
            if (
                (short or (told and not (raw.islower() and (piece.column is None or is_free_text(piece)))))
                and re.fullmatch(r"[\w\-]+", raw)
                and (short or slot.text.strip() not in _NO_CODE)
                and "§" not in slot.text
            ):
                return quoted_text(raw)
        if not slot.marks or slot.text.strip() in _NO_CODE or not told or codes:
            return None
        other = self._side(slot, piece)
        return (
            other if other is not None and (other.column is not None or other.literal is not None) else None
        )


def _bare(sql: str) -> str:
    """The SQL without what stands in brackets and without spans."""
    while True:
        plain = re.sub(r"\([^()]*\)", "", sql)
        if plain == sql:
            return re.sub(r"BETWEEN .+? AND", "BETWEEN", sql)
        sql = plain


_LONGEST_CODE = 4


_COUNTED = word_set("no not one two three second third other another only more valid different exactly")
_PARTICIPLES = word_set("been passed come gone ended left started begun")


def _is_told(tail: Phrase) -> bool:
    """Whether a form of "to be" stands before what is asked."""
    return re.match(rf"{_BE} ", tail.text) is not None


def _without_it(body: Phrase) -> Phrase:
    """The test without "it" in front, which stands for what is asked of anyway."""
    found = re.match(r"(?:(?:§s|it|they|that|this|those|these|he|she|result|value|code) )+", body.text)
    return body.cut(found.end(), len(body.text)) if found and found.end() < len(body.text) else body


def _without_be(tail: Phrase) -> Phrase:
    found = re.match(rf"(?:{_BE} )+(?:also |too |then |still |already )?", tail.text)
    return tail.cut(found.end(), len(tail.text)) if found and found.end() < len(tail.text) else tail


def _ends_open(head: Phrase) -> bool:
    return head.marks[-1].text in (
        "is",
        "are",
        "was",
        "not",
        "no",
        "than",
        "the",
        "a",
        "an",
        "=",
        "<",
        ">",
        ">=",
        "<=",
        "<>",
    )


def _can_begin(tail: Phrase) -> bool:
    """Whether a test may begin here: with a form of "to be", a sign, a word of comparison."""
    return bool(
        re.match(
            rf"(?:{_BE}|not|=|<|>|<=|>=|<>|above|over|more|greater|higher|bigger|larger|exceeds|"
            rf"exceeding|below|under|less|lower|smaller|fewer|at|up|"
            r"between|from|before|after|on|until|since|no|null|missing|blank|empty|initial|unknown|"
            r"filled|known|given|starts?|begins?|ends?|contains?|does|in|"
            r"[^\W\d]\w{0,3} $|equals|starting|beginning|containing|§n|§q|true|false|negative|"
            r"positive|zero|n|or|other|set|code|later|earlier|prior|equal) ",
            tail.text,
        )
    )


def _without_unit(slot: Phrase, unit: str = "") -> Phrase:
    """A number without the unit behind it, which has to be the column's own where it is a measure."""
    found = matched(
        rf"(?P<v>§n |{NUMBER} )(?:o ' clock|years?|days?|months?|hours?|minutes?|percent|%|pieces|"
        rf"units|employees|persons|people|old|characters) ",
        slot,
    )
    measured = matched(rf"(?P<v>§n |{NUMBER} )(?P<u>[^\W\d]\w*) ", slot) if unit else None
    if found is None and measured is not None and unit_named(measured.text("u")) == unit:
        found = measured
    return found.part("v") if found is not None else slot


def _whole_number(slot: Phrase) -> Piece | None:
    """A number, its thousands with commas."""
    found: Match | None = matched(r"(?P<v>§n (?:, §n )+)", slot)
    if found is not None:
        values = [m.token.value for m in found.part("v").marks if m.text == "§n"]
        if all(re.fullmatch(r"\d{3}", v) for v in values[1:]) and re.fullmatch(r"\d{1,3}", values[0]):
            return quoted_text("".join(values))
    word = slot.text.strip()
    return quoted_text("0") if word == "zero" else None
