select
    m.METER_NO,
    m.POINT_NO,
    case upper(m.METER_KIND) when '1EHZ' then 'Electronic' when 'FERR' then 'Ferraris' when 'SMART' then 'Smart meter' else 'Other' end
        as KIND_TEXT,
    coalesce(m.DIGITS, 6) as DIGITS,
    m.INSTALLED as INSTALLED_ON,
    m.REMOVED as REMOVED_ON,
    coalesce(trim(d.DSO_NAME), 'unknown') as GRID_OPERATOR
from ZMETER as m
left join ZDSO as d on d.DSO_CODE = upper(m.DSO_CODE)
where m.POINT_NO is not null and (m.REMOVED is null or m.REMOVED >= date '2024-01-01')
