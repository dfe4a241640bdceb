"""The two values of a flag, as SQL."""

from __future__ import annotations

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.pieces import text_literal
from signoff.core.generate.types import Family, family_of


def flag_of(word: str, scope: Scope) -> str:
    """A word such as ``Y`` or ``true``: a truth where the column holds truths, else a text.

    Args:
        word: as the rule has it.
        scope: of the column.
    """
    is_truth = word.casefold() in ("true", "false") and family_of(scope.target_type) in (
        Family.FLAG,
        Family.UNKNOWN,
    )
    return word.casefold() if is_truth else text_literal(word)
