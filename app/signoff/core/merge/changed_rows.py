"""Sentences of an update on its rows, read as what is to change: rows that go, rows that come back, another bound.

``Cancelled bookings are shown again``, ``customers with fewer than 2 orders are no longer listed``, ``readings from
2022-01-01 on instead of 2023-01-01``. A sentence is read wholly or not at all; whose rows, columns and joins it means
is told beside the file (`changed_conditions`, `changed_joins`, `changed_picks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from signoff.core.merge.asked_sayings import without_places
from signoff.core.merge.clauses import inside
from signoff.core.merge.orders_behind import order_of, orders_in
from signoff.core.merge.row_orders import gives_order, row_orders, tells_how_filled
from signoff.core.merge.whole.conditions import holding_said


class Way(StrEnum):
    """What becomes of the rows of a sentence."""

    OUT = "out"
    IN = "in"
    BOUND = "bound"
    PICK = "pick"
    STAY = "stay"
    """Nothing: it tells what was, or what stays as it is."""
    ONLY = "only"
    """All others go."""
    OPEN = "open"
    """It is not understood."""


@dataclass(frozen=True)
class ChangedRows:
    """One sentence."""

    way: Way
    text: str
    """As written."""
    rows: str = ""
    """The rows it speaks of, without what stands in brackets behind them; of a pick, what it says of the row."""
    what: str = ""
    """Their condition, where it stands in brackets or behind ``whose``."""
    tail: str = ""
    """What it says behind that, adverbs of time aside."""
    table: str = ""
    """The table whose rows these are, where the sentence names it."""
    values: tuple[str, ...] = ()
    """Of another bound: word, value from now on, value so far."""

    @property
    def asks(self) -> bool:
        """Whether anything is to change."""
        return self.way is not Way.STAY


_TIMES = re.compile(
    r"(?<![\w'\"])(?:from\s+now\s+on|from\s+this\s+[\w-]+\s+on(?:wards)?|from\s+here\s+on|as\s+of\s+(?:now|today"
    r"|this\s+[\w-]+)"
    r"|(?:since|as\s+of|from|with|in)\s+(?:version|release|rev(?:ision)?)\s+[\w.]*\d[\w.]*(?:\s+on)?"
    r"|(?:from|starting\s+with)\s+this\s+(?:release|version|sprint|change|update)|with\s+this"
    r"\s+[\w-]+|in\s+(?:the\s+)?future"
    r"|henceforth|now|any\s?more|any\s+longer|newly|again|instead(?!\s+of))(?![\w'\"])\s*,?",
    re.IGNORECASE,
)
"""When: it says that a change is asked, and nothing more."""
_ASKS = re.compile(
    r"\b(?:from\s+now\s+on|from\s+this\s+(?:[\w-]+\s+on|release|version|sprint|change|update)\b|as\s+of\s+(?:now|today|this)|now|no\s+longer|any\s?more|again"
    r"|newly|new|instead"
    r"|so\s+far|(?:until|till|up\s+to)\s+now|in\s+(?:the\s+)?future|(?:since|with|as\s+of)\s+(?:version|release"
    r"|rev(?:ision)?)"
    r"|(?:is|are)\s+to\s+(?:be|go|come|disappear|stay)|stops?|must|shall|should|will|too|as\s+well|besides|rather"
    r"\s+than)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[^:;.'\"=<>]{2,40}):\s+(?=\S)")
_ASKING_LABEL = re.compile(
    r"\b(?:new|changed?|changes?|wish|wanted|to\s+do|request(?:ed)?|release|from\s+now\s+on|update|correction|fix)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:so\s+far|(?:until|till|up\s+to)\s+(?:now|today|this\s+[\w-]+)|today|currently|at\s+present|at\s+the"
    r"\s+moment|(?:was|were)\b.*\b(?:before|previously))\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\s*\(\s*(?:so\s+far|(?:until|till|up\s+to)\s+(?:now|today)|today|before|currently|at\s+present)\b[^()]*\)",
    re.IGNORECASE,
)
"""How it was so far, in brackets behind what is asked now."""
_SAME = re.compile(
    r"\b(?:as\s+(?:before|is|now|today|it\s+is|they\s+are|so\s+far)|like\s+(?:now|today|before|so\s+far)"
    r"|keep\s+(?:them|those|these|all\s+of\s+them)|(?:how|the\s+way)\s+(?:it\s+is|they\s+are)(?:\s+(?:now|today))?|unchanged|still|remains?|(?:stay|stays"
    r"|kept?)\b(?!\s+out)|everything\s+else|all\s+(?:the\s+)?others?|the\s+rest)\b",
    re.IGNORECASE,
)
_BE = r"(?:(?:is|are|get|gets|will\s+be|must\s+be|shall\s+be|should\s+be|(?:has|have|is|are)\s+to\s+be)\s+)"
_DO = r"(?:do|does|will|must|may|shall|should|can)\s+"
_NOT = r"(?:not|no\s+longer|never)\s+"
_SHOWN = (
    r"(?:shown|listed|included|kept|loaded|delivered|reported|published|passed\s+on|"
    r"taken(?:\s+(?:over|in|along))?|carried\s+over|wanted|looked\s+at|processed|in(?:\s+the\s+(?:table|list|report|result|model|mart"
    r"|overview|summary|backlog|register|roster|file|view|extract))?|there|considered|in\s+scope"
    r"|part\s+of\s+(?:it|(?:the|this)\s+(?:table|list|report|result|results|model|mart|output|extract|view|file|scope)))"
)
_APPEAR = (
    r"(?:count|appear|come|come\s+(?:in|along|through)|show(?:\s+up)?|stay|go\s+in|be\s+"
    + _SHOWN
    + r"|get\s+in)"
)
_DROPPED = (
    r"(?:(?:left|kept|filtered|taken|thrown|sorted)\s+(?:out|away|off)|excluded|dropped|"
    r"hidden|removed|ignored|skipped|discarded|omitted|cut)"
)
_FROM = (
    r"(?:\s+(?:from|in|into|of|to)\s+(?:the\s+|this\s+)?(?:list|table|report|result|results|"
    r"model|mart|output|extract|overview|summary|backlog|register|roster|file|view|figures?|totals?|sums?|counts?"
    r"|it))?"
)
_OUT = re.compile(
    rf"\s+(?:{_BE}{_DROPPED}|{_BE}{_NOT}(?:to\s+be\s+)?(?:{_SHOWN}|counted)|{_DO}{_NOT}{_APPEAR}|(?:no\s+longer"
    rf"|never)\s+{_APPEAR}s?"
    rf"|stops?\s+(?:appearing|coming(?:\s+(?:in|along|through))?|counting|showing(?:\s+up)?|being\s+(?:{_SHOWN}"
    rf"|counted))"
    rf"|(?:(?:is|are|has|have)\s+to\s+|will\s+|must\s+|shall\s+|should\s+)?(?:disappear|go|(?:drop|fall)\s+(?:out"
    rf"|away)|vanish)s?){_FROM}(?=\s*(?:$|[,(]))",
    re.IGNORECASE,
)
_TOO = r"(?:\s+(?:too|as\s+well|also))?"
_IN = re.compile(
    rf"\s+(?:also\s+)?(?:{_BE}(?:also\s+)?{_SHOWN}|(?:come|comes|count|counts|appear|appears|go\s+in|stay|stays)(?:"
    rf"\s+(?:along|in|back))?"
    rf"|(?:(?:do|does|must|may|shall|should|will)\s+)(?:also\s+)?(?:be\s+{_SHOWN}|come(?:\s+(?:along|in|back))?"
    rf"|count|appear|stay|{_NOT}(?:get\s+|be\s+)?lost)"
    rf"|{_BE}{_NOT}(?:{_DROPPED}|lost)){_FROM}{_TOO}(?=\s*(?:$|[,(]|with\s+(?:an?\s+)?(?:empty|blank|missing|no)\b))",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\((?P<in>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_SUBJECT = re.compile(
    r"(?P<rows>[\w\s-]+?)\s*\((?P<what>[^()]+)\)(?:\s*,\s*(?:and\s+)?|\s+and\s+|$)", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"^(?P<before>(?:[\w\s-]+?\s*\([^()]+\)(?:\s*,\s*(?:and\s+)?|\s+and\s+))+)(?P<last>[\w\s-]+)$",
    re.IGNORECASE,
)
"""Rows with their condition each, the last one's behind the sentence's own."""
_WHOSE = re.compile(r"\s+(?:whose|where|for\s+which)\s+(?P<what>.+)$", re.IGNORECASE)
_CONDITION = re.compile(
    r"[<>=]|\b(?:is|are|has|have|in|not|between|like|true|false|filled|empty|set|given)\b", re.IGNORECASE
)
_VALUE = r"'[^']*'|\"[^\"]*\"|\d{4}-\d{2}-\d{2}|-?\d+(?:\.\d+)?"
_FROM_WORD = (
    r"from|since|starting\s+(?:with|from|on|at)|after|before|until|up\s+to|to|over|above|below|under|"
    r"at\s+least|at\s+most|of\s+at\s+least|of\s+at\s+most|>=|<=|>|<"
)
_BOUND = re.compile(
    rf"^(?P<rows>.*?)\b(?P<word>{_FROM_WORD})\s+(?P<now>{_VALUE})(?:\s+on(?:wards)?)?(?P<tail>[\w\s]*?)\s*,?\s*"
    rf"(?:instead\s+of|rather\s+than|no\s+longer|not|in\s+place\s+of)\s+(?:(?:{_FROM_WORD})\s+)?(?P<was>{_VALUE})"
    rf"(?:\s+on(?:wards)?)?$",
    re.IGNORECASE,
)
_PICK = re.compile(
    r"^(?:(?:of|among|out\s+of)\s+(?:the\s+)?(?:several|multiple|more\s+than\s+one|many|all|double|duplicate)\b|"
    r"(?:per|for\s+each|for\s+every|of\s+each|of\s+every)\s+\w+.*\bonly\b)",
    re.IGNORECASE,
)
_ONLY_WITH = re.compile(
    rf"^only\s+(?P<who>[\w -]+?)\s+(?:with|having|that\s+have)\s+(?P<whom>(?:an?\s+)[\w ]+?)\s+{_BE}{_SHOWN}$",
    re.IGNORECASE,
)
_ONLY_VERB = re.compile(rf"\s+(?:{_BE}{_SHOWN}|{_APPEAR}s?|remains?|stays?)$", re.IGNORECASE)
_REASON = re.compile(
    r"^(?!.*\b(?:only|per|each)\b)(?=.*\b(?:twice|several\s+times|more\s+than\s+once|in\s+duplicate|duplicates"
    r"|doubles)\b)(?!.*\b(?:dropped|removed|left\s+out|excluded|kept|keep|take|counted|use)\b)",
    re.IGNORECASE,
)
_NO_LOSS = re.compile(
    r"^(?:the\s+)?(?:(?:join|lookup|look-?up|link)\s+(?:to|with|of)\s+(?:the\s+)?(?P<whom>[\w ]+?)|(?P<of>[\w ]+?)"
    r"\s+(?:join|lookup|look-?up|link))\s+"
    r"(?:(?:must|may|should|shall|does|will)\s+(?:not|no\s+longer|never)|no\s+longer)\s+(?:drops?|los(?:e|es)"
    r"|removes?|filters?(?:\s+out)?|costs?(?:\s+us)?)\s+(?:any\s+|the\s+)?[\w ]+$",
    re.IGNORECASE,
)
"""``The team lookup must not drop people``."""
_WHOEVER = re.compile(
    r"^(?:whoever|whatever|(?:any(?:one|body|thing)|those|ones|everyone)\s+(?:who|that|which))\s+(?:has|have)\s+no"
    r"\s+(?P<whom>\w+)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_LED = re.compile(r"^(?P<lead>[^:()]{2,90}):\s+(?P<order>\S.*)$", re.DOTALL)
"""What is to be, and the order that says how: ``open requests stop appearing: keep only those with status PAID``."""
_PRONOUN = re.compile(r"^(?:they|these|those|such\s+(?:rows|ones))\b(?!\s+\w+s\b)", re.IGNORECASE)


_OTHERS = re.compile(
    r",\s+(?:and\s+|but\s+)?(?=(?:all\s+(?:the\s+)?others?|the\s+(?:rest|others?)|every(?:thing|one)\s+else)\s+"
    r"(?:is|are|stays?|remains?|counts?|comes?|still|go(?:es)?)\b)",
    re.IGNORECASE,
)
"""Before a clause that says what becomes of the other rows."""


def asks_for_change(text: str) -> bool:
    """Whether a text around a grid asks that something of the rows becomes other than it is."""
    label = _LABEL.match(text)
    return bool(_ASKS.search(text) or (label is not None and _ASKING_LABEL.search(label["label"])))


def without_label(text: str) -> str:
    """A text without the name that stands before it: ``Rows (new): …``."""
    return _LABEL.sub("", " ".join(text.split()))


def changed_rows(text: str) -> tuple[ChangedRows, ...]:
    """What each sentence of a text asks.

    Args:
        text: a line around a grid, its label included.
    """
    found: list[ChangedRows] = []
    for sentence in (order_of(each) for told in sentences_of(without_label(text)) for each in _orders(told)):
        before = next((each.rows for each in reversed(found) if each.rows), "")
        pronoun = _PRONOUN.match(sentence)
        if pronoun is not None and before:
            told = _read(f"{before}{sentence[pronoun.end() :]}", sentence)
            found.append(replace(told, what=told.what or found[-1].what))
            continue
        last = found[-1] if found and found[-1].way is Way.OUT else None
        if tells_how_filled(sentence, f"{last.rows} {last.what}" if last is not None else ""):
            found.append(ChangedRows(Way.STAY, sentence))
            continue
        sentence = without_places(sentence)
        led = _LED.match(sentence)
        if led is not None and gives_order(led["order"]) and _only_leads(led["lead"]):
            sentence = led["order"]
        found += [one for each in row_orders(sentence) for one in _one_by_one(_read(each, sentence))]
    return tuple(found)


def _orders(sentence: str) -> tuple[str, ...]:
    """A sentence as several, where it says of which rows none count beside those that do."""
    plain = without_times(sentence)
    several = orders_in(plain)
    return several if len(several) > 1 else (sentence,)


def without_times(text: str) -> str:
    """A sentence without the words that only say from when on it holds."""
    return " ".join(_TIMES.sub(" ", text).split()).strip(" ,.")


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text; nothing is parted in brackets or quotes."""
    start = 0
    cuts = [*re.finditer(r"[.;!]\s+|[.;!]$", text), *_OTHERS.finditer(text)]
    for cut in sorted(cuts, key=lambda each: each.start()):
        if not inside(text, cut.start()):
            yield text[start : cut.start()].strip()
            start = cut.end()
    if text[start:].strip():
        yield text[start:].strip()


def _one_by_one(said: ChangedRows) -> Iterator[ChangedRows]:
    """``X (its condition) and Y (its condition)`` as two; any other sentence as it is."""
    several = _SEVERAL.match(said.rows) if said.way in (Way.OUT, Way.IN) and said.what else None
    before = list(_SUBJECT.finditer(several["before"])) if several is not None else []
    if several is None or not all(_CONDITION.search(each["what"]) for each in before):
        yield said
        return
    for each in before:
        yield replace(said, rows=each["rows"].strip(), what=_test(each["what"]))
    yield replace(said, rows=several["last"].strip())


def _only_leads(lead: str) -> bool:
    """Whether a sentence before an order only says what comes of it: which rows go, without a condition of its own."""
    said = _read(lead, lead)
    return said.way is Way.OUT and not said.what and not said.tail


def _read(said: str, text: str) -> ChangedRows:
    loss, whoever = _NO_LOSS.match(without_times(said)), _WHOEVER.match(said)
    if loss is not None:
        return ChangedRows(Way.IN, text, f"rows without {loss['whom'] or loss['of']}")
    if whoever is not None:
        said = f"rows without {whoever['whom']} {whoever['rest']}"
    bound = _BOUND.match(said)
    if bound is not None:
        values = (bound["word"], bound["now"], bound["was"])
        rows = _TIMES.sub(" ", bound["rows"])
        return ChangedRows(Way.BOUND, text, " ".join(rows.split()), tail=bound["tail"].strip(), values=values)
    plain = " ".join(_TIMES.sub(" ", said).split()).strip(" ,")
    if _PAST.search(_BEFORE.sub("", said)):
        rows = _rows_before(plain)
        return ChangedRows(Way.STAY, text, rows)
    if _PICK.match(plain):
        return ChangedRows(Way.PICK, text, plain)
    only = _ONLY_WITH.match(plain)
    if only is not None:
        return ChangedRows(Way.OUT, text, f"{only['who']} without {only['whom']}")
    if re.match(r"only\b", plain, re.IGNORECASE):
        return ChangedRows(Way.ONLY, text, _ONLY_VERB.sub("", plain))
    for way, shape in ((Way.OUT, _OUT), (Way.IN, _IN)):
        cuts = [c for c in shape.finditer(plain) if not inside(plain, c.start())]
        if len(cuts) == 1:
            if _SAME.search(said) and not _is_new(said):
                return ChangedRows(Way.STAY, text)
            return _parted(way, text, plain[: cuts[0].start()], plain[cuts[0].end() :])
    stays = _REASON.match(said) or _SAME.search(said)
    return ChangedRows(Way.STAY if stays and not _ASKS.search(_SAME.sub(" ", said)) else Way.OPEN, text)


def _is_new(said: str) -> bool:
    """Whether a sentence that something is kept says that it was not before."""
    return bool(
        _TIMES.search(said) or re.search(r"\b(?:no\s+longer|too|as\s+well|also|must)\b", said, re.IGNORECASE)
    )


def _rows_before(plain: str) -> str:
    """The rows of a sentence on what was so far: what stands before its verb."""
    cut = re.search(r"\s+(?:got|get|gets|is|are|was|were|do|does|did|has|have)\b", plain, re.IGNORECASE)
    return plain[: cut.start()].strip() if cut is not None else ""


def _parted(way: Way, text: str, head: str, tail: str) -> ChangedRows:
    """Rows and condition apart: in brackets behind the rows or the verb, or behind ``whose``."""
    what, rest = "", tail.strip()
    bracket = next((m for m in reversed(list(_BRACKET.finditer(head)))), None)
    if bracket is not None and bracket.end() == len(head) and _CONDITION.search(bracket["in"]):
        head, what = head[: bracket.start()], bracket["in"]
    behind = _BRACKET.match(rest)
    if (
        not what
        and behind is not None
        and _CONDITION.search(behind["in"])
        and "join" not in behind["in"].lower()
    ):
        what, rest = behind["in"], rest[behind.end() :]
    whose = _WHOSE.search(head)
    if not what and whose is not None:
        head, what = head[: whose.start()], whose["what"]
    return ChangedRows(way, text, head.strip(), _test(what), rest.strip(" ,"))


def _test(what: str) -> str:
    """A condition as it is read elsewhere, with the verb that was left away: ``closed_on filled``."""
    said = holding_said(what.strip())
    return re.sub(r"^(\w+)\s+(filled|empty|set|given)$", r"\1 is \2", said, flags=re.IGNORECASE)
