"""What a project's document is asked about, what was answered, and the rules of the whole file."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.amending import Amendment
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, Spec
from signoff.core.errors import SignoffError
from signoff.core.lint import FileRule, Samples, file_rules, lint
from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.pipeline.sample_rows import SampleRows
from signoff.core.project.accepting import accepted
from signoff.core.project.project import Project


@dataclass(frozen=True)
class Questioned:
    """A document with all that is asked and answered about it."""

    spec: Spec
    """With the answers worked in."""
    findings: tuple[Finding, ...]
    """Of parse and lint, those with an answer left out."""
    rules: tuple[FileRule, ...] = ()
    answered: tuple[Amendment, ...] = ()
    accepted: frozenset[Finding] = frozenset()
    """Those of the remarks that stay, with a reason."""

    @property
    def open(self) -> tuple[Finding, ...]:
        """The remarks that ask something and are not accepted, one for each question."""
        found = [f for f in self.findings if f not in self.accepted]
        asking = {f.question.id: f for f in reversed(found) if f.question is not None}
        return tuple(reversed(asking.values()))

    def question(self, question_id: str) -> Question | None:
        """The open question of that id."""
        return next((f.question for f in self.open if f.question and f.question.id == question_id), None)

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


def questioned(spec: Spec, schema: Schema | None = None, samples: Samples | None = None) -> Questioned:
    """What a document that is in no project is asked about."""
    return Questioned(spec, _findings(spec, schema, samples), file_rules(spec, (), {}, schema, samples))


def questioned_project(project: Project) -> Questioned:
    """What a project's document is asked about, with its source tables at hand.

    Raises:
        SignoffError: no document was read yet, or the samples can't be read.
    """
    spec = spec_of(project)
    if not project.samples() and not project.schema_sql:
        return _questioned(project, spec, None, None)
    with samples_of(project, spec) as (sandbox, _findings_of_samples):
        return _questioned(project, spec, sandbox.schema(), SampleRows(sandbox))


def _questioned(project: Project, spec: Spec, schema: Schema | None, samples: Samples | None) -> Questioned:
    read, answered = project.spec or spec, project.amendments()
    rules = file_rules(read, answered, project.file_rules(), schema, samples)
    findings = _findings(spec, schema, samples)
    stay = accepted(findings, project.every_waiver(), today=project.now()[:10])
    return Questioned(spec, findings, rules, answered, frozenset(stay))


def _findings(spec: Spec, schema: Schema | None, samples: Samples | None) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys((*spec.findings, *lint(spec, schema, samples))))
