select
    c.contract_no as contract_no,
    s.code as status
from contract as c
left join (
    select *
    from status as s
    qualify row_number() over (partition by s.contract_no order by s.changed_on desc nulls last) = 1
) as s
    on c.contract_no = s.contract_no
