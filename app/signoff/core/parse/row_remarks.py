"""What is doubtful in one row of a mapping, as it was read."""

from __future__ import annotations

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role
from signoff.core.parse.collect import Collector
from signoff.core.parse.names import is_name
from signoff.core.parse.sources import SourceCells


def remark_row(mapping: ColumnMapping, sources: SourceCells, notes: Collector, *, has_rules: bool) -> None:
    """Note what a person should look at.

    Args:
        mapping: the row.
        sources: what its source cells say.
        notes: receives findings.
        has_rules: the sheet has a column of rules.
    """
    source_cell = mapping.cell_of(Role.SOURCE_COLUMN) if sources.unpaired or sources.free_text else None
    if sources.unpaired:
        notes.add(
            "P04",
            Severity.WARNING,
            say("parse.several_tables"),
            source_cell,
            mapping.target,
            mapping.name,
        )
    if sources.free_text and (not sources.refs or mapping.rule == sources.free_text):
        notes.add(
            "P06",
            Severity.INFO,
            say("parse.source_is_no_name"),
            source_cell,
            mapping.target,
            mapping.name,
        )
    if mapping.rule and not has_rules and not sources.free_text:
        notes.add(
            "P14",
            Severity.INFO,
            say("parse.remark_read_as_rule"),
            mapping.cell_of(Role.NOTE),
            mapping.target,
            mapping.name,
        )
    if not is_name(mapping.name):
        notes.add(
            "P07",
            Severity.WARNING,
            say("parse.unusual_name", name=mapping.name[:60]),
            mapping.cell,
            mapping.target,
            mapping.name,
        )
