"""What a rule given in place of the document's may use, and whether the compilers would understand it wholly."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import SectionPlan
from signoff.core.generate.patterns import compile_rule
from signoff.core.merge.planning import columns_of_section
from signoff.core.merge.scoping import relation_columns, scope_for
from signoff.core.review.binding import drafted_column, mapped
from signoff.core.verify.reading import reading_of


def columns_in_scope(dossier: Dossier) -> tuple[ScopeColumn, ...]:
    """Every column of the tables a target reads, each once, the driving table's first."""
    found = {
        (column.relation.casefold(), column.column.name.casefold()): column
        for section in _sections(dossier)
        for relation in section.relations
        for column in relation_columns(relation, dossier.sources)
    }
    return tuple(found.values())


def is_compiled(dossier: Dossier, column: str, rule: str) -> bool:
    """Whether a rule becomes an expression without the language model, in every part that the document maps.

    Args:
        dossier: the target, with its draft.
        column: a column the document has a row for.
        rule: in place of the document's.
    """
    drafted, sections = drafted_column(dossier, column), _sections(dossier)
    names = {m.name.casefold() for m in mapped(dossier, column)}
    checked = False
    for section in sections:
        rows = columns_of_section(dossier.mapping, section, len(sections)).columns
        for mapping in (m for m in rows if m.name.casefold() in names):
            said = replace(mapping, rule=rule, rule_resolved=rule)
            scope = scope_for(section, said, dossier.sources, target_type=drafted.type if drafted else "")
            if compile_rule(said, scope) is None:
                return False
            checked = True
    return checked


def _sections(dossier: Dossier) -> tuple[SectionPlan, ...]:
    reading = reading_of(dossier.draft)
    return reading.plan.sections if reading else ()
