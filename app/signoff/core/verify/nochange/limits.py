"""ORDER BY, LIMIT and OFFSET: what order rows come in, and which of them stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.sentences import say
from signoff.core.verify.nochange.expressions import Doubt, Place, Reader
from signoff.core.verify.nochange.nodes import Node, Part
from signoff.core.verify.nochange.relations import Derived, settled


@dataclass
class Result(Place):
    """A result's own columns, for the ORDER BY of a union."""

    found: Derived

    def resolve(self, name: str, table: str, schema: str = "") -> int:
        """The value of that column of the result."""
        value = self.found.value_of.get(name)
        if value is None:
            raise Doubt(say("proof.column_unknown", column=name))
        return value

    def queried(self, tree: exp.Expr) -> Node:
        """Not understood here."""
        raise Doubt(say("proof.not_understood", what="ORDER BY"))

    def window(self, name: str) -> exp.Expr:
        """Not understood here."""
        raise Doubt(say("proof.not_understood", what="ORDER BY"))

    def rows(self) -> int:
        """The rows of the result."""
        return self.found.rows

    def order(self) -> int:
        """The order of the result."""
        return self.found.order

    def local(self, name: str) -> int | None:
        """Nothing: there is no lambda."""
        return None

    def inner(self, names: Iterable[str]) -> Place:
        """The same place."""
        return self


def with_limit(
    reader: Reader, found: Derived, tree: exp.Expr, sorts: tuple[Part, ...], place: Place
) -> Derived:
    """A result cut by LIMIT, OFFSET or FETCH; which rows stay depends on their order."""
    store = reader.store
    order = store.add("sorted", sorts, found.order) if sorts else found.order
    cuts = [(key, tree.args.get(key)) for key in ("limit", "offset") if tree.args.get(key) is not None]
    if not cuts:
        return replace(found, order=order)
    found = settled(store, found)
    said = tuple((key, reader.node(_size(each), place)) for key, each in cuts if each is not None)
    rows = store.add("limited", found.rows, said, order)
    return replace(found, rows=rows, order=order, joins=None, keys=())


def _size(tree: exp.Expr) -> exp.Expr:
    plain = isinstance(tree, exp.Limit | exp.Offset) and not tree.args.get("expressions")
    return tree.expression if plain else tree
