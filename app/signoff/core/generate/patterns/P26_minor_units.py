"""Amounts in minor units as whole ones: "cents to dollars", "in euros (source holds cents)", "pence -> pounds".

A hundred minor units are one whole one. What is said of decimals beside it is left to the target's type.
"""

from __future__ import annotations

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece

NAME = "P26 minor units"

_MINOR = "(cents|cent|pence|pennies|penny|minor units|minor unit|centimes|cts|eurocents|euro cents)"
_WHOLE = (
    "(dollars|dollar|euros|euro|eur|usd|pounds|gbp|major units|whole units|currency units|full units|"
    "whole dollars and cents|main unit|main units)"
)
_DO = "[(convert|converted|conversion|convert it|change|changed|turn|turned|transform|recalculate|translate|cast)]"
_VALUE = "[(it|value|values|amount|amounts|§s|from source)]"
_BY = (
    "[(,|:|;|\\()] [(i . e .|meaning|that is|=|by)] [(/|divide|divided|dividing|division) [it] [by] {n}] "
    "[\\)]"
)
_DECIMALS = (
    "[(,|;|\\(|with|and|rounded to|to)] [(two|§n|with two|with §n|rounded to two|rounded to §n) "
    "(decimals|decimal places|places|digits)] [\\)]"
)
_TAIL = f"{_BY} {_DECIMALS}"
_ARE = "(is|are|in|holds|has|comes in|is in|are in|is held in|is stored in|stored in|given in|delivered in|in whole)"
_TO = "(to|into|in|as|->|=>|→|-)"
PHRASES = (
    f"{_DO} {_VALUE} {{s}} [from] {_MINOR} {_TO} {_WHOLE} {_TAIL}",
    f"{_DO} {_VALUE} {{s}} [from] {_MINOR} [(,|;)] {_DO} {_TO} {_WHOLE} {_TAIL}",
    f"{_DO} {{s}} {_TO} {_WHOLE} [(,|;|\\(|:)] [(source|§s|value|values|it|which|source value|source column|column)] "
    f"{_ARE} {_MINOR} [\\)] {_TAIL}",
    f"{{s}} {_ARE} {_MINOR} [(,|;|.|and|but)] [(store|stored|load|loaded|show|shown|keep|kept|write|wanted|deliver|"
    f"target|needed|to be stored|convert|converted)] [it] {_TO} {_WHOLE} {_TAIL}",
    f"[(price|prices|amount|amounts|value|values|cost|costs|total|totals|tax|fee|"
    f"fees|sum|sums|they|it|§s)] {_ARE} {_MINOR} [(,|;|.|and|but)] "
    f"[(store|stored|load|loaded|show|shown|keep|kept|write|wanted|deliver|target|needed|to be stored|convert|"
    f"converted)] [it] {_TO} {_WHOLE} {_TAIL}",
    f"(/|divide by|divided by) {{n}} [(,|;|\\()] [(to get|because|since|as)] [from] {_MINOR} {_TO} {_WHOLE} [\\)]",
)

_NUMBERS = (
    *("INT", "BIGINT", "SMALLINT", "TINYINT", "HUGEINT", "UINT", "UBIGINT"),
    *("DEC", "NUM", "DOUBLE", "FLOAT", "REAL"),
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The column divided by a hundred, when the whole phrase says nothing else."""
    slots = first_match(phrase, PHRASES)
    if slots is None:
        return None
    divisor = slots.get("n")
    if divisor is not None and divisor.raw not in ("", "100"):
        return None
    piece = ctx.subject(slots.get("s") or Phrase((), phrase.source))
    if piece is None or not piece.type.upper().startswith(_NUMBERS):
        return None
    return Piece(f"{piece.sql} / 100", "DOUBLE")
