"""jinja2 as it is let loose on a customer's files: its sandbox, with a place for every token. Child only.

Every node's line number is the number of its first token, so that each stretch of a result and each error leads
back to its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import ExprStmtExtension, Extension
from jinja2.lexer import TokenStream
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from signoff.core.domain.sentences import say
from signoff.core.engines.jinja.unknown import Unknown
from signoff.core.errors import SignoffError

_OWN_CHANGES = frozenset(
    ("append", "extend", "insert", "pop", "remove", "reverse", "sort", "update", "setdefault", "clear", "add")
)
_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True)
class Placed:
    """One token of the text."""

    kind: str
    start: int
    end: int


class DbtBlocks(Extension):
    """Blocks that dbt adds: of a snapshot the body counts, of the others nothing."""

    tags = {"snapshot", "test", "data_test", "materialization", "docs"}  # noqa: RUF012

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """Read one block up to its end tag."""
        word = parser.stream.current.value
        while parser.stream.current.type != "block_end":
            next(parser.stream)
        body = parser.parse_statements((f"name:end{word}",), drop_needle=True)
        return body if word == "snapshot" else []


class PlacedEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox; imports and files of others do not exist in it."""

    def __init__(self) -> None:
        super().__init__(
            undefined=Unknown, keep_trailing_newline=True, extensions=[ExprStmtExtension, DbtBlocks]
        )
        self.globals = {k: v for k, v in self.globals.items() if k in ("range", "dict", "namespace")}

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> TokenStream:
        raw = self.lexer.tokeniter(source, name, filename, state)
        numbered = ((number, kind, value) for number, (_line, kind, value) in enumerate(raw))
        return TokenStream(self.lexer.wrap(numbered, name, filename), name, filename)

    def placed(self, text: str) -> Iterator[Placed]:
        """Every token with its place; blanks that a dash strips belong to none.

        Raises:
            TemplateSyntaxError: a tag is never closed; its line is a true line.
        """
        place = 0
        for _line, kind, value in self.lexer.tokeniter(text, None):
            if not text.startswith(value, place):
                found = _BLANKS.match(text, place)
                place = found.end() if found else place
            yield Placed(kind, place, place + len(value))
            place += len(value)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Lists and dicts the template made may grow: dbt files do that all the time, and nothing else is shared."""
        if type(obj) in (list, dict, set) and attr in _OWN_CHANGES:
            return True
        return super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        """Whoever walks towards Python itself is stopped at the first step."""
        raise SecurityError(attribute)


def refuse_other_files(tree: nodes.Template) -> None:
    """Refuse tags that would load another file.

    Raises:
        SignoffError: there is one.
    """
    kinds = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
    for node in tree.find_all(kinds):
        word = {nodes.Include: "include", nodes.Extends: "extends"}.get(type(node), "import")
        raise SignoffError(say("update.jinja_other_file", word=word))
