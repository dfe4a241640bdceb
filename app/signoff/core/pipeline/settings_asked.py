"""Settings of existing models that a document asks for, shown as edits: they change what a run does with rows.

They are made when someone accepts them; until then a remark says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.edits import EditKind, EditScript
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.materialising import ModelConfig
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, Spec, StepKind, TargetMapping
from signoff.core.merge.asked_settings import AskedSetting, asked_settings
from signoff.core.merge.backfilling import known_config
from signoff.core.merge.config_edits import config_edit
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import existing_columns

Texts = Mapping[str, tuple[tuple[str, Cell | None], ...]]
"""By case-folded target: texts of the document that may speak of it, each with its cell."""


def settings_texts(spec: Spec, existing: Collection[str]) -> Texts:
    """Texts that no field was read from, and notes, by the existing target that they speak of.

    A text is a target's where its row names it, or where the document has no other.
    """
    names = {name.casefold() for name in existing}
    targets = [t for t in spec.targets if t.name.casefold() in names or t.existing_sql.strip()]
    rows: dict[tuple[str, int], list[tuple[Cell, str]]] = {}
    for unused in spec.unused:
        rows.setdefault((unused.cell.sheet, unused.cell.row), []).append((unused.cell, unused.text))
    found: dict[str, list[tuple[str, Cell | None]]] = {target.name.casefold(): [] for target in targets}
    for target in targets:
        own = found[target.name.casefold()]
        own += [(s.condition, s.cell) for s in target.steps if s.kind is StepKind.NOTE]
        own += [(target.description, target.cell)] if target.description.strip() else []
        for cells in rows.values():
            texts = [text for _cell, text in cells]
            is_named = any(text.strip().casefold() == target.name.casefold() for text in texts)
            if is_named or (len(spec.targets) == 1 and len(targets) == 1):
                said = [text for text in texts if text.strip().casefold() != target.name.casefold()]
                own.append((" | ".join(said), max(cells)[0]))
    return {name: tuple(texts) for name, texts in found.items()}


def with_asked_settings(
    script: EditScript,
    target: TargetMapping,
    existing: ExistingSql,
    schema: Schema,
    texts: Texts,
    outside: ModelConfig,
) -> tuple[EditScript, tuple[Finding, ...]]:
    """The edits with those of settings that the document asks for and the file has otherwise, and a remark on each.

    Args:
        script: the other edits.
        target: the document's rows of it.
        existing: the file.
        schema: tables the file reads.
        texts: of `settings_texts`.
        outside: what the dbt project around the file says of it.
    """
    config = known_config(script.text_before, outside)
    names = [c.name for c in existing_columns(existing, schema)] + [c.name for c in target.columns]
    edits, findings = list(script.edits), list[Finding]()
    for setting, text, cell in _asked(texts.get(target.name.casefold(), ()), names):
        there = config.get(setting.name)
        value = setting.value if isinstance(setting.value, tuple) else (setting.value,)
        if there is not None and there.value == value:
            continue
        said = ", ".join(value)
        why = say("update.setting_asked", name=setting.name, value=said, text=text)
        edit = config_edit(script.text_before, setting.name, setting.value, why, suggestion=True)
        edits = [e for e in edits if e.kind is not EditKind.CHANGE_CONFIG or e.splices != edit.splices]
        edits.append(replace(edit, cell=cell))
        message: str = say("update.setting_shown", name=setting.name, value=said)
        if setting.value == "incremental" and not existing.rendered.asks_incremental:
            message = f"{message} {say('update.setting_no_later_load', column=setting.told_by or '?')}"
        findings.append(Finding("D257", Severity.WARNING, message, cell, target.name))
    return replace(script, edits=tuple(sorted(edits, key=lambda edit: edit.start))), tuple(findings)


def _asked(
    texts: tuple[tuple[str, Cell | None], ...], names: list[str]
) -> Iterator[tuple[AskedSetting, str, Cell | None]]:
    """Each setting once, with the text that asks for it."""
    known = set[str]()
    for text, cell in texts:
        for setting in asked_settings(text, names):
            if setting.name not in known:
                known.add(setting.name)
                yield setting, text, cell
