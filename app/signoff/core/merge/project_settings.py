"""What a dbt project's YAML files say of one model: how its rows are kept, and which columns tell them apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from signoff.core.domain.materialising import ModelConfig, Setting, SettingValue

PROJECT_FILE = "dbt_project.yml"
TESTED_UNIQUE = "tested_unique"
"""Name of the setting that stands for columns a test calls unique."""
_ENDINGS = (".yml", ".yaml")
_MOST_BYTES = 2 * 2**20


Entries = Mapping[str, Sequence[tuple[str, dict[str, Any]]]]
"""By model: the file inside the project, and the entry that it has there."""


def schema_entries(root: Path) -> Entries:
    """What the schema files of a dbt project say of its models."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for path in schema_files(root):
        for model in _listed(read_yaml(path).get("models")):
            found.setdefault(str(model.get("name")), []).append((path.relative_to(root).as_posix(), model))
    return found


def settings_of(root: Path, model_file: Path, entries: Entries | None = None) -> ModelConfig:
    """The settings of one model outside its own file, those of schema files before those of the project.

    Args:
        root: folder of the dbt project.
        model_file: the model's file inside it.
        entries: what `schema_entries` gave, where many models are asked for.
    """
    project = read_yaml(root / PROJECT_FILE)
    known = schema_entries(root) if entries is None else entries
    found = [
        *_schema_settings(known.get(model_file.stem, ())),
        *_project_settings(root, project, model_file),
    ]
    return ModelConfig(tuple(found))


def model_folders(root: Path) -> tuple[Path, ...]:
    """The folders of a dbt project that hold models, as its settings name them."""
    listed = read_yaml(root / PROJECT_FILE).get("model-paths")
    names = [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []
    return tuple(root / name for name in names or ["models"])


def macro_folder(root: Path) -> Path:
    """The folder of a dbt project that holds macros; the first of several."""
    listed = read_yaml(root / PROJECT_FILE).get("macro-paths")
    names = [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []
    return root / (names[0] if names else "macros")


def schema_files(root: Path) -> tuple[Path, ...]:
    """The YAML files beside a dbt project's models."""
    found = (p for folder in model_folders(root) if folder.is_dir() for p in sorted(folder.rglob("*")))
    return tuple(p for p in found if p.suffix.lower() in _ENDINGS and p.is_file())


def read_yaml(path: Path) -> dict[str, Any]:
    """A YAML file that holds a mapping; empty where it is missing, too large, or anything else."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return {}
        data = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _schema_settings(entries: Sequence[tuple[str, dict[str, Any]]]) -> Iterator[Setting]:
    for where, model in entries:
        config = model.get("config")
        for name, value in config.items() if isinstance(config, dict) else ():
            yield _setting(str(name), value, where)
        for columns in _unique(model):
            yield Setting(TESTED_UNIQUE, columns, where=where)


def _project_settings(root: Path, project: Mapping[str, Any], model_file: Path) -> list[Setting]:
    """The settings of every folder on the way to the model, the nearest first."""
    folder = next((f for f in model_folders(root) if model_file.is_relative_to(f)), None)
    tree = project.get("models")
    if folder is None or not isinstance(tree, dict):
        return []
    inside = model_file.relative_to(folder)
    steps = [str(project.get("name", "")), *inside.parts[:-1], inside.stem]
    levels: list[list[Setting]] = [_own(tree)]
    for step in steps:
        tree = tree.get(step)
        if not isinstance(tree, dict):
            break
        levels.append(_own(tree))
    return [setting for level in reversed(levels) for setting in level]


def _own(tree: Mapping[Any, Any]) -> list[Setting]:
    """Settings of one folder: names with ``+``, and plain ones that are no folder."""
    return [
        _setting(str(name).removeprefix("+"), value, PROJECT_FILE)
        for name, value in tree.items()
        if str(name).startswith("+") or not isinstance(value, dict)
    ]


def _setting(name: str, value: object, where: str) -> Setting:
    return Setting(name, _plain(value), str(value), where=where)


def _plain(value: object) -> SettingValue:
    if isinstance(value, str):
        return None if "{{" in value else (value,)
    if isinstance(value, bool):
        return (str(value).lower(),)
    if isinstance(value, int | float):
        return (str(value),)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    return None


def _unique(model: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Columns that tests or constraints of a model call unique, each set once."""
    for column in _listed(model.get("columns")):
        tests = _tests(column)
        if "unique" in tests or any(isinstance(t, dict) and "unique" in t for t in tests):
            yield (str(column.get("name", "")),)
    for test in _tests(model):
        for name, given in test.items() if isinstance(test, dict) else ():
            inner = given.get("arguments", given) if isinstance(given, dict) else {}
            columns = inner.get("combination_of_columns") if isinstance(inner, dict) else None
            if str(name).endswith("unique_combination_of_columns") and isinstance(columns, list):
                yield tuple(str(each) for each in columns)


def _tests(entry: Mapping[str, Any]) -> Sequence[Any]:
    both = [entry.get("data_tests"), entry.get("tests")]
    return [test for tests in both if isinstance(tests, list) for test in tests]


def _listed(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
