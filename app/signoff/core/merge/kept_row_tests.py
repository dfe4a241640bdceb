"""Conditions on the one row that stays of several: ``leave out deleted patients (status 4 in that row)``.

Such a condition is looked at once one row of each key is chosen: a key whose row it leaves out has no other.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.findings import Severity
from signoff.core.domain.plan import Condition
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.rowfilters import certain, row_conditions
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.sqlparts import has_window

_ROW = r"(?:row|record|line|entry|version|one|delivery)"
_KEPT = r"(?:latest|last|newest|first|chosen|kept|remaining|surviving|same|current|most\s+recent)"
_THAT = rf"(?:(?:(?:that|this)(?:\s+{_KEPT})?|the\s+{_KEPT})\s+{_ROW})"
_OF_THAT_ROW = re.compile(
    rf"\s+(?:in|of|on|at|by)\s+{_THAT}(?=\s*(?:\)|,|$)|\s+(?:is|are|has|have)\b)", re.IGNORECASE
)
_WHERE_THAT_ROW = re.compile(
    rf"\b(?:if|when|where|whose)\s+(?:the\s+)?{_THAT}\s+(?:is|has|was|says|shows)\s+", re.IGNORECASE
)
_JUDGED_BY = re.compile(
    rf"\s*[,;(]?\s*\b(?:judged|decided|measured|looked\s+at|checked|tested|as\s+seen|going)\s+(?:by|on|at|in|against)\s+"
    rf"(?:{_THAT}|(?:the|that)\s+{_ROW}\s+(?:(?:that|which)\s+(?:is|was|stays?)\s*)?(?:used|kept|taken|chosen|loaded|left|in\s+use|remains))\)?(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
_IF_IT = re.compile(
    rf"^(?:and\s+|but\s+)?(?:if|when|where)\s+(?:it|{_THAT})\s+(?:is|was|has\s+been|has|had)\s+(?P<cond>[^,]+?)\s*,?\s+(?:then\s+)?"
    r"(?:(?:the|that|this|a)\s+[\w-]+|nothing|it|no\s+row)\s+(?:is|gets|will\s+be|stays|comes)\s+"
    r"(?:(?:not\s+)?(?:loaded|taken|migrated|kept|included|brought\s+over)|left\s+out|dropped|skipped|excluded|ignored|out)"
    r"(?:\s+(?:at\s+all|altogether|entirely|completely))?$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\((?P<cond>[^()]+)\)$")
_PICKS = re.compile(
    r"\b(?:one|1|a\s+single)\s+(?:row|record|line|entry)\s+(?:per|for)\b|"
    r"\b(?:take|takes|keep|keeps|use|only|just|counts?|wins?|stays?|applies|used|taken|kept|loaded)\b|\bper\s+\w+_\w+",
    re.IGNORECASE,
)
"""Words of a note that says which of several rows counts."""


_OF_SEVERAL = re.compile(
    r"\b(?:latest|newest|youngest|most\s+recent|earliest|oldest|first|last|highest|higher|lowest|lower|later|newer|older|maximum|minimum)\b",
    re.IGNORECASE,
)


def of_kept_row(text: str) -> str:
    """A clause on the row that stays, in words for any row; empty where it speaks of no such row."""
    plain = " ".join(text.split()).strip(" .;")
    told = _IF_IT.match(plain)
    if told is not None:
        negated = re.search(
            r"\bnot\b|\bout\b|drop|skip|exclud|ignor|nothing|no\s+row",
            plain[told.end("cond") :],
            re.IGNORECASE,
        )
        bracket = _BRACKET.search(told["cond"])
        said = bracket["cond"] if bracket is not None else told["cond"]
        return f"leave out rows where {said}" if negated else ""
    bare = _OF_THAT_ROW.sub("", _WHERE_THAT_ROW.sub("where it is ", _JUDGED_BY.sub("", plain)))
    return bare if bare != plain else ""


def add_kept_row_test(draft: SectionDraft, step: Step) -> bool:
    """Put a condition on the row that stays behind the choice of it; False where a text speaks of no such row."""
    said = of_kept_row(step.condition)
    if not said or not draft.relations:
        return False
    found = row_conditions(said, draft.relations[:1], draft.schema, certain(draft.resolve), step.cell)
    if not found:
        return False
    draft.qualify.extend(replace(each, text=step.condition) for each in found)
    return True


def settle_kept_rows(draft: SectionDraft) -> None:
    """Ask about conditions on a row that nothing chooses, and about notes that choose one and nobody followed."""
    behind = [each for each in draft.qualify if not has_window(each.sql)]
    if behind and len(behind) == len(draft.qualify):
        draft.qualify[:] = []
        for each in behind:
            _ask(draft, each)
    if any(has_window(each.sql) for each in draft.qualify) or draft.group_by or draft.distinct:
        return
    told = [r.told for r in draft.relations] + [r.on.text for r in draft.relations if r.on is not None]
    for note in list(draft.notes):
        names = re.findall(r"\b[A-Za-z]\w*_\w+\b", note.text)
        if not (names and _OF_SEVERAL.search(note.text) and _PICKS.search(note.text)):
            continue
        if any(note.text in text or text in note.text for text in told if len(text.split()) > 3):
            continue
        if all(u.text != note.text for u in draft.unresolved) and not _is_told(draft, note):
            _ask(draft, note)


def _is_told(draft: SectionDraft, note: Condition) -> bool:
    return any(f.code == "D206" and f.cell == note.cell for f in draft.findings)


def _ask(draft: SectionDraft, condition: Condition) -> None:
    draft.unresolved.append(Condition(condition.text, cell=condition.cell))
    step = Step(draft.target.name, 0, StepKind.FILTER, condition=condition.text, cell=condition.cell)
    draft.report("D206", say("merge.filter_not_understood"), step, Severity.ERROR)
