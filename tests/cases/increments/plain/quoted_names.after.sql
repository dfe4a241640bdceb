with "e" as (
    select "Id", "Kind", "Group" from "export"
)
select "Id", "Kind", "Group" from "e"
