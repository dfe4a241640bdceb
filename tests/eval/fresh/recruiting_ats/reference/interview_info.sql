select
    md5(cast(p.interview_id as varchar) || '-' || cast(p.user_id as varchar)) as interview_key,
    cast(i.interview_id as varchar) as interview_id,
    cast(i.application_id as varchar) as application_id,
    a.job_title,
    trim(i.interview_nm) as interview_name,
    i.start_ts as starts_at,
    date_diff('minute', i.start_ts, i.end_ts) as duration_minutes,
    case upper(i.status_cd) when 'S' then 'scheduled' when 'F' then 'awaiting feedback' when 'D' then 'complete' else 'unknown' end as interview_status,
    s.stage_nm as stage_name,
    u.full_name as interviewer_name,
    o.full_name as organizer_name,
    case
        when sc.recommend_cd is null then null
        when upper(sc.recommend_cd) = 'SY' then 'strong yes'
        when upper(sc.recommend_cd) = 'Y' then 'yes'
        when upper(sc.recommend_cd) = 'ND' then 'no decision'
        when upper(sc.recommend_cd) = 'N' then 'no'
        when upper(sc.recommend_cd) = 'SN' then 'definitely not'
        else 'unknown'
    end as recommendation,
    cast(case upper(sc.recommend_cd) when 'SY' then 2 when 'Y' then 1 when 'ND' then 0 when 'N' then -1 when 'SN' then -2 end as integer) as recommendation_score,
    sc.submitted_ts as scorecard_submitted_at,
    exists (
        select 1
        from job_team t
        where cast(t.job_id as varchar) = a.job_id
          and t.user_id = p.user_id
          and upper(t.role_cd) = 'HM'
    ) as is_hiring_manager
from interview i
join interview_panel p on p.interview_id = i.interview_id
left join hr_user u on u.user_id = cast(p.user_id as varchar)
left join hr_user o on o.user_id = cast(i.organizer_user_id as varchar)
left join scorecard sc on sc.scorecard_id = p.scorecard_id
left join stage s on s.stage_id = i.stage_id
left join application_info a on a.application_id = cast(i.application_id as varchar)
