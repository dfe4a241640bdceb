with p as (
  select *, lag(ANNPRM) over (partition by POLNO order by TRMNO) as prev,
    max(TRMNO) over (partition by POLNO) as maxterm
  from POLMST where STSCD <> 'V'
)
select
  p.POLNO || '/' || lpad(cast(p.TRMNO as varchar), 2, '0') as policy_term_id,
  p.POLNO as policy_number,
  p.TRMNO as term_number,
  i.insured_key,
  coalesce(a.agent_key, -1) as agent_key,
  coalesce(l.DESCR, 'Other') as line_of_business,
  strptime(cast(p.EFFDT as varchar), '%Y%m%d')::date as effective_date,
  strptime(cast(p.EXPDT as varchar), '%Y%m%d')::date as expiry_date,
  coalesce(p.ANNPRM, 0) as annual_premium,
  cast(round((p.ANNPRM - p.prev) * 100.0 / p.prev, 2) as decimal(7,2)) as premium_change_pct,
  case when p.TRMNO = p.maxterm then 'Y' else 'N' end as latest_term_flag
from p
left join dim_insured i on i.client_number = p.CLINO
left join dim_agent a on a.agent_code = trim(p.AGTCD)
left join CODTAB l on l.TABID = 'LOB' and l.CODE = p.LOBCD
