"""Targets in the order they must be drafted: what one reads of another comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.names import bare, words


@dataclass(frozen=True)
class TargetOrder:
    """Names of targets in drafting order."""

    names: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    """Circles: targets that read each other."""
    reads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Targets each target reads or names in its rules, by name."""


def order_targets(targets: Sequence[TargetMapping], sources: Schema) -> TargetOrder:
    """Each target behind those it reads, the document's order kept elsewhere.

    A name that is also a source table means the source. Steps and source cells bind; a target that only a
    rule's text names is put before where that makes no circle.

    Args:
        targets: All targets of the document.
        sources: The true source tables, no targets among them.
    """
    names = _Names(t.name for t in targets if sources.table(t.name) is None)
    firm = {t.name: _read_by(t, names) for t in targets}
    loose = {t.name: _named_by(t, names) for t in targets}
    order: dict[str, None] = {}
    findings: list[Finding] = []
    by_name = {t.name: t for t in targets}
    for target in targets:
        _visit(target.name, firm, loose, order, (), findings, by_name)
    reads = {name: tuple(dict.fromkeys((*firm[name], *loose[name]))) for name in firm}
    return TargetOrder(tuple(order), tuple(findings), reads)


def mentioned_anywhere(targets: Sequence[TargetMapping], besides: Iterable[str] = ()) -> frozenset[str]:
    """Names of the targets that another target's rows or steps, or a text of `besides`, speak of in any way."""
    names = _Names(t.name for t in targets)
    found = {name for text in besides for name in names.named_in(text)}
    for target in targets:
        cells = [f"{s.table} {s.condition}" for s in target.steps]
        cells += [f"{c.rule_resolved} {c.rule} {c.join} {' '.join(c.source_tables)}" for c in target.columns]
        spoken = {*_read_by(target, names), *names.named_in(" ".join(cells))}
        found |= spoken - {target.name}
    return frozenset(found)


class _Names:
    """Names of targets, found in cells and in texts without trying each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_letters: dict[str, list[str]] = {}
        self._by_words: dict[tuple[str, ...], list[str]] = {}
        self._place: dict[str, int] = {}
        for place, name in enumerate(names):
            self._place.setdefault(name, place)
            self._by_letters.setdefault(squashed(name), []).append(name)
            self._by_words.setdefault(words(name), []).append(name)
        self._lengths = sorted({len(each) for each in self._by_words if each})

    def of_tables(self, tables: Iterable[str]) -> list[str]:
        """The targets that cells name, in the document's order."""
        wanted = {squashed(bare(table)) for table in tables if table}
        return self._in_order(name for each in wanted for name in self._by_letters.get(each, ()))

    def named_in(self, text: str) -> list[str]:
        """The targets whose words stand one after the other in a text, in the document's order."""
        spoken = words(text)
        runs = {spoken[at : at + size] for size in self._lengths for at in range(len(spoken) - size + 1)}
        return self._in_order(name for run in runs for name in self._by_words.get(run, ()))

    def _in_order(self, found: Iterator[str]) -> list[str]:
        return sorted(set(found), key=lambda name: self._place[name])


def _visit(
    name: str,
    firm: dict[str, list[str]],
    loose: dict[str, list[str]],
    order: dict[str, None],
    trail: tuple[str, ...],
    findings: list[Finding],
    by_name: dict[str, TargetMapping],
) -> None:
    if name in order:
        return
    if name in trail:
        circle = " -> ".join((*trail[trail.index(name) :], name))
        message = say("merge.circle", circle=circle)
        findings.append(Finding("D212", Severity.ERROR, message, by_name[name].cell, name))
        return
    for other in firm[name]:
        _visit(other, firm, loose, order, (*trail, name), findings, by_name)
    for other in loose[name]:
        if other not in trail and name not in _reach(other, firm, loose):
            _visit(other, firm, loose, order, (*trail, name), findings, by_name)
    order.setdefault(name)


def _reach(start: str, firm: dict[str, list[str]], loose: dict[str, list[str]]) -> set[str]:
    """Everything `start` reads, directly or through others."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for other in (*firm[waiting[-1]], *loose[waiting.pop()]):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def _read_by(target: TargetMapping, names: _Names) -> list[str]:
    tables = [s.table for s in target.steps] + [ref.table for c in target.columns for ref in c.sources]
    return [name for name in names.of_tables(tables) if name != target.name]


def _named_by(target: TargetMapping, names: _Names) -> list[str]:
    texts = [f"{c.rule_resolved or c.rule} {c.join}" for c in target.columns]
    texts += [s.condition for s in target.steps]
    text = " ".join(texts)
    return [name for name in names.named_in(text) if name != target.name]
