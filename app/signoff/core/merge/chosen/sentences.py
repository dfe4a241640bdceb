"""One sentence that chooses a row of several: its keys, and what it orders the rows by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.marked import Marked, marked_over

_LATE = (
    r"latest|newest|most\s+recent|last|youngest|later|newer|younger|highest|biggest|greatest|largest|maximum|max"
    r"|higher|bigger|larger|greater"
)
_EARLY = r"earliest|oldest|first|earlier|older|lowest|smallest|minimum|min|lower|smaller"
_C = r"‹c\d+›"
_MADE = r"(?:cleaned|trimmed|stripped|tidied)"
_ROW = r"(?:rows?|records?|lines?|entry|entries|ones?|versions?|copy|copies|states?)"
_LIST = rf"(?:the\s+|same\s+|\(?{_MADE}\)?\s+)*{_C}(?:\s*(?:,|and|\+|/)+\s*(?:the\s+|same\s+|\(?{_MADE}\)?\s+)*{_C})*"
_TWO = (
    r"(?:(?:the|any|if|where|when|there|are|have|has|still|two|several|more|both|all|than|one|of|them|these|those"
    r"|it)\s+)*"
)
_PIECES = tuple(
    (name, re.compile(shape, re.IGNORECASE))
    for name, shape in (
        (
            "tie",
            r"(?:if|when|where|with)\s+(?:(?:that|it|they|both|this|those)\s+(?:is|are)\s+)?(?:the\s+)?"
            r"(?:same|equal|identical)(?=\s*(?:[,;:]|the\b|$))",
        ),
        (
            "tie",
            rf"(?:with|for|at|on|if|when|in\s+case\s+of|where|and)?\s*{_TWO}(?:{_ROW}\s+)?(?:(?:with|have|has|share|of)\s+)?(?:(?:the|an?)\s+)*(?:same|equal|identical)\s+(?:{_C}|time|moment|date|day|value|one)",
        ),
        (
            "tie",
            r"(?:if|when|where|should)\s+(?:(?:there|are|is|be|still|then|it|this|that|leaves?|remains?|you|we|have|several|more|than|one|two|left|rows?|records?|a|ties?|the|draw)\b\s*)+",
        ),
        ("tie", r"(?:in\s+case\s+of\s+|on\s+)?(?:an?\s+)?(?:ties?|equality|draw)\b(?:\s+go(?:es)?\s+to)?"),
        (
            "keys",
            rf"(?:(?:of|from|among|for|if|where|when|out\s+of)\s+)?(?:there\s+are\s+)?(?:(?:all|several|multiple|many|two|more|or|the|any)\s+)*(?:{_ROW}|[a-z]+s)?\s*(?:(?:with|for|having|have|of|under|sharing|share|that)\s+)*(?:the\s+)?same\s+(?P<keys>{_LIST})",
        ),
        (
            "keys",
            rf"(?:per|for\s+each|for\s+every|of\s+each|of\s+every|for\s+one|within\s+each|within\s+an?|each|every)\s+(?P<keys>{_LIST})",
        ),
        (
            "order",
            rf"(?:{_ROW}\s+)?(?:(?:with|having|of|by)\s+)?(?:the\s+|its\s+)*(?:(?P<late>{_LATE})|(?P<early>{_EARLY}))\s+(?:(?:of|by)\s+)?(?:the\s+)?(?P<order>{_C})",
        ),
        (
            "way",
            rf"(?:the\s+)?(?:(?P<late>{_LATE})|(?P<early>{_EARLY}))\s+(?:{_ROW}|export|change|update|load|delivery)\b(?:\s+(?:by|on|going\s+by|according\s+to|judged\s+by|measured\s+by)\b)?",
        ),
        ("by", rf"(?:(?:by|on|going\s+by|according\s+to|judged\s+by)\s+)?(?:the\s+)?(?P<by>{_C})"),
        (
            "passed",
            r"(?:only|just|keep|take|use|load|the|one|an?|this|that|it|counts?|count|wins?|stays?|is|are|kept|taken|used|valid|remains?|and|then|we|of\s+(?:what\s+is\s+left|these|those|them|the\s+rest|the\s+remaining\s+\w+)"
            rf"|what\s+is\s+left|after\s+that|afterwards|always|decides?|{_ROW})\b|[,;:()–—-]",
        ),
    )
)


@dataclass(frozen=True)
class Choice:
    """One row of several: SQL of what there is one row of each, and of the order."""

    keys: tuple[str, ...]
    order: tuple[str, ...]
    assumed: bool = False
    """A key is cleaned first, in the usual sense of the word."""

    @property
    def sql(self) -> str:
        """True of the row that stays."""
        return f"row_number() over (partition by {', '.join(self.keys)} order by {', '.join(self.order)}) = 1"


def cleaned(column: ScopeColumn) -> str:
    """A text without blanks around it, missing where nothing is left."""
    return f"nullif(trim({column.sql}), '')"


def choice_in(sentence: str, columns: Sequence[ScopeColumn]) -> Choice | None:
    """The choice that a sentence tells wholly; None where a word of it says anything else.

    Args:
        sentence: of a text on rows.
        columns: those of the table whose rows are chosen.
    """
    said = marked_over(sentence, columns)
    if said.values:
        return None
    return _Reader(said).read()


class _Reader:
    """Takes a marked sentence apart, piece after piece."""

    def __init__(self, said: Marked) -> None:
        self._said = said
        self._text = " ".join(said.text.split()).strip(" .;")
        self._keys: list[str] = []
        self._order: dict[str, str] = {}
        self._waiting = ""
        """Direction of an order whose column is told behind it."""
        self._assumed = False

    def read(self) -> Choice | None:
        """The choice, or None."""
        at = 0
        while at < len(self._text):
            end = self._piece(at)
            if end <= at:
                return None
            at = end
            while at < len(self._text) and self._text[at] == " ":
                at += 1
        if self._waiting or not self._order or any(key in self._order for key in self._keys):
            return None
        return Choice(tuple(dict.fromkeys(self._keys)), tuple(self._order.values()), self._assumed)

    def _piece(self, at: int) -> int:
        """Where the piece that begins at a place ends; the place itself where none is known."""
        for name, shape in _PIECES:
            match = shape.match(self._text, at)
            if match is not None and match.end() > at and self._takes(name, match):
                return match.end()
        return at

    def _takes(self, name: str, match: re.Match[str]) -> bool:
        if name == "tie":
            marks = re.findall(_C, match.group())
            return bool(self._order) and all(self._column(mark).sql in self._order for mark in marks)
        if name == "keys":
            return self._take_keys(match["keys"])
        if name == "order":
            self._put(self._column(match["order"]), late=match["late"] is not None)
        elif name == "way":
            if self._waiting:
                return False
            self._waiting = "late" if match["late"] else "early"
        elif name == "by":
            if not self._waiting:
                return False
            self._put(self._column(match["by"]), late=self._waiting == "late")
            self._waiting = ""
        return True

    def _take_keys(self, listed: str) -> bool:
        """The keys of a list, cleaned where it says so; False where there are some, or rows are ordered by one."""
        marks = re.findall(_C, listed)
        if self._keys or any(self._column(mark).sql in self._order for mark in marks):
            return False
        made = re.search(_MADE, listed, re.IGNORECASE) is not None
        if made and any(not _is_text(self._column(mark)) for mark in marks):
            return False
        self._assumed = self._assumed or made
        self._keys = [cleaned(c) if made else c.sql for c in map(self._column, marks)]
        return True

    def _put(self, column: ScopeColumn, *, late: bool) -> None:
        self._order.setdefault(column.sql, f"{column.sql} {'desc' if late else 'asc'} nulls last")

    def _column(self, mark: str) -> ScopeColumn:
        return self._said.columns[int(mark[2:-1])]


def _is_text(column: ScopeColumn) -> bool:
    return column.column.type.upper().startswith(("VARCHAR", "CHAR", "TEXT", "STRING"))
