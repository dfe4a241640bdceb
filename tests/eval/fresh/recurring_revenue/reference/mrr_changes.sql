with compared as (
    select
        account_id,
        month_start,
        mrr,
        months_since_start,
        coalesce(lag(mrr) over (partition by account_id order by month_start), 0) as previous_mrr
    from account_months
)

select
    c.account_id,
    a.account_name,
    a.segment,
    c.month_start,
    c.mrr,
    c.previous_mrr,
    c.mrr - c.previous_mrr as mrr_change,
    case
        when c.months_since_start = 0 then 'new'
        when c.mrr = 0 then 'churn'
        when c.previous_mrr = 0 then 'reactivation'
        when c.mrr > c.previous_mrr then 'upgrade'
        else 'downgrade'
    end as change_category,
    round(100 * (c.mrr - c.previous_mrr) / nullif(c.previous_mrr, 0), 1) as change_pct,
    least(c.mrr, c.previous_mrr) as retained_mrr,
    row_number() over (partition by c.account_id order by c.month_start) as change_number,
    lead(c.month_start) over (partition by c.account_id order by c.month_start) as next_change_month
from compared as c
left join accounts as a on a.account_id = c.account_id
where c.mrr <> c.previous_mrr
