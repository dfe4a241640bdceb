"""Rules that say something of their own for each part of a union: ``medications: start; immunizations: date``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.merge.clauses import inside
from signoff.core.merge.names import plain_words

_CUT = re.compile(r"\s*(?:;|\n|(?<=[\w'\")])\.(?=\s|$)|(?<=')\s*,(?=\s))\s*")
_BEFORE = re.compile(
    r"^(?:(?:and|in|for|from|of)\s+)?(?:the\s+)?(?P<label>[\w .-]{1,40}?)\s*(?::|=>|->|→|=(?!=))\s*(?P<text>.+)$",
    re.DOTALL,
)
_LABEL = re.compile(
    r"(?:^|[,;.\n]\s*)(?:(?:and|in|for|from|of)\s+)?(?:the\s+)?(?P<label>[\w .-]{1,40}?)\s*(?::|=>|->|→)\s*"
)
_BEHIND = re.compile(
    r"^(?P<text>.+[^\s,])\s*,?\s+(?:in|for|from|of)\s+(?:the\s+)?(?P<label>[\w .-]{1,40})$"
    r"|^(?P<other>[^()]+?)\s*\((?:in\s+|for\s+)?(?P<inner>[\w .-]{1,40})\)$",
    re.DOTALL,
)
_FOR = re.compile(
    r"^(?:for|in|on)\s+(?:the\s+)?(?P<label>[\w.-]{1,40}(?:\s+(?:part|section|branch|rows|half|"
    r"side|source))?)\s*[,:]?\s+(?P<text>.+)$",
    re.DOTALL | re.IGNORECASE,
)
"""What is said of one part alone: ``for Meta strip the leading 'm'``; the others take their source as it is."""
_COMMA = re.compile(r"\s*[,;]\s*(?:and\s+)?")
_COMMA_OR_AND = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
_BOTH = re.compile(
    r"(?<=[\w)'.])\s*[.;]\s*(?:both|in\s+both\s+cases|in\s+both|all)\s*,?\s+(?:are\s+|is\s+)?(?P<text>rounded\b[^.;]*)\.?$",
    re.IGNORECASE,
)
"""What is done with the value of every part."""
_PART_WORDS = frozenset(
    {
        "section",
        "part",
        "branch",
        "block",
        "union",
        "leg",
        "query",
        "row",
        "from",
        "table",
        "all",
        "half",
        "side",
        "feed",
        "system",
        "stream",
        "file",
        "source",
    }
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_OTHERS = frozenset({"other", "otherwise", "else", "rest", "remaining"})


@dataclass(frozen=True)
class Part:
    """One part of a union, and what a rule may call it."""

    name: str
    """Of its section."""
    number: int
    """Its place, from 1."""
    table: str
    """It starts from."""
    called: frozenset[str] = frozenset()
    """Further words that texts call it, and no other part."""


def rule_of_part(rule: str, part: Part, parts: Sequence[Part]) -> str | None:
    """What a rule says for one part; None where it does not speak of the parts one by one."""
    both = _BOTH.search(rule)
    if both is not None:
        own = rule_of_part(rule[: both.start()].strip(" ;"), part, parts)
        return f"{own.rstrip(' .')}, {both['text']}" if own else own
    if fixed := _fixed_words(rule, parts):
        return _chosen(fixed, part)
    if (worked := _worked_apart(rule, part, parts)) is not None:
        return worked
    for cut in (_CUT, _COMMA):
        pieces = _pieces(rule, cut)
        for shape in (_BEFORE, _BEHIND, _FOR):
            said = [_labelled(piece, shape, parts) for piece in pieces]
            if len(pieces) > 1 and all(each is not None for each in said):
                return _chosen([each for each in said if each is not None], part)
    between = _between_labels(rule, parts)
    if between:
        return _chosen(between, part)
    alone = _labelled(rule.strip(" ."), _FOR, parts)
    if alone is not None and alone[0]:
        return alone[1] if alone[0] == part.number else ""
    listed = [piece.strip() for piece in rule.split(" / ")]
    if len(listed) == len(parts) and all(re.fullmatch(r"'[^']*'|\"[^\"]*\"", piece) for piece in listed):
        return listed[part.number - 1]
    return None


def _between_labels(rule: str, parts: Sequence[Part]) -> list[tuple[int, str]]:
    """What stands behind each label, commas and all; empty where not two labels begin the rule and its parts.

    Such as ``road: copy, rail: town of the station, the code itself if there is none``.
    """
    found = [
        (match, number)
        for match in _LABEL.finditer(rule.strip())
        if not inside(rule.strip(), match.start("label"))
        and (number := _number(match["label"], parts)) is not None
    ]
    if len(found) < 2 or found[0][0].start():
        return []
    ends = [*(match.start() for match, _number_of in found[1:]), len(rule.strip())]
    return [
        (number, rule.strip()[match.end() : end].strip(" ,;"))
        for (match, number), end in zip(found, ends, strict=True)
    ]


def _pieces(rule: str, shape: re.Pattern[str]) -> list[str]:
    found, start = [], 0
    for cut in shape.finditer(rule):
        if not inside(rule, cut.start()):
            found.append(rule[start : cut.start()])
            start = cut.end()
    return [piece.strip() for piece in (*found, rule[start:]) if piece.strip(" .")]


_ROWS_OF = re.compile(
    r"^(?P<text>[^\s,;:]+)\s+(?:for|in|on)\s+(?:the\s+|all\s+)?(?:rows|records"
    r"|lines)\s+(?:that\s+come\s+)?(?:out\s+of|from|of|in)\s+"
    r"(?:the\s+)?(?:table\s+)?(?P<label>[\w.]+)$|^(?:rows|records|lines)\s+(?:out\s+of|from|of"
    r"|in)\s+(?:the\s+)?(?:table\s+)?(?P<label2>[\w.]+)\s*"
    r"(?::|get|have|are|=|->)\s*(?P<text2>[^\s,;:]+)$",
    re.IGNORECASE,
)
"""One word for the rows of each part: ``north for rows out of sales_north``."""
_APART = re.compile(
    r"^(?:(?:in|for|from)\s+)?(?P<label>[\w.]+)\s+(?:delivers?|comes?|counts?|reports?|gives?"
    r"|sends?|stores?|keeps?|has|is|are|uses?)\s+"
    r"(?:(?:it|them|values|amounts?|in|as)\s+)*\w+\s*[:,;–-]\s*(?P<text>(?:divide|multiply"
    r"|divided|multiplied|times|/|\*)\s*(?:by\s+)?\d[\d_.]*)$",
    re.IGNORECASE,
)
"""What is done in one part alone, with its reason: ``South delivers cents: divide by 100``."""


def _fixed_words(rule: str, parts: Sequence[Part]) -> list[tuple[int, str]]:
    """A word for the rows of each part; empty where the rule says anything else."""
    if constants := _constants(rule, parts):
        return constants
    found = []
    for piece in _pieces(rule, _COMMA_OR_AND):
        match = _ROWS_OF.match(piece.strip(" ."))
        number = _number(match["label"] or match["label2"], parts) if match is not None else None
        if match is None or not number:
            return []
        word = (match["text"] or match["text2"]).strip("'\"")
        found.append((number, f"constant '{word}'"))
    return found if len(found) == len(parts) else []


_CONSTANT = re.compile(
    r"^(?:an?\s+)?(?:constant|fixed(?:\s+(?:value|text))?|literal|hard-?coded)\s*[:=]?\s+(?P<items>.+)$",
    re.IGNORECASE,
)
_FOR_PART = re.compile(
    r"^(?P<text>'[^']+'|\"[^\"]+\"|[\w-]+)\s+(?:for|in|on|from)\s+(?:the\s+|all\s+)?(?P<label>[\w. -]{1,30})$",
    re.IGNORECASE,
)


def _constants(rule: str, parts: Sequence[Part]) -> list[tuple[int, str]]:
    """A fixed value for each part: ``constant: app for the app feed, phone for legacy``; empty for other rules."""
    match = _CONSTANT.match(rule.strip(" ."))
    found: list[tuple[int, str]] = []
    for piece in _pieces(match["items"], _COMMA_OR_AND) if match is not None else ():
        told = _FOR_PART.match(piece.strip(" ."))
        number = _number(told["label"], parts) if told is not None else None
        if told is None or not number:
            return []
        found.append((number, "constant '{}'".format(told["text"].strip("'\""))))
    return found if len({n for n, _ in found}) == len(found) == len(parts) else []


def _worked_apart(rule: str, part: Part, parts: Sequence[Part]) -> str | None:
    """The rule of all parts, with the sentence that says what is done in this one alone; None for other rules."""
    head, *sentences = [
        each.strip(" .") for each in re.split(r"(?<=[\w)])[.;]\s+", rule.strip()) if each.strip(" .")
    ]
    found: list[tuple[int, str]] = []
    for sentence in sentences:
        match = _APART.match(sentence)
        number = _number(match["label"], parts) if match is not None else None
        if match is None or not number:
            return None
        found.append((number, " ".join(match["text"].split())))
    own = [text for number, text in found if number == part.number]
    if not found or len({number for number, _text in found}) != len(found):
        return None
    return f"{head}, {own[0]}" if own else head


def _labelled(piece: str, shape: re.Pattern[str], parts: Sequence[Part]) -> tuple[int, str] | None:
    """The number of the part that a piece is of, 0 for all others, and what it says; None without a label."""
    match = shape.match(piece)
    if match is None:
        return None
    groups = match.groupdict()
    number = _number(groups["label"] or groups.get("inner") or "", parts)
    text = groups["text"] or groups.get("other") or ""
    return (number, text.strip()) if number is not None else None


def _number(label: str, parts: Sequence[Part]) -> int | None:
    named = plain_words(label)
    if set(named) & _OTHERS and set(named) <= _OTHERS | _PART_WORDS:
        return 0
    rest = tuple(w for w in named if w not in _PART_WORDS)
    by_place = [
        p.number for p in parts if rest in ((str(p.number),), (_ORDINALS[p.number - 1 : p.number] or ("",)))
    ]
    if (len(rest) < len(named) or rest in _PLACES) and len(by_place) == 1:
        return by_place[0]
    hits = [p.number for p in parts if p.name and rest == plain_words(p.name)]
    hits = hits or [
        p.number for p in parts if rest and rest in (plain_words(p.table), plain_words(p.table)[-len(rest) :])
    ]
    if not hits and len(rest) == 1:
        hits = [p.number for p in parts if rest[0] in (*plain_words(p.table), *plain_words(p.name))]
    if not hits and rest:
        hits = [p.number for p in parts if set(rest) <= p.called]
    if not hits and rest:
        hits = [p.number for p in parts if all(_shortened(w, p) for w in rest)]
    return hits[0] if len(hits) == 1 else None


_PLACES = tuple((word,) for word in _ORDINALS)
_SHORTEST = 3


def _shortened(word: str, part: Part) -> bool:
    """Whether a part's table has a word, or the beginning of it: ``billing`` for BIL_LINE."""
    own = (*plain_words(part.table), *plain_words(part.name))
    return any(word == each or (len(each) >= _SHORTEST and word.startswith(each)) for each in own)


def _chosen(said: Sequence[tuple[int, str]], part: Part) -> str | None:
    own = [text for number, text in said if number == part.number]
    own = own or [text for number, text in said if number == 0]
    return own[0] if len(own) == 1 and len({number for number, _ in said}) == len(said) else None
