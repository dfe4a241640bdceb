select
    DISTRICT_CD as district_code,
    strftime(FILED_ON, '%Y-%m') as month,
    count(*) as applications,
    count(*) filter (where OUTCOME = 'G') as granted,
    cast(round(count(*) filter (where OUTCOME = 'G') / nullif(count(OUTCOME), 0), 4) as decimal(7, 4)) as granted_share,
    coalesce(sum(COST_EST), 0) as total_cost,
    sum(count(*)) over (partition by DISTRICT_CD order by strftime(FILED_ON, '%Y-%m')) as running_applications
from APPL
where DISTRICT_CD is not null
group by DISTRICT_CD, strftime(FILED_ON, '%Y-%m')
