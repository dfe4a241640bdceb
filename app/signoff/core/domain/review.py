"""What the subject-matter expert is asked and says, and what a sign-off is bound to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.amending import Edit


class Verdict(StrEnum):
    """The SME's word on one column, or on the Rows card."""

    UNDECIDED = "undecided"
    APPROVED = "approved"
    CHANGE_REQUESTED = "change requested"


ROWS = "(rows)"
"""Stands for the Rows card wherever a column name is asked for."""


def question_id(target: str, column: str, code: str, rule: str) -> str:
    """Stable over runs and over moved cells: a digest of what is asked about."""
    text = "|".join((target.casefold(), column.casefold(), code, " ".join(rule.split())))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True)
class Choice:
    """One way to answer a question."""

    id: str
    text: str
    sql: str = ""
    """The expression this choice selects; empty when the choice is a word or a value."""
    edit: Edit | None = None
    """What it changes in what was read from the document; None for a question on a draft."""


@dataclass(frozen=True)
class MadeUpRow:
    """A made-up row on which the choices of a question differ, kept for tests: it holds no sample value."""

    values: tuple[tuple[str, str | None], ...]
    """Columns as relation and name, ``p.STATUS``, each with its value as text; None is no value."""
    results: tuple[str | None, ...]
    """What each choice gives, as text, in the order of the choices."""


@dataclass(frozen=True)
class Question:
    """What the SME is asked."""

    id: str
    """Stable over runs: digest of target, column, code and rule text."""
    target: str
    column: str
    code: str
    text: str
    choices: tuple[Choice, ...] = ()
    rows: tuple[tuple[tuple[str, str | None], ...], ...] = ()
    """Rows that show the difference: (column, value) pairs; a value None is no value."""
    free: bool = True
    """Whether a value of one's own, outside the choices, is an answer."""
    own: Edit | None = None
    """What words of one's own change in what was read from the document; None for a question on a draft."""
    hint: str = ""
    """An example of words of one's own."""
    topic: str = ""
    """What a rule of the whole file on this is called: equal questions have equal topics and equal choices."""
    section: str = ""
    """Part of the target it is about; empty for every part."""
    made_up: tuple[int, ...] = ()
    """Places in `rows` of rows that no sample holds: they stand at the edges of the rule."""
    deciding: tuple[MadeUpRow, ...] = ()
    """Made-up rows on which the choices differ; they become a test of the answer."""
    decides: int = 0
    """Sample rows on which the choices differ; it ranks questions."""
    settles: bool = True
    """Whether each answer that is a choice selects; False where another question may follow."""


@dataclass(frozen=True)
class Answer:
    """What the SME said: a choice's id, or a value."""

    question: str
    value: str
    by: str = ""


@dataclass(frozen=True)
class Decision:
    """A verdict on one column of one target, and how it was reached."""

    target: str
    column: str
    verdict: Verdict
    by: str
    at: str
    """ISO 8601, UTC, seconds."""
    together: bool = False
    """Approved in bulk with other columns copied unchanged."""
    opened: bool = False
    binding: str = ""
    """Digest of what was shown for this column."""
    comment: str = ""


@dataclass(frozen=True)
class Comment:
    """A remark by a person on one column."""

    target: str
    column: str
    text: str
    by: str
    at: str


@dataclass(frozen=True)
class Waiver:
    """A finding or failed check that stays, with a reason and a name."""

    target: str
    column: str
    code: str
    reason: str
    by: str
    at: str
    until: str = ""
    """ISO date after which the waiver lapses; empty for none."""
    shown: str = ""
    """Digest of the remarks as they read when they were waived; what they say later is not covered."""


@dataclass(frozen=True)
class SignOff:
    """The SME's approval of one target, bound to a hash of exactly what was shown."""

    target: str
    binding: str
    sentence: str
    by: str
    at: str
    account: str = ""
    machine: str = ""
    meaning: str = "approved"
