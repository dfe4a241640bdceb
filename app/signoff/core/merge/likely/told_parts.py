"""Tables put one below the other in running text, each with what its sentences say of its rows.

``Money in and out under each other. First part: payments where state = 'ok'. Second part: refunds with a refunded_on.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.likely.cues import LEAVES, ONLY
from signoff.core.merge.likely.stacked import STACKED, named_at, stacked_pieces
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words

_SENTENCE = re.compile(r"(?<=[\w)'\"])[.;]\s+|\n+")
_PLACES = ("first", "second", "third", "fourth")
_LEAD = re.compile(
    r"^\W*(?:(?:and\s+)?(?:the\s+)?(?:first|second|third|fourth|other)\s*(?:part|half|source|side|one)?\s*[:,-]\s*|from\s+|of\s+|for\s+)?"
    r"(?:the\s+)?(?:table\s+)?",
    re.IGNORECASE,
)
_MOST_HEAD = 40
_NUMBERED = re.compile(r"\(?1[.)]\s.*\(?2[.)]\s", re.DOTALL)
_JOINS = re.compile(r"(?:inner|left|right|full)\s+(?:outer\s+)?join\b", re.IGNORECASE)


def with_told_parts(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with a part for each table that a text puts one below the other; unchanged where none does.

    Args:
        target: its sources tell which tables stand beside one another.
        schema: the tables.
    """
    if any(s.kind in (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL) for s in target.steps):
        return target
    names = _beside_one_another(target, schema)
    note = next((s for s in target.steps if s.kind is StepKind.NOTE and STACKED.search(s.condition)), None)
    if note is None or len(names) < 2:
        return target
    whole = stacked_pieces(note.condition, names) if _NUMBERED.search(note.condition) else []
    told = (
        [part for piece in whole for part in _SENTENCE.split(piece) if part.strip()]
        if len(whole) > 1
        else [
            piece for s in _SENTENCE.split(note.condition) if s.strip() for piece in stacked_pieces(s, names)
        ]
    )
    parts = ["" if _only_stacks(sentence) else _part_of(sentence, names) for sentence in told]
    if len({part for part in parts if part}) < 2:
        return target
    steps = [replace(note, kind=StepKind.DRIVING, section=n, table=n, alias="", condition="") for n in names]
    for sentence, part in zip(told, parts, strict=True):
        if part:
            said = _rows_of(sentence, part)
            kind = StepKind.NOTE if _JOINS.match(said) else StepKind.FILTER
            steps += [replace(note, kind=kind, section=part, table="", condition=said)] if said else []
        elif STACKED.search(sentence) is None:
            steps.append(replace(note, condition=sentence.strip(" .")))
    rest = (s for s in target.steps if s is not note and not _only_lists(s, schema))
    return replace(target, steps=(*steps, *rest))


def _only_stacks(sentence: str) -> bool:
    """Whether a sentence says that tables are put together, and nothing of their rows."""
    limits = (LEAVES, ONLY, _COMPARES)
    return STACKED.search(sentence) is not None and not any(shape.search(sentence) for shape in limits)


_COMPARES = re.compile(r"[=<>]|\b(?:where|with|without|whose|that|which)\b", re.IGNORECASE)


def _only_lists(step: Step, schema: Schema) -> bool:
    """Whether a note only lists tables: which of them begin a part is told."""
    shape = r"(?:sources?|from|tables?)\s*:?\s+(?P<names>[\w.$,; +&]+)"
    listed = re.fullmatch(shape, step.condition.strip(), re.IGNORECASE)
    said = re.findall(r"[\w.$]+", listed["names"]) if listed is not None else []
    return step.kind is StepKind.NOTE and bool(said) and all(find_table(schema, name) for name in said)


def _beside_one_another(target: TargetMapping, schema: Schema) -> list[str]:
    """The tables that most columns with several sources take one source from each of."""
    counted: dict[tuple[str, ...], int] = {}
    for column in target.columns:
        tables = [
            t.name for ref in column.sources if ref.table and (t := find_table(schema, ref.table)) is not None
        ]
        once = tuple(dict.fromkeys(tables))
        if len(once) > 1:
            counted[once] = counted.get(once, 0) + 1
    best = max(counted, key=lambda names: counted[names], default=())
    return list(best) if best and counted[best] > 1 else []


def _part_of(sentence: str, names: Sequence[str]) -> str:
    """The part a sentence begins to speak of: by its table, a word of it, or its place; empty for none."""
    head = sentence[:_MOST_HEAD]
    said = {singular(word) for word in words(head)}
    exact = [n for n in names if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", head, re.IGNORECASE)]
    if len(exact) == 1:
        return exact[0]
    place = next((n for n, word in enumerate(_PLACES) if word in said), -1)
    if 0 <= place < len(names) and re.search(r"\b(?:part|half|source|side)\b", head, re.IGNORECASE):
        return names[place]
    lead = re.match(r"^\W*(?:of|from|among)\s+(?:the\s+)?(?P<noun>\w+)\b", sentence)
    meant = [n for n in names if lead is not None and named_at(lead["noun"], n, names)]
    if len(meant) == 1:
        return meant[0]
    label = re.match(r"^\W*(?P<label>[\w ]{2,20}?)\s*:\s", sentence)
    called = {singular(word) for word in words(label["label"])} if label is not None else set[str]()
    own = [n for n in names if called & {singular(word) for word in words(n)}]
    return own[0] if len(own) == 1 else ""


def _rows_of(sentence: str, name: str) -> str:
    """What a sentence says of the rows of its part, without what names the part."""
    bare = re.sub(
        rf"^.{{0,{_MOST_HEAD}}}?(?<!\w){re.escape(name)}(?!\w)\s*,?\s*", "", sentence, flags=re.I | re.S
    )
    bare = re.sub(r"^\W*[\w ]{2,20}?\s*:\s+", "", bare) if bare == sentence else bare
    return _LEAD.sub("", bare).strip(" .,")
