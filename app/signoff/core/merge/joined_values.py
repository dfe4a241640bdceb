"""A rule that names what a joined table gives, and what where it gives nothing: ``Name by code. 'None' if not listed``.

The join stands on a sheet of joins, or was inferred; the rule only says the default.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import JoinKind, SectionPlan
from signoff.core.domain.several_rows import asks_for_several
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.lookup_defaults import ITSELF, without_default
from signoff.core.merge.names import words
from signoff.core.merge.picked_rows import says_no_more
from signoff.core.merge.scoping import resolve_source

_SAID = re.compile(
    r"^(?:take\s+|use\s+|show\s+|load\s+|get\s+|the\s+)*(?P<what>[\w -]{1,40}?)"
    r"(?:\s+(?:by|via|from|for|of|in|on|using|through)\s+(?:the\s+)?(?P<key>[\w -]{1,40}))?(?:\s*\(?see\s+[\w ]+\)?)?$",
    re.IGNORECASE,
)
_NAMING = frozenset(
    {
        "name",
        "text",
        "label",
        "description",
        "title",
        "value",
        "town",
        "city",
        "type",
        "code",
        "group",
        "category",
    }
)


def joined_value(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The source of a joined table with its default; None for every rule that says more, or no default."""
    if len(mapping.sources) != 1 or section.group_by:
        return None
    said, default = without_default(" ".join((mapping.rule_resolved or mapping.rule).split()).rstrip(" ."))
    if not default or default == ITSELF or not _only_names(said, mapping):
        return None
    if asks_for_several(said, mapping.sources[0].column):
        return None
    source = resolve_source(section, mapping.sources[0], mapping, schema)[0]
    relation = next(
        (r for r in section.relations[1:] if source is not None and r.alias == source.relation), None
    )
    if source is None or relation is None or relation.join is not JoinKind.LEFT or relation.on is None:
        return None
    return Expression(f"coalesce({source.sql}, {default})", Origin.PATTERN, "joined value")


def _only_names(text: str, mapping: ColumnMapping) -> bool:
    """Whether the text only names the value, by a word for it or of its columns, and by what it is found."""
    found = _SAID.match(text)
    if found is None or not says_no_more(text):
        return False
    known = {*words(mapping.name), *words(mapping.sources[0].column), *_NAMING}
    return bool(set(words(found["what"])) & known)
