"""What cells say becomes of rows without a partner in a joined table, from which the kind of a join follows."""

from __future__ import annotations

import re

from signoff.core.domain.spec import StepKind

_STAYS = re.compile(r"\b(?:stays?|keep|kept|remains?|loaded|null|empty|nothing|optional)\b", re.IGNORECASE)
_GOES = re.compile(
    r"\b(?:dropped|drop|drops|left\s+out|skipped|skip|not\s+(?:loaded|kept|taken|migrated)|excluded|reject\w*|lost|"
    r"must\s+(?:exist|match)|mandatory|required)\b",
    re.IGNORECASE,
)
_KEPT = (
    r"(?:stays?|remains?|keeps?|kept|loaded|taken|included|migrated|retained|dropped|left\s+out|skipped|excluded|rejected|"
    r"lost|not\s+(?:loaded|kept|taken|migrated|included)|drop\s+out)"
)
_WITHOUT = re.compile(
    r"^(?:(?:an?|the|all|any|every|each)\s+)?[\w-]+(?:\s+[\w-]+)?\s+(?:without|with\s+no|that\s+have\s+no|which\s+have\s+no|whose)\s+"
    r"(?:(?:an?|any|the|their|matching|such|known)\s+)*[\w-]+(?:\s+(?:row|record|is\s+(?:unknown|missing|not\s+found)))?\s+"
    rf"(?:(?:are|is|get|gets|will\s+be|must\s+be)\s+)?(?:still\s+|also\s+)?{_KEPT}(?:\s+(?:too|as\s+well|all\s+the\s+same|anyway|in))*$"
    rf"|^(?:(?:if|when)\s+)?(?:not\s+found|no\s+match|no\s+partner|none|missing)\s*[:=,>-]*\s*(?:the\s+)?(?:row|record|it|[\w-]+)?\s*"
    rf"(?:(?:are|is|gets)\s+)?{_KEPT}$",
    re.IGNORECASE,
)
"""The whole of a remark that says what becomes of rows without a partner."""
_SPEAKS = re.compile(
    r"\b(?:without|with\s+no|has\s+no|have\s+no|not\s+found|no\s+match|unmatched)\b", re.IGNORECASE
)


def stays(text: str) -> bool:
    """Whether a text behind a heading such as ``If not found`` says that the row stays."""
    return _STAYS.search(text) is not None and not goes(text)


def goes(text: str) -> bool:
    """Whether such a text says that the row is left out."""
    return _GOES.search(text) is not None


def kind_by_unmatched(text: str) -> StepKind | None:
    """The kind of join of a remark such as ``trips without a driver stay``; None where it says anything else."""
    if not _WITHOUT.match(" ".join(text.split()).strip(" .;")):
        return None
    if goes(text):
        return StepKind.INNER_JOIN
    return StepKind.LEFT_JOIN if stays(text) else None


def speaks_of_unmatched(text: str) -> bool:
    """Whether a remark is about rows without a partner, understood or not."""
    return _SPEAKS.search(text) is not None and (stays(text) or goes(text))
