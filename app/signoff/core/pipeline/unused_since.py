"""Cells of a new version that read like a rule of a table, were not used, and did not stand in the version before.

They hang on the table's Rows card at once: a condition that somebody adds on the cover sheet must not slip past a
sign-off only because no row changed.
"""

from __future__ import annotations

from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import Spec
from signoff.core.lint.context import Context
from signoff.core.lint.rules.L09_unused_rule import unused_rule


def unused_since(old: Spec, new: Spec) -> dict[str, tuple[Finding, ...]]:
    """The findings by case-folded table; cells that only stand elsewhere now are none.

    Args:
        old: what the project has.
        new: what it would have.
    """
    known = {(each.target.casefold(), each.message) for each in unused_rule(Context(old, None))}
    found: dict[str, tuple[Finding, ...]] = {}
    for each in unused_rule(Context(new, None)):
        target = each.target.casefold()
        if (target, each.message) not in known:
            found[target] = (*found.get(target, ()), each)
    return found
