select
    h.contract_no as contract_no,
    lead(h.changed_on) over (partition by h.contract_no order by h.changed_on) as next_change
from (
    select *
    from history as h
    where h.state is not null
    qualify row_number() over (partition by h.contract_no, h.changed_on order by h.seq desc nulls last) = 1
) as h
inner join contract as c
    on h.contract_no = c.contract_no
where h.state is not null
