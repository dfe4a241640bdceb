"""Sentences on rows that differ from the version of the document that existing SQL was made from.

What the new version says and the old one did not is asked now, whatever words it has; what it says no more is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.mandates import Since
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind, TargetMapping
from signoff.core.merge.changed_rows import Way, changed_rows, sentences_of
from signoff.core.parse.conditions_now import conditions_now

_LABELLED = re.compile(
    r"^(?P<label>(?:row\s+)?(?:filters?|where|selection|conditions?|criteria|scope|restrictions?|rows?"
    r"|population))\s*:\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LEAST = 0.5
"""Share of a sentence's words that one in its place has too."""


@dataclass(frozen=True)
class _Said:
    """One sentence of one version."""

    text: str
    cell: Cell | None = None

    @property
    def letters(self) -> str:
        """To compare it by."""
        return " ".join(re.findall(r"\w+|[<>=!]+", self.text.casefold()))

    def is_like(self, other: _Said) -> bool:
        """Whether it may stand in the place of another one."""
        own, its = set(self.letters.split()), set(other.letters.split())
        return len(own & its) >= _LEAST * min(len(own), len(its))


@dataclass
class SinceTexts:
    """What differs, as steps that ask for it now, and what is to be told."""

    asked: list[Step] = field(default_factory=list)
    """Notes and conditions that the new version has."""
    gone: list[_Said] = field(default_factory=list)
    """Sentences that it has no more, and nothing in their place."""


def since_texts(target: TargetMapping, since: Since) -> SinceTexts:
    """The sentences on rows in which two versions differ.

    Args:
        target: as the new version has it.
        since: the old version.
    """
    old, new = list(_said(since.target)), list(_said(target))
    before, now = {said.letters for said in old}, {said.letters for said in new}
    gone = [said for said in old if said.letters not in now]
    come = [said for said in new if said.letters not in before]
    found = SinceTexts()
    name = target.name
    for said in come:
        was = next((each for each in gone if _label(each) and _label(each) == _label(said)), None)
        parts = list(conditions_now(_bare(was), _bare(said))) if was is not None else []
        if was is not None and parts:
            gone.remove(was)
            kind = StepKind.FILTER
            found.asked += [Step(name, 0, kind, condition=t, cell=said.cell, state=w) for t, w in parts if w]
        else:
            found.asked.append(Step(name, 0, StepKind.NOTE, condition=said.text, cell=said.cell, state="now"))
    found.gone = [said for said in gone if not any(said.is_like(each) for each in come)]
    return found


def told_since(
    target: TargetMapping, open_texts: Sequence[tuple[str, Cell | None]], gone: Sequence[_Said], since: Since
) -> Iterator[Finding]:
    """A remark on each sentence that came and was not followed, or that is gone."""
    nothing: str = say("mandate.since_nothing")
    pairs: list[tuple[str, str, Cell | None]] = [(nothing, text, cell) for text, cell in open_texts]
    pairs += [(said.text, nothing, target.cell) for said in gone]
    for old, new, cell in dict.fromkeys(pairs):
        told = say("mandate.since_field", field=say("delta.field_step"), old=old, new=new)
        message = say("mandate.since_step", document=since.document, change=told)
        yield Finding("D250", Severity.WARNING, message, cell, target.name)


def asking_only(target: TargetMapping, steps: Sequence[Step], keep: Callable[[Step], bool]) -> TargetMapping:
    """The target with these steps in the place of its own sentences and filters."""
    return replace(target, steps=tuple(step for step in steps if keep(step)), description="")


def _said(target: TargetMapping) -> Iterator[_Said]:
    """The sentences of a target's notes and description that are about rows."""
    notes = [(s.condition, s.cell) for s in target.steps if s.kind is StepKind.NOTE]
    for text, cell in (*notes, (target.description, target.cell)):
        if text.startswith("sources: "):
            continue
        for sentence in sentences_of(text):
            is_note = text != target.description
            if is_note or any(said.way not in (Way.OPEN, Way.STAY) for said in changed_rows(sentence)):
                yield _Said(sentence, cell)


def _label(said: _Said) -> str:
    told = _LABELLED.match(said.text)
    return told["label"].casefold() if told is not None else ""


def _bare(said: _Said) -> str:
    told = _LABELLED.match(said.text)
    return told["text"] if told is not None else said.text
