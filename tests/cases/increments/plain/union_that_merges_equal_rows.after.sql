with people as (
    select email, city from buyer
    union
    select email, city from reader
)
select email, city from people
