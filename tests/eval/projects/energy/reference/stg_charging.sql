select
    'D-' || lpad(cast(SESS_ID as varchar), 6, '0') as session_id,
    nullif(trim(VEH_ID), '') as veh_id,
    PLUG_IN as started_at,
    cast(date_diff('minute', PLUG_IN, PLUG_OUT) as integer) as minutes,
    cast(cast(WH as decimal(12, 3)) / 1000 as decimal(10, 3)) as kwh,
    cast(cast(WH * 21 as decimal(14, 0)) * cast(0.00001 as decimal(6, 5)) as decimal(10, 2)) as cost_eur,
    nullif(trim(CONNECTOR), '') as connector,
    'DEPOT' as network
from LND_CHG_DEPOT
union all
select
    'R-' || upper(trim(c.REF)),
    v.VEH_ID,
    strptime(c.START_TXT, '%m/%d/%Y %I:%M %p'),
    cast(split_part(nullif(trim(c.DUR), ''), ':', 1) as integer) * 60
    + cast(split_part(nullif(trim(c.DUR), ''), ':', 2) as integer),
    cast(replace(nullif(trim(c.KWH_TXT), ''), ',', '.') as decimal(10, 3)),
    cast(
        case
            when c.CURR = 'EUR' then c.COST
            when upper(c.CURR) = 'CHF' then round(c.COST * 1.04, 2)
        end as decimal(10, 2)
    ),
    nullif(trim(c.CONN_TYPE), ''),
    coalesce(nullif(upper(trim(c.OPERATOR)), ''), 'ROAMING')
from LND_CHG_ROAM as c
left join LND_VEHICLE as v on upper(regexp_replace(c.PLATE_TXT, '[ -]', '', 'g')) = upper(regexp_replace(v.PLATE, '[ -]', '', 'g'))
