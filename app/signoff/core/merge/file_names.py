"""A rule in the names under which the file's own queries show what it speaks of: `status` shown as `order_status`."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.names import bare

_TEXT_OR_WORD = re.compile(r"'[^']*'|\"[^\"]*\"|(?<![\w.])[^\W\d]\w*(?!\w|\s*\()")


def in_names_of(mapping: ColumnMapping, section: SectionPlan) -> ColumnMapping | None:
    """The row with those names in its rule and source cells; None where all have the document's names.

    Args:
        mapping: the row.
        section: the relations of the output, with what they carry.
    """
    shown = [carried for relation in section.relations for carried in relation.carries]
    names = {carried.name.casefold() for carried in shown}
    others: dict[str, str] = {}
    for ref in mapping.sources:
        table, column = squashed(bare(ref.table)), bare(ref.column).casefold()
        found = {c.name for c in shown if squashed(c.table) == table and c.column.casefold() == column}
        if column not in names and len(found) == 1:
            others[column] = found.pop()
    rule = mapping.rule_resolved or mapping.rule
    written = _TEXT_OR_WORD.sub(lambda m: others.get(m.group().casefold(), m.group()), rule)
    return None if written == rule else replace(mapping, rule=written, rule_resolved=written)
