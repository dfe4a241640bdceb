select
    r.meter_id as meter_id,
    sum(r.kwh) as kwh
from (
    select *
    from reading as r
    qualify row_number() over (partition by r.meter_id, r.day order by r.version desc nulls last) = 1
) as r
group by
    r.meter_id
