"""What is doubtful in the sample rows of a source table."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.findings import Severity


@dataclass(frozen=True)
class SourceRemark:
    """One doubtful thing about a table of samples, or a column of it; holds no value."""

    table: str
    column: str
    """Empty when it is about the whole file."""
    code: str
    """V01 does not fit its type or its file, V03 dates, V04 spoilt numbers, V05 lost zeros, V06 blanks."""
    severity: Severity
    message: str
