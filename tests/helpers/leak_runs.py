"""Runs that count leaks: what reached a generator, held against a naive oracle."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from signoff.core.domain.masking import Term
from signoff.core.domain.prompts import ClearedPrompt
from signoff.core.mask.leaks import Gate, LeakFound
from signoff.core.mask.masking import mask_rule
from signoff.core.mask.pseudonyms import Pseudonyms
from signoff.core.mask.words import plain_words
from signoff.core.prompt.build import build_prompt, public_lines
from signoff.core.prompt.examples import ExampleBank
from signoff.core.prompt.fixed_text import shipped_text_of_prompts
from tests.helpers.naive_oracle import plain_letters, terms_in
from tests.helpers.spoken_rows import made_up_terms, scope_of, spoken_rows


@cache
def _shipped_lines() -> frozenset[str]:
    return frozenset(public_lines(ExampleBank.load()))


def own_text(prompt: ClearedPrompt) -> str:
    """What of a prompt is not shipped text, by plain comparison of lines, with all that an answer may be made of."""
    lines = [line for line in (prompt.prefix + prompt.body).split("\n") if line not in _shipped_lines()]
    return "\n".join((*lines, prompt.rule, *prompt.columns, *prompt.literals))


def leaks_of_rows(seed: int, count: int) -> tuple[list[str], int]:
    """Leaks of made-up rules that reached a generator, and how many reached one.

    A rule that the gate held back reached none; it is told with the leaks, since masking should have hidden all.
    """
    luck = random.Random(seed)
    terms = made_up_terms(luck, 40)
    gate, bank, scope = Gate(terms, shipped_text_of_prompts()), ExampleBank.load(), scope_of(terms)
    everyday = tuple(plain_words())
    leaks, sent = [], 0
    for row in spoken_rows(terms, luck, count):
        prompt = build_prompt(mask_rule(row.rule, scope, terms).rule, token_budget=1200, examples=bank)
        try:
            shown = own_text(gate.clear(prompt, "row"))
        except LeakFound:
            leaks.append(f"held back: {row.rule}")
            continue
        sent += 1
        letters = plain_letters(shown)
        planted = [spelt for spelt in row.planted if plain_letters(spelt) in letters]
        leaks += [
            f"{row.rule} | {shown[-200:]} | {what}" for what in (*planted, *terms_in(shown, terms, everyday))
        ]
    return leaks, sent


def faults_of_aliases(seed: int, count: int) -> list[str]:
    """Made-up rules that the project's aliases do not hide, or do not give back."""
    luck = random.Random(seed)
    terms = made_up_terms(luck, 200)
    names = Pseudonyms(luck.randbytes(32), terms, {})
    faults = _collisions(names, terms)
    for row in spoken_rows(terms, luck, count):
        masked = names.mask(row.rule).text
        if names.unmask(masked) != row.rule:
            faults.append(f"not given back: {row.rule}")
        if names.scan(masked).leaks or any(
            plain_letters(spelt) in plain_letters(masked) for spelt in row.planted
        ):
            faults.append(f"not hidden: {row.rule} | {masked}")
    return faults


def _collisions(names: Pseudonyms, terms: Sequence[Term]) -> list[str]:
    aliases = [names.name(term.text) for term in terms]
    texts = {term.text for term in terms}
    return [alias for alias in aliases if aliases.count(alias) > 1 or alias in texts]
