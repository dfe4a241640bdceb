"""Rules that differ from what was only in what stands where there is nothing: ``…, 0 if there is none``, not empty."""

from __future__ import annotations

import re

from signoff.core.domain.spec import ColumnMapping

_EMPTY = r"(?:it\s+is\s+|stays\s+|shows\s+)?(?:empty|null|blank|nothing|no\s+value|missing)"
_IF = r"(?:if|when|where|while|for|without)"
_WAS = re.compile(
    rf"^(?P<head>.+?)\s*[,;(]\s*(?:and\s+)?{_EMPTY}\s+(?P<when>{_IF}\s+.+?)\)?\.?$", re.IGNORECASE
)
_NOW = re.compile(
    rf"^(?P<head>.+?)\s*[,;(]\s*(?:and\s+)?(?:it\s+is\s+|shows\s+|then\s+)?(?P<value>-?\d+(?:\.\d+)?|zero|'[^']*')\s+(?P<when>{_IF}\s+.+?)\)?\.?$",
    re.IGNORECASE,
)


def value_instead_of_none(mapping: ColumnMapping) -> str:
    """What a row is to show from now on where it showed nothing; empty where its rule differs otherwise from before.

    Args:
        mapping: a row whose remark holds its rule so far.
    """
    now, was = (_NOW.match(_plain(mapping.rule_resolved or mapping.rule)), _WAS.match(_plain(mapping.note)))
    if now is None or was is None:
        return ""
    if (now["head"].casefold(), now["when"].casefold()) != (was["head"].casefold(), was["when"].casefold()):
        return ""
    return "0" if now["value"].casefold() == "zero" else str(now["value"])


def _plain(text: str) -> str:
    return " ".join(text.split())
