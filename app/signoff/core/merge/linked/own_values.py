"""Rules that name columns of the target itself in words: the one that stands in, and those that a key is made of."""

from __future__ import annotations

import re

from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.linked.joins import Joined

_ELSE = re.compile(
    r"^(?:if|when|where)\s+(?:it\s+is\s+)?(?:empty|missing)\s*,?\s+(?:then\s+)?(?:take\s+|use\s+)?"
    r"the\s+(?P<own>[a-z]\w*(?:\s\w+)?)$",
    re.IGNORECASE,
)
_HASH = re.compile(
    r"^(?P<kind>md5|sha1|sha256)(?:\s*\(\s*(?:(?:hex|as\s+text|lower\s*case|small\s+letters)[\s,]*)+\))?\s+(?:of|over)\s+(?P<parts>[^.;]+?)(?:\s*,?\s*"
    r"e\.g\.[^;]*?)?(?:[.;]\s+(?P<rest>[^.;]+))?$",
    re.IGNORECASE,
)
_AS_IN = re.compile(r"^[\w ]+\s+as\s+in\s+(?P<names>\w+(?:(?:\s*,\s*|\s+and\s+)\w+)*)$", re.IGNORECASE)
_NONE_OF = re.compile(
    r"^(?P<yes>\w)\s+(?:if|when|while|where)\s+[\w ]+\(no\s+(?P<of>\w{2,})\)\s*[,;]?\s+(?"
    r":otherwise|else)\s+(?P<no>\w)$",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^(?:sign|the\s+sign|character)\s+(?P<sign>[|/;:#_-])$", re.IGNORECASE)
_SIGNS = {
    "hyphen": "-",
    "blank": " ",
    "space": " ",
    "underscore": "_",
    "pipe": "|",
    "slash": "/",
    "comma": ",",
}


def over_own(column: ColumnMapping, joined: Joined) -> str:
    """A rule that names columns of the target in words, as SQL; empty where it is not understood wholly.

    Args:
        column: as read.
        joined: the target with what it reads.
    """
    rule = (column.rule_resolved or column.rule).strip().rstrip(".")
    return _else_own(rule, column, joined) or _hashed(rule, column, joined) or _flag(rule, column, joined)


def _own(words: str, column: ColumnMapping, joined: Joined) -> str:
    """What the column that words name is made of, over the driving table."""
    name = "_".join(words.split()).casefold()
    named = [c for c in joined.target.columns if c.name.casefold() == name and c.name != column.name]
    return joined.records.made_of(named[0], joined.driving, joined.driving.name) if len(named) == 1 else ""


def _else_own(rule: str, column: ColumnMapping, joined: Joined) -> str:
    told = _ELSE.match(rule)
    ref = column.sources[0] if told is not None and len(column.sources) == 1 else None
    if told is None or ref is None or ref.table.casefold() != joined.driving.name.casefold():
        return ""
    source, other = joined.records.column(joined.driving, ref.column), _own(told["own"], column, joined)
    if source is None or not other:
        return ""
    name = f"{joined.driving.name}.{source.name}"
    return (
        f"coalesce(nullif(trim({name}), ''), {other})"
        if joined.records.is_text(source)
        else f"coalesce({name}, {other})"
    )


def _hashed(rule: str, column: ColumnMapping, joined: Joined) -> str:
    told = _HASH.match(rule)
    if told is None:
        return ""
    names = {c.name.casefold() for c in joined.target.columns}
    if told["rest"]:
        same = _AS_IN.match(told["rest"].strip())
        if same is None or not all(
            n.casefold() in names for n in re.split(r"\s*,\s*|\s+and\s+", same["names"])
        ):
            return ""
    parts = []
    for part in re.split(r"\s*,\s*", told["parts"].strip()):
        sign = _SIGN.match(part)
        text = sign["sign"] if sign is not None else _SIGNS.get(part.casefold(), "")
        parts.append(f"'{text}'" if text else _own(part, column, joined))
    return f"{told['kind'].lower()}({' || '.join(parts)})" if parts and all(parts) else ""


def _flag(rule: str, column: ColumnMapping, joined: Joined) -> str:
    """``Y if still standing (no end), otherwise N`` of a column such as ended_at: Y where that is empty."""
    told = _NONE_OF.match(rule)
    if told is None or len(column.sources) != 1:
        return ""
    ref = column.sources[0]
    name, stem = ref.column.casefold(), told["of"].casefold()
    if (
        ref.table
        or not name.startswith(stem)
        or name not in {c.name.casefold() for c in joined.target.columns}
    ):
        return ""
    return f"case when {ref.column} is null then '{told['yes']}' else '{told['no']}' end"
