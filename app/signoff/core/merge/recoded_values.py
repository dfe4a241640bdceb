"""Cases of the file whose values are called otherwise from now on: ``rename upgrade to expansion; no change is flat``.

Only the values are written anew, in the text of the file; tests, and values that nobody speaks of, stay as they are.
"""

from __future__ import annotations

import re
from functools import partial

from sqlglot import exp

from signoff.core.merge.sqlparts import parsed

_VALUE = r"(?:'[^']+'|\"[^\"]+\"|[\w-]+)"
_RENAME = re.compile(
    rf"^(?:please\s+)?(?:rename|call|change|turn)\s+(?P<pairs>{_VALUE}\s+(?:to|into|->|→|=>)\s+{_VALUE}"
    rf"(?:\s*(?:,|\band\b|,\s*and\b)\s*{_VALUE}\s+(?:to|into|->|→|=>)\s+{_VALUE})*)$",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    rf"^(?P<old>{_VALUE})\s+(?:becomes|is\s+now\s+called|is\s+called|is\s+renamed\s+(?:to|as)|->|→|=>)\s+(?P<new>{_VALUE})(?:\s+(?:now|from\s+now\s+on))?$",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"(?P<old>{_VALUE})\s+(?:to|into|->|→|=>)\s+(?P<new>{_VALUE})", re.IGNORECASE)
_ELSE = re.compile(
    rf"^(?=.*\b(?:nothing|none|no\s+change|unchanged|otherwise|else|(?:all\s+)?the\s+rest|everything\s+else|all\s+others?|null|empty|blank)\b)"
    rf"(?!.*\b(?:not|unless|except|only)\b)[\w\s,]*?\b(?:is|are|becomes?|gets?|shows?|=|:)\s+(?:now\s+)?(?P<value>{_VALUE})(?:\s*\([^()]*\))?(?:\s+now)?$",
    re.IGNORECASE,
)
_STAYS = re.compile(
    rf"^(?P<values>{_VALUE}(?:\s*(?:,|/|\band\b|,\s*and\b)\s*{_VALUE})*)\s*[:,]?\s*(?:are\s+|is\s+)?"
    r"(?:hands\s+off|do\s+not\s+touch|untouched|unchanged|no\s+change|stay|stays|as\s+(?:is|before|they\s+are|it\s+is)|stay\s+as\s+they\s+are)$",
    re.IGNORECASE,
)


def recoded(rule: str, sql: str) -> str:
    """The expression with its values called otherwise; empty where the rule asks for anything else.

    Args:
        rule: of a changed column.
        sql: the cases that the file has for it, as they stand there.
    """
    tree = parsed(sql)
    case = tree if isinstance(tree, exp.Case) else None
    if case is None:
        return ""
    arms = [arm.args["true"] for arm in case.args["ifs"]]
    default = case.args.get("default")
    values = {v.this for v in (*arms, default) if isinstance(v, exp.Literal) and v.is_string}
    names: dict[str, str] = {}
    rest = ""
    for piece in re.split(r"\s*;\s*|\.\s+|\.$", " ".join(rule.split())):
        if not piece.strip():
            continue
        pairs = _pairs(piece.strip(), values)
        stays, other = _STAYS.match(piece.strip()), _ELSE.match(piece.strip())
        if pairs:
            names |= pairs
        elif (
            stays is not None
            and {_bare(v) for v in re.findall(_VALUE, stays["values"]) if v != "and"} <= values
        ):
            continue
        elif other is not None and not rest and default is None:
            rest = _bare(other["value"])
        else:
            return ""
    if not names and not rest:
        return ""
    return _written(sql, names, rest)


def _pairs(piece: str, values: set[str]) -> dict[str, str]:
    """Values and what they are called from now on; empty where one of them is not among the cases."""
    told, becomes = _RENAME.match(piece), _BECOMES.match(piece)
    found = (
        list(_PAIR.finditer(told["pairs"])) if told is not None else [becomes] if becomes is not None else []
    )
    pairs = {_bare(each["old"]): _bare(each["new"]) for each in found}
    return pairs if set(pairs) <= values else {}


def _called(name: str, match: re.Match[str]) -> str:
    return f"{match[1]}'{name}'"


def _written(sql: str, names: dict[str, str], rest: str) -> str:
    """The text with each value behind THEN or ELSE called otherwise, and with what stands for the rest."""
    text = sql
    for old, new in names.items():
        shape = re.compile(rf"(\b(?:then|else)\s+)'{re.escape(old)}'", re.IGNORECASE)
        text = shape.sub(partial(_called, new), text)
    if rest:
        end = re.search(r"(?P<gap>\s+)end\s*$", text, re.IGNORECASE)
        if end is None:
            return ""
        word = "ELSE" if re.search(r"\bTHEN\b", text) else "else"
        whens = re.findall(r"\n([ \t]*)when\b", text, re.IGNORECASE)
        gap = f"\n{whens[-1]}" if whens else " "
        text = f"{text[: end.start()]}{gap}{word} '{rest}'{text[end.start() :]}"
    return text if parsed(text) is not None else ""


def _bare(value: str) -> str:
    return value.strip("'\"")
