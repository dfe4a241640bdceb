select
    aa.name as name,
    c.label as label
from a as aa
left join b as bb
    on bb.id = aa.b_id
left join c
    on c.id = bb.c_id

union all

select
    o.name as name,
    cast(null as VARCHAR) as label
from old_a as o
