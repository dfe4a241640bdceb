"""The language model behind its interface: prompts in, expressions out, all in a child process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

from signoff.core.domain.codec import from_data
from signoff.core.domain.folders import states_folder
from signoff.core.domain.mask_proofs import KeptState
from signoff.core.domain.prompts import SURE, ClearedPrompt, Generation, NotCleared, Prompt
from signoff.core.domain.sentences import say
from signoff.core.engines.llama import WORKER
from signoff.core.engines.llama.machine import memory_cap, physical_cores
from signoff.core.errors import SignoffError
from signoff.core.generate.filtering import usable, uses_literals
from signoff.core.generate.grammar import grammar_for
from signoff.core.generate.row_operations import read_row_operation, row_grammar
from signoff.core.isolation import Child, Limits
from signoff.core.progress import CancelToken, Progress, Report, silent

__all__ = ["MOST_TOKENS", "Generator", "uses_literals"]

MOST_TOKENS = 192
"""Longest answer; one cut there is a failed candidate."""
MOST_TOKENS_OF_A_CONDITION = 96
"""Conditions are short; a small language model that does not come to an end repeats itself."""


class Generator:
    """One model file, loaded in a child process at the first prompt and kept warm. Serves one caller."""

    def __init__(
        self,
        path: Path,
        *,
        sha256: str,
        family: str = "chatml",
        threads: int | None = None,
        seed: int = 0,
        sure: float = SURE,
        keep_prefix: bool = True,
    ) -> None:
        """Prepare, start nothing.

        Args:
            path: the GGUF file.
            sha256: its digest, already checked against the manifest.
            family: chat markup it was trained with; prompts must be built for the same.
            threads: default: one for each physical core.
            seed: decides every candidate but the first.
            sure: a first answer whose every token is more probable than this is the only one; 1 always asks for all.
            keep_prefix: keep the evaluated worked examples in the user's cache, for the next start; only those
                of a prefix as shipped are kept, since a kept evaluation gives the whole text back.

        Raises:
            SignoffError: there is no such file.
        """
        if not path.is_file():
            raise SignoffError(say("generator.no_file", path=path))
        self.path, self.sha256, self.family, self.seed = path.resolve(), sha256, family, seed
        self._sure = sure
        arguments = {
            "path": str(self.path),
            "sha256": sha256,
            "threads": threads or physical_cores(),
            "states": str(states_folder()) if keep_prefix else "",
        }
        limits = Limits(memory_bytes=memory_cap(path.stat().st_size), call_seconds=None, grace_seconds=0.5)
        environment = {"OMP_WAIT_POLICY": "PASSIVE"}
        self._child = Child(WORKER, limits, "language model", arguments, environment)

    @cached_property
    def identity(self) -> str:
        """Digest of the file and version of the library: what an expression's method names.

        Raises:
            SignoffError: the library is not installed.
        """
        return f"sha256:{self.sha256}, {self._child.call('build', {})}"

    def load(self) -> None:
        """Load library and file, unless they are.

        Raises:
            SignoffError: library or file is missing or broken, or the memory does not suffice.
        """
        self._child.call("load", {})

    def kept_states(self, folder: Path) -> tuple[KeptState, ...]:
        """Every evaluated prefix that is kept in a folder, decoded to text; the model itself is not loaded.

        Raises:
            SignoffError: library or file is missing or broken.
        """
        found = self._child.call("states", {"folder": str(folder)})
        return tuple(from_data(each, KeptState) for each in found)

    def generate(
        self,
        prompt: ClearedPrompt,
        *,
        candidates: int = 1,
        cancel: CancelToken | None = None,
        report: Report | None = None,
    ) -> tuple[Generation, ...]:
        """Answers to one prompt: the most probable one first, then drawn ones, the same for the same seed.

        One that is no expression, or was cut at `MOST_TOKENS`, has `finished` False.

        Raises:
            Cancelled: `cancel` was set.
            SignoffError: library or file is missing or broken, the prompt is too long, or the child died.
        """
        request = self._request(prompt, candidates)
        answers = self._child.call("generate", request, on_event=_teller(report, 0), cancel=cancel)
        return tuple(_generation(answer, prompt) for answer in answers)

    def generate_many(
        self,
        prompts: Sequence[ClearedPrompt],
        *,
        candidates: int = 1,
        cancel: CancelToken | None = None,
        report: Report | None = None,
    ) -> tuple[tuple[Generation, ...], ...]:
        """Answers to several prompts, in their order; as `generate` otherwise."""
        request = {"prompts": [self._request(prompt, candidates) for prompt in prompts]}
        answers = self._child.call(
            "generate_many", request, on_event=_teller(report, len(prompts)), cancel=cancel
        )
        pairs = zip(prompts, answers, strict=True)
        return tuple(tuple(_generation(answer, prompt) for answer in group) for prompt, group in pairs)

    def close(self) -> None:
        """End the child; a later call starts a new one."""
        self._child.close()

    def __enter__(self) -> Generator:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _request(self, prompt: ClearedPrompt, candidates: int) -> dict[str, Any]:
        if not isinstance(prompt, ClearedPrompt):
            raise NotCleared("a prompt that the gate did not look through was about to reach the generator")
        seeds: list[int | None] = [None]
        seeds += [_seed(self.seed, prompt.hash, number) for number in range(1, candidates)]
        return {
            "prefix": prompt.prefix,
            "body": prompt.body,
            "grammar": row_grammar(prompt) if prompt.rows else grammar_for(prompt),
            "seeds": seeds,
            "most_tokens": MOST_TOKENS_OF_A_CONDITION if prompt.condition else MOST_TOKENS,
            "sure": self._sure,
            "is_public": prompt.has_public_prefix,
        }


def _seed(seed: int, prompt_hash: str, number: int) -> int:
    """Seed of one drawn candidate: the same rule gets the same draws wherever it stands in a run."""
    digest = hashlib.sha256(f"{seed}|{prompt_hash}|{number}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


def _generation(answer: dict[str, Any], prompt: Prompt) -> Generation:
    text = str(answer["text"]).strip()
    can_be_used = read_row_operation(text) is not None if prompt.rows else usable(text)
    finished = bool(answer["finished"]) and can_be_used
    return Generation(
        text,
        int(answer["tokens"]),
        float(answer["seconds"]),
        finished,
        float(answer["logprob"]),
        float(answer["least"]),
    )


def _teller(report: Report | None, total: int) -> Callable[[dict[str, Any]], None]:
    tell, done = report or silent, 0

    def told(event: dict[str, Any]) -> None:
        nonlocal done
        done = int(event.get("done", done))
        tell(Progress("generate", done, total, str(event.get("words", ""))))

    return told
