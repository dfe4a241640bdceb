"""A whole rule in everyday words: piece after piece, those between commas together where only that is read."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.merge.likely.everyday.arms import with_arm, with_pairs, without_case
from signoff.core.merge.likely.everyday.missing import with_missing
from signoff.core.merge.likely.everyday.pieces import pieces_of, sentences_of
from signoff.core.merge.likely.everyday.state import Value, is_text_of, put_together
from signoff.core.merge.likely.everyday.steps import with_step
from signoff.core.merge.likely.everyday.tests import test_of
from signoff.core.merge.likely.everyday.texts import AS_EMPTY, digest_of, parts_of
from signoff.core.merge.likely.everyday.values import value_of
from signoff.core.merge.likely.plainly.ground import Ground, target_kind
from signoff.core.merge.likely.plainly.lexis import alike
from signoff.core.merge.likely.plainly.names import Names
from signoff.core.merge.likely.values.tools import Tools

_MOST = 500
_TALK = re.compile(
    r"^(?:e\.g\b.*|see\b[\w\s]*|(?:this\s+|it\s+|which\s+)?(?:goes|gets|becomes?|can\s+(?:be|become|"
    r"go|get)|may\s+(?:be|become|go))\s+negative\b(?!.*\b(?:0|zero|null)\b).*|negative\s+(?:values?\s+"
    r")?(?:is\s+|are\s+)?(?:allowed|possible|ok|fine)|"
    r"not\s+rounded|units?\s+in\s+any\s+.*case|1:1|(?:the\s+)?time(?:\s+part)?\s+is\s+(?:dropped|"
    r"ignored)|daylight\s+saving\s+\w+|as\s+text)$",
    re.IGNORECASE,
)

_ALSO_NONE = re.compile(
    r"^(?:also|even|including)\s+(?:when|if|for|where)?\s*(?:it\s+is\s+|an?\s+)?(?:empty|null|"
    r"missing|blank)(?:\s+\w+)?$",
    re.IGNORECASE,
)
"""That what holds for the rest holds for a missing value."""


def likely_everyday(rule: str, tools: Tools) -> str:
    """SQL of a rule in everyday words; empty where one of its pieces is not understood.

    Args:
        rule: the rule.
        tools: the columns it may be about and what makes SQL of its parts.
    """
    if not tools.sources or not rule.strip() or len(rule) > _MOST:
        return ""
    ground = Ground(tools, Names(tools.sources, tools.columns), target_kind(tools.target_type))
    pieces = [pieces_of(sentence) for sentence in sentences_of(alike(rule))]
    for piece in (p for listed in pieces for p in listed):
        without_case(piece, ground)
    value: Value | None = Value()
    for listed in pieces:
        value = _read(listed, value, ground) if value is not None else None
    if value is None:
        return ""
    made = put_together(value, ground)
    return made if _says_all(made, value, ground) else ""


def _says_all(made: str, value: Value, ground: Ground) -> bool:
    """Whether every source is in what was made, and it is more than one of them as it is."""
    if not made or (not value.steps and any(made == c.sql for c in ground.names.columns)):
        return False
    if len(value.arms) == 1 and not value.rest and not value.sql:
        return False
    used = [re.search(rf"{re.escape(c.sql)}(?!\w)", made) for c in ground.names.sources]
    return all(used)


def _read(pieces: list[str], value: Value, ground: Ground) -> Value | None:
    """The value after all pieces, taken together where only that is understood."""
    if not pieces:
        return value
    for size in range(len(pieces), 0, -1):
        topic, folds = ground.topic, ground.folds
        found = _with(", ".join(pieces[:size]), value, ground)
        done = _read(pieces[size:], found, ground) if found is not None else None
        if done is not None:
            return done
        ground.topic, ground.folds = topic, folds
    return None


def _with(piece: str, value: Value, ground: Ground) -> Value | None:
    plain = without_case(piece.strip(" ,"), ground).strip(" ,")
    if not plain or _TALK.match(plain) or (value.rest and not value.stays and _ALSO_NONE.match(plain)):
        return value
    for reader in (with_step, _left_out, with_pairs, with_missing, with_arm, _head):
        made = reader(plain, value, ground)
        if made is not None:
            return made
    return None


def _head(piece: str, value: Value, ground: Ground) -> Value | None:
    """What the rule makes, where nothing made a value yet."""
    if value.sql or value.arms:
        return None
    digest, hashed = digest_of(piece, ground)
    if digest:
        return replace(value, sql=digest, parts=hashed, steps=value.steps + 1)
    parts = parts_of(piece, ground)
    if parts:
        return replace(value, sql=" || ".join(parts), parts=parts, steps=value.steps + 1)
    made = value_of(piece, ground)
    if made and made != "NULL":
        return replace(value, sql=made)
    if ground.target == "truth" and (test := test_of(piece, ground)):
        return replace(value, sql=test, steps=value.steps + 1)
    return None


_ALONE = re.compile(
    r"^(?:(?:if|when|where)\s+)?(?P<how>(?:only\s+)?(?:one|either|any)(?:\s+of\s+(?:them|the\s+"
    r"\w+))?\s+(?:is|are)\s+(?:missing|null|empty|blank)|without\s+(?:an?\s+|the\s+)?[\w\s]+?|"
    r"no\s+[\w\s]+?|[\w\s]+?\s+is\s+(?:missing|null|empty|blank))\s*(?:,|→|:|=)?\s*(?:then\s+)"
    r"?(?:take\s+|use\s+)?(?:(?:only|just)\s+(?:the\s+)?(?:other(?:\s+one)?|[\w\s]+?)|(?:the\s+"
    r")?(?:other(?:\s+one)?|[\w]+)\s+(?:only|alone))(?:\s+without\s+(?:the\s+|an?\s+)?[\w\s]+)"
    r"?$",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"^(?:(?:if|when|where)\s+)?(?:both|all|neither)(?:\s+of\s+them)?\s+(?:(?:are|is)\s+)?(?:missing|"
    r"null|empty|blank)\s*(?:,|→|:|=)?\s*(?:then\s+)?(?:leave\s+(?:it\s+)?|it\s+is\s+|it\s+stays\s+"
    r"|set\s+(?:to\s+)?)?(?:null|empty|no\s+value)(?:\s+\(null\))?$",
    re.IGNORECASE,
)


def _left_out(piece: str, value: Value, ground: Ground) -> Value | None:
    """Parts of a text that are missing are left out, with the sign between; where all are, there is no value."""
    if not value.parts:
        return None
    if AS_EMPTY.match(piece):
        made = value.sql
        for part in value.parts:
            if not part.startswith("'"):
                made = re.sub(rf"{re.escape(part)}(?!\w)", lambda m: f"coalesce({m.group()}, '')", made)
        return replace(value, sql=made)
    if _BOTH.match(piece):
        return value
    signs = [part for part in value.parts if part.startswith("'")]
    parts = [part for part in value.parts if not part.startswith("'")]
    if not _ALONE.match(piece) or len(signs) != 1 or len(parts) != 2 or value.parts[1] != signs[0]:
        return None
    listed = ", ".join(f"nullif(trim({p}), '')" if is_text_of(p, ground) else p for p in parts)
    return replace(value, sql=f"nullif(concat_ws({signs[0]}, {listed}), '')", steps=value.steps + 1)
