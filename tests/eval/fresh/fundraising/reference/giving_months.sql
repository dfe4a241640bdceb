with monthly as (
    select
        cast(date_trunc('month', gift_date) as date) as month_start,
        count(*) as number_of_gifts,
        count(*) filter (where is_first_gift = 'Yes') as new_donors,
        sum(amount_gbp) as raised_gbp
    from gifts
    group by cast(date_trunc('month', gift_date) as date)
)

select
    month_start,
    number_of_gifts,
    new_donors,
    raised_gbp,
    sum(raised_gbp) over (partition by year(month_start) order by month_start) as raised_this_year_gbp,
    raised_gbp - lag(raised_gbp) over (order by month_start) as change_gbp
from monthly
