"""Texts about rows as conditions: clause by clause, what is taken, what is left out, what another table decides.

Nothing here asks the language model: a clause that is not understood by its words alone is left to the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, Scope
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.any_case import ANY_CASE, in_any_case
from signoff.core.merge.clauses import clauses_of
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.dated_rows import dated_condition
from signoff.core.merge.existence import existence
from signoff.core.merge.filtertexts import inner_condition, said_filter, turned
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.missing_counts import counts_as, with_missing_told
from signoff.core.merge.missing_nouns import missing_filter
from signoff.core.merge.named_columns import passes_over
from signoff.core.merge.names import with_dates, words
from signoff.core.merge.passing_tests import in_passing
from signoff.core.merge.row_brackets import (
    and_which,
    by_bracket,
    denied_state,
    empty_that_stays,
    explained,
    flag_noun,
    keeps_empty,
    with_empty_kept,
)
from signoff.core.merge.row_sayings import (
    as_sql,
    bare_of_remark,
    both_parts,
    filled_beside,
    respelt,
    shown_field,
)
from signoff.core.merge.row_verbs import with_pronouns_told
from signoff.core.merge.row_words import worded
from signoff.core.merge.rowtexts import (
    Restriction,
    Way,
    conditions_in,
    leaves_out_unread,
    restrictions_of,
    way_of,
)
from signoff.core.merge.scoping import find_everywhere
from signoff.core.merge.spelled_days import with_iso_days
from signoff.core.merge.sqlparts import conjunction
from signoff.core.merge.text_ends import with_ends_said

_ALL_FILLED = re.compile(
    r"^(?:both\s+)?(?P<names>[\w.]+(?:\s*(?:,|and|&|\+)\s*[\w.]+)*)\s+(?:(?:is|are)\s+)?(?:both\s+|all\s+)?"
    r"(?:there|filled|known|given|present|set|populated|not\s+(?:missing|null|empty))(?:\s+in)?$",
    re.IGNORECASE,
)
_ALIKE = re.compile(
    r"^(?P<first>.+?\s(?P<verb>(?:are|is|get|gets|do|does)\s+(?:not\s+)?\w+(?:\s+(?:out|away|over|of(?:\s+\w+){1,2}))?))\s*,?\s+(?:a"
    r"nd\s+)?(?:so|likewise|equally|neither|nor)\s+(?:are|is|do|does|get|gets)\s+(?P<second>.+)$",
    re.IGNORECASE,
)
_BOTH_LEFT_OUT = re.compile(
    r"^(?P<verb>leave\s+out|exclude|drop|skip|ignore|remove|omit)\s+(?P<noun>[a-z]+s)\s+(?P<first>[^;]+?)\s*,?\s+and\s+(?:also\s+)?(?P=noun)\s+(?P<second>[^;]+)$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|\+|\band\b)\s*(?:and\s+)?", re.IGNORECASE)
_GROUPS = re.compile(
    r"^(?:afterwards?,?\s+|then\s+)?(?:(?P<leave>drop|leave\s+out|exclude|skip|ignore|remove|omit|no|"
    r"without)|(?:keep\s+|load\s+|take\s+)?only|keep|just)\s+(?:the\s+|those\s+)?"
    r"groups?\s+(?:with|of|that\s+have|which\s+have|having)\s+(?P<test>.+)$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?P<sign>fewer\s+than|less\s+than|under|below|at\s+least|at\s+most|more\s+than|over|exactly|<=|>=|<|>|"
    r"=|no\s+more\s+than|not\s+less\s+than|up\s+to)?\s*"
    r"(?P<number>\d+|one|two|three|four|five|six|ten)(?P<or_more>\s+(?:or|and)\s+(?:more|fewer|less))?(?:\s+"
    r"(?:rows?|records?|lines?|entries|members?|items?))?"
    r"(?P<after>\s+(?:or|and)\s+(?:more|fewer|less))?(?:\s+(?:rows?|records?|lines?|entries))?$",
    re.IGNORECASE,
)
_SIGNS = {
    "fewer than": "<", "less than": "<", "under": "<", "below": "<", "at least": ">=", "at most": "<=",
    "more than": ">", "over": ">", "exactly": "=", "no more than": "<=", "not less than": ">=", "up to": "<=", "": "=",
}  # fmt: skip
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10"}
_OPPOSITE = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "<>"}
_REMARK = re.compile(
    r"^(?:and\s+)?(?:(?:an?|the|those|rows?|records?|entries|[\w-]+s)\s+)*(?:no|missing|empty|blank|unknown|"
    r"null|w/o|without|of\s+unknown)\s*[\w.]*\s*[\w.]*(?:\s+at\s+all)?\s+"
    r"(?:(?:is|are|also|still|do|does|=|counts?(?:\s+as)?|means?|stays?|remains?|comes?)\s+)*"
    r"(?:fine|ok|okay|good|alright|all\s+right|valid|allowed|kept|stays?|remains?|in|included|taken|loaded|"
    r"counted?|do|does|are|is|no\s+[\w-]+(?:\s+[\w-]+)?|"
    r"not\s+(?!loaded|taken|kept|included|migrated|allowed|valid|ok|good|fine|in\b)[\w-]+)(?:\s+(?:in|too|"
    r"as\s+well|also))?$"
    r"|^(?:and\s+)?(?:ignore\s+|drop\s+|forget\s+)?(?:the\s+)?(?:all\s+)?(?:others?|rest|older\s+ones?|"
    r"remaining(?:\s+\w+)?|everything\s+else)"
    r"(?:\s+(?:never\s+happened|(?:is|are)\s+(?:ignored|dropped|left\s+out|discarded|skipped|not\s+loaded|"
    r"removed)))?$"
    r"|^(?:an?\s+|the\s+)?(?:[\w-]+\s+){1,3}(?:do(?:es)?\s+no\s+harm|(?:makes?|is)\s+no\s+(?:difference|"
    r"problem|obstacle|reason)|"
    r"changes?\s+nothing|do(?:es)?\s*(?:n't|\s+not)\s+(?:matter|hurt|harm))$"
    r"|^(?:the\s+)?(?:numbering|numbers?|counting|ranking)\s+(?:happens?|is\s+done|takes?\s+place|"
    r"comes?|starts?|begins?|"
    r"are\s+given)\s+(?:only\s+)?after\b.*$"
    r"|^(?:those|they|these)\s+(?:live\s+on|go\s+on|continue)\s+in\b(?!.*\b(?:only|not|unless|except|if|when|where|but)\b).*$"
    r"|^(?:each|every)\s+(?:(?:such|one\s+of\s+(?:these|those|them)|of\s+(?:these|those|them))\s*(?:row|record|line|entry)?|"
    r"(?:row|record|line|entry)\s+of\s+(?:these|those))s?\s+(?:opens?|starts?|begins?|makes?|gives?|is|becomes?|counts?\s+as)\s+"
    r"(?:an?|one|its\s+own)\s+(?:(?:new|own|single)\s+)?[\w-]+(?:\s+of\s+its\s+own)?"
    r"(?:\s*,?\s+(?:also|even)\s+(?:when|if|where)\b(?!.*\b(?:unless|except|only|but)\b).*)?$"
    r"|^.*\b(?:only\s+)?at\s+what\s+is\s+left$|^all\s+of\s+(?:this|that)\b.*\b(?:before|first|after)\b.*$",
    re.IGNORECASE,
)
"""What says once more what the clause before it says: ``no status is fine``, ``ignore the rest``."""
_REMARK_BESIDE = re.compile(r"^(?P<text>.+?)\s*(?:\((?P<remark>[^()]+)\))$")
TIES = re.compile(
    r"^(?:ties?\b|equal\s+(?:days?|dates?|times?|values?)\s*[:,]|(?:if|when)\s+(?:they\s+are\s+)?equal\b|same\s+(?:day|date|time)\s*[:,]|(?:on|at|in\s+case\s+of|with)\s+(?:an?\s+)?(?:ties?|draws?)\b)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?<![\w\]])\[([A-Za-z_][\w $#]*)\]")
"""A column's name in the brackets that some databases quote with."""
_THEN = re.compile(
    r"^\s*(?:and\s+)?(?:(?:only\s+)?(?:after\s+(?:that|this|(?:picking|choosing|taking|keeping|selecting)\s+the\s+(?:latest|last|newest|most\s+recent|current)(?:\s+(?:row|one|copy|version|record))?)|afterwards|thereafter|then|next|finally|secondly)|in\s+a\s+(?:second|next|last)\s+step)\b\s*,?\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
"""When a clause is done, which `with_filters_behind` looks at."""
_TIMING = re.compile(
    r"\s*\([^()]*\b(?:before|after|first|beforehand)\b[^()]*\)\s*$|^(?:before|after)\s+(?:the\s+)?"
    r"grouping\s*[:,]\s*|^step\s+\d+\s*:\s*",
    re.I,
)


@dataclass(frozen=True)
class Clause:
    """One clause of a text about rows, and what it was understood as."""

    text: str
    conditions: tuple[Condition, ...] = ()
    """Empty where it was not understood, or only remarks on the clause before."""
    is_remark: bool = False

    @property
    def is_understood(self) -> bool:
        """Whether nothing of the clause is left to ask."""
        return bool(self.conditions) or self.is_remark


def row_clauses(
    text: str,
    relations: Sequence[Relation],
    schema: Schema,
    resolve: Resolve,
    cell: Cell | None,
    latest: Callable[[str], Condition | None] = lambda _: None,
) -> list[Clause]:
    """The clauses of a text about rows, each with the conditions it states.

    Args:
        text: of one step or cell.
        relations: of the query.
        schema: their tables.
        resolve: compiles conditions; the language model is not asked.
        cell: where the text stands.
        latest: the condition of a clause that says which one of several rows stays; None for others.
    """
    surely = certain(resolve)
    relations = _without_other_roles(text, relations)
    text = _IN_BRACKETS.sub(r"\1", text)
    found: list[Clause] = []
    for clause in _with_ties(with_alike(with_pronouns_told(clauses_of(text)))):
        before = found[-1] if found else None
        if before is not None and before.conditions and counts_as(clause):
            told = with_missing_told(before.conditions, clause, relations, schema)
            if told is not None:
                found[-1] = replace(before, conditions=tuple(told))
                found.append(Clause(clause, is_remark=True))
                continue
        said_again = is_remark(clause)
        remark = before is not None and said_again
        kept = latest(clause)
        conditions = [kept] if kept is not None else []
        if not conditions and not said_again:
            conditions = row_conditions(clause, relations, schema, surely, cell)
        if conditions and passes_over(clause, conditions, relations, schema):
            conditions = []
        name = empty_that_stays(clause)
        if remark and not conditions and before is not None and name is not None:
            kept_too = _keeping_empty(before, name, relations, schema)
            remark = kept_too is not None
            found[-1] = kept_too or before
        found.append(Clause(clause, tuple(conditions), remark and not conditions))
    return found


def _without_other_roles(text: str, relations: Sequence[Relation]) -> Sequence[Relation]:
    """The relations, without those that are the driving table once more and that the text does not name."""
    first = relations[0].table.casefold() if relations else ""
    said = text.casefold()
    return [
        r
        for n, r in enumerate(relations)
        if not n or r.table.casefold() != first or re.search(rf"\b{re.escape(r.alias.casefold())}\b", said)
    ]


def _keeping_empty(before: Clause, name: str, relations: Sequence[Relation], schema: Schema) -> Clause | None:
    """The clause before with rows without a value; None where it is no condition, or one of several columns."""
    if before.is_remark and not before.conditions:
        return before
    made = [with_empty_kept(each, name, relations, schema) for each in before.conditions]
    if sum(map(bool, made)) != 1:
        return None
    kept = (replace(c, sql=sql) if sql else c for c, sql in zip(before.conditions, made, strict=True))
    return replace(before, conditions=tuple(kept))


def is_remark(clause: str) -> bool:
    """Whether a clause only says once more what the one before it says: ``no status is fine``."""
    return _REMARK.match(clause) is not None


def with_alike(clauses: Iterable[str]) -> Iterator[str]:
    """Clauses, one such as ``X are dropped, and so are Y``, or ``leave out orders A, and orders B``, as two."""
    for clause in clauses:
        both = _BOTH_LEFT_OUT.match(clause)
        if both is not None:
            yield f"{both['verb']} {both['noun']} {both['first']}"
            yield f"{both['verb']} {both['noun']} {both['second']}"
            continue
        match = _ALIKE.match(clause)
        if match is None:
            yield clause
        else:
            yield match["first"]
            yield f"{match['second']} {match['verb']}"


def _with_ties(clauses: Iterable[str]) -> list[str]:
    """Clauses, one that says only what ties go to as the end of the one before it."""
    found: list[str] = []
    for clause in clauses:
        if found and TIES.match(clause):
            found[-1] = f"{found[-1]}; {clause}"
        else:
            found.append(clause)
    return found


def row_conditions(
    clause: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> list[Condition]:
    """The conditions one clause states; none where a word of it is not understood."""
    plain = _THEN.sub("", with_ends_said(with_iso_days(" ".join(clause.split())), relations, schema))
    beside = _REMARK_BESIDE.match(plain.strip(" .,;"))
    name = empty_that_stays(beside["remark"]) if beside is not None else None
    if beside is not None and name is not None:
        inner = row_conditions(beside["text"], relations, schema, resolve, cell)
        sql = with_empty_kept(inner[0], name, relations, schema) if len(inner) == 1 else ""
        return [replace(inner[0], text=clause, sql=sql)] if sql else []
    plain = _without_remark(_without_timing(plain, relations, schema).strip(" .,;"), relations)
    groups = _group_condition(plain, cell)
    if groups is not None:
        return [groups]
    bound = _ONLY_IF.match(plain)
    if bound is not None and _names_value(bound["what"], relations, schema):
        only = _only_if(bound, clause, relations, schema, resolve, cell)
        return [only] if only is not None else []
    without = _WITHOUT.match(plain)
    flag = flag_noun(without["noun"], relations, schema) if without is not None else ""
    if flag:
        return [Condition(clause, f"not coalesce({flag}, false)", Origin.PATTERN, cell)]
    kept = keeps_empty(plain)
    if kept is not None:
        inner = row_conditions(kept[0], relations, schema, resolve, cell)
        sql = with_empty_kept(inner[0], kept[1], relations, schema) if len(inner) == 1 else ""
        return [replace(inner[0], text=clause, sql=sql)] if sql else []
    if ANY_CASE.search(plain):
        folded = row_conditions(ANY_CASE.sub("", plain), relations, schema, resolve, cell)
        made_so = [each for c in folded if (each := in_any_case(c)) is not None]
        if folded and len(made_so) == len(folded):
            return [replace(each, text=clause) for each in made_so]
    for reading in restrictions_of(plain):
        made = [_condition(each, relations, schema, resolve, cell) for each in reading]
        known = [m for m in made if m is not None]
        if made and len(known) == len(made):
            return [replace(m, text=clause) for m in known]
    if leaves_out_unread(plain):
        return []
    said = (
        _explained(plain, relations, schema, cell)
        or existence(plain, relations, schema, cell)
        or said_filter(plain, relations, schema, resolve, cell)
        or _plainly(plain, relations, schema, resolve, cell)
        or _both(plain, relations, schema, resolve, cell)
        or missing_filter(plain, relations, schema, cell)
        or _restated(plain, relations, schema, resolve, cell)
        or _of_rows_called(plain, relations, schema, resolve, cell)
    )
    return [replace(said, text=clause)] if said is not None else []


def _of_rows_called(
    text: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    """``gold members' orders, i.e. level in (G, S)``, ``orders of shop 'N' which were not cancelled (state C)``."""
    said = explained(text)
    if said:
        return _plainly(said, relations, schema, resolve, cell)
    parts = and_which(text)
    both = [_plainly(part, relations, schema, resolve, cell) for part in parts or ()]
    if not both or any(part is None for part in both):
        return None
    known = [part for part in both if part is not None]
    sure = all(part.origin is not Origin.UNRESOLVED for part in known)
    sql = conjunction([part.sql for part in known])
    return Condition(text, sql, Origin.PATTERN if sure else Origin.UNRESOLVED, cell)


def _names_value(text: str, relations: Sequence[Relation], schema: Schema) -> bool:
    """Whether words for rows say which rows they are: a column, a figure, a value."""
    if re.search(r"\d|'|\"", text):
        return True
    return any(find_everywhere(relations[:1], schema, word) for word in text.split())


def _only_if(
    bound: re.Match[str],
    clause: str,
    relations: Sequence[Relation],
    schema: Schema,
    resolve: Resolve,
    cell: Cell | None,
) -> Condition | None:
    """``ward Z only if kind is E``: rows of the one without the other are left out, all others stay."""
    these = _plainly(bound["what"], relations, schema, resolve, cell)
    wanted = _plainly(bound["cond"], relations, schema, resolve, cell)
    if these is None or wanted is None:
        return None
    sure = all(c.origin is not Origin.UNRESOLVED for c in (these, wanted))
    sql = f"(not coalesce({these.sql}, false) or {wanted.sql})"
    return Condition(clause, sql, Origin.PATTERN if sure else Origin.UNRESOLVED, cell)


_ONLY_IF = re.compile(
    r"^(?:(?:load|take|keep|include|migrate)\s+)?(?P<what>.+?)\s+(?:(?:is|are|gets?)\s+(?:loaded|taken|kept|included|migrated)\s+)?only\s+(?:if|when|where)\s+(?P<cond>.+)$",
    re.IGNORECASE | re.DOTALL,
)


_WITHOUT = re.compile(
    r"^(?:all\s+(?:rows?|records?)\s+)?without\s+(?:the\s+|any\s+)?(?P<noun>[a-z]{3,}s)$", re.IGNORECASE
)


def _without_timing(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    """The text without what only says when it is looked at; two days compared in a bracket are no such remark."""

    def kept(match: re.Match[str]) -> str:
        said = re.findall(r"\w+", match.group())
        return (
            match.group() if sum(bool(find_everywhere(relations, schema, word)) for word in said) > 1 else ""
        )

    return _TIMING.sub(kept, text)


def _without_remark(text: str, relations: Sequence[Relation] = ()) -> str:
    """The text without a bracket that only says what a missing value means."""
    match = _REMARK_BESIDE.match(text)
    if match is None:
        return text
    remark = match["remark"].strip()
    called = {singular(w) for r in relations[:1] for w in words(r.table)}
    told = _MEANS_NONE.match(remark)
    stays = told is not None and (not told["noun"] or singular(told["noun"].casefold()) in called)
    stays = stays and way_of(match["text"])[0] is Way.LEAVE
    return match["text"] if stays or is_remark(remark) else text


_MEANS_NONE = re.compile(
    r"^(?:an?\s+)?(?:empty|null|blank|missing|no\s+value)\s*(?:means|=|counts\s+as|is|:|->)\s*(?:it\s+is\s+|that\s+it\s+is\s+)?"
    r"(?:no|not|none|false|kept|stays|ok|okay|fine|no\s+\w+|not\s+\w+|an?\s+(?P<noun>\w+))$",
    re.IGNORECASE,
)
"""Behind rows that are left out: that one without a value is none of them."""


def _explained(
    text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """``not the hours with an outage: no row in events with …``: what stands behind the colon."""
    head, colon, tail = text.partition(":")
    found = existence(tail, relations, schema, cell) if colon else None
    if found is None or found.sql.startswith("not exists"):
        return found
    reading = next(restrictions_of(head), ())
    return turned(found, text, cell) if reading and reading[0].way is Way.LEAVE else found


def _restated(
    text: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    """``only those who have joined and have not left: left_on is empty``: what is taken, its last part explained."""
    head, colon, tail = text.partition(": ")
    whole = [r for r in restrictions_of(head) if len(r) == 1 and r[0].way is Way.TAKE] if colon else []
    explained = row_conditions(tail, relations, schema, resolve, cell) if whole else []
    if not explained:
        return None
    for said in conditions_in(whole[0][0].text):
        parts = next(iter(both_parts(said)), None)
        known = [
            found
            for part in (parts or ())
            if (found := _plainly(part, relations, schema, resolve, cell)) is not None
        ]
        if parts is not None and known and _plainly(parts[0], relations, schema, resolve, cell) is not None:
            each = [*known, *explained]
            sure = all(c.origin is not Origin.UNRESOLVED for c in each)
            sql = conjunction(list(dict.fromkeys(c.sql for c in each)))
            return Condition(text, sql, Origin.PATTERN if sure else Origin.UNRESOLVED, cell)
    return None


def _plainly(
    text: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    denied = denied_state(text, relations, schema)
    if denied is not None and not denied.is_sure:
        return None
    plain = bare_of_remark(respelt(with_dates(text)), relations, schema)
    if ANY_CASE.search(plain) and not re.search(r"[(=<>]", plain):
        bare = _plainly(ANY_CASE.sub("", text), relations, schema, resolve, cell)
        if bare is not None and (folded := in_any_case(bare)) is not None:
            return replace(folded, text=text)
    plain = ANY_CASE.sub(", ignoring case", plain)
    return (
        by_bracket(text, relations, schema, cell)
        or _all_filled(plain, relations, schema, cell)
        or in_passing(plain, relations, schema, cell)
        or next(
            (Condition(text, s, Origin.PATTERN, cell) for s in shown_field(plain, relations, schema)), None
        )
        or inner_condition(plain, relations, schema, resolve, cell)
        or next(
            (Condition(text, sql, Origin.PATTERN, cell) for sql in as_sql(plain, relations, schema)), None
        )
        or worded(plain, relations, schema, cell)
        or worded(text, relations, schema, cell)
        or dated_condition(text, relations, schema, cell)
    )


def _both(
    text: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    """Two conditions with ``and`` between them, each of which is understood by itself."""
    for first, second in both_parts(text):
        one = _plainly(first, relations, schema, resolve, cell)
        two = row_conditions(second, relations, schema, resolve, cell) if one is not None else []
        if one is not None and two:
            sql = conjunction([c.sql for c in (one, *two)])
            sure = all(c.origin is not Origin.UNRESOLVED for c in (one, *two))
            return Condition(text, sql, Origin.PATTERN if sure else Origin.UNRESOLVED, cell)
    return None


def _condition(
    restriction: Restriction,
    relations: Sequence[Relation],
    schema: Schema,
    resolve: Resolve,
    cell: Cell | None,
) -> Condition | None:
    stays = _says_what_stays(restriction, relations, schema, resolve, cell)
    if stays is not None:
        return stays
    denied = denied_state(restriction.text, relations, schema)
    if denied is not None:
        said = Condition(restriction.text, denied.sqls[0], Origin.PATTERN, cell)
        way = restriction.way
        return None if not denied.is_sure else turned(said, said.text, cell) if way is Way.LEAVE else said
    meant = explained(restriction.text)
    texts = list(conditions_in(bare_of_remark(restriction.text, relations, schema)))
    for text in [meant, *texts] if meant else texts:
        found = existence(text, relations, schema, cell) or _plainly(
            _without_remark(text), relations, schema, resolve, cell
        )
        if found is not None:
            return turned(found, restriction.text, cell) if restriction.way is Way.LEAVE else found
    both = next(filter(None, (_having(text, relations, schema, resolve, cell) for text in texts)), None)
    return turned(both, restriction.text, cell) if both and restriction.way is Way.LEAVE else both


def _having(
    text: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    """``lines with kind status and a value that is not empty``: what else a row has beside the first."""
    for first, second in both_parts(text):
        filled = filled_beside(second, relations, schema)
        one = _plainly(first, relations, schema, resolve, cell) if filled else None
        if one is not None:
            return replace(one, text=text, sql=conjunction([one.sql, filled]))
    return None


def _says_what_stays(
    restriction: Restriction,
    relations: Sequence[Relation],
    schema: Schema,
    resolve: Resolve,
    cell: Cell | None,
) -> Condition | None:
    """``no test rows (kind is not 'T')``: the bracket says which rows stay, since it denies what the words before name.

    That is an assumption: to the letter it would leave out all others.
    """
    match = _DENIES.match(restriction.text) if restriction.way is Way.LEAVE else None
    if match is None or _DENIED.search(match["head"]):
        return None
    found = _plainly(match["cond"], relations, schema, resolve, cell)
    return replace(found, text=restriction.text, origin=Origin.UNRESOLVED) if found is not None else None


_DENIES = re.compile(
    r"^(?P<head>[^()]+?)\s*\((?P<cond>[A-Za-z_]\w*\s+(?:is|are)\s+not\s+(?!null|empty|blank|missing|filled)[^()]+|[A-Za-z_]\w*\s*(?:<>|!=)\s*[^()]+)\)$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|non|without|other|except)\b|n't\b|=|<|>", re.IGNORECASE)


def _all_filled(
    text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """``A and B are filled``, of columns that are there."""
    match = _ALL_FILLED.match(text)
    if match is None:
        return None
    hits = [find_everywhere(relations, schema, name) for name in _AND.split(match["names"]) if name]
    if not hits or not all(hits):
        return None
    return Condition(text, " and ".join(f"{h[0].sql} is not null" for h in hits), Origin.PATTERN, cell)


def _group_condition(text: str, cell: Cell | None) -> Condition | None:
    """``only groups with at least 5 rows`` as a condition on the grouped rows."""
    match = _GROUPS.match(text)
    count = _COUNT.match(match["test"].split(";")[0].strip()) if match is not None else None
    if match is None or count is None:
        return None
    said = " ".join((count["sign"] or "").lower().split())
    sign = _SIGNS.get(said, said)
    tail = (count["or_more"] or count["after"] or "").lower()
    sign = ">=" if "more" in tail else "<=" if tail else sign
    sign = _OPPOSITE[sign] if match["leave"] else sign
    number = _NUMBERS.get(count["number"].lower(), count["number"])
    return Condition(text, f"count(*) {sign} {number}", Origin.PATTERN, cell)


def certain(resolve: Resolve) -> Resolve:
    """The resolver without the language model."""

    def surely(text: str, scope: Scope) -> Condition | None:
        return resolve(text, replace(scope, certain=True))

    return surely
