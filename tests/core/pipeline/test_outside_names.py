"""Which values of samples are looked for in what leaves."""

from __future__ import annotations

import pytest

from signoff.core.pipeline.outside_names import is_telling


@pytest.mark.parametrize(
    "value",
    [
        "Marisol Bau BV",
        "DE122930954",
        "+33 664/7039415",
        "4575223387",
        "C-2016-00001",
        "Nordhafen",
        "a.b@c.example",
    ],
)
def test_what_names_somebody_is_looked_for(value: str) -> None:
    assert is_telling(value)


@pytest.mark.parametrize(
    "value", ["", "Y", "30", "2021-04-22", "65268.26", "09.11.2022", "open", "purchase order", "EUR"]
)
def test_everyday_words_dates_and_amounts_are_not(value: str) -> None:
    assert not is_telling(value)
