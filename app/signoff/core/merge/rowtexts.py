"""What texts about rows say, one clause after the other: which rows are taken, and which are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.merge.clauses import cut_outside, inside
from signoff.core.merge.row_verbs import leave_lead, leave_tail, only_tail, without_reason


class Way(StrEnum):
    """What becomes of the rows a restriction is true of."""

    TAKE = "take"
    LEAVE = "leave"


@dataclass(frozen=True)
class Restriction:
    """One condition on rows, in words."""

    way: Way
    text: str
    """What is true of the rows: a condition, or ``without X``, ``with X``."""


_AFTER = (
    r"(?:\s+(?:first|beforehand|completely|entirely|altogether|here|at\s+all|too|as\s+well|out"
    r"|(?:from|in)\s+the\s+load|over))*"
)
_BE = (
    r"(?:are|is|get|gets|be|must\s+be|should\s+be|have\s+to\s+be|has\s+to\s+be|will\s+be|stay|stays|remain|"
    r"remains|go|come|comes|(?:must|should|shall|may|can|will)(?=\s+not\s+be\b))"
)
_DROPPED = (
    r"(?:left\s+out|left\s+away|left\s+behind|excluded|ignored|skipped|omitted|dropped|removed|"
    r"filtered\s+out|filtered|discarded|disregarded|set\s+aside|put\s+aside|struck\s+out|sorted\s+out|kept\s+out|"
    r"thrown\s+(?:out|away)|out(?:\s+of\s+scope)?|rejected|not\s+(?:(?:to\s+)?be\s+)?(?:loaded|taken|migrated|included|kept|"
    r"imported|copied|transferred|"
    r"(?:a\s+)?part\s+of(?:\s+the)?(?:\s+[\w-]+){1,2}|considered|counted|wanted|needed|moved|carried|"
    r"handed\s+(?:over|on)|passed\s+on|delivered|brought\s+over|shown|listed))"
)
_DONT = (
    r"(?:do|does|did|shall|should|must|may|will|can)\s*(?:not|n't)\s+(?:count|come|get|go|appear|"
    r"enter|belong|load)\w*|"
    r"don't\s+(?:count|come|get|go|appear|enter|belong)|never\s+(?:counts?|comes?|appears?|gets?|goes?|enters?)|drops?\s+out|falls?\s+(?:out|away)"
)
_MEANT_TOO = re.compile(
    r"(?:\s*,)?\s+and\s+(?:(?:do|does|must|may|should|can)\s+(?:not|never)\s+(?:count|appear|show|matter)\w*"
    r"|(?:never\s+)?(?:counts?|appears?|matters?|shows?(?:\s+up)?)\s+(?:nowhere|no\s*where|anywhere|for\s+nothing))(?:\s*,.*)?$"
    r"|\s*,\s*(?:not|nor)\s+(?:even\s+)?(?:for|in|with|as)\s+[^,()]+$"
    r"|(?:\s*,)?\s+(?:anywhere|wherever\s+they\s+(?:appear|stand)|in\s+no\s+case|under\s+no\s+circumstances|without\s+exception)$",
    re.IGNORECASE,
)
"""Says once more that rows are left out: ``and count nowhere, not for repeats either``."""
_LEAVE_TAIL = re.compile(
    rf"^(?P<what>.+?)\s+(?:(?:{_BE}\s+)?(?:then\s+)?{_DROPPED}|{_DONT}){_AFTER}(?P<bracket>\s*\(.+\))?$",
    re.IGNORECASE | re.DOTALL,
)
_LEAVE_LEAD = re.compile(
    r"^(?:(?:but|and|also)\s+)?(?:please\s+)?(?:leave\s+(?:out|away)|leaving\s+out|exclud(?:e|es|"
    r"ing)|skip(?:s|ping)?|ignor(?:e|es|ing)|omit(?:s|ting)?|"
    r"drop(?:s|ping)?|remov(?:e|es|ing)|filter\s+out|throw\s+(?:out|away)|discard|disregard|reject|"
    r"(?:do\s+not|don't|never)\s+(?:load|take|include|migrate|copy|move|bring|import|use|count)|"
    r"(?:(?:excluded|left\s+out|ignored|skipped|omitted|dropped|discarded|rejected|not\s+(?:loaded|taken|migrated|included|needed|wanted))"
    r"\s+(?:are|is|get|gets|will\s+be)(?:\s+(?:all|any|the))*)|(?:(?:rows?\s+)?(?:not\s+(?:to\s+be\s+)?(?:loaded|migrated|taken(?:\s+over)?|transferred|included|in\s+scope)|excluded|left\s+out|"
    r"out\s+of\s+scope|exclusions?)\s*[:–](?=\s))|not(?:\s+those)?|no(?=\s+(?:[\w-]+\s+){0,2}[\w-]+\s*(?:\(|whose|where|with|that|which|of|$))|minus|"
    r"except(?:\s+for)?|other\s+than|"
    r"apart\s+from|save\s+for|all\s+but|"
    r"(?:without|w/o)(?=\s+(?:(?:all|any|the|those|such)\s+)*(?:[\w-]+\s+){0,2}?[\w-]+(?:\s*[:(]|"
    r"\s+(?:who|that|which|whose|"
    r"where|with|for\s+wh(?:om|ich))\b)))\s+(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_TAKE_LEAD = re.compile(
    r"^(?:(?:but|and|also)\s+)?(?:(?:load|take\s+over|take|keep|include|migrate|copy|use|count|consider|read|import|"
    r"carry\s+over|bring\s+over|bring)\s+)?(?:only|just|solely|nothing\s+but|"
    r"restrict(?:ed)?\s+to|limit(?:ed)?\s+to|filter(?:ed)?\s+(?:on|to|for|by)\b|filter\s*:|where\b|"
    r"as\s+long\s+as|provided(?:\s+that)?|if"
    r"|(?:all|every|any)(?=\s+(?:[\w-]+\s+){1,2}(?:with|whose|where|(?:that|which|who)\s+(?:have|are|is|has)|having)\b)"
    r"|(?:load|take|keep|use|consider)(?=\s+(?:the|those|such|rows|records|lines|entries)\b))\s+(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_TAKE_TAIL = re.compile(
    rf"^(?P<what>.+?)\s+(?:(?:{_BE})\s+(?:loaded|taken|kept|included|migrated|considered|counted|wanted|"
    rf"needed)\s+)?only(?P<rest>\s+(?:if|when|where|with)\b.+|\s*\(.+\))?$"
    rf"|^only\s+(?P<these>.+?)\s+(?:(?:{_BE})\s+(?:loaded|taken|kept|included|migrated|considered|"
    rf"counted|wanted|needed)|counts?|matters?|come\s+over|go\s+in)$",
    re.IGNORECASE | re.DOTALL,
)
_NEGATED = re.compile(
    r"^(?:excluded|exclusions?|left\s+out|ignored|skipped|omitted|dropped|discarded|rejected|removed|out\s+of\s+scope|"
    r"not\s+(?:needed|wanted|loaded|taken|migrated|in\s+scope|relevant))\b",
    re.IGNORECASE,
)
_WE = re.compile(
    r"^(?:please\s+)?(?:we|you|they)\s+(?:(?P<only>only)\s+)?(?:(?:do|shall|should|must|will|would)\s+)?(?P<not>not\s+)?"
    r"(?:like\s+to\s+(?:have|see|keep|load|take)|need|want|load|take|migrate|keep|use|consider|expect|look\s+at|care\s+about|report\s+on)(?P<behind>\s+only)?\s+",
    re.IGNORECASE,
)
"""Who says it: ``we only need trips with …``."""
_REASON = re.compile(
    r"\s+(?:cannot|can\s*not|can't|are|is|make|makes|have|has|give|gives)\b[^()]*\band$", re.IGNORECASE
)
"""Why rows are left out: ``cannot be placed in time and`` before ``are skipped``."""
_UNLESS = re.compile(r"^(?P<what>.*?)\s*\bunless\s+(?P<cond>.+)$", re.IGNORECASE | re.DOTALL)
_MUST = re.compile(
    r"\b(?:must|has\s+to|have\s+to|needs?\s+to|should|shall)\s+(?:always\s+)?(?P<verb>be|have|not\s+be|hold|equal)\b",
    re.IGNORECASE,
)
_THINGS = r"(?:(?:all|any|the|those|such|these|some|other|every|each|of)\s+)*(?:[\w-]+\s+){0,3}?"
_WHOSE = re.compile(
    rf"^{_THINGS}(?:whose|where|when|if|that\s+(?:are|is|were|was|have|has)|which\s+(?:are|is|were|was|"
    rf"have|has)|having|that|which|who|in\s+which|for\s+which|for\s+whom|of\s+which|"
    rf"of\s+whom)\s+(?P<cond>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKET = re.compile(
    r"^(?P<head>[^()]*?)\s*\((?:i\.?e\.?,?\s*|that\s+is,?\s*|meaning\s+)?(?P<cond>.+)\)$", re.DOTALL
)
_ASIDE = re.compile(
    r"^(?:(?:all|any|the|our|such)\s+)*(?P<head>[\w-]+(?:\s+[\w-]+){0,2}),\s+(?!(?:and|or|nor|as\s+well)\b)(?:i\.?e\.?,?\s+|that\s+is\s+|namely\s+)?(?P<cond>[^,]+)$"
)
"""What rows are called, and then what they have: ``internal customers, kind I``."""
_TESTS = re.compile(
    r"[=<>]|\d|\b(?:and|or|without|whose|where|not|no|only|between|both)\b",
    re.IGNORECASE,
)
"""Words that say more of rows than what they are called: what stands beside them is no mere explanation."""
_THAT_IS = re.compile(
    r"\s*,?\s*\b(?:i\.?e\b\.?|that\s+is\s*,|that\s+means|which\s+means|meaning)\s*,?\s*", re.IGNORECASE
)
_LACKS = re.compile(
    rf"^(?:{_THINGS})(?:without|with\s+no|w/o|with\s+(?:a\s+)?(?:missing|null|empty|blank|unknown)|lacking|missing|"
    r"(?:that|which|who|they)?\s*(?:have|has|having|carry|carries|carrying|bear|show|contain|hold|come\s+with)\s+no"
    r"|(?:that|which)\s+lack|where\s+there\s+is\s+no|"
    r"(?:that\s+|which\s+)?(?:(?:do|does)\s+not|don't|doesn't|not)\s+(?:have|carry|bear|contain|hold|"
    r"refer(?:ring)?\s+to|belong(?:ing)?\s+to|point(?:ing)?\s+to|linked\s+to|assigned\s+to|attached\s+to"
    r"|name))\s+"
    r"(?:an?\s+|the\s+|any\s+|their\s+|its\s+)*[\"']?(?P<name>[\w.]+(?:\s+[\w.]+){0,3})[\"']?$",
    re.IGNORECASE,
)
_HAS = re.compile(
    rf"^(?:{_THINGS})(?:with|(?:that|which|who)\s+(?:have|has|carry|carries|bear|contain|hold|show|name"
    rf"|come\s+with|(?:belong|refer|point)s?\s+to|"
    r"(?:is|are|was|were)\s+(?:linked|assigned|attached|tied|mapped)\s+to)|having|carrying|bearing|belonging\s+to"
    r"|referring\s+to|linked\s+to|assigned\s+to|"
    r"attached\s+to|where\s+there\s+is)\s+(?:an?\s+|the\s+|any\s+|some\s+|"
    rf"their\s+|its\s+)*[\"']?(?P<name>[\w.]+(?:\s+[\w.]+){{0,3}})[\"']?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,|;)\s*(?:and\s+also\s+|and\s+|or\s+|nor\s+)?|\s+(?:and\s+also|as\s+well\s+as|and|or|"
    r"nor)\s+(?=(?:those|such|these|no|not|all|any|the|rows?|with|without|w/o)\b)|"
    r"(?<=\))\s+(?:and|or|nor)\s+",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\s+(?:and|or)\s+", re.IGNORECASE)


def restrictions_of(clause: str) -> Iterator[tuple[Restriction, ...]]:
    """Every way to read a clause as restrictions that all hold, likeliest first; none where it is of another kind."""
    plain = " ".join(clause.split()).strip(" .,;:")
    way, what = way_of(plain)
    if way is None:
        return
    for cut in (_BETWEEN, _LOOSE, None):
        if cut is not None and _stays_whole(way, what, cut):
            continue
        pieces = [p.strip() for p in cut_outside(what, cut)] if cut is not None else [what]
        if cut is None or len(pieces) > 1:
            yield tuple(_piece(way, piece) for piece in pieces if piece)
    if way is Way.LEAVE:
        for bare in without_reason(what):
            yield (Restriction(way, bare),)


def leaves_out_unread(text: str) -> bool:
    """Whether a text begins by leaving rows out in words that are not read, so that none of it may be a condition."""
    return _NEGATED.match(text.strip()) is not None and way_of(text)[0] is None


_SIGN = re.compile(r"[=<>]|\bin\s*\(", re.IGNORECASE)


def _stays_whole(way: Way, text: str, shape: re.Pattern[str]) -> bool:
    """Whether cutting would turn the meaning: rows with one *or* the other, no rows with this = 1 *and* that = 2."""
    word = "or" if way is Way.TAKE else "and"
    cuts = [c for c in shape.finditer(text) if not inside(text, c.start())]
    joined = any(re.search(rf"\b{word}\b", c.group(), re.IGNORECASE) for c in cuts)
    return joined and (way is Way.TAKE or all(_SIGN.search(piece) for piece in cut_outside(text, shape)))


def says_which_rows(text: str) -> bool:
    """Whether a text takes or leaves out rows, understood or not; a mere condition does not count."""
    way, what = way_of(" ".join(text.split()).strip(" .,;:"))
    return way is not None and what != " ".join(text.split()).strip(" .,;:")


_FLAGGED = re.compile(
    r"\s+(?:(?:that|which|who)\s+(?:is|are|was|were)\s+)?(?:flagged|marked|tagged)\s+(?:as\s+|with\s+)?(?=\w*_\w+)",
    re.IGNORECASE,
)
"""Rows called by the column that marks them: ``visitors flagged is_bot``."""
_ASIDE_NOUN = re.compile(r"(?:\s+[\w'’-]+){0,3}\s*,\s+(?=(?:whose|who|which)\b)", re.IGNORECASE)
"""Words before a relative clause that only call the rows something: ``except our own customers, whose ref is 0``."""
_ALL_BUT = re.compile(
    r"^(?:all|every|any)\s+(?:the\s+)?[\w-]+\s+(?=(?:except|excluding|but\s+not|other\s+than|without|apart\s+from|minus)\b)",
    re.IGNORECASE,
)
_VERB = re.compile(r"^(?:load|take|keep|include|migrate|copy|use|carry\s+over|take\s+over)\s+", re.IGNORECASE)


def way_of(text: str) -> tuple[Way | None, str]:
    """Whether a clause takes or leaves out rows, and what it says of them; None where it is of another kind."""
    text = _WE.sub(_without_who, _said_once(_ASIDE_NOUN.sub(" ", text)))
    text = _FLAGGED.sub(" where ", _ALL_BUT.sub("", text))
    unless = _UNLESS.match(text)
    if unless is not None:
        return Way.LEAVE, unless["cond"]
    tail = _TAKE_TAIL.match(text)
    if tail is not None:
        what = tail["these"] or f"{tail['what']}{tail['rest'] or ''}"
        return Way.TAKE, _VERB.sub("", what)
    leave = _LEAVE_TAIL.match(text)
    if leave is not None and not re.match(r"(?:only|just)\b", text, re.I):
        return Way.LEAVE, f"{_REASON.sub('', leave['what'])}{leave['bracket'] or ''}"
    only = only_tail(text)
    if only is not None:
        return Way.TAKE, only
    left = leave_tail(text) or leave_lead(text)
    if left is not None:
        return Way.LEAVE, left
    lead = _LEAVE_LEAD.match(text)
    if lead is not None:
        return Way.LEAVE, lead["what"]
    take = _TAKE_LEAD.match(text)
    if take is not None:
        return Way.TAKE, take["what"]
    return (Way.TAKE, text) if _MUST.search(text) else (None, text)


def _said_once(text: str) -> str:
    """The text without what only says so once more; what says so for the first time stays."""
    bare = _MEANT_TOO.sub("", text)
    tells = _LEAVE_TAIL.match(bare) or _LEAVE_LEAD.match(bare) or leave_tail(bare) or leave_lead(bare)
    return bare if tells else text


def _without_who(match: re.Match[str]) -> str:
    if match["not"]:
        return "leave out "
    return "only " if match["only"] or match["behind"] else match.group()


def without_emphasis(text: str) -> str:
    """A clause that leaves out rows, without what only says so once more."""
    bare = _MEANT_TOO.sub("", text)
    return bare if bare != text and way_of(bare)[0] is Way.LEAVE else text


def _piece(way: Way, text: str) -> Restriction:
    """One restriction; a piece may turn the way: ``only rows with X, and no reversals``."""
    turned = _LEAVE_LEAD.match(text)
    if turned is not None and way is Way.TAKE:
        return Restriction(Way.LEAVE, turned["what"])
    return Restriction(way, text)


_IS_TEST = re.compile(r"[=<>]|\s(?:is|are|was|were|equals?|in|between|like)\s", re.IGNORECASE)
"""What stands behind ``with`` is a condition already, and no name."""


def conditions_in(text: str) -> Iterator[str]:
    """What a restriction may be about, the likeliest first: the text of a condition, or ``X is null``."""
    plain = _MUST.sub(_as_is, text.strip())
    for shape, test in ((_LACKS, "is null"), (_HAS, "is not null")):
        match = shape.match(plain)
        if match is not None and not _IS_TEST.search(match["name"]):
            yield f"{match['name']} {test}"
            if shape is _HAS:
                yield match["name"]
        elif match is not None and shape is _HAS:
            yield match["name"]
    bracket = _BRACKET.match(plain)
    if bracket is not None and (
        not _TESTS.search(bracket["head"]) or _are_called(bracket["head"], bracket["cond"])
    ):
        yield bracket["cond"].partition(";")[0].strip()
    aside = _ASIDE.match(plain)
    if aside is not None and not _TESTS.search(aside["head"]):
        yield aside["cond"]
    explained = _THAT_IS.split(plain, maxsplit=1)
    if len(explained) == 2:
        yield from conditions_in(explained[1])
    head, colon, tail = plain.partition(": ")
    if colon and len(head.split()) < 5:
        yield from conditions_in(tail)
    whose = _WHOSE.match(plain)
    if whose is not None:
        yield from conditions_in(whose["cond"])
    yield plain


_STATES = re.compile(
    r"^(?:(?:all|any|the)\s+)*(?P<states>[a-z-]+(?:(?:\s*,\s*|\s+and\s+|\s+or\s+)[a-z-]+)+)\s+[a-z-]+$",
    re.IGNORECASE,
)
_CODES = re.compile(
    r"^[A-Za-z_]\w*\s*(?:=|:|is|in|are)?\s*\(?(?P<codes>'?\w+'?(?:(?:\s*,\s*|\s+and\s+|\s+or\s+|\s*/\s*)+'?\w+'?)+)\)?(?:\s*,\s*(?:in|ignoring)\s+(?:any\s+)?case)?$",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*/\s*", re.IGNORECASE)


def _are_called(head: str, cond: str) -> bool:
    """Whether a bracket gives a code for each state that the words before it call rows by: ``open and new (O, N)``."""
    states, codes = _STATES.match(head.strip()), _CODES.match(cond.strip())
    if states is None or codes is None:
        return False
    said, given = _OR.split(states["states"]), _OR.split(codes["codes"])
    return len(said) == len(given) and not any(word.casefold() in ("not", "no", "only") for word in said)


def _as_is(match: re.Match[str]) -> str:
    said = match["verb"].lower()
    return {"be": "is", "have": "has", "hold": "holds", "equal": "equals"}.get(said, "is not")
