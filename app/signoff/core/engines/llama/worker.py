"""The generator's child process: loads the model at its first call, answers until its parent is gone.

Methods:
    ``generate``: {prefix, body, grammar, seeds, most_tokens, sure, is_public} to a list of `decoding.Written`.
    ``generate_many``: {prompts: [as above]} to a list of such lists, in order; an event each when done.
    ``build``: {} to the library's version.
    ``load``: {} to nothing; the model is loaded then.
    ``states``: {folder} to a list of `KeptState`; the model is not loaded for it.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from signoff.core.engines.llama import library
from signoff.core.engines.llama.engine import Engine, Setup, decoded_states
from signoff.core.isolation import serve
from signoff.core.isolation.serve import WorkerContext


class _Worker:
    """The engine, loaded when it is first needed."""

    def __init__(self) -> None:
        self._engine: Engine | None = None

    def build(self, _params: dict[str, Any], _context: WorkerContext) -> str:
        library.llama()
        return library.build()

    def load(self, _params: dict[str, Any], context: WorkerContext) -> None:
        self._ready(context)

    def generate(self, params: dict[str, Any], context: WorkerContext) -> list[dict[str, Any]]:
        engine = self._ready(context)
        written = engine.answer(
            params["prefix"],
            params["body"],
            params["grammar"],
            params["seeds"],
            params["most_tokens"],
            stop=lambda: context.cancelled,
            tell=lambda words: context.emit({"words": words}),
            sure=float(params.get("sure", 1.0)),
            is_public=bool(params.get("is_public", False)),
        )
        return [dataclasses.asdict(answer) for answer in written]

    def generate_many(self, params: dict[str, Any], context: WorkerContext) -> list[list[dict[str, Any]]]:
        answers = []
        for prompt in params["prompts"]:
            context.token.check()
            answers.append(self.generate(prompt, context))
            context.emit({"done": len(answers)})
        return answers

    def states(self, params: dict[str, Any], _context: WorkerContext) -> list[dict[str, Any]]:
        given = serve.arguments()
        found = decoded_states(Path(given["path"]), given["sha256"], Path(params["folder"]))
        return [dataclasses.asdict(state) for state in found]

    def _ready(self, context: WorkerContext) -> Engine:
        if self._engine is None:
            given = serve.arguments()
            states = Path(given["states"]) if given.get("states") else None
            context.emit({"words": "loading the language model"})
            self._engine = Engine(Setup(Path(given["path"]), given["sha256"], int(given["threads"]), states))
        return self._engine


def main() -> None:
    """Serve until the parent closes the pipe."""
    worker = _Worker()
    serve.serve(
        {
            "generate": worker.generate,
            "generate_many": worker.generate_many,
            "build": worker.build,
            "load": worker.load,
            "states": worker.states,
        }
    )


if __name__ == "__main__":
    main()
