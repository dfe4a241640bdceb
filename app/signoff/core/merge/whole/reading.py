"""The query of a target from the whole of its texts on rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import Schema, Step
from signoff.core.merge.inner_relations import cut_to_latest, only_rows
from signoff.core.merge.likely.conditions import is_missing, is_text
from signoff.core.merge.likely.cues import BEHIND
from signoff.core.merge.likely.marked import marked_over, softly_named
from signoff.core.merge.names import words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.whole.clauses import Clause, Outcome, clauses_of
from signoff.core.merge.whole.conditions import Tested, tested
from signoff.core.merge.whole.kinds import kind_of, tells_partners
from signoff.core.merge.whole.links import pair_of
from signoff.core.merge.whole.named_softly import with_names
from signoff.core.merge.whole.nouns import mentions_of, without_twins
from signoff.core.merge.whole.partners import partner_test
from signoff.core.merge.whole.picking import Picked, picked

_STARTS = re.compile(
    r"(?:\b(?:start\w*|driv\w*|bas(?:e|ed|is)|main|lead\w*|source\s+is|grain|one\s+(?:row|record|line|entry)\s+(?:per|for\s+each|for\s+every))\b"
    r"[\s:]*(?:\w+\s+){0,3}|^\W*(?:(?:take|load|all|every|each|the|only|just|we|migrate|of|for|from|grain\s*=)\s+)*|\b(?:lookups?|joins?|coming|starting|reading)\s+from\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_IS_SUBJECT = re.compile(
    r"\s*(?:$|[,.;:()+&=\[]|->|=>|→|-\s|w/|(?:with|and|for|from|who|that|which|whose|in|of|having|is|are|must|placed|"
    r"created|only|tables?|rows?|records?|data|by|via|to|as|inner|left|we|\w+ed|\w+ing)\b)",
    re.IGNORECASE,
)
_THOSE = re.compile(r"\s*(?:those|these|they|that\s+is|i\.e\.|meaning|it\s+is|such)\b", re.IGNORECASE)
_TIED = re.compile(
    r"\s*(?:\W*then\b|if\b.*\b(?:same|equal|tie|tied|identical|two|several|no|both)\b|same\b|ties?\b|on\s+a\s+tie|should\b|"
    r"with\s+(?:equal|identical|the\s+same)|in\s+case\b|otherwise\b|is_)",
    re.IGNORECASE,
)
_HAS_VALUE = re.compile(r"\d|'[^']*'|\b[A-Z]{2,}\b|=")
_KINDS_OF_CODE = frozenset(["status", "state", "type", "kind", "code", "cd", "category", "class", "channel"])
_LIMITS = re.compile(
    r"\b(?:only|just|must|except|unless|provided|latest|newest|oldest|most\s+recent|per\s+\w+|sum|total|limited|restrict\w*|relevant|agreed|valid)\b|\d",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[\w.]+\.\w+")


@dataclass
class Whole:
    """What a text tells of the rows of a target."""

    relations: list[Relation]
    filters: list[Condition] = field(default_factory=list)
    qualify: list[Condition] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Clauses that name columns, values or what becomes of rows, of which nothing was made."""


def read_whole(
    steps: Sequence[Step], tables: Sequence[str], keys: Sequence[str], schema: Schema, cell: Cell | None
) -> Whole | None:
    """The query that texts tell; None where no table is known, or nothing tells how one is joined.

    Args:
        steps: the texts, in their order.
        tables: names of the tables that columns are read from; the first one's column is the key's.
        keys: names of the columns that the target has one row of.
        schema: all tables with their columns.
        cell: of the texts.
    """
    clauses = list(clauses_of("\n".join(s.condition for s in steps)))
    reader = _Reader(clauses, list(tables), list(keys), without_twins(schema, tables), cell)
    return reader.read() if tables and clauses else None


class _Reader:
    """Reads one text: first what is joined, then which row of several, then what rows have to fulfil."""

    def __init__(
        self, clauses: list[Clause], tables: list[str], keys: list[str], schema: Schema, cell: Cell | None
    ) -> None:
        self._clauses, self._tables, self._keys = clauses, tables, keys
        self._schema, self._cell = schema, cell
        self._units = list(dict.fromkeys(c.unit for c in clauses))
        self._relations: list[Relation] = []
        self._joins: list[str] = []
        self._used: set[int] = set()
        self._picks: set[str] = set()
        self._last: Tested | None = None

    def read(self) -> Whole | None:
        """The query; None where nothing tells how one of its tables is joined."""
        driving = self._driving()
        self._relations = [Relation(driving, driving, JoinKind.DRIVING, None, self._cell)]
        if not self._join():
            return None
        whole = Whole(self._relations)
        for place in range(len(whole.relations)):
            self._pick(whole, place)
        for number, clause in enumerate(self._clauses):
            self._follow(whole, number, self._in_context(number, clause))
        whole.unread = [
            c.text for n, c in enumerate(self._clauses) if n not in self._used and self._matters(c)
        ]
        return whole

    def _matters(self, clause: Clause) -> bool:
        """Whether a clause of which nothing was made limits rows, and is not about what is joined."""
        if any(c.unit == clause.unit and n in self._used for n, c in enumerate(self._clauses)):
            return False
        if clause.outcome is not Outcome.GOES and _LIMITS.search(clause.text) is None:
            return False
        columns = {name.rpartition(".")[2] for sql in self._joins for name in _NAMES.findall(sql)}
        is_join = any(place > 0 for place in self._about(clause)) or any(c in clause.text for c in columns)
        return not is_join

    def _driving(self) -> str:
        for clause in self._clauses:
            for mention in mentions_of(clause.text, self._schema):
                lead, behind = clause.text[: mention.start], clause.text[mention.end :]
                if mention.table in self._tables and _STARTS.search(lead) and _IS_SUBJECT.match(behind):
                    return mention.table
        return self._tables[0]

    def _join(self) -> bool:
        named = [m.table for c in self._clauses for m in mentions_of(c.text, self._schema)]
        waiting = [t for t in self._tables if t != self._relations[0].table]
        waiting.sort(key=lambda t: named.index(t) if t in named else len(named))
        taken: set[tuple[str, int]] = set()
        while waiting:
            for table in waiting:
                there = Relation(table, table, JoinKind.LEFT, None, self._cell)
                pair = pair_of(self._clauses, there, self._relations, self._schema, taken)
                if pair:
                    break
            else:
                return False
            told = kind_of(self._clauses, there, len(self._tables), self._schema)
            on = Condition(pair, pair, Origin.UNRESOLVED, self._cell)
            kind = told or JoinKind.LEFT
            self._relations.append(replace(there, join=kind, on=on, kind_assumed=told is None))
            waiting.remove(table)
        self._joins = [r.on.sql for r in self._relations if r.on is not None]
        return True

    def _columns(self, *places: int) -> tuple[ScopeColumn, ...]:
        return tuple(c for n in places for c in relation_columns(self._relations[n], self._schema))

    def _about(self, clause: Clause) -> list[int]:
        """Places of the relations that a clause speaks of, in the order it names them."""
        tables = [r.table for r in self._relations]
        named = [m.table for m in mentions_of(clause.text, self._schema)]
        return list(dict.fromkeys(tables.index(name) for name in named if name in tables))

    def _pick(self, whole: Whole, place: int) -> None:
        """Choose one row of several, where sentences tell it of a relation."""
        others = [n for n in range(len(whole.relations)) if n != place]
        for unit in self._units:
            about = [n for c in self._clauses if c.unit == unit for n in self._about(c)]
            if unit in self._picks or (place > 0 and place not in about):
                continue
            found = picked(self._with_ties(unit), self._columns(place), self._columns(*others))
            keys = self._keys_of(found, place) if found is not None else []
            if found is None or not keys:
                continue
            condition = Condition(unit, found.row_number(keys), Origin.UNRESOLVED, self._cell)
            cut = cut_to_latest(whole.relations[place], condition) if place > 0 else None
            if place == 0:
                whole.qualify.append(condition)
            elif cut is not None:
                whole.relations[place] = cut
            self._picks |= {unit, *self._ties(unit)}
            return

    def _ties(self, unit: str) -> list[str]:
        """The sentences behind one that tell what decides between equal rows."""
        behind = self._units[self._units.index(unit) + 1 :]
        return list(takewhile(_TIED.match, behind))

    def _with_ties(self, unit: str) -> str:
        return ". ".join((unit, *self._ties(unit)))

    def _keys_of(self, found: Picked, place: int) -> list[str]:
        """What there is one row of: of a joined table each key it is joined by, else what the text says."""
        own = {c.sql for c in self._columns(place)}
        if place > 0:
            return [sql for sql in _sides(self._relations[place]) if sql in own]
        keys = [sql for sql in found.keys if sql in own] or self._told_keys(found, own)
        if keys:
            return keys
        called = {m.table for noun in found.nouns for m in mentions_of(noun, self._schema)}
        for other in self._relations[1:]:
            if other.table in called and len(found.nouns) == 1:
                return [sql for sql in _sides(other) if sql in own]
        soft = [softly_named(noun.lower(), self._columns(place)) for noun in found.nouns]
        if soft and all(column is not None for column in soft):
            return [column.sql for column in soft if column is not None]
        held = {k.casefold() for k in self._keys}
        return [c.sql for c in self._columns(place) if c.column.name.casefold() in held]

    def _told_keys(self, found: Picked, own: set[str]) -> list[str]:
        """What the sentences around say is the same in several rows: ``come again under the same parcel_id``."""
        if found.nouns:
            return []
        ordered = " ".join(found.order)
        said = marked_over(with_names(" ".join(self._units), self._columns(0)), self._columns(0))
        keys = [
            said.columns[int(n)].sql
            for m in _SAME_KEYS.finditer(said.text)
            for n in _MARKS.findall(m["keys"])
        ]
        return [sql for sql in dict.fromkeys(keys) if sql in own and sql not in ordered]

    def _in_context(self, number: int, clause: Clause) -> Clause:
        """A clause as the one before it has it: ``Exclude dummies. Those carry …`` says what goes."""
        if number == 0 or not _THOSE.match(clause.text):
            return clause
        before = self._clauses[number - 1]
        own = self._columns(0)
        if before.outcome is not Outcome.GOES or tested(before.text, own, own, goes=False) is not None:
            return clause
        return replace(clause, outcome=Outcome.GOES)

    def _follow(self, whole: Whole, number: int, clause: Clause) -> None:
        """Take up what a clause says of rows."""
        joined = [r.table for r in self._relations[1:]]
        shows = self._limits_joined(clause)
        if not shows and any(tells_partners(clause, table, self._schema) for table in joined):
            self._used.add(number)
            return
        if clause.outcome is Outcome.ALSO and not shows:
            self._used.add(number)
            self._keep_missing(whole, clause)
            return
        held = self._partners(whole, clause)
        if held or clause.unit in self._picks:
            self._used.add(number)
        if clause.unit in self._picks and not _HAS_VALUE.search(clause.text):
            return
        about = self._about(clause)
        first = about[0] if about else 0
        order = [first, *(n for n in range(len(self._relations)) if n != first)]
        made = tested(
            clause.text,
            self._columns(*order),
            self._columns(first),
            goes=clause.outcome is Outcome.GOES,
            joins=[*self._joins, *_PAIR_INSIDE.findall(held)],
            codes_of=self._coded(clause),
        )
        if made is None or made.sql in held:
            return
        self._used.add(number)
        sql = f"not coalesce({made.sql}, false)" if clause.outcome is Outcome.GOES else made.sql
        unless = self._unless(clause, order) if clause.unless else ""
        self._put(whole, clause, made, f"({sql} or {unless})" if unless else sql)
        self._last = made

    def _limits_joined(self, clause: Clause) -> bool:
        """Whether a clause says of which rows of a joined table values are shown, and that they are missing else."""
        about = self._about(clause)
        if not about or about[0] == 0:
            return False
        columns = self._columns(about[0])
        made = tested(clause.text, columns, columns, goes=False, joins=self._joins)
        return made is not None and _HAS_VALUE.search(clause.text) is not None and " is null" not in made.sql

    def _unless(self, clause: Clause, order: Sequence[int]) -> str:
        """SQL of what keeps rows that a clause leaves out: ``unless auto_renew is true``."""
        saved = Clause(clause.unless, Outcome.STAYS, clause.unit)
        read = {r.table for r in self._relations}
        foreign = [m.table for m in mentions_of(saved.text, self._schema) if m.table not in read]
        if foreign:
            return partner_test(saved, foreign[0], self._relations, self._clauses, self._schema)
        known = self._columns(*order)
        made = tested(saved.text, known, self._columns(order[0]), goes=False, joins=self._joins)
        return made.sql if made is not None else ""

    def _partners(self, whole: Whole, clause: Clause) -> str:
        """Let rows stay or go by tables that the query does not read; returns the SQL of all that was said so."""
        read = {r.table for r in self._relations}
        foreign = [m.table for m in mentions_of(clause.text, self._schema) if m.table not in read]
        told = [
            partner_test(clause, table, self._relations, self._clauses, self._schema)
            for table in dict.fromkeys(foreign)
        ]
        for sql in filter(None, told):
            whole.filters.append(Condition(clause.text, sql, Origin.UNRESOLVED, self._cell))
        return " ".join(told)

    def _coded(self, clause: Clause) -> ScopeColumn | None:
        """The column of codes that a clause names none for: the one named around it, else the only such."""
        every = self._columns(*range(len(self._relations)))
        texts = [c for c in every if is_text(c)]
        around = with_names(" ".join(c.text for c in self._clauses if c is not clause), texts)
        named = [c for c in texts if re.search(rf"\b{re.escape(c.column.name)}\b", around, re.IGNORECASE)]
        kinds = [c for c in texts if words(c.column.name)[-1] in _KINDS_OF_CODE]
        both = [c for c in named if c in kinds]
        return next((only[0] for only in (both, named, kinds) if len(only) == 1), None)

    def _put(self, whole: Whole, clause: Clause, made: Tested, sql: str) -> None:
        """Let the query's rows, or those of a joined table, fulfil a condition."""
        aliases = {c.relation for c in made.columns}
        places = [n for n, r in enumerate(whole.relations) if r.alias in aliases]
        condition = Condition(clause.text, sql, Origin.UNRESOLVED, self._cell)
        place = places[0] if len(places) == 1 else 0
        relation = whole.relations[place]
        if any(each.sql == sql for each in whole.filters):
            return
        if place > 0 and relation.join is JoinKind.LEFT and self._is_of(clause, made, relation):
            whole.relations[place] = only_rows(relation, condition)
        elif whole.qualify and (BEHIND.match(clause.text) or _SURVIVOR.search(clause.text)):
            whole.qualify.append(condition)
        else:
            whole.filters.append(condition)

    def _is_of(self, clause: Clause, made: Tested, relation: Relation) -> bool:
        """Whether a condition is on the rows of a joined table: the table that is named last before it."""
        at = min((clause.text.casefold().find(c.column.name.casefold()) for c in made.columns), default=0)
        mentions = mentions_of(clause.text, self._schema)
        before = [m for m in mentions if at < 0 or m.start <= at]
        if before:
            return before[-1].table == relation.table
        return not mentions and any(m.table == relation.table for m in mentions_of(clause.unit, self._schema))

    def _keep_missing(self, whole: Whole, clause: Clause) -> None:
        """Rows without a value stay, which the condition told last would leave out."""
        if self._last is None or not whole.filters:
            return
        last, columns = whole.filters[-1], self._last.columns
        named = [c for c in columns if c.column.name in with_names(clause.text, columns)]
        kept = named or columns
        if len(kept) == 1 and self._last.sql in last.sql and not last.sql.startswith("not coalesce"):
            whole.filters[-1] = replace(last, sql=f"({last.sql} or {is_missing(kept[0])})")


_SAME_KEYS = re.compile(
    r"\bsame\s+(?P<keys>‹c\d+›(?:\s*(?:,|and|\+|/|&)\s*(?:same\s+)?‹c\d+›)*)", re.IGNORECASE
)
_MARKS = re.compile(r"‹c(\d+)›")
_PAIR_INSIDE = re.compile(r"where ([\w.\"]+ = [\w.\"]+)")
_SURVIVOR = re.compile(
    r"\b(?:survivor|surviving|winner|winning|that\s+one|chosen|kept\s+one|remaining\s+one)\b", re.IGNORECASE
)


def _sides(relation: Relation) -> list[str]:
    """The columns that a table is joined by, of both sides."""
    tree = parsed(relation.on.sql) if relation.on is not None else None
    return [c.sql() for c in columns_of(tree)] if tree is not None else []
