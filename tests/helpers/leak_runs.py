"""Runs that count leaks: what reached a generator, held against a naive oracle."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from signoff.core.domain.masking import Term
from signoff.core.domain.prompts import ClearedPrompt, Generation
from signoff.core.domain.resources import resources_folder
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.mask.leaks import Gate, LeakFound
from signoff.core.mask.masking import mask_rule
from signoff.core.mask.pseudonyms import Pseudonyms
from signoff.core.mask.vocabulary import COMMON
from signoff.core.mask.words import plain_words
from signoff.core.parse import parse_document
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.documents import draft_document, load_samples
from signoff.core.pipeline.existing_folder import read_existing_folder
from signoff.core.pipeline.sourcing import plain_folder
from signoff.core.prompt.build import build_prompt, public_lines
from signoff.core.prompt.examples import ExampleBank
from signoff.core.prompt.fixed_text import shipped_text_of_prompts
from signoff.core.prompt.rows import row_prefix
from tests.eval.cases import Case
from tests.helpers.naive_oracle import plain_letters, terms_in
from tests.helpers.spoken_rows import made_up_terms, scope_of, spoken_rows


@cache
def _shipped_lines() -> frozenset[str]:
    bank = ExampleBank.load()
    return frozenset((*public_lines(bank), *row_prefix().split("\n")))


@cache
def common_words() -> tuple[str, ...]:
    """Words that the shipped lists have among the most frequent of English and SQL."""
    listed = (resources_folder() / "masking" / "english_words.txt").read_text(encoding="utf-8").splitlines()
    frequent = [word for line in listed if not line.startswith("#") for word in line.split()]
    return (*plain_words(), *frequent[:COMMON])


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


class _Listener:
    """Answers nothing of use, and keeps what reaches it."""

    identity = "a fake that listens"

    def __init__(self) -> None:
        self.heard: list[ClearedPrompt] = []

    def load(self) -> None:
        """Nothing is needed."""

    def generate(self, prompt: ClearedPrompt, **_how: object) -> tuple[Generation, ...]:
        """The first column, which seldom does all that a rule says, so that feedback is put too."""
        self.heard.append(prompt)
        text = "NOTHING" if prompt.rows else prompt.columns[0] if prompt.columns else "NULL"
        return (Generation(text, 3, 0.1, True, -0.1, 0.95),)


def prompts_of(case: Case) -> tuple[list[ClearedPrompt], tuple[Term, ...]]:
    """Every prompt that drafting a case puts to a generator, and the terms of the case."""
    spec, listener = parse_document(case.document), _Listener()
    with plain_folder(case.sources) as place, Sandbox() as sandbox:
        load_samples(sandbox, read_folder(place), spec)
        desk = Desk(sandbox, listener, ExampleBank.load(), stop_on_leak=False)
        existing = read_existing_folder(case.existing, [target.name for target in spec.targets])
        desk.around = existing.around
        draft_document(spec, sandbox.schema(), desk, existing=existing.texts)
        return listener.heard, desk.terms


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
