"""A text that is cleaned and then exchanged: "trim + lower; 'n/a' and '-' as well as blanks -> NULL".

What is exchanged is compared with the cleaned text, as the rule's order says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import NUMBER, TEXT, Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.types import Family, family_of

NAME = "P32 cleaned values"

_END = re.compile(r"(?:; |\. |, )(?:and |but |then )?")
_CALLS = re.compile(
    r"(?P<outer>trim|upper|lower|ucase|lcase) \( (?:(?P<inner>trim|upper|lower) \( (?:§c |§s )?\) |(?:§c |§s )?)\) "
)
_BLANK = r"(?:blank|blanks|empty|missing|blank text|empty text|spaces|nothing|none|blank ones|empties)"
_VALUE = rf"(?:{TEXT}|{NUMBER}|{_BLANK}|[a-z][\w]{{0,5}}|-)"
_LEAD = (
    r"(?:(?:placeholder|placeholders|value|values|text|texts|entry|entries|code|codes|such as|like|"
    r"also|both|if|where|when) )*"
)
_AND = r"(?:(?:, |/ )(?:and |or )?|and also |and |or |as well as |& |plus )"
_TO = (
    r"(?:(?:, )?(?:then )?(?:->|:|becomes|become|is really|are really|really is|means|mean|=|is to "
    r"be|is set to|are set to|to|counts as|"
    r"count as|stands for|stand for|is replaced by|are replaced by|is replaced with|turns into|is "
    r"treated as|are treated as|gives|give|is|are) "
    r"(?:really |made |set to |actually |to be )?)"
)
_NULL = r"(?:null|no value|missing|nothing|not filled|left empty)"
_EXCHANGE = re.compile(
    rf"{_LEAD}(?P<from>{_VALUE} (?:{_AND}(?:{_LEAD}){_VALUE} )*){_TO}(?P<to>{_NULL} |{TEXT} |"
    rf"{NUMBER} |[a-z]\w{{0,5}} )"
)
_REVERSED = re.compile(
    rf"(?P<to>{_NULL} |{TEXT} )(?:if|for|when|where|instead of) (?:§s |it is "
    rf")?{_LEAD}(?P<from>{_VALUE} (?:{_AND}{_VALUE} )*)"
)
_WORDS = frozenset(
    ("and", "or", "as", "well", "also", "both", "plus", "such", "like", "placeholder", "placeholders")
)
_EMPTY = frozenset(_BLANK.strip("(?:)").split("|"))


@dataclass(frozen=True)
class _Exchange:
    """Values of the cleaned text, and what stands in their place."""

    values: tuple[str, ...]
    blank: bool
    to: str
    """SQL."""


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The cleaned text with what is exchanged, when every clause is understood."""
    if family_of(ctx.target_type) not in (Family.TEXT, Family.UNKNOWN) or ctx.scope.aggregate:
        return None
    if (called := _called(phrase, ctx)) is not None:
        return called
    for cut in _END.finditer(phrase.text):
        if not cut.start() or cut.end() == len(phrase.text):
            continue
        base = _cleaned(phrase.cut(0, cut.start()), ctx)
        exchanges = _exchanges(phrase.cut(cut.end(), len(phrase.text))) if base is not None else None
        if base is not None and exchanges and any(each.values for each in exchanges):
            return _exchanged(base, exchanges)
    return None


def _cleaned(main: Phrase, ctx: Context) -> Piece | None:
    """A text that only case and blanks were taken from; None for every other clause."""
    piece = _called(main, ctx) or ctx.value(main)
    if piece is None or piece.family is not Family.TEXT or piece.column is not None:
        return None
    shape = re.fullmatch(r"(?:(?:trim|lower|upper)\()+[\w.\"]+\)+", piece.sql)
    return piece if shape is not None else None


def _called(main: Phrase, ctx: Context) -> Piece | None:
    """Functions without an argument: ``upper(trim())`` of the source."""
    found = _CALLS.fullmatch(main.text)
    subject = (
        ctx.subject(Phrase(tuple(mark for mark in main.marks if mark.column), main.source)) if found else None
    )
    if found is None or subject is None or subject.family is not Family.TEXT:
        return None
    names = [{"ucase": "upper", "lcase": "lower"}.get(each, each) for each in found.groups() if each]
    sql = subject.sql
    for name in reversed(names):
        sql = f"{name}({sql})"
    return Piece(sql, "VARCHAR")


def _exchanges(tail: Phrase) -> list[_Exchange] | None:
    """The exchanges of all clauses; None where one is not understood."""
    whole = _exchange(tail)
    if whole is not None:
        return [whole]
    for cut in _END.finditer(tail.text):
        first = _exchange(tail.cut(0, cut.start())) if cut.start() and cut.end() < len(tail.text) else None
        rest = _exchanges(tail.cut(cut.end(), len(tail.text))) if first is not None else None
        if first is not None and rest is not None:
            return [first, *rest]
    return None


def _exchange(clause: Phrase) -> _Exchange | None:
    """One exchange; words without quotes count as values only in capitals."""
    found = _EXCHANGE.fullmatch(clause.text) or _REVERSED.fullmatch(clause.text)
    if found is None:
        return None
    to = _target(clause.cut(*found.span("to")))
    values: list[str] = []
    blank = False
    for mark in clause.cut(*found.span("from")).marks:
        written = clause.source[mark.token.start : mark.token.end]
        if mark.text in (TEXT, NUMBER):
            values.append(mark.token.value)
        elif mark.text in _EMPTY or mark.text == "text":
            blank = True
        elif re.fullmatch(r"[A-Z][A-Z0-9_]{0,5}|-", written):
            values.append(written)
        elif re.fullmatch(r"\w+", written) and mark.text not in _WORDS | set(_LEAD_WORDS):
            return None
    blank = blank or "" in values
    return _Exchange(tuple(v for v in values if v), blank, to) if to and (values or blank) else None


_LEAD_WORDS = re.findall(r"[a-z]+", _LEAD)


def _target(slot: Phrase) -> str:
    """SQL of what stands in the place; empty where it is no fixed value."""
    mark = slot.marks[0]
    if mark.text in (TEXT, NUMBER):
        return text_literal(mark.token.value)
    written = slot.raw
    if re.fullmatch(rf"{_NULL}", slot.text.strip()):
        return "NULL"
    return text_literal(written) if re.fullmatch(r"[A-Z][A-Z0-9_]{0,5}", written) else ""


def _exchanged(base: Piece, exchanges: list[_Exchange]) -> Piece:
    """SQL of the text with its exchanges; a missing text counts as blank."""
    text, whens = base.sql, []
    for each in exchanges:
        tests = []
        values = [text_literal(_in_case(value, text)) for value in each.values]
        if values:
            tests.append(f"{text} = {values[0]}" if len(values) == 1 else f"{text} IN ({', '.join(values)})")
        if each.blank:
            trimmed = text if "trim(" in text else f"trim({text})"
            tests.append(f"{trimmed} = ''" if each.to == "NULL" else f"coalesce({trimmed}, '') = ''")
        whens.append(f"WHEN {' OR '.join(tests)} THEN {each.to}")
    return Piece(f"CASE {' '.join(whens)} ELSE {text} END", "VARCHAR")


def _in_case(value: str, text: str) -> str:
    """The value in the letters that the cleaned text has."""
    return value.lower() if "lower(" in text else value.upper() if "upper(" in text else value
