"""Values over the rows of a thing and its periods: so far, of the period before, the change since, the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.grids.grid import Grid
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import word_set, words

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
)
_U = r"(?:month|week|day|quarter|year|period|date)"
_RUNS = re.compile(
    r"\b(?:running|cumulat\w+|cumulative|so\s+far|to\s+date|since|from|summed\s+up|added\s+up|together|accumulated|up\s+to|until)\b"
)
_REACHES = re.compile(
    rf"\b(?:so\s+far|to\s+date|incl(?:uding|usive|uded)?|until|up\s+to|to)\b\.?\s*(?:and\s+(?:including|with)\s+)?(?:the\s+|this\s+|that\s+)?(?:current\s+)?(?:today|{_U}|row|it|now)\b"
    rf"|\bso\s+far\b|\bto\s+date\b|\b(?:this|that|the)\s+{_U}\s+incl\w*|\brunning\b|\bcumulat\w+"
)
_NOT_ALL = re.compile(r"\b(?:before|previous|earlier|excluding|without|only|except|not|prior|last|if|when)\b")
_PLAIN = word_set(
    "the of all from since until till up to and with including included inclusive incl this that "
    "these day days date month months week weeks year years quarter period periods start beginning "
    "first one today now so far together running total cumulative cumulated accumulated cumulation "
    "sum summed added in table row itself per by order ordered sorted on same it its has made what "
    "have had over for each every value number is was until within current then"
)
_BEFORE = (
    rf"(?:(?:of|on|in|from|at)\s+)?(?:the\s+)?(?:{_U}\s+before|(?:previous|prior|preceding|last)\s+{_U}|one\s+{_U}\s+(?:earlier|before)"
    rf"|{_U}\s+(?:just\s+)?earlier)"
)
_CHANGE = re.compile(
    rf"^(?:today['’]s\s+|this\s+{_U}['’]s\s+|the\s+)?(?P<n>\w+)(?:\s+of\s+(?:the|this)\s+{_U})?\s+(?:minus|less|-|–)\s+"
    rf"(?:yesterday['’]s(?:\s+(?P<y>\w+))?|(?:the\s+|that\s+)?(?:(?P<m>\w+)\s+)?{_BEFORE})$"
)
_LAG = re.compile(
    rf"^(?:the\s+)?(?P<n>\w+)(?:\s+of\s+(?:the\s+)?(?:same\s+)?(?P<thing>\w+))?\s*,?\s+{_BEFORE}$"
)
_FIRST_EMPTY = re.compile(
    rf"\b(?:null|empty|blank|nothing)\b|^(?:the\s+)?(?:first\s+\w+|{_MONTHS})\s+(?:has|have)\s+(?:no|nothing)\b"
)
_NULL_TAIL = re.compile(
    r"\s*[,;.(]\s*(?:and\s+)?(?:it\s+is\s+|stays?\s+|then\s+)?(?:null|empty|blank)\b(?P<when>[\w\s-]*)\)?$|\s*[,;.]\s*(?:on|in|for)\s+(?:the\s+)?(?P<when2>[\w\s-]+?)\s+(?:it\s+is\s+|it\s+stays\s+|stays\s+)?(?:null|empty|blank)$"
)
_LIMIT = re.compile(r"\b(?:unless|except|only|but|provided|while)\b")
_NEGATIVE = re.compile(
    r"\s*[,;(]\s*(?:it\s+)?(?:goes|can\s+be|may\s+be|gets|becomes|can\s+go|may\s+go|can\s+become)\s+negative\b[\w\s]*\)?$"
)
_MINUS = re.compile(r"^(?:the\s+)?(?P<a>\w+)\s+(?:minus|less|-|–)\s+(?:the\s+)?(?P<b>\w+)$")
_NUMBERED = re.compile(
    rf"^1\s+(?:on|for|in)\s+(?:the\s+)?(?:start(?:ing)?\s+(?:date|{_U})|first\s+{_U}|\w*start\w*)(?:\s*,\s*2\s+(?:on|for|in)?\s*(?:the\s+)?(?:{_U}\s+after|next\s+{_U}|second\s+{_U})?)?\s*(?:,?\s*(?:and\s+so\s+on|etc\.?|\.{{2,3}}|…))?$"
)
_PLACE = re.compile(
    rf"^(?:within\s+(?:the|a|each)\s+{_U}\s*,?\s+)?(?:the\s+)?(?P<thing>\w+)\s+(?:with|having)\s+the\s+(?P<way>most|highest|best|largest|biggest|fewest|lowest|smallest)\s+(?P<n>\w+)(?:\s+(?:of|in)\s+(?:the|a|each|that)\s+{_U})?"
    r"\s+(?:gets|is|has|takes)\s+(?:number\s+|place\s+|rank\s+)?1(?:st)?\s*,\s*(?:and\s+)?the\s+next\s+(?:one\s+)?(?:gets\s+|is\s+)?2\s*,?\s*(?:and\s+so\s+on|etc\.?|\.{2,3}|…)?$"
)
_SHARED = re.compile(r"\b(?:share|same\s+place|same\s+rank|same\s+number)\b")
_SKIPPED = re.compile(r"\b(?:skipped|left\s+out|left\s+free|not\s+given)\b")
_ALPHABETICAL = re.compile(
    r"^(?P<who>\w+)\s+with\s+(?:the\s+)?(?:same|equal)\s+\w+\s+(?:are\s+(?:put\s+|sorted\s+|ordered\s+|ranked\s+)?|go\s+|follow\s+)?(?:in\s+)?alphabetical(?:ly)?(?:\s+order)?(?:\s+(?:of|by)\s+(?:their|its|the)\s+(?P<by>\w+))?(?:\s*,\s*so\s+[\w\s]+)?$"
)
_LOW = frozenset({"fewest", "lowest", "smallest"})


@dataclass(frozen=True)
class Ground:
    """What values over rows are made of."""

    grid: Grid
    key: str
    """SQL of what tells the things apart; empty where there are none."""
    period: str
    """SQL of the period."""
    names: Mapping[str, str]
    """SQL of the columns that are understood, by name in small letters."""

    def window(self) -> str:
        """The rows of a thing in the order of the periods, of which each comes once."""
        part = f"partition by {self.key} " if self.key else ""
        return f"({part}order by {self.period})"


def over_rows(column: ColumnMapping, ground: Ground) -> str:
    """SQL of a value over the rows; empty where a word of its rule is not understood.

    Args:
        column: of the target, without a table of its own.
        ground: the rows and their other columns.
    """
    text = ". ".join(t for t in (column.rule_resolved or column.rule, column.note) if t.strip())
    said = [" ".join(s.lower().split()).strip(" .") for s in sentences_of(text)]
    if not said:
        return ""
    first, others = said[0], said[1:]
    return (
        _numbered(first, others, ground)
        or _place(first, others, ground)
        or _before(first, others, ground)
        or _so_far(first, others, column, ground)
        or _minus(first, others, ground)
    )


def _numbered(first: str, others: list[str], ground: Ground) -> str:
    plain = re.sub(r"\s*(?:\.{2,3}|…)$", "", first)
    return f"row_number() over {ground.window()}" if not others and _NUMBERED.match(plain) else ""


def _place(first: str, others: list[str], ground: Ground) -> str:
    match = _PLACE.match(first)
    if match is None or not ground.key or not _is_thing(match["thing"], ground):
        return ""
    value = ground.names.get(match["n"], "")
    way = "" if match["way"] in _LOW else " desc"
    part = f"over (partition by {ground.period} order by {value}{way}"
    if not value or len(others) > 1:
        return ""
    if others and (tie := _ALPHABETICAL.match(others[0])) is not None:
        return f"row_number() {part}, {ground.key})" if _is_thing(tie["who"], ground) else ""
    if others and _SHARED.search(others[0]) and _LIMIT.search(others[0]) is None:
        return f"rank() {part})" if _SKIPPED.search(others[0]) else ""
    return ""


def _before(first: str, others: list[str], ground: Ground) -> str:
    """The value of the period before, or the change since; empty where other sentences say more than what is first."""
    tail = _NULL_TAIL.search(first)
    plain = first[: tail.start()] if tail is not None else first
    if tail is not None and _LIMIT.search(tail.group()):
        return ""
    if not all(_FIRST_EMPTY.search(each) and not _LIMIT.search(each) for each in others):
        return ""
    change = _CHANGE.match(plain)
    if change is not None:
        value, other = ground.names.get(change["n"], ""), change["m"] or change["y"]
        if other not in (None, "that", change["n"], "one"):
            return ""
        return f"{value} - lag({value}) over {ground.window()}" if value else ""
    lag = _LAG.match(plain)
    if lag is None or (lag["thing"] and not _is_thing(lag["thing"], ground)):
        return ""
    value = ground.names.get(lag["n"], "")
    return f"lag({value}) over {ground.window()}" if value else ""


def _so_far(first: str, others: list[str], column: ColumnMapping, ground: Ground) -> str:
    if others or not _RUNS.search(first) or not _REACHES.search(first) or _NOT_ALL.search(first):
        return ""
    said = re.findall(r"[a-z_]\w*|\d+", re.sub(r"['’]s\b", "", first))
    named = [w for w in said if w in ground.names and not _is_key(w, ground)]
    own = [r.column.casefold() for r in column.sources if r.column.casefold() in ground.names]
    name = named[0] if len(set(named)) == 1 else own[0] if not named and len(own) == 1 else ""
    near = {ground.grid.noun, *words(ground.grid.noun), ground.grid.unit}
    months = [w for w in said if re.fullmatch(_MONTHS, w)]
    if not name or not all(
        w in _PLAIN
        or w in months
        or w == name
        or singular(w) in near
        or _is_thing(w, ground)
        or _is_key(w, ground)
        for w in said
    ):
        return ""
    if months and not _begins_there(months, ground.grid):
        return ""
    return f"(sum({ground.names[name]}) over {ground.window()})"


def _is_thing(word: str, ground: Ground) -> bool:
    noun = ground.grid.noun
    return word in (noun, f"{noun}s", f"{noun}es") or singular(word) == noun


def _is_key(word: str, ground: Ground) -> bool:
    return word in {part.rpartition(".")[2].strip('"').casefold() for part in (ground.key, ground.period)}


def _begins_there(months: list[str], grid: Grid) -> bool:
    """Whether the span begins in the only month that is named, and lies in one year."""
    start, end = (re.match(r"date '(\d{4})-(\d\d)", each) for each in (grid.span.start, grid.span.end))
    if start is None or end is None or len(months) != 1 or start[1] != end[1]:
        return False
    return [m[:3] for m in _MONTHS.split("|")[:12]].index(months[0][:3]) + 1 == int(start[2])


def _minus(first: str, others: list[str], ground: Ground) -> str:
    match = _MINUS.match(_NEGATIVE.sub("", first))
    if match is None or others:
        return ""
    a, b = ground.names.get(match["a"], ""), ground.names.get(match["b"], "")
    return f"{a} - {b}" if a and b else ""
