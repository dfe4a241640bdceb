select
    e.event_id as event_id
from event as e
inner join contract as c
    on e.contract_no = c.contract_no
where
    e.done_at is not null
    and e.district_cd is not null
    and (e.flag is null or e.flag <> 'X')
    and (e.kind is null or e.kind <> 'R')
    and not coalesce(e.amount < 0, false)
