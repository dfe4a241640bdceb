"""Values of a table that is looked up: one of its columns, another where that is empty, a word where no row is found.

``Full name. If the owner has no name, his email. If there is no owner found at all, "no owner"`` says apart what stands
for an owner without a name, and for a row without an owner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, words
from signoff.core.merge.restating_requests import alone_or_both
from signoff.core.merge.scoping import letters_of
from signoff.core.merge.sqlparts import columns_of, parsed

_AS_TODAY = re.compile(r"\s+(?:as|like)\s+(?:today|now|before|so\s+far|it\s+is)$", re.IGNORECASE)
_WITHOUT = re.compile(
    r"^(?:if|when|where)\s+(?:(?:the|an?|this|that)\s+)?(?P<who>\w+)\s+has\s+no\s+(?P<what>[\w ]+?)\s*,\s*(?:then\s+)?"
    r"(?:show\s+|take\s+|use\s+)?(?:his|her|its|their|the)?\s*(?P<then>\w+)$",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"^(?:if|when|where)\s+(?:there\s+is\s+no\s+(?P<who>\w+)(?:\s+(?:found|known|there))?(?:\s+at\s+all)?|"
    r"no\s+(?P<who2>\w+)\s+(?:is\s+|was\s+)?(?:found|known)(?:\s+at\s+all)?)\s*,\s*(?:then\s+)?(?:show\s+|it\s+is\s+)?"
    r"(?P<value>'[^']*'|\"[^\"]*\")$",
    re.IGNORECASE,
)


def found_or_not(rule: str, mapping: ColumnMapping, relations: Sequence[Relation]) -> str:
    """Such a rule as SQL over its tables; empty where a sentence of it says anything else.

    Args:
        rule: with the verbs of its conditions behind their subjects.
        mapping: the column; its source cells name columns of one table.
        relations: what the query reads.
    """
    named = {bare(ref.table).casefold() for ref in mapping.sources}
    joined = [r for r in relations[1:] if letters_of(r) & {squashed(name) for name in named}]
    if len(named) != 1 or len(joined) != 1:
        return ""
    columns = list(dict.fromkeys(ref.column for ref in mapping.sources))
    first, *sentences = [
        each.strip(" .") for each in re.split(r"\.\s+|;\s*", rule.strip(" .")) if each.strip(" .")
    ]
    head = _AS_TODAY.sub("", first)
    value = next((c for c in columns if words(c) == words(head)), "")
    table = next(ref.table for ref in mapping.sources)
    nouns = {singular(word) for word in words(bare(table))}
    chain, default = [value] if value else [], ""
    for sentence in sentences:
        without, missing = _WITHOUT.match(sentence), _NOT_FOUND.match(sentence)
        if without is not None and without["who"].casefold() in nouns:
            then = next((c for c in columns if c.casefold() == without["then"].casefold()), "")
            if not then or not set(words(without["what"])) <= set(words(chain[-1] if chain else "")):
                return ""
            chain.append(then)
        elif missing is not None and (missing["who"] or missing["who2"]).casefold() in nouns and not default:
            default = missing["value"].replace('"', "'")
        else:
            return ""
    key = _key(joined[0])
    if not value or (not default and len(chain) == 1) or (default and not key):
        return ""
    own = [f"{table}.{column}" for column in chain]
    made = own[0] if len(own) == 1 else f"coalesce({', '.join(own)})"
    return f"case when {table}.{key} is null then {default} else {made} end" if default else made


def _key(relation: Relation) -> str:
    """The column by which a table is joined; empty where it is not one alone."""
    tree = parsed(relation.on.sql) if relation.on is not None else None
    found = (
        [c.name for c in columns_of(tree) if c.table.casefold() == relation.alias.casefold()]
        if tree is not None
        else []
    )
    return found[0] if len(found) == 1 else ""


def one_or_both(rule: str, mapping: ColumnMapping) -> str:
    """Two source columns with a space between, of which one stands alone where the other is missing, as SQL.

    Args:
        rule: as ``first name, space, last name. When only one is known show that one alone``.
        mapping: the column; empty where its source cells are not these two.
    """
    parts = alone_or_both(rule)
    columns = {tuple(words(ref.column)): f"{ref.table}.{ref.column}" for ref in mapping.sources if ref.table}
    own = [columns.get(tuple(words(part)), "") for part in parts]
    if len(own) != len(columns) or not own or not all(own):
        return ""
    filled = ", ".join(f"nullif({each}, '')" for each in own)
    return f"nullif(concat_ws(' ', {filled}), '')"
