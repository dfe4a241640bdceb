"""What can be shown of the sample rows: a draft's rows, a source table, or a query of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.expressions import quoted
from signoff.core.project.standing import Standing, TargetStanding


class Kind(StrEnum):
    """What is shown."""

    DRAFT = "draft"
    SOURCE = "source"
    QUERY = "query"


@dataclass(frozen=True)
class Choice:
    """One thing to show."""

    kind: Kind
    name: str = ""
    """Target or source table."""
    is_made_up: bool = False


def choices_of(standing: Standing, target: TargetStanding | None) -> tuple[Choice, ...]:
    """Everything there is to show: the chosen target's draft, every source table with rows, a query."""
    found = []
    if target is not None and target.dossier is not None:
        found.append(Choice(Kind.DRAFT, target.name, bool(target.dossier.made_up)))
    found += [Choice(Kind.SOURCE, file.table, file.made_up) for file in standing.samples]
    return (*found, Choice(Kind.QUERY))


def sql_of(choice: Choice, target: TargetStanding | None, query: str) -> str:
    """The statement that shows it; empty where there is none."""
    if choice.kind is Kind.QUERY:
        return query
    if choice.kind is Kind.SOURCE:
        return f"select * from {quoted(choice.name)}"
    return target.dossier.draft.sql if target is not None and target.dossier is not None else ""
