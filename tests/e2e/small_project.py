"""A project small enough to walk through in a test: one new table, one update, one rule in free words."""

from __future__ import annotations

from pathlib import Path

MAPPING = """\
Target Table,Target Column,Target Type,Key,Source Table,Source Column,Transformation Rule
garden_plot,plot_id,integer,PK,PLT,PLT_NO,Direct move
garden_plot,tenant,varchar(40),,PLT,TEN_NM,Trim
garden_plot,origin,varchar(3),,,,Constant 'OLD'
garden_plot,size_class,varchar(10),,PLT,SQM,"'large' once 300 metres are reached, 'small' before, missing 'unknown'"
water_bill,bill_total,"decimal(10,2)",,BIL,AMT,Direct move
"""

PLOTS = """\
PLT_NO,TEN_NM,SQM
1, Ada Marsh ,310
2,Ben Okoro,120
3,,\\N
"""

BILLS = """\
BIL_NO,PLT_NO,AMT
10,1,12.50
11,2,8.00
"""

EXISTING = """\
{{ config(materialized='table') }}
-- one row a bill
select
    b.BIL_NO as bill_no,
    b.PLT_NO as plot_id   -- the plot it is for
from {{ source('garden', 'BIL') }} as b
"""

REVIEWER = """\
reviewer: scripted test reviewer
keep_drafts: The test is about the flow; a person would compare the rows.
sign: [all]
"""


def write_small_project(folder: Path) -> Path:
    """Document, sources, existing SQL and reviewer's script in a folder; returns it."""
    for name, text in (
        ("garden.csv", MAPPING),
        ("sources/PLT.csv", PLOTS),
        ("sources/BIL.csv", BILLS),
        ("existing/water_bill.sql", EXISTING),
        ("reviewer.yml", REVIEWER),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
