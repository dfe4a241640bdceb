select
    k.account_no,
    k.holder_name,
    k.branch_name,
    k.opened_on,
    coalesce(b.balance_eur, 0) as balance_eur,
    case when b.balance_eur > 1000 then 1 when b.balance_eur > 0 then 2 else 3 end as priority,
    concat_ws(', ', 'Account ..' || right(k.account_no, 4), k.holder_name, k.branch_name) as letter_subject
from dim_account as k
left join current_balance as b on b.account_no = k.account_no
where k.status <> 'closed'
    and not exists (select 1 from account_movement as m where m.account_no = k.account_no)
