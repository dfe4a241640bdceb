with apps as (
    select
        a.job_id,
        count(*) filter (where not a.is_prospect and a.status = 'active') as active_applications,
        count(*) filter (where not a.is_prospect and a.status = 'hired') as hired_applications,
        count(*) filter (where not a.is_prospect and a.status = 'rejected') as rejected_applications,
        count(*) filter (where i.interview_count > 0) as interviewed_applications,
        count(*) filter (where a.is_prospect and a.status = 'active') as active_prospects
    from application_info a
    join application_interviews i on i.application_id = a.application_id
    group by a.job_id
),
openings as (
    select
        cast(job_id as varchar) as job_id,
        count(*) filter (where upper(status_cd) = 'O') as open_openings,
        count(*) filter (where upper(status_cd) = 'C' and filled_by_application_id is not null) as filled_openings
    from job_opening
    group by job_id
),
posts as (
    select
        cast(job_id as varchar) as job_id,
        count(*) filter (where is_internal) as live_internal_posts,
        count(*) filter (where is_external) as live_external_posts,
        count(distinct lower(location_nm)) as live_locations
    from job_post
    where is_live
    group by job_id
)
select
    j.job_id,
    j.job_title,
    coalesce(a.active_applications, 0) as active_applications,
    coalesce(a.hired_applications, 0) as hired_applications,
    coalesce(a.rejected_applications, 0) as rejected_applications,
    coalesce(a.interviewed_applications, 0) as interviewed_applications,
    coalesce(a.active_prospects, 0) as active_prospects,
    coalesce(o.open_openings, 0) as open_openings,
    coalesce(o.filled_openings, 0) as filled_openings,
    coalesce(p.live_internal_posts, 0) as live_internal_posts,
    coalesce(p.live_external_posts, 0) as live_external_posts,
    coalesce(p.live_locations, 0) as live_locations
from job_info j
left join apps a on a.job_id = j.job_id
left join openings o on o.job_id = j.job_id
left join posts p on p.job_id = j.job_id
