"""The lines of a box above a grid as steps: what is read, joined, left out, and what there is one row of.

A line that names its tables and how they go together is a step of its own kind; another one is kept as a note in
words that are read where the query is planned. None is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Step, StepKind
from signoff.core.parse.boxes import Box, BoxLine, BoxPart, says_nothing
from signoff.core.parse.lexicon import step_names
from signoff.core.parse.names import clean_name, is_name
from signoff.core.parse.step_texts import filter_parts
from signoff.core.parse.words import phrase

_TABLE = r"(?P<table>[A-Za-z_\"`\[][\w$\"`\]\[]*(?:\.[\w$\"`\]\[]+){0,2})"
_NO_ALIAS = r"(?!(?:on|by|via|using|over|and|or|left|inner|full|right|only|with|per)\b)"
_ALIAS = rf"(?:\s+(?:as\s+|als\s+)?(?P<alias>{_NO_ALIAS}[A-Za-z]\w{{0,2}}))?"
_CALLED = (
    r"(?:\s+\((?:called|named|alias|short|below|as)\s+(?P<called>[A-Za-z]\w{0,2})(?:\s+(?:below|here))?\))?"
)
"""By which letters the columns below name a table."""
_ONE = re.compile(rf"^(?:(?:the\s+)?table\s+|tabelle\s+)?{_TABLE}{_ALIAS}{_CALLED}$", re.IGNORECASE)
_LIMITED = re.compile(
    rf"^{_TABLE}{_ALIAS}\s*(?:,|\(|:|;|\s[-–—]|(?=\s(?:where|without|except)\b))\s*"
    r"(?P<rows>(?:only|just|where|without|except|excluding|no|not|nur|ohne)\b.+?)\)?$",
    re.IGNORECASE | re.DOTALL,
)
_WITH_JOIN = re.compile(
    rf"^{_TABLE}{_ALIAS}{_CALLED}\s*,?\s+(?P<join>(?:(?:left|inner)[\s-]+)?(?:outer[\s-]+)?join(?:ed)?\s+(?:(?:to|with)\s+)?"
    r"(?:(?![;.](?:\s|$)|,\s*(?:only|just|where|without|except|excluding|no|not)\b).)+)"
    r"(?:(?:\s*[;,]|\.\s)\s*(?P<rows>\S.*))?$",
    re.IGNORECASE | re.DOTALL,
)
"""The driving table, the one it is joined to, and behind them which rows there are."""
_BETWEEN = re.compile(
    r"\s*(?:[,;+&\n]|\bunion(?:\s+all)?\b|\band\b|\bund\b|\bplus\b|\ben\b|\bet\b)\s*", re.IGNORECASE
)
_STACKED = re.compile(
    r"\bunion(?:s|ed)?\b|\bstack(?:ed|s)?\b|\bappend(?:ed|s)?\b|\bconcatenated\b"
    r"|\b(?:one|each)\s+(?:below|under|beneath|after|behind|on\s+top\s+of)\s+(?:the\s+other|another|each\s+other)\b"
    r"|\b(?:below|under|beneath|after|on\s+top\s+of)\s+(?:one\s+another|each\s+other)\b|\bas\s+one\s+(?:list|table)\b"
    r"|\bunter\s?einander\b|\bhintereinander\b|\bonder\s+elkaar\b|\bl'un\s+(?:sous|après)\s+l'autre\b",
    re.IGNORECASE,
)
_DISTINCT = re.compile(
    r"\bunion\b(?!\s*(?:all|\())|\bunion\s+distinct\b|\bwithout\s+(?:doubles|duplicates|repeats)\b|\bohne\s+(?:doppelte|dubletten)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\bunion\s+all\b|\b(?:duplicates|doubles)\s+(?:stay|are\s+kept|kept)\b", re.IGNORECASE)
_HOW_STACKED = re.compile(
    r"[\s,;(–—-]*(?:(?:they|all|both|are|is|as|a|an|put|placed|then|written|with|by|into|one|the|list|table|simple|plain|werden|als|rows|of)\s+|\()*"
    r"(?:union(?:ed)?(?:\s+(?:all|distinct))?|stack(?:ed|s)?|append(?:ed|s)?|concatenated|one\s+(?:list|table)|"
    r"(?:one\s+|each\s+)?(?:below|under|beneath|after|behind|on\s+top\s+of)\s+(?:the\s+other|one\s+another|another|each\s+other)"
    r"|unter\s?einander|hintereinander|onder\s+elkaar)(?:\s*,?\s*(?:with(?:out)?|ohne)\s+(?:any\s+)?(?:duplicates|doubles|repeats|doppelte|dubletten))?[\s,;.)]*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:all\s+|alle\s+)?(?:rows|records|zeilen|lines)\s+(?:of|from|in|aus|von)\s+|from\s+|aus\s+)+",
    re.IGNORECASE,
)
_KIND = (
    r"(?P<{0}>(?:(?:left|inner|full|right|cross)(?:[\s-]outer)?(?:[\s-]+join(?:ed)?)?|outer(?:[\s-]+join(?:ed)?)?"
    r"|left[\s-]?join|inner[\s-]?join|optional|mandatory|required|must\s+(?:exist|match)|lookup|join(?:ed)?))"
)
_WORD = r"(?:on|by|via|using|over|through|with|where|matched\s+(?:on|by)|linked\s+(?:on|by)|along|über|ueber|auf|mit)"
_JOINED = re.compile(
    rf"^(?:(?:and|then|plus|und)\s+)?(?:{_KIND.format('before')}\s*:?\s+(?:with\s+|to\s+|mit\s+)?)?(?:the\s+)?(?:table\s+)?{_TABLE}{_ALIAS}"
    rf"(?:\s*\((?:see\s+)?(?:sheet|tab|page|section|table|no\.?)\s+[\w. -]{{1,30}}\))?"
    rf"\s*(?:[,;:(–—-]\s*)?(?:(?:is|are)\s+)?(?:{_KIND.format('between')}\s*[),;:–—-]*\s*)?"
    rf"(?:{_WORD}\b\s*:?\s*|(?<=[(:,;–—-])\s*(?=[\w.\"]+\s*(?:=|->|$))|(?<=\s)(?=[\w.\"]+\s*=))(?P<on>\S.*?)"
    rf"\s*(?:[,;(–—-]+\s*{_KIND.format('after')}\)?)?(?P<open>\))?$",
    re.IGNORECASE | re.DOTALL,
)
_SIDE = r"[\w.\"`\[\]]+"
_SIDES = rf"\(?{_SIDE}(?:\s*(?:=|<=|>=|<|>|->|=>|→)\s*{_SIDE})?\)?"
_KEYS = re.compile(
    rf"^(?:both\s+|same\s+)?{_SIDES}(?:\s*(?:,|\+|&|;|\band\b|\bund\b)+\s*{_SIDES})*$", re.IGNORECASE
)
"""Names of columns and comparisons of them, and nothing else."""
_MADE_READY = re.compile(
    r"\b(?:summ?ed|sum|add(?:ed)?\s+up|group(?:ed)?|aggregated?|rolled\s+up|totall?ed|latest|newest|last|earliest|one\s+row|distinct)\b",
    re.IGNORECASE,
)
"""Speaks of what is done with a table before it is joined."""
_SENTENCE = re.compile(r"(?<=[\w)'\"])[.;]\s+(?=[A-Z(\d]|[a-z]+\s)")
_NEXT_ITEM = re.compile(
    r"\s*\n\s*(?:[-*•▪]\s*|\d{1,2}[.)]\s*)?|\s*;\s*(?=(?:then\s+|and\s+)?(?:left|inner|full|right|outer|join)\b)"
    r"|\s*;\s*(?=[\w.\"`]+(?:\s+\w{1,3})?\s*(?:[,(:–—-]|\b(?:left|inner|on|by|via|over|using)\b))",
    re.IGNORECASE,
)
_NAMED_JOIN = re.compile(r"^\s*(?:join|lookup)\s+\w.*$", re.IGNORECASE)
"""A label that says which join of several it is, or what its table is called."""
_OPTIONAL = frozenset({"optional", "lookup", "outer"})
_NEEDED = frozenset({"mandatory", "required", "must exist", "must match", "join", "joined"})
_ONE_ROW = re.compile(
    r"^(?:exactly\s+)?(?:one|1|a\s+single|eine?)\s+(?:row|line|record|entry|zeile|satz)\s+(?:is\s+)?(?:per|for\s+(?:each|every)|je|pro)?\s*",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:unless|if|except|provided|only|without|excluding|but|when|where|while|as\s+long\s+as|on\s+\w+\s+days?|on\s+weekends|during|wenn|ohne|nur|au(?:ß|ss)er)\b",
    re.IGNORECASE,
)
"""Begins to say of a grain which rows there are; that is a filter, and asked about where it is not understood."""
_HELD = re.compile(
    r"\b(?:in|for|on|with|of)\s+which\b.*\b(?:has|have|is|are)\s+(?:at\s+least\s+(?:one|1)|any|an?)\b",
    re.IGNORECASE,
)
"""Says only that a group has rows, as each has."""
_GRAIN_WORD = re.compile(r"^(?:per|each|every|je|pro|a|an|one)\s+(?=\w)", re.IGNORECASE)


_RELATIVE = re.compile(
    r"\s(?:that|which|who|whose|where|when|if|with|without|from|of|in)\s.*?(?=,\s|$)", re.IGNORECASE
)
_OWN_VERB = re.compile(
    r"^\W*only\b|\b(?:drop|leave|exclude|skip|ignore|remove|keep|take|load|counts?|stays?|remains?|gets?|goes|belongs?|is|are|was|were|do|does|must|may)\b",
    re.IGNORECASE,
)


def steps_of_box(target: str, box: Box, cell: Callable[[int, int], Cell]) -> list[Step]:
    """The steps that the lines of a box stand for, in the order of a query.

    Args:
        target: name of the target.
        box: the lines above its grid.
        cell: gives the cell of a row and column.
    """
    found: list[Step] = []
    readers = {
        BoxPart.READS: _reads,
        BoxPart.JOINED: _joined,
        BoxPart.ROWS: _rows,
        BoxPart.LEFT_OUT: _left_out,
        BoxPart.GRAIN: _grain,
    }
    for part, read in readers.items():
        for line in box.told(part):
            if part is BoxPart.READS or not says_nothing(line.value):
                note = Step(target, 0, StepKind.NOTE, cell=cell(line.row, line.column))
                named = _NAMED_JOIN.match(line.label) if part is BoxPart.JOINED else None
                found += (
                    read(line.value, note)
                    if named is None
                    else [replace(note, condition=f"{named[0].strip(' :')}: {line.value}")]
                )
    return [replace(step, order=number) for number, step in enumerate(found, 1)]


def table_read(box: Box) -> str:
    """The only table that a box says is read; empty where it tells several or something else."""
    lines = box.told(BoxPart.READS)
    found = _ONE.match(lines[0].value.strip()) if len(lines) == 1 else None
    return clean_name(found["table"]) if found is not None else ""


def _reads(text: str, note: Step) -> Iterator[Step]:
    """The driving table; several one below the other as parts; what else is said as a note."""
    plain = _LEAD.sub("", text.strip().rstrip("."))
    limited = _LIMITED.match(plain)
    if (one := _ONE.match(plain)) is not None:
        yield _driving(note, one)
        return
    if limited is not None and is_name(limited["table"]):
        yield _driving(note, limited)
        yield replace(note, kind=StepKind.FILTER, condition=limited["rows"].strip())
        return
    joined = _WITH_JOIN.match(plain)
    join = _join(joined["join"], note) if joined is not None else None
    if joined is not None and join is not None and is_name(joined["table"]):
        yield _driving(note, joined)
        yield join
        if joined["rows"]:
            yield replace(note, kind=StepKind.FILTER, condition=joined["rows"].strip(" ."))
        return
    tables = _stacked(plain)
    if not tables:
        yield replace(
            note, condition=f"{'from' if ' ' in plain and _first_is_prose(plain) else 'sources:'} {plain}"
        )
        return
    kind = StepKind.UNION if _DISTINCT.search(plain) and not _ALL.search(plain) else StepKind.UNION_ALL
    for number, named in enumerate(tables):
        table = clean_name(named["table"])
        if number:
            yield replace(note, kind=kind, section=table)
        yield replace(_driving(note, named), section=table)


def tells_reads(box: Box) -> bool:
    """Whether a box names the table that is read, or several that stand one below the other."""
    note = Step("", 0, StepKind.NOTE)
    told = [step for line in box.told(BoxPart.READS) for step in _reads(line.value, note)]
    return bool(told) and all(step.kind is not StepKind.NOTE for step in told)


def _first_is_prose(text: str) -> bool:
    """Whether a text says more than names of tables."""
    return not all(_ONE.match(item) for item in _BETWEEN.split(text) if item)


def _driving(note: Step, named: re.Match[str]) -> Step:
    alias = named["alias"] or named.groupdict().get("called") or ""
    return replace(note, kind=StepKind.DRIVING, table=clean_name(named["table"]), alias=alias)


def _stacked(text: str) -> list[re.Match[str]]:
    """The tables of a text that says no more than that they stand one below the other; empty for any other."""
    if not _STACKED.search(text):
        return []
    bare = text
    if not re.fullmatch(r"\s*\S+(?:\s+union(?:\s+all)?\s+\S+)+\s*", text, re.IGNORECASE):
        bare = re.sub(r"^(?:the\s+)?union(?:\s+all)?\s+(?:of\s+)?:?", "", text, flags=re.IGNORECASE)
        bare = re.sub(r"^(?:both|all)\s+(?:of\s+)?", "", bare, flags=re.IGNORECASE)
        bare = _HOW_STACKED.sub("\n", bare) if _HOW_STACKED.search(bare) else bare
    items = [item.strip(" .:()") for item in _BETWEEN.split(bare)]
    found = [_ONE.match(_LEAD.sub("", item)) for item in items if item]
    named = [each for each in found if each is not None]
    different = {each["table"].casefold() for each in named}
    return named if len(named) == len(found) > 1 and len(different) == len(named) else []


def _joined(text: str, note: Step) -> Iterator[Step]:
    """A join for each table; the text as a note where one of them is told otherwise."""
    items = [item.strip(" -*•") for item in _NEXT_ITEM.split(text) if item.strip()]
    steps = [_join(item, note) for item in items]
    if all(step is not None for step in steps):
        yield from (step for step in steps if step is not None)
    else:
        yield replace(note, condition=f"Joins: {text}")


def _join(text: str, note: Step) -> Step | None:
    head, *sentences = _SENTENCE.split(text.strip().rstrip("."), maxsplit=1)
    match = _JOINED.match(head)
    if match is None or not is_name(match["table"]):
        return None
    said = [phrase(match[name]) for name in ("before", "between", "after") if match[name]]
    kinds = {_kind_of(word) for word in said}
    kind = next(iter(kinds)) if len(kinds) == 1 else StepKind.INNER_JOIN
    if len(kinds) > 1 or None in kinds or kind is None:
        return None
    on = match["on"].strip(" ,;")
    on = f"{on})" if match["open"] and on.count("(") > on.count(")") else on
    if not _KEYS.match(on):
        return None
    if sentences and not _MADE_READY.search(sentences[0]):
        return None
    if sentences:
        on = f"{on}; {sentences[0].strip()}"
    made = replace(
        note, kind=kind, table=clean_name(match["table"]), alias=match["alias"] or "", condition=on
    )
    return replace(made, kind_assumed=not said)


def _kind_of(said: str) -> StepKind | None:
    if said in _OPTIONAL:
        return StepKind.LEFT_JOIN
    return StepKind.INNER_JOIN if said in _NEEDED else step_names().get(said)


def _rows(text: str, note: Step) -> Iterator[Step]:
    yield from (replace(note, kind=kind, condition=said) for kind, said in filter_parts(text))


def _left_out(text: str, note: Step) -> Iterator[Step]:
    sentences = [each.strip() for each in _SENTENCE.split(text.strip()) if each.strip()]
    if not any(map(_says_itself, sentences)):
        yield replace(note, kind=StepKind.FILTER, condition=f"leave out {text}")
    elif all(map(_says_itself, sentences)):
        yield replace(note, condition=text)
    else:
        for each in sentences:
            if _says_itself(each):
                yield replace(note, condition=each)
            else:
                yield replace(note, kind=StepKind.FILTER, condition=f"leave out {each}")


def _says_itself(sentence: str) -> bool:
    """Whether a sentence under such a label says by its own verb which rows go or stay: ``drop accounts where …``."""
    return _OWN_VERB.search(_RELATIVE.sub(" ", sentence)) is not None


def _grain(text: str, note: Step) -> Iterator[Step]:
    bare = _GRAIN_WORD.sub("", _ONE_ROW.sub("", text.strip()))
    limit = None if _HELD.search(bare) else _LIMIT.search(bare)
    yield replace(note, condition=f"One row per {bare}")
    if limit is not None:
        yield replace(note, kind=StepKind.FILTER, condition=bare[limit.start() :])


def lines_used(box: Box) -> list[tuple[int, int]]:
    """The cells that steps were made of."""
    return [place for line in box.lines if _tells(line) for place in line.cells]


def _tells(line: BoxLine) -> bool:
    return line.part is not None and line.part is not BoxPart.TARGET
