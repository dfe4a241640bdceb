"""The settings that a dbt file gives itself, with the exact place of each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from signoff.core.domain.materialising import ConfigCall, ModelConfig, Setting, SettingValue
from signoff.core.errors import SignoffError
from signoff.core.merge.jinjatags import Tag, TagKind, tags_of

_CALL = re.compile(r"(?:do\s+)?config\s*\(", re.DOTALL)
_TILDE = re.compile(r"~(?=(?:[^'\"]|'[^']*'|\"[^\"]*\")*$)")


def config_calls(text: str) -> tuple[ConfigCall, ...]:
    """Every ``config(…)`` call of a file, in order; one that can't be read has no settings.

    Raises:
        SignoffError: a tag of the file is never closed.
    """
    return tuple(call for tag in tags_of(text) if (call := _call_of(text, tag)) is not None)


def config_of(text: str) -> ModelConfig:
    """The settings a file gives itself; none where its tags can't be read."""
    try:
        calls = config_calls(text)
    except SignoffError:
        return ModelConfig()
    return ModelConfig(tuple(setting for call in reversed(calls) for setting in call.config.settings))


def _call_of(text: str, tag: Tag) -> ConfigCall | None:
    if tag.kind == TagKind.COMMENT:
        return None
    begin = text.index(tag.body, tag.start + 2) if tag.body else tag.end
    found = _CALL.match(text, begin, tag.end)
    if found is None:
        return None
    end = begin + len(tag.body) - 1
    if text[end : end + 1] != ")":
        return None
    return _read(text, found.end(), end)


def _read(text: str, start: int, end: int) -> ConfigCall:
    """The settings between the brackets, read by Python's parser, whose calls look the same."""
    source = "f(" + _TILDE.sub("@", text[start:end]) + ")"
    try:
        tree = ast.parse(source.replace("\r", " "), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ConfigCall(start, end)
    if not isinstance(tree, ast.Call):
        return ConfigCall(start, end)
    shift, places = start - 2, _Places(source)
    settings, names = [], []
    for name, key, value in _pairs(tree):
        first = places.of(value.lineno, value.col_offset)
        last = places.of(value.end_lineno, value.end_col_offset)
        begin = places.of(key.lineno, key.col_offset) if key is not None else first
        written = text[first + shift : last + shift]
        settings.append(Setting(name, _value(value), written, first + shift, last + shift))
        names.append((name, begin + shift, last + shift))
    return ConfigCall(start, end, tuple(names), ModelConfig(tuple(settings)))


def _pairs(call: ast.Call) -> Iterator[tuple[str, ast.expr | ast.keyword | None, ast.expr]]:
    for argument in call.args:
        if isinstance(argument, ast.Dict):
            for key, value in zip(argument.keys, argument.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, key, value
    for keyword in call.keywords:
        if keyword.arg is not None:
            yield keyword.arg, keyword, keyword.value


def _value(node: ast.expr) -> SettingValue:
    if isinstance(node, ast.Name):
        return (node.id.lower(),) if node.id.lower() in ("true", "false") else None
    if isinstance(node, ast.Constant):
        return _text(node.value)
    if isinstance(node, ast.List | ast.Tuple):
        texts = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
        return tuple(texts) if len(texts) == len(node.elts) else None
    return None


def _text(value: object) -> SettingValue:
    if isinstance(value, bool):
        return (str(value).lower(),)
    return (str(value),) if isinstance(value, str | int | float) else None


class _Places:
    """Places in a text from Python's lines and bytes."""

    def __init__(self, text: str) -> None:
        self._lines = text.replace("\r", " ").split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def of(self, line: int | None, offset: int | None) -> int:
        number = (line or 1) - 1
        letters = self._lines[number].encode()[: offset or 0].decode("utf-8", "ignore")
        return self._starts[number] + len(letters)
