"""Which rows stay, as the clauses of a text say it one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.merge.inner_relations import only_rows
from signoff.core.merge.likely.conditions import is_missing, is_text
from signoff.core.merge.likely.cues import BEHIND, LIMITS
from signoff.core.merge.names import words
from signoff.core.merge.whole.clauses import Clause, Outcome
from signoff.core.merge.whole.conditions import Tested, tested
from signoff.core.merge.whole.kinds import IF_THERE, tells_partners
from signoff.core.merge.whole.named_softly import with_names
from signoff.core.merge.whole.nouns import mentions_of
from signoff.core.merge.whole.partners import partner_test
from signoff.core.merge.whole.told import Told, Whole

_THOSE = re.compile(r"\s*(?:those|these|they|that\s+is|i\.e\.|meaning|it\s+is|such)\b", re.IGNORECASE)
_HAS_VALUE = re.compile(r"\d|'[^']*'|\b[A-Z]{2,}\b|=")
_KINDS_OF_CODE = frozenset(["status", "state", "type", "kind", "code", "cd", "category", "class", "channel"])
_LIMITS = re.compile(
    r"\b(?:only|just|must|except|unless|provided|latest|newest|oldest|most\s+recent|per\s+\w+|sum|total|limited|restrict\w*|relevant|agreed|valid)\b|\d",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[\w.]+\.\w+")
_PAIR_INSIDE = re.compile(r"where ([\w.\"]+ = [\w.\"]+)")
_SURVIVOR = re.compile(
    r"\b(?:survivor|surviving|winner|winning|that\s+one|chosen|kept\s+one|remaining\s+one)\b", re.IGNORECASE
)

_AFTER = re.compile(
    r"\b(?:only\s+)?(?:after|once|behind|following)\s+(?:the\s+)?(?:(?:picking|choosing|taking|keeping|selecting|de-?dup\w*|finding)\b"
    r"|(?:latest|newest|last|current)\s+[\w -]+?\s+(?:is|was|has\s+been)\s+"
    r"(?:picked|chosen|taken|found|selected)\b|(?:choice|selection|pick)\b)",
    re.IGNORECASE,
)
"""Says that rows go or stay when one of several has been chosen."""


def limit_rows(told: Told, whole: Whole, picks: set[str]) -> None:
    """Let rows fulfil what the clauses of a text say; what limits rows and is not understood is kept as unread.

    Args:
        told: the text.
        whole: the query so far.
        picks: sentences that chose one row of several.
    """
    _Limits(told, whole, picks).read()


class _Limits:
    """Reads clause after clause, remembering what the last one said."""

    def __init__(self, told: Told, whole: Whole, picks: set[str]) -> None:
        self._told, self._whole, self._picks = told, whole, picks
        self._used: set[int] = set()
        self._limited: list[str] = []
        self._last: Tested | None = None

    def read(self) -> None:
        """Take up all clauses."""
        for number, clause in enumerate(self._told.clauses):
            self._follow(number, self._in_context(number, clause))
        left = (c for n, c in enumerate(self._told.clauses) if n not in self._used)
        self._whole.unread = [*self._limited, *(c.text for c in left if self._matters(c))]

    def _matters(self, clause: Clause) -> bool:
        """Whether a clause of which nothing was made limits rows, and is not about what is joined."""
        if any(c.unit == clause.unit and n in self._used for n, c in enumerate(self._told.clauses)):
            return False
        if clause.outcome is not Outcome.GOES and _LIMITS.search(clause.text) is None:
            return False
        columns = {name.rpartition(".")[2] for sql in self._told.joins for name in _NAMES.findall(sql)}
        is_join = any(place > 0 for place in self._told.about(clause)) or any(
            c in clause.text for c in columns
        )
        return not is_join

    def _in_context(self, number: int, clause: Clause) -> Clause:
        """A clause as the one before it has it: ``Exclude dummies. Those carry …`` says what goes."""
        if number == 0 or not _THOSE.match(clause.text):
            return clause
        before = self._told.clauses[number - 1]
        own = self._told.columns(0)
        if before.outcome is not Outcome.GOES or tested(before.text, own, own, goes=False) is not None:
            return clause
        return replace(clause, outcome=Outcome.GOES)

    def _follow(self, number: int, clause: Clause) -> None:
        """Take up what a clause says of rows."""
        before = len(self._whole.filters), self._last
        self._take(number, clause)
        nothing = before == (len(self._whole.filters), self._last) and not clause.unless
        if nothing and LIMITS.search(IF_THERE.sub(" ", clause.text)):
            self._limited.append(clause.text)

    def _take(self, number: int, clause: Clause) -> None:
        joined = [r.table for r in self._told.relations[1:]]
        shows = self._limits_joined(clause)
        if not shows and any(tells_partners(clause, table, self._told.schema) for table in joined):
            self._used.add(number)
            return
        if clause.outcome is Outcome.ALSO and not shows:
            self._used.add(number)
            self._keep_missing(clause)
            return
        held = self._partners(clause)
        if held or clause.unit in self._picks:
            self._used.add(number)
        if clause.unit in self._picks and not _HAS_VALUE.search(clause.text):
            return
        about = self._told.about(clause)
        first = about[0] if about else 0
        order = [first, *(n for n in range(len(self._told.relations)) if n != first)]
        made = tested(
            clause.text,
            self._told.columns(*order),
            self._told.columns(first),
            goes=clause.outcome is Outcome.GOES,
            joins=[*self._told.joins, *_PAIR_INSIDE.findall(held)],
            codes_of=self._coded(clause),
        )
        if made is None or made.sql in held:
            return
        self._used.add(number)
        sql = f"not coalesce({made.sql}, false)" if clause.outcome is Outcome.GOES else made.sql
        unless = self._unless(clause, order) if clause.unless else ""
        if clause.unless and not unless:
            self._limited.append(f"{clause.text} unless {clause.unless}")
        self._put(clause, made, f"({sql} or {unless})" if unless else sql)
        self._last = made

    def _limits_joined(self, clause: Clause) -> bool:
        """Whether a clause says of which rows of a joined table values are shown, and that they are missing else."""
        about = self._told.about(clause)
        if not about or about[0] == 0:
            return False
        columns = self._told.columns(about[0])
        made = tested(clause.text, columns, columns, goes=False, joins=self._told.joins)
        return made is not None and _HAS_VALUE.search(clause.text) is not None and " is null" not in made.sql

    def _unless(self, clause: Clause, order: Sequence[int]) -> str:
        """SQL of what keeps rows that a clause leaves out: ``unless auto_renew is true``."""
        saved = Clause(clause.unless, Outcome.STAYS, clause.unit)
        foreign = self._told.foreign(saved.text)
        if foreign:
            return partner_test(
                saved, foreign[0], self._told.relations, self._told.clauses, self._told.schema
            )
        known = self._told.columns(*order)
        made = tested(saved.text, known, self._told.columns(order[0]), goes=False, joins=self._told.joins)
        return made.sql if made is not None else ""

    def _partners(self, clause: Clause) -> str:
        """Let rows stay or go by tables that the query does not read; returns the SQL of all that was said so."""
        told = [
            partner_test(clause, table, self._told.relations, self._told.clauses, self._told.schema)
            for table in self._told.foreign(clause.text)
        ]
        for sql in filter(None, told):
            self._whole.filters.append(Condition(clause.text, sql, Origin.UNRESOLVED, self._told.cell))
        return " ".join(told)

    def _coded(self, clause: Clause) -> ScopeColumn | None:
        """The column of codes that a clause names none for: the one named around it, else the only such."""
        every = self._told.columns(*range(len(self._told.relations)))
        texts = [c for c in every if is_text(c)]
        around = with_names(" ".join(c.text for c in self._told.clauses if c is not clause), texts)
        named = [c for c in texts if re.search(rf"\b{re.escape(c.column.name)}\b", around, re.IGNORECASE)]
        kinds = [c for c in texts if words(c.column.name)[-1] in _KINDS_OF_CODE]
        both = [c for c in named if c in kinds]
        return next((only[0] for only in (both, named, kinds) if len(only) == 1), None)

    def _put(self, clause: Clause, made: Tested, sql: str) -> None:
        """Let the query's rows, or those of a joined table, fulfil a condition."""
        aliases = {c.relation for c in made.columns}
        places = [n for n, r in enumerate(self._whole.relations) if r.alias in aliases]
        condition = Condition(clause.text, sql, Origin.UNRESOLVED, self._told.cell)
        place = places[0] if len(places) == 1 else 0
        relation = self._whole.relations[place]
        if any(each.sql == sql for each in self._whole.filters):
            return
        if place > 0 and relation.join is JoinKind.LEFT and self._is_of(clause, made, relation):
            self._whole.relations[place] = only_rows(relation, condition)
        elif self._whole.qualify and any(
            (BEHIND.match(clause.text), _SURVIVOR.search(clause.text), _AFTER.search(clause.text))
        ):
            self._whole.qualify.append(condition)
        else:
            self._whole.filters.append(condition)

    def _is_of(self, clause: Clause, made: Tested, relation: Relation) -> bool:
        """Whether a condition is on the rows of a joined table: the table that is named last before it."""
        at = min((clause.text.casefold().find(c.column.name.casefold()) for c in made.columns), default=0)
        mentions = mentions_of(clause.text, self._told.schema)
        before = [m for m in mentions if at < 0 or m.start <= at]
        if before:
            return before[-1].table == relation.table
        return not mentions and any(
            m.table == relation.table for m in mentions_of(clause.unit, self._told.schema)
        )

    def _keep_missing(self, clause: Clause) -> None:
        """Rows without a value stay, which the condition told last would leave out."""
        if self._last is None or not self._whole.filters:
            return
        last, columns = self._whole.filters[-1], self._last.columns
        named = [c for c in columns if c.column.name in with_names(clause.text, columns)]
        kept = named or columns
        if len(kept) == 1 and self._last.sql in last.sql and not last.sql.startswith("not coalesce"):
            self._whole.filters[-1] = replace(last, sql=f"({last.sql} or {is_missing(kept[0])})")
