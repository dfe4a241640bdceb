"""A dbt project folder as far as its models' text depends on it: models, macros, variables, what dbt compiled."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from signoff.core.domain.dbt import Compiled, KeptModel, MacroFile, SourceName, Surroundings
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.project_settings import schema_entries, settings_of

PROJECT_FILE = "dbt_project.yml"
_MANIFEST = "manifest.json"
_MOST_FILES = 20_000
_MOST_MACROS = 3_000
_MOST_BYTES = 2 * 2**20
"""Of one file of SQL or YAML."""
_MOST_MANIFEST = 100 * 2**20
_DBTS_OWN = (
    "dbt",
    *(f"dbt_{name}" for name in ("duckdb", "postgres", "snowflake", "bigquery", "redshift", "spark")),
)
"""Packages of dbt itself: what models use of them is known without their text."""


def is_project(folder: Path) -> bool:
    """Whether a folder is the root of a dbt project."""
    return (folder / PROJECT_FILE).is_file()


@dataclass(frozen=True)
class DbtProject:
    """One project folder; nothing is read before it is asked for."""

    folder: Path
    settings: Mapping[str, Any] = field(default_factory=dict)
    """What dbt_project.yml says."""

    @property
    def name(self) -> str:
        """The project's name."""
        return str(self.settings.get("name", ""))

    @cached_property
    def models(self) -> Mapping[str, Path]:
        """Files of models and snapshots by case-folded name; an alias counts where no file has that name."""
        found: dict[str, Path] = {}
        for path in self._files("model-paths", "source-paths", "models", ".sql"):
            found.setdefault(path.stem.casefold(), path)
        for path in self._files("snapshot-paths", "", "snapshots", ".sql"):
            found.setdefault(path.stem.casefold(), path)
        for node in self._nodes("nodes"):
            alias, name = str(node.get("alias") or ""), str(node.get("name") or "").casefold()
            if alias and node.get("resource_type") == "model" and name in found:
                found.setdefault(alias.casefold(), found[name])
        return found

    def around(self, models: Sequence[str]) -> Surroundings:
        """What stands around some of its models.

        Args:
            models: names as `models` has them.
        """
        compiled = [Compiled(name, sql) for name in models if (sql := self._compiled(name))]
        return Surroundings(
            self.name,
            tuple(islice(self._macros(), _MOST_MACROS)),
            self._variables(),
            tuple(self._sources()),
            compiled=tuple(compiled),
            kept=tuple(self._kept(models)),
        )

    def _kept(self, models: Sequence[str]) -> Iterator[KeptModel]:
        entries = schema_entries(self.folder)
        for name in models:
            path = self.models.get(name.casefold())
            if path is not None:
                inside = path.relative_to(self.folder).as_posix()
                yield KeptModel(name, inside, settings_of(self.folder, path, entries))

    def _paths(self, *settings: str, usual: str) -> list[Path]:
        named = next((self.settings[s] for s in settings if isinstance(self.settings.get(s), list)), [usual])
        return [self.folder / str(each) for each in named]

    def _files(self, setting: str, older: str, usual: str, ending: str) -> Iterator[Path]:
        for folder in self._paths(setting, older, usual=usual):
            yield from files_below(folder, ending)

    def _macros(self) -> Iterator[MacroFile]:
        """Its own, those of the packages beside it, and of packages that only the manifest knows."""
        packages = list(self._packages())
        yield from self._own_macros("")
        for package in packages:
            yield from package._own_macros(package.name)
        there = {package.name for package in packages} | {self.name, *_DBTS_OWN}
        for node in self._nodes("macros"):
            name = str(node.get("package_name") or "")
            if name not in there:
                yield MacroFile(name, str(node.get("macro_sql") or ""))

    def _own_macros(self, called: str) -> Iterator[MacroFile]:
        for folder in self._paths("macro-paths", usual="macros"):
            for path in files_below(folder, ".sql"):
                text = readable(path)
                if "macro" in text:
                    yield MacroFile(called, text)

    def _packages(self) -> Iterator[DbtProject]:
        """The packages that were installed beside the models."""
        named = str(self.settings.get("packages-install-path") or "dbt_packages")
        for place in dict.fromkeys((named, "dbt_packages", "dbt_modules")):
            root = self.folder / place
            for folder in sorted(root.iterdir()) if root.is_dir() else ():
                if is_project(folder):
                    yield read_project(folder)

    def _variables(self) -> str:
        """The project's variables, those it states for itself before those for all, those of packages last."""
        stated = self.settings.get("vars")
        if not isinstance(stated, Mapping):
            return "{}"
        of_packages = {p.name for p in self._packages()} | {"dbt_utils", "fivetran_utils"}
        own = stated.get(self.name)
        further: dict[str, Any] = {}
        for name, values in stated.items():
            if isinstance(values, Mapping) and name != self.name and name in of_packages:
                further.update(values)
        plain = {k: v for k, v in stated.items() if k != self.name and k not in of_packages}
        found = {**further, **plain, **(own if isinstance(own, Mapping) else {})}
        return json.dumps({str(k): v for k, v in found.items()}, default=str, ensure_ascii=False)

    def _sources(self) -> Iterator[SourceName]:
        """Source tables whose name in the database is another one."""
        for file in self._yaml_files():
            for source in _listed(file, "sources"):
                for table in _listed(source, "tables"):
                    identifier = str(table.get("identifier") or "")
                    if identifier and "{" not in identifier and identifier != table.get("name"):
                        yield SourceName(str(source.get("name")), str(table.get("name")), identifier)

    def _yaml_files(self) -> Iterator[Mapping[str, Any]]:
        for ending in (".yml", ".yaml"):
            for path in self._files("model-paths", "source-paths", "models", ending):
                yield read_yaml(path)

    def _compiled(self, model: str) -> str:
        path = self.models.get(model.casefold())
        if path is None:
            return ""
        target = self.folder / str(self.settings.get("target-path") or "target")
        try:
            beside = target / "compiled" / self.name / path.relative_to(self.folder)
        except ValueError:
            return ""
        if beside.is_file():
            return readable(beside)
        stems = (
            n for n in self._nodes("nodes") if str(n.get("name") or "").casefold() == path.stem.casefold()
        )
        return next((str(n.get("compiled_code") or n.get("compiled_sql") or "") for n in stems), "")

    def _nodes(self, part: str) -> Iterator[Mapping[str, Any]]:
        listed = self._manifest.get(part)
        for node in listed.values() if isinstance(listed, Mapping) else ():
            if isinstance(node, Mapping):
                yield node

    @cached_property
    def _manifest(self) -> Mapping[str, Any]:
        path = self.folder / str(self.settings.get("target-path") or "target") / _MANIFEST
        try:
            if not path.is_file() or path.stat().st_size > _MOST_MANIFEST:
                return {}
            data = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return data if isinstance(data, Mapping) else {}


def read_project(folder: Path) -> DbtProject:
    """The project in a folder.

    Raises:
        SignoffError: its dbt_project.yml can't be read.
    """
    settings = read_yaml(folder / PROJECT_FILE)
    if not settings:
        raise SignoffError(say("input.dbt_project_unreadable", folder=folder))
    return DbtProject(folder, settings)


def files_below(folder: Path, ending: str) -> Iterator[Path]:
    """Files of an ending in a folder and all below it, in order; links to folders are not followed."""
    if not folder.is_dir():
        return
    for number, path in enumerate(sorted(folder.rglob(f"*{ending}"))):
        if number < _MOST_FILES and path.is_file():
            yield path


def readable(path: Path) -> str:
    """A file's text; empty where it is none, or too large."""
    try:
        return path.read_bytes().decode("utf-8") if path.stat().st_size <= _MOST_BYTES else ""
    except (OSError, UnicodeDecodeError):
        return ""


def read_yaml(path: Path) -> Mapping[str, Any]:
    """What a YAML file says; nothing where it can't be read."""
    try:
        data = yaml.safe_load(readable(path))
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return data if isinstance(data, Mapping) else {}


def _listed(data: Mapping[str, Any], part: str) -> Iterator[Mapping[str, Any]]:
    listed = data.get(part)
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, Mapping):
            yield each
