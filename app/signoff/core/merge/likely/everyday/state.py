"""A value as far as the pieces of its rule have been read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import kind_of


@dataclass(frozen=True)
class Value:
    """A value with its cases and what stands for none."""

    sql: str = ""
    """The value without its cases; empty where nothing made one yet."""
    cast: str = ""
    """``CAST`` or ``TRY_CAST`` where the text is said to become the target's type."""
    default: str = ""
    """What stands for a missing value."""
    blank: bool = False
    """Text of blanks alone is missing too."""
    arms: tuple[tuple[str, str], ...] = ()
    """Tests and values; ``{}`` in them is the value, as are empty values."""
    rest: str = ""
    """What stands where no case holds; the value where nothing is said."""
    nulls: tuple[str, ...] = ()
    """Tests under which there is no value; ``{}`` in them is the value."""
    stays: bool = False
    """What is missing stays so, whatever holds for the rest."""
    parts: tuple[str, ...] = ()
    """Texts and what stands between them, where the value is put together."""
    steps: int = 0
    """Pieces that did something with it."""

    def through(self, shape: str) -> Value:
        """The value put into a shape, ``trim({})``."""
        return replace(self, sql=shape.replace("{}", self.sql), steps=self.steps + 1)

    def with_arm(self, test: str, value: str) -> Value:
        """The value with one more case."""
        return replace(self, arms=(*self.arms, (test, value)))


def source_of(ground: Ground) -> ScopeColumn | None:
    """The column that a rule is about which names none: the only source."""
    sources = ground.names.sources
    return sources[0] if len(sources) == 1 else None


def started(value: Value, ground: Ground) -> Value | None:
    """The value, or that of the only source where nothing made one yet; None without one."""
    if value.sql:
        return value
    source = source_of(ground)
    return replace(value, sql=source.sql) if source is not None else None


def is_text_of(sql: str, ground: Ground) -> bool:
    """Whether a value is that of a text column, or made of one as text."""
    columns = [c for c in ground.names.columns if c.sql in sql]
    return bool(columns) and all(kind_of(c) == "text" for c in columns)


def _told_format(body: str, value: Value, ground: Ground) -> str:
    """A day of a text whose format the document tells, as compilers read it; empty where it tells none."""
    source = source_of(ground)
    if source is None or ground.target not in ("day", "moment"):
        return ""
    made = ground.tools.value("Convert to a date", ground.tools.target_type)
    if "strptime(" not in made:
        return ""
    made = re.sub(rf"{re.escape(source.sql)}(?!\w)", lambda _: body, made)
    return re.sub(r"(?<!try_)strptime\(", "try_strptime(", made) if value.cast == "TRY_CAST" else made


def put_together(value: Value, ground: Ground) -> str:
    """The SQL of all that was said; empty where it is no more than a column as it is."""
    body = value.sql
    wanted = ground.tools.target_type
    differs = ground.target != "text" and body and not body.startswith("'") and is_text_of(body, ground)
    if body and (value.cast or differs):
        body = _told_format(body, value, ground) or f"{value.cast or 'CAST'}({body} AS {wanted})"
    if value.blank and value.default and body and ground.target == "text":
        body = f"nullif(trim({body}), '')" if "trim(" not in body else f"nullif({body}, '')"
    if value.default:
        if not body:
            return ""
        body = f"coalesce({body}, {value.default})"
    rest = value.rest.replace("{}", body) if value.rest else body
    whens = [(test.replace("{}", body), given.replace("{}", body)) for test, given in value.arms]
    if whens:
        if ground.target == "truth" and len(whens) == 1 and whens[0][1] == "true" and rest == "false":
            made = f"coalesce({whens[0][0]}, false)"
        else:
            told = " ".join(f"WHEN {test} THEN {given}" for test, given in whens)
            made = f"CASE {told}{f' ELSE {rest}' if rest else ''} END"
    else:
        made = rest
    if not made:
        return ""
    nulls = value.nulls
    source = source_of(ground)
    kept = value.sql or (source.sql if source is not None else "")
    if value.stays and whens and rest and kept:
        nulls = (f"{kept} IS NULL", *nulls)
    if nulls:
        tests = " OR ".join(test.replace("{}", body) for test in nulls)
        made = f"CASE WHEN {tests} THEN NULL ELSE {made} END"
    return made
