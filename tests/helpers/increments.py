"""A customer table whose SQL was made from one version of a document, and the next version, as workbooks."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.versions import write_workbook

MAPPING = "Target Table|Section|Target Column|Target Type|Source Table|Source Column|Rule"
STEPS = "Target Table|Section|Step|Type|Table|Alias|Condition / Rule"

OLD = {
    "Mapping": [
        MAPPING,
        "client|Web|client_id|integer|WEB|ID|",
        "client|Web|full_nm|varchar(40)|WEB|NAME|",
        "client|Web|city|varchar(40)|WEB|TOWN|",
        "client|Web|remark|varchar(40)|WEB|NOTE|",
    ],
    "Query Steps": [
        STEPS,
        "client|Web|1|Driving table|WEB||",
        "client|Web|2|Filter|||GONE = 'N'",
    ],
}
NEW = {
    "Mapping": [
        MAPPING,
        "client|Web|client_id|integer|WEB|ID|",
        "client|Web|full_name|varchar(40)|WEB|NAME|",
        "client|Web|city|varchar(40)|WEB|TOWN|Upper case",
        "client|Web|mail|varchar(40)|WEB|MAIL|",
        "client|Shop|client_id|integer|SHOP|NO|",
        "client|Shop|full_name|varchar(40)|SHOP|CALLED|",
        "client|Shop|city|varchar(40)|SHOP|PLACE|Upper case",
        "client|Shop|mail|varchar(40)|SHOP|POST|",
    ],
    "Query Steps": [
        STEPS,
        "client|Web|1|Driving table|WEB||",
        "client|Web|2|Filter|||GONE = 'N'",
        "client|Web|3|Filter|||ID > 1",
        "client|Shop|1|Driving table|SHOP||",
    ],
}
EXISTING = """\
-- clients of the web shop
select
    ID as client_id,
    NAME as full_nm, -- as they wrote it
    TOWN as city,
    NOTE as remark
from WEB
where coalesce(GONE, 'N') = 'N'
"""
UPDATED = """\
-- clients of the web shop
select
    ID as client_id,
    NAME as full_name, -- as they wrote it
    upper(TOWN) as city,
    MAIL as mail
from WEB
where coalesce(GONE, 'N') = 'N'
    and ID > 1

union all

select
    NO as client_id,
    CALLED as full_name,
    upper(PLACE) as city,
    POST as mail
from SHOP
"""
WEB = "ID,NAME,TOWN,NOTE,GONE,MAIL\n1,Ann,Graz,x,N,a@x\n2,Bo,Linz,y,N,b@x\n3,Cy,Wien,z,Y,c@x\n4,Di,Enns,q,,d@x\n"
SHOP = "NO,CALLED,PLACE,POST\n9,Eve,Steyr,e@x\n"


def write_versions(folder: Path) -> Path:
    """Both versions, sources and existing SQL in a folder; returns it."""
    (folder / "sources").mkdir(parents=True)
    (folder / "existing").mkdir()
    write_workbook(folder / "old.xlsx", OLD)
    write_workbook(folder / "new.xlsx", NEW)
    (folder / "sources" / "WEB.csv").write_text(WEB, encoding="utf-8")
    (folder / "sources" / "SHOP.csv").write_text(SHOP, encoding="utf-8")
    (folder / "existing" / "client.sql").write_text(EXISTING, encoding="utf-8")
    return folder
