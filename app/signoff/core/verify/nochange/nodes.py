"""Meanings as numbers: one number for all ways of writing the same, so that comparing costs nothing.

A node is a tuple of a word and its parts; parts are numbers of other nodes, words, or tuples of these. Equal
nodes have one number, whichever of the two texts they come from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

Part: TypeAlias = "int | str | tuple[Part, ...]"
Node: TypeAlias = tuple[Part, ...]

_LONGEST = 90
_INFIX = {"eq": "=", "neq": "<>", "lt": "<", "le": "<=", "add": "+", "mul": "*", "sub": "-", "div": "/"}


class Store:
    """Every node of a comparison, once each."""

    def __init__(self) -> None:
        self._numbers: dict[Node, int] = {}
        self._nodes: list[Node] = []

    def add(self, *node: Part) -> int:
        """The number of a node."""
        found = self._numbers.get(node)
        if found is None:
            found = self._numbers[node] = len(self._nodes)
            self._nodes.append(node)
        return found

    def __getitem__(self, number: int) -> Node:
        return self._nodes[number]

    def word(self, number: int) -> str:
        """The word a node begins with."""
        return str(self._nodes[number][0])

    def replaced(self, number: int, new: Mapping[int, int]) -> int:
        """A node in which some nodes stand for others."""
        return self._replaced(number, dict(new)) if new else number

    def _replaced(self, number: int, known: dict[int, int]) -> int:
        if number not in known:
            known[number] = number
            known[number] = self.add(*(self._part(part, known) for part in self._nodes[number]))
        return known[number]

    def _part(self, part: Part, known: dict[int, int]) -> Part:
        if isinstance(part, int):
            return self._replaced(part, known)
        return part if isinstance(part, str) else tuple(self._part(each, known) for each in part)

    def read_within(self, number: int, relation: int, known: dict[int, int]) -> int:
        """A node with what it reads through a relation read directly, from inside.

        Args:
            number: the node.
            relation: columns of this one become what they hold.
            known: what is replaced, and what was found so far.
        """
        if number not in known:
            node = self._nodes[number]
            if node[:2] == ("col", relation) and isinstance(node[2], int):
                known[number] = node[2]
            else:
                known[number] = self.add(*(self._within(part, relation, known) for part in node))
        return known[number]

    def _within(self, part: Part, relation: int, known: dict[int, int]) -> Part:
        if isinstance(part, int):
            return self.read_within(part, relation, known)
        return part if isinstance(part, str) else tuple(self._within(each, relation, known) for each in part)

    def mentions(self, number: int, wanted: int) -> bool:
        """Whether a node is, or has anywhere inside, another one."""
        seen, waiting = set(), [number]
        while waiting:
            now = waiting.pop()
            if now == wanted:
                return True
            if now not in seen:
                seen.add(now)
                waiting += children(self._nodes[now])
        return False

    def difference(self, old: int, new: int) -> tuple[int, int]:
        """The smallest parts in which two nodes differ, going down while only one part does."""
        while True:
            before, after = list(children(self._nodes[old])), list(children(self._nodes[new]))
            if self.word(old) != self.word(new) or len(before) != len(after):
                return old, new
            differing = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
            if len(differing) != 1:
                return old, new
            old, new = differing[0]

    def differ_in(self, old: int, new: int, words: Collection[str]) -> bool:
        """Whether two nodes are the same but for what stands behind the first part of nodes of some words."""
        if old == new:
            return True
        before, after = self._nodes[old], self._nodes[new]
        if before[0] in words and before[0] == after[0]:
            return self.differ_in(_number(before[1]), _number(after[1]), words)
        if before[0] != after[0] or len(before) != len(after):
            return False
        return all(self._parts_differ_in(a, b, words) for a, b in zip(before[1:], after[1:], strict=True))

    def _parts_differ_in(self, old: Part, new: Part, words: Collection[str]) -> bool:
        if old == new:
            return True
        if isinstance(old, int) and isinstance(new, int):
            return self.differ_in(old, new, words)
        if not isinstance(old, tuple) or not isinstance(new, tuple) or len(old) != len(new):
            return False
        only_old = [part for part in old if part not in new]
        only_new = [part for part in new if part not in old]
        if len(only_old) != 1 or len(only_new) != 1:
            return False
        return self._parts_differ_in(only_old[0], only_new[0], words)

    def words(self, number: int) -> str:
        """A node as a short text near to SQL, for a reason a person reads."""
        text = self._words(number, 6)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    def _words(self, number: int, deep: int) -> str:
        word, *parts = self._nodes[number]
        if word == "str":
            return f"'{parts[0]}'"
        if word in ("num", "name", "type"):
            return str(parts[0])
        if deep == 0:
            return "…"
        if word == "col":
            return self._words(_number(parts[1]), deep - 1)
        said = [self._said(part, deep - 1) for part in parts]
        said = [each for each in said if each]
        if word in _INFIX and len(said) == 2:
            return f"{said[0]} {_INFIX[str(word)]} {said[1]}"
        if word in ("and", "or"):
            return f" {word} ".join(said)
        if word in ("core", "left", "query", "table"):
            return said[0] if said else str(word)
        return f"{word}({', '.join(said)})" if said else str(word)

    def _said(self, part: Part, deep: int) -> str:
        if isinstance(part, int):
            return self._words(part, deep)
        if isinstance(part, str):
            return part
        return ", ".join(filter(None, (self._said(each, deep) for each in part)))


def children(node: Part) -> Iterator[int]:
    """The numbers of the nodes right inside a node, in order."""
    if isinstance(node, tuple):
        for part in node:
            yield from children(part)
    elif isinstance(node, int):
        yield node


def _number(part: Part) -> int:
    assert isinstance(part, int)
    return part
