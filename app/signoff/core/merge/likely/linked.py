"""Sentences that say what becomes of rows by whether another table has them: ``events that are not in event go``.

What counts is the table, whether its row is there or missing, and whether the rows stay; by which columns rows belong
together is taken from the sentence, from what the target takes over under the other table's name, or from keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, SourceTable, TargetMapping
from signoff.core.merge.likely.cues import LEAVES, OTHERS, SHORT
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.prose_shapes import LAYERS

_ARTICLES = (
    r"(?:(?:the|our|its|their|his|this|that|these|an?|any|table|list|file|master|new|own|existing|finished|loaded|"
    r"target|data|of|current|cleaned)\s+)*"
)
_INSIDE = re.compile(rf"\b(?:in|into|within|among|inside|on)\s+{_ARTICLES}$", re.IGNORECASE)
_HAS_PARTNER = re.compile(
    r"\b(?:exists?|existing|found|present|known|listed|appears?|occurs?|contained|match(?:es|ed|ing)?|partners?|counterparts?|"
    r"rows?|records?|entry|entries|lines?|one)\s+(?:\w+\s+)?(?:in|into|from|to|of|with|by|within|among|against)\s+"
    rf"{_ARTICLES}$",
    re.IGNORECASE,
)
_NO = (
    r"(?:\bnot\b|n['’]t\b|\b(?:is|are|do|does|was|were|did|have|has)nt\b|\bno\s+(?:longer|more|such|\w+\s+(?=in\b|of\b|to\b|with\b)|(?:row|record|match|entry|partner|line)\w*)\b|\bnever\b|\bnowhere\b|\bmissing\b|\babsent\b|\bgone\b|\bunknown\b|"
    r"\bwithout\b|\bdisappeared\b|\black(?:s|ing)?\b|\bfail(?:s|ed)?\b|\bremoved\b|\bdeleted\b)"
)
_NO_MORE = re.compile(r"\s+(?:table\s+)?(?:any\s*more|no\s+more|no\s+longer)\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"\b(?:otherwise|or\s+else|if\s+not|else)\b.*$", re.IGNORECASE | re.DOTALL)
_ONLY = re.compile(r"\b(?:only|just|must)\b", re.IGNORECASE)
_KNOWS = re.compile(
    r"^\s*(?:table\s+|list\s+|file\s+)?(?:(?P<no>(?:does\s+not|do\s+not|doesn['’]?t|don['’]?t|never|no\s+longer)\s+)?"
    r"(?P<verb>have|has|know|knows|contains?|holds?|lists?|includes?|shows?)\b)(?P<none>\s+(?:no|none)\b)?",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:only|just|must|has\s+to|have\s+to|needs?\s+(?:to|an?)|should|provided|as\s+long\s+as|nothing\s+but|none\s+but|limited\s+to|"
    r"restrict\w*|those\s+(?:that|which|who)|(?:we|i)\s+(?:only\s+)?(?:want|need|take|keep|load))\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:stays?|staying|kept|keep|keeps|remains?|still|even\s+(?:if|when|though|without)|regardless|belongs?\s+in|optional|"
    r"nonetheless|anyway|(?:is|are)\s+(?:fine|good|ok|okay|welcome|allowed)|too|as\s+well|not\s+(?:\w+\s+)?(?:lose|lost|dropped|drop))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[;:.–—]\s")
_CLAUSE = re.compile(r"[,;:.(–—]|\b(?:and|but|so|because|then|while)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Linked:
    """What a sentence says of rows by another table."""

    table: SourceTable
    wanted: bool
    """Rows stay that have a row there; else those that have none."""
    text: str
    start: int
    """Where the table is named."""


def linked_in(
    sentence: str, relations: Sequence[Relation], schema: Schema, target: TargetMapping
) -> list[Linked]:
    """What a sentence says of rows by tables other than the one that drives the query; empty for most.

    Args:
        sentence: with the one behind it that says what becomes of such rows, where another one does.
        relations: the query's tables, the driving one first.
        schema: all tables.
        target: its name is no table that rows are held against.
    """
    own = {r.table.casefold() for r in relations[:1]} | {target.name.casefold()}
    sentence = OTHERS.sub(" (only)", sentence)
    for shape, word in SHORT:
        sentence = shape.sub(word, sentence)
    found: list[Linked] = []
    for table, start, end in mentions(sentence, schema, own):
        if any(each.table.name == table.name for each in found):
            continue
        wanted = _wanted(sentence, start, end)
        if wanted is not None:
            found.append(Linked(table, wanted, sentence.strip(), start))
    return found


def mentions(sentence: str, schema: Schema, own: set[str]) -> Iterator[tuple[SourceTable, int, int]]:
    """Each place where a sentence names a table by its name, or by that without its layer behind what leads to it."""
    for table in schema.tables:
        if table.name.casefold() not in own:
            for shape in _called(table.name):
                for found in shape.finditer(sentence):
                    yield table, found.start("name"), found.end("name")


def _called(name: str) -> Iterator[re.Pattern[str]]:
    yield re.compile(rf"(?<![\w.])(?P<name>{re.escape(name)})(?!\w)", re.IGNORECASE)
    said = words(name)
    bare = said[1:] if len(said) > 1 and said[0] in LAYERS else said
    *before, last = bare
    noun = rf"{re.escape(singular(last))}(?:s|es)?"
    spoken = r"[\s_-]".join([*(re.escape(w) for w in before), noun])
    yield re.compile(
        rf"(?<![\w.])(?P<name>{spoken})(?=\s+(?:table|list|file|master|dimension)\b)", re.IGNORECASE
    )
    if len(said) > 1:
        yield re.compile(rf"\b(?:in|the|our)\s+(?P<name>{spoken})(?![\w.]*\w)", re.IGNORECASE)


def _wanted(sentence: str, start: int, end: int) -> bool | None:
    """Whether rows with a partner stay; None where the sentence does not say so."""
    before, behind = sentence[:start], _OTHERWISE.sub("", sentence[end:])
    clause = max((cut.end() for cut in _CLAUSE.finditer(before)), default=0)
    lead = before[clause:]
    there, knows = _INSIDE.search(lead) or _HAS_PARTNER.search(lead), _KNOWS.match(behind)
    if there is not None:
        denials = list(re.finditer(_NO, lead[: there.end()], re.IGNORECASE))
        gone = denials[-1] if denials else None
        absent = gone is not None or _NO_MORE.match(behind) is not None
        rest = f"{before[: clause + gone.start()] if gone else before} rows {behind}"
        if not absent:
            rest = f"{_PART.split(before)[-1]} rows {_PART.split(behind)[0]}"
    elif knows is not None:
        absent = bool(knows["no"] or knows["none"])
        rest = f"{before} rows {behind[knows.end() :]}"
    else:
        return None
    return _outcome(rest, absent=absent)


def _outcome(rest: str, *, absent: bool) -> bool | None:
    """What becomes of rows, by the words around what they are called by."""
    if LEAVES.search(rest) is not None:
        return absent
    if absent and _STAYS.search(rest) and _ONLY.search(rest) is None:
        return None
    return not absent if _MUST.search(rest) else None
