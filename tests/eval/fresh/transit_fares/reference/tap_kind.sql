with linked as (
    select m.micropayment_id, m.charge_type, t.tap_id, t.tap_at_utc
    from stg_micropayment m
    join micropay_tap_link l on l.micropayment_ref = m.micropayment_id
    join stg_tap t on t.tap_id = l.tap_id
),
complete as (
    select
        micropayment_id,
        tap_id,
        row_number() over (partition by micropayment_id order by tap_at_utc) as pos,
        count(*) over (partition by micropayment_id) as n
    from linked
    where charge_type = 'complete_variable_fare'
)
select tap_id, 'single' as kind, false as is_pending
from linked
where charge_type = 'flat_fare'
union all
select tap_id, 'on', true
from linked
where charge_type = 'pending_charge_fare'
  and tap_id not in (select tap_id from complete)
union all
select tap_id, case pos when 1 then 'on' else 'off' end, false
from complete
where n > 1
