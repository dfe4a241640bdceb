with valid as (
    select
        *,
        count(*) over (partition by PUPIL_NO, SUBJ_CD) as attempts,
        row_number() over (partition by PUPIL_NO, SUBJ_CD order by EXAM_DT desc, RES_ID desc) as age
    from EXAM_RESULT
    where upper(STATE_CD) is distinct from 'V' and SUBJ_CD is not null
),

kept as (
    select *, cast(round(SCORE / nullif(MAX_SCORE, 0) * 100, 1) as decimal(6, 1)) as pct
    from valid
    where age = 1
)

select
    k.RES_ID as RES_ID,
    k.PUPIL_NO as PUPIL_NO,
    k.SUBJ_CD as SUBJECT_CODE,
    coalesce(r.SUBJ_NAME, 'no plan') as SUBJECT_NAME,
    k.EXAM_DT as EXAM_DT,
    k.SCORE as SCORE,
    k.MAX_SCORE as MAX_SCORE,
    k.pct as SCORE_PCT,
    case when k.pct >= r.PASS_PCT then 'Y' else 'N' end as PASSED_YN,
    case
        when k.pct is not null
            then cast(rank() over (partition by k.SUBJ_CD order by k.pct desc nulls last) as integer)
    end as SUBJECT_RANK,
    cast(k.attempts as integer) as ATTEMPT_COUNT
from kept as k
left join SUBJECT_RULE as r
    on r.SUBJ_CD = k.SUBJ_CD and k.EXAM_DT >= r.VALID_FROM and (k.EXAM_DT < r.VALID_TO or r.VALID_TO is null)
