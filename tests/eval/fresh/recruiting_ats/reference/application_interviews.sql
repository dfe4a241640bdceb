select
    a.application_id,
    count(distinct i.interview_id) as interview_count,
    count(i.scorecard_submitted_at) as scorecard_count,
    count(distinct i.interviewer_name) as interviewer_count,
    max(i.starts_at) as latest_interview_at,
    coalesce(bool_or(i.is_hiring_manager), false) as met_hiring_manager,
    cast(round(avg(i.recommendation_score), 2) as decimal(4,2)) as avg_score
from application_info a
left join interview_info i on i.application_id = a.application_id
group by a.application_id
