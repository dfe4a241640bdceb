select
    e.EQUIP_ID as EQUIPMENT_ID,
    upper(trim(e.SERIAL)) as SERIAL_NO,
    case when m.MODEL_CODE is null then 'Unknown model' else m.MAKER || ' ' || m.MODEL_NAME end as EQUIPMENT_NAME,
    coalesce(s.SITE_NAME, 'No site') as SITE_NAME,
    s.COUNTRY,
    e.INSTALLED as INSTALLED_ON,
    case when e.RETIRED is null then 'In use' else 'Retired' end as STATUS,
    case e.CRIT when 'H' then 'High' when 'L' then 'Low' else 'Medium' end as CRITICALITY,
    coalesce(m.INTERVAL_DAYS, 365) as SERVICE_INTERVAL_DAYS,
    e.INSTALLED + coalesce(m.INTERVAL_DAYS, 365) as FIRST_SERVICE_DUE
from EQUIP as e
left join MODEL as m on m.MODEL_CODE = e.MODEL_CODE
left join SITE as s on s.SITE_CODE = e.SITE_CODE
where e.SITE_CODE is distinct from 'SCRAP'
