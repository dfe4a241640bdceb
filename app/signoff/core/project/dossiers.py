"""A project's targets as they stand: what review decides on and export writes."""

from __future__ import annotations

from functools import cached_property

from signoff.core.domain.amended import amended
from signoff.core.domain.code_lists import column_texts, lists_named, step_texts
from signoff.core.domain.dossier import Dossier, Upstream
from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Draft
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import CodeList, Schema, Spec, TargetMapping
from signoff.core.engines.sqltext import parse_query, query_tables, to_dialect
from signoff.core.errors import SignoffError
from signoff.core.lint.asking import is_topic
from signoff.core.project.basis import basis_of
from signoff.core.project.drafting import same
from signoff.core.project.project import Project
from signoff.core.project.worked import taken_back, taken_back_findings
from signoff.core.review.gate import gate
from signoff.core.review.questions import is_confirmation, questions_from, ranked


def dossier_of(project: Project, target: str, *, today: str = "") -> Dossier:
    """One target as it stands.

    Args:
        project: where it is kept.
        target: its name; case does not matter.
        today: ISO date, for waivers that end; the project's clock when empty.

    Raises:
        SignoffError: there is no such target, or it has no draft yet.
    """
    return _Assembly(project, today or project.now()[:10]).dossier(target)


def dossiers(project: Project, *, today: str = "") -> tuple[Dossier, ...]:
    """Every drafted target as it stands, in the order drafted."""
    assembly = _Assembly(project, today or project.now()[:10])
    return tuple(
        assembly.dossier(draft.target) for draft in project.drafts() if assembly.is_mapped(draft.target)
    )


def dossiers_under(project: Project, spec: Spec, *, today: str = "") -> dict[str, Dossier]:
    """Every drafted target as it would stand if the document said what `spec` says, by case-folded name.

    Targets that the spec does not name are left out.
    """
    assembly = _Assembly(project, today or project.now()[:10], spec)
    names = [d.target for d in project.drafts() if assembly.is_mapped(d.target)]
    return {name.casefold(): assembly.dossier(name) for name in names}


def signed_text(draft: Draft, dialect: str) -> str:
    """The exact text for a dialect: an update's edited file as it is, everything else translated.

    Raises:
        SignoffError: the dialect has no such construct.
    """
    return (
        draft.text if draft.existing or dialect == "duckdb" else to_dialect(draft.sql, dialect, pretty=True)
    )


class _Assembly:
    """Puts dossiers together; a target that others read is put together once."""

    def __init__(self, project: Project, today: str, spec: Spec | None = None) -> None:
        self._project = project
        self._today = today
        self._spec = amended(spec, project.amendments()) if spec else project.amended_spec
        self._made: dict[str, Dossier] = {}
        self._under_way: set[str] = set()

    def is_mapped(self, target: str) -> bool:
        """Whether the document still names the target."""
        return self._spec is not None and self._spec.target(target) is not None

    def dossier(self, target: str) -> Dossier:
        """One target as it stands."""
        mapping = self._mapping(target)
        key = mapping.name.casefold()
        if key not in self._made:
            self._under_way.add(key)
            self._made[key] = self._assemble(mapping)
            self._under_way.discard(key)
        return self._made[key]

    def _mapping(self, target: str) -> TargetMapping:
        found = self._spec.target(target) if self._spec else None
        if found is None:
            names = ", ".join(t.name for t in self._spec.targets) if self._spec else "none"
            raise SignoffError(say("project.no_target", target=target, names=names))
        return found

    def _assemble(self, mapping: TargetMapping) -> Dossier:
        project, name = self._project, mapping.name
        draft = project.draft(name)
        if draft is None:
            raise SignoffError(say("project.no_draft", target=name))
        reads = tables_read(draft)
        dialect = project.settings.dialect
        answers = project.answers(name)
        basis = project.basis(name)
        back = taken_back(project, self._spec, draft) if self._spec else ()
        is_newer = bool(basis) and basis != basis_of(mapping, is_update=bool(draft.existing))
        level_is_other = self._is_of_another_level(draft)
        return Dossier(
            mapping=mapping,
            draft=draft,
            dialect=dialect,
            text=signed_text(draft, dialect),
            verification=project.verification(name),
            sources=Schema(tuple(t for t in project.sources.tables if t.name.casefold() in reads)),
            questions=self._questions(draft),
            asked=tuple(q for a in answers if (q := project.question(a.question)) is not None),
            answers=answers,
            file_rules=_file_rules(project, mapping),
            code_lists=self._code_lists(mapping),
            decisions=project.decisions(name),
            comments=project.comments(name),
            findings=(*_open_findings(project, mapping), *taken_back_findings(draft, back)),
            waivers=project.waivers(name),
            sign_off=project.sign_off(name),
            upstream=self._upstream(name, reads),
            made_up=frozenset(file.table.casefold() for file in project.samples() if file.made_up),
            taken_back=back,
            text_only=project.proof_policy.text_only,
            draft_is_older=is_newer or level_is_other or self._is_older(draft),
            document_is_newer=is_newer and not project.is_answered_since(name, project.drafted_at(name)),
            level_is_other=level_is_other,
        )

    def _code_lists(self, mapping: TargetMapping) -> tuple[CodeList, ...]:
        texts = (*column_texts(mapping.columns), *step_texts(mapping))
        return lists_named(texts, self._spec.code_lists) if self._spec else ()

    def _questions(self, draft: Draft) -> tuple[Question, ...]:
        own = (*self._project.questions(draft.target), *questions_from(draft))
        asked = {question.id: question for question in own}
        asked.update({question.id: question for question in self._project.contradicted(draft.target)})
        return ranked(asked.values())

    def _upstream(self, name: str, reads: frozenset[str]) -> tuple[Upstream, ...]:
        targets = self._spec.targets if self._spec else ()
        read = [t.name for t in targets if t.name.casefold() in reads and not same(t.name, name)]
        return tuple(Upstream(each, self._binding(each)) for each in read)

    def _binding(self, target: str) -> str:
        if target.casefold() in self._under_way or self._project.draft(target) is None:
            return ""
        dossier = self.dossier(target)
        is_signed = dossier.sign_off is not None and gate(dossier, today=self._today).open
        return dossier.sign_off.binding if is_signed and dossier.sign_off else ""

    def _is_older(self, draft: Draft) -> bool:
        project, drafted = self._project, self._project.drafted_at(draft.target)
        if any(same(w.target, draft.target) for w in project.written_since(drafted)):
            return True
        if project.is_answered_since(draft.target, drafted):
            return True
        if self._is_brought_since(draft, drafted):
            return True
        for answer in project.answers(draft.target):
            question = project.question(answer.question)
            later = project.written_at("answer", answer.question) > drafted
            if later and question is not None and not is_confirmation(question, answer, draft):
                return True
        return False

    def _is_of_another_level(self, draft: Draft) -> bool:
        """Whether the language model drafted at another masking level than is chosen now; signed ones stay."""
        project = self._project
        if not any(column.origin is Origin.GENERATED for column in draft.columns):
            return False
        level = project.masking_level_at(project.drafted_at(draft.target))
        return level is not project.masking_level and project.sign_off(draft.target) is None

    def _is_brought_since(self, draft: Draft, drafted: int) -> bool:
        """Whether somebody brought other existing SQL of the target after it was drafted."""
        for name in self._brought:
            if same(name, draft.target) and self._project.written_at("existing", name) > drafted:
                return self._brought[name] != draft.existing
        return False

    @cached_property
    def _brought(self) -> dict[str, str]:
        return self._project.existing()


def _open_findings(project: Project, mapping: TargetMapping) -> tuple[Finding, ...]:
    """The remarks on a target as it was drafted, but those that were answered since."""
    answered = {each.question for each in mapping.amendments}
    found = project.findings(mapping.name)
    return tuple(f for f in found if f.question is None or f.question.id not in answered)


def _file_rules(project: Project, mapping: TargetMapping) -> tuple[tuple[str, str], ...]:
    """The rules of the whole file that bear on a target: not those that answer questions on other targets only."""
    own = {each.topic for each in mapping.amendments if each.everywhere}
    found = project.file_rules().items()
    return tuple(sorted((topic, value) for topic, value in found if topic in own or not is_topic(topic)))


def tables_read(draft: Draft) -> frozenset[str]:
    """Lower-case names of the tables a draft reads; those of its plan when its text can't be read."""
    planned = draft.plan.sections if draft.plan else ()
    named = {r.table.casefold() for section in planned for r in section.relations}
    named |= {name.casefold() for name in (draft.plan.reads_targets if draft.plan else ())}
    try:
        return frozenset(named | {name.casefold() for name in query_tables(parse_query(draft.sql))})
    except SignoffError:
        return frozenset(named)
