with people as (
    select email from buyer
    union
    select email from reader
)
select email from people
