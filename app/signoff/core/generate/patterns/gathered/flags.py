"""Whether there are rows of a kind: "agent has at least one escalated ticket", "none of the grades is below 4"."""

from __future__ import annotations

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.gathered.clauses import meaning_of
from signoff.core.generate.patterns.gathered.nouns import is_owner, key_sql
from signoff.core.generate.patterns.gathered.rows import rows_read
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.spans import matched

_ONE = r"(?:(?:at least one|at least a|at least 1|one or more|any|some|ever an|ever a|an|a|one)(?: of)? )?"
_ROWS = r"(?P<rows>(?:\S+ )+)"
_ANY = (
    (
        rf"(?P<who>(?:[^\W\d]\w* ){{1,2}}?)(?:has ever had|has ever made|ever had|has had|have had|has|have|"
        rf"had|contains|contained|got|made|placed|holds|owns) (?:ever )?{_ONE}{_ROWS}"
    ),
    rf"(?:there (?:is|are|was|were|has been|have been|exists|exist) |exists |exist ){_ONE}{_ROWS}",
    rf"(?:at least one|one or more|any|some|one)(?: of)? {_ROWS}",
)
_NONE = (
    (
        rf"(?P<who>(?:[^\W\d]\w* ){{1,2}}?)(?:has never had|never had|has|have|had|contains) (?:no|not any|"
        rf"none of) {_ROWS}"
    ),
    rf"(?:there (?:is|are|was|were) )?(?:none of|no|not one of|not a single) {_ROWS}",
)

_EVER = (
    r"(?P<who>(?:[^\W\d]\w* ){1,2}?)(?:has |have |had )?ever (?:made a |made an |had a |had an )?[^\W\d]\w* "
    r"\( (?P<test>(?:\S+ )+)\) "
)
"""What somebody ever did, with its meaning in brackets: "ever purchased (event_name = 'purchase')"."""


def rows_test(phrase: Phrase, ctx: Context) -> str | None:
    """SQL that is true of a group with such rows, or without any; None where a word is not understood."""
    body = trimmed(phrase)
    for shapes, none in ((_NONE, True), (_ANY, False)):
        for shape in shapes:
            found = matched(shape, body)
            if found is None or (found.has("who") and not is_owner(found.part("who"), ctx)):
                continue
            made = _there(found.part("rows"), ctx, none)
            if made:
                return made
    ever = matched(_EVER, body)
    if ever is not None and is_owner(ever.part("who"), ctx):
        meant = meaning_of(ever.part("test"), ctx)
        return f"bool_or({meant})" if meant else None
    return None


def _there(phrase: Phrase, ctx: Context, none: bool) -> str:
    rows = rows_read(phrase, ctx, predicate=True)
    if rows is None:
        return ""
    if rows.condition:
        return f"NOT coalesce(bool_or({rows.condition}), false)" if none else f"bool_or({rows.condition})"
    key = key_sql(rows.noun, ctx)
    if not key and len({c.relation for c in ctx.scope.columns}) > 1:
        return ""
    return f"count({key or '*'}) {'= 0' if none else '> 0'}"
