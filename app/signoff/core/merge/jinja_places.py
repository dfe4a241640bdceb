"""Where an edit goes in a file with Jinja: behind a condition, around one, into the list of a loop."""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.edits import Splice
from signoff.core.engines.jinja.rendering import Block, ListedLoop
from signoff.core.merge.edits import Layout
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.shape import Span

_QUOTES = "'\""


def around_expression(layout: Layout, span: Span) -> tuple[int, int]:
    """The stretch of the file an expression stands for, with conditions that are part of it.

    A condition is part of it where it stands between the expression and what comes before and behind it: the comma,
    the alias, the word SELECT or FROM.
    """
    rendered, text = layout.existing.rendered, layout.text
    start, end = layout.start(span.first), layout.end(span.last)
    before = layout.end(span.first - 1) if span.first else 0
    behind = layout.next_start(span.last)
    for block in rendered.blocks:
        if (
            block.word == "if"
            and before <= block.start
            and block.end <= behind
            and _holds_no_comma(text, block)
        ):
            start, end = min(start, block.start), max(end, block.end)
    return start, end


def _holds_no_comma(text: str, block: Block) -> bool:
    """Whether nothing of another item stands in a condition."""
    depth = 0
    for start, end in block.bodies:
        for letter in text[start:end]:
            depth += (letter in "([{") - (letter in ")]}")
            if letter == "," and depth == 0:
                return False
    return True


def values_of_loops(existing: ExistingSql, name: str) -> Iterator[Splice]:
    """Changes of a loop's list by which the loop might write a column of this name; the caller tries them."""
    for listed in existing.rendered.lists:
        if not listed.items:
            continue
        for value in _values(existing, listed, name):
            yield _appended(existing.text, listed, value)


def _values(existing: ExistingSql, listed: ListedLoop, name: str) -> list[str]:
    """What the new element would be, by what the loop's column names have around the last one."""
    last = existing.text[slice(*listed.items[-1])]
    bare = last.strip(_QUOTES)
    found: list[str] = []
    for part in existing.parts:
        for span in part.select.items:
            token = existing.tokens[span.last]
            piece = existing.rendered.piece(token.start)
            own = token.text
            if piece.loop != listed.place or bare.casefold() not in own.casefold():
                continue
            place = own.casefold().rindex(bare.casefold())
            head, tail = own[:place].casefold(), own[place + len(bare) :].casefold()
            inner = name[len(head) : len(name) - len(tail)] if tail else name[len(head) :]
            if inner and name.casefold() == f"{head}{inner.casefold()}{tail}":
                found.append(inner)
    return list(dict.fromkeys(found))


def _appended(text: str, listed: ListedLoop, value: str) -> Splice:
    """The list with one more element, written as its others are."""
    start, end = listed.items[-1]
    last = text[start:end]
    quote = last[0] if last[:1] in _QUOTES else ""
    between = text[listed.items[-2][1] : start] if len(listed.items) > 1 else ", "
    written = f"{quote}{value}{quote}" if quote else value
    return Splice(end, end, "", f"{between}{written}")
