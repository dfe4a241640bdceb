"""What a document is asked about, what was answered, and how much of it can be drafted: counted here for everyone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.amending import Amendment
from signoff.core.domain.findings import Finding
from signoff.core.domain.name_matches import NameMatch
from signoff.core.domain.review import Question, Waiver
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, Spec
from signoff.core.domain.spec_parts import findings_of, of_document
from signoff.core.errors import SignoffError
from signoff.core.lint import FileRule, Readiness, Samples, file_rules, lint, readiness
from signoff.core.lint.asking import is_name, name_topic
from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.pipeline.linting import with_existing
from signoff.core.pipeline.sample_rows import SampleRows
from signoff.core.project.accepting import accepted
from signoff.core.project.inputs import StoredFile
from signoff.core.project.project import Project


@dataclass(frozen=True)
class Answered:
    """What people have said of a document."""

    read: Spec
    """What was read from it, no answers worked in."""
    amendments: tuple[Amendment, ...] = ()
    file_rules: tuple[tuple[str, str], ...] = ()
    waivers: tuple[Waiver, ...] = ()
    """Remarks accepted with a reason."""
    today: str = ""
    """ISO date, for waivers that end."""
    names: tuple[NameMatch, ...] = ()
    """What names of the document stand for; those that are none of what was offered are not asked about again."""


@dataclass(frozen=True)
class Questioned:
    """A document with all that is asked and answered about it."""

    spec: Spec
    """With the answers worked in; of several documents, the one that was asked for."""
    readiness: Readiness
    """What of it can be drafted now."""
    every: tuple[Finding, ...]
    """Findings on all documents of the project."""
    rules: tuple[FileRule, ...] = ()
    answered: tuple[Amendment, ...] = ()
    accepted: Mapping[Finding, Waiver] = field(default_factory=dict)
    """The remarks that stay, with a reason."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of parse and lint, those with an answer left out."""
        return self.readiness.findings

    @property
    def open(self) -> tuple[Finding, ...]:
        """The remarks that ask something and are not accepted, one for each question and one for each name."""
        return _once(self.open_by_row)

    @property
    def open_by_row(self) -> tuple[Finding, ...]:
        """The same, of a name that stands in several places one for each."""
        return _asking(self.findings, self.accepted)

    @property
    def open_everywhere(self) -> tuple[Finding, ...]:
        """The same in all documents of the project."""
        return _once(_asking(self.every, self.accepted))

    def question(self, question_id: str) -> Question | None:
        """The open question of that id, in whatever document."""
        asked = (f.question for f in _asking(self.every, self.accepted))
        return next((each for each in asked if each and each.id == question_id), None)

    def rule(self, topic: str) -> FileRule:
        """The rule of the whole file on a topic, by its name or its words.

        Raises:
            SignoffError: there is none.
        """
        wanted = topic.casefold()
        found = next((r for r in self.rules if wanted in (r.topic.casefold(), r.words.casefold())), None)
        if found is None:
            known = ", ".join(rule.topic for rule in self.rules) or "-"
            raise SignoffError(say("review.no_topic", topic=topic, known=known))
        return found


def questioned(
    spec: Spec,
    schema: Schema | None = None,
    samples: Samples | None = None,
    said: Answered | None = None,
    *,
    document: str = "",
    existing: Mapping[str, str] | None = None,
) -> Questioned:
    """What a spec is asked about and how much of it can be drafted: command line, copies, pages and window ask here.

    Args:
        spec: of all documents, with the answers worked in.
        schema: the source tables at hand; None when none were given: unknown names then hold nothing up.
        samples: their rows; None when none were given.
        said: what people said of it; None when nobody said anything.
        document: name of the one that is counted; all when empty.
        existing: SQL that exists, by target name: what it answers is not asked.
    """
    given = said or Answered(spec)
    beside = existing or {}
    none = {name_topic(each.name, each.table).casefold() for each in given.names if not each.real}
    found = dict.fromkeys((*spec.findings, *lint(with_existing(spec, beside), schema, samples)))
    every = tuple(_not_asked(each) if _topic(each) in none else each for each in found)
    stay = accepted(every, given.waivers, today=given.today)
    part = of_document(spec, document) if document else spec
    own = every if part is spec else findings_of(every, part)
    read = with_existing(given.read, beside)
    rules = file_rules(read, given.amendments, dict(given.file_rules), schema, samples)
    left = tuple(rule for rule in rules if rule.value or rule.topic.casefold() not in none)
    return Questioned(part, readiness(part, own, stay), every, left, given.amendments, stay)


def questioned_project(project: Project, document: str = "") -> Questioned:
    """What a project is asked about, with its source tables at hand.

    Args:
        project: open, on the thread that opened it.
        document: name of the one that is counted; all when empty.

    Raises:
        SignoffError: no document was read yet, or the samples can't be read.
    """
    spec = spec_of(project)
    said = Answered(
        project.spec or spec,
        project.amendments(),
        tuple(project.file_rules().items()),
        project.every_waiver(),
        project.now()[:10],
        project.name_matches(),
    )
    if not project.samples() and not project.schema_sql:
        return questioned(spec, said=said, document=document, existing=project.existing())
    with samples_of(project, spec) as (sandbox, _findings_of_samples):
        schema = sources_at_hand(sandbox.schema(), spec, project.samples())
        rows, existing = SampleRows(sandbox), project.existing()
        return questioned(spec, schema, rows, said, document=document, existing=existing)


def sources_at_hand(schema: Schema, spec: Spec, samples: Sequence[StoredFile]) -> Schema:
    """The tables that may be read from: those with sample rows, and all others that are no targets."""
    sampled = {file.table.casefold() for file in samples}
    targets = {target.name.casefold() for target in spec.targets} - sampled
    return Schema(tuple(table for table in schema.tables if table.name.casefold() not in targets))


def _topic(finding: Finding) -> str:
    return finding.question.topic.casefold() if finding.question else ""


def _not_asked(finding: Finding) -> Finding:
    return replace(finding, question=None)


def _once(asking: Sequence[Finding]) -> tuple[Finding, ...]:
    """Of those that ask about one name, the first."""
    found: dict[str, Finding] = {}
    for each in asking:
        if each.question is not None:
            topic = each.question.topic
            found.setdefault(topic.casefold() if is_name(topic) else each.question.id, each)
    return tuple(found.values())


def _asking(findings: Sequence[Finding], stay: Collection[Finding]) -> tuple[Finding, ...]:
    found = [each for each in findings if each not in stay]
    asking = {each.question.id: each for each in reversed(found) if each.question is not None}
    return tuple(reversed(asking.values()))
