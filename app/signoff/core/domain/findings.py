"""What is wrong or doubtful in what was read, drafted or checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.cells import Cell
from signoff.core.domain.review import Question

UNUSED_RULE = "L09"
"""Code for a cell that reads like a rule of a target and was not used."""


class Severity(StrEnum):
    """How much a finding holds up."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    """Bars the sign-off of its target until settled or waived."""


@dataclass(frozen=True)
class Finding:
    """One doubtful thing, with its place; accumulated, never raised."""

    code: str
    """Stable code: P.. parse, L.. lint, D.. drafting, V.. verify, B.. boundary."""
    severity: Severity
    message: str
    """One sentence for a person, with the next step where there is one; holds no sample value."""
    cell: Cell | None = None
    target: str = ""
    column: str = ""
    """Target column, empty when the finding is about the whole target."""
    question: Question | None = None
    """What settles it, where a person can say it."""


def bars_sign_off(finding: Finding) -> bool:
    """Whether a target can't be signed before this is settled or waived.

    An unused cell is no error of the document, yet what it says may be missing from every row of the result.
    """
    return finding.severity is Severity.ERROR or finding.code == UNUSED_RULE
