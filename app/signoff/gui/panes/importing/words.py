"""Words of the mapping import: what a column's role is called, how sure it is, what a sheet is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import Role
from signoff.core.lint import Level

ROLE_GROUPS: tuple[tuple[str, tuple[Role, ...]], ...] = (
    (
        "Target",
        (
            Role.TARGET_TABLE,
            Role.TARGET_COLUMN,
            Role.TARGET_TYPE,
            Role.TARGET_LENGTH,
            Role.TARGET_KEY,
            Role.TARGET_NULLABLE,
            Role.TARGET_DEFAULT,
            Role.TARGET_SYSTEM,
        ),
    ),
    (
        "Source",
        (
            Role.SOURCE_TABLE,
            Role.SOURCE_COLUMN,
            Role.SOURCE_TYPE,
            Role.SOURCE_LENGTH,
            Role.SOURCE_NULLABLE,
            Role.SOURCE_SYSTEM,
        ),
    ),
    ("Rule", (Role.RULE, Role.RULE_KIND, Role.JOIN, Role.FILTER, Role.LOOKUP, Role.SECTION)),
    (
        "Query steps",
        (Role.STEP_ORDER, Role.STEP_KIND, Role.STEP_TABLE, Role.STEP_ALIAS, Role.STEP_CONDITION),
    ),
    ("Beside", (Role.EXAMPLE, Role.DESCRIPTION, Role.NOTE, Role.STATE, Role.NUMBER)),
)
"""Roles to choose from, as the menu shows them."""
_ROLES = {
    Role.TARGET_TABLE: "target table",
    Role.TARGET_COLUMN: "target column",
    Role.TARGET_TYPE: "target type",
    Role.TARGET_LENGTH: "target length",
    Role.TARGET_KEY: "key of the target",
    Role.TARGET_NULLABLE: "must it have a value",
    Role.TARGET_DEFAULT: "default value",
    Role.TARGET_SYSTEM: "target system",
    Role.SOURCE_TABLE: "source table",
    Role.SOURCE_COLUMN: "source column",
    Role.SOURCE_TYPE: "source type",
    Role.SOURCE_LENGTH: "source length",
    Role.SOURCE_NULLABLE: "source may have no value",
    Role.SOURCE_SYSTEM: "source system",
    Role.RULE: "rule",
    Role.RULE_KIND: "kind of rule",
    Role.JOIN: "join",
    Role.FILTER: "filter",
    Role.LOOKUP: "lookup",
    Role.SECTION: "part of the target",
    Role.STEP_ORDER: "order of the step",
    Role.STEP_KIND: "kind of step",
    Role.STEP_TABLE: "table of the step",
    Role.STEP_ALIAS: "short name of the table",
    Role.STEP_CONDITION: "condition of the step",
    Role.EXAMPLE: "example value",
    Role.DESCRIPTION: "description",
    Role.NOTE: "note",
    Role.STATE: "state or version",
    Role.NUMBER: "row number",
    Role.OTHER: "not read",
}
_LEVELS = {
    Level.READY: "can be drafted now",
    Level.ASK: "needs an answer first",
    Level.MISSING: "neither a source nor a rule",
    Level.UNUSED: "not used",
}
LEVEL_TINTS = {
    Level.READY: "good_back",
    Level.ASK: "attention_back",
    Level.MISSING: "bad_back",
    Level.UNUSED: "hover",
}
"""Colour behind a cell of that level, by its name in the look."""


def say(text: str) -> str:
    """A sentence of this pane in the language of the screen."""
    return QCoreApplication.translate("importing", text)


def role_words(role: Role) -> str:
    """A role in plain words."""
    return say(_ROLES[role])


def level_words(level: Level) -> str:
    """What holds of a cell's row."""
    return say(_LEVELS[level])


def place_words(finding: Finding) -> str:
    """Where a remark stands: the column it is about, else its cell."""
    about = f"{finding.target}.{finding.column}" if finding.column else finding.target
    where = str(finding.cell) if finding.cell else ""
    return " · ".join(part for part in (about, where) if part)
