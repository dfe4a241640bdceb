"""New SQL in the words of a file: keywords and functions in its case, CASE on as many lines as it gives its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import sqlglot
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.merge.dialects import is_upper_case, name_in
from signoff.core.merge.edits import Layout

_KEYWORDS = frozenset(
    word
    for words in (
        "case when then else end and or not in is null like ilike between as over partition by order asc desc",
        "distinct filter where interval exists true false nulls union all select from using",
        "unbounded preceding following",
    )
    for word in words.split()
)
_OF_QUERIES = frozenset(
    {"where", "left", "right", "full", "inner", "outer", "cross", "join", "on", "group", "having", "qualify"}
)
"""Words of whole queries; before a bracket some of them are functions."""
_TAG = re.compile(r"(\{\{.*?\}\})")
_QUOTES = ('"', "`", "[")
_LONG = 60
"""Letters from which a CASE goes on lines of its own where the file writes any of its own so."""
_FOR_CASE = (TokenType.WHEN, TokenType.ELSE)


class Wording:
    """How one file writes words, told from its own."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def said(self, sql: str, indent: str | None = None, newline: str = "\n") -> str:
        """An expression as the file would write it.

        Args:
            sql: the expression on one line.
            indent: blanks at the start of its line; None where it stands on a line with others.
            newline: the file's line end.
        """
        sql = self._layout.said(sql)
        try:
            tokens = list(sqlglot.tokenize(sql, dialect=self._dialect))
        except SqlglotError:
            return sql
        text = self._recased(sql, tokens)
        step = self._case_step
        if indent is None or step is None or len(sql) < _LONG or not _is_one_case(tokens):
            return text
        return _on_lines(text, tokens, indent, step, newline)

    def said_query(self, line: str) -> str:
        """A line of a whole query as the file would write it, tags of Jinja as they are."""
        return "".join(p if p.startswith("{{") else self._words_of_query(p) for p in _TAG.split(line))

    def _words_of_query(self, sql: str) -> str:
        try:
            tokens = list(sqlglot.tokenize(sql, dialect=self._dialect))
        except SqlglotError:
            return sql
        return self._recased(sql, tokens, _OF_QUERIES)

    def named(self, name: str) -> str:
        """A name as the file writes names: in quotes where it puts all of its own in quotes."""
        if name[:1] in _QUOTES:
            return name
        written = self._layout.name(name)
        if written != name or not self._quotes_names:
            return written
        return name_in(name.upper() if self._is_upper else name, self._dialect, always_quoted=True)

    @property
    def _dialect(self) -> str:
        return self._layout.existing.dialect

    @cached_property
    def _is_upper(self) -> bool:
        """Whether a name in quotes has to be in capitals to mean what it means without."""
        names = [t.text for t in self._layout.existing.tokens if t.token_type == TokenType.IDENTIFIER]
        return is_upper_case(self._dialect) and all(name == name.upper() for name in names)

    @cached_property
    def _quotes_names(self) -> bool:
        tokens = self._layout.existing.tokens
        plain = sum(
            t.token_type == TokenType.VAR and not _is_function(tokens, n) for n, t in enumerate(tokens)
        )
        in_quotes = sum(t.token_type == TokenType.IDENTIFIER for t in tokens)
        return in_quotes > 1 and in_quotes > 2 * plain

    def _recased(self, sql: str, tokens: Sequence[Token], more: frozenset[str] = frozenset()) -> str:
        pieces, place = [], 0
        for number, token in enumerate(tokens):
            written = sql[token.start : token.end + 1]
            words = set(token.text.lower().split())
            is_more = bool(words & more) and words <= more | _KEYWORDS and _is_bare(tokens, number)
            upper = self._keywords_upper if is_more else self._wanted_case(tokens, number)
            pieces.append(sql[place : token.start])
            if upper is None:
                pieces.append(self.named(written) if _is_name(tokens, number) else written)
            else:
                pieces.append(written.upper() if upper else written.lower())
            place = token.end + 1
        return "".join(pieces) + sql[place:]

    def _wanted_case(self, tokens: Sequence[Token], number: int) -> bool | None:
        """Whether a word goes in capitals; None leaves it as it is."""
        if tokens[number].token_type in (TokenType.STRING, TokenType.IDENTIFIER):
            return None
        if _is_keyword(tokens, number) or _is_type(tokens, number):
            return self._keywords_upper
        return self._functions_upper if _is_function(tokens, number) else None

    @cached_property
    def _keywords_upper(self) -> bool | None:
        tokens = self._layout.existing.tokens
        return _mostly_upper(t.text for n, t in enumerate(tokens) if _is_keyword(tokens, n))

    @cached_property
    def _functions_upper(self) -> bool | None:
        tokens = self._layout.existing.tokens
        found = _mostly_upper(t.text for n, t in enumerate(tokens) if _is_function(tokens, n))
        return self._keywords_upper if found is None else found

    @cached_property
    def _case_step(self) -> str | None:
        """Blanks by which WHEN stands behind CASE on a line of its own; None where the file never does that."""
        tokens, layout = self._layout.existing.tokens, self._layout
        for number, token in enumerate(tokens[:-1]):
            if token.token_type == TokenType.CASE and layout.begins_line(number + 1):
                outer = layout.indent(layout.start(number))
                inner = layout.indent(layout.start(number + 1))
                return inner[len(outer) :] if inner.startswith(outer) else None
        return None


@lru_cache(maxsize=8)
def wording_of(layout: Layout) -> Wording:
    """How a file writes words, told once for each."""
    return Wording(layout)


def _is_keyword(tokens: Sequence[Token], number: int) -> bool:
    after_dot = number > 0 and tokens[number - 1].token_type == TokenType.DOT
    word = tokens[number].token_type not in (TokenType.STRING, TokenType.IDENTIFIER)
    return word and not after_dot and set(tokens[number].text.lower().split() or [""]) <= _KEYWORDS


def _is_bare(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word stands for itself: no text, no column of a table, no function."""
    before = tokens[number - 1].token_type if number else None
    behind = tokens[number + 1].token_type if number + 1 < len(tokens) else None
    is_word = tokens[number].token_type not in (TokenType.STRING, TokenType.IDENTIFIER)
    return is_word and before is not TokenType.DOT and behind is not TokenType.L_PAREN


def _is_function(tokens: Sequence[Token], number: int) -> bool:
    if number + 1 >= len(tokens) or tokens[number + 1].token_type != TokenType.L_PAREN:
        return False
    word = tokens[number].text
    return word.replace("_", "a").isalnum() and word[:1].isalpha() and not _is_keyword(tokens, number)


def _is_name(tokens: Sequence[Token], number: int) -> bool:
    return tokens[number].token_type == TokenType.VAR and not _is_function(tokens, number)


def _is_type(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word is the type of a cast: behind ``as`` with no name of its own, or behind ``::``."""
    if number == 0 or not tokens[number].text.isidentifier():
        return False
    before = tokens[number - 1].token_type
    return before in (TokenType.ALIAS, TokenType.DCOLON) and tokens[number].token_type != TokenType.VAR


def _mostly_upper(words: Iterator[str]) -> bool | None:
    found = [w.isupper() for w in words if w.isalpha() and w.upper() != w.lower()]
    if not found:
        return None
    return sum(found) * 2 > len(found)


def _is_one_case(tokens: Sequence[Token]) -> bool:
    """Whether a text is one CASE from its first word to its last."""
    depth = 0
    for number, token in enumerate(tokens):
        depth += (token.token_type == TokenType.CASE) - (token.token_type == TokenType.END)
        if depth == 0:
            return number == len(tokens) - 1 and tokens[0].token_type == TokenType.CASE
    return False


def _on_lines(text: str, tokens: Sequence[Token], indent: str, step: str, newline: str) -> str:
    """A CASE with each of its own WHEN, ELSE and END on a line."""
    pieces, place, depth = [], 0, 0
    for number, token in enumerate(tokens):
        depth += token.token_type == TokenType.CASE
        breaks = depth == 1 and (token.token_type in _FOR_CASE or number == len(tokens) - 1)
        if breaks:
            pieces.append(text[place : token.start].rstrip())
            pieces.append(f"{newline}{indent}{'' if number == len(tokens) - 1 else step}")
            place = token.start
        depth -= token.token_type == TokenType.END
    return "".join(pieces) + text[place:]
