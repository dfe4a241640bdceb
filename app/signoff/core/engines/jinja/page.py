"""One text as its tokens, tags, blocks and lists, ready to be rendered. Child only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Template, nodes
from jinja2.exceptions import TemplateSyntaxError

from signoff.core.domain.sentences import say
from signoff.core.engines.jinja.marking import Marker
from signoff.core.engines.jinja.sandbox import PlacedEnvironment, refuse_other_files
from signoff.core.engines.jinja.tags import Block, Tag, blocks_of, tags_of
from signoff.core.engines.jinja.world import World
from signoff.core.errors import SignoffError

NOT_KNOWN = "value_that_is_not_known"
"""Name of an unknown value in every template."""


class Page:
    """A text with its tokens, tags and blocks."""

    def __init__(self, env: PlacedEnvironment, text: str) -> None:
        """Read it.

        Raises:
            SignoffError: it can't be read, or would load other files.
        """
        self.env, self.text = env, text
        try:
            self.tokens = list(env.placed(text))
        except TemplateSyntaxError as error:
            raise unreadable(error.lineno, 1, error) from None
        self.tags = tags_of(text, self.tokens)
        self._tag_of = {n: k for k, tag in enumerate(self.tags) for n in range(tag.first, tag.last + 1)}
        self._fresh: nodes.Template | None = self.tree()
        refuse_other_files(self._fresh)
        sets = {self.tag_number(node.lineno) for node in self._fresh.find_all(nodes.AssignBlock)}
        self.blocks = blocks_of(self.tags, sets)
        self._closing = {block.opening: block.closing for block in self.blocks}
        self.lists = list(listed_values(self, self._fresh))
        self.given_up: set[int] = set()
        """Numbers of tags that failed and count as unknown."""
        self._template: Template | None = None

    def tree(self) -> nodes.Template:
        """The text as a tree of its own.

        Raises:
            SignoffError: it can't be read.
        """
        try:
            return self.env.parse(self.text)
        except TemplateSyntaxError as error:
            raise unreadable(self.line(error.lineno), self.column(error.lineno), error) from None

    def template(self, marker: Marker, world: World) -> Template:
        """The text, marked and compiled; anew after a tag was given up."""
        if self._template is None:
            tree = self._fresh or self.tree()
            self._fresh = None
            self._without_failures(tree)
            marker.mark(tree)
            tree.set_environment(self.env)
            self._template = Template.from_code(self.env, self.env.compile(tree), world.names)
        return self._template

    def give_up(self, number: int) -> None:
        """Let a tag count as unknown from now on."""
        self.given_up.add(number)
        self._template = None

    def _without_failures(self, tree: nodes.Template) -> None:
        if not self.given_up:
            return
        for output in tree.find_all(nodes.Output):
            output.nodes = [_not_known(n) if self._failed(n) else n for n in output.nodes]
        parts = ((nodes.Assign, "node"), (nodes.ExprStmt, "node"), (nodes.If, "test"), (nodes.For, "iter"))
        for kind, part in parts:
            for node in tree.find_all(kind):
                if self.tag_number(node.lineno) in self.given_up:
                    target = getattr(node, "target", None) if kind is nodes.Assign else None
                    setattr(node, part, _none_known(target, node))

    def _failed(self, node: nodes.Node) -> bool:
        return not isinstance(node, nodes.TemplateData) and self.tag_number(node.lineno) in self.given_up

    def line(self, token: int) -> int:
        """Line of a token, from 1."""
        place = self.tokens[min(token, len(self.tokens) - 1)].start if self.tokens else 0
        return self.text.count("\n", 0, place) + 1

    def column(self, token: int) -> int:
        """Place of a token in its line, from 1."""
        place = self.tokens[min(token, len(self.tokens) - 1)].start if self.tokens else 0
        return place - self.text.rfind("\n", 0, place)

    def tag_number(self, token: int) -> int:
        """Number of the tag a token stands in; -1 outside."""
        return self._tag_of.get(token, -1)

    def tag(self, token: int) -> Tag | None:
        """The tag a token stands in."""
        number = self.tag_number(token)
        return self.tags[number] if number >= 0 else None

    def stretch(self, token: int) -> tuple[int, int]:
        """Where what a token gives stands: a literal stretch, a tag, or a block with its end tag."""
        number = self.tag_number(token)
        if number < 0:
            return self.tokens[token].start, self.tokens[token].end
        return self.tags[number].start, self.tags[self._closing.get(number, number)].end

    def body_of(self, token: int) -> str:
        """What stands between the brackets of a token's tag."""
        tag = self.tag(token)
        return "" if tag is None else self.text[tag.start + 2 : tag.end - 2].strip().strip("-+").strip()


def _not_known(node: nodes.Node) -> nodes.Expr:
    return nodes.Name(NOT_KNOWN, "load", lineno=node.lineno)


def _none_known(target: nodes.Node | None, node: nodes.Node) -> nodes.Expr:
    """An unknown value; for several names at once, ``set a, b = …``, as many."""
    if not isinstance(target, nodes.Tuple):
        return _not_known(node)
    return nodes.Tuple([_none_known(each, node) for each in target.items], "load", lineno=node.lineno)


def unreadable(line: int, column: int, error: TemplateSyntaxError) -> SignoffError:
    """The error of a text that is no Jinja."""
    reason = str(error.message).rstrip(".")
    return SignoffError(say("update.jinja_unreadable", line=max(1, line), column=column, reason=reason))


def listed_values(page: Page, tree: nodes.Template) -> Iterator[list[Any]]:
    """Of each loop over a list that is written out: place of the loop's tag, and places of the list and its items."""
    assigned: dict[str, list[nodes.Assign]] = {}
    for node in tree.find_all(nodes.Assign):
        if isinstance(node.target, nodes.Name):
            assigned.setdefault(node.target.name, []).append(node)
    for loop in tree.find_all(nodes.For):
        listed = loop.iter
        if isinstance(listed, nodes.Name) and len(assigned.get(listed.name, ())) == 1:
            listed = assigned[listed.name][0].node
        tag = page.tag(loop.lineno)
        if isinstance(listed, nodes.List) and tag is not None:
            start, end, items = _items(page, listed.lineno)
            name = loop.target.name if isinstance(loop.target, nodes.Name) else ""
            yield [tag.start, name, start, end, items]


def _items(page: Page, opening: int) -> tuple[int, int, list[list[int]]]:
    """Where a list begins and ends, and each of its items, by the token of its bracket."""
    depth, items, first, last = 0, list[list[int]](), -1, -1
    number = opening
    while number < len(page.tokens):
        token = page.tokens[number]
        written = page.text[token.start : token.end]
        depth += (written in "([{" and token.kind == "operator") - (
            written in ")]}" and token.kind == "operator"
        )
        if depth == 0 or (depth == 1 and written == ","):
            if first >= 0:
                items.append([page.tokens[first].start, page.tokens[last].end])
            first = -1
            if depth == 0:
                break
        elif number > opening and token.kind not in ("whitespace",):
            first, last = (number if first < 0 else first), number
        number += 1
    return page.tokens[opening].start, page.tokens[min(number, len(page.tokens) - 1)].end, items


def block_data(page: Page, block: Block) -> list[Any]:
    """Word, the tags' places in order, and what the opening tag says."""
    tags = [page.tags[n] for n in (block.opening, *block.further, block.closing)]
    return [block.word, [[t.start, t.end] for t in tags], page.body_of(tags[0].first)]
