"""What the administrator of a machine set for everybody who works on it, and what is refused because of that.

The policy is one TOML file in a place that only administrators can write. Where there is none, nothing is set. One
that can't be used stops Signoff with a sentence: a policy that is not understood is never taken for none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from signoff.core.domain import policy_place
from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.policy_file import read_policy
from signoff.core.domain.sentences import Sentence, say
from signoff.core.errors import SignoffError

_LEVELS = tuple(MaskingLevel)
"""From the least that is hidden to the most."""


@dataclass(frozen=True)
class Policy:
    """What was set; a field as it is here was not."""

    masking_level: MaskingLevel | None = None
    """The least that is hidden from the language model."""
    language_models: tuple[str, ...] | None = None
    """SHA-256 of the files that may be used; None is any."""
    export_folders: tuple[Path, ...] | None = None
    """Files go into these folders and below them alone; None is anywhere."""
    export_dialects: tuple[str, ...] | None = None
    """SQL may be written for these alone; None is any."""
    values_in_exports: bool = True
    """Whether sample values may stand in papers that leave a project."""
    values_on_clipboard: bool = True
    """Whether sample values may be copied."""
    draft: bool = True
    """Whether `signoff draft` may be used, whose SQL nobody signed."""
    free_select: bool = True
    """Whether a person may write a query of their own over the samples."""
    sample_days: int | None = None
    """Days that sample rows stay in a project; None is for ever."""
    cache_folder: Path | None = None
    data_folder: Path | None = None

    def at_least(self, level: MaskingLevel) -> MaskingLevel:
        """A level, or the least that is allowed where that hides more."""
        least = self.masking_level or _LEVELS[0]
        return max(level, least, key=_LEVELS.index)

    def words(self) -> tuple[Sentence, ...]:
        """A sentence for each thing that was set."""
        many = (
            (self.language_models, "policy.says_models"),
            (self.export_folders, "policy.says_folders"),
            (self.export_dialects, "policy.says_dialects"),
        )
        switches = (
            (self.values_in_exports, "policy.says_no_values"),
            (self.values_on_clipboard, "policy.says_no_clipboard"),
            (self.draft, "policy.says_no_draft"),
            (self.free_select, "policy.says_no_select"),
        )
        folders = (
            (self.cache_folder, "policy.says_cache"),
            (self.data_folder, "policy.says_data"),
        )
        found = [] if self.masking_level is None else [say("policy.says_level", level=self.masking_level)]
        found += [say(code, names=_listed(names)) for names, code in many if names is not None]
        found += [say(code) for allowed, code in switches if not allowed]
        if self.sample_days is not None:
            found.append(say("policy.says_days", count=self.sample_days))
        found += [say(code, folder=folder) for folder, code in folders if folder is not None]
        return tuple(found)


def policy() -> Policy:
    """What is set on this machine.

    Raises:
        SignoffError: the policy can't be read, does not hold what it may, or can be written by ordinary users.
    """
    path = Path()
    try:
        path = policy_place.policy_path()
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Policy()
    except OSError as error:
        raise SignoffError(say("policy.unreadable", path=path, reason=error.strerror or error)) from error
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _read(path: Path, _written: int, _size: int) -> Policy:
    """Read once a change."""
    if loose := policy_place.written_by_others(path):
        raise SignoffError(say("policy.not_guarded", path=path, place=loose))
    return Policy(**read_policy(path))


def require_level(level: MaskingLevel) -> None:
    """Refuse to hide less than is set.

    Raises:
        SignoffError: the level hides too little.
    """
    least = policy().at_least(level)
    if least is not level:
        raise SignoffError(say("policy.refuses_level", level=level, least=least))


def require_generator(sha256: str, name: str) -> None:
    """Refuse a language model that is not among those allowed.

    Raises:
        SignoffError: it is not.
    """
    allowed = policy().language_models
    if allowed is not None and sha256.casefold() not in allowed:
        raise SignoffError(say("policy.refuses_model", name=name, sha256=sha256))


def require_export_folder(place: Path) -> None:
    """Refuse a file or folder outside the folders that exports may go to, links followed.

    Raises:
        SignoffError: it lies outside all of them.
    """
    folders = policy().export_folders
    if folders is not None and not any(place.resolve().is_relative_to(each.resolve()) for each in folders):
        raise SignoffError(say("policy.refuses_folder", place=place, folders=_listed(folders)))


def require_dialect(dialect: str) -> None:
    """Refuse SQL for a warehouse that is not among those allowed.

    Raises:
        SignoffError: it is not.
    """
    allowed = policy().export_dialects
    if allowed is not None and dialect.casefold() not in allowed:
        raise SignoffError(say("policy.refuses_dialect", dialect=dialect, dialects=_listed(allowed)))


def require_draft() -> None:
    """Refuse drafting without a project.

    Raises:
        SignoffError: it is switched off.
    """
    if not policy().draft:
        raise SignoffError(say("policy.refuses_draft"))


def require_free_select() -> None:
    """Refuse a query that a person wrote.

    Raises:
        SignoffError: it is switched off.
    """
    if not policy().free_select:
        raise SignoffError(say("policy.refuses_select"))


def copied_words(text: str) -> str:
    """What goes onto the clipboard where somebody copies sample values: them, or why they stay."""
    return text if policy().values_on_clipboard else say("policy.refuses_clipboard")


def _listed(names: tuple[object, ...]) -> str:
    return ", ".join(map(str, names)) or say("policy.none")
