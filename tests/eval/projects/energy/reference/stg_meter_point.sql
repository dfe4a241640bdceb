select
    nullif(trim(m.MP_ID), '') as mp_id,
    lpad(nullif(regexp_replace(m.EAN, '\D', '', 'g'), ''), 18, '0') as ean,
    nullif(trim(m.METER_TYPE), '') as meter_type,
    m.PHASES as phases,
    nullif(trim(m.FEEDER), '') as feeder,
    nullif(trim(split_part(m.ADDR, ';', 1)), '') as street,
    list_aggregate(
        list_transform(
            string_split(nullif(trim(split_part(m.ADDR, ';', 3)), ''), ' '),
            lambda w: upper(w[1]) || lower(w[2:])
        ),
        'string_agg', ' '
    ) as town,
    nullif(upper(trim(m.REGION_CD)), '') as region_cd,
    coalesce(nullif(trim(r.REG_NM), ''), 'unassigned') as region_name,
    case upper(m.GRID_LVL) when 'L' then 'low' when 'M' then 'medium' when 'H' then 'high' else 'other' end
        as grid_level,
    cast(nullif(m.CONN_W, 0) / 1000.0 as decimal(10, 3)) as conn_kw,
    cast(strptime(nullif(nullif(trim(m.INST_DT), ''), '00.00.0000'), '%d.%m.%Y') as date) as installed_on
from LND_MP as m
left join LND_REGION as r on upper(trim(m.REGION_CD)) = r.REG_CD
