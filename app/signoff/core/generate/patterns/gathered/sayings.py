"""What is said of a whole rule at its end: what stands where there are none, rounding, which rows do not count.

Each saying is taken off the end, one after the other; what is left has to be the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from signoff.core.generate.patterns.column_nouns import says, singular
from signoff.core.generate.patterns.context import Context, number
from signoff.core.generate.patterns.gathered.clauses import rows_or_clause
from signoff.core.generate.patterns.gathered.nouns import is_owner, is_rows, named_column, state_of
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import column_piece
from signoff.core.generate.patterns.spans import Match, at_end, cut
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_SIGN = r"(?:, |; |\. |: |- |\( |\? )"
_NUMBER = r"(?:§n|zero|no|one|two|three|four)"
_PLACES = r"(?:decimals|decimal|decimal places|decimal place|places|digits|decimal digits)"
_ROUNDED = (
    (
        rf"{_SIGN}?(?:and |then |result |all |this |§s |is )*(?:rounded|round|rounded off) (?:to |on |at "
        rf")?(?P<n>{_NUMBER} )(?:{_PLACES} )?(?:\) )?"
    ),
    (
        rf"{_SIGN}?(?:and |then |result |all |this |§s |is )*(?:rounded|round|rounded off) (?:to |on )?(?:full "
        rf"|whole |nearest )*(?P<unit>cents?|integer|integers|whole|unit|units|number|numbers) (?:\) )?"
    ),
    rf"(?:{_SIGN}|with |to )+(?P<n>{_NUMBER} ){_PLACES} (?:\) )?",
)
_SAID = (
    r"(?:and |else |otherwise |or |but |use |then |it |§s |is |are |be |set |load |with |show |leave |keep |"
    r"stays? |stay |default |defaults |defaulting |coalesce |coalesced |counts |as |to |write |report |result |"
    r"value )*"
)
_NOTHING = r"(?:null|nulls|empty|blank|nothing|no value|left empty|left blank|missing)"
_DEFAULT = (
    rf"(?P<sign>{_SIGN}|else |otherwise |or )(?P<said>{_SAID})(?P<v>§n |zero |nought |{_NOTHING} "
    rf")(?P<when>(?:(?:if|when|where|for|in case|as long as|until|instead of|rather than|otherwise|by default|"
    rf"without) ?(?:\S+ )*?)?)(?:\) )?"
)
_WHEN_FIRST = (
    rf"(?:, |; |\. |\( )(?P<when>(?:if|when|where|for) (?:\S+ )+?)(?:, |: |-> |= |then "
    rf")*(?P<said>{_SAID})(?P<v>§n |zero |nought |{_NOTHING} )(?:\) )?"
)
_NEVER = (
    r"(?:(?:are|is|were|was|do|does|have|has|must|should|shall|may|to be|be) )*(?:(?:not|never|no longer) "
    r"(?:to )?(?:be |been )?(?:counted|count|counts|"
    r"included|considered|looked at|taken into account|regarded|used|matter|relevant|contained|added)|left "
    r"out|excluded|ignored|skipped|"
    r"disregarded|dropped|removed|filtered out|out of scope)"
)
_LEFT_OUT = rf"(?P<sign>, |; |\. |\( |\? )(?P<rows>(?:\S+ )+?){_NEVER} (?:\) )?"
_NOT_COUNTING = (
    r"(?P<sign>, |; |\. |\( |\? )(?:but |and |all )?(?:excluding|excl \.|excl|except for|except|not "
    r"counting|not including|leaving out|ignoring|"
    r"disregarding|other than|apart from|without counting|without|but not) (?P<rows>(?:\S+ )+?)(?:\) )?"
)
_ONLY = (
    (
        r"(?P<sign>, |; |\. |\( |\? )(?:and |but )?(?:only|just) (?P<rows>(?:\S+ )+?)(?:(?:are |is )?(?:to be "
        r")?(?:counted|count|counts|included|considered|taken|used) )?(?:\) )?"
    ),
    r"(?P<sign>, |; |\. |\( |\? )(?P<rows>(?:\S+ )+?)only (?:\) )?",
)
_AS_ZERO = (
    r"(?P<sign>, |; |\. |\( |\? )(?:and |but )?(?:where )?(?:an? |any )?(?:missing|null|empty|blank|absent|"
    r"unknown) (?P<c>(?:\S+ ){0,3}?)"
    r"(?:is |are |values? )*(?:counts? as|counted as|taken as|treated as|means|becomes|as|=|->|to be) "
    r"(?P<z>§n |zero |nought )(?:\) )?"
)
_CAST = (
    r"(?P<sign>, |; |\. |\( |\? )?(?:and )?(?:cast to|as|converted to|convert to|truncated to|taken as) (?:an? "
    r")?(?P<kind>date|day|integer|whole number|number|decimal) (?:only )?(?:\) )?"
)
_DATE_ONLY = (
    r"(?P<sign>, |; |\. |\( |\? )(?:date part only|date only|only date|without time|date without time|date "
    r"part) (?:\) )?"
)
_FROM_CENTS = (
    r"(?:(?:, |; |\. |\( )(?:converted |then |and |from )*(?:cents?|rappen|pence) (?:to|into|in|->) |"
    r"\( (?:§c |amounts? |§s |it |source |values? )?(?:is |are |being )?(?:kept |stored |held |given )?in (?:cents|"
    r"rappen|pence) \) (?:, )?(?:in|to|as|converted to) )(?P<unit>dollars|euros?|eur|usd|francs|pounds|chf) (?:\) )?"
)
_UNIT = r"(?:, |\( )?(?:in|expressed in|converted to|given in|as) (?P<unit>[^\W\d]\w*) (?:\) )?"
_NONE = word_set("none no not never nothing without null missing empty nobody zero neither blank")
_FILLING = word_set(
    "if when where for in case as long of is are was were be been there has have had so such any the a an "
    "that this these those it §s they them "
    "yet found happened happens happen does do did exist exists at all one ones or and to on by with "
    "instead rather than otherwise default until "
    "who which whose his her its their users recorded known given available made rows row records value values occurred"
)


@dataclass(frozen=True)
class Said:
    """What was taken off the end of a rule."""

    default: str = ""
    """SQL of what stands where there are no rows; empty where nothing is said, or nothing stands."""
    nothing: bool = False
    """It was said that nothing stands there."""
    places: int | None = None
    outs: tuple[Phrase, ...] = ()
    onlys: tuple[Phrase, ...] = ()
    zeros: tuple[tuple[Phrase, str], ...] = ()
    """Nouns of columns with the number that a missing one counts as."""
    unit: str = ""
    cents: bool = False
    """It was said that what is put together is in hundredths of the unit."""
    whens: tuple[Phrase, ...] = field(default=())

    @property
    def narrows(self) -> bool:
        """Whether something was said of which rows count, or of the values before they are put together."""
        return bool(self.outs or self.onlys or self.zeros or self.unit)


def peeled(phrase: Phrase, ctx: Context) -> Iterator[tuple[Phrase, Said]]:
    """The rule with as much as can be taken off its end, then with less and less."""
    states = [(trimmed(phrase), Said())]
    for _ in range(8):
        step = _step(*states[-1], ctx)
        if step is None:
            break
        states.append(step)
    yield from reversed(states)


def _step(body: Phrase, said: Said, ctx: Context) -> tuple[Phrase, Said] | None:
    for take in (_default, _rounded, _zeros, _out, _only, _cast, _unit):
        for rest, told in take(body, said, ctx):
            plain = trimmed(rest)
            if plain.marks and _closed(plain):
                return plain, told
    return None


def _closed(body: Phrase) -> bool:
    level = 0
    for mark in body.marks:
        level += (mark.text == "(") - (mark.text == ")")
    return level == 0


def _ends(pattern: str, body: Phrase) -> Iterator[Match]:
    """Each place from which the pattern reaches the end, the shortest first."""
    for at in range(len(body.marks) - 1, 0, -1):
        tail = cut(body, at)
        found = at_end(rf"(?:^){pattern}", tail)
        if found is not None and not found.before.marks:
            yield found


def _heads(body: Phrase, found: Match) -> Phrase:
    return cut(body, 0, len(body.marks) - _length(found))


def _length(found: Match) -> int:
    return len(found.phrase.marks)


def _default(body: Phrase, said: Said, ctx: Context) -> Iterator[tuple[Phrase, Said]]:
    if said.default or said.nothing:
        return
    for pattern in (_DEFAULT, _WHEN_FIRST):
        for found in _ends(pattern, body):
            when = found.part("when")
            rest = _heads(body, found)
            words = found.text("said").split()
            if not when.marks and not (
                {"else", "otherwise", "or", "default", "defaults", "coalesce"} & {*words, found.text("sign")}
                if pattern is _DEFAULT
                else False
            ):
                continue
            if when.marks and not _says_none(when, rest, ctx):
                continue
            mark = found.part("v").marks[0]
            value = mark.token.value if mark.text == "§n" else "0" if mark.text in ("zero", "nought") else ""
            yield rest, replace(said, default=value, nothing=not value, whens=(*said.whens, when))


def _says_none(when: Phrase, rest: Phrase, ctx: Context) -> bool:
    """Whether the words only say that there are no such rows: each is one of the rule's own, or says nothing."""
    words = when.text.split()
    if words in (["otherwise"], ["by", "default"]):
        return True
    if not set(words) & _NONE:
        return False
    known = set(rest.text.split()) | {singular(word) for word in rest.text.split()}
    told = [m.token.value.casefold() for m in rest.marks if m.text == "§q"]
    columns = {c.sql for c in rest.columns}
    for mark in when.marks:
        word = mark.text
        if mark.column is not None:
            if mark.column.sql not in columns:
                return False
        elif (
            word in _NONE
            or word in _FILLING
            or word in known
            or singular(word) in known
            or any(says(part, word) for part in told if len(part) > 3)
        ):
            continue
        elif not (is_rows(word, ctx) or is_owner(_alone(when, mark), ctx) or state_of(word, ctx)):
            return False
    return True


def _alone(phrase: Phrase, mark: object) -> Phrase:
    return Phrase(tuple(m for m in phrase.marks if m is mark), phrase.source)


def _rounded(body: Phrase, said: Said, ctx: Context) -> Iterator[tuple[Phrase, Said]]:
    if said.places is not None:
        return
    for pattern in _ROUNDED:
        for found in list(_ends(pattern, body))[::-1]:
            unit = found.text("unit")
            count = (2 if unit.startswith("cent") else 0) if unit else number(found.part("n"))
            if count is not None:
                yield _heads(body, found), replace(said, places=count)


def _zeros(body: Phrase, said: Said, ctx: Context) -> Iterator[tuple[Phrase, Said]]:
    for found in _ends(_AS_ZERO, body):
        mark = found.part("z").marks[0]
        value = mark.token.value if mark.text == "§n" else "0"
        yield _heads(body, found), replace(said, zeros=(*said.zeros, (found.part("c"), value)))


def _out(body: Phrase, said: Said, ctx: Context) -> Iterator[tuple[Phrase, Said]]:
    for pattern in (_LEFT_OUT, _NOT_COUNTING):
        for found in _ends(pattern, body):
            rows = trimmed(found.part("rows"))
            if (
                rows.marks
                and _closed(rows)
                and (pattern is _LEFT_OUT or _tells(rows, ctx))
                and (_tells(rows, ctx) or rows.marks[0].text == "other")
            ):
                yield _heads(body, found), replace(said, outs=(*said.outs, rows))


def _tells(rows: Phrase, ctx: Context) -> bool:
    return bool(out_test(rows, ctx))


def out_test(rows: Phrase, ctx: Context) -> str:
    """SQL that is true of rows that a saying leaves out, or lets in; empty where it is not understood."""
    plain = rows.match("(of those|those|all|any|ones|of these|these) {r:any}")
    body = plain["r"] if plain else rows
    return rows_or_clause(body, ctx)


def is_other(rows: Phrase, tested: str, ctx: Context) -> bool:
    """Whether "other branches" only says once more that a column has to be what it is tested for."""
    if len(rows.marks) < 2 or rows.marks[0].text not in ("other", "others"):
        return False
    column = named_column(cut(rows, 1), ctx)
    return column is not None and (f"{column.sql} = " in tested or f"{column.sql} IN (" in tested)


def _only(body: Phrase, said: Said, ctx: Context) -> Iterator[tuple[Phrase, Said]]:
    for pattern in _ONLY:
        for found in _ends(pattern, body):
            rows = trimmed(found.part("rows"))
            if rows.marks and _closed(rows) and _tells(rows, ctx):
                yield _heads(body, found), replace(said, onlys=(*said.onlys, rows))


def _cast(body: Phrase, said: Said, ctx: Context) -> Iterator[tuple[Phrase, Said]]:
    """A type that the target has anyway."""
    family = Family.DATE if ctx.target_type == "DATE" else None
    whole = ctx.target_type in ("INTEGER", "BIGINT", "SMALLINT")
    for pattern in (_CAST, _DATE_ONLY):
        for found in list(_ends(pattern, body))[::-1]:
            kind = found.text("kind") if pattern is _CAST else "date"
            dated = kind in ("date", "day") and family is Family.DATE
            if (
                dated
                or (kind in ("integer", "whole number") and whole)
                or (kind in ("number", "decimal") and ctx.target_type)
            ):
                yield _heads(body, found), said


def _unit(body: Phrase, said: Said, ctx: Context) -> Iterator[tuple[Phrase, Said]]:
    if said.unit:
        return
    for found in list(_ends(_FROM_CENTS, body))[::-1]:
        yield _heads(body, found), replace(said, unit=found.text("unit"), cents=True)
    for found in list(_ends(_UNIT, body))[::-1]:
        unit = found.text("unit")
        if unit in _UNITS:
            yield _heads(body, found), replace(said, unit=unit)


_UNITS = word_set(
    "seconds minutes hours km kilometres kilometers kg kilograms tonnes euro euros eur dollars usd cents "
    "metres meters grams kb mb"
)


def zero_columns(said: Said, ctx: Context) -> dict[str, str] | None:
    """SQL of columns with the number that a missing one counts as; None where a noun names no column."""
    made: dict[str, str] = {}
    for noun, value in said.zeros:
        column = named_column(noun, ctx, (Family.NUMBER,)) if noun.marks else None
        if column is None and (
            not noun.marks or noun.text.strip() in ("value", "values", "one", "ones", "amount")
        ):
            numbers = [c for c in ctx.scope.sources if column_piece(c).family is Family.NUMBER]
            column = numbers[0] if len(numbers) == 1 else None
        if column is None:
            return None
        made[column.sql] = value
    return made
