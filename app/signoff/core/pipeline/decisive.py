"""Digests of all that decides a draft: two runs with equal digests give equal drafts."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path

import signoff
from signoff.core.domain.codec import to_json
from signoff.core.domain.findings import Finding
from signoff.core.domain.masking import Term
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.spec import Schema, Spec, TargetMapping
from signoff.core.engines.llama.machine import physical_cores
from signoff.core.pipeline.desk import Desk

_LIBRARIES = ("duckdb", "sqlglot", "llama-cpp-python", "llguidance", "Jinja2", "rapidfuzz")


def digest(*pieces: str) -> str:
    """SHA-256 over texts, each apart from the next."""
    text = "\0".join(pieces)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def program_digest() -> str:
    """Of this program: its code, its texts and word lists, and the libraries that shape a draft."""
    package = Path(signoff.__file__).parent
    parts = [signoff.__version__, sys.version, *(f"{name} {_version(name)}" for name in _LIBRARIES)]
    parts += _file_digests(package, package.rglob("*.py"))
    resources = resources_folder()
    wanted = ("prompts", "examples", "synonyms", "sentences")
    parts += _file_digests(resources, (path for name in wanted for path in (resources / name).rglob("*")))
    return digest(*parts)


def folder_digest(folder: Path) -> str:
    """Of the files that lie in a folder, by name and bytes."""
    return digest(*_file_digests(folder, folder.iterdir()))


def run_digest(spec: Spec, schema: Schema, desk: Desk, terms: Sequence[Term], *further: str) -> str:
    """Of what decides every target alike.

    Args:
        spec: its sources and code lists; targets are for `Keys`.
        schema: the source tables.
        desk: the generator, and what people said.
        terms: what is masked; it bears on drafts only where there is a generator.
        further: whatever else decides, such as the dialect.
    """
    generator = (
        []
        if desk.generator is None
        else [desk.generator.identity, str(physical_cores()), to_json(terms), desk.level.value]
    )
    settings = [desk.candidates, desk.repairs, desk.token_budget, to_json(desk.around)]
    said = [sorted(each.items()) for each in (desk.said.answers, desk.said.written, desk.said.comments)]
    marked = [sorted(desk.marks.items()), sorted(desk.since.items())]
    shared = to_json([spec.document, spec.sources, spec.code_lists, schema, settings, said, marked])
    return digest(program_digest(), shared, *generator, *further)


class Keys:
    """The digest of each target: its own, and those of the targets it reads."""

    def __init__(
        self, run: str, spec: Spec, existing: Mapping[str, str], reads: Mapping[str, Sequence[str]]
    ) -> None:
        """Prepare.

        Args:
            run: what `run_digest` gave.
            spec: holds the targets.
            existing: SQL that exists, by case-folded name.
            reads: what each target reads or names, by name.
        """
        self._run, self._existing, self._reads = run, existing, reads
        self._names = sorted(target.name for target in spec.targets)
        self._keys: dict[str, str] = {}

    def key(self, target: TargetMapping, findings: Iterable[Finding]) -> str:
        """The target's digest; ask in the order of drafting, since it holds those of the targets it reads.

        Args:
            target: as the document has it.
            findings: on this target, of reading and lint.
        """
        above = [
            f"{name} {self._keys[name]}" for name in self._reads.get(target.name, ()) if name in self._keys
        ]
        own = to_json([target, self._existing.get(target.name.casefold(), ""), list(findings)])
        self._keys[target.name] = digest(self._run, own, *above)
        return self._keys[target.name]


def _file_digests(folder: Path, paths: Iterable[Path]) -> list[str]:
    """Name and digest of each file, sorted by name."""
    files = sorted(path for path in paths if path.is_file())
    return [f"{path.relative_to(folder).as_posix()} {_file_digest(path)}" for path in files]


def _file_digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
