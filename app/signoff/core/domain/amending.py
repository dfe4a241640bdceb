"""What an answer changes in what was read from the document, and who said so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

OWN_WORDS = "{}"
"""Stands in an edit's text for what a person says in words of their own."""


class EditKind(StrEnum):
    """What of a target an answer changes."""

    NOTHING = "nothing"
    """It is meant as written."""
    RULE = "rule"
    """The text takes the place of the rule."""
    ADDED = "added to the rule"
    WORDS = "words of the rule"
    """The words `of` become the text."""
    SOURCE = "source"
    """The source `of` becomes the text, both as `table.column`; with no `of` it is one more source."""
    TABLE = "source table"
    """The source table `of` becomes the text, in the whole target."""
    COLUMN = "source column's name"
    """The source column `of` becomes the text, both as `table.column`, in the whole target."""
    TYPE = "type"
    DEFAULT = "default"
    EXAMPLE = "example"
    OPTIONAL = "need not be filled"
    """The columns `of`, with commas between."""
    ROW = "one of several rows"
    """Only the row with the signature `of` counts."""
    MERGED = "rows put together"
    """One row with the sources of all, and the text as its rule."""
    LEFT_OUT = "column left out"
    CONDITION = "condition of a step"
    """The text becomes the condition of the step with the signature `of`."""
    JOIN = "join"
    """The table `of` is joined on the text."""
    FILTER = "filter"
    GROUPING = "grouping"
    NO_STEP = "step left out"
    """The step with the signature `of`."""
    HOLDS = "the answer holds"
    """The answer to the question `of` is kept, whatever the document says since."""
    DROPPED = "the document holds"
    """The answer to the question `of` is taken back."""


@dataclass(frozen=True)
class Edit:
    """One change."""

    kind: EditKind
    text: str = ""
    of: str = ""

    def said(self, words: str) -> Edit:
        """This edit with a person's own words in it."""
        return Edit(self.kind, self.text.replace(OWN_WORDS, words) or words, self.of)


AS_WRITTEN = Edit(EditKind.NOTHING)


@dataclass(frozen=True)
class Amendment:
    """One answer as it changes a target."""

    question: str
    """Id of the question it answers."""
    code: str
    """Code of the remark that asked."""
    target: str
    column: str
    """Target column; `ROWS` where the rows are meant."""
    section: str
    asked: str
    """The question in words."""
    answer: str
    """The answer in words."""
    value: str
    """A choice's id, or the words of one's own."""
    edit: Edit
    before: str
    """What the document said of it when it was answered."""
    by: str
    at: str
    """ISO 8601, UTC, seconds."""
    topic: str = ""
    """What a rule of the whole file on this is called; empty when there is none."""
    everywhere: bool = False
    """It follows from the rule of the whole file."""
    now: str = ""
    """What the document says instead since; empty while it says what it said."""

    @property
    def is_contradicted(self) -> bool:
        """Whether the document says something else since."""
        return bool(self.now)
