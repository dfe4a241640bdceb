"""A column's values on the sample rows, with the document's example looked for among all results."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import quoted
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.progress import CancelToken
from signoff.core.review.binding import mapped
from signoff.core.verify.telling import TellingRows, telling_rows
from signoff.gui.panes.annotation.card.words import say

MOST_ROWS = 8


@dataclass(frozen=True)
class Told:
    """What the sample rows say of a column."""

    rows: TellingRows
    example: str = ""
    """The document's example value; empty where it gives none."""
    is_there: bool = False
    """Whether the example is among the results."""


def read_values(dossier: Dossier, name: str, sandbox: Sandbox, cancel: CancelToken) -> Told:
    """Telling rows of a column, and whether the document's example comes out; for the samples lane.

    Raises:
        SignoffError: the draft does not run.
        Cancelled: `cancel` was set.
    """
    rows = telling_rows(dossier.draft, name, sandbox, most=MOST_ROWS, cancel=cancel)
    example = next((m.example.strip() for m in mapped(dossier, name) if m.example.strip()), "")
    if not example:
        return Told(rows)
    return Told(rows, example, bool(sandbox.count(_search(dossier.draft.sql, name, example), cancel)))


def _search(sql: str, name: str, example: str) -> str:
    """The results equal to an example, as text or as a number, small and capital letters told apart."""
    text = "'" + example.replace("'", "''") + "'"
    value = f"CAST(r.{quoted(name)} AS VARCHAR)"
    same = f"{value} = {text} OR TRY_CAST({value} AS DOUBLE) = TRY_CAST({text} AS DOUBLE)"
    return f"SELECT 1 FROM (\n{sql.strip().rstrip(';')}\n) AS r WHERE {same} LIMIT 1"


def example_words(told: Told) -> tuple[str, str]:
    """What is said of the document's example, and the style it is said in; empty without one."""
    if not told.example:
        return "", "dim"
    if told.is_there:
        words = say("The document's example “{value}” is among the results.")
        return words.format(value=told.example), "good"
    words = say("The document's example “{value}” is not among the results.")
    return words.format(value=told.example), "attention"
