"""Rules of update requests in other words: what only holds a value against what it was so far is left away.

``still created_on to closed_on in calendar days, but an order that is not closed yet is counted until 2025-03-31 rather
than being blank`` is ``calendar days from created_on to closed_on; not closed: until 2025-03-31``. Each way of saying
changes one thing, and a rule that none of them changes has no other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from signoff.core.merge.names import words
from signoff.core.merge.restating_arms import with_arms_said

_BEFORE_NOW = re.compile(
    r"\s*\((?:today|so\s+far|until\s+now|currently|at\s+present|at\s+the\s+moment|now|before|previously|formerly|used\s+to|"
    r"(?:it\s+)?was)\b(?![^()]*\b(?:still|too|also|only|unless|except)\b)[^()]*\)",
    re.IGNORECASE,
)
"""How it was, in brackets."""
_NO_LONGER = re.compile(
    r"\s*,?\s+(?:rather\s+than|instead\s+of|and\s+(?:not|no\s+longer)|no\s+longer)\s+(?:being\s+|staying\s+|left\s+|to\s+stay\s+|showing\s+)*"
    r"(?:blank|empty|null|missing|nothing|no\s+value)(?=\s*(?:$|[.;,]))",
    re.IGNORECASE,
)
"""What no longer stands where there is another value now."""
_STILL = re.compile(
    r"^(?:still|as\s+before|like\s+before|as\s+today|now)\s*[,:]?\s+(?!the\s+same\b)(?=\w)", re.IGNORECASE
)
_UNIT = r"(?P<unit>(?:(?:full|whole|calendar)\s+)?(?:days?|hours?|minutes?))"
_SPAN = re.compile(
    rf"^(?:from\s+)?(?P<start>\w+)\s+(?:to|until|till|->|→)\s+(?P<end>\w+)\s*,?\s+(?:in|as)\s+{_UNIT}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OPEN = re.compile(
    r"[,;]?\s*\b(?:but|and|while|whereas)\s+(?:for\s+)?(?:an?|the|all|any|those|every)?\s*[\w ]*?"
    r"\b(?:that|which|who)\s+"
    r"(?:is|are|was|were|has|have)\s+(?:still\s+)?(?:not|never)\s+(?:been\s+)?(?P<state>\w+)(?:\s+yet)?\s*,?\s+"
    r"(?:(?:is|are|will\s+be|gets?)\s+)?(?:counted|counts?|runs?|measured|calculated|taken)\s+(?:until|to|up\s+to|till|through)\s+"
    r"(?:the\s+)?(?:key\s+date\s+|reporting\s+date\s+|cut-?off(?:\s+date)?\s+)?(?P<day>\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
_OPEN_PLAINLY = re.compile(
    r"[,;]?\s*\b(?:but|and|while|whereas)\s+(?:un(?P<un>\w+ed)|(?P<open>open))\s+(?:\w+\s+)?"
    r"(?:(?:is|are|will\s+be|gets?)\s+)?(?:counted|counts?|run|runs|measured|calculated|taken)\s+(?:until|to|up\s+to|till|through)\s+"
    r"(?:the\s+)?(?:key\s+date\s+|reporting\s+date\s+|cut-?off(?:\s+date)?\s+)?(?P<day>\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"(?P<lead>^|[.;]\s+)(?P<verb>Has|Have|Is|Are)\s+(?P<rest>(?:the|an?|there|no|it|he|she|his|her|its)\b[^,.;]*),\s*(?P<then>[^.;]+)"
)
"""A condition whose verb stands first: ``Has the owner no name, his email``."""
_ONE_ALONE = re.compile(
    r"[.;,]\s*(?:when|if|where)\s+(?:only\s+one\s+(?:of\s+(?:the\s+two|them|both)\s+)?(?:is\s+)?(?:known|there|given|filled(?:\s+in)?|set|available|present)|"
    r"one\s+(?:of\s+(?:the\s+two|them|both)\s+)?is\s+(?:missing|empty|unknown|blank|not\s+(?:known|there|given|filled)))\s*,?\s*"
    r"(?:then\s+)?(?:(?:just|only|simply)\s+)?(?:show|use|take|give|it\s+is)?\s*(?:just|only)?\s*"
    r"(?:(?:that|this)(?:\s+(?:one|part))?|the\s+other(?:\s+(?:one|part))?|it)(?:\s+(?:alone|by\s+itself|on\s+its\s+own))?\s*\.?$",
    re.IGNORECASE,
)
_TWO_PARTS = re.compile(
    r"^(?P<one>[\w ]+?)\s*(?:,|\+)\s*(?:an?\s+|one\s+)?(?:space|blank)\s*(?:,|\+)\s*(?:and\s+)?(?P<two>[\w ]+)$",
    re.IGNORECASE,
)
_NONE_BEFORE = re.compile(
    r"\b(?:if|when|where|for)\s+(?:there\s+(?:was|is)\s+)?no\s+(?P<what>\w+)\s+(?:in\s+)?(?:the\s+)?"
    r"(?:(?P<unit>month|day|week|year|quarter|period)\s+before|(?:previous|prior|last|preceding)\s+(?P<unit2>month|day|week|year|quarter|period))\b",
    re.IGNORECASE,
)
_COUNTERPART = re.compile(
    r"\s*[,;(]\s*(?:i\.?e\.?\s+|so\s+|that\s+is\s+|which\s+is\s+)?(?:the\s+)?(?:counterpart|opposite|pendant|mirror(?:\s+image)?)\s+(?:of|to|for)\s+(?P<name>\w+)\)?\s*\.?$",
    re.IGNORECASE,
)
_PREVIOUS = frozenset({"previous", "prior", "last", "prev", "preceding", "before"})


def restated_request(rule: str, names: Sequence[str]) -> str:
    """The rule in words that compilers know; empty where it says nothing in another way.

    Args:
        rule: of a new or changed column.
        names: columns that the result has or is to have.
    """
    plain = " ".join(rule.split())
    said = plain
    ways: tuple[Callable[[str], str], ...] = (
        lambda text: _BEFORE_NOW.sub("", text),
        lambda text: _NO_LONGER.sub("", text),
        lambda text: _STILL.sub("", text),
        lambda text: _without_counterpart(text, names),
        _open_ends,
        _turned,
        _one_alone,
        lambda text: _none_before(text, names),
        lambda text: with_arms_said(text, names),
    )
    for way in ways:
        said = way(said).strip(" ,;")
    return "" if said.rstrip(".") == plain.rstrip(" ,;.") else said


def _open_ends(text: str) -> str:
    """A span with the day to which rows count that have no end yet."""
    said = text
    for shape in (_OPEN, _OPEN_PLAINLY):
        found = shape.search(said)
        if found is not None and not said[found.end() :].strip(" ."):
            groups = found.groupdict()
            state = groups.get("state") or groups.get("un") or ""
            way = f"not {state}" if state else "open"
            said = f"{said[: found.start()]}; {way}: until {found['day']}"
    span = _SPAN.match(said)
    if span is None:
        return said
    return f"{span['unit']} from {span['start']} to {span['end']}{span['rest']}"


def _turned(text: str) -> str:
    """Conditions with their verb behind the subject: ``if the owner has no name, his email``."""

    def plainly(match: re.Match[str]) -> str:
        verb, rest = match["verb"].lower(), match["rest"].strip()
        subject = re.match(r"(?:there|(?:(?:the|an?|his|her|its)\s+)?\w+)", rest, re.IGNORECASE)
        if subject is None:
            return match.group()
        return f"{match['lead']}if {subject.group()} {verb}{rest[subject.end() :]}, {match['then'].strip()}"

    return _TURNED.sub(plainly, text)


def _one_alone(text: str) -> str:
    """Two parts of which one stands alone where the other is missing."""
    parts = alone_or_both(text)
    return f"{' and '.join(parts)} joined by a space, skip missing ones" if parts else text


def alone_or_both(text: str) -> tuple[str, ...]:
    """The two parts of a text that have a space between them, or stand alone where the other is missing.

    Args:
        text: a rule; one that says anything else has no such parts.
    """
    said = _BEFORE_NOW.sub("", " ".join(text.split())).strip()
    found = _ONE_ALONE.search(said)
    parts = _TWO_PARTS.match(said[: found.start()].strip()) if found is not None else None
    return (parts["one"].strip(), parts["two"].strip()) if parts is not None else ()


def _none_before(text: str, names: Sequence[str]) -> str:
    """``no amount the month before`` by the only column that says it: ``previous_month_amount is 0``."""
    found = _NONE_BEFORE.search(text)
    if found is None:
        return text
    unit, what = (found["unit"] or found["unit2"]).casefold(), found["what"].casefold()
    fitting = [name for name in names if _says_before(words(name), what, unit)]
    if len({frozenset(words(name)) for name in fitting}) != 1:
        return text
    return f"{text[: found.start()]}if {fitting[0]} is 0{text[found.end() :]}"


def _without_counterpart(text: str, names: Sequence[str]) -> str:
    """A rule without what only says of which other column its value is the other end."""
    found = _COUNTERPART.search(text)
    known = {name.casefold() for name in names}
    return text[: found.start()] if found is not None and found["name"].casefold() in known else text


def _says_before(said: Sequence[str], what: str, unit: str) -> bool:
    return what in said and unit in said and bool(_PREVIOUS & set(said))
