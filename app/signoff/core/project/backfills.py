"""What becomes of the rows that an updated target's table has already, as it is signed and exported."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.backfills import Backfill, BackfillProof
from signoff.core.domain.codec import to_json
from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.edits import EditKind
from signoff.core.domain.expressions import Origin
from signoff.core.domain.materialising import Keeping, ModelConfig
from signoff.core.domain.plan import Draft
from signoff.core.export.backfill_proof import ProvedModel, proves
from signoff.core.merge.backfilling import Updated, known_config, plan_backfill
from signoff.core.merge.config_calls import config_of
from signoff.core.project.dossiers import dossiers
from signoff.core.project.project import Project

_KIND = "backfill_proof"
_ADDING = (EditKind.ADD_COLUMN, EditKind.RENAME_COLUMN)


def config_in(dossier: Dossier) -> ModelConfig:
    """The settings of an updated target: its own file's before those of the dbt project around it."""
    keeping = dossier.draft.keeping or Keeping()
    return known_config(dossier.text, keeping.settings)


def settings_outside(dossier: Dossier) -> ModelConfig:
    """The settings that an updated target needs beside those of its own file, as its dbt project has them."""
    outside = (dossier.draft.keeping or Keeping()).settings
    told = config_of(dossier.text).under(outside).get("materialized")
    known = config_in(dossier).get("materialized")
    return outside if told is not None or known is None else ModelConfig((known, *outside.settings))


def backfill_of(dossier: Dossier, model: str, around: Surroundings = ALONE) -> Backfill | None:
    """What its old rows need; None for an initial load.

    Args:
        dossier: the target.
        model: name of its dbt model.
        around: the dbt project it came from.
    """
    draft = dossier.draft
    if not draft.existing:
        return None
    keeping = draft.keeping or Keeping()
    added, changed = _columns(draft)
    update = Updated(
        *(dossier.target, model, draft.existing, dossier.text),
        added=added,
        changed=changed,
        config=config_in(dossier),
        key=keeping.key,
        unmarked=keeping.unmarked,
        key_doubt=keeping.key_doubt,
        gone=keeping.gone,
        around=around,
        is_alone=not keeping.path and not keeping.settings.settings,
    )
    return plan_backfill(update, dossier.dialect)


def proved_model(dossier: Dossier, model: str, backfill: Backfill | None) -> ProvedModel | None:
    """What the backfill proof needs of a target; None where there is nothing to prove."""
    if backfill is None or not proves(backfill):
        return None
    reads = sorted((t.name for t in dossier.sources.tables), key=lambda name: _place(name, dossier.text))
    return ProvedModel(model, dossier.draft.existing, backfill, tuple(reads))


def _columns(draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """New columns, and those with another expression."""
    made = {c.name for c in draft.columns if c.origin is not Origin.KEPT}
    if draft.edits is None:
        return tuple(c.name for c in draft.columns if c.name in made), ()
    standing = draft.edits.standing()
    added = {e.column.casefold() for e in standing if e.kind in _ADDING}
    changed = {e.column.casefold() for e in standing if e.kind is EditKind.CHANGE_EXPRESSION} - added
    names = [c.name for c in draft.columns]
    return (
        tuple(n for n in names if n.casefold() in added),
        tuple(n for n in names if n.casefold() in changed),
    )


def _place(name: str, text: str) -> int:
    """Where a text names a table first."""
    found = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    return found.start() if found else len(text)


def samples_digest(project: Project) -> str:
    """What the sample rows of a project are known by: their files, source types and made-up ones among them."""
    files = sorted(f"{file.table} {file.digest}" for file in project.samples())
    return _digest("\n".join([*files, project.schema_sql, to_json(project.sources)]))


def backfill_proof_of(
    project: Project, dossier: Dossier, backfill: Backfill | None, samples: str
) -> BackfillProof | None:
    """The proof that was found for exactly this text, its backfill and these samples; None where there is none."""
    known = project.get(_KIND, dossier.target, BackfillProof)
    if known is None or backfill is None:
        return None
    wanted = (_digest(dossier.draft.existing), _digest(dossier.text), samples, _digest(backfill.macro))
    return known if (known.before, known.after, known.samples, known.macro) == wanted else None


def keep_backfill_proofs(project: Project, proofs: Sequence[BackfillProof], *, by: str) -> None:
    """Keep what the proof found, with what it was found for."""
    drafts = {d.target: d for d in dossiers(project)}
    samples = samples_digest(project)
    with project.act("prove backfill", ", ".join(p.target for p in proofs), by=by):
        for proof in proofs:
            dossier = drafts[proof.target]
            before, after = _digest(dossier.draft.existing), _digest(dossier.text)
            kept = replace(proof, before=before, after=after, samples=samples)
            project.put("prove backfill", _KIND, proof.target, kept, by=by)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
