with u as (
  select *, 'CURRENT' as src, 1 as pri from CLMTRN
  union all
  select *, 'ARCHIVE', 2 from CLMTRNH
), d as (
  select *, row_number() over (partition by CLMNO, TRNSEQ order by pri) as rn from u
)
select
  CLMNO as claim_number,
  TRNSEQ as transaction_seq,
  case TRNTYP when 'P' then 'Payment' when 'V' then 'Payment void' when 'S' then 'Recovery' when 'R' then 'Reserve' else 'Other' end as transaction_type,
  strptime(cast(TRNDT as varchar), '%Y%m%d')::date as transaction_date,
  coalesce(TRNAMT, 0) as amount,
  case when TRNTYP = 'P' then coalesce(TRNAMT, 0) when TRNTYP in ('V', 'S') then -coalesce(TRNAMT, 0) else 0 end as net_paid_amount,
  sum(case when TRNTYP = 'P' then coalesce(TRNAMT, 0) when TRNTYP in ('V', 'S') then -coalesce(TRNAMT, 0) else 0 end)
    over (partition by CLMNO order by TRNSEQ) as running_net_paid,
  src as source_file
from d where rn = 1
