"""Columns whose status or remark only says how they were called so far are renamed."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, SourceRef, TargetMapping
from signoff.core.merge.existing import read_existing
from signoff.core.merge.mandating import delta

_SQL = "select k.shop_id, k.is_open, k.town as city from stg_shops as k"


@pytest.mark.parametrize(
    ("state", "was"),
    [
        ("previously is_open", "is_open"),
        ("formerly: city", "city"),
        ("was city", "city"),
        ("previously shop_id", ""),
        ("previously open", ""),
        ("previously is_open by hand", ""),
        ("is city", ""),
    ],
)
def test_the_name_so_far(state: str, was: str) -> None:
    source = (SourceRef("stg_shops", "is_open"),)
    rows = (
        ColumnMapping("shops", "shop_id", sources=(SourceRef("stg_shops", "shop_id"),)),
        ColumnMapping("shops", "shop_is_open", sources=source, state=state),
    )
    found = delta(read_existing(_SQL), TargetMapping("shops", rows))
    assert [old for _row, old in found.renamed] == ([was] if was else [])
