select
  row_number() over (order by trim(a.AGTCD)) as agent_key,
  trim(a.AGTCD) as agent_code,
  upper(trim(a.AGTNM)) as agent_name,
  coalesce(o.DESCR, 'Not assigned') as office_name,
  cast(coalesce(a.COMPCT, 0) / 100 as decimal(7,4)) as commission_rate,
  cast(strptime(cast(nullif(a.HIRDT, 0) as varchar), '%Y%m%d') as date) as hire_date,
  case when trim(a.AGTCD) like 'H%' then 'Y' else 'N' end as house_account_flag,
  'AS400' as source_system
from AGTMST a
left join CODTAB o on o.TABID = 'OFC' and o.CODE = a.OFCCD
