"""The place inside a lambda: names of its own before those around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.verify.nochange.expressions import Place
from signoff.core.verify.nochange.nodes import Node


@dataclass
class Lambda(Place):
    """The place inside a lambda: its own names first."""

    outer: Place
    names: Mapping[str, int]

    def resolve(self, name: str, table: str, schema: str = "") -> int:
        """A name of the lambda, or one of the place around."""
        if not table and name in self.names:
            return self.names[name]
        return self.outer.resolve(name, table, schema)

    def queried(self, tree: exp.Expr) -> Node:
        """A query inside an expression."""
        return self.outer.queried(tree)

    def window(self, name: str) -> exp.Expr:
        """A window of the place around."""
        return self.outer.window(name)

    def rows(self) -> int:
        """The rows of the place around."""
        return self.outer.rows()

    def order(self) -> int:
        """The order of the place around."""
        return self.outer.order()

    def local(self, name: str) -> int | None:
        """A name of this lambda, or of one around it."""
        return self.names.get(name, self.outer.local(name))

    def inner(self, names: Iterable[str]) -> Place:
        """The place inside a further lambda."""
        inner = self.outer.inner(names)
        assert isinstance(inner, Lambda)
        shift = {name: value for name, value in inner.names.items()}
        return Lambda(self, shift)
