with "e" as (
    select "Id", "Kind" from "export"
)
select "Id", "Kind" from "e"
