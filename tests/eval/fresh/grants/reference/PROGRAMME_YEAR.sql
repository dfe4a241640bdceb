with paid as (
    select
        appl_no,
        sum(amt) as paid
    from GRANT_PAY
    where reversed is null
    group by appl_no
),

grouped as (
    select
        a.prog_code as programme_code,
        year(a.received) as year,
        any_value(p.title) as programme_title,
        any_value(p.ministry) as ministry,
        any_value(p.budget) as budget,
        count(*) as applications,
        count(*) filter (where a.decision = 'A') as approved,
        count(*) filter (where a.decision in ('A', 'R')) as decided,
        sum(coalesce(a.amt_requested, 0)) as amount_requested,
        coalesce(sum(a.amt_granted) filter (where a.decision = 'A'), 0) as amount_granted,
        coalesce(sum(g.paid), 0) as amount_paid,
        count(distinct upper(trim(a.municipality))) as municipalities
    from GRANT_APPL as a
    inner join PROG as p on p.prog_code = a.prog_code
    left join paid as g on g.appl_no = a.appl_no
    where a.received is not null and a.decision is distinct from 'W'
    group by a.prog_code, year(a.received)
)

select
    programme_code,
    year,
    programme_title,
    ministry,
    applications,
    cast(round(approved / nullif(decided, 0), 3) as decimal(5, 3)) as approval_rate,
    amount_requested,
    amount_granted,
    amount_paid,
    municipalities,
    cast(round(amount_granted / nullif(budget, 0) * 100, 1) as decimal(5, 1)) as budget_share_pct,
    rank() over (partition by year order by amount_granted desc, programme_code) as rank_in_year
from grouped
