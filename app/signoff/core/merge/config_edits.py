"""Settings of a dbt file changed in the file's own style, as edits of its text."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.edits import EditKind, MandatedEdit, Splice, edit_id
from signoff.core.domain.materialising import ConfigCall
from signoff.core.errors import SignoffError
from signoff.core.merge.config_calls import config_calls, config_of

_BOM = "\ufeff"


def config_edit(
    text: str, name: str, value: str | Sequence[str], why: str, *, column: str = "", suggestion: bool = False
) -> MandatedEdit:
    """One setting put into a file, or changed there.

    Args:
        text: the file.
        name: of the setting.
        value: a text, or several for a list.
        why: one sentence for a person.
        column: the column it is made for; empty where it is for the model as a whole.
        suggestion: it is shown and not made.
    """
    try:
        calls = config_calls(text)
    except SignoffError:
        calls = ()
    call = next((c for c in reversed(calls) if c.config.get(name) is not None), calls[-1] if calls else None)
    if call is None:
        splice = _new_call(text, name, value)
    elif call.config.get(name) is not None:
        splice = _replaced(text, call, name, value)
    else:
        splice = _added(text, call, name, value)
    after = text[: splice.start] + splice.after + text[splice.end :]
    settled = config_of(after).get(name)
    unread = settled is None or settled.value != ((value,) if isinstance(value, str) else tuple(value))
    kind = EditKind.CHANGE_CONFIG
    return MandatedEdit(
        edit_id(kind, column, splice.start, splice.after),
        kind,
        column,
        why,
        splices=(splice,),
        suggestion=suggestion or unread,
    )


def _new_call(text: str, name: str, value: str | Sequence[str]) -> Splice:
    """A call of its own as the first line of a file that has none."""
    place = len(_BOM) if text.startswith(_BOM) else 0
    newline = _newline(text)
    return Splice(
        place, place, "", f"{{{{ config({name}={_literal(value, _QUOTE)}) }}}}{newline}{newline}", once=True
    )


def _replaced(text: str, call: ConfigCall, name: str, value: str | Sequence[str]) -> Splice:
    setting = call.config.get(name)
    assert setting is not None
    written = _literal(value, _quote(setting.written) or _quote(text[call.start : call.end]) or _QUOTE)
    return Splice(setting.start, setting.end, text[setting.start : setting.end], written)


def _added(text: str, call: ConfigCall, name: str, value: str | Sequence[str]) -> Splice:
    """Behind the last setting, with the commas, line breaks and blanks of those before it."""
    inside = text[call.start : call.end]
    quote = _quote(inside) or _QUOTE
    if not call.names:
        after = f"{name}={_literal(value, quote)}"
        return Splice(call.start, call.start, "", after + (", " if inside.strip() else ""))
    last_name, begin, end = call.names[-1]
    key, between = _key_style(text[begin:end], last_name, call)
    joint = _joint(text, call)
    return Splice(end, end, "", f"{joint}{key.replace(last_name, name)}{between}{_literal(value, quote)}")


def _key_style(written: str, name: str, call: ConfigCall) -> tuple[str, str]:
    """How the last setting writes its name, and what stands between that and its value."""
    setting = next(s for s in reversed(call.config.settings) if s.name == name)
    head = written[: len(written) - (setting.end - setting.start)]
    cut = head.index(name) + len(name)
    cut += head[cut : cut + 1] in ("'", '"')
    return head[:cut], head[cut:]


def _joint(text: str, call: ConfigCall) -> str:
    """What stands between two settings."""
    if len(call.names) > 1:
        return text[call.names[-2][2] : call.names[-1][1]]
    before = text[call.start : call.names[0][1]]
    return "," + before if "\n" in before else ", "


_QUOTE = "'"


def _quote(written: str) -> str:
    return next((letter for letter in written if letter in "'\""), "")


def _literal(value: str | Sequence[str], quote: str) -> str:
    if isinstance(value, str):
        return f"{quote}{value}{quote}"
    return "[" + ", ".join(f"{quote}{each}{quote}" for each in value) + "]"


def _newline(text: str) -> str:
    found = text.find("\n")
    return "\r\n" if found > 0 and text[found - 1] == "\r" else "\n"
