"""Builds the prompt for one masked rule, in the order that lets the prefix stay in the generator's cache."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from signoff.core.domain.masking import MaskedColumn, MaskedRule
from signoff.core.domain.prompts import Prompt
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.prompt.examples import Example, ExampleBank
from signoff.core.prompt.markup import Markup, markup_of
from signoff.core.prompt.templates import HINTS, SHIPPED, Templates, placeholders

_MOST_EXAMPLES = 3
_EXAMPLE_TOKENS = 300
"""Room for the examples chosen for one rule."""
_MOST_COLUMNS = 24
"""Columns shown when neither source cells nor the rule's text name any."""
_CHARACTERS_A_TOKEN = 2.6
"""Low on purpose: stand-ins and SQL take more tokens than prose."""


class RuleTooLong(SignoffError):
    """A rule does not fit into a prompt, whatever is left out around it."""


def build_prompt(
    rule: MaskedRule,
    *,
    token_budget: int,
    examples: ExampleBank,
    feedback: str = "",
    answers: Sequence[str] = (),
    family: str = "chatml",
    templates: Templates = SHIPPED,
) -> Prompt:
    """The prompt for one rule.

    Args:
        rule: the masked rule.
        token_budget: tokens the body may take, estimated; examples are left out first.
        examples: fixed ones for the prefix, others to choose from.
        feedback: what became of an earlier answer, or a person's request; masked like the rule.
        answers: what people answered to questions about the rule; masked like the rule.
        family: chat markup of the generator.
        templates: the texts around rules and examples.

    Raises:
        RuleTooLong: the rule alone is longer than the budget.
        SignoffError: the family is not known.
    """
    markup = markup_of(family)
    shown = columns_shown(rule)
    own_turn = markup.turn("user", _filled(rule, shown, _remarks(feedback, answers), markup, templates))
    own_turn += markup.open_turn("assistant")
    room = token_budget - estimated_tokens(own_turn)
    if room < 0:
        raise RuleTooLong(say("template.rule_too_long"))
    chosen = _chosen(rule, examples, min(room, _EXAMPLE_TOKENS), markup, templates)
    prefix = _prefix(examples, markup, templates)
    body = _turns(chosen, markup, templates) + own_turn
    return Prompt(
        prefix=prefix,
        body=body,
        template=templates.label(_kind(rule)),
        hash=hashlib.sha256(f"{prefix}\0{body}".encode()).hexdigest(),
        columns=tuple(column.alias for column in shown),
        literals=rule.literals,
        condition=rule.condition,
        aggregate=rule.aggregate,
        public=_turns([each for each in chosen if each.source is None], markup, SHIPPED),
        column_types=tuple(column.type for column in shown),
        target_type=rule.target_type,
        rule="\n".join([rule.text, *answers]),
        has_public_prefix=prefix == _prefix(examples, markup, SHIPPED),
        examples=tuple(each.source for each in chosen if each.source is not None),
    )


def columns_shown(rule: MaskedRule) -> tuple[MaskedColumn, ...]:
    """The columns a prompt lists: source cells and those the text names; with neither, the first few of all.

    A stand-in says nothing but its type, so a column that nothing points to could only be picked by chance.
    """
    pointed = tuple(c for c in rule.columns if c.is_source or c.alias in rule.text)
    return pointed or rule.columns[:_MOST_COLUMNS]


def wants_hints(rule: MaskedRule, templates: Templates) -> bool:
    """Whether the template for a rule has a place for hints on its columns."""
    return HINTS in placeholders(templates.template(_kind(rule)).text)


def estimated_tokens(text: str) -> int:
    """Tokens a text will take at most, as a rule of thumb."""
    return int(len(text) / _CHARACTERS_A_TOKEN) + 1


def public_prefix(examples: ExampleBank, family: str = "chatml") -> str:
    """The prefix as shipped, whatever a project made of its templates: for the leak scan."""
    return _prefix(examples, markup_of(family), SHIPPED)


def public_lines(examples: ExampleBank, family: str = "chatml") -> list[str]:
    """Every line of the shipped system text and of all worked examples, as prompts hold them."""
    markup = markup_of(family)
    shipped = [each for each in (*examples.fixed, *examples.others) if each.source is None]
    return (public_prefix(examples, family) + _turns(shipped, markup, SHIPPED)).split("\n")


def _prefix(examples: ExampleBank, markup: Markup, templates: Templates) -> str:
    system = markup.turn("system", markup.harmless(templates.template("system").text.format()))
    return system + _turns(examples.fixed, markup, templates)


def _chosen(
    rule: MaskedRule, examples: ExampleBank, room: int, markup: Markup, templates: Templates
) -> list[Example]:
    """The examples nearest to the rule that fit, the nearest last."""
    chosen: list[Example] = []
    for example in reversed(examples.nearest(rule, _MOST_EXAMPLES)):
        room -= estimated_tokens(_turns([example], markup, templates))
        if room < 0:
            break
        chosen.insert(0, example)
    return chosen


def _turns(examples: Sequence[Example], markup: Markup, templates: Templates) -> str:
    """Worked examples as a conversation."""
    asked = [_filled(e.rule, e.rule.columns, "", markup, templates) for e in examples]
    turns = zip(asked, examples, strict=True)
    return "".join(markup.turn("user", text) + markup.turn("assistant", e.sql) for text, e in turns)


def _kind(rule: MaskedRule) -> str:
    return "condition" if rule.condition else "aggregate" if rule.aggregate else "expression"


def _filled(
    rule: MaskedRule, columns: Sequence[MaskedColumn], remarks: str, markup: Markup, templates: Templates
) -> str:
    filled = templates.template(_kind(rule)).text.format(
        columns=", ".join(_shown(column) for column in columns) or "no columns",
        type=rule.target_type or "any type",
        rule=" ".join(rule.text.split()),
        remarks=remarks,
        hints="".join(f"{column.alias}: {column.hint}\n" for column in columns if column.hint),
    )
    return markup.harmless(filled)


_SAID_BY_ALIAS = (("text_", "VARCHAR"), ("num_", ""), ("date_", "DATE"), ("flag_", "BOOLEAN"))


def _shown(column: MaskedColumn) -> str:
    """Stand-in and type; the type is left out where the stand-in says it, to save tokens."""
    for start, usual in _SAID_BY_ALIAS:
        if column.alias.startswith(start) and usual in (column.type, ""):
            return column.alias
    return f"{column.alias} {column.type}".strip()


def _remarks(feedback: str, answers: Sequence[str]) -> str:
    lines = [f"Known: {' '.join(answer.split())}" for answer in answers if answer.strip()]
    if feedback.strip():
        lines.append(f"To mend: {' '.join(feedback.split())}")
    return "".join(f"{line}\n" for line in lines)
