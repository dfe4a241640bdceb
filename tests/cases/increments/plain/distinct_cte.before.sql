with stores as (
    select distinct store
    from sale
)
select store
from stores
