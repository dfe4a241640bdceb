"""Counts, sums and ends over rows as rules most likely mean them: ``sum of lines with SIDE Revenue, nothing = 0``.

A head that says what is made, the source column, conditions wherever they stand, and what stands for none. Other words
only call the rows something and are passed over, but for such that may turn the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.merge.likely.called import conditions_in
from signoff.core.merge.likely.conditions import Found, is_text
from signoff.core.merge.likely.counted import AT_LEAST_ONE, both_signs, counted, one_of_group
from signoff.core.merge.likely.marked import Marked, marked_over, softly_named
from signoff.core.merge.names import NUMERIC, words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import is_day

_VALUE = r"(?P<value>-?\d+(?:\.\d+)?|'[^']*'|\"[^\"]*\")"
_NONE = (
    r"(?:there\s+(?:is|are)\s+)?(?:none|nothing|no\s+[\w ]+?|not\s+any|missing|empty|not\s+found|"
    r"(?:it|that|one)\s+(?:is|was)\s+(?:missing|empty|null|not\s+there)|"
    r"(?:an?\s+|the\s+|those\s+|all\s+|ones?\s+|anyone\s+)*(?:[a-z]+\s+)?(?:(?:who|that|which)\s+(?:have\s+|"
    r"has\s+|had\s+)?(?:never|no|not|did\s+not)\s+[\w ]+?"
    r"|without\s+(?:an?\s+|any\s+)?[\w ]+?|(?:there\s+)?(?:was|were)\s+(?:none|nothing))|no\s+such\s+\w+|without\s+any)"
)
_DEFAULT = re.compile(
    rf"\s*[,;.(]\s*(?:and\s+|else\s+|otherwise\s+|again\s+)?{_VALUE}\s+(?:(?:if|when|where|for|with)\s+)?{_NONE}\s*\)?\.?\s*$"
    rf"|\s*[,;.(]\s*(?:if\s+|for\s+|again\s+)*{_NONE}\s*(?:=|:|->|is|gives|means|then|we\s+(?:write|put|use|say)|write|put|use|,)\s*"
    rf"{_VALUE.replace('value', 'value2')}\s*\)?\.?\s*$",
    re.IGNORECASE,
)
_NULL = re.compile(
    r"\s*[,;.(]\s*(?:and\s+|else\s+|otherwise\s+)?(?:leave\s+it\s+|it\s+is\s+|it\s+)?(?:null|empty|blank|no\s+value|stays\s+empty|left\s+empty)\b"
    r"(?:\s+(?:if|when|where|for|with|without)\s+[^,;.()]+)?\s*\)?\.?\s*$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^\W*(?:the\s+)?(?:total\s+)?(?:number|count|no\.?|amount|quantity)\s+of\s+|"
    r"^\W*(?:the\s+)?how\s+many\s+(?:times\s+)?|^\W*count\s+(?:the\s+|all\s+)?",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"^\W*(?:the\s+)?(?:grand\s+|overall\s+)?(?:sum|total|totals)\b(?:\s+(?:of|over|for))?\s*|^\W*(?:add|adds|added|sum)\s+up\s+",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"^\W*(?:the\s+)?(?:average|mean|avg)\b(?:\s+(?:of|over|for))?\s*", re.IGNORECASE)
_LEAST = re.compile(
    r"^\W*(?:the\s+|date\s+of\s+the\s+|time\s+of\s+the\s+|day\s+of\s+the\s+)*(?:earliest|first|oldest|lowest|smallest|minimum|min|least)\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"^\W*(?:the\s+|date\s+of\s+the\s+|time\s+of\s+the\s+|day\s+of\s+the\s+)*(?:latest|last|newest|most\s+recent|highest|largest|biggest|greatest|maximum|max)\b",
    re.IGNORECASE,
)
_DIFFERENT = re.compile(r"^(?:different|distinct|unique|separate)\s+", re.IGNORECASE)
_OWNER = r"(?:\w+\s+)?"
_OF_ROW = re.compile(
    rf"^\W*(?:the\s+)?(?P<what>(?:‹c\d+›|[\w]+)(?:\s+\w+)?)\s+(?:of|from|in|on|at)\s+(?:the|its|their|that|his)\s+{_OWNER}(?:very\s+|same\s+)?"
    r"(?:(?P<late>latest|newest|last|most\s+recent)|(?P<early>first|earliest|oldest))\s+\w+(?:\s+(?:by|according\s+to|in\s+order\s+of)\s+(?:the\s+)?‹c(?P<c>\d+)›)?"
    r"|^\W*(?:the\s+)?(?P<what2>(?:‹c\d+›|[\w]+)(?:\s+\w+)?)\s+(?:of|from|in)\s+(?:the|that)\s+\w+\s+with\s+(?:the\s+)?"
    r"(?:(?P<late2>latest|newest|last|highest|biggest|most\s+recent)|(?P<early2>first|earliest|oldest|lowest|smallest))\s+‹c(?P<d>\d+)›"
    r"|^\W*(?:the\s+)?(?P<what3>(?:‹c\d+›|[\w]+))\s+(?:of\s+the\s+\w+\s+)?(?:the\s+|that\s+)?\w+\s+\w+\s+(?:at\s+|in\s+|with\s+)?(?:(?P<late3>last|most\s+recently)|(?P<early3>first))\s*,?\s+"
    r"(?:(?:judging|going)\s+)?by\s+(?:the\s+)?(?:(?:day|date|time)\s+of\s+)?(?:the\s+)?‹c(?P<e>\d+)›",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"(?:\b(?:if|when|for|where)\s+)?\b(?:ties?|equal|same|two)\b[^‹;.]*?(?:\.\s*)?\b(?:(?P<late>higher|later|bigger|newer|larger|greater|highest|latest|biggest)|"
    r"(?P<early>lower|earlier|smaller|older|lowest|earliest|smallest))\s+(?:‹c(?P<c>\d+)›(?:\s+is\s+later)?|(?P<noun>[a-z]+\s+(?:number|no|id|code|key)))",
    re.IGNORECASE,
)
_NARROWS = re.compile(
    r"\b(?:not|n't|without|except|excluding|only|unless|but|per|each|every|previous|before|after|running|so\s+far|until|were|was|all\s+(?:the\s+)?others?|same\s+(?:for|as)|remaining|rest|"
    r"divided|percent|share|ratio|rank|if|when|where|whose|within|between|more|less|least|most)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:(?:were|was|are|is)(?=\s+(?-i:[A-Z]))|with|that\s+(?:are|is|were|was)|which\s+(?:are|is)|of\s+(?:type|kind|class)|marked(?:\s+as)?)\s+"
    r"(?P<values>[A-Za-z][\w -]*?(?:\s*(?:,|\bor\b|\band\b)\s*[A-Za-z][\w -]*?)*)\s*\.?$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?P<c>‹c\d+›)\s+(?:(?:is|=|are|of|:)\s+)?(?P<word>[a-z][\w-]*)\s*$", re.IGNORECASE)
_NOUN_WORD = re.compile(
    r"\bof\s+(?P<noun>type|kind|class|status|state|category|group|sort)\s+(?P<word>[A-Za-z][\w-]*)\b",
    re.IGNORECASE,
)
_NOUN_NAME = re.compile(
    r"\bof\s+(?:the\s+|any\s+|a\s+)?(?P<noun>[a-z]{3,})\s+(?P<not>other\s+than\s+)?(?P<word>[A-Z][\w-]*)(?!\w)"
)
"""A name behind what calls a column: of the department Rooms."""
_VALUE_MARK = re.compile(r"‹v(\d+)›")
_CODES = frozenset(
    ["code", "cd", "type", "typ", "kind", "status", "state", "class", "category", "event", "action"]
)
"""What columns of codes are called."""
_NO_VALUE = re.compile(
    r"\b(?:in|on|at|by|of|the|an?|from|to|this|that|their|its)\b|(?:\S+\s+){3}", re.IGNORECASE
)
"""Words that say more of rows than a value."""
_CODE_LIKE_WORD = re.compile(
    r"(?P<lead>\bof\s+(?i:type|kind|class|status|state|category|group|sort))\s+(?P<word>IN|ON|BY|OR|AND|IS|AT|TO|FOR|OF|WITH|OUT|NO|ALL|THE|DESC|ASC)\b"
)
"""A code in capitals that is also a word: ``moves of type IN``."""
_LISTED = re.compile(r"\s*(?:,|\bor\b|\band\b)\s*", re.IGNORECASE)
_STOP = frozenset(
    ["of", "in", "for", "with", "by", "the", "and", "or", "is", "per", "desc", "asc", "value", "values"]
)


def likely_total(rule: str, scope: Scope, columns: Sequence[ScopeColumn]) -> str:
    """SQL of what a rule most likely makes of several rows; empty where nothing points to it.

    Args:
        rule: the rule.
        scope: its sources tell what is summed up; it may hold aggregates.
        columns: every column of the table whose rows they are.
    """
    text = counted(_CODE_LIKE_WORD.sub(r"\g<lead> '\g<word>'", rule.strip()), scope.target_type)
    flag = AT_LEAST_ONE.match(text)
    if flag is not None and scope.target_type.upper().startswith("BOOL"):
        number = likely_total(
            f"number of {flag['rows']} with {flag['test']}", replace(scope, target_type="BIGINT"), columns
        )
        return f"{number} > 0" if number.startswith("count(CASE") else ""
    if made := both_signs(text, scope.sources) or one_of_group(text, scope, columns):
        return made
    text, default = _without_default(_without_talk(text))
    text = _OWNERS.sub("", _summed_first(text))
    source = scope.sources[0] if len(scope.sources) == 1 else None
    ordered = sorted(columns, key=lambda c: source is None or c.sql != source.sql)
    said = marked_over(text, ordered)
    made = (
        _of_one_row(said, source, ordered)
        or _days_with(text, source)
        or _made(said, text, source, ordered, scope.sources)
    )
    if not made:
        return ""
    return f"coalesce({made}, {default})" if default and not made.startswith("count(") else made


_TALK = re.compile(
    r"\s*[,;.(]\s*(?:(?:a\s+)?nulls?\s+(?:isn't|is\s+not|are\s+not|aren't|do\s+not|don't|does\s+not|"
    r"doesn't)\s+[\w ]+|(?:repeats|duplicates|doubles)\s+(?:included|count(?:ed)?(?:\s+too)?|"
    r"too)|"
    r"no\s+ties\s+in\s+there|in\s+whatever\s+\w+|whatever\s+the\s+\w+)\s*\)?(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
"""What holds of counts and sums anyway."""
_BEHIND = re.compile(
    r"^(?:all\s+(?:the\s+)?|the\s+)?(?P<what>[^.;]+?)\s*,?\s+(?:(?:all\s+)?(?:added|taken|put)\s+(?:up|together)|together|summed(?:\s+up)?|in\s+total|totalled)(?P<rest>\s*[.;,].*)?$",
    re.IGNORECASE | re.DOTALL,
)


_OWNERS = re.compile(r"(?<=\w)['’]s\b(?!['’])")


def _without_talk(text: str) -> str:
    return _TALK.sub("", text)


_DAYS_WITH = re.compile(
    r"^\W*(?:on\s+)?(?:how\s+many|(?:the\s+)?number\s+of|count\s+of)\s+(?:different|distinct)\s+(?:calendar\s+)?(?:days|"
    r"dates)\b(?:\s+(?:there\s+(?:was|were)|with|on\s+which)\b[\w ]*)?\W*$",
    re.IGNORECASE,
)


def _days_with(text: str, source: ScopeColumn | None) -> str:
    """On how many days something happened."""
    if source is None or not is_day(source) or not _DAYS_WITH.match(text):
        return ""
    moment = source.column.type.upper().startswith("TIMESTAMP")
    return f"count(DISTINCT {f'CAST({source.sql} AS DATE)' if moment else source.sql})"


def _summed_first(text: str) -> str:
    """The rule with what is added up behind the word for it: ``all charges added together``."""
    match = _BEHIND.match(text)
    if match is None or any(head.match(text) for head in (_COUNT, _SUM, _AVERAGE)):
        return text
    return f"sum of {match['what']}{match['rest'] or ''}".strip()


def _without_default(text: str) -> tuple[str, str]:
    """The rule without what it says of no rows, and the value that stands for none."""
    default = ""
    for _ in range(2):
        told = _DEFAULT.search(text)
        if told is not None and not default:
            default = (told["value"] or told["value2"]).replace('"', "'")
            text = text[: told.start()]
        text = _NULL.sub("", text)
    return text.strip(), default


def _summed_together(
    said: Marked, text: str, start: int, sources: Sequence[ScopeColumn], columns: Sequence[ScopeColumn]
) -> str:
    """Several columns of the same rows in one sum: room revenue and other revenue together."""
    spoken = stems(text)
    if not all(_fits(c, "sum") and NUMERIC.match(c.column.type) for c in sources):
        return ""
    if not all(stems(c.column.name) & spoken for c in sources) or len({c.relation for c in sources}) > 1:
        return ""
    condition = _condition(said, text, start, None, columns)
    if condition is None:
        return ""
    return " + ".join(f"coalesce({_sql('sum', c, condition, distinct=False)}, 0)" for c in sources)


def stems(text: str) -> set[str]:
    """The words of a text without their endings."""
    return {stem(word) for word in words(text)}


def _made(
    said: Marked,
    text: str,
    source: ScopeColumn | None,
    columns: Sequence[ScopeColumn],
    sources: Sequence[ScopeColumn] = (),
) -> str:
    for head, function in (
        (_COUNT, "count"),
        (_SUM, "sum"),
        (_AVERAGE, "avg"),
        (_LEAST, "min"),
        (_MOST, "max"),
    ):
        match = head.match(said.text)
        if match is None:
            continue
        if function == "sum" and len(sources) > 1:
            return _summed_together(said, text, match.end(), sources, columns)
        value = source if source is not None else _value_named(said, match.end(), columns, function)
        if function != "count" and (value is None or not _fits(value, function)):
            return ""
        distinct = _DIFFERENT.match(said.text[match.end() :]) if function == "count" else None
        if distinct is not None and value is None:
            return ""
        condition = _condition(said, text, match.end(), value, columns)
        if condition is None:
            return ""
        return _sql(function, value, condition, distinct=distinct is not None)
    return ""


def _sql(function: str, value: ScopeColumn | None, condition: str, *, distinct: bool) -> str:
    inner = value.sql if value is not None else "1"
    if function == "count" and not distinct and (value is None or value.sql in condition):
        inner = "1"
    case = f"CASE WHEN {condition} THEN {inner} END" if condition else inner
    if case == "1":
        return "count(*)"
    return f"{function}({'DISTINCT ' if distinct else ''}{case})"


def _value_named(
    said: Marked, start: int, columns: Sequence[ScopeColumn], function: str
) -> ScopeColumn | None:
    """The column a rule without a source names first behind its head."""
    found = re.match(r"(?:the\s+)?‹c(\d+)›", said.text[start:].strip())
    return said.columns[int(found[1])] if found is not None else None


def _fits(column: ScopeColumn, function: str) -> bool:
    """Whether a column may be summed up so; the first of several texts is not the least of them."""
    return (function in ("min", "max") and not is_text(column)) or NUMERIC.match(
        column.column.type
    ) is not None


def _condition(
    said: Marked, text: str, start: int, value: ScopeColumn | None, columns: Sequence[ScopeColumn]
) -> str | None:
    """The condition of the rows that count; empty for all, None where something that limits them is not understood."""
    body = said.text[start:]
    rest = Marked(body, said.columns, said.values)
    found = [*conditions_in(rest, tuple(columns)), *_worded(body, said, columns)]
    spans = [(each.start, each.end) for each in found]
    outside = "".join(" " if any(a <= n < b for a, b in spans) else sign for n, sign in enumerate(body))
    if not found and value is not None and is_text(value):
        called = _CALLED.search(text)
        if called is not None and re.search(r"‹", outside) is None:
            values = [each.strip() for each in _LISTED.split(called["values"]) if each.strip()]
            if any(_NO_VALUE.search(each) for each in values):
                return None
            listed = ", ".join(f"'{each}'" for each in values)
            return f"{value.sql} in ({listed})" if len(values) > 1 else f"{value.sql} = {listed}"
    if not found and (coded := _of_code(body, said, columns)) is not None:
        return None if _NARROWS.search(_VALUE_MARK.sub("", outside)) else coded
    if not found and (spelt := _spelt_code(outside, columns)) is not None:
        return spelt or None
    if (
        _NOUN_WORD.search(outside)
        or re.search(r"‹v\d+›", outside)
        or _NARROWS.search(outside)
        or _narrows_so(outside, columns)
    ):
        return None
    if re.search(r"[<>]", outside):
        return None
    sqls = list(dict.fromkeys(each.sql for each in found))
    either = len(found) > 1 and re.search(r"\bor\b", body[spans[0][1] : spans[-1][0]]) is not None
    whole = (" or " if either else " and ").join(sqls)
    return f"({whole})" if either else whole


_STATES = re.compile(
    r"\b(active|open|running|current|cancelled|canceled|closed|late|unpaid|valid|"
    r"successful|failed|attended)\b",
    re.IGNORECASE,
)


def _narrows_so(outside: str, columns: Sequence[ScopeColumn]) -> bool:
    """Whether a word says what state rows are in, and no column's name has it."""
    known = {w[:5] for c in columns for w in words(c.column.name)} | {
        w[:5] for c in columns for w in words(c.table)
    }
    return any(word.lower()[:5] not in known for word in _STATES.findall(outside))


_SPELT = re.compile(r"(?<![\w‹.])[a-z]+(?:_[a-z0-9]+)+(?![\w›])")


def _spelt_code(outside: str, columns: Sequence[ScopeColumn]) -> str | None:
    """A word with underscores that is no column, ``lesson_completed events``: a value of the only column of codes.

    Empty where it can be of none, None where there is no such word.
    """
    spelt = _SPELT.findall(outside)
    if not spelt:
        return None
    codes = [c for c in columns if is_text(c) and words(c.column.name)[-1] in _CODES | {"name", "kind"}]
    whole = len(codes) == 1 and len(spelt) == 1 and not _NARROWS.search(outside)
    return f"{codes[0].sql} = '{spelt[0]}'" if whole else ""


def _of_code(body: str, said: Marked, columns: Sequence[ScopeColumn]) -> str | None:
    """Codes alone before what the rows are called, ``the PUP events``: those of the only column of codes."""
    marks = _VALUE_MARK.findall(body)
    codes = [c for c in columns if is_text(c) and words(c.column.name)[-1] in _CODES]
    if not marks or len(codes) != 1 or any(said.values[int(m)].kind not in ("code", "text") for m in marks):
        return None
    listed = ", ".join(f"'{said.values[int(m)].text}'" for m in marks)
    return f"{codes[0].sql} in ({listed})" if len(marks) > 1 else f"{codes[0].sql} = {listed}"


def _worded(body: str, said: Marked, columns: Sequence[ScopeColumn]) -> list[Found]:
    """Values in plain words behind a column or what calls one: ``claims of type medical``."""
    found = []
    for match in (*_NOUN_WORD.finditer(body), *_NOUN_NAME.finditer(body)):
        column = softly_named(match["noun"], columns)
        if column is not None and is_text(column) and match["word"].casefold() not in _STOP:
            sign = "<>" if match.groupdict().get("not") else "="
            found.append(Found(f"{column.sql} {sign} '{match['word']}'", *match.span(), column))
    last = _LOOSE.search(body)
    if last is not None and last["word"].casefold() not in _STOP:
        column = said.columns[int(last["c"].strip("‹c›"))]
        if is_text(column):
            found.append(Found(f"{column.sql} = '{last['word']}'", *last.span(), column))
    return found


def _code_called(noun: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The one column of numbers or codes that begins as a noun does: ``booking number`` for booking_no."""
    found = [
        c
        for c in columns
        if words(c.column.name)[0] == noun.split()[0].casefold() and words(c.column.name)[-1] in _KEYS
    ]
    return found[0] if len(found) == 1 else None


_KEYS = frozenset(["no", "nr", "number", "num", "id", "code", "cd", "key"])


def _of_one_row(said: Marked, source: ScopeColumn | None, columns: Sequence[ScopeColumn]) -> str:
    """The value of the first or the last of several rows."""
    match = _OF_ROW.match(said.text)
    if match is None or source is None:
        return ""
    what = match["what"] or match["what2"] or match["what3"]
    named = said.columns[int(what.strip("‹c›"))] if re.fullmatch(r"‹c\d+›", what) else None
    called = set(words(what)) & set(words(source.column.name))
    if named is not None and named.sql != source.sql:
        return ""
    if named is None and not called and softly_named(what.split()[0], columns) != source:
        return ""
    number = match["c"] or match["d"] or match["e"]
    days = [c for c in columns if is_day(c) and squashed(c.column.name) != squashed(source.column.name)]
    order = said.columns[int(number)] if number else days[0] if len(days) == 1 else None
    if order is None:
        return ""
    tie = _TIE.search(said.text, match.end())
    rest = (
        said.text[match.end() :]
        if tie is None
        else f"{said.text[match.end() : tie.start()]}{said.text[tie.end() :]}"
    )
    if _NARROWS.search(rest) or re.search(r"‹v", rest):
        return ""
    late = bool(match["late"] or match["late2"] or match["late3"])
    ordering = [f"{order.sql} {'DESC' if late else 'ASC'} NULLS LAST"]
    if tie is not None:
        last = said.columns[int(tie["c"])] if tie["c"] else _code_called(tie["noun"], columns)
        if last is None:
            return ""
        ordering.append(f"{last.sql} {'DESC' if tie['late'] else 'ASC'} NULLS LAST")
    return f"first({source.sql} ORDER BY {', '.join(ordering)})"
