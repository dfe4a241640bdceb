with latest as (
    select mp_id, state_kwh
    from stg_reading
    qualify row_number() over (partition by mp_id order by read_hour desc) = 1
),

orders as (
    select
        MP_ID,
        count(*) filter (where CLOSED_DT is null) as open_orders,
        string_agg(distinct upper(nullif(trim(WO_TYPE), '')), ', ' order by upper(nullif(trim(WO_TYPE), ''))) as wo_types
    from LND_WO
    group by MP_ID
),

invoices as (
    select
        c.mp_id,
        sum(case when i.KIND = 'C' then -coalesce(i.AMT, 0) else coalesce(i.AMT, 0) end) as billed_eur
    from LND_INVOICE as i
    inner join stg_contract as c on i.CONTR_NO = c.contract_no
    group by c.mp_id
)

select
    md5(m.mp_id || '#' || coalesce(m.region_cd, '')) as meter_key,
    m.mp_id,
    m.ean,
    m.meter_type,
    m.phases,
    m.feeder,
    m.region_name,
    m.grid_level,
    m.conn_kw,
    m.installed_on,
    case
        when m.installed_on <= date '2024-09-30' then cast(date_sub('year', m.installed_on, date '2024-09-30') as integer)
    end as age_years,
    l.state_kwh as last_state_kwh,
    coalesce(c.tariff_cd, 'NONE') as current_tariff,
    cast(coalesce(o.open_orders, 0) as integer) as open_orders,
    o.wo_types,
    cast(coalesce(i.billed_eur, 0) as decimal(12, 2)) as billed_eur,
    case
        when l.mp_id is null then 'silent'
        when o.open_orders > 0 then 'under work'
        else 'ok'
    end as activity
from stg_meter_point as m
left join latest as l on m.mp_id = l.mp_id
left join stg_contract as c on m.mp_id = c.mp_id and c.is_current = 'Y'
left join orders as o on m.mp_id = o.MP_ID
left join invoices as i on m.mp_id = i.mp_id
