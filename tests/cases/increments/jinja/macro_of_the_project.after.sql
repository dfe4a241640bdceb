with b as (
    select * from {{ source('shop', 'booking') }}
)
select
    b.booking_id,
    {{ in_euro('b.price') }} as price_euro,
    upper(b.state) as state,
    b.fee
from b
