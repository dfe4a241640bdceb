"""How sure a column is, as a word with its reason; never a number of the language model's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.prompts import SURE
from signoff.core.domain.review import ROWS, Question
from signoff.core.domain.sentences import say
from signoff.core.review.binding import drafted_column
from signoff.core.review.records import record_of

NOT_SHOWN = "D06"
"""Nothing in an expression does a piece of its rule."""


_OF_ROWS = frozenset({"", ROWS.casefold()})
"""Columns that questions and findings on the rows of a table name."""


class Level(StrEnum):
    """The words, surest first."""

    GIVEN = "given"
    """A person, or the existing SQL, says so."""
    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    OPEN = "open"


_WORDS = {
    Level.GIVEN: "confidence.word_given",
    Level.CERTAIN: "confidence.word_certain",
    Level.LIKELY: "confidence.word_likely",
    Level.DOUBTFUL: "confidence.word_doubtful",
    Level.OPEN: "confidence.word_open",
}


@dataclass(frozen=True)
class Confidence:
    """How sure one column is."""

    level: Level
    reason: str
    record: str = ""
    """How often columns that came about like this one were right in our tests; empty where too few were tested."""
    rows: str = ""
    """That the rows it stands in are in question; empty where they are not."""

    @property
    def word(self) -> str:
        """The level as a person reads it."""
        return say(_WORDS[self.level])

    @property
    def sentence(self) -> str:
        """Word, reason, what is open about the rows, and record."""
        told = say("confidence.sentence", word=self.word, reason=self.reason)
        return " ".join(filter(None, (told, self.rows, self.record)))


@dataclass(frozen=True)
class Known:
    """What is known about a column beside its expressions."""

    asked: bool = False
    """A question on it is open."""
    remarks: tuple[Finding, ...] = ()
    failed: bool = False
    """A check of it failed."""
    rows_open: bool = False
    """A question, or a remark that bars the sign-off, stands on the rows of its table."""


def confidence_of(column: DraftColumn, known: Known) -> Confidence:
    """Word and reason for a drafted column."""
    is_told = known.asked or known.failed or bool(known.remarks)
    level, reason = _doubt(column, known) or _origin(column, known)
    rows = say("confidence.rows_open") if known.rows_open and level is not Level.OPEN else ""
    return Confidence(level, reason, record_of(column.origin, is_told=is_told), rows)


def confidence_in(dossier: Dossier, name: str) -> Confidence | None:
    """Word and reason for a column of a target as it stands; None where it is not drafted."""
    column = drafted_column(dossier, name)
    if column is None:
        return None
    answered = {a.question for a in dossier.answers}
    asked = [q for q in dossier.questions if q.id not in answered]
    checks = dossier.verification.checks if dossier.verification else ()
    return confidence_of(column, known_of(name, asked, (*dossier.findings, *dossier.draft.findings), checks))


def known_of(
    name: str, asked: Iterable[Question], findings: Sequence[Finding], checks: Sequence[Check]
) -> Known:
    """What open questions, findings and checks of a whole target say of one column."""
    mine, open_on = name.casefold(), {q.column.casefold() for q in asked}
    barred = any(f.severity is Severity.ERROR and f.column.casefold() in _OF_ROWS for f in findings)
    return Known(
        asked=mine in open_on,
        remarks=tuple(f for f in findings if f.column.casefold() == mine),
        failed=any(c.column.casefold() == mine and c.state is CheckState.FAILED for c in checks),
        rows_open=barred or bool(open_on & _OF_ROWS),
    )


def _doubt(column: DraftColumn, known: Known) -> tuple[Level, str] | None:
    """What stands against the column, the gravest first; None where nothing does."""
    if column.origin is Origin.UNRESOLVED:
        return Level.OPEN, say("confidence.nothing_found")
    if known.asked:
        return Level.DOUBTFUL, _in_question(column)
    if any(f.code == NOT_SHOWN for f in known.remarks):
        return Level.DOUBTFUL, say("confidence.pieces_not_seen")
    if known.failed:
        return Level.DOUBTFUL, say("confidence.check_failed")
    grave = sum(f.severity is not Severity.INFO for f in known.remarks)
    return (Level.DOUBTFUL, say("confidence.remarked", count=grave)) if grave else None


def _in_question(column: DraftColumn) -> str:
    ways = _ways(column)
    if ways < 2:
        return say("confidence.asked")
    attempts = column.origin is Origin.GENERATED
    return say("confidence.attempts_differ" if attempts else "confidence.readings_differ", count=ways)


def _origin(column: DraftColumn, known: Known) -> tuple[Level, str]:
    origin = column.origin
    if origin in (Origin.WRITTEN, Origin.KEPT):
        return Level.GIVEN, say("confidence.written" if origin is Origin.WRITTEN else "confidence.kept")
    if any(e.answered for e in column.expressions):
        return Level.LIKELY, say("confidence.answered")
    if origin is Origin.GENERATED:
        return _generated(column)
    if _ways(column) > 1:
        return Level.LIKELY, say("confidence.readings", count=_ways(column))
    words = say("confidence.copied" if origin is Origin.DIRECT else "confidence.fixed_rule")
    return (Level.LIKELY, say("confidence.hinted", reason=words)) if known.remarks else (Level.CERTAIN, words)


def _generated(column: DraftColumn) -> tuple[Level, str]:
    """What the attempts of the language model tell: whether they agree, else whether the only one wavered."""
    made = [e for e in column.expressions if e.origin is Origin.GENERATED]
    if _ways(column) > 1:
        rows = min(e.agreed for e in made)
        agree = say("confidence.attempts_agree", ways=_ways(column), count=rows)
        apart = say("confidence.no_row_tells_apart", ways=_ways(column))
        return Level.LIKELY, agree if rows else apart
    least = min(e.least for e in made)
    if not least:
        return Level.LIKELY, say("confidence.one_way")
    if least > SURE:
        return Level.LIKELY, say("confidence.sure")
    return Level.DOUBTFUL, say("confidence.wavered")


def _ways(column: DraftColumn) -> int:
    """Ways to make the column that work, in the part with the most of them."""
    return 1 + max((len(e.alternatives) for e in column.expressions), default=0)
