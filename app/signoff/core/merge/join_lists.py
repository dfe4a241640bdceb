"""Joins of several tables told in one text: ``customer on cust_no, users on login = manager; neither has to exist``.

A text is cut where a table begins that the schema knows; what stands behind it, up to the next table, says how it is
joined. Sentences behind the last table may say that rows without a partner stay, or go. A text of which a part is none
of that stays a note as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.plan import JoinKind
from signoff.core.domain.spec import Role, Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.clauses import inside
from signoff.core.merge.join_cells import told_kind
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words
from signoff.core.merge.rowtexts import says_which_rows

_LABEL = re.compile(
    r"^\s*(?P<label>joins?|lookups?|look-?ups|links?|tables?|sources?|source\s+tables?|from|reads?|selects?|joined\s+tables?)\s*:\s*|^\s*(?:from|select|read)\s+",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:^|(?<=[.;,:\n(])|(?<=\s[–—-])|\s(?=(?:then|and|with|plus)\s)|\s(?=(?:(?:left|inner|right|full)\s+)?(?:outer\s+)?join\s))\s*"
    r"(?:(?:\(?\d{1,2}[.)]|[-*•–])\s*)?"
    r"(?P<lead>(?:(?:and|then|also|finally|first|next|from\s+there|with|plus|optionally|to\s+that|as\s+well\s+as)\s+)*"
    r"(?P<kind>(?:(?:left|right|inner|full)(?:\s+outer)?\s+)?(?:join(?:ed|s)?\s+)?)"
    r"(?:(?:look(?:ed)?[\s-]?up|lookup|find|add|attach|bring\s+in|get|take|link|match|plus|start(?:ing)?\s+(?:from|with)|from|read|use)\s+)?"
    r"(?:(?:with|to|in|from|on|of)\s+)?(?:(?:the|table|all|rows|of|from)\s+)*)"
    r"(?P<table>[A-Za-z_][\w$]*(?:\.[A-Za-z_][\w$]*)*)"
    r"(?:\s+(?:as\s+(?P<named>(?!(?:the|an?)\b)[A-Za-z]\w{3,})(?=\s+on\b)|(?:as\s+)?(?P<alias>(?!(?:on|by|via|with|over|is|are|left|inner|full|right|join|joined|in|per|for|if|of|and|or|only|where|valid|once|keep)\b)[A-Za-z]\w{0,2})(?=\W|$)))?"
    r"(?=\s*(?:$|[.;,(:=–—-]|->|\bon\b|\bby\b|\bvia\b|\bwith\b|\bover\b|\busing\b|\bthrough\b|\bwhere\b|\bis\b|\bare\b|\bleft\b|\binner\b|\bjoin(?:ed)?\b|\band\b|\bin\s+force\b|\bvalid\b|\bper\b))",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\s*[,:(–—-]*\s*(?:(?:is|are|gets?|will\s+be)\s+)?(?:(?:found|joined|looked\s+up|linked|matched|attached|connected|read|taken|added|reached|join)\s+)?"
    r"(?:(?:to|with)\s+(?:it|them|that|this|the\s+\w+|[\w.]+)\s+)?(?:(?:on|by|via|with|over|using|through|per|where|through|along)\b\s*:?|[:=(–—-]|->)\s*",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^\s*[,;:.)–-]*\s*$")
_EACH = re.compile(
    r"\s*[,;.(–-]?\s*\b(?:both|all|each|neither|none|they\s+are\s+all|all\s+of\s+them|either)\s+(?:of\s+(?:them|these|the\s+\w+)\s+)?(?:(?:are|is|as|being|has\s+to\s+be|have\s+to\s+be|may\s+be|can\s+be|need\s+be|must|has\s+to|need)\s+)*"
    r"(?P<how>(?:left|inner)(?:\s+outer)?(?:[\s-]+joins?|[\s-]+joined)?|optional|required|mandatory|missing|exist|be\s+there|there|match)\)?\s*[.)]?\s*$",
    re.IGNORECASE,
)
"""Says of all tables how they are joined: ``both as left joins``, ``neither has to exist``."""
_KEPT_ALL = re.compile(
    r"^(?:and\s+)?(?:(?:an?|any|each|every|all|the|no)\s+)?[\w -]*?\b(?:without|with\s+(?:no|neither"
    r"|an?\s+unknown|unknown)|whose|that\s+(?:have|has)\s+(?:no|neither)|not\s+found|missing|has\s+no"
    r"|have\s+no)\b.*?"
    r"\b(?:(?:is|are|be|gets?)\s+(?:all\s+|still\s+|also\s+|nevertheless\s+)*(?:migrated|loaded|kept|taken|included|moved|retained|brought\s+over)|stays?(?:\s+in)?|remains?|comes?\s+along|goes?\s+over)"
    r"(?:\s+(?:too|as\s+well|all\s+the\s+same|anyway|nevertheless))*$"
    r"|^(?:keep|load|take)\s+(?:all\s+|also\s+)*[\w -]+?\s+(?:without|with\s+no|whose)\s+.+$"
    r"|^(?:the\s+|an?\s+)?[\w-]+\s+(?:is|are|gets?)\s+(?:still\s+|also\s+)?(?:loaded|kept|migrated|taken)\s+with\s+(?:an?\s+)?(?:empty|missing|blank|no)\s+"
    r"[\w-]+\s+(?:if|when|where)\s+(?:the\s+|its\s+|their\s+)?[\w-]+\s+(?:is|are)\s+(?:unknown|missing|not\s+(?:found|known|listed))(?:\s+there)?$",
    re.IGNORECASE | re.DOTALL,
)
_DROPPED = re.compile(
    r"^(?P<what>[\w -]+?)\s+(?:without|with\s+no|that\s+have\s+no|which\s+have\s+no)\s+(?:an?\s+"
    r"|any\s+|the\s+|matching\s+|corresponding\s+)*(?P<table>[\w.]+)"
    r"(?:\s+(?:row|record|entry))?\s+(?:are|is|get|gets|will\s+be)\s+(?:dropped|left\s+out|skipped|ignored|excluded|not\s+(?:loaded|migrated|taken|kept)|removed|lost)$"
    r"|^[\w -]+?\s+(?:of|for|with)\s+(?:an\s+)?unknown\s+(?P<table3>[\w.]+)\s+(?:are|is|get|gets|will\s+be)\s+"
    r"(?:dropped|left\s+out|skipped|ignored|excluded|not\s+(?:loaded|migrated|taken|kept)|removed|thrown\s+(?:away|out)|lost)$"
    r"|^(?:drop|leave\s+out|skip|exclude|ignore)\s+[\w -]+?\s+(?:without|with\s+no)\s+(?:an?\s+"
    r"|any\s+|the\s+)*(?P<table2>[\w.]+)$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\s*(?:->|=>|→)\s*")
_STOP = re.compile(r"(?<=[\w)'\"])[.;]\s+|\n+")
_KINDS = {
    JoinKind.LEFT: StepKind.LEFT_JOIN,
    JoinKind.INNER: StepKind.INNER_JOIN,
    JoinKind.RIGHT: StepKind.RIGHT_JOIN,
    JoinKind.FULL: StepKind.FULL_JOIN,
}
_LEFT_HOW = frozenset({"left", "optional", "missing"})


@dataclass
class _Item:
    """One table with what is said of it."""

    table: SourceTable
    alias: str
    lead: str
    body: str
    first_of_sentence: bool


def with_listed_joins(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with steps in place of one column's join text that tells how several tables are joined.

    A line above a grid stands beside the first column where it is no clause of SQL.
    """
    texts = {c.join for c in target.columns if c.join}
    holder = next((c for c in target.columns if c.join), None)
    if holder is None or len(texts) != 1 or sum(bool(c.join) for c in target.columns) != 1:
        return target
    cell = holder.cell_of(Role.JOIN) or holder.cell
    note = Step(target.name, 0, StepKind.NOTE, condition=f"Joins: {holder.join}", cell=cell)
    steps = listed_joins(note, schema)
    if steps is None:
        return target
    columns = tuple(replace(c, join="") if c is holder else c for c in target.columns)
    if any(s.kind is StepKind.DRIVING for s in target.steps):
        steps = [s for s in steps if s.kind is not StepKind.DRIVING]
    start = max((s.order for s in target.steps), default=0)
    numbered = [replace(s, order=start + n) for n, s in enumerate(steps, 1)]
    return replace(target, columns=columns, steps=(*target.steps, *numbered))


_ALIASED = re.compile(r"^\s*sources?\s*:\s*(?P<list>.+)$", re.IGNORECASE | re.DOTALL)
_SOURCE = re.compile(r"^\s*(?P<table>[\w.$]+)(?:\s+(?:as\s+)?(?P<alias>[A-Za-z]\w{0,2}))?\s*$")
_EQUALITY = re.compile(
    r"^(?P<on>\(?[A-Za-z_]\w*\.\w+\s*=\s*[A-Za-z_]\w*\.\w+(?:\s+and\s+[A-Za-z_]\w*\.\w+\s*=\s*[A-Za-z_]\w*\.\w+)*\)?)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def with_aliased_joins(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with steps in place of a list of tables with short names, and of equalities between those.

    The first table of the list drives; each equality joins a table to those that are there.
    """
    listed = next((s for s in target.steps if s.kind is StepKind.NOTE and _ALIASED.match(s.condition)), None)
    told = next(
        (s for s in target.steps if s.kind is StepKind.NOTE and _EQUALITY.match(s.condition.strip())), None
    )
    match = _ALIASED.match(listed.condition) if listed is not None else None
    if (
        listed is None
        or told is None
        or match is None
        or any(s.kind is StepKind.DRIVING for s in target.steps)
    ):
        return target
    tables: dict[str, SourceTable] = {}
    for item in re.split(r"\s*[,;+\n]\s*", match["list"].strip(" .")):
        named = _SOURCE.match(item)
        table = find_table(schema, named["table"]) if named is not None else None
        if named is None or table is None:
            return target
        tables[(named["alias"] or table.name).casefold()] = table
    steps = _equalities(told, tables)
    if steps is None:
        return target
    first, table = next(iter(tables.items()))
    alias = first if first != table.name.casefold() else ""
    driving = replace(listed, kind=StepKind.DRIVING, table=table.name, alias=alias, condition="")
    kept = [s for s in target.steps if s is not listed and s is not told]
    return replace(target, steps=(driving, *steps, *kept))


def _equalities(note: Step, tables: dict[str, SourceTable]) -> list[Step] | None:
    """A join for each sentence; None where one is none, or a table is left over."""
    placed = {next(iter(tables))}
    steps: list[Step] = []
    for sentence in _sentences(note.condition):
        plain = sentence.strip(" .;")
        if not plain:
            continue
        match = _EQUALITY.match(plain)
        if match is None:
            if not steps or not _KEPT_ALL.match(plain):
                return None
            continue
        named = {a.casefold() for a in re.findall(r"([A-Za-z_]\w*)\.\w", match["on"])}
        new = [a for a in tables if a in named and a not in placed]
        if not named <= set(tables) or len(new) != 1:
            return None
        rest = match["rest"].strip(" ,;().")
        kind, left = told_kind(rest) if rest else (JoinKind.LEFT, "")
        if rest and _KEPT_ALL.match(rest):
            kind, left = JoinKind.LEFT, ""
        if kind is None or left.strip(" ()"):
            return None
        placed.add(new[0])
        alias = new[0] if new[0] != tables[new[0]].name.casefold() else ""
        steps.append(
            replace(
                note,
                kind=_KINDS[kind],
                table=tables[new[0]].name,
                alias=alias,
                condition=match["on"].strip("() "),
            )
        )
    return steps if placed == set(tables) else None


def listed_joins(note: Step, schema: Schema) -> list[Step] | None:
    """The steps that a text on joins stands for; None where a part of it says anything else.

    Args:
        note: a line that tells how tables are joined.
        schema: the tables; each that is joined has to be one of them.
    """
    text = (note.condition or note.table).strip()
    label = _LABEL.match(text)
    body = text[label.end() :] if label is not None else text
    body, all_of_them = _without_each(_without_lefts(body, schema))
    items: list[_Item] = []
    kept_all = False
    dropped: list[str] = []
    rest: list[str] = []
    for sentence in (part.strip() for part in _sentences(body)):
        if not sentence.strip(" .;"):
            continue
        of_rows = _item_of_rows(sentence, items)
        if of_rows is not None:
            of_rows.body += f"; {sentence.strip(' .;')}"
            continue
        found = _items(sentence, schema)
        if found and not _is_remark(sentence):
            items += found
        elif _KEPT_ALL.match(sentence.strip(" .;()")) and items:
            kept_all = True
        elif (out := _DROPPED.match(sentence.strip(" .;()"))) is not None and items:
            dropped.append(out["table"] or out["table2"] or out["table3"])
        elif items and rest == [] and _is_of_last(sentence):
            items[-1].body += f"; {sentence.strip(' .;')}"
        elif not items:
            return None
        else:
            rest.append(sentence)
    steps = _steps(items, note, is_labelled=label is not None) if items else None
    if not steps or all(step.kind is StepKind.DRIVING for step in steps) or (kept_all and dropped):
        return None
    if len(items) == 1 and _only_reads(label):
        return None
    steps = _with_kinds(steps, all_of_them, dropped)
    if steps is None:
        return None
    steps = [replace(s, kind_assumed=s.kind_assumed and not kept_all) for s in steps]
    return [*steps, *(_rest(each.strip(" .;"), note, steps) for each in rest)]


_LEFT_TO = re.compile(
    r"(?<![\w.$])(?P<left>[A-Za-z_][\w.$]*)\s*(?:\s(?:to|with)|->|=>|→)\s+(?P<right>[A-Za-z_][\w.$]*)(?=\s*(?:[(:,]|\s(?:on|by|via|over|using|through)\b))",
    re.IGNORECASE,
)
"""Both tables of a join: ``orders to customers on customer_id``."""


def _without_lefts(text: str, schema: Schema) -> str:
    """The text with each joined table alone, where it names both sides of joins and the left ones are there."""
    placed: list[str] = []
    pieces, start = [], 0
    for match in _LEFT_TO.finditer(text):
        left, right = find_table(schema, match["left"]), find_table(schema, match["right"])
        if left is None or right is None or inside(text, match.start()):
            continue
        if placed and left.name not in placed:
            return text
        pieces.append(text[start : match.start()] + ("" if placed else f"{match['left']}, ") + match["right"])
        placed += [left.name, right.name]
        start = match.end()
    return "".join([*pieces, text[start:]])


def _rest(text: str, note: Step, steps: Sequence[Step]) -> Step:
    """What else a text on joins says: a filter where it is about the rows of its tables, else a note."""
    said = {singular(word) for word in words(text)}
    tables = {singular(word) for step in steps for word in words(step.table)}
    is_of_rows = bool(said & (tables | _OF_JOINS)) and _NO_ROWS.search(text) is not None
    return replace(note, kind=StepKind.FILTER if is_of_rows else note.kind, condition=text)


_NO_ROWS = re.compile(r"\b(?:no|not|never|without|only|unless|if|must|left|inner)\b", re.IGNORECASE)
_OF_JOINS = frozenset(
    (
        "left",
        "inner",
        "both",
        "neither",
        "optional",
        "required",
        "loaded",
        "migrated",
        "kept",
        "dropped",
        "taken",
        "stay",
        "remain",
        "without",
    )
)


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for cut in _STOP.finditer(text):
        if "\n" in cut.group() or (
            not inside(text, cut.start()) and not re.search(r"(?:^|\s)\(?\d{1,2}$", text[start : cut.start()])
        ):
            yield text[start : cut.start()]
            start = cut.end()
    yield text[start:]


def _without_each(text: str) -> tuple[str, JoinKind | None]:
    """The text without what it says of all tables at its end, and what that is."""
    match = _EACH.search(text.rstrip())
    if match is None:
        return text, None
    how = match["how"].lower()
    negated = re.search(r"\b(?:neither|none)\b", match.group(), re.IGNORECASE) is not None
    optional = how.split()[0].split("-")[0] in _LEFT_HOW or negated
    return text[: match.start()], JoinKind.LEFT if optional else JoinKind.INNER


def _items(sentence: str, schema: Schema) -> list[_Item]:
    """The tables of one sentence in their order; none where it does not begin with one."""
    found: list[tuple[int, int, re.Match[str], SourceTable]] = []
    for match in _START.finditer(sentence):
        at = match.start("table")
        table = find_table(schema, match["table"])
        if table is None or (inside(sentence, at) and not _opens(sentence, match)):
            continue
        if found and found[-1][3] is table and not _alias(match) and not match["kind"]:
            continue
        found.append((match.start(), match.end(), match, table))
    if not found or sentence[: found[0][0]].strip(" ,;:.(-–*•0123456789)"):
        return []
    if len(found) == 1 and (both := _both(sentence, found[0][1], found[0][3], found[0][2], schema)):
        return both
    ends = [start for start, *_ in found[1:]] + [len(sentence)]
    return [
        _Item(table, _alias(match), (match["lead"] or "").strip().lower(), sentence[end:stop], n == 0)
        for n, ((_, end, match, table), stop) in enumerate(zip(found, ends, strict=True))
    ]


def _both(sentence: str, end: int, table: SourceTable, match: re.Match[str], schema: Schema) -> list[_Item]:
    """The two tables of ``loan left joined to customer over cust_no``; none where nothing is joined to."""
    told = _JOINED_NEXT.match(sentence[end:])
    other = find_table(schema, told["table"]) if told is not None and told["table"] else None
    if told is None or other is None or other is table:
        return []
    rest = sentence[end + told.end() :]
    first = _Item(table, _alias(match), (match["lead"] or "").strip().lower(), told["how"], True)
    return [first, _Item(other, told["alias"] or "", "", rest, False)]


def _only_reads(label: re.Match[str] | None) -> bool:
    """Whether a label says what is read, rather than what is joined."""
    return label is not None and (label["label"] or "from").lower() in ("from", "source", "sources", "reads")


_ROWS_OF = re.compile(
    r"^(?:(?:(?:rows?|records?|lines?|entries)\s+(?:of|in|from)|all|any|the|no|only|of)\s+)*(?P<noun>[A-Za-z_]\w*)\s+(?:with|whose|that|which|who|without|where|having|flagged|marked|of)\b",
    re.IGNORECASE,
)


def _item_of_rows(sentence: str, items: Sequence[_Item]) -> _Item | None:
    """The joined table of which a sentence says which rows count: ``postings with reason ERR do not count``."""
    plain = sentence.strip(" .;")
    match = _ROWS_OF.match(plain)
    if match is None or not says_which_rows(plain) or _KEPT_ALL.match(plain) or _DROPPED.match(plain):
        return None
    found = [
        i for i in items if _is_called(match["noun"], i.table.name) and not _ALONE.match(told_kind(i.body)[1])
    ]
    return found[0] if len(found) == 1 else None


def _alias(match: re.Match[str]) -> str:
    return match["alias"] or match["named"] or ""


def _opens(sentence: str, match: re.Match[str]) -> bool:
    """Whether a bracket opens right before the table's words."""
    return sentence[: match.start()].rstrip().endswith("(") and sentence[: match.start()].count(
        "("
    ) - 1 <= sentence[: match.start()].count(")")


def _is_remark(sentence: str) -> bool:
    plain = sentence.strip(" .;()")
    return _KEPT_ALL.match(plain) is not None or _DROPPED.match(plain) is not None


def _is_of_last(sentence: str) -> bool:
    """Whether a sentence goes on about the table before it: which of its rows count, and that they are summed up."""
    return (
        re.match(
            r"^(?:(?:and|then|also|after\s+that|before\s+that|of\s+(?:these|those|them))\s*,?\s+)*(?:(?:the\s+)?(?:latest|newest|youngest|most\s+recent|last|earliest|oldest|highest|lowest|first)"
            r"(?=\s+(?:\w+_\w+|one|row|record|by|per)\b)|(?:where|if|when)\s+(?:an?|the|one)\s+\w+\s+has\s+(?:several|more\s+than\s+one|multiple)|equal\s+\w+\s*:|ties?|only|just|take|use|keep|of\s+(?:all|several)|after\s+that|add(?:ed)?\s+up|sum(?:med)?|total|count\s+only|if\s+there\s+are\s+several|there\s+(?:may|can)\s+be)\b",
            sentence.strip(),
            re.IGNORECASE,
        )
        is not None
    )


def _steps(items: Sequence[_Item], note: Step, *, is_labelled: bool) -> list[Step] | None:
    """A step for each table; None where what is said of one is no join."""
    found: list[Step] = []
    for number, item in enumerate(items):
        if number == 0 and len(items) > 1 and _JOINED_NEXT.match(item.body):
            found.append(_driving(item, note))
            continue
        before = items[number - 1].body if number == 1 and _JOINED_NEXT.match(items[0].body) else ""
        kind, rest = told_kind(item.body)
        lead_kind = next(
            (k for k in _KINDS if re.search(rf"\b{k.value}\b", f"{item.lead} {before.lower()}")), None
        )
        joined = before or re.search(r"\bjoin", item.lead) or re.search(r"\bjoined\b", item.body)
        by = _BY.match(rest)
        key = rest[by.end() :] if by is not None else rest
        key = _closed(key)
        if _ALONE.match(rest):
            if number == 0 and kind is None and lead_kind is None and "join" not in item.lead:
                found.append(_driving(item, note))
                continue
            if item.first_of_sentence and any(s.table == item.table.name for s in found):
                continue
            return None
        if by is None or not re.search(r"\w", key):
            if not (is_labelled and re.match(r"\s*(?:in\s+force|valid)\b", rest, re.IGNORECASE)):
                return None
            key = rest
        wanted = kind or lead_kind or (JoinKind.INNER if joined else JoinKind.LEFT)
        on = _ARROW.sub(" = ", key).strip(" ,;.")
        found.append(
            replace(
                note,
                kind=_KINDS[wanted],
                table=item.table.name,
                alias=item.alias,
                condition=on,
                kind_assumed=kind is None and lead_kind is None,
            )
        )
    return found


_JOINED_NEXT = re.compile(
    r"^(?P<how>\s*(?:(?:is|are|gets?)\s+)?(?:(?:left|inner|full|right)\s+)?(?:outer\s+)?join(?:ed|s)?\s+(?:to|with|on\s+to)\s+(?:the\s+)?)"
    r"(?:(?P<table>[A-Za-z_][\w.$]*)(?:\s+(?:as\s+)?(?P<alias>(?!on\b|by\b|via\b|over\b|using\b|with\b)[A-Za-z]\w{0,2})\b)?|$)",
    re.IGNORECASE,
)
"""Behind the table that another one is joined to: ``loan left joined to customer``."""


def _driving(item: _Item, note: Step) -> Step:
    return replace(note, kind=StepKind.DRIVING, table=item.table.name, alias=item.alias, condition="")


def _closed(text: str) -> str:
    """The text without a bracket that nothing opens, or that nothing closes."""
    plain = text.strip(" ,;.")
    while plain.endswith(")") and plain.count(")") > plain.count("("):
        plain = plain[:-1].rstrip(" ,;.")
    if plain.count(")") > plain.count("("):
        at = plain.index(")")
        plain = f"{plain[:at]},{plain[at + 1 :]}"
    return re.sub(r"\s+(?:and|then)$", "", plain)


def _with_kinds(steps: list[Step], every: JoinKind | None, dropped: Sequence[str]) -> list[Step] | None:
    if every is not None:
        steps = [
            s if s.kind is StepKind.DRIVING else replace(s, kind=_KINDS[every], kind_assumed=False)
            for s in steps
        ]
    for name in dropped:
        called = [
            n for n, s in enumerate(steps) if s.kind is not StepKind.DRIVING and _is_called(name, s.table)
        ]
        if len(called) != 1:
            return None
        steps[called[0]] = replace(steps[called[0]], kind=StepKind.INNER_JOIN, kind_assumed=False)
    return steps


def _is_called(said: str, table: str) -> bool:
    return singular(said.casefold()) in {singular(w) for w in words(table)} | {singular(table.casefold())}
