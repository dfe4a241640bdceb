select
    cast(a.application_id as varchar) as application_id,
    cast(a.candidate_id as varchar) as candidate_id,
    c.full_name as candidate_name,
    cast(a.job_id as varchar) as job_id,
    j.job_title,
    a.applied_ts as applied_at,
    case upper(a.status_cd) when 'A' then 'active' when 'H' then 'hired' when 'R' then 'rejected' when 'C' then 'converted' else 'unknown' end as status,
    coalesce(a.prospect_fl = 'Y', false) as is_prospect,
    s.stage_nm as current_stage,
    coalesce(l.source_nm, 'Unknown') as source_name,
    l.type_nm as source_type,
    a.rejected_ts as rejected_at,
    date_diff('day', cast(a.applied_ts as date), cast(a.rejected_ts as date)) as days_to_rejection,
    u.full_name as credited_to,
    j.hiring_managers,
    row_number() over (partition by a.candidate_id order by a.applied_ts, a.application_id) as candidate_application_no
from application a
left join candidate_info c on c.candidate_id = cast(a.candidate_id as varchar)
left join job_info j on j.job_id = cast(a.job_id as varchar)
left join stage s on s.stage_id = a.stage_id
left join lead_source l on l.source_id = a.source_id
left join hr_user u on u.user_id = cast(a.credited_user_id as varchar)
where not coalesce(a.deleted, false)
