"""Words that a cover sheet defines: `if a sheet says "person", look up PERSON by no = pat_no of the source line`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.spec import GeneralKind, GeneralRule, Step, StepKind, TargetMapping

_DEFINED = re.compile(
    r"^(?:[\w.]+\s*:\s*)?(?:(?:if|where(?:ver)?|when(?:ever)?)\s+(?:a|the|any)\s+(?:\w+\s+)?(?:sheet|"
    r"rule|cell|logic|row|column|grid|tab|transformation|mapping|field)\s+(?:just\s+|only\s+)?"
    r"(?:says?|reads?|has|contains)\s+[\"'“](?P<if>[^\"'”]{2,30})[\"'”]\s*[,:]?\s*(?:then\s+|this\s+"
    r"means\s+|that\s+means\s+|it\s+means\s+)?|"
    r"(?:the\s+(?:word|rule|term)\s+)?[\"'“](?P<is>[^\"'”]{2,30})[\"'”]\s+(?:as\s+a\s+rule\s+)"
    r"?(?:means|stands\s+for|is\s+short\s+for|=)\s*:?\s+(?:to\s+)?)"
    r"(?P<means>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OF_LINE = re.compile(
    r"\s+(?:of|in|from)\s+(?:the|each|its)\s+(?:source|own|same|driving|input)\s*(?:line|row|record|"
    r"table|entry)?(?=\W|$)",
    re.IGNORECASE,
)
_LOOKUP = re.compile(
    r"^(?:look\s?-?up|find|search)\s+(?:in\s+|it\s+in\s+)?(?P<table>[\w.]+)\s+(?:by|on|via|using|"
    r"where|with)\s+(?P<on>[\w.]+\s*=\s*[\w.]+)$",
    re.IGNORECASE,
)
_NOT_LOADED = re.compile(
    r"\b(?:lines|rows|records|entries)\b.*\bnot\s+(?:be\s+)?(?:in|found|there|known|exist)\b.*\b(?:not\s"
    r"+(?:loaded|taken|kept|migrated)|left\s+out|"
    r"excluded|skipped|dropped|ignored)\b|\b(?:lines|rows|records|entries)\s+without\b.*\b(?:not\s+"
    r"loaded|left\s+out|excluded|skipped|dropped|ignored)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHERWISE = re.compile(
    r"\b(?:differ\w*\s+from|unlike|contrary\s+to|exception\s+(?:to|from)|other\s+than)\s+(?:in\s+"
    r")?the\s+(?:general\s+)?rules?\b|\bstay\s+in\b",
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


_LABEL = re.compile(r"^[\"'“‘]?(?P<of>[A-Za-z][A-Za-z-]{2,20})[\"'”’]?\s*:?$")
_OWN_WORDS = frozenset(
    {
        *(
            "trim",
            "upper",
            "lower",
            "copy",
            "direct",
            "lookup",
            "constant",
            "date",
            "sum",
            "count",
            "null",
            "key",
        ),
        *("hash", "join", "filter", "concat", "default", "cast", "move", "none", "now", "today", "unchanged"),
        *(
            "author",
            "version",
            "scope",
            "owner",
            "contact",
            "status",
            "purpose",
            "source",
            "project",
            "remark",
        ),
    }
)
"""Words that rules consist of and that mean something without being defined."""


def labelled(label: str, text: str) -> tuple[str, str] | None:
    """The word in the cell before a text and what it means by it; None where that is no lone word of its own.

    Args:
        label: the cell before.
        text: what stands beside it.
    """
    found = _LABEL.match(label.strip())
    if found is None or found["of"].casefold() in _OWN_WORDS or len(text.split()) < _LEAST_WORDS:
        return None
    return found["of"], text.strip(" .")


_LEAST_WORDS = 3
_PERIOD = re.compile(
    r"(?<=[^\s.]{2}[^\s\d.])\.\s+(?=\S)|(?<=\s(?:us|it|in|on|so|up|be|do|to|of|by|is|me|at))\.\s+(?=\S)|\n+"
)


def sentences(text: str, cut: re.Pattern[str]) -> Iterator[str]:
    """The sentences of a cell; one that defines a word is not cut at its semicolons.

    Args:
        text: the cell.
        cut: where other sentences end.
    """
    for sentence in _PERIOD.split(text):
        if sentence and defined(sentence.strip()) is not None:
            yield sentence
        elif sentence:
            yield from cut.split(sentence)


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
        if each.kind is not GeneralKind.TERM:
            continue
        if text.casefold().startswith(each.of.casefold()) and _END.match(text[len(each.of) :]):
            rest = text[len(each.of) :]
            is_list = re.search(r"[;,]\s", each.says) is not None
            return f"{each.says}; {rest.lstrip(' ,;.')}".rstrip(" ;") if is_list else f"{each.says}{rest}"
        clause = re.search(rf"(?<=[,;] ){re.escape(each.of)}(?=\s*(?:[,;.]|$))", text, re.IGNORECASE)
        if clause is not None:
            return f"{text[: clause.start()].rstrip(' ,;')}; {each.says}{text[clause.end() :]}"
    return ""


_ZONE = re.compile(
    r"^[\"'“‘]?(?P<of>local(?:\s+time)?|[A-Z]{2,4}\s+time)[\"'”’]?\s+(?:time\s+)?(?:is|=|means|stands\s+for)\s+"
    r"(?:the\s+time\s+(?:of|in)\s+)?[\"'“]?(?P<zone>[A-Z][a-z]\w+/[A-Z]\w+)\b",
    re.IGNORECASE,
)


def zone_of(text: str) -> tuple[str, str] | None:
    """The words for a time zone that a sentence tells, and its name; None for every other sentence."""
    found = _ZONE.match(text)
    return (
        None if found is None else (re.sub(r"\s+time$", "", found["of"], flags=re.IGNORECASE), found["zone"])
    )


def with_zones(text: str, rules: Sequence[GeneralRule]) -> str:
    """A rule with the names of time zones in place of the words that the document has for them.

    Args:
        text: the rule.
        rules: the document's general rules.
    """
    for each in rules:
        if each.kind is GeneralKind.ZONE:
            shape = rf"(?<!\w)(?:the\s+)?{re.escape(each.of)}\s+time\b(?:\s*\(\s*see\s+[^()]*\))?"
            text = re.sub(shape, each.says, text, flags=re.IGNORECASE)
    return text


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
