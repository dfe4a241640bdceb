"""What is kept of an evaluated prompt gives the prompt back: it can be decoded, and so it can be searched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.folders import states_folder
from signoff.core.domain.prompts import Prompt
from signoff.core.generate.generator import Generator
from signoff.core.generate.store import GeneratorFile
from signoff.core.pipeline.kept_states import kept_states
from tests.helpers.clearing import cleared

PROMPT = Prompt(
    "<|im_start|>system\nOne SQL expression, größer als nötig.<|im_end|>\n",
    "<|im_start|>user\ntext_01\ntake text_01<|im_end|>\n<|im_start|>assistant\n",
    "t/1",
    "h",
    ("text_01",),
    has_public_prefix=True,
)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, generator_file: GeneratorFile) -> None:
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path))
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(generator_file.path.parent))


def test_nothing_is_decoded_where_nothing_is_kept() -> None:
    assert kept_states() == ()


@pytest.mark.generator
def test_a_kept_evaluation_gives_its_text_back(generator_file: GeneratorFile) -> None:
    with Generator(generator_file.path, sha256=generator_file.sha256) as generator:
        generator.generate(cleared(PROMPT))
        generator.generate(
            cleared(replace(PROMPT, prefix="<|im_start|>system\nNordhafen", has_public_prefix=False))
        )
    (states_folder() / "strange.kv").write_bytes(b"no state of ours")
    texts = {state.text for state in kept_states()}
    assert texts == {PROMPT.prefix, None}
