with phones as (
    select candidate_id, string_agg(coalesce(phone_type, 'other') || ': ' || phone_no, ', ' order by seq_no) as phones
    from cand_phone
    group by candidate_id
),
emails as (
    select candidate_id, string_agg(lower(email), ', ' order by seq_no) as emails
    from cand_email
    group by candidate_id
),
resumes as (
    select candidate_id, file_url
    from attachment
    where lower(kind) = 'resume'
    qualify row_number() over (partition by candidate_id order by seq_no desc) = 1
),
linkedin as (
    select candidate_id, lower(link_url) as url
    from social_link
    where lower(link_url) like '%linkedin%'
    qualify row_number() over (partition by candidate_id order by seq_no desc) = 1
),
github as (
    select candidate_id, lower(link_url) as url
    from social_link
    where lower(link_url) like '%github%'
    qualify row_number() over (partition by candidate_id order by seq_no desc) = 1
)
select
    cast(c.candidate_id as varchar) as candidate_id,
    trim(c.first_nm) || ' ' || trim(c.last_nm) as full_name,
    nullif(c.employer_nm, '') as current_employer,
    nullif(c.title_nm, '') as current_title,
    p.phones,
    e.emails,
    r.file_url as resume_url,
    l.url as linkedin_url,
    g.url as github_url,
    u.full_name as recruiter_name,
    c.created_ts as created_at
from candidate c
left join phones p on p.candidate_id = c.candidate_id
left join emails e on e.candidate_id = c.candidate_id
left join resumes r on r.candidate_id = c.candidate_id
left join linkedin l on l.candidate_id = c.candidate_id
left join github g on g.candidate_id = c.candidate_id
left join hr_user u on u.user_id = cast(c.recruiter_user_id as varchar)
