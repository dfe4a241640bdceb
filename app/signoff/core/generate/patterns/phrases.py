r"""Phrases: tokens with column mentions marked, and the small language in which compilers write templates.

A template matches a whole phrase or not at all, so a word that no template knows keeps a compiler from
firing.

Template language, blanks between words::

    trim {s} [and load]        words; [ ] optional; ( | ) choice
    {c} {x:c}                  a column            {s}      a column, "it", "source value", or nothing
    {q} {n} {l}                quoted text, a number, either (or a date)
    {v:any} {v:some} {v:most}  one token or more, shortest first; zero or more; one or more, longest first
    {p:pair}                    two words with a slash between them
    {cs:columns}               columns put together with commas, "and", "+" and the like
    <load>                     a macro: words that carry no meaning of their own
    \( \| \[ \{ \<              the sign itself
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.tokens import Kind, Token

MOST_MARKS = 120
"""Tokens of the longest phrase templates are held against; only lists of codes may be longer."""

COLUMN, TEXT, NUMBER, DATE, SELF = "§c", "§q", "§n", "§d", "§s"

_AND = r"(?:, and |, |and |& |; |then |plus |\+ |/ |with |und |et |y )"
_SLOTS = {
    "c": f"{COLUMN} ",
    "s": f"(?:{COLUMN} |{SELF} )?",
    "q": f"{TEXT} ",
    "n": f"{NUMBER} ",
    "l": f"(?:{TEXT} |{NUMBER} |{DATE} )",
    "any": r"(?:\S+ )+?",
    "some": r"(?:\S+ )*?",
    "most": r"(?:\S+ )+",
    "word": r"[^\W\d]\w* ",
    "columns": f"{COLUMN} (?:{_AND}{COLUMN} )*",
    "pair": r"\S+ / \S+ ",
}
_MACROS = {
    "load": "[(load|populate|set|take|use|fetch|get|map|move|fill|assign|put|insert|return|keep|select|"
    "output|write|copy|"
    "derive|derived|calculate|compute|show|give|make|convert|transform|change|create|build|generate|store|"
    "nimm|lade|setze)]"
    "[(as|with|by|to|from|into|:|auf|mit|in)]",
    "to": "(to|as|into|in|=|->|zu|nach|auf)",
    "of": "[(of|from|for|in|on|to|the|:|von|de|du|del)]",
    "if": "(if|when|where|in case|case when|whenever|wenn|falls|si|cuando)",
    "else": "[(,|;|.)] [and] (else|otherwise|or else|if not|in all other cases|in other cases|in any "
    "other case|sonst|"
    "andernfalls|ansonsten|sinon|autrement|si no|de lo contrario|en otro caso) [(:|,|->|=|then)]",
    "then": "[,] (then|->|:|=|,|dann|alors|entonces) [:]",
    "null": "(null|nulls|no value|missing|nothing)",
}


@dataclass(frozen=True)
class Mark:
    """One token of a phrase as templates see it."""

    text: str
    token: Token
    column: ScopeColumn | None = None


@dataclass(frozen=True)
class Phrase:
    """A run of marks with the normalised text they were cut from."""

    marks: tuple[Mark, ...]
    source: str

    def __bool__(self) -> bool:
        return bool(self.marks)

    @cached_property
    def text(self) -> str:
        """What templates are matched against: every token followed by one blank."""
        return "".join(f"{mark.text} " for mark in self.marks)

    @property
    def raw(self) -> str:
        """The phrase as it was written."""
        return self.source[self.marks[0].token.start : self.marks[-1].token.end] if self.marks else ""

    @property
    def columns(self) -> tuple[ScopeColumn, ...]:
        """Columns mentioned, in order."""
        return tuple(mark.column for mark in self.marks if mark.column is not None)

    def cut(self, start: int, end: int) -> Phrase:
        """The sub-phrase between two offsets of `text`; both fall on token ends."""
        first = self.text[:start].count(" ")
        return Phrase(self.marks[first : first + self.text[start:end].count(" ")], self.source)

    def without(self, start: int, end: int) -> Phrase:
        """The phrase but for what stands between two offsets of `text`; both fall on token ends."""
        first = self.text[:start].count(" ")
        last = first + self.text[start:end].count(" ")
        return Phrase(self.marks[:first] + self.marks[last:], self.source)

    def stripped(self, before: Container[str], behind: Container[str] | None = None) -> Phrase:
        """The phrase without tokens of `before` at its start and of `behind`, or the same ones, at its end."""
        first, last = 0, len(self.marks)
        while first < last and self.marks[last - 1].text in (before if behind is None else behind):
            last -= 1
        while first < last and self.marks[first].text in before:
            first += 1
        return Phrase(self.marks[first:last], self.source)

    def split(self, pattern: str) -> tuple[Phrase, ...]:
        """Sub-phrases between matches of a regular expression over `text`, which begins at a token."""
        parts, begin = [], 0
        for found in re.finditer(rf"(?:(?<=\s)|^){pattern}", self.text):
            parts.append(self.cut(begin, found.start()))
            begin = found.end()
        return (*parts, self.cut(begin, len(self.text)))

    def match(self, template: str, most: int = MOST_MARKS) -> dict[str, Phrase] | None:
        """Slots of the template by name when it fits the whole phrase; an absent slot is an empty phrase.

        A phrase of more than `most` tokens fits none.
        """
        found = _compiled(template).fullmatch(self.text) if len(self.marks) <= most else None
        if found is None:
            return None
        empty = Phrase((), self.source)
        spans = {name: found.span(name) for name in found.groupdict()}
        return {name: empty if start < 0 else self.cut(start, end) for name, (start, end) in spans.items()}


def first_match(phrase: Phrase, templates: Iterable[str]) -> dict[str, Phrase] | None:
    """Slots of the first template that fits the whole phrase."""
    return next((slots for template in templates if (slots := phrase.match(template)) is not None), None)


_CHOICE = re.compile(r"(?<!\\)\(([^()\[\]{}\\]*)\)")
_PART = re.compile(r"\s+|<(\w+)>|\{(\w+)(?::(\w+))?\}|\\(.)|([\[\]()|])|([^\s{\[\]()|\\]+)")


@lru_cache(maxsize=8192)
def _compiled(template: str) -> re.Pattern[str]:
    """The regular expression of a template."""
    return re.compile(_translated(template))


def _translated(template: str) -> str:
    """Source of the regular expression of a template."""
    sorted_choices = _CHOICE.sub(_longest_first, template)
    return "".join(_part(found) for found in _PART.finditer(sorted_choices))


def _longest_first(found: re.Match[str]) -> str:
    """A choice between plain words, longest first, so that "null values" is not read as "null"."""
    words = sorted(found.group(1).split("|"), key=lambda each: -len(each.split()))
    return f"({'|'.join(words)})"


def _part(found: re.Match[str]) -> str:
    """One piece of a template as regular expression."""
    macro, slot, kind, escaped, bracket, word = found.groups()
    if macro:
        return _translated(_MACROS[macro])
    if slot:
        return f"(?P<{slot}>{_SLOTS[kind or slot]})"
    if escaped:
        return re.escape(escaped) + " "
    if bracket:
        return {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}[bracket]
    return re.escape(word) + " " if word else ""


def mark_of(token: Token) -> Mark:
    """The mark of a token that is no column."""
    names = {Kind.TEXT: TEXT, Kind.QUOTED: TEXT, Kind.NUMBER: NUMBER, Kind.DATE: DATE, Kind.BREAK: "¶"}
    return Mark(names.get(token.kind) or token.value.lower(), token)
