"""What is said of one joined table, part by part: its key, which of its rows count, and which one of several.

``staff_no: the contract with the latest valid_from that is not after 2025-06-30``: a key, and one row of several among
those that a condition is true of. ``login = manager, provided the user is active``: a key, and rows that count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step
from signoff.core.merge.equal_rows import equal_rows
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.inner_relations import Setting, Sides, grouped_before_join, sides_of
from signoff.core.merge.inner_sql import written
from signoff.core.merge.inner_texts import read_inside
from signoff.core.merge.join_sayings import join_condition, reaching
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import with_dates, words
from signoff.core.merge.rowfilters import certain, row_conditions
from signoff.core.merge.scoping import find_everywhere, relation_columns
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.spoken_columns import spoken_column
from signoff.core.merge.sqlparts import aggregates, parsed, windows
from signoff.core.merge.which_row import which_row

_FALLING = r"latest|newest|most\s+recent|last|youngest|highest|largest|biggest|greatest|maximum|max"
_RISING = r"first|earliest|oldest|lowest|smallest|minimum|min"
_WHICH = rf"(?P<which>{_FALLING}|{_RISING})"
PICKS = re.compile(rf"\b(?:{_FALLING}|{_RISING}|one\s+row|in\s+force|current|version)\b", re.IGNORECASE)
"""Words of texts that say which one of several rows is joined."""
_CUT = re.compile(
    r"\s*[,;:.]\s+(?:and\s+|but\s+|then\s+)?|\s+[–—-]\s+|\s*\(|\)\s*|\s+and\s+|\s+with\s+(?=\w+\s*(?:[<>=]|is\b|not\b)|the\s+(?:latest|newest|youngest|highest|last|most\s+recent|earliest|lowest|oldest|first)\b)|\s+(?=(?:where|provided|as\s+long\s+as|only|if|but|for\s+which|of\s+(?:several|these|those|all)|then)\b)",
    re.IGNORECASE,
)
_MOST_PARTS = 12
_MOST_TRIES = 160
_LEAD = re.compile(
    r"^(?:(?:and|but|then|only|just|take|use|keep|with|of\s+several|of\s+(?:these|those|them)|if\s+there\s+are\s+several|in\s+case\s+of\s+several|namely|i\.?e\.?|that\s+is)\s*,?\s+)*",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^(?:(?:and|but|with|for|only|just|where|provided(?:\s+that)?|as\s+long\s+as|given\s+that|if|take|use|among|after\s+that|afterwards)\s*,?\s+)*(?:the\s+(?=\w+\s+(?:is|are|has|have|was)\b))?",
    re.IGNORECASE,
)
_ROW = r"(?:row|record|one|entry|line|version|state|[a-z]\w*)"
_PICKS = tuple(
    re.compile(rf"^(?:the\s+)?{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:{_ROW}\s+)?(?:with|having)\s+(?:the\s+)?{_WHICH}\s+(?P<order>[\w.]+)(?:\s+(?:(?:that|which)\s+)?(?P<cond>.+))?",
        rf"{_WHICH}\s+{_ROW}\s+(?:by|per|according\s+to|ordered\s+by)\s+(?P<order>[\w.]+)(?:\s*,?\s+(?:with|where|that|which|having|whose)\s+(?P<rows>.+))?",
        rf"{_WHICH}\s+{_ROW}\s+(?:by|per|according\s+to|ordered\s+by)\s+(?P<order>[\w.]+)\s*,?\s+(?P<cond>(?:not|no|up|on|at|before|until|<|lying|from|to)\b.+)",
        rf"{_WHICH}\s+{_ROW}(?:\s+(?:with|where|that|which|having|whose)\s+(?P<rows>.+?))?(?:\s*,\s*by\s+(?P<order>[\w.]+))?",
        rf"{_WHICH}\s+(?P<order>[\w.]+)(?:\s+(?P<cond>(?:that|which|not|no|up|on|at|by|before|until|<|is|lying|from|to).*))?",
        rf"{_WHICH}",
    )
)
_IN_FORCE = re.compile(
    r"^(?:(?:the\s+)?(?:one|row|version|record|entry|[a-z]\w*)\s+)?(?:(?:that|which)\s+(?:is|was)\s+)?(?:in\s+force|valid|effective|current|applicable)\s+(?:on|at|as\s+of)\s+(?:the\s+)?'?(?P<day>\d{4}-\d{2}-\d{2})'?$",
    re.IGNORECASE,
)
_FROM = frozenset(
    {"from", "since", "start", "begin", "starts", "begins", "ab", "von", "vanaf", "desde", "eff", "effective"}
)
_TO = frozenset(
    {"to", "until", "till", "end", "ends", "thru", "through", "bis", "tot", "hasta", "expiry", "exp"}
)
_THAT_DAY = re.compile(r"\b(?:that|this|the\s+same)\s+(?:day|date)\b|\bit\b(?=$|\s*[,;)])", re.IGNORECASE)
_DAY = re.compile(r"(?<![\w'-])\d{4}-\d{2}-\d{2}(?![\w'-])")
_OPEN_END = re.compile(
    r"^(?:an?\s+)?(?:(?P<a>[\w.]+)\s+(?:is\s+)?)?(?:empty|missing|null|blank|no)\s*(?P<b>[\w.]+)?\s*(?:=|means|is|:|->)\s*(?:an?\s+)?open(?:\s+end(?:ed)?)?$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    rf"^(?:only\s+)?(?:the\s+)?(?:{_FALLING})\s+(?:version|row|record|state|entry)s?(?:\s+(?:of|per|for)\s+(?:an?|the|each|every)\s+[\w-]+)?\s+(?:counts?|matters?|is\s+(?:used|taken))$",
    re.IGNORECASE,
)
"""Says only that the latest one counts: what stands behind it tells which that is."""
_OF_THAT = re.compile(
    r"\s+(?:of|in|from)\s+(?:that|this|the\s+same)\s+(?P<noun>[a-z][\w-]*)\b", re.IGNORECASE
)
_SAME_TABLE = re.compile(
    r"\b(?:of|in|from)\s+(?:that|this|the\s+same|the\s+found|the\s+said)\s+(?=[a-z])", re.IGNORECASE
)


_OF_EACH = re.compile(
    r"^(?:of|for|per)\s+(?:(?:each|every|the|that|this|one|an?)\s+)?(?P<noun>[a-z][\w-]*)\s*[,:]?\s+(?=(?:only|just|the|take|use|keep|its|his)\b)",
    re.IGNORECASE,
)
_PER_LAST = re.compile(
    r"\s*,?\s+(?:per|of\s+(?:each|every)|for\s+(?:each|every))\s+(?P<noun>[a-z][\w-]*)\b", re.IGNORECASE
)
_BY_IN_BRACKETS = re.compile(
    r"\s*\(\s*(?:by|per|according\s+to|ordered\s+by)\s+(?P<by>[\w.]+)\s*\)", re.IGNORECASE
)
_KEY = "the_key"
"""Stands for what a table is joined by until that is known."""
_BY_KEY = re.compile(rf"^row_number\(\) over \(partition by {_KEY} order by (?P<order>.+)\) = 1$")
_PER_OTHER = re.compile(
    r"\s*,?\s*\b(?:per|for\s+(?:each|every|the|that|this)|of\s+(?:each|every|the|that|this)(?:\s+same)?)\s+(?P<noun>[a-z][\w-]*)\b",
    re.IGNORECASE,
)
_HAS_SEVERAL = re.compile(
    r"^(?:where|if|when)\s+(?:an?|the|one)\s+(?P<noun>[a-z][\w-]*)\s+has\s+(?:several|more\s+than\s+one|multiple|many)(?:\s+(?:of\s+them|[a-z]+s))?\s*,?\s+",
    re.IGNORECASE,
)
_EMPTY_OF_IT = re.compile(
    r"^(?:(?:if\s+there\s+is\s+)?no(?:ne)?|without|missing|if\s+there\s+is\s+none)(?:\s+(?:an?\s+)?[\w-]+)?\s*(?:=|means|:|->|,)?\s*"
    r"(?:the\s+)?(?:[\w-]+\s+)?(?:is\s+|stays?\s+|remains?\s+|left\s+)?(?:empty|null|blank|no\s+value)$",
    re.IGNORECASE,
)
"""What a column holds where there is no partner, which a left join gives: ``no rating = grade empty``."""


@dataclass(frozen=True)
class _Read:
    """What the parts read so far say."""

    on: str = ""
    text: str = ""
    rows: tuple[str, ...] = ()
    """SQL of conditions on the joined table alone."""
    order: str = ""
    """What decides which row is picked, as SQL behind ORDER BY."""
    picks: bool = False
    sums: bool = False
    assumed: tuple[str, ...] = ()
    """SQL of conditions that words are only assumed to stand for."""
    equal: str = ""
    """SQL that keeps one of equal rows, before anything else is done."""


def told_join(draft: SectionDraft, relation: Relation, step: Step) -> Relation | None:
    """The joined relation as its step's text says it; None unless each part of that is understood.

    Args:
        draft: with the relations it is joined to.
        relation: the plain table.
        step: its condition holds the text.
    """
    others = tuple(draft.relations)
    text, of_last = _of_last(step.condition, others)
    others = (*reversed(others),) if of_last else others
    setting = Setting(draft.target, draft.schema, draft.resolve, others, step.cell)
    text = _prepared(text)
    reader = _Reader(relation, setting)
    for read in reader.readings(text):
        made = _made(relation, read, setting, text)
        if made is not None:
            for sql in dict.fromkeys(read.assumed):
                draft.report("D204", say("merge.filter_assumed", sql=sql), step)
            return made
    return None


def refers(step: Step) -> bool:
    """Whether a step's text speaks of a row that was told before it: ``dept_cd of that contract``."""
    return _OF_THAT.search(step.condition) is not None


def _of_last(text: str, others: Sequence[Relation]) -> tuple[str, bool]:
    """The text without ``of that contract``, where no table is called so and the one joined last is meant."""
    match = _OF_THAT.search(text)
    if match is None:
        return text, False
    called = {singular(w) for r in others for n in (r.table, r.alias) for w in words(n)}
    if singular(match["noun"].casefold()) in called:
        return text, False
    return f"{text[: match.start()]}{text[match.end() :]}", True


def _prepared(text: str) -> str:
    """The text with days as values, and ``that day`` by the day it means."""
    plain = _SAME_TABLE.sub("of the ", " ".join(text.split()))
    days = set(_DAY.findall(plain))
    if len(days) == 1:
        plain = _THAT_DAY.sub(next(iter(days)), plain)
    return plain


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where the smallest parts of a text begin and end."""
    found, start = [], 0
    for cut in _CUT.finditer(text):
        if not cut.start() or _in_call(text, cut):
            continue
        found.append((start, cut.start()))
        start = cut.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip(" ,;.()")]


def _with_bracket(text: str, start: int, end: int) -> str:
    """The part of a text, with the bracket that closes one within it."""
    said = text[start:end]
    return f"{said})" if said.count("(") == said.count(")") + 1 and text[end : end + 1] == ")" else said


def _in_call(text: str, cut: re.Match[str]) -> bool:
    """Whether a cut stands in a function's brackets, in quotes or within ``in (…)``."""
    before = text[: cut.start() + 1]
    if before.count("'") % 2:
        return True
    if text[cut.start() : cut.end()].strip().startswith("("):
        return re.search(r"\w$", text[: cut.start()]) is not None and text[cut.start()] == "("
    depth, opened = 0, []
    for n, letter in enumerate(text[: cut.start()]):
        if letter == "(":
            opened.append(
                (re.search(r"\w$", text[:n]) is not None and text[n - 1] != " ")
                or re.search(r"\bin\s*$", text[:n], re.I) is not None
            )
            depth += 1
        elif letter == ")" and opened:
            opened.pop()
    return any(opened)


class _Reader:
    def __init__(self, relation: Relation, setting: Setting) -> None:
        self.relation, self.setting = relation, setting
        self.resolve = certain(setting.resolve)
        self.tries = 0
        self.assumed: list[str] = []
        """SQL of conditions that words are only assumed to stand for."""

    def readings(self, text: str) -> Iterator[_Read]:
        """What all parts of a text say together, longest parts first; none where one of them is not understood."""
        pieces = _pieces(text)
        if len(pieces) <= _MOST_PARTS:
            yield from self._from(text, pieces, 0, _Read())

    def _from(self, text: str, pieces: Sequence[tuple[int, int]], place: int, read: _Read) -> Iterator[_Read]:
        if place == len(pieces):
            yield read
            return
        for end in range(len(pieces), place, -1):
            said = _with_bracket(text, pieces[place][0], pieces[end - 1][1])
            self.tries += 1
            if self.tries > _MOST_TRIES or said.count("(") < said.count(")"):
                continue
            days = _DAY.findall(text[: pieces[end - 1][1]])
            said = _THAT_DAY.sub(days[-1], said) if days else said
            self.assumed = []
            after = self._taken(read, said)
            if after is not None:
                yield from self._from(
                    text, pieces, end, replace(after, assumed=(*after.assumed, *self.assumed))
                )

    def _taken(self, read: _Read, part: str) -> _Read | None:
        bare = part.strip(" ,;.")
        bare = (
            bare[1:-1].strip()
            if bare.startswith("(") and bare.endswith(")") and bare.count("(") == 1
            else bare
        )
        if _OPEN_END.match(bare):
            return self._open_ended(read, bare)
        if _ANNOUNCES.match(bare):
            return read
        if self.relation.join is JoinKind.LEFT and _EMPTY_OF_IT.match(bare):
            return read
        if not read.rows and not read.equal:
            found = equal_rows(bare, [self._first()], self.setting.schema)
            if found is not None and found.origin is not Origin.UNRESOLVED:
                return replace(read, equal=found.sql)
        if (force := self._in_force(bare)) and not read.picks:
            return replace(read, rows=(*read.rows, *force))
        if not read.picks and (picked := self._pick(read, bare)) is not None:
            return picked
        summed = read_inside(bare) or read_inside(f"{bare} per {'' if read.on else 'x'}".strip())
        if _SUMMED.match(bare) and not read.sums:
            return replace(read, sums=True)
        if summed is not None and not summed.latest:
            return replace(read, sums=True)
        if not PICKS.search(bare) and not re.search(r";|:\s", bare) and (on := self._key(bare)):
            both = [read.on, *([] if on in read.on.split(" and ") else [on])]
            return replace(read, on=" and ".join(filter(None, both)), text=bare)
        rows = self._own(re.sub(r"^(?:after\s+that|afterwards|then)\s*,?\s*", "", bare, flags=re.IGNORECASE))
        return replace(read, rows=(*read.rows, *rows)) if rows else None

    def _key(self, text: str) -> str:
        """The condition that a part states between the table and those before it; empty for none."""
        plain = re.sub(r"\s*(?:->|=>|→)\s*", " = ", with_dates(text))
        plain = re.sub(
            r"^(?:(?:on|by|via|with|over|using|through|where|key|keys|matched\s+(?:on|by))\b\s*:?\s*)+",
            "",
            plain,
            flags=re.IGNORECASE,
        )
        found = join_condition(
            plain, self.relation, self.setting.others, self.setting.schema, self.resolve, self.setting.cell
        )
        found = reaching(found, self.relation)
        return found.sql if found is not None and found.sql else ""

    def _own(self, text: str) -> list[str]:
        """What a part asks of the rows of the joined table alone."""
        tried = dict.fromkeys((text, _ONLY.sub("", text), _of_thing(_ONLY.sub("", text), self.relation)))
        for said in (t for t in tried if t):
            found = row_conditions(
                said, [self._first()], self.setting.schema, self.resolve, self.setting.cell
            )
            trees = [parsed(c.sql) for c in found]
            if any(tree is None or aggregates(tree) or windows(tree) for tree in trees):
                continue
            if found:
                self.assumed += [c.sql for c in found if c.origin is Origin.UNRESOLVED]
                return [c.sql for c in found]
        return []

    def _first(self) -> Relation:
        return replace(self.relation, join=JoinKind.DRIVING, on=None)

    def _pick(self, read: _Read, text: str) -> _Read | None:
        """Which one of several rows is joined, and among which."""
        plain = _BY_IN_BRACKETS.sub(r" by \g<by>", _LEAD.sub("", self._of_each(text)))
        for shape in _PICKS:
            match = shape.match(plain)
            if match is None:
                continue
            if find_everywhere([self.relation], self.setting.schema, plain.split()[0]):
                continue
            said = match.groupdict()
            falls = re.fullmatch(_FALLING, " ".join(match["which"].lower().split())) is not None
            rows: list[str] = []
            order = said.get("order") or ""
            if order and not find_everywhere([self.relation], self.setting.schema, order):
                continue
            if said.get("cond"):
                rows = self._own(f"{order} {_as_test(said['cond'])}")
            elif said.get("rows"):
                rows = self._own(said["rows"])
            if (said.get("cond") or said.get("rows")) and not rows:
                continue
            column = self._order(order, [*read.rows, *rows])
            if not column:
                continue
            way = "desc nulls last" if falls else "asc nulls last"
            return replace(read, picks=True, order=f"{column} {way}", rows=(*read.rows, *rows))
        return self._pick_with_ties(read, plain)

    def _of_each(self, text: str) -> str:
        """The text without ``of each person``, where that is nothing but whom the rows are joined to."""
        match = _OF_EACH.match(text) or _PER_LAST.search(text)
        if match is None:
            return text
        every = [*self.setting.others, self.relation]
        called = {singular(w) for r in self.setting.others for n in (r.table, r.alias) for w in words(n)}
        known = singular(match["noun"].casefold()) in called
        if not known and spoken_column(match["noun"], every, self.setting.schema) is not None:
            return text
        columns = {
            w for c in relation_columns(self.relation, self.setting.schema) for w in words(c.column.name)
        }
        if not known and singular(match["noun"].casefold()) in {singular(w) for w in columns}:
            return text
        return f"{text[: match.start()]} {text[match.end() :]}".strip()

    def _pick_with_ties(self, read: _Read, text: str) -> _Read | None:
        """Which row is joined, with what decides among equals: ``latest by rated_on, then rating_no``."""
        bare = _of_others(text, self.setting.others, read.on)
        row = which_row(bare, [self._first()], self.setting.schema, keys=[_KEY])
        told = _BY_KEY.match(row.sql) if row is not None and row.order_is_said and not row.described else None
        return replace(read, picks=True, order=told["order"]) if told is not None else None

    def _order(self, name: str, rows: Sequence[str]) -> str:
        """The column that decides: the one named, else the one day that the conditions are about."""
        if name:
            return find_everywhere([self.relation], self.setting.schema, name)[0].sql
        dates = self._dates()
        named = [c for c in dates if any(f".{c.column.name}".casefold() in sql.casefold() for sql in rows)]
        for found in (named, dates):
            if len(found) == 1:
                return found[0].sql
        starts = [c for c in dates if set(words(c.column.name)) & _FROM]
        return starts[0].sql if len(starts) == 1 else ""

    def _dates(self) -> list[ScopeColumn]:
        columns = relation_columns(self.relation, self.setting.schema)
        return [c for c in columns if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))]

    def _in_force(self, text: str) -> tuple[str, ...]:
        """``in force on D``: between the two days that say from when to when, the end open where it is missing."""
        match = _IN_FORCE.match(_LEAD.sub("", text))
        if match is None:
            return ()
        dates = self._dates()
        starts = [c.sql for c in dates if set(words(c.column.name)) & _FROM]
        ends = [c.sql for c in dates if set(words(c.column.name)) & _TO]
        if len(starts) != 1 or len(ends) != 1:
            return ()
        day = f"date '{match['day']}'"
        return (f"{starts[0]} <= {day}", f"({ends[0]} is null or {ends[0]} >= {day})")

    def _open_ended(self, read: _Read, text: str) -> _Read | None:
        """A remark that a missing end is open, which the conditions so far say already."""
        match = _OPEN_END.match(text)
        name = (match["a"] or match["b"] or "") if match is not None else ""
        hits = find_everywhere([self.relation], self.setting.schema, name) if name else []
        said = any(hits and f"{h.sql} is null" in sql for h in hits for sql in read.rows)
        return read if said else None


_SUMMED = re.compile(
    r"^(?:and\s+|then\s+|to\s+be\s+)*(?:sum(?:med)?|add(?:ed)?|total(?:l?ed)?|aggregated?|grouped|pre-?aggregated|put\s+together|rolled)(?:\s+(?:it|them|these|all|up))*"
    r"(?:\s+(?:first|beforehand))?(?:\s+(?:by|per|to|for\s+each|over)\s+(?:one\s+)?[\w ]+?)?(?:\s*,?\s*(?:first"
    r"|before\w*(?:\s+(?:the\s+)?join\w*)?|beforehand))?$",
    re.IGNORECASE,
)


def _of_others(text: str, others: Sequence[Relation], on: str) -> str:
    """``latest row per customer`` without its last words, where they call a table that is there, or its key."""
    called = {singular(w) for r in others for n in (r.table, r.alias) for w in words(n)}
    called |= {singular(w) for name in re.findall(r"\.\"?(\w+)", on) for w in words(name)[:1]}
    several = _HAS_SEVERAL.match(text)
    if several is not None and singular(several["noun"].casefold()) in called:
        text = text[several.end() :]
    return _PER_OTHER.sub(lambda m: " " if singular(m["noun"].casefold()) in called else m.group(), text)


def _as_test(text: str) -> str:
    """``that is not after D`` as what stands behind a column's name."""
    return re.sub(r"^(?:that|which)\s+", "", text.strip(), flags=re.IGNORECASE)


def _of_thing(text: str, relation: Relation) -> str:
    """``active users``, ``the user is active`` about the table's own rows: without its noun."""
    names = {singular(w) for w in words(relation.table)} | {relation.alias.casefold()}
    parts = text.split()
    kept = [
        p
        for p in parts
        if singular(re.sub(r"\W", "", p).casefold())
        not in names | {"one", "ones", "row", "rows", "record", "entry"}
    ]
    plain = " ".join(kept)
    plain = re.sub(r"\s+only$", "", plain, flags=re.IGNORECASE)
    plain = re.sub(
        r"^(?:the\s+|that\s+|this\s+)?(?:[a-z]+\s+)?(?:is|are)\s+(?=(?:not\s+)?[a-z]+$)",
        "",
        plain,
        flags=re.IGNORECASE,
    )
    plain = plain.strip()
    return f"{plain} rows" if re.fullmatch(r"(?:not\s+)?[a-z]+", plain, re.IGNORECASE) else plain


def _made(relation: Relation, read: _Read, setting: Setting, text: str) -> Relation | None:
    """The relation with its condition, what is done with its rows inside."""
    on = Condition(text, read.on, Origin.PATTERN, setting.cell) if read.on else None
    if on is None:
        proposed = proposed_join(relation, setting.others, setting.schema)
        if proposed is None or not (read.rows or read.picks):
            return None
        on = replace(proposed, text=text, cell=setting.cell)
    if _ANNOUNCES.search(text) and not (read.equal or read.picks):
        return None
    if not read.picks and not read.sums and not read.equal:
        sql = " and ".join(
            [
                on.sql,
                *(f"({r})" if " or " in r.casefold() and not r.startswith("(") else r for r in read.rows),
            ]
        )
        return replace(relation, on=replace(on, sql=sql))
    sides = sides_of(on.sql, {relation.alias})
    if not sides.pairs or sides.mixed:
        return None
    rows = tuple(Condition(sql, sql, Origin.PATTERN, setting.cell) for sql in (*read.rows, *sides.own))
    first = replace(relation, join=JoinKind.DRIVING, on=None)
    if read.equal:
        cut = SectionPlan("", (first,), qualify=(Condition(text, read.equal, Origin.PATTERN, setting.cell),))
        first = written(replace(first, inner=cut, told=text))
        if not read.sums and not read.picks and rows:
            return None
    base = replace(relation, on=replace(on, sql=" and ".join(f"{a} = {b}" for a, b in sides.pairs)))
    if read.picks:
        keys = list(dict.fromkeys(mine for mine, _ in sides.pairs))
        sql = f"row_number() over (partition by {', '.join(keys)} order by {read.order}) = 1"
        inner = SectionPlan(
            "", (first,), filters=rows, qualify=(Condition(text, sql, Origin.PATTERN, setting.cell),)
        )
        made = written(replace(base, inner=inner, told=text))
        return None if read.sums else made
    if not read.sums:
        return written(replace(base, inner=first.inner, told=text))
    first = replace(first, inner=None)
    return grouped_before_join(
        base,
        (first,),
        list(dict.fromkeys(m for m, _ in sides.pairs)),
        Sides(sides.pairs, tuple(r.sql for r in rows), ()),
    )
