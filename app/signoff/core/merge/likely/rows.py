"""The conditions a text on rows most likely stands for: which rows stay, and which row of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.likely.called import conditions_in
from signoff.core.merge.likely.conditions import Found, is_missing, is_text
from signoff.core.merge.likely.cues import (
    BEHIND,
    EARLY,
    ENDS,
    KINDS,
    LATE,
    LEAVES,
    LIMITS,
    LISTED,
    NESTED,
    ONLY,
    OR,
    OTHERS,
    PER,
    PIECES,
    SHORT,
    SOMEHOW,
    STAY_SHAPES,
    TIE,
    WHICH,
)
from signoff.core.merge.likely.marked import Marked, marked, softly_named
from signoff.core.merge.likely.shapes import ANY_CASE
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.missing_counts import tells_missing
from signoff.core.merge.scoping import is_day, relation_columns


@dataclass(frozen=True)
class Likely:
    """One condition that rows of the result fulfil."""

    sql: str
    text: str
    """The words that it is made of."""
    picks: bool = False
    """It tells which one of several rows stays."""
    limits: bool = False
    """The words say that rows go, or that only such stay."""
    behind: bool = False
    """It holds for the rows that were picked, and no others are."""


def likely_rows(
    text: str, relations: Sequence[Relation], schema: Schema, keys: Sequence[str] = ()
) -> tuple[Likely, ...]:
    """The conditions that a text most likely stands for; empty where nothing points to any.

    Args:
        text: what a document says of the rows.
        relations: the query's tables, the driving one first.
        schema: their columns.
        keys: SQL of what the target has one row of, where a text names no key.
    """
    columns = tuple(c for relation in relations[:1] for c in relation_columns(relation, schema))
    others = tuple(c for relation in relations[1:] for c in relation_columns(relation, schema))
    reader = _Reader(relations, schema, columns, others, keys)
    for unit in units_of(_in_full(text)):
        if THEY_STAY.search(unit):
            continue
        for sentence in ENDS.split(unit):
            if sentence and sentence.strip():
                reader.read(sentence)
    return tuple(reader.found)


def says_that_rows_stay(text: str) -> bool:
    """Whether a text only says that rows without a value stay: ``If fork is empty the repository is kept``."""
    stays = any(shape.search(text) for shape in STAY_SHAPES)
    return stays and not any(shape.search(text) for shape in (LEAVES, ONLY, LIMITS))


def _in_full(text: str) -> str:
    text = OTHERS.sub(" (only)", text)
    for shape, word in SHORT:
        text = shape.sub(word, text)
    return text


_PARTLY = re.compile(
    r"\b(?:starts?|begins?|ends?|contains?|starting|beginning|ending|containing|like)\b", re.IGNORECASE
)
"""Says that a value is only a part of the key."""


_CODE_LEFT_OUT = re.compile(
    r"\b(?:exclud\w+|leav\w+\s+out|ignor\w+|skip\w*|omit\w*|drop\w*|without|no|not|except)\s+‹v\d+›\s*(?:[,.;]|$|and\b|or\b)",
    re.IGNORECASE,
)


_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)
"""Says that two conditions hold against each other, which only a reading of the whole text takes up."""
THEY_STAY = re.compile(
    r";\s*(?:(?:those|these|they|such|all\s+of\s+them)\s+(?:\w+\s+)?(?:stays?|remain|are\s+kept|are\s+fine|are\s+ok\w*|count)"
    r"|(?:please\s+)?(?:keep|we\s+keep)\s+(?:them|those|these))\b",
    re.IGNORECASE,
)
"""Says of rows that the sentence before tells of that they stay."""
_ENDS_LEAVING = re.compile(
    r"\b(?:out|excluded|dropped|ignored|skipped|omitted|removed|away)\s*(?:\([^()]*\))?\s*$", re.IGNORECASE
)
_BARE = re.compile(r"^\s*[A-Za-z_]\w*\s*(?:<>|!=|>=|<=|=|>|<)\s*[\w.'-]+\s*(?:[,.;]|$)")
"""A comparison without a word about rows, which is what they have to fulfil."""


_SPAN = re.compile(
    rf"\b(?:from|between)\s+(?:the\s+|its\s+|their\s+)?{EARLY}\b[^.;]*?\b(?:to|until|till|through|and|up\s+to)\s+(?:the\s+|its\s+|their\s+)?{LATE}\b",
    re.IGNORECASE,
)
"""A span from the first to the last, which takes neither alone: ``from the earliest to the latest order_date``."""


class _Reader:
    """Reads one text, clause after clause, remembering what came before."""

    def __init__(
        self,
        relations: Sequence[Relation],
        schema: Schema,
        columns: tuple[ScopeColumn, ...],
        others: tuple[ScopeColumn, ...],
        keys: Sequence[str],
    ) -> None:
        self._relations, self._schema = relations, schema
        self._columns, self._others, self._keys = columns, others, keys
        self.found: list[Likely] = []
        self._leaves_on = False
        """The sentences behind name the rows that go: ``two kinds of rows are taken out. The first are …``."""
        self._takes: tuple[str, ScopeColumn] | None = None
        """The last condition that rows have to fulfil, and its column."""

    def read(self, sentence: str) -> None:
        """Take up what one sentence says."""
        if _UNLESS.search(sentence) or tells_missing(sentence):
            return
        said = marked(sentence, self._relations, self._schema)
        listed = self._leaves_on and LISTED.match(sentence)
        pick = None if listed else self._pick(said)
        if pick is not None:
            self.found.append(replace(pick, text=sentence.strip()))
            return
        for piece in self._pieces(sentence):
            self._piece(piece)

    def _pieces(self, sentence: str) -> Iterator[str]:
        """The sentence cut where a part says for itself what becomes of rows."""
        parts, start = [], 0
        for cut in PIECES.finditer(sentence):
            before, behind = sentence[start : cut.start()], sentence[cut.end() :]
            alone = _ENDS_LEAVING.search(before) is not None and _BARE.match(behind) is not None
            if (
                before.count("(") == before.count(")")
                and self._says(before)
                and (alone or self._says(behind))
            ):
                parts.append(before)
                start = cut.end()
        yield from (*parts, sentence[start:])

    def _says(self, text: str) -> bool:
        """Whether a part says what becomes of some rows."""
        return bool(LEAVES.search(text) or ONLY.search(text)) or says_that_rows_stay(text)

    def _piece(self, text: str) -> None:
        said = self._told(text)
        leaves = LEAVES.search(said.text)
        if leaves is not None and KINDS.search(text):
            self._leaves_on = True
        elif leaves is None and self._leaves_on and LISTED.match(said.text):
            leaves = LISTED.match(said.text)
        if leaves is None and says_that_rows_stay(said.text):
            self._missing_stay()
            return
        conditions = conditions_in(said, self._columns) or conditions_in(
            said, (*self._columns, *self._others)
        )
        alone = not said.columns or _CODE_LEFT_OUT.search(said.text)
        if leaves is not None and alone and not _PARTLY.search(said.text):
            conditions = [*self._by_key(said, conditions), *conditions]
        if not conditions:
            return
        sql = self._together(said, conditions, leave=leaves is not None)
        behind = any(each.picks for each in self.found) and any(
            BEHIND.match(part) for part in (text, text.partition(": ")[2])
        )
        limits = leaves is not None or re.search(r"\bonly\b", text, re.IGNORECASE) is not None
        self.found.append(Likely(sql, text.strip(" ,"), limits=limits, behind=behind))
        if leaves is None and conditions[-1].column is not None:
            self._takes = (sql, conditions[-1].column)
        else:
            self._takes = None

    def _told(self, text: str) -> Marked:
        """The part that says it in columns, where words before a colon only call it: ``no tests: kind = 'T'``."""
        head, colon, tail = text.partition(": ")
        if not colon:
            return marked(text, self._relations, self._schema)
        behind = marked(tail, self._relations, self._schema)
        before = marked(head, self._relations, self._schema)
        own = conditions_in(behind, self._columns)
        named = own and not conditions_in(before, self._columns)
        if named and (
            own[0].sql.startswith("not ") or LEAVES.search(behind.text) or not LEAVES.search(before.text)
        ):
            return behind
        return marked(text, self._relations, self._schema)

    def _missing_stay(self) -> None:
        """Rows without a value stay, which a condition that they have to fulfil would leave out."""
        if self._takes is None or not self.found:
            return
        sql, column = self._takes
        last = self.found[-1]
        if last.sql == sql:
            self.found[-1] = replace(last, sql=f"({sql} or {is_missing(column)})")
        self._takes = None

    def _together(self, said: Marked, conditions: Sequence[Found], *, leave: bool) -> str:
        settled = [each.sql for each in conditions if each.settled]
        open_ones = [each for each in conditions if not each.settled]
        if settled:
            rest = [self._together(said, open_ones, leave=leave)] if open_ones else []
            return " and ".join(dict.fromkeys([*settled, *rest]))
        sqls = list(dict.fromkeys(each.sql for each in conditions))
        placed = sorted(conditions, key=lambda each: each.start)
        gaps = (said.text[a.end : b.start] for a, b in pairwise(placed))
        between = ANY_CASE.sub(" ", " ; ".join(gaps))
        either = leave and not re.search(r"\bboth\b|\bat\s+the\s+same\s+time\b", said.text)
        nested = leave and len(conditions) > 1 and NESTED.search(between) is not None
        word = " or " if (either and not nested) or (not leave and OR.search(between)) else " and "
        whole = sqls[0] if len(sqls) == 1 else f"({word.join(sqls)})"
        return f"not coalesce({whole}, false)" if leave else whole

    def _by_key(self, said: Marked, conditions: Sequence[Found]) -> list[Found]:
        """Values alone are those of what the target has one row of: ``Exclude TRN``."""
        column = next((c for c in self._columns if [c.sql] == list(self._keys)), None)
        marks = re.finditer(r"‹v(\d+)›", said.text)
        free = [m for m in marks if all(m.end() <= c.start or m.start() >= c.end for c in conditions)]
        codes = [said.values[int(m[1])] for m in free]
        if column is None or not is_text(column) or not codes or {c.kind for c in codes} - {"code", "text"}:
            return []
        listed = ", ".join(f"'{code.text}'" for code in codes)
        return [Found(f"{column.sql} in ({listed})", free[0].start(), free[-1].end(), column)]

    def _pick(self, said: Marked) -> Likely | None:
        """Which one of several rows stays."""
        if _SPAN.search(said.text):
            return None
        which = WHICH.search(said.text)
        if which is None:
            return self._loosely_picked(said)
        order = said.columns[int(which["c"] or which["b"])]
        if order.relation != self._relations[0].alias:
            return None
        own = {order.sql}
        per = next((m for m in PER.finditer(said.text) if not self._names(said, m["keys"]) & own), None)
        keys = (
            [c.sql for c in self._in(said, per["keys"])]
            if per is not None
            else self._noun_keys(said) or list(self._keys)
        )
        keys = [key for key in keys if key not in own]
        if not keys:
            return None
        falls = bool(which["late"] or which["late2"])
        ordering = [f"{order.sql} {'desc' if falls else 'asc'} nulls last", *self._ties(said, which.end())]
        sql = f"row_number() over (partition by {', '.join(keys)} order by {', '.join(ordering)}) = 1"
        return Likely(sql, "", picks=True)

    def _loosely_picked(self, said: Marked) -> Likely | None:
        """The row that came last or first by the only day a sentence names: ``changed most recently``."""
        word = SOMEHOW.search(said.text)
        days = {c.sql: c for c in said.columns if is_day(c) and c.relation == self._relations[0].alias}
        per = PER.search(said.text)
        keys = [c.sql for c in self._in(said, per["keys"])] if per is not None else self._noun_keys(said)
        if word is None or len(days) != 1 or not keys or set(keys) & set(days):
            return None
        way = "asc" if word["early"] else "desc"
        order = [f"{next(iter(days))} {way} nulls last", *self._ties(said, word.end())]
        return Likely(
            f"row_number() over (partition by {', '.join(keys)} order by {', '.join(order)}) = 1",
            "",
            picks=True,
        )

    def _ties(self, said: Marked, behind: int) -> list[str]:
        """What decides between rows that are equal, told behind a place."""
        tie = TIE.search(said.text, behind)
        if tie is None:
            return []
        return [f"{said.columns[int(tie['c'])].sql} {'desc' if tie['late'] else 'asc'} nulls last"]

    def _in(self, said: Marked, text: str) -> list[ScopeColumn]:
        return [said.columns[int(number)] for number in re.findall(r"‹c(\d+)›", text)]

    def _names(self, said: Marked, text: str) -> set[str]:
        return {column.sql for column in self._in(said, text)}

    def _noun_keys(self, said: Marked) -> list[str]:
        """The key that a noun calls: ``per shipment``."""
        match = re.search(
            r"\b(?:per|for\s+each|for\s+every|of\s+each|for\s+that|of\s+that|each|every)\s+(?P<noun>[a-z][\w-]*)",
            said.text.lower(),
        )
        noun = match["noun"] if match is not None else ""
        same = next((c for c in self._columns if c.column.name.casefold() == noun), None)
        column = same or (softly_named(noun, self._columns) if noun else None)
        return [column.sql] if column is not None else []
