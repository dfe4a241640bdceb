"""Rules that cover sheets state for every table: found in cells that nothing else was read from.

Each sentence is held against shapes; one that fits none stays an unused cell. What a rule concerns must be there: a day
that no rule speaks of, or a column that no table has, makes no general rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from signoff.core.domain.spec import GeneralKind, GeneralRule, TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.code_exceptions import general_exceptions
from signoff.core.parse.days import day_in
from signoff.core.parse.moments import moment_said, whole_unit
from signoff.core.parse.partners_kept import keeps_rows, word_for_nothing
from signoff.core.parse.terms import defined, labelled, partner_join, sentences, zone_of

_SENTENCE = re.compile(
    r"(?<=[^\s.]{2}[^\s\d.])[.;]\s+(?=\S)|(?<=\d[-./]\d{4})\.\s+(?=[A-Z])"
    r"|(?<=\s(?:us|it|in|on|so|up|be|do|to|of|by|is|me|at))[.;]\s+(?=\S)|\n+"
)
_TERM = (
    r"(?:[a-z]+[\s-]){1,2}?(?:date|day)|as[\s-]?of(?:[\s-]date)?|cut[\s-]?(?:off|over)(?:[\s-]date)?|open end|"
    r"end of time|stichtag|infinity|high[\s-]date"
)
_NO_TERM = re.compile(
    r"^(?:(?:the|that|this|a|version|change|changed|print|release|issue|document|draft|created|last|file|update)\b)",
    re.I,
)
_DAY_IS = re.compile(
    rf"^[\"'“]?(?:the\s+)?(?P<of>{_TERM})[\"'”]?(?:\s*\(\s*[\"'“]?(?P<alias>[A-Za-z][\w -]{{0,20}}?)[\"'”]?\s*\))?(?"
    rf":\s+(?:of|for)\s+(?!which)[\w\s-]{{1,40}}?)?\s*"
    r"(?:(?:is|are)\s+(?:stored|kept|written|set|shown|represented|loaded|recorded|fixed)\s+(?"
    r":as|to|with|by|on|at)|is|are|"
    r"means|stands for|refers to|=|:|below|always)"
    r"(?:\s+(?:always|below|the|fixed|to|on|as|day|date|means|is|=|this|stands|for))*\s*[:=]?\s*(?P<day>.+)$",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"^[\"'“]?(?:the\s+)?(?P<of>{_TERM})[\"'”]?\s*[:=]?$", re.IGNORECASE)
_ALIAS = re.compile(
    r"[\"'“„‘]\s*(?P<quoted>[^\"'”“’]{2,30}?)\s*[\"'”“’]|\b(?:called|named|short|abbreviated(?:\s+"
    r"(?:as|to))?|hereafter|below|in\s+the\s+(?:sheets|rules|text)|referred\s+to\s+as|=|:)\s*:?\s+"
    r"(?P<said>[A-Z]{2,6}\b)|^\W*(?P<short>[A-Z]{2,6})\W*$"
)
"""A further name for a day behind it: `2025-06-30, called "reporting date" below`, `31.12.2024 (KD)`."""
_DAY_TEXT = re.compile(
    r"^\W*(?:the\s+)?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{"
    r"1,2}/\d{1,2}/\d{4}|\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+[A-Za-z]{3,9}\.?,?[\s-]+"
    r"\d{4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})"
)
_SPAN = re.compile(
    r"^(?:from\s+)?(?P<first>\S.*?)\s+(?:to|until|till|-|–|and|bis|tot)\s+(?P<last>\S.*?)(?:\s*\(?"
    r"(?:inclusive|incl\.?|included|both\s+(?:days\s+)?included)\)?)?\s*\.?$",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"^(?:the\s+)?(?P<of>(?:[a-z]+\s+)?period)\s*[:=]?$", re.IGNORECASE)
_LABEL_WORDS = 4
_NO_LABEL = frozenset(
    {
        "stand",
        "version",
        "date",
        "datum",
        "status",
        "created",
        "erstellt",
        "author",
        "day",
        "approved",
        "valid",
    }
)
_FILLED = re.compile(
    r"^(?:(?:column|field|columns|fields)\s+)?(?P<of>[a-z]\w*_\w+)\s+(?:i"
    r"s|=|holds|contains|gets|has|:)?\s*(?:always\s+)?(?P<says>\S.*?)"
    r"(?:\s*,?\s*(?:in|for|on)\s+(?:every|all|each|any)\s+(?:the\s+)?(?:target\s+)?(?:tables?"
    r"|targets?|models?|rows?)\b.*)?$",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:every|all|each|any)\s+(?:the\s+)?(?:target\s+)?(?:tables?|targets?|models?|sheets?)\b",
    re.IGNORECASE,
)
_IN_EVERY = re.compile(rf"^(?:in|for|on)\s+{_EVERY.pattern}\s*[:,]?\s*", re.IGNORECASE)
_ENDINGS = re.compile(
    r"^(?:(?:all|the)\s+)?(?:fields?|columns?|names?)?\s*(?:called|named|ending\s+(?:in|with|on)"
    r"|whose\s+names?\s+ends?\s+(?:in|with)|like|with\s+the\s+ending)?\s*"
    r"(?P<of>(?:[.…*%]*_\w+[\"']?(?:\s*(?:,|and|or|/)\s*)?)+)\s*(?:columns?|fields?)?\s*(?"
    r":are|is|hold|holds|have|has|=|:)\s+(?P<says>.+)$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"_(\w+?)[\"']?(?=\W|$)")
_TYPES = (
    (
        re.compile(
            r"\b(?:time ?stamps?|date and time|the time$|with (?:the )?time|date ?times?|points? in time)\b",
            re.I,
        ),
        "TIMESTAMP",
    ),
    (re.compile(r"\b(?:dates?|days?|calendar days?)\b", re.I), "DATE"),
    (re.compile(r"\b(?:whole numbers?|integers?|counts?)\b", re.I), "BIGINT"),
    (re.compile(r"\b(?:true (?:or|/) false|booleans?|flags?)\b", re.I), "BOOLEAN"),
    (re.compile(r"\b(?:amounts? with )?(?:two|2) decimals\b", re.I), "DECIMAL(18,2)"),
)
_EXCEPT = re.compile(r",?\s*\b(?:except|unless|but not)\b.*$", re.IGNORECASE)
_BLANK = re.compile(
    r"\b(?:blank|empty)\b.*\b(?:counts?|treated|deemed|regarded|considere"
    r"d|taken|read|handled|becomes?|loaded|means?|is|are)\b"
    r".*\b(?:missing|null|no value|not filled)\b|\bnothing but (?:blanks|spaces)\b.*\b(?:missing|null|not filled)\b"
    r"|\b(?:texts?|strings?)\s+with\s+nothing\s+in\s+(?:it|them)\b.*\b(?:empty|missing|null)\b",
    re.IGNORECASE,
)
_NOT_BLANK = re.compile(
    r"\b(?:not|never|isn't|aren't|only (?:where|if|when)|unless|if blank|shall count|should count|said at the rule)\b"
    r"(?!\s+filled)",
    re.IGNORECASE,
)
_TRIM = re.compile(
    r"\b(?:trimmed|trim|without (?:leading|surrounding)|blanks? (?:at|around).*(?:removed|cut))\b",
    re.IGNORECASE,
)
_CENTS = re.compile(
    r"\b(?:source|database|db|system|shop|tables?|register)\b.*\b(?:money|amounts?|prices?)\b.*\b(?"
    r":in|as)\s+(?:whole\s+|integer\s+|full\s+)?"
    r"(?:cents|rappen|pence)\b(?!\s+(?:to|into))|"
    r"\b(?:all\s+)?(?:money|amounts?|prices?)\b.*\b(?:source|database|db|system)\b.*\b(?:in|as)\s+"
    r"(?:whole\s+)?(?:cents|rappen|pence)\b(?!\s+(?:to|into))",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|nothing|never|no)\b", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:moves?|moved|taken over|copies|copied|copy|loaded|1:1|direct|text (?:columns?|fields?))"
    r"\b|^(?:all\s+)?(?:texts?|strings?)\b",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"\b(?:empty|blank|no|missing|\"?1:1\"?)\b.*\b(?:rule|logic|transformation|cell|1:1)\b.*\b(?"
    r":means?|is|=|take|taken|move|moved|copy|copied|1:1|direct)\b",
    re.IGNORECASE,
)
_CODES = re.compile(
    r"\b(?:capitals?|case|upper|lower|small letters)\b.*\b(?:matter|ignored|regardless|irrelevant|insensitive)\b"
    r"|\b(?:capitals?|case|upper|lower|small letters)\b.*,?\s"
    r"(?:please\s+)?(?:ignore|forget(?:\s+about)?|disregard)\s+(?:that|this|it)$"
    r"|\b(?:regardless of|irrespective of|ignoring|ignore)\b.*\b(?:case|capitals?)\b|\bcase[\s-]insensitive",
    re.IGNORECASE,
)
_MOST_OF_LABEL = 3
_NAMES = re.compile(r"\b[A-Z][A-Z0-9_]{2,}\b")


def general_rules(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell], grids: Sequence[SheetGrid]
) -> tuple[tuple[GeneralRule, ...], tuple[UnusedCell, ...]]:
    """The rules for every table that unused cells state and that are understood, and the cells that stay unused.

    Args:
        targets: as read; what a rule concerns must be found in them.
        unused: cells that no field was read from.
        grids: the document's sheets.
    """
    by_sheet = {grid.name: grid for grid in grids}
    told = _Told(
        targets,
        (
            each.text
            for each in unused
            if len(each.text.split()) > _LABEL_WORDS
            and not _DAY_TEXT.match(each.text)
            and _DAY_IS.match(each.text) is None
        ),
    )
    found: list[GeneralRule] = []
    left: list[UnusedCell] = []
    for cell in unused:
        grid = by_sheet.get(cell.cell.sheet)
        if grid is None or cell.is_note:
            left.append(cell)
            continue
        before = grid.at(cell.cell.row, cell.cell.column - 1) if cell.cell.column > 1 else ""
        here, wholly = _of_cell(cell, before.strip(), told)
        found += here
        if not wholly:
            left.append(cell)
        elif (
            left
            and left[-1].cell == cell.cell._replace(column=cell.cell.column - 1)
            and _is_label(left[-1].text)
        ):
            left.pop()
    return tuple(dict.fromkeys(found)), tuple(left)


def _is_label(text: str) -> bool:
    """A number or a few words beside what they head."""
    return len(text.split()) <= _MOST_OF_LABEL


class _Told:
    """What the rules and tables of a document hold, for a look whether a general rule concerns anything."""

    def __init__(self, targets: Sequence[TargetMapping], others: Iterable[str] = ()) -> None:
        texts = list(others)
        texts += [t for x in targets for c in x.columns for t in (c.rule, c.join, c.note)]
        texts += [step.condition for x in targets for step in x.steps]
        self.texts = "\n".join(filter(None, texts)).casefold().replace("-", " ")
        self.rules = {c.rule.strip().casefold() for x in targets for c in x.columns}
        self.columns = {c.name.casefold() for x in targets for c in x.columns}
        self.tables = {t.casefold() for x in targets for c in x.columns for t in c.source_tables}

    def has_rule(self, term: str) -> bool:
        """Whether a rule consists of the word, or has it between its commas."""
        told = (part.strip() for rule in self.rules for part in re.split(r"[,;.]", rule))
        return term.casefold() in told

    def speaks_of(self, term: str) -> bool:
        """Whether a rule has the words."""
        return bool(re.search(rf"\b{re.escape(term.casefold().replace('-', ' '))}\b", self.texts))


def _of_cell(unused: UnusedCell, before: str, told: _Told) -> tuple[list[GeneralRule], bool]:
    """The rules a cell states, and whether it says nothing else; what follows on a day only explains it."""
    days = _labelled_day(unused, before, told)
    if days:
        return days, True
    found: list[GeneralRule] = []
    tables, understood, sentences_read = "", 0, 0
    term: tuple[str, str] | None = None
    for sentence in sentences(unused.text, _SENTENCE):
        bare = re.sub(r"^\s*(?:\(?\d{1,2}[.)]|[-*•])\s*", "", sentence).strip(" .;")
        if not bare:
            continue
        tables = _tables(bare, told) or tables
        if term is not None and (joins := partner_join(term[1], bare)):
            found.append(GeneralRule(GeneralKind.PARTNERS, term[0], joins, unused.text, unused.cell))
            sentences_read, understood = sentences_read + 1, understood + 1
            continue
        if (zone := zone_of(bare)) is not None and told.speaks_of(f"{zone[0]} time"):
            found.append(GeneralRule(GeneralKind.ZONE, *zone, unused.text, unused.cell))
            sentences_read, understood = sentences_read + 1, understood + 1
            continue
        made = list(_of_every_rule(bare, told)) or list(_of_sentence(bare, tables, told))
        if not made and (term := defined(bare)) is not None and told.has_rule(term[0]):
            made = [(GeneralKind.TERM, *term)]
        found += [GeneralRule(*each, unused.text, unused.cell) for each in made]
        sentences_read, understood = sentences_read + 1, understood + bool(made)
    if not found and (beside := labelled(before, unused.text)) is not None and told.has_rule(beside[0]):
        return [GeneralRule(GeneralKind.TERM, *beside, unused.text, unused.cell)], True
    tells_days = any(each.kind is GeneralKind.DAY for each in found)
    return found, bool(found) and (tells_days or understood == sentences_read)


def _labelled_day(unused: UnusedCell, before: str, told: _Told) -> list[GeneralRule]:
    """The day, or the span of days, that a label and further names in the same cell stand for; those that rules use."""
    text = f"{before}: {unused.text}"
    period = _PERIOD.match(before)
    span = _SPAN.match(unused.text) if period is not None else None
    if period is not None and span is not None and told.speaks_of(period["of"]):
        first, last = day_in(span["first"]), day_in(span["last"])
        if first and last:
            return [GeneralRule(GeneralKind.DAY, period["of"], f"{first} to {last}", text, unused.cell)]
    day = day_in(unused.text)
    if not day:
        return []
    label = _LABEL.match(before)
    bare = before.strip(" :=\"'“”").casefold()
    names = [label["of"]] if label is not None and not _NO_TERM.match(before) else []
    if not names and len(bare.split()) <= _LABEL_WORDS and bare not in _NO_LABEL and not _NO_TERM.match(bare):
        names = [bare] if bare and not bare.isdigit() else []
    behind = _DAY_TEXT.match(unused.text)
    rest = unused.text[behind.end() :] if behind is not None else ""
    for alias in _ALIAS.finditer(rest):
        names.append(alias["quoted"] or alias["said"] or alias["short"])
    return [
        GeneralRule(GeneralKind.DAY, name, day, text, unused.cell)
        for name in dict.fromkeys(names)
        if told.speaks_of(name)
    ]


def _of_sentence(text: str, tables: str, told: _Told) -> Iterator[tuple[GeneralKind, str, str]]:
    """Kind, whom it concerns and what it says of them; nothing for a sentence of no known shape."""
    if (day := _DAY_IS.match(text)) is not None and not _NO_TERM.match(day["of"]):
        given = day_in(day["day"])
        for name in (day["of"], day["alias"]):
            if given and name and told.speaks_of(name):
                yield GeneralKind.DAY, name, given
        return
    if (ending := _ENDINGS.match(_EXCEPT.sub("", text))) is not None:
        yield from _typed(ending["of"], ending["says"])
        return
    if _EVERY.search(text):
        yield from _filled(text, told)
        return
    if (
        _CODES.search(text)
        and re.search(r"\bcodes?\b|\blists?\b", text, re.I)
        and "rule" not in text.casefold()
    ):
        yield GeneralKind.CODES, "", ""
    elif (codes := general_exceptions(text)) is not None:
        yield from ((GeneralKind.UNLISTED, of, says) for of, says in codes.said())
    elif _BLANK.search(text) and not _NOT_BLANK.search(text):
        yield GeneralKind.BLANK, tables, ""
    elif _TRIM.search(text) and _MOVES.search(text) and not _NOT.search(text):
        yield GeneralKind.TRIM, tables, ""
    elif _CENTS.search(text) and not _NOT.search(text):
        yield GeneralKind.CENTS, "", ""
    elif _DIRECT.search(text):
        yield GeneralKind.DIRECT, "", ""


def _of_every_rule(text: str, told: _Told) -> Iterator[tuple[GeneralKind, str, str]]:
    """What holds in every rule: the moment that is now, whole units, rows without a partner, a word for no value."""
    if (moment := moment_said(text)) is not None:
        yield from ((GeneralKind.DAY, name, moment[1]) for name in moment[0] if told.speaks_of(name))
    elif unit := whole_unit(text):
        yield GeneralKind.WHOLE, unit, ""
    elif keeps_rows(text):
        yield GeneralKind.KEPT, "", ""
    elif nothing := word_for_nothing(text):
        yield GeneralKind.NOTHING, nothing, ""


def _typed(names: str, says: str) -> Iterator[tuple[GeneralKind, str, str]]:
    """The type of each ending; several clauses in one sentence were parted before."""
    clauses = re.split(r",\s*(?=[.…*]*_)", f"{names} are {says}")
    for clause in clauses:
        match = _ENDINGS.match(clause.strip())
        if match is None:
            continue
        said = re.sub(r"\b(?:without|no)\s+(?:a\s+|the\s+)?time\b", "", match["says"], flags=re.I)
        type_name = next((name for shape, name in _TYPES if shape.search(said)), "")
        if type_name:
            for ending in _ENDING.findall(match["of"]):
                yield GeneralKind.TYPE, f"_{ending}", type_name


def _filled(text: str, told: _Told) -> Iterator[tuple[GeneralKind, str, str]]:
    """What columns hold in every table: `src_sys is 'KBS' in every table, load_ts the time of the run`."""
    text = _IN_EVERY.sub("", text)
    for part in re.split(r",\s*(?:and\s+)?(?=\w+_\w+\s)|\s+and\s+(?=\w+_\w+\s+(?:is|=|the)\b)", text):
        match = _FILLED.match(part.strip())
        if match is not None and match["of"].casefold() in told.columns:
            says = re.sub(
                r"^(?:the\s+)?(?:constant|fixed value|literal|value)\s+",
                "",
                match["says"].strip(),
                flags=re.I,
            )
            yield GeneralKind.FILLED, match["of"], says


def _tables(text: str, told: _Told) -> str:
    """The source tables a sentence names, or the prefix of their names: `in an LND_ column`; with commas between."""
    names = [name for name in _NAMES.findall(text)]
    known = [n for n in names if n.casefold() in told.tables]
    prefixes = [n for n in names if n.endswith("_") and any(t.startswith(n.casefold()) for t in told.tables)]
    return ", ".join(dict.fromkeys([*known, *prefixes]))
