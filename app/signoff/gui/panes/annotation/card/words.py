"""Words of the card, the same wherever they stand in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from signoff.core.domain.cells import Cell
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.origins import origin_words
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.review import Question
from signoff.core.domain.spec import ColumnMapping, Role
from signoff.core.review.binding import drafted_column, mapped

MOST_ALTERNATIVES = 4
"""Other readings shown."""


def say(text: str) -> str:
    """A sentence of the card in the language of the screen."""
    return QCoreApplication.translate("card", text)


def drafted_words(column: DraftColumn | None) -> str:
    """How a column's expression came about, as a person reads it."""
    if column is None:
        return say("not drafted")
    if column.origin is Origin.WRITTEN:
        writers = [e.method for e in column.expressions if e.origin is Origin.WRITTEN and e.method]
        if writers:
            return say("written by {name}").format(name=writers[0])
    return origin_words(column.origin)


def made_up_tables(dossier: Dossier, name: str) -> frozenset[str]:
    """Case-folded names of the tables with made-up rows that a column reads.

    A column that names no table may read any of those the draft reads.
    """
    if not dossier.made_up:
        return frozenset()
    plan = dossier.draft.plan
    relations = [r for section in plan.sections for r in section.relations] if plan else []
    tables = {relation.alias.casefold(): relation.table.casefold() for relation in relations}
    named = {ref.table.casefold() for row in mapped(dossier, name) for ref in row.sources if ref.table}
    read = {tables.get(each, each) for each in named} or {
        each.name.casefold() for each in dossier.sources.tables
    }
    return dossier.made_up & read


def cell_words(cell: Cell) -> str:
    """A cell as a link says it: ``Mapping · F17``."""
    return f"{cell.sheet} · {cell.letter}{cell.row}"


def rule_cell(rows: tuple[ColumnMapping, ...]) -> Cell | None:
    """The cell a column's rule stands in; that of its name where it has no rule."""
    cells = (row.cell_of(Role.RULE) or row.cell for row in rows)
    return next((cell for cell in cells if cell is not None), None)


def expressions_of(dossier: Dossier, column: str) -> tuple[str, ...]:
    """The column's SQL, one for each section; empty when the draft has no such column."""
    drafted = drafted_column(dossier, column)
    return tuple(each.sql for each in drafted.expressions) if drafted else ()


def section_names(dossier: Dossier, column: str) -> tuple[str, ...]:
    """Names of the parts a column has an expression for; one empty name when there is one part."""
    count = len(expressions_of(dossier, column))
    plan = dossier.draft.plan
    names = tuple(section.name for section in plan.sections) if plan else ()
    if count < 2:
        return ("",) * count
    return names if len(names) == count and all(names) else tuple(str(n) for n in range(1, count + 1))


def rows_of(dossier: Dossier, column: str) -> tuple[ColumnMapping, ...]:
    """The document's rows for a column, those that say the same taken once."""
    seen: dict[str, ColumnMapping] = {}
    for row in mapped(dossier, column):
        seen.setdefault(" ".join(f"{row.rule}|{row.rule_resolved}|{row.join}".split()), row)
    return tuple(seen.values())


def questions_on(dossier: Dossier, column: str) -> tuple[Question, ...]:
    """What is asked about a column at present, and what was asked and answered."""
    found = {
        q.id: q for q in (*dossier.questions, *dossier.asked) if q.column.casefold() == column.casefold()
    }
    return tuple(found.values())


def alternatives_of(dossier: Dossier, name: str) -> tuple[str, ...]:
    """The other candidates of a column, best first; none where it has several parts, each of its own reading."""
    drafted = drafted_column(dossier, name)
    if drafted is None or len(drafted.expressions) != 1:
        return ()
    return drafted.expressions[0].alternatives[:MOST_ALTERNATIVES]
