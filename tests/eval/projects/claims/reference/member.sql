select
    MBR_ID as member_id,
    cast(try_strptime(DOB, '%Y%m%d') as date) as birth_date,
    case upper(SEX_CD) when 'M' then 'Male' when 'F' then 'Female' else 'Unknown' end as sex,
    lpad(left(ZIP, 5), 5, '0') as zip5,
    upper(PLAN_CD) as plan_code,
    coalesce(upper(left(PLAN_CD, 3)), 'N/A') as plan_type,
    EFF_DT as effective_on,
    coalesce(TERM_DT, date '9999-12-31') as terminated_on,
    case when TERM_DT < EFF_DT then 0 else date_diff('month', EFF_DT, TERM_DT) end as months_covered,
    coalesce(TERM_DT >= date '2024-12-31', true) as is_active
from MBR
