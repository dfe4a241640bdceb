"""The macros of a dbt project, each compiled when it is first called. Child only."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import jinja2
from jinja2 import nodes

from signoff.core.engines.jinja.sandbox import PlacedEnvironment, refuse_other_files
from signoff.core.engines.jinja.unknown import Unknown

_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)\s*\(")
_PREFIX = "macro_of_project_"
_DISPATCHED = ("duckdb", "default")


class Returned(Exception):
    """A macro's ``return(value)``."""

    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


def give_back(value: Any = "") -> Any:
    """What ``return`` is in a macro."""
    raise Returned(value)


class Macro:
    """One macro as a template calls it; what it gives back by ``return`` keeps its type."""

    def __init__(self, name: str, compiled: Callable[[], Mapping[str, Any]]) -> None:
        self.name = name
        self._compiled = compiled

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Call it."""
        macro = self._compiled().get(_PREFIX + self.name)
        if macro is None:
            return Unknown(name=self.name)
        try:
            return macro(*given, **named)
        except Returned as found:
            return found.value


class Package:
    """The macros of one package, by name: what ``dbt_utils`` is in a template."""

    def __init__(self, name: str, *tables: Mapping[str, Any]) -> None:
        self.unknown_name = name
        self._tables = tables

    def __getitem__(self, name: str) -> Any:
        """The first macro of that name."""
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str) -> Any:
        """As by brackets; None where there is none."""
        return next((table[name] for table in self._tables if name in table), None)


class ProjectMacros:
    """All macros of a project and its packages, compiled file by file when they are called."""

    def __init__(
        self, env: PlacedEnvironment, files: Sequence[tuple[str, str]], world: dict[str, Any]
    ) -> None:
        """Look through files; compile nothing.

        Args:
            env: the sandbox.
            files: package (empty for the project's own) and text of each.
            world: the names a macro sees; filled by the caller afterwards.
        """
        self._env, self._world = env, world
        self._modules: dict[int, Mapping[str, Any]] = {}
        self.by_package: dict[str, dict[str, Macro]] = {}
        for number, (package, text) in enumerate(files):
            table = self.by_package.setdefault(package, {})
            for name in _MACRO.findall(text):
                table.setdefault(name, Macro(name, partial(self._module, number, text)))

    def _module(self, number: int, text: str) -> Mapping[str, Any]:
        if number not in self._modules:
            self._modules[number] = {}
            self._modules[number] = compiled(self._env, text, self._world)
        return self._modules[number]

    def dispatched(self, name: str, places: Sequence[Mapping[str, Any]]) -> Any:
        """What ``adapter.dispatch`` finds: the macro for this engine, else the default one."""
        for table in places:
            for prefix in _DISPATCHED:
                if (found := table.get(f"{prefix}__{name}")) is not None:
                    return found
        return Unknown(name=name)


def compiled(env: PlacedEnvironment, text: str, world: dict[str, Any]) -> Mapping[str, Any]:
    """The macros of a text, by prefixed name: inside, a plain name means the whole project's macro.

    Raises:
        SignoffError: it would load other files.
        jinja2.TemplateError: it can't be read.
    """
    tree = env.parse(text)
    refuse_other_files(tree)
    for macro in tree.find_all(nodes.Macro):
        macro.name = _PREFIX + macro.name
    code = env.compile(tree)
    template = jinja2.Template.from_code(env, code, world)
    return vars(template.make_module())
