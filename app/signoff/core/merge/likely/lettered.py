"""Parts of a union that a document letters: ``a) PAY_ELEM  b) OT_SHEET, stacked`` and ``a) REV = X out  b) HRS > 0``.

Each letter stands for the table it is put before once; what other texts say behind the letter is of that part alone,
and ``same`` is what the letter before says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.likely.stacked import STACKED
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.names import find_table

_MARK = re.compile(r"(?:^|(?<=[\s;,(:.]))\(?(?P<letter>[A-Ha-h1-6])(?:\)|[.:](?=\s))\s*")
_DEFINED = re.compile(
    r"(?<![\w.])(?P<letter>[A-H])\s*(?:=|:|\bis\b|\bstands\s+for\b)\s*(?:the\s+)?(?:table\s+)?(?P<table>[A-Za-z_][\w.$]*)"
    r"|(?P<named>[A-Za-z_][\w.$]*)\s*\((?P<behind>[A-H])\)"
)
_FROM = re.compile(r"\b(?:from|of|in|for|out\s+of)\s+(?P<letter>[A-H])(?![\w.)])\s*[,:]?\s*", re.IGNORECASE)
_SAME = re.compile(r"^\W*(?:the\s+)?(?:same|ditto|idem|as\s+(?:above|before|a|for\s+a))\W*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z_][\w.$]*")
_BEGINS = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)


def with_lettered_parts(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with a part for each table that has a letter; unchanged where none or one has.

    Args:
        target: its notes and filters.
        schema: the tables.
    """
    if any(s.kind in _BEGINS for s in target.steps):
        return target
    source = next(
        (s for s in target.steps if s.kind is StepKind.NOTE and len(_tables(s.condition, schema)) > 1), None
    )
    tables = _tables(source.condition, schema) if source is not None else {}
    if source is None or not any(STACKED.search(s.condition) for s in target.steps):
        return target
    steps = [
        replace(source, kind=StepKind.DRIVING, section=name, table=name, alias="", condition="")
        for name in tables.values()
    ]
    for step in target.steps:
        said = _said(_behind_names(step.condition) if step is source else step.condition, tables)
        if step is source:
            said = {**_limits(step.condition, tables), **said}
        if said and step.kind in (StepKind.NOTE, StepKind.FILTER) and not _is_grain(step):
            steps += [replace(step, section=tables[letter], condition=text) for letter, text in said.items()]
        elif step is not source and not (_is_grain(step) and said):
            steps.append(step)
    return replace(target, steps=tuple(steps))


def _tables(text: str, schema: Schema) -> dict[str, str]:
    """Tables by their letters, where each letter of a text has one of its own."""
    found: dict[str, str] = {}
    for letter, said in _pieces(text, _MARK).items():
        first = _NAME.search(said)
        table = find_table(schema, first.group()) if first is not None else None
        if table is not None:
            found[letter] = table.name
    for match in _DEFINED.finditer(text):
        table = find_table(schema, match["table"] or match["named"] or "")
        if table is not None:
            found.setdefault((match["letter"] or match["behind"]).casefold(), table.name)
    return found if len(set(found.values())) == len(found) > 1 else {}


def _pieces(text: str, mark: re.Pattern[str]) -> dict[str, str]:
    """What stands behind each letter up to the next one."""
    marks = list(mark.finditer(text))
    ends = [m.start() for m in marks[1:]] + [len(text)]
    found: dict[str, str] = {}
    for match, end in zip(marks, ends, strict=False):
        letter = match["letter"].casefold()
        found[letter] = (
            f"{found[letter]}; {text[match.end() : end]}" if letter in found else text[match.end() : end]
        )
    return found


def _said(text: str, tables: Mapping[str, str]) -> dict[str, str]:
    """What a text says of each part, by letter; empty where it has none of the letters."""
    pieces = _pieces(text, _MARK)
    pieces = pieces if set(pieces) & set(tables) else _pieces(text, _FROM)
    names = {name.casefold() for name in tables.values()} | {"and"}
    found: dict[str, str] = {}
    last = ""
    for letter, said in pieces.items():
        plain = said.strip(" ;,.\n")
        plain = last if _SAME.match(plain) else plain
        last = plain
        named = all(word.casefold() in names for word in _NAME.findall(plain))
        if letter in tables and not named and STACKED.search(plain) is None:
            found[letter] = plain
    return found


def _limits(text: str, tables: Mapping[str, str]) -> dict[str, str]:
    """What stands behind each table in the sentence that names it: ``(1) calls, inner join users on user_id``."""
    found: dict[str, str] = {}
    for letter, said in _pieces(text, _MARK).items():
        first = _NAME.search(said)
        rest = (
            re.split(r"(?<=[\w)])\.\s", said[first.end() :])[0].strip(" ,;.\n") if first is not None else ""
        )
        if letter in tables and first is not None and _LIMITS.match(rest):
            found[letter] = rest
    return found


_LIMITS = re.compile(
    r"(?:(?:inner|left|right|full)\s+(?:outer\s+)?join|where|with|only|whose|that|which|without|joined)\b",
    re.IGNORECASE,
)


def _behind_names(text: str) -> str:
    """The sentences of a text but for those that name the tables or say that they are put together."""
    names = (STACKED, _DEFINED)
    return "\n".join(u for u in units_of(text) if not any(shape.search(u) for shape in names))


def _is_grain(step: Step) -> bool:
    return step.kind is StepKind.NOTE and _GRAIN.match(step.condition) is not None


_GRAIN = re.compile(r"\s*(?:one|1|a)\s+(?:row|record|line)\s+per\b", re.IGNORECASE)
