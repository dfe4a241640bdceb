"""What stands around a dbt model and decides what its Jinja gives: the project's macros, variables and names."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from signoff.core.domain.materialising import Keeping, ModelConfig


@dataclass(frozen=True)
class MacroFile:
    """One file of macros."""

    package: str
    """The package it belongs to; empty for the project's own."""
    text: str


@dataclass(frozen=True)
class KnownColumns:
    """The columns a relation is known to have."""

    relation: str
    names: tuple[str, ...]
    types: tuple[str, ...]


@dataclass(frozen=True)
class SourceName:
    """A source table that is called otherwise in the database than in the project."""

    source: str
    table: str
    identifier: str


@dataclass(frozen=True)
class Compiled:
    """What dbt itself made of a model, some time ago."""

    model: str
    sql: str


@dataclass(frozen=True)
class KnownOutput:
    """What a tag or block is known to give, by its text in the file."""

    text: str
    gives: str


@dataclass(frozen=True)
class KeptModel:
    """What a dbt project says of how one model's rows are kept, outside the model's own file."""

    model: str
    path: str
    """The model's file inside the project, ``/`` between parts."""
    settings: ModelConfig


@dataclass(frozen=True)
class Surroundings:
    """A dbt project as far as one model's text depends on it; the empty one is a file that stands alone."""

    project: str = ""
    """The project's name; its own macros may be called by it."""
    macros: tuple[MacroFile, ...] = ()
    variables: str = "{}"
    """``vars`` of dbt_project.yml as a JSON object, those of the project itself on the top level."""
    sources: tuple[SourceName, ...] = ()
    columns: tuple[KnownColumns, ...] = ()
    outputs: tuple[KnownOutput, ...] = ()
    """Of tags that can't be worked out here, as dbt compiled them."""
    compiled: tuple[Compiled, ...] = ()
    kept: tuple[KeptModel, ...] = ()

    def keeping_of(self, model: str) -> Keeping:
        """What is known of how a model's rows are kept; nothing for a file that stands alone."""
        wanted = model.casefold()
        found = next((each for each in self.kept if each.model.casefold() == wanted), None)
        return Keeping() if found is None else Keeping(found.settings, path=found.path)

    @cached_property
    def digest(self) -> str:
        """The same for the same surroundings, in every process."""
        text = json.dumps(self.data(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def data(self) -> dict[str, Any]:
        """As plain data, without what rendering does not read."""
        return asdict(replace(self, compiled=(), kept=()))


ALONE = Surroundings()
"""Of a file that stands alone."""
