"""What a pattern compiler has at hand: the scope, what "it" stands for, and a way to compile parts.

A reading that people differ on (does "empty" include blank text?) is a `Choice`: the compiler takes the
usual side and notes that it had to choose, so that the other side becomes an alternative of the expression.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar, cast

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.phrases import DATE, NUMBER, SELF, TEXT, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, date_piece, number_piece, quoted_text

_Part = TypeVar("_Part")
_DEEPEST = 6


class Choice(StrEnum):
    """A reading that people differ on."""

    UNEQUAL_PASSES_NULL = "a missing value counts as different"
    BLANK_IS_MISSING = "blank text counts as missing"
    CONCAT_SKIPS_NULL = "missing parts are skipped when texts are put together"
    UNLISTED_STAYS = "codes the rule does not list stay as they are"
    ABSENT_IS_NULL = "a part after a sign that is not there is missing rather than blank"
    WHOLE_PERIODS = "only whole months and years count as passed"
    COUNTED_ONCE = "a number that stands in several rows is counted once"
    UNFIT_IS_NULL = "values that cannot be converted become no value"


USUAL: frozenset[Choice] = frozenset({Choice.UNEQUAL_PASSES_NULL})
"""The choices that hold unless an alternative is asked for."""


@dataclass
class Context:
    """One compilation; `asked` collects the choices it depended on."""

    scope: Scope
    mapping: ColumnMapping | None
    value_of: Callable[[Phrase, Context], Piece | None]
    condition_of: Callable[[Phrase, Context], str | None]
    choices: frozenset[Choice] = USUAL
    asked: set[Choice] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    about: tuple[ScopeColumn, ...] = ()
    """Columns of the main clause while its exceptions are read: what "it" and "one of them" stand for."""
    depth: int = 0
    composing: bool = False
    """A part of a composed rule is being read, in which no other one begins."""
    known: dict[tuple[object, ...], tuple[object, tuple[Finding, ...]]] = field(default_factory=dict)
    """Parts compiled so far, with what was noted on the way."""

    def holds(self, choice: Choice) -> bool:
        """Whether that reading is taken in this compilation."""
        self.asked.add(choice)
        return choice in self.choices

    @property
    def target_type(self) -> str:
        """DuckDB type of the target column; empty when not known."""
        return self.scope.target_type.upper()

    @property
    def only_source(self) -> ScopeColumn | None:
        """The source column, when the document names exactly one."""
        sources = self.scope.sources
        return sources[0] if len(sources) == 1 else None

    def subject(self, slot: Phrase) -> Piece | None:
        """The column a slot names; the only source when it names none or says "it"."""
        if slot.columns:
            return column_piece(slot.columns[0]) if len(slot.marks) == 1 else None
        if slot.marks and slot.text != f"{SELF} ":
            return None
        spoken_of = self.about[0] if len(self.about) == 1 else self.only_source
        return column_piece(spoken_of) if spoken_of else None

    def pieces(self, slot: Phrase) -> tuple[Piece, ...]:
        """The columns a list names; all sources when it is empty."""
        return tuple(
            column_piece(column) for column in slot.columns or (() if slot.marks else self.scope.sources)
        )

    def value(self, phrase: Phrase) -> Piece | None:
        """A sub-phrase as value; None when it is not understood."""
        return self.part(self.value_of, phrase)

    def condition(self, phrase: Phrase) -> str | None:
        """A sub-phrase as boolean SQL; None when it is not understood."""
        return self.part(self.condition_of, phrase)

    def part(self, compiled: Callable[[Phrase, Context], _Part | None], phrase: Phrase) -> _Part | None:
        """The compiled part, each once; None when parts are nested deeper than a person writes."""
        key = (compiled, phrase.text, phrase.raw, self.about)
        if key in self.known:
            part, findings = self.known[key]
            self.findings.extend(finding for finding in findings if finding not in self.findings)
            return cast(_Part | None, part)
        if self.depth >= _DEEPEST:
            return None
        before = len(self.findings)
        self.depth += 1
        try:
            made = compiled(phrase, self)
        finally:
            self.depth -= 1
        if made is None:
            del self.findings[before:]
        self.known[key] = (made, tuple(self.findings[before:]))
        return made

    def remark(self, code: str, message: str, severity: Severity = Severity.INFO) -> None:
        """Notes something the reviewer should know."""
        target = self.mapping.target if self.mapping else ""
        column = self.mapping.name if self.mapping else ""
        finding = Finding(
            code, severity, message, self.mapping.cell if self.mapping else None, target, column
        )
        if finding not in self.findings:
            self.findings.append(finding)


def fixed(slot: Phrase) -> Piece | None:
    """A slot that holds one fixed value: quoted text, a number or a date."""
    if len(slot.marks) != 1:
        return None
    mark = slot.marks[0]
    makers = {TEXT: quoted_text, NUMBER: number_piece, DATE: date_piece}
    maker = makers.get(mark.text)
    return maker(mark.token.value) if maker else None


def number(slot: Phrase) -> int | None:
    """A slot that holds one whole number, in digits or as a word up to twelve."""
    text = slot.marks[0].token.value if len(slot.marks) == 1 else ""
    if text.lstrip("-").isdigit():
        return int(text)
    words = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    return words.index(text.lower()) if text.lower() in words else None
