"""Marks of code in texts: in Markdown what is SQL, a name or a value stands between backticks."""

from __future__ import annotations

import re

_DOUBLE = re.compile(r"``+")
_MARKED = re.compile(r"`(?P<inside>[^`\n]*)`")
_NAME_WITH_BLANKS = re.compile(r"[^\W\d]\w*(?: \w+)+")


def without_code_marks(text: str) -> str:
    """The text without backticks around code; those around a name with blanks in it stay, since they quote it.

    Args:
        text: a rule, a remark or a condition as it is written.
    """
    if "`" not in text:
        return text
    single = _DOUBLE.sub("", text)
    return _MARKED.sub(
        lambda m: m.group() if _NAME_WITH_BLANKS.fullmatch(m["inside"].strip()) else m["inside"], single
    )
