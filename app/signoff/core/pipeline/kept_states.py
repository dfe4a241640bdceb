"""Evaluated prompts that are kept on disk, decoded by the language models that are there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from signoff.core.domain.folders import states_folder
from signoff.core.domain.mask_proofs import KeptState
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.generate.generator import Generator
from signoff.core.generate.store import GeneratorFile, find, imported, imported_file, known, known_file


def kept_states() -> tuple[KeptState, ...]:
    """Every evaluated prompt on disk; each is decoded by the language model that wrote it, if that is there.

    Raises:
        SignoffError: something is kept, and no language model is there that can decode it.
    """
    folder = states_folder()
    if not folder.is_dir() or not any(folder.iterdir()):
        return ()
    found: dict[str, KeptState] = {}
    trouble = say("mask_proof.no_model")
    for file in _files_here():
        try:
            with Generator(file.path, sha256=file.sha256, family=file.family) as generator:
                states = generator.kept_states(folder)
        except SignoffError as error:
            trouble = say("mask_proof.model_fails", model=file.name, reason=error)
            continue
        found.update({s.name: s for s in states if s.name not in found or found[s.name].text is None})
        if all(state.text is not None for state in found.values()):
            break
    if not found:
        raise SignoffError(trouble)
    return tuple(found.values())


def _files_here() -> Iterator[GeneratorFile]:
    """Every language model whose file is there and is what it should be."""
    makers = [partial(known_file, entry) for entry in known() if find(entry) is not None]
    makers += [partial(imported_file, row) for row in imported()]
    for make in makers:
        try:
            yield make()
        except SignoffError:
            continue
