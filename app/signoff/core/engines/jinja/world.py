"""The names a dbt model sees, as far as they can be told without a database. Child only."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Template

from signoff.core.domain.dbt import Surroundings
from signoff.core.domain.expressions import quoted
from signoff.core.engines.jinja.commons import packages
from signoff.core.engines.jinja.project import Macro, Package, ProjectMacros, give_back
from signoff.core.engines.jinja.sandbox import PlacedEnvironment
from signoff.core.engines.jinja.unknown import Guess, Unknown, touch

_NOTHING = object()
_COMMON_TYPES = {
    "string": "varchar",
    "text": "varchar",
    "integer": "int",
    "float": "float",
    "datetime": "timestamp",
}
_TARGET = {"name": "dev", "schema": "main", "type": "duckdb", "database": "dev", "profile_name": "default"}


class Relation(str):
    """A table as a template sees it: its name, with the parts of it as attributes."""

    __slots__ = ("called",)
    called: str

    def __new__(cls, name: str, called: str = "") -> Relation:
        """As it is written in SQL, and as the project calls it."""
        self = super().__new__(cls, quoted(name))
        self.called = called or name
        return self

    @property
    def identifier(self) -> str:
        """Its name."""
        return self.called

    name = table = alias = identifier

    def include(self, **_parts: Any) -> Relation:
        """The same: only the name is ever written."""
        return self

    quote = incorporate = render = include


@dataclass
class State:
    """What one rendering assumes, and what it says on the way."""

    incremental: bool = False
    asked_incremental: bool = False
    refs: list[str] = field(default_factory=list)
    sources: list[tuple[str, str]] = field(default_factory=list)
    config: dict[str, Any] = field(default_factory=dict)


class Config:
    """``config`` of a model: says nothing, remembers everything."""

    def __init__(self, state: Callable[[], State]) -> None:
        self._state = state

    def __call__(self, *given: Any, **named: Any) -> str:
        """Keep what is configured."""
        for each in given:
            named.update(each if isinstance(each, dict) else {})
        self._state().config.update(named)
        return ""

    def get(self, name: str, default: Any = None, **_said: Any) -> Any:
        """What was configured before."""
        return self._state().config.get(name, default)

    def require(self, name: str, **_said: Any) -> Any:
        """What was configured before."""
        return self._state().config.get(name, Unknown(name=f"config {name}"))


class World:
    """The names of one project; each rendering begins with a new state."""

    def __init__(self, around: Surroundings, env: PlacedEnvironment) -> None:
        self.state = State()
        self.env = env
        self._around = around
        self._variables = json.loads(around.variables)
        self._columns = {
            known.relation.casefold(): list(zip(known.names, known.types, strict=True))
            for known in around.columns
        }
        self._identifiers = {(s.source, s.table): s.identifier for s in around.sources}
        self._outputs = {_plain(known.text): known.gives for known in around.outputs}
        self.names: dict[str, Any] = {}
        files = [(file.package, file.text) for file in around.macros]
        self.macros = ProjectMacros(env, files, self.names)
        self._common = packages(self.columns_of, self._var)
        self.names.update(env.globals)
        self.names.update(self._own())
        self._add_macros()

    def known_output(self, text: str) -> str | None:
        """What a tag or block gave when dbt compiled it; None where nobody knows."""
        return self._outputs.get(_plain(text))

    def columns_of(self, relation: str) -> Sequence[tuple[str, str]]:
        """Names and types of a relation's columns; none where it is not known."""
        return self._columns.get(str(relation).strip('"').casefold(), [])

    def dispatched(self, name: str, package: str) -> Any:
        """What ``adapter.dispatch`` gives: our own macro, else the one of this engine in any package."""
        own = self.names.get(package)
        found = own.get(name) if isinstance(own, Package) else None
        if found is not None and not isinstance(found, Macro):
            return found
        by_package = self.macros.by_package
        places = [by_package.get(p, {}) for p in ("", self._around.project, package)]
        return self.macros.dispatched(name, [*places, *by_package.values()])

    def _add_macros(self) -> None:
        own = {**self.macros.by_package.get("", {}), **self.macros.by_package.get(self._around.project, {})}
        for name in {*self._common, *self.macros.by_package} - {""}:
            self.names[name] = Package(name, self._common.get(name, {}), self.macros.by_package.get(name, {}))
        if self._around.project:
            self.names[self._around.project] = Package(self._around.project, own)
        plain = {**self.macros.by_package.get("dbt", {}), **self._common["dbt"], **own}
        self.names.update({name: each for name, each in plain.items() if name not in self.names})

    def _own(self) -> dict[str, Any]:
        own: dict[str, Any] = {
            "ref": self._ref,
            "source": self._source,
            "var": self._var,
            "env_var": lambda name, default=None: (
                Unknown(name=f"env_var {name}") if default is None else default
            ),
            "config": Config(lambda: self.state),
            "this": Relation("this"),
            "target": {**{n: Guess(f"target.{n}", v) for n, v in _TARGET.items()}, "threads": 1},
            "is_incremental": self._is_incremental,
            "should_full_refresh": lambda: False,
            "adapter": Adapter(self),
            "return": give_back,
            "log": lambda *_given, **_named: "",
            "print": lambda *_given, **_named: "",
            "statement": lambda *_given, **_named: "",
            "api": {"Column": {"translate_type": _translated, "create": Column}},
            "execute": Unknown(name="execute"),
            "tojson": lambda value, default=None: json.dumps(value, default=str),
            "fromjson": lambda text, default=None: json.loads(text),
            "set": lambda values: set(values),
            "zip": lambda *lists: list(itertools.islice(zip(*lists, strict=False), 10_000)),
            "True": True,
            "False": False,
            "None": None,
        }
        own["builtins"] = {name: own[name] for name in ("ref", "source", "config")}
        return own

    def _ref(self, *given: Any, **_named: Any) -> Relation:
        name = str(given[-1]) if given else ""
        self.state.refs.append(name)
        return Relation(name)

    def _source(self, source: Any, table: Any) -> Relation:
        self.state.sources.append((str(source), str(table)))
        return Relation(self._identifiers.get((str(source), str(table)), str(table)), str(table))

    def _var(self, name: Any, default: Any = _NOTHING) -> Any:
        """A variable of the project; its text may hold Jinja of its own."""
        if name not in self._variables:
            return Unknown(name=f"var {name}") if default is _NOTHING else default
        value = self._variables[name]
        if isinstance(value, str) and "{" in value:
            return Template.from_code(self.env, self.env.compile(self.env.parse(value)), self.names).render()
        return value

    def _is_incremental(self) -> bool:
        self.state.asked_incremental = True
        return self.state.incremental


def _translated(kind: Any) -> str:
    """A type by its common name."""
    return _COMMON_TYPES.get(str(kind).casefold(), str(kind))


def _plain(text: str) -> str:
    """A text however its lines end."""
    return text.replace("\r", "").replace("\x1f", "")


class Adapter:
    """``adapter``: what needs no connection works, the rest is unknown."""

    def __init__(self, world: World) -> None:
        self.unknown_name = "adapter"
        self._world = world

    def dispatch(self, macro_name: str, macro_namespace: str = "", **_said: Any) -> Any:
        """The macro for this engine."""
        return self._world.dispatched(macro_name, macro_namespace)

    def quote(self, identifier: Any) -> str:
        """A name in quotes."""
        return f'"{identifier}"'

    def get_columns_in_relation(self, relation: Any) -> Any:
        """The columns the samples have."""
        found = self._world.columns_of(str(relation))
        if not found:
            return Unknown(name="adapter.get_columns_in_relation")
        return [Column(name, type_) for name, type_ in found]


class Column:
    """One column of a relation as a template sees it."""

    def __init__(self, name: str, data_type: str) -> None:
        self.name = self.column = name
        self.data_type = self.dtype = data_type
        self.quoted = f'"{name}"'

    def is_string(self) -> bool:
        """Whether it holds text."""
        return self.data_type.upper().startswith(("VARCHAR", "TEXT", "CHAR"))

    def is_numeric(self) -> bool:
        """Whether it holds decimal numbers."""
        return self.data_type.upper().startswith(("DECIMAL", "NUMERIC"))


def checked(values: Any) -> Iterable[Any]:
    """What a loop goes over; nothing where it is not known."""
    if isinstance(values, Unknown) or values is None:
        touch(getattr(values, "unknown_name", "none"))
        return ()
    found: Iterable[Any] = values
    return found
