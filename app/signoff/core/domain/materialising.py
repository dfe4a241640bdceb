"""How dbt keeps a model's rows, as its settings say: in the file, in schema files, in the project's settings."""

from __future__ import annotations

from dataclasses import dataclass, field

SettingValue = tuple[str, ...] | None
"""The texts of a value that is written out, one or a list of them; None for one that only dbt can work out."""
INCREMENTAL = "incremental"
IMPLIED = "is_incremental()"
"""Where a materialisation stands that only the text's asking for later runs tells of."""


@dataclass(frozen=True)
class Setting:
    """One setting of a model."""

    name: str
    value: SettingValue
    written: str = ""
    """As it stands in its file."""
    start: int = -1
    """Place of the written value in the model's file; -1 where it stands in another file."""
    end: int = -1
    where: str = ""
    """File it stands in, inside the dbt project; empty for the model's own."""


@dataclass(frozen=True)
class ModelConfig:
    """The settings of one model; the first of a name counts."""

    settings: tuple[Setting, ...] = ()

    def get(self, name: str) -> Setting | None:
        """The setting of that name; None where nothing says it."""
        return next((s for s in self.settings if s.name == name), None)

    def under(self, others: ModelConfig) -> ModelConfig:
        """These settings, and behind them those of a file that counts less."""
        return ModelConfig((*self.settings, *others.settings))

    @property
    def materialized(self) -> str:
        """The materialisation; dbt's own default where nothing says it, empty where only dbt can tell."""
        found = self.get("materialized")
        return "view" if found is None else _word(found.value)

    @property
    def is_incremental(self) -> bool:
        """Whether a run adds to the table that is there."""
        return self.materialized == INCREMENTAL

    @property
    def unique_key(self) -> tuple[str, ...]:
        """Columns by which dbt finds the row to replace; none where nothing says it, or only dbt can tell."""
        found = self.get("unique_key")
        names = (found.value if found else None) or ()
        split = [part.strip() for name in names for part in name.split(",")]
        return tuple(part for part in split if part)

    @property
    def strategy(self) -> str:
        """``append``, ``merge``, ``delete+insert``, …; what dbt does without one is told by the key."""
        found = self.get("incremental_strategy")
        said = "" if found is None else _word(found.value)
        return said or ("merge" if self.get("unique_key") is not None else "append")

    @property
    def on_schema_change(self) -> str:
        """What a run does about columns the table does not have; dbt's own default where nothing says it."""
        found = self.get("on_schema_change")
        return "ignore" if found is None else _word(found.value)


def _word(value: SettingValue) -> str:
    return value[0].strip().casefold() if value else ""


@dataclass(frozen=True)
class ConfigCall:
    """The ``config(…)`` call of a model's file."""

    start: int
    end: int
    """Places of what stands between its brackets."""
    names: tuple[tuple[str, int, int], ...] = ()
    """Name of each setting, and the stretch from its name to the end of its value."""
    config: ModelConfig = field(default_factory=ModelConfig)


@dataclass(frozen=True)
class KeyFacts:
    """Which columns tell a target's rows apart, and how that is known."""

    columns: tuple[str, ...] = ()
    why: str = ""
    """A sentence for a person; where `proven` is false, why not."""
    proven: bool = False
    """On the samples each value stands once and none is missing."""


@dataclass(frozen=True)
class Keeping:
    """How the rows of an updated target are kept, as far as it was known when it was drafted."""

    settings: ModelConfig = field(default_factory=ModelConfig)
    """What other files than the model's own say of it."""
    key: KeyFacts = field(default_factory=KeyFacts)
    key_doubt: str = ""
    """A sentence where the model's own unique_key does not tell its rows apart on the samples."""
    unmarked: tuple[str, ...] = ()
    """Tables that new columns come from and that a later run does not watch."""
    gone: tuple[str, ...] = ()
    """Columns that the update renames or takes out, by their old names."""
    path: str = ""
    """The model's file inside its dbt project; empty where it came as a file of its own."""
