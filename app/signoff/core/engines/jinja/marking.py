"""Marks in a template's own flow, so that its output tells where each stretch comes from. Child only.

Only what goes straight to the output is marked: text that a template keeps in a variable or gives to a macro must
read in there as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinja2 import nodes

DATA, OUTPUT, TURN, DONE, BRANCH = "d", "o", "t", "e", "b"


@dataclass(frozen=True)
class Mark:
    """One mark as it is read from the output, and the text behind it."""

    kind: str
    token: int
    text: str


class Marker:
    """Writes marks, and reads them."""

    def __init__(self, nonce: str) -> None:
        self.nonce = nonce
        self._pattern = re.compile(f"\0{nonce}([a-z])(\\d+)\0")

    def text(self, kind: str, token: int) -> str:
        """A mark as it stands in the output."""
        return f"\0{self.nonce}{kind}{token}\0"

    def name(self, what: str) -> str:
        """A name no template can guess."""
        return f"{what}_{self.nonce}"

    def read(self, output: str) -> list[Mark]:
        """Every mark of an output."""
        pieces = self._pattern.split(output)
        return [
            Mark(kind, int(token), text)
            for kind, token, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True)
        ]

    def mark(self, tree: nodes.Template) -> None:
        """Put marks into a template's flow."""
        tree.body = self._flow(tree.body)

    def _flow(self, body: list[nodes.Node]) -> list[nodes.Node]:
        found: list[nodes.Node] = []
        for node in body:
            if isinstance(node, nodes.Output):
                found += [self._piece(part) for part in node.nodes]
            elif isinstance(node, nodes.If):
                found.append(self._if(node))
            elif isinstance(node, nodes.For) and not node.recursive:
                found += self._for(node)
            elif isinstance(node, (nodes.With, nodes.Scope, nodes.ScopedEvalContextModifier)):
                node.body = self._flow(node.body)
                found.append(node)
            elif isinstance(node, (nodes.CallBlock, nodes.FilterBlock, nodes.For)):
                found += [self._text(OUTPUT, node), node, self._settle(node)]
            elif isinstance(node, (nodes.Assign, nodes.AssignBlock, nodes.ExprStmt)):
                found += [node, self._settle(node)]
            else:
                found.append(node)
        return found

    def _piece(self, part: nodes.Node) -> nodes.Node:
        line = part.lineno
        if isinstance(part, nodes.TemplateData):
            return nodes.Output(
                [nodes.TemplateData(self.text(DATA, line) + part.data, lineno=line)], lineno=line
            )
        return nodes.Output([self._call("out", line, part)], lineno=line)

    def _text(self, kind: str, node: nodes.Node) -> nodes.Node:
        line = node.lineno
        return nodes.Output([nodes.TemplateData(self.text(kind, line), lineno=line)], lineno=line)

    def _settle(self, node: nodes.Node) -> nodes.Node:
        """Let what was touched so far count for this tag and not for the next one."""
        line = node.lineno
        return nodes.ExprStmt(self._call("settle", line, nodes.Const(None, lineno=line)), lineno=line)

    def _if(self, node: nodes.If) -> nodes.Node:
        opening = node.lineno
        for number, branch in enumerate([node, *node.elif_]):
            wanted = nodes.Const([opening, number], lineno=branch.lineno)
            branch.test = self._call("holds", branch.lineno, wanted, branch.test)
            branch.body = [self._text(BRANCH, branch), *self._flow(branch.body)]
        node.else_ = self._flow(node.else_)
        return node

    def _for(self, node: nodes.For) -> list[nodes.Node]:
        node.iter = self._call("each", node.lineno, node.iter)
        node.body = [self._text(TURN, node), *self._flow(node.body)]
        node.else_ = self._flow(node.else_)
        done = nodes.Output([self._call("done", node.lineno)], lineno=node.lineno)
        return [node, done]

    def _call(self, what: str, line: int, *values: nodes.Node) -> nodes.Call:
        name = nodes.Name(self.name(what), "load", lineno=line)
        given = [nodes.Const(line, lineno=line), *values]
        return nodes.Call(name, given, [], None, None, lineno=line)
