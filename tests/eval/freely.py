"""The language model without our grammar: the same file, threads and child process, whatever text it likes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from unittest import mock

from signoff.core.domain.prompts import Generation
from signoff.core.engines.llama import WORKER
from signoff.core.engines.llama.machine import memory_cap, physical_cores
from signoff.core.generate.store import GeneratorFile
from signoff.core.isolation import Child, Limits

ANY_TEXT = r"start: /(?s:.*)/"
ANY_LINE = r"start: /[^\n]+/"
CONTEXT_TOKENS = 4096
"""What the engine holds of prompt and answer together."""


class FreeWriter:
    """One model file in a child of its own, writing what it likes. Serves one caller."""

    def __init__(self, file: GeneratorFile, *, threads: int | None = None) -> None:
        """Prepare, start nothing."""
        arguments = {"path": str(file.path), "sha256": file.sha256, "threads": threads or physical_cores()}
        limits = Limits(memory_bytes=memory_cap(file.size), call_seconds=None, grace_seconds=0.5)
        self._child = Child(
            WORKER, limits, "language model", {**arguments, "states": ""}, {"OMP_WAIT_POLICY": "PASSIVE"}
        )

    def load(self) -> None:
        """Load the file, so that no answer pays for it."""
        self._child.call("load", {})

    def write(self, prompt: str, most_tokens: int) -> Generation:
        """The most probable answer.

        Raises:
            SignoffError: the prompt is too long, or the child died.
        """
        request = {
            "prefix": "",
            "body": prompt,
            "grammar": ANY_TEXT,
            "seeds": [None],
            "most_tokens": most_tokens,
        }
        (answer,) = self._child.call("generate", request)
        return Generation(
            str(answer["text"]), int(answer["tokens"]), float(answer["seconds"]), bool(answer["finished"])
        )

    def close(self) -> None:
        """End the child."""
        self._child.close()

    def __enter__(self) -> FreeWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def without_grammar() -> Iterator[None]:
    """Answers to rules are any one line of text while this lasts."""
    with mock.patch("signoff.core.generate.generator.grammar_for", lambda prompt: ANY_LINE):
        yield
