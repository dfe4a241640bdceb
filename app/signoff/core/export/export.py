"""A complete dbt project with its evidence, of signed targets only."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.dossier import Dossier, GateResult
from signoff.core.domain.edits import MandatedEdit
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.errors import SignoffError
from signoff.core.export.evidence import MASKING_PAGE, masking_page, page, text_digest
from signoff.core.export.jinja import foreign_jinja, is_jinja, is_setting_edit, source_calls
from signoff.core.export.names import model_names
from signoff.core.export.no_change import proof_file_text, proof_page
from signoff.core.export.references import Book, with_references
from signoff.core.export.schema_files import (
    KEPT_SETTINGS,
    as_yaml,
    key_test,
    models_file,
    project_file,
    sources_file,
)
from signoff.core.export.unit_tests import unit_tests_file
from signoff.core.export.view import ExportResult, ExportTarget, ProjectView
from signoff.core.export.writing import MANIFEST, Edited, as_manifest, digest, write_folder

SOURCE_NAME = "raw"
"""dbt's name for the source tables, unless existing SQL has one."""
RECORD = "evidence/audit.jsonl"
"""The project's record as it was when exported."""
_DBT_NAME = re.compile(r"[a-z_][a-z0-9_]{0,59}")


@dataclass(frozen=True)
class ExportPlan:
    """Everything an export would write."""

    files: Mapping[str, bytes]
    """Content by path inside the folder, the manifest last; empty when no target may go."""
    targets: tuple[str, ...]
    held_back: tuple[GateResult, ...]
    """The targets asked for that may not go, with the reasons."""


def export(
    view: ProjectView,
    folder: Path,
    *,
    dbt_project_name: str = "",
    targets: Sequence[str] = (),
    source_schema: str = "main",
    edited: Edited = Edited.REFUSE,
) -> ExportResult:
    """Write the dbt project of every target whose gate is open.

    Args:
        view: the project as it stands.
        folder: where to; a last export there is replaced as a whole.
        dbt_project_name: lower-case letters, digits and ``_``; made of the project's name when empty.
        targets: only these; all drafted ones when empty.
        source_schema: schema the source tables lie in, written as the variable ``source_schema``.
        edited: what becomes of files that somebody edited since the last export.

    Raises:
        SignoffError: a named target may not be written, none may, or the folder can't be written.
    """
    plan = plan_export(view, dbt_project_name=dbt_project_name, targets=targets, source_schema=source_schema)
    require_whole(plan, targets)
    return write_plan(plan, folder, edited=edited)


def plan_export(
    view: ProjectView, *, dbt_project_name: str = "", targets: Sequence[str] = (), source_schema: str = "main"
) -> ExportPlan:
    """What `export` would write of the targets whose gate is open; nothing is written.

    Raises:
        SignoffError: a named target has no draft or is asked for without what it reads, or the name is unfit.
    """
    chosen, held_back = _allowed(view, targets)
    name = dbt_name(dbt_project_name, view.name)
    if not chosen:
        return ExportPlan({}, (), held_back)
    files = {path: text.encode("utf-8") for path, text in _files(view, chosen, name, source_schema).items()}
    files[MANIFEST] = _manifest(view, chosen, files)
    return ExportPlan(files, tuple(t.dossier.target for t in chosen), held_back)


def require_whole(plan: ExportPlan, targets: Sequence[str]) -> None:
    """Refuse a plan that leaves a named target out, or holds none.

    Raises:
        SignoffError: naming the first reason of each target held back.
    """
    if not plan.targets or (targets and plan.held_back):
        raise SignoffError(_refusal(plan.held_back))


def write_plan(
    plan: ExportPlan, folder: Path, *, edited: Edited = Edited.REFUSE, replace: Collection[str] = ()
) -> ExportResult:
    """Put what was planned on disk.

    Raises:
        SignoffError: a file was edited, or the folder can't be written.
    """
    done = write_folder(folder, plan.files, edited=edited, replace=replace)
    replaced = tuple(path for path in done.edited if path not in done.kept)
    written = tuple(path for path in plan.files if path not in done.kept)
    return ExportResult(
        folder, written, plan.targets, plan.held_back, replaced, done.kept, done.manifest, done.set_aside
    )


def source_book(dossiers: Sequence[Dossier], sources: Schema, names: Mapping[str, str]) -> Book:
    """Where every table name leads: names of sources that existing SQL uses are kept."""
    models = {dossier.target.casefold(): names[dossier.target] for dossier in dossiers}
    used = [call for dossier in dossiers for call in source_calls(dossier.text)]
    usual = {source for source, _table in used}
    default = usual.pop() if len(usual) == 1 else SOURCE_NAME
    read = {t.name.casefold() for dossier in dossiers for t in dossier.sources.tables}
    found = {t.name.casefold(): (default, t.name) for t in sources.tables if t.name.casefold() in read}
    found = {key: value for key, value in found.items() if key not in models}
    return Book(models, {**found, **{table.casefold(): (source, table) for source, table in used}})


def _allowed(view: ProjectView, names: Sequence[str]) -> tuple[list[ExportTarget], tuple[GateResult, ...]]:
    wanted = {name.casefold() for name in names}
    known = {t.dossier.target.casefold() for t in view.targets}
    missing = [name for name in names if name.casefold() not in known]
    if missing:
        raise SignoffError(say("export.no_draft", targets=", ".join(missing)))
    asked = [t for t in view.targets if not wanted or t.dossier.target.casefold() in wanted]
    chosen = [t for t in asked if t.gate.open]
    held_back = tuple(t.gate for t in asked if not t.gate.open)
    _require_upstream(view, chosen)
    return chosen, held_back


def _require_upstream(view: ProjectView, chosen: Sequence[ExportTarget]) -> None:
    """A target is only exported beside what it reads."""
    names = {t.dossier.target.casefold() for t in chosen}
    for target in chosen:
        for upstream in target.dossier.upstream:
            if upstream.target.casefold() not in names:
                raise SignoffError(
                    say("export.upstream_left_out", target=target.dossier.target, upstream=upstream.target)
                )


def _refusal(held_back: Sequence[GateResult]) -> str:
    if not held_back:
        return say("export.nothing_drafted")
    words = [
        f"{gate.target}: {gate.reasons[0].message}"
        + (" " + say("gate.more", count=len(gate.reasons) - 1) if len(gate.reasons) > 1 else "")
        for gate in held_back
    ]
    return say("export.nothing_signed", reasons=" ".join(words))


def dbt_name(given: str, project: str) -> str:
    """Name of the dbt project: the given one, or one made of the project's name.

    Raises:
        SignoffError: the given name is unfit.
    """
    if given and not _DBT_NAME.fullmatch(given):
        raise SignoffError(say("export.bad_name", name=given))
    plain = given or re.sub(r"[^a-z0-9]+", "_", project.casefold()).strip("_")[:50]
    return plain if _DBT_NAME.fullmatch(plain) else f"signoff_{plain}".rstrip("_")


def _files(
    view: ProjectView, chosen: Sequence[ExportTarget], name: str, source_schema: str
) -> dict[str, str]:
    dossiers = [t.dossier for t in chosen]
    names = model_names(d.target for d in dossiers)
    book = source_book(dossiers, view.sources, names)
    files = {
        "dbt_project.yml": as_yaml(project_file(name, source_schema, _settings(chosen, names))),
        "models/sources.yml": as_yaml(sources_file(book.sources, view.sources)),
        "models/schema.yml": as_yaml(models_file(dossiers, names)),
        "README.md": _readme(view, name),
        RECORD: "".join(json.dumps(entry, sort_keys=True, ensure_ascii=False) + "\n" for entry in view.audit),
    }
    unit_tests = unit_tests_file(dossiers, names, book)
    if masking := masking_page(view):
        files[MASKING_PAGE] = masking
    if unit_tests:
        files["models/unit_tests.yml"] = as_yaml(unit_tests)
    for target in chosen:
        model = names[target.dossier.target]
        files[f"models/{model}.sql"] = model_text(target.dossier, book)
        files[f"evidence/{model}.md"] = page(view, target, model)
        files[f"evidence/{model}.sql"] = target.dossier.text
        if target.dossier.proof is not None:
            files[f"evidence/{model}.proof.md"] = proof_page(target.dossier, model)
            files[f"evidence/{model}.proof.json"] = proof_file_text(target.dossier)
        if target.backfill is not None and target.backfill.macro:
            files[f"macros/{target.backfill.name}.sql"] = target.backfill.macro
        unique = key_test(target.dossier, model)
        if unique:
            files[f"tests/{model}_key_is_unique.sql"] = unique
    return files


def _settings(chosen: Sequence[ExportTarget], names: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """How updated models are kept where their own file does not say it, by model."""
    found: dict[str, dict[str, object]] = {}
    for target in chosen:
        for name in KEPT_SETTINGS:
            setting = target.settings.get(name)
            if setting is not None and setting.value:
                value = setting.value[0] if len(setting.value) == 1 else list(setting.value)
                found.setdefault(names[target.dossier.target], {})[f"+{name}"] = value
    return found


def model_text(dossier: Dossier, book: Book) -> str:
    """The dbt model of a target: its signed text with references, or the edited file of an update as it is.

    Raises:
        SignoffError: the text reads an unknown table, or an update holds Jinja that nobody wrote into it.
    """
    existing = dossier.draft.existing
    if not existing or not is_jinja(existing):
        settings, text = _settings_apart(dossier)
        return settings + with_references(text, dossier.dialect, book, dossier.target)
    require_no_foreign_jinja(dossier)
    return dossier.text


def _settings_apart(dossier: Dossier) -> tuple[str, str]:
    """The settings that an update put before a file without Jinja, and the file without them."""
    text, script = dossier.text, dossier.draft.edits
    if script is None or script.applied() != text:
        return "", text
    edits = [edit for edit in script.standing() if is_setting_edit(edit)]
    rest = script.applied({edit.id for edit in edits})
    return "".join(splice.after for edit in edits for splice in edit.splices), rest


def require_no_foreign_jinja(dossier: Dossier) -> None:
    """Refuse an update whose text holds Jinja that neither its file had nor an edit of its settings wrote.

    Raises:
        SignoffError: it does; the sentence names the tag.
    """
    text, script = dossier.text, dossier.draft.edits
    edits: tuple[MandatedEdit, ...] = ()
    if script is not None and script.applied() == text:
        edits = script.standing()
        text = script.applied({edit.id for edit in edits if is_setting_edit(edit)})
    foreign = foreign_jinja(dossier.draft.existing, text, edits)
    if foreign:
        raise SignoffError(say("export.foreign_jinja", target=dossier.target, jinja=foreign[0][:60]))


def _manifest(view: ProjectView, chosen: Sequence[ExportTarget], files: Mapping[str, bytes]) -> bytes:
    content = {
        "project": view.name,
        "dialect": view.dialect,
        "document": {"name": view.document, "sha256": view.document_digest},
        "generator": view.generator,
        "exported": {"by": view.by, "at": view.at},
        "audit": {"entries": len(view.audit), "head": view.head},
        "targets": {
            t.dossier.target: {
                "signed_by": t.dossier.sign_off.by,
                "signed_at": t.dossier.sign_off.at,
                "binding": t.dossier.sign_off.binding,
                "text_sha256": text_digest(t.dossier),
            }
            for t in chosen
            if t.dossier.sign_off is not None
        },
        "files": {path: digest(data) for path, data in sorted(files.items())},
    }
    return as_manifest(content)


def _readme(view: ProjectView, name: str) -> str:
    return (
        f"# {name}\n\n"
        f"dbt models signed off in Signoff, dialect {view.dialect}. `evidence/` says for each who signed "
        "what, and why it may ship; `evidence/manifest.json` has the SHA-256 of every file.\n\n"
        f"Give dbt a profile called `{name}` and run `dbt build`. The source tables lie in the schema of the "
        "variable `source_schema` in `dbt_project.yml`.\n"
    )
