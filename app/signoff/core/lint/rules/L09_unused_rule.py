"""A cell that nothing was made of, although it names a target table and reads like a rule.

Why: a condition on the cover sheet holds for the whole table, and nobody misses it in the rows.
Bad: the cover says "dim_party: only active parties", and no row and no step says so.
Good: the condition stands as a filter among the steps of dim_party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import UNUSED_RULE, Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.lint.asking import as_written, asked, choice
from signoff.core.lint.context import Context, bare_name, bare_words, phrases

_SHOWN = 120


def unused_rule(context: Context) -> Iterator[Finding]:
    """One finding a cell and target; of two names at one place the longer one is meant."""
    names = {bare_name(t.name): t for t in context.spec.targets}
    words = {name: bare_words(name.replace("_", " ")) for name in names}
    if not words:
        return
    longest_first = sorted(set(words.values()), key=len, reverse=True)
    named = re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest_first))})(?!\S)")
    for cell in context.spec.unused:
        text = bare_words(cell.text.replace("_", " "))
        found = set(named.findall(text))
        if not found or not phrases()["binding"] & set(named.sub(" ", text).split()):
            continue
        for name, target in names.items():
            if words[name] in found:
                asking = _question(target, cell.text, words[name])
                message = _sentence(cell.text)
                yield Finding(UNUSED_RULE, Severity.WARNING, message, cell.cell, target.name, "", asking)


def _sentence(text: str) -> str:
    return say("lint.unused_rule", shown=_short(text))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"


def _question(target: TargetMapping, text: str, name: str) -> Question:
    """Whether a text outside the rows bears on the rows: its own words, without the table's name, are a filter."""
    spelled = re.compile(r"[\W_]+".join(map(re.escape, name.split())), re.IGNORECASE)
    condition = " ".join(spelled.sub(" ", text).split()).strip(" :;,.-–—")
    return asked(
        UNUSED_RULE,
        target,
        None,
        say("ask.unused_rule", shown=_short(text), target=target.name),
        (
            choice("filter", say("ask.is_filter", condition=_short(condition)), EditKind.FILTER, condition),
            as_written(say("ask.says_nothing")),
        ),
        own=Edit(EditKind.FILTER),
        hint=say("ask.hint_condition"),
        what=" ".join(text.split()).casefold(),
    )
