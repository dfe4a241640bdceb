"""Texts of steps with their choices of one row of several as filters of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.assumed import Assumed
from signoff.core.merge.chosen.grain import grain_of
from signoff.core.merge.chosen.sentences import Choice, choice_in, cleaned
from signoff.core.merge.everyday.said import world_of
from signoff.core.merge.likely.marked import marked_over
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.scoping import relation_columns

THEN_FILTER = "then filter"
"""A note behind a choice: it comes before everything else that is done."""
_FEWEST_ORDERS = 2
_LABEL = re.compile(r"^[A-Z][\w-]*(?:\s[\w-]+){0,2}:\s+")
_NUMBER = re.compile(
    r"^\s*(?:\(?\d\)|\d\.|step\s+\d\s*:?|(?:first|second|third|then|next)\s*[,:])\s*", re.IGNORECASE
)
_NEXT_NUMBER = re.compile(r"(?<=[.;,])\s+(?=\(\d\)\s)")
_ANNOUNCES = re.compile(
    r"^(?:(?:this|it)\s+(?:is\s+)?(?:done\s+)?)?(?:in\s+)?(?:two|three|2|3)\s+(?:steps?|passes|stages?)(?:\s+in\s+this\s+order)?$",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"^(?:the\s+)?[\w ]+?\s(?:has|have|holds?|contains?|keeps?|delivers?|sends?)\s+"
    r"(?:several|many|multiple|more\s+than\s+one)\s+"
    r"(?:rows?|lines?|records?|entry|entries|versions?|copies|states?)\s+(?:of|per|for)\s+"
    r"(?:an?|the(?:\s+same)?|each|every|one)\s+[\w ]+$"
    r"|^(?:the\s+|an?\s+|this\s+|each\s+|every\s+)?[\w ]+?\s(?:has|have|holds?|contains?|keeps?|writes?|gets?)\s+"
    r"(?:an?|one|several|many|its\s+own|a\s+new)\s+"
    r"(?:own\s+|new\s+|separate\s+)?(?:rows?|lines?|records?|entry|entries|versions?)\s+"
    r"(?:per|for\s+(?:each|every))\s+[\w ]+$",
    re.IGNORECASE,
)
"""Tells why one thing has several rows."""
_TIED = re.compile(r"^(?:if|when|with|in\s+case|on\s+a|ties?|same|then|should|at|for|where)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:do|apply|run)\s+(?:this|it|that)\s+(?:first|beforehand|before\s+(?:anything|everything)(?:\s+else)?|up\s+front|at\s+the\s+very\s+start)(?:\s+below)?$"
    r"|^(?:this|it|that)\s+(?:comes|is\s+done|happens|has\s+to\s+be\s+done)\s+(?:first|beforehand|up\s+front)(?:\s+of\s+all)?$",
    re.IGNORECASE,
)
_CLEANED_MISSING = re.compile(
    r"^(?:(?:please\s+|we\s+)?(?:leave\s+out|skip|drop|exclude|ignore|remove|omit)\s+)(?:all\s+|the\s+|any\s+)*\w+\s+(?:whose|where|with)\s+(?:the\s+|an?\s+)?(?P<a>‹c\d+›)\s+(?:that\s+)?(?:is|are|comes\s+out|becomes)\s+"
    r"(?:null|empty|missing|blank)\s+(?:once|after|when|as\s+soon\s+as)\s+(?:it\s+is\s+|they\s+are\s+|being\s+)?(?:cleaned|cleaning|trimmed|trimming|cleaned\s+up)$"
    r"|^\w+\s+(?:whose|where)\s+(?:the\s+)?(?P<b>‹c\d+›)\s+(?:is|comes\s+out|becomes)\s+(?:null|empty|missing|blank)\s+(?:once|after|when)\s+(?:it\s+is\s+)?(?:cleaned|cleaning|trimmed|trimming)\s*,?\s+"
    r"(?:are|is|get)?\s*(?:left\s+out|skipped|dropped|excluded|ignored|removed|not\s+loaded)$",
    re.IGNORECASE,
)


def with_told_choices(target: TargetMapping, schema: Schema) -> tuple[TargetMapping, list[Assumed]]:
    """The target with filters for texts that choose one row of several, and what they assume.

    Args:
        target: its steps.
        schema: the tables.
    """
    driving, alias = _driving(target, schema)
    if driving is None:
        return target, []
    columns = relation_columns(Relation(driving.name, alias, JoinKind.DRIVING), schema)
    grouped = any(s.kind is StepKind.GROUP_BY for s in target.steps)
    grain = grain_of(target, columns)
    steps: list[Step] = []
    assumed: list[Assumed] = []
    for step in target.steps:
        told = _Told(step, columns, grouped, grain).read() if _may_choose(step) else None
        steps += told.steps if told is not None else [step]
        assumed += told.assumed if told is not None else []
    return (replace(target, steps=tuple(steps)), assumed) if tuple(steps) != target.steps else (target, [])


def _driving(target: TargetMapping, schema: Schema) -> tuple[SourceTable | None, str]:
    """The one table that the target starts from, and its alias."""
    starts = [s for s in target.steps if s.kind in (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)]
    world = world_of(target, schema) if len(starts) < 2 and target.sections == ("",) else None
    if world is None:
        return None, ""
    return world.driving, (starts[0].alias if starts else "") or world.driving.name


def _may_choose(step: Step) -> bool:
    return step.kind in (StepKind.NOTE, StepKind.FILTER) and not step.section and not step.table


@dataclass
class _Steps:
    steps: list[Step]
    assumed: list[Assumed]


class _Told:
    """The sentences of one step, with what each becomes."""

    def __init__(
        self, step: Step, columns: Sequence[ScopeColumn], grouped: bool, grain: Sequence[str] = ()
    ) -> None:
        self._step, self._columns, self._grouped, self._grain = step, columns, grouped, grain
        self._made: list[Step] = []
        self._choices: list[Choice] = []
        self._assumed: list[Assumed] = []
        self._first = False

    def read(self) -> _Steps | None:
        """The steps in place of this one; None where it stays as it is."""
        left: list[str] = []
        sentences = self._with_ties(list(_sentences(self._step.condition)))
        for place, sentence in enumerate(sentences):
            if not self._takes(sentence, sentences[place + 1 :]):
                left += [sentence]
        if not self._choices and not self._assumed:
            return None
        if self._choices and not self._is_more_than_one_order():
            return None
        return _Steps([*self._rest(left), *self._made, *self._chosen()], self._assumed)

    def _with_ties(self, sentences: Sequence[str]) -> list[str]:
        """The sentences, one that only tells what decides between equal rows together with the one before it."""
        found: list[str] = []
        for sentence in sentences:
            both = f"{found[-1]}; {sentence}" if found and _TIED.match(sentence) else ""
            if both and self._choice(found[-1]) is not None and self._choice(both) is not None:
                found[-1] = both
            else:
                found.append(sentence)
        return found

    def _is_more_than_one_order(self) -> bool:
        """Whether there is more to the choice than one order, which other readers know."""
        ordered = any(len(c.order) >= _FEWEST_ORDERS or c.assumed for c in self._choices)
        return ordered or len(self._choices) > 1 or self._first

    def _rest(self, left: Sequence[str]) -> Iterator[Step]:
        if left:
            yield replace(self._step, condition=". ".join(left))

    def _chosen(self) -> Iterator[Step]:
        """A filter for each choice; behind it a note where something comes after it."""
        within = self._first or self._grouped or len(self._choices) > 1
        for choice in self._choices:
            yield replace(self._step, kind=StepKind.FILTER, condition=choice.sql)
            if within:
                yield replace(self._step, kind=StepKind.NOTE, condition=THEN_FILTER)

    def _takes(self, sentence: str, behind: Sequence[str]) -> bool:
        said = marked_over(sentence, self._columns)
        missing = _CLEANED_MISSING.match(said.text.strip(" .;"))
        if missing is not None:
            column = said.columns[int((missing["a"] or missing["b"])[2:-1])]
            sql = f"{cleaned(column)} is not null"
            self._made.append(replace(self._step, kind=StepKind.FILTER, condition=sql))
            self._assumed.append(Assumed(sql, self._step.cell))
            return True
        if _ANNOUNCES.match(sentence) or (self._choices and _BEFORE.match(sentence)):
            self._first = self._first or _BEFORE.match(sentence) is not None
            return True
        if _EXPLAINS.match(sentence) and any(self._choice(each) for each in behind[:1]):
            return True
        choice = self._choice(sentence)
        if choice is None:
            return False
        self._choices.append(choice)
        self._assumed += [Assumed(choice.sql, self._step.cell)] if choice.assumed else []
        return True

    def _choice(self, sentence: str) -> Choice | None:
        """The choice of a sentence that names its keys; one that only orders goes on with the choice before it."""
        bare = _NUMBER.sub("", _LABEL.sub("", sentence))
        found = choice_in(bare, self._columns)
        if found is None or found.keys:
            return found
        explained = any(_EXPLAINS.match(each) for each in _sentences(self._step.condition))
        by_grain = (
            explained and bool(self._grain) and not any(o.split(" ")[0] in self._grain for o in found.order)
        )
        return replace(found, keys=tuple(self._grain), assumed=True) if by_grain else None


def _sentences(text: str) -> Iterator[str]:
    for sentence in sentences_of(text):
        yield from (piece.strip(" .;") for piece in _NEXT_NUMBER.split(sentence))
