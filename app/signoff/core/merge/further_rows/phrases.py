"""What a rule says beside the value that it makes of several rows: order, which rows, letters, what parts a list.

Each reader takes its words out of the text, so that what nobody understood is left over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import Condition
from signoff.core.merge.any_case import in_any_case
from signoff.core.merge.likely.marked import softly_named
from signoff.core.merge.scoping import is_day
from signoff.core.merge.whole.conditions import tested

_SIGNS = {
    "semicolon": ";",
    "semi-colon": ";",
    "comma": ",",
    "pipe": "|",
    "bar": "|",
    "slash": "/",
    "hyphen": "-",
    "dash": "-",
    "plus": "+",
    "colon": ":",
}
_NAMED = "|".join(_SIGNS)
_SIGN = (
    rf"(?:an?\s+|the\s+)?(?:['\"“](?P<quoted>[^'\"”\w]{{1,4}})['\"”]|(?P<sign>{_NAMED}|\|)(?:\s+sign)?"
    r"(?P<blank>(?:\s*(?:and|\+|,|&|then|plus|followed\s+by)?\s*(?:an?\s+|one\s+)?(?:blank|space)))?|(?P<space>blank|space))"
)
_BETWEEN = (
    rf"[,;]?\s*\b(?:separat\w+|split|joined|parted|divided|delimited|concatenated|linked)(?:\s+from\s+each\s+other)?\s+(?:by|with)\s+{_SIGN}",
    rf"[,;]?\s*\b(?:with|by|put)?\s*{_SIGN}\s+(?:in\s+)?between(?:\s+them)?",
    rf"\b{_SIGN}[\s-]+separated(?:\s+list\s+of)?",
    rf"\({_SIGN}\)",
)
_ORDER = re.compile(
    r"[,;]?\s*\b(?:in\s+(?:the\s+)?order\s+of|(?:in\s+)?(?:ascending|descending)\s+order\s+of|(?:ordered|sorted|order|sort)\s+(?:by|on))\s+"
    r"(?:the\s+|its\s+|their\s+)?(?P<noun>[\w]+(?:\s+(?!asc|desc|separ|with|and|from)\w+)?)(?P<down>\s*,?\s*(?:desc\w*|(?:high|new|lat|larg|big)\w+\s+first|downwards|backwards))?(?:\s*asc\w*)?",
    re.IGNORECASE,
)
_ALPHABETICAL = re.compile(
    r"[,;]?\s*\b(?:in\s+|sorted\s+)?(?:alphabetic(?:al)?(?:ly)?(?:\s+(?:order|sorted|ordered))?|a\s*(?:-|–|to)\s*z|sorted(?:\s+by\s+(?:it|name))?)(?!\w)",
    re.IGNORECASE,
)
_BY_DAY = re.compile(
    r"[,;]?\s*\b(?:(?P<down>newest|latest|most\s+recent|last)|oldest|earliest)\s+(?:ones?\s+)?first\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"[,;]?\s*\b(?:(?:each|every)\s+(?:\w+\s+)?(?:only\s+)?once|once\s+each|without\s+(?:doubles|duplicates|repeats)|no\s+(?:doubles|duplicates)|"
    r"distinct|different|unique|deduplicated)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"[,;]?\s*\b(?:all\s+)?(?:in\s+)?(?:(?P<up>upper[\s-]?case|capitals?(?:\s+letters)?)|lower[\s-]?case|small\s+letters)\b",
    re.IGNORECASE,
)
_ANY_CASE = re.compile(
    r"[,;]?\s*\(?\b(?:(?:in\s+)?(?:any|either|whatever)\s+case|case[\s-]insensitive|ignor\w+\s+(?:upper/lower\s+)?case|upper/lower\s+case\s+(?:makes\s+no\s+difference|does\s+not\s+matter))\b\)?",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"[,;]?\s*\b(?:with|whose|that|which|where|having|(?:only\s+)?of\s+(?=(?:the\s+)?(?:type|kind|role|status|category|class)\b))\s",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"[,;]?\s*\b(?:that|which)\s+(?P<how>contains?|includes?|starts?\s+with|begins?\s+with|ends?\s+(?:with|in|on))\s+(?:the\s+(?:word|text)\s+)?"
    r"(?:['\"“](?P<quoted>[^'\"”]+)['\"”]|(?P<word>[\w.@/-]+)(?=\s*(?:[,;(]|$)))",
    re.IGNORECASE,
)
_SEQUENCE = frozenset(
    ["seq", "sequence", "position", "pos", "nr", "no", "number", "rank", "sort", "order", "index"]
)


class Phrases:
    """The words of a rule that are not understood yet, and the columns they may call."""

    def __init__(self, text: str, columns: Sequence[ScopeColumn]) -> None:
        self.text = text
        self.columns = tuple(columns)
        self.folds = self._cut(_ANY_CASE) is not None

    def _cut(self, shape: re.Pattern[str]) -> re.Match[str] | None:
        match = shape.search(self.text)
        if match is not None:
            self.text = " ".join((self.text[: match.start()] + " " + self.text[match.end() :]).split())
        return match

    def between(self) -> str:
        """The text between the parts of a list; empty where nothing tells it."""
        for shape in _BETWEEN:
            match = self._cut(re.compile(shape, re.IGNORECASE))
            if match is not None:
                if match["quoted"] is not None:
                    return str(match["quoted"])
                sign = _SIGNS.get((match["sign"] or "").casefold(), match["sign"] or "")
                return sign + (" " if match["blank"] or match["space"] else "")
        return ""

    def once(self) -> bool:
        """Whether each value is meant once."""
        return self._cut(_ONCE) is not None

    def lettered(self, sql: str) -> str:
        """The value in the letters that the rule wants."""
        match = self._cut(_CASE)
        return sql if match is None else f"{'upper' if match['up'] else 'lower'}({sql})"

    def order(self, value: str) -> str:
        """SQL of the order that is told, of `value` itself where it is alphabetical; empty where none is told."""
        match = self._cut(_ORDER)
        if match is not None:
            column = self.called(match["noun"])
            return f"{column.sql}{' desc' if match['down'] else ''}" if column is not None else ""
        if self._cut(_ALPHABETICAL) is not None:
            return value
        match = self._cut(_BY_DAY)
        days = [c for c in self.columns if is_day(c)]
        return (
            f"{days[0].sql}{' desc' if match['down'] else ''}" if match is not None and len(days) == 1 else ""
        )

    def sequence(self) -> str:
        """SQL of the column that numbers the rows, else of their only day; empty where there are none or several."""
        numbers = [
            c for c in self.columns if set(c.column.name.casefold().split("_")) & _SEQUENCE and not is_day(c)
        ]
        telling = [c for c in numbers if c.column.type.upper().startswith(("INT", "BIGINT", "SMALLINT"))]
        days = [c for c in self.columns if is_day(c)]
        found = telling if len(telling) == 1 else days
        return found[0].sql if len(found) == 1 else ""

    def conditions(self, value: ScopeColumn | None = None) -> tuple[str, ...] | None:
        """SQL of which rows are meant, where the text says it behind ``with`` or ``that``; None if not understood.

        Args:
            value: the column that the rule is on, which ``that contains`` speaks of.
        """
        held = _HOLDS.search(self.text) if value is not None else None
        if held is not None and value is not None:
            self.text = f"{self.text[: held.start()]} {self.text[held.end() :]}".strip(" ,;")
            name = {"s": "starts_with", "b": "starts_with", "e": "ends_with"}.get(
                held["how"][0].lower(), "contains"
            )
            sign = (held["quoted"] or held["word"]).replace("'", "''")
            if self.folds:
                return (f"{name}(lower({value.sql}), '{sign.lower()}')",)
            return (f"{name}({value.sql}, '{sign}')",)
        match = _WHICH.search(self.text)
        if match is None:
            return ()
        clause = self.text[match.start() :].strip(" ,;")
        said = re.sub(r"^(?:with|of)\s+", "", clause, flags=re.IGNORECASE)
        made = tested(said, self.columns, self.columns, goes=False)
        if made is None:
            return None
        self.text = self.text[: match.start()].strip(" ,;")
        if not self.folds:
            return (made.sql,)
        folded = in_any_case(Condition("", made.sql))
        return (folded.sql,) if folded is not None else None

    def limits(self) -> str:
        """What the text says behind ``with`` or ``that``."""
        match = _WHICH.search(self.text)
        return self.text[match.start() :] if match is not None else ""

    def called(self, noun: str) -> ScopeColumn | None:
        """The column that words call: by its name, else softly."""
        plain = noun.strip().casefold()
        named = [c for c in self.columns if c.column.name.casefold() in (plain, plain.replace(" ", "_"))]
        if not named and " " in plain and (by_first := self.called(plain.split()[0])) is not None:
            return by_first
        return named[0] if named else softly_named(plain, self.columns)
