"""Targets in the order they must be drafted: what one reads of another comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.names import bare, names_it, phrase, squashed


@dataclass(frozen=True)
class TargetOrder:
    """Names of targets in drafting order."""

    names: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    """Circles: targets that read each other."""


def order_targets(targets: Sequence[TargetMapping], sources: Schema) -> TargetOrder:
    """Each target behind those it reads, the document's order kept elsewhere.

    A name that is also a source table means the source. Steps and source cells bind; a target that only a
    rule's text names is put before where that makes no circle.

    Args:
        targets: All targets of the document.
        sources: The true source tables, no targets among them.
    """
    firm = {t.name: _read_by(t, targets, sources) for t in targets}
    loose = {t.name: _named_by(t, targets, sources) for t in targets}
    order: list[str] = []
    findings: list[Finding] = []
    for target in targets:
        _visit(target.name, firm, loose, order, (), findings, {t.name: t for t in targets})
    return TargetOrder(tuple(order), tuple(findings))


def _visit(
    name: str,
    firm: dict[str, list[str]],
    loose: dict[str, list[str]],
    order: list[str],
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
    if name not in order:
        order.append(name)


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


def _read_by(target: TargetMapping, targets: Sequence[TargetMapping], sources: Schema) -> list[str]:
    tables = [s.table for s in target.steps] + [ref.table for c in target.columns for ref in c.sources]
    wanted = {squashed(bare(t)) for t in tables if t}
    return [t.name for t in _others(target, targets, sources) if squashed(t.name) in wanted]


def _named_by(target: TargetMapping, targets: Sequence[TargetMapping], sources: Schema) -> list[str]:
    text = phrase(" ".join(f"{c.rule_resolved or c.rule} {c.join}" for c in target.columns))
    return [t.name for t in _others(target, targets, sources) if names_it(text, t.name)]


def _others(target: TargetMapping, targets: Sequence[TargetMapping], sources: Schema) -> list[TargetMapping]:
    return [t for t in targets if t.name != target.name and sources.table(t.name) is None]
