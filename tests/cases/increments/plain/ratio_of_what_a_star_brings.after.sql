with daily as (

    select
        day,
        sum(cost) as cost,
        sum(coalesce(sales, 0)) as sales
    from ad_cost
    group by day

),

final as (

    select
        *,
        round(cost, 0) as whole_cost,
        cost / nullif(sales, 0) as cost_per_sale
    from daily

)

select * from final
