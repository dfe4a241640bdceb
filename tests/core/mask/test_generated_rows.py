"""Part of goal T8: rules with terms as people write them; a naive oracle finds none in what reaches the generator."""

from __future__ import annotations

import pytest

from signoff.core.domain.masking import MaskReceipt
from signoff.core.mask import masking
from signoff.core.mask.leaks import Gate
from tests.helpers.leak_runs import faults_of_aliases, leaks_of_rows

_ROWS = 150


def test_no_term_of_made_up_rules_reaches_the_generator() -> None:
    leaks, sent = leaks_of_rows(seed=1, count=_ROWS)
    assert leaks == [] and sent == _ROWS


def test_aliases_hide_made_up_rules_and_give_them_back() -> None:
    assert faults_of_aliases(seed=2, count=_ROWS) == []


def test_without_the_gate_the_oracle_finds_what_masking_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masking, "mask_rest", lambda text, aliases, *_how: (text, aliases))
    held, sent = leaks_of_rows(seed=3, count=60)
    assert 0 < sent < 60 and all(leak.startswith("held back") for leak in held)
    monkeypatch.setattr(Gate, "scan_prompt", lambda _gate, prompt: MaskReceipt(prompt.hash, 0))
    leaks, sent = leaks_of_rows(seed=3, count=60)
    assert sent == 60 and len(leaks) > 10 and not any(leak.startswith("held back") for leak in leaks)
