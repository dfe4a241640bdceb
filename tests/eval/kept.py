"""Answers of the language model kept in a file, so that a run that was killed goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from signoff.core.domain.prompts import ClearedPrompt, Generation, Prompt
from signoff.core.generate.grammar import grammar_for
from signoff.core.pipeline.desk import PromptRecord, Proposer
from signoff.core.progress import CancelToken


class KeptAnswers:
    """Asks a generator once for each prompt under each grammar, whatever run asks; remembers what that took.

    A killed run leaves at most its last line unfinished, which is then asked again.
    """

    def __init__(self, inner: Proposer, file: Path | None, *, label: str = "") -> None:
        """Read what was kept.

        Args:
            inner: whom to ask.
            file: one answer a line, made when there is none; None keeps nothing beyond this run.
            label: what else decides the answers, such as threads or an option of the run.
        """
        self._inner, self._file, self._label = inner, file, label
        self._known: dict[str, tuple[tuple[Generation, ...], float]] = {}
        self._owed: dict[str, float] = defaultdict(float)
        for line in file.read_text(encoding="utf-8").splitlines() if file and file.exists() else ():
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            answers = tuple(Generation(**each) for each in entry["answers"])
            self._known[entry["key"]] = (answers, float(entry["seconds"]))

    @property
    def identity(self) -> str:
        """Of whoever answers."""
        return self._inner.identity

    def load(self) -> None:
        """Make sure that whoever answers can."""
        self._inner.load()

    def generate(
        self, prompt: ClearedPrompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        """Answers to one prompt, from the file where it holds them."""
        key = self._key(prompt, candidates)
        if key in self._known:
            answers, seconds = self._known[key]
            self._owed[prompt.hash] += seconds
            return answers
        began = time.monotonic()
        answers = self._inner.generate(prompt, candidates=candidates, cancel=cancel)
        self._keep(key, answers, time.monotonic() - began)
        return answers

    def owed(self, records: Iterable[PromptRecord]) -> dict[tuple[str, str], float]:
        """Seconds that answers from the file once took, by target and column, case-folded; each told once."""
        found: dict[tuple[str, str], float] = defaultdict(float)
        for record in records:
            place = (record.target.casefold(), record.column.casefold())
            found[place] += self._owed.pop(record.prompt.hash, 0.0)
        return found

    def _key(self, prompt: Prompt, candidates: int) -> str:
        words = (self.identity, self._label, prompt.hash, grammar_for(prompt), str(candidates))
        return hashlib.sha256("\0".join(words).encode()).hexdigest()

    def _keep(self, key: str, answers: tuple[Generation, ...], seconds: float) -> None:
        self._known[key] = (answers, seconds)
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        entry = {"key": key, "seconds": round(seconds, 3), "answers": [asdict(each) for each in answers]}
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
