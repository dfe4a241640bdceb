select
    a.APPL_NO as permit_no,
    cast(split_part(a.APPL_NO, '/', 2) as integer) as permit_year,
    a.APPLICANT_ID as applicant_id,
    coalesce(nullif(trim(p.COMPANY), ''), p.LAST) as applicant_name,
    coalesce(d.DISTRICT_NAME, 'outside') as district_name,
    case upper(a.TYPE_CD) when 'NEW' then 'new building' when 'REN' then 'renewal' when 'DEM' then 'demolition'
        else 'other' end as permit_type,
    a.FILED_ON as filed_on,
    a.DECIDED_ON as decided_on,
    case
        when a.OUTCOME = 'G' then 'granted'
        when a.OUTCOME = 'R' then 'refused'
        when a.OUTCOME = 'W' then 'withdrawn'
        when a.DECIDED_ON is not null then 'decided'
        else 'pending'
    end as outcome,
    case when a.DECIDED_ON >= a.FILED_ON then a.DECIDED_ON - a.FILED_ON end as days_to_decision,
    coalesce(a.COST_EST, 0) as estimated_cost,
    case
        when a.COST_EST is null then 'X'
        when a.COST_EST < 10000 then 'A'
        when a.COST_EST < 100000 then 'B'
        else 'C'
    end as cost_class,
    case when a.FLOOR_M2 > 0 then cast(round(a.COST_EST / a.FLOOR_M2, 2) as decimal(14, 2)) end as cost_per_m2,
    nullif(trim(split_part(a.ADDRESS, ',', 1)), '') as street,
    case when a.ADDRESS like '%,%' then trim(split_part(a.ADDRESS, ',', 2)) end as town,
    coalesce(lower(a.REMARK) like 'urgent%', false) as is_urgent,
    coalesce(upper(a.HERITAGE) in ('YES', 'Y'), false) as is_heritage
from APPL as a
left join APPLICANTS as p on p.ID = a.APPLICANT_ID
left join DISTRICT as d on d.DISTRICT_CD = a.DISTRICT_CD
