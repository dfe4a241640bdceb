"""A dbt file as on its first load: what only a later run adds is left out, all else stays as it is written."""

from __future__ import annotations

import re

from signoff.core.merge.jinjatags import Tag, TagKind, tags_of

_CALL = re.compile(r"\bis_incremental\s*\(\s*\)")
_LATER = re.compile(r"if\s+is_incremental\s*\(\s*\)")
_FIRST = re.compile(r"if\s+not\s+is_incremental\s*\(\s*\)")
_CONFIG = re.compile(r"(?:do\s+)?config\s*\(")
_THIS = re.compile(r"(?<![\w.'\"])this\b")
_MARK = re.compile(
    r"(?P<column>[\w\"`.\[\]]+)\s*>=?\s*[^;]*?\bmax\s*\(\s*(?:distinct\s+)?(?P<kept>[\w\"`.\[\]]+)\s*\)",
    re.IGNORECASE | re.DOTALL,
)
_MOST = re.compile(r"\bmax\s*\(\s*(?P<kept>[\w\"`.\[\]]+)\s*\)", re.IGNORECASE)


def first_load_text(text: str) -> str:
    """The file without its settings and without what stands only in later runs.

    Raises:
        SignoffError: a tag is never closed.
    """
    tags = tags_of(text)
    cuts: list[tuple[int, int]] = []
    for number, tag in enumerate(tags):
        if tag.kind != TagKind.COMMENT and _CONFIG.match(tag.body):
            cuts.append((tag.start, tag.end))
        elif tag.kind == TagKind.BLOCK and tag.word == "if":
            cuts += _not_first(tags, number)
    cuts = [_whole_lines(text, *cut) for cut in cuts]
    calls = [
        (found.start(), found.end())
        for tag in tags
        if tag.kind != TagKind.COMMENT
        for found in _CALL.finditer(text, tag.start, tag.end)
    ]
    return _without(text, cuts, calls)


def later_parts(text: str) -> tuple[str, ...]:
    """What stands in the file only in runs after the first.

    Raises:
        SignoffError: a tag is never closed.
    """
    tags = tags_of(text)
    found = []
    for number, tag in enumerate(tags):
        if tag.kind != TagKind.BLOCK or tag.word != "if" or not _CALL.search(tag.body):
            continue
        branches = _branches(tags, number)
        if branches:
            first = 1 if _FIRST.fullmatch(tag.body) else 0
            if first + 1 < len(branches):
                found.append(text[tags[branches[first]].end : tags[branches[first + 1]].start])
    return tuple(found)


def marks_of(text: str) -> tuple[str, ...]:
    """Columns by which a later run tells rows that are new: of the source, then of the table; none when not said.

    Raises:
        SignoffError: a tag is never closed.
    """
    found: dict[str, None] = {}
    for part in later_parts(text):
        for match in _MARK.finditer(part):
            found |= dict.fromkeys((_bare(match["column"]), _bare(match["kept"])))
    for match in _MOST.finditer(text) if not found and later_parts(text) else ():
        found[_bare(match["kept"])] = None
    return tuple(name for name in found if name)


def names_this(text: str) -> bool:
    """Whether a tag of the file names its own table.

    Raises:
        SignoffError: a tag is never closed.
    """
    return any(_THIS.search(tag.body) for tag in tags_of(text) if tag.kind != TagKind.COMMENT)


def _not_first(tags: list[Tag], opening: int) -> list[tuple[int, int]]:
    """Stretches to leave out of an ``if`` over the kind of run alone."""
    branches = _branches(tags, opening)
    later, first = _LATER.fullmatch(tags[opening].body), _FIRST.fullmatch(tags[opening].body)
    if not (later or first) or len(branches) not in (2, 3) or tags[branches[1]].word == "elif":
        return []
    *_, closing = branches
    inner = branches[1]
    if later:
        cut = [(tags[opening].start, tags[inner].end)]
        return cut if inner == closing else [*cut, (tags[closing].start, tags[closing].end)]
    return [(tags[opening].start, tags[opening].end), (tags[inner].start, tags[closing].end)]


def _branches(tags: list[Tag], opening: int) -> list[int]:
    """Numbers of the tags of one ``if``, its ``elif``, ``else`` and ``endif`` among them; none when never closed."""
    found, depth = [opening], 0
    for number in range(opening + 1, len(tags)):
        tag = tags[number]
        if tag.kind != TagKind.BLOCK:
            continue
        if tag.word == "if":
            depth += 1
        elif tag.word == "endif" and depth:
            depth -= 1
        elif tag.word == "endif":
            return [*found, number]
        elif depth == 0 and tag.word in ("else", "elif"):
            found.append(number)
    return []


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with its line, where nothing else stands on it."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last + 1
    alone = not text[first:start].strip() and not text[end:last].strip()
    return (first, last) if alone else (start, end)


def _without(text: str, cuts: list[tuple[int, int]], calls: list[tuple[int, int]]) -> str:
    changes = [(*cut, "") for cut in cuts] + [(*call, "false") for call in calls]
    pieces, place = [], 0
    for start, end, after in sorted(changes):
        if start < place:
            place = max(place, end) if not after else place
            continue
        pieces += [text[place:start], after]
        place = end
    return "".join(pieces) + text[place:]


def _bare(name: str) -> str:
    return name.split(".")[-1].strip('"`[]')
