with results as (
    select
        c.code,
        trim(c.name) as name,
        c.start_on,
        c.end_on,
        c.target_amount,
        count(g.gift_id) as number_of_gifts,
        count(distinct g.supporter_id) as number_of_donors,
        coalesce(sum(g.amount_gbp), 0) as raised_gbp
    from campaigns as c
    left join gifts as g
        on g.campaign_code = c.code
        and g.gift_date >= c.start_on
        and (c.end_on is null or g.gift_date <= c.end_on)
    group by all
)

select
    code as campaign_code,
    name as campaign_name,
    start_on as started_on,
    end_on as ended_on,
    number_of_gifts,
    number_of_donors,
    raised_gbp,
    target_amount as target_gbp,
    round(100 * raised_gbp / target_amount, 1) as percent_of_target,
    case
        when target_amount is null then 'No target'
        when raised_gbp >= target_amount then 'Reached'
        when end_on is null or end_on > date '2024-12-31' then 'Running'
        else 'Missed'
    end as outcome
from results
