"""Values that depend on conditions, in whichever order: "for C, A; for D, B; all others E", "C -> A / D -> B / rest E".

Conditions and values are any that the reader knows; codes without a noun are those of the column the rule is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from signoff.core.generate.patterns.branch_values import plain_label
from signoff.core.generate.patterns.composed.lexicon import unit_named
from signoff.core.generate.patterns.composed.shapes import shaped, signed
from signoff.core.generate.patterns.composed.spans import EXAMPLE, names_sign, places, split_at, trimmed
from signoff.core.generate.patterns.composed.tests import Tester
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Mark, Phrase
from signoff.core.generate.patterns.pieces import NULL, Piece, column_piece, quoted_text, unified
from signoff.core.generate.patterns.spans import cut, matched
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, family_of

Value = Callable[[Phrase], Piece | None]

_BREAKS = (
    r"; |¶ |\. |, ",
    r"; |¶ |\. |, (?:and |but |or )?|and |but ",
    r"; |¶ |\. ",
    r"/ |\| ",
    r"/ |; |, |\. ",
)
_MOST = 24
_MOST_MERGED = 5
_MOST_TRIES = 60
_IF = r"(?:if|when|whenever|where|in case|in case of|for|as long as|so long as|provided|case)"
_ELSE = (
    r"(?:and )?(?:(?:in |for )?(?:all |any |every )?(?:other|"
    r"remaining) (?:[^\W\d]\w* ){0,2}?(?:cases?|values?|codes?|ones?|situations?)|else|otherwise|"
    r"or else|if (?:we|they|it|§s|he|she|there) (?:do|does|is|are|has|have) not|if (?:we|they) don ' "
    r"t|if not|all others?|any others?|others?|anything else|something else|everything else|"
    r"everyone else|everybody else|all else|(?:the )?rest|remaining|"
    r"(?:in |for )?(?:all |any |every )?(?:other|remaining) (?:cases?|values?|codes?|ones?|"
    r"situations?)|(?:any|every|all) other(?: codes?| values?)?|default|by default|"
    r"all (?:the )?(?:others|rest)|for (?:all |any )?(?:others?|everything else|everyone else|"
    r"the rest|rest)|in all remaining cases|if none of these|none of these|not listed|unlisted|"
    r"\* )"
)
_GIVES = (
    r"(?:, )?(?:§s ' s |it ' s |' s |is |are |shall be |should be |will be |get |gets |gives |"
    r"give |becomes |become |means |-> |= |: |, |reported as |shown as |recoded as |recoded to |"
    r"mapped to |set |set to |load |loads |"
    r"to |into |use |take |then |it |§s |we |write |put |count as |counts as |given as |§s is |"
    r"leave |treated |stay |stays |) *"
)
_AGAIN = rf"(?:or )?(?:otherwise|else) (?:, )?(?P<b>(?:\S+ )+?{_IF} (?:\S+ )+)"
_ELSE_FIRST = rf"{_ELSE}(?: |$)(?:{_GIVES})*(?P<v>(?:\S+ )+)"
_ELSE_LAST = rf"(?P<v>(?:\S+ )+?)(?:, )?(?:otherwise|else|{_ELSE}) "
_MISSING = (
    r"(?:(?:an? |the )?(?:missing|null|blank|empty|unknown)(?: one| ones| code| codes| value|"
    r" values| (?P<noun>(?:§c|[^\W\d]\w*)))?|null or blank|no value|no code|nothing) "
    rf"(?:{_GIVES})*(?P<v>(?:\S+ )+)"
)
_ARROWS = (
    r"(?:-> |= |: |is |are |means |mean |stands for |stand for |becomes |become |gives |give |to |"
    r"should be |shall be |as )"
)
_KEPT = (
    r"(?:(?:is |are |stays? |remains? |keep |kept |leave |left |load |take |use )*(?:as is|"
    r"as it is|as they are|unchanged|kept|untouched|itself|left alone|as before|carried over|"
    r"taken over)(?: as is| as it is| unchanged)? )"
)
_NOTHING = (
    r"(?:(?:leave|left|keep|kept|set|set to|load|to|as|is|it|§s|stay|stays|remain|remains|"
    r"should be|is to be|gives|return|then|be|field) )*"
    r"(?:null|nulls|no value|nothing|blank|empty|null value|not populated|none) ?"
)


_EXAMPLE = re.compile(EXAMPLE)
_MOST_WORDS = 4
_INSTRUCTS = word_set(
    "if when then else where otherwise see ask lookup look according per from based take use "
    "load map as is are be been not null unless except list "
    "table annex note notes reject skip ignore error copy sum total count average trim upper "
    "lower left right convert cast join the a an it this that "
    "by per via like with to of for at all any others rest "
    "same source target column field row rows value values code codes keep leave depends "
    "depending manually tbd tbc open question unchanged and or but"
)
"""Words that a fixed text without quotes does not have."""
_SIGNS_OF_BRANCHES = re.compile(
    rf"(?<!\S)(?:{_IF}|->|=|:|is|are|means|stands|becomes|gives|otherwise|else|rest|others?|"
    rf"default|unless|negative|positive|§n|\() "
)


@dataclass(frozen=True)
class Arm:
    """One branch: SQL of its condition, empty where it is what holds otherwise, and its value."""

    condition: str
    value: Piece


@dataclass
class Brancher:
    """Reads branches over what a reader takes for values and conditions."""

    ctx: Context
    value: Value
    noun: Value
    tester: Tester
    _known: dict[tuple[object, ...], tuple[Arm, Piece | None] | None] = field(default_factory=dict)
    """Clauses read so far, over what they were read."""

    def read(self, phrase: Phrase) -> Piece | None:
        """The CASE, when every clause of the phrase is a branch."""
        if _SIGNS_OF_BRANCHES.search(phrase.text) is None:
            return None
        phrase = _cut_before_else(phrase)
        for subject, base, body in self._subjects(phrase):
            for pattern in _BREAKS:
                parts = [trimmed(each) for each in split_at(body, pattern)]
                parts = [each for each in parts if each.marks]
                if not 2 <= len(parts) <= _MOST or any(_EXAMPLE.match(each.text) for each in parts):
                    continue
                arms = self._arms(body, parts, subject, base)
                made = self._case(arms) if arms else None
                named = subject if body is not phrase else None
                if made is not None and (named is None or _speaks_of(made, named, base)):
                    return made
        return self._unless(phrase)

    def _subjects(self, phrase: Phrase) -> Iterator[tuple[Piece | None, Piece | None, Phrase]]:
        """What codes are codes of, and what is scaled, with the clauses; a noun may stand in front."""
        for first, last in list(places(phrase, r"(?:: |; |, |= )"))[:2]:
            if first and last < len(phrase.marks):
                head = self.noun(cut(phrase, 0, first)) or self.noun(_without_unit(cut(phrase, 0, first)))
                if (
                    head is not None
                    and head.literal is None
                    and head.sql != "NULL"
                    and "CASE" not in head.sql
                ):
                    rest = cut(phrase, last, len(phrase.marks))
                    if head.family is Family.TEXT or head.column is None:
                        yield head, head, rest
                    else:
                        yield head, head, rest
                        yield self._coded(head), head, rest
        only = self.ctx.only_source
        own = column_piece(only) if only is not None else None
        yield own, own, phrase
        if own is None:
            yield self._coded(None), None, phrase

    def _coded(self, base: Piece | None) -> Piece | None:
        """The only text among the sources beside what is scaled."""
        texts = [
            column_piece(c)
            for c in self.ctx.scope.sources
            if column_piece(c).family is Family.TEXT and (base is None or column_piece(c).sql != base.sql)
        ]
        return texts[0] if len(texts) == 1 else None

    def _arms(
        self, phrase: Phrase, parts: list[Phrase], subject: Piece | None, base: Piece | None
    ) -> list[Arm] | None:
        """The branches of the clauses, in their order; what holds otherwise comes last."""
        found = self._search(phrase, parts, subject, base, first=True, tries=[_MOST_TRIES])
        arms = [arm for arm in found if arm.condition]
        rest = [arm for arm in found if not arm.condition]
        if len(rest) > 1 or not arms or (len(arms) == 1 and not rest):
            return None
        if len({arm.condition for arm in arms}) < len(arms):
            return None
        return _exact_first(arms) + rest

    def _search(
        self,
        phrase: Phrase,
        parts: list[Phrase],
        subject: Piece | None,
        base: Piece | None,
        *,
        first: bool,
        tries: list[int],
    ) -> list[Arm]:
        """The branches of the clauses, some of which may be one; none where they cannot all be read."""
        for end in range(1, min(len(parts), _MOST_MERGED) + 1):
            tries[0] -= 1
            if tries[0] < 0:
                return []
            body = _between(phrase, parts[0], parts[end - 1]) if end > 1 else parts[0]
            ways = (
                (self._branch, self._other) if _goes_on(body) and not first else (self._other, self._branch)
            )
            read = ways[0](body, subject, base, first) or ways[1](body, subject, base, first)
            if read is None:
                continue
            arm, told = read
            if end == len(parts):
                return [arm]
            more = self._search(
                phrase,
                parts[end:],
                _of_codes(subject, base, told),
                base or self._made_of(arm.value),
                first=False,
                tries=tries,
            )
            if more:
                return [arm, *more]
        return []

    def _made_of(self, value: Piece) -> Piece | None:
        """The only column of a calculation, which the branches behind it may leave out."""
        columns = [column_piece(c) for c in self.ctx.scope.sources if c.sql in value.sql]
        return (
            columns[0]
            if len(columns) == 1 and columns[0].family is Family.NUMBER and "CASE" not in value.sql
            else None
        )

    def _other(
        self, part: Phrase, subject: Piece | None, base: Piece | None, first: bool
    ) -> tuple[Arm, Piece | None] | None:
        """What holds for all others, or where there is no value."""
        for pattern in () if first else (_ELSE_FIRST, _ELSE_LAST):
            found = matched(pattern, part)
            value = self._gives(found.part("v"), subject, base) if found is not None else None
            if value is not None:
                return Arm("", value), None
        if len(part.marks) > 1 and part.marks[1].text == "," and names_sign(cut(part, 0, 1)):
            return None
        found = matched(_MISSING, part)
        if found is not None and found.has("noun"):
            named = self.noun(found.part("noun"))
            if named is None or named.column is None or (subject is not None and subject.sql != named.sql):
                return None
            subject = named
        value = (
            self._gives(found.part("v"), subject, base) if found is not None and subject is not None else None
        )
        if value is not None and subject is not None:
            return Arm(f"{subject.sql} IS NULL", value), subject
        return None

    def _branch(
        self, part: Phrase, subject: Piece | None, base: Piece | None, _first: bool
    ) -> tuple[Arm, Piece | None] | None:
        """A value with its condition, whichever comes first; what was read once is kept."""
        key = (
            tuple(m.token.start for m in part.marks),
            *(p.sql if p is not None else "" for p in (subject, base)),
        )
        if key not in self._known:
            self._known[key] = self._read_branch(part, subject, base)
        return self._known[key]

    def _read_branch(
        self, part: Phrase, subject: Piece | None, base: Piece | None
    ) -> tuple[Arm, Piece | None] | None:
        again = matched(_AGAIN, part)
        for value, condition, codes in self._ways(again.part("b") if again is not None else part):
            if not value.marks or not condition.marks:
                continue
            made = self._gives(value, subject, base)
            test = self.tester.read(condition, subject, codes=codes) if made is not None else None
            if made is None or test is None:
                continue
            return Arm(test.sql, made), test.subject if test.subject.column is not None else None
        return None

    def _ways(self, part: Phrase) -> Iterator[tuple[Phrase, Phrase, bool]]:
        """Value and condition in each way to cut a clause, and whether words alone may be codes there."""
        lead = re.match(rf"(?:and |but )?{_IF} ", part.text)
        if lead is not None:
            body = part.cut(lead.end(), len(part.text))
            for first, last in places(
                body,
                r"(?:, )?(?:then |-> |: |, |use |take |load |set |set to |gives |becomes |= |"
                r"we write |it is |put |write |report )+",
            ):
                yield cut(body, last, len(body.marks)), cut(body, 0, first), False
            for at in range(len(body.marks) - 1, 0, -1):
                yield cut(body, at, len(body.marks)), cut(body, 0, at), False
            return
        for first, last in places(part, r"stands? for "):
            yield cut(part, last, len(part.marks)), cut(part, 0, first), True
        for first, last in (
            () if _is_code(part) else places(part, rf"(?:only )?(?:, )?(?:but )?(?:only )?{_IF} ")
        ):
            of_codes = part.marks[last - 1].text == "for" and part.marks[0].text == "§q" and first == 1
            yield cut(part, 0, first), cut(part, last, len(part.marks)), of_codes
        for first, last in reversed(list(places(part, _ARROWS))):
            yield cut(part, last, len(part.marks)), cut(part, 0, first), True
        beside = matched(r"(?P<v>(?:\S+ )+?)\( (?P<c>(?:\S+ )+)\) ", part)
        if beside is not None:
            yield beside.part("v"), beside.part("c"), True
        named = matched(r"(?:[^\W\d]\w* )+\( (?P<c>(?:\S+ )+?)\) (?P<v>(?:\S+ )+)", part)
        if named is not None:
            yield named.part("v"), named.part("c"), True
        texts = family_of(self.ctx.target_type) is Family.TEXT
        operated = matched(
            r"\S+ (?:(?:\*|/|times|x|divided by|multiplied by) §n|as is|as it is|as §s is|unchanged|"
            r"negative|positive) ",
            part,
        )
        if (texts or operated is not None) and (part.marks[0].text in ("§n", "§q") or _is_code(part)):
            yield cut(part, 1, len(part.marks)), cut(part, 0, 1), True
        if (
            len(part.marks) > 2
            and part.marks[0].column is not None
            and _is_code(cut(part, 1, len(part.marks)))
        ):
            yield cut(part, 2, len(part.marks)), cut(part, 0, 2), False
        span = matched(r"(?P<c>§n (?:- |to )§n |§n \+ )(?:§c )?(?P<v>(?:\S+ )+)", part)
        if span is not None:
            yield span.part("v"), span.part("c"), True

    def _gives(self, part: Phrase, subject: Piece | None, base: Piece | None) -> Piece | None:
        """The value of a branch: fixed, none, the value itself or what is done to it, or any other value."""
        part = trimmed(part)
        if not part.marks:
            return None
        if matched(_NOTHING, part) is not None:
            return NULL
        if base is not None:
            if matched(_KEPT, part) is not None:
                return base
            if not part.columns and base.family is Family.NUMBER:
                made = signed(part, base) or shaped(part, base)
                if made is not None and not (
                    len(part.marks) == 1 and family_of(self.ctx.target_type) is Family.TEXT
                ):
                    return made
        text = self._label(part, subject)
        if text is not None:
            return quoted_text(text)
        made = self.value(part)
        if (
            made is not None
            and "CASE" in made.sql
            and (subject is None or self._shares_column(subject, made))
            and "case" not in part.text
        ):
            return None
        if (
            made is not None
            and subject is not None
            and made.column is not None
            and made.column is subject.column
            and made.family is Family.NUMBER
            and family_of(self.ctx.target_type) is Family.TEXT
        ):
            return None
        if (
            made is None
            and part.text.strip() in ("true", "yes", "false", "no")
            and family_of(self.ctx.target_type) is Family.FLAG
        ):
            return quoted_text(part.text.strip())
        return made

    def _shares_column(self, one: Piece, other: Piece) -> bool:
        return any(c.sql in one.sql and c.sql in other.sql for c in self.ctx.scope.columns)

    def _label(self, part: Phrase, subject: Piece | None) -> str | None:
        """A few plain words as a fixed text, none of which is a column or tells what is to be done."""
        if family_of(self.ctx.target_type) not in (Family.TEXT, Family.UNKNOWN):
            return None
        if len(part.marks) == 1 and part.marks[0].column is not None and not part.marks[0].column.is_source:
            return part.raw if part.raw.isalpha() else None
        if part.columns or "§" in part.text:
            return None
        text = plain_label(part, self.ctx)
        words = part.text.split()
        if (
            text is None
            and len(words) <= _MOST_WORDS
            and all(re.fullmatch(r"[^\W\d]\w*|-", word) for word in words)
        ):
            text = part.raw if not _INSTRUCTS & {*words, *part.raw.lower().split()} else None
        if text is None:
            return None
        if len(words) == 1 and words[0].endswith("ed"):
            return text
        sourced = self.value(part) if len(part.marks) > 1 or not part.raw.isupper() else None
        same = sourced is not None and subject is not None and sourced.sql == subject.sql
        return None if sourced is not None and sourced.column is not None and not same else text

    def _case(self, arms: list[Arm]) -> Piece | None:
        together = unified([arm.value for arm in arms], self.ctx.target_type)
        if together is None:
            return None
        values, kind = together
        if family_of(self.ctx.target_type) is Family.FLAG and _may_overlap(arms):
            return None
        if family_of(self.ctx.target_type) is Family.FLAG and _only_missing(arms):
            told = [(arm.value.literal or "").lower() for arm in arms]
            return (
                Piece(f"coalesce({arms[0].condition}, false)", "BOOLEAN")
                if told == ["true", "false"]
                else None
            )
        whens = " ".join(
            f"WHEN {arm.condition} THEN {sql}" for arm, sql in zip(arms, values, strict=True) if arm.condition
        )
        rest = f" ELSE {values[-1]}" if not arms[-1].condition else ""
        return Piece(f"CASE {whens}{rest} END", kind)

    def _unless(self, phrase: Phrase) -> Piece | None:
        """True unless something holds."""
        found = matched(r"(?P<v>true|false|yes|no) unless (?P<c>(?:\S+ )+)", phrase)
        test = self.tester.read(found.part("c"), None) if found is not None else None
        if found is None or test is None or family_of(self.ctx.target_type) is not Family.FLAG:
            return None
        held = f"coalesce({test.sql}, false)"
        return Piece(f"NOT {held}" if found.text("v") in ("true", "yes") else held, "BOOLEAN")


def _goes_on(part: Phrase) -> bool:
    """Whether "otherwise" stands before a value with a condition of its own."""
    return matched(_AGAIN, part) is not None


def _speaks_of(made: Piece, *named: Piece | None) -> bool:
    """Whether branches use the noun that stands before them; else it is a value of its own, which they would drop."""
    return any(each is not None and each.sql in made.sql for each in named)


_EXACT = re.compile(r"(\S+) (?:= \S+|IS NULL|IN \([^()]*\))(?: OR \1 (?:IS NULL|= \S+))?")
_EITHER_MISSING = re.compile(r"\bIS NULL\b.* OR .*\bIS NULL\b")


def _may_overlap(arms: list[Arm]) -> bool:
    """Whether a flag has no value where nothing holds, though one of its arms is the exception to the others.

    ``True if A is at least B; false if one of them is missing``: what is neither is meant to be the second one too.
    """
    tests = [arm.condition for arm in arms]
    return all(tests) and len(tests) > 1 and any(_EITHER_MISSING.search(test) for test in tests)


def _only_missing(arms: list[Arm]) -> bool:
    """Whether a flag tells what holds where its condition does, and where it cannot be told, and nothing between."""
    missing = re.fullmatch(r"(\S+) IS NULL", arms[-1].condition)
    return len(arms) == 2 and missing is not None and missing[1] in arms[0].condition


def _exact_first(arms: list[Arm]) -> list[Arm]:
    """Arms on a single code, or on no value, before those on spans of the same column, which may hold it."""
    exact = [arm for arm in arms if _EXACT.fullmatch(arm.condition)]
    columns = {arm.condition.split()[0] for arm in arms}
    return exact + [arm for arm in arms if arm not in exact] if len(columns) == 1 else arms


_BEFORE_ELSE = frozenset(
    (
        ",",
        ";",
        ".",
        "and",
        "or",
        ":",
        "/",
        "everyone",
        "everything",
        "anything",
        "anyone",
        "everybody",
        "all",
        "nothing",
    )
)


def _of_codes(subject: Piece | None, base: Piece | None, told: Piece | None) -> Piece | None:
    """What the codes of further branches are of: where amounts are scaled, the code that a branch named."""
    scaled = (
        subject is not None and base is not None and subject.sql == base.sql and base.family is Family.NUMBER
    )
    return (
        told if subject is None or (scaled and told is not None and told.family is Family.TEXT) else subject
    )


def _cut_before_else(phrase: Phrase) -> Phrase:
    """The phrase with a semicolon before each word for all others."""
    marks: list[Mark] = []
    for mark in phrase.marks:
        if mark.text in ("else", "otherwise") and marks and marks[-1].text not in _BEFORE_ELSE:
            marks.append(Mark(";", mark.token))
        marks.append(mark)
    return Phrase(tuple(marks), phrase.source)


def _without_unit(phrase: Phrase) -> Phrase:
    """A noun without the unit it is wanted in, which the branches see to."""
    found = re.search(r"(?<=\s)in (?P<unit>\S+) $", phrase.text)
    return (
        phrase.cut(0, found.start())
        if found is not None and unit_named(found["unit"])
        else Phrase((), phrase.source)
    )


def _is_code(part: Phrase) -> bool:
    raw = part.marks[0].token.value
    return (
        part.marks[0].column is None
        and part.marks[0].text != "§q"
        and raw.isalnum()
        and raw.isupper()
        and len(raw) <= 4
        and len(part.marks) > 1
    )


def _between(whole: Phrase, first: Phrase, last: Phrase) -> Phrase:
    """The clauses from one to another with the signs between them."""
    begin, end = first.marks[0].token.start, last.marks[-1].token.start
    return Phrase(tuple(m for m in whole.marks if begin <= m.token.start <= end), whole.source)
