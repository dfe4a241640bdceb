"""Filters of a union that speak of the rows of one part: ``trips with state CANC and waybills that are cancelled``.

A filter belongs to the parts whose table it names by a plain word, or whose columns it names and no other part has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.clauses import inside
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, find_table, words
from signoff.core.merge.rowtexts import Way, way_of

_NEXT = re.compile(
    r"\s*(?:[,;]\s*(?:and\s+|or\s+|nor\s+)?|\b(?:and|or|nor|as\s+well\s+as)\s+)", re.IGNORECASE
)
_HEAD = re.compile(
    r"^(?:(?:all|any|the|those|such|these|every|each|only)\s+)*(?P<head>[\w-]+(?:\s+[\w-]+){0,2}?)(?=\s*(?:[(:,]|$)"
    r"|\s+(?:with|without|whose|where|when|if|that|which|who|of|in|from|having|marked|are|is|still|not)\b)",
    re.IGNORECASE,
)
_UNITED = re.compile(
    r"^(?:(?:all|the|rows?|records?|lines?|data|of|both|two|three|these|tables?|lists?|sources?|systems?|files?|parts?)\s+)*"
    r"(?:(?:are|is|get|gets)\s+)?(?:then\s+)?(?:a\s+|simple\s+)?(?:put\s+together|put|stacked|appended|united|combined|placed|written|union(?:ed)?(?:\s+all)?)\b"
    r"(?!.*\b(?:where|only|without|except|whose|join|left\s+out|exclud\w*)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_LABELS = re.compile(r"\s*;\s*|(?<=\S)\.\s+")
_LABEL = re.compile(
    r"^(?:(?:from|of|for|in)\s+(?:the\s+|table\s+)*(?P<label>[\w.]+)\s*[,:]?\s+(?P<text>(?:take\s+|load\s+|keep\s+)?(?:only|just|no|leave\s+out|without)\b.+)"
    r")$|^(?:filters?(?:\s+(?:for|on|of))?\s+|for\s+)?(?P<name>[\w. -]{2,40}?)\s*:\s*(?P<said>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_PLACE = re.compile(
    r"^(?P<text>.+\))\s+(?:in|of|from|on)\s+(?:the\s+|table\s+)*(?P<table>[\w.]+)$", re.IGNORECASE | re.DOTALL
)
_NAME = re.compile(r"[A-Za-z_]\w*")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_BEGINS = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)


@dataclass(frozen=True)
class _Part:
    name: str
    table: SourceTable
    words: frozenset[str]
    """Words of its table and of its own name that no other part has."""
    columns: frozenset[str]
    """Names of its columns that no other part has."""


def without_union_remarks(target: TargetMapping) -> TargetMapping:
    """The target without notes that only say once more that its parts are put one below the other."""
    if len({s.section for s in target.steps if s.section and s.kind in _BEGINS}) < 2:
        return target
    steps = tuple(s for s in target.steps if s.kind is not StepKind.NOTE or not _UNITED.match(s.condition))
    return target if len(steps) == len(target.steps) else replace(target, steps=steps)


def without_starts_of_parts(target: TargetMapping) -> TargetMapping:
    """The target without tables that texts start from of their own, where these begin parts of its union already."""
    starts = [s for s in target.steps if s.section and s.kind in _BEGINS and s.table]
    tables = {squashed(bare(s.table)) for s in starts}
    if len({s.section for s in starts}) < 2:
        return target
    steps = tuple(
        s
        for s in target.steps
        if s.section or s.kind is not StepKind.DRIVING or squashed(bare(s.table)) not in tables
    )
    return target if len(steps) == len(target.steps) else replace(target, steps=steps)


def with_filters_of_parts(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with each filter that is of some parts of its union alone in the sections of those.

    Args:
        target: its notes are steps already.
        schema: the tables.
    """
    parts = _parts(target, schema)
    if len(parts) < 2:
        return target
    steps = [each for step in target.steps for each in _told(step, parts)]
    return replace(target, steps=tuple(steps))


def _parts(target: TargetMapping, schema: Schema) -> list[_Part]:
    found: dict[str, tuple[SourceTable, set[str], set[str]]] = {}
    for step in target.steps:
        table = find_table(schema, step.table) if step.section and step.kind in _BEGINS else None
        if table is not None and step.section not in found:
            said = {singular(w) for name in (table.name, step.section) for w in words(name)}
            found[step.section] = (table, said, {c.name.casefold() for c in table.columns})
    made = []
    for name, (table, said, columns) in found.items():
        others = [each for key, each in found.items() if key != name]
        own = said.difference(*(each[1] for each in others))
        alone = columns.difference(*(each[2] for each in others))
        made.append(_Part(name, table, frozenset(own), frozenset(alone)))
    return made


def _told(step: Step, parts: Sequence[_Part]) -> Iterator[Step]:
    if step.kind is StepKind.NOTE and not step.section and _labelled(step.condition, parts):
        step = replace(step, kind=StepKind.FILTER)
    if step.kind is not StepKind.FILTER or step.section:
        yield step
        return
    about = [p for p in parts if step.table and squashed(p.table.name) == squashed(bare(step.table))]
    if len(about) == 1:
        yield replace(step, section=about[0].name, table="")
        return
    labelled = _all_labelled(step.condition, parts)
    if labelled:
        yield from (replace(step, section=part.name, condition=text) for part, text in labelled)
        return
    way, what = way_of(step.condition)
    pieces = _pieces(what, parts) if way is not None else []
    if pieces:
        lead = "leave out" if way is Way.LEAVE else "only"
        for part, text in pieces:
            yield replace(step, section=part.name, condition=f"{lead} {_without_place(text, part)}")
        return
    names = {name.casefold() for name in _NAME.findall(_QUOTED.sub(" ", step.condition))}
    own = [part for part in parts if names & part.columns]
    if len(own) == 1:
        yield replace(step, section=own[0].name, condition=_without_place(step.condition, own[0]))
    else:
        yield step


def _all_labelled(text: str, parts: Sequence[_Part]) -> list[tuple[_Part, str]]:
    """What a text says under the label of each part, sentences without one to that before; empty where it begins so."""
    found: list[tuple[_Part, str]] = []
    for sentence in _LABELS.split(_WHERE.sub("", text)):
        labelled = _labelled(sentence, parts)
        if labelled is not None:
            found.append(labelled)
        elif not sentence.strip():
            continue
        elif not found:
            return []
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]}. {sentence.strip()}")
    return found


_WHERE = re.compile(r"^\s*where\s+(?=[\w. -]{2,40}?\s*:\s)", re.IGNORECASE)


def _labelled(text: str, parts: Sequence[_Part]) -> tuple[_Part, str] | None:
    """The part a text begins with the name of, and what it says: ``from waybills only those that …``."""
    match = _LABEL.match(text.strip())
    if match is None:
        return None
    label = match["label"] or match["name"]
    named = {singular(w) for w in words(label)}
    own = [p for p in parts if squashed(label) in (squashed(p.name), squashed(p.table.name))]
    own = own or [p for p in parts if named and named <= p.words]
    return (own[0], (match["text"] or match["said"]).strip(" ;")) if len(own) == 1 else None


def _pieces(text: str, parts: Sequence[_Part]) -> list[tuple[_Part, str]]:
    """What is said of each part; empty where the text does not begin with the rows of one."""
    found: list[tuple[_Part, str]] = []
    for piece in _cut(text):
        part = _part_of(piece.strip(), parts)
        if part is not None:
            found.append((part, piece.strip(" ,;")))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}{piece}")
        else:
            return []
    return [(part, _without_joint(said)) for part, said in found]


def _without_place(text: str, part: _Part) -> str:
    """The text without the part's table behind its condition: ``void receipts (void = 'Y') in pos_sales``."""
    match = _PLACE.match(text)
    named = match is not None and squashed(match["table"]) in (squashed(part.table.name), squashed(part.name))
    return match["text"] if match is not None and named else text


def _cut(text: str) -> list[str]:
    """The text before each place where something new may begin; put together again it is the whole."""
    places = [cut for cut in _NEXT.finditer(text) if not inside(text, cut.start())]
    starts = [0, *(cut.start() for cut in places)]
    ends = [*(cut.start() for cut in places), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _without_joint(text: str) -> str:
    joint = _NEXT.match(text)
    return text[joint.end() :] if joint is not None else text


def _part_of(piece: str, parts: Sequence[_Part]) -> _Part | None:
    """The part whose rows a piece begins with."""
    head = _HEAD.match(_without_joint(piece))
    said = {singular(w) for w in words(head["head"])} if head is not None else set()
    own = [part for part in parts if said & part.words]
    return own[0] if len(own) == 1 else None
