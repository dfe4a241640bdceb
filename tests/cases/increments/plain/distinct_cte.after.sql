with stores as (
    select distinct store, region
    from sale
)
select store, region
from stores
