"""Clauses of a rule in plain words: a case with its value, what holds for the rest, what stands for a missing value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from signoff.core.merge.likely.plainly.bounds import bounds_of
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.labels import NOTHING, UNIT, label_of
from signoff.core.merge.likely.plainly.more_tests import code_range
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.tests import among, test_of


@dataclass(frozen=True)
class Told:
    """What the clauses read so far come to."""

    arms: tuple[tuple[str, str], ...] = ()
    """Tests and values, both as SQL."""
    first: tuple[tuple[str, str], ...] = ()
    """Those that hold before all others."""
    rest: str = ""
    missing: str = ""
    """What stands for a missing value."""
    head: str = ""
    """The value that the rule makes."""
    steps: tuple[str, ...] = ()
    """What is done with the value, with ``{}`` for it."""
    is_test: bool = False
    """The head is a condition."""
    nulls: tuple[str, ...] = field(default=())
    """Tests under which there is no value."""


_REST = re.compile(
    r"^(?:and\s+|but\s+)?(?:for\s+|in\s+|with\s+)?(?:(?:anything|everything|whatever|all|any|every|anyone|everyone|what|the|no)\s+)*(?:else|others?(?:\s+(?!is\b|are\b|means?\b)[a-z]+){0,2}|rest|remaining(?:\s+\w+)?|remainder|otherwise|unmapped(?:\s+\w+)?|unknown\s+(?:codes?|values?)|default|unlisted|outside\s+[\w\s-]+?(?=\s+or\b|\s*[:→=,])|"
    r"in\s+(?:all|any|every)\s+(?:other|remaining)\s+cases?|none\s+of\s+(?:these|those|them|the\s+above|that)|(?:not\s+)?else|if\s+not|none\s+(?:filled|set|given)|failing\s+(?:all\s+)?that)"
    r"(?P<nothing>\s*,?\s*(?:or|and|/|including|also)\s+(?:(?:nothing|no\s+\w+|null|nulls|empty|blank|missing)(?:\s+at\s+all)?(?:\s*(?:or|and|/|,)\s*)?)+)?(?!\w)\s*(?:[,:→=]\s*)?(?P<v>.+)$",
    re.IGNORECASE,
)
_REST_BEHIND = re.compile(
    r"^(?:and\s+|but\s+)?(?P<v>[^,;]+?)\s+(?:(?:in|for|with)\s+)?(?:(?:all|every|any|the)\s+)*(?:other(?:wise)?(?:\s+cases?|\s+\w+)?|else|remaining\s+\w+|rest|others)$",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"^(?:and\s+)?never\s+(?:be\s+)?(?:null|empty|blank)$", re.IGNORECASE)
_BOTH = re.compile(
    r"^(?:but\s+)?(?P<t>.+?)\s*,?\s+(?:must|have\s+to|has\s+to|need\s+to)\s+be\s+(?P<s>[\w\s]+)$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:and|but|then|so|also|failing\s+that|else|otherwise|next|after\s+that|first|finally|if\s+not)\s*,?\s+)+(?=\S)",
    re.IGNORECASE,
)
_IF_THEN = re.compile(
    r"^(?:if|when|where|once|as\s+soon\s+as|for|whenever|in\s+case(?:\s+of)?|as\s+long\s+as)\s+(?P<t>.+?)\s*(?:,\s*(?:then\s+)?|\s+then\s+|\s*→\s*|\s*:\s+)(?P<v>[^→]+)$",
    re.IGNORECASE,
)
_IF_SAY = re.compile(
    r"^(?:if|when|where|for|once)\s+(?P<t>.+?)\s+(?P<v>(?:say|use|put|write|leave|take|set|it\s+is|it\s+stays|stays|show|goes|gives|assume|return|make\s+it|this\s+is|we)\b.+)$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\s*→\s*|\s+=\s+|(?<=[\w')])=(?=[\w'\s])|\s*:\s+")
_VERB = re.compile(
    r"\s+(?:is|are|means?|becomes?|gives?|gets?|counts?\s+as|goes\s+(?:to|as|into)|stands\s+for|turns?\s+into|should\s+be|will\s+be|shown\s+as|is\s+(?:called|shown\s+as|treated\s+as)|are\s+(?:called|always)|stays?|remains?|turn|to|as)\s+",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\s+(?:only\s+|just\s+)?(?:if|when|where|as\s+soon\s+as|once|for|in\s+case(?:\s+of)?|as\s+long\s+as|whenever|because|on|with|at)\s+",
    re.IGNORECASE,
)
_GONE_WORDS = re.compile(
    r"\b(?:null|nulls|empty|blank|missing|not\s+(?:filled|given|there|set|known|present|available)|no\b|none|nothing|nobody|without|un[a-z]+ed|unpaid|unknown|can\s+not\s+tell|never|lack)",
    re.IGNORECASE,
)


def with_clause(text: str, told: Told, ground: Ground) -> Told | None:
    """What the rule comes to with one more clause; None where the clause is not understood.

    Args:
        text: the clause.
        told: what the clauses before it came to.
        ground: what the rule is about.
    """
    plain = text.strip(" .,;")
    for reader in (
        _never_null,
        _unless,
        _same,
        _next_state,
        _further,
        _explained,
        _missing,
        _must,
        _rest,
        _arm,
    ):
        found = reader(plain, told, ground)
        if found is not None:
            return found
    return None


def _never_null(text: str, told: Told, ground: Ground) -> Told | None:
    if _ALWAYS.match(text) is None or ground.target != "truth":
        return None
    return told if told.rest else replace(told, rest="false")


_MISSING_FIRST = re.compile(
    r"^(?:and\s+|but\s+)?(?:if\s+|when\s+|where\s+|for\s+|in\s+case\s+)?(?P<t>.+?)\s*(?:→|=(?!=)|:|,\s*(?:then\s+)?|\bthen\b|\b(?:means?|becomes?|is|are|counts?\s+as|gives?|says?|stays?|goes\s+to|shown\s+as|treated\s+as|to|as|assume|say|use|put)\b)\s*(?P<v>.+)$",
    re.IGNORECASE,
)
_MISSING_BEHIND = re.compile(
    r"^(?:and\s+|but\s+|default(?:s|ing)?\s+(?:to\s+|is\s+)?|use\s+|with\s+)*(?P<v>.+?)\s+(?:if|when|where|for|in\s+case|as\s+long\s+as|because|unless|instead\s+of)\s+(?P<t>.+)$",
    re.IGNORECASE,
)


def _missing(text: str, told: Told, ground: Ground) -> Told | None:
    """What stands for no value: ``null → unknown``, ``USD if not filled``, ``no email = false``."""
    for shape in (_MISSING_FIRST, _MISSING_BEHIND):
        for match in _ways(shape, text):
            test_said, value_said = match
            if not _GONE_WORDS.search(test_said) or re.search(
                r"\bor\s+(?!(?:null|empty|blank|missing|not)\b)|\b\d", test_said
            ):
                continue
            if re.search(r"\b(?:if|when|where|otherwise|else)\b", value_said, re.IGNORECASE):
                continue
            label = label_of(value_said, ground)
            topic = ground.topic
            ground.topic = None
            test = test_of(test_said, ground) if label else ""
            if not test or "IS NULL" not in test:
                ground.topic = topic
                continue
            return replace(told, first=(*told.first, (test, label)))
    return None


def _ways(shape: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    match = shape.match(text)
    if match is not None:
        yield match["t"], match["v"]
    if shape is _MISSING_FIRST:
        for cut in _ARROW.finditer(text):
            yield text[: cut.start()], text[cut.end() :]
        if (
            re.match(r"(?:if|when|where|for)\b", text, re.IGNORECASE)
            and (said := _IF_SAY.match(text)) is not None
        ):
            yield said["t"], said["v"]


_STATE = re.compile(r"^(?:and\s+)?(?:then|next|followed\s+by|after\s+that)\s+(?P<v>[a-z]+)$", re.IGNORECASE)


def _next_state(text: str, told: Told, ground: Ground) -> Told | None:
    """A state that goes on from others which hold where their day is filled: ``then shipped``."""
    match = _STATE.match(text)
    if match is None or not told.arms or not told.arms[-1][0].endswith("IS NOT NULL"):
        return None
    column = ground.names.called(match["v"], "day")
    label = label_of(match["v"], ground) if column is not None else ""
    return (
        replace(told, arms=(*told.arms, (ground.present(column), label)))
        if column is not None and label
        else None
    )


_SAME = re.compile(
    r"^(?:and\s+)?(?:the\s+)?same\s+(?:goes|holds|applies|is\s+true|counts)\s+for\s+(?P<t>.+)$", re.IGNORECASE
)


def _same(text: str, told: Told, ground: Ground) -> Told | None:
    """``and the same goes for empty ones``."""
    match = _SAME.match(text)
    test = test_of(match["t"], ground) if match is not None and told.arms else ""
    return replace(told, first=(*told.first, (test, told.arms[-1][1]))) if test else None


_UNLESS = re.compile(r"^(?:but\s+not\s+if|unless|except\s+(?:if|when|where))\s+(?P<t>.+)$", re.IGNORECASE)
_ARE_ALWAYS = re.compile(r"^(?P<t>[\w\s]+?)\s+(?:ones?\s+)?(?:is|are)\s+always\s+(?P<v>.+)$", re.IGNORECASE)


def _unless(text: str, told: Told, ground: Ground) -> Told | None:
    """What a case does not hold for: ``unless the claim has been withdrawn``, said again by ``those are always No``."""
    match = _UNLESS.match(text)
    test = test_of(match["t"], ground) if match is not None and told.arms else ""
    value = next(
        (pair - {told.arms[-1][1]} for pair in _OPPOSITES if told.arms and told.arms[-1][1] in pair), set()
    )
    if test and value:
        return replace(told, first=(*told.first, (test, next(iter(value)))))
    again = _ARE_ALWAYS.match(text)
    if again is not None and told.first and label_of(again["v"], ground) == told.first[-1][1]:
        return told
    return None


def _must(text: str, told: Told, ground: Ground) -> Told | None:
    """``both must be known`` of a condition: it does not hold otherwise."""
    match = _BOTH.match(text)
    if match is None or not (told.arms or told.is_test):
        return None
    test = test_of(f"{match['t']} is {match['s']}", ground) or test_of(text, ground)
    return told if test else None


def _rest(text: str, told: Told, ground: Ground) -> Told | None:
    if told.rest:
        return None
    for shape in (_REST, _REST_BEHIND):
        match = shape.match(text)
        if match is None or (
            shape is _REST_BEHIND and re.search(r"\b(?:if|when|where)\b", match["v"], re.IGNORECASE)
        ):
            continue
        if re.match(r"(?:if|when|where|for)\b", match["v"], re.IGNORECASE) or re.search(
            r"\s(?:if|when|where)\s", match["v"], re.IGNORECASE
        ):
            continue
        label = label_of(re.sub(r"^(?:is|are)\s+", "", match["v"]), ground)
        if label:
            return replace(told, rest=label)
    return None


_LISTED = re.compile(
    r"(?:'[^']*'|[\w.+&-]+)(?:(?:\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+|\s*/\s*)(?:'[^']*'|[\w.+&-]+))*"
)


def _arm(text: str, told: Told, ground: Ground) -> Told | None:
    plain = _LEAD.sub("", text)
    only = re.match(
        r"^(?:valid|accepted|kept|taken|filled|shown|used)\s+only\s+(?:if|with|when|for|where)\s+(?P<t>.+)$",
        plain,
        re.IGNORECASE,
    )
    source = ground.names.source()
    if (
        only is not None
        and source is not None
        and ground.target == "text"
        and (test := test_of(only["t"], ground))
    ):
        return replace(told, arms=(*told.arms, (test, ground.sql(source))))
    for test_said, value_said in _cuts(plain):
        if _cuts_list(test_said, value_said, plain):
            continue
        value = label_of(value_said, ground)
        if not value:
            continue
        topic = ground.topic
        test = _test(test_said, ground, signed=_is_signed(test_said, value_said, plain))
        if test and not _compares_itself(test):
            return replace(told, arms=(*told.arms, (test, value)))
        ground.topic = topic
        if _completes(test_said, value, told):
            return replace(told, rest=value)
    return None


_NO_CODES = frozenset(
    [
        "unmapped",
        "rest",
        "other",
        "others",
        "else",
        "otherwise",
        "default",
        "then",
        "both",
        "all",
        "any",
        "names",
        "same",
        "single",
    ]
)


def _test(text: str, ground: Ground, *, signed: bool = False) -> str:
    """A condition, bounds of the only number, or codes of the only text."""
    plain = re.sub(
        r"^(?:an?\s+|the\s+)?(?:codes?|values?|scores?|statuses|status|letters?)\s+(?:of\s+)?(?=\S)",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
    source = ground.names.source() or ground.names.source("number")
    if source is not None and kind_of(source) == "number" and (bounds := bounds_of(plain)):
        return " AND ".join(f"{ground.sql(source)} {each}" for each in bounds)
    first = ground.names.source("text")
    if ranged := code_range(plain, ground):
        return ranged
    listed = _LISTED.fullmatch(plain)
    if (
        first is not None
        and listed is not None
        and not re.search(r"\b(?:null|empty|blank|missing|nothing|none\b(?!'))", plain, re.IGNORECASE)
    ):
        values = re.findall(r"'[^']*'|[\w.+&-]+", re.sub(r"\s+(?:or|and)\s+", ", ", plain))
        if all(
            v.startswith("'") or v.isupper() or v.isdigit() or (signed and v not in _NO_CODES) for v in values
        ):
            return among(first, values, ground)
    hinted = re.fullmatch(r"[\w\s]+\((?P<code>'[^']+'|[A-Z0-9]{1,3})\)", plain)
    if hinted is not None and ground.topic is not None and kind_of(ground.topic) == "text":
        return among(ground.topic, [hinted["code"]], ground)
    return test_of(text, ground)


_SO = re.compile(
    r"^(?:if|when|where|an?\s+)?\s*(?P<t>.+?)\s*,?\s+(?:we|it|this|that|they|was|were)\s+[^,→=]*,\s*so\s+(?:it\s+is\s+|we\s+say\s+)?(?P<v>[^,]+)$",
    re.IGNORECASE,
)


def _cuts_list(test_said: str, value_said: str, text: str) -> bool:
    """Whether a case would be cut out of a list of several."""
    if "," in value_said.strip(" ,"):
        return True
    if "," in test_said.strip(" ,") and not _LISTED.fullmatch(test_said.strip(" ,")):
        return True
    is_led = (
        re.match(r"(?:if|when|where|for|once|as\s+soon|whenever|in\s+case|a\s|an\s)", text, re.IGNORECASE)
        is not None
    )
    return not is_led and text.count(",") > test_said.strip(" ,").count(",")


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Test and value of every way to cut a case."""
    for shape in (_SO, _IF_THEN, _IF_SAY):
        match = shape.match(text)
        if match is not None:
            yield match["t"], match["v"]
    for cut in _ARROW.finditer(text):
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
            if not is_figure and not UNIT.fullmatch(said) and not _GONE_WORDS.fullmatch(" ".join(test)):
                yield " ".join(test), said


_OPPOSITES = ({"'Y'", "'N'"}, {"'Yes'", "'No'"}, {"'yes'", "'no'"}, {"true", "false"}, {"1", "0"})


def _compares_itself(test: str) -> bool:
    match = re.match(r"(?P<a>[\w.\"]+) (?:=|<>|[<>]=?) (?P<b>[\w.\"]+)$", test)
    return match is not None and match["a"] == match["b"]


_FURTHER = re.compile(
    r"^(?:and\s+)?(?:(?:anything\s+)?(?:later|more|above(?:\s+that)?|over(?:\s+that)?|longer|higher|older|beyond(?:\s+that)?|larger|bigger|afterwards|after\s+that))\s*(?:[:→=,]\s*|\s+(?:is|are)\s+|\s+)(?P<v>.+)$",
    re.IGNORECASE,
)


def _further(text: str, told: Told, ground: Ground) -> Told | None:
    """What is beyond the case before: ``up to 7 short, more long``."""
    match = _FURTHER.match(text)
    if match is None or not told.arms or "<" not in told.arms[-1][0]:
        return None
    label = label_of(match["v"], ground)
    spoken = [
        c.sql for c in ground.names.columns if re.search(rf"{re.escape(c.sql)}(?!\w)", told.arms[-1][0])
    ]
    if not label or not spoken:
        return None
    test = " AND ".join(f"{sql} IS NOT NULL" for sql in spoken)
    return replace(told, arms=(*told.arms, (test, label)))


_EXPLAINED_NONE = re.compile(r"^(?P<t>\w+)\s+means\s+[^:→]+[:→]\s*(?P<v>.+)$", re.IGNORECASE)


def _explained(text: str, told: Told, ground: Ground) -> Told | None:
    """``Empty means the appointment is still to come: 'Planned'``."""
    match = _EXPLAINED_NONE.match(text)
    label = label_of(match["v"], ground) if match is not None else ""
    test = test_of(match["t"], ground) if match is not None and label else ""
    if not test:
        return None
    return (
        replace(told, first=(*told.first, (test, label)))
        if "IS NULL" in test
        else replace(told, arms=(*told.arms, (test, label)))
    )


def _is_signed(test_said: str, value_said: str, text: str) -> bool:
    """Whether a sign stands between a code and its value."""
    between = text[len(test_said) : len(text) - len(value_said)] if text.startswith(test_said) else ""
    return re.search(r"[=→:]", between) is not None


def _completes(test_said: str, value: str, told: Told) -> bool:
    """Whether a case with the other of two answers only says what is left over, in words of its own."""
    if len(told.arms) != 1 or told.rest or {told.arms[0][1], value} not in _OPPOSITES:
        return False
    return not re.search(r"\d|['\"]|\b(?:null|empty|missing|blank|unless|except)\b", test_said, re.IGNORECASE)


def is_nothing(text: str) -> bool:
    """Whether words say that there is no value."""
    return NOTHING.match(text.strip(" .,;")) is not None
