"""Ways to say a condition on rows, put into the words that are compiled: ``of status 5``, ``neither X nor Y``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.clauses import inside
from signoff.core.merge.names import plain_words, word_set, words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.spoken_columns import spoken_column

_BRACKET = re.compile(r"^(?P<text>[^()]+?)\s*\((?P<remark>[^()<>=]+)\)$")
_TELLS = re.compile(
    r"\d|\b(?:not|no|only|without|except|if|unless|and|or|is|are|null|true|false|empty|missing|like|between|than|"
    r"before|after|since|until|case)\b",
    re.IGNORECASE,
)
"""What a mere remark in brackets has none of."""
_LISTS = re.compile(r"\b(?:in|of|among|are|is)$|^[^\d='\"]*$", re.IGNORECASE)
"""What a list in brackets follows, or the value itself."""
_AND = re.compile(r"\s*,?\s+and\s+(?:also\s+|that\s+|whose\s+|where\s+)?", re.IGNORECASE)
_NEITHER = re.compile(
    r"^(?:[\w-]+\s+){0,3}?(?:with\s+|having\s+|that\s+have\s+)?neither\s+(?:an?\s+)?(?P<one>[\w .]+?)\s+nor\s+"
    r"(?:an?\s+)?(?P<two>[\w .]+)$",
    re.IGNORECASE,
)
_IS_NULL = re.compile(r"^(?P<name>[A-Za-z][\w ]*?)\s+is\s+(?P<no>not\s+)?null$", re.IGNORECASE)
_FIELD = re.compile(
    r"^(?:the\s+)?(?P<name>[A-Za-z][\w ]*?)\s+(?:field|cell)s?\s+(?:is|are)\s+"
    r"(?:(?P<filled>(?:not\s+(?:left\s+)?(?:empty|blank))|filled(?:\s+in)?|populated)|(?:left\s+)?(?:empty|blank)|not\s+filled(?:\s+in)?)$",
    re.IGNORECASE,
)
_WITH_FIELD = re.compile(
    r"^(?:[\w-]+\s+){0,3}?with\s+(?:an?\s+|the\s+)?(?:(?P<filled>filled|non-?empty|populated)|empty|blank|unfilled)\s+"
    r"(?P<name>[A-Za-z][\w ]*?)\s+(?:field|cell)s?$",
    re.IGNORECASE,
)
"""What a field shows: blank text fills none."""
_THING = re.compile(
    r"^(?:(?:all|any|the|those|such)\s+)*(?:[\w-]+\s+){1,3}?(?:with|of|having|in|for|through|via|from|over|that\s+have|which\s+have)\s+"
    r"(?:an?\s+|the\s+)?(?P<what>.+)$",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"^(?:(?:came|come|comes|coming|arrived?|arriving|received|sent|entered|reached\s+us|ordered|booked|made|placed)\s+)(?:in\s+|here\s+|to\s+us\s+)?(?:through|via|by|over|from|on)\s+(?:the\s+)?(?P<what>\w+.*)$",
    re.IGNORECASE,
)
"""The way rows came: ``came in through channel 'web'``."""
_VALUED = re.compile(
    r"^(?P<name>[A-Za-z_][\w. ]*?)\s*(?:\(\s*|[:=]\s*|\s)(?P<value>'[^']+'|\"[^\"]+\"|[\w.-]+)\s*\)?$"
)
_IGNORING = re.compile(
    r"^(?P<name>[A-Za-z][\w. ]*?)\s+(?:is|equals?|=)\s+(?P<value>\w+),\s+ignoring\s+case$", re.IGNORECASE
)
_RESPELT = (
    (re.compile(r"\bzero\b", re.IGNORECASE), "0"),
    (
        re.compile(
            r"(?<!is)(?<!are)\s+(?=(?:above|below|over|under|more\s+than|less\s+than|at\s+least|at\s+most)\s+-?\d)"
        ),
        " is ",
    ),
    (
        re.compile(
            r"(?<=\w)\s+(?=not\s+(?:null|empty|missing|blank)$)(?<!\bis\s)(?<!\bare\s)", re.IGNORECASE
        ),
        " is ",
    ),
)
_HAS_FILLED = (
    re.compile(
        r"^(?:with\s+|having\s+)?(?:an?|the|its|their)\s+(?P<name>[A-Za-z_]\w*)\s+(?:(?:that|which)\s+(?:is|are)|being)\s+"
        r"(?:(?:not|never)\s+(?:empty|blank|null|missing)|filled(?:\s+in)?|given|set|present|known)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:with\s+|having\s+)?(?:an?|the|its|their)\s+(?:filled|non-?empty|known|given)\s+(?P<name>[A-Za-z_]\w*)$",
        re.IGNORECASE,
    ),
)
"""``a value that is not empty``, ``a filled value``: what a row has beside something else."""
_DAY = r"'?\d{4}-\d{2}-\d{2}'?"
_BEFORE_DAYS = (
    (
        re.compile(
            rf"\b(?:is\s+|are\s+|lies\s+|falls\s+)?(?:not\s+after|(?:no|not)\s+later\s+than|not\s+beyond)\s+(?={_DAY})",
            re.IGNORECASE,
        ),
        "<= ",
    ),
    (
        re.compile(
            rf"\b(?:is\s+|are\s+|lies\s+|falls\s+)?(?:not\s+before|(?:no|not)\s+earlier\s+than)\s+(?={_DAY})",
            re.IGNORECASE,
        ),
        ">= ",
    ),
    (
        re.compile(
            rf"\b(?:at\s+most|by|up\s+to\s+and\s+including|until|at\s+the\s+latest(?:\s+on)?)\s+(?={_DAY})",
            re.IGNORECASE,
        ),
        "<= ",
    ),
    (
        re.compile(
            rf"\b(?:within|in)\s+(?:the\s+)?(?:period\s+|time\s+|span\s+)?(?:from\s+|of\s+|between\s+)?(?P<a>{_DAY})\s*(?:to|and|until|-|–|\.\.)\s*(?P<b>{_DAY})",
            re.IGNORECASE,
        ),
        r"between \g<a> and \g<b>",
    ),
    (
        re.compile(
            r"(?<![\w'-])(?:(?<=lies\s)|(?<=falls\s))?between\s+(?P<a>\d{4}-\d{2}-\d{2})\s+and\s+(?P<b>\d{4}-\d{2}-\d{2})",
            re.IGNORECASE,
        ),
        r"between '\g<a>' and '\g<b>'",
    ),
)
"""Words before a day, in those that are compiled."""
_SENTENCE = re.compile(r"^(?:the|an?|our|their)\s+[A-Za-z][\w ]*\s[a-z]+$")
"""A noun and a verb, ``the manager objects``, and no column with its value."""
_NUMBERS = (
    "INT",
    "BIGINT",
    "SMALLINT",
    "TINYINT",
    "HUGEINT",
    "DECIMAL",
    "NUMERIC",
    "DOUBLE",
    "FLOAT",
    "REAL",
)
_TEXTS = ("VARCHAR", "CHAR", "TEXT", "STRING")
_PLAIN_WORD = re.compile(r"[a-z]+(?:_[a-z]+)*")
_NO_VALUES = word_set(
    "missing empty null blank filled known unknown given set present code name value values number information data "
    "text date only in of is are not the a an at as all there available populated field column"
)
"""Words behind a column's name that say something about it, and are no value of it."""
_ROWS = word_set("row record entry entrie line one item")
_FLAG = {"true": "true", "false": "false", "yes": "true", "no": "false"}


def bare_of_remark(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    """The text without a bracket at its end that only says what the value stands for, and names no column."""
    match = _BRACKET.match(text)
    if match is None or _TELLS.search(match["remark"]) or _LISTS.search(match["text"]):
        return text
    known = {w for r in relations for c in relation_columns(r, schema) for w in words(c.column.name)}
    return text if known & set(words(match["remark"])) else match["text"]


def both_parts(text: str) -> list[tuple[str, str]]:
    """Every way to cut a text in two conditions that both hold."""
    cuts = [cut for cut in _AND.finditer(text) if not inside(text, cut.start())]
    return [(text[: cut.start()].strip(), text[cut.end() :].strip()) for cut in cuts]


def respelt(text: str) -> str:
    """The text with figures for words of numbers, and the `is` that was left away."""
    for shape, word in (*_BEFORE_DAYS, *_RESPELT):
        text = shape.sub(word, text)
    return text


def filled_beside(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    """SQL of what says only that a row has a value in one column, ``a value that is not empty``; blank text is none."""
    match = next(filter(None, (shape.match(text.strip()) for shape in _HAS_FILLED)), None)
    column = spoken_column(match["name"], relations, schema) if match is not None else None
    if column is None:
        return ""
    is_text = column.column.type.upper().startswith(_TEXTS)
    return f"nullif(trim({column.sql}), '') is not null" if is_text else f"{column.sql} is not null"


def shown_field(text: str, relations: Sequence[Relation], schema: Schema) -> Iterator[str]:
    """SQL of what a field shows, ``the cancelled field is filled``; none for any other text."""
    field = _FIELD.match(text) or _WITH_FIELD.match(text)
    column = spoken_column(field["name"], relations, schema) if field is not None else None
    if field is not None and column is not None and column.column.type.upper().startswith(_TEXTS):
        yield f"trim(coalesce({column.sql}, '')) {'<>' if field['filled'] else '='} ''"


def as_sql(text: str, relations: Sequence[Relation], schema: Schema) -> Iterator[str]:
    """SQL of a saying about columns of these tables; none where a word of it stays open."""
    neither = _NEITHER.match(text)
    if neither is not None:
        found = [spoken_column(neither[n], relations, schema) for n in ("one", "two")]
        known = [f"{each.sql} is null" for each in found if each is not None]
        if len(known) == len(found):
            yield " and ".join(known)
    folded = _IGNORING.match(text)
    column = spoken_column(folded["name"], relations, schema) if folded is not None else None
    if folded is not None and column is not None and column.column.type.upper().startswith(_TEXTS):
        yield f"lower({column.sql}) = '{folded['value'].lower()}'"
    null = _IS_NULL.match(text)
    column = spoken_column(null["name"], relations, schema) if null is not None else None
    if null is not None and column is not None:
        yield f"{column.sql} is {'not ' if null['no'] else ''}null"
    came = _CAME.match(text)
    text = came["what"] if came is not None else text
    thing = _THING.match(text)
    rows = {w for r in relations for n in (r.table, r.alias) for w in plain_words(n)} | _ROWS
    for said in (text, thing["what"] if thing is not None else ""):
        valued = _VALUED.match(said)
        column = (
            spoken_column(valued["name"], relations, schema)
            or _of_last_word(valued["name"], relations, schema)
            if valued is not None
            else None
        )
        if valued is None or column is None or set(plain_words(valued["value"])) <= rows:
            continue
        if _SENTENCE.match(said):
            continue
        if value := _literal(column, valued["value"]):
            yield f"{column.sql} = {value}"


def _of_last_word(name: str, relations: Sequence[Relation], schema: Schema) -> ScopeColumn | None:
    """The only column of the driving table whose name ends in a word for what rows are: ``type`` for ``event_type``."""
    found = [
        c
        for relation in relations[:1]
        for c in relation_columns(relation, schema)
        if words(c.column.name)[-1:] == (name.casefold(),)
    ]
    return found[0] if len(found) == 1 and name.casefold() in _KIND_WORDS else None


_KIND_WORDS = word_set("type kind category class")


def _literal(column: ScopeColumn, said: str) -> str:
    """A value as the column's type has it; empty for a plain word, which may be anything."""
    text = said.strip("'\"")
    quoted = text != said
    kind = column.column.type.upper()
    if kind.startswith("BOOL"):
        return _FLAG.get(text.casefold(), "")
    if kind.startswith(_NUMBERS):
        return text if re.fullmatch(r"-?\d+(?:\.\d+)?", text) else ""
    plain = _PLAIN_WORD.fullmatch(text) is not None and text not in _NO_VALUES
    sure = quoted or text.isdigit() or ((text[:1].isupper() or plain) and kind.startswith(_TEXTS))
    return "'" + text.replace("'", "''") + "'" if sure else ""
