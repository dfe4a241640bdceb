"""Texts around a grid that tell in everyday words which rows there are: ``thrown away``, ``(state = X)``."""

from __future__ import annotations

import re

_VERBS = re.compile(
    r"\b(?:(?:throw|thrown|kick(?:ed)?|cut|put|filter(?:ed)?|sort(?:ed)?|weed(?:ed)?|leav(?:e|ing)|take|taken|fall|falls|drop|drops)\s+(?:\w+\s+){0,4}?(?:away|out|off|aside)"
    r"|drop|go(?:\s+(?:out|away))?(?=[.,;]|$)|get\s+rid\s+of|forget\s+about|(?:do\s+not|don[’']t|never|not)\s+(?:want|need|belong|appear|load|take|report|use|show|count|care|see)\w*"
    r"|nobody\s+(?:cares|needs|wants)|neither\s+counts?|everything\s+else|we\s+need\b|(?:are|is|be)\s+not\s+(?:to\s+be\s+)?(?:reported|shown|used|counted|taken|loaded|wanted|allowed)|(?:are|is)\s+out|interested\s+in|just\s+(?:the|those)|^\W*just\s|nothing\s+but"
    r"|must\s+(?:also\s+)?(?:exist|survive|stay|be\s+(?:filled|there|known|found|kept))|has\s+to\s+(?:exist|be\s+(?:filled|there|known))|have\s+to\s+(?:exist|be\s+(?:filled|there|known))"
    r"|mandatory|surviv\w+|(?:may|can)\s+be\s+(?:missing|empty)|(?:get|be)\s+lost|lose|unmatched|hangs?\s+on|linked|attach\w*|wins|the\s+valid\s+one|delet(?:e|ed)|w/o|excl\b)",
    re.IGNORECASE,
)
"""Verbs for rows that go, that stay, and that are joined."""
_NO_SUCH = re.compile(
    r"^\W*(?:excl\.?|w/o)\s+\S+\s+\S|^\W*(?:no|without|not)\s+(?:[\w-]+\s+){0,3}?(?:ones|[\w-]+s)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"\(\s*[A-Za-z_]\w*\s*(?:=|<>|!=|<|>|<=|>=|\bis\b|\bin\b)\s*[^()]+\)|\bi\.\s?e\.\s*,?\s*\w+\s+(?:is|=|<>|in)\b",
    re.IGNORECASE,
)
"""A test of a column that explains the words before it."""
_BOUND = re.compile(
    r"^[\w.\s]{2,40}?\s+(?:is\s+|are\s+)?(?:(?:must|may|can|should)\s+)?not\s+(?:be\s+)?(?:after|before|[A-Z0-9]{1,6}\b\s*(?:\(|$|,|(?:unless|if|provided|except|only|on|when|for)\b))|^[\w.\s]{2,40}?:\s+[\w.\s]{2,40}?\s+not\s+(?:after|before)\b"
)
_EXISTS = re.compile(
    r"\bat\s+least\s+one\s+\w+|\bfor\s+whom\b|\bno\s+\w+\s+(?:whatsoever|at\s+all|in\s+other\s+tables?)\b|\bnot\s+a\s+single\s+\w+|\bshows?\s+up\s+(?:as|in)\b",
    re.IGNORECASE,
)
"""Says that there is something for a row, or nothing, in another table."""
_NO_JOIN = re.compile(r"^\W*no\s+joins?\W*$", re.IGNORECASE)


_SHORT_CELL = 3
"""Words of a cell that may stand for something else: ``room must exist`` among what was before."""


def tells_rows_plainly(text: str) -> bool:
    """Whether a text tells in everyday words which rows there are, or how tables are joined."""
    if _NO_JOIN.match(text):
        return False
    is_sentence = len(text.split()) > _SHORT_CELL or text.rstrip().endswith((".", "!"))
    shapes = (
        (_VERBS, _NO_SUCH, _IN_BRACKETS, _BOUND, _EXISTS) if is_sentence else (_NO_SUCH, _IN_BRACKETS, _BOUND)
    )
    return any(shape.search(text) for shape in shapes)
