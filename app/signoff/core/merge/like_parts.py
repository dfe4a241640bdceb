"""Join and filter cells that point at another part of the target: "like Transfer out, but KTO_HABEN must be filled"."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.merge.names import words

_LIKE = re.compile(
    r"^\s*(?:(?:just|exactly)\s+)?(?:like|as|same\s+as|the\s+same\s+as|as\s+(?:in|for|with)|same\s+as\s+(?:in|for|with)|see)\s+"
    r"(?:(?:in|for|with|the|part|section)\s+)*[\"']?(?P<part>{names})[\"']?\s*"
    r"(?:[,;:.–-]?\s*(?:(?:but|only|except\s+that|however|here)\s+)+(?P<but>.+))?[.]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_NEW = re.compile(
    r"^(?:with\s+)?(?P<new>\w+)\s+(?:(?:must|has\s+to|should)\s+be\s+|is\s+)?(?:filled|there|given|known|set|not\s+(?:null|missing|empty))"
    r"(?:\s+instead(?:\s+of\s+(?P<old>\w+))?)?$",
    re.IGNORECASE,
)


def with_like_parts(target: TargetMapping) -> TargetMapping:
    """The target with the other part's own words in place of what points at them; unchanged where nothing does."""
    names = [name for name in target.sections if name]
    if len(names) < 2:
        return target
    listed = "|".join(sorted((re.escape(n) for n in names), key=len, reverse=True))
    shape = re.compile(_LIKE.pattern.replace("{names}", listed), _LIKE.flags)
    told = tuple(_told(column, target, shape) for column in target.columns)
    return target if told == target.columns else replace(target, columns=told)


def _told(column: ColumnMapping, target: TargetMapping, shape: re.Pattern[str]) -> ColumnMapping:
    match = shape.match(column.join) if column.join and column.section else None
    if match is None or match["part"].casefold() == column.section.casefold():
        return column
    said = next(
        (
            c.join
            for c in target.columns
            if c.section.casefold() == match["part"].casefold() and c.name == column.name and c.join
        ),
        "",
    )
    if not said or shape.match(said):
        return column
    return replace(column, join=_but(said, (match["but"] or "").strip(" .")))


def _but(said: str, but: str) -> str:
    """The other part's words; a column that must be filled takes the place of the one named alike there."""
    if not but:
        return said
    new = _NEW.match(but)
    named = dict.fromkeys(re.findall(r"\b\w+\b", said))
    old = [w for w in named if new and _alike(w, new["new"])]
    if new is not None and new["old"]:
        old = [w for w in named if w.casefold() == new["old"].casefold()]
    if new is not None and len(old) == 1:
        return re.sub(rf"\b{re.escape(old[0])}\b", new["new"], said)
    return f"{said.rstrip(' .;')}; {but}"


def _alike(one: str, other: str) -> bool:
    """Whether two names of columns share their first word, as KTO_SOLL and KTO_HABEN do."""
    parts = words(one), words(other)
    return "_" in one and "_" in other and one.casefold() != other.casefold() and parts[0][:1] == parts[1][:1]
