"""A text cut into its CTEs and read piece by piece, so that what two texts have in common is read once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlglot import exp

from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import SqlTextError, parse_query
from signoff.core.verify.nochange.expressions import Doubt
from signoff.core.verify.nochange.queries import Cte

_PIECE = re.compile(
    r"""'(?:[^'\\]|''|\\.)*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\#[^\n]*|/\*.*?\*/|\$(\w*)\$.*?\$\1\$|[()]|;""",
    re.DOTALL,
)
_BLANK = r"(?:\s+|--[^\n]*\n|/\*.*?\*/)"
_WITH = re.compile(rf"{_BLANK}*with\b{_BLANK}+(?!recursive\b)", re.IGNORECASE | re.DOTALL)
_CTE = re.compile(
    rf"{_BLANK}*(?P<name>[^\W\d]\w*)(?:{_BLANK})+as{_BLANK}*(?:not{_BLANK}+)?(?:materialized{_BLANK}*)?\(",
    re.IGNORECASE | re.DOTALL,
)
_COMMA = re.compile(rf"{_BLANK}*,", re.DOTALL)
_QUERY = re.compile(rf"{_BLANK}*(?:\(|select\b)", re.IGNORECASE | re.DOTALL)


@dataclass
class Parses:
    """Trees by their text, for both texts."""

    dialect: str
    fold: Callable[[exp.Expr], str]
    _trees: dict[str, exp.Query] = field(default_factory=dict)

    def statement(self, sql: str) -> tuple[tuple[Cte, ...], exp.Query]:
        """The CTEs of a statement and the query behind them.

        Raises:
            Doubt: it can't be read as a query.
        """
        cut = _cut(sql)
        if cut is None:
            return (), self._tree(sql)
        ctes, body = cut
        parts = tuple(Cte(self.fold(exp.to_identifier(name)), self._tree(inner)) for name, inner in ctes)
        return parts, self._tree(body)

    def _tree(self, text: str) -> exp.Query:
        text = text.strip()
        if text not in self._trees:
            try:
                self._trees[text] = parse_query(text, self.dialect)
            except SqlTextError as error:
                raise Doubt(say("proof.unreadable", reason=str(error))) from error
        return self._trees[text]


def _cut(sql: str) -> tuple[list[tuple[str, str]], str] | None:
    """Names and texts of the first WITH's CTEs and the text behind; None where it is not plainly so."""
    start = _WITH.match(sql)
    if start is None:
        return None
    closing = _brackets(sql)
    place, ctes = start.end(), []
    while True:
        cte = _CTE.match(sql, place)
        opening = cte.end() - 1 if cte is not None else -1
        if cte is None or opening not in closing:
            return None
        ctes.append((cte["name"], sql[opening + 1 : closing[opening]]))
        comma = _COMMA.match(sql, closing[opening] + 1)
        if comma is None:
            break
        place = comma.end()
    body = sql[closing[opening] + 1 :]
    if len({name.casefold() for name, _ in ctes}) != len(ctes) or not _QUERY.match(body):
        return None
    return ctes, body


def _brackets(sql: str) -> dict[int, int]:
    """Where each opening bracket closes; brackets in texts and comments left out."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for piece in _PIECE.finditer(sql):
        if piece.group() == "(":
            opened.append(piece.start())
        elif piece.group() == ")" and opened:
            found[opened.pop()] = piece.start()
    return found
