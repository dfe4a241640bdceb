"""What a text on a join adds about rows without a partner: ``…: items whose order does not exist are dropped``.

It says once more how the table is joined, or says it for the first time; it is no part of the condition.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.clauses import inside
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words

_ROWS = r"(?:(?:all|an?|the|any|those|every|each|our)\s+)?(?:[a-z][\w'’-]*\s+){1,3}?"
_PARTNER = (
    r"(?:(?:without|with\s+no|of|for|with|that\s+have\s+no|which\s+have\s+no|having\s+no)\s+(?:(?:an?|any|one|"
    r"the|its|their|such|matching|corresponding|unknown|missing|deleted|known|existing)\s+)*(?P<noun>[\w.]+)"
    r"(?:\s+(?:row|record|entry))?"
    r"|whose\s+(?P<whose>[\w.]+)\s+(?:does\s+not|doesn['’]t|no\s+longer|did\s+not|is|was|were|has|cannot|can['’]t|"
    r"could\s+not)\s*(?:be\s+)?(?:exist\w*|not\s+(?:found|known|there|in\s+[\w.]+)|unknown|missing|deleted|been\s+deleted|"
    r"gone|found)"
    r"|(?:who|that|which)\s+(?:have\s+|has\s+)?never\s+[a-z]+"
    r"|(?:not|never)\s+found(?:\s+(?:there|in\s+[\w.]+))?"
    r"|(?:that|which)\s+(?:do\s+not|does\s+not|don['’]t|have\s+no)\s+(?:match|partner|hit|counterpart))"
)
_DROPPED = (
    r"(?:(?:(?:is|are|get|gets|will\s+be)\s+(?:thus\s+|therefore\s+|then\s+|all\s+)?(?:dropped|left\s+out|skipped|ignored|"
    r"excluded|removed|lost|out|gone|filtered\s+out|discarded|thrown\s+(?:away|out)|not\s+(?:loaded|migrated|"
    r"taken|kept|included|wanted|needed|shown|in(?:\s+here|\s+it|\s+the\s+table)?)))"
    r"|(?:(?:fall|drop|go)(?:es|s)?\s+(?:out|away))|disappears?|vanish(?:es)?"
    r"|(?:do|does)\s+not\s+(?:appear|show\s+up|count|come\s+along|get\s+in))(?:\s+(?:here|altogether|entirely))?"
)
_STAYS = (
    r"(?:(?:is|are|get|gets|will\s+be)\s+(?:still\s+|also\s+|all\s+)?(?:kept|loaded|taken|included|retained|in|"
    r"in\s+here|shown|wanted|migrated)|stays?(?:\s+in)?|remains?(?:\s+in)?|survives?|keeps?\s+(?:its|their)\s+rows?"
    r"|comes?\s+along)(?:\s+(?:too|as\s+well|here|with\s+(?:empty\s+(?:values?|columns?)|nulls?)|all\s+the\s+same|anyway))?"
)
_SEPARATOR = re.compile(
    r"\s*(?:[:;,–—]|\s-\s|\()\s*|\s+(?=(?:so|because|since|as|which\s+means|i\.?e\.?)\b)", re.IGNORECASE
)
_LEAD = (
    r"(?:(?:so(?:\s+that)?|and|but|which\s+means(?:\s+that)?|that\s+is|i\.?e\.?|meaning(?:\s+that)?|thus|hence"
    r"|therefore)\s*,?\s+)*"
)
_OUTCOMES = tuple(
    (kind, re.compile(rf"^{_LEAD}{shape}\)?$", re.IGNORECASE))
    for kind, verb, order in (
        (
            StepKind.INNER_JOIN,
            _DROPPED,
            r"(?:drop|drops|leave\s+out|leaves\s+out|skip|skips|remove|removes|exclude|excludes|ignore)",
        ),
        (StepKind.LEFT_JOIN, _STAYS, r"(?:keep|keeps|keeping|load|retain|retains)"),
    )
    for shape in (rf"{_ROWS}{_PARTNER}\s+{verb}", rf"{order}\s+{_ROWS}{_PARTNER}(?:\s+too|\s+as\s+well)?")
)
_KINDS = {"left": StepKind.LEFT_JOIN, "inner": StepKind.INNER_JOIN}
_FOLLOWS = re.compile(
    rf"^(?P<head>.+?)\s*[,;]?\s+(?:so(?:\s+that)?|which\s+means(?:\s+that)?|meaning(?:\s+that)?|thus|hence|therefore)\s*,?\s+"
    rf"(?:(?!\b(?:only|except|unless|if|when|where|other|latest|first|last)\b)[\w'’-]+\s+){{1,10}}?(?:(?P<dropped>{_DROPPED})|(?P<stays>{_STAYS}))$",
    re.IGNORECASE,
)
"""What follows from a kind that is told: ``inner join, so issues of forks and of unknown repositories drop out``."""
_ANYONE = frozenset(
    (
        "match",
        "partner",
        "hit",
        "counterpart",
        "row",
        "record",
        "entry",
        "one",
        "parent",
        "header",
        "any",
        "it",
    )
)
_REASON = re.compile(
    r"^(?:because|since|as)\s+(?:(?!\b(?:only|except|unless|if|when|where|provided|until|before|after|within|during|"
    r"no|not|last|first|latest|of)\b)[\w'’-]+\s*){1,8}$",
    re.IGNORECASE,
)
_KIND_BEHIND = re.compile(
    r"^(?P<on>.+?)\s*[,;(]\s*(?P<kind>left|inner)(?:\s+outer)?(?:\s+join)?\)?$", re.IGNORECASE
)


def with_outcome_read(step: Step) -> Step:
    """The join of a step without what its text adds about rows without a partner, of the kind which that says.

    A text that says the opposite of the kind stays as it is, so that it is asked about.
    """
    text = " ".join(step.condition.split()).rstrip(" .")
    follows = _FOLLOWS.match(text)
    if follows is not None:
        behind = _KIND_BEHIND.match(follows["head"])
        told = (
            _KINDS[behind["kind"].lower()] if behind is not None else None if step.kind_assumed else step.kind
        )
        if told is (StepKind.LEFT_JOIN if follows["stays"] else StepKind.INNER_JOIN):
            text = follows["head"].rstrip(" ,;")
            step = replace(step, condition=text)
    for cut in reversed(list(_SEPARATOR.finditer(text))):
        if not cut.start() or (inside(text, cut.start()) and "(" not in cut.group()):
            continue
        head, tail = text[: cut.start()].rstrip(" ,;:("), text[cut.end() :].strip(" .")
        told = _outcome(tail, step)
        if told is not None and (step.kind_assumed or told is step.kind):
            return replace(step, condition=head, kind=told, kind_assumed=False)
        if told is None and _REASON.match(tail) and _KIND_BEHIND.match(head):
            text = head
    behind = _KIND_BEHIND.match(text)
    if behind is not None and step.kind_assumed:
        return replace(step, condition=behind["on"], kind=_KINDS[behind["kind"].lower()], kind_assumed=False)
    return step


def _outcome(text: str, step: Step) -> StepKind | None:
    """What a text says becomes of rows without a partner in the step's table; None where it says anything else."""
    for kind, shape in _OUTCOMES:
        match = shape.match(text)
        if match is None:
            continue
        said = (match["noun"] or match["whose"] or "").rpartition(".")[2]
        called = {singular(w) for w in words(step.table)} | {singular(w) for w in words(step.alias)}
        if not said or said.casefold() in _ANYONE or {singular(w) for w in words(said)} & called:
            return kind
    return None
