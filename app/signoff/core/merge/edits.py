"""An edited file, and how a file writes things: line ends, indentation, commas, case of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.domain.edits import EditScript
from signoff.core.domain.findings import Finding
from signoff.core.engines.jinja.rendering import Block
from signoff.core.engines.sqltext import SqlTextError
from signoff.core.merge.dialects import in_dialect, name_in
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.shape import Span


@dataclass(frozen=True)
class EditedText:
    """A file with only the mandated edits made."""

    text: str
    rendered_sql: str
    """The new text as plain SQL, Jinja rendered."""
    script: EditScript
    """What was changed, edit by edit."""
    findings: tuple[Finding, ...] = ()
    """What could not be edited safely, and why."""


_JOINS = re.compile(r"(?:(?:left|right|full|inner|cross|outer|natural|asof)\s+)*join\b", re.IGNORECASE)


class Layout:
    """How one file is written, and where its tokens stand in it."""

    def __init__(self, existing: ExistingSql) -> None:
        self.existing = existing
        self.text = existing.text

    def start(self, number: int) -> int:
        """Place in the file of a token's first character."""
        return self.existing.rendered.file_start(self.existing.tokens[number].start)

    def end(self, number: int) -> int:
        """Place in the file just behind a token."""
        return self.existing.rendered.file_end(self.existing.tokens[number].end + 1)

    def token(self, number: int) -> Token:
        """The token of that number."""
        return self.existing.tokens[number]

    def next_start(self, number: int) -> int:
        """Where the token behind `number` begins; the end of the file behind the last."""
        return self.start(number + 1) if number + 1 < len(self.existing.tokens) else len(self.text)

    def line_start(self, place: int) -> int:
        """Where the line of `place` begins."""
        return max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1

    def indent(self, place: int) -> str:
        """Blanks at the start of the line of `place`."""
        line = self.text[self.line_start(place) : place]
        return line[: len(line) - len(line.lstrip(" \t"))]

    def begins_line(self, number: int) -> bool:
        """Whether only blanks stand before a token on its line."""
        start = self.start(number)
        return not self.text[self.line_start(start) : start].strip(" \t")

    def newline(self, place: int) -> str:
        """The line end used nearest before `place`, or first in the file."""
        found = self.text.rfind("\n", 0, place)
        found = found if found >= 0 else self.text.find("\n")
        if found < 0:
            return "\n"
        return "\r\n" if self.text[found - 1 : found] == "\r" else "\n"

    def line_end(self, place: int, limit: int) -> int | None:
        """Where the line of `place` ends, its comments included; None where `limit` comes first."""
        tags = dict(self.existing.rendered.tags)
        while place < limit:
            if place in tags:
                if self.text.startswith("{%", place):
                    return None
                place = tags[place]
            elif self.text.startswith("/*", place):
                place = self.text.find("*/", place) + 2
            elif self.text[place] == "\n":
                return place - 1 if self.text[place - 1] == "\r" else place
            else:
                place += 1
        return len(self.text) if limit == len(self.text) else None

    def is_upper(self, number: int) -> bool:
        """Whether a word of the statement is written in capitals."""
        return self.token(number).text.isupper()

    def said(self, sql: str) -> str:
        """A DuckDB expression in the dialect of the file; as it stands where that has no such construct."""
        try:
            return in_dialect(sql, self.existing.dialect)
        except SqlTextError:
            return sql

    def name(self, name: str) -> str:
        """A name as the dialect of the file writes it."""
        return name_in(name, self.existing.dialect)

    def word(self, text: str, like: int) -> str:
        """A word of SQL in the case of another."""
        return text.upper() if self.is_upper(like) else text

    def list_end(self, first: int, last: int) -> int:
        """Place behind a list's last token, and behind the conditions that it stands in or that go on with the list."""
        start, end = self.start(first), self.end(last)
        limit = self.next_start(last)
        for block in (b for b in self.existing.rendered.blocks if b.word == "if"):
            within = start < block.start < end < block.end
            more = end <= block.start and block.end <= limit and self._goes_on(block)
            end = block.end if within or more else end
        return end

    def from_end(self, first: int, last: int) -> int:
        """Place behind the last token of FROM, and behind the branches that joins of it stand in."""
        start, end = self.start(first), self.end(last)
        limit = self.next_start(last)
        for block in (b for b in self.existing.rendered.blocks if b.word == "if"):
            within = start < block.start < end < block.end
            bodies = [body for a, b in block.bodies if (body := self.text[a:b].strip())]
            joins = bool(bodies) and all(_JOINS.match(body) for body in bodies)
            end = block.end if within or (joins and end <= block.start and block.end <= limit) else end
        return end

    def _goes_on(self, block: Block) -> bool:
        """Whether a condition behind a list's last item holds further items of the list."""
        bodies = [self.text[a:b].strip() for a, b in block.bodies]
        return any(bodies) and all(body.startswith(",") for body in bodies if body)

    def inside_loop(self, span: Span) -> bool:
        """Whether tokens come out of a Jinja loop."""
        return self.text.startswith("{%", self.start(span.first))


def uses_leading_commas(layout: Layout, items: Sequence[Span]) -> bool:
    """Whether the list is written ``, item`` line by line."""
    if len(items) < 2:
        return False
    comma = items[-1].first - 1
    written = layout.text.startswith(",", layout.start(comma))
    return written and layout.token(comma).token_type == TokenType.COMMA and layout.begins_line(comma)


def stands_alone(layout: Layout, items: Sequence[Span]) -> bool:
    """Whether the last item of a list has a line of its own."""
    first = items[-1].first
    if (
        len(items) > 1
        and not layout.inside_loop(items[-1])
        and layout.start(items[-2].first) == layout.start(first)
    ):
        return False  # one tag gives several items
    return layout.begins_line(first) or uses_leading_commas(layout, items)
