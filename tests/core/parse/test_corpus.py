"""The bars that the corpus as a whole must hold."""

from __future__ import annotations

from pathlib import Path

from tests.eval.reading import CELLS, COLUMNS, RULES, SOURCES, TABLES, documents, score_corpus


def test_the_corpus_is_read_as_a_person_reads_it(tmp_path: Path) -> None:
    score = score_corpus(tmp_path)
    assert len(documents()) >= 40
    assert score.share(CELLS) >= 0.98, score.wrong
    assert score.share(COLUMNS) == 1.0, score.wrong
    for measure in (TABLES, SOURCES, RULES):
        assert score.share(measure) >= 0.95, score.wrong
