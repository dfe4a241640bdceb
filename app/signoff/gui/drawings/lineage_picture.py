"""What the drawing of a column shows: its lineage, the sources put together by table, with the words of their joins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from signoff.core.domain.plan import JoinKind, Plan
from signoff.core.review.lineage import Lineage, SourceNode, Strand
from signoff.core.verify.wording import relation_words

Joins = Mapping[tuple[str, str], str]
"""How a relation comes in, by table and alias in lower case."""


@dataclass(frozen=True)
class PictureSource:
    """One source table with the columns of it that are read."""

    table: str
    """With the role where one table is used more than once."""
    columns: tuple[tuple[str, str], ...]
    """Name and type of each."""
    join: str = ""
    """How its rows are found, in words; empty for the table the rows come from."""


@dataclass(frozen=True)
class PictureStrand:
    """One section's way from its sources to the column."""

    section: str
    reading: str
    """What is done with the sources, in words."""
    sources: tuple[PictureSource, ...] = ()


@dataclass(frozen=True)
class LineagePicture:
    """A target column, what it is read from, and how."""

    target: str
    column: str
    type: str = ""
    strands: tuple[PictureStrand, ...] = ()


def say(text: str) -> str:
    """A sentence of the drawing in the language of the screen."""
    return QCoreApplication.translate("lineage", text)


def picture_of(lineage: Lineage, plan: Plan | None = None) -> LineagePicture:
    """The drawing of a lineage.

    Args:
        lineage: what core found out.
        plan: of the draft; gives the words of the joins, none without it.
    """
    joins = _joins_of(plan) if plan else {}
    strands = tuple(
        PictureStrand(strand.section, strand.reading, _tables(strand, joins)) for strand in lineage.strands
    )
    return LineagePicture(lineage.target, lineage.column, lineage.type, strands)


def words_of(picture: LineagePicture) -> str:
    """The picture in words, for screen readers."""
    name = f"{picture.target}.{picture.column}"
    lines: list[str] = []
    for strand in picture.strands:
        lines.append(_origin(name, strand.sources, strand.section))
        if strand.reading:
            lines.append(say("We understood: {reading}").format(reading=strand.reading))
        lines += [
            say("{table}: {join}").format(table=each.table, join=each.join)
            for each in strand.sources
            if each.join
        ]
    return "\n".join(lines) or say("{name} has no expression yet.").format(name=name)


def _joins_of(plan: Plan) -> Joins:
    return {
        (relation.table.casefold(), relation.alias.casefold()): relation_words(relation).replace("**", "")
        for section in plan.sections
        for relation in section.relations
        if relation.join is not JoinKind.DRIVING
    }


def _tables(strand: Strand, joins: Joins) -> tuple[PictureSource, ...]:
    found: dict[tuple[str, str], list[SourceNode]] = {}
    for node in strand.sources:
        found.setdefault((node.table, node.role), []).append(node)
    return tuple(_table(*key, nodes, joins) for key, nodes in found.items())


def _table(table: str, role: str, nodes: Sequence[SourceNode], joins: Joins) -> PictureSource:
    title = say("{table} as {role}").format(table=table, role=role) if role else table
    if any(node.is_target for node in nodes):
        title = say("{table} (target table)").format(table=title)
    join = joins.get((table.casefold(), (role or table).casefold()), "")
    return PictureSource(title, tuple((node.column, node.type) for node in nodes), join)


def _origin(name: str, sources: Sequence[PictureSource], section: str) -> str:
    read = ", ".join(f"{each.table}.{column}" for each in sources for column, _type in each.columns)
    words = (
        say("{name} comes from {columns}.") if read else say("{name} is made of no source column.")
    ).format(name=name, columns=read)
    return say("{section}: {words}").format(section=section, words=words) if section else words
