"""The parts of a union as the whole of a text tells them: what it says under the name of each, and of all of them.

``Shop feed: keep the latest copy per order_id. Legacy feed: take everything that has a ref. In both, orders without a
customer go out``. A part is called by words of its table, or by what stands before its table's name in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.findings import Finding
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind, Plan, SectionPlan
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.clauses import inside
from signoff.core.merge.part_names import called_in, part_words
from signoff.core.merge.whole.reading import read_whole
from signoff.core.merge.whole.told import Whole

_STARTS = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)
_OPEN = frozenset(["D206", "D215", "D204"])
_SENTENCE = re.compile(r"(?<=[\w)'\"])[.](?=\s|$)\s*|\n+")
_LABEL = re.compile(
    r"^\W*(?:(?:in|for|from|of)\s+)?(?:the\s+)?(?P<who>[A-Za-z][\w -]{0,40}?)\s*"
    r"(?::|,(?=\s+(?:only|just|take|keep|leave|drop|skip|ignore|load)\b))\s*(?P<said>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_ALL = re.compile(
    r"^\W*(?:in|for|from|of|on)\s+(?:both|all|each|every|either|any)(?:\s+of\s+(?:them|the(?:se)?(?:\s+\w+)?))?"
    r"(?:\s+(?:the\s+)?(?:two\s+|three\s+)?(?:feeds?|parts?|sources?|systems?|sides?|tables?|files?|streams?|branches|halves|cases|of\s+them))?\s*[,:]?\s+(?P<said>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_ASIDE = re.compile(
    r"\s*\(\s*(?:for|in|of)\s+(?:the\s+)?(?P<who>[\w -]{2,40}?)\s*[:,]\s*(?P<said>[^()]+)\)", re.IGNORECASE
)
_GRAIN = re.compile(
    r"^\W*(?:(?:grain|granularity)\s*[:=]?\s*)?(?:one|1|a)\s+(?:row|line|record)\s+"
    r"(?:per|for\s+(?:each|every))\s+[\w ]+$",
    re.IGNORECASE,
)
_STACKS = re.compile(
    r"\b(?:stack\w*|union\w*|append\w*|(?:under|below|on\s+top\s+of)\s+(?:each\s+other|one\s+another))\b"
    r"|\b(?:never|do\s+not|don['’]t)\s+overlap\b|\bno\s+overlap\b|\bdisjoint\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:only|just|where|without|except|unless|whose|left\s+out|exclud\w*|latest|newest|drop\w*|skip\w*)\b|[=<>]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Part:
    table: str
    called: frozenset[str]
    """Words that call it and no other part."""


def with_parts_told(plan: Plan, target: TargetMapping, schema: Schema) -> Plan:
    """The plan of a union whose parts are open, with what its texts tell of the rows of each; else unchanged.

    Args:
        plan: what other readers made of the target.
        target: as the document has it.
        schema: all tables that it may read.
    """
    notes = [s for s in target.steps if s.kind is StepKind.NOTE and s.condition and not s.section]
    if not notes or not _may(plan, target):
        return plan
    parts = _parts([s.relations[0].table for s in plan.sections], notes)
    texts = _texts(notes, parts)
    if texts is None:
        return plan
    read = [_read(text, part, notes[0], schema) for text, part in zip(texts, parts, strict=True)]
    if any(each is None or each.unread for each in read):
        return plan
    told = [each for each in read if each is not None]
    if not any(each.filters or each.qualify for each in told):
        return plan
    sections = tuple(
        replace(
            section,
            filters=tuple(each.filters),
            qualify=tuple(each.qualify),
            unresolved=(),
        )
        for section, each in zip(plan.sections, told, strict=True)
    )
    kept = [f for f in plan.findings if f.code not in _OPEN]
    return replace(plan, sections=sections, findings=(*kept, *_assumed(told, notes[0], target)))


def _assumed(told: Sequence[Whole], note: Step, target: TargetMapping) -> Iterator[Finding]:
    said = dict.fromkeys(c.sql for each in told for c in (*each.filters, *each.qualify))
    yield from (assumed_filter(sql, note.cell, target.name) for sql in said)


def _may(plan: Plan, target: TargetMapping) -> bool:
    """Whether the parts read one table each, texts alone tell of their rows, and something of it is open."""
    plain = all(s.kind in (*_STARTS, StepKind.NOTE) for s in target.steps)
    alone = all(_is_alone(section) for section in plan.sections)
    tables = {squashed(s.relations[0].table) for s in plan.sections if s.relations}
    is_open = any(f.code == "D206" for f in plan.findings)
    return len(plan.sections) > 1 and plain and alone and len(tables) == len(plan.sections) and is_open


def _is_alone(section: SectionPlan) -> bool:
    relations = section.relations
    one = len(relations) == 1 and relations[0].join is JoinKind.DRIVING and not relations[0].subquery
    return one and not section.group_by and not section.having and not section.left_out


def _parts(tables: Sequence[str], notes: Sequence[Step]) -> list[_Part]:
    said = called_in(notes, tables)
    return [_Part(table, own) for table, own in zip(tables, said, strict=True)]


def _texts(notes: Sequence[Step], parts: Sequence[_Part]) -> list[str] | None:
    """What is said of each part; None where a sentence is of none of them, and may limit rows."""
    told: list[list[str]] = [[] for _ in parts]
    for note in notes:
        about: list[int] = []
        for sentence in _sentences(note.condition):
            every = _ALL.match(sentence)
            label = _LABEL.match(sentence)
            number = _number(label["who"], parts) if label is not None else None
            if every is not None:
                about, sentence = list(range(len(parts))), every["said"]
            elif label is not None and number is not None:
                about, sentence = [number], label["said"]
            elif _only_stacks(sentence):
                continue
            elif not about:
                return None
            for place in about:
                text = _of_part(sentence, place, parts)
                if text is None:
                    return None
                told[place].append(text)
    return ["\n".join(each) for each in told] if any(told) else None


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for cut in _SENTENCE.finditer(text):
        if not inside(text, cut.start()):
            yield text[start : cut.start()].strip()
            start = cut.end()
    if text[start:].strip():
        yield text[start:].strip()


def _only_stacks(sentence: str) -> bool:
    """Whether a sentence only says what there is one row of, or that the parts are put one below the other."""
    return _GRAIN.match(sentence) is not None or (
        _STACKS.search(sentence) is not None and _LIMITS.search(sentence) is None
    )


def _of_part(sentence: str, place: int, parts: Sequence[_Part]) -> str | None:
    """A sentence on several parts as one of them has it: what an aside says of another one is left away."""
    unknown = False

    def told(match: re.Match[str]) -> str:
        nonlocal unknown
        number = _number(match["who"], parts)
        unknown = unknown or number is None
        return f" ({match['said'].strip()})" if number == place else ""

    text = _ASIDE.sub(told, sentence)
    return None if unknown else text


def _number(who: str, parts: Sequence[_Part]) -> int | None:
    """The place of the only part that a few words call."""
    said = part_words(who)
    whole = [n for n, part in enumerate(parts) if squashed(who) == squashed(part.table)]
    near = [n for n, part in enumerate(parts) if said and said <= part.called]
    found = whole or near
    return found[0] if len(found) == 1 else None


def _read(text: str, part: _Part, note: Step, schema: Schema) -> Whole | None:
    step = replace(note, condition=text)
    if not text:
        return Whole([])
    return read_whole([step], [part.table], [], schema, note.cell)
