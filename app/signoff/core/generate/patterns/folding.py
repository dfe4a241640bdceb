"""Ways in which a rule says that letters' case or surrounding blanks make no difference."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from signoff.core.generate.patterns.phrases import Mark, Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.types import Family

_IGNORE = r"(?:ignoring |ignore |regardless of |irrespective of |disregarding |disregard |no matter )"
_BLANKS = (
    r"(?:surrounding |leading and trailing |outer |leading or trailing )?(?:blanks |spaces |"
    r"whitespace )"
)
_AROUND = r"(?:around (?:it |code |codes |§s |§c |them )|at (?:the )?beginning and (?:the )?end )?"
_CASE = r"(?:upper and lower case |upper / lower case |letter case |case of letters |case )"
_WORDS = (
    (rf"{_IGNORE}{_CASE}(?:and |or |, ){_BLANKS}{_AROUND}", "§cb"),
    (rf"{_IGNORE}{_BLANKS}{_AROUND}(?:and |or ){_CASE}", "§cb"),
    (rf"{_IGNORE}{_BLANKS}{_AROUND}", "§b"),
    (rf"{_IGNORE}{_CASE}", "§i"),
    (
        r"(?:(?:upper (?:or|and|/) lower|lower (?:or|and|/) upper) case |capital letters |capitals )"
        r"(?:does not|do not|makes no|make no) "
        r"(?:matter|difference) |(?:big or small|small or big)(?: letters| case)? ",
        "§i",
    ),
    (r"(?:in )?(?:either |upper or lower |lower or upper |any )case ", "§i"),
    (
        r"(?:case insensitive |case insensitively |case does not matter |not case sensitive |ci |"
        r"case doesn ' t matter |"
        r"case is irrelevant |small letters count like capitals |capitals or small letters |"
        r"capital or small letters |no matter (?:if |whether )(?:upper or lower (?:case )?|capital or small ))",
        "§i",
    ),
)


@dataclass(frozen=True)
class Fold:
    """What makes no difference between two texts."""

    case: bool = False
    blanks: bool = False

    def __bool__(self) -> bool:
        return self.case or self.blanks

    def of(self, piece: Piece) -> str:
        """SQL of the piece with what makes no difference taken away; numbers and dates stay."""
        if not self or piece.family not in (Family.TEXT, Family.UNKNOWN):
            return piece.sql
        if piece.literal is not None:
            text = piece.literal.strip() if self.blanks else piece.literal
            return text_literal(text.lower() if self.case else text)
        sql = f"trim({piece.sql})" if self.blanks else piece.sql
        return f"lower({sql})" if self.case else sql


EXACT = Fold()
_MEANINGS = {"§cb": Fold(True, True), "§b": Fold(False, True), "§i": Fold(True, False)}


def marked_folds(phrase: Phrase) -> Phrase:
    """The phrase with each way to say that case or blanks make no difference as one mark."""
    marks = list(phrase.marks)
    for words, name in _WORDS:
        text = "".join(f"{mark.text} " for mark in marks)
        for found in reversed(list(re.finditer(rf"(?<!\S)(?:\( {words}\) |{words})", text))):
            first = text[: found.start()].count(" ")
            last = first + found.group().count(" ")
            whole = replace(marks[first].token, end=marks[last - 1].token.end)
            marks[first:last] = [Mark(name, whole)]
    return Phrase(tuple(marks), phrase.source)


def without_fold(phrase: Phrase, *, anywhere: bool = False) -> tuple[Phrase, Fold]:
    """The phrase without the words that say what makes no difference, and what they say.

    Args:
        phrase: a condition, or a whole rule.
        anywhere: the words may stand as a sentence of their own; else only at the end.
    """
    marks = phrase.marks
    for at, mark in enumerate(marks):
        if mark.text in _MEANINGS and at > 0 and (anywhere or at == len(marks) - 1):
            start = at - 1 if marks[at - 1].text in (",", ";", ".") else at
            if start == 0:
                break
            return Phrase(marks[:start] + marks[at + 1 :], phrase.source), _MEANINGS[mark.text]
    return phrase, EXACT
