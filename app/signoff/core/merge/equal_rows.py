"""Which of several equal rows stays, told in sentences: by what they are equal, which one stays, what is exempt.

``A mail may exist once only: when several records carry the same mail (case and blanks around it do not matter) take
the one changed last. Records without a mail all come along.`` Every word must belong to a part; the keys of all parts
must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.dated_rows import moment
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.scoping import find_everywhere
from signoff.core.merge.spoken_columns import spoken_column

_FALLING = r"latest|newest|most\s+recent(?:ly)?|last|youngest|highest|higher|largest|biggest|greatest|later|maximum|max"
_RISING = r"first|earliest|oldest|lowest|lower|smallest|smaller|earlier|minimum|min"
_WHICH = rf"(?P<which>{_FALLING}|{_RISING})"
_NO = (
    r"(?!(?:the|an?|and|or|of|by|only|one|same|with|once|twice|it|this|that|no|not|several|two|more"
    r"|take|keep|then|if|is|are|may|must|be|all)\b)"
)
_NAME = rf"{_NO}[A-Za-z_][\w-]*(?:\.\w+)?"
_NAMES = rf"(?P<keys>{_NAME}(?:\s*(?:,\s*(?:and\s+)?|\+|&|\s+and\s+)\s*(?:the\s+same\s+|the\s+)?{_NAME})*)"
_NOUN = r"(?:rows?|records?|entr(?:y|ies)|lines?|ones?|versions?|occurrences?|copies|copy|[a-z]+s)"
_SEVERAL = r"(?:several|two\s+or\s+more|more\s+than\s+one|multiple|two|many|some)"
_GOES = (
    r"(?:(?:is|are|gets?|will\s+be)\s+(?:loaded|taken|kept|migrated|moved|used|included|chosen|brought\s+over)|wins?|stays?|survives?|counts?|"
    r"remains?|goes?\s+over|comes?\s+along|moves?|applies)"
)
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(shape, re.IGNORECASE))
    for name, shape in (
        (
            "keys",
            rf"two\s+{_NOUN}\s+(?:with|that\s+have|having)\s+(?:the\s+)?same\s+{_NAMES}\s+are\s+(?:the\s+same\s+[a-z]+|one\s+and\s+the\s+same(?:\s+[a-z]+)?|equal|duplicates|one\s+[a-z]+)",
        ),
        (
            "keys",
            rf"(?:an?\s+|the\s+|each\s+|every\s+|any\s+)?{_NAMES}\s+(?:may|must|can|should|shall|has\s+to|is\s+to)\s+(?:only\s+)?(?:exist|occur|appear|be\s+there|be|come|be\s+loaded)\s+(?:only\s+)?(?:once|unique)(?:\s+only)?\b",
        ),
        (
            "keys",
            rf"(?:each|every|any)\s+{_NAMES}\s+(?:comes\s+|is\s+loaded\s+)?(?:only\s+)?once(?:\s+only)?\b",
        ),
        ("keys", rf"(?:the\s+)?{_NAMES}\s+is\s+unique\b"),
        (
            "keys",
            rf"(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:may|can|might|could)\s+(?:come|occur|exist|appear|be\s+there|be\s+sent)\s+(?:twice|more\s+than\s+once|several\s+times|repeatedly)\s+(?:per|for(?:\s+(?:each|every))?|with\s+the\s+same)\s+{_NAMES}",
        ),
        (
            "keys",
            rf"(?:(?:when(?:ever)?|if|where|in\s+case|should)\s+)?(?:an?\s+|the\s+same\s+|one\s+)?{_NAMES}\s+(?:occurs?|appears?|comes?|exists?|shows?\s+up|is\s+there|is\s+found)\s+(?:more\s+than\s+once|twice|several\s+times|repeatedly|(?:on|in|with)\s+(?:more\s+than\s+one|several|two\s+or\s+more)\s+{_NOUN})",
        ),
        (
            "keys",
            rf"(?:two|{_SEVERAL})\s+{_NOUN}\s+(?:are|count\s+as)\s+(?:the\s+same|equal|duplicates|one|doubles|identical)\s+(?:{_NOUN}\s+)?(?:if|when|where)\s+(?:their\s+|the\s+)?{_NAMES}\s+(?:agree|match|are\s+(?:equal|the\s+same|identical))",
        ),
        (
            "keys",
            rf"(?:(?:when(?:ever)?|if|where|in\s+case(?:\s+of)?|of|among|for|with)\s+)?(?:there\s+(?:are|may\s+be|can\s+be|is)\s+)?(?:all\s+)?(?:{_SEVERAL}\s+)?(?:{_NOUN}\s+)?(?:(?:that|which|who)\s+)?(?:carry|have|has|share|show|bear|hold|with|sharing|having|carrying|on|of)\s+(?:the\s+same|one\s+and\s+the\s+same|an?\s+identical|an?\s+common)\s+{_NAMES}",
        ),
        (
            "keys",
            rf"(?:(?:of|among|for|if|where|when)\s+)?{_NOUN}\s+(?:(?:that|which|who)\s+)?(?:share|sharing)\s+(?:an?|one|their)\s+{_NAMES}",
        ),
        ("keys", rf"(?:the\s+)?same\s+{_NAMES}\s+(?:twice|more\s+than\s+once|several\s+times|again)\b"),
        ("keys", rf"(?:remove|drop|no|delete|merge)\s+(?:duplicate|double|repeated|equal)\s+{_NAMES}\b"),
        (
            "keys",
            rf"(?:(?:remove|drop|no)\s+)?(?:duplicates?|doubles|dedup\w*|deduplicate[sd]?)\s*[:,]?\s*(?:are\s+)?(?:(?:found|told|recognised|identified)\s+)?(?:by|on|per|over)\s+(?:the\s+same\s+)?{_NAMES}",
        ),
        (
            "keys",
            rf"(?:there\s+(?:may\s+be|are|is|can\s+be)\s+)?(?:(?:exactly\s+|only\s+)?(?:one|1|a\s+single)|{_SEVERAL})\s+(?:{_NOUN}\s+)?(?:per|for\s+each|for\s+every)\s+{_NAMES}",
        ),
        (
            "ties",
            rf"(?:and\s+)?(?:then|if\s+(?:these|those|they|both|that)\s+(?:are|is)\s+(?:equal|the\s+same)(?:\s+too|\s+as\s+well)?|(?:on|at|with|in\s+case\s+of|for)\s+(?:a\s+)?(?:ties?|draw|equality))\s*,?\s*(?:by\s+)?(?:take\s+|keep\s+)?(?:the\s+)?(?:one\s+|{_NOUN}\s+)?(?:with\s+the\s+)?{_WHICH}\s+(?P<order>{_NAME})",
        ),
        (
            "order",
            rf"(?:the\s+|that\s+|only\s+the\s+)?(?:one\s+|{_NOUN}\s+)?(?:with|having|of)\s+(?:the\s+)?{_WHICH}\s+(?P<order>{_NAME})",
        ),
        (
            "done",
            rf"(?:the\s+|only\s+the\s+|that\s+)?(?:one\s+|{_NOUN}\s+)?(?:(?:that|which)\s+(?:was|were|has\s+been)\s+)?(?P<verb>[a-z]+ed|written|made|sent|paid)\s+{_WHICH}\b",
        ),
        (
            "done",
            rf"(?:the\s+|only\s+the\s+)?{_WHICH}\s+(?P<verb>[a-z]+ed|written|made)(?:\s+(?:one|{_NOUN}))?\b",
        ),
        ("done", rf"(?:the\s+|only\s+the\s+)?{_WHICH}\s+(?:one|{_NOUN})\s+(?P<verb>[a-z]+ed)\b"),
        (
            "order",
            rf"(?:the\s+|only\s+the\s+)?{_WHICH}\s+(?:one|{_NOUN})?\s*\(?\s*(?:(?:by|according\s+to|judged\s+by)\s+)?(?P<order>{_NAME})\)?",
        ),
        (
            "filler",
            rf"[\s,:;.()–—-]+|\b(?:{_GOES}|take|takes|keep|keeps|load|use|only|then|and|so|the\s+others?(?:\s+are\s+(?:dropped|left\s+out|ignored))?|among\s+the\s+rest|of\s+the\s+rest|is|that|here|if\s+(?:there\s+are\s+)?several|in\s+that\s+case|of\s+(?:these|those|them)|one|record|row|just|please|duplicates?|dedup\w*|double\s+entries|unique|scope|rows|before\s+anything(?:\s+else)?(?:\s+is\s+(?:counted|done|joined|summed))?|first\s+of\s+all|all)\b",
        ),
    )
)
_CASE = (
    r"(?:(?:upper\s*(?:/|or|and)\s*lower|lower\s*(?:/|or|and)\s*upper)\s*case|capitals?(?:\s+or\s+small\s+letters)?"
    r"|(?:letter\s+)?case|small\s+(?:letters?\s+)?(?:or|and)\s+capital(?:\s+letters)?)"
)
_BLANKS = (
    r"(?:(?:surrounding|leading\s+(?:and|or)\s+trailing)\s+)?(?:blanks?|spaces?|white\s?spaces?)(?:\s+(?:around"
    r"|before\s+(?:and|or)\s+(?:after|behind))(?:\s+(?:it|them))?)?"
)
_THINGS = rf"(?:(?:{_CASE}|{_BLANKS})(?:\s*(?:,|and|or|as\s+well\s+as)\s*)?)+"
_ALIKE = re.compile(
    rf"\s*[,(]?\s*(?P<said>{_THINGS}\s*(?:do(?:es)?\s*(?:not|n't)\s+(?:matter|count)|(?:is|are)\s+(?:ignored|irrelevant|not\s+relevant)|makes?\s+no\s+difference)"
    rf"|(?:ignoring|ignore|regardless\s+of|irrespective\s+of|without\s+regard\s+to|no\s+matter\s+the|whatever\s+the)\s+(?:the\s+)?{_THINGS}"
    r"|(?:(?:once\s+)?(?:trimmed|in\s+(?:lower|upper)\s+case|(?:lower|upper)[\s-]?case[d]?|case[\s-]?insensitiv\w*)(?:\s*(?:,|and)\s*)?)+)\s*\)?",
    re.IGNORECASE,
)
_STAY = (
    r"(?:(?:all|also|still|each|always|too)\s+)*(?:(?:is|are|will\s+be)\s+(?:all\s+|also\s+|always\s+)*(?:loaded|taken|kept|migrated|moved|included|exempt(?:ed)?|left\s+alone|not\s+(?:compared|checked|deduplicated|affected|touched|merged)|no\s+duplicates?)"
    r"|come\s+along|comes\s+along|go(?:es)?\s+over|stays?|counts?|remain|(?:do|does)\s+not\s+count\s+as\s+(?:an?\s+)?duplicates?|(?:are|is)\s+never\s+(?:equal|duplicates?))(?:\s+(?:all|too|as\s+well|in))*"
)
_LACKING = (
    rf"(?:(?:all|any|the|those|such)\s+)*(?:{_NOUN}\s+|those\s+)?(?:without|with\s+(?:no|an?\s+(?:empty"
    rf"|blank|missing)|(?:empty|blank|missing))|that\s+have\s+no|which\s+have\s+no|having\s+no|lacking)\s+(?:an?\s+"
    rf"|any\s+|their\s+)?(?P<name>{_NAME})"
)
_WHOSE = (
    rf"(?:(?:all|any|the|those)\s+)*{_NOUN}\s+whose\s+(?P<name>{_NAME})\s+is\s+(?:empty|blank|missing"
    rf"|null|not\s+filled)"
)
_EXEMPT = tuple(
    re.compile(
        rf"(?:^|(?<=[.;:])\s*|[.;,]\s+)(?:and\s+|but\s+|while\s+)?{shape}\s*(?=$|[.;,])", re.IGNORECASE
    )
    for shape in (
        rf"{_LACKING}\s+{_STAY}",
        rf"{_WHOSE}\s+{_STAY}",
        rf"(?:an?\s+)?(?:empty|missing|blank|null)\s+(?P<name>{_NAME})\s+(?:(?:is|are)\s+(?:no|not|never)\s+(?:an?\s+)?(?:duplicates?|compared|equal|checked)|(?:do|does)\s+not\s+count(?:\s+as\s+(?:an?\s+)?duplicates?)?|never\s+counts?\s+as\s+duplicates?)",
        rf"(?:where|if|when)\s+there\s+is\s+no\s+(?P<name>{_NAME})\s*,?\s*(?:then\s+)?(?:(?:everything|all|they\s+all|all\s+of\s+them|all\s+rows|all\s+records)\s+(?:stays?|is\s+kept|are\s+kept|remain|counts?)|keep\s+(?:all|everything|them(?:\s+all)?))",
        rf"no\s+(?P<name>{_NAME})\s*(?:=|:|->|means)\s*(?:keep(?:\s+(?:all|it|them))?|stays?|kept)",
        rf"(?:this|that|the\s+rule|it)\s+(?:does\s+not|doesn't)\s+(?:apply|hold)\s+(?:to|for)\s+{_LACKING}",
        rf"(?:not\s+for|except(?:\s+for)?|apart\s+from)\s+{_LACKING}",
    )
)
_LISTED = re.compile(r"\s*(?:,\s*(?:and\s+)?|\+|&|\s+and\s+)\s*(?:the\s+same\s+|the\s+)?", re.IGNORECASE)
_SUPPOSED = re.compile(r"^\s*(?:scope|selection|rows?|filters?)\s*:\s*", re.IGNORECASE)


@dataclass
class _Said:
    keys: list[tuple[str, ...]] = field(default_factory=list)
    order: list[tuple[str, bool]] = field(default_factory=list)
    """SQL and whether the highest stays."""
    picked: bool = False
    origin: Origin = Origin.PATTERN


@dataclass(frozen=True)
class _Around:
    relations: Sequence[Relation]
    schema: Schema
    target: TargetMapping | None

    def column(self, name: str) -> ScopeColumn | None:
        """The column of the first relation that a name means: its own, spoken, or the source of a target column."""
        plain = name.strip()
        singulars = dict.fromkeys((plain, plain.replace("-", ""), singular(plain)))
        for each in singulars:
            hits = find_everywhere(self.relations[:1], self.schema, each)
            if hits:
                return hits[0]
        for each in singulars:
            spoken = spoken_column(each.replace("-", " "), self.relations[:1], self.schema)
            if spoken is not None:
                return spoken
        sources = {
            ref.column
            for c in (self.target.columns if self.target else ())
            if squashed(c.name) in {squashed(s) for s in singulars} and len(c.sources) == 1
            for ref in c.sources
        }
        hits = (
            find_everywhere(self.relations[:1], self.schema, next(iter(sources))) if len(sources) == 1 else []
        )
        return hits[0] if hits else None


def equal_rows(
    text: str,
    relations: Sequence[Relation],
    schema: Schema,
    cell: Cell | None = None,
    target: TargetMapping | None = None,
) -> Condition | None:
    """The filter that keeps one of equal rows, and all that are exempt; None unless every word is understood.

    Args:
        text: one or several sentences.
        relations: of the query; the first one's rows are meant.
        schema: their tables.
        cell: where the text stands.
        target: its columns' names may be said instead of their sources'.
    """
    around = _Around(relations, schema, target)
    plain = _SUPPOSED.sub("", " ".join(text.split()))
    plain, exempt = _exempt(plain)
    plain, changes = _without_changes(plain)
    said = _scanned(plain, around)
    if said is None or not said.keys or not said.order or len({frozenset(k) for k in said.keys}) != 1:
        return None
    names = said.keys[0]
    columns = [around.column(name) for name in names]
    if not all(columns):
        return None
    keys = [_changed(c.sql, changes, c, around) for c in columns if c is not None]
    order = ", ".join(f"{sql} {'desc' if falls else 'asc'} nulls last" for sql, falls in said.order)
    sql = f"row_number() over (partition by {', '.join(keys)} order by {order}) = 1"
    lacking: list[str] = []
    for name in exempt:
        column = around.column(name)
        if column is None or all(c is None or c.sql != column.sql for c in columns):
            return None
        is_text = column.column.type.upper().startswith(("VARCHAR", "CHAR", "TEXT", "STRING"))
        lacking.append(f"trim(coalesce({column.sql}, '')) = ''" if is_text else f"{column.sql} is null")
    sql = " or ".join([*dict.fromkeys(lacking), sql])
    return Condition(text, sql, said.origin, cell)


def told_equal_rows(text: str, understood: Callable[[str], bool]) -> tuple[str, str, str]:
    """The sentences of a text that tell which of equal rows stays, with what stands before and behind them.

    Args:
        text: several sentences.
        understood: whether a text wholly tells that.

    Returns:
        Before, the sentences, behind; the sentences are empty where none tell it.
    """
    pieces = _pieces(text)
    for size in range(len(pieces), 0, -1):
        for start in range(len(pieces) - size + 1):
            said = "".join(pieces[start : start + size])
            if _TELLS.search(said) and understood(said):
                return "".join(pieces[:start]), said.strip(), "".join(pieces[start + size :])
    return text, "", ""


_TELLS = re.compile(
    rf"\b(?:once|unique|twice|same|duplicate\w*|dedup\w*|doubles|several|more\s+than\s+one|two\s+or\s+more|share|sharing|one\s+{_NOUN}\s+per)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(r"(?<=[\w)'\"])[.;](?:\s+|$)|\n+")
_MOST_SENTENCES = 8


def _pieces(text: str) -> list[str]:
    found, start = [], 0
    for cut in _STOPS.finditer(text):
        found.append(text[start : cut.end()])
        start = cut.end()
    if text[start:].strip():
        found.append(text[start:])
    return found if len(found) <= _MOST_SENTENCES else []


def _exempt(text: str) -> tuple[str, list[str]]:
    """The text without what it exempts, and the names of what is missing there."""
    names: list[str] = []
    for shape in _EXEMPT:
        for match in list(shape.finditer(text)):
            names.append(match["name"])
            text = text.replace(match.group(), ". ", 1)
    return text, names


def _without_changes(text: str) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
    """The text without what makes no difference, with the name right before each and its functions."""
    changes: list[tuple[str, tuple[str, ...]]] = []
    while (match := _ALIKE.search(text)) is not None:
        said = match["said"].lower()
        functions = tuple(
            name
            for name, shape in (("trim", r"blank|space|trim"), ("lower", r"case|capital|letters"))
            if re.search(shape, said)
        )
        bracketed = match.group().lstrip().startswith("(")
        before = re.search(r"([A-Za-z_][\w-]*)\s*$", text[: match.start()])
        changes.append((before[1] if bracketed and before is not None else "", functions))
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return text, changes


def _changed(
    sql: str, changes: Sequence[tuple[str, tuple[str, ...]]], column: ScopeColumn, around: _Around
) -> str:
    for name, functions in changes:
        named = around.column(name) if name else None
        if named is not None and named.sql != column.sql:
            continue
        if not column.column.type.upper().startswith(("VARCHAR", "CHAR", "TEXT", "STRING")):
            continue
        for function in functions:
            sql = f"{function}({sql})"
    return sql


def _scanned(text: str, around: _Around) -> _Said | None:
    said = _Said()
    place = 0
    while place < len(text):
        for name, shape in _PARTS:
            end = _taken_to(said, name, shape, text, place, around)
            if end > place:
                place = end
                break
        else:
            return None
    return said


def _taken_to(said: _Said, name: str, shape: re.Pattern[str], text: str, place: int, around: _Around) -> int:
    """Where a part ends that is taken up; its list of names as long as all of them are columns."""
    match = shape.match(text, place)
    while match is not None and match.end() > place:
        if _takes(said, name, match, around):
            return match.end()
        if name != "keys":
            return place
        cuts = list(_LISTED.finditer(match["keys"]))
        match = shape.match(text, place, match.start("keys") + cuts[-1].start()) if cuts else None
    return place


def _takes(said: _Said, name: str, match: re.Match[str], around: _Around) -> bool:
    groups = match.groupdict()
    if name == "filler":
        return True
    if name == "keys":
        names = tuple(n for n in _LISTED.split(groups["keys"]) if n)
        columns = [around.column(n) for n in names]
        if not all(columns):
            return False
        said.keys.append(tuple(c.column.name for c in columns if c is not None))
        return True
    falls = re.fullmatch(_FALLING, " ".join(groups["which"].lower().split())) is not None
    if name == "ties":
        column = around.column(groups["order"])
        if column is None or not said.order:
            return False
        said.order.append((column.sql, falls))
        return True
    if said.order:
        return False
    if name == "done":
        found = moment(groups["verb"], around.relations[:1], around.schema)
        if found is None:
            return False
        said.order.append((found[0].sql, falls))
        said.origin = found[1] if found[1] is Origin.UNRESOLVED else said.origin
        return True
    column = around.column(groups["order"])
    if column is None or _is_row_noun(groups["order"], column, around):
        return False
    said.order.append((column.sql, falls))
    return True


def _is_row_noun(said: str, column: ScopeColumn, around: _Around) -> bool:
    """Whether a word calls the rows, and only sounds like a column of theirs: ``the latest order``."""
    nouns = {singular(word) for word in words(around.relations[0].table)}
    return squashed(said) != squashed(column.column.name) and singular(said.casefold()) in nouns


def tables_meant(target: TargetMapping, schema: Schema) -> Iterator[Relation]:
    """The tables that a text on rows may be about, those that most columns come from first."""
    named = [squashed(ref.table.rpartition(".")[2]) for c in target.columns for ref in c.sources if ref.table]
    ranked = sorted(schema.tables, key=lambda t: -named.count(squashed(t.name)))
    for table in ranked:
        if squashed(table.name) in named or len(schema.tables) == 1:
            yield Relation(table.name, table.name, JoinKind.DRIVING)
