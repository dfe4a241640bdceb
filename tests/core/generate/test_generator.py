"""The generator through its child process: with the real language model, and with files that are none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.masking import MaskedColumn, MaskedRule
from signoff.core.domain.prompts import SURE, ClearedPrompt, Prompt
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.generate.generator import MOST_TOKENS, Generator
from signoff.core.generate.row_operations import RowKind, read_row_operation
from signoff.core.generate.store import GeneratorFile
from signoff.core.progress import CancelToken, Progress
from signoff.core.prompt.rows import build_row_prompt
from tests.helpers.clearing import cleared
from tests.helpers.kept_states import four_ways

PREFIX = (
    "<|im_start|>system\nAnswer with one SQL expression.<|im_end|>\n"
    "<|im_start|>user\ntext_01 -> VARCHAR\nin capitals<|im_end|>\n<|im_start|>assistant\nupper(text_01)<|im_end|>\n"
)


def prompt_of(rule: str, prefix: str = PREFIX, *, is_public: bool = False) -> ClearedPrompt:
    body = f"<|im_start|>user\ntext_01, num_01 -> VARCHAR\n{rule}<|im_end|>\n<|im_start|>assistant\n"
    prompt = Prompt(
        prefix,
        body,
        "expression/1",
        hashlib.sha256((prefix + body).encode()).hexdigest(),
        columns=("text_01", "num_01"),
        column_types=("VARCHAR", "INTEGER"),
        target_type="VARCHAR",
        rule=rule,
        has_public_prefix=is_public,
    )
    return cleared(prompt)


@pytest.fixture(scope="module")
def generator(generator_file: GeneratorFile, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generator]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIGNOFF_CACHE", str(tmp_path_factory.mktemp("cache")))
        made = Generator(generator_file.path, sha256=generator_file.sha256, family=generator_file.family)
    with made:
        yield made


@pytest.mark.generator
def test_an_answer_is_one_expression_over_the_columns(generator: Generator) -> None:
    answers = generator.generate(prompt_of("small letters of text_01"))
    assert [answer.text for answer in answers] == ["lower(text_01)"]
    assert answers[0].finished and answers[0].tokens > 0 and answers[0].seconds > 0


@pytest.mark.generator
def test_candidates_begin_with_the_most_probable_and_repeat_themselves(generator: Generator) -> None:
    prompt = prompt_of("text_01 in capitals, cut to num_01 characters")
    first = generator.generate(prompt, candidates=3)
    again = generator.generate(prompt, candidates=3)
    assert [answer.text for answer in first] == [answer.text for answer in again]
    assert len(first) == 3


@pytest.mark.generator
def test_a_sentence_on_rows_is_told_as_one_operation(generator: Generator) -> None:
    columns = (MaskedColumn("text_01", "VARCHAR"), MaskedColumn("date_01", "DATE"))
    sentence = MaskedRule("last known record wins per text_01, going by date_01", columns, condition=True)
    (answer,) = generator.generate(cleared(build_row_prompt(sentence, token_budget=1000)))
    told = read_row_operation(answer.text)
    assert answer.finished and told is not None
    assert (told.kind, told.keys) == (RowKind.LATEST, ("text_01",))


RULES = (
    "small letters of text_01",
    "text_01 without blanks at the end, then a dash, then num_01",
    "the first three letters of text_01; where num_01 is missing the whole of it",
    "text_01 in capitals, cut to num_01 characters",
    "num_01 as text, 'none' where there is none",
    "text_01 back to front when num_01 is above 10",
)


@pytest.mark.generator
def test_a_prefix_cold_warm_loaded_and_resumed_gives_the_same_drafts(
    generator_file: GeneratorFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path))
    found = four_ways(
        lambda: Generator(generator_file.path, sha256=generator_file.sha256),
        [prompt_of(rule, is_public=True) for rule in RULES],
        prompt_of("x", prefix="<|im_start|>system\nAnother.<|im_end|>\n"),
    )
    assert found["cold"] == found["warm"] == found["loaded"] == found["resumed"]
    assert len(list((tmp_path / "prefixes").glob("*.kv"))) == 1


@pytest.mark.generator
def test_a_prefix_with_text_of_a_project_never_reaches_the_disk(
    generator_file: GeneratorFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path))
    with Generator(generator_file.path, sha256=generator_file.sha256) as made:
        made.generate(prompt_of("small letters of text_01"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.generator
def test_a_sure_answer_stands_alone_and_its_probability_is_told(generator: Generator) -> None:
    sure = generator.generate(prompt_of("small letters of text_01"), candidates=3)
    unsure = generator.generate(prompt_of("text_01 in the usual manner, beside num_01"), candidates=3)
    for answers in (sure, unsure):
        assert len(answers) == (1 if answers[0].least > SURE else 3)
        assert all(0 < each.least <= 1 and each.logprob <= 0 for each in answers)
    assert len(unsure) == 3


@pytest.mark.generator
def test_many_prompts_come_back_in_order_with_news_of_each(generator: Generator) -> None:
    news: list[Progress] = []
    prompts = [prompt_of("small letters of text_01"), prompt_of("text_01 without blanks at both ends")]
    answers = generator.generate_many(prompts, report=news.append)
    assert [group[0].text for group in answers] == [generator.generate(prompt)[0].text for prompt in prompts]
    assert (news[-1].done, news[-1].total) == (2, 2)


@pytest.mark.generator
def test_cancel_stops_a_running_prompt_and_the_child_lives_on(generator: Generator) -> None:
    token = CancelToken()
    long_prefix = PREFIX * 30
    with pytest.raises(Cancelled):
        generator.generate(prompt_of("x", long_prefix), cancel=token, report=lambda _news: token.cancel())
    assert generator.generate(prompt_of("small letters of text_01"))[0].text == "lower(text_01)"


@pytest.mark.generator
def test_a_prompt_beyond_the_context_is_refused_in_a_sentence(generator: Generator) -> None:
    with pytest.raises(SignoffError, match="tokens"):
        generator.generate(prompt_of("word " * 5000))


@pytest.mark.generator
def test_identity_names_file_and_library(generator: Generator, generator_file: GeneratorFile) -> None:
    assert generator_file.sha256 in generator.identity
    assert "llama-cpp-python" in generator.identity


def test_a_missing_file_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(SignoffError, match="not there"):
        Generator(tmp_path / "none.gguf", sha256="")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a zip", b"GGU"])
def test_a_file_of_another_kind_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.gguf"
    path.write_bytes(content)
    with Generator(path, sha256="") as broken, pytest.raises(SignoffError, match="not a GGUF"):
        broken.generate(prompt_of("x"))


def test_the_longest_answer_fits_the_context() -> None:
    assert MOST_TOKENS * 4 < 2048
