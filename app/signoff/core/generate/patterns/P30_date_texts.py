"""Texts that hold a date in a form: "text of the form DD.MM.YYYY; '00.00.0000' means not known".

What no real day becomes is asked only where the rule does not say it: then such a text stops the run, and losing it is
the alternative.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.formats import strptime_format
from signoff.core.generate.patterns.P03_cast import with_format
from signoff.core.generate.patterns.phrases import DATE, NUMBER, TEXT, Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.types import Family, family_of

NAME = "P30 date texts"

_PART = r"(?:d{1,2}|m{1,2}|y{2,4}|dd\.mm\.yyyy|dd\.mm\.yy|ddmmyyyy|yyyymmdd|mmddyyyy|yymmdd|ddmmyy)"
_FORM = rf"(?P<f>{_PART} (?:[-./] {_PART} ){{0,2}})"
_ORDER = r"(?P<order>(?:day|month|year) [-/.,] (?:day|month|year) [-/.,] (?:day|month|year) )"
_HELD = (
    r"(?:(?:source |column |field |value |§s |it |§c |date |day |dates )?(?:is |comes |arrives |stands |was )?"
    r"(?:(?:delivered|stored|kept|held|given|entered|written|sent|there|coming|supplied|provided|noted) )?"
    r"(?:as |in )?)"
)
_TEXT = r"(?:text |string |varchar |character string |text column |text field |texts |date text |date string |date )"
_LIKE = (
    r"(?:, )?(?:of |in |with |as |like |formatted |written |looking like |: |laid out )*"
    r"(?:format |form |pattern |layout |shape )?(?:of |: |= |as )?"
)
_BECOMES = (
    r"(?:(?:, |; |\. )?(?:and |then |has to |must |should |to )*(?:be |is )?(?:turned |converted |"
    r"made |parsed |read |cast |changed |"
    r"turn |convert |make |parse |read |cast |change |transformed |transform )?(?:§s |this |that "
    r")?(?:to |as |into |-> |= |becomes )*"
    r"(?:proper |real |true |genuine |normal |plain |actual )?(?:date |date type |date value |dates ))?"
)
_VERB = (
    r"(?:(?:parse |read |convert |turn |interpret |cast |transform |change )(?:§s |§c |text |string "
    r"|date )?(?:of |as |from |in |with )?)?"
)
_MAINS = tuple(
    re.compile(shape)
    for shape in (
        rf"{_VERB}{_HELD}{_TEXT}{_LIKE}\(? ?{_FORM}(?:\) )?{_BECOMES}",
        rf"{_VERB}{_HELD}{_FORM}{_TEXT}?{_BECOMES}",
        rf"{_HELD}{_ORDER}{_TEXT}\( {_FORM}\) {_BECOMES}",
        rf"{_HELD}{_FORM}(?:as ){_TEXT}{_BECOMES}",
    )
)
_ANY = rf"(?:{TEXT}|{DATE}|{NUMBER}|empty|blank|blanks|null|spaces|[\d.]+)"
_EXAMPLES = (
    rf"(?:\( (?:such as |like |e \. g \. |e\.g \. |for example |eg )?{_ANY} (?:(?:, |or |and )*{_ANY} )*\) )?"
)
_NOTHING = (
    r"(?:null|no value|no date|not known|unknown|missing|nothing|none|not given|not filled|no day|"
    r"left empty|empty) "
)
_BECOME = (
    r"(?:(?:then )?(?:becomes|become|means|mean|is|are|stands for|stand for|gives|give|counts as|"
    r"count as|->|=|:|,|to|set to|"
    r"is set to|are set to|is to be|goes to|turns into|turn into|is loaded as|are loaded as|is "
    r"treated as|are treated as|"
    r"leave|is left|ends up as|yields|yield) )"
)
_UNFIT = (
    r"(?:what |whatever |anything |everything |anything that |everything that |texts that |values "
    r"that |entries that |"
    r"all that |if §s |if that |if text |if this |if |where §s |where text |)(?:is |are )?"
    r"(?:(?:no|not|not an|isn ' t) (?:(?:real|proper|valid|possible|true|existing|actual|genuine|"
    r"such) )?(?:date|dates|day|calendar date|valid) |"
    r"(?:invalid|impossible|wrong|unreadable|unparsable|bad|other|non existing|unreal|broken) "
    r"(?:dates|date|texts|text|values|entries|value|entry) |"
    r"(?:anything else|everything else|all else|all other|all others|rest|others|other) |"
    r"(?:invalid|impossible|unreadable|not readable|not readable as date|not valid) )"
)
_LENIENT = tuple(
    re.compile(shape)
    for shape in (
        rf"{_UNFIT}{_EXAMPLES}{_BECOME}{_NOTHING}{_EXAMPLES}",
        rf"{_NOTHING}(?:if |where |when |for |otherwise )(?:§s |that |this |text |value )?{_UNFIT}{_EXAMPLES}",
        rf"(?:otherwise |else |or ){_NOTHING}",
    )
)
_PLACEHOLDERS = re.compile(
    rf"(?P<list>(?:{TEXT} |{DATE} )(?:(?:, |and |or |/ )+(?:{TEXT} |{DATE} |empty |blank ))*)"
    rf"(?:both |also |in source |here |there )?{_BECOME}{_NOTHING}"
)
_PLACEHOLDERS_LAST = re.compile(
    rf"{_NOTHING}(?:if |for |when |where |instead of |in case of )(?:§s |text )?(?:is |= "
    rf")?(?P<list>(?:{TEXT} |{DATE} )"
    rf"(?:(?:, |and |or |/ )+(?:{TEXT} |{DATE} |empty |blank ))*)"
)
_BLANK = re.compile(
    rf"(?:if |where )?(?:empty|blank|blank text|empty text|blanks|missing)(?: ones| values)? "
    rf"{_BECOME}{_NOTHING}"
    rf"|{_NOTHING}(?:if |where |when |for )(?:empty|blank|blanks) "
)
_END = re.compile(r"(?:; |\. |, )(?:and |but )?")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The date, when the whole phrase says in which form the text holds it and what else it may hold."""
    if family_of(ctx.target_type) not in (Family.DATE, Family.TIMESTAMP) or ctx.scope.aggregate:
        return None
    cuts = [found for found in _END.finditer(phrase.text) if found.start()]
    for cut in (None, *cuts):
        main = phrase.cut(0, cut.start()) if cut else phrase
        form = _form_of(main)
        tail = phrase.cut(cut.end(), len(phrase.text)) if cut else Phrase((), "")
        made = _read(main, form, tail, ctx) if form else None
        if made is not None:
            return made
    return None


def _form_of(main: Phrase) -> str | None:
    """The form in strptime's letters, when the clause does nothing but name it."""
    found = next((hit for shape in _MAINS if (hit := shape.fullmatch(main.text))), None)
    if found is None:
        return None
    written = main.cut(*found.span("f")).raw
    order = found.groupdict().get("order") or ""
    letters = "".join(re.findall(r"[dmy]", re.sub(r"(.)\1+", r"\1", written.lower())))
    if order and letters != "".join(word[0] for word in re.findall(r"[a-z]+", order)):
        return None
    return strptime_format(re.sub(r"\s+", "", written))


def _read(main: Phrase, form: str, tail: Phrase, ctx: Context) -> Piece | None:
    """The text read as date, its placeholders first; None where a clause after the form is not understood."""
    subject = ctx.subject(Phrase(tuple(mark for mark in main.marks if mark.column), main.source))
    said = _tail(tail) if tail.marks else ([], False)
    if subject is None or said is None or subject.family is not Family.TEXT:
        return None
    placeholders, lenient = said
    text = f"trim({subject.sql})" if "" in placeholders else subject.sql
    for each in placeholders:
        text = f"nullif({text}, {text_literal(each)})"
    lenient = lenient or ctx.holds(Choice.UNFIT_IS_NULL)
    return with_format(Piece(text, subject.type), form, ctx.target_type, ctx, lenient)


def _tail(tail: Phrase) -> tuple[list[str], bool] | None:
    """The texts that stand for no date, and whether whatever is no date is lost; None where not understood."""
    found = _one(tail)
    if found is not None:
        return found
    for cut in _END.finditer(tail.text):
        first = _one(tail.cut(0, cut.start()))
        rest = _tail(tail.cut(cut.end(), len(tail.text))) if first and cut.end() < len(tail.text) else None
        if first is not None and rest is not None:
            return first[0] + rest[0], first[1] or rest[1]
    return None


def _one(clause: Phrase) -> tuple[list[str], bool] | None:
    """What one clause says."""
    if any(shape.fullmatch(clause.text) for shape in _LENIENT):
        return [], True
    if _BLANK.fullmatch(clause.text):
        return [""], False
    found = _PLACEHOLDERS.fullmatch(clause.text) or _PLACEHOLDERS_LAST.fullmatch(clause.text)
    if found is None:
        return None
    listed = clause.cut(*found.span("list"))
    tokens = [mark.token for mark in listed.marks if mark.text in (TEXT, DATE)]
    texts = [_as_written(clause.source[token.start : token.end]) for token in tokens]
    blank = [""] if {"empty", "blank"} & set(listed.text.split()) else []
    return texts + blank, False


def _as_written(text: str) -> str:
    """A placeholder without its quotes."""
    return text.strip("'\"‘’“”„`")
