"""Words that a cover sheet defines: `if a sheet says "person", look up PERSON by no = pat_no of the source line`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.spec import GeneralKind, GeneralRule, Step, StepKind, TargetMapping

_DEFINED = re.compile(
    r"^(?:[\w.]+\s*:\s*)?(?:(?:if|where|when(?:ever)?)\s+(?:a|the|any)\s+(?:\w+\s+)?(?:sheet|rule|cell|logic|row|column|grid|tab)\s+(?:just\s+|only\s+)?"
    r"(?:says?|reads?|has|contains)\s+[\"'“](?P<if>[^\"'”]{2,30})[\"'”]\s*[,:]?\s*(?:then\s+|this\s+means\s+|that\s+means\s+|it\s+means\s+)?|"
    r"(?:the\s+(?:word|rule|term)\s+)?[\"'“](?P<is>[^\"'”]{2,30})[\"'”]\s+(?:as\s+a\s+rule\s+)?(?:means|stands\s+for|is\s+short\s+for|=)\s*:?\s+(?:to\s+)?)"
    r"(?P<means>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OF_LINE = re.compile(
    r"\s+(?:of|in|from)\s+(?:the|each|its)\s+(?:source|own|same|driving|input)\s*(?:line|row|record|table|entry)?(?=\W|$)",
    re.IGNORECASE,
)
_LOOKUP = re.compile(
    r"^(?:look\s?-?up|find|search)\s+(?:in\s+|it\s+in\s+)?(?P<table>[\w.]+)\s+(?:by|on|via|using|where|with)\s+(?P<on>[\w.]+\s*=\s*[\w.]+)$",
    re.IGNORECASE,
)
_NOT_LOADED = re.compile(
    r"\b(?:lines|rows|records|entries)\b.*\bnot\s+(?:be\s+)?(?:in|found|there|known|exist)\b.*\b(?:not\s+(?:loaded|taken|kept|migrated)|left\s+out|"
    r"excluded|skipped|dropped|ignored)\b|\b(?:lines|rows|records|entries)\s+without\b.*\b(?:not\s+loaded|left\s+out|excluded|skipped|dropped|ignored)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHERWISE = re.compile(
    r"\b(?:differ\w*\s+from|unlike|contrary\s+to|exception\s+(?:to|from)|other\s+than)\s+(?:in\s+)?the\s+(?:general\s+)?rules?\b|\bstay\s+in\b",
    re.IGNORECASE,
)
"""A target that goes its own way."""
_END = re.compile(r"\s*(?:[,;.]|$)")


def defined(text: str) -> tuple[str, str] | None:
    """The word a sentence defines and what it means; None for every other sentence."""
    found = _DEFINED.match(text)
    if found is None:
        return None
    return (found["if"] or found["is"]).strip(), _OF_LINE.sub("", found["means"]).strip(" .")


def partner_join(means: str, sentence: str) -> str:
    """The join that keeps only rows with a partner, where the sentence behind a definition says so; empty for none."""
    found = _LOOKUP.match(means)
    if found is None or not _NOT_LOADED.search(sentence):
        return ""
    table = found["table"]
    named = re.search(rf"\b{re.escape(table)}\b", sentence, re.IGNORECASE)
    return f"inner join {table} on {found['on']}" if named else ""


def meant(text: str, rules: Sequence[GeneralRule]) -> str:
    """A rule that is a defined word, with its meaning in place; empty for every other."""
    for each in rules:
        if each.kind is not GeneralKind.TERM or not text.casefold().startswith(each.of.casefold()):
            continue
        rest = text[len(each.of) :]
        if _END.match(rest):
            return f"{each.says}{rest}"
    return ""


def with_partners(target: TargetMapping, rules: Sequence[GeneralRule]) -> TargetMapping:
    """The target with a note of the join its rows need, where a column uses the word and nothing says otherwise."""
    told = " ".join([target.description, *(step.condition for step in target.steps)])
    notes = list(_joins(target, rules)) if not _OTHERWISE.search(told) else []
    if not notes:
        return target
    start = max((step.order for step in target.steps), default=0) + 1
    return replace(target, steps=(*target.steps, *(replace(s, order=start + n) for n, s in enumerate(notes))))


def _joins(target: TargetMapping, rules: Sequence[GeneralRule]) -> Iterator[Step]:
    for each in rules:
        if each.kind is GeneralKind.PARTNERS and _uses(target, each.of):
            yield Step(target.name, 0, StepKind.NOTE, condition=each.says, cell=each.cell)


def _uses(target: TargetMapping, term: str) -> bool:
    return any(
        c.rule.strip().casefold().startswith(term.casefold()) and _END.match(c.rule.strip()[len(term) :])
        for c in target.columns
    )
