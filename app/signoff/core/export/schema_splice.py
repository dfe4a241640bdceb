"""New columns put into somebody's schema file: every other byte of it stays, comments and order among them."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import yaml

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.export.schema_files import Yaml

_BOM = "\ufeff"
_WIDTH = 10_000


def names_model(text: str, model: str) -> bool:
    """Whether a schema file has an entry for a model; False for what is no YAML."""
    try:
        return _model_node(_root(text.removeprefix(_BOM)), model) is not None
    except SignoffError:
        return False


def with_columns(text: str, model: str, entries: Sequence[Yaml]) -> str:
    """The file with entries for new columns of a model; those it has already are left out.

    Args:
        text: the schema file.
        model: a model that it has an entry for.
        entries: name, description, type and tests of each column.

    Raises:
        SignoffError: the file can't be read, or the entries can't be put in without touching anything else.
    """
    body = text.removeprefix(_BOM)
    node = _model_node(_root(body), model)
    if node is None:
        raise SignoffError(say("export.schema_not_spliced", model=model))
    there = {str(_scalar(_value(each, "name"))).casefold() for each in _items(_value(node, "columns"))}
    new = [entry for entry in entries if str(entry["name"]).casefold() not in there]
    if not new:
        return text
    if "data_tests:" not in body and "tests:" in body:
        new = [{("tests" if k == "data_tests" else k): v for k, v in entry.items()} for entry in new]
    spliced = _spliced(body, node, new)
    _require_only(body, spliced, model, new)
    return text[: len(text) - len(body)] + spliced


def _root(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise SignoffError(
            say("export.schema_unreadable", reason=" ".join(str(error).split())[:200])
        ) from error


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if _scalar(name) == key), None)


def _scalar(node: yaml.Node | None) -> str | None:
    return node.value if isinstance(node, yaml.ScalarNode) else None


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _model_node(root: yaml.Node | None, model: str) -> yaml.Node | None:
    models = _items(_value(root, "models"))
    return next((each for each in models if _scalar(_value(each, "name")) == model), None)


def _spliced(text: str, model: yaml.Node, entries: Sequence[Yaml]) -> str:
    columns = _value(model, "columns")
    newline = "\r\n" if "\r\n" in text else "\n"
    if isinstance(columns, yaml.SequenceNode) and columns.flow_style:
        return _into_flow(text, columns, entries)
    if isinstance(columns, yaml.SequenceNode) and columns.value:
        place = _line_end(text, _last(columns.value[-1]))
        lines = _block(entries, columns.start_mark.column, _step(columns))
        gap = newline if _apart(text, columns) else ""
        return text[:place] + "".join(gap + newline + newline.join(each) for each in lines) + text[place:]
    if not isinstance(model, yaml.MappingNode) or model.flow_style:
        return text
    if columns is not None:
        place, indent = _line_end(text, columns.start_mark.index), model.start_mark.column
        head = ""
    else:
        place, indent = _line_end(text, _last(model)), model.start_mark.column
        head = newline + " " * indent + "columns:"
    lines = _block(entries, indent + 2, 2)
    return text[:place] + head + "".join(newline + newline.join(each) for each in lines) + text[place:]


def _into_flow(text: str, columns: yaml.SequenceNode, entries: Sequence[Yaml]) -> str:
    place = columns.end_mark.index - 1
    options: dict[str, Any] = {"sort_keys": False, "allow_unicode": True, "width": _WIDTH}
    dumped = [yaml.safe_dump(entry, default_flow_style=True, **options) for entry in entries]
    joined = ", ".join(each.strip() for each in dumped)
    before = text[:place].rstrip()
    joint = "" if before.endswith(("[", ",")) else ", "
    return before + joint + joined + text[len(before) : place] + text[place:]


def _block(entries: Sequence[Yaml], indent: int, step: int) -> list[list[str]]:
    """Lines of each entry of a block list whose dashes stand at `indent`."""
    found = []
    for entry in entries:
        dumped = yaml.safe_dump(entry, sort_keys=False, allow_unicode=True, width=_WIDTH, indent=2)
        first, *others = dumped.rstrip("\n").split("\n")
        blank = " " * indent
        dash = "-" + " " * (step - 1)
        lines = [blank + dash + first]
        lines += [(blank + " " * step + line) if line else line for line in others]
        found.append(lines)
    return found


def _step(columns: yaml.SequenceNode) -> int:
    """Letters from the dash to the entry behind it."""
    first: int = columns.value[0].start_mark.column
    return max(2, first - int(columns.start_mark.column))


def _apart(text: str, columns: yaml.SequenceNode) -> bool:
    """Whether a blank line stands between the entries."""
    if len(columns.value) < 2:
        return False
    between = text[_last(columns.value[-2]) : columns.value[-1].start_mark.index]
    return any(not line.strip() for line in between.split("\n")[1:-1])


def _last(node: yaml.Node) -> int:
    """Place behind the last letter of a node; block nodes end where the next token begins, so the last leaf tells."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return _last(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _last(node.value[-1])
    return int(node.end_mark.index)


def _line_end(text: str, place: int) -> int:
    """Where the line ends that holds the last letter before `place`."""
    found = text.find("\n", len(text[:place].rstrip()))
    end = len(text.rstrip("\r\n")) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end


def _require_only(before: str, after: str, model: str, entries: Sequence[Yaml]) -> None:
    """Read both texts: nothing but the entries is new, and every old byte is there in its order."""
    wanted = copy.deepcopy(_loaded(before))
    entry = next((m for m in _models(wanted) if m.get("name") == model), None)
    if entry is not None:
        entry["columns"] = [*(entry.get("columns") or []), *entries]
    shared = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    kept = after.startswith(before[:shared]) and after.endswith(before[shared:])
    if entry is None or not kept or _loaded(after) != wanted:
        raise SignoffError(say("export.schema_not_spliced", model=model))


def _models(data: object) -> list[dict[str, Any]]:
    models = data.get("models") if isinstance(data, dict) else None
    return [each for each in models if isinstance(each, dict)] if isinstance(models, list) else []


def _loaded(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError):
        return None
