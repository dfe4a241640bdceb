"""How an expression came about, in words: the one place of them for files, command line and window."""

from __future__ import annotations

from signoff.core.domain.expressions import Origin
from signoff.core.domain.sentences import say

_WHOLE = {
    Origin.DIRECT: "origin.copied",
    Origin.PATTERN: "origin.fixed_rule",
    Origin.GENERATED: "origin.language_model",
    Origin.KEPT: "origin.existing",
    Origin.WRITTEN: "origin.by_hand",
    Origin.UNRESOLVED: "origin.nothing",
}
_SHORT = {
    Origin.DIRECT: "origin.copied",
    Origin.PATTERN: "origin.fixed_rule_short",
    Origin.GENERATED: "origin.language_model_short",
    Origin.KEPT: "origin.existing_short",
    Origin.WRITTEN: "origin.by_hand_short",
    Origin.UNRESOLVED: "origin.nothing_short",
}


def origin_words(origin: Origin) -> str:
    """Such as ``built by a fixed rule``."""
    return say(_WHOLE[origin])


def short_origin_words(origin: Origin) -> str:
    """Short enough for a list, such as ``fixed rule``."""
    return say(_SHORT[origin])
