with interviews as (
    select
        application_id,
        count(*) as interviews,
        count(distinct interviewer_id) as interviewers,
        max(scheduled_on) as latest_interview_on,
        round(avg(score), 1) as avg_score
    from interview
    where state is distinct from 'cancelled'
    group by application_id
)

select
    a.application_id,
    cast(a.applied_at as date) as applied_on,
    c.last_name || ', ' || c.first_name as candidate_name,
    lower(trim(c.email)) as candidate_email,
    j.title as job_title,
    coalesce(d.department_name, 'Not assigned') as department,
    upper(left(a.status, 1)) || lower(substr(a.status, 2)) as application_status,
    case
        when lower(a.source) like '%referral%' then 'Referral'
        when lower(a.source) like '%agency%' then 'Agency'
        when a.source = 'careers page' then 'Website'
        else 'Other'
    end as source_group,
    coalesce(i.interviews, 0) as interviews,
    coalesce(i.interviewers, 0) as interviewers,
    i.latest_interview_on,
    cast(i.avg_score as decimal(3, 1)) as avg_score,
    case
        when lower(a.status) = 'hired' then date_diff('day', cast(a.applied_at as date), cast(a.closed_at as date))
    end as days_to_hire
from application as a
inner join candidate as c on c.candidate_id = a.candidate_id
inner join job as j on j.job_id = a.job_id
left join department as d on d.department_id = j.department_id
left join interviews as i on i.application_id = a.application_id
where a.is_prospect is distinct from 1 and c.anonymised_on is null
