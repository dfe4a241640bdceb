"""Ways to cut a case into the words of its test and of its value: by if and when, arrows, verbs, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.merge.likely.plainly.labels import UNIT

_IF_THEN = re.compile(
    r"^(?:if|when|where|once|as\s+soon\s+as|for|whenever|in\s+case(?:\s+of)?|as\s+long\s+as)\s+"
    r"(?P<t>.+?)\s*(?:,\s*(?:then\s+)?|\s+then\s+|\s*→\s*|\s*:\s+)(?P<v>[^→]+)$",
    re.IGNORECASE,
)
IF_SAY = re.compile(
    r"^(?:if|when|where|for|once)\s+(?P<t>.+?)\s+(?P<v>(?:say|use|put|write|leave|take|set|it\s+is|it\s+"
    r"stays|stays|show|goes|gives|assume|return|make\s+it|this\s+is|we)\b.+)$",
    re.IGNORECASE,
)
"""A condition, then a verb that begins its value."""

ARROW = re.compile(r"\s*→\s*|\s+=\s+|(?<=[\w')])=(?=[\w'\s])|\s*:\s+")
"""Signs between a condition and its value."""

_VERB = re.compile(
    r"\s+(?:is|are|means?|becomes?|gives?|gets?|counts?\s+as|goes\s+(?:to|as|into)|stands\s+for|turns?\s+"
    r"into|should\s+be|will\s+be|shown\s+as|is\s+(?:called|shown\s+as|treated\s+as)|are\s+(?:called|"
    r"always)|stays?|remains?|turn|to|as)\s+",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\s+(?:only\s+|just\s+)?(?:if|when|where|as\s+soon\s+as|once|for|in\s+case(?:\s+of)?|as\s+long\s+as|"
    r"whenever|because|on|with|at)\s+",
    re.IGNORECASE,
)
GONE_WORDS = re.compile(
    r"\b(?:null|nulls|empty|blank|missing|not\s+(?:filled|given|there|set|known|present|available)|no\b|"
    r"none|nothing|nobody|without|un[a-z]+ed|unpaid|unknown|can\s+not\s+tell|never|lack)",
    re.IGNORECASE,
)
"""Words that say that something is missing."""

LISTED = re.compile(
    r"(?:'[^']*'|[\w.+&-]+)(?:(?:\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+|\s*/\s*)(?:'[^']*'|[\w.+&-]+))*"
)
"""One value or several in a list."""

_SO = re.compile(
    r"^(?:if|when|where|an?\s+)?\s*(?P<t>.+?)\s*,?\s+(?:we|it|this|that|they|was|were)\s+[^,→=]*,\s*so\s+"
    r"(?:it\s+is\s+|we\s+say\s+)?(?P<v>[^,]+)$",
    re.IGNORECASE,
)


def cuts_list(test_said: str, value_said: str, text: str) -> bool:
    """Whether a case would be cut out of a list of several."""
    if "," in value_said.strip(" ,"):
        return True
    if "," in test_said.strip(" ,") and not LISTED.fullmatch(test_said.strip(" ,")):
        return True
    is_led = (
        re.match(r"(?:if|when|where|for|once|as\s+soon|whenever|in\s+case|a\s|an\s)", text, re.IGNORECASE)
        is not None
    )
    return not is_led and text.count(",") > test_said.strip(" ,").count(",")


def cuts_of(text: str) -> Iterator[tuple[str, str]]:
    """Test and value of every way to cut a case."""
    for shape in (_SO, _IF_THEN, IF_SAY):
        match = shape.match(text)
        if match is not None:
            yield match["t"], match["v"]
    for cut in ARROW.finditer(text):
        yield text[: cut.start()], text[cut.end() :]
    for cut in _VERB.finditer(text):
        if text[cut.end() :][:1] in "'\"" and text[cut.end() :].count("'") == 2:
            yield text[: cut.start()], text[cut.end() :]
    for cut in _WHEN.finditer(text):
        yield text[cut.end() :], text[: cut.start()]
    for cut in _VERB.finditer(text):
        if cut.group().strip().casefold() not in ("to", "as") or not re.search(
            r"\b(?:from|up|between|\d)\s*", text[: cut.start()]
        ):
            yield text[: cut.start()], text[cut.end() :]
    yield from _bare_cuts(text)


def _bare_cuts(text: str) -> Iterator[tuple[str, str]]:
    """Test and value with nothing but a dash or no word at all between them."""
    dash = re.match(r"^(?P<t>.+?)\s+-\s+(?:(?:in\s+that\s+case|then|so)\s*,?\s+)?(?P<v>.+)$", text)
    if dash is not None:
        yield dash["t"], dash["v"]
    words = text.split()
    for size in range(1, min(4, len(words))):
        for test, value in ((words[:-size], words[-size:]), (words[size:], words[:size])):
            said = " ".join(value)
            if re.match(r"(?:on|in|out|off|at)\b", said, re.IGNORECASE):
                continue
            is_figure = re.fullmatch(r"[-\d.,+]+", said) is not None and not re.match(
                r"(?:if|when|where)\b", text
            )
            if not is_figure and not UNIT.fullmatch(said) and not GONE_WORDS.fullmatch(" ".join(test)):
                yield " ".join(test), said


def is_signed(test_said: str, value_said: str, text: str) -> bool:
    """Whether a sign stands between a code and its value."""
    between = text[len(test_said) : len(text) - len(value_said)] if text.startswith(test_said) else ""
    return re.search(r"[=→:]", between) is not None
