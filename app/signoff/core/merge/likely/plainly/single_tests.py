"""One condition in plain words, read by the first reader that knows it: flags, what happened, two columns."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.merge.likely.plainly.code_tests import codes_test, like_test, sign_test
from signoff.core.merge.likely.plainly.day_tests import day_test
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.more_tests import MORE
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.number_tests import number_test
from signoff.core.merge.likely.plainly.presence_tests import missing_test, present_test, two_of
from signoff.core.merge.likely.plainly.spoken import spoken_of
from signoff.core.merge.likely.values.soft_tests import soft_test

_VERB = re.compile(
    r"^(?:it\s+|the\s+[\w-]+\s+|they\s+|already\s+|has\s+|have\s+|is\s+|was\s+|were\s+|been\s+|got\s+|"
    r"being\s+)*?(?P<not>not\s+(?:yet\s+)?(?:been\s+)?|never\s+(?:been\s+)?|un(?=[a-z]{3,}ed$|paid$))?"
    r"(?:already\s+|yet\s+|been\s+|being\s+)*(?P<verb>[a-z]+(?:ed|id|en|nt|ld|d|t|ut|n))(?:\s+(?:yet|at\s+"
    r"all|so\s+far))?$",
    re.IGNORECASE,
)
_DIFFER = re.compile(
    r"^(?:the\s+)?(?P<a>[\w'\s-]+?)\s+(?:and|vs)\s+(?:the\s+)?(?P<b>[\w'\s-]+?)\s+(?:(?:are\s+|do\s+)?"
    r"(?P<no>not\s+(?:the\s+same|equal|match|alike|identical)|differ(?:ent)?|"
    r"disagree|are\s+different)|(?:are\s+)?(?:the\s+same|equal|match|alike|agree|identical))$|"
    r"^(?:the\s+)?(?P<c>[\w'\s-]+?)\s+(?:(?P<no2>differs?\s+from|is\s+different\s+(?:from|to|than)|is\s+"
    r"not\s+(?:the\s+same\s+as|equal\s+to)|does\s+not\s+(?:match|equal)|is\s+other\s+than)|"
    r"is\s+(?:the\s+same\s+as|equal\s+to|identical\s+to)|matches|equals)\s+(?:the\s+)?(?P<d>[\w'\s-]+)$",
    re.IGNORECASE,
)
_TRUTH = re.compile(
    r"^(?P<noun>.*?)\s*(?:is|was|are|=|says|has\s+been)?\s*\b(?P<v>on|true|set|yes|ticked|off|false|not\s+"
    r"set|not\s+ticked|no)$",
    re.IGNORECASE,
)


def single_test(text: str, ground: Ground) -> str:
    """SQL of a condition by the first reader that knows it; empty where none does."""
    for reader in _READERS if "," not in text else (like_test, codes_test, _known):
        topic = ground.topic
        if made := reader(text, ground):
            return made
        ground.topic = topic
    return ""


def _verb(text: str, ground: Ground) -> str:
    """What happened or did not, by its day or its flag: ``delivered``, ``not paid yet``, ``unpaid``."""
    match = _VERB.match(text)
    if match is None:
        return ""
    verb = match["verb"]
    for kind in ("day", "truth"):
        column = ground.called(verb, kind)
        if column is None:
            continue
        if kind == "day":
            return ground.missing(column) if match["not"] else ground.present(column)
        return f"not coalesce({column.sql}, false)" if match["not"] else f"coalesce({column.sql}, false)"
    return ""


def _differ(text: str, ground: Ground) -> str:
    match = _DIFFER.match(text)
    if match is None:
        return ""
    one, two = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
    second = ground.called(two)
    first = ground.called(one) or (ground.called(f"{one} {two.split()[-1]}") if second is not None else None)
    if second is not None and first is not None and first.sql == second.sql:
        first = ground.called(f"{one} {two.split()[-1]}")
    if first is None or second is None or first.sql == second.sql or kind_of(first) != kind_of(second):
        return ""
    ground.meant.update({one: first.sql, two: second.sql})
    text_kind = kind_of(first) == "text"
    left, right = (ground.letters(c) if text_kind else ground.sql(c) for c in (first, second))
    return f"{left} {'<>' if match['no'] or match['no2'] else '='} {right}"


def _truth(text: str, ground: Ground) -> str:
    match = _TRUTH.match(text)
    if match is None:
        return ""
    column = spoken_of(match["noun"], ground, "truth")
    if column is None or kind_of(column) != "truth":
        return ""
    return (
        f"not {column.sql}"
        if match["v"].casefold() in ("off", "false", "no", "not set", "not ticked")
        else column.sql
    )


def _known(text: str, ground: Ground) -> str:
    """A condition that compilers or other readers know, where it names a column."""
    names = {c.column.name.casefold() for c in ground.names.columns}
    if not names & set(re.findall(r"\w+", text.casefold())):
        return soft_test(text, ground.names.columns)
    return ground.tools.test(text)


_READERS: tuple[Callable[[str, Ground], str], ...] = (
    *MORE,
    sign_test,
    two_of,
    missing_test,
    _differ,
    day_test,
    number_test,
    present_test,
    like_test,
    _truth,
    _verb,
    codes_test,
    _known,
)
