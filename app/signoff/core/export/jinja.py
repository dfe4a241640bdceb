"""Jinja in dbt files: our own references, a customer's existing code, and nothing from anybody's text.

Text from a document may hold what dbt would run, such as ``{{ env_var('X') }}`` in a description or a
literal. It is written so that dbt renders it to itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from signoff.core.domain.edits import EditKind, MandatedEdit

_OPENING = re.compile(r"\{[{%#]")
_BLOCK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_NEUTRAL = re.compile(r"\{\{ '\{[{%#]' \}\}")
_NAME = r"(?:'[^'\\{}]*'|\"[^\"\\{}]*\")"
_REFERENCE = re.compile(rf"\{{\{{\s*(?:source\(\s*{_NAME}\s*,\s*{_NAME}\s*\)|ref\(\s*{_NAME}\s*\))\s*\}}\}}")
_FIXED_VALUES = re.compile(r"(?:\s*,\s*(?:'[\w .-]*'|\"[\w .-]*\"|-?\d+))+")
_SOURCE = re.compile(r"source\(\s*(['\"])(?P<source>[^'\"]+)\1\s*,\s*(['\"])(?P<table>[^'\"]+)\3\s*\)")


_PLAIN_TEXT = r"(?:'[\w .+-]*'|\"[\w .+-]*\")"
_VALUES = re.compile(r"'[^'\\]*'|\"[^\"\\]*\"|(?<![\w.])\d+(?![\w.])")
_PLAIN_VALUE = re.compile(r"(['\"])[\w .+-]*\1|\d+")
_VALUE = rf"(?:{_PLAIN_TEXT}|\[{_PLAIN_TEXT}(?:, {_PLAIN_TEXT})*\])"
_SETTING = re.compile(
    rf"(?:[\s,]*|\{{\{{ config\()['\"]?(?:on_schema_change|unique_key)['\"]?\s*[=:]\s*{_VALUE}(?:, |\) \}}\}}\s*)?"
    rf"|{_VALUE}"
)


def is_setting_edit(edit: MandatedEdit) -> bool:
    """Whether an edit only gives a setting a value that is written out: it runs nothing."""
    return edit.kind is EditKind.CHANGE_CONFIG and all(_SETTING.fullmatch(s.after) for s in edit.splices)


def neutral(text: str) -> str:
    """Text that dbt renders to exactly `text`."""
    return _OPENING.sub(lambda found: f"{{{{ '{found.group()}' }}}}", text)


def is_jinja(text: str) -> bool:
    """Whether a text holds anything dbt would run."""
    return _OPENING.search(text) is not None


def source_call(source: str, table: str) -> str:
    """A reference to a source table."""
    return f"{{{{ source({_literal(source)}, {_literal(table)}) }}}}"


def ref_call(model: str) -> str:
    """A reference to another model."""
    return f"{{{{ ref({_literal(model)}) }}}}"


def source_calls(text: str) -> tuple[tuple[str, str], ...]:
    """Source name and table of every reference to a source table, each once."""
    return tuple(dict.fromkeys((m["source"], m["table"]) for m in _SOURCE.finditer(text)))


def foreign_jinja(existing: str, text: str, edits: Sequence[MandatedEdit] = ()) -> tuple[str, ...]:
    """Jinja in an edited file that was not in the existing one.

    Plain references to tables are left out, lists of fixed values that only got longer, and tags that an edit writes
    into: they call what they called before, with other fixed values.

    Args:
        existing: the file as it was.
        text: as it is to be.
        edits: those that stand, by which the one came from the other; none where it did not.
    """
    before, after = Counter(_blocks(existing)), Counter(_blocks(text))
    gone, edited = list(before - after), _edited(existing, edits)
    return tuple(
        block
        for block in after - before
        if not _REFERENCE.fullmatch(block)
        and not any(_is_longer(block, old) or (old in edited and _is_same_call(block, old)) for old in gone)
    )


def _edited(existing: str, edits: Sequence[MandatedEdit]) -> frozenset[str]:
    """The tags of a file that edits write into."""
    places = [(s.start, s.end) for edit in edits for s in edit.splices]
    tags = [(m.start(), m.end(), m.group()) for m in _BLOCK.finditer(existing)] if places else []
    return frozenset(tag for first, last, tag in tags if any(first < a and b < last for a, b in places))


def _is_same_call(block: str, old: str) -> bool:
    """Whether two tags are the same but for values that are written out, the new ones plain words and numbers."""
    if _VALUES.sub("'", block) != _VALUES.sub("'", old) or "env_var" in block:
        return False
    return all(_PLAIN_VALUE.fullmatch(value) for value in _VALUES.findall(block))


def _is_longer(block: str, old: str) -> bool:
    """Whether a tag is an old one with further fixed values at the end of a list."""
    same = next((n for n, pair in enumerate(zip(block, old, strict=False)) if pair[0] != pair[1]), len(old))
    rest = old[same:]
    more = block[same : len(block) - len(rest)]
    return (
        rest.lstrip().startswith("]") and block.endswith(rest) and _FIXED_VALUES.fullmatch(more) is not None
    )


def _blocks(text: str) -> list[str]:
    without_neutral = _NEUTRAL.sub("", text)
    blocks = _BLOCK.findall(without_neutral)
    left = _BLOCK.sub("", without_neutral)
    return blocks + _OPENING.findall(left)


def _literal(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
