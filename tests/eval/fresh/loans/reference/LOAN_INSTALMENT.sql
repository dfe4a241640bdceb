with joined as (
    select
        r.*,
        l.principal,
        coalesce(b.region, 'n/a') as region,
        greatest(r.paid_date - r.due_date, 0) as days_late_if_paid,
        sum(r.principal_part) over (
            partition by r.loan_no order by r.due_date rows between unbounded preceding and current row
        ) as repaid
    from REPAYMENT as r
    inner join LOAN as l on l.loan_no = r.loan_no
    left join BRANCH as b on b.branch_code = l.branch_code
    where l.loan_status <> 'CANCELLED'
),

late as (
    select
        *,
        case when paid_date is not null then days_late_if_paid end as days_late
    from joined
)

select
    pay_id as instalment_id,
    loan_no,
    row_number() over (partition by loan_no order by due_date) as instalment_no,
    due_date,
    paid_date,
    region,
    coalesce(interest_part, 0) as interest_part,
    principal_part + coalesce(interest_part, 0) as total_due,
    principal - repaid as balance_after,
    cast(round(100 * repaid / principal, 1) as decimal(5, 1)) as repaid_pct,
    days_late,
    case
        when paid_date is null then 'open'
        when days_late = 0 then 'on time'
        when days_late <= 30 then '1-30'
        when days_late <= 90 then '31-90'
        else 'over 90'
    end as late_bucket,
    lag(paid_date) over (partition by loan_no order by due_date) as previous_paid_date,
    case when due_date = max(due_date) over (partition by loan_no) then 'Y' else 'N' end as is_last
from late
