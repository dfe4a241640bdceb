"""The bank of worked examples: our own rules with the SQL they ask for, in the shape of a masked rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from signoff.core.domain.masking import MaskedColumn, MaskedRule
from signoff.core.domain.prompts import ProjectExample
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.prompt.features import features
from signoff.core.prompt.nearness import Weights

_FIXED = "fixed.yml"
_ELSEWHERE = ("rows.yml",)
"""Examples of another kind of prompt."""
_NEAR = 0.3
"""Likeness below which an example would only mislead."""


@dataclass(frozen=True)
class Example:
    """One worked example."""

    rule: MaskedRule
    sql: str
    source: ProjectExample | None = None
    """The project's rule it was made of; None for a shipped one."""

    @cached_property
    def features(self) -> frozenset[str]:
        """What its rule is about."""
        return features(self.rule)


@dataclass(frozen=True)
class ExampleBank:
    """The fixed examples of every prompt, and those to choose from for a rule."""

    fixed: tuple[Example, ...] = ()
    others: tuple[Example, ...] = ()
    _weights: Weights = field(default_factory=Weights, repr=False, compare=False)

    @staticmethod
    def load(folder: Path | None = None) -> ExampleBank:
        """The bank in a folder of YAML files; default: the one shipped.

        Raises:
            SignoffError: a file is not readable or an entry lacks its rule, columns or SQL.
        """
        place = folder or resources_folder() / "examples"
        others = tuple(
            e
            for path in sorted(place.glob("*.yml"))
            if path.name not in (_FIXED, *_ELSEWHERE)
            for e in _read(path)
        )
        return ExampleBank(tuple(_read(place / _FIXED)), others, Weights.of([e.features for e in others]))

    def with_rules(self, rules: Sequence[Example]) -> ExampleBank:
        """The bank with rules of a project before its own; what was chosen for a rule stays as near as it was."""
        return replace(self, others=(*rules, *self.others))

    def for_column(
        self, target: str, column: str, settled: Collection[ProjectExample] | None = None
    ) -> ExampleBank:
        """The bank for one column: nothing is an example for itself.

        Args:
            target: the column's target.
            column: its name.
            settled: the only rules of the project to choose from; None for all.
        """
        place = (target.casefold(), column.casefold())
        kept = [e for e in self.others if _may_help(e, place, settled)]
        return self if len(kept) == len(self.others) else replace(self, others=tuple(kept))

    def nearest(self, rule: MaskedRule, most: int) -> tuple[Example, ...]:
        """The examples most like a rule, the nearest last, so that it stands next to the rule itself."""
        words, kind = features(rule), (rule.condition, rule.aggregate)
        scored = [
            (self._weights.likeness(words, example.features), -index)
            for index, example in enumerate(self.others)
            if (example.rule.condition, example.rule.aggregate) == kind
        ]
        best = sorted((pair for pair in scored if pair[0] >= _NEAR), reverse=True)[:most]
        return tuple(self.others[-index] for _score, index in reversed(best))


def _may_help(example: Example, place: tuple[str, str], settled: Collection[ProjectExample] | None) -> bool:
    source = example.source
    if source is None:
        return True
    is_own = (source.target.casefold(), source.column.casefold()) == place
    return not is_own and (settled is None or source in settled)


def _read(path: Path) -> list[Example]:
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SignoffError(say("template.examples_unreadable", file=path.name, reason=error)) from error
    return [_example(path, number, entry) for number, entry in enumerate(entries or [], start=1)]


def _example(path: Path, number: int, entry: Any) -> Example:
    if not isinstance(entry, dict) or not all(entry.get(key) for key in ("rule", "columns", "sql")):
        raise SignoffError(say("template.example_incomplete", number=number, file=path.name))
    rule = MaskedRule(
        text=str(entry["rule"]),
        columns=columns_from(str(entry["columns"])),
        literals=tuple(str(value) for value in entry.get("values", ())),
        target_type=str(entry.get("type", "")),
        condition=entry.get("kind") == "condition",
        aggregate=entry.get("kind") == "aggregate",
    )
    return in_order_of_mention(Example(rule, str(entry["sql"])))


_ALIAS = re.compile(r"\b(text|num|date|time|flag)_\d+\b")


def in_order_of_mention(example: Example) -> Example:
    """The example with its stand-ins numbered as its rule names them, which is how `mask` numbers a rule's own.

    So "from date_01 to date_02" means the same in every example and every rule: small generators copy numbers.
    """
    mentioned = dict.fromkeys(match.group(0) for match in _ALIAS.finditer(example.rule.text))
    order = list(mentioned) + [c.alias for c in example.rule.columns if c.alias not in mentioned]
    counts: Counter[str] = Counter()
    renamed: dict[str, str] = {}
    for alias in order:
        group = alias.rpartition("_")[0]
        counts[group] += 1
        renamed[alias] = f"{group}_{counts[group]:02d}"

    def rename(text: str) -> str:
        return _ALIAS.sub(lambda match: renamed.get(match.group(0), match.group(0)), text)

    columns = {c.alias: replace(c, alias=renamed[c.alias]) for c in example.rule.columns}
    ordered = tuple(columns[alias] for alias in order if alias in columns)
    rule = replace(example.rule, text=rename(example.rule.text), columns=ordered)
    return replace(example, rule=rule, sql=rename(example.sql))


def columns_from(text: str) -> tuple[MaskedColumn, ...]:
    """Columns from ``text_01 VARCHAR, num_01 DECIMAL(10,2)``."""
    pieces = [piece.strip().partition(" ") for piece in re.split(r",\s*(?=[a-z]+_\d)", text)]
    return tuple(
        MaskedColumn(alias, type_name.strip(), is_source=True) for alias, _blank, type_name in pieces
    )
