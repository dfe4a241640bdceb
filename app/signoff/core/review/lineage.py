"""Where a column comes from: the source columns its expression reads, by the relation they come through."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.plan import Relation, SectionPlan
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.review.binding import drafted_column
from signoff.core.review.reading import reading_of


@dataclass(frozen=True)
class SourceNode:
    """One column that is read."""

    table: str
    role: str
    """Alias of the relation where it differs from the table; tells two uses of one table apart."""
    column: str
    type: str = ""
    is_target: bool = False
    """The table is another target table of the document."""


@dataclass(frozen=True)
class Strand:
    """One section's way from its sources to the column."""

    section: str
    sources: tuple[SourceNode, ...]
    reading: str
    """What is done with them, in words."""


@dataclass(frozen=True)
class Lineage:
    """Everything one column comes from."""

    target: str
    column: str
    type: str
    strands: tuple[Strand, ...]

    @property
    def words(self) -> str:
        """The same as one text, for who does not see the drawing."""
        lines = [f"{self.target}.{self.column} ({self.type or 'type not known'})"]
        for strand in self.strands:
            read = ", ".join(f"{node.table}.{node.column}" for node in strand.sources) or "no column"
            part = f"{strand.section}: " if strand.section else ""
            lines.append(f"{part}from {read}: {strand.reading}")
        return "\n".join(lines)


def lineage_of(dossier: Dossier, column: str) -> Lineage:
    """Where a column comes from; a column without an expression comes from nowhere."""
    drafted = drafted_column(dossier, column)
    if drafted is None:
        return Lineage(dossier.target, column, "", ())
    sections = dossier.draft.plan.sections if dossier.draft.plan else ()
    strands = []
    for place, expression in enumerate(drafted.expressions):
        section = sections[place] if place < len(sections) else None
        sources = _sources(expression.sql, section, dossier)
        name = section.name if section is not None and len(drafted.expressions) > 1 else ""
        strands.append(Strand(name, sources, reading_of(expression.sql).sentence))
    return Lineage(dossier.target, drafted.name, drafted.type, tuple(strands))


def _sources(sql: str, section: SectionPlan | None, dossier: Dossier) -> tuple[SourceNode, ...]:
    try:
        tree = parse_expression(sql)
    except SignoffError:
        return ()
    found = [_node(column, section, dossier) for column in tree.find_all(exp.Column)]
    return tuple(dict.fromkeys(found))


def _node(column: exp.Column, section: SectionPlan | None, dossier: Dossier) -> SourceNode:
    relation = _relation(column.table, section)
    table = relation.table if relation is not None else column.table
    role = relation.alias if relation is not None and relation.alias.casefold() != table.casefold() else ""
    known = dossier.sources.table(table)
    typed = known.column(column.name) if known is not None else None
    upstream = {each.target.casefold() for each in dossier.upstream}
    return SourceNode(table, role, column.name, typed.type if typed else "", table.casefold() in upstream)


def _relation(alias: str, section: SectionPlan | None) -> Relation | None:
    relations = section.relations if section is not None else ()
    if not alias:
        return relations[0] if len(relations) == 1 else None
    return next((each for each in relations if each.alias.casefold() == alias.casefold()), None)
