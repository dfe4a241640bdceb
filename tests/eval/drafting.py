"""Drafts a case as `signoff draft` does, with parts exchanged where an ablation asks for it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from signoff.core.domain.expressions import Expression, Scope
from signoff.core.domain.masking import MaskingLevel, Term
from signoff.core.domain.spec import ColumnMapping, Schema, Spec
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.generate.generator import Generator
from signoff.core.generate.patterns import compile_rule
from signoff.core.generate.store import GeneratorFile, locate
from signoff.core.pipeline.desk import Desk, Said
from signoff.core.pipeline.documents import DocumentDrafts, draft_document, load_samples
from signoff.core.pipeline.drafting import DraftOutcome
from signoff.core.pipeline.headless import (
    GeneratorFacts,
    ReportFacts,
    file_name,
    file_text,
    read_answers,
    target_entry,
    write_report,
)
from signoff.core.pipeline.reading_beside import read_beside, tables_in
from signoff.core.pipeline.sourcing import plain_folder
from signoff.core.pipeline.suggesting import TermSources, suggest
from signoff.core.prompt.examples import ExampleBank
from signoff.core.prompt.templates import SHIPPED, Templates, shipped_text
from tests.eval.cases import Wanted
from tests.eval.digests import digest_of_places
from tests.eval.freely import without_grammar
from tests.eval.kept import KeptAnswers
from tests.eval.unmasked import unmasked

_ANSWERING = ("app/signoff/core/engines/llama", "app/signoff/core/generate/generator.py")
"""What decides the answer to a prompt under a grammar, beside the file."""
_ANSWERS_ALIKE = {
    "c5a9d3542a986f31aa25fae153031b30e57cd39c2c23afc25bf0dc1f608da208": (
        "d2d6f81ceb387d6adfb55fc89cef6f9890d269c3601750ca8a931a21ce3d9250"
    )
}
"""Digests of these files between which only the interface changed, so that answers kept before hold: new to old."""


DEFAULT_LEVEL = MaskingLevel.IDENTIFIERS.value
UNMASKED = "none"
"""Nothing is hidden: for measuring alone, the product has no such level."""
_ACCEPTED = 50
"""Found terms that are listed at the level *terms*."""
LEVELS = (UNMASKED, *(level.value for level in MaskingLevel))


@dataclass(frozen=True)
class Variation:
    """What is exchanged; nothing by default."""

    name: str = "full"
    grammar: bool = True
    examples: bool = True
    """Examples chosen for a rule beside the fixed ones."""
    compilers: bool = True
    repairs: int | None = None
    """Times an expression goes back to the generator; None for the product's own number."""
    candidates: int | None = None
    """Expressions asked for one rule; None for the product's own number."""
    hints: bool = False
    """Prompts say how the values of source columns are written."""
    generator: str | None = None
    """Id of a language model, or ``none``; None for the default one."""
    level: str = DEFAULT_LEVEL
    """How much is hidden in prompts: a level of the product, or ``none`` to measure what masking costs."""


ABLATIONS = (
    Variation("no grammar", grammar=False),
    Variation("no chosen examples", examples=False),
    Variation("no compilers", compilers=False),
    Variation("no repair", repairs=0),
    Variation("one candidate", candidates=1),
    Variation("with hints on values", hints=True),
    Variation("0.5B language model", generator="small"),
    Variation("no language model", generator="none"),
)
"""What is left out or exchanged, one at a time."""


@dataclass(frozen=True)
class Tools:
    """A generator that is open, with its file; neither for drafts of patterns only."""

    generator: KeptAnswers | None = None
    file: GeneratorFile | None = None


@contextmanager
def tools_for(variation: Variation, kept: Path | None = None) -> Iterator[Tools]:
    """The generator a variation asks for.

    Args:
        variation: names the generator, and says whether its grammar counts.
        kept: file of answers kept from earlier runs; None asks anew.
    """
    if variation.generator == "none":
        yield Tools()
        return
    file = locate(variation.generator)
    with ExitStack() as stack:
        generator = stack.enter_context(Generator(file.path, sha256=file.sha256, family=file.family))
        if not variation.grammar:
            stack.enter_context(without_grammar())
        generator.load()
        label = digest_of_places(*_ANSWERING)
        label = _ANSWERS_ALIKE.get(label, label)
        label += "" if variation.grammar else " any line"
        yield Tools(KeptAnswers(generator, kept, label=label), file)


def draft(
    wanted: Wanted, out: Path, variation: Variation, tools: Tools, answers: Mapping[str, str] | None = None
) -> None:
    """Draft the targets of a case, with those they read, and write them as `signoff draft` does.

    Args:
        wanted: the case, and which of its targets.
        out: folder for ``report.json`` and a file a target.
        variation: what is exchanged.
        tools: the generator.
        answers: by question id; default: those of the case.
    """
    case = wanted.case
    said = Said(answers=read_answers(case.answers) if answers is None else answers)
    with plain_folder(case.sources) as place, Sandbox() as sandbox, exchanged(variation), shown(variation):
        folder = read_folder(place)
        read = read_beside(case.document, tables_in(folder), case.existing)
        spec, existing = read.spec, read.existing
        findings = load_samples(sandbox, folder, spec)
        desk = _desk(sandbox, variation, tools, said)
        desk.around = existing.around
        listed = found_terms(spec, place) if variation.level == MaskingLevel.TERMS else ()
        drafts = draft_document(
            spec, sandbox.schema(), desk, existing=existing.texts, listed=listed, only=wanted.targets
        )
    if tools.generator is not None:
        owed = tools.generator.owed(desk.ledger)
        drafts = replace(drafts, outcomes=tuple(_with_time(outcome, owed) for outcome in drafts.outcomes))
    _write(replace(drafts, findings=(*findings, *drafts.findings)), out, tools, level_of(variation))


def found_terms(spec: Spec, samples: Path) -> tuple[Term, ...]:
    """A glossary as a person has it who accepts the first found terms unseen; no project of the set has its own."""
    sources = TermSources(spec, Schema(), samples, (), frozenset(), ())
    return tuple(each.term for each in suggest(sources).candidates[:_ACCEPTED])


def _write(drafts: DocumentDrafts, out: Path, tools: Tools, level: MaskingLevel) -> None:
    """The files that `signoff draft` writes."""
    out.mkdir(parents=True, exist_ok=True)
    entries = []
    for outcome in drafts.outcomes:
        target = outcome.draft.target
        (out / file_name(target)).write_text(file_text(outcome, "duckdb"), encoding="utf-8")
        own = [each for each in drafts.findings if each.target.casefold() == target.casefold()]
        entries.append(target_entry(outcome, own))
    facts = None if tools.file is None else GeneratorFacts(tools.file.name, tools.file.sha256)
    write_report(out, ReportFacts(drafts.spec.document, "duckdb", facts, level), entries, drafts.findings)


def _desk(sandbox: Sandbox, variation: Variation, tools: Tools, said: Said) -> Desk:
    bank = ExampleBank.load()
    bank = bank if variation.examples else replace(bank, others=())
    desk = Desk(sandbox, tools.generator, bank, said=said)
    desk.stop_on_leak = False
    desk.level = level_of(variation)
    desk.templates = hinted() if variation.hints else desk.templates
    desk.repairs = desk.repairs if variation.repairs is None else variation.repairs
    desk.candidates = desk.candidates if variation.candidates is None else variation.candidates
    return desk


def hinted() -> Templates:
    """The shipped templates with a place for hints on the columns."""
    made = SHIPPED
    for name in ("expression", "condition", "aggregate"):
        made = made.with_edit(name, shipped_text(name).replace("{remarks}", "{hints}{remarks}"))
    return made


def _with_time(outcome: DraftOutcome, owed: Mapping[tuple[str, str], float]) -> DraftOutcome:
    """The outcome with the seconds that kept answers took when they were made."""
    target = outcome.draft.target.casefold()
    seconds = sum(each for (name, _), each in owed.items() if name == target)
    columns = tuple(
        replace(
            column,
            expressions=tuple(
                replace(e, seconds=e.seconds + owed.get((target, column.name.casefold()), 0.0))
                if number == 0
                else e
                for number, e in enumerate(column.expressions)
            ),
        )
        for column in outcome.draft.columns
    )
    draft_ = replace(outcome.draft, seconds=round(outcome.draft.seconds + seconds, 3), columns=columns)
    return replace(outcome, draft=draft_)


def level_of(variation: Variation) -> MaskingLevel:
    """The product's level; unmasked prompts are made beside it."""
    return MaskingLevel(DEFAULT_LEVEL if variation.level == UNMASKED else variation.level)


def shown(variation: Variation) -> AbstractContextManager[None]:
    """Names stay in prompts while this lasts, where the variation says so."""
    return unmasked() if variation.level == UNMASKED else nullcontext()


@contextmanager
def exchanged(variation: Variation) -> Iterator[None]:
    """The compilers silenced while this lasts, where the variation says so.

    Rows without any rule stay: a column copied as it is leaves nothing to ask.
    """
    if variation.compilers:
        yield
        return
    resolving = "signoff.core.pipeline.resolving"
    with (
        mock.patch(f"{resolving}.compile_rule", _only_copies),
        mock.patch(f"{resolving}.compile_condition", lambda text, scope: None),
    ):
        yield


def _only_copies(mapping: ColumnMapping, scope: Scope, *, rule: str | None = None) -> Expression | None:
    text = rule if rule is not None else mapping.rule_resolved or mapping.rule
    return None if text.strip() else compile_rule(mapping, scope, rule=rule)


def report_of(out: Path) -> dict[str, Any]:
    """The report that a draft wrote."""
    found: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return found
