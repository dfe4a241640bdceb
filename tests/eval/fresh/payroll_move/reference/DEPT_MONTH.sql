with months as (
    select cast(PERIOD as date) as PERIOD
    from generate_series(timestamp '2024-01-01', timestamp '2024-04-01', interval 1 month) as s (PERIOD)
),

filled as (
    select
        d.DEPT_CD,
        m.PERIOD,
        d.DEPT_NM,
        count(w.LEGACY_NO) filter (
            where w.HIRE_DT <= last_day(m.PERIOD)
                and (w.TERM_DT is null or w.TERM_DT >= last_day(m.PERIOD))
        ) as HEADCNT,
        coalesce(sum(p.GROSS), 0) as GROSS
    from DEPT as d
    cross join months as m
    left join WORKER as w on w.DEPT_CD = d.DEPT_CD
    left join PAY_SLIP as p
        on p.WORKER_ID = w.WORKER_ID
        and p.PERIOD = m.PERIOD
    where d.CLOSED_DT is null or d.CLOSED_DT >= m.PERIOD
    group by d.DEPT_CD, m.PERIOD, d.DEPT_NM
)

select
    DEPT_CD,
    PERIOD,
    DEPT_NM,
    HEADCNT,
    GROSS,
    case when HEADCNT > 0 then round(GROSS / HEADCNT, 2) end as GROSS_HEAD,
    dense_rank() over (partition by PERIOD order by GROSS desc) as RNK
from filled
