"""The text of a further part of a union inside a file: another part's text, with other columns, texts and table."""

from __future__ import annotations

import re

from sqlglot import exp
from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.edits import EditKind
from signoff.core.domain.sentences import say
from signoff.core.merge.alike_branches import AlikeBranch, said_alike
from signoff.core.merge.edits import uses_leading_commas
from signoff.core.merge.existing import expression_span
from signoff.core.merge.placing import said_in
from signoff.core.merge.scripting import Proposed, inserted
from signoff.core.merge.shape import Span
from signoff.core.merge.sqlparts import parsed, rendered, unqualified
from signoff.core.merge.wording import wording_of
from signoff.core.merge.work import ColumnEdit, Work

_NAMES = (TokenType.VAR, TokenType.IDENTIFIER)
_COMMENT = re.compile(r"[ \t]*--[^\n]*|[ \t]*/\*.*?\*/[ \t]*", re.DOTALL)
_Change = tuple[int, int, str]
"""Start and end in the file, and what stands there instead."""


def add_alike(work: Work, alike: AlikeBranch, own: ColumnEdit, table_text: str, why: str) -> Proposed | None:
    """Put a further part behind the last one of a union inside the file; None where its text can't be made.

    Args:
        work: what is collected; columns that the union is to show are in it already.
        alike: the part.
        own: names the cell.
        table_text: how the file writes its table.
        why: one sentence.
    """
    layout, select = work.layout, alike.model.select
    start, end = layout.start(select.span.first), layout.end(select.span.last)
    new = list(work.new_items(alike.model))
    said = [(said_alike(alike, item.sql), item.name) for item in new]
    text = layout.text[start:end]
    if "{%" in text or any(sql is None for sql, _name in said) or not layout.begins_line(select.span.first):
        return None
    changes = [change for item in select.items for change in _in_item(work, alike, item)]
    changes.append(_table(work, alike, table_text + _where(work, alike)))
    items = [_named(work, select.items, sql or "", name) for sql, name in said]
    changes += _behind_list(work, select.items, select.dangling, items)
    body = _COMMENT.sub("", _changed(text, start, changes))
    parts = alike.query.parts
    at = layout.list_end(parts[0].span.first, parts[-1].span.last)
    newline, indent = layout.newline(start), layout.indent(start)
    line_end = layout.line_end(at, layout.next_start(parts[-1].span.last))
    word = layout.word("union all", select.span.first)
    between = f"{newline}{newline}{indent}{word}{newline}{newline}{indent}"
    made = work.propose(EditKind.ADD_BRANCH, own, why or say("edits.add_branch"))
    made.need(*(item.edit for item in new))
    made.splices.append(inserted(at if line_end is None else line_end, f"{between}{body}"))
    return made


def _changed(text: str, start: int, changes: list[_Change]) -> str:
    for first, last, put in sorted(set(changes), reverse=True):
        text = text[: first - start] + put + text[last - start :]
    return text


def _in_item(work: Work, alike: AlikeBranch, item: Span) -> list[_Change]:
    """What one item of the model's list has otherwise."""
    layout, tree = work.layout, work.existing.item(item)
    span, has_alias = expression_span(work.existing, item)
    if tree is None:
        return []
    value = tree.this if isinstance(tree, exp.Alias) else tree
    if isinstance(value, exp.Column):
        other, name = layout.name(alike.columns[value.name.casefold()]), tree.alias_or_name
        start, end = layout.start(span.first), layout.end(span.last)
        if has_alias and squash(other) == squash(name) and squash(value.name) != squash(name):
            return [(start, layout.end(item.last), other)] if item.first == span.first else []
        if has_alias or squash(other) == squash(name):
            return [(start, end, other)]
        return [
            (start, end, f"{other} {layout.word('as', alike.model.select.span.first)} {layout.name(name)}")
        ]
    return [
        change for number in range(span.first, span.last + 1) for change in _in_token(work, alike, number)
    ]


def squash(name: str) -> str:
    """A name without its quotes and case."""
    return name.strip('"`[]').casefold()


def _in_token(work: Work, alike: AlikeBranch, number: int) -> list[_Change]:
    layout, token = work.layout, work.layout.token(number)
    start, end = layout.start(number), layout.end(number)
    if token.token_type is TokenType.STRING and token.text in alike.values:
        return [(start, end, f"'{alike.values[token.text]}'")]
    following = layout.token(number + 1).token_type
    if token.token_type not in _NAMES or following in (TokenType.L_PAREN, TokenType.DOT):
        return []
    other = alike.columns.get(token.text.casefold())
    if other is None:
        return []
    first = number - 2 if layout.token(number - 1).token_type is TokenType.DOT else number
    return [(layout.start(first), end, layout.name(other))]


def _table(work: Work, alike: AlikeBranch, table_text: str) -> _Change:
    shape = alike.model.select.tables[0]
    layout = work.layout
    return layout.start(shape.span.first), layout.end(shape.span.last), table_text


def _where(work: Work, alike: AlikeBranch) -> str:
    """The condition of the part on a line of its own; empty where it takes all rows."""
    select, layout = alike.model.select, work.layout
    if not alike.where or select.from_span is None:
        return ""
    tree = parsed(unqualified(alike.where))
    said = wording_of(layout).said(rendered(tree) if tree is not None else alike.where)
    word, start = layout.word("where", select.from_span.first), layout.start(select.from_span.first)
    if not layout.begins_line(select.from_span.first):
        return f" {word} {said}"
    return f"{layout.newline(start)}{layout.indent(start)}{word} {said}"


def _named(work: Work, items: tuple[Span, ...], sql: str, name: str) -> str:
    text, layout = said_in(work.layout, items, sql), work.layout
    if squash(text) == squash(name):
        return text
    return f"{text} {layout.word('as', items[0].first - 1)} {layout.name(name)}"


def _behind_list(work: Work, items: tuple[Span, ...], dangling: int | None, new: list[str]) -> list[_Change]:
    """Further items behind the model's list, laid out as that is."""
    layout = work.layout
    last = items[-1].last if dangling is None else dangling
    at = layout.end(last)
    own_lines = layout.begins_line(items[-1].first) or uses_leading_commas(layout, items)
    start = f"{layout.newline(at)}{layout.indent(layout.start(items[-1].first))}" if own_lines else " "
    text = ""
    for item in new:
        if uses_leading_commas(layout, items):
            text += f"{start}, {item}"
        else:
            text += f"{start}{item}," if dangling is not None else f",{start}{item}"
    return [(at, at, text)] if text else []
