with d as (
  select *, row_number() over (partition by CLINO order by CHGTS desc) as rn from CLIMST
)
select
  md5('AS400|' || cast(CLINO as varchar)) as insured_key,
  CLINO as client_number,
  trim(split_part(CLINM, ',', 1)) as last_name,
  nullif(trim(split_part(CLINM, ',', 2)), '') as first_name,
  case when CLINM like '%,%' then 'Person' else 'Organization' end as insured_type,
  cast(strptime(DOBTX, '%d/%m/%Y') as date) as birth_date,
  coalesce(upper(STCD), 'NA') as state_code,
  lpad(cast(ZIPCD as varchar), 5, '0') as zip_code,
  concat_ws(', ', STREET, CITY) as mailing_address,
  CHGTS as last_changed_at
from d where rn = 1
