with latest as (
    select
        subscription_id,
        status
    from subscription_history
    qualify row_number() over (partition by subscription_id order by valid_from desc) = 1
)

select
    subscription_id,
    status
from latest
