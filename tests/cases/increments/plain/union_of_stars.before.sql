with leads as (
    select * from leads_eu
    union all
    select * from leads_us
)
select
    lead_id
    , score
from leads
