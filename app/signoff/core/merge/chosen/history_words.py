"""Rules of a query that keeps one row of several, on the row that is kept and on those that are not.

``name of the current row`` is the value of the row at hand; ``how many log rows this restaurant has``, ``day of its
oldest entry`` and ``name on the row just before the current one`` look at all rows of the thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from sqlglot import exp

from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.sqlparts import parsed, rendered

_NOUN = r"(?:rows?|records?|entry|entries|versions?|lines?|states?|copy|copies|snapshots?|deliver(?:y|ies))"
_KIND = r"(?:(?:log|history|change|source|raw|audit|stored|such|logged)\s+)?"
_ROW = rf"{_KIND}{_NOUN}"
_LAST = r"(?:current|latest|last|newest|most\s+recent|kept|chosen|winning|surviving|remaining)"
_FIRST = r"(?:oldest|earliest|very\s+first|first)"
_THE_KEPT = rf"(?:the|that|its|this)\s+{_LAST}\s+(?:{_ROW}|one)"
_OF = r"(?:of|from|on|in|as\s+in|taken\s+from)"
_BEHIND = re.compile(rf"\s*[,;(]?\s*\b{_OF}\s+{_THE_KEPT}\)?(?=\s*(?:[,;.]|$))", re.IGNORECASE)
_BEFORE = re.compile(
    rf"^\s*(?:{_OF}\s+)?(?:(?:the|that|its)\s+)?{_LAST}\s+(?:{_ROW})\s*(?:[:;,.]|$)\s*", re.IGNORECASE
)
_OWNER = r"(?:this|the|that|each|every|an?)\s+(?P<owner>[a-z][\w-]*)"
_COUNT = re.compile(
    rf"^(?:how\s+many|(?:the\s+)?(?:total\s+)?(?:number|count|no\.?)\s+of)\s+(?:all\s+)?{_ROW}\s+(?:there\s+are\s+)?"
    rf"(?:(?:{_OWNER}|it)\s+(?:has|had|got)|"
    rf"(?:of|for|per|in\s+the\s+log\s+(?:of|for))\s+{_OWNER.replace('owner', 'owner2')})"
    r"(?:\s+(?:in\s+(?:the\s+)?(?:log|history|source)|in\s+total|altogether|overall))?$",
    re.IGNORECASE,
)
_OF_FIRST = re.compile(
    rf"^(?P<head>.*?)\s*\b{_OF}\s+(?:its|the|the\s+very|their)\s+{_FIRST}\s+(?:{_ROW}|one)(?:\s+(?:in|of)\s+the\s+(?:log|history))?$",
    re.IGNORECASE,
)
_OF_PREVIOUS = re.compile(
    rf"^(?P<head>.*?)\s*\b{_OF}\s+(?:the\s+(?:{_ROW}|one)\s+(?:(?:just|right|directly|immediately)\s+)?before\s+(?:the|this|that)\s+{_LAST}\s+(?:{_ROW}|one)"
    rf"|the\s+(?:{_ROW}|one)\s+(?:just|right|directly|immediately)\s+before\s+(?:it|that|this)"
    rf"|(?:its|the)\s+(?:previous|preceding|prior|second\s+(?:latest|newest|last))\s+(?:{_ROW}|one))(?:\s+(?:in|of)\s+the\s+(?:log|history))?$",
    re.IGNORECASE,
)
_SAME_ORDER = re.compile(
    r"\s*[,;(]\s*(?:in\s+)?(?:the\s+)?same\s+(?:order(?:ing)?|sort(?:ing)?|sequence)(?:\s+as\s+above)?\)?",
    re.IGNORECASE,
)
_NULL_ALONE = re.compile(
    rf"\s*[,;.(]\s*(?:null|empty|nothing|no\s+value|stays\s+empty)\s+(?:when|if|where|for|in\s+case)\s+(?:there\s+(?:is|was)\s+|it\s+(?:is|has)\s+)?"
    rf"(?:(?:only|just)\s+(?:one|a\s+single)|no\s+(?:earlier|previous|other|older)|the\s+only|none)(?:\s+(?:such\s+)?{_ROW})?\)?\.?\s*$",
    re.IGNORECASE,
)
_CODES = frozenset(["id", "no", "nr", "number", "key", "code", "cd"])


class Seen(Enum):
    """Which rows of a thing a rule looks at."""

    COUNT = "count"
    FIRST = "first"
    PREVIOUS = "previous"


@dataclass(frozen=True)
class HistoryRule:
    """A rule on the rows of the thing whose row is kept."""

    seen: Seen
    head: str
    """What is taken of that row, in the document's words; empty for the source itself."""


@dataclass(frozen=True)
class Choice:
    """What a query keeps one row of, and in which order it looks at them, the one that is kept first."""

    keys: tuple[exp.Expr, ...]
    order: tuple[exp.Expr, ...]

    def window(self, *, oldest_first: bool = False) -> str:
        """The OVER clause of all rows of the thing."""
        keys = ", ".join(rendered(key) for key in self.keys)
        order = ", ".join(rendered(_turned(o) if oldest_first else o) for o in self.order)
        return f"over (partition by {keys} order by {order})"

    @property
    def whole(self) -> str:
        """The OVER clause of all rows of the thing together."""
        return f"over (partition by {', '.join(rendered(key) for key in self.keys)})"


def choice_of(section: SectionPlan) -> Choice | None:
    """The one choice of a row that a query makes behind all else; None where it makes none, or groups."""
    found = [c for each in section.qualify if (c := _chosen(each.sql)) is not None]
    return found[0] if len(found) == 1 and not section.group_by and not section.distinct else None


def _chosen(sql: str) -> Choice | None:
    tree = parsed(sql)
    window = tree.this if isinstance(tree, exp.EQ) else None
    if not isinstance(window, exp.Window) or not isinstance(window.this, exp.RowNumber):
        return None
    keys, order = window.args.get("partition_by") or [], window.args.get("order")
    if not keys or order is None or tree is None or rendered(tree.expression) != "1":
        return None
    return Choice(tuple(keys), tuple(order.expressions))


def _turned(ordered: exp.Expr) -> exp.Expr:
    turned = ordered.copy()
    if isinstance(turned, exp.Ordered):
        turned.set("desc", not ordered.args.get("desc"))
        turned.set("nulls_first", not ordered.args.get("nulls_first"))
    return turned


def of_kept_row(mapping: ColumnMapping, section: SectionPlan) -> ColumnMapping:
    """The column without words that say that its value is that of the row which is kept.

    Args:
        mapping: the column.
        section: the query.
    """
    rule = mapping.rule_resolved or mapping.rule
    if not rule or choice_of(section) is None:
        return mapping
    bare = _BEHIND.sub("", _BEFORE.sub("", rule)).strip(" ,;")
    if bare == rule.strip(" ,;") or _looks_elsewhere(bare):
        return mapping
    return replace(mapping, rule=bare, rule_resolved=bare)


def _looks_elsewhere(rule: str) -> bool:
    """Whether what is left speaks of other rows too."""
    return re.search(rf"\b(?:{_ROW}|before|previous|prior)\b", rule, re.IGNORECASE) is not None


def history_rule(rule: str, choice: Choice) -> HistoryRule | None:
    """What a rule says of all rows of the thing whose row is kept; None for other rules.

    Args:
        rule: in the document's words.
        choice: what the query keeps one row of.
    """
    text = " ".join(rule.split()).strip(" .")
    text = _SAME_ORDER.sub("", _NULL_ALONE.sub("", text)).strip(" .,;")
    count = _COUNT.match(text)
    if count is not None:
        owner = count["owner"] or count["owner2"] or ""
        return HistoryRule(Seen.COUNT, "") if not owner or _is_owner(owner, choice) else None
    if (first := _OF_FIRST.match(text)) is not None:
        return HistoryRule(Seen.FIRST, first["head"].strip(" ,"))
    if (previous := _OF_PREVIOUS.match(text)) is not None:
        return HistoryRule(Seen.PREVIOUS, previous["head"].strip(" ,"))
    return None


def _is_owner(noun: str, choice: Choice) -> bool:
    """Whether a noun means what the query keeps one row of."""
    if len(choice.keys) != 1:
        return False
    said = [singular(w) for w in words(choice.keys[0].name) if w not in _CODES]
    return singular(noun.casefold()) in said
