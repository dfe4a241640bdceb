"""Markdown as a grid: a table's line is a row of cells, any other line one cell; row numbers are the file's lines.

Read line by line and with patience for what people write: tables broken by empty lines, without outer bars, or
written as HTML; front matter and code fences are kept as text and never taken for tables or headings.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, SheetGrid, Table, trimmed
from signoff.core.engines.documents.plaintext import decoded

_RULE_LINE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"^\s*(\*\*|__)(?P<text>[^*_:|]+):?\1\s*$")
_BULLET = re.compile(r"^(?:[-*+]|\d+\.|>)\s+")
_NOTHING = re.compile(r"^\s*\\?\s*$")
_BREAK = re.compile(r"\s*<\s*/?\s*br\s*/?\s*>\s*", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|code|sub|sup|span|font|p|small|mark|kbd|del|s)\b[^<>]*>", re.IGNORECASE
)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:https?:|mailto:|[./#])[^)\s]*\)")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_]*?)(?<=[^\s*_])\1(?![\w*])")
_STRUCK = re.compile(r"~~(?=\S).+?(?<=\S)~~", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_CODE_LINES = 40
"""Lines that code between single backticks may go over."""
_MARKS = frozenset("<>*_~`\\[]!&")
_BOLD_LEVEL = 7
"""Level of a line that is bold as a whole: below every heading."""


def read_markdown(path: Path) -> tuple[SheetGrid, ...]:
    """One grid named after the file, that knows where its tables and headings are."""
    lines = decoded(path).splitlines()
    reader = _Reader(lines[:MAX_ROWS])
    reader.read()
    cut = len(lines) > MAX_ROWS
    return (
        SheetGrid(
            path.stem,
            trimmed(reader.rows),
            cut=cut,
            tables=tuple(reader.tables),
            headings=tuple(reader.headings),
        ),
    )


@dataclass
class _Reader:
    """One pass over the lines; every line gives one row."""

    lines: list[str]
    rows: list[list[str]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> None:
        """Read to the end."""
        self._front_matter()
        while (place := len(self.rows)) < len(self.lines):
            line = self.lines[place]
            if fence := _FENCE.match(line):
                self._fenced(fence.group(1))
            elif self._begins_table(place):
                self._table(place)
            elif "<table" in line.lower() or line.strip().lower().startswith(("<tr", "<th")):
                self._html_table(place)
            else:
                self._line(line)

    def _front_matter(self) -> None:
        if not self.lines or self.lines[0].strip() != "---":
            return
        end = next((n for n, line in enumerate(self.lines[1:60], 1) if line.strip() in ("---", "...")), 0)
        self.rows += [[line.strip("- ")[:MAX_TEXT]] for line in self.lines[: end + 1] if end]

    def _fenced(self, mark: str) -> None:
        self.rows.append([self.lines[len(self.rows)].strip()])
        while (place := len(self.rows)) < len(self.lines):
            line = self.lines[place].strip()
            self.rows.append([line[:MAX_TEXT]])
            if line.startswith(mark) and not line.strip(mark[0]):
                return

    def _line(self, line: str) -> None:
        row = len(self.rows) + 1
        if line.strip().startswith("|"):
            self.rows.append(cells_of(line))
            return
        heading, bold = _HEADING.match(line), _BOLD_LINE.match(line)
        if heading:
            self.headings.append((row, len(heading.group(1))))
        elif bold:
            self.headings.append((row, _BOLD_LEVEL))
        text = heading.group(2) if heading else _BULLET.sub("", line.strip())
        further = self._to_end_of_code(row) if not heading and text.count("`") % 2 else []
        whole = " ".join((text, *(each.strip() for each in further)))
        self.rows.append([plain_text(whole).strip()[:MAX_TEXT]])
        self.rows += [[] for _each in further]

    def _to_end_of_code(self, place: int) -> list[str]:
        """The lines that belong to the one above, whose code ends on the last of them; none where it never does."""
        for end in range(place, min(place + _CODE_LINES, len(self.lines))):
            line = self.lines[end]
            if not line.strip() or _HEADING.match(line) or _FENCE.match(line) or self._begins_table(end):
                break
            if line.count("`") % 2:
                return self.lines[place : end + 1]
        return []

    def _begins_table(self, place: int) -> bool:
        if place + 1 >= len(self.lines) or not _UNESCAPED_BAR.search(self.lines[place]):
            return False
        under = self.lines[place + 1]
        if not (_RULE_LINE.match(under) and "-" in under and "|" in under):
            return False
        return len(cells_of(self.lines[place])) <= len(cells_of(under)) + 1

    def _table(self, place: int) -> None:
        """A header line, its rule line, and rows until a line that is none; empty lines between rows do not end it."""
        self.rows += [cells_of(self.lines[place]), []]
        while (here := len(self.rows)) < len(self.lines):
            line = self.lines[here]
            if self._is_row(here):
                self.rows.append(cells_of(line))
            elif _NOTHING.match(line) and self._goes_on(here):
                self.rows.append([])
            else:
                break
        self.tables.append(Table(place + 1, len(self.rows)))

    def _is_row(self, place: int) -> bool:
        line = self.lines[place]
        return (
            bool(_UNESCAPED_BAR.search(line)) and not self._begins_table(place) and not _HEADING.match(line)
        )

    def _goes_on(self, place: int) -> bool:
        after = place
        while after < len(self.lines) and _NOTHING.match(self.lines[after]):
            after += 1
        if after - place > 1 or after == len(self.lines):
            return False
        return self.lines[after].lstrip().startswith("|") and self._is_row(after)

    def _html_table(self, place: int) -> None:
        end = next(
            (n for n in range(place, len(self.lines)) if "</table" in self.lines[n].lower()),
            len(self.lines) - 1,
        )
        parser = _HtmlTable()
        parser.feed("\n".join(self.lines[place : end + 1]))
        parser.close()
        found = [(line, cells) for line, cells in parser.rows if any(cells)]
        self.rows += [[] for _ in range(place, end + 1)]
        for line, cells in found:
            self.rows[place + line - 1] = [cell[:MAX_TEXT] for cell in cells[:MAX_COLUMNS]]
        if found:
            self.tables.append(Table(place + found[0][0], end + 1))


class _HtmlTable(HTMLParser):
    """Rows of cells with the line each begins on; a missing `<tr>` before the first cell does no harm."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[int, list[str]]] = []
        self._open = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell, or break a line in one."""
        if tag == "tr":
            self.rows.append((self.getpos()[0], []))
        elif tag in ("td", "th"):
            if not self.rows:
                self.rows.append((self.getpos()[0], []))
            self.rows[-1][1].append("")
            self._open = True
        elif tag in ("br", "p"):
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        if tag in ("td", "th", "tr"):
            self._open = False

    def handle_data(self, data: str) -> None:
        """Text of the open cell."""
        self._add(data)

    def close(self) -> None:
        """Tidy what was gathered."""
        super().close()
        self.rows = [(line, [_tidy(cell) for cell in cells]) for line, cells in self.rows]

    def _add(self, text: str) -> None:
        if self._open:
            self.rows[-1][1][-1] += text


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def cells_of(line: str) -> list[str]:
    """The cells of a table's line."""
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [plain_text(part.strip())[:MAX_TEXT] for part in _UNESCAPED_BAR.split(inner)[:MAX_COLUMNS]]


def plain_text(text: str) -> str:
    """Text without the marks of bold, italics, code, links, line breaks and struck words; stars between words stay."""
    if not _MARKS.intersection(text):
        return text.strip()
    text = _BREAK.sub("\n", text)
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found.group(2).strip())
        return f"\x00{len(held) - 1}\x00"

    text = _CODE.sub(hold, _STRUCK.sub("", text))
    text = _LINK.sub(r"\1", _IMAGE.sub("", _TAG.sub("", text)))
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    text = html.unescape(_ESCAPE.sub(r"\1", text))
    return re.sub(r"\x00(\d+)\x00", lambda found: held[int(found.group(1))], text).strip()
