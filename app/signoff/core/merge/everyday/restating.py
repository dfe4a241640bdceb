"""Notes whose everyday sentences are put into the words that the readers of rows follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.everyday.compounds import clauses_of
from signoff.core.merge.everyday.filters import filter_of
from signoff.core.merge.everyday.joins import join_cell_of, with_joins
from signoff.core.merge.everyday.outcomes import outcome_of
from signoff.core.merge.everyday.picks import chooses, pick_of
from signoff.core.merge.everyday.said import World, said_in, world_of

_LIMIT = re.compile(
    r"\s*,?\s+(?=(?:unless|if|except|but|provided|only|on|when|while|until|as\s+long|for|in)\b)",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(
    r"\b(?:left|inner|right|full)(?:\s+outer)?\s+join\s+[\w.]+(?:\s+(?:as\s+)?\w+)?\s+on\s+[\w.]+\s*=\s*[\w.]+",
    re.IGNORECASE,
)
"""A join as SQL says it, which is read as it stands."""
_WHERE = re.compile(r"^\s*where\s+", re.IGNORECASE)
_JOINS = re.compile(r"\bjoin|\bunion|^\s*select", re.IGNORECASE)
_KEEPS_EMPTY = re.compile(
    r"\b(?:no|empty|missing|without|blank)\b.*\b(?:stays?|kept|keep|fine|remain)\b", re.IGNORECASE
)
"""A sentence behind the choice of a row that says which rows are spared it."""
_SENTENCE = re.compile(
    r"(?<=[\w)'\"])(?<!\bi\.e)(?<!\be\.g)(?<!\bexcl)(?<!\bincl)(?P<stop>[.;!])(?=\s|$)|(?P<line>\n+)"
)


def with_everyday_texts(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose notes say in canonical words what everyday sentences say; others stand as they are."""
    notes = [step for step in target.steps if step.kind is StepKind.NOTE]
    in_cells = any(column.join for column in target.columns)
    world = world_of(target, schema) if notes or in_cells else None
    if world is None:
        return target
    texts = {id(step): list(_sentences(step.condition or step.table)) for step in notes}
    for told in texts.values():
        for place, sentence in enumerate(told):
            both = _together(sentence, told[place + 1], world) if place + 1 < len(told) else None
            if both is not None:
                told[place], told[place + 1] = both, "" if both != sentence else told[place + 1]
            elif sentence and told[place] == sentence:
                told[place] = _canonical(sentence, world)
    with_joins([told for told in texts.values() if not any(map(_EXPLICIT.search, told))], world)
    steps = [_restated(step, texts[id(step)]) if id(step) in texts else step for step in target.steps]
    columns = [
        replace(column, join=_join_cell(column.join, world)) if column.join else column
        for column in target.columns
    ]
    return replace(target, steps=tuple(steps), columns=tuple(columns))


def _canonical(sentence: str, world: World) -> str:
    return pick_of(sentence, world) or clauses_of(sentence, world) or filter_of(sentence, world) or sentence


def _join_cell(text: str, world: World) -> str:
    """A cell of joins whose further lines hold filters: each sentence of those a filter of its own, or as it stands."""
    first, *lines = text.split("\n")
    said = [join_cell_of(first, world) or first]
    for line in lines:
        sentences = list(_sentences(_WHERE.sub("", line)))
        told = [filter_of(sentence, world) for sentence in sentences]
        if not any(told) or any(t is None and _JOINS.search(s) for s, t in zip(sentences, told, strict=True)):
            said.append(line)
            continue
        said += [t or f"only rows where {s}" for s, t in zip(sentences, told, strict=True)]
    return "\n".join(said)


def tells_with_a_limit(text: str, world: World) -> bool:
    """Whether a text that nothing follows from would say which rows stay but for a limit behind: ``… if approved``."""
    heads = (text, *(text[: cut.start()] for cut in _LIMIT.finditer(text)))
    said = [head for head in heads if head.strip()]
    told = any(filter_of(head, world) or pick_of(head, world) for head in said)
    return told or any(chooses(head, world) or outcome_of(said_in(head, world).text) for head in said[1:])


def _together(sentence: str, following: str, world: World) -> str | None:
    """What two sentences say together that the second alone does not say: which row of several, what of empty ones."""
    both = f"{sentence}; {following}"
    if _KEEPS_EMPTY.search(following) and pick_of(sentence, world):
        return sentence
    if pick_of(following, world) or filter_of(following, world):
        return None
    return (pick_of(both, world) if pick_of(sentence, world) is None else None) or filter_of(both, world)


def _restated(step: Step, told: list[str]) -> Step:
    if told == list(_sentences(step.condition or step.table)):
        return step
    said = ". ".join(sentence for sentence in told if sentence)
    return replace(step, condition=said, table="") if said else step


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without what ends them."""
    start = 0
    for end in _SENTENCE.finditer(text):
        yield text[start : end.start()].strip()
        start = end.end()
    if text[start:].strip():
        yield text[start:].strip()
