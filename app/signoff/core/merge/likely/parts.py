"""What a rule says of one part of a target, told in sentences: ``web_ plus the id, or store_ plus the id``.

Parts are called by words of their tables' names. A clause that calls one part is that part's alone, a clause that calls
none belongs to the one before it, or to all where it comes first or says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words

_SENTENCE = re.compile(r"\s*(?:;|(?<!\be\.g)(?<!\bi\.e)\.(?=\s|$)|\n)\s*")
_CLAUSE = re.compile(r"\s*,\s*(?:or\s+|and\s+|but\s+)?")
_FEW = 4
_GENERAL = re.compile(
    r"^(?:both|all|in\s+either\s+case|always|in\s+any\s+case|rounded?|no\s+\w+|missing)\b", re.IGNORECASE
)
_WHOLE = re.compile(r"\b(?:if|when|where|sum|count|number\s+of|average)\b", re.IGNORECASE)
_FIXED = re.compile(
    r"^(?:constant|fixed(?:\s+value)?|literal|always)\s*:?\s+(?P<items>[^.;]+?)\.?$", re.IGNORECASE
)
_OR = re.compile(r"\s*(?:,|/|\bor\b)+\s*", re.IGNORECASE)
CONSTANT = "constant "
"""What a rule begins with that is a fixed value."""
_TABLES = frozenset(("raw", "stg", "int", "src", "tb", "tbl", "dim", "fct", "fact", "data", "table"))


def likely_part(rule: str, section: str, sections: Sequence[str]) -> str | None:
    """What a rule says of one part; None where it does not tell parts apart.

    Args:
        rule: the rule.
        section: the name of the part.
        sections: the names of all parts, in order.
    """
    named = [name for name in sections if name]
    own = {name: _nouns(name, named) for name in named}
    text = " ".join(rule.split()) if "\n" not in rule else rule
    listed = _listed(text, own)
    if listed:
        return f"{CONSTANT}{listed[section]}" if section in listed else None
    pieces = [(piece, _called(piece, own)) for piece in _clauses(text, own)]
    if section not in named or not _tells_apart(pieces, own, named):
        return None
    kept: list[str] = []
    last = ""
    for piece, who in pieces:
        last = who or ("" if _GENERAL.match(piece) else last)
        if who == section:
            kept.append(_without_label(piece, own[section]))
        elif not who and last in ("", section):
            kept.append(piece)
    fixed = next((each for each in kept if each.startswith(CONSTANT)), "")
    return fixed or ". ".join(each for each in kept if each)


def _tells_apart(
    pieces: Sequence[tuple[str, str]], own: dict[str, frozenset[str]], named: Sequence[str]
) -> bool:
    """Whether clauses call two parts, or one behind a clause on all of them."""
    called = {who for _, who in pieces if who}
    if len(called) != 1 or len(named) < 2:
        return len(called) > 1
    first, who = pieces[0]
    return not who or _without_label(first, own[who]) != first


def _nouns(name: str, sections: Sequence[str]) -> frozenset[str]:
    """Words that call a part and no other."""
    others = {singular(w) for other in sections if other != name for w in words(other)}
    return frozenset(singular(w) for w in words(name) if len(w) > 2 and w not in _TABLES) - others


def _called(piece: str, own: dict[str, frozenset[str]]) -> str:
    """The one part that a clause calls; empty for none or several."""
    said = {singular(w) for w in words(piece)}
    found = [name for name, nouns in own.items() if nouns & said]
    return found[0] if len(found) == 1 else ""


def _listed(text: str, own: dict[str, frozenset[str]]) -> dict[str, str]:
    """One fixed value a part: ``constant: medical or pharmacy``."""
    match = _FIXED.match(text)
    items = [item.strip(" '\"") for item in _OR.split(match["items"])] if match is not None else []
    found = {who: item for item in items if (who := _called(item, own))}
    return found if len(found) == len(items) > 1 else {}


def _clauses(text: str, own: dict[str, frozenset[str]]) -> list[str]:
    """The sentences of a rule; one that calls several parts in its clauses."""
    found: list[str] = []
    for sentence in _SENTENCE.split(text):
        plain = sentence.strip(" .,")
        parts = [part.strip() for part in _CLAUSE.split(plain) if part.strip()]
        several = len({who for part in parts if (who := _called(part, own))}) > 1
        if several and not _WHOLE.search(plain):
            found += parts
        elif plain:
            found.append(plain)
    return found


def _without_label(piece: str, nouns: frozenset[str]) -> str:
    """The clause without the words that say whose it is."""
    noun = "|".join(sorted((rf"{re.escape(n)}(?:s|es)?" for n in nouns), key=len, reverse=True))
    thing = (
        rf"(?:an?\s+|the\s+|each\s+|all\s+)?(?:\w+\s+)?(?:{noun})(?:\s+(?:payments?|rows?|records?|"
        rf"receipts?|ones?|lines?))?"
    )
    lead = re.match(
        rf"(?:(?:for|in|on|from|with)\s+)?{thing}\s*(?::|=|->|,|(?=\b(?:the|it|we|this)\b)|\b(?:it\s+is|it's|is\s+always|are\s+always|is|are|gets?|takes?|we\s+need|we\s+use)\b|\Z)\s*(?:it\s+is\s+|always\s+|is\s+)*",
        piece,
        re.IGNORECASE,
    )
    lead = lead or re.match(rf"(?:for|in|on|from)\s+{thing}\s+(?!with\b)", piece, re.IGNORECASE)
    if lead is not None:
        rest = re.sub(r"^always\s+", "", piece[lead.end() :].strip(), flags=re.IGNORECASE)
        always = re.search(r"\balways\b", piece[: len(piece) - len(rest)], re.IGNORECASE)
        return f"{CONSTANT}{rest}" if always is not None and len(rest.split()) < _FEW else rest
    behind = re.search(rf"\s+(?:for|in|on|from|with)\s+{thing}$", piece, re.IGNORECASE)
    return piece[: behind.start()].strip() if behind is not None else piece
