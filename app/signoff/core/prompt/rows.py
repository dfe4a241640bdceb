"""The prompt for one masked sentence on rows; its texts are the shipped ones, so its prefix is always the same."""

from __future__ import annotations

import hashlib
from functools import cache

import yaml

from signoff.core.domain.masking import MaskedRule
from signoff.core.domain.prompts import Prompt
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.prompt.build import RuleTooLong, columns_shown, estimated_tokens
from signoff.core.prompt.markup import markup_of
from signoff.core.prompt.templates import SHIPPED_VERSION, shipped_text

_EXAMPLES = "rows.yml"


def build_row_prompt(sentence: MaskedRule, *, token_budget: int, family: str = "chatml") -> Prompt:
    """The prompt for one masked sentence, answered with one row operation.

    Raises:
        RuleTooLong: the sentence alone is longer than the budget.
        SignoffError: the family is not known, or a shipped file is missing.
    """
    markup = markup_of(family)
    shown = columns_shown(sentence)
    text = " ".join(sentence.text.split())
    names = tuple(column.alias for column in shown)
    body = markup.turn("user", markup.harmless(_asked(names, text))) + markup.open_turn("assistant")
    if estimated_tokens(body) > token_budget:
        raise RuleTooLong(say("template.rule_too_long"))
    prefix = row_prefix(family)
    return Prompt(
        prefix=prefix,
        body=body,
        template=f"rows/{SHIPPED_VERSION}",
        hash=hashlib.sha256(f"{prefix}\0{body}".encode()).hexdigest(),
        columns=names,
        literals=sentence.literals,
        condition=True,
        rows=True,
        column_types=tuple(column.type for column in shown),
        rule=sentence.text,
        has_public_prefix=True,
    )


@cache
def row_prefix(family: str = "chatml") -> str:
    """System text and worked examples of every row prompt, as shipped.

    Raises:
        SignoffError: the family is not known, or a shipped file is missing or can't be read.
    """
    markup = markup_of(family)
    path = resources_folder() / "examples" / _EXAMPLES
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SignoffError(say("template.examples_unreadable", file=path.name, reason=error)) from error
    turns = [
        markup.turn("user", _asked(tuple(entry["columns"].split(", ")), entry["rule"]))
        + markup.turn("assistant", entry["answer"])
        for entry in entries
    ]
    return markup.turn("system", shipped_text("rows_system")) + "".join(turns)


def _asked(names: tuple[str, ...], sentence: str) -> str:
    return shipped_text("rows").format(columns=", ".join(names), rule=sentence)
